/**
 * The smallest tender that buys at least so much, found by halving. What a tender buys never falls
 * when the tender rises, so halving is exact; it needs no second formula that could disagree with
 * the first. Only refusals and the question "how much for so much energy?" come here.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { purchaseOutcome, reachOf } from './purchase-outcome.ts';
import type { PurchasePlan } from './purchase-plan.ts';
import { largerOf } from './rounding.ts';

/** What a 64-bit column holds: no tender is larger. */
const MOST_TENDERED = 2n ** 63n - 1n;

/** The smallest tender at which a condition holds that then holds for all larger ones. */
function leastTendered(holds: (tendered: bigint) => boolean): bigint {
  let high = 1n;
  while (!holds(high)) {
    if (high === MOST_TENDERED) return high;
    high = high * 2n < MOST_TENDERED ? high * 2n : MOST_TENDERED;
  }
  let low = high / 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The smallest tender that reaches a number of tenths of a kWh (or of money for the meter), is sold,
 * and is not below the tariff's minimum.
 */
export function leastTenderedFor(plan: PurchasePlan, reach: bigint): MinorUnits {
  let wanted = reach;
  let least = leastTendered((tendered) => reachOf(plan, tendered) >= wanted);
  // At a jump between bands the energy is reached, but only with the next band can it be sold.
  while (least < MOST_TENDERED && purchaseOutcome(plan, least).kind === 'between-bands') {
    wanted = reachOf(plan, least) + 1n;
    least = leastTendered((tendered) => reachOf(plan, tendered) >= wanted);
  }
  return minorUnits(largerOf(least, plan.context.tariff.limits.leastTendered ?? 1n));
}

/** The largest tender below a tender that lies between two bands; null when none is sold. */
export function nearestBelow(plan: PurchasePlan, between: bigint): MinorUnits | null {
  let tendered = between;
  for (;;) {
    const outcome = purchaseOutcome(plan, tendered);
    if (outcome.kind === 'energy') {
      const least = plan.context.tariff.limits.leastTendered ?? 1n;
      return tendered >= least ? minorUnits(tendered) : null;
    }
    if (outcome.kind !== 'between-bands') return null;
    const reached = outcome.soldTenths;
    const isBeyond = (smaller: bigint): boolean => {
      const other = purchaseOutcome(plan, smaller);
      if (other.kind === 'energy') return other.soldTenths > reached;
      return other.kind === 'between-bands' && other.soldTenths >= reached;
    };
    tendered = leastTendered(isBeyond) - 1n;
    if (tendered < 1n) return null;
  }
}

/** The largest tender that gives no more than one token carries. */
export function mostTenderedFor(plan: PurchasePlan): MinorUnits {
  const most = BigInt(plan.context.energyMost);
  const tendered = leastTendered((one) => reachOf(plan, one) > most) - 1n;
  if (tendered >= 1n && purchaseOutcome(plan, tendered).kind === 'between-bands') {
    return nearestBelow(plan, tendered) ?? minorUnits(tendered);
  }
  return minorUnits(tendered);
}
