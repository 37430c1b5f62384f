/**
 * The octets of one request without the times of its batch: what names it for ever. The vending
 * service signs them, their SHA-256 stands in the journal, and the random field of the token is drawn
 * from them.
 *
 * There are two versions. The first has no position, content and basis: it is electricity that
 * somebody paid for, at position 0. Such a request has these octets still, so that a token issued
 * before there was anything else is answered with the same digits for ever. All else has the second
 * version; the two differ in their first item.
 */
import { hash } from 'node:crypto';
import { OctetWriter } from './framed-octets.ts';
import type {
  IssueOrder,
  IssueRequest,
  MeterKeyAttributes,
  TokenContent,
} from './security-module.ts';
import { TOKEN_POSITION_MAX } from './security-module.ts';
import { octetsFromUuid } from './uuid.ts';

const PAID_ELECTRICITY_DOMAIN = 'wattvend security module: issue request, version 1';
const ISSUE_REQUEST_DOMAIN = 'wattvend security module: issue request, version 2';

// One for all requests: nothing here waits, and a request holds no secret.
const writer = new OctetWriter();

/**
 * Throws RangeError for an id that is no UUID, for numbers that are not whole or below zero, for a
 * position above 15, and for an order whose basis is another.
 */
export function canonicalIssueRequest(request: IssueRequest): Buffer {
  const { content, position } = request;
  if (request.order !== null && request.basis !== 'order') {
    throw new RangeError(`an order has the basis 'order', got '${request.basis}'`);
  }
  if (position > TOKEN_POSITION_MAX) {
    throw new RangeError(`a position is 0 to ${TOKEN_POSITION_MAX}, got ${position}`);
  }
  const vendId = octetsFromUuid(request.vendId);
  writer.clear();
  if (position === 0 && content.kind === 'credit' && content.service === 'electricity') {
    if (request.basis === 'sale') {
      writer.text(PAID_ELECTRICITY_DOMAIN).octets(vendId).number(request.keyEpoch);
      writeMeterKeyAttributes(writer, request);
      return writer.number(request.tokenIdentifier).number(content.amount).take();
    }
  }
  writer.text(ISSUE_REQUEST_DOMAIN).octets(vendId).number(position).number(request.keyEpoch);
  writeMeterKeyAttributes(writer, request).number(request.tokenIdentifier);
  writeContent(writer, content);
  writer.text(request.basis);
  if (request.order !== null) writer.octets(octetsOfOrder(request.order));
  return writer.take();
}

export function writeMeterKeyAttributes(
  into: OctetWriter,
  attributes: MeterKeyAttributes,
): OctetWriter {
  return into
    .text(attributes.meterPan)
    .text(attributes.supplyGroupCode)
    .text(attributes.tariffIndex)
    .number(attributes.keyRevisionNumber)
    .number(attributes.keyType)
    .number(attributes.baseDate)
    .text(attributes.dkga)
    .text(attributes.encryptionAlgorithm);
}

function writeContent(into: OctetWriter, content: TokenContent): void {
  into.text(content.kind);
  switch (content.kind) {
    case 'credit':
      into.text(content.service).number(content.amount);
      return;
    case 'credit-currency':
      // Greater than any whole number of fixed length here, and it has a sign.
      into.text(content.service).text(String(content.money));
      return;
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      into.number(content.power);
      return;
    case 'clear-credit':
      into.number(content.register);
      return;
    case 'clear-tamper-condition':
      return;
    case 'set-water-meter-factor':
      into.number(content.factor);
      return;
  }
}

/** Order, who asked and who approved, 48 octets. Throws RangeError for an id that is no UUID. */
export function octetsOfOrder(order: IssueOrder): Buffer {
  return Buffer.concat([order.orderId, order.requestedBy, order.approvedBy].map(octetsFromUuid));
}

/** SHA-256 of a canonical request: 32 octets as they are, one character each. */
export function requestHash(canonicalRequest: Uint8Array): string {
  return hash('sha256', canonicalRequest, 'binary');
}
