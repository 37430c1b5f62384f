/**
 * What moved on one account, entry by entry, with the balance after each. Entries have no index by
 * account; the sums of the closed days say on which days to look, and only those are read.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Month } from '@wattvend/quantities/month.js';
import { month } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AccountId, Book } from './account.ts';
import { balancesAt } from './trial-balance.ts';

/** An entry's place in the order of the ledger. */
export interface EntryPlace {
  readonly postedAt: Instant;
  readonly entryId: string;
  readonly month: Month;
}

export interface StatementLine extends EntryPlace {
  readonly kind: string;
  /** Of all legs of the entry on this account. */
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  /** Debits less credits, this line included. */
  readonly balanceMinor: bigint;
}

export interface AccountStatement {
  /** Before the first line of this page: debits less credits. */
  readonly openingMinor: bigint;
  readonly lines: readonly StatementLine[];
  /** After the last line of this page. */
  readonly closingMinor: bigint;
  /** Where the next page goes on; null when there is none. */
  readonly next: EntryPlace | null;
}

export interface StatementOrder {
  readonly accountId: AccountId;
  /** Both included. */
  readonly from: Instant;
  readonly to: Instant;
  /** The last line of the page before; null for the first page. */
  readonly after: EntryPlace | null;
  /** How many lines a page has at most. */
  readonly limit: number;
}

interface SpanRow {
  readonly from_ms: bigint;
  readonly to_ms: bigint;
}

interface LegsRow {
  readonly posted_at_ms: bigint;
  readonly entry_id: string;
  readonly month: number;
  readonly kind: string;
  readonly debit_minor: string;
  readonly credit_minor: string;
}

const spansStatement = loadStatement(new URL('../sql/account-spans.sql', import.meta.url));
const legsStatement = loadStatement(new URL('../sql/account-legs.sql', import.meta.url));

const NIL_ID = '00000000-0000-0000-0000-000000000000';

/**
 * One page of an account's statement. An account that is not of the ledger has an empty one. Lines
 * after the instant the ledger is closed to may still be joined by others.
 */
export async function accountStatement(
  database: Pick<Transaction, 'query'>,
  book: Book,
  order: StatementOrder,
): Promise<AccountStatement> {
  const openingMinor = await openingOf(database, book, order);
  // One more than the page holds tells whether there is a next page.
  const found = await readLegs(database, book, order, order.limit + 1);
  const lines: StatementLine[] = [];
  let balanceMinor = openingMinor;
  for (const row of found.slice(0, order.limit)) {
    const line = lineOfRow(row, balanceMinor);
    balanceMinor = line.balanceMinor;
    lines.push(line);
  }
  const last = lines.at(-1);
  const isMore = found.length > order.limit && last !== undefined;
  return {
    openingMinor,
    lines,
    closingMinor: balanceMinor,
    next: isMore ? { postedAt: last.postedAt, entryId: last.entryId, month: last.month } : null,
  };
}

function lineOfRow(row: LegsRow, beforeMinor: bigint): StatementLine {
  const debitMinor = BigInt(row.debit_minor);
  const creditMinor = BigInt(row.credit_minor);
  return {
    postedAt: instant(Number(row.posted_at_ms)),
    entryId: row.entry_id,
    month: month(row.month),
    kind: row.kind,
    debitMinor,
    creditMinor,
    balanceMinor: beforeMinor + debitMinor - creditMinor,
  };
}

/** The balance before the page: at the millisecond before, and what that millisecond has already. */
async function openingOf(
  database: Pick<Transaction, 'query'>,
  book: Book,
  { accountId, from, after }: StatementOrder,
): Promise<bigint> {
  const start = after?.postedAt ?? from;
  const asked = { at: instant(start - 1), accountIds: [accountId] };
  const [before] = await balancesAt(database, book, asked);
  let balanceMinor = before?.balanceMinor ?? 0n;
  if (after === null) return balanceMinor;
  const sameMoment = { accountId, from: start, to: start, after: null, limit: ALL };
  for (const row of await readLegs(database, book, sameMoment, ALL)) {
    if (isAfter(row, after)) break;
    balanceMinor += BigInt(row.debit_minor) - BigInt(row.credit_minor);
  }
  return balanceMinor;
}

// More than can be posted in a millisecond.
const ALL = 1_000_000;

function isAfter(row: LegsRow, place: EntryPlace): boolean {
  if (row.entry_id !== place.entryId) return row.entry_id > place.entryId;
  return row.month > place.month;
}

async function readLegs(
  database: Pick<Transaction, 'query'>,
  book: Book,
  order: StatementOrder,
  limit: number,
): Promise<readonly LegsRow[]> {
  const { accountId, from, to, after } = order;
  const start = after?.postedAt ?? from;
  const { rows: spans } = await database.query<SpanRow>(spansStatement, [
    ...[book.utilityId, book.ledgerId, accountId, start, to],
  ]);
  const place = [after?.postedAt ?? 0, after?.entryId ?? NIL_ID, after?.month ?? 0];
  const found: LegsRow[] = [];
  for (const span of spans) {
    if (found.length >= limit) break;
    const { rows } = await database.query<LegsRow>(legsStatement, [
      ...[book.utilityId, book.ledgerId, accountId, span.from_ms, span.to_ms],
      ...place,
      limit - found.length,
    ]);
    found.push(...rows);
  }
  return found;
}
