/**
 * A tariff as data. Everything a utility may want of its prices is a component of this one shape:
 * the energy, what goes with each kWh, what is owed by the month or the day, rates in per cent on
 * other components, the fee of a channel, and units given for nothing. `quotePurchase` reads it;
 * nothing here is code, so a new tariff is a new record and never a new program.
 *
 * A component's id is a slug that stays the same from one version of a tariff to the next, because
 * what a customer has paid is remembered under it. Its `account` is the code of the ledger account
 * that takes its money; this package passes it on without reading it.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { LocalDate, PeriodKind } from './calendar.ts';
import type { TimeOfUse } from './time-of-use.ts';

/** A price in ten-thousandths of a minor unit: 2.50 a kWh in a currency of cents is 2,500,000. */
export type PriceE4Minor = Quantity<bigint, 'minor/10000 per kWh'>;

/** A rate in hundredths of a per cent: 15 % is 1500. */
export type BasisPoints = Quantity<number, '%/100'>;

/** The slug of a component: a small letter, then up to 31 small letters, digits and underscores. */
export type ComponentId = string;

/** Refuses a price that is not above zero. */
export function priceE4Minor(value: bigint): PriceE4Minor {
  if (value <= 0n) throw new RangeError(`a price per kWh must be above zero, got ${value}`);
  return value as PriceE4Minor;
}

/** A price that may be zero, or below zero where a published value is a rebate. */
export function adjustmentE4Minor(value: bigint): PriceE4Minor {
  return value as PriceE4Minor;
}

/** Refuses a rate outside 0 to 100 %. */
export function basisPoints(value: number): BasisPoints {
  if (!Number.isInteger(value) || value < 0 || value > 10_000) {
    throw new RangeError(`a rate is 0 to 10000 hundredths of a per cent, got ${value}`);
  }
  return value as BasisPoints;
}

export interface Tariff {
  readonly energy: EnergyCharge;
  /** Levies and pass-through adjustments on each kWh. */
  readonly perKwh: readonly PerKwhCharge[];
  readonly fixed: readonly FixedCharge[];
  /** Taxes and levies in per cent; a later one may stand on an earlier one. */
  readonly rates: readonly RateCharge[];
  /** What a channel costs, taken from the tender first. */
  readonly fees: readonly ChannelFee[];
  readonly free: readonly FreeUnits[];
  readonly limits: PurchaseLimits;
  /**
   * Energy is always rounded up. `given`: the customer keeps what the rounding gave. `carried`: it
   * counts as bought, and the next purchase gives that much less.
   */
  readonly rounding: 'given' | 'carried';
}

/** What every component that takes money has. */
export interface Component {
  readonly id: ComponentId;
  /** As the receipt names it. */
  readonly name: string;
  /** The code of the ledger account that takes the money. */
  readonly account: string;
}

export type EnergyCharge = FlatEnergy | SteppedEnergy | BandedEnergy | MeteredEnergy;

export interface FlatEnergy extends Component {
  readonly kind: 'flat';
  readonly price: PriceE4Minor;
}

/** A price for the energy above a threshold, until the next one. */
export interface PriceAbove {
  readonly above: TenthKwh;
  readonly price: PriceE4Minor;
}

/** Marginal: each kWh has the price of the step it falls in, counted over the calendar month. */
export interface SteppedEnergy extends Component {
  readonly kind: 'steps';
  readonly steps: readonly PriceAbove[];
}

/** Whole volume: all of a purchase has the price of the one band it is in. */
export interface BandedEnergy extends Component {
  readonly kind: 'bands';
  readonly measure: BandMeasure;
  readonly bands: readonly PriceAbove[];
}

/**
 * What decides the band: the month's energy including this purchase, or the average of the 1 to 12
 * calendar months before this one, a month without a purchase counting as zero.
 */
export type BandMeasure =
  | { readonly kind: 'this-month' }
  | { readonly kind: 'average-of-months'; readonly months: number };

/** The money goes to a meter that keeps its account in money and applies the prices itself. */
export interface MeteredEnergy extends Component {
  readonly kind: 'in-meter';
  readonly timeOfUse: TimeOfUse;
}

export interface PerKwhCharge extends Component {
  readonly value: PerKwhValue;
}

/** A published value is looked up by component and month; it may be below zero, a rebate. */
export type PerKwhValue =
  | { readonly kind: 'fixed'; readonly price: PriceE4Minor }
  | { readonly kind: 'published' };

export interface FixedCharge extends Component {
  readonly money: MinorUnits;
  readonly per: PeriodKind;
  /** The most periods ever owed at once, the present one included: 1 is no catch-up. */
  readonly catchUpMax: number;
  /** What is owed for the period in which the charge begins for a customer. */
  readonly firstPeriod: 'whole' | 'pro-rata' | 'none';
  /** The first date of the charge; null when it is no younger than any agreement. */
  readonly from: LocalDate | null;
  readonly ifTooSmall: IfTooSmall;
}

/**
 * What happens when the tender does not cover what is owed: no sale, or a part of the tender, with
 * the rates that stand on the charge, is taken and the rest stays owed.
 */
export type IfTooSmall =
  | { readonly kind: 'refuse' }
  | { readonly kind: 'take-part'; readonly partShare: BasisPoints };

export interface RateCharge extends Component {
  readonly rate: BasisPoints;
  /** What the rate stands on: the energy, charges, fees, and rates listed before this one. */
  readonly of: readonly ComponentId[];
  /** Whether a customer can be exempt from it. */
  readonly exemptible: boolean;
}

export interface ChannelFee extends Component {
  /** The channel it is for; null is every channel that no other fee names. */
  readonly channel: string | null;
  /** Of the tender. */
  readonly rate: BasisPoints;
  readonly least: MinorUnits;
  readonly most: MinorUnits | null;
}

export interface FreeUnits {
  readonly id: ComponentId;
  readonly name: string;
  /** For each period. */
  readonly energy: TenthKwh;
  readonly per: PeriodKind;
  /** The most periods that can be claimed at once: 1 is no accumulation. */
  readonly stackMax: number;
  readonly claim: 'alone' | 'with-purchase' | 'either';
  /** The days of the month in which it can be claimed, both included; null is every day. */
  readonly window: ClaimWindow | null;
  readonly entitled: 'all' | 'listed';
  /** Whether the units count as bought this month: for steps, bands and the month's limit. */
  readonly countsForSteps: boolean;
}

export interface ClaimWindow {
  readonly fromDay: number;
  readonly toDay: number;
}

export interface PurchaseLimits {
  readonly leastTendered: MinorUnits | null;
  readonly mostTendered: MinorUnits | null;
  readonly mostTenderedPerMonth: MinorUnits | null;
  readonly mostEnergyPerMonth: TenthKwh | null;
}
