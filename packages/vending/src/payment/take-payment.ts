/** Takes a payment of an account at the till, once for each id. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { lockDebt } from '../debt/change-debt.ts';
import type { Utility } from '../utility/utility.ts';
import { holdOperators, leftOfLimit } from '../vend/operator-limits.ts';
import { lockFloat } from '../vendor/float.ts';
import { againWhenMet } from '../vendor/met.ts';
import type { Vendor } from '../vendor/vendors.ts';
import { findVendor } from '../vendor/vendors.ts';
import { paymentEntry } from './payment-entry.ts';
import type { AccountPayment, NewPayment } from './payments.ts';
import { findPayment } from './payments.ts';

/** Why a payment is not taken, in order. */
export const PAYMENT_REFUSALS = [
  'payment_id_conflict',
  'payment_reference_used',
  'agreement_not_found',
  'debt_not_found',
  'debt_settled',
  'payment_not_positive',
  'payment_above_debt',
  'vendor_not_found',
  'vendor_suspended',
  'shift_not_open',
  'operator_limit_exceeded',
  'float_exceeded',
] as const;

type PaymentRefusalCode = (typeof PAYMENT_REFUSALS)[number];

export type PaymentRefusal =
  /** The vend or payment that it was taken for. */
  | { readonly code: 'payment_reference_used'; readonly vendId: string }
  | { readonly code: 'payment_above_debt'; readonly owed: MinorUnits }
  | { readonly code: 'operator_limit_exceeded'; readonly left: MinorUnits }
  | { readonly code: 'float_exceeded'; readonly available: MinorUnits }
  | {
      readonly code: Exclude<
        PaymentRefusalCode,
        | 'payment_reference_used'
        | 'payment_above_debt'
        | 'operator_limit_exceeded'
        | 'float_exceeded'
      >;
    };

export type TakePaymentAnswer =
  | { readonly kind: 'taken'; readonly payment: AccountPayment; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: PaymentRefusal };

const statement = (path: string) => loadStatement(new URL(`../../sql/${path}`, import.meta.url));
const insertStatement = statement('payment/insert-payment.sql');
const insertReferenceStatement = statement('payment/insert-payment-reference.sql');
const knownPaymentsStatement = statement('vend/known-payments.sql');
const findAgreementStatement = statement('debt/find-agreement.sql');
const takeOffStatement = statement('debt/take-off-debt.sql');

/** Refusals: PAYMENT_REFUSALS, in order. The same payment again changes nothing. */
export function takePayment(
  database: Database,
  utility: Utility,
  order: NewPayment,
  now: Instant,
): Promise<TakePaymentAnswer> {
  return againWhenMet(database, (tx) => taken(tx, utility, order, now));
}

async function taken(
  tx: Transaction,
  utility: Utility,
  order: NewPayment,
  now: Instant,
): Promise<TakePaymentAnswer> {
  const { utilityId } = utility;
  const known = await findPayment(tx, utilityId, order.paymentId);
  if (known !== null && !isSame(known, order)) return refused({ code: 'payment_id_conflict' });
  if (known !== null) return { kind: 'taken', payment: known, first: false };
  const refusal =
    (await referenceRefusal(tx, utilityId, order)) ??
    (await debtRefusal(tx, utilityId, order)) ??
    (await sellerRefusal(tx, utility, order, now));
  if (refusal !== null) return refused(refusal);
  const vendor = await findVendor(tx, utilityId, order.vendorId);
  if (vendor === null) return refused({ code: 'vendor_not_found' });
  const float = await lockFloat(tx, utilityId, vendor);
  const available = minorUnits(float.posted - float.reserved - float.floor);
  if (order.money > available) return refused({ code: 'float_exceeded', available });
  await write(tx, utility, order, vendor, now);
  const payment = await findPayment(tx, utilityId, order.paymentId);
  if (payment === null) throw new Error('a payment that was just taken is not there');
  return { kind: 'taken', payment, first: true };
}

async function referenceRefusal(
  tx: Transaction,
  utilityId: UtilityId,
  { payment }: NewPayment,
): Promise<PaymentRefusal | null> {
  if (payment === null || payment.reference === null) return null;
  const { rows } = await tx.query<{ readonly vend_id: string }>(knownPaymentsStatement, [
    utilityId,
    [payment.method],
    [payment.reference],
  ]);
  const [used] = rows;
  return used === undefined ? null : { code: 'payment_reference_used', vendId: used.vend_id };
}

/** Holds the debt until the transaction ends: no vend collects it meanwhile. */
async function debtRefusal(
  tx: Transaction,
  utilityId: UtilityId,
  { agreementId, debtId, money }: NewPayment,
): Promise<PaymentRefusal | null> {
  const agreement = await tx.query(findAgreementStatement, [utilityId, agreementId]);
  if (agreement.rows.length === 0) return { code: 'agreement_not_found' };
  const debt = debtId === null ? null : await lockDebt(tx, utilityId, debtId);
  if (debtId !== null && debt?.agreementId !== agreementId) return { code: 'debt_not_found' };
  if (debt?.state === 'settled' || debt?.state === 'written_off') return { code: 'debt_settled' };
  if (money <= 0n) return { code: 'payment_not_positive' };
  // What is not owed cannot be paid: too much would be nobody's.
  if (debt !== null && money > debt.owed) return { code: 'payment_above_debt', owed: debt.owed };
  return null;
}

/** As for a sale; a payment counts in the till of the shift like one. */
async function sellerRefusal(
  tx: Transaction,
  { utilityId, timeZone }: Utility,
  { vendorId, operatorId, money }: NewPayment,
  now: Instant,
): Promise<PaymentRefusal | null> {
  const vendor = await findVendor(tx, utilityId, vendorId);
  if (vendor === null) return { code: 'vendor_not_found' };
  if (vendor.suspension !== null) return { code: 'vendor_suspended' };
  if (operatorId === null) return null;
  const operatorIds = [operatorId];
  const { limits, shifts } = await holdOperators(tx, { utilityId, operatorIds, now, timeZone });
  if (vendor.settings.shiftRequired && shifts.get(operatorId) !== vendorId) {
    return { code: 'shift_not_open' };
  }
  const limit = limits.get(operatorId);
  const left = limit === undefined ? null : leftOfLimit(limit);
  return left !== null && money > left ? { code: 'operator_limit_exceeded', left } : null;
}

async function write(
  tx: Transaction,
  utility: Utility,
  order: NewPayment,
  { floatAccountId }: Vendor,
  now: Instant,
): Promise<void> {
  const { utilityId } = utility;
  const { payment } = order;
  await tx.query(insertStatement, [
    utilityId,
    order.paymentId,
    order.agreementId,
    order.vendorId,
    order.operatorId,
    order.debtId,
    order.kind,
    order.money,
    order.soldBy,
    order.channel,
    payment?.method ?? null,
    payment?.reference ?? null,
    order.documentReference,
    now,
  ]);
  if (payment !== null && payment.reference !== null) {
    const { method, reference } = payment;
    await tx.query(insertReferenceStatement, [utilityId, order.paymentId, method, reference]);
  }
  if (order.debtId !== null) {
    await tx.query(takeOffStatement, [utilityId, order.debtId, order.money, 'settled']);
  }
  const entry = await paymentEntry(tx, utility, order, { floatAccountId, now, isReversal: false });
  await Promise.all(postEntries(tx, utility.book, [entry], now));
}

/** Who took it and how is not part of it, as with a vend; but for how it was paid. */
function isSame(a: AccountPayment, b: NewPayment): boolean {
  return (
    a.vendorId === b.vendorId &&
    a.agreementId === b.agreementId &&
    a.kind === b.kind &&
    a.debtId === b.debtId &&
    a.money === b.money &&
    a.payment?.method === b.payment?.method &&
    a.payment?.reference === b.payment?.reference &&
    a.documentReference === b.documentReference
  );
}

function refused(refusal: PaymentRefusal): TakePaymentAnswer {
  return { kind: 'refused', refusal };
}
