import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints, type FlatTariff, priceE4Minor, quoteFlat } from '@wattvend/tariff/tariff.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const TOKEN_MAXIMUM = tenthKwh(18_201_624);

function flat(pricePerKwh: bigint, vat: number): FlatTariff {
  return { kind: 'flat', pricePerKwh: priceE4Minor(pricePerKwh), vat: basisPoints(vat) };
}

// Worked by hand. 2.50 a kWh and 15 % are 2.875 a kWh with tax, 0.2875 a tenth.
test.each([
  // tendered, price, VAT, energy in tenths, net, tax
  [5000n, 2_500_000n, 1500, 174, 4348n, 652n],
  [2875n, 2_500_000n, 1500, 100, 2500n, 375n],
  [2876n, 2_500_000n, 1500, 101, 2501n, 375n],
  [29n, 2_500_000n, 1500, 2, 25n, 4n],
  [10_000n, 2_000_000n, 0, 500, 10_000n, 0n],
  [1n, 10_000n, 0, 10, 1n, 0n],
])('%s minor units at %s/10000 and %i basis points', (tendered, price, vat, energy, net, tax) => {
  const answer = quoteFlat(flat(price, vat), minorUnits(tendered), TOKEN_MAXIMUM);
  if (answer.kind !== 'quote') throw new Error(answer.refusal.code);
  expect(answer.quote.energy).toBe(energy);
  const money = answer.quote.lines.map((line) => line.money);
  expect(money).toEqual(vat === 0 ? [net] : [net, tax]);
});

test.each([
  [0n, { code: 'tendered_not_positive' }],
  [-5n, { code: 'tendered_not_positive' }],
  [28n, { code: 'tendered_below_one_unit', least: 29n }],
  [523_296_691n, { code: 'tendered_above_maximum', most: 523_296_690n }],
])('a tender of %s minor units is refused', (tendered, refusal) => {
  const answer = quoteFlat(flat(2_500_000n, 1500), minorUnits(tendered), TOKEN_MAXIMUM);
  expect(answer).toEqual({ kind: 'refused', refusal });
});

test('a price above zero and a rate of 0 to 100 % are all there is', () => {
  expect(() => priceE4Minor(0n)).toThrow(RangeError);
  expect(() => basisPoints(-1)).toThrow(RangeError);
  expect(() => basisPoints(10_001)).toThrow(RangeError);
  expect(() => basisPoints(0.5)).toThrow(RangeError);
});

const anyTariff = fc
  .record({ price: fc.bigInt(1n, 10n ** 10n), vat: fc.integer({ min: 0, max: 10_000 }) })
  .map(({ price, vat }) => flat(price, vat));

test('the lines add up to the tender, and the customer gains less than one tenth of a kWh', () => {
  fc.assert(
    fc.property(anyTariff, fc.bigInt(1n, 10n ** 9n), (tariff, tendered) => {
      const answer = quoteFlat(tariff, minorUnits(tendered), TOKEN_MAXIMUM);
      if (answer.kind !== 'quote') return;
      const { energy, lines } = answer.quote;
      expect(lines.reduce((sum, line) => sum + line.money, 0n)).toBe(tendered);
      // Price of n tenths with tax, scaled by 10^9 so that nothing is divided.
      const priceOf = (tenths: number): bigint =>
        BigInt(tenths) * tariff.pricePerKwh * (10_000n + BigInt(tariff.vat));
      expect(priceOf(energy) >= tendered * 10n ** 9n).toBe(true);
      expect(priceOf(energy - 1) < tendered * 10n ** 9n).toBe(true);
    }),
  );
});

test('more money never buys less', () => {
  fc.assert(
    fc.property(
      anyTariff,
      fc.bigInt(1n, 10n ** 8n),
      fc.bigInt(0n, 10n ** 6n),
      (tariff, a, more) => {
        const less = quoteFlat(tariff, minorUnits(a), TOKEN_MAXIMUM);
        const greater = quoteFlat(tariff, minorUnits(a + more), TOKEN_MAXIMUM);
        if (less.kind !== 'quote' || greater.kind !== 'quote') return;
        expect(greater.quote.energy).toBeGreaterThanOrEqual(less.quote.energy);
      },
    ),
  );
});

test('the least and the most a refusal names are themselves accepted', () => {
  fc.assert(
    fc.property(anyTariff, fc.bigInt(1n, 10n ** 15n), (tariff, tendered) => {
      const answer = quoteFlat(tariff, minorUnits(tendered), TOKEN_MAXIMUM);
      if (answer.kind === 'quote' || answer.refusal.code === 'tendered_not_positive') return;
      const named =
        answer.refusal.code === 'tendered_below_one_unit'
          ? answer.refusal.least
          : answer.refusal.most;
      if (named <= 0n) return;
      expect(quoteFlat(tariff, named, TOKEN_MAXIMUM).kind).toBe('quote');
    }),
  );
});
