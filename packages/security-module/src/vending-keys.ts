/**
 * The vending keys in use, and all that may be done with one: derive the key of a meter, and show a
 * key check value.
 *
 * Key check value: the first three octets of what the key makes of something fixed, so that two
 * people can compare keys without seeing them. For a DES key (DKGA02) it is the usual one, the key
 * applied to eight zero octets; for a key of 160 bits (DKGA04), HMAC-SHA-256 of the text
 * "wattvend key check value, version 1".
 */
import { createCipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { DecoderKey, DecoderKeyData } from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga02 } from '@wattvend/sts/dkga02.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import { hasOddParity } from '@wattvend/sts/key-parity.js';
import type {
  KeyExpiryNumber,
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
} from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import type { MeterKeyAttributes, ReportedKey, VendingDkga } from './security-module.ts';

/** What is public of a vending key. */
export interface VendingKeyAttributes {
  readonly supplyGroupCode: SupplyGroupCode;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly dkga: VendingDkga;
}

/** A vending key on its way into the sealed file: 8 octets for DKGA02, 20 for DKGA04. */
export interface VendingKeyEntry extends VendingKeyAttributes {
  readonly vendingKey: Uint8Array;
}

const VENDING_KEY_OCTETS: Readonly<Record<VendingDkga, number>> = { '02': 8, '04': 20 };

const KEY_CHECK_OCTETS = 3;
const KEY_CHECK_LABEL = 'wattvend key check value, version 1';

const REDACTED = 'VendingKey(redacted)';

/** A vending key that can be used but not printed. Copies the octets; the caller zeroes its own. */
export class VendingKey {
  readonly attributes: VendingKeyAttributes;
  readonly keyCheckValue: string;
  readonly #derive: (data: DecoderKeyData) => DecoderKey;

  /** Throws RangeError, without repeating the key, for a wrong length or parity or key type 0. */
  constructor(entry: VendingKeyEntry) {
    assertVendingKeyEntry(entry);
    const { vendingKey, ...attributes } = entry;
    this.attributes = attributes;
    if (entry.dkga === '04') {
      const key = createSecretKey(vendingKey);
      this.keyCheckValue = keyCheckValue160(key);
      this.#derive = (data) => deriveByHmac(key, data);
      return;
    }
    // DKGA02 ends in an exclusive or with the vending key itself, so it needs the octets.
    const octets = Uint8Array.from(vendingKey);
    this.keyCheckValue = keyCheckValueDes(octets);
    this.#derive = (data) => deriveDecoderKeyDkga02(octets, data);
  }

  /** Throws RangeError for an encryption algorithm that `isFor` denies. */
  deriveDecoderKey(data: DecoderKeyData): DecoderKey {
    return this.#derive(data);
  }

  report(): ReportedKey {
    return { ...this.attributes, keyCheckValue: this.keyCheckValue };
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }
}

/** Throws RangeError, without repeating the key, unless the entry can serve as a vending key. */
export function assertVendingKeyEntry(entry: VendingKeyEntry): void {
  const expected = VENDING_KEY_OCTETS[entry.dkga];
  if (entry.vendingKey.length !== expected) {
    throw new RangeError(
      `a vending key for DKGA${entry.dkga} has ${expected} octets, got ${entry.vendingKey.length}`,
    );
  }
  if (entry.dkga === '02' && !hasOddParity(entry.vendingKey)) {
    throw new RangeError('a vending key for DKGA02 has odd parity in every octet');
  }
  if (entry.keyType === 0) {
    throw new RangeError('keys of type 0 (DITK) are not derived and have no vending key');
  }
  if (entry.keyType === 3 && entry.dkga === '04') {
    throw new RangeError('DKGA04 is not defined for common keys (DCTK, type 3)');
  }
}

/** The code that HMAC gives is the decoder key and more; it is zeroed once the key is copied. */
function deriveByHmac(key: KeyObject, data: DecoderKeyData): DecoderKey {
  let code: Buffer | undefined;
  const hmac = (message: Uint8Array): Uint8Array => {
    code = createHmac('sha256', key).update(message).digest();
    return code;
  };
  try {
    return deriveDecoderKeyDkga04(hmac, data);
  } finally {
    code?.fill(0);
  }
}

function keyCheckValue160(key: KeyObject): string {
  const code = createHmac('sha256', key).update(KEY_CHECK_LABEL).digest();
  return code.subarray(0, KEY_CHECK_OCTETS).toString('hex');
}

/**
 * Single DES: OpenSSL 3 offers only the triple form, which is the single one for three equal keys.
 */
function keyCheckValueDes(key: Uint8Array): string {
  const threefold = Buffer.concat([key, key, key]);
  try {
    const cipher = createCipheriv('des-ede3-ecb', threefold, null).setAutoPadding(false);
    return cipher.update(Buffer.alloc(8)).subarray(0, KEY_CHECK_OCTETS).toString('hex');
  } finally {
    threefold.fill(0);
  }
}

/** What identifies a vending key among the others of a module. */
export function vendingKeyName(attributes: Omit<VendingKeyAttributes, 'keyExpiryNumber'>): string {
  const { supplyGroupCode, keyRevisionNumber, keyType, baseDate, dkga } = attributes;
  return `${supplyGroupCode}/${keyRevisionNumber}/${keyType}/${baseDate}/${dkga}`;
}

/** The vending keys of one module, found by name. */
export class VendingKeyRing {
  readonly #keys: ReadonlyMap<string, VendingKey>;

  /** Throws RangeError when two keys have one name. */
  constructor(keys: readonly VendingKey[]) {
    this.#keys = new Map(keys.map((key) => [vendingKeyName(key.attributes), key]));
    if (this.#keys.size !== keys.length) throw new RangeError('two vending keys have one name');
  }

  /**
   * The vending key of a meter, or null: no such key, or one that cannot make keys for the meter,
   * for DKGA02 makes keys of 64 bits, which serve encryption algorithm 07 only.
   */
  find(meter: MeterKeyAttributes): VendingKey | null {
    if (meter.dkga === '02' && meter.encryptionAlgorithm !== '07') return null;
    return this.#keys.get(vendingKeyName(meter)) ?? null;
  }

  report(): readonly ReportedKey[] {
    return [...this.#keys.values()].map((key) => key.report());
  }
}
