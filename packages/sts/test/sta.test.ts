import {
  STA_OPERATIONAL_TABLES,
  STA_SAMPLE_TABLES,
  type StaTables,
} from '@wattvend/sts/sta-tables.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { staDecrypt, staEncrypt, staSchedule } from '../src/cipher/sta.ts';
import { bitwiseStaRounds } from './bitwise-sta.ts';
import { blockOf, hexOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly tables: 'operational' | 'sample';
  readonly key: string;
  readonly block: string;
  readonly times?: number;
  readonly encrypted: string;
  readonly rounds?: readonly Readonly<Record<'roundKey' | 'substituted' | 'permuted', string>>[];
}

const TABLES: Readonly<Record<Valid['tables'], StaTables>> = {
  operational: STA_OPERATIONAL_TABLES,
  sample: STA_SAMPLE_TABLES,
};
const { valid } = casesOf<Valid>('sta-block.json');
const words = fc.record({
  high: fc.integer({ min: 0, max: 0xffff_ffff }),
  low: fc.integer({ min: 0, max: 0xffff_ffff }),
});
const hex64 = (value: bigint): string => value.toString(16).padStart(16, '0');

describe('the vectors', () => {
  test.each(valid)('$id: $comment', ({ block, encrypted, key, tables, times = 1 }) => {
    const schedule = staSchedule(blockOf(key), TABLES[tables]);
    const working = blockOf(block);
    for (let turn = 0; turn < times; turn++) staEncrypt(working, schedule);
    expect(hexOf(working)).toBe(encrypted);
    for (let turn = 0; turn < times; turn++) staDecrypt(working, schedule);
    expect(hexOf(working)).toBe(block);
  });

  test.each(valid.filter((one) => one.rounds !== undefined))(
    '$id, round by round: $comment',
    ({ block, key, rounds, tables }) => {
      const seen = bitwiseStaRounds(BigInt(`0x${block}`), BigInt(`0x${key}`), TABLES[tables]);
      expect(
        seen.map(({ permuted, roundKey, substituted }) => ({
          roundKey: hex64(roundKey),
          substituted: hex64(substituted),
          permuted: hex64(permuted),
        })),
      ).toEqual(rounds);
    },
  );
});

test('octet tables and single bits give the same block', () => {
  fc.assert(
    fc.property(words, words, fc.constantFrom(...Object.values(TABLES)), (key, block, tables) => {
      const rounds = bitwiseStaRounds(
        BigInt(`0x${hexOf(block)}`),
        BigInt(`0x${hexOf(key)}`),
        tables,
      );
      const working = { ...block };
      staEncrypt(working, staSchedule(key, tables));
      expect(hexOf(working)).toBe(hex64(rounds.at(-1)?.permuted ?? 0n));
    }),
    { numRuns: 200 },
  );
});

test('decryption undoes encryption', () => {
  fc.assert(
    fc.property(words, words, fc.constantFrom(...Object.values(TABLES)), (key, block, tables) => {
      const schedule = staSchedule(key, tables);
      const working = { ...block };
      staEncrypt(working, schedule);
      staDecrypt(working, schedule);
      expect(working).toEqual(block);
    }),
  );
});

test.each(Object.entries(TABLES))('the %s tables are permutations', (_, tables) => {
  const upTo = (length: number): readonly number[] =>
    Array.from({ length }, (_one, index) => index);
  const ascending = (table: readonly number[]): readonly number[] =>
    table.toSorted((left, right) => left - right);
  expect(ascending(tables.substitution1)).toEqual(upTo(16));
  expect(ascending(tables.substitution2)).toEqual(upTo(16));
  expect(ascending(tables.permutation)).toEqual(upTo(64));
});
