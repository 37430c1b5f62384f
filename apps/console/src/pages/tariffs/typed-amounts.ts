/**
 * Prices, rates and energy as a person types and reads them. A rate must say its unit, so that ten
 * can never be taken for a thousand per cent; nothing passes through a float.
 */
import type { Currency } from '../../money.ts';

export type Typed<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly message: string };

const DIGITS_MAX = 15;
const E4_PLACES = 4;

function faulty(message: string): { readonly kind: 'fault'; readonly message: string } {
  return { kind: 'fault', message };
}

/** A decimal with a point or one comma, as digits without a point; null for anything else. */
function scaled(text: string, places: number): bigint | 'too-fine' | null {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return 'too-fine';
  return BigInt(whole + kept.padEnd(places, '0'));
}

/** What is typed without blanks, the name of the currency and "per kWh". */
function barePrice(typed: string, { code, symbol }: Currency): string {
  let text = typed.replaceAll(/\s/g, '').replace(/(\/|per)kwh$/i, '');
  for (const word of [code, symbol]) {
    const small = text.toLowerCase();
    if (word !== '' && small.startsWith(word.toLowerCase())) text = text.slice(word.length);
    else if (word !== '' && small.endsWith(word.toLowerCase())) text = text.slice(0, -word.length);
  }
  return text;
}

/** A price of a kWh in ten-thousandths of a minor unit; `signed` lets a rebate through. */
export function parsePrice(
  typed: string,
  currency: Currency,
  o: { readonly signed?: boolean } = {},
): Typed<bigint> {
  const bare = barePrice(typed, currency);
  if (bare === '') return { kind: 'empty' };
  const isNegative = /^[-−]/.test(bare);
  if (isNegative && o.signed !== true) return faulty('A price cannot be below zero.');
  const text = isNegative ? bare.slice(1) : bare;
  // "1,795" is one price to one person and a thousand times it to another.
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) {
    return faulty('This could mean two prices. Write a point before the decimals.');
  }
  const places = currency.decimal_places + E4_PLACES;
  const value = scaled(text, places);
  if (value === null) return faulty(`Write the price of a kWh in digits, such as 2.50.`);
  if (value === 'too-fine') return faulty(`At most ${places} digits after the decimal point.`);
  if (String(value).length > DIGITS_MAX) return faulty('This price is too large.');
  return { kind: 'value', value: isNegative ? -value : value };
}

/** A rate in hundredths of a per cent: "15 %", "7.5 %" or "750 basis points". */
export function parseRate(typed: string): Typed<number> {
  const text = typed.trim().toLowerCase();
  if (text === '') return { kind: 'empty' };
  const percent = /^([\d.,]+)\s*(%|per\s?cent)$/.exec(text)?.[1];
  const points = /^(\d+)\s*(bps?|basis points?)$/.exec(text)?.[1];
  if (percent === undefined && points === undefined) {
    return /^[\d.,]+$/.test(text)
      ? faulty(`Write the unit too: “${text} %”.`)
      : faulty('Write a rate such as “15 %”.');
  }
  const value = points === undefined ? scaled(percent ?? '', 2) : BigInt(points);
  if (value === null) return faulty('Write a rate such as “15 %”.');
  if (value === 'too-fine') return faulty('At most 2 digits after the decimal point.');
  if (value > 10_000n) return faulty('A rate is 100 % at the most.');
  return { kind: 'value', value: Number(value) };
}

/** Energy in tenths of a kWh. */
export function parseEnergy(typed: string): Typed<number> {
  const text = typed.replaceAll(/\s/g, '').replace(/kwh$/i, '');
  if (text === '') return { kind: 'empty' };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    return faulty('This could mean two amounts. Leave the thousands separator out.');
  }
  const value = scaled(text, 1);
  if (value === null) return faulty('Write kWh in digits, such as 50 or 12.5.');
  if (value === 'too-fine') return faulty('A tenth of a kWh is the smallest there is.');
  if (value > 10n ** 12n) return faulty('This is more than any tariff has.');
  return { kind: 'value', value: Number(value) };
}

/** A whole number within bounds, such as how many months. */
export function parseCount(typed: string, least: number, most: number): Typed<number> {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    return faulty(`Write a whole number from ${least} to ${most}.`);
  }
  return { kind: 'value', value };
}

/** Digits with a point so many places from the end, and no idle zeros beyond `least` places. */
function decimal(value: bigint, places: number, least: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  return `${value < 0n ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`;
}

/** As a person would type it: 2500000 of a currency of cents is "2.50". */
export function typedPrice(e4Minor: bigint | string, { decimal_places: places }: Currency): string {
  return decimal(BigInt(e4Minor), places + E4_PLACES, places);
}

export function typedRate(basisPoints: number): string {
  return `${decimal(BigInt(basisPoints), 2, 0)} %`;
}

export function typedEnergy(tenths: number): string {
  return decimal(BigInt(tenths), 1, 0);
}

/** "KES 2.50 per kWh". */
export function formatPrice(e4Minor: bigint | string, currency: Currency): string {
  const value = BigInt(e4Minor);
  const figure = typedPrice(value < 0n ? -value : value, currency);
  const { symbol } = currency;
  const money = /\p{L}$/u.test(symbol) ? `${symbol} ${figure}` : `${symbol}${figure}`;
  return `${value < 0n ? '−' : ''}${money} per kWh`;
}
