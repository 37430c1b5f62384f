/** Spans of days on the utility's calendar, and what they are in time. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';

/** Both days belong to it; YYYY-MM-DD. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const dayBoundsStatement = loadStatement(new URL('../../sql/day-bounds.sql', import.meta.url));

interface BoundsRow {
  readonly from_ms: bigint;
  readonly to_ms: bigint;
}

/** The first instant of the span and the first one after it; summer time and all. */
export async function boundsOf(
  tx: Pick<Transaction, 'query'>,
  { timeZone }: Pick<Utility, 'timeZone'>,
  span: DaySpan,
): Promise<{ readonly from: Instant; readonly to: Instant }> {
  const [first, last] = await Promise.all(
    [span.from, span.to].map((day) => tx.query<BoundsRow>(dayBoundsStatement, [day, timeZone])),
  );
  const [from] = first?.rows ?? [];
  const [to] = last?.rows ?? [];
  if (from === undefined || to === undefined) throw new Error('the bounds of a day are not there');
  return { from: instant(Number(from.from_ms)), to: instant(Number(to.to_ms)) };
}

const DAY_MS = 86_400_000;

export function dayAfter(day: string, days = 1): string {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
  return at.toISOString().slice(0, 10);
}

/** How many days from the first to the last, both counted. */
export function daysOf({ from, to }: DaySpan): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}

/** The days of a month, which is written as 2026-11. */
export function spanOfMonth(month: string): DaySpan {
  const following = new Date(Date.parse(`${month}-01T00:00:00Z`) + 31 * DAY_MS);
  const next = `${following.toISOString().slice(0, 7)}-01`;
  return { from: `${month}-01`, to: dayAfter(next, -1) };
}
