/**
 * DKGA04: a decoder key by HMAC-SHA-256 from a vending key of 160 bits (IEC 62055-41, 6.5.3; in
 * the style of NIST SP 800-108, feedback mode, one block, no counter). The HMAC is lent by the
 * caller, so that the vending key need not be visible here.
 */
import type { BaseDate } from '../token-identifier/token-identifier.ts';
import { DECODER_KEY_OCTETS, DecoderKey, type DecoderKeyData } from './decoder-key.ts';

/** HMAC-SHA-256 under the vending key: the message in, 32 octets out. */
export type HmacSha256 = (message: Uint8Array) => Uint8Array;

const HMAC_OCTETS = 32;

// Two characters stand for the base date.
const BASE_DATE_CODE: Readonly<Record<BaseDate, string>> = { 1993: '93', 2014: '14', 2035: '35' };

// Two counts, a separator, the length of the key, and eight items of which each has its length in
// front: 4 * (1 + 2) for the label, 7 + 2 + 2 + 19 for the context.
const MESSAGE_OCTETS = 49;

/** The octets under the HMAC; the published vectors show them. */
export function dkga04Message(data: DecoderKeyData): Uint8Array {
  const message = new Uint8Array(MESSAGE_OCTETS);
  let at = 0;
  at = appendOctet(message, at, 4); // The number of items in the first group, the label.
  at = appendItem(message, at, '04');
  at = appendItem(message, at, BASE_DATE_CODE[data.baseDate]);
  at = appendItem(message, at, data.encryptionAlgorithm);
  at = appendItem(message, at, data.tariffIndex);
  at = appendOctet(message, at, 0); // The separator between label and context.
  at = appendOctet(message, at, 4); // The number of items in the second group, the context.
  at = appendItem(message, at, data.supplyGroupCode);
  at = appendItem(message, at, String(data.keyType));
  at = appendItem(message, at, String(data.keyRevisionNumber));
  at = appendItem(message, at, data.meterPan);
  // The length of the key in bits, 64 or 128, as a 32-bit number, most significant octet first.
  appendOctet(message, at + 3, DECODER_KEY_OCTETS[data.encryptionAlgorithm] * 8);
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
 * Derives the key of one meter. Throws RangeError for key type 0, which is put in at the factory
 * and never derived, for key type 3, for which no published source says which MeterPAN to use, and
 * for an HMAC that does not have 32 octets.
 */
export function deriveDecoderKeyDkga04(hmac: HmacSha256, data: DecoderKeyData): DecoderKey {
  if (data.keyType === 0) throw new RangeError('an initialisation key (DITK) is not derived');
  if (data.keyType === 3) throw new RangeError('DKGA04 is not defined for a common key (DCTK)');
  const code = hmac(dkga04Message(data));
  if (code.length !== HMAC_OCTETS) {
    throw new RangeError(`HMAC-SHA-256 gives ${HMAC_OCTETS} octets, got ${code.length}`);
  }
  return new DecoderKey(code.subarray(0, DECODER_KEY_OCTETS[data.encryptionAlgorithm]));
}
