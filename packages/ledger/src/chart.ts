/**
 * The chart of accounts of a prepayment utility. Codes are what the rest of the program and a
 * tariff's record name accounts by; they never change. One account for each vendor, tax or levy
 * comes beside these, with a code such as "vendor_float:<vendor>" and the group named here.
 */
import type { Transaction } from '@wattvend/database/database.js';
import type { Account, AccountId, Book } from './account.ts';
import { findAccounts, openAccount, openMissingAccounts } from './account.ts';

type ChartLine = Omit<Account, 'accountId'>;

type AccountGroup = 'vendor_float' | 'taxes_payable' | 'levies_payable' | 'clearing' | 'exchange';

/** The groups that accounts are summed under, by their names. */
export const ACCOUNT_GROUPS: Readonly<Record<AccountGroup, string>> = {
  vendor_float: 'Floats of vendors',
  taxes_payable: 'Taxes payable',
  levies_payable: 'Levies payable',
  clearing: 'Payments on their way',
  exchange: 'Exchange of currencies',
};

function line(
  code: string,
  name: string,
  kind: Account['kind'],
  normalSide: Account['normalSide'],
  group: AccountGroup | null = null,
): ChartLine {
  return { code, name, kind, normalSide, group };
}

export const CHART: readonly ChartLine[] = [
  // What the utility has.
  line('bank', 'Bank', 'asset', 'debit'),
  line('mobile_money_clearing', 'Mobile money on its way', 'asset', 'debit', 'clearing'),
  line('card_clearing', 'Card payments on their way', 'asset', 'debit', 'clearing'),
  line('agent_clearing', 'Agents’ collections on their way', 'asset', 'debit', 'clearing'),
  line('cash_in_transit', 'Cash on its way to the bank', 'asset', 'debit', 'clearing'),
  line('customer_debts', 'Debts of customers', 'asset', 'debit'),
  line('subsidy_receivable', 'Subsidy receivable', 'asset', 'debit'),
  // What it owes.
  line(
    'customer_credit',
    'Owed to customers: rounding carried, refunds due',
    'liability',
    'credit',
  ),
  line('vat_payable', 'VAT payable', 'liability', 'credit', 'taxes_payable'),
  line('taxes_payable', 'Other taxes payable', 'liability', 'credit', 'taxes_payable'),
  line('levies_payable', 'Levies payable', 'liability', 'credit', 'levies_payable'),
  line('commission_payable', 'Commission payable', 'liability', 'credit'),
  line('suspense', 'Suspense: money nobody has claimed yet', 'liability', 'credit'),
  // What it earns.
  line('energy_sales', 'Energy sales', 'income', 'credit'),
  line('fixed_charges', 'Fixed charges', 'income', 'credit'),
  line('connection_fees', 'Connection fees', 'income', 'credit'),
  line('convenience_fees', 'Convenience fees', 'income', 'credit'),
  line('penalties', 'Penalties', 'income', 'credit'),
  line('subsidies', 'Subsidies', 'income', 'credit'),
  // Taken off what it earns, so an income that stands on the debit side.
  line('refunds', 'Refunds', 'income', 'debit'),
  // What it spends.
  line('commission_expense', 'Commission', 'expense', 'debit'),
  line('free_units_expense', 'Free units', 'expense', 'debit'),
  line('debt_write_off', 'Debts written off', 'expense', 'debit'),
  line('bank_charges', 'Bank charges', 'expense', 'debit'),
  line('cash_over_short', 'Cash over and short', 'expense', 'debit'),
  // What was there before these books began.
  line('opening_balances', 'Opening balances', 'equity', 'credit'),
];

/** Opens accounts of the chart under ids of the caller's, by code; the others can follow later. */
export async function openChart(
  tx: Transaction,
  book: Book,
  ids: Readonly<Record<string, AccountId>>,
): Promise<void> {
  for (const [code, accountId] of Object.entries(ids)) {
    const known = CHART.find((each) => each.code === code);
    if (known === undefined) throw new RangeError(`the chart has no account ${code}`);
    await openAccount(tx, { ...book, ...known, accountId });
  }
}

/**
 * Opens the accounts of the chart that a ledger lacks; those it has keep their ids and names.
 * Answers how many were opened. May be called again, also by two servers at once.
 */
export async function ensureChart(
  tx: Transaction,
  book: Book,
  newId: () => AccountId,
): Promise<number> {
  const known = await findAccounts(
    tx,
    book,
    CHART.map(({ code }) => code),
  );
  const missing = CHART.filter(({ code }) => !known.has(code));
  if (missing.length === 0) return 0;
  const accounts = missing.map((each) => ({ ...each, accountId: newId() }));
  return await openMissingAccounts(tx, book, accounts);
}
