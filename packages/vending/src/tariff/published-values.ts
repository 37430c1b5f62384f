/** Prices that are published by the month, such as a pass-through of fuel or currency. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import { monthOfDate } from '@wattvend/tariff/calendar.js';
import type { PublishedValues } from '@wattvend/tariff/quote.js';

interface PublishedRow {
  readonly component_id: string;
  readonly month: number;
  readonly price_e4_minor: bigint;
}

const readPublishedStatement = loadStatement(
  new URL('../../sql/tariff/read-published-values.sql', import.meta.url),
);

/**
 * For each component the newest month up to that of the day, in the newest revision that was
 * approved by now. That is what a purchase of the day uses.
 */
export async function readPublishedValues(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  today: LocalDate,
  now: Instant,
): Promise<PublishedValues> {
  const month = monthOfDate(today);
  const { rows } = await tx.query<PublishedRow>(readPublishedStatement, [utilityId, month, now]);
  return Object.fromEntries(
    rows.map((row) => [row.component_id, { [row.month]: row.price_e4_minor }]),
  ) as PublishedValues;
}
