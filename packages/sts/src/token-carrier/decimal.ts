/**
 * The 66 bits of a token as twenty decimal digits and back (IEC 62055-41, 6.4 and IEC 62055-51), without
 * bigint: bits 65 and 64 as a number of their own, the other 64 as a block.
 *
 * All steps are on whole numbers below 2^53, which doubles hold exactly. Math.floor(x / d) is then
 * exact too: the true quotient is at least 1/d below the next whole number, and rounding moves it
 * by less than that.
 */
import type { Block64 } from '../cipher/block64.ts';

const TWO_TO_16 = 2 ** 16;
const TWO_TO_32 = 2 ** 32;
const TEN_TO_10 = 10 ** 10;
const HALF_DIGITS = 10;

// A number's own way to text takes more time than the cipher; five ready groups of four do not.
const FOUR_DIGITS: readonly string[] = Array.from({ length: 10_000 }, (_, group) =>
  String(group).padStart(4, '0'),
);

/** Writes twenty digits with leading zeros. */
export function digitsFromBits(bits65And64: number, block: Readonly<Block64>): string {
  // The number is upper * 2^32 + middle * 2^16 + lower, of 34, 16 and 16 bits; a long division by
  // 10^10 in two steps leaves the two halves of ten digits.
  const upper = bits65And64 * TWO_TO_32 + block.high;
  const middle = block.low >>> 16;
  const lower = block.low & 0xffff;
  const first = upper * TWO_TO_16 + middle;
  const firstQuotient = Math.floor(first / TEN_TO_10);
  const second = (first - firstQuotient * TEN_TO_10) * TWO_TO_16 + lower;
  const secondQuotient = Math.floor(second / TEN_TO_10);
  const upperHalf = firstQuotient * TWO_TO_16 + secondQuotient;
  const lowerHalf = second - secondQuotient * TEN_TO_10;

  // Ten digits and ten digits make groups of 4, 4, 2 + 2, 4, 4.
  const groups1And2 = Math.floor(upperHalf / 100);
  const lowerOf3 = Math.floor(lowerHalf / 10 ** 8);
  const groups4And5 = lowerHalf - lowerOf3 * 10 ** 8;
  return (
    fourDigits(Math.floor(groups1And2 / 10_000)) +
    fourDigits(groups1And2 % 10_000) +
    fourDigits((upperHalf - groups1And2 * 100) * 100 + lowerOf3) +
    fourDigits(Math.floor(groups4And5 / 10_000)) +
    fourDigits(groups4And5 % 10_000)
  );
}

function fourDigits(group: number): string {
  return FOUR_DIGITS[group] as string;
}

/**
 * Reads twenty digits of a number below 2^66 into the block; returns bits 65 and 64. The caller has
 * checked both.
 */
export function readDigits(digits: string, block: Block64): number {
  const upperHalf = Number(digits.slice(0, HALF_DIGITS));
  const lowerHalf = Number(digits.slice(HALF_DIGITS));
  // upperHalf * 10^10 + lowerHalf, with upperHalf cut into two parts so that no product reaches 2^53.
  const low = (upperHalf % TWO_TO_16) * TEN_TO_10 + lowerHalf;
  const high = Math.floor(upperHalf / TWO_TO_16) * TEN_TO_10 + Math.floor(low / TWO_TO_16);
  block.low = (high % TWO_TO_16) * TWO_TO_16 + (low % TWO_TO_16);
  const upper = Math.floor(high / TWO_TO_16);
  block.high = upper % TWO_TO_32;
  return Math.floor(upper / TWO_TO_32);
}
