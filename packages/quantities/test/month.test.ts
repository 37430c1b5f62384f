import { month, monthOf, monthsAfter, startOfMonth } from '@wattvend/quantities/month.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const YEAR_1000 = Date.UTC(1000, 0, 1);
const YEAR_9999 = Date.UTC(9999, 0, 1);

test('the month of any instant is the one the calendar says', () => {
  fc.assert(
    fc.property(fc.integer({ min: YEAR_1000, max: YEAR_9999 }), (at) => {
      const date = new Date(at);
      expect(monthOf(instant(at))).toBe(date.getUTCFullYear() * 100 + date.getUTCMonth() + 1);
    }),
  );
});

test('every month of a thousand years begins where the one before it ends', () => {
  for (let months = 0; months < 12_000; months++) {
    const start = Date.UTC(1600, months, 1);
    const here = monthOf(instant(start));
    expect(startOfMonth(here)).toBe(start);
    expect(monthOf(instant(start - 1))).toBe(monthsAfter(here, -1));
    expect(monthsAfter(month(160_001), months)).toBe(here);
  }
});

test('what is no month is refused', () => {
  for (const value of [0, 99_912, 202_600, 202_613, 1_000_001, 202_611.5, Number.NaN]) {
    expect(() => month(value), String(value)).toThrow(RangeError);
  }
});
