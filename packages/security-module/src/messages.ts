/**
 * The messages inside the frames: what is asked, and how a request is written and read. Names are
 * snake_case with the unit in the name; what is longer than a double holds is a decimal string.
 * Answers stand in answers.ts.
 */
import { instant } from '@wattvend/quantities/time.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { TOKEN_IDENTIFIER_MAX, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { Authorisation } from './authorisation.ts';
import { contentJson, readContent } from './content-message.ts';
import { FieldFault, Fields } from './fields.ts';
import {
  BATCH_REQUESTS_MAX,
  ISSUE_BASES,
  type IssueBasis,
  type IssueOrder,
  type IssueRequest,
  type MeterKeyAttributes,
  TOKEN_POSITION_MAX,
  type VerifyRequest,
} from './security-module.ts';
import { isUuid } from './uuid.ts';

export const SIGNATURE_OCTETS = 64;

/** Numbers the questions of one connection; the answer carries the same number. */
export const MESSAGE_ID_MAX: number = 2 ** 32 - 1;

const KEY_EPOCH_MAX = 2 ** 32 - 1;

export type Question =
  | {
      readonly ask: 'issue';
      readonly id: number;
      readonly authorisation: Authorisation;
      readonly requests: readonly IssueRequest[];
    }
  | {
      readonly ask: 'verify';
      readonly id: number;
      readonly authorisation: Authorisation;
      readonly request: VerifyRequest;
    }
  | { readonly ask: 'report'; readonly id: number };

export type ParsedQuestion =
  | { readonly kind: 'question'; readonly question: Question }
  /** `id` is null when not even that could be read; then the connection is to be closed. */
  | { readonly kind: 'fault'; readonly id: number | null; readonly detail: string };

/** Reads one message. The detail of a fault names the field and does not repeat its value. */
export function parseQuestion(message: unknown): ParsedQuestion {
  let id: number | null = null;
  try {
    const fields = new Fields(message, 'message');
    id = fields.integer('id', 0, MESSAGE_ID_MAX);
    const question = readQuestion(fields, id);
    fields.end();
    return { kind: 'question', question };
  } catch (error) {
    if (error instanceof FieldFault) return { kind: 'fault', id, detail: error.message };
    throw error;
  }
}

function readQuestion(fields: Fields, id: number): Question {
  const ask = fields.oneOf('ask', ['issue', 'verify', 'report'] as const);
  switch (ask) {
    case 'issue':
      return {
        ask,
        id,
        authorisation: readAuthorisation(fields),
        requests: fields.list('requests', 1, BATCH_REQUESTS_MAX).map(readIssueRequest),
      };
    case 'verify':
      return {
        ask,
        id,
        authorisation: readAuthorisation(fields),
        request: readVerifyRequest(fields.object('request')),
      };
    case 'report':
      return { ask, id };
  }
}

function readAuthorisation(fields: Fields): Authorisation {
  return {
    issuedAt: instant(fields.integer('issued_at_ms', 0, Number.MAX_SAFE_INTEGER)),
    expiresAt: instant(fields.integer('expires_at_ms', 0, Number.MAX_SAFE_INTEGER)),
    signature: fields.octets('signature', SIGNATURE_OCTETS),
  };
}

function readMeterKeyAttributes(fields: Fields): MeterKeyAttributes {
  return {
    meterPan: fields.parsed('meter_pan', meterPanOrNull, 'a MeterPAN'),
    supplyGroupCode: supplyGroupCode(fields.text('supply_group_code', /^\d{6}$/, '6 digits')),
    tariffIndex: tariffIndex(fields.text('tariff_index', /^\d{2}$/, '2 digits')),
    keyRevisionNumber: keyRevisionNumber(fields.integer('key_revision_number', 1, 9)),
    keyType: keyType(fields.integer('key_type', 0, 3)),
    baseDate: fields.oneOf('base_date', [1993, 2014, 2035] as const),
    dkga: fields.oneOf('dkga', ['02', '04'] as const),
    encryptionAlgorithm: fields.oneOf('encryption_algorithm', ['07', '11'] as const),
  };
}

function meterPanOrNull(text: string): MeterKeyAttributes['meterPan'] | null {
  const parsed = parseMeterPan(text);
  // The text itself must be the eighteen digits, for it enters the signature.
  return parsed.kind === 'meter-pan' && parsed.meterPan === text ? parsed.meterPan : null;
}

function readIssueRequest(fields: Fields): IssueRequest {
  const basis = fields.oneOf('basis', ISSUE_BASES);
  const request: IssueRequest = {
    vendId: readUuid(fields, 'vend_id'),
    position: fields.integer('position', 0, TOKEN_POSITION_MAX),
    keyEpoch: fields.integer('key_epoch', 0, KEY_EPOCH_MAX),
    ...readMeterKeyAttributes(fields),
    tokenIdentifier: tokenIdentifier(fields.integer('token_identifier', 0, TOKEN_IDENTIFIER_MAX)),
    content: readContent(fields.object('content')),
    basis,
    order: readOrder(fields, basis),
  };
  fields.end();
  return request;
}

/** With another basis an order is a field nobody asks for; with its own it may be missing. */
function readOrder(fields: Fields, basis: IssueBasis): IssueOrder | null {
  if (basis !== 'order' || fields.isNull('order')) return null;
  const order = fields.object('order');
  const read: IssueOrder = {
    orderId: readUuid(order, 'order_id'),
    requestedBy: readUuid(order, 'requested_by'),
    approvedBy: readUuid(order, 'approved_by'),
  };
  order.end();
  return read;
}

function readUuid(fields: Fields, name: string): string {
  return fields.parsed(name, (text) => (isUuid(text) ? text : null), 'a UUID');
}

function readVerifyRequest(fields: Fields): VerifyRequest {
  const request: VerifyRequest = {
    ...readMeterKeyAttributes(fields),
    token: readToken(fields),
  };
  fields.end();
  return request;
}

/** The twenty digits of a token, without blanks. */
export function readToken(fields: Fields): NumericToken {
  const tokenOrNull = (text: string): NumericToken | null => {
    const parsed = parseNumericToken(text);
    return parsed.kind === 'token' && parsed.token === text ? parsed.token : null;
  };
  return fields.parsed('token', tokenOrNull, 'the 20 digits of a token');
}

/** The JSON of a question. */
export function questionJson(question: Question): object {
  switch (question.ask) {
    case 'issue':
      return {
        id: question.id,
        ask: 'issue',
        ...authorisationJson(question.authorisation),
        requests: question.requests.map(issueRequestJson),
      };
    case 'verify':
      return {
        id: question.id,
        ask: 'verify',
        ...authorisationJson(question.authorisation),
        request: { ...meterKeyAttributesJson(question.request), token: question.request.token },
      };
    case 'report':
      return { id: question.id, ask: 'report' };
  }
}

function issueRequestJson(request: IssueRequest): object {
  const json = {
    vend_id: request.vendId,
    position: request.position,
    key_epoch: request.keyEpoch,
    ...meterKeyAttributesJson(request),
    token_identifier: request.tokenIdentifier,
    content: contentJson(request.content),
    basis: request.basis,
  };
  return request.basis === 'order' ? { ...json, order: orderJson(request.order) } : json;
}

function orderJson(order: IssueOrder | null): object | null {
  if (order === null) return null;
  const { orderId, requestedBy, approvedBy } = order;
  return { order_id: orderId, requested_by: requestedBy, approved_by: approvedBy };
}

function authorisationJson(authorisation: Authorisation): object {
  return {
    issued_at_ms: authorisation.issuedAt,
    expires_at_ms: authorisation.expiresAt,
    signature: Buffer.from(authorisation.signature).toString('hex'),
  };
}

function meterKeyAttributesJson(attributes: MeterKeyAttributes): object {
  return {
    meter_pan: attributes.meterPan,
    supply_group_code: attributes.supplyGroupCode,
    tariff_index: attributes.tariffIndex,
    key_revision_number: attributes.keyRevisionNumber,
    key_type: attributes.keyType,
    base_date: attributes.baseDate,
    dkga: attributes.dkga,
    encryption_algorithm: attributes.encryptionAlgorithm,
  };
}
