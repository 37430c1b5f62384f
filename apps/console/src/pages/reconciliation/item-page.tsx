/** One item with all there is about it: the line, the sale, the entry, what was done, what might fit. */
import { Anchor, Badge, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { formatMoney } from '../../money.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { ItemActions } from './item-actions.tsx';
import { EntryFacts, KnownFacts, LineFacts } from './item-sides.tsx';
import classes from './reconciliation.module.css';
import { type Evidence, type Item, itemQuery } from './reconciliation-queries.ts';
import { CLASSES, eventWords, reasonWords, resolutionWords } from './reconciliation-words.ts';
import { Suggestions } from './suggestions.tsx';

function Standing({ item }: { readonly item: Item }): ReactNode {
  const { currency, time_zone: timeZone } = useSession().utility;
  const words = CLASSES[item.class];
  const settled = resolutionWords(item.resolution);
  return (
    <Panel>
      <p className={classes['standing']}>
        <Badge variant="light" size="lg" color={settled === null ? words.color : 'gray'}>
          {words.name}
        </Badge>
        <strong className="wv-numbers">{formatMoney(item.item_minor, currency)}</strong>
        {item.difference_minor !== '0' && (
          <span>difference {formatMoney(item.difference_minor, currency)}</span>
        )}
      </p>
      <p className={classes['line']}>
        {words.meaning} Here: {reasonWords(item.reason)}.
      </p>
      <p className={classes['line']}>
        {settled === null
          ? `Open since ${formatInstant(item.first_seen_at, timeZone)}.`
          : `Settled${item.resolved_at === null ? '' : ` ${formatInstant(item.resolved_at, timeZone)}`}: ${settled}.`}
        {item.wish !== null && ` Passed on: ${item.wish.wish}, ${item.wish.reference}.`}
        {item.note !== null && ` “${item.note}”`}
      </p>
      {item.absorbed_into === null ? (
        <ItemActions item={item} />
      ) : (
        <Anchor component={Link} to={`/reconciliation/items/${item.absorbed_into}`}>
          It became part of another item
        </Anchor>
      )}
    </Panel>
  );
}

function History({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  if (evidence.events.length === 0) return null;
  return (
    <Panel heading="What was done">
      <ol className={classes['events']}>
        {evidence.events.map((event) => (
          <li key={`${event.action_id} ${event.action}`}>
            <strong>{eventWords(event.action)}</strong> · {event.by},{' '}
            {formatInstant(event.at, timeZone)}
            {typeof event.details['note'] === 'string' && (
              <small className={classes['note']}>“{event.details['note']}”</small>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Whole({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const { item } = evidence;
  return (
    <div className={classes['page']}>
      <Standing item={item} />
      <div className={classes['sides']}>
        <Panel heading="On the statement">
          <LineFacts item={item} />
        </Panel>
        <Panel heading="In the books">
          <KnownFacts evidence={evidence} />
        </Panel>
      </div>
      <Suggestions item={item} suggestions={evidence.suggestions} />
      {evidence.entry !== null && <EntryFacts entry={evidence.entry} />}
      <History evidence={evidence} />
    </div>
  );
}

export function ReconciliationItemPage(): ReactNode {
  const { id = '' } = useParams();
  const found = useQuery(itemQuery(id));
  return (
    <>
      <PageHead
        title="Reconciliation item"
        help={
          <Anchor component={Link} to="/reconciliation">
            All items
          </Anchor>
        }
      />
      {found.isPending && <Skeleton height={300} radius="lg" aria-busy="true" />}
      {found.error !== null && found.data === undefined && (
        <RefusalNote refusal={found.error.refusal} onRetry={() => void found.refetch()} />
      )}
      {found.data !== undefined && <Whole evidence={found.data} />}
    </>
  );
}
