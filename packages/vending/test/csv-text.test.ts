/** CSV as text: whatever is written comes back, whoever wrote it. */
import {
  BYTE_ORDER_MARK,
  guardCell,
  readCsv,
  unguardCell,
  writeCsv,
} from '@wattvend/vending/csv-text.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

async function cellsOf(text: string): Promise<readonly (readonly string[])[]> {
  const read = await readCsv(octets(text));
  if (read.kind === 'fault') throw new Error(read.fault);
  return read.records.map((record) => record.cells);
}

/** Text as fields have it: without blanks at its ends. A lone half of a character is no UTF-8. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...`=+-@'",;\t\r\n ab\u{FEFF}`), maxLength: 8 }),
  )
  .map((text) => text.trim());
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  // Rows of empty cells are no records, and a heading is plain.
  .map((rows) => [rows[0]?.map((_, at) => `c${at}`) ?? [], ...rows])
  .map((rows) => rows.filter((row) => row.some((each) => each !== '')));

test('any table comes back as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, isMarked) => {
      const text = (isMarked ? BYTE_ORDER_MARK : '') + writeCsv(rows);
      expect(await cellsOf(text)).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('no cell in a file is a formula', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(guardCell(text)).not.toMatch(/^[=+\-@]/);
      expect(unguardCell(guardCell(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+254700000001', "'+254700000001"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ["'=1", "''=1"],
  ["O'Brien", "O'Brien"],
  ["'tis", "'tis"],
  ['1=1', '1=1'],
])('%s is written as %s', (text, written) => {
  expect(guardCell(text)).toBe(written);
});

test.each([
  ['commas', 'a,b\n1,2'],
  ['semicolons', 'a;b\r\n1;2'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['a byte order mark', '\u{FEFF}a,b\n1,2'],
  ['quotes', '"a","b"\n"1","2"'],
  ['semicolons and a comma in quotes', '"a";"b"\n"1";2'],
  ['empty lines', '\na,b\n\n,\n1,2\n\n'],
  ['blanks', ' a , b \n 1 , 2 '],
])('a file with %s is read', async (_, text) => {
  expect(await cellsOf(text)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('commas in the quotes of the first line separate nothing', async () => {
  expect(await cellsOf('"a, and, more";b\n1;2')).toEqual([
    ['a, and, more', 'b'],
    ['1', '2'],
  ]);
});

test('lines are counted as an editor counts them, also behind cells of several lines', async () => {
  const read = await readCsv(octets('a,b\n\n"one\ntwo",2\n3,4\n'));
  expect(read).toEqual({
    kind: 'records',
    records: [
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['one\ntwo', '2'] },
      { line: 5, cells: ['3', '4'] },
    ],
  });
});

test.each([
  ['not UTF-8', Uint8Array.of(0x61, 0xe9, 0x0a), { fault: 'not-utf8' }],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), { fault: 'not-utf8' }],
  ['nothing', new Uint8Array(), { fault: 'empty' }],
  ['blank lines', octets('\n\n,,\n'), { fault: 'empty' }],
  ['an open quote', octets('a,b\n1,2\n"3,4\n'), { fault: 'quotes-broken', line: 3 }],
  ['a quote in the middle', octets('a,b\n1,2"x"\n'), { fault: 'quotes-broken', line: 2 }],
])('%s is a fault', async (_, bytes, expected) => {
  const read = await readCsv(bytes);
  expect(read).toMatchObject({ kind: 'fault', fault: expected.fault });
  if (read.kind === 'fault' && read.fault === 'quotes-broken' && 'line' in expected) {
    expect(read.line).toBeGreaterThanOrEqual(expected.line);
  }
});
