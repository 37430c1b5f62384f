/** The span of days that a report is about, as the page's address says it. */
import { isDay, shiftDay } from '../../wall-time.ts';

/** Both days belong to it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = [
  { value: 'week', label: '7 days' },
  { value: 'month', label: '30 days' },
  { value: 'this-month', label: 'This month' },
  { value: 'last-month', label: 'Last month' },
  { value: 'year', label: '12 months' },
] as const;

export type Preset = (typeof PRESETS)[number]['value'];

/** The days of a preset as they are on that day. */
export function spanOf(preset: Preset, today: string): Span {
  switch (preset) {
    case 'week':
      return { from: shiftDay(today, -6), to: today };
    case 'month':
      return { from: shiftDay(today, -29), to: today };
    case 'this-month':
      return { from: firstOfMonth(today), to: today };
    case 'last-month': {
      const last = shiftDay(firstOfMonth(today), -1);
      return { from: firstOfMonth(last), to: last };
    }
    case 'year':
      // From the first of a month, so that each bar is a whole month.
      return { from: firstOfMonth(shiftDay(firstOfMonth(today), -330)), to: today };
  }
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** What the address asks for; the last 30 days when it makes no sense. */
export function readSpan(params: URLSearchParams, today: string): Span {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  return spanOf('month', today);
}

export function presetOf(span: Span, today: string): Preset | null {
  const found = PRESETS.find(({ value }) => {
    const days = spanOf(value, today);
    return days.from === span.from && days.to === span.to;
  });
  return found?.value ?? null;
}

const DAY_MS = 86_400_000;
const DAYS_AS_BARS_MAX = 92;

function daysOf({ from, to }: Span): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** Many days are drawn as months. */
export function barPeriod(span: Span): 'day' | 'month' {
  return daysOf(span) > DAYS_AS_BARS_MAX ? 'month' : 'day';
}

/** Every day or month of the span, those without a sale too. */
export function periodsOf(span: Span, per: 'day' | 'month'): readonly string[] {
  const periods: string[] = [];
  for (let day = span.from; day <= span.to; day = shiftDay(day, 1)) {
    const period = per === 'day' ? day : day.slice(0, 7);
    if (periods.at(-1) !== period) periods.push(period);
  }
  return periods;
}

/** "3 Nov" for a day, "Nov 26" for a month. */
export function periodName(period: string, locale?: string): string {
  const isMonth = period.length === 7;
  const noon = new Date(`${isMonth ? `${period}-01` : period}T12:00:00Z`);
  const parts: Intl.DateTimeFormatOptions = isMonth
    ? { month: 'short', year: '2-digit' }
    : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts }).format(noon);
}
