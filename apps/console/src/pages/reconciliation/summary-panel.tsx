/** How much is open, by class and age. A cell leads to its items. */
import { Skeleton, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Place, usePlace } from './place.ts';
import classes from './reconciliation.module.css';
import { type ItemClass, type Summary, summaryQuery } from './reconciliation-queries.ts';
import { AGE_NAMES, AGES, CLASSES, OPEN_CLASSES } from './reconciliation-words.ts';

type Cell = Summary['cells'][number];

/** Nothing may be unexplained for longer than a day. */
function Verdict({ summary }: { readonly summary: Summary }): ReactNode {
  const late = summary.unexplained_after_day;
  if (late === 0) {
    return (
      <p className={classes['verdict']} role="status">
        <IconCircleCheck size={20} className={classes['good']} aria-hidden />
        Nothing is unexplained for longer than a day.
      </p>
    );
  }
  return (
    <p className={classes['verdict']} role="status">
      <IconAlertTriangle size={20} className={classes['bad']} aria-hidden />
      <strong>
        {late} {late === 1 ? 'item is' : 'items are'} unexplained for longer than a day.
      </strong>
    </p>
  );
}

function Amount(o: {
  readonly cell: Cell | undefined;
  readonly most: number;
  readonly label: string;
  readonly onOpen: () => void;
}): ReactNode {
  const { currency } = useSession().utility;
  const { cell } = o;
  if (cell === undefined) return <span className={classes['none']}>–</span>;
  return (
    <UnstyledButton
      className={classes['cell'] ?? ''}
      onClick={o.onOpen}
      aria-label={`${o.label}: ${cell.items}`}
    >
      <strong>{cell.items}</strong>
      <small>{formatMoney(cell.items_minor, currency)}</small>
      <span className={classes['bar']} aria-hidden>
        <span style={{ inlineSize: `${Math.max(4, (100 * cell.items) / o.most)}%` }} />
      </span>
    </UnstyledButton>
  );
}

function ClassRow(o: {
  readonly of: ItemClass;
  readonly cells: readonly Cell[];
  readonly most: number;
  readonly place: Place;
}): ReactNode {
  const words = CLASSES[o.of];
  return (
    <tr>
      <th scope="row">
        {words.name}
        <small className={classes['note']}>{words.meaning}</small>
      </th>
      {AGES.map((age) => (
        <td key={age} data-label={AGE_NAMES[age]}>
          <Amount
            cell={o.cells.find((each) => each.class === o.of && each.age === age)}
            most={o.most}
            label={`${words.name}, ${AGE_NAMES[age]}`}
            onOpen={() => o.place.goTo({ tab: null, class: o.of, state: null })}
          />
        </td>
      ))}
    </tr>
  );
}

export function SummaryPanel(): ReactNode {
  const place = usePlace();
  const summary = useQuery(summaryQuery(place.sourceId));
  if (summary.data === undefined) {
    return summary.error === null ? (
      <Skeleton height={200} aria-busy="true" />
    ) : (
      <RefusalNote refusal={summary.error.refusal} onRetry={() => void summary.refetch()} />
    );
  }
  const { cells } = summary.data;
  const open = cells.filter(({ age }) => age !== 'settled');
  const most = Math.max(1, ...open.map(({ items }) => items));
  return (
    <Panel heading="What is open">
      <Verdict summary={summary.data} />
      {open.length > 0 && (
        <table className={classes['grid']} aria-label="Open items by class and age">
          <thead>
            <tr>
              <td />
              {AGES.map((age) => (
                <th key={age} scope="col">
                  {AGE_NAMES[age]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {OPEN_CLASSES.map((each) => (
              <ClassRow key={each} of={each} cells={open} most={most} place={place} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
