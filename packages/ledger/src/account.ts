/**
 * Ledgers and their accounts. A ledger has one currency; an account lives in one ledger, so money
 * of two currencies can never meet in one entry.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';

export type UtilityId = Quantity<string, 'utility id'>;
export type LedgerId = Quantity<string, 'ledger id'>;
export type AccountId = Quantity<string, 'account id'>;

/** Which ledger of which utility. */
export interface Book {
  readonly utilityId: UtilityId;
  readonly ledgerId: LedgerId;
}

export interface NewLedger {
  readonly utilityId: UtilityId;
  readonly ledgerId: LedgerId;
  /** ISO 4217, three capital letters. */
  readonly currencyCode: string;
  /** 0 to 4, ISO 4217. */
  readonly decimalPlaces: number;
}

/** Where an account stands in the books: what is owned, owed, earned, spent; and what remains. */
export type AccountKind = 'asset' | 'liability' | 'income' | 'expense' | 'equity';

export interface Account {
  readonly accountId: AccountId;
  /** Unique in its ledger, for example "energy_sales". */
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  /** The side it usually stands on; a balance on the other side is worth a look. */
  readonly normalSide: 'debit' | 'credit';
  /** The code it is summed under in reports, such as "vendor_float"; null for none. */
  readonly group: string | null;
}

export interface NewAccount extends Book {
  readonly accountId: AccountId;
  readonly code: string;
  readonly name: string;
  readonly normalSide: Account['normalSide'];
  /** Without it a debit account is an asset and a credit account a liability. */
  readonly kind?: AccountKind;
  readonly group?: string | null;
}

/** What a limited account has: `posted` and `reserved` are on its credit side. */
export interface AccountLimit {
  readonly accountId: AccountId;
  readonly posted: MinorUnits;
  readonly reserved: MinorUnits;
  readonly floor: MinorUnits;
}

const createLedgerStatement = loadStatement(new URL('../sql/create-ledger.sql', import.meta.url));
const openAccountsStatement = loadStatement(new URL('../sql/open-accounts.sql', import.meta.url));
const openMissingAccountsStatement = loadStatement(
  new URL('../sql/open-missing-accounts.sql', import.meta.url),
);
const findAccountsStatement = loadStatement(new URL('../sql/find-accounts.sql', import.meta.url));
const findAccountsByIdStatement = loadStatement(
  new URL('../sql/find-accounts-by-id.sql', import.meta.url),
);
const limitAccountStatement = loadStatement(new URL('../sql/limit-account.sql', import.meta.url));
const setFloorStatement = loadStatement(new URL('../sql/set-floor.sql', import.meta.url));
const readLimitsStatement = loadStatement(new URL('../sql/read-limits.sql', import.meta.url));

/** Creates a ledger; its currency never changes. */
export async function createLedger(tx: Transaction, ledger: NewLedger): Promise<void> {
  const { utilityId, ledgerId, currencyCode, decimalPlaces } = ledger;
  await tx.query(createLedgerStatement, [utilityId, ledgerId, currencyCode, decimalPlaces]);
}

/** Opens an account. Its code must be new in its ledger; an account is never closed or renamed. */
export async function openAccount(tx: Transaction, account: NewAccount): Promise<void> {
  const kind = account.kind ?? (account.normalSide === 'debit' ? 'asset' : 'liability');
  const opened = { ...account, kind, group: account.group ?? null };
  await tx.query(openAccountsStatement, columnsOf(account, [opened]));
}

/** Opens the accounts whose codes the ledger lacks; answers how many. May be called again. */
export async function openMissingAccounts(
  tx: Transaction,
  book: Book,
  accounts: readonly Account[],
): Promise<number> {
  const { rowCount } = await tx.query(openMissingAccountsStatement, columnsOf(book, accounts));
  return rowCount;
}

function columnsOf(book: Book, accounts: readonly Account[]): readonly unknown[] {
  return [
    book.utilityId,
    book.ledgerId,
    accounts.map((account) => account.accountId),
    accounts.map((account) => account.code),
    accounts.map((account) => account.name),
    accounts.map((account) => account.kind),
    accounts.map((account) => account.normalSide),
    accounts.map((account) => account.group),
  ];
}

interface AccountRow {
  readonly account_id: AccountId;
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly normal_side: Account['normalSide'];
  readonly account_group: string | null;
}

/** The accounts of a ledger by code: those asked for that are there, or all of them. */
export async function findAccounts(
  tx: Pick<Transaction, 'query'>,
  book: Book,
  codes: readonly string[] | null = null,
): Promise<ReadonlyMap<string, Account>> {
  const values = [book.utilityId, book.ledgerId, codes];
  const { rows } = await tx.query<AccountRow>(findAccountsStatement, values);
  return new Map(rows.map((row) => [row.code, accountOf(row)]));
}

/** The accounts of these ids that are there, of any ledger of the utility. */
export async function findAccountsById(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, Account>> {
  const { rows } = await tx.query<AccountRow>(findAccountsByIdStatement, [utilityId, accountIds]);
  return new Map(rows.map((row) => [row.account_id, accountOf(row)]));
}

function accountOf(row: AccountRow): Account {
  return {
    accountId: row.account_id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    normalSide: row.normal_side,
    group: row.account_group,
  };
}

/** Gives an account a floor below which posted less reserved can never fall. */
export async function limitAccount(
  tx: Transaction,
  limit: {
    readonly utilityId: UtilityId;
    readonly accountId: AccountId;
    readonly floor: MinorUnits;
  },
): Promise<void> {
  await tx.query(limitAccountStatement, [limit.utilityId, limit.accountId, limit.floor]);
}

/**
 * Moves the floor of an account that has one: zero for a vendor who pays ahead, below zero for one
 * with credit. Refused when more of it is posted away and reserved already.
 */
export async function setFloor(
  tx: Transaction,
  limit: {
    readonly utilityId: UtilityId;
    readonly accountId: AccountId;
    readonly floor: MinorUnits;
  },
): Promise<
  { readonly kind: 'set' } | { readonly kind: 'refused'; readonly refusal: FloorRefusal }
> {
  const values = [limit.utilityId, limit.accountId, limit.floor];
  const { rowCount } = await tx.query(setFloorStatement, values);
  if (rowCount === 1) return { kind: 'set' };
  const limits = await readLimits(tx, limit.utilityId, [limit.accountId]);
  const refusal = limits.has(limit.accountId) ? 'floor_above_available' : 'account_has_no_limit';
  return { kind: 'refused', refusal };
}

export type FloorRefusal = 'account_has_no_limit' | 'floor_above_available';

interface LimitRow {
  readonly account_id: AccountId;
  readonly posted_minor: bigint;
  readonly reserved_minor: bigint;
  readonly floor_minor: bigint;
}

/** Reads limits without locking them; accounts that have none are missing from the answer. */
export async function readLimits(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, AccountLimit>> {
  const { rows } = await tx.query<LimitRow>(readLimitsStatement, [utilityId, accountIds]);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        accountId: row.account_id,
        posted: minorUnits(row.posted_minor),
        reserved: minorUnits(row.reserved_minor),
        floor: minorUnits(row.floor_minor),
      },
    ]),
  );
}

/** What may still be spent: posted less reserved, above the floor. */
export function availableAbove(limit: AccountLimit): MinorUnits {
  return minorUnits(limit.posted - limit.reserved - limit.floor);
}
