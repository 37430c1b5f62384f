/**
 * The amount of a token in words: with its unit, and whether its code stands for that amount only or
 * for all that was rounded to it.
 */
import type { FieldValue } from '../token/field-values.ts';
import type { FieldKind } from '../token/layouts.ts';
import { decodeTransferAmount } from '../token/transfer-amount.ts';
import { decodeTransferCurrency } from '../token/transfer-currency.ts';

/** The kinds of field that hold an amount. */
export type AmountKind = Extract<FieldKind, 'energy' | 'volume' | 'span' | 'power' | 'currency'>;

const CURRENCY_PLACES = 5;
const CURRENCY_SIGN_BIT = 1 << 19;
const CURRENCY_SIZE_MAX = CURRENCY_SIGN_BIT - 1;

/** "25.6 kWh", "0.5 m³", "12.3 minutes", "45 024 W", "-0.00001 of the base currency". */
export function formatAmount(kind: AmountKind, value: FieldValue): string {
  switch (kind) {
    case 'energy':
      return `${tenths(Number(value))} kWh`;
    case 'volume':
      return `${tenths(Number(value))} m³`;
    case 'span':
      return `${tenths(Number(value))} minutes`;
    case 'power':
      return `${grouped(String(value))} W`;
    case 'currency':
      return `${formatCurrency(BigInt(value))} of the base currency`;
  }
}

function tenths(value: number): string {
  return `${grouped(String(Math.floor(value / 10)))}.${value % 10}`;
}

function formatCurrency(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(CURRENCY_PLACES + 1, '0');
  const whole = grouped(digits.slice(0, -CURRENCY_PLACES));
  return `${value < 0n ? '-' : ''}${whole}.${digits.slice(-CURRENCY_PLACES)}`;
}

/** A whole number with a blank between groups of three digits. */
export function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
}

/** Whether a code stands for one amount, or for which others that were rounded to it. */
export function explainRounding(kind: AmountKind, code: number): string {
  return kind === 'currency' ? currencyRounding(code) : unitRounding(kind, code);
}

function unitRounding(kind: Exclude<AmountKind, 'currency'>, code: number): string {
  const carried = decodeTransferAmount(code);
  const below = code === 0 ? 0 : decodeTransferAmount(code - 1);
  if (carried - below <= 1) return 'The code stands for this value and no other.';
  const next = formatAmount(kind, below);
  return `The next smaller code is ${next}; whatever lies above that was rounded up to this one.`;
}

function currencyRounding(code: number): string {
  const sizeCode = code & CURRENCY_SIZE_MAX;
  const size = decodeTransferCurrency(sizeCode);
  if ((code & CURRENCY_SIGN_BIT) === 0) {
    const below = sizeCode === 0 ? 0n : decodeTransferCurrency(sizeCode - 1);
    if (size - below <= 1n) return 'The code stands for this value and no other.';
    const next = formatAmount('currency', below);
    return `The next smaller code is ${next}; whatever lies above that was rounded up to this one.`;
  }
  if (sizeCode === CURRENCY_SIZE_MAX) return 'There is no greater debit.';
  const above = decodeTransferCurrency(sizeCode + 1);
  if (above - size <= 1n) return 'The code stands for this value and no other.';
  const next = formatAmount('currency', -above);
  return `The next greater debit is ${next}; a smaller one was cut down to this one.`;
}
