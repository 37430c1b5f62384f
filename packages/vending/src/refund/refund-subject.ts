/** What a second person's decision does with a refund: the money goes back, or the vend is free. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApprovalSubject } from '../approval/approval-desk.ts';
import type { Approval } from '../approval/approvals.ts';
import { lockDebt } from '../debt/change-debt.ts';
import type { Utility } from '../utility/utility.ts';
import { findVend } from '../vend/find-vends.ts';
import type { Vend } from '../vend/vend.ts';
import { recordEvents } from '../webhook/events.ts';
import { releaseVend } from './claim.ts';
import { postRefund, refundAccount, refundShares } from './refund-entry.ts';
import type { Refund, RefundId } from './refunds.ts';
import { findRefund } from './refunds.ts';
import type { TakenBack } from './take-back.ts';
import { takeBack } from './take-back.ts';

const resolveRefundStatement = loadStatement(
  new URL('../../sql/refund/resolve-refund.sql', import.meta.url),
);
const takeOffDebtStatement = loadStatement(
  new URL('../../sql/debt/take-off-debt.sql', import.meta.url),
);

export function refundSubject(utility: Utility): ApprovalSubject<'refund_above_debt'> {
  const { utilityId } = utility;
  return {
    apply: (tx, approval, now) => apply(tx, utility, approval, now),
    async drop(tx, approval, now) {
      const refund = await refundOf(tx, utilityId, approval);
      await resolve(tx, utilityId, refund, 'dropped', now);
      await releaseVend(tx, utilityId, { vendId: refund.vendId, deedId: refund.refundId });
    },
  };
}

async function apply(
  tx: Transaction,
  utility: Utility,
  approval: Approval,
  now: Instant,
): Promise<
  { readonly kind: 'applied' } | { readonly kind: 'refused'; readonly refusal: 'refund_above_debt' }
> {
  const { utilityId } = utility;
  const refund = await refundOf(tx, utilityId, approval);
  const { refundId, money, debtId } = refund;
  const vend = await findVend(tx, utilityId, refund.vendId);
  if (vend === null) throw new Error(`the vend of refund ${refundId} is gone`);
  await takeBack(tx, utility, vend, takenBack(refund), { deedId: refundId, now });
  if (debtId !== null) {
    const debt = await lockDebt(tx, utilityId, debtId);
    // Purchases have gone on paying it off while the order waited.
    if (debt === null || money > debt.owed)
      return { kind: 'refused', refusal: 'refund_above_debt' };
    await tx.query(takeOffDebtStatement, [utilityId, debtId, money, 'settled']);
  }
  const shares = refundShares(vend, money, refund.unused === null);
  const creditTo = await refundAccount(tx, utility, vend, refund.moneyTo);
  await postRefund(tx, utility, { deedId: refundId, kind: 'refund', shares, money, creditTo }, now);
  await resolve(tx, utilityId, refund, 'posted', now);
  await tell(tx, utilityId, { refund, vend }, now);
  return { kind: 'applied' };
}

/** Whoever bought for the wrong meter had nothing of the vend; else free units were given. */
function takenBack({ unused, money, proof }: Refund): TakenBack {
  if (unused !== null) return { kind: 'part', unused, money };
  return { kind: proof === 'wrong_meter' ? 'all' : 'paid' };
}

async function refundOf(
  tx: Transaction,
  utilityId: UtilityId,
  { approvalId }: Approval,
): Promise<Refund> {
  const refund = await findRefund(tx, utilityId, approvalId as string as RefundId);
  if (refund === null) throw new Error(`approval ${approvalId} has no refund`);
  return refund;
}

async function resolve(
  tx: Transaction,
  utilityId: UtilityId,
  { refundId }: Refund,
  state: 'posted' | 'dropped',
  now: Instant,
): Promise<void> {
  const { rowCount } = await tx.query(resolveRefundStatement, [utilityId, refundId, state, now]);
  if (rowCount !== 1) throw new Error(`refund ${refundId} was resolved before`);
}

async function tell(
  tx: Transaction,
  utilityId: UtilityId,
  { refund, vend }: { readonly refund: Refund; readonly vend: Vend },
  at: Instant,
): Promise<void> {
  const vendorId = vend.vendor?.vendorId ?? null;
  const data = {
    refund_id: refund.refundId,
    vend_id: refund.vendId,
    vendor_id: vendorId,
    refund_minor: String(refund.money),
    money_to: refund.moneyTo,
  };
  const event = { kind: 'refund.posted', subjectId: refund.refundId, vendorId, at, data } as const;
  await recordEvents(tx, utilityId, [event]);
}
