/** What stands on a receipt, as data: the slip and the page show the same rows in the same order. */
import type { Vend } from '../api/model.ts';
import { groupDigits } from '../digits.ts';
import { paidWithName } from '../forms/payment-methods.ts';
import { formatInstant } from '../wall-time.ts';

export interface ReceiptRow {
  readonly label: string;
  readonly value: string;
}

function paidWith({ method, reference }: NonNullable<Vend['payment']>): string {
  const name = paidWithName(method);
  return reference === null ? name : `${name}, ${reference}`;
}

/** Who, where, when: the head of the receipt. Rows without a value are left out. */
export function receiptFacts(vend: Vend, timeZone: string, locale?: string): readonly ReceiptRow[] {
  const at = vend.posted_at ?? vend.requested_at;
  const rows: readonly [string, string | null][] = [
    ['Receipt', vend.receipt_number],
    ['Date', formatInstant(at, timeZone, locale)],
    ['Customer', vend.customer_name],
    ['Address', vend.address],
    ['Meter', groupDigits(vend.meter_number)],
    ['Tariff', vend.tariff === null ? null : `${vend.tariff.name} v${vend.tariff.version}`],
    ['Account', vend.account_number],
    ['Paid with', vend.payment === null ? null : paidWith(vend.payment)],
    ['Sold by', vend.vendor === null ? vend.sold_by : `${vend.sold_by}, ${vend.vendor.name}`],
  ];
  return rows.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label, value }],
  );
}

/** The key the token was made for: what a service desk asks when a meter refuses it. */
export function receiptKey(vend: Vend): string {
  return `SGC ${vend.supply_group_code} · KRN ${vend.key_revision_number} · TI ${vend.tariff_index}`;
}

/** "Copy 2" for the second reprint; null for the original. */
export function copyMark(vend: Vend): string | null {
  return vend.reprint_count > 0 ? `Copy ${vend.reprint_count}` : null;
}
