/**
 * What a purchase for a supply gives: the one place where a quote and a vend get their figures, so
 * that the vend is what was quoted. A tariff counts in tenths of a kWh; above 1638.3 kWh the token's
 * field has coarser steps, and the customer is given the next larger one.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { carriedTransferAmount, TRANSFER_AMOUNT_MAX } from '@wattvend/sts/transfer-amount.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import type { DebtDue, PublishedValues, QuoteOrder } from '@wattvend/tariff/quote.js';
import type { Tariff } from '@wattvend/tariff/tariff.js';
import type { SupplyAgreement } from '../vend/supply.ts';

export interface SupplyPurchase {
  readonly agreement: SupplyAgreement;
  /** As earlier purchases of the same batch have left it. */
  readonly state: PurchaseState;
  readonly debts: readonly DebtDue[];
  readonly tariff: Tariff;
  readonly values: PublishedValues;
  readonly today: LocalDate;
  readonly since: LocalDate;
  readonly channel: string;
}

/** The order for a quote, without the money. */
export function quoteOrder(purchase: SupplyPurchase): Omit<QuoteOrder, 'tendered'> {
  const { agreement, state, debts, tariff, values, today, since, channel } = purchase;
  return {
    tariff,
    values,
    state,
    at: today,
    since,
    channel,
    exemptions: agreement.exemptions,
    entitlements: agreement.entitlements,
    debts,
    mostDebtShare: agreement.mostDebtShare,
    claimFree: true,
    energyMost: tenthKwh(TRANSFER_AMOUNT_MAX),
    energyStep: carriedTransferAmount,
  };
}

export function purchaseOrder(purchase: SupplyPurchase, tendered: MinorUnits): QuoteOrder {
  return { ...quoteOrder(purchase), tendered };
}
