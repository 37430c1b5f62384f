/** A commission as it is typed, and the rule it becomes. Rates stay text: the server reads them. */
import type { Commission, NewCommissionRule } from '../api/model.ts';
import { type ParsedMoney, typedMoney } from '../money.ts';

export type CommissionBase = Commission['terms']['base'];

export interface StepDraft {
  /** Tells the lines apart while they are typed. */
  readonly line: number;
  readonly above: string;
  readonly rate: string;
}

export interface CommissionDraft {
  readonly base: CommissionBase;
  /** From the first sale of a month on. */
  readonly rate: string;
  /** From a volume of the month on. */
  readonly steps: readonly StepDraft[];
  readonly fixed: string;
  readonly least: string;
  readonly most: string;
}

export const EMPTY_COMMISSION: CommissionDraft = {
  base: 'tendered',
  rate: '',
  steps: [],
  fixed: '',
  least: '',
  most: '',
};

/** The version that holds now, to be changed; what it says of channels is kept by the rule. */
export function draftOfCommission({ terms }: Commission, places: number): CommissionDraft {
  const money = (minor: string | null): string =>
    minor === null ? '' : typedMoney(BigInt(minor), places);
  const [first, ...more] = terms.steps;
  const begins = first === undefined || first.above_minor === '0';
  const steps = begins ? more : terms.steps;
  return {
    base: terms.base,
    rate: begins ? (first?.rate ?? '') : '',
    steps: steps.map(({ above_minor, rate }, line) => ({ line, above: money(above_minor), rate })),
    fixed: terms.fixed_minor === '0' ? '' : money(terms.fixed_minor),
    least: money(terms.least_minor),
    most: money(terms.most_minor),
  };
}

/** The rule, or null while some amount is none. An empty rate means that nothing is of a rate. */
export function ruleOfDraft(
  draft: CommissionDraft,
  channels: Commission['channels'],
  read: (typed: string) => ParsedMoney,
): NewCommissionRule | null {
  const minor = (typed: string): string | null => {
    const parsed = read(typed);
    return parsed.kind === 'money' ? String(parsed.minor) : null;
  };
  const bound = (typed: string): string | null | undefined =>
    typed.trim() === '' ? null : (minor(typed) ?? undefined);
  const fixed = bound(draft.fixed);
  const [least, most] = [bound(draft.least), bound(draft.most)];
  const higher = draft.steps.map(({ above, rate }) => ({ above: minor(above), rate: rate.trim() }));
  if (fixed === undefined || least === undefined || most === undefined) return null;
  if (higher.some(({ above, rate }) => above === null || rate === '')) return null;
  const rate = draft.rate.trim();
  if (rate === '' && (higher.length > 0 || fixed === null)) return null;
  const first = rate === '' ? [] : [{ above_minor: '0', rate }];
  const steps = higher.map((step) => ({ above_minor: step.above ?? '0', rate: step.rate }));
  const terms = {
    base: draft.base,
    steps: [...first, ...steps],
    fixed_minor: fixed ?? '0',
    least_minor: least,
    most_minor: most,
  };
  return { terms, channels };
}
