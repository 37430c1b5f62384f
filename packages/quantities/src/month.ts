/**
 * Months as tables are cut by them: the year and the month of UTC in one whole number, 202611 for
 * November 2026. Not the month on a utility's calendar, which begins some hours earlier or later.
 */
import type { Quantity } from './quantity.ts';
import { type Instant, instant } from './time.ts';

/** A month of UTC as the whole number yyyymm. */
export type Month = Quantity<number, 'yyyymm'>;

const MILLISECONDS_PER_DAY = 86_400_000;
const DAYS_PER_400_YEARS = 146_097;
/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_BEFORE_1970 = 719_468;

/** Refuses anything but a month of the years 1000 to 9999. */
export function month(value: number): Month {
  const number = value % 100;
  if (!Number.isInteger(value) || value < 100_001 || value > 999_912 || number < 1 || number > 12) {
    throw new RangeError(`a month is a whole number yyyymm, got ${value}`);
  }
  return value as Month;
}

/** The month of UTC an instant lies in. */
export function monthOf(at: Instant): Month {
  // Years are counted from March, so that the leap day is the last of its year.
  const days = Math.floor(at / MILLISECONDS_PER_DAY) + DAYS_BEFORE_1970;
  const era = Math.floor(days / DAYS_PER_400_YEARS);
  const dayOfEra = days - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const number = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (number <= 2 ? 1 : 0);
  return month(year * 100 + number);
}

/** The month so many months later; earlier when `count` is negative. */
export function monthsAfter(from: Month, count: number): Month {
  const months = Math.floor(from / 100) * 12 + (from % 100) - 1 + count;
  return month(Math.floor(months / 12) * 100 + (months % 12) + 1);
}

/** The first instant of a month. */
export function startOfMonth(of: Month): Instant {
  const number = of % 100;
  const year = Math.floor(of / 100) - (number <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (number > 2 ? number - 3 : number + 9) + 2) / 5);
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * DAYS_PER_400_YEARS + dayOfEra - DAYS_BEFORE_1970;
  return instant(days * MILLISECONDS_PER_DAY);
}
