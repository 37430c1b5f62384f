/**
 * Dates for people. Pure code has no calendar of its own, so the Gregorian one is here, for the years
 * a token identifier can name.
 */
import { MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import {
  type BaseDate,
  instantOfTokenIdentifier,
  type TokenIdentifier,
} from '../token-identifier/token-identifier.ts';

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

// Days of the Gregorian calendar's cycle, and from 1 March of year 0 to 1 January 1970. A year that
// begins in March has its leap day at the end, where it disturbs no month.
const DAYS_PER_400_YEARS = 146_097;
const DAYS_TO_1970 = 719_468;

/** "2026-03-01 12:30 UTC". */
export function formatTokenIdentifier(identifier: TokenIdentifier, baseDate: BaseDate): string {
  const minute = instantOfTokenIdentifier(identifier, baseDate) / MILLISECONDS_PER_MINUTE;
  const ofDay = minute % MINUTES_PER_DAY;
  const hour = twoDigits(Math.floor(ofDay / MINUTES_PER_HOUR));
  const date = civilDate(Math.floor(minute / MINUTES_PER_DAY));
  return `${date} ${hour}:${twoDigits(ofDay % MINUTES_PER_HOUR)} UTC`;
}

/** The date of a day counted from 1970-01-01, which is 0; for days from then on. */
export function civilDate(day: number): string {
  const days = day + DAYS_TO_1970;
  const cycle = Math.floor(days / DAYS_PER_400_YEARS);
  const ofCycle = days % DAYS_PER_400_YEARS;
  // Takes out the leap days: one in 4 years, not in 100, again in 400.
  const leapDays =
    Math.floor(ofCycle / 1460) - Math.floor(ofCycle / 36_524) + Math.floor(ofCycle / 146_096);
  const yearOfCycle = Math.floor((ofCycle - leapDays) / 365);
  const ofYear =
    ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  // From March on, five months have 153 days, whichever five.
  const month = Math.floor((5 * ofYear + 2) / 153);
  const dayOfMonth = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = cycle * 400 + yearOfCycle + (month >= 10 ? 1 : 0);
  return `${year}-${twoDigits(month < 10 ? month + 3 : month - 9)}-${twoDigits(dayOfMonth)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
