/** How many items there are of each class and how old the open ones are. */
import { loadStatement, type Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { PaymentSourceId } from './payment-source.ts';
import type { ReconciliationClass } from './reconciliation-item.ts';

/** Up to an hour, a day, a week, and older, since the payment; or settled, however old. */
export type Age = 'hour' | 'day' | 'week' | 'older' | 'settled';

export interface SummaryCell {
  readonly class: ReconciliationClass;
  readonly age: Age;
  readonly items: number;
  /** In minor units; a sum may exceed 64 bits. */
  readonly money: bigint;
  readonly difference: bigint;
  /** Of them, how many were passed on as a wish. */
  readonly wishes: number;
}

export interface ReconciliationSummary {
  readonly cells: readonly SummaryCell[];
  /** Open items whose payment is more than a day old. The aim is zero. */
  readonly unexplainedAfterDay: number;
}

interface SummaryRow {
  readonly class: ReconciliationClass;
  readonly age: Age;
  readonly items: bigint;
  readonly money_minor: string;
  readonly difference_minor: string;
  readonly wishes: bigint;
}

const summariseStatement = loadStatement(
  new URL('../../sql/reconciliation/summarise.sql', import.meta.url),
);

/** Open items count whenever they happened, settled ones when they happened in the span. */
export async function summarise(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  asked: {
    readonly sourceId: PaymentSourceId | null;
    readonly now: Instant;
    readonly from: Instant;
    readonly to: Instant;
  },
): Promise<ReconciliationSummary> {
  const values = [utilityId, asked.sourceId, asked.now, asked.from, asked.to];
  const { rows } = await tx.query<SummaryRow>(summariseStatement, values);
  const cells = rows.map((row) => ({
    class: row.class,
    age: row.age,
    items: Number(row.items),
    money: BigInt(row.money_minor),
    difference: BigInt(row.difference_minor),
    wishes: Number(row.wishes),
  }));
  const late = cells.filter(({ age }) => age === 'week' || age === 'older');
  return { cells, unexplainedAfterDay: late.reduce((sum, { items }) => sum + items, 0) };
}
