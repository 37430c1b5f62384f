import { crcOfOctets, tokenCrc, tokenCrcC } from '@wattvend/sts/crc.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, octetsOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly octets: string;
  readonly crc: string;
}

interface ValidCrcC {
  readonly octets: string;
  readonly crcC: string;
}

const TOKEN_OCTETS = 7;
const word = fc.integer({ min: 0, max: 0xffff_ffff });

describe('the vectors', () => {
  test.each(casesOf<Valid>('crc.json').valid)('$id: $comment', ({ crc, octets }) => {
    const bytes = octetsOf(octets);
    expect(crcOfOctets(bytes)).toBe(Number.parseInt(crc, 16));
    if (bytes.length === TOKEN_OCTETS) {
      expect(tokenCrc(bytes[0] ?? 0, blockOf(`${octets.slice(2)}0000`))).toBe(
        Number.parseInt(crc, 16),
      );
    }
  });

  test.each(casesOf<ValidCrcC>('crc-c.json').valid)('$id: $comment', ({ crcC, octets }) => {
    const block = blockOf(`${octets.slice(2)}0000`);
    expect(tokenCrcC(Number.parseInt(octets.slice(0, 2), 16), block)).toBe(
      Number.parseInt(crcC, 16),
    );
  });
});

test('the field itself does not enter', () => {
  fc.assert(
    fc.property(word, word, (high, low) => {
      expect(tokenCrc(0, { high, low })).toBe(tokenCrc(0, { high, low: (low ^ 0xffff) >>> 0 }));
    }),
  );
});

test('any single wrong bit of class or fields is found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), word, word, (tokenClass, high, low) => {
      const right = tokenCrc(tokenClass, { high, low });
      for (let bit = 0; bit < 32; bit++) {
        const wrong = (1 << bit) >>> 0;
        expect(tokenCrc(tokenClass, { high: (high ^ wrong) >>> 0, low })).not.toBe(right);
        if (bit < 16) continue;
        expect(tokenCrc(tokenClass, { high, low: (low ^ wrong) >>> 0 })).not.toBe(right);
      }
      expect(tokenCrc(tokenClass ^ 1, { high, low })).not.toBe(right);
      expect(tokenCrc(tokenClass ^ 2, { high, low })).not.toBe(right);
    }),
    { numRuns: 50 },
  );
});

test('a meter that knows only CRC refuses every currency token', () => {
  fc.assert(
    fc.property(word, word, (high, low) => {
      expect(tokenCrcC(0, { high, low })).not.toBe(tokenCrc(0, { high, low }));
    }),
  );
});
