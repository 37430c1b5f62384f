import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import {
  combineKeyChange,
  encryptKeyChange,
  type KeyChange,
  type KeyChangeInProgress,
  sectionNumber,
  withSection,
} from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { clearToken, decryptToken, type NumericToken } from '@wattvend/sts/token.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Given {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly presentKey: string;
  readonly newKey: string;
  readonly keyType: number;
  readonly keyRevisionNumber: number;
  readonly keyExpiryNumber: number;
  readonly tariffIndex: string;
  readonly supplyGroupCode: string | null;
  readonly rollover: boolean;
}

interface Valid extends Given {
  readonly clear66: readonly string[];
  readonly digits: readonly NumericToken[];
}

interface Invalid extends Given {
  readonly refusal: string;
}

const { valid, invalid } = casesOf<Valid, Invalid>('key-change.json');

function changeOf(given: Given): KeyChange {
  return {
    decoderKey: DecoderKey.fromHex(given.newKey),
    keyType: keyType(given.keyType),
    keyRevisionNumber: keyRevisionNumber(given.keyRevisionNumber),
    keyExpiryNumber: keyExpiryNumber(given.keyExpiryNumber),
    tariffIndex: tariffIndex(given.tariffIndex),
    supplyGroupCode: given.supplyGroupCode === null ? null : supplyGroupCode(given.supplyGroupCode),
    rollover: given.rollover,
  };
}

function presentOf(given: Given): TokenCipher {
  return tokenCipher(given.encryptionAlgorithm, DecoderKey.fromHex(given.presentKey));
}

function sectionOf(token: NumericToken, present: TokenCipher): KeyChangeSectionToken {
  const read = decryptToken(token, present);
  if (read.kind === 'fault') throw new Error(read.fault);
  return read.token as KeyChangeSectionToken;
}

function hexadecimal(key: DecoderKey): string {
  return key.use((octets) =>
    Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(''),
  );
}

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    const present = presentOf(one);
    const tokens = encryptKeyChange(changeOf(one), present);
    expect(tokens).toEqual(one.digits);
    const clear = one.digits.map((token) => clearToken(token, present));
    expect(clear.map(({ block, tokenClass }) => `${tokenClass}${hexOf(block)}`)).toEqual(
      one.clear66,
    );

    const sections = one.digits.map((token) => sectionOf(token, present));
    expect(sections.map(sectionNumber)).toEqual([1, 2, 3, 4].slice(0, sections.length));
    const combined = combineKeyChange(sections.reduce(withSection, {}), present.keyBits);
    if (combined.kind !== 'complete') throw new Error(`missing ${combined.missing.join()}`);
    expect({ ...combined.change, decoderKey: hexadecimal(combined.change.decoderKey) }).toEqual({
      decoderKey: one.newKey,
      keyType: one.keyType,
      keyRevisionNumber: one.keyRevisionNumber,
      keyExpiryNumber: one.keyExpiryNumber,
      tariffIndex: Number(one.tariffIndex),
      supplyGroupCode: one.supplyGroupCode === null ? null : Number(one.supplyGroupCode),
      rollover: one.rollover,
    });
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(() => encryptKeyChange(changeOf(one), presentOf(one))).toThrow(
      expect.objectContaining({ refusal: one.refusal }),
    );
  });
});

test('a rollover takes another key, and only the whole key counts', () => {
  const present = DecoderKey.fromHex('0123456789abcdef');
  const cipher = tokenCipher('07', present);
  const change = {
    decoderKey: DecoderKey.fromHex('0123456789ABCDEF'),
    keyType: 2,
    keyRevisionNumber: keyRevisionNumber(2),
    keyExpiryNumber: keyExpiryNumber(255),
    tariffIndex: tariffIndex('01'),
    supplyGroupCode: null,
    rollover: true,
  } as const;
  expect(() => encryptKeyChange(change, cipher)).toThrow(
    expect.objectContaining({ refusal: 'rollover-same-key' }),
  );
  expect(encryptKeyChange({ ...change, rollover: false }, cipher)).toHaveLength(2);
  for (const other of ['0123456789abcdee', '1123456789abcdef']) {
    const decoderKey = DecoderKey.fromHex(other);
    expect(encryptKeyChange({ ...change, decoderKey }, cipher)).toHaveLength(2);
  }
  // The lowest bit of an octet is no part of a key of DES.
  const byDes = tokenCipher('09', present);
  const twin = { ...change, decoderKey: DecoderKey.fromHex('0022446688aacdee') };
  expect(() => encryptKeyChange(twin, byDes)).toThrow(
    expect.objectContaining({ refusal: 'rollover-same-key' }),
  );
  expect(encryptKeyChange(twin, cipher)).toHaveLength(2);
  expect(present.equals(DecoderKey.fromHex('0123456789abcdef0123456789abcdef'))).toBe(false);
});

const sets = fc.constantFrom(...valid).chain((one) => {
  const present = presentOf(one);
  const sections = one.digits.map((token) => sectionOf(token, present));
  return fc.record({
    keyBits: fc.constant(present.keyBits),
    sections: fc.constant(sections),
    order: fc.shuffledSubarray(sections, { minLength: sections.length }),
  });
});

test('the sections of a set may come in any order and more than once', () => {
  fc.assert(
    fc.property(sets, fc.nat(), ({ keyBits, order, sections }, chance) => {
      const inOrder = combineKeyChange(sections.reduce(withSection, {}), keyBits);
      expect(inOrder.kind).toBe('complete');
      const again = order[chance % order.length];
      const entered = again === undefined ? order : [again, ...order];
      const anyOrder = combineKeyChange(entered.reduce(withSection, {}), keyBits);
      expect(plain(anyOrder)).toEqual(plain(inOrder));
    }),
  );
});

test('a set that lacks a section names it, and is never taken for a complete one', () => {
  fc.assert(
    fc.property(sets, fc.nat(), ({ keyBits, order }, chance) => {
      const lacking = order[chance % order.length];
      if (lacking === undefined) return;
      const entered = order.filter((section) => section !== lacking);
      const combined = combineKeyChange(entered.reduce(withSection, {}), keyBits);
      // Without the first section nothing tells that a third will come in a set for short keys.
      const expected =
        keyBits === 64 && order.length === 3 && sectionNumber(lacking) === 1
          ? { kind: 'incomplete', missing: [1] }
          : { kind: 'incomplete', missing: [sectionNumber(lacking)] };
      expect(combined).toEqual(expected);
    }),
  );
});

test('a section entered again takes the place of the earlier', () => {
  const [first, second] = valid;
  if (first === undefined || second === undefined) throw new Error('no vectors');
  const stale = sectionOf(first.digits[0] as NumericToken, presentOf(first));
  const sections = second.digits.map((token) => sectionOf(token, presentOf(second)));
  const combined = combineKeyChange([stale, ...sections].reduce(withSection, {}), 64);
  if (combined.kind !== 'complete') throw new Error('incomplete');
  expect(hexadecimal(combined.change.decoderKey)).toBe(second.newKey);
});

test('a third token that the first did not announce is left aside', () => {
  const two = valid.find((one) => one.digits.length === 2);
  const three = valid.find((one) => one.digits.length === 3);
  if (two === undefined || three === undefined) throw new Error('no vectors');
  const third = sectionOf(three.digits[2] as NumericToken, presentOf(three));
  const sections = two.digits.map((token) => sectionOf(token, presentOf(two)));
  const progress: KeyChangeInProgress = [...sections, third].reduce(withSection, {});
  const combined = combineKeyChange(progress, 64);
  expect(combined).toMatchObject({ kind: 'complete', change: { supplyGroupCode: null } });
});

function plain(combined: ReturnType<typeof combineKeyChange>): unknown {
  if (combined.kind === 'incomplete') return combined;
  return { ...combined.change, decoderKey: hexadecimal(combined.change.decoderKey) };
}
