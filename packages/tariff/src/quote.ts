import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { LocalDate } from './calendar.ts';
import { monthOfDate } from './calendar.ts';
import type { PurchaseState } from './purchase-state.ts';
import type { BasisPoints, PriceE4Minor, Tariff } from './tariff.ts';
import { quoteFlat } from './tariff.ts';
export type PublishedValues = Readonly<Record<string, Readonly<Record<number, bigint>>>>;
export interface DebtDue { readonly debtId: string; readonly name: string; readonly account: string; readonly priority: number; readonly balance: MinorUnits; readonly recovery: { readonly kind: 'whole' } | { readonly kind: 'share'; readonly share: BasisPoints } | { readonly kind: 'fixed'; readonly money: MinorUnits; readonly per: 'purchase' | 'month' }; readonly least: MinorUnits }
export interface QuoteOrder { readonly tariff: Tariff; readonly values: PublishedValues; readonly state: PurchaseState; readonly tendered: MinorUnits; readonly at: LocalDate; readonly since: LocalDate; readonly channel: string; readonly exemptions: readonly string[]; readonly entitlements: readonly string[]; readonly debts: readonly DebtDue[]; readonly mostDebtShare: BasisPoints; readonly claimFree: boolean; readonly energyMost: TenthKwh; readonly energyStep: (energy: TenthKwh) => TenthKwh }
interface LineBase { readonly id: string; readonly name: string; readonly account: string; readonly money: MinorUnits }
export type QuoteLine = LineBase & (
  | { readonly kind: 'debt'; readonly balanceAfter: MinorUnits }
  | { readonly kind: 'fee'; readonly channel: string }
  | { readonly kind: 'fixed'; readonly from: number; readonly to: number; readonly count: number; readonly isPart: boolean }
  | { readonly kind: 'energy'; readonly energy: TenthKwh; readonly price: PriceE4Minor; readonly step: number | null }
  | { readonly kind: 'per-kwh'; readonly energy: TenthKwh; readonly price: bigint; readonly month: number | null }
  | { readonly kind: 'rate'; readonly rate: BasisPoints; readonly base: MinorUnits }
  | { readonly kind: 'free'; readonly energy: TenthKwh; readonly periods: number }
  | { readonly kind: 'in-meter' });
export interface Quote { readonly tendered: MinorUnits; readonly credit: { readonly kind: 'energy'; readonly energy: TenthKwh } | { readonly kind: 'currency'; readonly money: MinorUnits }; readonly free: readonly { readonly id: string; readonly name: string; readonly energy: TenthKwh; readonly periods: number }[]; readonly lines: readonly QuoteLine[]; readonly state: PurchaseState }
export const QUOTE_REFUSALS = ['tendered_not_positive', 'tendered_below_minimum', 'tendered_above_limit', 'month_limit_reached', 'published_value_missing', 'free_units_not_due', 'debt_exceeds_purchase', 'charges_exceed_purchase', 'tendered_below_one_unit', 'tendered_above_maximum'] as const;
export type QuoteRefusal = { readonly code: 'tendered_not_positive' } | { readonly code: 'tendered_below_minimum' | 'debt_exceeds_purchase' | 'charges_exceed_purchase' | 'tendered_below_one_unit'; readonly least: MinorUnits } | { readonly code: 'tendered_above_limit' | 'tendered_above_maximum'; readonly most: MinorUnits } | { readonly code: 'month_limit_reached'; readonly left: MinorUnits | TenthKwh } | { readonly code: 'published_value_missing'; readonly component: string } | { readonly code: 'free_units_not_due'; readonly from: LocalDate | null };
export type QuoteAnswer = { readonly kind: 'quote'; readonly quote: Quote } | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };
export function quotePurchase(o: QuoteOrder): QuoteAnswer {
  const { energy, rates } = o.tariff;
  if (energy.kind !== 'flat') throw new Error('stub');
  const vat = (rates[0]?.rate ?? 0) as BasisPoints;
  const a = quoteFlat({ kind: 'flat', pricePerKwh: energy.price, vat }, o.tendered, o.energyMost);
  if (a.kind === 'refused') return a;
  const e = o.energyStep(a.quote.energy);
  const month = monthOfDate(o.at);
  const same = o.state.month === month;
  return { kind: 'quote', quote: { tendered: o.tendered, credit: { kind: 'energy', energy: e }, free: [], lines: a.quote.lines.map((l) => l.kind === 'energy' ? { kind: 'energy', id: energy.id, name: energy.name, account: energy.account, money: l.money, energy: e, price: energy.price, step: null } : { kind: 'rate', id: rates[0]!.id, name: rates[0]!.name, account: rates[0]!.account, money: l.money, rate: vat, base: l.base }), state: { ...o.state, month, energyThisMonth: tenthKwh((same ? o.state.energyThisMonth : 0) + e), tenderedThisMonth: minorUnits((same ? o.state.tenderedThisMonth : 0n) + o.tendered) } } };
}
export function quoteFreeUnits(_: Omit<QuoteOrder, 'tendered'>): QuoteAnswer { return { kind: 'refused', refusal: { code: 'free_units_not_due', from: null } }; }
export type MoneyAnswer = { readonly kind: 'money'; readonly money: MinorUnits } | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };
export function moneyForEnergy(_: Omit<QuoteOrder, 'tendered'>, __: TenthKwh): MoneyAnswer { return { kind: 'refused', refusal: { code: 'tendered_not_positive' } }; }
