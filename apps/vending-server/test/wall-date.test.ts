/** Dates on the wall of the utility. */
import { instant } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';
import { endOfWallDate, isCalendarDate, wallDates } from '../src/wall-date.ts';

test.each([
  ['Africa/Nairobi', '2026-01-31', '2026-01-31T21:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-06-01', '2026-06-01T10:00:00.000Z'],
  ['Etc/GMT+12', '2026-06-01', '2026-06-02T12:00:00.000Z'],
  ['Asia/Kolkata', '2024-02-29', '2024-02-29T18:30:00.000Z'],
  // The clock went forward at midnight: the day began at one o'clock.
  ['Africa/Cairo', '2025-04-24', '2025-04-24T22:00:00.000Z'],
])('in %s the day %s ends at %s', (timeZone, date, end) => {
  const dateOf = wallDates(timeZone);
  const at = endOfWallDate(date, dateOf);
  expect(new Date(at).toISOString()).toBe(end);
  expect([dateOf(instant(at - 1)), dateOf(at) > date]).toEqual([date, true]);
});

test.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-04-31', false],
  ['2025-00-10', false],
  ['x', false],
])('%s is a day of the calendar: %s', (date, is) => {
  expect(isCalendarDate(date)).toBe(is);
});
