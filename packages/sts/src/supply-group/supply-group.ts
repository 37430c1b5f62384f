/**
 * The data of a supply group that enter a decoder key (IEC 62055-41, 6.1.6 to 6.1.10): which group,
 * which tariff, which revision and kind of key, and until which block of minutes the key serves.
 *
 * Constructors throw StsRefusalError. A key change token carries the same data as binary numbers; what
 * is read from one comes from outside and may be out of range, so the way back returns a fault.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { StsRefusalError } from '../refusal.ts';
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

/** 0 initialisation (DITK), 1 default (DDTK), 2 unique (DUTK), 3 common (DCTK); see key-type.ts. */
export type KeyType = 0 | 1 | 2 | 3;

const SUPPLY_GROUP_CODE_MAX = 999_999;
const TARIFF_INDEX_MAX = 99;

/** Throws StsRefusalError (supply-group-code) unless the text is six digits. */
export function supplyGroupCode(text: string): SupplyGroupCode {
  if (!/^\d{6}$/.test(text)) {
    throw new StsRefusalError('supply-group-code', `Got "${text}".`);
  }
  return text as SupplyGroupCode;
}

/** Throws StsRefusalError (tariff-index) unless the text is two digits. */
export function tariffIndex(text: string): TariffIndex {
  if (!/^\d{2}$/.test(text)) throw new StsRefusalError('tariff-index', `Got "${text}".`);
  return text as TariffIndex;
}

/** Throws StsRefusalError (key-revision-number) outside 1 to 9. */
export function keyRevisionNumber(value: number): KeyRevisionNumber {
  if (!Number.isInteger(value) || value < 1 || value > 9) {
    throw new StsRefusalError('key-revision-number', `Got ${value}.`);
  }
  return value as KeyRevisionNumber;
}

/** Throws StsRefusalError (key-expiry-number) outside 0 to 255. */
export function keyExpiryNumber(value: number): KeyExpiryNumber {
  if (!Number.isInteger(value) || value < 0 || value > 255) {
    throw new StsRefusalError('key-expiry-number', `Got ${value}.`);
  }
  return value as KeyExpiryNumber;
}

/** Throws StsRefusalError (key-type) outside 0 to 3. */
export function keyType(value: number): KeyType {
  if (value !== 0 && value !== 1 && value !== 2 && value !== 3) {
    throw new StsRefusalError('key-type', `Got ${value}.`);
  }
  return value;
}

/** The 24-bit number of a key change token (sections 3 and 4), 0 to 999 999. */
export function numberOfSupplyGroupCode(code: SupplyGroupCode): number {
  return Number(code);
}

/** What was read and cannot be. */
export interface NumberFault<Name extends string> {
  readonly kind: 'fault';
  readonly fault: Name;
  readonly found: number;
  readonly greatest: number;
}

export type SupplyGroupCodeOfNumber =
  | { readonly kind: 'supply-group-code'; readonly supplyGroupCode: SupplyGroupCode }
  | NumberFault<'supply-group-code'>;

/** The code of a number read from a token; 24 bits hold more than six digits do. */
export function supplyGroupCodeOfNumber(value: number): SupplyGroupCodeOfNumber {
  if (!isWholeUpTo(value, SUPPLY_GROUP_CODE_MAX)) {
    return faultOf('supply-group-code', value, SUPPLY_GROUP_CODE_MAX);
  }
  const code = supplyGroupCode(String(value).padStart(6, '0'));
  return { kind: 'supply-group-code', supplyGroupCode: code };
}

/**
 * The 8-bit number of a key change token (section 2), 0 to 99. It is binary there, whereas the
 * ControlBlock of a derivation has the two digits: 99 is 63 in hexadecimal here and 99 there.
 */
export function numberOfTariffIndex(index: TariffIndex): number {
  return Number(index);
}

export type TariffIndexOfNumber =
  | { readonly kind: 'tariff-index'; readonly tariffIndex: TariffIndex }
  | NumberFault<'tariff-index'>;

/** The index of a number read from a token; eight bits hold more than two digits do. */
export function tariffIndexOfNumber(value: number): TariffIndexOfNumber {
  if (!isWholeUpTo(value, TARIFF_INDEX_MAX)) {
    return faultOf('tariff-index', value, TARIFF_INDEX_MAX);
  }
  return { kind: 'tariff-index', tariffIndex: tariffIndex(String(value).padStart(2, '0')) };
}

function isWholeUpTo(value: number, greatest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= greatest;
}

function faultOf<Name extends string>(
  fault: Name,
  found: number,
  greatest: number,
): NumberFault<Name> {
  return { kind: 'fault', fault, found, greatest };
}

/**
 * Whether a token of this minute is beyond the key. The eight high bits of the token identifier
 * number the blocks; the block named by the key expiry number is still allowed.
 */
export function isKeyExpired(tokenIdentifier: TokenIdentifier, ken: KeyExpiryNumber): boolean {
  return tokenIdentifier >> 16 > ken;
}
