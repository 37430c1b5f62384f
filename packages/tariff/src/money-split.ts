/**
 * Splits the tender over the lines, to the minor unit. Every line but one is its exact share,
 * rounded half up. One, the largest line that goes with the energy, takes what is left over, so that
 * the sum is exact; a few minor units are least visible there. A rate is then its per cent of the money that
 * the lines below it show, because that is what a customer and an auditor will multiply: the energy
 * is chosen so that energy and rates together make the rest of the tender. Where rounding leaves no
 * such energy, single rates are one minor unit more than their per cent, and never two.
 */
import { BASIS_POINTS_ONE } from './rate-weights.ts';
import { divideHalfUp } from './rounding.ts';
import type { ComponentId, RateCharge } from './tariff.ts';

/** A component's money as the fraction money / parts of a minor unit. */
export interface ExactShare {
  readonly id: string;
  readonly money: bigint;
  readonly parts: bigint;
}

export interface MoneySplit {
  /** For each share, in order. */
  readonly money: readonly bigint[];
  /** For each rate, in order. */
  readonly rates: readonly bigint[];
}

/** The shares with their rates make `tendered`; `restIndex` is the share that takes the rest. */
export function splitMoney(
  tendered: bigint,
  shares: readonly ExactShare[],
  restIndex: number,
  rates: readonly RateCharge[],
): MoneySplit {
  const money = shares.map((share) => divideHalfUp(share.money, share.parts));
  for (;;) {
    const split = withRest(tendered, shares, restIndex, rates, money);
    if ((split.money[restIndex] ?? 0n) >= 0n) return split;
    // A purchase of a few minor units can have so many lines that were rounded up that less than
    // nothing is left. Then the largest of them gives a unit. Whole amounts, such as a debt's, were
    // not rounded, and stay.
    const largest = largestRounded(shares, money, restIndex);
    if (largest === null) return withRatesLowered(tendered, shares, restIndex, rates, money);
    money[largest] = (money[largest] ?? 0n) - 1n;
  }
}

/** Finds the rest for given money of the other shares; below zero where they leave nothing. */
function withRest(
  tendered: bigint,
  shares: readonly ExactShare[],
  restIndex: number,
  rates: readonly RateCharge[],
  rounded: readonly bigint[],
): MoneySplit {
  const money = [...rounded];
  const guess = money[restIndex] ?? 0n;
  money[restIndex] = 0n;
  const available = tendered - total(money);
  const amounts = new Map<ComponentId, bigint>();
  if (rates.length > 0) addAmounts(amounts, shares, money);
  const restId = shares[restIndex]?.id ?? '';
  const besides = amounts.get(restId) ?? 0n;
  const found = findRest(available, guess, restId, rates, (rest, raised) => {
    amounts.set(restId, besides + rest);
    return rateMoney(rates, amounts, raised, 1n);
  });
  money[restIndex] = found.rest;
  return { money, rates: found.rates };
}

/** What each rate stands on, as the lines show it. */
export function basesOf(
  rates: readonly RateCharge[],
  shares: readonly ExactShare[],
  split: MoneySplit,
): readonly bigint[] {
  const amounts = new Map<ComponentId, bigint>();
  addAmounts(amounts, shares, split.money);
  return rates.map((rate, index) => {
    amounts.set(rate.id, split.rates[index] ?? 0n);
    return sumOf(rate.of, amounts);
  });
}

function addAmounts(
  amounts: Map<ComponentId, bigint>,
  shares: readonly ExactShare[],
  money: readonly bigint[],
): void {
  for (const [index, share] of shares.entries()) {
    amounts.set(share.id, (amounts.get(share.id) ?? 0n) + (money[index] ?? 0n));
  }
}

function sumOf(ids: readonly ComponentId[], amounts: ReadonlyMap<ComponentId, bigint>): bigint {
  let sum = 0n;
  for (const id of ids) sum += amounts.get(id) ?? 0n;
  return sum;
}

interface Found {
  readonly rest: bigint;
  readonly rates: readonly bigint[];
}

/** The rates on an amount of the rest, with those raised by one whose index is in the set. */
type RatesWith = (rest: bigint, raised: ReadonlySet<number>) => readonly bigint[];

const NONE_RAISED: ReadonlySet<number> = new Set();

/** The largest rest that with its rates is no more than is available; raised rates take the rest. */
function findRest(
  available: bigint,
  guess: bigint,
  restId: ComponentId,
  rates: readonly RateCharge[],
  ratesWith: RatesWith,
): Found {
  // The guess is off by the roundings of the other lines only: a few minor units, so a few steps.
  let rest = guess;
  let made = ratesWith(rest, NONE_RAISED);
  let short = available - rest - total(made);
  while (short < 0n) {
    rest -= 1n;
    made = ratesWith(rest, NONE_RAISED);
    short = available - rest - total(made);
  }
  while (short > 0n) {
    const more = ratesWith(rest + 1n, NONE_RAISED);
    const shortOfMore = available - rest - 1n - total(more);
    if (shortOfMore < 0n) {
      const from = rest;
      const raised = (set: ReadonlySet<number>): readonly bigint[] => ratesWith(from, set);
      return { rest, rates: raiseRates(available - rest, standingOn(restId, rates), raised) };
    }
    rest += 1n;
    made = more;
    short = shortOfMore;
  }
  return { rest, rates: made };
}

/**
 * Raises rates by one, the first first, each with the rates that stand on it, as long as the sum
 * does not pass `available`. It always ends exactly there. Raising the last adds one and no more.
 * If one in front was too much, then all behind it are raised, and they make at least what it would
 * have made less one: a rate is at most the whole of its base, so one raised unit behind makes up
 * for one unit less below. With none too much, all are raised, and that is at least what one minor
 * unit more of energy would have made, which was too much.
 */
function raiseRates(
  available: bigint,
  candidates: readonly number[],
  ratesWith: (raised: ReadonlySet<number>) => readonly bigint[],
): readonly bigint[] {
  const raised = new Set<number>();
  for (const index of candidates) {
    raised.add(index);
    if (total(ratesWith(raised)) > available) raised.delete(index);
  }
  return ratesWith(raised);
}

/** The rates that stand on a component, directly or through other rates. */
function standingOn(id: ComponentId, rates: readonly RateCharge[]): readonly number[] {
  const ids = new Set([id]);
  const standing: number[] = [];
  for (const [index, rate] of rates.entries()) {
    if (!rate.of.some((one) => ids.has(one))) continue;
    ids.add(rate.id);
    standing.push(index);
  }
  return standing;
}

/**
 * Each rate of the amounts and of the rates before it, which it adds to the amounts. Those in the
 * set are changed by one.
 */
function rateMoney(
  rates: readonly RateCharge[],
  amounts: Map<ComponentId, bigint>,
  changed: ReadonlySet<number>,
  change: bigint,
): bigint[] {
  return rates.map((rate, index) => {
    const base = sumOf(rate.of, amounts);
    const rounded = divideHalfUp(base * BigInt(rate.rate), BASIS_POINTS_ONE);
    const money = changed.has(index) ? rounded + change : rounded;
    amounts.set(rate.id, money);
    return money;
  });
}

function total(money: readonly bigint[]): bigint {
  let sum = 0n;
  for (const one of money) sum += one;
  return sum;
}

/** The largest share above zero that was rounded; null when there is none. */
function largestRounded(
  shares: readonly ExactShare[],
  money: readonly bigint[],
  restIndex: number,
): number | null {
  let largest: number | null = null;
  for (const [index, share] of shares.entries()) {
    if (index === restIndex || share.money % share.parts === 0n) continue;
    const one = money[index] ?? 0n;
    if (one > (largest === null ? 0n : (money[largest] ?? 0n))) largest = index;
  }
  return largest;
}

/** The last resort where even rates alone leave nothing: some are one less than their per cent. */
function withRatesLowered(
  tendered: bigint,
  shares: readonly ExactShare[],
  restIndex: number,
  rates: readonly RateCharge[],
  rounded: readonly bigint[],
): MoneySplit {
  const money = [...rounded];
  money[restIndex] = 0n;
  const available = tendered - total(money);
  const amounts = new Map<ComponentId, bigint>();
  addAmounts(amounts, shares, money);
  const lowered = new Set<number>();
  for (const index of rates.keys()) {
    if ((rateMoney(rates, amounts, lowered, -1n)[index] ?? 0n) <= 0n) continue;
    lowered.add(index);
    if (total(rateMoney(rates, amounts, lowered, -1n)) < available) lowered.delete(index);
  }
  const made = rateMoney(rates, amounts, lowered, -1n);
  money[restIndex] = available - total(made);
  return { money, rates: made };
}
