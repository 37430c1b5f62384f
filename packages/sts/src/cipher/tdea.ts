/**
 * TDEA, triple DES with two keys (FIPS 46-3; NIST SP 800-67): DES-EDE with K3 = K1. DKGA03 is built
 * on it, and it is the cipher of encryption algorithm 61, a profile of this project that is not part
 * of IEC 62055-41.
 */
import { StsRefusalError } from '../refusal.ts';
import { type Block64, blockFromOctets } from './block64.ts';
import { type DesSchedule, desDecrypt, desEncrypt, desSchedule } from './dea.ts';

const DES_KEY_OCTETS = 8;
const KEY_OCTETS = 2 * DES_KEY_OCTETS;

/** Two keys made ready. Secret. */
export interface TdeaSchedule {
  readonly outer: DesSchedule;
  readonly inner: DesSchedule;
}

/**
 * Prepares a key of 16 octets, K1 in front of K2; the parity bits are not looked at. Throws
 * StsRefusalError (decoder-key-length) for any other number of octets.
 */
export function tdeaSchedule(key: Readonly<Uint8Array>): TdeaSchedule {
  if (key.length !== KEY_OCTETS) {
    throw new StsRefusalError(
      'decoder-key-length',
      `A TDEA key of two parts has ${KEY_OCTETS} octets, got ${key.length}.`,
    );
  }
  return {
    outer: desSchedule(blockFromOctets(key.subarray(0, DES_KEY_OCTETS))),
    inner: desSchedule(blockFromOctets(key.subarray(DES_KEY_OCTETS))),
  };
}

/** Encrypts a block in place: encryption under K1, decryption under K2, encryption under K1. */
export function tdeaEncrypt(block: Block64, schedule: TdeaSchedule): void {
  desEncrypt(block, schedule.outer);
  desDecrypt(block, schedule.inner);
  desEncrypt(block, schedule.outer);
}

/** Decrypts a block in place: the steps of encryption backwards. */
export function tdeaDecrypt(block: Block64, schedule: TdeaSchedule): void {
  desDecrypt(block, schedule.outer);
  desEncrypt(block, schedule.inner);
  desDecrypt(block, schedule.outer);
}
