/**
 * The same purchase, worked out slowly and in another way: from energy to money, one tenth of a kWh
 * after the other, until the tender is reached. Nothing of the engine is used but its types. Dates
 * are those of the language, rates are added up component by component, and a fraction is a whole
 * number of very small parts.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import type { QuoteContext } from '@wattvend/tariff/quote.js';
import type { FixedCharge, PriceAbove, RateCharge } from '@wattvend/tariff/tariff.js';

/** Parts of a minor unit for a price of 1 on a millionth of a kWh, and five rates on rates. */
const PARTS = 10n ** 30n;
const PARTS_OF_PRICE = 10n ** 20n;
const MICRO_PER_TENTH = 100_000n;
/** No search goes further: 3000 kWh. */
const TENTHS_MOST = 30_000;

export type SlowAnswer =
  | { readonly kind: 'sold'; readonly tenths: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'too-far' };

export function slowQuote(context: QuoteContext, tendered: bigint): SlowAnswer {
  const rates = context.tariff.rates.filter(
    ({ id, exemptible }) => !exemptible || !context.exemptions.includes(id),
  );
  if (pricesOf(context).some((price) => withEverything(context, rates, price) <= 0n)) {
    return { kind: 'refused', code: 'published_value_too_low' };
  }
  let left = tendered * PARTS;
  for (const fee of feesOf(context)) {
    const share = tendered * BigInt(fee.rate) * (PARTS / 10_000n);
    const least = most(share, fee.least * PARTS);
    const taken = fee.most === null ? least : min(least, fee.most * PARTS);
    left -= withRates(rates, fee.id, taken);
  }
  const debts = debtParts(context, tendered);
  if (debts === null) return { kind: 'refused', code: 'debt_exceeds_purchase' };
  left -= debts;
  if (debts > 0n && left <= 0n) return { kind: 'refused', code: 'debt_exceeds_purchase' };
  for (const charge of context.tariff.fixed) {
    const owed = withRates(rates, charge.id, owedOf(charge, context) * PARTS);
    const { ifTooSmall } = charge;
    left -=
      ifTooSmall.kind === 'refuse'
        ? owed
        : min(owed, tendered * BigInt(ifTooSmall.partShare) * (PARTS / 10_000n));
  }
  if (left <= 0n) return { kind: 'refused', code: 'charges_exceed_purchase' };
  return energyFor(context, rates, left);
}

/** The parts that a millionth of a kWh costs in the tenth that ends at a number of tenths. */
type PriceIn = (end: number) => bigint;

function energyFor(context: QuoteContext, rates: readonly RateCharge[], money: bigint): SlowAnswer {
  const { tariff, state, at } = context;
  const start = state.month === monthOf(at) ? state.energyThisMonth : 0;
  const ahead = tariff.rounding === 'carried' ? BigInt(state.carriedMicroKwh) : 0n;
  const position = BigInt(start) * MICRO_PER_TENTH - ahead;
  const priceIn = pricesWithAll(context, rates);
  const { energy } = tariff;
  const isWhole = energy.kind === 'bands' && energy.measure.kind === 'this-month';
  const lastBand = energy.kind === 'bands' ? (energy.bands.at(-1)?.above ?? 0) : 0;
  let spent = 0n;
  let from = position;
  let found: number | null = null;
  let passed = Number.NEGATIVE_INFINITY;
  // The first cell may be a part of a tenth, of which the rest was given ahead.
  for (let end = tenthsBelow(position) + 1; end <= start + TENTHS_MOST; end += 1) {
    const to = BigInt(end) * MICRO_PER_TENTH;
    const before = isWhole ? priceIn(end) * (from - position) : spent;
    spent = before + priceIn(end) * (to - from);
    if (before < money && money <= spent) found = end;
    if (spent < money) passed = end;
    from = to;
    if (spent >= money && (!isWhole || end > lastBand)) break;
    if (end === start + TENTHS_MOST) return { kind: 'too-far' };
  }
  if (found === null || found < passed) return { kind: 'refused', code: 'tendered_between_bands' };
  const tenths = found - start;
  const ofBand = isWhole ? () => priceIn(found) : priceIn;
  if (money < costOfTenth(ofBand, position) || tenths < 1) {
    return { kind: 'refused', code: 'tendered_below_one_unit' };
  }
  return { kind: 'sold', tenths: context.energyStep(tenthKwh(tenths)) };
}

/** What a whole tenth costs from a position on, which lies in two cells where some was given ahead. */
function costOfTenth(priceIn: PriceIn, position: bigint): bigint {
  const first = tenthsBelow(position) + 1;
  const inFirst = BigInt(first) * MICRO_PER_TENTH - position;
  return priceIn(first) * inFirst + priceIn(first + 1) * (MICRO_PER_TENTH - inFirst);
}

function pricesWithAll(context: QuoteContext, rates: readonly RateCharge[]): PriceIn {
  const priceAt = energyPrices(context);
  const known = new Map<bigint, bigint>();
  return (end) => {
    const price = priceAt(end);
    const gross = known.get(price) ?? withEverything(context, rates, price);
    known.set(price, gross);
    return gross;
  };
}

/** The parts for a millionth of a kWh at a price of the energy, with all levies and rates. */
function withEverything(
  context: QuoteContext,
  rates: readonly RateCharge[],
  price: bigint,
): bigint {
  const { energy, perKwh } = context.tariff;
  let parts = withRates(rates, energy.id, price * PARTS_OF_PRICE);
  for (const { id, value } of perKwh) {
    const published = (context.values[id] ?? []).filter(
      ({ month }) => month <= monthOf(context.at),
    );
    const newest = published.toSorted((a, b) => b.month - a.month)[0];
    const levy = value.kind === 'fixed' ? value.price : (newest?.price ?? 0n);
    parts += withRates(rates, id, levy * PARTS_OF_PRICE);
  }
  return parts;
}

/** The prices that this purchase can meet. */
function pricesOf(context: QuoteContext): readonly bigint[] {
  const { energy } = context.tariff;
  if (energy.kind === 'steps') return energy.steps.map(({ price }) => price);
  if (energy.kind === 'bands' && energy.measure.kind === 'this-month') {
    return energy.bands.map(({ price }) => price);
  }
  return [energyPrices(context)(0)];
}

function energyPrices({ tariff: { energy }, state, at }: QuoteContext): PriceIn {
  switch (energy.kind) {
    case 'flat':
      return () => energy.price;
    case 'steps':
      return (end) => priceBelow(energy.steps, end);
    case 'bands': {
      if (energy.measure.kind === 'this-month') return (end) => priceBelow(energy.bands, end);
      const { months } = energy.measure;
      let sum = 0;
      for (let back = 1; back <= months; back += 1) {
        const then = new Date(Date.UTC(at.year, at.month - 1 - back, 1));
        const month = then.getUTCFullYear() * 100 + then.getUTCMonth() + 1;
        if (state.month === month) sum += state.energyThisMonth;
        else sum += state.energyOfMonths.find((one) => one.month === month)?.energy ?? 0;
      }
      const price = priceBelow(energy.bands, sum / months);
      return () => price;
    }
    case 'in-meter':
      throw new Error('no energy is known here');
  }
}

/** The price of the last entry that begins below a point; of the first one where none does. */
function priceBelow(prices: readonly PriceAbove[], point: number): bigint {
  const below = prices.filter((one, index) => index === 0 || one.above < point);
  return below.at(-1)?.price ?? 0n;
}

function monthOf(date: LocalDate): number {
  return date.year * 100 + date.month;
}

/** An amount with every rate that stands on it, or on a rate that does. */
function withRates(rates: readonly RateCharge[], id: string, amount: bigint): bigint {
  const amounts = new Map([[id, amount]]);
  let sum = amount;
  for (const rate of rates) {
    const base = rate.of.reduce((all, one) => all + (amounts.get(one) ?? 0n), 0n);
    const product = base * BigInt(rate.rate);
    if (product % 10_000n !== 0n) throw new Error('the parts are not small enough');
    amounts.set(rate.id, product / 10_000n);
    sum += product / 10_000n;
  }
  return sum;
}

function feesOf({ tariff, channel }: QuoteContext) {
  const named = tariff.fees.filter((fee) => fee.channel === channel);
  return named.length > 0 ? named : tariff.fees.filter((fee) => fee.channel === null);
}

/** What debts take; null when the share that is allowed does not hold the least of each. */
function debtParts({ debts, mostDebtShare, state, at }: QuoteContext, tendered: bigint) {
  const paid = state.month === monthOf(at) ? state.debtPaidThisMonth : {};
  const wants = debts
    .filter(({ balance }) => balance > 0n)
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ debtId, balance, recovery, least }) => {
      const share = recovery.kind === 'share' ? tendered * BigInt(recovery.share) : 0n;
      const before = recovery.kind === 'fixed' && recovery.per === 'month' ? paid[debtId] : 0n;
      const rule = {
        whole: balance * 10_000n,
        share: most(share, least * 10_000n),
        fixed: recovery.kind === 'fixed' ? (recovery.money - (before ?? 0n)) * 10_000n : 0n,
      }[recovery.kind];
      const want = most(0n, min(balance * 10_000n, rule));
      return { kind: recovery.kind, want, floor: min(want, least * 10_000n) };
    });
  let taken = 0n;
  let allowed = tendered * BigInt(mostDebtShare);
  for (const { kind, want } of wants) if (kind === 'whole') taken += want;
  const others = wants.filter(({ kind }) => kind !== 'whole');
  if (mostDebtShare > 0) {
    for (const { floor } of others) allowed -= floor;
    if (allowed < 0n) return null;
    // Each has its least; the rest of the share goes to the first that still wants some.
    for (const { want, floor } of others) {
      const more = min(want - floor, allowed);
      allowed -= more;
      taken += floor + more;
    }
  }
  return (taken * PARTS) / 10_000n;
}

/** Walks day by day from the beginning to today, and keeps the last periods that are not paid. */
function owedOf(charge: FixedCharge, { since, at, state }: QuoteContext): bigint {
  const begin = charge.from !== null && utc(charge.from) > utc(since) ? charge.from : since;
  const paid = state.chargedThrough[charge.id] ?? 0;
  const periods: { key: number; money: bigint }[] = [];
  for (let time = utc(begin); time <= utc(at); time += 86_400_000) {
    const date = new Date(time);
    const month = date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
    const key = charge.per === 'month' ? month : month * 100 + date.getUTCDate();
    if (periods.at(-1)?.key === key) continue;
    const isFirst = periods.length === 0;
    const isCut = isFirst && charge.firstPeriod === 'pro-rata';
    const isNone = isFirst && charge.firstPeriod === 'none';
    const money = isNone ? 0n : isCut ? cutOf(charge.money, begin) : charge.money;
    periods.push({ key, money });
  }
  const open = periods.slice(-charge.catchUpMax).filter(({ key }) => key > paid);
  const sum = open.reduce((all, { money }) => all + money, 0n);
  return most(0n, sum - (state.partPaid[charge.id] ?? 0n));
}

function cutOf(money: bigint, begin: LocalDate): bigint {
  const days = new Date(Date.UTC(begin.year, begin.month, 0)).getUTCDate();
  const exact = (Number(money) * (days - begin.day + 1)) / days;
  return BigInt(Math.floor(exact + 0.5));
}

function utc({ year, month, day }: LocalDate): number {
  return Date.UTC(year, month - 1, day);
}

function tenthsBelow(microKwh: bigint): number {
  const quotient = microKwh / MICRO_PER_TENTH;
  return Number(
    microKwh < 0n && quotient * MICRO_PER_TENTH !== microKwh ? quotient - 1n : quotient,
  );
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
