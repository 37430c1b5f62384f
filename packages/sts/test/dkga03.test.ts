import { deriveDecoderKeyDkga03 } from '@wattvend/sts/dkga03.js';
import { describe, expect, test } from 'vitest';
import { tdeaEncrypt, tdeaSchedule } from '../src/cipher/tdea.ts';
import { derivationBlock } from '../src/decoder-key/derivation-block.ts';
import { dataOf, hexOfKey, type KeyByDes, type RefusedKey } from './decoder-key-data.ts';
import { hexOf, octetsOf } from './hexadecimal-block.ts';
import { refusalErrorOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

describe('the vectors', () => {
  const { valid, invalid } = casesOf<KeyByDes, RefusedKey>('dkga03.json');

  test.each(valid)('$id: $comment', (one) => {
    const block = derivationBlock(dataOf(one));
    expect(hexOf(block)).toBe(one.derivationBlock);
    tdeaEncrypt(block, tdeaSchedule(octetsOf(one.vendingKey)));
    expect(hexOf(block)).toBe(one.encryptedBlock);
    const key = deriveDecoderKeyDkga03(octetsOf(one.vendingKey), dataOf(one));
    expect(hexOfKey(key)).toBe(one.decoderKey);
  });

  test.each(invalid)('$id: $comment', (one) => {
    const error = refusalErrorOf(() =>
      deriveDecoderKeyDkga03(octetsOf(one.vendingKey), dataOf(one)),
    );
    expect(error.refusal).toBe(one.refusal);
    expect(error.message).not.toContain(one.vendingKey.slice(0, 8));
  });
});
