/** Dates on the wall of the utility. A day there may have 23 or 25 hours. */
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';

const HOUR_MS = 3_600_000;
// Time zones reach from 12 hours behind UTC to 14 ahead of it.
const ZONE_AHEAD_MAX_MS = 14 * HOUR_MS;
const ZONE_BEHIND_MAX_MS = 12 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** Writes instants as the dates, YYYY-MM-DD, they are in a time zone (an IANA name). */
export function wallDates(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => format.format(at);
}

// Centuries in which nothing was sold would be of no month and no partition.
const LIVED_THROUGH = /^(19|20|21)/;

/** Whether a utility can have lived through such a day: 2026-02-30 is none, 0001-01-01 neither. */
export function isCalendarDate(date: string): boolean {
  if (!LIVED_THROUGH.test(date)) return false;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** The first instant after a day: where the date changes, found by halving. */
export function endOfWallDate(date: string, dateOf: (at: Instant) => string): Instant {
  const start = Date.parse(`${date}T00:00:00Z`);
  let before = start - ZONE_AHEAD_MAX_MS;
  let after = start + DAY_MS + ZONE_BEHIND_MAX_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dateOf(instant(middle)) > date) after = middle;
    else before = middle;
  }
  return instant(after);
}
