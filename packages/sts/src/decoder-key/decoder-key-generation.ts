/**
 * A decoder key by any of the four key generation algorithms, and which of them a meter needs
 * (IEC 62055-41, 6.5.3).
 */
import { StsRefusalError } from '../refusal.ts';
import type { DecoderKey, DecoderKeyData, Dkga } from './decoder-key.ts';
import { deriveDecoderKeyDkga01, isDkga01Meter } from './dkga01.ts';
import { deriveDecoderKeyDkga02 } from './dkga02.ts';
import { deriveDecoderKeyDkga03 } from './dkga03.ts';
import { deriveDecoderKeyDkga04 } from './dkga04.ts';
import { hmacSha256Under } from './hmac-sha-256.ts';
import { assertKeyIsDerived, assertVendingKey } from './key-generation-algorithms.ts';

/**
 * The algorithm by which a vending key of this many octets makes this key: 8 is DKGA01 for the
 * legacy meters it lists and DKGA02 for all others, 16 is DKGA03, 20 is DKGA04. Whether the
 * algorithm can make the key is for `deriveDecoderKey` to say. Throws StsRefusalError
 * (vending-key-length) for any other number.
 */
export function dkgaOf(data: DecoderKeyData, vendingKeyOctets: number): Dkga {
  switch (vendingKeyOctets) {
    case 8:
      return isDkga01Meter(data) ? '01' : '02';
    case 16:
      return '03';
    case 20:
      return '04';
    default:
      throw new StsRefusalError(
        'vending-key-length',
        `A vending key has 8, 16 or 20 octets, got ${vendingKeyOctets}.`,
      );
  }
}

/**
 * Derives the key of one meter. Throws StsRefusalError, in this order: ditk-not-derived;
 * encryption-algorithm-not-of-dkga; dkga01-meter where DKGA01 does not apply; dkga04-common-key for
 * key type 3; vending-key-length; vending-key-parity. None of them repeats the key.
 */
export function deriveDecoderKey(
  dkga: Dkga,
  vendingKey: Readonly<Uint8Array>,
  data: DecoderKeyData,
): DecoderKey {
  switch (dkga) {
    case '01':
      return deriveDecoderKeyDkga01(vendingKey, data);
    case '02':
      return deriveDecoderKeyDkga02(vendingKey, data);
    case '03':
      return deriveDecoderKeyDkga03(vendingKey, data);
    case '04':
      return deriveByHmac(vendingKey, data);
  }
}

function deriveByHmac(vendingKey: Readonly<Uint8Array>, data: DecoderKeyData): DecoderKey {
  assertKeyIsDerived('04', data);
  if (data.keyType === 3) throw new StsRefusalError('dkga04-common-key');
  assertVendingKey('04', vendingKey);
  return deriveDecoderKeyDkga04(hmacSha256Under(vendingKey), data);
}
