/**
 * From money to energy, exactly. The cost of energy is piecewise linear with rational slopes: in
 * each step a millionth of a kWh costs the price with everything per kWh and every rate on it. So
 * there is no search: the money pays whole steps one after the other, and what is left is divided
 * by the price of the step it ends in. That one fraction is kept as two whole numbers.
 *
 * Energy is counted in millionths of a kWh and money in `scaled money`, chosen so that a millionth
 * of a kWh costs exactly the `grossPrice` of its step.
 */
import type { PriceE4Minor } from './tariff.ts';

/** Millionths of a kWh in a tenth. */
export const MICRO_PER_TENTH = 100_000n;

export interface Rung {
  /** Where it begins, in millionths of a kWh of the month; null for the first. */
  readonly above: bigint | null;
  /** Where the next begins; null for the last. */
  readonly upTo: bigint | null;
  /** Of the energy alone, as the receipt shows it. */
  readonly price: PriceE4Minor;
  /** Scaled money for a millionth of a kWh, with all that stands on it; above zero. */
  readonly grossPrice: bigint;
  /** Which step or band it is; null where there is one price only. */
  readonly step: number | null;
}

export interface PriceLadder {
  /** Whether each kWh has its rung's price, or all of a purchase that of the rung it ends in. */
  readonly kind: 'marginal' | 'whole-volume';
  readonly rungs: readonly Rung[];
}

/** Energy as the fraction microKwh / parts, exact. */
export interface Paid {
  readonly rung: Rung;
  readonly microKwh: bigint;
  readonly parts: bigint;
}

export type Climb =
  /** What each rung sold, and the sum as a fraction. */
  | {
      readonly kind: 'sold';
      readonly paid: readonly Paid[];
      readonly microKwh: bigint;
      readonly parts: bigint;
    }
  /** More money than the energy up to `reached` costs, but too little for any beyond it. */
  | { readonly kind: 'between'; readonly reached: bigint };

/** Spends scaled money above zero, from a position in the month on. */
export function climb(ladder: PriceLadder, position: bigint, money: bigint): Climb {
  return ladder.kind === 'marginal'
    ? climbSteps(ladder.rungs, position, money)
    : chooseBand(ladder.rungs, position, money);
}

function climbSteps(rungs: readonly Rung[], position: bigint, money: bigint): Climb {
  const paid: Paid[] = [];
  let at = position;
  let rest = money;
  for (const rung of rungs) {
    if (rung.upTo !== null) {
      if (rung.upTo <= at) continue;
      const span = rung.upTo - at;
      const cost = span * rung.grossPrice;
      if (cost < rest) {
        paid.push({ rung, microKwh: span, parts: 1n });
        at = rung.upTo;
        rest -= cost;
        continue;
      }
    }
    const parts = rung.grossPrice;
    paid.push({ rung, microKwh: rest, parts });
    return { kind: 'sold', paid, microKwh: (at - position) * parts + rest, parts };
  }
  throw new Error('unreachable: the last step has no end');
}

/**
 * All of the purchase at the price of the band in which it ends. At a threshold the cost of all
 * energy jumps. Where it jumps down, a tender can buy in two bands and gets the larger energy.
 * Where it jumps up, there are tenders that no energy costs: more than the band sells, too little
 * for the next. They are refused, because to keep the rest would be to take money for nothing; and
 * so is a tender that could only buy less than a smaller tender would.
 */
function chooseBand(rungs: readonly Rung[], position: bigint, money: bigint): Climb {
  let best: Rung | null = null;
  let reached = position;
  for (const rung of rungs) {
    if (rung.upTo !== null && rung.upTo <= position) continue;
    const end = position * rung.grossPrice + money;
    if (rung.upTo !== null && end > rung.upTo * rung.grossPrice) {
      reached = rung.upTo;
      continue;
    }
    const { above } = rung;
    const isIn = above === null || above <= position || end > above * rung.grossPrice;
    if (isIn && (best === null || rung.grossPrice < best.grossPrice)) best = rung;
  }
  if (best === null) return { kind: 'between', reached };
  const parts = best.grossPrice;
  if (position * parts + money < reached * parts) return { kind: 'between', reached };
  return {
    kind: 'sold',
    paid: [{ rung: best, microKwh: money, parts }],
    microKwh: money,
    parts,
  };
}
