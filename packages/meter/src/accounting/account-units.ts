/**
 * The units a meter's account and its measuring element count in. One meter has one of each; its
 * settings say which, so that the rules are written once for all services.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';

/**
 * What the account counts: in energy mode Wh of electricity, tenths of a cubic metre of water or gas,
 * tenths of a minute of time; in currency mode hundred-thousandths of the currency.
 */
export type AccountUnits = Quantity<number, 'units of the account'>;

/** What the measuring element counts: Wh of electricity, dm³ of water or gas, seconds of time. */
export type MeasuredUnits = Quantity<number, 'Wh, dm3 or s'>;

/** A price per kWh, m³ or hour, in hundred-thousandths of the currency. */
export type UnitPrice = Quantity<number, 'currency/100000 per kWh, m3 or h'>;

/** Refuses anything but a whole number that a double holds exactly. May be negative. */
export function accountUnits(value: number): AccountUnits {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`an account counts whole units, got ${value}`);
  }
  return value as AccountUnits;
}

/** Refuses anything but a whole number, zero or more, that a double holds exactly. */
export function measuredUnits(value: number): MeasuredUnits {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`a measuring element counts whole units from zero, got ${value}`);
  }
  return value as MeasuredUnits;
}

/** A thousand units of currency per kWh; the product with any reading stays exact. */
export const UNIT_PRICE_MAX = 100_000_000;

/** Refuses anything but a whole number from zero to UNIT_PRICE_MAX. */
export function unitPrice(value: number): UnitPrice {
  if (!Number.isSafeInteger(value) || value < 0 || value > UNIT_PRICE_MAX) {
    throw new RangeError(`a price is 0 to ${UNIT_PRICE_MAX} hundred-thousandths, got ${value}`);
  }
  return value as UnitPrice;
}
