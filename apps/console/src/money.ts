/**
 * Money at the edge of the screen: what a person types becomes whole minor units, and whole minor
 * units become what a person reads. Everything between is a bigint, so no amount is ever rounded.
 */

/** The currency of the utility, as the session tells it. */
export interface Currency {
  readonly code: string;
  readonly symbol: string;
  readonly decimal_places: number;
}

export type MoneyFault =
  | 'empty'
  | 'not-a-number'
  | 'ambiguous-separator'
  | 'too-many-decimals'
  | 'not-positive'
  | 'too-large';

export type ParsedMoney =
  | { readonly kind: 'money'; readonly minor: bigint }
  | { readonly kind: 'fault'; readonly fault: MoneyFault };

// What the wire's 64-bit columns hold.
const MINOR_MAX = 2n ** 63n - 1n;

function fault(name: MoneyFault): ParsedMoney {
  return { kind: 'fault', fault: name };
}

// One digit run, or groups of three behind the first with one and the same separator.
function isGrouped(whole: string, separator: string): boolean {
  const groups = whole.split(separator);
  const first = groups[0] ?? '';
  return (
    first.length >= 1 && first.length <= 3 && groups.slice(1).every((group) => group.length === 3)
  );
}

interface Split {
  readonly whole: string;
  readonly fraction: string;
}

// Comma and point are both read as the decimal separator, whatever the browser's language: a
// cashier's keyboard does not change with it. When both occur the last one is the decimal one.
function splitAtDecimal(text: string, places: number): Split | MoneyFault {
  const marks = [...text].filter((sign) => sign === '.' || sign === ',');
  const last = marks.at(-1);
  if (last === undefined) return { whole: text, fraction: '' };
  const first = marks[0] ?? last;
  if (marks.length > 1 && first === last) {
    return isGrouped(text, first)
      ? { whole: text.replaceAll(first, ''), fraction: '' }
      : 'not-a-number';
  }
  const at = text.lastIndexOf(last);
  const whole = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (marks.length === 1) {
    // "1,000" is a thousand to one person and one to another; guessing would cost somebody money.
    const looksGrouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    return looksGrouped && places < 3 ? 'ambiguous-separator' : { whole, fraction };
  }
  if (whole.includes(last) || !isGrouped(whole, first)) return 'not-a-number';
  return { whole: whole.replaceAll(first, ''), fraction };
}

/**
 * Reads an amount in major units, such as "12.5", "12,50" or "1 000", into minor units. Refuses
 * letters, signs other than digits and separators, more decimals than the currency has, a lone
 * separator before three digits (it could mean either), zero and negative amounts.
 */
export function parseMoney(typed: string, places: number): ParsedMoney {
  const text = typed.replaceAll(/[\s'’]/g, '');
  if (text === '') return fault('empty');
  if (/^[-−]\d/.test(text)) return fault('not-positive');
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return fault('not-a-number');
  const split = splitAtDecimal(text, places);
  if (typeof split === 'string') return fault(split);
  if (!/^\d*$/.test(split.whole) || !/^\d*$/.test(split.fraction)) return fault('not-a-number');
  if (split.fraction.length > places) return fault('too-many-decimals');
  const minor = BigInt(`${split.whole}${split.fraction.padEnd(places, '0')}` || '0');
  if (minor === 0n) return fault('not-positive');
  if (minor > MINOR_MAX) return fault('too-large');
  return { kind: 'money', minor };
}

/** The same where nothing is an answer too: the change in a till, or a limit that is taken away. */
export function parseMoneyOrZero(typed: string, places: number): ParsedMoney {
  const isZero = new RegExp(`^0+([.,]0{1,${Math.max(places, 1)}})?$`).test(typed.trim());
  return isZero ? { kind: 'money', minor: 0n } : parseMoney(typed, places);
}

/** What is said beside the field; null for an empty field, which is no mistake yet. */
export function explainMoneyFault(fault: MoneyFault, places: number): string | null {
  switch (fault) {
    case 'empty':
      return null;
    case 'not-a-number':
      return 'Write the amount in digits, for example 150 or 12.50.';
    case 'ambiguous-separator':
      return 'This could mean two amounts. Leave the thousands separator out.';
    case 'too-many-decimals':
      return places === 0
        ? 'This currency has no decimals.'
        : `At most ${places} digits after the decimal point.`;
    case 'not-positive':
      return 'The amount must be more than zero.';
    case 'too-large':
      return 'This amount is too large.';
  }
}

function numberFormat(
  locale: string | undefined,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { ...options, numberingSystem: 'latn' });
}

// A bare sign such as $ or € stands close to the number; a word such as KES keeps its blank.
function isWord(symbol: string): boolean {
  return /\p{L}/u.test(symbol);
}

/**
 * Writes minor units for people: 123456 of KES becomes "KES 1,234.56" in English. Only the pattern
 * (where the sign, the symbol and the separators stand) comes from Intl, from a one; the digits are
 * put in from the bigint, so any size is exact.
 */
export function formatMoney(
  minor: bigint | string,
  currency: Currency,
  o: { readonly locale?: string | undefined; readonly withoutSymbol?: boolean } = {},
): string {
  const value = BigInt(minor);
  const places = currency.decimal_places;
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  const grouped = numberFormat(o.locale, { maximumFractionDigits: 0 }).format(BigInt(whole));
  const shape: Intl.NumberFormatOptions = {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    ...(o.withoutSymbol === true
      ? {}
      : { style: 'currency', currency: currency.code, currencyDisplay: 'code' }),
  };
  const parts = numberFormat(o.locale, shape).formatToParts(value < 0n ? -1n : 1n);
  let written = '';
  for (const part of parts) {
    if (part.type === 'integer') written += grouped;
    else if (part.type === 'fraction') written += fraction;
    else if (part.type === 'currency') written += currency.symbol;
    else if (part.type === 'literal' && !isWord(currency.symbol)) written += part.value.trim();
    else written += part.value;
  }
  return written;
}

/** Minor units as a plain number of major units, only to draw the height of a bar. */
export function drawnMajor(minor: string, places: number): number {
  return Number(minor) / 10 ** places;
}

/** Quick amounts for the till in minor units, from the smallest note people pay with upwards. */
export function quickAmounts(places: number): readonly bigint[] {
  return [50n, 100n, 200n, 500n, 1000n].map((major) => major * 10n ** BigInt(places));
}

/** The amount as a person would type it: no grouping, a point, no idle zeros behind it. */
export function typedMoney(minor: bigint, places: number): string {
  const digits = String(minor).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}
