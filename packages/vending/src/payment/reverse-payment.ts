/**
 * Gives a payment back that was taken by mistake: on the day it was taken, while the till it lies in
 * has not been counted. Afterwards it is a refund, which two people agree on.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { postEntries } from '@wattvend/ledger/entry.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { lockDebt } from '../debt/change-debt.ts';
import type { Author } from '../staff/author.ts';
import { dateText, localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import { holdOperators } from '../vend/operator-limits.ts';
import { lockFloat } from '../vendor/float.ts';
import { againWhenMet } from '../vendor/met.ts';
import { coverFloor } from '../vendor/suspension.ts';
import type { Vendor } from '../vendor/vendors.ts';
import { lockVendor } from '../vendor/vendors.ts';
import { paymentEntry } from './payment-entry.ts';
import type { AccountPayment, PaymentId } from './payments.ts';
import { findPayment } from './payments.ts';

export interface ReversePayment {
  readonly reversalId: string;
  readonly paymentId: PaymentId;
  readonly reason: string;
  readonly reversedBy: string;
  readonly author: Author;
}

/** Why a payment is not given back, in order. */
export const PAYMENT_REVERSAL_REFUSALS = [
  'payment_not_found',
  'payment_reversal_id_conflict',
  'payment_reversed',
  'payment_of_another_day',
  'payment_in_closed_shift',
] as const;

export type PaymentReversalRefusal = (typeof PAYMENT_REVERSAL_REFUSALS)[number];

export type ReversePaymentAnswer =
  | { readonly kind: 'reversed'; readonly payment: AccountPayment; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: PaymentReversalRefusal };

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/payment/${name}`, import.meta.url));
const insertStatement = statement('insert-payment-reversal.sql');
const giveBackStatement = statement('give-back-debt.sql');
const releaseReferenceStatement = statement('release-payment-reference.sql');
const closedShiftStatement = statement('closed-shift-of.sql');
const reversedByStatement = statement('reversed-by.sql');

/** Refusals: PAYMENT_REVERSAL_REFUSALS, in order. The same reversal again changes nothing. */
export function reversePayment(
  database: Database,
  utility: Utility,
  order: ReversePayment,
  now: Instant,
): Promise<ReversePaymentAnswer> {
  return againWhenMet(database, (tx) => reversed(tx, utility, order, now));
}

async function reversed(
  tx: Transaction,
  utility: Utility,
  order: ReversePayment,
  now: Instant,
): Promise<ReversePaymentAnswer> {
  const { utilityId, timeZone } = utility;
  const { paymentId } = order;
  const seen = await findPayment(tx, utilityId, paymentId);
  if (seen === null) return refused('payment_not_found');
  // In the order in which everybody locks: vendor, debt, shift, float. Two reversals at once meet at
  // the vendor, since the payment itself never changes and cannot be held.
  const vendor = await lockVendor(tx, utilityId, seen.vendorId);
  if (vendor === null) throw new Error(`vendor ${seen.vendorId} is gone`);
  const payment = (await findPayment(tx, utilityId, paymentId)) ?? seen;
  if (await isIdOfAnother(tx, utility, order)) return refused('payment_reversal_id_conflict');
  if (payment.reversal !== null) {
    const { reversalId, reason } = payment.reversal;
    const isSame = reversalId === order.reversalId && reason === order.reason;
    return isSame ? { kind: 'reversed', payment, first: false } : refused('payment_reversed');
  }
  const dateOf = localDates(timeZone);
  if (dateText(dateOf(payment.paidAt)) !== dateText(dateOf(now))) {
    return refused('payment_of_another_day');
  }
  if (payment.debtId !== null) await lockDebt(tx, utilityId, payment.debtId);
  if (await isCounted(tx, utility, payment, now)) return refused('payment_in_closed_shift');
  await write(tx, utility, { order, payment, vendor }, now);
  const after = await findPayment(tx, utilityId, paymentId);
  return { kind: 'reversed', payment: after ?? payment, first: true };
}

/** Whether the reversal's id gave another payment back. */
async function isIdOfAnother(
  tx: Transaction,
  { utilityId }: Utility,
  { reversalId, paymentId }: ReversePayment,
): Promise<boolean> {
  const { rows } = await tx.query<{ readonly payment_id: string }>(reversedByStatement, [
    utilityId,
    reversalId,
  ]);
  return rows.some((row) => row.payment_id !== paymentId);
}

/** Whether the money was counted already: it was taken in a shift that is closed. */
async function isCounted(
  tx: Transaction,
  { utilityId, timeZone }: Utility,
  { operatorId, vendorId, paidAt }: AccountPayment,
  now: Instant,
): Promise<boolean> {
  if (operatorId === null) return false;
  // Holds the open shift, so that it is not counted while this goes on.
  await holdOperators(tx, { utilityId, operatorIds: [operatorId], now, timeZone });
  const { rows } = await tx.query(closedShiftStatement, [utilityId, operatorId, vendorId, paidAt]);
  return rows.length > 0;
}

async function write(
  tx: Transaction,
  utility: Utility,
  {
    order,
    payment,
    vendor,
  }: {
    readonly order: ReversePayment;
    readonly payment: AccountPayment;
    readonly vendor: Vendor;
  },
  now: Instant,
): Promise<void> {
  const { utilityId } = utility;
  const { paymentId, debtId, money } = payment;
  const { reversalId, reason, reversedBy } = order;
  await tx.query(insertStatement, [utilityId, paymentId, reversalId, reason, reversedBy, now]);
  if (payment.payment !== null && payment.payment.reference !== null) {
    const { method, reference } = payment.payment;
    await tx.query(releaseReferenceStatement, [utilityId, paymentId, method, reference]);
  }
  if (debtId !== null) {
    await tx.query(giveBackStatement, [utilityId, debtId, money]);
  }
  await lockFloat(tx, utilityId, vendor);
  const { floatAccountId } = vendor;
  const entry = await paymentEntry(tx, utility, payment, { floatAccountId, now, isReversal: true });
  await Promise.all(postEntries(tx, utility.book, [entry], now));
  await coverFloor(tx, utilityId, vendor);
  const details = { reversal_id: reversalId, reason, payment_minor: String(money) };
  const { userId: id, address } = order.author;
  const actor = { kind: 'user', id, address } as const;
  const subject = { kind: 'payment', id: paymentId };
  await recordAudit(tx, utilityId, { actor, what: 'payment.reversed', subject, details }, now);
}

function refused(refusal: PaymentReversalRefusal): ReversePaymentAnswer {
  return { kind: 'refused', refusal };
}
