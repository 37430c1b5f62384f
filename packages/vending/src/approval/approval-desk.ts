/**
 * The desk at which the second person decides. The decision and what follows from it are one
 * transaction: nothing is approved that was not done, and nothing is done that was not approved.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { isPermitted } from '../staff/permissions.ts';
import type { UserId } from '../staff/users.ts';
import { findUser, lockUsers } from '../staff/users.ts';
import type { ApprovalKind } from './approval-kinds.ts';
import { APPROVAL_KINDS, FRESH_FACTOR_MS } from './approval-kinds.ts';
import type { Approval, ApprovalId, ApprovalState } from './approvals.ts';
import { findApproval } from './approvals.ts';

const lockApprovalStatement = loadStatement(
  new URL('../../sql/approval/lock-approval.sql', import.meta.url),
);
const decideApprovalStatement = loadStatement(
  new URL('../../sql/approval/decide-approval.sql', import.meta.url),
);
const expiredApprovalsStatement = loadStatement(
  new URL('../../sql/approval/expired-approvals.sql', import.meta.url),
);

const EXPIRED_MAX = 50;

/** What a kind of order means. Its statements belong to the decision's transaction. */
export interface ApprovalSubject<Refusal extends string = string> {
  /**
   * Does what was ordered. A refusal leaves the order open and keeps nothing that was written. May
   * run again when the transaction is repeated.
   */
  apply(
    tx: Transaction,
    approval: Approval,
    now: Instant,
  ): Promise<
    { readonly kind: 'applied' } | { readonly kind: 'refused'; readonly refusal: Refusal }
  >;
  /** Puts away what was kept for the order, once it is rejected, withdrawn or expired. */
  drop?(tx: Transaction, approval: Approval, now: Instant): Promise<void>;
}

export type Decision = 'approved' | 'rejected' | 'withdrawn';

export interface DecisionRequest {
  readonly approvalId: ApprovalId;
  readonly decision: Decision;
  /** Why; must be given when it is rejected. */
  readonly reason: string | null;
  readonly by: UserId;
  /** When the decider last showed a strong factor; null for never in this session. */
  readonly strongAt: Instant | null;
  readonly address: string | null;
}

/** In order of precedence; what a subject refuses comes behind them. */
export type DecisionRefusal =
  | 'approval_not_found'
  | 'not_allowed'
  | 'own_order'
  | 'approval_decided'
  | 'approval_expired'
  | 'second_factor_required';

export type DecideAnswer<Refusal extends string = string> =
  | { readonly kind: 'decided'; readonly approval: Approval; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: DecisionRefusal }
  | { readonly kind: 'not-possible'; readonly refusal: Refusal };

export interface ApprovalDesk<Refusal extends string = string> {
  decide(request: DecisionRequest, now: Instant): Promise<DecideAnswer<Refusal>>;
  /** Puts away orders whose time has passed, some at a time; answers how many. */
  expireDue(now: Instant): Promise<number>;
}

/** Undoes a transaction whose subject has refused. */
class NotApplied<Refusal extends string> extends Error {
  override readonly name: string = 'NotApplied';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** `subjects` says for each kind what follows from a decision; a kind that is missing cannot be decided. */
export function createApprovalDesk<Refusal extends string = string>(o: {
  readonly database: Database;
  readonly utilityId: UtilityId;
  readonly subjects: Partial<Readonly<Record<ApprovalKind, ApprovalSubject<Refusal>>>>;
}): ApprovalDesk<Refusal> {
  const { database, utilityId, subjects } = o;
  return {
    async decide(request, now) {
      try {
        return await database.transaction<DecideAnswer<Refusal>>((tx) =>
          decideIn(tx, { utilityId, subjects }, request, now),
        );
      } catch (error) {
        if (error instanceof NotApplied) {
          return { kind: 'not-possible', refusal: error.refusal as Refusal };
        }
        throw error;
      }
    },
    async expireDue(now) {
      const values = [utilityId, now, EXPIRED_MAX];
      const { rows } = await database.query<{ readonly approval_id: ApprovalId }>(
        expiredApprovalsStatement,
        values,
      );
      let expired = 0;
      const failures: unknown[] = [];
      for (const { approval_id: approvalId } of rows) {
        try {
          const isDone = await database.transaction((tx) =>
            expireOne(tx, { utilityId, subjects }, approvalId, now),
          );
          if (isDone) expired += 1;
        } catch (error) {
          // One that cannot be put away must not keep the others waiting.
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'orders could not be put away');
      return expired;
    },
  };
}

/** False when somebody else was quicker. */
async function expireOne<Refusal extends string>(
  tx: Transaction,
  desk: Desk<Refusal>,
  approvalId: ApprovalId,
  now: Instant,
): Promise<boolean> {
  await tx.query(lockApprovalStatement, [desk.utilityId, approvalId]);
  const approval = await findApproval(tx, desk.utilityId, approvalId, now);
  if (approval?.state !== 'expired' || approval.decidedAt !== null) return false;
  await expire(tx, desk, approval, now);
  return true;
}

interface Desk<Refusal extends string> {
  readonly utilityId: UtilityId;
  readonly subjects: Partial<Readonly<Record<ApprovalKind, ApprovalSubject<Refusal>>>>;
}

async function decideIn<Refusal extends string>(
  tx: Transaction,
  desk: Desk<Refusal>,
  request: DecisionRequest,
  now: Instant,
): Promise<DecideAnswer<Refusal>> {
  const { utilityId } = desk;
  const { approvalId, decision, by } = request;
  // The order first, then the person: whoever disables or demotes the decider now waits or has won.
  await tx.query(lockApprovalStatement, [utilityId, approvalId]);
  const approval = await findApproval(tx, utilityId, approvalId, now);
  if (approval === null) return { kind: 'refused', refusal: 'approval_not_found' };
  await lockUsers(tx, utilityId, [by]);
  const refusal = await refusalOf(tx, utilityId, approval, request, now);
  if (refusal === 'approval_decided' && isSameDecision(approval, request)) {
    return { kind: 'decided', approval, first: false };
  }
  if (refusal === 'approval_expired') await expire(tx, desk, approval, now);
  if (refusal !== null) return { kind: 'refused', refusal };

  const subject = desk.subjects[approval.kind];
  if (subject === undefined) throw new Error(`nobody can do what ${approval.kind} orders`);
  await write(tx, utilityId, approval, { state: decision, by, reason: request.reason, now });
  const decided = await findApproval(tx, utilityId, approvalId, now);
  if (decided === null) throw new Error('an order that was just decided is not there');
  if (decision === 'approved') {
    const answer = await subject.apply(tx, decided, now);
    if (answer.kind === 'refused') throw new NotApplied(answer.refusal);
  } else {
    await subject.drop?.(tx, decided, now);
  }
  await recordAudit(
    tx,
    utilityId,
    {
      actor: { kind: 'user', id: by, address: request.address },
      what: `approval.${decision}`,
      subject: { kind: 'approval', id: approvalId },
      details: { kind: approval.kind, summary: approval.summary },
    },
    now,
  );
  return { kind: 'decided', approval: decided, first: true };
}

async function refusalOf(
  tx: Transaction,
  utilityId: UtilityId,
  approval: Approval,
  request: DecisionRequest,
  now: Instant,
): Promise<DecisionRefusal | null> {
  const { by, decision, strongAt } = request;
  const rule = APPROVAL_KINDS[approval.kind];
  const decider = await findUser(tx, utilityId, { userId: by });
  const isOwn = approval.requestedBy.userId === by;
  const permission = isOwn ? rule.request : rule.approve;
  if (decider === null || !isPermitted(decider.user.roles, permission)) return 'not_allowed';
  // Who asked may take the order back and nothing else; who decides may do anything but that.
  if (isOwn && decision !== 'withdrawn') return 'own_order';
  if (!isOwn && decision === 'withdrawn') return 'not_allowed';
  if (approval.state === 'expired') return 'approval_expired';
  if (approval.state !== 'requested') return 'approval_decided';
  const isFresh = strongAt !== null && now - strongAt <= FRESH_FACTOR_MS;
  const needsFactor = decision === 'approved' && rule.needsFreshFactor;
  return needsFactor && !isFresh ? 'second_factor_required' : null;
}

function isSameDecision(approval: Approval, { decision, by, reason }: DecisionRequest): boolean {
  return (
    approval.state === decision &&
    approval.decidedBy?.userId === by &&
    approval.decisionReason === reason
  );
}

/** Writes down, once, that an order's time has passed. */
async function expire<Refusal extends string>(
  tx: Transaction,
  { utilityId, subjects }: Desk<Refusal>,
  approval: Approval,
  now: Instant,
): Promise<void> {
  if (approval.decidedAt !== null) return;
  await write(tx, utilityId, approval, { state: 'expired', by: null, reason: null, now });
  await subjects[approval.kind]?.drop?.(tx, approval, now);
  const subject = { kind: 'approval', id: approval.approvalId };
  const actor = { kind: 'server', id: null, address: null } as const;
  const details = { kind: approval.kind, summary: approval.summary };
  await recordAudit(tx, utilityId, { actor, what: 'approval.expired', subject, details }, now);
}

async function write(
  tx: Transaction,
  utilityId: UtilityId,
  { approvalId }: Approval,
  decision: {
    readonly state: ApprovalState;
    readonly by: UserId | null;
    readonly reason: string | null;
    readonly now: Instant;
  },
): Promise<void> {
  const { state, by, reason, now } = decision;
  const values = [utilityId, approvalId, state, by, now, reason];
  const { rowCount } = await tx.query(decideApprovalStatement, values);
  if (rowCount !== 1) throw new Error('an order was decided while it was held');
}
