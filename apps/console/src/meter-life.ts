/** Where a meter is in its life, and what was done with it, in words. */
import type { MeterCard } from './api/model.ts';

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
  replaced: 'Replaced by another meter',
  blocked: 'Blocked',
  unblocked: 'Unblocked',
  returned_to_store: 'Back in the store',
  scrapped: 'Scrapped',
  key_changed: 'New key',
  agreement_began: 'An agreement began',
  agreement_ended: 'The agreement ended',
  tariff_changed: 'Another tariff',
};

/** What happened; a kind that is new to this page is read as it is written. */
export function eventWords(kind: string): string {
  const words = EVENTS[kind];
  if (words !== undefined) return words;
  const text = kind.replaceAll('_', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
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
