/**
 * Prices by the time of use. Only a meter that keeps its account in money can apply them, because a
 * token of kilowatt-hours does not know when they will be used; the tariff therefore travels to the
 * meter, and the money with it. The same table answers here what a kilowatt-hour costs at a moment.
 *
 * A band says only where it begins and lasts until the next one, so two can never overlap; a day's
 * first band begins at minute 0, so there is no gap either.
 */
import type { LocalDate, LocalDateTime, Weekday } from './calendar.ts';
import { compareDates, weekdayOf } from './calendar.ts';
import type { PriceE4Minor } from './tariff.ts';

/** A part of the year, from its first day until the next season's. */
export interface Season {
  readonly id: string;
  readonly fromMonth: number;
  readonly fromDay: number;
}

/** Days that share their prices. Each weekday belongs to one type; a holiday names its own. */
export interface DayType {
  readonly id: string;
  readonly weekdays: readonly Weekday[];
}

export interface Holiday {
  readonly date: LocalDate;
  readonly dayType: string;
}

/** A price from a minute of the day (0 to 1439) until the next band's. */
export interface TimeBand {
  readonly fromMinute: number;
  readonly price: PriceE4Minor;
}

/** The bands of one type of day in one season. */
export interface DayBands {
  readonly season: string;
  readonly dayType: string;
  readonly bands: readonly TimeBand[];
}

export interface TimeOfUse {
  readonly seasons: readonly Season[];
  readonly dayTypes: readonly DayType[];
  readonly holidays: readonly Holiday[];
  readonly days: readonly DayBands[];
}

/**
 * The price of a kWh at a moment. Throws when the table has none for it, which `tariffFaults`
 * would have told.
 */
export function priceAt(timeOfUse: TimeOfUse, at: LocalDateTime): PriceE4Minor {
  const season = seasonAt(timeOfUse, at);
  const dayType = dayTypeAt(timeOfUse, at);
  const day = timeOfUse.days.find((one) => one.season === season && one.dayType === dayType);
  const band = day?.bands.findLast((one) => one.fromMinute <= at.minute);
  if (band === undefined) {
    throw new Error(`no price for ${at.year}-${at.month}-${at.day}, minute ${at.minute}`);
  }
  return band.price;
}

function seasonAt(timeOfUse: TimeOfUse, date: LocalDate): string | undefined {
  const today = date.month * 100 + date.day;
  const begins = (season: Season): number => season.fromMonth * 100 + season.fromDay;
  const sorted = timeOfUse.seasons.toSorted((a, b) => begins(a) - begins(b));
  // Before the first beginning of the year the last season of the year before still holds.
  return (sorted.findLast((season) => begins(season) <= today) ?? sorted.at(-1))?.id;
}

function dayTypeAt(timeOfUse: TimeOfUse, date: LocalDate): string | undefined {
  const holiday = timeOfUse.holidays.find((one) => compareDates(one.date, date) === 0);
  if (holiday !== undefined) return holiday.dayType;
  const weekday = weekdayOf(date);
  return timeOfUse.dayTypes.find((one) => one.weekdays.includes(weekday))?.id;
}
