/**
 * A tariff as it is typed: amounts are text until they are read. What belongs to a version that is
 * there already keeps its id, because what customers have paid is remembered under it; what is new
 * gets its id from its name when the record is made, so `key` tells components apart until then.
 */
import type { BandMeasure, EnergyRecord, Period } from './tariff-record.ts';

export interface ComponentDraft {
  readonly key: string;
  /** Null for what is new. */
  readonly id: string | null;
  readonly name: string;
  readonly account: string;
}

export interface StepDraft {
  readonly key: string;
  readonly above: string;
  readonly price: string;
}

export type EnergyKind = 'flat' | 'steps' | 'bands' | 'in-meter';

export interface EnergyDraft extends ComponentDraft {
  readonly kind: EnergyKind;
  readonly price: string;
  /** Of steps and of bands: one may become the other. */
  readonly steps: readonly StepDraft[];
  readonly measure: BandMeasure['kind'];
  readonly months: string;
  /** What no field shows is kept as it is. */
  readonly inMeter: Extract<EnergyRecord, { readonly kind: 'in-meter' }> | null;
}

export interface PerKwhDraft extends ComponentDraft {
  readonly kind: 'fixed' | 'published';
  readonly price: string;
}

export interface FixedDraft extends ComponentDraft {
  readonly money: string;
  readonly per: Period;
  readonly catchUpMax: string;
  readonly firstPeriod: 'whole' | 'pro-rata' | 'none';
  /** YYYY-MM-DD, or nothing. */
  readonly from: string;
  readonly tooSmall: 'refuse' | 'take-part';
  readonly partShare: string;
}

export interface RateDraft extends ComponentDraft {
  readonly rate: string;
  /** Keys of what it stands on. */
  readonly of: readonly string[];
  readonly exemptible: boolean;
}

export interface FeeDraft extends ComponentDraft {
  /** Empty for every channel that no other fee names. */
  readonly channel: string;
  readonly rate: string;
  readonly least: string;
  readonly most: string;
}

export interface FreeDraft {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly energy: string;
  readonly per: Period;
  readonly stackMax: string;
  readonly claim: 'alone' | 'with-purchase' | 'either';
  readonly fromDay: string;
  readonly toDay: string;
  readonly entitled: 'all' | 'listed';
  readonly countsForSteps: boolean;
}

export interface LimitsDraft {
  readonly leastTendered: string;
  readonly mostTendered: string;
  readonly mostTenderedPerMonth: string;
  readonly mostEnergyPerMonth: string;
}

export interface TariffDraft {
  readonly name: string;
  /** On the utility's calendar and clock. */
  readonly fromDay: string;
  readonly fromTime: string;
  readonly energy: EnergyDraft;
  readonly perKwh: readonly PerKwhDraft[];
  readonly fixed: readonly FixedDraft[];
  readonly rates: readonly RateDraft[];
  readonly fees: readonly FeeDraft[];
  readonly free: readonly FreeDraft[];
  readonly limits: LimitsDraft;
  readonly rounding: 'given' | 'carried';
}

/** The lists of a draft, each with the name it has in the record. */
export const LISTS = {
  perKwh: 'per_kwh',
  fixed: 'fixed',
  rates: 'rates',
  fees: 'fees',
  free: 'free',
} as const;

export type ListName = keyof typeof LISTS;

/** A key that no component or step of the draft has. */
export function newKey(draft: TariffDraft): string {
  const keys = [
    draft.energy,
    ...draft.energy.steps,
    ...draft.perKwh,
    ...draft.fixed,
    ...draft.rates,
    ...draft.fees,
    ...draft.free,
  ].map(({ key }) => Number(/^n(\d+)$/.exec(key)?.[1] ?? 0));
  return `n${Math.max(0, ...keys) + 1}`;
}

const NO_LIMITS: LimitsDraft = {
  leastTendered: '',
  mostTendered: '',
  mostTenderedPerMonth: '',
  mostEnergyPerMonth: '',
};

const FIRST_STEP: StepDraft = { key: 's0', above: '0', price: '' };

const ENERGY: EnergyDraft = {
  ...{ key: 'energy', id: 'energy', name: 'Energy', account: 'energy_sales' },
  ...{ kind: 'flat', price: '', steps: [FIRST_STEP], measure: 'this-month', months: '3' },
  inMeter: null,
};

const VAT: RateDraft = {
  ...{ key: 'vat', id: 'vat', name: 'VAT', account: 'vat_payable', rate: '' },
  ...{ of: ['energy'], exemptible: true },
};

export const TEMPLATES = ['steps', 'flat', 'bands'] as const;
export type Template = (typeof TEMPLATES)[number];

const STEPS: readonly StepDraft[] = [
  { ...FIRST_STEP },
  { key: 's1', above: '50', price: '' },
  { key: 's2', above: '350', price: '' },
];

/** What a new tariff begins as: its shape, and no prices, which nobody should take over unread. */
export function draftOfTemplate(template: Template, fromDay: string): TariffDraft {
  return {
    ...{ name: '', fromDay, fromTime: '00:00' },
    energy: { ...ENERGY, kind: template, steps: template === 'flat' ? ENERGY.steps : STEPS },
    ...{ perKwh: [], fixed: [], rates: [VAT], fees: [], free: [] },
    ...{ limits: NO_LIMITS, rounding: 'given' },
  };
}

/** Empty components to be filled in. */
export const NEW_PER_KWH: Omit<PerKwhDraft, 'key'> = {
  ...{ id: null, name: '', account: 'levies_payable', kind: 'fixed', price: '' },
};
export const NEW_FIXED: Omit<FixedDraft, 'key'> = {
  ...{ id: null, name: 'Service charge', account: 'fixed_charges', money: '', per: 'month' },
  ...{ catchUpMax: '3', firstPeriod: 'pro-rata', from: '', tooSmall: 'refuse', partShare: '50 %' },
};
export const NEW_RATE: Omit<RateDraft, 'key'> = {
  ...{ id: null, name: '', account: 'taxes_payable', rate: '', of: ['energy'], exemptible: false },
};
export const NEW_FEE: Omit<FeeDraft, 'key'> = {
  ...{ id: null, name: 'Convenience fee', account: 'convenience_fees', channel: '' },
  ...{ rate: '', least: '0', most: '' },
};
export const NEW_FREE: Omit<FreeDraft, 'key'> = {
  ...{ id: null, name: 'Free units', energy: '', per: 'month', stackMax: '1', claim: 'either' },
  ...{ fromDay: '', toDay: '', entitled: 'listed', countsForSteps: false },
};
