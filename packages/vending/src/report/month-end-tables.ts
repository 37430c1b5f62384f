/** The month-end pack as tables: each is a file for a spreadsheet and a part of the printed pack. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { MonthEnd } from './month-end.ts';
import type { ReportTable } from './report-table.ts';
import { energyCell, figureColumn, moneyCell, moneyColumn, textColumn } from './report-table.ts';
import { componentsTable, debtAgeTable, debtTable, salesTable } from './report-tables.ts';

export const MONTH_END_TABLES = [
  'trial-balance',
  'sales-by-day',
  'sales-by-tariff',
  'sales-by-vendor',
  'sales-by-area',
  'sales-by-channel',
  'sales-by-payment-method',
  'components',
  'taxes-payable',
  'vendor-floats',
  'debts',
  'debts-by-age',
  'free-units',
  'tokens',
] as const;

export type MonthEndTable = (typeof MONTH_END_TABLES)[number];

/** In the order in which they are printed. */
export function monthEndTables(pack: MonthEnd): Readonly<Record<MonthEndTable, ReportTable>> {
  const { utility, sales } = pack;
  const by = (dimension: 'tariff' | 'vendor' | 'area' | 'channel' | 'payment_method') =>
    salesTable(utility, { by: dimension, per: 'span' }, sales[dimension]);
  const byDay = salesTable(utility, { by: 'all', per: 'day' }, pack.salesByDay);
  return {
    'trial-balance': trialBalanceTable(pack),
    'sales-by-day': { ...byDay, name: 'sales-by-day', title: 'Sales by day' },
    'sales-by-tariff': by('tariff'),
    'sales-by-vendor': by('vendor'),
    'sales-by-area': by('area'),
    'sales-by-channel': by('channel'),
    'sales-by-payment-method': by('payment_method'),
    components: componentsTable(utility, pack.components),
    'taxes-payable': taxesTable(pack),
    'vendor-floats': vendorsTable(pack),
    debts: debtTable(utility, pack.debts),
    'debts-by-age': debtAgeTable(utility, pack.debts.ages),
    'free-units': freeUnitsTable(pack),
    tokens: tokensTable(pack),
  };
}

function sumOf<Row>(rows: readonly Row[], of: (row: Row) => bigint): MinorUnits {
  return minorUnits(rows.reduce((sum, row) => sum + of(row), 0n));
}

function trialBalanceTable({ utility, accounts }: MonthEnd): ReportTable {
  const money = (value: bigint): string => moneyCell(utility, minorUnits(value));
  const debitOf = (value: bigint): bigint => (value > 0n ? value : 0n);
  const rows = accounts.map(({ code, name, opening, debit, credit, closing }) => ({
    ...{ code, name },
    figures: [opening, debit, credit, debitOf(closing), debitOf(-closing)],
  }));
  const titles = ['Opening', 'Debits', 'Credits', 'Debit balance', 'Credit balance'];
  const sums = titles.map((_, at) => sumOf(rows, ({ figures }) => figures[at] ?? 0n));
  return {
    name: 'trial-balance',
    title: 'Trial balance',
    columns: [
      ...[textColumn('Account'), textColumn('Name')],
      ...titles.map((title) => moneyColumn(utility, title)),
    ],
    rows: rows.map(({ code, name, figures }) => [code, name, ...figures.map(money)]),
    total: ['Total', '', ...sums.map(money)],
  };
}

function taxesTable({ utility, taxes }: MonthEnd): ReportTable {
  return {
    name: 'taxes-payable',
    title: 'Taxes payable',
    columns: [
      ...[textColumn('Account'), textColumn('Name')],
      moneyColumn(utility, 'Collected'),
      moneyColumn(utility, 'Payable at the end'),
    ],
    rows: taxes.map(({ account, name, collected, payable }) => [
      ...[account, name, moneyCell(utility, collected)],
      payable === null ? '' : moneyCell(utility, payable),
    ]),
    total: [
      ...[
        'Total',
        '',
        moneyCell(
          utility,
          sumOf(taxes, ({ collected }) => collected),
        ),
      ],
      moneyCell(
        utility,
        sumOf(taxes, ({ payable }) => payable ?? 0n),
      ),
    ],
  };
}

function vendorsTable({ utility, vendors }: MonthEnd): ReportTable {
  const titles = ['Opening', 'Credited', 'Debited', 'Closing', 'Commission'];
  const rows = vendors.map(({ vendor, opening, credited, debited, ...rest }) => ({
    vendor,
    figures: [opening, credited, debited, rest.closing, rest.commission],
  }));
  return {
    name: 'vendor-floats',
    title: "Vendors' floats",
    columns: [textColumn('Vendor'), ...titles.map((title) => moneyColumn(utility, title))],
    rows: rows.map(({ vendor, figures }) => [
      vendor,
      ...figures.map((each) => moneyCell(utility, each)),
    ]),
    total: [
      'Total',
      ...titles.map((_, at) =>
        moneyCell(
          utility,
          sumOf(rows, ({ figures }) => figures[at] ?? 0n),
        ),
      ),
    ],
  };
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  sale: 'Given with sales',
  free_units: 'Claimed by themselves',
  free_issue: 'Ordered for a customer',
  transfer: 'Transferred from another meter',
  engineering: 'By engineering orders',
};

function freeUnitsTable({ sales }: MonthEnd): ReportTable {
  const { rows } = sales.kind;
  return {
    name: 'free-units',
    title: 'Units not paid for',
    columns: [textColumn('How'), figureColumn('Vends'), figureColumn('Energy (kWh)')],
    rows: rows.map((row) => [
      ...[KIND_NAMES[row.key] ?? row.key, String(row.vends), energyCell(row.freeTenthKwh)],
    ]),
    total: ['Total', '', energyCell(rows.reduce((sum, row) => sum + row.freeTenthKwh, 0n))],
  };
}

/** The month's tokens by kind, and what the security module says it has made in all its life. */
function tokensTable({ sales, tokens }: MonthEnd): ReportTable {
  const issued = tokens.moduleIssued === null ? 'no answer' : String(tokens.moduleIssued);
  return {
    name: 'tokens',
    title: 'Tokens',
    columns: [textColumn('What'), figureColumn('Tokens')],
    rows: [
      ...sales.kind.rows.map((row) => [`This month, ${row.key}`, String(row.tokens)]),
      ['In all, as stored', String(tokens.tokensIssued)],
      ['In all, as the security module counts', issued],
      ['Ledger, tokens and security module agree', tokens.agree ? 'yes' : 'NO'],
    ],
    total: null,
  };
}
