/** The calendar against the platform's own, and by cases from the wall. */
import { localDay, rateAt, untilRateSwitch } from '@wattvend/meter/calendar.js';
import { billingPeriodOf, civilDate, isCivilDate, weekdayOf } from '@wattvend/meter/civil-date.js';
import { untilAccountingChange } from '@wattvend/meter/clock.js';
import { creditDecision } from '@wattvend/meter/cut-off.js';
import { type MeterTariff, SINGLE_RATE_TARIFF } from '@wattvend/meter/meter-tariff.js';
import type { FriendlyWindow } from '@wattvend/meter/settings.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, DAY, HOUR, MINUTE, meterWith, PEAK_TARIFF } from './invented-account.ts';

test('every day of eight hundred years has the date and weekday the platform gives it', () => {
  for (let day = -146_097; day <= 146_097; day++) {
    const date = new Date(day * DAY);
    expect(civilDate(day)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
    if (weekdayOf(day) !== (date.getUTCDay() + 6) % 7) expect.fail(`weekday of day ${day}`);
  }
}, 30_000);

test.each([
  [2024, 2, 29, true],
  [2023, 2, 29, false],
  [1900, 2, 29, false],
  [2000, 2, 29, true],
  [null, 2, 29, true],
  [null, 2, 30, false],
  [null, 4, 31, false],
  [null, 13, 1, false],
  [null, 0, 1, false],
  [null, 1, 0, false],
  [null, 1, 1.5, false],
  [2024.5, 1, 1, false],
])('the date %s-%s-%s exists: %s', (year, month, day, expected) => {
  expect(isCivilDate({ year, month, day })).toBe(expected);
});

test('a billing period bears the month in which it begins', () => {
  const period = (text: string, billingDay: number) =>
    billingPeriodOf(at(`${text}T00:00`) / DAY, billingDay) - 2026 * 12;
  expect(period('2026-01-14', 15)).toBe(-1);
  expect(period('2026-01-15', 15)).toBe(0);
  expect(period('2026-12-31', 1)).toBe(11);
});

test('local days follow the offset, before 1970 too', () => {
  const tariff = (utcOffsetMinutes: number) => ({ ...SINGLE_RATE_TARIFF, utcOffsetMinutes });
  expect(localDay(tariff(345), at('1970-01-01T18:14:59.999'))).toBe(0);
  expect(localDay(tariff(345), at('1970-01-01T18:15'))).toBe(1);
  expect(localDay(tariff(-840), at('1970-01-01T00:00'))).toBe(-1);
  expect(localDay(tariff(0), instant(-1))).toBe(-1);
});

/** A rate for each day profile, so that the rate tells the profile. */
const SEASONS: MeterTariff = {
  ...SINGLE_RATE_TARIFF,
  rates: ['WINTER', 'SUMMER', 'HOLIDAY', 'LEAP'].map((name) => ({ name, prices: [0 as never] })),
  seasons: [
    { month: 2, day: 29, week: 1 },
    { month: 10, day: 1, week: 0 },
  ],
  weeks: [{ days: [0, 0, 0, 0, 0, 0, 0] }, { days: [1, 1, 1, 1, 1, 1, 1] }],
  days: [0, 1, 2, 3].map((rate) => ({ switches: [{ minute: 0, rate }] })),
  specialDays: [
    { year: 2028, month: 5, day: 1, dayProfile: 3 },
    { year: null, month: 5, day: 1, dayProfile: 2 },
    { year: 2032, month: 2, day: 29, dayProfile: 3 },
  ],
};

test.each([
  ['2025-12-31T23:59', 0, 'winter began in October'],
  ['2026-01-01T00:00', 0, 'and goes on over the new year'],
  ['2026-02-28T23:59', 0, 'until the season begins'],
  ['2026-03-01T00:00', 1, 'on 1 March, as this year has no 29 February'],
  ['2028-02-28T23:59', 0, 'a leap year'],
  ['2028-02-29T00:00', 1, 'begins it on the day itself'],
  ['2026-09-30T23:59', 1, 'the last minute of summer'],
  ['2026-10-01T00:00', 0, 'the first of winter'],
  ['2026-05-01T12:00', 2, 'a holiday of every year'],
  ['2028-05-01T12:00', 3, 'the first of the table that matches wins'],
  ['2026-05-02T00:00', 1, 'and ends at midnight'],
  ['2032-02-29T12:00', 3, 'a special leap day'],
  ['2028-02-29T12:00', 1, 'of its year only'],
])('at %s rate %s holds: %s', (text, rate, _why) => {
  expect(rateAt(SEASONS, at(text))).toBe(rate);
});

test.each([
  // 2026-07-06 is a Monday; local time is two hours ahead of UTC.
  ['2026-07-06T03:59:59.999', 0, 1],
  ['2026-07-06T04:00', 1, 16 * HOUR],
  ['2026-07-06T20:00', 0, 8 * HOUR],
  // From Friday 22:00 local to Monday 06:00 local: 56 hours.
  ['2026-07-10T20:00', 0, 56 * HOUR],
] as const)('the peak tariff at %s: rate %s, the next in %s ms', (text, rate, until) => {
  expect(rateAt(PEAK_TARIFF, at(text))).toBe(rate);
  expect(untilRateSwitch(PEAK_TARIFF, at(text))).toBe(until);
});

test('a rate that never switches says so', () => {
  expect(untilRateSwitch(SINGLE_RATE_TARIFF, at('2026-07-06T00:00'))).toBeNull();
  const idle = { ...PEAK_TARIFF, weeks: [{ days: [0, 0, 0, 0, 0, 0, 0] }] };
  expect(untilRateSwitch(idle, at('2026-07-06T00:00'))).toBeNull();
  expect(untilRateSwitch(SEASONS, at('2026-10-01T00:00'))).toBe(151 * DAY);
});

const NIGHT: FriendlyWindow = { weekdays: [4], fromMinute: 1320, untilMinute: 360 };

test.each([
  // Friday the 10th from 22:00 until Saturday 06:00, at UTC.
  ['2026-07-10T21:59:59.999', 'exhausted', 1],
  ['2026-07-10T22:00', 'friendly', 2 * HOUR],
  ['2026-07-11T00:00', 'friendly', 6 * HOUR],
  ['2026-07-11T05:59:59.999', 'friendly', 1],
  ['2026-07-11T06:00', 'exhausted', 18 * HOUR],
  ['2026-07-11T22:00', 'exhausted', 2 * HOUR],
  ['2026-07-10T05:00', 'exhausted', 17 * HOUR],
] as const)('a friendly night at %s: %s for %s ms', (text, decision, until) => {
  const friendly = { windows: [NIGHT], onSpecialDays: false };
  const memory = meterWith(0, { friendly });
  expect(creditDecision(memory, at(text))).toBe(decision);
  expect(untilAccountingChange(memory, at(text))).toBe(until);
});

test('a window that ends when it begins lasts a day, and special days are friendly if so set', () => {
  const whole = { windows: [{ ...NIGHT, untilMinute: 1320 }], onSpecialDays: false };
  expect(creditDecision(meterWith(0, { friendly: whole }), at('2026-07-11T21:59'))).toBe(
    'friendly',
  );
  expect(creditDecision(meterWith(0, { friendly: whole }), at('2026-07-11T22:00'))).toBe(
    'exhausted',
  );
  for (const onSpecialDays of [true, false]) {
    const memory = meterWith(0, { friendly: { windows: [], onSpecialDays } }, SEASONS);
    const expected = onSpecialDays ? 'friendly' : 'exhausted';
    expect(creditDecision(memory, at('2026-05-01T00:00'))).toBe(expected);
    expect(creditDecision(memory, at('2026-05-02T00:00'))).toBe('exhausted');
  }
});

test('between two changes by the clock the rate and the decision stay as they are', () => {
  const windows = fc.array(
    fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      untilMinute: fc.integer({ min: 0, max: 1439 }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(
      windows,
      fc.integer({ min: 0, max: 40 * DAY }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (given, offset, share) => {
        const friendly = { windows: given, onSpecialDays: false };
        const memory = meterWith(0, { friendly }, PEAK_TARIFF);
        const now = instant(at('2026-06-20T00:00') + offset);
        const until = untilAccountingChange(memory, now) ?? 0;
        const later = instant(now + Math.floor(share * until));
        expect(rateAt(PEAK_TARIFF, later)).toBe(rateAt(PEAK_TARIFF, now));
        expect(creditDecision(memory, later)).toBe(creditDecision(memory, now));
        // And by hand: local minutes of the week inside any window.
        const local = now + 120 * MINUTE;
        const weekday = (new Date(local).getUTCDay() + 6) % 7;
        const minute = weekday * 1440 + Math.floor((local % DAY) / MINUTE);
        const isFriendly = given.some(({ weekdays, fromMinute, untilMinute }) =>
          weekdays.some((day) => {
            const length = (untilMinute - fromMinute + 1440) % 1440 || 1440;
            return (minute - day * 1440 - fromMinute + 20_160) % 10_080 < length;
          }),
        );
        expect(creditDecision(memory, now) === 'friendly').toBe(isFriendly);
      },
    ),
    { numRuns: 500 },
  );
});
