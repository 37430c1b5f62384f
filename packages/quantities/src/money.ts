/**
 * Money in the smallest unit of its ledger's currency, always a bigint. The currency belongs to the
 * ledger and not to the amount, so two currencies can never be added.
 */
import type { Quantity } from './quantity.ts';

/** Money in the smallest unit of its ledger's currency, for example cents. May be negative. */
export type MinorUnits = Quantity<bigint, 'minor'>;

/**
 * Money as a currency token of the standard carries it: hundred-thousandths of the base currency
 * (one dollar is 100 000). May be negative. It can outgrow 64 bits, so it is no MinorUnits.
 */
export type HundredThousandths = Quantity<bigint, 'currency/100000'>;

/** States that a whole number counts hundred-thousandths of the base currency. */
export function hundredThousandths(value: bigint): HundredThousandths {
  return value as HundredThousandths;
}

// What a PostgreSQL bigint holds; a larger amount could be computed but never stored.
const MINOR_UNITS_MAX = 2n ** 63n - 1n;

/** Refuses an amount that a 64-bit column cannot hold. */
export function minorUnits(value: bigint): MinorUnits {
  if (value > MINOR_UNITS_MAX || value < -MINOR_UNITS_MAX) {
    throw new RangeError(`money must fit 64 bits of minor units, got ${value}`);
  }
  return value as MinorUnits;
}

export type ParsedMinorUnits =
  | { readonly kind: 'money'; readonly money: MinorUnits }
  | { readonly kind: 'fault'; readonly fault: 'not-a-whole-number' | 'too-large' };

/** Reads the wire's form, a whole number of minor units in decimal, such as "5000" or "-5". */
export function parseMinorUnits(text: string): ParsedMinorUnits {
  if (!/^-?\d{1,30}$/.test(text)) return { kind: 'fault', fault: 'not-a-whole-number' };
  const value = BigInt(text);
  if (value > MINOR_UNITS_MAX || value < -MINOR_UNITS_MAX) {
    return { kind: 'fault', fault: 'too-large' };
  }
  return { kind: 'money', money: value as MinorUnits };
}

/**
 * Writes money for people, without a currency sign: 123456 with two places becomes "1234.56".
 * Refuses a number of places outside 0 to 4, the range of ISO 4217.
 */
export function formatMinorUnits(money: MinorUnits, places: number): string {
  if (!Number.isInteger(places) || places < 0 || places > 4) {
    throw new RangeError(`a currency has 0 to 4 decimal places, got ${places}`);
  }
  const sign = money < 0n ? '-' : '';
  const digits = String(money < 0n ? -money : money).padStart(places + 1, '0');
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
