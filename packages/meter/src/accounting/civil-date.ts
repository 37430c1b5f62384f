/**
 * Days and dates of the Gregorian calendar, by arithmetic alone: a pure package knows no Date. Days
 * count from 1970-01-01; days before it are negative and just as good.
 */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const MILLISECONDS_PER_DAY = 86_400_000;

// A year that begins on the first of March has its leap day at the end, so that one formula covers all
// its months. An era is the 400 years after which the calendar repeats.
const DAYS_PER_ERA = 146_097;
const DAYS_FROM_MARCH_0000_TO_1970 = 719_468;

/** The date of a day since 1970. */
export function civilDate(daysSince1970: number): CivilDate {
  const days = daysSince1970 + DAYS_FROM_MARCH_0000_TO_1970;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  // Takes out the leap days of the era, so that what is left is 400 times 365.
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // From March the lengths repeat every five months, which have 153 days.
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** Monday is 0. The first of January 1970 was a Thursday. */
export function weekdayOf(daysSince1970: number): number {
  return (((daysSince1970 + 3) % 7) + 7) % 7;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a date exists; without a year, whether it exists in some year, as 29 February does. */
export function isCivilDate(
  date: Omit<CivilDate, 'year'> & { readonly year: number | null },
): boolean {
  const { year, month, day } = date;
  if (year !== null && !Number.isSafeInteger(year)) return false;
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined || !Number.isSafeInteger(day) || day < 1) return false;
  const isLeap = year === null || isLeapYear(year);
  return day <= (month === 2 && isLeap ? 29 : length);
}

/**
 * The billing period of a day, as months since year 0: it begins on the billing day and bears the
 * number of the month in which it begins.
 */
export function billingPeriodOf(daysSince1970: number, billingDay: number): number {
  const { year, month, day } = civilDate(daysSince1970);
  return year * 12 + month - 1 - (day < billingDay ? 1 : 0);
}
