/** The calendar of the utility: which day it is there at an instant, summer time and all. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';

/** A batch asks the same instants again and again, and the calendar costs more than a purchase. */
const REMEMBERED_MOST = 2_000;

/** `timeZone` is an IANA name, such as "Africa/Nairobi"; throws RangeError for another. */
export function localDates(timeZone: string): (at: Instant) => LocalDate {
  // This locale writes dates as 2026-11-23.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const remembered = new Map<Instant, LocalDate>();
  return (at) => {
    const known = remembered.get(at);
    if (known !== undefined) return known;
    const [year = '', month = '', day = ''] = format.format(at).split('-');
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    if (remembered.size >= REMEMBERED_MOST) remembered.clear();
    remembered.set(at, date);
    return date;
  };
}

/** 2026-11-23, as the database reads a date. */
export function dateText({ year, month, day }: LocalDate): string {
  const pad = (figure: number, places: number): string => String(figure).padStart(places, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
