/**
 * What follows from the decisions of two people: one line for each kind of order that something here
 * can carry out. An order of a kind that is missing cannot be decided, so nothing asks for one.
 */
import type { ApprovalSubject } from '@wattvend/vending/approval-desk.js';
import type { ApprovalKind } from '@wattvend/vending/approval-kinds.js';
import { refundSubject } from '@wattvend/vending/refund-subject.js';
import { repairSubject } from '@wattvend/vending/repairs.js';
import { tariffApproval } from '@wattvend/vending/tariff-approval.js';
import { tokenOrderSubject } from '@wattvend/vending/token-order-subject.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { floatAdjustmentSubject, limitChangeSubject } from '@wattvend/vending/vendor-orders.js';
import { writeOffSubject } from '@wattvend/vending/write-off.js';

export type ApprovalSubjects = Partial<Readonly<Record<ApprovalKind, ApprovalSubject>>>;

export function approvalSubjects(utility: Utility): ApprovalSubjects {
  const tokens = tokenOrderSubject(utility.utilityId);
  return {
    free_issue: tokens,
    engineering: tokens,
    credit_transfer: tokens,
    reissue: tokens,
    refund: refundSubject(utility),
    wrong_meter: repairSubject(utility),
    limit_change: limitChangeSubject(utility),
    float_adjustment: floatAdjustmentSubject(utility),
    tariff_version: tariffApproval(utility.utilityId),
    debt_write_off: writeOffSubject(utility),
  };
}
