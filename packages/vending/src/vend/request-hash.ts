/**
 * The hash that tells whether two requests of one id ask for the same: version, meter, vendor,
 * money. The order and the version octet are frozen, since rows keep the hash for ever.
 */
import { createHash } from 'node:crypto';
import type { VendRequest } from './vend.ts';

export function requestHash(request: VendRequest): Uint8Array {
  return createHash('sha256')
    .update(`wattvend vend 1\n${request.meterNumber}\n${request.vendorId}\n${request.tendered}`)
    .digest();
}
