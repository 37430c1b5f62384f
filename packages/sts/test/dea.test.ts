import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockFromOctets, octetsFromBlock } from '../src/cipher/block64.ts';
import { desEncrypt, desSchedule } from '../src/cipher/dea.ts';
import { blockOf, hexOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly key: string;
  readonly block: string;
  readonly times?: number;
  readonly encrypted: string;
}

// Key generation only encrypts, so decryption does not exist here and the vectors run one way.
test.each(casesOf<Valid>('dea-block.json').valid)(
  '$id: $comment',
  ({ block, encrypted, key, times = 1 }) => {
    const schedule = desSchedule(blockOf(key));
    const working = blockOf(block);
    for (let turn = 0; turn < times; turn++) desEncrypt(working, schedule);
    expect(hexOf(working)).toBe(encrypted);
  },
);

const eight = fc.uint8Array({ minLength: 8, maxLength: 8 });

test('OpenSSL finds the same, by DES-EDE3 with one key three times', () => {
  fc.assert(
    fc.property(eight, eight, (key, block) => {
      const cipher = createCipheriv('des-ede3', Buffer.concat([key, key, key]), null);
      const working = blockFromOctets(block);
      desEncrypt(working, desSchedule(blockFromOctets(key)));
      expect(Buffer.from(octetsFromBlock(working))).toEqual(cipher.update(block));
    }),
    { numRuns: 500 },
  );
});

test('any eight octets survive the way to a block and back', () => {
  fc.assert(
    fc.property(eight, (octets) => {
      expect(octetsFromBlock(blockFromOctets(octets))).toEqual(octets);
    }),
  );
});

test('a block of another length is refused', () => {
  for (const length of [0, 7, 9]) {
    expect(() => blockFromOctets(new Uint8Array(length))).toThrow(RangeError);
  }
});
