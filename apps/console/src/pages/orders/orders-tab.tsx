/** Orders for tokens, newest first, and one of them opened. */
import { Button, Modal, Skeleton, Stack, Table } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TokenOrder } from '../../api/model.ts';
import { groupDigits } from '../../digits.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Facts, SecondPerson, StateCell } from './facts.tsx';
import { useOpened } from './opened.ts';
import { orderQuery, ordersQuery, pagesOf } from './order-queries.ts';
import {
  contentWords,
  maySeeDigits,
  orderKindName,
  orderState,
  reasonName,
} from './order-words.ts';
import classes from './orders.module.css';
import { RevealTokens } from './reveal-tokens.tsx';

function Row(o: { readonly order: TokenOrder; readonly onOpen: () => void }): ReactNode {
  const { order } = o;
  const { time_zone: timeZone } = useSession().utility;
  const what = order.contents.map(contentWords).join(', ');
  return (
    <Table.Tr>
      <Table.Td data-label="Asked">
        <span>
          {formatInstant(order.requested_at, timeZone)}
          <small className={classes['note']}>{order.requested_by}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="What">
        <span>
          {orderKindName(order.kind)}: {what}
          <small className={classes['note']}>{reasonName(order.reason_code)}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Meter">
        <span className={`wv-mono ${classes['number'] ?? ''}`}>
          {groupDigits(order.meter_number)}
        </span>
      </Table.Td>
      <Table.Td data-label="State">
        <StateCell
          id={order.id}
          kind={order.kind}
          isOpen={order.state === 'requested'}
          words={orderState(order.state)}
          decidedBy={order.decided_by}
        />
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          <Button
            size="xs"
            variant="default"
            onClick={o.onOpen}
            aria-label={`Open: ${orderKindName(order.kind)}, ${what}, meter ${order.meter_number}`}
          >
            Open
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function Standing({ order }: { readonly order: TokenOrder }): ReactNode {
  const { state, refusal } = order;
  if (state === 'requested') return <SecondPerson id={order.id} kind={order.kind} />;
  if (state === 'approved') {
    const why = refusal === null ? '' : ` At the last try: ${refusal.replaceAll('_', ' ')}.`;
    return <p className={classes['text']}>Approved; its tokens are being made.{why}</p>;
  }
  if (state === 'declined') {
    const why = (refusal ?? 'declined').replaceAll('_', ' ');
    return <p className={classes['text']}>The security module made no tokens: {why}.</p>;
  }
  if (state === 'dropped') {
    return <p className={classes['text']}>The second person did not agree, or nobody decided.</p>;
  }
  return null;
}

function Opened({ id }: { readonly id: string }): ReactNode {
  const session = useSession();
  const { time_zone: timeZone } = session.utility;
  const found = useQuery(orderQuery(id));
  if (found.data === undefined) {
    return found.error === null ? (
      <Skeleton height={160} aria-busy="true" />
    ) : (
      <RefusalNote refusal={found.error.refusal} onRetry={() => void found.refetch()} />
    );
  }
  const order = found.data;
  const { resolved_at: resolved } = order;
  return (
    <Stack>
      <Facts
        facts={[
          {
            name: 'What',
            value: `${orderKindName(order.kind)}: ${order.contents.map(contentWords).join(', ')}`,
          },
          { name: 'Meter', value: groupDigits(order.meter_number) },
          { name: 'State', value: orderState(order.state).name },
          { name: 'Reason', value: `${reasonName(order.reason_code)}. ${order.reason}` },
          { name: 'Document', value: order.document_reference },
          {
            name: 'Asked',
            value: `${order.requested_by}, ${formatInstant(order.requested_at, timeZone)}`,
          },
          { name: 'Decided by', value: order.decided_by },
          { name: 'Ended', value: resolved === null ? null : formatInstant(resolved, timeZone) },
        ]}
      />
      <Standing order={order} />
      {order.state === 'executed' && maySeeDigits(order.kind, session) && (
        <RevealTokens order={order} />
      )}
      {order.state === 'executed' && !maySeeDigits(order.kind, session) && (
        <p className={classes['text']}>
          Its digits are shown to those who ask for such orders or decide them.
        </p>
      )}
    </Stack>
  );
}

export function OrdersTab({ state }: { readonly state: TokenOrder['state'] | null }): ReactNode {
  const list = useInfiniteQuery(ordersQuery(state));
  const { opened, open, close } = useOpened();
  const orders = pagesOf(list.data).flatMap((page) => page.orders);
  return (
    <Panel flush heading="Tokens that nobody pays">
      <ListState
        list={list}
        isEmpty={orders.length === 0}
        heading={state === null ? 'No tokens were ordered yet' : 'No orders in this state'}
        text="Free units, an engineer’s tokens and the credit of replaced meters stand here. Tokens too old for their meter are asked for at their sale."
      />
      {orders.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Orders for tokens"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Asked</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>Meter</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {orders.map((order) => (
              <Row key={order.id} order={order} onOpen={() => open(order.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
      {opened !== null && (
        <Modal opened onClose={close} title="Order for tokens" size="lg" centered>
          <Opened id={opened} />
        </Modal>
      )}
    </Panel>
  );
}
