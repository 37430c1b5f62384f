/** What makes a table of prices by time unusable: a minute of some day with no price, or with two. */
import { priceFaults } from './amount-faults.ts';
import { daysInMonth } from './calendar.ts';
import type { TellFault } from './tariff-faults.ts';
import type { DayBands, TimeOfUse } from './time-of-use.ts';

/** A year without a 29 February: a season must begin in every year. */
const ORDINARY_YEAR = 2001;

export function timeOfUseFaults(timeOfUse: TimeOfUse, path: string, tell: TellFault): void {
  seasonFaults(timeOfUse, path, tell);
  dayTypeFaults(timeOfUse, path, tell);
  for (const [index, day] of timeOfUse.days.entries()) {
    const at = `${path}.days.${index}`;
    if (!timeOfUse.seasons.some(({ id }) => id === day.season)) {
      tell(`${at}.season`, 'season_unknown', `there is no season "${day.season}"`);
    }
    if (!timeOfUse.dayTypes.some(({ id }) => id === day.dayType)) {
      tell(`${at}.day_type`, 'day_type_unknown', `there is no type of day "${day.dayType}"`);
    }
    const isSame = (other: DayBands): boolean =>
      other.season === day.season && other.dayType === day.dayType;
    if (timeOfUse.days.findIndex(isSame) < index) {
      tell(at, 'time_overlap', 'these days have prices already');
    }
    bandFaults(day, at, tell);
  }
  for (const season of timeOfUse.seasons) {
    for (const dayType of timeOfUse.dayTypes) {
      const hasPrices = timeOfUse.days.some(
        (day) => day.season === season.id && day.dayType === dayType.id,
      );
      if (hasPrices) continue;
      tell(`${path}.days`, 'time_gap', `no prices for "${dayType.id}" in "${season.id}"`);
    }
  }
}

function seasonFaults(timeOfUse: TimeOfUse, path: string, tell: TellFault): void {
  const { seasons } = timeOfUse;
  if (seasons.length === 0) tell(`${path}.seasons`, 'season_missing', 'needs at least one season');
  for (const [index, season] of seasons.entries()) {
    const at = `${path}.seasons.${index}`;
    if (season.fromDay > daysInMonth(ORDINARY_YEAR, season.fromMonth)) {
      tell(`${at}.from_day`, 'date_not_every_year', 'not every year has this date');
    }
    for (const earlier of seasons.slice(0, index)) {
      if (earlier.id === season.id) {
        tell(`${at}.id`, 'season_repeated', `"${season.id}" names another season too`);
      }
      if (earlier.fromMonth === season.fromMonth && earlier.fromDay === season.fromDay) {
        tell(at, 'season_repeated', `begins when "${earlier.id}" does`);
      }
    }
  }
}

function dayTypeFaults(timeOfUse: TimeOfUse, path: string, tell: TellFault): void {
  const { dayTypes, holidays } = timeOfUse;
  for (const [index, { id }] of dayTypes.entries()) {
    if (dayTypes.findIndex((other) => other.id === id) === index) continue;
    tell(`${path}.day_types.${index}.id`, 'day_type_repeated', `"${id}" names another type too`);
  }
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const times = dayTypes.flatMap(({ weekdays }) => weekdays).filter((day) => day === weekday);
    if (times.length === 1) continue;
    const message = `weekday ${weekday} is in ${times.length} types of day, and must be in one`;
    tell(`${path}.day_types`, 'weekday_not_once', message);
  }
  for (const [index, { date, dayType }] of holidays.entries()) {
    const at = `${path}.holidays.${index}`;
    if (!dayTypes.some(({ id }) => id === dayType)) {
      tell(`${at}.day_type`, 'day_type_unknown', `there is no type of day "${dayType}"`);
    }
    const isSame = (other: { readonly date: typeof date }): boolean =>
      other.date.year === date.year &&
      other.date.month === date.month &&
      other.date.day === date.day;
    if (holidays.findIndex(isSame) < index) {
      tell(`${at}.date`, 'holiday_repeated', 'this date is a holiday already');
    }
  }
}

function bandFaults(day: DayBands, path: string, tell: TellFault): void {
  if (day.bands[0]?.fromMinute !== 0) {
    tell(`${path}.bands`, 'time_gap', 'the first band must begin at minute 0');
  }
  for (const [index, { fromMinute, price }] of day.bands.entries()) {
    const at = `${path}.bands.${index}`;
    const before = day.bands[index - 1];
    if (before !== undefined && fromMinute <= before.fromMinute) {
      tell(`${at}.from_minute`, 'time_overlap', 'must begin after the band before it');
    }
    if (!Number.isInteger(fromMinute) || fromMinute < 0 || fromMinute > 1439) {
      tell(`${at}.from_minute`, 'time_gap', 'a minute of the day is 0 to 1439');
    }
    priceFaults(price, `${at}.price_e4_minor`, tell);
  }
}
