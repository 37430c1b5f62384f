/** The month-end pack: what an accountant, a regulator and a tax office ask for, at one moment. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { SecurityModule } from '@wattvend/security-module/security-module.js';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { listVendors } from '../vendor/vendors.ts';
import type { Agreement } from './agreement.ts';
import { checkAgreement } from './agreement.ts';
import type { ComponentRow } from './components.ts';
import { componentsReport } from './components.ts';
import type { DaySpan } from './day-span.ts';
import { boundsOf, spanOfMonth } from './day-span.ts';
import type { DebtReport } from './debt-report.ts';
import { debtReport } from './debt-report.ts';
import type { AccountMovement } from './ledger-figures.ts';
import { accountMovements } from './ledger-figures.ts';
import type { SalesDimension, SalesReport } from './sales.ts';
import { salesReport } from './sales.ts';

export interface VendorBalance {
  readonly vendor: string;
  /** Of the float: what is left to sell on. */
  readonly opening: MinorUnits;
  /** Deposits, and what was given back. */
  readonly credited: MinorUnits;
  /** Sales, and what was taken back. */
  readonly debited: MinorUnits;
  readonly closing: MinorUnits;
  /** Of the days of the month that the vendor has ended; paid or not. */
  readonly commission: MinorUnits;
}

export interface TaxPayable {
  readonly account: string;
  readonly name: string;
  /** By the lines of the month's sales. */
  readonly collected: MinorUnits;
  /** What the ledger owes at the month's end; null when the account is not there. */
  readonly payable: MinorUnits | null;
}

type MonthEndDimension = Exclude<SalesDimension, 'hour' | 'operator'>;

const MONTH_END_SALES: readonly MonthEndDimension[] = [
  'all',
  'tariff',
  'vendor',
  'area',
  'channel',
  'payment_method',
  'kind',
];

export interface MonthEnd {
  /** 2026-11. */
  readonly month: string;
  readonly span: DaySpan;
  readonly printedAt: Instant;
  readonly utility: Utility;
  readonly accounts: readonly AccountMovement[];
  readonly sales: Readonly<Record<MonthEndDimension, SalesReport>>;
  readonly salesByDay: SalesReport;
  readonly components: readonly ComponentRow[];
  readonly taxes: readonly TaxPayable[];
  readonly vendors: readonly VendorBalance[];
  readonly debts: DebtReport;
  readonly tokens: Agreement;
}

const vendorCommissionsStatement = loadStatement(
  new URL('../../sql/report/vendor-commissions.sql', import.meta.url),
);

/** `month` is 2026-11. `today` is the utility's date at `printedAt`. */
export async function monthEnd(
  { database, module }: { readonly database: Database; readonly module: SecurityModule },
  utility: Utility,
  order: { readonly month: string; readonly printedAt: Instant; readonly today: string },
): Promise<MonthEnd> {
  const { month, printedAt, today } = order;
  const span = spanOfMonth(month);
  const bounds = await boundsOf(database, utility, span);
  const asked = { ...span, vendorId: null };
  const accounts = await accountMovements(database, utility, bounds);
  const sales: [SalesDimension, SalesReport][] = [];
  for (const by of MONTH_END_SALES) {
    sales.push([by, await salesReport(database, utility, { ...asked, by, per: 'span' })]);
  }
  const components = await componentsReport(database, utility, asked);
  return {
    ...{ month, span, printedAt, utility, accounts, components },
    sales: Object.fromEntries(sales) as MonthEnd['sales'],
    salesByDay: await salesReport(database, utility, { ...asked, by: 'all', per: 'day' }),
    taxes: taxesOf(components, accounts),
    vendors: await vendorBalances(database, utility, span, accounts),
    debts: await debtReport(database, utility, { ...span, today }),
    tokens: await checkAgreement(database, module, utility.utilityId),
  };
}

function taxesOf(
  components: readonly ComponentRow[],
  accounts: readonly AccountMovement[],
): readonly TaxPayable[] {
  const collected = new Map<string, bigint>();
  for (const { kind, account, money } of components) {
    if (kind !== 'rate' || account === null) continue;
    collected.set(account, (collected.get(account) ?? 0n) + money);
  }
  return [...collected]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, money]) => {
      const found = accounts.find((account) => account.code === code);
      return {
        account: code,
        name: found?.name ?? code,
        collected: minorUnits(money),
        payable: found === undefined ? null : minorUnits(-found.closing),
      };
    });
}

/** The utility owes a vendor the float, so its account's balances are credits. */
async function vendorBalances(
  database: Database,
  utility: Utility,
  span: DaySpan,
  accounts: readonly AccountMovement[],
): Promise<readonly VendorBalance[]> {
  const { rows } = await database.query<{
    readonly vendor_id: VendorId;
    readonly commission_minor: bigint;
  }>(vendorCommissionsStatement, [utility.utilityId, span.from, span.to]);
  const commissions = new Map(rows.map((row) => [row.vendor_id, row.commission_minor]));
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const vendors = await listVendors(database, utility.utilityId, null);
  return vendors.flatMap(({ vendorId, name, floatAccountId }) => {
    const account = byId.get(floatAccountId);
    if (account === undefined) return [];
    return [
      {
        vendor: name,
        opening: minorUnits(-account.opening),
        credited: account.credit,
        debited: account.debit,
        closing: minorUnits(-account.closing),
        commission: minorUnits(commissions.get(vendorId) ?? 0n),
      },
    ];
  });
}
