import { TOKEN_ROWS, type TokenLayout } from '@wattvend/sts/layouts.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeFields,
  encodeToken,
  isChecksumRight,
  subclassOf,
  tokenRow,
} from '../src/token/codec.ts';

const FIELD_BITS = 44;

test('every class and subclass has exactly one row', () => {
  const seen = TOKEN_ROWS.flatMap((row) => {
    const first = 'subclass' in row ? row.subclass : row.firstSubclass;
    const last = 'subclass' in row ? row.subclass : row.lastSubclass;
    return Array.from(
      { length: last - first + 1 },
      (_, index) => row.tokenClass * 16 + first + index,
    );
  });
  const all = Array.from({ length: 64 }, (_, index) => index);
  expect(seen.toSorted((left, right) => left - right)).toEqual(all);
});

test('the fields of every built row fill the 44 bits', () => {
  for (const row of TOKEN_ROWS) {
    if (row.status !== 'built') continue;
    expect(row.fields.reduce((sum, { width }) => sum + width, 0)).toBe(FIELD_BITS);
  }
});

test('a row is found by class and subclass, and there are no others', () => {
  expect(tokenRow(0, 0)).toMatchObject({ name: 'electricity', status: 'built' });
  expect(tokenRow(2, 15)).toMatchObject({ status: 'proprietary' });
  expect(tokenRow(3, 7)).toMatchObject({ status: 'reserved' });
  expect(() => tokenRow(4, 0)).toThrow(RangeError);
});

// Rows that no token has, so that the codec is known to serve the rows to come: wide fields,
// narrow fields, a checksum of the other kind.
function layoutOf(widths: readonly number[], subclass: number): TokenLayout {
  return {
    status: 'built',
    tokenClass: 2,
    subclass,
    name: 'invented',
    checksum: subclass % 2 === 0 ? 'CRC' : 'CRC_C',
    fields: widths.map((width, index) => ({ name: `field ${index}`, width })),
    clause: 'none',
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
        const layout = layoutOf(some, subclass);
        const values = some.map((width) => Math.floor(chance.next().value * 2 ** width));
        const block = { high: 0, low: 0 };
        encodeToken(layout, values, block);
        let expected = BigInt(subclass);
        for (const [index, width] of some.entries()) {
          expected = (expected << BigInt(width)) | BigInt(values[index] ?? 0);
        }
        expect((BigInt(block.high) << 16n) | BigInt(block.low >>> 16)).toBe(expected);
        expect(decodeFields(layout, block)).toEqual(values);
        expect(subclassOf(block)).toBe(subclass);
        expect(isChecksumRight(2, layout, block)).toBe(true);
        expect(isChecksumRight(1, layout, block)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a value that does not fit its field is refused by its name', () => {
  const layout = layoutOf([4, 36, 4], 0);
  const block = { high: 0, low: 0 };
  for (const wrong of [-1, 16, 0.5, Number.NaN]) {
    expect(() => encodeToken(layout, [wrong, 0, 0], block)).toThrow(/field 0 has 4 bits/);
  }
  expect(() => encodeToken(layout, [0, 2 ** 36, 0], block)).toThrow(/field 1 has 36 bits/);
  expect(() => encodeToken(layout, [0, 0], block)).toThrow(/has 3 fields/);
});
