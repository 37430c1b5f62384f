import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Currency,
  explainMoneyFault,
  formatMoney,
  type MoneyFault,
  parseMoney,
  parseMoneyOrZero,
  quickAmounts,
  typedMoney,
} from '../src/money.ts';

const kes: Currency = { code: 'KES', symbol: 'KES', decimal_places: 2 };
const euro: Currency = { code: 'EUR', symbol: '€', decimal_places: 2 };
const yen: Currency = { code: 'JPY', symbol: '¥', decimal_places: 0 };
const dinar: Currency = { code: 'KWD', symbol: 'KD', decimal_places: 3 };

// Intl separates with several kinds of blank; a reader does not see which.
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

test.each([
  ['12.5', 2, 1250n],
  ['12,50', 2, 1250n],
  ['1 000', 2, 100000n],
  ['1 000,05', 2, 100005n],
  ["1'000.50", 2, 100050n],
  ['1,000.50', 2, 100050n],
  ['1.000,50', 2, 100050n],
  ['1,000,000', 2, 100000000n],
  ['.5', 2, 50n],
  ['5.', 2, 500n],
  ['0.01', 2, 1n],
  ['007', 2, 700n],
  [' 250 ', 2, 25000n],
  ['1\u202f234', 2, 123400n],
  ['500', 0, 500n],
  ['1,250', 3, 1250n],
  ['92233720368547758.07', 2, 9223372036854775807n],
])('%s with %i decimals is %i minor units', (typed, places, minor) => {
  expect(parseMoney(typed, places)).toEqual({ kind: 'money', minor });
});

test.each<[string, number, MoneyFault]>([
  ['', 2, 'empty'],
  ['   ', 2, 'empty'],
  ['twelve', 2, 'not-a-number'],
  ['12a', 2, 'not-a-number'],
  ['1e3', 2, 'not-a-number'],
  ['+5', 2, 'not-a-number'],
  ['.', 2, 'not-a-number'],
  ['1.2.3', 2, 'not-a-number'],
  ['1,00,000', 2, 'not-a-number'],
  ['1.000,50,1', 2, 'not-a-number'],
  ['0x10', 2, 'not-a-number'],
  ['1,000', 2, 'ambiguous-separator'],
  ['1.000', 2, 'ambiguous-separator'],
  ['1,000', 0, 'ambiguous-separator'],
  ['12.345', 2, 'ambiguous-separator'],
  ['0.001', 2, 'too-many-decimals'],
  ['1.2345', 2, 'too-many-decimals'],
  ['1.5', 0, 'too-many-decimals'],
  ['0', 2, 'not-positive'],
  ['0.00', 2, 'not-positive'],
  ['-5', 2, 'not-positive'],
  ['−5', 2, 'not-positive'],
  ['92233720368547758.08', 2, 'too-large'],
])('%s with %i decimals is refused as %s', (typed, places, fault) => {
  expect(parseMoney(typed, places)).toEqual({ kind: 'fault', fault });
});

test('an empty field is no mistake, every other fault has words', () => {
  expect(explainMoneyFault('empty', 2)).toBeNull();
  const rest: MoneyFault[] = [
    'not-a-number',
    'ambiguous-separator',
    'too-many-decimals',
    'not-positive',
    'too-large',
  ];
  for (const fault of rest) expect(explainMoneyFault(fault, 2)).toMatch(/\.$/);
});

test('money is written in the reader’s way with the currency’s own symbol', () => {
  expect(plain(formatMoney(123456n, kes, { locale: 'en' }))).toBe('KES 1,234.56');
  expect(plain(formatMoney(123456n, euro, { locale: 'de' }))).toBe('1.234,56€');
  expect(plain(formatMoney(123456n, kes, { locale: 'fr' }))).toBe('1 234,56 KES');
  expect(plain(formatMoney(5n, kes, { locale: 'en' }))).toBe('KES 0.05');
  expect(plain(formatMoney(0n, kes, { locale: 'en' }))).toBe('KES 0.00');
  expect(plain(formatMoney(1234n, yen, { locale: 'en' }))).toBe('¥1,234');
  expect(plain(formatMoney('1234567', dinar, { locale: 'en' }))).toBe('KD 1,234.567');
  expect(plain(formatMoney(123456n, kes, { locale: 'en', withoutSymbol: true }))).toBe('1,234.56');
});

test('a negative amount keeps its sign, also below one major unit', () => {
  expect(plain(formatMoney(-50n, kes, { locale: 'en' }))).toMatch(/^-.*0\.50$/);
  expect(plain(formatMoney(-123456n, kes, { locale: 'en' }))).toMatch(/^-.*1,234\.56$/);
});

test('amounts above 2^53 are exact to the last minor unit', () => {
  const written = plain(formatMoney('9007199254740993', kes, { locale: 'en' }));
  expect(written).toBe('KES 90,071,992,547,409.93');
});

test('what is written without grouping is read back as the same amount', () => {
  const amount = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 4 }), (minor, places) => {
      const parsed = parseMoney(typedMoney(minor, places), places);
      expect(parsed).toEqual({ kind: 'money', minor });
    }),
  );
});

test('nothing a person types makes the parser throw', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(['money', 'fault']).toContain(parseMoney(typed, 2).kind);
    }),
  );
});

test('quick amounts are whole major units', () => {
  expect(quickAmounts(2)).toEqual([5000n, 10000n, 20000n, 50000n, 100000n]);
  expect(quickAmounts(0)[0]).toBe(50n);
  expect(typedMoney(5000n, 2)).toBe('50');
  expect(typedMoney(5050n, 2)).toBe('50.50');
});

test.each([
  ['0', 2],
  ['0.00', 2],
  ['0,0', 2],
  ['00', 0],
  [' 0 ', 3],
])('nothing is an amount where nothing is an answer: %s', (typed, places) => {
  expect(parseMoneyOrZero(typed, places)).toEqual({ kind: 'money', minor: 0n });
  expect(parseMoney(typed, places)).toEqual({ kind: 'fault', fault: 'not-positive' });
});

test.each([
  ['', 'empty'],
  ['0.000', 'too-many-decimals'],
  ['-0', 'not-positive'],
  ['0x', 'not-a-number'],
] as const)('what is no amount stays none: %j', (typed, fault) => {
  expect(parseMoneyOrZero(typed, 2)).toEqual({ kind: 'fault', fault });
});

test('above zero both read the same', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 14n), fc.integer({ min: 0, max: 3 }), (minor, places) => {
      const typed = typedMoney(minor, places);
      expect(parseMoneyOrZero(typed, places)).toEqual({ kind: 'money', minor });
    }),
  );
});
