/**
 * Dates of the utility's calendar. A purchase is told its local date; which instant that is, and in
 * which time zone, was settled before. Months and days are numbers that can be read, such as 202611
 * and 20261123, because they are stored and shown; arithmetic is on their indexes.
 */
import type { Quantity } from '@wattvend/quantities/quantity.js';

/** A calendar month as the number yyyymm. */
export type Month = Quantity<number, 'yyyymm'>;

/** A calendar day as the number yyyymmdd. */
export type Day = Quantity<number, 'yyyymmdd'>;

/** What a charge is for: a month or a day. */
export type Period = Month | Day;

export type PeriodKind = 'month' | 'day';

/** A date of the Gregorian calendar. Month and day count from 1. */
export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date and the minute of the day, 0 to 1439, as clocks on the wall show it. */
export interface LocalDateTime extends LocalDate {
  readonly minute: number;
}

/** Monday is 1, Sunday is 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const FIRST_YEAR = 1970;
const LAST_YEAR = 9999;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a month has; throws for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const days = DAYS_IN_MONTH[month - 1];
  if (days === undefined) throw new RangeError(`a month is 1 to 12, got ${month}`);
  return month === 2 && isLeapYear(year) ? 29 : days;
}

/** Whether the calendar has this date, between 1970 and 9999. */
export function isLocalDate(date: LocalDate): boolean {
  const { year, month, day } = date;
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Refuses a date the calendar does not have, and years outside 1970 to 9999. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const date = { year, month, day };
  if (!isLocalDate(date)) throw new RangeError(`there is no date ${year}-${month}-${day}`);
  return date;
}

/** Whether a number reads as yyyymm. */
export function isMonth(value: number): boolean {
  return isLocalDate({ year: Math.floor(value / 100), month: value % 100, day: 1 });
}

/** Refuses a number that does not read as yyyymm. */
export function month(value: number): Month {
  if (!isMonth(value)) throw new RangeError(`a month is written yyyymm, got ${value}`);
  return value as Month;
}

/** Whether a number reads as yyyymmdd. */
export function isDay(value: number): boolean {
  return isLocalDate(splitDay(value));
}

/** Refuses a number that does not read as yyyymmdd. */
export function day(value: number): Day {
  if (!isDay(value)) throw new RangeError(`a day is written yyyymmdd, got ${value}`);
  return value as Day;
}

function splitDay(value: number): LocalDate {
  return {
    year: Math.floor(value / 10_000),
    month: Math.floor(value / 100) % 100,
    day: value % 100,
  };
}

export function monthOf(date: LocalDate): Month {
  return (date.year * 100 + date.month) as Month;
}

export function dayOf(date: LocalDate): Day {
  return (date.year * 10_000 + date.month * 100 + date.day) as Day;
}

/** The first date of a month, or the date of a day. */
export function firstDateOf(period: Period): LocalDate {
  if (isDay(period)) return splitDay(period);
  return { year: Math.floor(period / 100), month: period % 100, day: 1 };
}

/** Months counted without a gap from the year 0, so that they can be subtracted. */
export function monthIndex(value: Month): number {
  return Math.floor(value / 100) * 12 + (value % 100) - 1;
}

export function monthAt(index: number): Month {
  return (Math.floor(index / 12) * 100 + (index % 12) + 1) as Month;
}

/** Days since 1 January 1970, so that they can be subtracted. */
export function dayIndex(date: LocalDate): number {
  const { year, day: dayOfMonth } = date;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  // 1969 years before 1970 had 477 leap days.
  const beforeYear = (year - FIRST_YEAR) * 365 + leapDays - 477;
  const inYear = (DAYS_BEFORE_MONTH[date.month - 1] ?? 0) + dayOfMonth - 1;
  return beforeYear + inYear + (date.month > 2 && isLeapYear(year) ? 1 : 0);
}

/** The date a number of days after 1 January 1970. */
export function dateAt(index: number): LocalDate {
  // 146,097 days are 400 years; the estimate is the year itself or the one after.
  let year = FIRST_YEAR + Math.floor((index * 400) / 146_097) + 1;
  while (dayIndex({ year, month: 1, day: 1 }) > index) year -= 1;
  let rest = index - dayIndex({ year, month: 1, day: 1 });
  let inMonth = 1;
  while (rest >= daysInMonth(year, inMonth)) {
    rest -= daysInMonth(year, inMonth);
    inMonth += 1;
  }
  return { year, month: inMonth, day: rest + 1 };
}

/** Which day of the week a date is. */
export function weekdayOf(date: LocalDate): Weekday {
  // 1 January 1970 was a Thursday, the fourth day of its week.
  const days = (dayIndex(date) + 3) % 7;
  return (days + 1) as Weekday;
}

/** The index of the period in which a date lies. */
export function periodIndexOf(kind: PeriodKind, date: LocalDate): number {
  return kind === 'month' ? monthIndex(monthOf(date)) : dayIndex(date);
}

/**
 * The index of a stored period. A charge that is taken by the month today may have been taken by
 * the day before its tariff changed: a day stands for its month, and a month for its last day.
 */
export function periodIndex(kind: PeriodKind, period: Period): number {
  if (isDay(period)) return periodIndexOf(kind, splitDay(period));
  const whole = period as Month;
  if (kind === 'month') return monthIndex(whole);
  return dayIndex(firstDateOf(monthAt(monthIndex(whole) + 1))) - 1;
}

/** The period with an index. */
export function periodAt(kind: PeriodKind, index: number): Period {
  return kind === 'month' ? monthAt(index) : dayOf(dateAt(index));
}

/** Below zero when the first date is earlier, zero when they are the same. */
export function compareDates(first: LocalDate, second: LocalDate): number {
  return dayOf(first) - dayOf(second);
}
