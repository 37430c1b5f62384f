/**
 * Splits the tender over the lines, to the minor unit. Every line but one is its exact share,
 * rounded half up. One, the largest line of energy, takes what is left over, so that the sum is
 * exact; a few minor units are least visible there. A rate is then its per cent of the money that
 * the lines below it show, because that is what a customer and an auditor will multiply: the energy
 * is chosen so that energy and rates together make the rest of the tender. Where rounding leaves no
 * such energy, single rates are one minor unit more than their per cent.
 */
import { BASIS_POINTS_ONE } from './rate-weights.ts';
import { divideHalfUp, smallerOf } from './rounding.ts';
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
  const guess = money[restIndex] ?? 0n;
  money[restIndex] = 0n;
  let available = tendered;
  for (const one of money) available -= one;
  const amounts = new Map<ComponentId, bigint>();
  if (rates.length > 0) addAmounts(amounts, shares, money);
  const restId = shares[restIndex]?.id ?? '';
  const besides = amounts.get(restId) ?? 0n;
  const found = findRest(available, guess, (rest) => {
    amounts.set(restId, besides + rest);
    return rateMoney(rates, amounts);
  });
  money[restIndex] = found.rest;
  const split = { money, rates: found.rates };
  return found.rest < 0n ? withRestAtZero(split, shares, restIndex) : split;
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

/** The largest rest that with its rates is no more than is available; the rates take the rest. */
function findRest(
  available: bigint,
  guess: bigint,
  ratesWith: (rest: bigint) => readonly bigint[],
): Found {
  // The guess is off by the roundings of the other lines only: a few minor units, so a few steps.
  let rest = guess;
  let rates = ratesWith(rest);
  let short = available - rest - total(rates);
  while (short < 0n) {
    rest -= 1n;
    rates = ratesWith(rest);
    short = available - rest - total(rates);
  }
  while (short > 0n) {
    const more = ratesWith(rest + 1n);
    const shortOfMore = available - rest - 1n - total(more);
    if (shortOfMore < 0n) return { rest, rates: raised(rates, more, short) };
    rest += 1n;
    rates = more;
    short = shortOfMore;
  }
  return { rest, rates };
}

/** Each rate of the amounts and of the rates before it, which it adds to the amounts. */
function rateMoney(rates: readonly RateCharge[], amounts: Map<ComponentId, bigint>): bigint[] {
  return rates.map((rate) => {
    const base = sumOf(rate.of, amounts);
    const money = divideHalfUp(base * BigInt(rate.rate), BASIS_POINTS_ONE);
    amounts.set(rate.id, money);
    return money;
  });
}

function total(rates: readonly bigint[]): bigint {
  let sum = 0n;
  for (const money of rates) sum += money;
  return sum;
}

/**
 * Raises rates, the last first, towards what they would be with one minor unit more of energy,
 * until nothing is short. That is always enough: with all of them raised and the unit of energy it
 * would be too much.
 */
function raised(
  rates: readonly bigint[],
  highest: readonly bigint[],
  short: bigint,
): readonly bigint[] {
  let left = short;
  return rates
    .toReversed()
    .map((money, fromEnd) => {
      const most = highest[rates.length - 1 - fromEnd] ?? money;
      const more = smallerOf(left, most - money);
      left -= more;
      return money + more;
    })
    .toReversed();
}

/**
 * A purchase of a few minor units can have so many lines that were rounded up that less than nothing
 * is left for the energy. The largest of those lines then give a unit each; whole amounts, such as
 * a debt's, were not rounded and stay.
 */
function withRestAtZero(
  split: MoneySplit,
  shares: readonly ExactShare[],
  restIndex: number,
): MoneySplit {
  const money = [...split.money];
  const rates = [...split.rates];
  const isRounded = shares.map((share) => share.money % share.parts !== 0n);
  for (let rest = money[restIndex] ?? 0n; rest < 0n; rest += 1n) {
    const share = largestIndex(money.map((one, index) => (isRounded[index] === true ? one : 0n)));
    const rate = largestIndex(rates);
    if ((rates[rate] ?? 0n) > (money[share] ?? 0n)) rates[rate] = (rates[rate] ?? 0n) - 1n;
    else money[share] = (money[share] ?? 0n) - 1n;
  }
  money[restIndex] = 0n;
  return { money, rates };
}

function largestIndex(values: readonly bigint[]): number {
  let largest = 0;
  for (const [index, value] of values.entries())
    if (value > (values[largest] ?? 0n)) largest = index;
  return largest;
}
