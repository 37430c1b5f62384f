/** What waits for a second person. /approvals, /approvals?all, /approvals?order=… */
import { Badge, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Approval } from '../../api/model.ts';
import { approvalQuery, approvalsQuery } from '../../api/queries.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { kindName, stateOf } from './approval-words.ts';
import classes from './approvals.module.css';
import { DecideOrder } from './decide-order.tsx';

function OrderRow(o: { readonly order: Approval; readonly onOpen: () => void }): ReactNode {
  const { order } = o;
  const { time_zone: timeZone } = useSession().utility;
  const state = stateOf(order.state);
  return (
    <li className={classes['row']}>
      <div>
        <p className={classes['summary']}>
          <Badge variant="light" color={state.color}>
            {state.name}
          </Badge>{' '}
          <strong>{order.summary}</strong>
        </p>
        <small>
          {kindName(order.kind)} · {order.requested_by.sign_in_name},{' '}
          {formatInstant(order.requested_at, timeZone)}
        </small>
      </div>
      <Button
        size="xs"
        variant={order.may_decide ? 'filled' : 'default'}
        onClick={o.onOpen}
        aria-label={`Open: ${order.summary}`}
      >
        {order.may_decide ? 'Decide' : 'Open'}
      </Button>
    </li>
  );
}

export function ApprovalsPage(): ReactNode {
  const [params, setParams] = useSearchParams();
  const all = params.has('all');
  const list = useQuery(approvalsQuery(!all));
  const order = params.get('order');
  // Who comes by a link may mean one that waits no longer, or is on no page of this list.
  const listed = list.data?.approvals.find(({ id }) => id === order);
  const single = useQuery({
    ...approvalQuery(order ?? ''),
    enabled: order !== null && list.isSuccess && listed === undefined,
  });
  const chosen = order === null ? undefined : (listed ?? single.data);
  const place = all ? { all: '' } : {};
  return (
    <>
      <PageHead
        title="Approvals"
        help="What one person asks for and another one decides."
        actions={
          <SegmentedControl
            aria-label="Which orders"
            data={[
              { value: 'open', label: 'Waiting' },
              { value: 'all', label: 'All' },
            ]}
            value={all ? 'all' : 'open'}
            onChange={(value) => setParams(value === 'all' ? { all: '' } : {})}
          />
        }
      />
      {order !== null && chosen === undefined && single.error !== null && (
        <RefusalNote refusal={single.error.refusal} />
      )}
      <Panel>
        {list.isPending && <Skeleton height={140} aria-busy="true" />}
        {list.error !== null && list.data === undefined && (
          <RefusalNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />
        )}
        {list.data?.approvals.length === 0 && (
          <EmptyNote
            heading={all ? 'Nothing was ever asked for' : 'Nothing waits'}
            text="Orders that need two people stand here."
          />
        )}
        <ul className={classes['rows']}>
          {list.data?.approvals.map((order) => (
            <OrderRow
              key={order.id}
              order={order}
              onOpen={() => setParams({ ...place, order: order.id })}
            />
          ))}
        </ul>
      </Panel>
      {chosen !== undefined && (
        <DecideOrder
          key={chosen.id}
          order={chosen}
          onClose={() => setParams(place, { replace: true })}
        />
      )}
    </>
  );
}
