/**
 * What a tender buys under a plan: the energy, or the money for the meter, or why it is not enough.
 * This is all of a purchase but its lines; a search over tenders asks only this.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { Climb } from './price-ladder.ts';
import { climb, MICRO_PER_TENTH } from './price-ladder.ts';
import type { PurchasePlan } from './purchase-plan.ts';
import { divideCeil } from './rounding.ts';
import type { TenderParts } from './tender-parts.ts';
import { tenderParts } from './tender-parts.ts';

type Sold = Extract<Climb, { readonly kind: 'sold' }>;

/** A millionth of a kWh against a kWh, by which scaled money is finer than the plan's unit. */
const MICRO_PER_KWH = 1_000_000n;

export type PurchaseOutcome =
  | { readonly kind: 'debts-exceed' }
  | { readonly kind: 'charges-exceed' }
  /** `soldTenths` is the energy that a smaller tender buys. */
  | { readonly kind: 'between-bands'; readonly soldTenths: number }
  | { readonly kind: 'below-one-unit' }
  /** What the money buys, rounded up; and what a token carries of it, or more than it can. */
  | {
      readonly kind: 'energy';
      readonly soldTenths: number;
      readonly tenths: number;
      readonly sold: Sold;
      readonly parts: TenderParts;
    }
  /** The money for the meter as the fraction money / moneyParts of a minor unit. */
  | {
      readonly kind: 'currency';
      readonly money: bigint;
      readonly moneyParts: bigint;
      readonly parts: TenderParts;
    };

export function purchaseOutcome(plan: PurchasePlan, tendered: bigint): PurchaseOutcome {
  const parts = tenderParts(plan, tendered);
  const hasDebts = parts.debts.totalE4 > 0n || !parts.debts.isEnough;
  if (hasDebts && (parts.leftAfterDebts <= 0n || !parts.debts.isEnough)) {
    return { kind: 'debts-exceed' };
  }
  if (parts.left <= 0n) return { kind: 'charges-exceed' };
  if (plan.ladder === null) return currencyOutcome(plan, parts);
  const sold = climb(plan.ladder, plan.position, parts.left * MICRO_PER_KWH);
  if (sold.kind === 'between') {
    const reached = Number(sold.reached / MICRO_PER_TENTH) - plan.startTenths;
    return { kind: 'between-bands', soldTenths: Math.max(0, reached) };
  }
  const end = plan.position * sold.parts + sold.microKwh;
  const soldTenths = Number(divideCeil(end, sold.parts * MICRO_PER_TENTH)) - plan.startTenths;
  // A tenth must be paid for in full: rounding up is no reason to sell energy for next to nothing.
  const isWholeUnit = sold.microKwh >= sold.parts * MICRO_PER_TENTH;
  if (!isWholeUnit || soldTenths < 1) return { kind: 'below-one-unit' };
  return { kind: 'energy', soldTenths, tenths: tokenTenths(plan, soldTenths), sold, parts };
}

/** What a token carries; left as it is where no token can carry it. */
function tokenTenths(plan: PurchasePlan, tenths: number): number {
  const { energyMost, energyStep } = plan.context;
  return tenths > energyMost ? tenths : energyStep(tenthKwh(tenths));
}

function currencyOutcome(plan: PurchasePlan, parts: TenderParts): PurchaseOutcome {
  const { scale, weightOf } = plan.weights;
  const weight = weightOf(plan.context.tariff.energy.id);
  const money = parts.left;
  const moneyParts = (plan.unit / scale) * weight;
  if (money < moneyParts) return { kind: 'below-one-unit' };
  return { kind: 'currency', money, moneyParts, parts };
}

/**
 * The same as one number that never falls when the tender rises: the tenths of a kWh, or the money
 * for the meter; zero where nothing is sold.
 */
export function reachOf(plan: PurchasePlan, tendered: bigint): bigint {
  const outcome = purchaseOutcome(plan, tendered);
  switch (outcome.kind) {
    case 'energy':
      return BigInt(outcome.tenths);
    case 'between-bands':
      return BigInt(tokenTenths(plan, outcome.soldTenths));
    case 'currency':
      return outcome.money / outcome.moneyParts;
    case 'debts-exceed':
    case 'charges-exceed':
    case 'below-one-unit':
      return 0n;
  }
}
