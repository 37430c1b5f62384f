/**
 * Entries: the only way money moves, forwards only. An entry is a list of postings that sums to
 * zero; it is never changed or removed, and the database refuses both.
 */
import type { Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AccountId, LedgerId, UtilityId } from './account.ts';

export interface Posting {
  readonly accountId: AccountId;
  /** A debit is positive, a credit negative; never zero. */
  readonly money: MinorUnits;
}

export interface Entry {
  /** Made by whoever posts, and the same whenever it is posted again, so that it happens once. */
  readonly entryId: string;
  /** A word for what moved the money, such as "sale". */
  readonly kind: string;
  readonly postings: readonly Posting[];
  /** Whether the entry resolves the reservation that has its id. */
  readonly resolvesReservation: boolean;
}

export interface FoundEntry {
  readonly entryId: string;
  readonly kind: string;
  readonly postedAt: Instant;
  readonly postings: readonly Posting[];
}

const entriesStatement = loadStatement(new URL('../sql/post-entries.sql', import.meta.url));
const postingsStatement = loadStatement(new URL('../sql/post-postings.sql', import.meta.url));
const limitsStatement = loadStatement(new URL('../sql/post-limits.sql', import.meta.url));
const findEntryStatement = loadStatement(new URL('../sql/find-entry.sql', import.meta.url));

/**
 * Posts entries of one ledger, all or nothing, in three statements that travel together. Refuses
 * (throws) an entry that does not sum to zero or has no postings: that is a bug of the caller, and
 * the database would refuse it too. Fails when an entry of the same id exists, when an account is
 * not of the ledger, when a limit would be broken or when a reservation was resolved before.
 */
export function postEntries(
  tx: Transaction,
  book: { readonly utilityId: UtilityId; readonly ledgerId: LedgerId },
  entries: readonly Entry[],
  now: Instant,
): readonly Promise<Rows<unknown>>[] {
  for (const entry of entries) assertBalanced(entry);
  const postings = entries.flatMap((entry) =>
    entry.postings.map((posting, position) => ({ entryId: entry.entryId, position, ...posting })),
  );
  const accountIds = postings.map((posting) => posting.accountId);
  const money = postings.map((posting) => posting.money);
  const resolved = entries.filter((entry) => entry.resolvesReservation);
  return [
    tx.query(entriesStatement, [
      book.utilityId,
      book.ledgerId,
      entries.map((entry) => entry.entryId),
      entries.map((entry) => entry.kind),
      now,
    ]),
    tx.query(postingsStatement, [
      book.utilityId,
      postings.map((posting) => posting.entryId),
      postings.map((posting) => posting.position),
      accountIds,
      money,
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
  readonly kind: string;
  readonly posted_at_ms: bigint;
  readonly account_id: AccountId;
  readonly posting_minor: bigint;
}

/** The entry with that id, or null. */
export async function findEntry(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  entryId: string,
): Promise<FoundEntry | null> {
  const { rows } = await tx.query<EntryRow>(findEntryStatement, [utilityId, entryId]);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    entryId: first.entry_id,
    kind: first.kind,
    postedAt: instant(Number(first.posted_at_ms)),
    postings: rows.map((row) => ({
      accountId: row.account_id,
      money: minorUnits(row.posting_minor),
    })),
  };
}
