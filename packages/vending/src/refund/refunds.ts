/** Money given back for a vend: the case as it is kept, found by its id, its vend or its state. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { DebtId } from '../debt/debt.ts';
import type { TokenOrderId } from '../order/orders.ts';
import type { VendId } from '../vend/vend.ts';
import type { RefundTo } from './refund-entry.ts';

export type RefundId = Quantity<string, 'refund id'>;

/**
 * How one knows that the energy was not used: the meter's registers and token memory, an executed
 * order that cleared the meter's credit, that it was the wrong meter, or a payment taken twice.
 */
export const REFUND_PROOFS = [
  'meter_evidence',
  'credit_cleared',
  'wrong_meter',
  'duplicate_payment',
] as const;

export type RefundProof = (typeof REFUND_PROOFS)[number];

export const REFUND_TO = ['vendor_float', 'debt', 'customer_credit', 'bank'] as const;

export const REFUND_STATES = ['requested', 'posted', 'dropped'] as const;

export type RefundState = (typeof REFUND_STATES)[number];

export interface Refund {
  readonly refundId: RefundId;
  readonly vendId: VendId;
  readonly money: MinorUnits;
  /** Null when the whole vend is given back. */
  readonly unused: TenthKwh | null;
  readonly proof: RefundProof;
  /** Of the photo, the paper or the payment that proves it. */
  readonly proofReference: string;
  readonly proofOrderId: TokenOrderId | null;
  readonly moneyTo: RefundTo;
  readonly debtId: DebtId | null;
  readonly reason: string;
  readonly state: RefundState;
  readonly requestedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
}

interface RefundRow {
  readonly refund_id: RefundId;
  readonly vend_id: VendId;
  readonly requested_at_ms: bigint;
  readonly resolved_at_ms: bigint | null;
  readonly refund_minor: bigint;
  readonly unused_tenth_kwh: number | null;
  readonly debt_id: DebtId | null;
  readonly proof_order_id: TokenOrderId | null;
  readonly proof: RefundProof;
  readonly proof_reference: string;
  readonly money_to: RefundTo;
  readonly state: RefundState;
  readonly reason: string;
  readonly requested_by_name: string;
  readonly decided_by_name: string | null;
}

const findRefundsStatement = loadStatement(
  new URL('../../sql/refund/find-refunds.sql', import.meta.url),
);

// Behind every refund there is: 9999-12-31, and a UUID above all.
const END = instant(253_402_300_799_999);
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff' as RefundId;

/** The refund of that id, or null. */
export async function findRefund(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  refundId: RefundId,
): Promise<Refund | null> {
  const values = [utilityId, refundId, null, null, END, LAST_ID, 1];
  const { rows } = await tx.query<RefundRow>(findRefundsStatement, values);
  const [row] = rows;
  return row === undefined ? null : refundOfRow(row);
}

/** Where a page begins: behind the last refund of the page before. */
export interface RefundCursor {
  readonly requestedAt: Instant;
  readonly refundId: RefundId;
}

/** Refunds, newest first. */
export async function listRefunds(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly vendId: VendId | null;
    readonly state: RefundState | null;
    readonly before: RefundCursor | null;
    readonly limit: number;
  },
): Promise<readonly Refund[]> {
  const { vendId, state, before, limit } = page;
  const [at, id] = [before?.requestedAt ?? END, before?.refundId ?? LAST_ID];
  const values = [utilityId, null, vendId, state, at, id, limit];
  const { rows } = await tx.query<RefundRow>(findRefundsStatement, values);
  return rows.map(refundOfRow);
}

function refundOfRow(row: RefundRow): Refund {
  return {
    refundId: row.refund_id,
    vendId: row.vend_id,
    money: minorUnits(row.refund_minor),
    unused: row.unused_tenth_kwh === null ? null : tenthKwh(row.unused_tenth_kwh),
    proof: row.proof,
    proofReference: row.proof_reference,
    proofOrderId: row.proof_order_id,
    moneyTo: row.money_to,
    debtId: row.debt_id,
    reason: row.reason,
    state: row.state,
    requestedAt: instant(Number(row.requested_at_ms)),
    resolvedAt: row.resolved_at_ms === null ? null : instant(Number(row.resolved_at_ms)),
    requestedBy: row.requested_by_name,
    decidedBy: row.decided_by_name,
  };
}
