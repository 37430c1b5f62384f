import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockFromOctets, octetsFromBlock } from '../src/cipher/block64.ts';
import { desDecrypt, desEncrypt, desSchedule } from '../src/cipher/dea.ts';
import { blockOf, hexOf } from './hexadecimal-block.ts';
import { refusalOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly key: string;
  readonly block: string;
  readonly times?: number;
  readonly encrypted: string;
}

test.each(casesOf<Valid>('dea-block.json').valid)(
  '$id: $comment',
  ({ block, encrypted, key, times = 1 }) => {
    const schedule = desSchedule(blockOf(key));
    const working = blockOf(block);
    for (let turn = 0; turn < times; turn++) desEncrypt(working, schedule);
    expect(hexOf(working)).toBe(encrypted);
    for (let turn = 0; turn < times; turn++) desDecrypt(working, schedule);
    expect(hexOf(working)).toBe(block);
  },
);

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const anyBlock = fc.record({ high: word, low: word });

test('decryption undoes encryption, and encryption decryption', () => {
  fc.assert(
    fc.property(anyBlock, anyBlock, (key, block) => {
      const schedule = desSchedule(key);
      const working = { ...block };
      desEncrypt(working, schedule);
      desDecrypt(working, schedule);
      expect(working).toEqual(block);
      desDecrypt(working, schedule);
      desEncrypt(working, schedule);
      expect(working).toEqual(block);
    }),
  );
});

// FIPS 46-3: the complement of key and block gives the complement of the result. It holds only when
// expansion, key selection and permutations all are right.
test('complements go through', () => {
  const complement = ({ high, low }: { high: number; low: number }) => ({
    high: ~high >>> 0,
    low: ~low >>> 0,
  });
  fc.assert(
    fc.property(anyBlock, anyBlock, (key, block) => {
      const working = { ...block };
      desEncrypt(working, desSchedule(key));
      const complemented = complement(block);
      desEncrypt(complemented, desSchedule(complement(key)));
      expect(complemented).toEqual(complement(working));
    }),
  );
});

test('the parity bits of a key are not looked at', () => {
  fc.assert(
    fc.property(anyBlock, anyBlock, anyBlock, (key, block, parity) => {
      const other = {
        high: (key.high ^ (parity.high & 0x0101_0101)) >>> 0,
        low: (key.low ^ (parity.low & 0x0101_0101)) >>> 0,
      };
      const working = { ...block };
      desEncrypt(working, desSchedule(key));
      desDecrypt(working, desSchedule(other));
      expect(working).toEqual(block);
    }),
  );
});

test('any eight octets survive the way to a block and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (octets) => {
      expect(octetsFromBlock(blockFromOctets(octets))).toEqual(octets);
    }),
  );
});

test('a block of another length is refused', () => {
  for (const length of [0, 7, 9]) {
    expect(refusalOf(() => blockFromOctets(new Uint8Array(length)))).toBe('block-length');
  }
});
