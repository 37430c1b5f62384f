/** The utility's ledger accounts that vendors' money moves through, by their codes. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId } from '@wattvend/ledger/account.js';
import { openAccount } from '@wattvend/ledger/account.js';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';

const ACCOUNTS = {
  bank: { name: 'Bank', normalSide: 'debit' },
  cash_in_transit: { name: 'Cash in transit', normalSide: 'debit' },
  mobile_money_clearing: { name: 'Mobile money clearing', normalSide: 'debit' },
  agent_clearing: { name: 'Agent clearing', normalSide: 'debit' },
  commission_expense: { name: 'Commission', normalSide: 'debit' },
  commission_payable: { name: 'Commission owed', normalSide: 'credit' },
  cash_over_short: { name: 'Cash over and short', normalSide: 'debit' },
} as const;

type VendorMoneyAccount = keyof typeof ACCOUNTS;

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

const findAccountStatement = loadStatement(
  new URL('../../sql/vendor/find-account.sql', import.meta.url),
);

/** The account of that code, opened when a utility set up long ago has none yet. */
export async function accountOf(
  tx: Transaction,
  utility: Utility,
  code: VendorMoneyAccount,
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
