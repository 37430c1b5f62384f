/** Reports as tables of text, from which files for spreadsheets and printed pages are made. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { formatMinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { BYTE_ORDER_MARK, writeCsv } from '../csv/csv-text.ts';

/** What stands in a column; figures stand to the right, and their unit is in the title. */
export interface ReportColumn {
  readonly title: string;
  readonly kind: 'text' | 'figure';
}

export interface ReportTable {
  /** As a file is called: small letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  /** What the figures come to; null where a sum says nothing. */
  readonly total: readonly string[] | null;
}

export interface ReportMoney {
  readonly currencyCode: string;
  readonly decimalPlaces: number;
}

export function textColumn(title: string): ReportColumn {
  return { title, kind: 'text' };
}

export function figureColumn(title: string): ReportColumn {
  return { title, kind: 'figure' };
}

export function moneyColumn({ currencyCode }: ReportMoney, title: string): ReportColumn {
  return figureColumn(`${title} (${currencyCode})`);
}

export function moneyCell({ decimalPlaces }: ReportMoney, money: MinorUnits): string {
  return formatMinorUnits(money, decimalPlaces);
}

/** Tenths of a kWh as kWh: 256 is "25.6". */
export function energyCell(tenthKwh: bigint): string {
  return formatMinorUnits(minorUnits(tenthKwh), 1);
}

/** The file: the names of the columns, the rows, and the total where there is one. */
export function tableCsv({ columns, rows, total }: ReportTable): string {
  const all = [columns.map(({ title }) => title), ...rows, ...(total === null ? [] : [total])];
  return BYTE_ORDER_MARK + writeCsv(all, (at) => columns[at]?.kind === 'figure');
}
