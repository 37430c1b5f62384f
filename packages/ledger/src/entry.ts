/**
 * Entries: the only way money moves, forwards only. An entry is a list of postings that sums to
 * zero; it is never changed or removed, and the database refuses both.
 */
import type { Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Month } from '@wattvend/quantities/month.js';
import { month } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AccountId, Book, LedgerId, UtilityId } from './account.ts';

export interface Posting {
  readonly accountId: AccountId;
  /** A debit is positive, a credit negative; never zero. */
  readonly money: MinorUnits;
}

export interface Entry {
  /** Made by whoever posts, and the same whenever it is posted again, so that it happens once. */
  readonly entryId: string;
  /**
   * What kind of movement it is, such as "sale" or "deposit": small letters, digits and "_", at most
   * 32. The ledger does not interpret it.
   */
  readonly kind: string;
  /**
   * The month the entry is kept under: the same whenever the same id is posted again. Of a sale it
   * is the month of its request, however late it is posted.
   */
  readonly month: Month;
  readonly postings: readonly Posting[];
  /** Whether the entry resolves the reservation that has its id. */
  readonly resolvesReservation: boolean;
}

export interface FoundEntry {
  readonly entryId: string;
  readonly ledgerId: LedgerId;
  readonly kind: string;
  readonly month: Month;
  readonly postedAt: Instant;
  readonly postings: readonly Posting[];
}

/** The refusal of an entry that names an account which is not in its ledger. */
export const ACCOUNT_NOT_IN_LEDGER = 'WVL04';

const entriesStatement = loadStatement(new URL('../sql/post-entries.sql', import.meta.url));
const limitsStatement = loadStatement(new URL('../sql/post-limits.sql', import.meta.url));
const findEntryStatement = loadStatement(new URL('../sql/find-entry.sql', import.meta.url));

/**
 * Posts entries of one ledger, all or nothing, in two statements that travel together. Refuses
 * (throws) an entry that does not sum to zero or has no postings: that is a bug of the caller, and
 * the database would refuse it too. Fails when an entry of the same id and month exists, when an
 * account is not of the ledger (SQLSTATE ACCOUNT_NOT_IN_LEDGER), when a limit would be broken, when
 * a reservation was resolved before, and when the month was not opened (`isMonthMissing`).
 *
 * They are posted at `now`, or at the first instant after the ledger was closed if that is later.
 */
export function postEntries(
  tx: Transaction,
  book: Book,
  entries: readonly Entry[],
  now: Instant,
): readonly Promise<Rows<unknown>>[] {
  for (const entry of entries) assertBalanced(entry);
  const postings = entries.flatMap((entry) => entry.postings);
  const accountIds = postings.map((posting) => posting.accountId);
  const money = postings.map((posting) => posting.money);
  const legsFirst: number[] = [];
  const legsLast: number[] = [];
  let legs = 0;
  for (const entry of entries) {
    legsFirst.push(legs + 1);
    legs += entry.postings.length;
    legsLast.push(legs);
  }
  const resolved = entries.filter((entry) => entry.resolvesReservation);
  return [
    tx.query(entriesStatement, [
      book.utilityId,
      book.ledgerId,
      entries.map((entry) => entry.entryId),
      entries.map((entry) => entry.month),
      entries.map((entry) => entry.kind),
      legsFirst,
      legsLast,
      accountIds,
      money,
      now,
    ]),
    tx.query(limitsStatement, [
      book.utilityId,
      resolved.map((entry) => entry.entryId),
      accountIds,
      money,
    ]),
  ];
}

function assertBalanced(entry: Entry): void {
  if (entry.postings.length < 2) {
    throw new RangeError(`entry ${entry.entryId} needs at least two postings`);
  }
  const sum = entry.postings.reduce((total, posting) => total + posting.money, 0n);
  if (sum !== 0n) throw new RangeError(`entry ${entry.entryId} sums to ${sum}, not to zero`);
  if (entry.postings.some((posting) => posting.money === 0n)) {
    throw new RangeError(`entry ${entry.entryId} has a posting of nothing`);
  }
}

interface EntryRow {
  readonly entry_id: string;
  readonly ledger_id: LedgerId;
  readonly kind: string;
  readonly month: number;
  readonly posted_at_ms: bigint;
  readonly account_ids: readonly AccountId[];
  readonly money_minor: readonly bigint[];
}

/** The entry with that id, or null. Whoever knows its month finds it in one place. */
export async function findEntry(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  entryId: string,
  inMonth: Month | null = null,
): Promise<FoundEntry | null> {
  const { rows } = await tx.query<EntryRow>(findEntryStatement, [utilityId, entryId, inMonth]);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    entryId: row.entry_id,
    ledgerId: row.ledger_id,
    kind: row.kind,
    month: month(row.month),
    postedAt: instant(Number(row.posted_at_ms)),
    postings: postingsOf(row.account_ids, row.money_minor),
  };
}

/** The legs of a stored entry, in their order. */
export function postingsOf(
  accountIds: readonly AccountId[],
  money: readonly bigint[],
): readonly Posting[] {
  return accountIds.map((accountId, at) => ({ accountId, money: minorUnits(money[at] ?? 0n) }));
}
