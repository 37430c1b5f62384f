/** Reads money as banks write it, exactly: no number is ever rounded or guessed. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';

export interface DecimalForm {
  readonly decimalSeparator: '.' | ',';
  readonly thousandsSeparator: string;
  /**
   * Whether zeros behind the last place of the currency are nothing. In a typed or exported table
   * they are not: 5.000 may be five thousand.
   */
  readonly allowZeroTail: boolean;
}

export type ParsedDecimalMoney =
  | { readonly kind: 'money'; readonly money: MinorUnits }
  | { readonly kind: 'fault'; readonly expected: string };

/** Sums of a million such amounts still fit the database's 64 bits. */
const MONEY_DIGITS_MAX = 12;

/** Makes a reader once for a whole file. */
export function decimalMoneyReader(
  form: DecimalForm,
  places: number,
): (text: string) => ParsedDecimalMoney {
  const point = escaped(form.decimalSeparator);
  // A group of two is Indian; the last group always has three.
  const groups =
    form.thousandsSeparator === ''
      ? String.raw`\d+`
      : String.raw`\d{1,3}(?:${separators(form.thousandsSeparator)}\d{2,3})*${separators(form.thousandsSeparator)}\d{3}|\d+`;
  const number = new RegExp(`^(${groups})(?:${point}(\\d+))?$`, 'u');
  const apart = new RegExp(separators(form.thousandsSeparator), 'gu');
  return (text) => {
    const { sign, figure } = signOf(text.trim());
    const found = number.exec(figure);
    if (found === null) return { kind: 'fault', expected: expectation(form, places) };
    const whole = form.thousandsSeparator === '' ? found[1] : found[1]?.replaceAll(apart, '');
    let fraction = found[2] ?? '';
    if (form.allowZeroTail && fraction.length > places) {
      fraction = fraction.slice(0, places) + fraction.slice(places).replace(/0+$/, '');
    }
    if (fraction.length > places) {
      return { kind: 'fault', expected: `at most ${places} decimal places` };
    }
    const digits = `${whole}${fraction.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
    if (digits.length > MONEY_DIGITS_MAX) {
      return { kind: 'fault', expected: `at most ${MONEY_DIGITS_MAX} digits` };
    }
    return { kind: 'money', money: minorUnits(sign * BigInt(digits)) };
  };
}

function signOf(text: string): { readonly sign: 1n | -1n; readonly figure: string } {
  const bracketed = /^\(([^()]*)\)$/u.exec(text)?.[1];
  if (bracketed !== undefined) return { sign: -1n, figure: bracketed.trim() };
  const first = text.at(0);
  if (first === '-' || first === '\u2212') return { sign: -1n, figure: text.slice(1).trim() };
  if (first === '+') return { sign: 1n, figure: text.slice(1).trim() };
  if (text.endsWith('-')) return { sign: -1n, figure: text.slice(0, -1).trim() };
  return { sign: 1n, figure: text };
}

function separators(separator: string): string {
  if (separator === ' ') return '[ \u00a0\u202f]';
  return separator === "'" ? "['\u2019]" : escaped(separator);
}

function escaped(text: string): string {
  return text === '.' ? String.raw`\.` : text;
}

function expectation(form: DecimalForm, places: number): string {
  const fraction = places === 0 ? '' : form.decimalSeparator + '0'.repeat(places);
  return `an amount such as 1${form.thousandsSeparator}234${fraction}`;
}
