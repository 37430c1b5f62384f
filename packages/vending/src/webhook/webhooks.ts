/** Webhooks: who is told of what, where. What people do with them stands in the audit trail. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AuditDetails } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { Author } from '../staff/author.ts';
import type { VendorId } from '../vend/vend.ts';
import type { EventKind } from './events.ts';
import type { WebhookId } from './webhook-secret.ts';

export interface NewWebhook {
  readonly webhookId: WebhookId;
  /** https, or http to this very machine; checked by whoever sends. */
  readonly url: string;
  readonly description: string;
  readonly kinds: readonly EventKind[];
  /** Null: told of all vendors. */
  readonly vendorId: VendorId | null;
  readonly createdBy: string;
}

export interface Webhook extends NewWebhook {
  readonly secretGeneration: number;
  readonly rotatedAt: Instant | null;
  readonly createdAt: Instant;
  readonly stoppedAt: Instant | null;
  /** Messages not yet delivered, and given up. */
  readonly pending: number;
  readonly failed: number;
}

interface WebhookRow {
  readonly webhook_id: WebhookId;
  readonly url: string;
  readonly description: string;
  readonly kinds: readonly EventKind[];
  readonly vendor_id: VendorId | null;
  readonly secret_generation: number;
  readonly rotated_at_ms: bigint | null;
  readonly created_by: string;
  readonly created_at_ms: bigint;
  readonly stopped_at_ms: bigint | null;
  readonly pending: bigint;
  readonly failed: bigint;
}

const insertWebhookStatement = loadStatement(
  new URL('../../sql/webhook/insert-webhook.sql', import.meta.url),
);
const listWebhooksStatement = loadStatement(
  new URL('../../sql/webhook/list-webhooks.sql', import.meta.url),
);
const stopWebhookStatement = loadStatement(
  new URL('../../sql/webhook/stop-webhook.sql', import.meta.url),
);
const rotateSecretStatement = loadStatement(
  new URL('../../sql/webhook/rotate-secret.sql', import.meta.url),
);

/** How many webhooks a utility may have at work; each vend is looked at for each of them. */
export const WEBHOOKS_MAX = 50;

/** Why a webhook is not put, in order. */
export const WEBHOOK_REFUSALS = [
  'webhook_id_conflict',
  'vendor_not_found',
  'too_many_webhooks',
] as const;

export type PutWebhookAnswer =
  | { readonly kind: 'put'; readonly webhook: Webhook; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: (typeof WEBHOOK_REFUSALS)[number] };

/** Begins a webhook once for each id; the same again changes nothing. */
export async function putWebhook(
  database: Database,
  utilityId: UtilityId,
  order: NewWebhook,
  o: { readonly author: Author; readonly now: Instant },
  isVendor: (tx: Pick<Transaction, 'query'>, vendorId: VendorId) => Promise<boolean>,
): Promise<PutWebhookAnswer> {
  const known = await findWebhook(database, utilityId, order.webhookId);
  if (known !== null) return putAgain(known, order);
  if (order.vendorId !== null && !(await isVendor(database, order.vendorId))) {
    return { kind: 'refused', refusal: 'vendor_not_found' };
  }
  const atWork = (await listWebhooks(database, utilityId)).filter((w) => w.stoppedAt === null);
  if (atWork.length >= WEBHOOKS_MAX) return { kind: 'refused', refusal: 'too_many_webhooks' };
  const rowCount = await insert(database, utilityId, order, o);
  const made = await findWebhook(database, utilityId, order.webhookId);
  if (made === null) throw new Error('a webhook that was just put is not there');
  return rowCount === 0 ? putAgain(made, order) : { kind: 'put', webhook: made, first: true };
}

function insert(
  database: Database,
  utilityId: UtilityId,
  order: NewWebhook,
  { author, now }: { readonly author: Author; readonly now: Instant },
): Promise<number> {
  const { webhookId, url, kinds, vendorId } = order;
  return database.transaction(async (tx) => {
    const values = [utilityId, webhookId, url, order.description, kinds, vendorId, order.createdBy];
    const { rowCount } = await tx.query(insertWebhookStatement, [...values, now]);
    // The whole address may hold what the receiver knows it by; its host says who is told.
    const details = { host: new URL(url).host, kinds, vendor_id: vendorId };
    if (rowCount === 1)
      await audit(tx, utilityId, { what: 'begun', webhookId, details }, author, now);
    return rowCount;
  });
}

async function audit(
  tx: Transaction,
  utilityId: UtilityId,
  fact: {
    readonly what: 'begun' | 'stopped' | 'secret_rotated';
    readonly webhookId: WebhookId;
    readonly details: AuditDetails;
  },
  { userId: id, address }: Author,
  now: Instant,
): Promise<void> {
  const actor = { kind: 'user', id, address } as const;
  const subject = { kind: 'webhook', id: fact.webhookId };
  const { details } = fact;
  await recordAudit(tx, utilityId, { actor, what: `webhook.${fact.what}`, subject, details }, now);
}

function putAgain(known: Webhook, order: NewWebhook): PutWebhookAnswer {
  const isSame =
    known.url === order.url &&
    known.description === order.description &&
    known.vendorId === order.vendorId &&
    [...known.kinds].sort().join() === [...order.kinds].sort().join();
  return isSame
    ? { kind: 'put', webhook: known, first: false }
    : { kind: 'refused', refusal: 'webhook_id_conflict' };
}

/** All webhooks, the oldest first; those that were stopped too. */
export async function listWebhooks(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
): Promise<readonly Webhook[]> {
  const { rows } = await tx.query<WebhookRow>(listWebhooksStatement, [utilityId, null]);
  return rows.map(webhookOfRow);
}

export async function findWebhook(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  webhookId: WebhookId,
): Promise<Webhook | null> {
  const { rows } = await tx.query<WebhookRow>(listWebhooksStatement, [utilityId, webhookId]);
  const [row] = rows;
  return row === undefined ? null : webhookOfRow(row);
}

/** Tells it nothing more; what is pending stays so. Answers whether there is such a webhook. */
export async function stopWebhook(
  database: Database,
  utilityId: UtilityId,
  webhookId: WebhookId,
  { author, now }: { readonly author: Author; readonly now: Instant },
): Promise<boolean> {
  await database.transaction(async (tx) => {
    const { rowCount } = await tx.query(stopWebhookStatement, [utilityId, webhookId, now]);
    if (rowCount === 0) return;
    await audit(tx, utilityId, { what: 'stopped', webhookId, details: {} }, author, now);
  });
  return (await findWebhook(database, utilityId, webhookId)) !== null;
}

/**
 * Makes a new secret; for a day messages are signed with both. `replaces` is the generation the
 * caller has seen, so that a repeated request does not rotate twice. Null when there is no such
 * webhook at work.
 */
export async function rotateWebhookSecret(
  database: Database,
  utilityId: UtilityId,
  webhookId: WebhookId,
  replaces: number,
  { author, now }: { readonly author: Author; readonly now: Instant },
): Promise<Webhook | null> {
  await database.transaction(async (tx) => {
    const values = [utilityId, webhookId, now, replaces];
    const { rowCount } = await tx.query(rotateSecretStatement, values);
    if (rowCount === 0) return;
    const details = { generation: replaces + 1 };
    await audit(tx, utilityId, { what: 'secret_rotated', webhookId, details }, author, now);
  });
  const webhook = await findWebhook(database, utilityId, webhookId);
  return webhook === null || webhook.stoppedAt !== null ? null : webhook;
}

function webhookOfRow(row: WebhookRow): Webhook {
  return {
    webhookId: row.webhook_id,
    url: row.url,
    description: row.description,
    kinds: row.kinds,
    vendorId: row.vendor_id,
    secretGeneration: row.secret_generation,
    rotatedAt: instantOrNull(row.rotated_at_ms),
    createdBy: row.created_by,
    createdAt: instant(Number(row.created_at_ms)),
    stoppedAt: instantOrNull(row.stopped_at_ms),
    pending: Number(row.pending),
    failed: Number(row.failed),
  };
}

function instantOrNull(ms: bigint | null): Instant | null {
  return ms === null ? null : instant(Number(ms));
}
