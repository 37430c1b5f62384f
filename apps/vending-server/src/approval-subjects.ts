/**
 * What follows from the decisions of two people: one line for each kind of order that something here
 * can carry out. An order of a kind that is missing cannot be decided, so nothing asks for one.
 */
import type { ApprovalSubject } from '@wattvend/vending/approval-desk.js';
import type { ApprovalKind } from '@wattvend/vending/approval-kinds.js';

export type ApprovalSubjects = Partial<Readonly<Record<ApprovalKind, ApprovalSubject>>>;

export function approvalSubjects(): ApprovalSubjects {
  return {};
}
