/**
 * The encryption of the 64 bits of a token under a decoder key (IEC 62055-41, 6.5.4): one key,
 * prepared once and used for many tokens. Algorithms 61 and 62 are profiles of this project and not
 * part of the standard.
 */
import { type Block64, blockFromOctets } from '../cipher/block64.ts';
import { desDecrypt, desEncrypt, desSchedule } from '../cipher/dea.ts';
import { ff1Decrypt, ff1Encrypt, ff1Schedule } from '../cipher/ff1.ts';
import { misty1Decrypt, misty1Encrypt, misty1Schedule } from '../cipher/misty1.ts';
import { staDecrypt, staEncrypt, staSchedule } from '../cipher/sta.ts';
import { STA_OPERATIONAL_TABLES, type StaTables } from '../cipher/sta-tables.ts';
import { tdeaDecrypt, tdeaEncrypt, tdeaSchedule } from '../cipher/tdea.ts';
import type { DecoderKey, EncryptionAlgorithm } from '../decoder-key/decoder-key.ts';
import { ENCRYPTION_ALGORITHMS } from '../decoder-key/encryption-algorithms.ts';
import type { MeterPan } from '../meter-pan/meter-pan.ts';
import { StsRefusalError } from '../refusal.ts';

/** A decoder key prepared for its algorithm. It can be used but not printed. */
export interface TokenCipher {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  /** The length of the decoder key. */
  readonly keyBits: 64 | 128;
  /**
   * Whether it was prepared from this key, or from one that differs only in bits its algorithm does
   * not look at, which are the parity bits of DES.
   */
  isOf(key: DecoderKey): boolean;
  /** Encrypts one block in place. */
  encrypt(block: Block64): void;
  /** Decrypts one block in place. */
  decrypt(block: Block64): void;
}

export interface TokenCipherOptions {
  /**
   * For algorithm 07 only; the tables of meters in service unless given. The sample tables are for
   * the worked example of the standard.
   */
  readonly tables?: StaTables;
  /** For algorithm 62 only, which cannot do without. */
  readonly meterPan?: MeterPan;
}

/**
 * Prepares a key of any type, an initialisation key (DITK) like the others. Throws StsRefusalError:
 * decoder-key-length when the key's length is not the algorithm's; meter-pan-needed for algorithm 62
 * without one; sta-tables for tables that are not permutations.
 */
export function tokenCipher(
  encryptionAlgorithm: EncryptionAlgorithm,
  key: DecoderKey,
  { tables = STA_OPERATIONAL_TABLES, meterPan }: TokenCipherOptions = {},
): TokenCipher {
  const { keyOctets } = ENCRYPTION_ALGORITHMS[encryptionAlgorithm];
  if (key.length !== keyOctets) {
    throw new StsRefusalError(
      'decoder-key-length',
      `Encryption algorithm ${encryptionAlgorithm} takes ${keyOctets} octets, got ${key.length}.`,
    );
  }
  switch (encryptionAlgorithm) {
    case '07':
      return new PreparedCipher(
        encryptionAlgorithm,
        key,
        key.use((octets) => staSchedule(blockFromOctets(octets), tables)),
        { encrypt: staEncrypt, decrypt: staDecrypt },
      );
    case '09':
      return new PreparedCipher(
        encryptionAlgorithm,
        key,
        key.use((octets) => desSchedule(blockFromOctets(octets))),
        { encrypt: desEncrypt, decrypt: desDecrypt },
      );
    case '11':
      return new PreparedCipher(encryptionAlgorithm, key, key.use(misty1Schedule), {
        encrypt: misty1Encrypt,
        decrypt: misty1Decrypt,
      });
    case '61':
      return new PreparedCipher(encryptionAlgorithm, key, key.use(tdeaSchedule), {
        encrypt: tdeaEncrypt,
        decrypt: tdeaDecrypt,
      });
    case '62':
      if (meterPan === undefined) throw new StsRefusalError('meter-pan-needed');
      return new PreparedCipher(
        encryptionAlgorithm,
        key,
        key.use((octets) => ff1Schedule(octets, meterPan)),
        { encrypt: ff1Encrypt, decrypt: ff1Decrypt },
      );
  }
}

/** A block cipher whose key is prepared beforehand. */
interface BlockCipher<Schedule> {
  readonly encrypt: (block: Block64, schedule: Schedule) => void;
  readonly decrypt: (block: Block64, schedule: Schedule) => void;
}

// Algorithms on DES, for which the lowest bit of each octet is no part of the key.
const HAS_PARITY: readonly EncryptionAlgorithm[] = ['09', '61'];

const REDACTED = 'TokenCipher(redacted)';

class PreparedCipher<Schedule> implements TokenCipher {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly keyBits: 64 | 128;
  readonly #key: DecoderKey;
  readonly #schedule: Schedule;
  readonly #cipher: BlockCipher<Schedule>;

  constructor(
    encryptionAlgorithm: EncryptionAlgorithm,
    key: DecoderKey,
    schedule: Schedule,
    cipher: BlockCipher<Schedule>,
  ) {
    this.encryptionAlgorithm = encryptionAlgorithm;
    this.keyBits = ENCRYPTION_ALGORITHMS[encryptionAlgorithm].keyBits;
    this.#key = key;
    this.#schedule = schedule;
    this.#cipher = cipher;
  }

  isOf(key: DecoderKey): boolean {
    return this.#key.equals(key, HAS_PARITY.includes(this.encryptionAlgorithm) ? 0xfe : 0xff);
  }

  encrypt(block: Block64): void {
    this.#cipher.encrypt(block, this.#schedule);
  }

  decrypt(block: Block64): void {
    this.#cipher.decrypt(block, this.#schedule);
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }
}
