/** The number printed on a meter (IEC 62055-41, DRN): 11 or 13 digits, the last one a check digit. */
import { parseDrn } from '@wattvend/sts/meter-pan.js';
import { groupDigits, plainDigits } from './digits.ts';

const SHORTEST = 11;

/** True for text that can only be meant as a number: digits with blanks or hyphens between. */
export function looksLikeNumber(typed: string): boolean {
  return /\d/.test(typed) && /^[\d\s-]+$/.test(typed);
}

/** What the search asks the server for: numbers without blanks, names as they are. */
export function searchText(typed: string): string {
  return looksLikeNumber(typed) ? plainDigits(typed) : typed.trim().replaceAll(/\s+/g, ' ');
}

/**
 * Says what is wrong with a whole meter number; null while it is short (a prefix is being typed),
 * right, or no number at all.
 */
export function explainMeterNumber(typed: string): string | null {
  if (!looksLikeNumber(typed)) return null;
  const digits = plainDigits(typed);
  if (digits.length < SHORTEST) return null;
  const parsed = parseDrn(digits);
  if (parsed.kind === 'drn') return null;
  switch (parsed.fault) {
    case 'not-eleven-or-thirteen-digits':
      return `A meter number has 11 or 13 digits; this has ${digits.length}.`;
    case 'drn-check-digit':
      return `The check digit of ${groupDigits(digits)} does not fit: one of its digits is mistyped.`;
  }
}
