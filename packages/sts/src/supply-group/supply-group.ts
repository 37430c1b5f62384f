/**
 * The data of a supply group that enter a decoder key (IEC 62055-41, 6.1.6 to 6.1.10): which group,
 * which tariff, which revision and kind of key, and until which block of minutes the key serves.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { BaseDate, TokenIdentifier } from '../token-identifier/token-identifier.ts';

export type { BaseDate };

/** Six digits, leading zeros kept. */
export type SupplyGroupCode = Quantity<string, 'SGC'>;

/** Two digits, leading zero kept. */
export type TariffIndex = Quantity<string, 'TI'>;

/** 1 to 9. */
export type KeyRevisionNumber = Quantity<number, 'KRN'>;

/** 0 to 255: the last block of 65 536 minutes in which tokens may be made; 255 never passes. */
export type KeyExpiryNumber = Quantity<number, 'KEN'>;

/** 0 initialisation (DITK), 1 default (DDTK), 2 unique (DUTK), 3 common (DCTK). */
export type KeyType = 0 | 1 | 2 | 3;

/** Throws RangeError unless the text is six digits. */
export function supplyGroupCode(text: string): SupplyGroupCode {
  if (!/^\d{6}$/.test(text)) {
    throw new RangeError(`a supply group code has 6 digits, got "${text}"`);
  }
  return text as SupplyGroupCode;
}

/** Throws RangeError unless the text is two digits. */
export function tariffIndex(text: string): TariffIndex {
  if (!/^\d{2}$/.test(text)) throw new RangeError(`a tariff index has 2 digits, got "${text}"`);
  return text as TariffIndex;
}

/** Throws RangeError outside 1 to 9. */
export function keyRevisionNumber(value: number): KeyRevisionNumber {
  if (!Number.isInteger(value) || value < 1 || value > 9) {
    throw new RangeError(`a key revision number is 1 to 9, got ${value}`);
  }
  return value as KeyRevisionNumber;
}

/** Throws RangeError outside 0 to 255. */
export function keyExpiryNumber(value: number): KeyExpiryNumber {
  if (!Number.isInteger(value) || value < 0 || value > 255) {
    throw new RangeError(`a key expiry number is 0 to 255, got ${value}`);
  }
  return value as KeyExpiryNumber;
}

/** Throws RangeError outside 0 to 3. */
export function keyType(value: number): KeyType {
  if (value !== 0 && value !== 1 && value !== 2 && value !== 3) {
    throw new RangeError(`a key type is 0 to 3, got ${value}`);
  }
  return value;
}

/**
 * Whether a token of this minute is beyond the key. The eight high bits of the token identifier
 * number the blocks; the block named by the key expiry number is still allowed.
 */
export function isKeyExpired(tokenIdentifier: TokenIdentifier, ken: KeyExpiryNumber): boolean {
  return tokenIdentifier >> 16 > ken;
}
