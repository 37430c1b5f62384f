import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import {
  ENCRYPTION_ALGORITHM_CODES,
  ENCRYPTION_ALGORITHMS,
} from '@wattvend/sts/encryption-algorithms.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  STA_OPERATIONAL_TABLES,
  STA_SAMPLE_TABLES,
  type StaTables,
} from '@wattvend/sts/sta-tables.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, hexOf } from './hexadecimal-block.ts';
import { refusalErrorOf, refusalOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

interface Block {
  readonly key: string;
  readonly block: string;
  readonly encrypted: string;
  readonly times?: number;
  readonly tables?: 'operational' | 'sample';
  readonly meterPan?: string;
}

const FILES: Readonly<Record<EncryptionAlgorithm, string>> = {
  '07': 'sta-block.json',
  '09': 'dea-block.json',
  '11': 'misty1-block.json',
  '61': 'tdea-block.json',
  '62': 'ff1-block.json',
};

const METER_PAN = '600727123456789030';

function meterPanOf(text: string) {
  const parsed = parseMeterPan(text);
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.meterPan;
}

/** A cipher with all it may need; what an algorithm does not need must not matter. */
function cipherOf(
  encryptionAlgorithm: EncryptionAlgorithm,
  { key, meterPan = METER_PAN, tables = 'operational' }: Omit<Block, 'block' | 'encrypted'>,
): TokenCipher {
  return tokenCipher(encryptionAlgorithm, DecoderKey.fromHex(key), {
    tables: tables === 'sample' ? STA_SAMPLE_TABLES : STA_OPERATIONAL_TABLES,
    meterPan: meterPanOf(meterPan),
  });
}

const keyOf = (encryptionAlgorithm: EncryptionAlgorithm): string =>
  '0123456789abcdef'.repeat(ENCRYPTION_ALGORITHMS[encryptionAlgorithm].keyOctets / 8);

describe.each(ENCRYPTION_ALGORITHM_CODES)('encryption algorithm %s', (encryptionAlgorithm) => {
  const { keyBits, keyOctets } = ENCRYPTION_ALGORITHMS[encryptionAlgorithm];

  test('gives the blocks of its vectors, both ways', () => {
    for (const one of casesOf<Block>(FILES[encryptionAlgorithm]).valid) {
      const cipher = cipherOf(encryptionAlgorithm, one);
      const working = blockOf(one.block);
      for (let turn = 0; turn < (one.times ?? 1); turn++) cipher.encrypt(working);
      expect(hexOf(working)).toBe(one.encrypted);
      for (let turn = 0; turn < (one.times ?? 1); turn++) cipher.decrypt(working);
      expect(hexOf(working)).toBe(one.block);
    }
  });

  test('says what it is', () => {
    const cipher = cipherOf(encryptionAlgorithm, { key: keyOf(encryptionAlgorithm) });
    expect(cipher.encryptionAlgorithm).toBe(encryptionAlgorithm);
    expect(cipher.keyBits).toBe(keyBits);
  });

  test('takes a key of its own length only, and does not repeat another', () => {
    const other = 'ab'.repeat(24 - keyOctets);
    const error = refusalErrorOf(() => cipherOf(encryptionAlgorithm, { key: other }));
    expect(error.refusal).toBe('decoder-key-length');
    expect(error.message).not.toMatch(/abab/);
  });

  test('cannot be printed', () => {
    const cipher = cipherOf(encryptionAlgorithm, { key: keyOf(encryptionAlgorithm) });
    expect(String(cipher)).toBe('TokenCipher(redacted)');
    expect(JSON.stringify({ cipher })).toBe('{"cipher":"TokenCipher(redacted)"}');
    expect(Reflect.ownKeys(cipher)).toEqual(['encryptionAlgorithm', 'keyBits']);
  });

  // A factory key has the form of any other: nothing derives it, and a cipher takes it.
  test('takes an initialisation key (DITK) like any other key', () => {
    const ditk = new DecoderKey(new Uint8Array(keyOctets).fill(0x2a));
    const cipher = tokenCipher(encryptionAlgorithm, ditk, { meterPan: meterPanOf(METER_PAN) });
    const working = blockOf('0b19eb230100c207');
    cipher.encrypt(working);
    expect(hexOf(working)).not.toBe('0b19eb230100c207');
    cipher.decrypt(working);
    expect(hexOf(working)).toBe('0b19eb230100c207');
  });

  test('decryption undoes encryption for any block', () => {
    const cipher = cipherOf(encryptionAlgorithm, { key: keyOf(encryptionAlgorithm) });
    const word = fc.integer({ min: 0, max: 0xffff_ffff });
    fc.assert(
      fc.property(word, word, (high, low) => {
        const working = { high, low };
        cipher.encrypt(working);
        for (const half of [working.high, working.low]) {
          expect(half).toBe(half >>> 0);
        }
        cipher.decrypt(working);
        expect(working).toEqual({ high, low });
      }),
      { numRuns: 20 },
    );
  });
});

describe('options', () => {
  test('the AES-128 profile needs the MeterPAN, which is its tweak', () => {
    const key = DecoderKey.fromHex(keyOf('62'));
    expect(refusalOf(() => tokenCipher('62', key))).toBe('meter-pan-needed');
    const meterPans = [METER_PAN, '000001234567890151'];
    const results = meterPans.map((meterPan) => {
      const working = blockOf('0b19eb230100c207');
      tokenCipher('62', key, { meterPan: meterPanOf(meterPan) }).encrypt(working);
      return hexOf(working);
    });
    expect(new Set(results).size).toBe(2);
  });

  test.each(['07', '09', '11', '61'] as const)('%s needs none', (encryptionAlgorithm) => {
    const key = DecoderKey.fromHex(keyOf(encryptionAlgorithm));
    const working = blockOf('0b19eb230100c207');
    tokenCipher(encryptionAlgorithm, key).encrypt(working);
    const other = blockOf('0b19eb230100c207');
    cipherOf(encryptionAlgorithm, { key: keyOf(encryptionAlgorithm) }).encrypt(other);
    expect(working).toEqual(other);
  });

  const swapped = (table: readonly number[], entry: number): readonly number[] =>
    table.with(0, entry);
  test.each([
    ['an entry twice', { substitution1: swapped(STA_SAMPLE_TABLES.substitution1, 10) }],
    ['an entry of 16', { substitution2: swapped(STA_SAMPLE_TABLES.substitution2, 16) }],
    ['an entry below zero', { substitution2: swapped(STA_SAMPLE_TABLES.substitution2, -1) }],
    ['an entry of a half', { substitution1: swapped(STA_SAMPLE_TABLES.substitution1, 11.5) }],
    ['fifteen entries', { substitution1: STA_SAMPLE_TABLES.substitution1.slice(1) }],
    ['seventeen entries', { substitution2: [...STA_SAMPLE_TABLES.substitution2, 0] }],
    ['a place twice', { permutation: swapped(STA_SAMPLE_TABLES.permutation, 27) }],
    ['a place of 64', { permutation: swapped(STA_SAMPLE_TABLES.permutation, 64) }],
    ['63 places', { permutation: STA_SAMPLE_TABLES.permutation.slice(1) }],
  ] as const)('tables with %s are refused', (_, change: Partial<StaTables>) => {
    const tables = { ...STA_SAMPLE_TABLES, ...change };
    const key = DecoderKey.fromHex(keyOf('07'));
    expect(refusalOf(() => tokenCipher('07', key, { tables }))).toBe('sta-tables');
    // Prepared tables are kept; refused ones are not.
    expect(refusalOf(() => tokenCipher('07', key, { tables }))).toBe('sta-tables');
  });
});
