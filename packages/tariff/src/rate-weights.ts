/**
 * What one unit of money on a component costs with all rates that stand on it, directly or through
 * other rates: 100 with 15 % VAT weighs 1.15. These weights make the price of a kWh one number, so
 * that the way from money to energy is one division and not a search.
 */
import type { ComponentId, RateCharge } from './tariff.ts';

/** One whole in hundredths of a per cent. */
export const BASIS_POINTS_ONE = 10_000n;

export interface RateWeights {
  /** The rates this customer pays, in their order. */
  readonly rates: readonly RateCharge[];
  /** Weights are whole multiples of one part in `scale`: 10000 to the depth of rates on rates. */
  readonly scale: bigint;
  /** The weight of a component times `scale`; at least `scale` itself. */
  readonly weightOf: (id: ComponentId) => bigint;
}

export function rateWeights(
  all: readonly RateCharge[],
  exemptions: readonly ComponentId[],
): RateWeights {
  const rates =
    exemptions.length === 0
      ? all
      : all.filter((rate) => !(rate.exemptible && exemptions.includes(rate.id)));
  let scale = 1n;
  for (let level = deepest(rates); level > 0; level -= 1) scale *= BASIS_POINTS_ONE;
  const weights = new Map<ComponentId, bigint>();
  const weightOf = (id: ComponentId): bigint => {
    const known = weights.get(id);
    if (known !== undefined) return known;
    let weight = scale;
    for (const rate of rates) {
      if (!rate.of.includes(id)) continue;
      // Exact: the scale has one factor of 10000 for every level of rates.
      weight += (BigInt(rate.rate) * weightOf(rate.id)) / BASIS_POINTS_ONE;
    }
    weights.set(id, weight);
    return weight;
  };
  return { rates, scale, weightOf };
}

/** How many rates stand on one another at most. */
function deepest(rates: readonly RateCharge[]): number {
  const levels = new Map<ComponentId, number>();
  let most = 0;
  for (const rate of rates) {
    let level = 1;
    for (const id of rate.of) level = Math.max(level, (levels.get(id) ?? 0) + 1);
    levels.set(rate.id, level);
    most = Math.max(most, level);
  }
  return most;
}
