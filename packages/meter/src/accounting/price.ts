/**
 * What measured units cost the account, exactly. A unit of measurement is a fraction of a unit of the
 * account, so the account is debited whole units, rounded down, and the rest waits as a numerator:
 * whatever way a span is cut, the debits of its parts add up to the debit of the whole.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import type { AccountingSettings } from '../settings.ts';
import type { AccountMemory } from './account.ts';
import { type AccountUnits, accountUnits } from './account-units.ts';
import { scheduledAt } from './price-schedule.ts';

/** The prices that hold at a moment. */
export interface PriceLine {
  /** One for each step. */
  readonly prices: readonly number[];
  /** Where each step begins, in units measured since the last billing day. */
  readonly stepsFrom: readonly number[];
  /** How many times a price is greater than what one measured unit costs. */
  readonly divisor: number;
}

const ONE_STEP: readonly number[] = [0];

// In energy mode a measured unit costs itself: Wh in Wh, dm³ in tenths of a m³ (100 dm³), seconds in
// tenths of a minute (6 s).
const WATT_HOUR_LINE: PriceLine = { prices: [1], stepsFrom: ONE_STEP, divisor: 1 };
const VOLUME_LINE: PriceLine = { prices: [1], stepsFrom: ONE_STEP, divisor: 100 };
const TIME_LINE: PriceLine = { prices: [1], stepsFrom: ONE_STEP, divisor: 6 };

/** How many numerators of the remainder are a unit of the account. */
export function remainderDivisor(settings: Pick<AccountingSettings, 'commodity' | 'mode'>): number {
  if (settings.mode === 'energy') return energyLine(settings).divisor;
  // A price is per kWh of 1000 Wh, per m³ of 1000 dm³, or per hour of 3600 s.
  return settings.commodity === 'time' ? 3600 : 1000;
}

function energyLine({ commodity }: Pick<AccountingSettings, 'commodity'>): PriceLine {
  switch (commodity) {
    case 'electricity':
      return WATT_HOUR_LINE;
    case 'water':
    case 'gas':
      return VOLUME_LINE;
    case 'time':
      return TIME_LINE;
  }
}

/** The prices at a moment at which this rate holds. */
export function priceLine(memory: AccountMemory, now: Instant, rate: number): PriceLine {
  const { accounting } = memory;
  const settings = memory.settings.accounting;
  if (settings.mode === 'energy') return energyLine(settings);
  const divisor = remainderDivisor(settings);
  const price = scheduledAt(accounting.priceSchedule, now)?.price ?? null;
  if (price !== null) return { prices: [price], stepsFrom: ONE_STEP, divisor };
  const { rates, stepsFrom } = accounting.tariff;
  return { prices: rates[rate]?.prices ?? [], stepsFrom, divisor };
}

/** Where a reckoning begins: what was measured since the billing day, and what waits. */
export interface PricePoint {
  readonly measured: number;
  readonly remainder: number;
}

/**
 * What some units cost, across the steps they reach. Refuses, with a RangeError, more than an account
 * counts.
 */
export function costOfFloor(
  line: PriceLine,
  from: PricePoint,
  units: number,
): { readonly debit: AccountUnits; readonly remainder: number } {
  const numerator = from.remainder + numeratorOf(line, from.measured, units);
  // Products and sums of whole numbers below 2^53 are exact, and none that passes it falls below again.
  if (numerator > Number.MAX_SAFE_INTEGER) return costOfLargeFloor(line, from, units);
  const remainder = numerator % line.divisor;
  return { debit: accountUnits((numerator - remainder) / line.divisor), remainder };
}

// Nearly always all units are of one step; making a list of steps for them would cost more than they do.
function numeratorOf({ prices, stepsFrom }: PriceLine, measured: number, units: number): number {
  let numerator = 0;
  let position = measured;
  let left = units;
  for (let step = 0; step < prices.length && left > 0; step++) {
    const end = stepsFrom[step + 1] ?? Number.POSITIVE_INFINITY;
    if (position >= end) continue;
    const count = Math.min(left, end - position);
    numerator += count * (prices[step] ?? 0);
    position += count;
    left -= count;
  }
  return numerator;
}

function costOfLargeFloor(
  line: PriceLine,
  from: PricePoint,
  units: number,
): { readonly debit: AccountUnits; readonly remainder: number } {
  let numerator = BigInt(from.remainder);
  for (const { count, price } of stepsReached(line, from.measured, units)) {
    numerator += BigInt(count) * BigInt(price);
  }
  const divisor = BigInt(line.divisor);
  return {
    debit: accountUnits(Number(numerator / divisor)),
    remainder: Number(numerator % divisor),
  };
}

interface StepReached {
  readonly count: number;
  readonly price: number;
}

// How many of the units fall into each step, the first step first. Infinitely many fill the last.
function stepsReached(line: PriceLine, measured: number, units: number): readonly StepReached[] {
  const { prices, stepsFrom } = line;
  if (prices.length === 1) return [{ count: units, price: prices[0] ?? 0 }];
  const reached: StepReached[] = [];
  let position = measured;
  let left = units;
  for (let step = 0; step < prices.length && left > 0; step++) {
    const end = stepsFrom[step + 1] ?? Number.POSITIVE_INFINITY;
    if (position >= end) continue;
    const count = Math.min(left, end - position);
    reached.push({ count, price: prices[step] ?? 0 });
    position += count;
    left -= count;
  }
  return reached;
}

/**
 * The fewest units that cost at least so much: with one fewer the account has lost less. Null when no
 * number of units that can be counted does.
 */
export function unitsCostingCeil(line: PriceLine, from: PricePoint, cost: number): number | null {
  // A bigint, because an account in hundred-thousandths times a divisor may pass 2^53.
  let need = BigInt(cost) * BigInt(line.divisor) - BigInt(from.remainder);
  let units = 0n;
  for (const { count, price } of stepsReached(line, from.measured, Number.POSITIVE_INFINITY)) {
    if (price > 0) {
      const wanted = ceilDivided(need, BigInt(price));
      if (count === Number.POSITIVE_INFINITY || wanted <= BigInt(count)) {
        units += wanted;
        return units <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(units) : null;
      }
    }
    if (count === Number.POSITIVE_INFINITY) return null;
    need -= BigInt(count) * BigInt(price);
    units += BigInt(count);
  }
  return null;
}

function ceilDivided(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}
