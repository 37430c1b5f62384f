/**
 * Which rate a tariff holds when: special days before the week, weeks by season, seasons by date. Read
 * straight from the tariff; day-plan.ts keeps what accounting asks all the time.
 */
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { MILLISECONDS_PER_MINUTE, milliseconds } from '@wattvend/quantities/time.js';
import { type CivilDate, civilDate, MILLISECONDS_PER_DAY, weekdayOf } from './civil-date.ts';
import type { DayProfile, MeterTariff, SpecialDay, WeekProfile } from './meter-tariff.ts';

/** Local time as a clock on the wall has it, in milliseconds since 1970. */
export function localTime(tariff: MeterTariff, now: Instant): number {
  return now + tariff.utcOffsetMinutes * MILLISECONDS_PER_MINUTE;
}

/** The local day, as days since 1970. */
export function localDay(tariff: MeterTariff, now: Instant): number {
  return Math.floor(localTime(tariff, now) / MILLISECONDS_PER_DAY);
}

/** How long until the next local midnight: a whole day at midnight itself. */
export function untilMidnight(tariff: MeterTariff, now: Instant): number {
  return (localDay(tariff, now) + 1) * MILLISECONDS_PER_DAY - localTime(tariff, now);
}

/** The special day that a local day is, if any: the first of the table that matches. */
export function specialDayOf(tariff: MeterTariff, day: number): SpecialDay | null {
  if (tariff.specialDays.length === 0) return null;
  const date = civilDate(day);
  return (
    tariff.specialDays.find(
      (special) =>
        special.month === date.month &&
        special.day === date.day &&
        (special.year === null || special.year === date.year),
    ) ?? null
  );
}

/** The profile of a local day. */
export function dayProfileOf(tariff: MeterTariff, day: number): DayProfile {
  const special = specialDayOf(tariff, day);
  const index = special?.dayProfile ?? weekOf(tariff, civilDate(day)).days[weekdayOf(day)];
  return existing(tariff.days[existing(index)]);
}

// Before the first season of a year the last one of the year before still holds. In a year without 29
// February, a season from that day begins on the first of March.
function weekOf(tariff: MeterTariff, date: CivilDate): WeekProfile {
  const season =
    tariff.seasons.findLast(
      ({ month, day }) => month < date.month || (month === date.month && day <= date.day),
    ) ?? tariff.seasons.at(-1);
  return existing(tariff.weeks[existing(season).week]);
}

/** The rate that holds at a moment, as an index into the rates of the tariff. */
export function rateAt(tariff: MeterTariff, now: Instant): number {
  const local = localTime(tariff, now);
  const day = Math.floor(local / MILLISECONDS_PER_DAY);
  const minute = Math.floor((local - day * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_MINUTE);
  const { switches } = dayProfileOf(tariff, day);
  return existing(switches.findLast((each) => each.minute <= minute)).rate;
}

/** A rate that holds longer than this is taken to hold for ever. */
const DAYS_SEARCHED = 400;

/** How long until another rate holds; null when none does for more than a year. */
export function untilRateSwitch(tariff: MeterTariff, now: Instant): Milliseconds | null {
  if (tariff.rates.length === 1) return null;
  const present = rateAt(tariff, now);
  const local = localTime(tariff, now);
  const today = localDay(tariff, now);
  for (let day = today; day <= today + DAYS_SEARCHED; day++) {
    for (const { minute, rate } of dayProfileOf(tariff, day).switches) {
      const at = day * MILLISECONDS_PER_DAY + minute * MILLISECONDS_PER_MINUTE;
      if (at > local && rate !== present) return milliseconds(at - local);
    }
  }
  return null;
}

// The checks of meterTariffFault make sure that all indexes of a tariff lead somewhere.
function existing<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('the tariff is not a valid one');
  return value;
}
