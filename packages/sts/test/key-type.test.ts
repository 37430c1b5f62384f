import {
  assertKeyTypeChange,
  isKeyTypeChangeAllowed,
  KEY_TYPE_CHANGES,
  KEY_TYPES,
} from '@wattvend/sts/key-type.js';
import type { KeyType } from '@wattvend/sts/supply-group.js';
import {
  assertKeyTypeAllowedOnCarrier,
  isKeyTypeAllowedOnCarrier,
  isTokenCarrierType,
  TOKEN_CARRIER_TYPE_CODES,
  TOKEN_CARRIER_TYPES,
} from '@wattvend/sts/token-carrier-types.js';
import { expect, test } from 'vitest';
import { refusalOrNull } from './refusal-or-null.ts';

const TYPES: readonly KeyType[] = [0, 1, 2, 3];

// One line for each type of key, as a clerk would read it.
const KINDS = `
  0  DITK  -     may    medium
  1  DDTK  VDDK  false  high
  2  DUTK  VUDK  true   high
  3  DCTK  VCDK  true   high
`;

test('there are four types of key', () => {
  const written = TYPES.map((type) => {
    const row = KEY_TYPES[type];
    return [type, row.abbreviation, row.vendingKey ?? '-', row.takesCreditTokens, row.confidence];
  });
  expect(written.map((row) => row.join(' '))).toEqual(linesOf(KINDS));
});

// From the type in front to those behind it.
const CHANGES = `
  DITK  DITK DDTK DUTK DCTK  medium
  DDTK  DDTK DUTK DCTK       medium
  DUTK  DDTK DUTK            high
  DCTK  DDTK DCTK            medium
`;

test('a meter goes from one type of key to the ones listed and to no other', () => {
  const written = TYPES.map((from) => {
    const to = TYPES.filter((type) => isKeyTypeChangeAllowed(from, type));
    const names = [from, ...to].map((type) => KEY_TYPES[type].abbreviation);
    return [...names, KEY_TYPE_CHANGES[from].confidence].join(' ');
  });
  expect(written).toEqual(linesOf(CHANGES));
});

test('a change that is not allowed is refused by its name', () => {
  for (const from of TYPES) {
    for (const to of TYPES) {
      expect(refusalOrNull(() => assertKeyTypeChange(from, to))).toBe(
        isKeyTypeChangeAllowed(from, to) ? null : 'key-type-change',
      );
    }
  }
  expect(() => assertKeyTypeChange(2, 0)).toThrow(/From DUTK to DITK\.$/);
});

const CARRIERS = `
  00  reserved  high
  01  defined   high
  02  defined   high
  03  legacy    medium
  04  legacy    medium
  05  legacy    medium
  06  legacy    medium
  07  defined   medium
  08  defined   medium
`;

test('there are nine codes for carriers', () => {
  const written = TOKEN_CARRIER_TYPE_CODES.map((code) => {
    const { confidence, status } = TOKEN_CARRIER_TYPES[code];
    return `${code} ${status} ${confidence}`;
  });
  expect(written).toEqual(linesOf(CARRIERS));
  expect(Object.keys(TOKEN_CARRIER_TYPES).sort()).toEqual(TOKEN_CARRIER_TYPE_CODES);
});

test('of all two digits only those are codes', () => {
  for (let number = 0; number < 100; number++) {
    expect(isTokenCarrierType(String(number).padStart(2, '0'))).toBe(number <= 8);
  }
  for (const other of ['', '1', '001', 'toString', 1, null, undefined]) {
    expect(isTokenCarrierType(other)).toBe(false);
  }
});

test('a common key is for magnetic cards only; any other key is for any carrier', () => {
  for (const type of TYPES) {
    for (const carrier of TOKEN_CARRIER_TYPE_CODES) {
      const isAllowed = KEY_TYPES[type].abbreviation !== 'DCTK' || carrier === '01';
      expect(isKeyTypeAllowedOnCarrier(type, carrier)).toBe(isAllowed);
      expect(refusalOrNull(() => assertKeyTypeAllowedOnCarrier(type, carrier))).toBe(
        isAllowed ? null : 'common-key-carrier',
      );
    }
  }
});

function linesOf(table: string): readonly string[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '));
}
