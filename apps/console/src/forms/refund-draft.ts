/** What is filled in for a refund, and what is sent of it. */
import type { NewRefund } from '../api/model.ts';
import { ENERGY, readQuantity } from '../typed-quantity.ts';

export interface RefundDraft {
  readonly proof: NewRefund['proof'];
  readonly proofReference: string;
  /** With the proof that the meter's credit was cleared. */
  readonly proofOrderId: string | null;
  readonly isWhole: boolean;
  /** Energy with its unit, when a part is given back. */
  readonly unused: string;
  readonly moneyTo: NewRefund['money_to'];
  readonly debtId: string | null;
  readonly reason: string;
}

export const EMPTY_REFUND: RefundDraft = {
  proof: 'meter_evidence',
  proofReference: '',
  proofOrderId: null,
  isWhole: true,
  unused: '',
  moneyTo: 'vendor_float',
  debtId: null,
  reason: '',
};

/** Null gives the whole vend back; undefined while what was typed is no energy. */
export function unusedOf({ isWhole, unused }: RefundDraft): number | null | undefined {
  if (isWhole) return null;
  const energy = readQuantity(unused, ENERGY);
  return energy.kind === 'quantity' && energy.value > 0 ? energy.value : undefined;
}

/** What is sent; null while something is missing or wrong. */
export function refundOfDraft(vendId: string, draft: RefundDraft): NewRefund | null {
  const unused = unusedOf(draft);
  const proofReference = draft.proofReference.trim();
  const reason = draft.reason.trim();
  const isOfOrder = draft.proof === 'credit_cleared';
  const isToDebt = draft.moneyTo === 'debt';
  if (unused === undefined || proofReference === '' || reason === '') return null;
  if (isOfOrder && draft.proofOrderId === null) return null;
  if (isToDebt && draft.debtId === null) return null;
  return {
    vend_id: vendId,
    unused_tenth_kwh: unused,
    proof: draft.proof,
    proof_reference: proofReference,
    proof_order_id: isOfOrder ? draft.proofOrderId : null,
    money_to: draft.moneyTo,
    debt_id: isToDebt ? draft.debtId : null,
    reason,
  };
}
