/** What accounting remembers beside the registers; see account.ts and its neighbours for the rules. */
import type { Instant } from '@wattvend/quantities/time.js';
import type { AccountUnits, MeasuredUnits, UnitPrice } from './account-units.ts';
import { assertMeterTariff, type MeterTariff, SINGLE_RATE_TARIFF } from './meter-tariff.ts';

export interface AccountingState {
  readonly tariff: MeterTariff;
  readonly passiveTariff: PassiveTariff | null;
  /** Prices told from afar, in the order of their times; they stand above the tariff's. At most 48. */
  readonly priceSchedule: readonly ScheduledPrice[];
  /**
   * What was measured and is too little for one unit of the account, as a numerator: below 1000 in
   * currency mode (3600 for time), below 100 for m³, below 6 for time, 0 for electricity in Wh.
   */
  readonly remainder: number;
  /** Measured since the last billing day. */
  readonly sinceBillingDay: MeasuredUnits;
  /** The billing period that counts, as months since year 0; null before the first measurement. */
  readonly billingPeriod: number | null;
  /** Measured for ever, by rate: as many as a tariff ever had, at most eight. */
  readonly measuredByRate: readonly MeasuredUnits[];
  /** The local day that counts, as days since 1970; null before the first measurement. */
  readonly day: number | null;
  /** What the account lost today and on the seven days before, the latest first. */
  readonly usedByDay: readonly AccountUnits[];
  readonly emergency: EmergencyCreditState;
  readonly charges: readonly MeterCharge[];
}

export interface PassiveTariff {
  readonly tariff: MeterTariff;
  readonly activateAt: Instant;
}

export interface ScheduledPrice {
  readonly from: Instant;
  /** Null: the tariff's own price holds again. */
  readonly price: UnitPrice | null;
}

export interface EmergencyCreditState {
  /**
   * enabled: not needed yet. selectable: the customer may ask for it. inUse: it carries the account
   * below its limit. exhausted: used up. After it was used it must be paid back before it is enabled
   * again.
   */
  readonly status: 'enabled' | 'selectable' | 'inUse' | 'exhausted';
  /** All that was ever used of emergency credit. */
  readonly totalUsed: AccountUnits;
}

/** A charge the meter itself collects, in currency mode; DLMS/COSEM class 113. */
export interface MeterCharge {
  /** At most 16 characters, shown to the customer; one of its name. */
  readonly name: string;
  readonly kind: 'fixed' | 'debt';
  /** Collected at each local midnight, in hundred-thousandths. */
  readonly perDay: AccountUnits;
  /** A share of each credit token, in hundredths of a per cent, 0 to 10000. */
  readonly proportion: number;
  /** What is left of a debt; null for a fixed charge. */
  readonly remaining: AccountUnits | null;
  readonly totalCollected: AccountUnits;
}

export const ACCOUNTING_NEW: AccountingState = {
  tariff: SINGLE_RATE_TARIFF,
  passiveTariff: null,
  priceSchedule: [],
  remainder: 0,
  sinceBillingDay: 0 as MeasuredUnits,
  billingPeriod: null,
  measuredByRate: [0 as MeasuredUnits],
  day: null,
  usedByDay: [],
  emergency: { status: 'enabled', totalUsed: 0 as AccountUnits },
  charges: [],
};

/** A new account under a tariff. Refuses what assertMeterTariff refuses. */
export function accountingUnder(tariff: MeterTariff): AccountingState {
  assertMeterTariff(tariff);
  return {
    ...ACCOUNTING_NEW,
    tariff,
    measuredByRate: tariff.rates.map(() => 0 as MeasuredUnits),
  };
}
