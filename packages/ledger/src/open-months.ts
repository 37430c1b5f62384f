/** The months entries are kept by, opened before anything is posted in them. */
import { type Database, loadStatement } from '@wattvend/database/database.js';
import { openMonthSpan } from '@wattvend/database/partitions.js';
import { monthOf, monthsAfter } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';

const openMonthsStatement = loadStatement(new URL('../sql/open-months.sql', import.meta.url));

const MONTHS_BEFORE = 1;
const MONTHS_AHEAD = 3;

/**
 * Opens last month, this one and the next three, so that a server that is looked after once a
 * quarter never lacks one. Answers how many were missing.
 */
export async function openMonths(database: Pick<Database, 'query'>, now: Instant): Promise<number> {
  const month = monthOf(now);
  return await openMonthSpan(database, openMonthsStatement, {
    from: monthsAfter(month, -MONTHS_BEFORE),
    to: monthsAfter(month, MONTHS_AHEAD),
  });
}

/** Opens one month, for what was asked for in it; months that are there stay as they are. */
export async function openLedgerMonth(
  database: Pick<Database, 'query'>,
  month: number,
): Promise<void> {
  await openMonthSpan(database, openMonthsStatement, { from: month, to: month });
}
