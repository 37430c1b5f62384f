/** Commission rules read and told: text with units in, sentences out. */
import { minorUnits } from '@wattvend/quantities/money.js';
import type { CommissionRule, CommissionTerms } from '@wattvend/vending/commission.js';
import {
  type CommissionRateFault,
  type CommissionRuleFault,
  exampleCommission,
  exampleSale,
  parseCommissionRate,
} from '@wattvend/vending/commission-entry.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { moneyText, rateText } from './money-text.ts';
import { moneyOf } from './parse.ts';
import type { FieldError } from './problem.ts';
import type { NewCommissionRule, NewCommissionTerms } from './schemas/commission.ts';

const RATE_FAULTS: Readonly<Record<CommissionRateFault, string>> = {
  rate_unit_missing: 'has no unit: write "10 %" or "1000 basis points"',
  rate_not_understood: 'is no rate: write "2.5 %" or "250 basis points"',
  rate_too_fine: 'is finer than a hundredth of a per cent',
  rate_above_maximum: 'is above 50 %, which no commission is',
};

const RULE_FAULTS: Readonly<Record<CommissionRuleFault, string>> = {
  money_below_zero: 'has money below zero',
  first_step_not_at_zero: 'has a first step that does not begin above zero',
  steps_not_rising: 'has steps that do not rise',
  least_above_most: 'has a least above its most',
};

export function ruleFaultError(fault: CommissionRuleFault): FieldError {
  return { path: 'body', message: RULE_FAULTS[fault] };
}

export type ReadRule =
  | { readonly kind: 'rule'; readonly rule: CommissionRule }
  | { readonly kind: 'faults'; readonly errors: readonly FieldError[] };

/** Reads a rule as it was sent; every rate that cannot be read is told. */
export function ruleOf(sent: NewCommissionRule): ReadRule {
  const errors: FieldError[] = [];
  const terms = termsOf(sent.terms, 'body.terms', errors);
  const channels = Object.fromEntries(
    Object.entries(sent.channels).map(([name, each]) => [
      name,
      termsOf(each, `body.channels.${name}`, errors),
    ]),
  );
  return errors.length > 0
    ? { kind: 'faults', errors }
    : { kind: 'rule', rule: { terms, channels } };
}

function termsOf(sent: NewCommissionTerms, path: string, errors: FieldError[]): CommissionTerms {
  const steps = sent.steps.flatMap(({ above_minor, rate }, index) => {
    const parsed = parseCommissionRate(rate);
    if (parsed.kind === 'rate') return [{ above: moneyOf(above_minor), rate: parsed.rate }];
    errors.push({ path: `${path}.steps.${index}.rate`, message: RATE_FAULTS[parsed.fault] });
    return [];
  });
  return {
    base: sent.base,
    steps,
    fixed: moneyOf(sent.fixed_minor),
    least: sent.least_minor === null ? null : moneyOf(sent.least_minor),
    most: sent.most_minor === null ? null : moneyOf(sent.most_minor),
  };
}

/** What a rule means, a sentence for the ordinary terms and one for each channel. */
export function ruleInWords(utility: Utility, rule: CommissionRule): string[] {
  const sale = exampleSale(utility.decimalPlaces);
  const sentence = (terms: CommissionTerms): string => {
    const commission = exampleCommission(terms, sale);
    const example = `a first sale of ${moneyText(utility, sale)} without tax earns`;
    return `${termsInWords(utility, terms)}; ${example} ${moneyText(utility, commission)}.`;
  };
  return [
    `The vendor earns ${sentence(rule.terms)}`,
    ...Object.entries(rule.channels).map(
      ([channel, terms]) => `By the channel ${channel} it earns ${sentence(terms)}`,
    ),
  ];
}

function termsInWords(utility: Utility, terms: CommissionTerms): string {
  const of =
    terms.base === 'tendered' ? 'what the customer pays' : 'the charge for energy in each sale';
  const rates = terms.steps.map((step) => {
    const rate = `${rateText(step.rate)} of ${of}`;
    return step.above === 0n
      ? rate
      : `${rate} above ${moneyText(utility, step.above)} in a calendar month`;
  });
  const parts = [
    ...rates,
    ...(terms.fixed > 0n ? [`${moneyText(utility, terms.fixed)} for each sale`] : []),
  ];
  const bounds = [
    ...(terms.least === null ? [] : [`at least ${moneyText(utility, terms.least)} a sale`]),
    ...(terms.most === null ? [] : [`at most ${moneyText(utility, terms.most)} a sale`]),
  ];
  const earned = parts.length === 0 ? 'nothing' : parts.join(', and ');
  return [earned, ...bounds].join(', ');
}

export function termsJson(terms: CommissionTerms): {
  readonly base: CommissionTerms['base'];
  readonly steps: { above_minor: string; rate: string }[];
  readonly fixed_minor: string;
  readonly least_minor: string | null;
  readonly most_minor: string | null;
} {
  return {
    base: terms.base,
    steps: terms.steps.map((step) => ({
      above_minor: String(step.above),
      rate: rateText(step.rate),
    })),
    fixed_minor: String(terms.fixed),
    least_minor: terms.least === null ? null : String(terms.least),
    most_minor: terms.most === null ? null : String(terms.most),
  };
}

export function exampleJson(
  { decimalPlaces }: Utility,
  terms: CommissionTerms,
): { readonly tendered_minor: string; readonly commission_minor: string } {
  const sale = minorUnits(exampleSale(decimalPlaces));
  const commission = exampleCommission(terms, sale);
  return { tendered_minor: String(sale), commission_minor: String(commission) };
}
