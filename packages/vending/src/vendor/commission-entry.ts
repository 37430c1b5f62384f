/**
 * Commission as people enter it. A rate is text with its unit, because a bare "10" has been taken
 * for 10 %, for 0.1 and for 1000 % elsewhere: without a unit it is refused, not guessed.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { BasisPoints } from '@wattvend/tariff/tariff.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { CommissionRule, CommissionTerms } from './commission.ts';
import { commissionOf } from './commission.ts';

/** Above this a second person must agree. */
export const COMMISSION_CEILING: BasisPoints = basisPoints(2_000);

/** Above this nobody can go: a rate like that is a slip of the finger. */
export const COMMISSION_MOST: BasisPoints = basisPoints(5_000);

export type CommissionRateFault =
  | 'rate_unit_missing'
  | 'rate_not_understood'
  | 'rate_too_fine'
  | 'rate_above_maximum';

export type ParsedCommissionRate =
  | { readonly kind: 'rate'; readonly rate: BasisPoints }
  | { readonly kind: 'fault'; readonly fault: CommissionRateFault };

const BARE_NUMBER = /^\d+([.,]\d+)?$/;
const PER_CENT = /^(\d{1,6})(?:\.(\d{1,9}))? ?%$/;
const IN_BASIS_POINTS = /^(\d{1,8}) ?(?:bp|basis points?)$/;

/** Reads "2.5 %", "250 bp" or "250 basis points"; nothing else is a rate. */
export function parseCommissionRate(typed: string): ParsedCommissionRate {
  const text = typed.trim().toLowerCase();
  if (BARE_NUMBER.test(text)) return { kind: 'fault', fault: 'rate_unit_missing' };
  const [, points] = IN_BASIS_POINTS.exec(text) ?? [];
  if (points !== undefined) return withinMaximum(Number(points));
  const [, whole, fraction = ''] = PER_CENT.exec(text) ?? [];
  if (whole === undefined) return { kind: 'fault', fault: 'rate_not_understood' };
  const places = fraction.replace(/0+$/, '');
  if (places.length > 2) return { kind: 'fault', fault: 'rate_too_fine' };
  return withinMaximum(Number(whole) * 100 + Number(places.padEnd(2, '0')));
}

function withinMaximum(points: number): ParsedCommissionRate {
  if (points > COMMISSION_MOST) return { kind: 'fault', fault: 'rate_above_maximum' };
  return { kind: 'rate', rate: basisPoints(points) };
}

/** What is wrong with a rule whose every rate can be read, in order; null when nothing is. */
export type CommissionRuleFault =
  | 'steps_not_rising'
  | 'first_step_not_at_zero'
  | 'least_above_most'
  | 'money_below_zero';

export function commissionRuleFault(rule: CommissionRule): CommissionRuleFault | null {
  for (const terms of allTerms(rule)) {
    const fault = termsFault(terms);
    if (fault !== null) return fault;
  }
  return null;
}

function allTerms(rule: CommissionRule): readonly CommissionTerms[] {
  return [rule.terms, ...Object.values(rule.channels)];
}

function termsFault({ steps, fixed, least, most }: CommissionTerms): CommissionRuleFault | null {
  if ([fixed, least ?? 0n, most ?? 0n, ...steps.map((step) => step.above)].some((m) => m < 0n)) {
    return 'money_below_zero';
  }
  const [first] = steps;
  if (first !== undefined && first.above !== 0n) return 'first_step_not_at_zero';
  const isRising = steps.every((step, index) => {
    const next = steps[index + 1];
    return next === undefined || next.above > step.above;
  });
  if (!isRising) return 'steps_not_rising';
  return least !== null && most !== null && least > most ? 'least_above_most' : null;
}

// What a sum for each sale is of a small one: whoever sells in small pieces earns it on each of them.
const SMALL_SALES_OF_EXAMPLE = 20n;

/**
 * Whether a second person must agree: a rate above the ceiling, or terms that pay more than the
 * ceiling on the example sale or on a twentieth of it, as a mistyped fixed sum does.
 */
export function isAboveCeiling(rule: CommissionRule, example: MinorUnits): boolean {
  const sales = [example, minorUnits(example / SMALL_SALES_OF_EXAMPLE)];
  return allTerms(rule).some(
    (terms) =>
      terms.steps.some((step) => step.rate > COMMISSION_CEILING) ||
      sales.some((sale) => exampleCommission(terms, sale) > ceilingOf(sale)),
  );
}

function ceilingOf(sale: MinorUnits): bigint {
  return (sale * BigInt(COMMISSION_CEILING)) / 10_000n;
}

/** What a sale of all energy and no tax earns at the beginning of a month. */
export function exampleCommission(terms: CommissionTerms, example: MinorUnits): MinorUnits {
  const nothing = minorUnits(0n);
  const vend = { channel: null, tendered: example, energyCharge: example };
  const before = { tendered: nothing, energyCharge: nothing };
  return commissionOf({ terms, channels: {} }, vend, before).commission;
}

/** 100.00 of a currency with that many decimal places. */
export function exampleSale(decimalPlaces: number): MinorUnits {
  return minorUnits(100n * 10n ** BigInt(decimalPlaces));
}
