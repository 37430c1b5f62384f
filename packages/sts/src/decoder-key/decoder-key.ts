/**
 * DecoderKey: the secret a meter shares with those who make tokens for it (IEC 62055-41, 6.5), and
 * the data from which the key of one meter is derived.
 */
import type { MeterPan } from '../meter-pan/meter-pan.ts';
import { StsRefusalError } from '../refusal.ts';
import type {
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
  TariffIndex,
} from '../supply-group/supply-group.ts';
import type { BaseDate } from '../token-identifier/token-identifier.ts';
import { octetsFromHexadecimal } from './hexadecimal.ts';

/** Decoder key generation algorithms; key-generation-algorithms.ts says what is known of each. */
export type Dkga = '01' | '02' | '03' | '04';

/**
 * 07 is STA, 09 single DES, 11 MISTY1. 61 (TDEA) and 62 (AES-128, FF1) are profiles of this project
 * and not part of IEC 62055-41; encryption-algorithms.ts says what is known of each.
 */
export type EncryptionAlgorithm = '07' | '09' | '11' | '61' | '62';

/** All that enters a decoder key beside the vending key. */
export interface DecoderKeyData {
  readonly meterPan: MeterPan;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  /**
   * The edition whose PANBlock a common key (key type 3) of a four-digit maker takes, 3 unless said:
   * the second edition had sixteen zeros there, the third has the block of two-digit makers. It
   * matters for DKGA02 and DKGA03 only, and for no other key.
   */
  readonly panBlockEdition?: 2 | 3;
}

const REDACTED = 'DecoderKey(redacted)';

/**
 * A decoder key that can be used but not printed: a private field is seen neither by JSON nor by a
 * console.
 */
export class DecoderKey {
  readonly #bytes: Uint8Array;

  /**
   * Copies 8 or 16 octets, most significant first. Throws StsRefusalError (decoder-key-length) for
   * any other number.
   */
  constructor(bytes: Readonly<Uint8Array>) {
    if (bytes.length !== 8 && bytes.length !== 16) {
      throw new StsRefusalError(
        'decoder-key-length',
        `A decoder key has 8 or 16 octets, got ${bytes.length}.`,
      );
    }
    this.#bytes = new Uint8Array(bytes);
  }

  /**
   * Reads hexadecimal digits. Throws StsRefusalError (hexadecimal, decoder-key-length) without
   * repeating them.
   */
  static fromHex(hex: string): DecoderKey {
    return new DecoderKey(octetsFromHexadecimal(hex));
  }

  /** Lends the octets to one cipher call. The only place a key leaves this class. */
  use<Result>(cipher: (bytes: Readonly<Uint8Array>) => Result): Result {
    return cipher(this.#bytes);
  }

  /**
   * Whether the other key has the same octets, looking only at the bits of the mask in each. Where the
   * two part cannot be told from the time.
   */
  equals(other: DecoderKey, mask = 0xff): boolean {
    return this.use((own) =>
      other.use((theirs) => {
        if (own.length !== theirs.length) return false;
        const difference = own.reduce((bits, octet, at) => bits | (octet ^ (theirs[at] ?? 0)), 0);
        return (difference & mask) === 0;
      }),
    );
  }

  /** In octets. */
  get length(): number {
    return this.#bytes.length;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }
}
