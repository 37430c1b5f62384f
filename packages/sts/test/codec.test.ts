import { TOKEN_ROWS, type TokenLayout, type TokenRow } from '@wattvend/sts/layouts.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block64 } from '../src/cipher/block64.ts';
import {
  bitsOf,
  decodeToken,
  encodeToken,
  isChecksumRight,
  placedFields,
  subclassOf,
  tokenRow,
} from '../src/token/codec.ts';
import { tokenCrc, tokenCrcC } from '../src/token/crc.ts';

const FIELD_BITS = 44;

function subclassesOf(row: TokenRow): readonly number[] {
  const first = 'subclass' in row ? row.subclass : row.firstSubclass;
  const last = 'subclass' in row ? row.subclass : row.lastSubclass;
  return Array.from(
    { length: last - first + 1 },
    (_, index) => row.tokenClass * 16 + first + index,
  );
}

test.each([64, 128] as const)(
  'for keys of %i bits every class and subclass has one row, but for the fourth section',
  (keyBits) => {
    const seen = TOKEN_ROWS.filter((row) => !('keyBits' in row) || row.keyBits === keyBits).flatMap(
      subclassesOf,
    );
    const all = Array.from({ length: 64 }, (_, index) => index);
    const fourthSection = 2 * 16 + 9;
    expect(seen.toSorted((left, right) => left - right)).toEqual(
      keyBits === 128 ? all : all.filter((one) => one !== fourthSection),
    );
  },
);

test('the fields of every row fill the 44 bits, and no two members share a name', () => {
  const defined = TOKEN_ROWS.filter((row) => row.status === 'defined');
  expect(defined).toHaveLength(21);
  for (const row of defined) {
    expect(row.fields.reduce((sum, { width }) => sum + width, 0)).toBe(FIELD_BITS);
    const names = row.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length - (row.checksum === 'CRC_C' ? 1 : 0));
  }
});

test('a row is found by class, subclass and length of key, and there are no others', () => {
  expect(tokenRow(0, 0, 64)?.row).toMatchObject({ name: 'electricity', status: 'defined' });
  expect(tokenRow(2, 8, 64)?.row).toMatchObject({ keyBits: 64 });
  expect(tokenRow(2, 8, 128)?.row).toMatchObject({ keyBits: 128 });
  expect(tokenRow(2, 9, 64)).toBeUndefined();
  expect(tokenRow(2, 15, 128)?.row).toMatchObject({ status: 'proprietary' });
  expect(tokenRow(3, 7, 128)?.row).toMatchObject({ status: 'reserved' });
  expect(tokenRow(4, 0, 64)).toBeUndefined();
});

test('fields stand where the figures of the standard have them', () => {
  const bits = (tokenClass: number, subclass: number, keyBits: 64 | 128) =>
    tokenRow(tokenClass, subclass, keyBits)?.fields.map(
      ({ abbreviation, lowestBit, width }) =>
        `${lowestBit + width - 1}-${lowestBit} ${abbreviation}`,
    );
  expect(bits(0, 0, 64)).toEqual(['59-56 RND', '55-32 TID', '31-16 Amount']);
  expect(bits(0, 4, 64)).toEqual(['59-56 S&E', '55-32 TID', '31-16 Amount']);
  expect(bits(1, 0, 64)).toEqual(['59-24 Control', '23-16 MfrCode']);
  expect(bits(1, 1, 64)).toEqual(['59-32 Control', '31-16 MfrCode']);
  expect(bits(2, 3, 64)).toEqual([
    '59-56 KENHO',
    '55-52 KRN',
    '51-51 RO',
    '50-50 3KCT',
    '49-48 KT',
    '47-16 NKHO',
  ]);
  expect(bits(2, 4, 64)).toEqual(['59-56 KENLO', '55-48 TI', '47-16 NKLO']);
  expect(bits(2, 8, 64)).toEqual(['59-36 SGC', '35-16 Pad']);
  expect(bits(2, 8, 128)).toEqual(['59-48 SGCLO', '47-16 NKMO2']);
  expect(bits(2, 9, 128)).toEqual(['59-48 SGCHO', '47-16 NKMO1']);
});

// Rows that no token has, so that the codec is known to serve the rows to come: wide fields,
// narrow fields, members in two fields, a checksum of the other kind.
function layoutOf(widths: readonly number[], subclass: number, isSplit: boolean): TokenLayout {
  return {
    status: 'defined',
    tokenClass: 2,
    subclass,
    name: 'invented',
    checksum: subclass % 2 === 0 ? 'CRC' : 'CRC_C',
    fields: widths.map((width, index) => ({
      abbreviation: `F${index}`,
      name: isSplit && index === widths.length - 1 ? 'field 0' : `field ${index}`,
      width,
      holds: 'number',
    })),
    clause: 'none',
    since: 1,
    confidence: 'high',
    purpose: 'None.',
  };
}

const widths = fc
  .array(fc.integer({ min: 1, max: FIELD_BITS }), { minLength: 1, maxLength: 12 })
  .map((some) => {
    const cut: number[] = [];
    let left = FIELD_BITS;
    for (const width of some) {
      if (left === 0) break;
      cut.push(Math.min(width, left));
      left -= cut.at(-1) ?? 0;
    }
    return left === 0 ? cut : [...cut, left];
  });

test('any fields of any row survive the way into a block and back', () => {
  fc.assert(
    fc.property(
      widths,
      fc.nat({ max: 15 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      (some, subclass, chance) => {
        const layout = layoutOf(some, subclass, false);
        const values = some.map((width) => Math.floor(chance.next().value * 2 ** width));
        const members = Object.fromEntries(values.map((value, at) => [`field ${at}`, value]));
        const placed = { row: layout, fields: placedFields(layout) };
        const block = { high: 0, low: 0 };
        encodeToken(placed, members, block);
        let expected = BigInt(subclass);
        for (const [index, width] of some.entries()) {
          expected = (expected << BigInt(width)) | BigInt(values[index] ?? 0);
        }
        expect((BigInt(block.high) << 16n) | BigInt(block.low >>> 16)).toBe(expected);
        expect(decodeToken(placed, block, {})).toEqual(members);
        expect(subclassOf(block)).toBe(subclass);
        expect(isChecksumRight(2, layout, block)).toBe(true);
        expect(isChecksumRight(1, { ...layout, tokenClass: 1 }, block)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a member in two fields is one number, the first its high bits', () => {
  const layout = layoutOf([4, 24, 16], 1, true);
  const placed = { row: layout, fields: placedFields(layout) };
  const block = { high: 0, low: 0 };
  encodeToken(placed, { 'field 0': 0xa_bcde, 'field 1': 7 }, block);
  expect(bitsOf(block, 56, 4)).toBe(0xa);
  expect(bitsOf(block, 16, 16)).toBe(0xbcde);
  expect(decodeToken(placed, block, {})).toEqual({ 'field 0': 0xa_bcde, 'field 1': 7 });
  expect(() => encodeToken(placed, { 'field 0': 2 ** 20, 'field 1': 7 }, block)).toThrow(
    /field 0 has 20 bits/,
  );
});

test('a value that does not fit its field is refused by its name', () => {
  const layout = layoutOf([4, 36, 4], 0, false);
  const placed = { row: layout, fields: placedFields(layout) };
  const block = { high: 0, low: 0 };
  const rest = { 'field 1': 0, 'field 2': 0 };
  for (const wrong of [-1, 16, 0.5, Number.NaN, 1n]) {
    expect(() => encodeToken(placed, { ...rest, 'field 0': wrong }, block)).toThrow(
      expect.objectContaining({
        refusal: 'field-range',
        message: expect.stringContaining('field 0 has 4 bits'),
      }),
    );
  }
  expect(() => encodeToken(placed, { ...rest, 'field 0': 0, 'field 1': 2 ** 36 }, block)).toThrow(
    /field 1 has 36 bits/,
  );
  expect(() => encodeToken(placed, { 'field 0': 0, 'field 1': 0 }, block)).toThrow(
    /field 2 has 4 bits/,
  );
});

// Bits 65 and 64 are the class, the rest the block.
function flipped(tokenClass: number, block: Block64, bit: number): [number, Block64] {
  if (bit >= 64) return [tokenClass ^ (1 << (bit - 64)), block];
  const wrong = (1 << (bit % 32)) >>> 0;
  return [
    tokenClass,
    bit >= 32
      ? { high: (block.high ^ wrong) >>> 0, low: block.low }
      : { high: block.high, low: (block.low ^ wrong) >>> 0 },
  ];
}

test.each([
  ['CRC', tokenCrc],
  ['CRC_C', tokenCrcC],
] as const)('every error of one and of two bits is found by %s', (_, checksum) => {
  const word = fc.integer({ min: 0, max: 0xffff_ffff });
  const isRight = (tokenClass: number, block: Block64) =>
    checksum(tokenClass, block) === (block.low & 0xffff);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), word, word, (tokenClass, high, low) => {
      const block = { high, low: (low & 0xffff_0000) >>> 0 };
      block.low = (block.low | checksum(tokenClass, block)) >>> 0;
      expect(isRight(tokenClass, block)).toBe(true);
      let found = 0;
      for (let first = 0; first < 66; first++) {
        const once = flipped(tokenClass, block, first);
        if (!isRight(...once)) found += 1;
        for (let second = 0; second < first; second++) {
          if (!isRight(...flipped(...once, second))) found += 1;
        }
      }
      expect(found).toBe(66 + (66 * 65) / 2);
    }),
    { numRuns: 50 },
  );
});
