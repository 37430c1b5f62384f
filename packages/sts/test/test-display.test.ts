import {
  CONTROL_BITS,
  controlOfTests,
  type InitiateMeterTestDisplayToken,
  METER_TESTS,
  testsOfControl,
} from '@wattvend/sts/test-display.js';
import { decodeTestDisplayToken, encodeTestDisplayToken } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesOf } from './vectors.ts';

interface Invalid {
  readonly subclass: 0 | 1;
  readonly manufacturerCode: number;
  readonly tests: readonly number[];
}

interface Valid extends Invalid {
  readonly controlHex: string;
  readonly digits: string;
}

const { valid, invalid } = casesOf<Valid, Invalid>('test-display.json');

function tokenOf(one: Invalid): InitiateMeterTestDisplayToken {
  return {
    tokenClass: 1,
    subclass: one.subclass,
    name: 'initiateMeterTestDisplay',
    control: controlOfTests(one.tests, one.subclass),
    manufacturerCode: one.manufacturerCode,
  };
}

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    const token = tokenOf(one);
    expect(token.control).toBe(Number.parseInt(one.controlHex, 16));
    expect(encodeTestDisplayToken(token)).toBe(one.digits);
    const typed = parseNumericToken(one.digits);
    if (typed.kind === 'fault') throw new Error(typed.fault);
    expect(decodeTestDisplayToken(typed.token)).toEqual({ kind: 'token', token });
    expect(testsOfControl(token.control, one.subclass)).toEqual(one.tests);
  });

  test.each(invalid)('$id: $comment', (one) => {
    expect(() => tokenOf(one)).toThrow(expect.objectContaining({ refusal: 'test-number' }));
  });
});

test('any tests become a control field and are read from it, each once and rising', () => {
  const asked = fc.constantFrom<(0 | 1)[]>(0, 1).chain((subclass) =>
    fc.record({
      subclass: fc.constant(subclass),
      tests: fc.array(fc.integer({ min: 1, max: CONTROL_BITS[subclass] }), { minLength: 1 }),
    }),
  );
  fc.assert(
    fc.property(asked, ({ subclass, tests }) => {
      const rising = [...new Set(tests)].sort((left, right) => left - right);
      const isEvery = rising.length === CONTROL_BITS[subclass];
      expect(testsOfControl(controlOfTests(tests, subclass), subclass)).toEqual(
        isEvery ? [0] : rising,
      );
      expect(testsOfControl(controlOfTests([...tests, 0], subclass), subclass)).toEqual([0]);
    }),
  );
});

test('an encrypted token is told from a test token without a key', () => {
  const typed = parseNumericToken('35500312443047940328');
  if (typed.kind === 'fault') throw new Error(typed.fault);
  expect(decodeTestDisplayToken(typed.token)).toEqual({
    kind: 'fault',
    fault: 'encrypted',
    tokenClass: 0,
  });
});

test('a fraction of a test is no test', () => {
  expect(() => controlOfTests([1.5], 0)).toThrow(
    expect.objectContaining({ refusal: 'test-number' }),
  );
});

test('tests 0 to 18 are named, in order', () => {
  expect(METER_TESTS.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, n) => n));
});
