/** The utility's ledger accounts that vendors' money moves through, by their codes in the chart. */
import type { Transaction } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import { findAccounts, openMissingAccounts } from '@wattvend/ledger/account.js';
import { CHART } from '@wattvend/ledger/chart.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';

export type DepositAccount =
  | 'bank'
  | 'cash_in_transit'
  | 'mobile_money_clearing'
  | 'agent_clearing';

/** Where a deposit may have come in. */
export const DEPOSIT_ACCOUNTS: readonly DepositAccount[] = [
  'bank',
  'cash_in_transit',
  'mobile_money_clearing',
  'agent_clearing',
];

type VendorMoneyAccount =
  | DepositAccount
  | 'commission_expense'
  | 'commission_payable'
  | 'customer_credit'
  | 'customer_debts'
  | 'cash_over_short';

/** The account of that code, opened when a utility that was set up long ago has none yet. */
export async function accountOf(
  tx: Transaction,
  { book }: Utility,
  code: VendorMoneyAccount,
): Promise<AccountId> {
  const found = (await findAccounts(tx, book, [code])).get(code);
  if (found !== undefined) return found.accountId;
  const line = CHART.find((each) => each.code === code);
  if (line === undefined) throw new Error(`the chart has no account ${code}`);
  const { utilityId, ledgerId } = book;
  const accountId = derivedId('account', utilityId, ledgerId, code) as AccountId;
  await openMissingAccounts(tx, book, [{ ...line, accountId }]);
  // Another one may have opened it meanwhile, under an id of its own.
  const opened = (await findAccounts(tx, book, [code])).get(code);
  if (opened === undefined) throw new Error(`account ${code} was opened and is not there`);
  return opened.accountId;
}
