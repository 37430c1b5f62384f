import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  numberOfSupplyGroupCode,
  numberOfTariffIndex,
  supplyGroupCode,
  supplyGroupCodeOfNumber,
  tariffIndex,
  tariffIndexOfNumber,
} from '@wattvend/sts/supply-group.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOrNull } from './refusal-or-null.ts';

test('leading zeros are kept', () => {
  expect(supplyGroupCode('000001')).toBe('000001');
  expect(tariffIndex('07')).toBe('07');
});

test('what the standard has no room for is refused, under its name', () => {
  for (const text of ['', '12345', '1234567', '12345a', ' 12345', '12345\n', '١٢٣٤٥٦']) {
    expect(refusalOrNull(() => supplyGroupCode(text))).toBe('supply-group-code');
  }
  for (const text of ['', '7', '100', 'a1', '7\n', '-1']) {
    expect(refusalOrNull(() => tariffIndex(text))).toBe('tariff-index');
  }
  for (const value of [0, 10, 1.5, Number.NaN, -1]) {
    expect(refusalOrNull(() => keyRevisionNumber(value))).toBe('key-revision-number');
  }
  for (const value of [-1, 256, 0.5, Number.NaN]) {
    expect(refusalOrNull(() => keyExpiryNumber(value))).toBe('key-expiry-number');
  }
  for (const value of [-1, 4, 1.5, Number.NaN]) {
    expect(refusalOrNull(() => keyType(value))).toBe('key-type');
  }
});

test('a refusal says what was found', () => {
  expect(() => tariffIndex('100')).toThrow(
    'A tariff index (TI) has 2 digits, 00 to 99. Got "100".',
  );
  expect(() => supplyGroupCode('1234567')).toThrow(/Got "1234567"\.$/);
  expect(() => keyRevisionNumber(0)).toThrow(/Got 0\.$/);
  expect(() => keyExpiryNumber(256)).toThrow(/Got 256\.$/);
  expect(() => keyType(4)).toThrow(/Got 4\.$/);
});

test('what it has room for is taken', () => {
  expect([0, 1, 2, 3].map(keyType)).toEqual([0, 1, 2, 3]);
  expect([1, 9].map(keyRevisionNumber)).toEqual([1, 9]);
  expect([0, 255].map(keyExpiryNumber)).toEqual([0, 255]);
});

test('of the 256 numbers a tariff index field can hold, one hundred are tariff indices', () => {
  for (let number = 0; number <= 0xff; number++) {
    const read = tariffIndexOfNumber(number);
    if (number > 99) {
      expect(read).toEqual({ kind: 'fault', fault: 'tariff-index', found: number, greatest: 99 });
      continue;
    }
    if (read.kind === 'fault') throw new Error(read.fault);
    expect(read.tariffIndex).toBe(`${Math.floor(number / 10)}${number % 10}`);
    expect(numberOfTariffIndex(read.tariffIndex)).toBe(number);
  }
});

test('any supply group code survives the way to 24 bits and back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{6}$/), (text) => {
      const number = numberOfSupplyGroupCode(supplyGroupCode(text));
      expect(number).toBeLessThan(2 ** 24);
      expect(supplyGroupCodeOfNumber(number)).toEqual({
        kind: 'supply-group-code',
        supplyGroupCode: text,
      });
    }),
  );
});

test('a number of 24 bits above six digits is told, and so is one that is no number of a field', () => {
  for (const found of [1_000_000, 2 ** 24 - 1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(supplyGroupCodeOfNumber(found)).toEqual({
      kind: 'fault',
      fault: 'supply-group-code',
      found,
      greatest: 999_999,
    });
  }
  for (const value of [-1, 0.5, Number.NaN]) {
    expect(tariffIndexOfNumber(value).kind).toBe('fault');
  }
  expect(supplyGroupCodeOfNumber(999_999)).toMatchObject({ supplyGroupCode: '999999' });
});
