/**
 * DecoderKey: the secret a meter shares with those who make tokens for it (IEC 62055-41, 6.5), and
 * the data from which the key of one meter is derived.
 */
import type { MeterPan } from '../meter-pan/meter-pan.ts';
import type {
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
  TariffIndex,
} from '../supply-group/supply-group.ts';
import type { BaseDate } from '../token-identifier/token-identifier.ts';
import { octetsFromHexadecimal } from './hexadecimal.ts';

/** Decoder key generation algorithms built here; each has its file. */
export type Dkga = '02' | '04';

/** 07 is STA with keys of 64 bits, 11 is MISTY1 with keys of 128 bits. */
export type EncryptionAlgorithm = '07' | '11';

/** Octets in a decoder key, by encryption algorithm. */
export const DECODER_KEY_OCTETS: Readonly<Record<EncryptionAlgorithm, 8 | 16>> = {
  '07': 8,
  '11': 16,
};

/** All that enters a decoder key beside the vending key. */
export interface DecoderKeyData {
  readonly meterPan: MeterPan;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly encryptionAlgorithm: EncryptionAlgorithm;
}

const REDACTED = 'DecoderKey(redacted)';

/**
 * A decoder key that can be used but not printed: a private field is seen neither by JSON nor by a
 * console.
 */
export class DecoderKey {
  readonly #bytes: Uint8Array;

  /** Copies 8 or 16 octets, most significant first. Throws RangeError for any other number. */
  constructor(bytes: Readonly<Uint8Array>) {
    if (bytes.length !== 8 && bytes.length !== 16) {
      throw new RangeError(`a decoder key has 8 or 16 octets, got ${bytes.length}`);
    }
    this.#bytes = new Uint8Array(bytes);
  }

  /** Reads hexadecimal digits. Throws RangeError without repeating them. */
  static fromHex(hex: string): DecoderKey {
    return new DecoderKey(octetsFromHexadecimal(hex));
  }

  /** Lends the octets to one cipher call. The only place a key leaves this class. */
  use<Result>(cipher: (bytes: Readonly<Uint8Array>) => Result): Result {
    return cipher(this.#bytes);
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
