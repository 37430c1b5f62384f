/**
 * What past purchases left behind for the next one: the month's sums, the months before, which
 * charges are paid and which free units taken. It is kept beside a customer's agreement and handed
 * in with each purchase; a quote hands back the state after it. Nothing else of the past counts.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Month, Period } from './calendar.ts';
import type { Form, FormFault, Json } from './json-form.ts';
import { listForm, mapForm, nullable, recordForm } from './json-form.ts';
import {
  COMPONENT_ID,
  countForm,
  energyForm,
  moneyForm,
  monthForm,
  periodForm,
} from './record-forms.ts';
import type { ComponentId } from './tariff.ts';

/** Names a debt; this package only passes it on and adds up under it. */
export type DebtId = string;

export interface PurchaseState {
  /** The month of the sums below; null before the first purchase. */
  readonly month: Month | null;
  /** What counts for steps and limits: energy sold, and free units of the kind that counts. */
  readonly energyThisMonth: TenthKwh;
  readonly freeEnergyThisMonth: TenthKwh;
  readonly tenderedThisMonth: MinorUnits;
  /** The newest first, at most twelve; a month without a purchase is absent and counts as zero. */
  readonly energyOfMonths: readonly EnergyOfMonth[];
  /** The last period of each fixed charge that is fully paid. */
  readonly chargedThrough: Readonly<Record<ComponentId, Period>>;
  /** What is already paid of the period that is owed next. */
  readonly partPaid: Readonly<Record<ComponentId, MinorUnits>>;
  readonly claimedThrough: Readonly<Record<ComponentId, FreeClaim>>;
  readonly debtPaidThisMonth: Readonly<Record<DebtId, MinorUnits>>;
  /**
   * Energy given ahead of the money by rounding, in millionths of a kWh; rounded down, in the
   * customer's favour.
   */
  readonly carriedMicroKwh: number;
}

export interface EnergyOfMonth {
  readonly month: Month;
  readonly energy: TenthKwh;
}

/** The last period claimed, and how many were taken with that claim. */
export interface FreeClaim {
  readonly period: Period;
  readonly taken: number;
}

export const NO_PURCHASES: PurchaseState = {
  month: null,
  energyThisMonth: tenthKwh(0),
  freeEnergyThisMonth: tenthKwh(0),
  tenderedThisMonth: minorUnits(0n),
  energyOfMonths: [],
  chargedThrough: {},
  partPaid: {},
  claimedThrough: {},
  debtPaidThisMonth: {},
  carriedMicroKwh: 0,
};

const form: Form<PurchaseState> = recordForm<PurchaseState>({
  month: ['month', nullable(monthForm)],
  energyThisMonth: ['energy_this_month_tenth_kwh', energyForm],
  freeEnergyThisMonth: ['free_energy_this_month_tenth_kwh', energyForm],
  tenderedThisMonth: ['tendered_this_month_minor', moneyForm],
  energyOfMonths: [
    'energy_of_months',
    listForm(
      recordForm<EnergyOfMonth>({
        month: ['month', monthForm],
        energy: ['energy_tenth_kwh', energyForm],
      }),
      12,
    ),
  ],
  chargedThrough: ['charged_through', mapForm(COMPONENT_ID, periodForm)],
  partPaid: ['part_paid_minor', mapForm(COMPONENT_ID, moneyForm)],
  claimedThrough: [
    'claimed_through',
    mapForm(
      COMPONENT_ID,
      recordForm<FreeClaim>({ period: ['period', periodForm], taken: ['taken', countForm] }),
    ),
  ],
  debtPaidThisMonth: ['debt_paid_this_month_minor', mapForm(/^[0-9A-Za-z-]{1,64}$/, moneyForm)],
  carriedMicroKwh: ['carried_micro_kwh', countForm],
});

export type ParsedPurchaseState =
  | { readonly kind: 'state'; readonly state: PurchaseState }
  | { readonly kind: 'fault'; readonly faults: readonly FormFault[] };

/** Reads a stored state; tells every place where it has not its form. */
export function parsePurchaseState(json: unknown): ParsedPurchaseState {
  const faults: FormFault[] = [];
  const reading = form.read(json, '', (path, code, message) => {
    faults.push({ path, code, message });
  });
  return reading.kind === 'value'
    ? { kind: 'state', state: reading.value }
    : { kind: 'fault', faults };
}

export function writePurchaseState(state: PurchaseState): Json {
  return form.write(state);
}
