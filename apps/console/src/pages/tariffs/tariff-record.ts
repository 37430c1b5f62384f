/**
 * A tariff's record as the server writes it: money and prices are decimal text, units stand in the
 * names. What it means is told in docs/guides/tariffs.md.
 */

interface Component {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

export interface PriceAbove {
  readonly above_tenth_kwh: number;
  readonly price_e4_minor: string;
}

export type BandMeasure =
  | { readonly kind: 'this-month' }
  | { readonly kind: 'average-of-months'; readonly months: number };

export type EnergyRecord =
  | (Component & { readonly kind: 'flat'; readonly price_e4_minor: string })
  | (Component & { readonly kind: 'steps'; readonly steps: readonly PriceAbove[] })
  | (Component & {
      readonly kind: 'bands';
      readonly measure: BandMeasure;
      readonly bands: readonly PriceAbove[];
    })
  | (Component & { readonly kind: 'in-meter'; readonly time_of_use: unknown });

export type PerKwhRecord = Component & {
  readonly value:
    | { readonly kind: 'fixed'; readonly price_e4_minor: string }
    | { readonly kind: 'published' };
};

export type Period = 'month' | 'day';

export type FixedRecord = Component & {
  readonly money_minor: string;
  readonly per: Period;
  readonly catch_up_max: number;
  readonly first_period: 'whole' | 'pro-rata' | 'none';
  /** yyyymmdd */
  readonly from: number | null;
  readonly if_too_small:
    | { readonly kind: 'refuse' }
    | { readonly kind: 'take-part'; readonly part_share_basis_points: number };
};

export type RateRecord = Component & {
  readonly rate_basis_points: number;
  readonly of: readonly string[];
  readonly exemptible: boolean;
};

export type FeeRecord = Component & {
  readonly channel: string | null;
  readonly rate_basis_points: number;
  readonly least_minor: string;
  readonly most_minor: string | null;
};

export interface FreeRecord {
  readonly id: string;
  readonly name: string;
  readonly energy_tenth_kwh: number;
  readonly per: Period;
  readonly stack_max: number;
  readonly claim: 'alone' | 'with-purchase' | 'either';
  readonly window: { readonly from_day: number; readonly to_day: number } | null;
  readonly entitled: 'all' | 'listed';
  readonly counts_for_steps: boolean;
}

export interface LimitsRecord {
  readonly least_tendered_minor: string | null;
  readonly most_tendered_minor: string | null;
  readonly most_tendered_per_month_minor: string | null;
  readonly most_energy_per_month_tenth_kwh: number | null;
}

export interface TariffRecord {
  readonly format: 1;
  readonly energy: EnergyRecord;
  readonly per_kwh: readonly PerKwhRecord[];
  readonly fixed: readonly FixedRecord[];
  readonly rates: readonly RateRecord[];
  readonly fees: readonly FeeRecord[];
  readonly free: readonly FreeRecord[];
  readonly limits: LimitsRecord;
  readonly rounding: 'given' | 'carried';
}

/** Of a record that the server has read and found to be one: it writes no other form. */
export function readRecord(record: Readonly<Record<string, unknown>>): TariffRecord {
  return record as unknown as TariffRecord;
}
