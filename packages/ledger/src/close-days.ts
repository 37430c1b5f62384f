/**
 * Accounting days: when one is over, the ledger is closed up to its end and what every account moved is
 * summed once and for good. Balances of the past are then a row and not a sum over all that was.
 */
import type { Database, Statement } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Book } from './account.ts';
import { sealLedger } from './seal.ts';

interface DayRow {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly from_ms: bigint;
  readonly to_ms: bigint;
}

// A day of a million sales is summed in some seconds; nobody waits for it.
const DAY_TIMEOUT_MS = 10 * 60_000;
// One call ends some time, however long nobody called.
const DAYS_AT_ONCE_MAX = 400;

const nextDayStatement = loadStatement(new URL('../sql/next-day.sql', import.meta.url));
const writeDayStatement: Statement = {
  ...loadStatement(new URL('../sql/write-day.sql', import.meta.url)),
  timeoutMs: DAY_TIMEOUT_MS,
};
const NO_SERVER_TIMEOUT: Statement = { name: '', text: 'set local statement_timeout = 0' };

/**
 * Closes the days that ended at `upTo` or before, on the calendar of the utility's time zone (an IANA
 * name), the oldest first; answers how many. `upTo` should lie behind the clock by as much as the
 * clocks of several servers may differ. May be called again, and by several servers at once.
 */
export async function closeDays(
  database: Database,
  book: Book,
  { timeZone, upTo }: { readonly timeZone: string; readonly upTo: Instant },
): Promise<number> {
  let closed = 0;
  while (closed < DAYS_AT_ONCE_MAX) {
    const { rows } = await database.query<DayRow>(nextDayStatement, [
      ...[book.utilityId, book.ledgerId, timeZone],
    ]);
    const [next] = rows;
    // Its last millisecond is over when the next day has begun.
    if (next === undefined || next.to_ms >= BigInt(upTo)) break;
    await sealLedger(database, book, instant(Number(next.to_ms)));
    await writeDay(database, book, next);
    closed += 1;
  }
  return closed;
}

async function writeDay(database: Database, book: Book, day: DayRow): Promise<void> {
  const values = [book.utilityId, book.ledgerId, day.day, day.from_ms, day.to_ms];
  await database.transaction(async (tx) => {
    await tx.query(NO_SERVER_TIMEOUT);
    await tx.query(writeDayStatement, values);
  });
}
