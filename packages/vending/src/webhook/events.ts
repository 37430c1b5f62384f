/**
 * What happened, for whoever wants to be told. An event is written in the transaction of what it
 * tells of: it cannot be told of something that did not happen, and nothing happens untold.
 */
import type { Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';

/** All that can be asked for, by what it is about and what happened to it. */
export const EVENT_KINDS = [
  'vend.posted',
  'vend.declined',
  'deposit.posted',
  'token_order.ended',
  'refund.posted',
  'vend.repaired',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export interface WebhookEvent {
  readonly kind: EventKind;
  /** A UUID; a subject has one event of a kind. */
  readonly subjectId: string;
  /** Whose webhooks are told, beside the utility's own. */
  readonly vendorId: VendorId | null;
  readonly at: Instant;
  /**
   * What the receiver needs to go on: ids, numbers with their unit in the name. Never a token's
   * digits, a name or an address: who may see those asks for the subject.
   */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

const recordEventsStatement = loadStatement(
  new URL('../../sql/webhook/record-events.sql', import.meta.url),
);

/** One statement for all, sent at once. Costs next to nothing while nobody wants to be told. */
export function recordEvents(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  events: readonly WebhookEvent[],
): Promise<Rows<unknown>> {
  return tx.query(recordEventsStatement, [
    utilityId,
    events.map((event) => event.kind),
    events.map((event) => event.subjectId),
    events.map((event) => event.vendorId),
    events.map((event) => event.at),
    events.map((event) => JSON.stringify(event.data)),
  ]);
}
