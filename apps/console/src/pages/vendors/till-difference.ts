/** What a count found, in words. */
import { type Currency, formatMoney } from '../../money.ts';

export interface Difference {
  readonly words: string;
  readonly isShort: boolean;
}

/** Counted less expected: below zero when money is missing. */
export function differenceWords(minor: string, currency: Currency, locale?: string): Difference {
  const difference = BigInt(minor);
  if (difference === 0n) return { words: 'nothing is missing', isShort: false };
  const isShort = difference < 0n;
  const money = formatMoney(isShort ? -difference : difference, currency, { locale });
  return { words: isShort ? `${money} short` : `${money} over`, isShort };
}
