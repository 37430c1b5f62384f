import type { DecoderKeyData } from '@wattvend/sts/decoder-key.js';
import {
  DKGA01_COMMON_KEY_SUPPLY_GROUPS,
  DKGA01_RANGES,
  deriveDecoderKeyDkga01,
  isDkga01Meter,
} from '@wattvend/sts/dkga01.js';
import type { MeterPan } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { describe, expect, test } from 'vitest';
import { desEncrypt, desSchedule } from '../src/cipher/dea.ts';
import { derivationBlock } from '../src/decoder-key/derivation-block.ts';
import { dataOf, hexOfKey, type KeyByDes, type RefusedKey } from './decoder-key-data.ts';
import { blockOf, hexOf, octetsOf } from './hexadecimal-block.ts';
import { refusalOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

describe('the vectors', () => {
  const { valid, invalid } = casesOf<KeyByDes, RefusedKey>('dkga01.json');

  test.each(valid)('$id: $comment', (one) => {
    const data = dataOf(one);
    expect(isDkga01Meter(data)).toBe(true);
    expect(hexOf(derivationBlock(data))).toBe(one.derivationBlock);
    // Here the block of the meter is the key, and the vending key is what it encrypts.
    const block = blockOf(one.vendingKey);
    desEncrypt(block, desSchedule(derivationBlock(data)));
    expect(hexOf(block)).toBe(one.encryptedBlock);
    const key = deriveDecoderKeyDkga01(octetsOf(one.vendingKey), data);
    expect(hexOfKey(key)).toBe(one.decoderKey);
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(refusalOf(() => deriveDecoderKeyDkga01(octetsOf(one.vendingKey), dataOf(one)))).toBe(
      one.refusal,
    );
  });
});

// The borders of the ranges fall on numbers whose check digit is wrong, so no MeterPAN has them; the
// comparison must hold there all the same.
function dataOfDrn(drn: string): DecoderKeyData {
  return {
    meterPan: `600727${drn}0` as MeterPan,
    supplyGroupCode: supplyGroupCode('123456'),
    tariffIndex: tariffIndex('07'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyType: 2,
    baseDate: 1993,
    encryptionAlgorithm: '07',
  };
}

const drnBeside = (drn: string, step: 1 | -1): string =>
  String(Number(drn) + step).padStart(11, '0');

// The list once more, so that a slip in the table shows.
test.each([
  ['01000000000', '01004999999'],
  ['01090000000', '01090004999'],
  ['03000000000', '03114000009'],
  ['04000000000', '04059999999'],
  ['06010000000', '06039999999'],
  ['06400000000', '06419999999'],
  ['06660000000', '06699999999'],
  ['06990000010', '06990009999'],
  ['07000000000', '07020999999'],
] as const)('%s to %s, and not beyond', (drnFirst, drnLast) => {
  expect(isDkga01Meter(dataOfDrn(drnFirst))).toBe(true);
  expect(isDkga01Meter(dataOfDrn(drnLast))).toBe(true);
  expect(isDkga01Meter(dataOfDrn(drnBeside(drnFirst, -1)))).toBe(false);
  expect(isDkga01Meter(dataOfDrn(drnBeside(drnLast, 1)))).toBe(false);
});

test('the ranges are in ascending order and do not meet', () => {
  const borders = DKGA01_RANGES.flatMap(({ drnFirst, drnLast }) => [drnFirst, drnLast]);
  expect(borders).toEqual(borders.toSorted());
  expect(new Set(borders).size).toBe(18);
});

test('only the key a legacy meter left the factory with', () => {
  const legacy = dataOfDrn('03000000000');
  const group = supplyGroupCode(DKGA01_COMMON_KEY_SUPPLY_GROUPS[0] ?? '');
  const other = dataOfDrn('12345678903');
  expect(isDkga01Meter({ ...legacy, keyType: 1 })).toBe(true);
  expect(isDkga01Meter({ ...legacy, keyType: 0 })).toBe(false);
  expect(isDkga01Meter({ ...legacy, keyType: 3 })).toBe(false);
  expect(isDkga01Meter({ ...legacy, keyRevisionNumber: keyRevisionNumber(2) })).toBe(false);
  expect(isDkga01Meter({ ...legacy, encryptionAlgorithm: '09' })).toBe(false);
  expect(isDkga01Meter({ ...other, keyType: 3, supplyGroupCode: group })).toBe(true);
  expect(isDkga01Meter({ ...other, keyType: 2, supplyGroupCode: group })).toBe(false);
});

test.each(['100702', '990400', '990401', '990402', '990403', '990404', '990405'])(
  'common keys of supply group %s, and not of the next',
  (group) => {
    const data = { ...dataOfDrn('12345678903'), keyType: 3 } as const;
    expect(isDkga01Meter({ ...data, supplyGroupCode: supplyGroupCode(group) })).toBe(true);
    const next = supplyGroupCode(String(Number(group) + 10));
    expect(isDkga01Meter({ ...data, supplyGroupCode: next })).toBe(false);
  },
);
