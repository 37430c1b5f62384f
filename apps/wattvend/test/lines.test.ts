import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, textOf } from '../src/lines.ts';

async function* stream(...pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

async function all(octetsMax: number, ...pieces: readonly (string | Uint8Array)[]) {
  const groups: (readonly (string | null)[])[] = [];
  for await (const lines of linesOf(stream(...pieces), octetsMax)) groups.push(lines);
  return groups;
}

describe('lines of a stream', () => {
  test('come in groups, as soon as a piece completes them', async () => {
    expect(await all(10, 'a\nb\nc', 'd\n', 'e')).toEqual([['a', 'b'], ['cd'], ['e']]);
  });

  test.each([
    ['nothing', [], []],
    ['an empty line', ['\n'], [['']]],
    ['two line ends', ['a\r\nb\r', '\n'], [['a'], ['b']]],
    ['as long as may be', ['0123456789\n'], [['0123456789']]],
    ['one octet longer', ['0123456789', 'x\nb\n'], [[null, 'b']]],
    ['a long line without an end', ['01234', '56789', 'abc'], [[null]]],
  ])('%s', async (_, pieces, groups) => {
    expect(await all(10, ...pieces)).toEqual(groups);
  });

  test('do not depend on where the pieces were cut, even inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        async (texts, cuts) => {
          const lines = texts.map((text) => text.replaceAll(/[\r\n]/g, ''));
          const octets = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const places = [0, ...cuts.sort((left, right) => left - right), octets.length];
          const pieces = places.map((place, index) => octets.subarray(place, places[index + 1]));
          expect((await all(1000, ...pieces)).flat()).toEqual(lines);
        },
      ),
    );
  });
});

test.each([
  [['ab', 'c'], 'abc'],
  [[], ''],
  [['abcd'], null],
])('the whole of %j is %j', async (pieces, text) => {
  expect(await textOf(stream(...pieces), 3)).toBe(text);
});

test('what is longer than the limit is read no further, and its stream is closed', async () => {
  let made = 0;
  function* pieces(): Generator<Uint8Array> {
    while (made < 1000) {
      made += 1;
      yield Buffer.from('ab');
    }
  }
  const source = Readable.from(pieces(), { highWaterMark: 1 });
  expect(await textOf(source, 3)).toBeNull();
  expect(source.destroyed).toBe(true);
  expect(made).toBeLessThan(10);
});

test('a line that is too long is not kept while it comes', async () => {
  let greatest = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < 200; piece++) {
      greatest = Math.max(greatest, process.memoryUsage().arrayBuffers);
      yield Buffer.alloc(2 ** 20, 'x');
    }
  }
  const before = process.memoryUsage().arrayBuffers;
  for await (const lines of linesOf(endless(), 2 ** 20)) expect(lines).toEqual([null]);
  // 200 MiB pass; what is not collected yet is a part of them.
  expect(greatest - before).toBeLessThan(150 * 2 ** 20);
});
