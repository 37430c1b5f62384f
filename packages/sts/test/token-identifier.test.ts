import { instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import {
  assertOrdinaryTokenIdentifier,
  assertSpecialTokenIdentifier,
  assertTokenIdentifierRises,
  type BaseDate,
  instantOfTokenIdentifier,
  isReservedTokenIdentifier,
  nextTokenIdentifier,
  specialTokenIdentifier,
  TOKEN_IDENTIFIER_MAX,
  type TokenIdentifier,
  tokenIdentifier,
  tokenIdentifierAt,
} from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOrNull } from './refusal-or-null.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly at: string;
  readonly baseDate: BaseDate;
  readonly tokenIdentifier: number;
  readonly nextTokenIdentifier: number;
  readonly specialTokenIdentifier: number;
  readonly isReserved: boolean;
}

interface Invalid {
  readonly at: string;
  readonly baseDate: BaseDate;
  readonly fault: string;
  readonly firstMinute: string;
  readonly lastMinute: string;
}

interface Sequence {
  readonly at: readonly string[];
  readonly baseDate: BaseDate;
  readonly tokenIdentifiers: readonly number[];
}

const { valid, invalid } = casesOf<Valid, Invalid>('token-identifier.json');
const timeOf = (text: string) => instant(Date.parse(text));
const is = (value: number) => ({ kind: 'token-identifier', tokenIdentifier: value });

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    const { baseDate } = one;
    const at = timeOf(one.at);
    const identifier = tokenIdentifier(one.tokenIdentifier);
    expect(tokenIdentifierAt(at, baseDate)).toEqual(is(one.tokenIdentifier));
    expect(nextTokenIdentifier(at, null, baseDate)).toEqual(is(one.nextTokenIdentifier));
    expect(specialTokenIdentifier(at, baseDate)).toEqual(is(one.specialTokenIdentifier));
    expect(isReservedTokenIdentifier(identifier)).toBe(one.isReserved);
    const minute = Math.floor(at / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE;
    expect(instantOfTokenIdentifier(identifier, baseDate)).toBe(minute);
  });

  test.each(invalid)('$id: $comment', ({ at, baseDate, fault, firstMinute, lastMinute }) => {
    const expected = {
      kind: 'fault',
      fault,
      firstMinute: timeOf(firstMinute),
      lastMinute: timeOf(lastMinute),
    };
    expect(tokenIdentifierAt(timeOf(at), baseDate)).toEqual(expected);
    expect(nextTokenIdentifier(timeOf(at), null, baseDate)).toEqual(expected);
  });

  test.each(casesOf<Sequence>('token-identifier-sequence.json').valid)(
    '$id: $comment',
    ({ at, baseDate, tokenIdentifiers }) => {
      let last: TokenIdentifier | null = null;
      const issued = at.map((text) => {
        const next = nextTokenIdentifier(timeOf(text), last, baseDate);
        if (next.kind === 'fault') throw new Error(next.fault);
        last = next.tokenIdentifier;
        return last;
      });
      expect(issued).toEqual(tokenIdentifiers);
    },
  );
});

const baseDates = fc.constantFrom<BaseDate[]>(1993, 2014, 2035);

test('the base dates are midnights in UTC', () => {
  for (const year of [1993, 2014, 2035] as const) {
    expect(instantOfTokenIdentifier(tokenIdentifier(0), year)).toBe(Date.UTC(year, 0, 1));
  }
});

test('any identifier survives the way to an instant and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: TOKEN_IDENTIFIER_MAX }), baseDates, (value, baseDate) => {
      const at = instantOfTokenIdentifier(tokenIdentifier(value), baseDate);
      expect(tokenIdentifierAt(at, baseDate)).toEqual(is(value));
    }),
  );
});

test('whatever the clock does, the next identifier is later than the last and never reserved', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: TOKEN_IDENTIFIER_MAX }),
      fc.integer({ min: 0, max: TOKEN_IDENTIFIER_MAX - 2 }),
      baseDates,
      (minute, last, baseDate) => {
        const now = instantOfTokenIdentifier(tokenIdentifier(minute), baseDate);
        const next = nextTokenIdentifier(now, tokenIdentifier(last), baseDate);
        if (next.kind === 'fault') throw new Error(next.fault);
        expect(next.tokenIdentifier).toBeGreaterThan(last);
        expect(next.tokenIdentifier).toBeGreaterThanOrEqual(minute);
        expect(isReservedTokenIdentifier(next.tokenIdentifier)).toBe(false);
      },
    ),
  );
});

test('after the greatest identifier there is no next one', () => {
  const now = instantOfTokenIdentifier(tokenIdentifier(0), 2014);
  const last = tokenIdentifier(TOKEN_IDENTIFIER_MAX);
  expect(nextTokenIdentifier(now, last, 2014)).toEqual({
    kind: 'fault',
    fault: 'after-base-date-range',
    firstMinute: Date.UTC(2014, 0, 1),
    lastMinute: Date.UTC(2045, 10, 24, 20, 15),
  });
});

test('a clock before the base date is a fault even when there was a token', () => {
  const now = instant(Date.UTC(2013, 11, 31));
  const fault = {
    kind: 'fault',
    fault: 'before-base-date',
    firstMinute: Date.UTC(2014, 0, 1),
    lastMinute: Date.UTC(2045, 10, 24, 20, 15),
  };
  expect(nextTokenIdentifier(now, tokenIdentifier(5), 2014)).toEqual(fault);
  expect(specialTokenIdentifier(now, 2014)).toEqual(fault);
});

test('an identifier outside 24 bits is refused', () => {
  for (const value of [-1, TOKEN_IDENTIFIER_MAX + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(refusalOrNull(() => tokenIdentifier(value))).toBe('token-identifier');
  }
});

test('each minute of a day is for ordinary tokens or for special ones, never for both', () => {
  const DAY = 4000 * 1440;
  for (let minute = 0; minute < 1440; minute++) {
    const identifier = tokenIdentifier(DAY + minute);
    const isSpecial = minute === 1;
    expect(refusalOrNull(() => assertOrdinaryTokenIdentifier(identifier))).toBe(
      isSpecial ? 'reserved-minute' : null,
    );
    expect(refusalOrNull(() => assertSpecialTokenIdentifier(identifier))).toBe(
      isSpecial ? null : 'not-reserved-minute',
    );
  }
});

test('identifiers of one meter must rise strictly', () => {
  const rises = (last: number | null, next: number) =>
    refusalOrNull(() =>
      assertTokenIdentifierRises(
        last === null ? null : tokenIdentifier(last),
        tokenIdentifier(next),
      ),
    );
  expect(rises(null, 0)).toBeNull();
  expect(rises(0, 0)).toBe('token-identifier-not-rising');
  expect(rises(5, 4)).toBe('token-identifier-not-rising');
  expect(rises(5, 5)).toBe('token-identifier-not-rising');
  expect(rises(5, 6)).toBeNull();
  expect(rises(TOKEN_IDENTIFIER_MAX, 0)).toBe('token-identifier-not-rising');
});

test('a plain number is not an identifier to the compiler', () => {
  // @ts-expect-error: a number becomes an identifier only in tokenIdentifier().
  expect(isReservedTokenIdentifier(1)).toBe(true);
  // @ts-expect-error: 2000 is not a base date.
  expect(refusalOrNull(() => instantOfTokenIdentifier(tokenIdentifier(1), 2000))).toBe('base-date');
  // @ts-expect-error: nor is it one to count from.
  expect(refusalOrNull(() => nextTokenIdentifier(instant(0), null, 2000))).toBe('base-date');
});
