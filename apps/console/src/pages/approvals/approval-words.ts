/** Kinds and states of orders, in words. */
import type { Approval } from '../../api/model.ts';
import { groupDigits } from '../../digits.ts';
import { formatTenthKwh } from '../../energy.ts';
import { type Currency, formatMoney } from '../../money.ts';

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

/** Told in words above, or of no use to whoever decides. */
const LEFT_OUT: readonly string[] = ['deed', 'contents', 'rule', 'vend_id', 'proof_reference'];

const NAMES: Readonly<Record<string, string>> = {
  vend_id: 'Sale',
  to_meter_number: 'Right meter',
  meter_number: 'Meter',
  proof_reference: 'Evidence',
  proof_order_id: 'Order that proves it',
  statement: 'Evidence',
  display_code: 'Display',
  money_to: 'Money to',
  unused_tenth_kwh: 'Not used',
  energy_tenth_kwh: 'Energy',
  vendor_id: 'Vendor',
  debt_id: 'Debt',
};

/** What is ordered, field by field, as it will be carried out; fields without a value are left out. */
export function factsOf(subject: Approval['subject'], currency: Currency): readonly Fact[] {
  return Object.entries(subject).flatMap(([name, value]) =>
    LEFT_OUT.includes(name) || value === null
      ? []
      : [{ name: nameOfField(name), value: valueText(name, value, currency) }],
  );
}

function nameOfField(name: string): string {
  const plain = name.replace(/_(minor|tenth_kwh)$/, '').replaceAll('_', ' ');
  return NAMES[name] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** A field's name says its unit; what is no such field stands as it came. */
function valueText(name: string, value: unknown, currency: Currency): string {
  if (name.endsWith('_minor') && typeof value === 'string' && /^-?\d{1,40}$/.test(value)) {
    return formatMoney(value, currency);
  }
  if (name.endsWith('_tenth_kwh') && typeof value === 'number') {
    return `${formatTenthKwh(value)} kWh`;
  }
  if (name.endsWith('meter_number') && typeof value === 'string') return groupDigits(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const isWord = /^[a-z]+(_[a-z]+)+$/.test(value);
  return isWord ? value.replaceAll('_', ' ') : value;
}
