/**
 * A tariff turns money into energy and says why, line by line. This is the seam every tariff keeps:
 * a pure function from money and a tariff to a quote, or to a refusal. All arithmetic is on whole
 * numbers; where a result must be rounded, the rounding is in the name.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';

/** A price in ten-thousandths of a minor unit: 2.50 a kWh in a currency of cents is 2,500,000. */
export type PriceE4Minor = Quantity<bigint, 'minor/10000 per kWh'>;

/** A rate in hundredths of a per cent: 15 % is 1500. */
export type BasisPoints = Quantity<number, '%/100'>;

/** One price for every kWh, and one tax on the whole. */
export interface FlatTariff {
  readonly kind: 'flat';
  /** Price of a kWh before tax. */
  readonly pricePerKwh: PriceE4Minor;
  /** Value-added tax on the price of the energy. */
  readonly vat: BasisPoints;
}

export type QuoteLine =
  | {
      readonly kind: 'energy';
      readonly energy: TenthKwh;
      readonly pricePerKwh: PriceE4Minor;
      readonly money: MinorUnits;
    }
  | {
      readonly kind: 'tax';
      readonly name: 'VAT';
      readonly rate: BasisPoints;
      readonly base: MinorUnits;
      readonly money: MinorUnits;
    };

/** What a purchase gives. The lines add up to the money tendered, to the minor unit. */
export interface Quote {
  readonly tendered: MinorUnits;
  readonly energy: TenthKwh;
  readonly lines: readonly QuoteLine[];
}

/** Why there is no quote, in the order in which the rules are looked at. */
export type QuoteRefusal =
  | { readonly code: 'tendered_not_positive' }
  | { readonly code: 'tendered_below_one_unit'; readonly least: MinorUnits }
  | { readonly code: 'tendered_above_maximum'; readonly most: MinorUnits };

export type QuoteAnswer =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };

const BASIS_POINTS_ONE = 10_000n;
// Ten-thousandths of a price, hundredths of a per cent, and ten tenths in a kWh.
const SCALE = 10_000n * BASIS_POINTS_ONE * 10n;

/** Refuses a price that is not above zero. */
export function priceE4Minor(value: bigint): PriceE4Minor {
  if (value <= 0n) throw new RangeError(`a price per kWh must be above zero, got ${value}`);
  return value as PriceE4Minor;
}

/** Refuses a rate outside 0 to 100 %. */
export function basisPoints(value: number): BasisPoints {
  if (!Number.isInteger(value) || value < 0 || value > 10_000) {
    throw new RangeError(`a rate is 0 to 10000 hundredths of a per cent, got ${value}`);
  }
  return value as BasisPoints;
}

/**
 * Quotes a purchase under a flat tariff. The energy is rounded up to the next tenth of a kWh, in
 * the customer's favour by less than one tenth; the tax is the part of the tender that the rate
 * makes it, rounded half up; the energy's line is the rest, so that nothing is lost.
 *
 * `energyMaximum` is what one token can carry.
 */
export function quoteFlat(
  tariff: FlatTariff,
  tendered: MinorUnits,
  energyMaximum: TenthKwh,
): QuoteAnswer {
  if (tendered <= 0n) return { kind: 'refused', refusal: { code: 'tendered_not_positive' } };
  const grossRate = tariff.pricePerKwh * (BASIS_POINTS_ONE + BigInt(tariff.vat));
  if ((tendered * SCALE) / grossRate < 1n) {
    const least = minorUnits(divideCeil(grossRate, SCALE));
    return { kind: 'refused', refusal: { code: 'tendered_below_one_unit', least } };
  }
  const energy = divideCeil(tendered * SCALE, grossRate);
  if (energy > BigInt(energyMaximum)) {
    const most = minorUnits((BigInt(energyMaximum) * grossRate) / SCALE);
    return { kind: 'refused', refusal: { code: 'tendered_above_maximum', most } };
  }
  const quoted = tenthKwh(Number(energy));
  return {
    kind: 'quote',
    quote: { tendered, energy: quoted, lines: flatLines(tariff, tendered, quoted) },
  };
}

function flatLines(tariff: FlatTariff, tendered: MinorUnits, energy: TenthKwh): QuoteLine[] {
  const vat = BigInt(tariff.vat);
  const tax = minorUnits(divideHalfUp(tendered * vat, BASIS_POINTS_ONE + vat));
  const net = minorUnits(tendered - tax);
  const lines: QuoteLine[] = [
    { kind: 'energy', energy, pricePerKwh: tariff.pricePerKwh, money: net },
  ];
  if (vat > 0n) lines.push({ kind: 'tax', name: 'VAT', rate: tariff.vat, base: net, money: tax });
  return lines;
}

function divideCeil(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
// STUB
interface C { readonly id: string; readonly name: string; readonly account: string }
export interface Tariff {
  readonly energy: C & ({ readonly kind: 'flat'; readonly price: PriceE4Minor } | { readonly kind: 'in-meter' });
  readonly perKwh: readonly (C & { readonly value: { readonly kind: 'fixed' | 'published' } })[];
  readonly fixed: readonly C[];
  readonly rates: readonly (C & { readonly rate: BasisPoints; readonly of: readonly string[]; readonly exemptible: boolean })[];
  readonly fees: readonly C[];
  readonly free: readonly { readonly id: string; readonly name: string; readonly energy: TenthKwh }[];
  readonly limits: Readonly<Record<string, null>>;
  readonly rounding: 'given' | 'carried';
}
