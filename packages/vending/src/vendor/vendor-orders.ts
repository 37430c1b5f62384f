/**
 * What of vendors' money needs two people, as orders that wait for the second one: a credit limit, a
 * commission above the ceiling, and taking a deposit back that the float does not cover. What is
 * refused at once is not ordered; what changed meanwhile is refused when it is approved.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { ApprovalSubject } from '../approval/approval-desk.ts';
import type { Approval, ApprovalId, RequestApprovalAnswer } from '../approval/approvals.ts';
import { requestApproval } from '../approval/approvals.ts';
import type { Author } from '../staff/author.ts';
import { moneyText } from '../utility/money-text.ts';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import type { CommissionRule } from './commission.ts';
import { commissionRuleFault } from './commission-entry.ts';
import type { CommissionRefusal, CommissionVersion } from './commission-rules.ts';
import { applyCommissionVersion } from './commission-rules.ts';
import type { CreditLimitRefusal } from './credit-limit.ts';
import { applyCreditLimitChange } from './credit-limit.ts';
import type { DepositReversalRefusal } from './deposit-reversal.ts';
import { applyDepositReversal } from './deposit-reversal.ts';
import { findDeposit } from './deposits.ts';
import type { StoredCommission } from './stored-commission.ts';
import { commissionFromStored, storedFromCommission } from './stored-commission.ts';
import { findVendor } from './vendors.ts';

export type OrderAnswer<Refusal> =
  | RequestApprovalAnswer
  | { readonly kind: 'not-ordered'; readonly refusal: Refusal };

interface Ordering {
  readonly approvalId: ApprovalId;
  readonly reason: string;
  readonly author: Author;
}

/** Refusals in order: credit_limit_below_zero, vendor_not_found; then those of requestApproval. */
export function orderCreditLimit(
  database: Database,
  utility: Utility,
  order: Ordering & { readonly vendorId: VendorId; readonly limit: MinorUnits },
  now: Instant,
): Promise<OrderAnswer<'credit_limit_below_zero' | 'vendor_not_found'>> {
  const { vendorId, limit } = order;
  return database.transaction(async (tx) => {
    if (limit < 0n) return { kind: 'not-ordered', refusal: 'credit_limit_below_zero' } as const;
    const vendor = await findVendor(tx, utility.utilityId, vendorId);
    if (vendor === null) return { kind: 'not-ordered', refusal: 'vendor_not_found' } as const;
    const text = moneyText(utility, limit);
    return await request(tx, utility, order, now, {
      kind: 'limit_change',
      subject: { deed: 'credit_limit', vendor_id: vendorId, credit_limit_minor: String(limit) },
      summary: `Credit limit of ${vendor.name}: ${text}`,
    });
  });
}

/** Refusals in order: commission_faulty, vendor_not_found; then those of requestApproval. */
export function orderCommission(
  database: Database,
  utility: Utility,
  order: Ordering &
    Pick<CommissionVersion, 'vendorId' | 'version' | 'effectiveFrom' | 'paid' | 'rule'>,
  now: Instant,
): Promise<
  OrderAnswer<Extract<CommissionRefusal['code'], 'commission_faulty' | 'vendor_not_found'>>
> {
  const { vendorId, version, effectiveFrom, paid, rule } = order;
  return database.transaction(async (tx) => {
    if (commissionRuleFault(rule) !== null) {
      return { kind: 'not-ordered', refusal: 'commission_faulty' } as const;
    }
    const vendor = await findVendor(tx, utility.utilityId, vendorId);
    if (vendor === null) return { kind: 'not-ordered', refusal: 'vendor_not_found' } as const;
    return await request(tx, utility, order, now, {
      kind: 'limit_change',
      subject: {
        deed: 'commission',
        vendor_id: vendorId,
        version,
        effective_from: effectiveFrom,
        paid,
        rule: JSON.stringify(storedFromCommission(rule)),
      },
      summary: `Commission of ${vendor.name} above the ceiling, from ${effectiveFrom}`,
    });
  });
}

/**
 * Refusals in order: vendor_not_found, deposit_not_found, deposit_reversed; then those of
 * requestApproval. The order's id becomes that of the reversal.
 */
export function orderDepositReversal(
  database: Database,
  utility: Utility,
  order: Ordering & { readonly vendorId: VendorId; readonly depositId: string },
  now: Instant,
): Promise<
  OrderAnswer<
    Extract<
      DepositReversalRefusal['code'],
      'vendor_not_found' | 'deposit_not_found' | 'deposit_reversed'
    >
  >
> {
  const { vendorId, depositId } = order;
  const { utilityId } = utility;
  return database.transaction(async (tx) => {
    const vendor = await findVendor(tx, utilityId, vendorId);
    if (vendor === null) return { kind: 'not-ordered', refusal: 'vendor_not_found' } as const;
    const deposit = await findDeposit(tx, utilityId, depositId);
    if (deposit?.vendorId !== vendorId) {
      return { kind: 'not-ordered', refusal: 'deposit_not_found' } as const;
    }
    const isOther = deposit.reversal !== null && deposit.reversal.reversalId !== order.approvalId;
    if (isOther) return { kind: 'not-ordered', refusal: 'deposit_reversed' } as const;
    const text = moneyText(utility, deposit.money);
    return await request(tx, utility, order, now, {
      kind: 'float_adjustment',
      subject: { deed: 'deposit_reversal', vendor_id: vendorId, deposit_id: depositId },
      summary: `Deposit of ${text} back from ${vendor.name}, below its limit if need be`,
    });
  });
}

function request(
  tx: Transaction,
  { utilityId }: Utility,
  { approvalId, reason, author }: Ordering,
  now: Instant,
  order: Pick<Approval, 'kind' | 'subject' | 'summary'>,
): Promise<RequestApprovalAnswer> {
  const { userId: requestedBy, address } = author;
  const whole = { ...order, approvalId, reason, requestedBy, documentReference: null };
  return requestApproval(tx, utilityId, whole, { now, address });
}

type LimitRefusal = CreditLimitRefusal['code'] | CommissionRefusal['code'];

/** What follows from an approved order of the kind limit_change. */
export function limitChangeSubject(utility: Utility): ApprovalSubject<LimitRefusal> {
  return {
    async apply(tx, approval, now) {
      const { requestedBy, approvedBy } = peopleOf(approval);
      const { subject } = approval;
      if (subject['deed'] === 'commission') {
        const version = { ...commissionOf(subject), addedBy: requestedBy, approvedBy };
        return outcome(await applyCommissionVersion(tx, utility, version, now));
      }
      const change = {
        changeId: approval.approvalId,
        vendorId: textOf(subject, 'vendor_id') as VendorId,
        limit: minorUnits(BigInt(textOf(subject, 'credit_limit_minor'))),
        reason: approval.reason,
        requestedBy,
        approvedBy,
      };
      return outcome(await applyCreditLimitChange(tx, utility, change, now));
    },
  };
}

/** What follows from an approved order of the kind float_adjustment. */
export function floatAdjustmentSubject(
  utility: Utility,
): ApprovalSubject<DepositReversalRefusal['code']> {
  return {
    async apply(tx, approval, now) {
      const { subject } = approval;
      const reversal = {
        reversalId: approval.approvalId,
        depositId: textOf(subject, 'deposit_id'),
        vendorId: textOf(subject, 'vendor_id') as VendorId,
        reason: approval.reason,
        ...peopleOf(approval),
      };
      return outcome(await applyDepositReversal(tx, utility, reversal, now));
    },
  };
}

function peopleOf(approval: Approval): {
  readonly requestedBy: string;
  readonly approvedBy: string;
} {
  const { requestedBy, decidedBy } = approval;
  if (decidedBy === null) throw new Error(`order ${approval.approvalId} was decided by nobody`);
  return { requestedBy: requestedBy.signInName, approvedBy: decidedBy.signInName };
}

function outcome<Code extends string>(
  answer:
    | { readonly kind: string }
    | { readonly kind: 'refused'; readonly refusal: { readonly code: Code } },
): { readonly kind: 'applied' } | { readonly kind: 'refused'; readonly refusal: Code } {
  return 'refusal' in answer
    ? { kind: 'refused', refusal: answer.refusal.code }
    : { kind: 'applied' };
}

function textOf(subject: Approval['subject'], name: string): string {
  const value = subject[name];
  if (typeof value !== 'string') throw new Error(`an order without its ${name}`);
  return value;
}

function commissionOf(subject: Approval['subject']): Pick<
  CommissionVersion,
  'vendorId' | 'version' | 'effectiveFrom' | 'paid'
> & {
  readonly rule: CommissionRule;
} {
  return {
    vendorId: textOf(subject, 'vendor_id') as VendorId,
    version: Number(subject['version']),
    effectiveFrom: textOf(subject, 'effective_from'),
    paid: textOf(subject, 'paid') === 'monthly' ? 'monthly' : 'daily',
    rule: commissionFromStored(JSON.parse(textOf(subject, 'rule')) as StoredCommission),
  };
}
