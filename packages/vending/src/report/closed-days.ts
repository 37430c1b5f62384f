/**
 * Days that are over are added up once, so that reports need not read the vends again. A vend counts
 * on the day it was posted; whatever was under way at midnight counts on the day after, and the day
 * before stays as it is. Adding up again gives the same rows.
 */
import type { Database, Statement, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { dateText, localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import type { DaySpan } from './day-span.ts';
import { boundsOf, dayAfter } from './day-span.ts';

// A batch says when it was posted before it commits, and may be repeated: this is ten times as long
// as all its attempts can take.
const GRACE_MS = 15 * 60_000;
// The largest days have some hundred thousand vends. As in take-your-time.sql.
const ADD_UP_TIMEOUT_MS = 300_000;
/** Before every day that a utility can have closed. */
const NO_DAY = '0001-01-01';

const slow = (name: string): Statement => ({
  ...loadStatement(new URL(`../../sql/report/${name}`, import.meta.url)),
  timeoutMs: ADD_UP_TIMEOUT_MS,
});
const takeYourTimeStatement = slow('take-your-time.sql');
const findClosedStatement = slow('find-closed.sql');
const closeDayStatement = slow('close-day.sql');
const insertSalesDayStatement = slow('insert-sales-day.sql');
const insertComponentDayStatement = slow('insert-component-day.sql');
const notePurchasesStatement = slow('note-purchases.sql');
const forgetDaysStatement = slow('forget-days.sql');
const openDaysStatement = slow('open-days.sql');

interface ClosedRow {
  readonly day: string | null;
  readonly late_from_ms: bigint | null;
  readonly first_vend_ms: bigint | null;
}

interface Closed {
  readonly lastDay: string | null;
  /** Whatever counts behind the last day was asked for then or later. */
  readonly readFrom: Instant;
  /** Null before the first vend. */
  readonly nextDay: string | null;
}

async function findClosed(tx: Pick<Transaction, 'query'>, utility: Utility): Promise<Closed> {
  const { rows } = await tx.query<ClosedRow>(findClosedStatement, [utility.utilityId]);
  const [row] = rows;
  if (row === undefined) throw new Error('the closed days answered no row');
  if (row.day !== null) {
    const readFrom = instant(Number(row.late_from_ms ?? 0n));
    return { lastDay: row.day, readFrom, nextDay: dayAfter(row.day) };
  }
  const firstVend = row.first_vend_ms === null ? null : instant(Number(row.first_vend_ms));
  return {
    lastDay: null,
    readFrom: firstVend ?? instant(0),
    nextDay: firstVend === null ? null : dateText(localDates(utility.timeZone)(firstVend)),
  };
}

/** Closes days that are over, at most so many. Answers how many; may run in several processes. */
export async function closeDays(
  database: Database,
  utility: Utility,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<number> {
  for (let done = 0; done < most; done++) {
    const { nextDay, readFrom } = await findClosed(database, utility);
    if (nextDay === null) return done;
    const bounds = await boundsOf(database, utility, { from: nextDay, to: nextDay });
    if (now < bounds.to + GRACE_MS) return done;
    await database.transaction((tx) => closeDay(tx, utility, { day: nextDay, now, readFrom }));
  }
  return most;
}

async function closeDay(
  tx: Transaction,
  utility: Utility,
  order: { readonly day: string; readonly now: Instant; readonly readFrom: Instant },
): Promise<void> {
  const { utilityId, timeZone } = utility;
  const { day, now, readFrom } = order;
  const bounds = await boundsOf(tx, utility, { from: day, to: day });
  const months = [monthOf(readFrom), monthOf(bounds.to)];
  await tx.query(takeYourTimeStatement);
  const closed = [utilityId, day, now, readFrom, bounds.to, ...months];
  const { rowCount } = await tx.query(closeDayStatement, closed);
  // Another process has closed it meanwhile.
  if (rowCount === 0) return;
  const span = [...months, readFrom, bounds.from, bounds.to];
  await tx.query(insertSalesDayStatement, [utilityId, timeZone, ...span]);
  await tx.query(insertComponentDayStatement, [utilityId, timeZone, ...span]);
  await tx.query(notePurchasesStatement, [utilityId, ...span]);
}

/** Takes what was added up away. The rounds make it again; until then reports read the vends. */
export async function forgetDays(database: Database, utility: Utility): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(takeYourTimeStatement);
    await tx.query(forgetDaysStatement, [utility.utilityId]);
    await tx.query(openDaysStatement, [utility.utilityId]);
  });
}

/** Which days of a span are read from what was added up, and which vends are read for the others. */
export interface SpanParts {
  /** The last closed day; before all days when there is none. */
  readonly closedTo: string;
  /** Months, where to begin to read, and bounds in time: as the statements take them. */
  readonly live: readonly [number, number, Instant, Instant, Instant];
  /** Null when all of the span is closed. */
  readonly liveFromDay: string | null;
}

export async function partsOf(
  tx: Pick<Transaction, 'query'>,
  utility: Utility,
  span: DaySpan,
): Promise<SpanParts> {
  const { lastDay, readFrom, nextDay } = await findClosed(tx, utility);
  const closedTo = lastDay ?? NO_DAY;
  const none = instant(0);
  if (nextDay === null || span.to < nextDay) {
    return { closedTo, live: [0, 0, none, none, none], liveFromDay: null };
  }
  const [, liveFromDay = nextDay] = [span.from, nextDay].sort();
  const bounds = await boundsOf(tx, utility, { from: nextDay, to: span.to });
  const live = [monthOf(readFrom), monthOf(bounds.to), readFrom, bounds.from, bounds.to] as const;
  return { closedTo, live, liveFromDay };
}
