/** Instants from the wire, written in the utility's time zone: a till and its books share one day. */

/** "22 Nov 2026, 14:05" in the zone. */
export function formatInstant(iso: string, timeZone: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
}

/** "14:05" in the zone. */
export function formatTimeOfDay(iso: string, timeZone: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(new Date(iso));
}

/** The calendar day in the zone as YYYY-MM-DD, the form of the day page's address. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const pick = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${pick('year')}-${pick('month')}-${pick('day')}`;
}

/** "Sunday, 22 November 2026" for a YYYY-MM-DD; the text itself when it is no such day. */
export function formatDay(day: string, locale?: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(noon);
}

/** The day before or after; the days of a calendar, so no zone is needed. */
export function shiftDay(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** True for a calendar day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const noon = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === text;
}

/** What a clock on the wall of the zone shows at that moment, counted as if it were UTC. */
function wallMoment(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const pick = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? '0');
  const [year, month, day] = [pick('year'), pick('month'), pick('day')];
  return Date.UTC(year, month - 1, day, pick('hour'), pick('minute'), pick('second'));
}

/** The instant a calendar day begins in the zone, as the wire says it. */
export function startOfDay(day: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  // The first guess has the offset of its own moment; the second that of midnight, or of an hour near.
  const guess = wanted - (wallMoment(wanted, timeZone) - wanted);
  const at = wanted - (wallMoment(guess, timeZone) - guess);
  return new Date(at).toISOString();
}
