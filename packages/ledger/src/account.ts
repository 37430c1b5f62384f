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

export interface NewAccount {
  readonly utilityId: UtilityId;
  readonly accountId: AccountId;
  readonly ledgerId: LedgerId;
  /** Unique in its ledger, for example "energy_sales". */
  readonly code: string;
  readonly name: string;
  readonly normalSide: 'debit' | 'credit';
}

/** What a limited account has: `posted` and `reserved` are on its credit side. */
export interface AccountLimit {
  readonly accountId: AccountId;
  readonly posted: MinorUnits;
  readonly reserved: MinorUnits;
  readonly floor: MinorUnits;
}

const createLedgerStatement = loadStatement(new URL('../sql/create-ledger.sql', import.meta.url));
const openAccountStatement = loadStatement(new URL('../sql/open-account.sql', import.meta.url));
const limitAccountStatement = loadStatement(new URL('../sql/limit-account.sql', import.meta.url));
const readLimitsStatement = loadStatement(new URL('../sql/read-limits.sql', import.meta.url));

/** Creates a ledger; its currency never changes. */
export async function createLedger(tx: Transaction, ledger: NewLedger): Promise<void> {
  const { utilityId, ledgerId, currencyCode, decimalPlaces } = ledger;
  await tx.query(createLedgerStatement, [utilityId, ledgerId, currencyCode, decimalPlaces]);
}

/** Opens an account. Its code must be new in its ledger; an account is never closed or renamed. */
export async function openAccount(tx: Transaction, account: NewAccount): Promise<void> {
  const { utilityId, accountId, ledgerId, code, name, normalSide } = account;
  await tx.query(openAccountStatement, [utilityId, accountId, ledgerId, code, name, normalSide]);
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
