/**
 * What reports need of the ledger, and the only place where they read it: each account's balance
 * before a span of time and its debits and credits within.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';

/** A debit balance is positive, a credit balance negative. */
export interface AccountMovement {
  readonly accountId: AccountId;
  readonly code: string;
  readonly name: string;
  readonly normalSide: 'debit' | 'credit';
  readonly opening: MinorUnits;
  readonly debit: MinorUnits;
  readonly credit: MinorUnits;
  readonly closing: MinorUnits;
}

interface Row {
  readonly account_id: AccountId;
  readonly code: string;
  readonly name: string;
  readonly normal_side: 'debit' | 'credit';
  readonly opening_minor: bigint;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
}

// All books from the beginning are read; a month's end is worth it. As in take-your-time.sql.
const READ_TIMEOUT_MS = 300_000;

const takeYourTimeStatement = loadStatement(
  new URL('../../sql/report/take-your-time.sql', import.meta.url),
);
const movementsStatement = {
  ...loadStatement(new URL('../../sql/report/account-movements.sql', import.meta.url)),
  timeoutMs: READ_TIMEOUT_MS,
};

/** All accounts of the utility's ledger, by their codes. */
export async function accountMovements(
  database: Pick<Database, 'transaction'>,
  { book }: Pick<Utility, 'book'>,
  bounds: { readonly from: Instant; readonly to: Instant },
): Promise<readonly AccountMovement[]> {
  const { utilityId, ledgerId } = book;
  const { rows } = await database.transaction(async (tx) => {
    await tx.query(takeYourTimeStatement);
    const span = [bounds.from, bounds.to];
    return await tx.query<Row>(movementsStatement, [utilityId, ledgerId, ...span]);
  });
  return rows.map((row) => ({
    accountId: row.account_id,
    code: row.code,
    name: row.name,
    normalSide: row.normal_side,
    opening: minorUnits(row.opening_minor),
    debit: minorUnits(row.debit_minor),
    credit: minorUnits(row.credit_minor),
    closing: minorUnits(row.opening_minor + row.debit_minor - row.credit_minor),
  }));
}
