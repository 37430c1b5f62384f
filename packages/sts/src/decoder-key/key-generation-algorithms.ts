/**
 * The decoder key generation algorithms (IEC 62055-41, 6.1.4 and 6.5.3), one row each: the length of
 * the vending key, the encryption algorithms keys are made for, and how well the algorithm is known.
 * The checks that all of them share stand here too.
 */

import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import { StsRefusalError } from '../refusal.ts';
import type { DecoderKeyData, Dkga, EncryptionAlgorithm } from './decoder-key.ts';
import { hasOddParity } from './key-parity.ts';

export interface KeyGenerationAlgorithmRow {
  /** What the algorithm is built on. */
  readonly name: string;
  readonly vendingKeyOctets: 8 | 16 | 20;
  /** Whether the vending key is a DES key, or two, of odd parity. */
  readonly hasParity: boolean;
  readonly encryptionAlgorithms: readonly EncryptionAlgorithm[];
  /** The editions of IEC 62055-41 that have it. */
  readonly editions: readonly (1 | 2 | 3)[];
  readonly confidence: Confidence;
  readonly note: string;
}

export const KEY_GENERATION_ALGORITHMS: Readonly<Record<Dkga, KeyGenerationAlgorithmRow>> = frozen({
  '01': {
    name: 'DES under a key of the meter',
    vendingKeyOctets: 8,
    hasParity: true,
    encryptionAlgorithms: ['07'],
    editions: [1, 2, 3],
    confidence: 'medium',
    note: 'Listed legacy meters only. The direction of the DES step is known from one source.',
  },
  '02': {
    name: 'DES under the vending key',
    vendingKeyOctets: 8,
    hasParity: true,
    encryptionAlgorithms: ['07', '09'],
    editions: [1, 2, 3],
    confidence: 'high',
    note: 'The base date does not enter: a new base date needs a new vending key.',
  },
  '03': {
    name: 'DES-EDE under two vending keys',
    vendingKeyOctets: 16,
    hasParity: true,
    encryptionAlgorithms: ['07', '09'],
    editions: [1, 2],
    confidence: 'low',
    note: 'Withdrawn in the third edition; formula and order of octets are known from one source.',
  },
  '04': {
    name: 'HMAC-SHA-256 under the vending key',
    vendingKeyOctets: 20,
    hasParity: false,
    encryptionAlgorithms: ['07', '11', '61', '62'],
    editions: [3],
    confidence: 'high',
    note:
      'Not established for common keys (DCTK). Algorithms 61 and 62 are private profiles of ' +
      'wattvend and not part of IEC 62055-41.',
  },
});

/**
 * Throws StsRefusalError for data from which the algorithm makes no key: ditk-not-derived, for key
 * type 0 is put in at the factory; encryption-algorithm-not-of-dkga.
 */
export function assertKeyIsDerived(dkga: Dkga, data: DecoderKeyData): void {
  if (data.keyType === 0) throw new StsRefusalError('ditk-not-derived');
  const { encryptionAlgorithms } = KEY_GENERATION_ALGORITHMS[dkga];
  if (!encryptionAlgorithms.includes(data.encryptionAlgorithm)) {
    throw new StsRefusalError(
      'encryption-algorithm-not-of-dkga',
      `DKGA${dkga} makes keys for ${encryptionAlgorithms.join(', ')}, got ${data.encryptionAlgorithm}.`,
    );
  }
}

/**
 * Throws StsRefusalError, without repeating the key, unless the octets can be a vending key of the
 * algorithm: vending-key-length, vending-key-parity. A key without odd parity is refused and not
 * mended, for its parity bits enter the decoder keys.
 */
export function assertVendingKey(dkga: Dkga, vendingKey: Readonly<Uint8Array>): void {
  const { hasParity, vendingKeyOctets } = KEY_GENERATION_ALGORITHMS[dkga];
  if (vendingKey.length !== vendingKeyOctets) {
    throw new StsRefusalError(
      'vending-key-length',
      `DKGA${dkga} takes ${vendingKeyOctets} octets, got ${vendingKey.length}.`,
    );
  }
  if (hasParity && !hasOddParity(vendingKey)) throw new StsRefusalError('vending-key-parity');
}
