/** What a second person's decision does with an order for tokens: it becomes due, or it is dropped. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApprovalSubject } from '../approval/approval-desk.ts';
import type { Approval } from '../approval/approvals.ts';
import { releaseVend } from '../refund/claim.ts';
import type { VendId } from '../vend/vend.ts';
import type { TokenOrder, TokenOrderId, TokenOrderState } from './orders.ts';
import { findTokenOrder } from './orders.ts';

const resolveOrderStatement = loadStatement(
  new URL('../../sql/order/resolve-order.sql', import.meta.url),
);

/** The order is executed by whoever runs what is due; here it only becomes due. */
export function tokenOrderSubject(utilityId: UtilityId): ApprovalSubject<never> {
  return {
    async apply(tx, approval, now) {
      const order = await orderOf(tx, utilityId, approval);
      await resolveOrder(tx, utilityId, order, { state: 'approved', refusal: null, now });
      return { kind: 'applied' };
    },
    async drop(tx, approval, now) {
      const order = await orderOf(tx, utilityId, approval);
      await resolveOrder(tx, utilityId, order, { state: 'dropped', refusal: null, now });
      await releaseSource(tx, utilityId, order);
    },
  };
}

async function orderOf(
  tx: Transaction,
  utilityId: UtilityId,
  { approvalId }: Approval,
): Promise<TokenOrder> {
  const order = await findTokenOrder(tx, utilityId, approvalId as string as TokenOrderId);
  if (order === null) throw new Error(`approval ${approvalId} has no order for tokens`);
  return order;
}

/** A vend whose tokens are not made anew after all is free for another deed. */
export async function releaseSource(
  tx: Transaction,
  utilityId: UtilityId,
  { kind, sourceId, orderId }: TokenOrder,
): Promise<void> {
  if (kind !== 'reissue' || sourceId === null) return;
  await releaseVend(tx, utilityId, { vendId: sourceId as VendId, deedId: orderId });
}

/** Answers whether the order still was in the state it was read in. */
export async function resolveOrder(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  order: TokenOrder,
  next: {
    readonly state: TokenOrderState;
    readonly refusal: string | null;
    readonly now: Instant;
    readonly tryAgainAt?: number;
  },
): Promise<boolean> {
  const { state, refusal, now, tryAgainAt = now } = next;
  const isOver = state === 'executed' || state === 'declined' || state === 'dropped';
  const { rowCount } = await tx.query(resolveOrderStatement, [
    utilityId,
    order.orderId,
    order.state,
    state,
    refusal,
    isOver ? now : null,
    tryAgainAt,
  ]);
  return rowCount === 1;
}
