import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MISTY1_S7,
  MISTY1_S9,
  misty1Decrypt,
  misty1Encrypt,
  misty1Schedule,
} from '../src/cipher/misty1.ts';
import { blockOf, hexOf, octetsOf } from './hexadecimal-block.ts';
import { refusalOf } from './refusal-of.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly key: string;
  readonly block: string;
  readonly times?: number;
  readonly encrypted: string;
  readonly derivedKeyParts: readonly string[];
}

interface Invalid {
  readonly key: string;
}

const { valid, invalid } = casesOf<Valid, Invalid>('misty1-block.json');

describe('the vectors', () => {
  test.each(valid)('$id: $comment', ({ block, encrypted, key, times = 1 }) => {
    const schedule = misty1Schedule(octetsOf(key));
    const working = blockOf(block);
    for (let turn = 0; turn < times; turn++) misty1Encrypt(working, schedule);
    expect(hexOf(working)).toBe(encrypted);
    for (let turn = 0; turn < times; turn++) misty1Decrypt(working, schedule);
    expect(hexOf(working)).toBe(block);
  });

  test.each(valid)("$id, the parts K': $comment", ({ derivedKeyParts, key }) => {
    // FL 2 takes K'3 first; FL 4, 6 and 8 take K'4, K'5 and K'6, and FL 1 takes K'7 second.
    const { fl } = misty1Schedule(octetsOf(key));
    const shown = [fl[2], fl[6], fl[10], fl[14], fl[1]].map((part) =>
      part?.toString(16).padStart(4, '0'),
    );
    expect(shown).toEqual([2, 3, 4, 5, 6].map((index) => derivedKeyParts[index]));
  });

  test.each(invalid)('$id: $comment', ({ key }) => {
    expect(refusalOf(() => misty1Schedule(octetsOf(key)))).toBe('decoder-key-length');
  });
});

test('decryption undoes encryption', () => {
  const word = fc.integer({ min: 0, max: 0xffff_ffff });
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.record({ high: word, low: word }),
      (key, block) => {
        const schedule = misty1Schedule(key);
        const working = { ...block };
        misty1Encrypt(working, schedule);
        misty1Decrypt(working, schedule);
        expect(working).toEqual(block);
      },
    ),
  );
});

// The two blocks of the RFC do not reach every entry. These properties of the design hold only for
// the right tables: a mistyped entry breaks at least one of them.
describe.each([
  { name: 'S7', table: MISTY1_S7, bits: 7, degree: 3 },
  { name: 'S9', table: MISTY1_S9, bits: 9, degree: 2 },
])('$name', ({ bits, degree, table }) => {
  test('is a permutation', () => {
    const sorted = table.toSorted();
    expect(Array.from(sorted)).toEqual(Array.from({ length: 2 ** bits }, (_, index) => index));
  });

  test('has the algebraic degree of the design in every output bit', () => {
    for (let bit = 0; bit < bits; bit++) {
      const coefficients = algebraicNormalForm(Array.from(table, (entry) => (entry >> bit) & 1));
      const degrees = coefficients.map((coefficient, term) => (coefficient ? ones(term) : 0));
      expect(Math.max(...degrees)).toBe(degree);
    }
  });
});

// The Möbius transform: the coefficient of each product of input bits.
function algebraicNormalForm(values: number[]): readonly number[] {
  for (let step = 1; step < values.length; step *= 2) {
    for (let index = 0; index < values.length; index++) {
      if (index & step) values[index] = (values[index] ?? 0) ^ (values[index - step] ?? 0);
    }
  }
  return values;
}

function ones(value: number): number {
  return value.toString(2).replaceAll('0', '').length;
}
