/**
 * A quote: what a tender gives, line by line. Pure and deterministic, so that a quote equals the
 * vend that follows it: both are this function.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { LocalDate, Month, Period, PeriodKind } from './calendar.ts';
import { monthOf } from './calendar.ts';
import { dueFreeUnits, nextClaimDate } from './free-units.ts';
import { stateInMonth } from './month-turn.ts';
import { purchaseOutcome, reachOf } from './purchase-outcome.ts';
import type { PurchasePlan } from './purchase-plan.ts';
import { planPurchase } from './purchase-plan.ts';
import type { DebtId, PurchaseState } from './purchase-state.ts';
import type { BoughtCurrency, BoughtEnergy } from './quote-lines.ts';
import { freeLines, quoteLines } from './quote-lines.ts';
import { stateAfter, withFreeUnits } from './state-after.ts';
import type { BasisPoints, ComponentId, PriceE4Minor, Tariff } from './tariff.ts';
import { leastTenderedFor, mostTenderedFor, nearestBelow } from './tender-search.ts';

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
  /** The most of a tender that debts take, but for those recovered whole; 10000 is no limit, 0 lets them rest. */
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

/**
 * What a tender gives. Free units that are due come along when the order claims them; when none
 * are, that is no refusal.
 */
export function quotePurchase(order: QuoteOrder): QuoteAnswer {
  const early = limitRefusal(order, order.tendered);
  if (early !== null) return refused(early);
  const planned = planPurchase(order);
  if (planned.kind === 'refused') return planned;
  return quotePlanned(planned.plan, order.tendered);
}

/** Free units without a purchase: a quote of no money, or why none are due. */
export function quoteFreeUnits(context: QuoteContext): QuoteAnswer {
  const state = stateInMonth(context.state, monthOf(context.at));
  const free = dueFreeUnits(context, 'alone');
  if (free.length === 0) {
    return refused({ code: 'free_units_not_due', from: nextClaimDate(context) });
  }
  const quote: Quote = {
    tendered: minorUnits(0n),
    credit: { kind: 'energy', energy: tenthKwh(0) },
    free: grantsOf(free),
    lines: freeLines(free),
    state: withFreeUnits(state, free),
  };
  return { kind: 'quote', quote };
}

/**
 * The quote of the least tender that gives at least so much energy (free units not counted), with
 * all debts, charges and rates. A minor unit less gives less, or is refused.
 */
export function moneyForEnergy(context: QuoteContext, energy: TenthKwh): QuoteAnswer {
  if (context.tariff.energy.kind === 'in-meter') return refused({ code: 'sold_as_money' });
  const planned = planPurchase(context);
  if (planned.kind === 'refused') return planned;
  // No tender is sold that gives nothing, so no energy at all is asked for as the least there is.
  const least = leastTenderedFor(planned.plan, BigInt(Math.max(1, energy)));
  return refusedOr(limitRefusal(context, least), () => quotePlanned(planned.plan, least));
}

function refusedOr(refusal: QuoteRefusal | null, otherwise: () => QuoteAnswer): QuoteAnswer {
  return refusal === null ? otherwise() : refused(refusal);
}

function refused(refusal: QuoteRefusal): QuoteAnswer {
  return { kind: 'refused', refusal };
}

/** The refusals that need no arithmetic. */
function limitRefusal(context: QuoteContext, tendered: MinorUnits): QuoteRefusal | null {
  if (tendered <= 0n) return { code: 'tendered_not_positive' };
  const { leastTendered, mostTendered, mostTenderedPerMonth, mostEnergyPerMonth } =
    context.tariff.limits;
  if (leastTendered !== null && tendered < leastTendered) {
    return { code: 'tendered_below_minimum', least: leastTendered };
  }
  if (mostTendered !== null && tendered > mostTendered) {
    return { code: 'tendered_above_limit', most: mostTendered };
  }
  if (mostTenderedPerMonth === null && mostEnergyPerMonth === null) return null;
  const state = stateInMonth(context.state, monthOf(context.at));
  if (mostTenderedPerMonth !== null) {
    const left = mostTenderedPerMonth - state.tenderedThisMonth;
    if (tendered > left) {
      const money = minorUnits(left > 0n ? left : 0n);
      return { code: 'month_limit_reached', left: { kind: 'money', money } };
    }
  }
  if (mostEnergyPerMonth !== null && state.energyThisMonth >= mostEnergyPerMonth) {
    return { code: 'month_limit_reached', left: { kind: 'energy', energy: tenthKwh(0) } };
  }
  return null;
}

function quotePlanned(plan: PurchasePlan, tendered: MinorUnits): QuoteAnswer {
  const outcome = purchaseOutcome(plan, tendered);
  switch (outcome.kind) {
    case 'debts-exceed':
      return refused({ code: 'debt_exceeds_purchase', least: leastTenderedFor(plan, 1n) });
    case 'charges-exceed':
      return refused({ code: 'charges_exceed_purchase', least: leastTenderedFor(plan, 1n) });
    case 'below-one-unit':
      return refused({ code: 'tendered_below_one_unit', least: leastTenderedFor(plan, 1n) });
    case 'between-bands': {
      const more = leastTenderedFor(plan, reachOf(plan, tendered) + 1n);
      const less = nearestBelow(plan, tendered);
      return refused({ code: 'tendered_between_bands', less, more });
    }
    case 'currency':
      return bought(plan, tendered, outcome);
    case 'energy': {
      const tooMuch = energyRefusal(plan, outcome);
      return tooMuch === null ? bought(plan, tendered, outcome) : refused(tooMuch);
    }
  }
}

function energyRefusal(plan: PurchasePlan, outcome: BoughtEnergy): QuoteRefusal | null {
  const { mostEnergyPerMonth } = plan.context.tariff.limits;
  if (mostEnergyPerMonth !== null && plan.startTenths + outcome.tenths > mostEnergyPerMonth) {
    const energy = tenthKwh(Math.max(0, mostEnergyPerMonth - plan.startTenths));
    return { code: 'month_limit_reached', left: { kind: 'energy', energy } };
  }
  if (outcome.tenths > plan.context.energyMost) {
    return { code: 'tendered_above_maximum', most: mostTenderedFor(plan) };
  }
  return null;
}

function bought(
  plan: PurchasePlan,
  tendered: MinorUnits,
  outcome: BoughtEnergy | BoughtCurrency,
): QuoteAnswer {
  const lines = quoteLines(plan, tendered, outcome);
  const quote: Quote = {
    tendered,
    credit: creditOf(outcome, lines),
    free: grantsOf(plan.free),
    lines,
    state: stateAfter(plan, tendered, outcome, lines),
  };
  return { kind: 'quote', quote };
}

function creditOf(
  outcome: BoughtEnergy | BoughtCurrency,
  lines: readonly QuoteLine[],
): QuoteCredit {
  if (outcome.kind === 'energy') return { kind: 'energy', energy: tenthKwh(outcome.tenths) };
  const line = lines.find((one) => one.kind === 'in-meter');
  if (line === undefined) throw new Error('money for a meter has no line');
  return { kind: 'currency', money: line.money };
}

function grantsOf(free: PurchasePlan['free']): readonly FreeGrant[] {
  return free.map(({ units, energy, periods }) => ({
    id: units.id,
    name: units.name,
    energy,
    periods,
  }));
}
