/** What payments beside electricity are called, on the page and on paper. */
import type { AccountPayment } from '../../api/model.ts';

export const PAYMENT_KIND_NAMES: Readonly<Record<AccountPayment['kind'], string>> = {
  debt: 'Debt',
  connection: 'Connection fee',
  conversion: 'Conversion of the supply',
  tamper: 'Tamper fine',
};

/** "Debt: Arrears 2025" or "Tamper fine". */
export function paymentName(payment: Pick<AccountPayment, 'kind' | 'debt'>): string {
  const name = PAYMENT_KIND_NAMES[payment.kind];
  return payment.debt === null ? name : `${name}: ${payment.debt.name}`;
}
