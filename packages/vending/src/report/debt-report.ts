/** Debts over a span: what was owed, came new, was collected and written off; and by age now. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { replanned } from '../desk/replanned.ts';
import type { Utility } from '../utility/utility.ts';
import { partsOf } from './closed-days.ts';
import type { DaySpan } from './day-span.ts';
import { boundsOf } from './day-span.ts';

/** opening + new − collected − paid − written off = closing. */
export interface DebtMovement {
  readonly kind: string;
  readonly opening: MinorUnits;
  readonly new: MinorUnits;
  /** By purchases of electricity, less what was owed again when one was given back. */
  readonly collected: MinorUnits;
  /** At once, at the till, or by money given back for a purchase. */
  readonly paid: MinorUnits;
  readonly writtenOff: MinorUnits;
  readonly closing: MinorUnits;
}

/** From how many days since they were agreed the debts of each group are. */
export const DEBT_AGES_DAYS = [0, 31, 91, 181, 366] as const;

export interface DebtAge {
  readonly kind: string;
  readonly fromDays: number;
  readonly debts: number;
  readonly owed: MinorUnits;
}

export interface DebtReport {
  readonly movements: readonly DebtMovement[];
  /** Of what is owed now, whatever the span; vends under way are taken off already. */
  readonly ages: readonly DebtAge[];
}

interface MovementRow {
  readonly kind: string;
  readonly opening_minor: bigint;
  readonly new_minor: bigint;
  readonly collected_minor: bigint;
  readonly paid_minor: bigint;
  readonly written_off_minor: bigint;
  readonly closing_minor: bigint;
}

interface AgeRow {
  readonly kind: string;
  readonly from_days: number;
  readonly debts: bigint;
  readonly owed_minor: bigint;
}

const statement = (name: string) =>
  replanned(loadStatement(new URL(`../../sql/report/${name}`, import.meta.url)));
const debtsStatement = statement('debts.sql');
const debtsByAgeStatement = statement('debts-by-age.sql');

export async function debtReport(
  database: Pick<Database, 'query'>,
  utility: Utility,
  question: DaySpan & { readonly today: string },
): Promise<DebtReport> {
  const { utilityId, timeZone } = utility;
  const parts = await partsOf(database, utility, question);
  const bounds = await boundsOf(database, utility, question);
  const [movements, ages] = await Promise.all([
    database.query<MovementRow>(debtsStatement, [
      utilityId,
      bounds.from,
      bounds.to,
      question.from,
      parts.closedTo,
      timeZone,
      ...parts.live,
      question.to,
    ]),
    database.query<AgeRow>(debtsByAgeStatement, [utilityId, question.today]),
  ]);
  return {
    movements: movements.rows.map((row) => ({
      kind: row.kind,
      opening: minorUnits(row.opening_minor),
      new: minorUnits(row.new_minor),
      collected: minorUnits(row.collected_minor),
      paid: minorUnits(row.paid_minor),
      writtenOff: minorUnits(row.written_off_minor),
      closing: minorUnits(row.closing_minor),
    })),
    ages: ages.rows.map((row) => ({
      kind: row.kind,
      fromDays: row.from_days,
      debts: Number(row.debts),
      owed: minorUnits(row.owed_minor),
    })),
  };
}
