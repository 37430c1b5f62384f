/**
 * A quote: what a tender gives, line by line. Pure and deterministic, so that a quote equals the
 * vend that follows it: both are this function.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { monthOf } from './calendar.ts';
import { quoteFlat } from './tariff.ts';
import type { LocalDate, Month, Period, PeriodKind } from './calendar.ts';
import type { DebtId, PurchaseState } from './purchase-state.ts';
import type { BasisPoints, ComponentId, PriceE4Minor, Tariff } from './tariff.ts';

/** The values published for a component, each from its month on until the next one. */
export type PublishedValues = Readonly<Record<ComponentId, readonly PublishedValue[]>>;

export interface PublishedValue {
  readonly month: Month;
  /** Below zero for a rebate. */
  readonly price: PriceE4Minor;
}

/** A debt that this purchase has to help to pay. */
export interface DebtDue {
  readonly debtId: DebtId;
  readonly name: string;
  readonly account: string;
  /** 1 is first; equal ones in the order given. */
  readonly priority: number;
  /** What is still owed. */
  readonly balance: MinorUnits;
  readonly recovery: DebtRecovery;
  /** At least this much of each purchase that the rule applies to, or the balance if smaller. */
  readonly least: MinorUnits;
}

export type DebtRecovery =
  | { readonly kind: 'whole' }
  | { readonly kind: 'share'; readonly share: BasisPoints }
  | { readonly kind: 'fixed'; readonly money: MinorUnits; readonly per: 'purchase' | 'month' };

/** All that a quote depends on, but for the tender. */
export interface QuoteContext {
  readonly tariff: Tariff;
  readonly values: PublishedValues;
  readonly state: PurchaseState;
  /** The date of the purchase in the utility's calendar. */
  readonly at: LocalDate;
  /** When the customer's agreement began: nothing is owed and nothing free for the time before. */
  readonly since: LocalDate;
  readonly channel: string;
  /** The rates this customer is exempt from, as far as they can be. */
  readonly exemptions: readonly ComponentId[];
  /** The free units this customer is entitled to, of those that must be listed. */
  readonly entitlements: readonly ComponentId[];
  readonly debts: readonly DebtDue[];
  /** The most of a tender that debts take, but for those recovered whole; 10000 is no limit. */
  readonly mostDebtShare: BasisPoints;
  /** Whether free units that are due come with the purchase. */
  readonly claimFree: boolean;
  /** What one token can carry. */
  readonly energyMost: TenthKwh;
  /** What a token really carries: the energy itself, or the next larger that it can hold. */
  readonly energyStep: (energy: TenthKwh) => TenthKwh;
}

export interface QuoteOrder extends QuoteContext {
  readonly tendered: MinorUnits;
}

/** What the purchase puts into the meter, beside free units. */
export type QuoteCredit =
  | { readonly kind: 'energy'; readonly energy: TenthKwh }
  | { readonly kind: 'currency'; readonly money: MinorUnits };

export interface FreeGrant {
  readonly id: ComponentId;
  readonly name: string;
  readonly energy: TenthKwh;
  /** How many months or days it is for. */
  readonly periods: number;
}

/** The money of all lines adds up to the money tendered, to the minor unit. */
export interface Quote {
  readonly tendered: MinorUnits;
  readonly credit: QuoteCredit;
  readonly free: readonly FreeGrant[];
  readonly lines: readonly QuoteLine[];
  /** After this purchase. */
  readonly state: PurchaseState;
}

interface MoneyLine {
  /** The component, or the debt. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly money: MinorUnits;
}

export interface FeeLine extends MoneyLine {
  readonly kind: 'fee';
  readonly channel: string;
}

export interface DebtLine extends MoneyLine {
  readonly kind: 'debt';
  readonly balanceAfter: MinorUnits;
}

/** The periods a payment touches; `isPart` when the last of them stays owed in part. */
export interface FixedLine extends MoneyLine {
  readonly kind: 'fixed';
  readonly per: PeriodKind;
  readonly from: Period;
  readonly to: Period;
  readonly count: number;
  readonly isPart: boolean;
}

/** One for each step touched; `step` counts from 0 and is null where there is one price only. */
export interface EnergyLine extends MoneyLine {
  readonly kind: 'energy';
  readonly energy: TenthKwh;
  readonly price: PriceE4Minor;
  readonly step: number | null;
}

/** `month` is that of the published value; null for a price that stands in the tariff. */
export interface PerKwhLine extends MoneyLine {
  readonly kind: 'per-kwh';
  readonly energy: TenthKwh;
  readonly price: PriceE4Minor;
  readonly month: Month | null;
}

export interface RateLine extends MoneyLine {
  readonly kind: 'rate';
  readonly rate: BasisPoints;
  readonly base: MinorUnits;
}

/** Money that goes to the meter, which applies the prices itself. */
export interface InMeterLine extends MoneyLine {
  readonly kind: 'in-meter';
}

/** Units for nothing: no money, and so no account. */
export interface FreeLine {
  readonly kind: 'free';
  readonly id: ComponentId;
  readonly name: string;
  readonly account: null;
  readonly money: MinorUnits;
  readonly energy: TenthKwh;
}

/** Money is below zero only in the line of a published rebate, and in rates that stand on it. */
export type QuoteLine =
  | FeeLine
  | DebtLine
  | FixedLine
  | EnergyLine
  | PerKwhLine
  | RateLine
  | InMeterLine
  | FreeLine;

/** Why there is no quote, in the order in which the rules are looked at. */
export const QUOTE_REFUSALS = [
  'sold_as_money',
  'tendered_not_positive',
  'tendered_below_minimum',
  'tendered_above_limit',
  'month_limit_reached',
  'published_value_missing',
  'published_value_too_low',
  'free_units_not_due',
  'debt_exceeds_purchase',
  'charges_exceed_purchase',
  'tendered_between_bands',
  'tendered_below_one_unit',
  'tendered_above_maximum',
] as const;

export type QuoteRefusal =
  /** The energy was asked for, but this tariff sends money to the meter. */
  | { readonly code: 'sold_as_money' }
  | { readonly code: 'tendered_not_positive' }
  | { readonly code: 'tendered_below_minimum'; readonly least: MinorUnits }
  | { readonly code: 'tendered_above_limit'; readonly most: MinorUnits }
  | { readonly code: 'month_limit_reached'; readonly left: LeftThisMonth }
  | { readonly code: 'published_value_missing'; readonly component: ComponentId }
  /** A rebate that would make the whole price of a kWh zero or less. */
  | { readonly code: 'published_value_too_low'; readonly component: ComponentId }
  /** `from` is the next date on which some are due; null when none ever will be. */
  | { readonly code: 'free_units_not_due'; readonly from: LocalDate | null }
  /** `least` is the smallest tender that would be enough, here and below. */
  | { readonly code: 'debt_exceeds_purchase'; readonly least: MinorUnits }
  | { readonly code: 'charges_exceed_purchase'; readonly least: MinorUnits }
  /**
   * The price of the whole volume jumps at a threshold, and no energy costs exactly this tender:
   * `less` is the nearest smaller tender that is sold (null when there is none), `more` the nearest
   * larger one.
   */
  | {
      readonly code: 'tendered_between_bands';
      readonly less: MinorUnits | null;
      readonly more: MinorUnits;
    }
  | { readonly code: 'tendered_below_one_unit'; readonly least: MinorUnits }
  | { readonly code: 'tendered_above_maximum'; readonly most: MinorUnits };

export type LeftThisMonth =
  | { readonly kind: 'money'; readonly money: MinorUnits }
  | { readonly kind: 'energy'; readonly energy: TenthKwh };

export type QuoteAnswer =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };
export function quotePurchase(o: QuoteOrder): QuoteAnswer {
  const { energy, rates } = o.tariff;
  if (energy.kind !== 'flat') throw new Error('stub');
  const vat = (rates[0]?.rate ?? 0) as BasisPoints;
  const a = quoteFlat({ kind: 'flat', pricePerKwh: energy.price, vat }, o.tendered, o.energyMost);
  if (a.kind === 'refused') return a;
  const e = o.energyStep(a.quote.energy);
  const month = monthOf(o.at);
  const same = o.state.month === month;
  return { kind: 'quote', quote: { tendered: o.tendered, credit: { kind: 'energy', energy: e }, free: [], lines: a.quote.lines.map((l) => l.kind === 'energy' ? { kind: 'energy' as const, id: energy.id, name: energy.name, account: energy.account, money: l.money, energy: e, price: energy.price, step: null } : { kind: 'rate' as const, id: rates[0]!.id, name: rates[0]!.name, account: rates[0]!.account, money: l.money, rate: vat, base: l.base }), state: { ...o.state, month, energyThisMonth: tenthKwh((same ? o.state.energyThisMonth : 0) + e), tenderedThisMonth: minorUnits((same ? o.state.tenderedThisMonth : 0n) + o.tendered) } } };
}
export function quoteFreeUnits(_: Omit<QuoteOrder, 'tendered'>): QuoteAnswer { return { kind: 'refused', refusal: { code: 'free_units_not_due', from: null } }; }
export type MoneyAnswer = { readonly kind: 'money'; readonly money: MinorUnits } | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };
export function moneyForEnergy(_: Omit<QuoteOrder, 'tendered'>, __: TenthKwh): MoneyAnswer { return { kind: 'refused', refusal: { code: 'tendered_not_positive' } }; }
