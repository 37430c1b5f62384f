/**
 * The tariff in the meter: which rate holds when (seasons, weeks, days, special days) and what a unit
 * costs at each rate and step. The shape is that of the activity calendar of DLMS/COSEM (class 20) and
 * of its unit charges (class 113), which utilities already have in their systems.
 */
import { type MeasuredUnits, UNIT_PRICE_MAX, type UnitPrice } from './account-units.ts';
import { isCivilDate } from './civil-date.ts';

export interface MeterTariff {
  /** 1 to 16 printable ASCII characters. */
  readonly name: string;
  /** Local time less UTC in minutes, -840 to 840; the meter knows no daylight saving of its own. */
  readonly utcOffsetMinutes: number;
  /** One to eight. */
  readonly rates: readonly TariffRate[];
  /**
   * Where each step begins, in units measured since the last billing day: rising, the first 0. One
   * entry means no steps.
   */
  readonly stepsFrom: readonly MeasuredUnits[];
  readonly seasons: readonly Season[];
  readonly weeks: readonly WeekProfile[];
  readonly days: readonly DayProfile[];
  readonly specialDays: readonly SpecialDay[];
}

export interface TariffRate {
  /** 1 to 8 printable ASCII characters: "PEAK". */
  readonly name: string;
  /** One for each step; what a unit costs in currency mode. In energy mode all are zero. */
  readonly prices: readonly UnitPrice[];
}

/** Begins on its date each year and holds until the next begins; in the order of the year. */
export interface Season {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** Index into weeks. */
  readonly week: number;
}

export interface WeekProfile {
  /** Seven indexes into days, Monday first. */
  readonly days: readonly number[];
}

export interface DayProfile {
  /** Rising in time; the first at minute 0. */
  readonly switches: readonly RateSwitch[];
}

export interface RateSwitch {
  /** Minutes after local midnight, 0 to 1439. */
  readonly minute: number;
  /** Index into rates. */
  readonly rate: number;
}

/** A holiday. Null as year: every year. The first that matches wins. */
export interface SpecialDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Index into days. */
  readonly dayProfile: number;
}

/** One rate, one step, free: what a meter in energy mode has unless it is told more. */
export const SINGLE_RATE_TARIFF: MeterTariff = {
  name: 'SINGLE',
  utcOffsetMinutes: 0,
  rates: [{ name: 'ALL', prices: [0 as UnitPrice] }],
  stepsFrom: [0 as MeasuredUnits],
  seasons: [{ month: 1, day: 1, week: 0 }],
  weeks: [{ days: [0, 0, 0, 0, 0, 0, 0] }],
  days: [{ switches: [{ minute: 0, rate: 0 }] }],
  specialDays: [],
};

/** Limits the standards leave to the maker; they keep a tariff within the memory of a meter. */
export const TARIFF_LIMITS = {
  rates: 8,
  steps: 8,
  seasons: 12,
  weeks: 12,
  days: 32,
  switches: 48,
  specialDays: 64,
} as const;

const UTC_OFFSET_MAX = 840;
const LAST_MINUTE = 1439;

/** Refuses, with a RangeError that says what is wrong, a tariff that is not as described above. */
export function assertMeterTariff(tariff: MeterTariff): void {
  const fault = meterTariffFault(tariff);
  if (fault !== null) throw new RangeError(fault);
}

/** What is wrong with a tariff, in words: the first that is found. Null: nothing. */
export function meterTariffFault(tariff: MeterTariff): string | null {
  if (!isPlainText(tariff.name, 16)) return 'the name is not 1 to 16 printable ASCII characters';
  if (!isWhole(tariff.utcOffsetMinutes, -UTC_OFFSET_MAX, UTC_OFFSET_MAX)) {
    return `local time is not within ${UTC_OFFSET_MAX} minutes of UTC`;
  }
  return (
    countFault(tariff) ??
    stepsFault(tariff) ??
    firstFault('rate', tariff.rates, (rate) => rateFault(rate, tariff.stepsFrom.length)) ??
    seasonsFault(tariff) ??
    firstFault('week', tariff.weeks, (week) => weekFault(week, tariff.days.length)) ??
    firstFault('day', tariff.days, (day) => dayFault(day, tariff.rates.length)) ??
    firstFault('special day', tariff.specialDays, (day) => specialDayFault(day, tariff.days.length))
  );
}

function countFault(tariff: MeterTariff): string | null {
  const counts: readonly (readonly [name: string, count: number, least: number, most: number])[] = [
    ['rates', tariff.rates.length, 1, TARIFF_LIMITS.rates],
    ['steps', tariff.stepsFrom.length, 1, TARIFF_LIMITS.steps],
    ['seasons', tariff.seasons.length, 1, TARIFF_LIMITS.seasons],
    ['weeks', tariff.weeks.length, 1, TARIFF_LIMITS.weeks],
    ['days', tariff.days.length, 1, TARIFF_LIMITS.days],
    ['special days', tariff.specialDays.length, 0, TARIFF_LIMITS.specialDays],
  ];
  for (const [name, count, least, most] of counts) {
    if (count < least || count > most) return `${count} ${name}; a tariff has ${least} to ${most}`;
  }
  return null;
}

function stepsFault({ stepsFrom }: MeterTariff): string | null {
  if (stepsFrom[0] !== 0) return 'the first step does not begin at 0';
  return firstFault('step', stepsFrom, (from, index) => {
    if (!isWhole(from, 0, Number.MAX_SAFE_INTEGER)) return 'does not begin at a whole number';
    return index > 0 && from <= (stepsFrom[index - 1] ?? 0) ? 'begins before the last ends' : null;
  });
}

function rateFault({ name, prices }: TariffRate, steps: number): string | null {
  if (!isPlainText(name, 8)) return 'has no name of 1 to 8 printable ASCII characters';
  if (prices.length !== steps) return `has ${prices.length} prices for ${steps} steps`;
  return prices.every((price) => isWhole(price, 0, UNIT_PRICE_MAX))
    ? null
    : `has a price that is not 0 to ${UNIT_PRICE_MAX}`;
}

function seasonsFault({ seasons, weeks }: MeterTariff): string | null {
  return firstFault('season', seasons, ({ month, day, week }, index) => {
    if (!isCivilDate({ year: null, month, day })) return 'begins on a date that does not exist';
    if (!isIndex(week, weeks.length)) return 'has a week that does not exist';
    const before = seasons[index - 1];
    const follows = before === undefined || month * 32 + day > before.month * 32 + before.day;
    return follows ? null : 'is not in the order of the year';
  });
}

function weekFault({ days }: WeekProfile, dayCount: number): string | null {
  if (days.length !== 7) return `has ${days.length} days`;
  return days.every((day) => isIndex(day, dayCount)) ? null : 'has a day that does not exist';
}

function dayFault({ switches }: DayProfile, rateCount: number): string | null {
  const most = TARIFF_LIMITS.switches;
  if (switches.length > most) return `has ${switches.length} switches; ${most} are the most`;
  if (switches[0]?.minute !== 0) return 'does not begin with a switch at minute 0';
  for (const [index, { minute, rate }] of switches.entries()) {
    if (!isWhole(minute, 0, LAST_MINUTE)) return 'has a switch at a minute that does not exist';
    if (index > 0 && minute <= (switches[index - 1]?.minute ?? 0)) {
      return 'has switches out of order';
    }
    if (!isIndex(rate, rateCount)) return 'has a switch to a rate that does not exist';
  }
  return null;
}

function specialDayFault(special: SpecialDay, dayCount: number): string | null {
  if (!isCivilDate(special)) return 'is a date that does not exist';
  return isIndex(special.dayProfile, dayCount) ? null : 'has a day profile that does not exist';
}

function firstFault<Part>(
  name: string,
  parts: readonly Part[],
  faultOf: (part: Part, index: number) => string | null,
): string | null {
  for (const [index, part] of parts.entries()) {
    const fault = faultOf(part, index);
    if (fault !== null) return `${name} ${index} ${fault}`;
  }
  return null;
}

/** Whether a text fits the display and the event log: 1 to so many printable ASCII characters. */
export function isPlainText(text: string, longest: number): boolean {
  return text.length <= longest && /^[ -~]+$/.test(text);
}

/** Whether a value is a whole number within limits, both of them included. */
export function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function isIndex(value: number, length: number): boolean {
  return isWhole(value, 0, length - 1);
}
