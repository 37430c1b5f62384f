/** Where a meter is in its life, and what was done with it, in words. */
import type { MeterCard, MeterEvent } from './api/model.ts';
import { groupDigits } from './digits.ts';

type State = MeterCard['status'];

export const METER_STATES: Readonly<
  Record<State, { readonly label: string; readonly color: string }>
> = {
  in_store: { label: 'in store', color: 'gray' },
  active: { label: 'installed', color: 'petrol' },
  blocked: { label: 'blocked', color: 'red' },
  removed: { label: 'removed', color: 'orange' },
  scrapped: { label: 'scrapped', color: 'gray' },
};

const EVENTS: Readonly<Record<string, string>> = {
  stored: 'Came into the store',
  enrolled: 'Came in',
  imported: 'Came in with an import',
  installed: 'Installed',
  removed: 'Taken down',
  replaced_by: 'Replaced by another meter',
  replaces: 'Took the place of another meter',
  transfer_ordered: 'Credit of the old meter to be moved here',
  blocked: 'Blocked',
  unblocked: 'Unblocked',
  returned_to_store: 'Back in the store',
  scrapped: 'Scrapped',
};

/** What happened; a kind that is new to this page is read as it is written. */
export function eventWords(kind: string): string {
  const words = EVENTS[kind];
  if (words !== undefined) return words;
  const epoch = /^key_epoch_(\d+)$/.exec(kind)?.[1];
  if (epoch !== undefined) return epoch === '1' ? 'First key' : `Key ${epoch}`;
  const text = kind.replaceAll('_', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

type Details = MeterEvent['details'];

/** Whole watt-hours as kWh, without a rounding. */
function kwhOf(wattHours: number): string {
  const digits = String(wattHours).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  const whole = digits.slice(0, -3);
  return fraction === '' ? `${whole} kWh` : `${whole}.${fraction} kWh`;
}

/** What is known of an event, between dots: the place, the other meter, registers, keys. */
export function eventDetail(details: Details): string {
  const text = (name: string): string[] => {
    const value = details[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  };
  const meter = (name: string, words: string): string[] =>
    text(name).map((digits) => `${words} ${groupDigits(digits)}`);
  const energy = (name: string, words: string): string[] => {
    const value = details[name];
    return typeof value === 'number' ? [`${words} ${kwhOf(value)}`] : [];
  };
  return [
    ...text('address'),
    ...text('code'),
    ...text('reason'),
    ...meter('meter_number', 'meter'),
    ...meter('from_meter_number', 'from meter'),
    ...energy('reading_wh', 'register'),
    ...energy('credit_left_wh', 'credit left'),
    ...text('supply_group_code').map(
      (group) =>
        `SGC ${group}, KRN ${details['key_revision_number']}, TI ${details['tariff_index']}`,
    ),
  ].join(' · ');
}

export type OperationKind =
  | 'install'
  | 'remove'
  | 'replace'
  | 'block'
  | 'unblock'
  | 'return_to_store'
  | 'scrap';

export const OPERATIONS: Readonly<
  Record<OperationKind, { readonly label: string; readonly from: readonly State[] }>
> = {
  install: { label: 'Install', from: ['in_store'] },
  replace: { label: 'Replace', from: ['active', 'blocked'] },
  block: { label: 'Block', from: ['active'] },
  unblock: { label: 'Unblock', from: ['blocked'] },
  remove: { label: 'Take down', from: ['active', 'blocked'] },
  return_to_store: { label: 'Back to the store', from: ['removed'] },
  scrap: { label: 'Scrap', from: ['in_store', 'removed'] },
};

export function operationsOf(state: State): readonly OperationKind[] {
  const kinds = Object.keys(OPERATIONS) as readonly OperationKind[];
  return kinds.filter((kind) => OPERATIONS[kind].from.includes(state));
}
