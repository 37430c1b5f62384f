/** Each report as a table. */
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Utility } from '../utility/utility.ts';
import type { ComponentRow } from './components.ts';
import type { DebtAge, DebtReport } from './debt-report.ts';
import { DEBT_AGES_DAYS } from './debt-report.ts';
import type { ReportTable } from './report-table.ts';
import { energyCell, figureColumn, moneyCell, moneyColumn, textColumn } from './report-table.ts';
import type { SalesDimension, SalesPeriod, SalesReport, SalesSums } from './sales.ts';
import type { ZeroBuyer } from './zero-buyers.ts';

export const DIMENSION_NAMES: Readonly<Record<SalesDimension, string>> = {
  all: 'All',
  hour: 'Hour',
  tariff: 'Tariff',
  vendor: 'Vendor',
  operator: 'Operator',
  area: 'Area',
  channel: 'Channel',
  payment_method: 'Payment method',
  kind: 'Kind',
};

const PERIOD_NAMES: Readonly<Record<SalesPeriod, string>> = {
  span: '',
  day: 'Day',
  month: 'Month',
  weekday: 'Weekday (1 is Monday)',
};

export function salesTable(
  utility: Utility,
  asked: { readonly by: SalesDimension; readonly per: SalesPeriod },
  { rows, total }: SalesReport,
): ReportTable {
  const { by, per } = asked;
  const [hasPeriod, hasKey] = [per !== 'span', by !== 'all'];
  const titles = ['Tendered', 'For energy', 'For charges', 'For taxes', 'For debts'];
  const lead = (period: string, key: string): readonly string[] => [
    ...(hasPeriod ? [period] : []),
    ...(hasKey ? [key] : []),
  ];
  return {
    name: `sales-by-${by.replaceAll('_', '-')}`,
    title: hasKey ? `Sales by ${DIMENSION_NAMES[by].toLowerCase()}` : 'Sales',
    columns: [
      ...lead(PERIOD_NAMES[per], DIMENSION_NAMES[by]).map(textColumn),
      figureColumn('Sales'),
      figureColumn('Tokens'),
      figureColumn('Energy (kWh)'),
      figureColumn('Free (kWh)'),
      ...titles.map((title) => moneyColumn(utility, title)),
    ],
    rows: rows.map((row) => [
      ...lead(row.period, row.name ?? (row.key === '' ? 'none' : row.key)),
      ...sumsCells(utility, row),
    ]),
    total: hasPeriod || hasKey ? [...totalLead(lead('', '')), ...sumsCells(utility, total)] : null,
  };
}

function totalLead(lead: readonly string[]): readonly string[] {
  return lead.map((_, at) => (at === 0 ? 'Total' : ''));
}

function sumsCells(utility: Utility, sums: SalesSums): readonly string[] {
  const { tendered, forEnergy, forCharges, forTax, forDebts } = sums;
  return [
    ...[String(sums.vends), String(sums.tokens)],
    ...[energyCell(sums.energyTenthKwh), energyCell(sums.freeTenthKwh)],
    ...[tendered, forEnergy, forCharges, forTax, forDebts].map((money) =>
      moneyCell(utility, money),
    ),
  ];
}

export function componentsTable(
  utility: Utility,
  components: readonly ComponentRow[],
): ReportTable {
  const sum = minorUnits(components.reduce((all, { money }) => all + money, 0n));
  return {
    name: 'components',
    title: 'What the money was for',
    columns: [
      ...['Kind', 'Component', 'Name', 'Tariff', 'Account'].map(textColumn),
      ...[figureColumn('Lines'), figureColumn('Energy (kWh)'), moneyColumn(utility, 'Money')],
    ],
    rows: components.map((row) => [
      ...[row.kind, row.component, row.name ?? '', row.tariff?.name ?? '', row.account ?? ''],
      ...[String(row.lines), energyCell(row.energyTenthKwh), moneyCell(utility, row.money)],
    ]),
    total: ['Total', '', '', '', '', '', '', moneyCell(utility, sum)],
  };
}

export function debtTable(utility: Utility, { movements }: DebtReport): ReportTable {
  const titles = ['Opening', 'New', 'Collected', 'Paid', 'Written off', 'Closing'];
  const figures = movements.map(({ kind, opening, collected, closing, ...rest }) => ({
    kind,
    money: [opening, rest.new, collected, rest.paid, rest.writtenOff, closing],
  }));
  const sums = titles.map((_, at) =>
    minorUnits(figures.reduce((sum, { money }) => sum + (money[at] ?? 0n), 0n)),
  );
  return {
    name: 'debts',
    title: 'Debts',
    columns: [textColumn('Kind'), ...titles.map((title) => moneyColumn(utility, title))],
    rows: figures.map(({ kind, money }) => [
      kind,
      ...money.map((each) => moneyCell(utility, each)),
    ]),
    total: ['Total', ...sums.map((each) => moneyCell(utility, each))],
  };
}

/** "0 to 30 days", "more than 365 days". */
export function ageName(fromDays: number): string {
  const next = DEBT_AGES_DAYS.find((days) => days > fromDays);
  return next === undefined ? `more than ${fromDays - 1} days` : `${fromDays} to ${next - 1} days`;
}

export function debtAgeTable(utility: Utility, ages: readonly DebtAge[]): ReportTable {
  const sum = minorUnits(ages.reduce((all, { owed }) => all + owed, 0n));
  const debts = ages.reduce((all, age) => all + age.debts, 0);
  return {
    name: 'debts-by-age',
    title: 'Debts by age, as printed',
    columns: [
      ...[textColumn('Kind'), textColumn('Age'), figureColumn('Debts')],
      moneyColumn(utility, 'Owed'),
    ],
    rows: ages.map((age) => [
      ...[age.kind, ageName(age.fromDays), String(age.debts), moneyCell(utility, age.owed)],
    ]),
    total: ['Total', '', String(debts), moneyCell(utility, sum)],
  };
}

export function zeroBuyersTable(
  zeroBuyers: readonly ZeroBuyer[],
  dateOf: (at: ZeroBuyer['idleFrom']) => string,
): ReportTable {
  const titles = [
    ...['Account', 'Meter', 'Customer', 'Phone', 'Address', 'Area', 'Tariff'],
    ...['Last purchase', 'Nothing bought since'],
  ];
  return {
    name: 'zero-buyers',
    title: 'Zero buyers',
    columns: titles.map(textColumn),
    rows: zeroBuyers.map((each) => [
      ...[each.accountNumber, each.meterNumber, each.customerName ?? '', each.phone ?? ''],
      ...[each.address, each.area, each.tariffName ?? ''],
      each.lastPurchaseAt === null ? '' : dateOf(each.lastPurchaseAt),
      dateOf(each.idleFrom),
    ]),
    total: null,
  };
}
