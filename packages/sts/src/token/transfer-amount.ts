/**
 * TransferAmount: the 16-bit field that carries the credit of a class 0 token, subclasses 0 to 3
 * (IEC 62055-41, 6.3.6).
 *
 * The field is a small floating-point number: two bits of exponent above fourteen bits of mantissa.
 * Each exponent covers its own range and the ranges do not overlap, so every code has exactly one
 * value and every value at most one code.
 */
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';

const MANTISSA_BITS = 14;
const MANTISSA_MAX = 2 ** MANTISSA_BITS - 1;
const CODE_MAX = 0xffff;

// By exponent: the value of one step of the mantissa, and the first value of the range, which is
// the sum of the sizes of all ranges below it.
const STEP = [1, 10, 100, 1000] as const;
const RANGE_START = [0, 16_384, 180_224, 1_818_624] as const;

/** 1 820 162.4 kWh. */
export const TRANSFER_AMOUNT_MAX: TenthKwh = tenthKwh(RANGE_START[3] + STEP[3] * MANTISSA_MAX);

/**
 * Encodes an energy, rounding up when the field cannot hold it exactly: the customer never receives
 * less than was paid for. Throws RangeError above TRANSFER_AMOUNT_MAX.
 */
export function encodeTransferAmountCeil(energy: TenthKwh): number {
  if (energy > TRANSFER_AMOUNT_MAX) {
    throw new RangeError(`energy ${energy} exceeds the field maximum ${TRANSFER_AMOUNT_MAX}`);
  }
  for (const [exponent, start] of RANGE_START.entries()) {
    // Between two ranges there is a gap; what lies in it takes the first value of the next range.
    const mantissa = Math.ceil(Math.max(0, energy - start) / (STEP[exponent] as number));
    if (mantissa <= MANTISSA_MAX) return (exponent << MANTISSA_BITS) | mantissa;
  }
  throw new Error('unreachable: the maximum was checked above');
}

/** The energy a code carries. Throws RangeError unless the code is a 16-bit number. */
export function decodeTransferAmount(code: number): TenthKwh {
  if (!Number.isInteger(code) || code < 0 || code > CODE_MAX) {
    throw new RangeError(`a transfer amount code is 0 to ${CODE_MAX}, got ${code}`);
  }
  const exponent = code >> MANTISSA_BITS;
  const mantissa = code & MANTISSA_MAX;
  return tenthKwh((RANGE_START[exponent] as number) + (STEP[exponent] as number) * mantissa);
}

/** What a token for this energy will really carry: the energy, or the next the field can hold. */
export function carriedTransferAmount(energy: TenthKwh): TenthKwh {
  return decodeTransferAmount(encodeTransferAmountCeil(energy));
}
