/**
 * What is open on the page of a vendor, in its address: the tab, and the deed that is being done with
 * the id it is sent under, so that a retry and even a reload repeat the same id.
 */
import { useSearchParams } from 'react-router';
import { newId } from '../../ui/new-id.ts';

export const TABS = [
  'statement',
  'deposits',
  'commission',
  'shifts',
  'batches',
  'days',
  'settings',
] as const;

export type Tab = (typeof TABS)[number];

export type DialogName =
  | 'deposit'
  | 'reversal'
  | 'commission'
  | 'limits'
  | 'count'
  | 'sales-batch'
  | 'bank-batch'
  | 'close-day'
  | 'credit-limit'
  | 'suspend';

interface OpenDialog {
  readonly name: string;
  readonly id: string;
  /** What it is about: a deposit, an operator, a shift, a bank batch. */
  readonly of: string | null;
}

export interface Place {
  readonly tab: Tab;
  readonly dialog: OpenDialog | null;
  readonly get: (name: string) => string | null;
  readonly goTo: (tab: Tab, more?: Readonly<Record<string, string>>) => void;
  readonly open: (name: DialogName, of?: string) => void;
  readonly close: () => void;
}

const DIALOG_PARAMS: readonly string[] = ['do', 'id', 'of'];

export function usePlace(): Place {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const [name, id] = [params.get('do'), params.get('id')];
  const kept = Object.fromEntries([...params].filter(([param]) => !DIALOG_PARAMS.includes(param)));
  return {
    tab: TABS.find((each) => each === asked) ?? 'statement',
    dialog: name === null || id === null ? null : { name, id, of: params.get('of') },
    get: (param) => params.get(param),
    goTo: (tab, more = {}) => setParams({ ...(tab === 'statement' ? {} : { tab }), ...more }),
    open: (dialog, of) =>
      setParams({ ...kept, do: dialog, id: newId(), ...(of === undefined ? {} : { of }) }),
    close: () => setParams(kept, { replace: true }),
  };
}
