import { Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { metersQuery, searchQuery } from '../../api/queries.ts';
import { explainMeterNumber, searchText } from '../../meter-number.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type FoundMeter, foundMeter, foundMeters } from './found-meter.ts';
import { type ListMove, moveIn } from './list-move.ts';
import { MeterOption } from './meter-option.tsx';
import classes from './till.module.css';

const SHOWN = 8;
const TYPING_PAUSE = 180;

const MOVES: Readonly<Record<string, ListMove>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

function Results(o: {
  readonly listId: string;
  readonly meters: readonly FoundMeter[];
  readonly active: number;
  readonly onChosen: (number: string) => void;
}): ReactNode {
  return (
    <div role="listbox" id={o.listId} aria-label="Meters found" className={classes['results']}>
      {o.meters.map((meter, at) => (
        <MeterOption
          key={meter.meterNumber}
          id={`${o.listId}-${at}`}
          meter={meter}
          active={at === o.active}
          onChosen={() => o.onChosen(meter.meterNumber)}
        />
      ))}
    </div>
  );
}

/** The first meters while nothing is typed, and what the text finds as soon as something is. */
function useFound(query: string) {
  const isEmpty = query === '';
  const first = useQuery({ ...metersQuery('', SHOWN), enabled: isEmpty });
  const hits = useQuery({
    ...searchQuery(query, SHOWN),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
  });
  return isEmpty
    ? { found: first, meters: (first.data?.meters ?? []).map(foundMeter) }
    : { found: hits, meters: foundMeters(hits.data?.hits ?? []) };
}

/** Finds a meter as one types its number, the account, or the customer's name, phone or address. */
export function MeterSearch(o: { readonly onChosen: (number: string) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [paused] = useDebouncedValue(typed, TYPING_PAUSE);
  const [active, setActive] = useState(0);
  const listId = useId();
  const query = searchText(paused);
  const { found, meters } = useFound(query);
  const mistake = explainMeterNumber(typed);
  function press(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    // Home and End belong to the text while there is some.
    if (move === undefined || (typed !== '' && event.key.length < 5)) {
      // Enter must not take the first of the results of an older text.
      const settled = query === searchText(typed) && !found.isPlaceholderData;
      const meter = meters[active];
      if (event.key === 'Enter' && settled && meter !== undefined) o.onChosen(meter.meterNumber);
      return;
    }
    event.preventDefault();
    setActive(moveIn(active, move, meters.length));
  }
  return (
    <div className={classes['search']}>
      <Panel>
        <TextInput
          size="lg"
          label="Find the meter"
          description="Meter or account number, customer, phone or address"
          placeholder="0123 4567 897"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={20} aria-hidden />}
          rightSection={found.isFetching ? <Loader size="xs" /> : null}
          role="combobox"
          aria-expanded={meters.length > 0}
          aria-controls={listId}
          aria-activedescendant={meters.length > 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          value={typed}
          error={mistake}
          onKeyDown={press}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
        />
        {found.error !== null && !found.isFetching ? (
          <RefusalNote refusal={found.error.refusal} onRetry={() => void found.refetch()} />
        ) : (
          <Results listId={listId} meters={meters} active={active} onChosen={o.onChosen} />
        )}
        {found.isSuccess && meters.length === 0 && mistake === null && (
          <EmptyNote
            heading={query === '' ? 'There are no meters yet' : 'No meter found'}
            text={
              query === ''
                ? 'An operator adds meters on the page Meters.'
                : 'Try fewer digits, or a part of the name or the street.'
            }
          />
        )}
      </Panel>
    </div>
  );
}
