/**
 * The encryption of the 64 bits of a token under a decoder key (IEC 62055-41, 6.5.4): one key,
 * prepared once and used for many tokens.
 */
import { type Block64, blockFromOctets } from '../cipher/block64.ts';
import {
  type Misty1Schedule,
  misty1Decrypt,
  misty1Encrypt,
  misty1Schedule,
} from '../cipher/misty1.ts';
import { type StaSchedule, staDecrypt, staEncrypt, staSchedule } from '../cipher/sta.ts';
import { STA_OPERATIONAL_TABLES, type StaTables } from '../cipher/sta-tables.ts';
import {
  DECODER_KEY_OCTETS,
  type DecoderKey,
  type EncryptionAlgorithm,
} from '../decoder-key/decoder-key.ts';

/** A decoder key prepared for its algorithm. It can be used but not printed. */
export interface TokenCipher {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  /** Encrypts one block in place. */
  encrypt(block: Block64): void;
  /** Decrypts one block in place. */
  decrypt(block: Block64): void;
}

/**
 * Prepares a key. The tables matter for algorithm 07 only; the sample tables are for the worked
 * example of the standard. Throws RangeError when the key's length is not the algorithm's.
 */
export function tokenCipher(
  encryptionAlgorithm: EncryptionAlgorithm,
  key: DecoderKey,
  tables: StaTables = STA_OPERATIONAL_TABLES,
): TokenCipher {
  const octets = DECODER_KEY_OCTETS[encryptionAlgorithm];
  if (key.length !== octets) {
    throw new RangeError(
      `encryption algorithm ${encryptionAlgorithm} takes a key of ${octets} octets, got ${key.length}`,
    );
  }
  switch (encryptionAlgorithm) {
    case '07':
      return new StaTokenCipher(key.use((bytes) => staSchedule(blockFromOctets(bytes), tables)));
    case '11':
      return new Misty1TokenCipher(key.use(misty1Schedule));
  }
}

const REDACTED = 'TokenCipher(redacted)';

class StaTokenCipher implements TokenCipher {
  readonly encryptionAlgorithm = '07';
  readonly #schedule: StaSchedule;

  constructor(schedule: StaSchedule) {
    this.#schedule = schedule;
  }

  encrypt(block: Block64): void {
    staEncrypt(block, this.#schedule);
  }

  decrypt(block: Block64): void {
    staDecrypt(block, this.#schedule);
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }
}

class Misty1TokenCipher implements TokenCipher {
  readonly encryptionAlgorithm = '11';
  readonly #schedule: Misty1Schedule;

  constructor(schedule: Misty1Schedule) {
    this.#schedule = schedule;
  }

  encrypt(block: Block64): void {
    misty1Encrypt(block, this.#schedule);
  }

  decrypt(block: Block64): void {
    misty1Decrypt(block, this.#schedule);
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }
}
