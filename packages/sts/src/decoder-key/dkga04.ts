/**
 * DKGA04: a decoder key by HMAC-SHA-256 from a vending key of 160 bits (IEC 62055-41, 6.5.3; in
 * the style of NIST SP 800-108, feedback mode, one block, no counter). The HMAC is lent by the
 * caller, so that the vending key need not be visible here.
 *
 * Encryption algorithms 61 and 62 take their keys in the same form; they are profiles of this
 * project and not part of IEC 62055-41.
 */
import { StsRefusalError } from '../refusal.ts';
import { baseDateCode } from '../token-identifier/base-date.ts';
import { DecoderKey, type DecoderKeyData } from './decoder-key.ts';
import { ENCRYPTION_ALGORITHMS } from './encryption-algorithms.ts';
import type { HmacSha256 } from './hmac-sha-256.ts';
import { assertKeyIsDerived } from './key-generation-algorithms.ts';

const HMAC_OCTETS = 32;

// Two counts, a separator, the length of the key, and eight items of which each has its length in
// front: 4 * (1 + 2) for the label, 7 + 2 + 2 + 19 for the context.
const MESSAGE_OCTETS = 49;

/** The octets under the HMAC; the published vectors show them. */
export function dkga04Message(data: DecoderKeyData): Uint8Array {
  const message = new Uint8Array(MESSAGE_OCTETS);
  let at = 0;
  at = appendOctet(message, at, 4); // The number of items in the first group, the label.
  at = appendItem(message, at, '04');
  at = appendItem(message, at, baseDateCode(data.baseDate));
  at = appendItem(message, at, data.encryptionAlgorithm);
  at = appendItem(message, at, data.tariffIndex);
  at = appendOctet(message, at, 0); // The separator between label and context.
  at = appendOctet(message, at, 4); // The number of items in the second group, the context.
  at = appendItem(message, at, data.supplyGroupCode);
  at = appendItem(message, at, String(data.keyType));
  at = appendItem(message, at, String(data.keyRevisionNumber));
  at = appendItem(message, at, data.meterPan);
  // The length of the key in bits, 64 or 128, as a 32-bit number, most significant octet first.
  appendOctet(message, at + 3, ENCRYPTION_ALGORITHMS[data.encryptionAlgorithm].keyBits);
  return message;
}

function appendOctet(message: Uint8Array, at: number, octet: number): number {
  message[at] = octet;
  return at + 1;
}

/** ASCII digits behind their number. */
function appendItem(message: Uint8Array, at: number, digits: string): number {
  message[at] = digits.length;
  for (let index = 0; index < digits.length; index++) {
    message[at + 1 + index] = digits.charCodeAt(index);
  }
  return at + 1 + digits.length;
}

/**
 * Derives the key of one meter: the first 64 or 128 bits of the HMAC, as many as the encryption
 * algorithm takes. Throws StsRefusalError, in this order: ditk-not-derived;
 * encryption-algorithm-not-of-dkga for 09; dkga04-common-key for key type 3, for which no published
 * source says which MeterPAN to use; hmac-length unless the HMAC has 32 octets. The length of the
 * vending key is for whoever lends the HMAC to see to.
 */
export function deriveDecoderKeyDkga04(hmac: HmacSha256, data: DecoderKeyData): DecoderKey {
  assertKeyIsDerived('04', data);
  if (data.keyType === 3) throw new StsRefusalError('dkga04-common-key');
  const code = hmac(dkga04Message(data));
  if (code.length !== HMAC_OCTETS) {
    throw new StsRefusalError('hmac-length', `Got ${code.length}.`);
  }
  return new DecoderKey(
    code.subarray(0, ENCRYPTION_ALGORITHMS[data.encryptionAlgorithm].keyOctets),
  );
}
