/** Sales of a span of days by one dimension, from what was added up and, for today, from the vends. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { replanned } from '../desk/replanned.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import { partsOf } from './closed-days.ts';
import type { DaySpan } from './day-span.ts';

export const SALES_DIMENSIONS = [
  'all',
  'hour',
  'tariff',
  'vendor',
  'operator',
  'area',
  'channel',
  'payment_method',
  'kind',
] as const;

export type SalesDimension = (typeof SALES_DIMENSIONS)[number];

export const SALES_PERIODS = ['span', 'day', 'month', 'weekday'] as const;

export type SalesPeriod = (typeof SALES_PERIODS)[number];

export interface SalesQuestion extends DaySpan {
  readonly by: SalesDimension;
  readonly per: SalesPeriod;
  /** Null for all. */
  readonly vendorId: VendorId | null;
}

/** What sales come to. Sums of energy may exceed what one token carries. */
export interface SalesSums {
  readonly vends: number;
  readonly tokens: number;
  readonly tendered: MinorUnits;
  readonly energyTenthKwh: bigint;
  readonly freeTenthKwh: bigint;
  /** What the money was for; together it is what was tendered. */
  readonly forEnergy: MinorUnits;
  readonly forCharges: MinorUnits;
  readonly forTax: MinorUnits;
  readonly forDebts: MinorUnits;
}

export interface SalesRow extends SalesSums {
  /** A day, a month as 2026-11, a weekday from 1 (Monday) to 7, or empty for the span. */
  readonly period: string;
  /** Of the dimension: an id, a name, an hour from 00 to 23; empty where there is none. */
  readonly key: string;
  readonly name: string | null;
}

export interface SalesReport {
  readonly rows: readonly SalesRow[];
  readonly total: SalesSums;
  /** From this day on the vends themselves were read, so it may grow; null when all is closed. */
  readonly liveFromDay: string | null;
}

interface SumsRow {
  readonly period: string;
  readonly key: string;
  readonly name: string | null;
  readonly vends: bigint;
  readonly tokens: bigint;
  readonly tendered_minor: bigint;
  readonly energy_tenth_kwh: bigint;
  readonly free_tenth_kwh: bigint;
  readonly energy_minor: bigint;
  readonly charges_minor: bigint;
  readonly tax_minor: bigint;
  readonly debt_minor: bigint;
}

const salesStatement = replanned(
  loadStatement(new URL('../../sql/report/sales.sql', import.meta.url)),
);

export async function salesReport(
  database: Pick<Database, 'query'>,
  utility: Utility,
  question: SalesQuestion,
): Promise<SalesReport> {
  const parts = await partsOf(database, utility, question);
  const { rows } = await database.query<SumsRow>(salesStatement, [
    utility.utilityId,
    question.vendorId ?? utility.utilityId,
    question.by,
    question.from,
    question.to,
    question.per,
    parts.closedTo,
    utility.timeZone,
    ...parts.live,
  ]);
  const found = rows.map(salesRow);
  return { rows: found, total: totalOf(found), liveFromDay: parts.liveFromDay };
}

function salesRow(row: SumsRow): SalesRow {
  return {
    period: row.period,
    key: row.key,
    name: row.name === '' ? null : row.name,
    vends: Number(row.vends),
    tokens: Number(row.tokens),
    tendered: minorUnits(row.tendered_minor),
    energyTenthKwh: row.energy_tenth_kwh,
    freeTenthKwh: row.free_tenth_kwh,
    forEnergy: minorUnits(row.energy_minor),
    forCharges: minorUnits(row.charges_minor),
    forTax: minorUnits(row.tax_minor),
    forDebts: minorUnits(row.debt_minor),
  };
}

export function totalOf(rows: readonly SalesSums[]): SalesSums {
  const count = (of: (row: SalesSums) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0);
  const sum = (of: (row: SalesSums) => bigint): bigint =>
    rows.reduce((sum, row) => sum + of(row), 0n);
  return {
    vends: count((row) => row.vends),
    tokens: count((row) => row.tokens),
    tendered: minorUnits(sum((row) => row.tendered)),
    energyTenthKwh: sum((row) => row.energyTenthKwh),
    freeTenthKwh: sum((row) => row.freeTenthKwh),
    forEnergy: minorUnits(sum((row) => row.forEnergy)),
    forCharges: minorUnits(sum((row) => row.forCharges)),
    forTax: minorUnits(sum((row) => row.forTax)),
    forDebts: minorUnits(sum((row) => row.forDebts)),
  };
}
