/** Whether the books balance: invariants L1 and L2, asked of the whole ledger of a utility. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from './account.ts';

export interface Books {
  readonly entries: number;
  /** The sum of all postings in minor units; zero, or the books are wrong. */
  readonly sum: bigint;
  readonly entriesUnbalanced: number;
  /** Legs on accounts that are not in the ledger of their entry. */
  readonly legsAstray: number;
  /** Limits below their floor, or that differ from the sums they stand for. */
  readonly limitsWrong: number;
}

interface BooksRow {
  readonly entries: bigint;
  readonly sum_minor: string;
  readonly entries_unbalanced: bigint;
  readonly legs_astray: bigint;
  readonly limits_wrong: bigint;
}

const checkBooksStatement = loadStatement(new URL('../sql/check-books.sql', import.meta.url));

/** Adds everything up afresh, from one snapshot. Reads the whole ledger: not for a hot path. */
export async function checkBooks(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
): Promise<Books> {
  const { rows } = await tx.query<BooksRow>(checkBooksStatement, [utilityId]);
  const [row] = rows;
  if (row === undefined) throw new Error('the check of the books answered no row');
  return {
    entries: Number(row.entries),
    sum: BigInt(row.sum_minor),
    entriesUnbalanced: Number(row.entries_unbalanced),
    legsAstray: Number(row.legs_astray),
    limitsWrong: Number(row.limits_wrong),
  };
}

export function areBalanced(books: Books): boolean {
  return (
    books.sum === 0n &&
    books.entriesUnbalanced === 0 &&
    books.legsAstray === 0 &&
    books.limitsWrong === 0
  );
}
