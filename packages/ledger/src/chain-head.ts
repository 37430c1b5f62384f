/** How far a ledger is closed and where its chain ends: asked for without checking anything. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Book } from './account.ts';

/** The end of a chain. Kept outside the database it proves that nothing was cut off since. */
export interface ChainHead {
  readonly blockNumber: bigint;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

export interface ChainState {
  readonly closedTo: Instant;
  /** Null while there is no block. */
  readonly head: ChainHead | null;
  /** Everything up to here is in a block. */
  readonly sealedTo: Instant;
}

interface HeadRow {
  readonly closed_to_ms: bigint;
  readonly block_number: bigint | null;
  readonly to_ms: bigint | null;
  readonly hash: string | null;
}

const readHeadStatement = loadStatement(new URL('../sql/read-chain-head.sql', import.meta.url));

/** Throws when there is no such ledger. */
export async function readChainState(
  database: Pick<Transaction, 'query'>,
  book: Book,
): Promise<ChainState> {
  const { rows } = await database.query<HeadRow>(readHeadStatement, [
    ...[book.utilityId, book.ledgerId],
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no ledger ${book.ledgerId}`);
  const { block_number: blockNumber, hash } = row;
  return {
    closedTo: instant(Number(row.closed_to_ms)),
    head: blockNumber === null || hash === null ? null : { blockNumber, hash },
    sealedTo: instant(Number(row.to_ms ?? 0n)),
  };
}
