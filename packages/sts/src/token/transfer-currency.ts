/**
 * TransferAmount of a currency token, class 0, subclasses 4 to 7 (IEC 62055-41, third edition,
 * 6.3.6): 20 bits, most significant first a sign (1 is negative), five bits of exponent and
 * fourteen of mantissa. The ranges of the exponents follow one another as in the 16-bit code, so
 * that every code but the negative zero has a value of its own.
 *
 * Confidence medium: the field tables are published, and one implementation agrees.
 */
import { type HundredThousandths, hundredThousandths } from '@wattvend/quantities/money.js';
import { StsRefusalError } from '../refusal.ts';

const MANTISSA_BITS = 14;
const MANTISSA_MAX = 2 ** MANTISSA_BITS - 1;
const EXPONENTS = 32;
const EXPONENT_MASK = EXPONENTS - 1;
const SIGN_BIT = 1 << 19;
const CODE_MAX = 0xf_ffff;

// By exponent: the value of one step of the mantissa, and the first value of the range, which is
// the sum of the sizes of all ranges below it.
const STEP: readonly bigint[] = Array.from({ length: EXPONENTS }, (_, e) => 10n ** BigInt(e));
const RANGE_START: readonly bigint[] = rangeStarts();

function rangeStarts(): readonly bigint[] {
  const starts = [0n];
  for (let exponent = 1; exponent < EXPONENTS; exponent++) {
    const below = (starts[exponent - 1] as bigint) + (STEP[exponent - 1] as bigint) * 16_384n;
    starts.push(below);
  }
  return starts;
}

/** The greatest size the code carries, about 1.8 · 10^35 hundred-thousandths. */
export const TRANSFER_CURRENCY_MAX: HundredThousandths = hundredThousandths(
  sizeOf(EXPONENTS - 1, MANTISSA_MAX),
);

function sizeOf(exponent: number, mantissa: number): bigint {
  return (RANGE_START[exponent] as bigint) + (STEP[exponent] as bigint) * BigInt(mantissa);
}

/**
 * Encodes money in favour of the customer where the code cannot hold it exactly: a credit is
 * rounded up, the size of a debit down. Zero is positive. Throws StsRefusalError: 'field-range' for
 * what is no bigint; 'amount-above-code' when the size is above TRANSFER_CURRENCY_MAX.
 */
export function encodeTransferCurrencyForCustomer(money: HundredThousandths): number {
  if (typeof money !== 'bigint') {
    throw new StsRefusalError('field-range', `Money is a bigint, got ${typeof money}.`);
  }
  const isDebit = money < 0n;
  const size = isDebit ? -money : money;
  if (size > TRANSFER_CURRENCY_MAX) {
    throw new StsRefusalError(
      'amount-above-code',
      `Got ${money} hundred-thousandths; the greatest size is ${TRANSFER_CURRENCY_MAX}.`,
    );
  }
  return isDebit ? SIGN_BIT | codeOfFloor(size) : codeOfCeil(size);
}

function codeOfCeil(size: bigint): number {
  for (let exponent = 0; exponent < EXPONENTS; exponent++) {
    const above = size - (RANGE_START[exponent] as bigint);
    const step = STEP[exponent] as bigint;
    // What lies in the gap between two ranges takes the first value of the upper.
    const mantissa = above <= 0n ? 0n : (above + step - 1n) / step;
    if (mantissa <= MANTISSA_MAX) return (exponent << MANTISSA_BITS) | Number(mantissa);
  }
  throw new Error('unreachable: the maximum was checked above');
}

function codeOfFloor(size: bigint): number {
  let exponent = EXPONENTS - 1;
  while (size < (RANGE_START[exponent] as bigint)) exponent -= 1;
  // Below the next range there are 16 384 steps, so that what lies in the gap takes the last of them.
  const mantissa = (size - (RANGE_START[exponent] as bigint)) / (STEP[exponent] as bigint);
  return (exponent << MANTISSA_BITS) | Number(mantissa);
}

/**
 * The money a code carries, negative for a debit. Throws StsRefusalError 'field-range' unless the
 * code is a 20-bit number. The negative zero, which no encoder makes, is read as zero.
 */
export function decodeTransferCurrency(code: number): HundredThousandths {
  if (!Number.isInteger(code) || code < 0 || code > CODE_MAX) {
    throw new StsRefusalError('field-range', `A currency code is 0 to ${CODE_MAX}, got ${code}.`);
  }
  const exponent = (code >> MANTISSA_BITS) & EXPONENT_MASK;
  const size = sizeOf(exponent, code & MANTISSA_MAX);
  return hundredThousandths((code & SIGN_BIT) === 0 ? size : -size);
}

/** What a token for this money will really carry. */
export function carriedTransferCurrency(money: HundredThousandths): HundredThousandths {
  return decodeTransferCurrency(encodeTransferCurrencyForCustomer(money));
}
