/**
 * Orders that wait for a second person. Whoever builds a deed that needs two people writes its order
 * down with requestApproval, in the transaction that keeps the order, and says in the approval desk
 * what happens once another person has agreed.
 *
 * Two user accounts of one person cannot be told from two people. That nobody has two is for those
 * who give out accounts to see to.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import { isPermitted } from '../staff/permissions.ts';
import type { UserId } from '../staff/users.ts';
import { findUser } from '../staff/users.ts';
import type { ApprovalKind } from './approval-kinds.ts';
import { APPROVAL_KINDS } from './approval-kinds.ts';
import { canonicalJson, type JsonObject } from './canonical-json.ts';

/** The id of the order that waits, made by the client. */
export type ApprovalId = Quantity<string, 'approval id'>;

export const APPROVAL_STATES = [
  'requested',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
] as const;

export type ApprovalState = (typeof APPROVAL_STATES)[number];

export interface ApprovalOrder {
  readonly approvalId: ApprovalId;
  readonly kind: ApprovalKind;
  /** What is to be done, as the one who does it will read it: ids and numbers, no names of people. */
  readonly subject: JsonObject;
  /** One line for whoever decides. */
  readonly summary: string;
  /** Of the paper or file that goes with it; null without one. */
  readonly documentReference: string | null;
  readonly reason: string;
  readonly requestedBy: UserId;
}

export interface Approval extends Omit<ApprovalOrder, 'requestedBy'> {
  readonly requestedBy: { readonly userId: UserId; readonly signInName: string };
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly state: ApprovalState;
  readonly decidedBy: { readonly userId: UserId; readonly signInName: string } | null;
  /** Also when it expired; null while it is open. */
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

export type RequestApprovalAnswer =
  | { readonly kind: 'requested'; readonly approval: Approval; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: 'not_allowed' | 'approval_id_conflict' };

interface ApprovalRow {
  readonly approval_id: ApprovalId;
  readonly kind: ApprovalKind;
  readonly subject: string;
  readonly order_hash: Buffer;
  readonly summary: string;
  readonly document_reference: string | null;
  readonly reason: string;
  readonly requested_by: UserId;
  readonly requested_by_name: string;
  readonly requested_at_ms: bigint;
  readonly expires_at_ms: bigint;
  readonly state: ApprovalState;
  readonly decided_by: UserId | null;
  readonly decided_by_name: string | null;
  readonly decided_at_ms: bigint | null;
  readonly decision_reason: string | null;
}

const insertApprovalStatement = loadStatement(
  new URL('../../sql/approval/insert-approval.sql', import.meta.url),
);
const findApprovalStatement = loadStatement(
  new URL('../../sql/approval/find-approval.sql', import.meta.url),
);
const listApprovalsStatement = loadStatement(
  new URL('../../sql/approval/list-approvals.sql', import.meta.url),
);

/**
 * Writes an order down to wait for a second person, and its event in the audit trail. The same id
 * with the same content gets the same answer again. Refusals in order: not_allowed (who asks is
 * disabled or may not ask), approval_id_conflict.
 *
 * Call it last in the transaction, since it ends with the audit event. A refusal does not undo what
 * the caller has written before: throw, or ask before you write.
 */
export async function requestApproval(
  tx: Transaction,
  utilityId: UtilityId,
  order: ApprovalOrder,
  o: { readonly now: Instant; readonly address: string | null },
): Promise<RequestApprovalAnswer> {
  const { approvalId, kind, requestedBy } = order;
  const { now, address } = o;
  const rule = APPROVAL_KINDS[kind];
  const found = await findUser(tx, utilityId, { userId: requestedBy });
  if (found === null || !isPermitted(found.user.roles, rule.request)) {
    return { kind: 'refused', refusal: 'not_allowed' };
  }
  const hash = orderHash(order);
  const { rowCount } = await tx.query(insertApprovalStatement, [
    utilityId,
    approvalId,
    kind,
    JSON.stringify(order.subject),
    hash,
    order.summary,
    order.documentReference,
    order.reason,
    requestedBy,
    now,
    now + rule.expiresAfter,
  ]);
  const { rows } = await tx.query<ApprovalRow>(findApprovalStatement, [utilityId, approvalId]);
  const [row] = rows;
  if (row === undefined) throw new Error('an order that was just written down is not there');
  if (Buffer.compare(row.order_hash, hash) !== 0) {
    return { kind: 'refused', refusal: 'approval_id_conflict' };
  }
  const first = rowCount === 1;
  if (first) {
    const actor: AuditActor = { kind: 'user', id: requestedBy, address };
    const subject = { kind: 'approval', id: approvalId };
    const details = { kind, summary: order.summary };
    await recordAudit(tx, utilityId, { actor, what: 'approval.requested', subject, details }, now);
  }
  return { kind: 'requested', approval: approvalOfRow(row, now), first };
}

/** Everything that was asked for, and by whom; the database keeps it beside the order. */
function orderHash(order: ApprovalOrder): Uint8Array {
  const { kind, subject, summary, documentReference, reason, requestedBy } = order;
  const fields = { kind, subject, summary, documentReference, reason, requestedBy };
  return createHash('sha256')
    .update(`wattvend approval 1\n${canonicalJson(fields)}`)
    .digest();
}

/** The order of that id, or null. */
export async function findApproval(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  approvalId: ApprovalId,
  now: Instant,
): Promise<Approval | null> {
  const { rows } = await tx.query<ApprovalRow>(findApprovalStatement, [utilityId, approvalId]);
  const [row] = rows;
  return row === undefined ? null : approvalOfRow(row, now);
}

/** Where a page begins: behind the last order of the page before. */
export interface ApprovalCursor {
  readonly requestedAt: Instant;
  readonly approvalId: ApprovalId;
}

/** Orders of these kinds, newest first. */
export async function listApprovals(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly kinds: readonly ApprovalKind[];
    readonly state: ApprovalState | null;
    readonly before: ApprovalCursor;
    readonly limit: number;
    readonly now: Instant;
  },
): Promise<readonly Approval[]> {
  const { rows } = await tx.query<ApprovalRow>(listApprovalsStatement, [
    utilityId,
    page.kinds,
    page.state,
    page.now,
    page.before.requestedAt,
    page.before.approvalId,
    page.limit,
  ]);
  return rows.map((row) => approvalOfRow(row, page.now));
}

function approvalOfRow(row: ApprovalRow, now: Instant): Approval {
  const { state, requested_by: userId, requested_by_name: signInName } = row;
  const isOver = state === 'requested' && row.expires_at_ms <= now;
  return {
    approvalId: row.approval_id,
    kind: row.kind,
    subject: JSON.parse(row.subject) as JsonObject,
    summary: row.summary,
    documentReference: row.document_reference,
    reason: row.reason,
    requestedBy: { userId, signInName },
    requestedAt: instant(Number(row.requested_at_ms)),
    expiresAt: instant(Number(row.expires_at_ms)),
    state: isOver ? 'expired' : state,
    decidedBy:
      row.decided_by === null || row.decided_by_name === null
        ? null
        : { userId: row.decided_by, signInName: row.decided_by_name },
    decidedAt: row.decided_at_ms === null ? null : instant(Number(row.decided_at_ms)),
    decisionReason: row.decision_reason,
  };
}
