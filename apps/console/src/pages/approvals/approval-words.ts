/** Kinds and states of orders, in words. */
import type { Approval } from '../../api/model.ts';

const KINDS: Readonly<Record<Approval['kind'], string>> = {
  tariff_version: 'Tariff',
  debt_write_off: 'Write-off',
  refund: 'Refund',
  wrong_meter: 'Wrong meter',
  free_issue: 'Free units',
  credit_transfer: 'Credit transfer',
  reissue: 'Token made anew',
  engineering: 'Engineering token',
  float_adjustment: 'Float adjustment',
  limit_change: 'Credit limit',
  key_load: 'Vending key',
};

const STATES: Readonly<
  Record<Approval['state'], { readonly name: string; readonly color: string }>
> = {
  requested: { name: 'waits', color: 'amber' },
  approved: { name: 'approved', color: 'teal' },
  rejected: { name: 'rejected', color: 'red' },
  withdrawn: { name: 'taken back', color: 'gray' },
  expired: { name: 'expired', color: 'gray' },
};

export function kindName(kind: Approval['kind']): string {
  return KINDS[kind];
}

export function stateOf(state: Approval['state']): {
  readonly name: string;
  readonly color: string;
} {
  return STATES[state];
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is ordered, field by field, as it will be carried out. */
export function factsOf(subject: Approval['subject']): readonly Fact[] {
  return Object.entries(subject).map(([name, value]) => ({
    name: name.replaceAll('_', ' '),
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}
