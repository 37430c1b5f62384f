/**
 * HMAC-SHA-256 (FIPS 198-1) under a vending key, for DKGA04 where nothing better holds the key: in a
 * browser, a worker, a test. A security module lends its own instead.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** HMAC-SHA-256 under a key that stays with whoever lends it: the message in, 32 octets out. */
export type HmacSha256 = (message: Uint8Array) => Uint8Array;

/**
 * Prepares a key of any length once for many messages. The octets are taken in at once; the caller
 * may zero its own.
 */
export function hmacSha256Under(key: Readonly<Uint8Array>): HmacSha256 {
  const keyed = hmac.create(sha256, key as Uint8Array);
  return (message) => keyed.clone().update(message).digest();
}
