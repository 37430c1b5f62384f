/**
 * Sends what is due: at least once, with growing pauses, and never so that one receiver that hangs
 * keeps others waiting. A message that was taken and not answered for (the server was killed) is
 * taken again when its lease is over.
 */
import type { KeyObject } from 'node:crypto';
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { messageIdOf } from './deliveries.ts';
import type { EventKind } from './events.ts';
import { signatureHeaders, type WebhookId, webhookSecret } from './webhook-secret.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The pause after each attempt that failed; after the last there is none. About four days. */
export const RETRY_PAUSES_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  48 * HOUR_MS,
];

/** How long both secrets sign after a new one was made. */
export const ROTATION_MS: number = 24 * HOUR_MS;

// A sender gives up before its lease is over, or a message would be under way twice.
const LEASE_MS = MINUTE_MS;
const MESSAGES_OF_ONE_WEBHOOK = 8;

export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type SendAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  /** `fault` is a sentence for whoever looks into it; never the body of an answer. */
  | { readonly kind: 'fault'; readonly fault: string };

export interface WebhookDeskOptions {
  readonly database: Database;
  readonly utilityId: UtilityId;
  readonly clock: () => Instant;
  /** 32 octets that only the server knows. */
  readonly secretKey: KeyObject;
  /** Sends one message and never throws; gives up within 30 s. */
  readonly send: (message: WebhookMessage) => Promise<SendAnswer>;
}

export interface WebhookDesk {
  /** One round: takes what is due, sends it, and records the answers. Answers how many were sent. */
  deliverDue(): Promise<number>;
}

interface DueRow {
  readonly webhook_id: WebhookId;
  readonly kind: EventKind;
  readonly subject_id: string;
  readonly occurred_at_ms: bigint;
  readonly attempts: number;
  readonly url: string;
  readonly secret_generation: number;
  readonly rotated_at_ms: bigint | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const takeDueStatement = loadStatement(new URL('../../sql/webhook/take-due.sql', import.meta.url));
const recordAttemptsStatement = loadStatement(
  new URL('../../sql/webhook/record-attempts.sql', import.meta.url),
);

export function createWebhookDesk(options: WebhookDeskOptions): WebhookDesk {
  const { database, utilityId, clock, send } = options;
  return {
    async deliverDue() {
      const now = clock();
      const { rows } = await database.transaction((tx) =>
        tx.query<DueRow>(takeDueStatement, [
          utilityId,
          now,
          now + LEASE_MS,
          MESSAGES_OF_ONE_WEBHOOK,
        ]),
      );
      if (rows.length === 0) return 0;
      const answers = await Promise.all(rows.map((row) => send(messageOf(options, row, now))));
      const after = clock();
      const ends = rows.map((row, index) => endOf(row, answers[index], after));
      await database.transaction((tx) =>
        tx.query(recordAttemptsStatement, [
          utilityId,
          rows.map((row) => row.webhook_id),
          rows.map((row) => row.kind),
          rows.map((row) => row.subject_id),
          ends.map((end) => end.state),
          ends.map((end) => end.nextAttemptAt),
          ends.map((end) => end.status),
          ends.map((end) => end.fault),
          after,
        ]),
      );
      return rows.length;
    },
  };
}

function messageOf(
  { utilityId, secretKey }: WebhookDeskOptions,
  row: DueRow,
  sentAt: Instant,
): WebhookMessage {
  const occurredAt = new Date(Number(row.occurred_at_ms)).toISOString();
  const body = JSON.stringify({ type: row.kind, timestamp: occurredAt, data: row.data });
  const isRotating = row.rotated_at_ms !== null && sentAt - Number(row.rotated_at_ms) < ROTATION_MS;
  const generations = [row.secret_generation, ...(isRotating ? [row.secret_generation - 1] : [])];
  const secrets = generations.map((secretGeneration) =>
    webhookSecret(secretKey, { utilityId, webhookId: row.webhook_id, secretGeneration }),
  );
  const messageId = messageIdOf({ kind: row.kind, subjectId: row.subject_id });
  const signature = signatureHeaders(secrets, { messageId, sentAt, body });
  return { url: row.url, headers: { 'content-type': 'application/json', ...signature }, body };
}

interface AttemptEnd {
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly nextAttemptAt: Instant;
  readonly status: number | null;
  readonly fault: string | null;
}

function endOf(row: DueRow, answer: SendAnswer | undefined, now: Instant): AttemptEnd {
  const status = answer?.kind === 'answered' ? answer.status : null;
  const isTaken = status !== null && status >= 200 && status < 300;
  if (isTaken) return { state: 'delivered', nextAttemptAt: now, status, fault: null };
  const fault = answer?.kind === 'fault' ? answer.fault : `the receiver answered ${status}`;
  const pause = RETRY_PAUSES_MS[row.attempts - 1];
  // 410 says that nobody will ever listen here again.
  if (pause === undefined || status === 410) {
    return { state: 'failed', nextAttemptAt: now, status, fault };
  }
  return { state: 'pending', nextAttemptAt: instant(now + pause), status, fault };
}
