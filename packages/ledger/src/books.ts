/** Whether the books balance: invariants L1 and L2, asked of all ledgers of a utility. */
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
  /** Sums of closed days that are not the sums of their entries; only the whole check looks. */
  readonly daysWrong: number;
}

interface BooksRow {
  readonly entries: bigint;
  readonly sum_minor: string;
  readonly entries_unbalanced: bigint;
  readonly legs_astray: bigint;
  readonly limits_wrong: bigint;
  readonly days_wrong: bigint;
}

const checkAllStatement = loadStatement(new URL('../sql/check-books.sql', import.meta.url));
const checkSinceStatement = loadStatement(new URL('../sql/check-books-since.sql', import.meta.url));

/**
 * Adds the books up from one snapshot. Starts from the sums of the last closed day, so that it takes
 * as long as a day and not as a life; `whole` reads every entry again and checks those sums too.
 */
export async function checkBooks(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  extent: 'since the last closed day' | 'whole' = 'since the last closed day',
): Promise<Books> {
  const statement = extent === 'whole' ? checkAllStatement : checkSinceStatement;
  const { rows } = await tx.query<BooksRow>(statement, [utilityId]);
  const [row] = rows;
  if (row === undefined) throw new Error('the check of the books answered no row');
  return {
    entries: Number(row.entries),
    sum: BigInt(row.sum_minor),
    entriesUnbalanced: Number(row.entries_unbalanced),
    legsAstray: Number(row.legs_astray),
    limitsWrong: Number(row.limits_wrong),
    daysWrong: Number(row.days_wrong),
  };
}

export function areBalanced(books: Books): boolean {
  return (
    books.sum === 0n &&
    books.entriesUnbalanced === 0 &&
    books.legsAstray === 0 &&
    books.limitsWrong === 0 &&
    books.daysWrong === 0
  );
}
