/** What became of a meter: one time line of its places, keys and whatever people did with it. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { MeterId } from '../vend/vend.ts';

/** `installed`, `removed`, `key_epoch_1` and so on, or the kind of a meter_note. */
export interface MeterEvent {
  /** 0 for keys from before their time was recorded. */
  readonly at: Instant;
  readonly kind: string;
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface MeterVends {
  readonly posted: number;
  readonly lastPostedAt: Instant | null;
}

/** Where a page ended. */
export interface MeterEventCursor {
  readonly at: number;
  readonly kind: string;
}

export const EVENTS_FROM_THE_NEWEST: MeterEventCursor = { at: Number.MAX_SAFE_INTEGER, kind: '' };

interface EventRow {
  readonly happened_at_ms: bigint;
  readonly kind: string;
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const historyStatement = loadStatement(
  new URL('../../sql/meter/meter-history.sql', import.meta.url),
);
const countStatement = loadStatement(
  new URL('../../sql/meter/count-vends-of-meter.sql', import.meta.url),
);

/** The newest first, a page at a time. */
export async function listMeterEvents(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  meterId: MeterId,
  page: { readonly before: MeterEventCursor; readonly limit: number },
): Promise<readonly MeterEvent[]> {
  const { at, kind } = page.before;
  const values = [utilityId, meterId, at, kind, page.limit];
  const { rows } = await tx.query<EventRow>(historyStatement, values);
  return rows.map((row) => ({
    at: instant(Number(row.happened_at_ms)),
    kind: row.kind,
    by: row.by,
    details: row.details,
  }));
}

/** How many vends it has had and when the last one was asked for. */
export async function countVendsOfMeter(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  meterId: MeterId,
): Promise<MeterVends> {
  const { rows } = await tx.query<{
    readonly posted: bigint;
    readonly last_posted_at_ms: bigint | null;
  }>(countStatement, [utilityId, meterId]);
  const last = rows[0]?.last_posted_at_ms ?? null;
  return {
    posted: Number(rows[0]?.posted ?? 0n),
    lastPostedAt: last === null ? null : instant(Number(last)),
  };
}
