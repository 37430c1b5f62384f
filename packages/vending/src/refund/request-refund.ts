/**
 * Asks for money to be given back for a vend. The token may have been keyed in meanwhile, so there
 * must be a proof that it was not, and another person decides. A vend is given back once.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { formatTenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { TokenContent } from '@wattvend/security-module/security-module.js';
import { ALL_CREDIT_REGISTERS } from '@wattvend/sts/management.js';
import type { ApprovalId } from '../approval/approvals.ts';
import { requestApproval } from '../approval/approvals.ts';
import type { DebtId } from '../debt/debt.ts';
import { findDebt } from '../debt/debt.ts';
import type { TokenOrderId } from '../order/orders.ts';
import { findTokenOrder } from '../order/orders.ts';
import type { Author } from '../staff/author.ts';
import type { Utility } from '../utility/utility.ts';
import { findVend } from '../vend/find-vends.ts';
import type { Vend, VendId } from '../vend/vend.ts';
import { againWhenMet } from '../vendor/met.ts';
import { claimVend } from './claim.ts';
import type { RefundTo } from './refund-entry.ts';
import { moneyOfUnused } from './refund-entry.ts';
import type { Refund, RefundId, RefundProof } from './refunds.ts';
import { findRefund } from './refunds.ts';
import { repairsVendorId } from './repairs-vendor.ts';

export interface NewRefund {
  readonly refundId: RefundId;
  readonly vendId: VendId;
  /** What was not used; null gives the whole vend back. */
  readonly unused: TenthKwh | null;
  readonly proof: RefundProof;
  readonly proofReference: string;
  /** With the proof credit_cleared: the executed order that cleared the meter. */
  readonly proofOrderId: TokenOrderId | null;
  readonly moneyTo: RefundTo;
  /** With money that goes to a debt. */
  readonly debtId: DebtId | null;
  readonly reason: string;
  readonly author: Author;
}

/** Why a refund cannot be asked for, in order. */
export const REFUND_REFUSALS = [
  'not_allowed',
  'approval_id_conflict',
  'vend_not_found',
  'vend_not_refundable',
  'vend_claimed',
  'refund_part_faulty',
  'refund_proof_faulty',
  'refund_destination_faulty',
  'debt_not_found',
  'refund_above_debt',
] as const;

export type RefundRefusal =
  | { readonly code: 'refund_above_debt'; readonly owed: MinorUnits }
  | { readonly code: Exclude<(typeof REFUND_REFUSALS)[number], 'refund_above_debt'> };

export type RequestRefundAnswer =
  | { readonly kind: 'requested'; readonly refund: Refund; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: RefundRefusal };

const insertRefundStatement = loadStatement(
  new URL('../../sql/refund/insert-refund.sql', import.meta.url),
);

/** Undoes what was written when the order is refused behind it. */
class NotRequested extends Error {
  override readonly name: string = 'NotRequested';
  readonly refusal: RefundRefusal;
  constructor(refusal: RefundRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Refusals: REFUND_REFUSALS, in order. */
export async function requestRefund(
  database: Database,
  utility: Utility,
  refund: NewRefund,
  now: Instant,
): Promise<RequestRefundAnswer> {
  try {
    return await againWhenMet(database, (tx) => requested(tx, utility, refund, now));
  } catch (error) {
    if (error instanceof NotRequested) return { kind: 'refused', refusal: error.refusal };
    throw error;
  }
}

async function requested(
  tx: Transaction,
  utility: Utility,
  refund: NewRefund,
  now: Instant,
): Promise<RequestRefundAnswer> {
  const { utilityId } = utility;
  const { refundId, unused, author } = refund;
  const part = unused === null ? 'the whole' : `${formatTenthKwh(unused)} kWh`;
  const answer = await requestApproval(
    tx,
    utilityId,
    {
      approvalId: refundId as string as ApprovalId,
      kind: 'refund',
      subject: {
        vend_id: refund.vendId,
        unused_tenth_kwh: unused,
        proof: refund.proof,
        proof_reference: refund.proofReference,
        proof_order_id: refund.proofOrderId,
        money_to: refund.moneyTo,
        debt_id: refund.debtId,
      },
      summary: `Give back ${part} of vend ${refund.vendId}`,
      documentReference: refund.proofReference,
      reason: refund.reason,
      requestedBy: author.userId,
    },
    { now, address: author.address },
  );
  if (answer.kind === 'refused') throw new NotRequested({ code: answer.refusal });
  if (answer.first) await write(tx, utility, refund, now);
  const made = await findRefund(tx, utilityId, refundId);
  if (made === null) throw new Error(`an approval without its refund ${refundId}`);
  return { kind: 'requested', refund: made, first: answer.first };
}

async function write(
  tx: Transaction,
  utility: Utility,
  refund: NewRefund,
  now: Instant,
): Promise<void> {
  const { utilityId } = utility;
  const { refundId, vendId, unused, proof, moneyTo } = refund;
  const vend = await findVend(tx, utilityId, vendId);
  if (vend === null) throw new NotRequested({ code: 'vend_not_found' });
  if (!isRefundable(vend)) {
    throw new NotRequested({ code: 'vend_not_refundable' });
  }
  if (!(await claimVend(tx, utilityId, { vendId, deed: 'refund', deedId: refundId }))) {
    throw new NotRequested({ code: 'vend_claimed' });
  }
  const money = unused === null ? vend.tendered : moneyOfUnused(vend, unused);
  if (money === null) throw new NotRequested({ code: 'refund_part_faulty' });
  const isProved = await hasProof(tx, utility, vend, refund);
  if (!isProved) throw new NotRequested({ code: 'refund_proof_faulty' });
  await assertDestination(tx, utility, vend, { ...refund, money });
  await tx.query(insertRefundStatement, [
    utilityId,
    refundId,
    vendId,
    now,
    money,
    unused,
    refund.debtId,
    refund.proofOrderId,
    proof,
    refund.proofReference,
    moneyTo,
  ]);
}

/** Only what somebody paid can be given back, and only once there are tokens for it. */
export function isRefundable({ kind, state }: Pick<Vend, 'kind' | 'state'>): boolean {
  return kind === 'sale' && state === 'posted';
}

/** A cleared meter is proved by the order that cleared it: of this meter, made after the vend. */
async function hasProof(
  tx: Transaction,
  { utilityId }: Utility,
  vend: Vend,
  { proof, proofOrderId }: NewRefund,
): Promise<boolean> {
  if (proof !== 'credit_cleared') return proofOrderId === null;
  if (proofOrderId === null) return false;
  const order = await findTokenOrder(tx, utilityId, proofOrderId);
  return (
    order !== null &&
    order.state === 'executed' &&
    order.meterNumber === vend.meter.meterNumber &&
    order.requestedAt >= vend.requestedAt &&
    order.contents.some((content) => clearsCreditOf(vend, content))
  );
}

// What a meter counts its credit for electricity in: energy, or money.
const ELECTRICITY_REGISTER = 0;
const ELECTRICITY_CURRENCY_REGISTER = 4;

/** Clearing another register, such as that for water, leaves what the vend gave where it is. */
function clearsCreditOf({ credit }: Pick<Vend, 'credit'>, content: TokenContent): boolean {
  if (content.kind !== 'clear-credit') return false;
  const own = credit.kind === 'energy' ? ELECTRICITY_REGISTER : ELECTRICITY_CURRENCY_REGISTER;
  return content.register === own || content.register === ALL_CREDIT_REGISTERS;
}

async function assertDestination(
  tx: Transaction,
  { utilityId }: Utility,
  vend: Vend,
  refund: Pick<NewRefund, 'moneyTo' | 'debtId'> & { readonly money: MinorUnits },
): Promise<void> {
  const { moneyTo, debtId, money } = refund;
  // What was sold from the clearing float of repairs was paid for at another vendor's.
  const isOfRepairs = vend.vendor?.vendorId === repairsVendorId(utilityId);
  const isFaulty = (moneyTo === 'debt') !== (debtId !== null);
  if (isFaulty || (isOfRepairs && moneyTo === 'vendor_float')) {
    throw new NotRequested({ code: 'refund_destination_faulty' });
  }
  if (debtId === null) return;
  const debt = await findDebt(tx, utilityId, debtId);
  if (debt === null || debt.agreementId !== vend.agreement?.agreementId) {
    throw new NotRequested({ code: 'debt_not_found' });
  }
  if (money > debt.owed) throw new NotRequested({ code: 'refund_above_debt', owed: debt.owed });
}
