/**
 * The encryption algorithms a decoder key can be for (IEC 62055-41, 6.1.5 and 6.5.4), one row each,
 * with what is known of them and how well. Codes 61 and 62 are profiles of this project and not part
 * of IEC 62055-41: a meter has one of them only when its maker chose it, and whoever shows one says
 * that it is not STS.
 */

import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';
import type { EncryptionAlgorithm } from './decoder-key.ts';

export interface EncryptionAlgorithmRow {
  readonly name: string;
  /** Octets in a decoder key. */
  readonly keyOctets: 8 | 16;
  /** The same in bits; it decides the number of key change tokens and stands in DKGA04. */
  readonly keyBits: 64 | 128;
  /** Whether the algorithm belongs to IEC 62055-41. */
  readonly standard: boolean;
  /** The editions of the standard that have it; none for a private profile. */
  readonly editions: readonly (1 | 2 | 3)[];
  readonly confidence: Confidence;
  readonly note: string;
}

export const ENCRYPTION_ALGORITHMS: Readonly<Record<EncryptionAlgorithm, EncryptionAlgorithmRow>> =
  frozen({
    '07': {
      name: 'STA',
      keyOctets: 8,
      keyBits: 64,
      standard: true,
      editions: [1, 2, 3],
      confidence: 'high',
      note: 'The Standard Transfer Algorithm; most meters in service.',
    },
    '09': {
      name: 'DEA',
      keyOctets: 8,
      keyBits: 64,
      standard: true,
      editions: [1, 2],
      confidence: 'medium',
      note: 'Single DES, withdrawn in the third edition; the cipher is sure, its use here less so.',
    },
    '11': {
      name: 'MISTY1',
      keyOctets: 16,
      keyBits: 128,
      standard: true,
      editions: [3],
      confidence: 'high',
      note: 'RFC 2994 and ISO/IEC 18033-3, with decoder keys of DKGA04.',
    },
    '61': {
      name: 'TDEA profile',
      keyOctets: 16,
      keyBits: 128,
      standard: false,
      editions: [],
      confidence: 'high',
      note: 'Not part of IEC 62055-41: a private profile of wattvend. DES-EDE with two keys.',
    },
    '62': {
      name: 'AES-128 profile',
      keyOctets: 16,
      keyBits: 128,
      standard: false,
      editions: [],
      confidence: 'high',
      note:
        'Not part of IEC 62055-41: a private profile of wattvend. FF1 of NIST SP 800-38G over ' +
        '64 bits, with the MeterPAN as its tweak.',
    },
  });

/** All codes in ascending order; a table with such names for keys does not keep the order itself. */
export const ENCRYPTION_ALGORITHM_CODES: readonly EncryptionAlgorithm[] = frozen([
  '07',
  '09',
  '11',
  '61',
  '62',
]);

/** Whether the text is the code of an algorithm in the table. */
export function isEncryptionAlgorithm(text: unknown): text is EncryptionAlgorithm {
  return typeof text === 'string' && Object.hasOwn(ENCRYPTION_ALGORITHMS, text);
}
