import { extractClassBits, insertClassBits } from '@wattvend/sts/class-bits.js';
import { type NumericToken, tokenClassOf } from '@wattvend/sts/token.js';
import { formatNumericToken, parseNumericToken } from '@wattvend/sts/token-carrier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsFromBits, readDigits } from '../src/token-carrier/decimal.ts';
import { blockOf, hexOf } from './hexadecimal-block.ts';
import { casesOf } from './vectors.ts';

interface Insertion {
  readonly tokenClass: number;
  readonly block: string;
  readonly number66: string;
  readonly digits: string;
}

interface Typed {
  readonly typed: string;
  readonly digits: string;
  readonly grouped: string;
}

interface Invalid {
  readonly typed: string;
  readonly fault: string;
  readonly character?: string;
  readonly position?: number;
  readonly digits?: number;
  readonly greatest?: string;
}

const { valid, invalid } = casesOf<Insertion | Typed, Invalid>('numeric-token.json');
const insertions = valid.filter((one) => 'block' in one);
const typings = valid.filter((one) => 'typed' in one);

describe('the vectors', () => {
  test.each(insertions)('$id: $comment', ({ block, digits, number66, tokenClass }) => {
    const working = blockOf(block);
    const top = insertClassBits(tokenClass, working);
    expect(`${top}${hexOf(working)}`).toBe(number66);
    expect(digitsFromBits(top, working)).toBe(digits);

    const parsed = parseNumericToken(digits);
    if (parsed.kind === 'fault') throw new Error(parsed.fault);
    expect(tokenClassOf(parsed.token)).toBe(tokenClass);
    const read = { high: 0, low: 0 };
    expect(extractClassBits(readDigits(parsed.token, read), read)).toBe(tokenClass);
    expect(hexOf(read)).toBe(block);
  });

  test.each(typings)('$id: $comment', ({ digits, grouped, typed }) => {
    const parsed = parseNumericToken(typed);
    expect(parsed).toEqual({ kind: 'token', token: digits });
    if (parsed.kind === 'token') expect(formatNumericToken(parsed.token)).toBe(grouped);
  });

  test.each(invalid)('$id: $comment', ({ typed, fault, character, position, digits, greatest }) => {
    // toEqual leaves out what is undefined, so a detail too many is found as well as one too few.
    const details = { character, position, digits, greatest };
    expect(parseNumericToken(typed)).toEqual({ kind: 'fault', fault, ...details });
  });
});

const TOKENS = 2n ** 66n;

test('any 66-bit token survives being read out and keyed in', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: TOKENS - 1n }), (number) => {
      const block = {
        high: Number((number >> 32n) & 0xffff_ffffn),
        low: Number(number & 0xffff_ffffn),
      };
      const digits = digitsFromBits(Number(number >> 64n), block);
      expect(digits).toBe(number.toString().padStart(20, '0'));
      const parsed = parseNumericToken(digits);
      if (parsed.kind === 'fault') throw new Error(parsed.fault);
      expect(parseNumericToken(formatNumericToken(parsed.token))).toEqual(parsed);
      const read = { high: 0, low: 0 };
      expect(readDigits(parsed.token, read)).toBe(Number(number >> 64n));
      expect(read).toEqual(block);
    }),
    { numRuns: 2000 },
  );
});

test('the steps of the division are exact where a quotient turns over', () => {
  const turns = [
    1n,
    10n ** 4n,
    10n ** 10n,
    10n ** 14n,
    10n ** 16n,
    2n ** 16n,
    2n ** 32n,
    2n ** 64n,
  ];
  for (const turn of turns) {
    for (const factor of [1n, 2n, 3n, 7_378_697_628n, 123_456_789n]) {
      for (const near of [-1n, 0n, 1n]) {
        const number = turn * factor + near;
        if (number < 0n || number >= TOKENS) continue;
        const block = {
          high: Number((number >> 32n) & 0xffff_ffffn),
          low: Number(number & 0xffff_ffffn),
        };
        expect(digitsFromBits(Number(number >> 64n), block)).toBe(
          number.toString().padStart(20, '0'),
        );
      }
    }
  }
});

// Any text at all, also what no keyboard has.
const anything = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }))
  .map((points) => String.fromCodePoint(...points));

test('nothing a person types makes the parser throw', () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.stringMatching(/^[0-9 -]{15,30}$/)), (typed) => {
      const parsed = parseNumericToken(typed);
      const digits = typed.replaceAll(/[\s-]/g, '');
      const isToken = /^[0-9]{20}$/.test(digits) && BigInt(digits) < TOKENS;
      expect(parsed.kind).toBe(isToken ? 'token' : 'fault');
    }),
  );
});

test('the character told is the first wrong one, and it stands where it is said to', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const parsed = parseNumericToken(typed);
      if (parsed.kind === 'token' || parsed.fault !== 'not-digits') return;
      const characters = Array.from(typed);
      expect(characters[parsed.position - 1]).toBe(parsed.character);
      expect(parsed.character).not.toMatch(/^[0-9\s-]$/);
      expect(characters.slice(0, parsed.position - 1).join('')).toMatch(/^[0-9\s-]*$/);
    }),
  );
});

test('a plain string is not a token to the compiler', () => {
  // @ts-expect-error: only parseNumericToken and the encoders give a token.
  const token: NumericToken = '12345678901234567890';
  expect(formatNumericToken(token)).toBe('1234 5678 9012 3456 7890');
});
