/** What stands on the receipt of a payment, as data: the page and the slip show the same rows. */
import type { AccountPayment } from '../api/model.ts';
import { paidWithName } from '../forms/payment-methods.ts';
import { paymentName } from '../pages/payments/payment-words.ts';
import { formatInstant } from '../wall-time.ts';
import type { ReceiptRow } from './receipt-rows.ts';

function paidWith(payment: AccountPayment['payment']): string {
  const name = paidWithName(payment?.method ?? 'cash');
  const reference = payment?.reference ?? null;
  return reference === null ? name : `${name}, ${reference}`;
}

export function paymentRows(payment: AccountPayment, timeZone: string): readonly ReceiptRow[] {
  const rows: readonly [string, string | null][] = [
    ['Date', formatInstant(payment.paid_at, timeZone)],
    ['For', paymentName(payment)],
    ['Customer', payment.customer_name],
    ['Account', payment.account_number],
    ['Paid with', paidWith(payment.payment)],
    ['Paper', payment.document_reference],
    ['Taken by', `${payment.taken_by}, ${payment.vendor_name}`],
  ];
  return rows.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label, value }],
  );
}
