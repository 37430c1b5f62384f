/**
 * Closing a ledger behind the entries, and hashing what is closed in blocks (invariant A1). Neither
 * holds up whoever posts for longer than a row's lock: closing only moves an instant, and the block
 * is written in a transaction of its own over rows that can change no more.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Book } from './account.ts';

const closeLedgerStatement = loadStatement(new URL('../sql/close-ledger.sql', import.meta.url));
const sealBlockStatement = loadStatement(new URL('../sql/seal-block.sql', import.meta.url));

// A fifth of a second of the database's time for each block; small enough for any time-out.
const BLOCK_ENTRIES_DEFAULT = 20_000;
// A ledger that was never sealed before is caught up in several calls.
const BLOCKS_AT_ONCE_MAX = 100;

export interface Sealed {
  /** Until when the ledger is closed. */
  readonly closedTo: Instant;
  /** How many blocks this call has written. */
  readonly blocks: number;
}

export interface SealOptions {
  /** Whether the ledger is closed also when nothing was posted since the last time. Default yes. */
  readonly evenIfEmpty?: boolean;
  /** After how many entries a block ends; more, if they were posted in one millisecond. */
  readonly blockEntries?: number;
}

/**
 * Closes the ledger up to an instant, which should not lie ahead of the clock because nothing is
 * posted before it afterwards, and writes the blocks that are due. May be called again, and by
 * several servers at once.
 */
export async function sealLedger(
  database: Database,
  book: Book,
  upTo: Instant,
  options: SealOptions = {},
): Promise<Sealed> {
  const values = [book.utilityId, book.ledgerId, upTo, options.evenIfEmpty ?? true];
  const closed = await database.transaction((tx) =>
    tx.query<{ readonly closed_to_ms: bigint | null }>(closeLedgerStatement, values),
  );
  const closedTo = closed.rows[0]?.closed_to_ms ?? null;
  if (closedTo === null) throw new Error(`there is no ledger ${book.ledgerId}`);
  const blocks = await writeBlocks(database, book, options.blockEntries ?? BLOCK_ENTRIES_DEFAULT);
  return { closedTo: instant(Number(closedTo)), blocks };
}

async function writeBlocks(database: Database, book: Book, blockEntries: number): Promise<number> {
  const values = [book.utilityId, book.ledgerId, blockEntries];
  for (let blocks = 0; blocks < BLOCKS_AT_ONCE_MAX; blocks++) {
    const { rowCount } = await database.transaction((tx) => tx.query(sealBlockStatement, values));
    if (rowCount === 0) return blocks;
  }
  return BLOCKS_AT_ONCE_MAX;
}
