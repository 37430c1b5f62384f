/**
 * Tables that are cut by month. Partitions are made ahead by a function of the room that owns the
 * table, because whoever writes rows may not make tables.
 */
import { constraintName, type Database, type Statement, sqlState } from './database.ts';

/** From and to, both included, as whole numbers yyyymm. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Opens the months that are missing and answers how many there were. `opener` is a statement whose
 * parameters are the first and the last month and whose one row says `opened`.
 */
export async function openMonthSpan(
  database: Pick<Database, 'query'>,
  opener: Statement,
  span: MonthSpan,
): Promise<number> {
  const { rows } = await database.query<{ readonly opened: number }>(opener, [span.from, span.to]);
  return rows[0]?.opened ?? 0;
}

const CHECK_VIOLATION = '23514';

/** Whether a row was refused because the month it belongs to has not been opened. */
export function isMonthMissing(error: unknown): boolean {
  // The server reports it as a broken check that has no name; a real one always has.
  return sqlState(error) === CHECK_VIOLATION && constraintName(error) === null;
}
