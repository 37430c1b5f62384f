/** What became of a webhook's messages, and sending them again. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { EventKind } from './events.ts';
import type { WebhookId } from './webhook-secret.ts';

export interface Delivery {
  readonly kind: EventKind;
  readonly subjectId: string;
  readonly occurredAt: Instant;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly lastAttemptAt: Instant | null;
  /** The HTTP status of the last answer, if there was one. */
  readonly lastStatus: number | null;
  readonly lastFault: string | null;
  readonly deliveredAt: Instant | null;
}

interface DeliveryRow {
  readonly kind: EventKind;
  readonly subject_id: string;
  readonly occurred_at_ms: bigint;
  readonly state: Delivery['state'];
  readonly attempts: number;
  readonly next_attempt_at_ms: bigint;
  readonly last_attempt_at_ms: bigint | null;
  readonly last_status: number | null;
  readonly last_fault: string | null;
  readonly delivered_at_ms: bigint | null;
}

const listDeliveriesStatement = loadStatement(
  new URL('../../sql/webhook/list-deliveries.sql', import.meta.url),
);
const replayStatement = loadStatement(new URL('../../sql/webhook/replay.sql', import.meta.url));

/** The name of a message, the same whenever it is sent again: receivers tell repeats by it. */
export function messageIdOf(event: Pick<Delivery, 'kind' | 'subjectId'>): string {
  return `${event.kind}_${event.subjectId}`;
}

/** Messages of one webhook, newest first, a page at a time. */
export async function listDeliveries(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly webhookId: WebhookId;
    readonly state: Delivery['state'] | null;
    readonly before: { readonly occurredAt: Instant; readonly subjectId: string };
    readonly limit: number;
  },
): Promise<readonly Delivery[]> {
  const { rows } = await tx.query<DeliveryRow>(listDeliveriesStatement, [
    utilityId,
    page.webhookId,
    page.state,
    page.before.occurredAt,
    page.before.subjectId,
    page.limit,
  ]);
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    occurredAt: instant(Number(row.occurred_at_ms)),
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: instant(Number(row.next_attempt_at_ms)),
    lastAttemptAt: instantOrNull(row.last_attempt_at_ms),
    lastStatus: row.last_status,
    lastFault: row.last_fault,
    deliveredAt: instantOrNull(row.delivered_at_ms),
  }));
}

/** Sends again what occurred from `from` to before `to`; answers how many messages that are. */
export async function replayDeliveries(
  database: Database,
  utilityId: UtilityId,
  replay: {
    readonly webhookId: WebhookId;
    readonly from: Instant;
    readonly to: Instant;
    readonly onlyFailed: boolean;
  },
  now: Instant,
): Promise<number> {
  const { webhookId, from, to, onlyFailed } = replay;
  const { rowCount } = await database.transaction((tx) =>
    tx.query(replayStatement, [utilityId, webhookId, from, to, onlyFailed, now]),
  );
  return rowCount;
}

function instantOrNull(ms: bigint | null): Instant | null {
  return ms === null ? null : instant(Number(ms));
}
