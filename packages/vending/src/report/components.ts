/** Money and units by the components of the tariffs: energy, each tax and levy, charges, debts. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { QuoteLine } from '@wattvend/tariff/quote.js';
import { replanned } from '../desk/replanned.ts';
import type { Utility } from '../utility/utility.ts';
import { kindOfLetter } from '../vend/stored-lines.ts';
import type { VendorId } from '../vend/vend.ts';
import { partsOf } from './closed-days.ts';
import type { DaySpan } from './day-span.ts';

export interface ComponentRow {
  readonly kind: QuoteLine['kind'];
  /** The tariff component's id; for a debt the debt's kind. */
  readonly component: string;
  /** As the newest version of the tariff calls it; null for a debt. */
  readonly name: string | null;
  /** The ledger account it goes to, by its code; null for free units. */
  readonly account: string | null;
  /** Null for a debt, which is no part of a tariff. */
  readonly tariff: { readonly tariffId: string; readonly name: string } | null;
  readonly lines: number;
  readonly money: MinorUnits;
  /** What it was counted on; none for money alone. */
  readonly energyTenthKwh: bigint;
}

interface Row {
  readonly letter: string;
  readonly component: string;
  readonly tariff_id: string;
  readonly tariff_name: string | null;
  readonly name: string | null;
  readonly account: string | null;
  readonly lines: bigint;
  readonly money_minor: bigint;
  readonly energy_tenth_kwh: bigint;
}

const componentsStatement = replanned(
  loadStatement(new URL('../../sql/report/components.sql', import.meta.url)),
);

export async function componentsReport(
  database: Pick<Database, 'query'>,
  utility: Utility,
  question: DaySpan & { readonly vendorId: VendorId | null },
): Promise<readonly ComponentRow[]> {
  const parts = await partsOf(database, utility, question);
  const { rows } = await database.query<Row>(componentsStatement, [
    utility.utilityId,
    question.vendorId ?? utility.utilityId,
    question.from,
    question.to,
    parts.closedTo,
    utility.timeZone,
    ...parts.live,
  ]);
  return rows.map((row) => ({
    kind: kindOfLetter(row.letter),
    component: row.component,
    name: row.name,
    account: row.account,
    tariff: row.tariff_name === null ? null : { tariffId: row.tariff_id, name: row.tariff_name },
    lines: Number(row.lines),
    money: minorUnits(row.money_minor),
    energyTenthKwh: row.energy_tenth_kwh,
  }));
}
