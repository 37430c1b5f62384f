import { hasOddParity, withOddParity } from '@wattvend/sts/key-parity.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOfOctets } from './decoder-key-data.ts';
import { octetsOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly key: string;
  readonly hasOddParity: boolean;
  readonly withOddParity: string;
}

describe('the vectors', () => {
  test.each(casesOf<Valid>('key-parity.json').valid)('$id: $comment', (one) => {
    expect(hasOddParity(octetsOf(one.key))).toBe(one.hasOddParity);
    expect(hexOfOctets(withOddParity(octetsOf(one.key)))).toBe(one.withOddParity);
  });
});

test('each of the 256 octets is judged by the number of its ones', () => {
  for (let octet = 0; octet < 256; octet++) {
    const ones = octet.toString(2).replaceAll('0', '').length;
    expect(hasOddParity(Uint8Array.of(octet))).toBe(ones % 2 === 1);
  }
});

test('parity is looked at in every octet', () => {
  for (let place = 0; place < 8; place++) {
    const octets = new Uint8Array(8).fill(1);
    expect(hasOddParity(octets)).toBe(true);
    octets[place] = 3;
    expect(hasOddParity(octets)).toBe(false);
  }
});

test('parity is set without touching the other bits or the key that was given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 24 }), (key) => {
      const before = Uint8Array.from(key);
      const made = withOddParity(key);
      expect(hasOddParity(made)).toBe(true);
      expect(Array.from(made, (octet) => octet >> 1)).toEqual(
        Array.from(before, (octet) => octet >> 1),
      );
      expect(key).toEqual(before);
      expect(withOddParity(made)).toEqual(made);
    }),
  );
});
