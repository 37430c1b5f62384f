/** One webhook: its messages and what became of them. /webhooks/{id}?state=… */
import { Anchor, Badge, Button, NativeSelect, Skeleton, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { Refusal } from '../../api/refusal.ts';
import { Confirm } from '../../forms/confirm.tsx';
import { ReplayWebhookForm } from '../../forms/replay-webhook.tsx';
import { mayDo, mayUse } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { ListState, MoreButton } from '../../ui/list-state.tsx';
import { useDialog } from '../../ui/open-dialog.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import { Facts } from '../orders/facts.tsx';
import { type Secret, ShownOnce } from '../staff/shown-once.tsx';
import {
  type Delivery,
  deliveriesQuery,
  useWebhooksChanged,
  type Webhook,
  webhooksQuery,
} from './webhook-queries.ts';
import { deliveryState, faultWords, kindWords } from './webhook-words.ts';
import classes from './webhooks.module.css';
import { secretOf } from './webhooks-page.tsx';

const STATES = ['pending', 'delivered', 'failed'] as const;

function Row({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const session = useSession();
  const { time_zone: timeZone } = session.utility;
  const words = deliveryState(delivery.state);
  const fault = faultWords(delivery);
  return (
    <Table.Tr>
      <Table.Td data-label="Happened">{formatInstant(delivery.occurred_at, timeZone)}</Table.Td>
      <Table.Td data-label="What">
        {delivery.kind.startsWith('vend.') && mayUse('vends', session) ? (
          <Anchor component={Link} fz="inherit" to={`/vends/${delivery.subject_id}`}>
            {kindWords(delivery.kind)}
          </Anchor>
        ) : (
          kindWords(delivery.kind)
        )}
      </Table.Td>
      <Table.Td data-label="State">
        <span>
          <Badge variant="light" color={words.color}>
            {words.name}
          </Badge>
          {fault !== null && <small className={classes['note']}>{fault}</small>}
        </span>
      </Table.Td>
      <Table.Td data-label="Attempts">{delivery.attempts}</Table.Td>
      <Table.Td data-label="Last">
        {delivery.last_attempt_at === null
          ? '–'
          : formatInstant(delivery.last_attempt_at, timeZone)}
      </Table.Td>
      <Table.Td data-label="Next">
        {delivery.next_attempt_at === null
          ? '–'
          : formatInstant(delivery.next_attempt_at, timeZone)}
      </Table.Td>
    </Table.Tr>
  );
}

function Deliveries({ id }: { readonly id: string }): ReactNode {
  const [params, setParams] = useSearchParams();
  const state = STATES.find((each) => each === params.get('state')) ?? null;
  const list = useInfiniteQuery(deliveriesQuery(id, state));
  const deliveries = list.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Panel
      flush
      heading="Messages"
      aside={
        <NativeSelect
          aria-label="State"
          data={[
            { value: '', label: 'In every state' },
            ...STATES.map((value) => ({ value, label: deliveryState(value).name })),
          ]}
          value={state ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setParams(value === '' ? {} : { state: value })
          }
        />
      }
    >
      <ListState
        list={list}
        isEmpty={deliveries.length === 0}
        heading={state === null ? 'Nothing was told yet' : 'None in this state'}
        text="A message appears here a moment after the sale or deposit."
      />
      {deliveries.length > 0 && (
        <Table
          className={tableClasses['table'] ?? ''}
          verticalSpacing="sm"
          horizontalSpacing="md"
          aria-label="Messages"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Happened</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Attempts</Table.Th>
              <Table.Th>Last attempt</Table.Th>
              <Table.Th>Next</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {deliveries.map((delivery) => (
              <Row key={delivery.message_id} delivery={delivery} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <MoreButton list={list} />
    </Panel>
  );
}

/** Sends again, makes a new secret, or stops it. */
function Deeds({ webhook }: { readonly webhook: Webhook }): ReactNode {
  const changed = useWebhooksChanged();
  const { dialog, open, close } = useDialog(['replay', 'secret', 'stop']);
  const [shown, setShown] = useState<Secret | null>(null);
  const params = { path: { id: webhook.id } };
  async function renew(): Promise<Refusal | null> {
    const body = { replaces: webhook.secret_generation };
    const answer = await call(api.POST('/v1/webhooks/{id}/secret', { params, body }));
    changed();
    if (answer.kind === 'refusal') return answer.refusal;
    setShown(secretOf(answer.value));
    return null;
  }
  async function stop(): Promise<Refusal | null> {
    const answer = await call(api.DELETE('/v1/webhooks/{id}', { params }));
    changed();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'The webhook is stopped.' });
    return null;
  }
  return (
    <div className={classes['actions']}>
      <Button onClick={() => open('replay')}>Send again</Button>
      <Button variant="default" onClick={() => open('secret')}>
        New secret
      </Button>
      <Button variant="default" c="var(--wv-bad)" onClick={() => open('stop')}>
        Stop it
      </Button>
      {dialog?.name === 'replay' && (
        <ReplayWebhookForm webhookId={webhook.id} onDone={changed} onClose={close} />
      )}
      {dialog?.name === 'secret' && (
        <Confirm
          title="Make a new secret?"
          text="For a day messages are signed with both, so that the receiver can change over in its own time."
          verb="Make a new secret"
          act={renew}
          onClose={close}
        />
      )}
      {dialog?.name === 'stop' && (
        <Confirm
          title={`Stop “${webhook.description}”?`}
          text="Nothing is told there any more, also not what is still on its way. This cannot be undone."
          verb="Stop it"
          act={stop}
          onClose={close}
        />
      )}
      {shown !== null && <ShownOnce shown={shown} onDone={() => setShown(null)} />}
    </div>
  );
}

function Whole({ webhook }: { readonly webhook: Webhook }): ReactNode {
  const session = useSession();
  const { time_zone: timeZone } = session.utility;
  const { stopped_at: stopped } = webhook;
  return (
    <div className={classes['page']}>
      <Panel>
        <Facts
          facts={[
            { name: 'Address', value: <code>{webhook.url}</code> },
            { name: 'Told of', value: webhook.kinds.map(kindWords).join(', ') },
            {
              name: 'Begun',
              value: `${webhook.created_by}, ${formatInstant(webhook.created_at, timeZone)}`,
            },
            { name: 'Stopped', value: stopped === null ? null : formatInstant(stopped, timeZone) },
            { name: 'Secret', value: `number ${webhook.secret_generation}` },
          ]}
        />
        {stopped === null && mayDo('write-webhooks', session) && <Deeds webhook={webhook} />}
      </Panel>
      <Deliveries id={webhook.id} />
    </div>
  );
}

export function WebhookPage(): ReactNode {
  const { id = '' } = useParams();
  const list = useQuery(webhooksQuery);
  const webhook = list.data?.webhooks.find((each) => each.id === id);
  return (
    <>
      <PageHead
        title={webhook?.description ?? 'Webhook'}
        help={
          <Anchor component={Link} to="/webhooks">
            All webhooks
          </Anchor>
        }
      />
      {list.isPending && <Skeleton height={300} radius="lg" aria-busy="true" />}
      {list.error !== null && list.data === undefined && (
        <RefusalNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && webhook === undefined && (
        <EmptyNote heading="There is no such webhook" />
      )}
      {webhook !== undefined && <Whole webhook={webhook} />}
    </>
  );
}
