/**
 * All of a purchase that does not depend on the tender: the state at its month, the rates this
 * customer pays, the values that hold, the price ladder, what is owed and which free units come
 * along. A search over tenders makes it once.
 *
 * Money is exact in two scales. Parts of the tender are ten-thousandths of a minor unit times the
 * scale of the rates (`unit`). Scaled money of the price ladder is a million times finer, which
 * makes the price of a millionth of a kWh a whole number: a price is in ten-thousandths of a minor
 * unit for a million millionths.
 */
import type { Month } from './calendar.ts';
import { monthOf } from './calendar.ts';
import { debtsInOrder } from './debt-recovery.ts';
import type { OwedCharge } from './fixed-charge.ts';
import { owedCharges } from './fixed-charge.ts';
import type { DueFreeUnits } from './free-units.ts';
import { dueFreeUnits } from './free-units.ts';
import { energyOfMonthsBefore, stateInMonth } from './month-turn.ts';
import { ownEntry } from './own-entry.ts';
import type { PriceLadder, Rung } from './price-ladder.ts';
import { MICRO_PER_TENTH } from './price-ladder.ts';
import type { PurchaseState } from './purchase-state.ts';
import type { DebtDue, PublishedValue, QuoteContext, QuoteRefusal } from './quote.ts';
import type { RateWeights } from './rate-weights.ts';
import { BASIS_POINTS_ONE, rateWeights } from './rate-weights.ts';
import type { ChannelFee, EnergyCharge, PerKwhCharge, PriceAbove, PriceE4Minor } from './tariff.ts';

export interface PerKwhPrice {
  readonly charge: PerKwhCharge;
  readonly price: PriceE4Minor;
  /** The month of a published value. */
  readonly month: Month | null;
}

export interface PurchasePlan {
  readonly context: QuoteContext;
  /** At the purchase's month, before the purchase. */
  readonly state: PurchaseState;
  readonly weights: RateWeights;
  /** How many parts of the exact arithmetic make one minor unit. */
  readonly unit: bigint;
  readonly fees: readonly ChannelFee[];
  readonly debts: readonly DebtDue[];
  readonly owed: readonly OwedCharge[];
  readonly free: readonly DueFreeUnits[];
  readonly perKwh: readonly PerKwhPrice[];
  /** Null when the meter applies the prices itself. */
  readonly ladder: PriceLadder | null;
  /** The tenths of kWh of this month that count already, free units of this purchase included. */
  readonly startTenths: number;
  /** The position on the ladder: the same, less what was given ahead. */
  readonly position: bigint;
}

export type PlanAnswer =
  | { readonly kind: 'plan'; readonly plan: PurchasePlan }
  | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };

export function planPurchase(context: QuoteContext): PlanAnswer {
  const { tariff, at } = context;
  const state = stateInMonth(context.state, monthOf(at));
  const weights = rateWeights(tariff.rates, context.exemptions);
  const perKwh: PerKwhPrice[] = [];
  for (const charge of tariff.perKwh) {
    const price = perKwhPrice(charge, context);
    if (price === null) {
      return refused({ code: 'published_value_missing', component: charge.id });
    }
    perKwh.push(price);
  }
  const ladder = priceLadder(tariff.energy, perKwh, weights, state);
  if (ladder?.rungs.some((rung) => rung.grossPrice <= 0n)) {
    const rebate = perKwh.find((one) => one.price < 0n);
    return refused({ code: 'published_value_too_low', component: rebate?.charge.id ?? '' });
  }
  const free = context.claimFree ? dueFreeUnits(context, 'with-purchase') : [];
  let startTenths: number = state.energyThisMonth;
  for (const one of free) if (one.units.countsForSteps) startTenths += one.energy;
  const ahead = tariff.rounding === 'carried' ? BigInt(state.carriedMicroKwh) : 0n;
  const plan: PurchasePlan = {
    context,
    state,
    weights,
    unit: BASIS_POINTS_ONE * weights.scale,
    fees: feesOf(tariff.fees, context.channel),
    debts: debtsInOrder(context.debts),
    owed: owedCharges(tariff.fixed, state, context.since, at),
    free,
    perKwh,
    ladder,
    startTenths,
    position: BigInt(startTenths) * MICRO_PER_TENTH - ahead,
  };
  return { kind: 'plan', plan };
}

function refused(refusal: QuoteRefusal): PlanAnswer {
  return { kind: 'refused', refusal };
}

/** The fees that name the channel; those for every other channel when none does. */
function feesOf(fees: readonly ChannelFee[], channel: string): readonly ChannelFee[] {
  if (fees.length === 0) return fees;
  const named = fees.filter((fee) => fee.channel === channel);
  return named.length > 0 ? named : fees.filter((fee) => fee.channel === null);
}

function perKwhPrice(charge: PerKwhCharge, context: QuoteContext): PerKwhPrice | null {
  if (charge.value.kind === 'fixed') return { charge, price: charge.value.price, month: null };
  const today = monthOf(context.at);
  let newest: PublishedValue | null = null;
  for (const value of ownEntry(context.values, charge.id) ?? []) {
    if (value.month > today || (newest !== null && value.month <= newest.month)) continue;
    newest = value;
  }
  return newest === null ? null : { charge, price: newest.price, month: newest.month };
}

function priceLadder(
  energy: EnergyCharge,
  perKwh: readonly PerKwhPrice[],
  weights: RateWeights,
  state: PurchaseState,
): PriceLadder | null {
  const energyWeight = weights.weightOf(energy.id);
  let besides = 0n;
  for (const one of perKwh) besides += one.price * weights.weightOf(one.charge.id);
  const only = (price: PriceE4Minor, step: number | null): PriceLadder => {
    const grossPrice = price * energyWeight + besides;
    return { kind: 'marginal', rungs: [{ above: null, upTo: null, price, grossPrice, step }] };
  };
  const rungs = (prices: readonly PriceAbove[]): readonly Rung[] =>
    prices.map(({ above, price }, step) => ({
      above: step === 0 ? null : microKwh(above),
      upTo: endOf(prices, step),
      price,
      grossPrice: price * energyWeight + besides,
      step,
    }));
  switch (energy.kind) {
    case 'flat':
      return only(energy.price, null);
    case 'steps':
      return { kind: 'marginal', rungs: rungs(energy.steps) };
    case 'bands': {
      if (energy.measure.kind === 'this-month') {
        return { kind: 'whole-volume', rungs: rungs(energy.bands) };
      }
      const step = bandOfAverage(energy.bands, energy.measure.months, state);
      const band = energy.bands[step];
      if (band === undefined) throw new Error('a tariff of bands has no band');
      return only(band.price, step);
    }
    case 'in-meter':
      return null;
  }
}

function microKwh(energyTenthKwh: number): bigint {
  return BigInt(energyTenthKwh) * MICRO_PER_TENTH;
}

function endOf(prices: readonly PriceAbove[], step: number): bigint | null {
  const next = prices[step + 1];
  return next === undefined ? null : microKwh(next.above);
}

/** The average is compared as a sum, so that nothing is divided. */
function bandOfAverage(bands: readonly PriceAbove[], months: number, state: PurchaseState): number {
  const sum = energyOfMonthsBefore(state, months);
  return Math.max(
    0,
    bands.findLastIndex((band) => sum > band.above * months),
  );
}
