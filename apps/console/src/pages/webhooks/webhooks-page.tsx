/** Who is told of what, and whether the messages arrive. /webhooks */
import { Anchor, Badge, Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { AddWebhookForm } from '../../forms/add-webhook.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { ListState } from '../../ui/list-state.tsx';
import { useDialog } from '../../ui/open-dialog.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import { type Secret, ShownOnce } from '../staff/shown-once.tsx';
import {
  useWebhooksChanged,
  type Webhook,
  type WebhookWithSecret,
  webhooksQuery,
} from './webhook-queries.ts';
import { kindWords, standingOf } from './webhook-words.ts';
import classes from './webhooks.module.css';

function Row({ webhook }: { readonly webhook: Webhook }): ReactNode {
  const { time_zone: timeZone } = useSession().utility;
  const standing = standingOf(webhook);
  return (
    <Table.Tr className={webhook.stopped_at === null ? undefined : classes['gone']}>
      <Table.Td data-label="Whose">
        <span>
          <Anchor component={Link} fz="inherit" to={`/webhooks/${webhook.id}`}>
            {webhook.description}
          </Anchor>
          <small className={classes['note']}>{webhook.url}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Told of">{webhook.kinds.map(kindWords).join(', ')}</Table.Td>
      <Table.Td data-label="Begun">
        <span>
          {formatInstant(webhook.created_at, timeZone)}
          <small className={classes['note']}>{webhook.created_by}</small>
        </span>
      </Table.Td>
      <Table.Td data-label="Messages">
        <Badge variant="light" color={standing.color}>
          {standing.name}
        </Badge>
      </Table.Td>
    </Table.Tr>
  );
}

export function secretOf({ webhook, secret }: WebhookWithSecret): Secret {
  return {
    title: `Secret of “${webhook.description}”`,
    text: 'The receiver checks with it that a message comes from here. Hand it over in a safe way.',
    secret,
  };
}

export function WebhooksPage(): ReactNode {
  const session = useSession();
  const list = useQuery(webhooksQuery);
  const changed = useWebhooksChanged();
  const { dialog, open, close } = useDialog(['new']);
  const [shown, setShown] = useState<Secret | null>(null);
  const webhooks = list.data?.webhooks ?? [];
  const mayWrite = mayDo('write-webhooks', session);
  return (
    <>
      <PageHead
        title="Webhooks"
        help="Other systems are told at once when something was sold or paid in."
        actions={
          mayWrite && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('new')}>
              New webhook
            </Button>
          )
        }
      />
      <Panel flush>
        <ListState
          list={list}
          isEmpty={webhooks.length === 0}
          heading="Nobody is told yet"
          text="A shop, a bank or your own books can be told of every sale."
        />
        {webhooks.length > 0 && (
          <Table
            className={tableClasses['table'] ?? ''}
            verticalSpacing="sm"
            horizontalSpacing="md"
            aria-label="Webhooks"
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Whose</Table.Th>
                <Table.Th>Told of</Table.Th>
                <Table.Th>Begun</Table.Th>
                <Table.Th>Messages</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {webhooks.map((webhook) => (
                <Row key={webhook.id} webhook={webhook} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      {mayWrite && dialog !== null && (
        <AddWebhookForm
          key={dialog.id}
          webhookId={dialog.id}
          onDone={changed}
          onAdded={(added) => setShown(secretOf(added))}
          onClose={close}
        />
      )}
      {shown !== null && <ShownOnce shown={shown} onDone={() => setShown(null)} />}
    </>
  );
}
