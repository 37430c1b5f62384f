/**
 * The hash that tells whether two requests of one id ask for the same. The forms are frozen, since
 * rows keep the hash for ever: a new member of a request is left out of the hash as long as it is
 * not used, so that what was asked before there was such a member is still the same.
 */
import { createHash } from 'node:crypto';
import type { FreeUnitsRequest, OrderRequest, VendRequest } from './vend.ts';

/** Meter, vendor, money; channel and payment where they are said. */
export function requestHash(request: VendRequest): Uint8Array {
  const { meterNumber, vendorId, tendered, channel, payment } = request;
  const plain = `wattvend vend 1\n${meterNumber}\n${vendorId}\n${tendered}`;
  if (channel === undefined && (payment ?? null) === null) return hashOf(plain);
  const said = [channel ?? null, payment?.method ?? null, payment?.reference ?? null];
  return hashOf(`${plain}\n${JSON.stringify(said)}`);
}

/** Meter and vendor; channel where it is said. */
export function freeUnitsHash(request: FreeUnitsRequest): Uint8Array {
  const { meterNumber, vendorId, channel } = request;
  const plain = `wattvend free units 1\n${meterNumber}\n${vendorId}`;
  return hashOf(channel === undefined ? plain : `${plain}\n${JSON.stringify([channel])}`);
}

/** Everything an order says. */
export function orderHash(request: OrderRequest): Uint8Array {
  const { kind, meterNumber, requestedBy, approvedBy, contents } = request;
  const written = contents.map((content) => Object.entries(content).sort(byName).map(plainEntry));
  const said = [kind, meterNumber, requestedBy, approvedBy, written];
  return hashOf(`wattvend order 1\n${JSON.stringify(said)}`);
}

function plainEntry([name, value]: readonly [string, unknown]): readonly [string, string] {
  return [name, String(value)];
}

function hashOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
