/**
 * A commission rule as the database keeps it: JSON with the unit in each name, money as decimal
 * strings, since a JSON number is a float.
 */
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { CommissionRule, CommissionTerms } from './commission.ts';

interface StoredTerms {
  readonly base: CommissionTerms['base'];
  readonly steps: readonly {
    readonly above_minor: string;
    readonly rate_basis_points: number;
  }[];
  readonly fixed_minor: string;
  readonly least_minor: string | null;
  readonly most_minor: string | null;
}

export interface StoredCommission {
  readonly terms: StoredTerms;
  readonly channels: Readonly<Record<string, StoredTerms>>;
}

export function storedFromCommission(rule: CommissionRule): StoredCommission {
  // In the order of their names, so that the same rule is always the same text.
  const channels = Object.entries(rule.channels).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    terms: storedTerms(rule.terms),
    channels: Object.fromEntries(channels.map(([name, terms]) => [name, storedTerms(terms)])),
  };
}

export function commissionFromStored(stored: StoredCommission): CommissionRule {
  return {
    terms: termsOf(stored.terms),
    channels: Object.fromEntries(
      Object.entries(stored.channels).map(([name, terms]) => [name, termsOf(terms)]),
    ),
  };
}

export function isSameCommission(a: CommissionRule, b: CommissionRule): boolean {
  return JSON.stringify(storedFromCommission(a)) === JSON.stringify(storedFromCommission(b));
}

function storedTerms({ base, steps, fixed, least, most }: CommissionTerms): StoredTerms {
  return {
    base,
    steps: steps.map((step) => ({
      above_minor: String(step.above),
      rate_basis_points: step.rate,
    })),
    fixed_minor: String(fixed),
    least_minor: least === null ? null : String(least),
    most_minor: most === null ? null : String(most),
  };
}

function termsOf(stored: StoredTerms): CommissionTerms {
  const money = (text: string) => minorUnits(BigInt(text));
  return {
    base: stored.base,
    steps: stored.steps.map((step) => ({
      above: money(step.above_minor),
      rate: basisPoints(step.rate_basis_points),
    })),
    fixed: money(stored.fixed_minor),
    least: stored.least_minor === null ? null : money(stored.least_minor),
    most: stored.most_minor === null ? null : money(stored.most_minor),
  };
}
