/** A quote on its own: the same rules as a vend, nothing written, nothing set aside. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { Quote } from '@wattvend/tariff/quote.js';
import { moneyForEnergy, quoteFreeUnits, quotePurchase } from '@wattvend/tariff/quote.js';
import { readPublishedValues } from '../tariff/published-values.ts';
import type { ShelvedTariff } from '../tariff/tariff-shelf.ts';
import { createTariffShelf } from '../tariff/tariff-shelf.ts';
import { dateText, localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import { purchaseOf, supplyRefusal } from '../vend/decide.ts';
import type { VendRefusal } from '../vend/refusals.ts';
import { statesOf, tariffsOf } from '../vend/reserve.ts';
import type { DebtRow, Supply, SupplyRow } from '../vend/supply.ts';
import { supplyOfRow } from '../vend/supply.ts';
import { CHANNEL_DEFAULT } from '../vend/vend.ts';
import { purchaseOrder, quoteOrder } from './supply-quote.ts';

export interface SupplyQuote {
  readonly quote: Quote;
  readonly supply: Supply;
  readonly tariff: ShelvedTariff;
}

/** Refusals are those of VEND_REFUSALS that can be known before anything is sold, in order. */
export type MeterQuoteAnswer =
  | ({ readonly kind: 'quote' } & SupplyQuote)
  | { readonly kind: 'refused'; readonly refusal: VendRefusal };

/** How much for this money, how much money for this energy, or which free units are due. */
export type QuoteFor =
  | { readonly kind: 'money'; readonly tendered: MinorUnits }
  | { readonly kind: 'energy'; readonly energy: TenthKwh }
  | { readonly kind: 'free-units' };

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/vend/${name}`, import.meta.url));
const readSuppliesStatement = statement('read-supplies.sql');
const readDebtsStatement = statement('read-debts.sql');

export async function quoteMeter(
  tx: Pick<Transaction, 'query'>,
  utility: Pick<Utility, 'utilityId' | 'timeZone'>,
  request: {
    readonly meterNumber: Drn;
    readonly for: QuoteFor;
    readonly channel?: string;
    readonly now: Instant;
  },
): Promise<MeterQuoteAnswer> {
  const { utilityId, timeZone } = utility;
  const { meterNumber, now, channel = CHANNEL_DEFAULT } = request;
  const localDate = localDates(timeZone);
  const today = localDate(now);
  const [supplies, debts] = await Promise.all([
    tx.query<SupplyRow>(readSuppliesStatement, [utilityId, [meterNumber], now]),
    tx.query<DebtRow>(readDebtsStatement, [utilityId, [meterNumber], dateText(today)]),
  ]);
  const found = supplies.rows.map(supplyOfRow);
  const [supply] = found;
  const refusal = supplyRefusal(supply);
  if (refusal !== null || supply === undefined) {
    return { kind: 'refused', refusal: { code: refusal ?? 'meter_not_found' } };
  }
  const { agreement } = supply;
  if (agreement === null) return { kind: 'refused', refusal: { code: 'agreement_ended' } };
  const shelf = createTariffShelf(utilityId);
  const [tariff] = await shelf.fetch(tx, tariffsOf(found));
  if (tariff === undefined) return { kind: 'refused', refusal: { code: 'tariff_not_found' } };
  const values = tariff.needsPublished ? await readPublishedValues(tx, utilityId, today, now) : {};
  const view = { now, localDate, values, ...statesOf(found, debts.rows) };
  const purchase = purchaseOf(view, agreement, tariff, channel);
  const answer = quoted(purchase, request.for);
  return answer.kind === 'refused'
    ? answer
    : { kind: 'quote', quote: answer.quote, supply, tariff };
}

function quoted(
  purchase: Parameters<typeof quoteOrder>[0],
  wanted: QuoteFor,
): ReturnType<typeof quotePurchase> {
  if (wanted.kind === 'free-units') return quoteFreeUnits(quoteOrder(purchase));
  if (wanted.kind === 'money') return quotePurchase(purchaseOrder(purchase, wanted.tendered));
  return moneyForEnergy(quoteOrder(purchase), wanted.energy);
}
