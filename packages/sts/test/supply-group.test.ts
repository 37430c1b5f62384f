import {
  isKeyExpired,
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { expect, test } from 'vitest';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly tokenIdentifier: number;
  readonly keyExpiryNumber: number;
  readonly isExpired: boolean;
}

test.each(casesOf<Valid>('key-expiry.json').valid)('$id: $comment', (one) => {
  const identifier = tokenIdentifier(one.tokenIdentifier);
  expect(isKeyExpired(identifier, keyExpiryNumber(one.keyExpiryNumber))).toBe(one.isExpired);
});

test('leading zeros are kept', () => {
  expect(supplyGroupCode('000001')).toBe('000001');
  expect(tariffIndex('07')).toBe('07');
});

test('what the standard has no room for is refused', () => {
  for (const text of ['', '12345', '1234567', '12345a', ' 12345', '12345\n']) {
    expect(() => supplyGroupCode(text)).toThrow(RangeError);
  }
  for (const text of ['', '7', '100', 'a1', '7\n'])
    expect(() => tariffIndex(text)).toThrow(RangeError);
  for (const value of [0, 10, 1.5, Number.NaN, -1]) {
    expect(() => keyRevisionNumber(value)).toThrow(RangeError);
  }
  for (const value of [-1, 256, 0.5, Number.NaN]) {
    expect(() => keyExpiryNumber(value)).toThrow(RangeError);
  }
  for (const value of [-1, 4, 1.5, Number.NaN]) expect(() => keyType(value)).toThrow(RangeError);
});

test('what it has room for is taken', () => {
  expect([0, 1, 2, 3].map(keyType)).toEqual([0, 1, 2, 3]);
  expect([1, 9].map(keyRevisionNumber)).toEqual([1, 9]);
  expect([0, 255].map(keyExpiryNumber)).toEqual([0, 255]);
});
