/** Dates as a display writes them. */
import type { Instant } from '@wattvend/quantities/time.js';
import { civilDate } from '../accounting/civil-date.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/** "2026-03-01 12:30" in local time; the minute that has begun. */
export function dateText(at: Instant, utcOffsetMinutes: number): string {
  const minute = Math.floor(at / MILLISECONDS_PER_MINUTE) + utcOffsetMinutes;
  const daysSince1970 = Math.floor(minute / MINUTES_PER_DAY);
  const ofDay = minute - daysSince1970 * MINUTES_PER_DAY;
  const { day, month, year } = civilDate(daysSince1970);
  const time = `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
  return `${year}-${twoDigits(month)}-${twoDigits(day)} ${time}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
