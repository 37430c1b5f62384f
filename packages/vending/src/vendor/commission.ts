/**
 * What a vendor earns by a vend: a pure function of the rule and the vend, so that every minor unit
 * of a settlement can be explained. It is computed exactly and rounded once for each vend, half up.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { BasisPoints } from '@wattvend/tariff/tariff.js';

/** From what volume of the month on which rate counts. */
export interface CommissionStep {
  /** What the vendor must have sold before in the calendar month; the first step is above zero. */
  readonly above: MinorUnits;
  readonly rate: BasisPoints;
}

/** One way to earn: a rate, a fixed sum for each vend, or both, within bounds. */
export interface CommissionTerms {
  /** What the rate is of: all that the customer tendered, or the charge for energy in it. */
  readonly base: 'tendered' | 'energy_charge';
  /** Rising; a vend that crosses a step earns each rate on its part. Empty when there is no rate. */
  readonly steps: readonly CommissionStep[];
  readonly fixed: MinorUnits;
  readonly least: MinorUnits | null;
  readonly most: MinorUnits | null;
}

export interface CommissionRule {
  readonly terms: CommissionTerms;
  /** Terms of their own for some channels, such as "ussd". */
  readonly channels: Readonly<Record<string, CommissionTerms>>;
}

export interface CommissionableVend {
  readonly channel: string | null;
  readonly tendered: MinorUnits;
  readonly energyCharge: MinorUnits;
}

/** What the vendor sold before in the calendar month, by both bases. */
export interface MonthVolume {
  readonly tendered: MinorUnits;
  readonly energyCharge: MinorUnits;
}

export interface CommissionPart {
  readonly base: MinorUnits;
  readonly rate: BasisPoints;
}

export interface Commission {
  readonly commission: MinorUnits;
  readonly base: MinorUnits;
  readonly parts: readonly CommissionPart[];
  readonly fixed: MinorUnits;
  /** Which bound decided: the least or the most of the rule, or that no vend earns above its base. */
  readonly bound: 'least' | 'most' | 'base' | null;
}

const BASIS_POINTS_OF_WHOLE = 10_000n;

/** What one vend earns, and why. */
export function commissionOf(
  rule: CommissionRule,
  vend: CommissionableVend,
  before: MonthVolume,
): Commission {
  const terms = termsFor(rule, vend.channel);
  const isEnergy = terms.base === 'energy_charge';
  const base = isEnergy ? vend.energyCharge : vend.tendered;
  const parts = partsOf(terms, base, isEnergy ? before.energyCharge : before.tendered);
  const exact = parts.reduce((sum, part) => sum + part.base * BigInt(part.rate), 0n);
  const rounded = terms.fixed + roundHalfUp(exact);
  const { commission, bound } = bounded(terms, rounded, base);
  return { commission: minorUnits(commission), base, parts, fixed: terms.fixed, bound };
}

export function termsFor(rule: CommissionRule, channel: string | null): CommissionTerms {
  if (channel === null || !Object.hasOwn(rule.channels, channel)) return rule.terms;
  return rule.channels[channel] ?? rule.terms;
}

export function volumeAfter(before: MonthVolume, vend: CommissionableVend): MonthVolume {
  return {
    tendered: minorUnits(before.tendered + vend.tendered),
    energyCharge: minorUnits(before.energyCharge + vend.energyCharge),
  };
}

/** The stretch from `before` to `before + base`, cut where a step begins. */
function partsOf(
  { steps }: CommissionTerms,
  base: bigint,
  before: bigint,
): readonly CommissionPart[] {
  return steps.flatMap((step, index) => {
    const end = steps[index + 1]?.above;
    const from = before > step.above ? before : step.above;
    const to = end === undefined || before + base < end ? before + base : end;
    return to > from ? [{ base: minorUnits(to - from), rate: step.rate }] : [];
  });
}

/** Half a minor unit counts as a whole one. Neither money nor rate is ever below zero here. */
function roundHalfUp(timesTenThousand: bigint): bigint {
  return (timesTenThousand + BASIS_POINTS_OF_WHOLE / 2n) / BASIS_POINTS_OF_WHOLE;
}

function bounded(
  { least, most }: CommissionTerms,
  rounded: bigint,
  base: bigint,
): { readonly commission: bigint; readonly bound: Commission['bound'] } {
  let found: { readonly commission: bigint; readonly bound: Commission['bound'] } = {
    commission: rounded,
    bound: null,
  };
  if (least !== null && rounded < least) found = { commission: least, bound: 'least' };
  if (most !== null && rounded > most) found = { commission: most, bound: 'most' };
  // A mistyped fixed sum or least must not pay out more than was sold.
  return found.commission > base ? { commission: base, bound: 'base' } : found;
}
