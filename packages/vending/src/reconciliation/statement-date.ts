/**
 * Reads dates as statements write them, by a format such as "DD.MM.YYYY" or "MM/DD/YYYY hh:mm A".
 *
 * Parts: YYYY, YY (2000 to 2099), MM, M, MMM (English: Jan), DD, D, HH, H, hh and h with A (AM, PM),
 * mm, ss. Everything else stands for itself.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';

export interface WallMoment {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Milliseconds since midnight on the wall; null when the format has no hours. */
  readonly timeMs: number | null;
}

export type StatementDateReader = (text: string) => WallMoment | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  YYYY: ['year', String.raw`\d{4}`],
  YY: ['shortYear', String.raw`\d{2}`],
  MMM: ['monthName', '[A-Za-z]{3}'],
  MM: ['month', String.raw`\d{2}`],
  M: ['month', String.raw`\d{1,2}`],
  DD: ['day', String.raw`\d{2}`],
  D: ['day', String.raw`\d{1,2}`],
  HH: ['hour', String.raw`\d{2}`],
  H: ['hour', String.raw`\d{1,2}`],
  hh: ['halfHour', String.raw`\d{2}`],
  h: ['halfHour', String.raw`\d{1,2}`],
  mm: ['minute', String.raw`\d{2}`],
  ss: ['second', String.raw`\d{2}`],
  A: ['half', '[AaPp][Mm]'],
};

const PART = /YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A/g;

/** Null for a format without a whole date, with a part twice, or with half an hour or time. */
export function statementDateReader(format: string): StatementDateReader | null {
  const names: string[] = [];
  let pattern = '';
  let end = 0;
  for (const found of format.matchAll(PART)) {
    const [name, form] = PARTS[found[0]] ?? ['', ''];
    names.push(name);
    pattern += `${literal(format.slice(end, found.index))}(?<${name}>${form})`;
    end = found.index + found[0].length;
  }
  if (!isWhole(names)) return null;
  const whole = new RegExp(`^${pattern}${literal(format.slice(end))}$`, 'u');
  return (text) => readMoment(whole.exec(text.trim())?.groups ?? null);
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function isWhole(names: readonly string[]): boolean {
  const has = (name: string): boolean => names.includes(name);
  const exactlyOne = (...of: readonly string[]): boolean => of.filter(has).length === 1;
  return (
    new Set(names).size === names.length &&
    exactlyOne('year', 'shortYear') &&
    exactlyOne('month', 'monthName') &&
    has('day') &&
    !(has('hour') && has('halfHour')) &&
    has('half') === has('halfHour') &&
    has('minute') === (has('hour') || has('halfHour')) &&
    (!has('second') || has('minute'))
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function readMoment(groups: Groups | null): WallMoment | null {
  if (groups === null) return null;
  const figure = (name: string): number => Number(groups[name] ?? '0');
  const year = groups['year'] === undefined ? 2000 + figure('shortYear') : figure('year');
  const named = groups['monthName'];
  const month = named === undefined ? figure('month') : MONTHS.indexOf(named.toLowerCase()) + 1;
  const date = calendarDate(year, month, figure('day'));
  const hour = hourOf(groups);
  const [minute, second] = [figure('minute'), figure('second')];
  if (date === null || hour === 'none' || minute > 59 || second > 59) return null;
  const timeMs = hour === null ? null : ((hour * 60 + minute) * 60 + second) * 1000;
  return { date, timeMs };
}

function hourOf(groups: Groups): number | null | 'none' {
  const { hour, halfHour, half } = groups;
  if (hour !== undefined) return Number(hour) <= 23 ? Number(hour) : 'none';
  if (halfHour === undefined) return null;
  const figure = Number(halfHour);
  if (figure < 1 || figure > 12) return 'none';
  return (figure % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
}

/** YYYY-MM-DD, or null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1970 || year > 9999) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;
// Clocks change at whole quarters of an hour, so one answer holds for a quarter.
const QUARTER_MS = 900_000;
const QUARTERS_REMEMBERED_MAX = 10_000;

/**
 * Turns the clock on the wall of a time zone (an IANA name) into instants. An hour that comes twice
 * is taken as the first; one that is left out counts on from the hour before it.
 */
export function wallClock(timeZone: string): (date: string, timeMs: number) => Instant {
  const aheadAt = zoneAhead(timeZone);
  const remembered = new Map<number, number>();
  return (date, timeMs) => {
    const wall = Date.parse(`${date}T00:00:00Z`) + timeMs;
    const quarter = Math.floor(wall / QUARTER_MS);
    let ahead = remembered.get(quarter);
    if (ahead === undefined) {
      if (remembered.size >= QUARTERS_REMEMBERED_MAX) remembered.clear();
      ahead = aheadOnWall(quarter * QUARTER_MS, aheadAt);
      remembered.set(quarter, ahead);
    }
    return instant(wall - ahead);
  };
}

function aheadOnWall(wall: number, aheadAt: (at: number) => number): number {
  const before = aheadAt(wall - DAY_MS);
  const after = aheadAt(wall + DAY_MS);
  if (aheadAt(wall - before) === before) return before;
  return aheadAt(wall - after) === after ? after : before;
}

function zoneAhead(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const figures: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) figures[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = figures;
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
}

/** Whether this machine knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
