/** The calendar of the utility: which day it is there at an instant, summer time and all. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';

/** `timeZone` is an IANA name, such as "Africa/Nairobi"; throws RangeError for another. */
export function localDates(timeZone: string): (at: Instant) => LocalDate {
  // This locale writes dates as 2026-11-23.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => {
    const [year = '', month = '', day = ''] = format.format(at).split('-');
    return { year: Number(year), month: Number(month), day: Number(day) };
  };
}

/** 2026-11-23, as the database reads a date. */
export function dateText({ year, month, day }: LocalDate): string {
  const pad = (figure: number, places: number): string => String(figure).padStart(places, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
