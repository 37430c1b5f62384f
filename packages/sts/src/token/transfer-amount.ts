/**
 * TransferAmount: the 16-bit field that carries the credit of a class 0 token, subclasses 0 to 3, and
 * the limits of power in class 2 (IEC 62055-41, 6.3.6). The unit is that of the token: a tenth of a
 * kWh, of a cubic metre or of a minute, or a watt.
 *
 * The field is a small floating-point number: two bits of exponent above fourteen bits of mantissa.
 * Each exponent covers its own range and the ranges do not overlap, so every code has exactly one
 * value and every value at most one code.
 */
import type { TenthKwh, Watts } from '@wattvend/quantities/energy.js';
import type { TenthMinutes } from '@wattvend/quantities/time.js';
import type { TenthCubicMetres } from '@wattvend/quantities/volume.js';
import { StsRefusalError } from '../refusal.ts';

/** What the field can carry; whole, zero or more. */
export type TransferUnits = TenthKwh | TenthCubicMetres | TenthMinutes | Watts;

const MANTISSA_BITS = 14;
const MANTISSA_MAX = 2 ** MANTISSA_BITS - 1;
const CODE_MAX = 0xffff;

// By exponent: the value of one step of the mantissa, and the first value of the range, which is
// the sum of the sizes of all ranges below it.
const STEP = [1, 10, 100, 1000] as const;
const RANGE_START = [0, 16_384, 180_224, 1_818_624] as const;

/** 1 820 162.4 kWh or m³ or minutes, or 18.2 MW. */
export const TRANSFER_AMOUNT_MAX: number = RANGE_START[3] + STEP[3] * MANTISSA_MAX;

/**
 * Encodes an amount, rounding up when the field cannot hold it exactly: the customer never receives
 * less than was paid for. Throws StsRefusalError: 'field-range' for what is no whole number;
 * 'amount-above-code' below zero and above TRANSFER_AMOUNT_MAX.
 */
export function encodeTransferAmountCeil(amount: TransferUnits): number {
  if (!Number.isInteger(amount)) {
    throw new StsRefusalError('field-range', `An amount is a whole number, got ${typeof amount}.`);
  }
  if (amount < 0 || amount > TRANSFER_AMOUNT_MAX) {
    throw new StsRefusalError(
      'amount-above-code',
      `Got ${amount} units; the field holds 0 to ${TRANSFER_AMOUNT_MAX}.`,
    );
  }
  for (let exponent = 0; exponent < RANGE_START.length; exponent++) {
    // Between two ranges there is a gap; what lies in it takes the first value of the next range.
    const above = Math.max(0, amount - (RANGE_START[exponent] as number));
    const mantissa = Math.ceil(above / (STEP[exponent] as number));
    if (mantissa <= MANTISSA_MAX) return (exponent << MANTISSA_BITS) | mantissa;
  }
  throw new Error('unreachable: the maximum was checked above');
}

/**
 * The amount a code carries, in the unit of its token. Throws StsRefusalError 'field-range' unless
 * the code is a 16-bit number.
 */
export function decodeTransferAmount(code: number): number {
  if (!Number.isInteger(code) || code < 0 || code > CODE_MAX) {
    throw new StsRefusalError(
      'field-range',
      `A transfer amount code is 0 to ${CODE_MAX}, got ${code}.`,
    );
  }
  const exponent = code >> MANTISSA_BITS;
  const mantissa = code & MANTISSA_MAX;
  return (RANGE_START[exponent] as number) + (STEP[exponent] as number) * mantissa;
}

/** What a token for this amount will really carry: the amount, or the next the field can hold. */
export function carriedTransferAmount<Unit extends TransferUnits>(amount: Unit): Unit {
  return decodeTransferAmount(encodeTransferAmountCeil(amount)) as Unit;
}
