/** Money, prices and rates as sentences need them. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';
import { expect, test } from 'vitest';
import { moneyText, priceText, rateText } from '../src/http/money-text.ts';

const rand = { currencySymbol: 'R', decimalPlaces: 2 };
const dollar = { currencySymbol: '$', decimalPlaces: 2 };
const yen = { currencySymbol: '¥', decimalPlaces: 0 };
const dinar = { currencySymbol: 'KD', decimalPlaces: 3 };

test('money', () => {
  expect(moneyText(rand, minorUnits(5n))).toBe('R 0.05');
  expect(moneyText(dollar, minorUnits(123456n))).toBe('$1234.56');
  expect(moneyText(yen, minorUnits(700n))).toBe('¥700');
  expect(moneyText(dinar, minorUnits(1n))).toBe('KD 0.001');
});

test('prices keep all the places they have', () => {
  expect(priceText(rand, priceE4Minor(2_500_000n))).toBe('R 2.50');
  expect(priceText(rand, priceE4Minor(2_500_500n))).toBe('R 2.5005');
  expect(priceText(rand, priceE4Minor(1n))).toBe('R 0.000001');
  expect(priceText(yen, priceE4Minor(255_000n))).toBe('¥25.5');
});

test('rates', () => {
  expect([1500, 1550, 1555, 5, 0, 10_000].map((rate) => rateText(basisPoints(rate)))).toEqual([
    '15 %',
    '15.5 %',
    '15.55 %',
    '0.05 %',
    '0 %',
    '100 %',
  ]);
});
