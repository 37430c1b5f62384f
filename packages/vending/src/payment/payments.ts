/**
 * Payments of accounts: what a customer pays at the till beside electricity. This file is the data,
 * and how it is read.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { AgreementId, DebtId } from '../debt/debt.ts';
import type { Seller, VendorId, VendPayment } from '../vend/vend.ts';

export type PaymentId = Quantity<string, 'payment id'>;

/** What can be paid without buying: a debt, a new connection, a conversion of the supply, a fine. */
export const PAYMENT_KINDS = ['debt', 'connection', 'conversion', 'tamper'] as const;

export type PaymentKind = (typeof PAYMENT_KINDS)[number];

export interface NewPayment extends Required<Seller> {
  readonly paymentId: PaymentId;
  readonly vendorId: VendorId;
  readonly agreementId: AgreementId;
  readonly kind: PaymentKind;
  /** The debt that is paid; null for every other kind. */
  readonly debtId: DebtId | null;
  readonly money: MinorUnits;
  readonly payment: VendPayment | null;
  /** Of the form or the letter that asked for it; empty when there is none. */
  readonly documentReference: string;
}

export interface PaymentReversal {
  readonly reversalId: string;
  readonly reason: string;
  readonly reversedBy: string;
  readonly reversedAt: Instant;
}

export interface AccountPayment extends NewPayment {
  readonly accountNumber: string;
  readonly customerName: string | null;
  readonly vendorName: string;
  readonly debtName: string | null;
  readonly paidAt: Instant;
  /** Null unless it was given back. */
  readonly reversal: PaymentReversal | null;
}

interface PaymentRow {
  readonly payment_id: PaymentId;
  readonly agreement_id: AgreementId;
  readonly account_number: string;
  readonly customer_name: string | null;
  readonly vendor_id: VendorId;
  readonly vendor_name: string;
  readonly operator_id: string | null;
  readonly debt_id: DebtId | null;
  readonly debt_name: string | null;
  readonly kind: PaymentKind;
  readonly payment_minor: bigint;
  readonly taken_by: string;
  readonly channel: string;
  readonly payment_method: string | null;
  readonly payment_reference: string | null;
  readonly document_reference: string;
  readonly paid_at_ms: bigint;
  readonly reversal_id: string | null;
  readonly reversal_reason: string | null;
  readonly reversed_by: string | null;
  readonly reversed_at_ms: bigint | null;
}

const findStatement = loadStatement(
  new URL('../../sql/payment/find-payments.sql', import.meta.url),
);

export interface PaymentCursor {
  readonly at: Instant;
  readonly id: string;
}

// Behind everything that will ever be.
const NEWEST: PaymentCursor = {
  at: instant(Number.MAX_SAFE_INTEGER),
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** The payment of that id, or null. */
export async function findPayment(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  paymentId: PaymentId,
): Promise<AccountPayment | null> {
  const page = { before: NEWEST, limit: 1 };
  const [found] = await payments(tx, utilityId, { paymentId, ...page });
  return found ?? null;
}

/** Payments of an agreement, of a vendor, or of both, newest first, behind a cursor. */
export async function listPayments(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly agreementId: AgreementId | null;
    readonly vendorId: VendorId | null;
    readonly before: PaymentCursor;
    readonly limit: number;
  },
): Promise<readonly AccountPayment[]> {
  return await payments(tx, utilityId, page);
}

async function payments(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly paymentId?: PaymentId;
    readonly agreementId?: AgreementId | null;
    readonly vendorId?: VendorId | null;
    readonly before: PaymentCursor;
    readonly limit: number;
  },
): Promise<readonly AccountPayment[]> {
  const { rows } = await tx.query<PaymentRow>(findStatement, [
    utilityId,
    page.paymentId ?? null,
    page.agreementId ?? null,
    page.vendorId ?? null,
    page.before.at,
    page.before.id,
    page.limit,
  ]);
  return rows.map(paymentOfRow);
}

function paymentOfRow(row: PaymentRow): AccountPayment {
  const { payment_method: method, payment_reference: reference } = row;
  return {
    paymentId: row.payment_id,
    agreementId: row.agreement_id,
    accountNumber: row.account_number,
    customerName: row.customer_name,
    vendorId: row.vendor_id,
    vendorName: row.vendor_name,
    operatorId: row.operator_id,
    debtId: row.debt_id,
    debtName: row.debt_name,
    kind: row.kind,
    money: minorUnits(row.payment_minor),
    soldBy: row.taken_by,
    channel: row.channel,
    payment: method === null ? null : { method, reference },
    documentReference: row.document_reference,
    paidAt: instant(Number(row.paid_at_ms)),
    reversal: reversalOfRow(row),
  };
}

function reversalOfRow(row: PaymentRow): PaymentReversal | null {
  const { reversal_id, reversal_reason, reversed_by, reversed_at_ms } = row;
  if (
    reversal_id === null ||
    reversal_reason === null ||
    reversed_by === null ||
    reversed_at_ms === null
  ) {
    return null;
  }
  return {
    reversalId: reversal_id,
    reason: reversal_reason,
    reversedBy: reversed_by,
    reversedAt: instant(Number(reversed_at_ms)),
  };
}
