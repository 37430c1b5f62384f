/** The ledger's entries of a payment of an account, and of giving it back. */
import type { Transaction } from '@wattvend/database/database.js';
import type { Entry } from '@wattvend/ledger/entry.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from '@wattvend/quantities/month.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { CUSTOMER_DEBTS, debtAccount } from '../debt/debt-accounts.ts';
import { derivedId } from '../utility/derived-id.ts';
import type { Utility } from '../utility/utility.ts';
import type { NewPayment, PaymentKind } from './payments.ts';

/** What a payment of that kind is booked on. */
const ACCOUNTS = {
  debt: CUSTOMER_DEBTS,
  connection: 'connection_fees',
  conversion: 'connection_fees',
  tamper: 'penalties',
} as const satisfies Readonly<Record<PaymentKind, Parameters<typeof debtAccount>[2]>>;

/**
 * The vendor's float pays, as with a sale. The entry is of the month in which the payment, or its
 * reversal, was written down; their rows, made in the same transaction, keep both from coming twice.
 */
export async function paymentEntry(
  tx: Transaction,
  utility: Utility,
  payment: Pick<NewPayment, 'paymentId' | 'kind' | 'money'>,
  o: {
    readonly floatAccountId: Entry['postings'][number]['accountId'];
    readonly now: Instant;
    readonly isReversal: boolean;
  },
): Promise<Entry> {
  const accountId = await debtAccount(tx, utility, ACCOUNTS[payment.kind]);
  const money = o.isReversal ? minorUnits(-payment.money) : payment.money;
  const kind = o.isReversal ? 'payment_reversal' : 'account_payment';
  return {
    entryId: derivedId(kind.replace('_', ' '), payment.paymentId),
    kind,
    month: monthOf(o.now),
    resolvesReservation: false,
    postings: [
      { accountId: o.floatAccountId, money },
      { accountId, money: minorUnits(-money) },
    ],
  };
}
