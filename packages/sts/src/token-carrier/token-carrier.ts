/**
 * The numeric token carrier: twenty digits that a person reads out and keys in (IEC 62055-51).
 */
import type { NumericToken } from '../token/token.ts';

// The greatest number of 66 bits. Digit strings of one length compare like the numbers they write.
const GREATEST_NUMBER = '73786976294838206463';

export type ParsedNumericToken =
  | { readonly kind: 'token'; readonly token: NumericToken }
  | { readonly kind: 'fault'; readonly fault: 'not-twenty-digits' | 'above-66-bits' };

/**
 * Reads what the customer typed; blanks and hyphens are ignored. A slip of the finger is data, not
 * an exception.
 */
export function parseNumericToken(typed: string): ParsedNumericToken {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d{20}$/.test(digits)) return { kind: 'fault', fault: 'not-twenty-digits' };
  if (digits > GREATEST_NUMBER) return { kind: 'fault', fault: 'above-66-bits' };
  return { kind: 'token', token: digits as NumericToken };
}

/** Writes a token as people read it: five groups of four, a blank between. */
export function formatNumericToken(token: NumericToken): string {
  return token.replaceAll(/\d{4}(?=\d)/g, '$& ');
}
