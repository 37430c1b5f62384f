/** What is open on the page of reconciliation, in its address. */
import { useSearchParams } from 'react-router';
import type { ItemFilter } from './reconciliation-queries.ts';
import { CLASSES } from './reconciliation-words.ts';

export const TABS = ['items', 'statements', 'runs', 'sources'] as const;
export type Tab = (typeof TABS)[number];

const STATES = ['open', 'settled'] as const;
const CLASS_NAMES = Object.keys(CLASSES) as (keyof typeof CLASSES)[];

export interface Place extends ItemFilter {
  readonly tab: Tab;
  /** Goes there; what is not named stays, what is null goes. */
  readonly goTo: (next: Readonly<Record<string, string | null>>) => void;
}

/** Open items are shown unless all or the settled ones are asked for. */
export function usePlace(): Place {
  const [params, setParams] = useSearchParams();
  const state = params.get('state');
  return {
    tab: TABS.find((each) => each === params.get('tab')) ?? 'items',
    sourceId: params.get('source'),
    class: CLASS_NAMES.find((each) => each === params.get('class')) ?? null,
    state: state === 'all' ? null : (STATES.find((each) => each === state) ?? 'open'),
    goTo: (next) => {
      const merged = { ...Object.fromEntries(params), ...next };
      const kept = Object.entries(merged).filter(
        (each): each is [string, string] => each[1] !== null,
      );
      setParams(Object.fromEntries(kept));
    },
  };
}
