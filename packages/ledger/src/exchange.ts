/**
 * Money changed from one currency into another: an entry in each of two ledgers, each balanced by
 * the account "exchange:<the other currency>". The rate is the two whole amounts that changed hands;
 * what these accounts hold in the end is what was gained or lost by changing.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Month } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AccountId, LedgerId, UtilityId } from './account.ts';
import { findAccounts, openMissingAccounts } from './account.ts';
import type { Posting } from './entry.ts';
import { postEntries } from './entry.ts';

/** One side: the account whose money changes, in its own ledger. */
export interface ExchangeSide extends Posting {
  readonly ledgerId: LedgerId;
}

export interface NewExchange {
  readonly utilityId: UtilityId;
  /** Made by whoever changes the money, and the same on every retry. */
  readonly exchangeId: string;
  /** As of an entry: the same whenever the same id is posted again. */
  readonly month: Month;
  readonly from: ExchangeSide;
  /** On the other side of its account than `from`: what is debited here is credited there. */
  readonly to: ExchangeSide;
}

export interface FoundExchange {
  readonly exchangedAt: Instant;
  readonly from: {
    readonly ledgerId: LedgerId;
    readonly entryId: string;
    readonly money: MinorUnits;
  };
  readonly to: FoundExchange['from'];
}

interface LedgerRow {
  readonly ledger_id: LedgerId;
  readonly currency_code: string;
}

interface ExchangeRow {
  readonly exchanged_at_ms: bigint;
  readonly from_ledger_id: LedgerId;
  readonly from_entry_id: string;
  readonly from_minor: bigint;
  readonly to_ledger_id: LedgerId;
  readonly to_entry_id: string;
  readonly to_minor: bigint;
}

const readLedgersStatement = loadStatement(new URL('../sql/read-ledgers.sql', import.meta.url));
const insertExchangeStatement = loadStatement(
  new URL('../sql/insert-exchange.sql', import.meta.url),
);
const findExchangeStatement = loadStatement(new URL('../sql/find-exchange.sql', import.meta.url));

/**
 * Posts both entries, or neither. Throws RangeError on two sides of one ledger and on amounts that
 * are zero or of one sign; fails when the same id was exchanged before, and as `postEntries` does.
 */
export async function postExchange(
  tx: Transaction,
  exchange: NewExchange,
  newId: () => AccountId,
  now: Instant,
): Promise<void> {
  const { utilityId, exchangeId, from, to } = exchange;
  if (from.ledgerId === to.ledgerId) throw new RangeError('an exchange needs two ledgers');
  if (from.money === 0n || to.money === 0n || from.money > 0n === to.money > 0n) {
    throw new RangeError('an exchange debits one side and credits the other');
  }
  const ledgerIds = [from.ledgerId, to.ledgerId];
  const { rows } = await tx.query<LedgerRow>(readLedgersStatement, [utilityId, ledgerIds]);
  const currencies = new Map(rows.map((row) => [row.ledger_id, row.currency_code]));
  const fromEntryId = exchangeEntryId(exchangeId, 'from');
  const toEntryId = exchangeEntryId(exchangeId, 'to');
  await tx.query(insertExchangeStatement, [
    ...[utilityId, exchangeId, now],
    ...[from.ledgerId, fromEntryId, absolute(from.money)],
    ...[to.ledgerId, toEntryId, absolute(to.money)],
  ]);
  // In the order of their ledgers, so that two exchanges cannot lock each other out.
  const sides = [
    { side: from, entryId: fromEntryId, other: currencies.get(to.ledgerId) },
    { side: to, entryId: toEntryId, other: currencies.get(from.ledgerId) },
  ].sort((a, b) => (a.side.ledgerId < b.side.ledgerId ? -1 : 1));
  for (const { side, entryId, other } of sides) {
    if (other === undefined) throw new RangeError('an exchange names a ledger that is not there');
    const book = { utilityId, ledgerId: side.ledgerId };
    const clearing = await exchangeAccount(tx, book, other, newId);
    const entry = {
      entryId,
      kind: 'exchange',
      month: exchange.month,
      resolvesReservation: false,
      postings: [side, { accountId: clearing, money: minorUnits(-side.money) }],
    };
    await Promise.all(postEntries(tx, book, [entry], now));
  }
}

function absolute(money: MinorUnits): MinorUnits {
  return minorUnits(money < 0n ? -money : money);
}

async function exchangeAccount(
  tx: Transaction,
  book: { readonly utilityId: UtilityId; readonly ledgerId: LedgerId },
  currencyCode: string,
  newId: () => AccountId,
): Promise<AccountId> {
  const code = `exchange:${currencyCode}`;
  const find = async () => (await findAccounts(tx, book, [code])).get(code);
  const known = await find();
  if (known !== undefined) return known.accountId;
  await openMissingAccounts(tx, book, [
    {
      accountId: newId(),
      code,
      name: `Exchange with ${currencyCode}`,
      kind: 'asset',
      normalSide: 'debit',
      group: 'exchange',
    },
  ]);
  // Somebody else may have opened it first, under another id.
  const opened = await find();
  if (opened === undefined) throw new Error(`the account ${code} was opened and is not there`);
  return opened.accountId;
}

/** Derived, so that a retry names the same entries. In the form of a version 8 UUID. */
function exchangeEntryId(exchangeId: string, side: 'from' | 'to'): string {
  const text = `wattvend exchange ${side}\n${exchangeId.toLowerCase()}`;
  const hash = createHash('sha256').update(text).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What was changed under that id, or null. */
export async function findExchange(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  exchangeId: string,
): Promise<FoundExchange | null> {
  const { rows } = await tx.query<ExchangeRow>(findExchangeStatement, [utilityId, exchangeId]);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    exchangedAt: instant(Number(row.exchanged_at_ms)),
    from: {
      ledgerId: row.from_ledger_id,
      entryId: row.from_entry_id,
      money: minorUnits(row.from_minor),
    },
    to: { ledgerId: row.to_ledger_id, entryId: row.to_entry_id, money: minorUnits(row.to_minor) },
  };
}
