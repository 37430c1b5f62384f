/** Dates against those of the language, and the prices of a year by the time of use. */
import {
  compareDates,
  dateAt,
  day,
  dayIndex,
  daysInMonth,
  isLocalDate,
  localDate,
  month,
  periodAt,
  periodIndex,
  periodIndexOf,
  weekdayOf,
} from '@wattvend/tariff/calendar.js';
import { priceE4Minor } from '@wattvend/tariff/tariff.js';
import { priceAt, type TimeOfUse } from '@wattvend/tariff/time-of-use.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const DAY_MS = 86_400_000;
const LAST_INDEX = Date.UTC(9999, 11, 31) / DAY_MS;
const anyIndex = fc.integer({ min: 0, max: LAST_INDEX });

test('a day and its index are those of the proleptic Gregorian calendar', () => {
  fc.assert(
    fc.property(anyIndex, (index) => {
      const date = new Date(index * DAY_MS);
      const ours = dateAt(index);
      expect([ours.year, ours.month, ours.day]).toEqual([
        ...[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
      ]);
      expect(dayIndex(ours)).toBe(index);
      expect(weekdayOf(ours)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
      expect(isLocalDate(ours)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [1900, 28],
  [2000, 29],
  [2024, 29],
  [2026, 28],
  [2100, 28],
])('February of %i has %i days', (year, days) => {
  expect(daysInMonth(year, 2)).toBe(days);
});

test.each([
  [2026, 2, 29],
  [2026, 13, 1],
  [2026, 0, 1],
  [2026, 4, 31],
  [1969, 12, 31],
  [10_000, 1, 1],
  [2026, 1, 1.5],
])('there is no date %i-%i-%i', (year, inYear, inMonth) => {
  expect(() => localDate(year, inYear, inMonth)).toThrow(RangeError);
});

test('what is no month and no day is a bug of the caller', () => {
  expect(() => month(202_613)).toThrow(RangeError);
  expect(() => day(20_260_230)).toThrow(RangeError);
  expect(() => daysInMonth(2026, 13)).toThrow(RangeError);
});

test('a period has the index of every date in it', () => {
  fc.assert(
    fc.property(anyIndex, fc.constantFrom('month' as const, 'day' as const), (index, kind) => {
      const date = dateAt(index);
      const period = periodIndexOf(kind, date);
      expect(periodIndex(kind, periodAt(kind, period))).toBe(period);
      expect(compareDates(date, dateAt(index))).toBe(0);
    }),
  );
});

test('a month paid is paid to its last day, and a day paid is a month paid', () => {
  expect(periodIndex('day', month(202_602))).toBe(dayIndex(localDate(2026, 2, 28)));
  expect(periodIndex('day', month(202_612))).toBe(dayIndex(localDate(2026, 12, 31)));
  expect(periodIndex('month', day(20_260_203))).toBe(periodIndex('month', month(202_602)));
});

const [night, dayTime, rest] = [1n, 2n, 3n].map((value) => priceE4Minor(value * 10_000n));
const TABLE: TimeOfUse = {
  seasons: [
    { id: 'dry', fromMonth: 4, fromDay: 15 },
    { id: 'wet', fromMonth: 10, fromDay: 1 },
  ],
  dayTypes: [
    { id: 'work', weekdays: [1, 2, 3, 4, 5] },
    { id: 'rest', weekdays: [6, 7] },
  ],
  holidays: [{ date: localDate(2026, 12, 25), dayType: 'rest' }],
  days: ['dry', 'wet'].flatMap((season, index) => [
    {
      ...{ season, dayType: 'work' },
      bands: [
        { fromMinute: 0, price: night ?? priceE4Minor(1n) },
        { fromMinute: 360, price: priceE4Minor((dayTime ?? 0n) + BigInt(index)) },
      ],
    },
    { season, dayType: 'rest', bands: [{ fromMinute: 0, price: rest ?? priceE4Minor(1n) }] },
  ]),
};

test.each([
  // A Monday before and after six; the last day of one season and the first of the next.
  ['2026-11-23', 359, 10_000n],
  ['2026-11-23', 360, 20_001n],
  ['2026-09-30', 1439, 20_000n],
  ['2026-10-01', 1439, 20_001n],
  // The wet season goes on over the turn of the year, until 14 April.
  ['2026-01-05', 600, 20_001n],
  ['2026-04-14', 600, 20_001n],
  ['2026-04-15', 600, 20_000n],
  // A Saturday, and a holiday that is a Friday.
  ['2026-11-28', 600, 30_000n],
  ['2026-12-25', 600, 30_000n],
  ['2026-12-24', 600, 20_001n],
])('on %s at minute %i a kWh costs %s', (text, minute, price) => {
  const [year = 0, inYear = 0, inMonth = 0] = text.split('-').map(Number);
  expect(priceAt(TABLE, { ...localDate(year, inYear, inMonth), minute })).toBe(price);
});

test('a table without a price is a bug of whoever did not look for its faults', () => {
  const at = { ...localDate(2026, 11, 23), minute: 0 };
  expect(() => priceAt({ ...TABLE, days: [] }, at)).toThrow('no price for 2026-11-23, minute 0');
});
