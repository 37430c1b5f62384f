import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockFromOctets } from '../src/cipher/block64.ts';
import { desDecrypt, desEncrypt, desSchedule } from '../src/cipher/dea.ts';
import { tdeaDecrypt, tdeaEncrypt, tdeaSchedule } from '../src/cipher/tdea.ts';
import { blockOf, hexOf, octetsOf } from './hexadecimal-block.ts';
import { refusalOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly key: string;
  readonly block: string;
  readonly times?: number;
  readonly encrypted: string;
  /** After encryption under K1 and after decryption under K2. */
  readonly afterSteps12?: readonly [string, string];
}

interface Invalid {
  readonly key: string;
  readonly refusal: string;
}

const { valid, invalid } = casesOf<Valid, Invalid>('tdea-block.json');

describe('the vectors', () => {
  test.each(valid)('$id: $comment', ({ block, encrypted, key, times = 1 }) => {
    const schedule = tdeaSchedule(octetsOf(key));
    const working = blockOf(block);
    for (let turn = 0; turn < times; turn++) tdeaEncrypt(working, schedule);
    expect(hexOf(working)).toBe(encrypted);
    for (let turn = 0; turn < times; turn++) tdeaDecrypt(working, schedule);
    expect(hexOf(working)).toBe(block);
  });

  test.each(valid.filter((one) => one.afterSteps12 !== undefined))(
    '$id, step by step: $comment',
    ({ afterSteps12, block, key }) => {
      const working = blockOf(block);
      desEncrypt(working, desSchedule(blockOf(key.slice(0, 16))));
      const first = hexOf(working);
      desDecrypt(working, desSchedule(blockOf(key.slice(16))));
      expect([first, hexOf(working)]).toEqual(afterSteps12);
    },
  );

  test.each(invalid)('$id: $comment', ({ key, refusal }) => {
    expect(refusalOf(() => tdeaSchedule(octetsOf(key)))).toBe(refusal);
  });
});

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const anyBlock = fc.record({ high: word, low: word });

test('decryption undoes encryption', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), anyBlock, (key, block) => {
      const schedule = tdeaSchedule(key);
      const working = { ...block };
      tdeaEncrypt(working, schedule);
      tdeaDecrypt(working, schedule);
      expect(working).toEqual(block);
    }),
  );
});

test('two equal keys are single DES', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), anyBlock, (key, block) => {
      const triple = { ...block };
      tdeaEncrypt(triple, tdeaSchedule(Uint8Array.of(...key, ...key)));
      const single = { ...block };
      desEncrypt(single, desSchedule(blockFromOctets(key)));
      expect(triple).toEqual(single);
    }),
  );
});
