import {
  formatTenthKwh,
  formatWattHoursAsKwh,
  type TenthKwh,
  tenthKwh,
  wattHours,
  wattHoursFromTenthKwh,
  watts,
} from '@wattvend/quantities/energy.js';
import { formatMinorUnits, minorUnits, parseMinorUnits } from '@wattvend/quantities/money.js';
import { instant, milliseconds, minutes } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';

test('energy is whole tenths, zero or more', () => {
  expect(tenthKwh(256)).toBe(256);
  for (const wrong of [-1, 0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => tenthKwh(wrong)).toThrow(RangeError);
  }
});

test('a register may be negative, power may not', () => {
  expect(wattHours(-5)).toBe(-5);
  expect(() => wattHours(0.5)).toThrow(RangeError);
  expect(() => watts(-1)).toThrow(RangeError);
});

test('a tenth of a kWh is a hundred Wh', () => {
  expect(wattHoursFromTenthKwh(tenthKwh(256))).toBe(25_600);
});

test.each([
  [0, '0.0'],
  [5, '0.5'],
  [256, '25.6'],
  [18_201_624, '1820162.4'],
])('%i tenths are written %s', (energy, text) => {
  expect(formatTenthKwh(tenthKwh(energy))).toBe(text);
});

test.each([
  [0, '0.000'],
  [-1234, '-1.234'],
  [-5, '-0.005'],
  [25_600, '25.600'],
])('%i Wh are written %s', (energy, text) => {
  expect(formatWattHoursAsKwh(wattHours(energy))).toBe(text);
});

test('money fits 64 bits or is refused', () => {
  expect(minorUnits(2n ** 63n - 1n)).toBe(2n ** 63n - 1n);
  expect(() => minorUnits(2n ** 63n)).toThrow(RangeError);
  expect(() => minorUnits(-(2n ** 63n))).toThrow(RangeError);
});

test.each([
  ['5000', { kind: 'money', money: 5000n }],
  ['-5', { kind: 'money', money: -5n }],
  ['9223372036854775808', { kind: 'fault', fault: 'too-large' }],
  ['5.00', { kind: 'fault', fault: 'not-a-whole-number' }],
  ['', { kind: 'fault', fault: 'not-a-whole-number' }],
  ['0x10', { kind: 'fault', fault: 'not-a-whole-number' }],
  [' 5', { kind: 'fault', fault: 'not-a-whole-number' }],
])('the wire form %j is read', (text, expected) => {
  expect(parseMinorUnits(text)).toEqual(expected);
});

test.each([
  [123_456n, 2, '1234.56'],
  [5n, 2, '0.05'],
  [-5n, 2, '-0.05'],
  [7n, 0, '7'],
  [7n, 3, '0.007'],
])('%s minor units with %i places are written %s', (money, places, text) => {
  expect(formatMinorUnits(minorUnits(money), places)).toBe(text);
});

test('a currency with five places does not exist', () => {
  expect(() => formatMinorUnits(minorUnits(1n), 5)).toThrow(RangeError);
});

test('time is whole', () => {
  expect(instant(-1)).toBe(-1);
  expect(() => instant(0.5)).toThrow(RangeError);
  expect(() => minutes(-1)).toThrow(RangeError);
  expect(() => milliseconds(1.5)).toThrow(RangeError);
});

test('a plain number is not a quantity', () => {
  // @ts-expect-error a number without a unit cannot stand for energy
  const energy: TenthKwh = 5;
  expect(energy).toBe(5);
});
