/**
 * What giving a vend back would do to the books, told before anybody asks for it and beside what waits
 * for a second person: the money, and each account it moves.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { findAccounts } from '@wattvend/ledger/account.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Utility } from '../utility/utility.ts';
import { findVend } from '../vend/find-vends.ts';
import type { Vend, VendId } from '../vend/vend.ts';
import type { RefundTo } from './refund-entry.ts';
import { moneyOfUnused, refundShares } from './refund-entry.ts';
import { isRefundable } from './request-refund.ts';

/** Money off one account, or on it. */
export interface PreviewedLine {
  /** Its code in the chart of accounts. */
  readonly account: string;
  readonly name: string;
  readonly side: 'debit' | 'credit';
  readonly money: MinorUnits;
}

export const REFUND_PREVIEW_REFUSALS = [
  'vend_not_found',
  'vend_not_refundable',
  'refund_part_faulty',
] as const;

export type RefundPreview =
  | {
      readonly kind: 'preview';
      readonly money: MinorUnits;
      /** What the vend's lines lose, and behind it who gets the money. */
      readonly lines: readonly PreviewedLine[];
    }
  | { readonly kind: 'refused'; readonly refusal: (typeof REFUND_PREVIEW_REFUSALS)[number] };

/** Refusals: REFUND_PREVIEW_REFUSALS, in order. Nothing is written. */
export async function previewRefund(
  tx: Pick<Transaction, 'query'>,
  utility: Utility,
  wanted: {
    readonly vendId: VendId;
    readonly unused: TenthKwh | null;
    readonly moneyTo: RefundTo;
  },
): Promise<RefundPreview> {
  const { vendId, unused, moneyTo } = wanted;
  const vend = await findVend(tx, utility.utilityId, vendId);
  if (vend === null) return { kind: 'refused', refusal: 'vend_not_found' };
  if (!isRefundable(vend)) return { kind: 'refused', refusal: 'vend_not_refundable' };
  const money = unused === null ? vend.tendered : moneyOfUnused(vend, unused);
  if (money === null) return { kind: 'refused', refusal: 'refund_part_faulty' };
  const shares = refundShares(vend, money, unused === null);
  const accounts = await findAccounts(tx, utility.book, [
    ...shares.keys(),
    ...['customer_debts', 'customer_credit', 'bank'],
  ]);
  const nameOf = (code: string): string => accounts.get(code)?.name ?? code;
  const lines = [...shares].flatMap(([account, share]): readonly PreviewedLine[] =>
    share === 0n ? [] : [{ account, name: nameOf(account), side: 'debit', money: share }],
  );
  return { kind: 'preview', money, lines: [...lines, creditLine(vend, moneyTo, money, nameOf)] };
}

function creditLine(
  vend: Vend,
  moneyTo: RefundTo,
  money: MinorUnits,
  nameOf: (code: string) => string,
): PreviewedLine {
  if (moneyTo === 'vendor_float') {
    const name = `Float of ${vend.vendor?.name ?? 'the vendor'}`;
    return { account: 'vendor_float', name, side: 'credit', money };
  }
  const account = moneyTo === 'debt' ? 'customer_debts' : moneyTo;
  return { account, name: nameOf(account), side: 'credit', money };
}
