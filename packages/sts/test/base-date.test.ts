import {
  BASE_DATE_YEARS,
  BASE_DATES,
  type BaseDate,
  baseDateCode,
  isRollover,
  parseBaseDateCode,
} from '@wattvend/sts/base-date.js';
import {
  instantOfTokenIdentifier,
  TOKEN_IDENTIFIER_MAX,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesOf } from './vectors.ts';

interface Row {
  readonly code: string;
  readonly baseDate: BaseDate;
  readonly firstMinute: string;
  readonly lastMinute: string;
}

interface Change {
  readonly oldBaseDate: BaseDate;
  readonly newBaseDate: BaseDate;
  readonly isRollover: boolean;
}

interface Invalid {
  readonly code: string;
  readonly fault: string;
}

const { valid, invalid } = casesOf<Row | Change, Invalid>('base-date.json');
const rows = valid.filter((one) => 'code' in one);
const changes = valid.filter((one) => 'isRollover' in one);

describe('the vectors', () => {
  test.each(rows)('$id: $comment', ({ baseDate, code, firstMinute, lastMinute }) => {
    expect(baseDateCode(baseDate)).toBe(code);
    expect(parseBaseDateCode(code)).toEqual({ kind: 'base-date', baseDate });
    expect(BASE_DATES[baseDate]).toEqual({
      code,
      firstMinute: Date.parse(firstMinute),
      lastMinute: Date.parse(lastMinute),
    });
  });

  test.each(changes)('$id: $comment', ({ newBaseDate, oldBaseDate, ...change }) => {
    expect(isRollover(oldBaseDate, newBaseDate)).toBe(change.isRollover);
  });

  test.each(invalid)('$id: $comment', ({ code, fault }) => {
    expect(parseBaseDateCode(code)).toEqual({ kind: 'fault', fault, found: code });
  });
});

test('the vectors have every base date and every pair of them', () => {
  expect(rows.map(({ baseDate }) => baseDate)).toEqual(BASE_DATE_YEARS);
  expect(changes).toHaveLength(BASE_DATE_YEARS.length ** 2);
});

test('a base date begins with the first token identifier and ends with the last', () => {
  for (const year of BASE_DATE_YEARS) {
    const { firstMinute, lastMinute } = BASE_DATES[year];
    expect(instantOfTokenIdentifier(tokenIdentifier(0), year)).toBe(firstMinute);
    const last = tokenIdentifier(TOKEN_IDENTIFIER_MAX);
    expect(instantOfTokenIdentifier(last, year)).toBe(lastMinute);
  }
});

test('nothing typed makes the parser throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseBaseDateCode(text).kind).toBe(
        ['93', '14', '35'].includes(text) ? 'base-date' : 'fault',
      );
    }),
  );
});
