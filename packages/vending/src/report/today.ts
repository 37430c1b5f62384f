/** What was sold on a day, hour by hour, in the utility's time zone. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';

export interface SalesHour {
  /** 0 to 23 on the utility's clock; when the clocks go back one hour stands for two. */
  readonly hour: number;
  readonly vends: number;
  readonly tendered: MinorUnits;
  /** Tenths of a kWh; a sum may exceed what one token carries. */
  readonly energyTenthKwh: bigint;
  readonly tax: MinorUnits;
}

interface HourRow {
  readonly hour: number;
  readonly vends: bigint;
  readonly tendered_minor: bigint;
  readonly energy_tenth_kwh: bigint;
  readonly tax_minor: bigint;
}

const dayBoundsStatement = loadStatement(new URL('../../sql/day-bounds.sql', import.meta.url));
const salesByHourStatement = loadStatement(new URL('../../sql/sales-by-hour.sql', import.meta.url));

/** Hours in which something was sold. `date` is YYYY-MM-DD and must be a date. */
export async function salesOfDay(
  tx: Pick<Transaction, 'query'>,
  utility: Utility,
  day: { readonly date: string; readonly vendorId: VendorId | null },
): Promise<readonly SalesHour[]> {
  const bounds = await tx.query<{ readonly from_ms: bigint; readonly to_ms: bigint }>(
    dayBoundsStatement,
    [day.date, utility.timeZone],
  );
  const [span] = bounds.rows;
  if (span === undefined) throw new Error('the bounds of the day answered no row');
  const { rows } = await tx.query<HourRow>(salesByHourStatement, [
    utility.utilityId,
    span.from_ms,
    span.to_ms,
    utility.timeZone,
    day.vendorId,
    monthOf(instant(Number(span.from_ms))),
    monthOf(instant(Number(span.to_ms) - 1)),
  ]);
  return rows.map((row) => ({
    hour: row.hour,
    vends: Number(row.vends),
    tendered: minorUnits(row.tendered_minor),
    energyTenthKwh: row.energy_tenth_kwh,
    tax: minorUnits(row.tax_minor),
  }));
}
