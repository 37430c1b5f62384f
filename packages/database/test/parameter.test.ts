import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeParameter } from '../src/parameter.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await createScratchDatabase();
});
afterAll(() => scratch.drop());

/** Sends a value as a parameter of a type and gives what the server returns for it. */
async function echo(type: string, value: unknown): Promise<unknown> {
  const statement = {
    name: `echo-${type.replace('[]', '-array')}`,
    text: `select $1::${type} as value`,
  };
  const { rows } = await scratch.database.query<{ readonly value: unknown }>(statement, [value]);
  return rows[0]?.value;
}

// The server's text type cannot hold the NUL character.
const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));

test('any text survives, alone and in an array', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.option(text)), async (one, many) => {
      expect(await echo('text', one)).toBe(one);
      expect(await echo('text[]', many)).toEqual(many);
    }),
    { numRuns: 50 },
  );
});

test('any 64-bit integer survives, alone and in an array', async () => {
  const int8 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  await fc.assert(
    fc.asyncProperty(int8, fc.array(fc.option(int8)), async (one, many) => {
      expect(await echo('int8', one)).toBe(one);
      expect(await echo('int8[]', many)).toEqual(many);
    }),
    { numRuns: 50 },
  );
});

test('any bytes survive, alone and in an array', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array()), async (many) => {
      const [one = new Uint8Array()] = many;
      expect(await echo('bytea', one)).toEqual(Buffer.from(one));
      expect(await echo('bytea[]', many)).toEqual(many.map((bytes) => Buffer.from(bytes)));
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['boolean', true, true],
  ['integer', 7, 7],
  ['numeric', 1.5, '1.5'],
  ['jsonb', { line: 'say "hi"', list: [1, null] }, { line: 'say "hi"', list: [1, null] }],
  ['text', null, null],
  [
    'integer[]',
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['boolean[]', [true, null], [true, null]],
  ['date', '2026-11-22', '2026-11-22'],
])('a %s goes over as %j', async (type, sent, received) => {
  expect(await echo(type, sent)).toEqual(received);
});

test.each([
  [undefined, 'undefined'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [new Date(0), 'a Date'],
  [new Map(), 'a Map'],
  [() => 0, 'function'],
  [[undefined], 'undefined'],
])('%s has no exact form and is refused', (value, name) => {
  expect(() => encodeParameter(value)).toThrow(
    new RangeError(`a statement parameter cannot be ${name}`),
  );
});
