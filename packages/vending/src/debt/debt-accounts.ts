/** The ledger accounts that debts move between, by their codes. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import { openAccount } from '@wattvend/ledger/account.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { DebtKind } from './debt.ts';

const ACCOUNTS = {
  customer_debts: { name: 'Debts of customers', normalSide: 'debit' },
  debt_write_off: { name: 'Debts written off', normalSide: 'debit' },
  arrears_taken_over: { name: 'Arrears taken over', normalSide: 'credit' },
  connection_fees: { name: 'Connection fees', normalSide: 'credit' },
  penalties: { name: 'Penalties', normalSide: 'credit' },
  appliances_sold: { name: 'Appliances sold', normalSide: 'credit' },
} as const;

type DebtAccount = keyof typeof ACCOUNTS;

/** What a debt of that kind was made against. */
export const AGAINST: Readonly<Record<DebtKind, DebtAccount>> = {
  arrears: 'arrears_taken_over',
  connection: 'connection_fees',
  tamper: 'penalties',
  appliance: 'appliances_sold',
};

/** The account whose balance is what all customers owe. */
export const CUSTOMER_DEBTS: DebtAccount = 'customer_debts';

const findAccountStatement = loadStatement(
  new URL('../../sql/debt/find-account.sql', import.meta.url),
);

/** The account of that code, opened at its first use. */
export async function debtAccount(
  tx: Transaction,
  utility: Utility,
  code: DebtAccount,
): Promise<AccountId> {
  const { utilityId, ledgerId } = utility.book;
  const { rows } = await tx.query<{ readonly account_id: AccountId }>(findAccountStatement, [
    utilityId,
    ledgerId,
    code,
  ]);
  const [row] = rows;
  if (row !== undefined) return row.account_id;
  const accountId = derivedId('account', utilityId, ledgerId, code) as AccountId;
  await openAccount(tx, { utilityId, accountId, ledgerId, code, ...ACCOUNTS[code] });
  return accountId;
}
