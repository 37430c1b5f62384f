/** The keys of machine clients. /staff?tab=api-keys, with &add or &revoke=… */
import { Badge, Button, Skeleton, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { ApiKey } from '../../api/model.ts';
import { apiKeysQuery } from '../../api/queries.ts';
import type { Refusal } from '../../api/refusal.ts';
import { AddApiKeyForm, type AddedApiKey } from '../../forms/add-api-key.tsx';
import { Confirm } from '../../forms/confirm.tsx';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import type { Secret } from './shown-once.tsx';
import classes from './staff.module.css';

export const API_KEYS_TAB = 'api-keys';

function KeyRow(o: { readonly apiKey: ApiKey; readonly onRevoke: () => void }): ReactNode {
  const { apiKey } = o;
  const session = useSession();
  const { time_zone: timeZone } = session.utility;
  const isGone = apiKey.revoked_at !== null;
  return (
    <Table.Tr className={isGone ? classes['gone'] : undefined}>
      <Table.Td className={classes['name'] ?? ''}>
        {apiKey.name}{' '}
        {isGone && (
          <Badge color="gray" variant="light" size="sm">
            revoked
          </Badge>
        )}
      </Table.Td>
      <Table.Td data-label="Vendor">{apiKey.vendor.name}</Table.Td>
      <Table.Td data-label="Made">{formatInstant(apiKey.created_at, timeZone)}</Table.Td>
      <Table.Td data-label="Revoked">
        {apiKey.revoked_at === null ? '–' : formatInstant(apiKey.revoked_at, timeZone)}
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          {!isGone && mayDo('manage-machines', session) && (
            <Button
              size="xs"
              variant="default"
              c="var(--wv-bad)"
              onClick={o.onRevoke}
              aria-label={`Revoke ${apiKey.name}`}
            >
              Revoke
            </Button>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function KeyTable(o: {
  readonly apiKeys: readonly ApiKey[];
  readonly onRevoke: (apiKey: ApiKey) => void;
}): ReactNode {
  return (
    <Table className={tableClasses['table'] ?? ''} verticalSpacing="sm" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          {['Name', 'Vendor', 'Made', 'Revoked'].map((name) => (
            <Table.Th key={name}>{name}</Table.Th>
          ))}
          <Table.Th aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {o.apiKeys.map((apiKey) => (
          <KeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => o.onRevoke(apiKey)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RevokeKey(o: { readonly apiKey: ApiKey; readonly onClose: () => void }): ReactNode {
  const { apiKey, onClose } = o;
  const queries = useQueryClient();
  async function act(): Promise<Refusal | null> {
    const params = { path: { id: apiKey.id } };
    const answer = await call(api.DELETE('/v1/api-keys/{id}', { params }));
    void queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `The key “${apiKey.name}” is revoked.` });
    return null;
  }
  return (
    <Confirm
      title={`Revoke “${apiKey.name}”?`}
      text={`Whoever uses this key cannot sell for ${apiKey.vendor.name} with it any more, from the next second on. This cannot be undone.`}
      verb="Revoke"
      act={act}
      onClose={onClose}
    />
  );
}

function secretOf({ api_key: apiKey, secret }: AddedApiKey): Secret {
  return {
    title: `API key “${apiKey.name}”`,
    text: `Whoever has it can sell on the float of ${apiKey.vendor.name}. Hand it over in a safe way.`,
    secret,
  };
}

export function ApiKeys({ onSecret }: { readonly onSecret: (secret: Secret) => void }): ReactNode {
  const keys = useQuery(apiKeysQuery);
  const [params, setParams] = useSearchParams();
  const close = (): void => setParams({ tab: API_KEYS_TAB }, { replace: true });
  const toRevoke = keys.data?.api_keys.find(
    (each) => each.id === params.get('revoke') && each.revoked_at === null,
  );
  return (
    <>
      <Panel flush>
        {keys.isPending && <Skeleton height={180} m="md" aria-busy="true" />}
        {keys.error !== null && keys.data === undefined && (
          <RefusalNote refusal={keys.error.refusal} onRetry={() => void keys.refetch()} />
        )}
        {keys.data !== undefined && keys.data.api_keys.length > 0 && (
          <KeyTable
            apiKeys={keys.data.api_keys}
            onRevoke={({ id }) => setParams({ tab: API_KEYS_TAB, revoke: id })}
          />
        )}
        {keys.data?.api_keys.length === 0 && (
          <EmptyNote
            heading="There are no API keys yet"
            text="A bank or a mobile money service sells with one."
          />
        )}
      </Panel>
      {toRevoke !== undefined && <RevokeKey apiKey={toRevoke} onClose={close} />}
      <AddApiKeyForm
        opened={params.has('add')}
        onClose={close}
        onAdded={(added) => {
          onSecret(secretOf(added));
          close();
        }}
      />
    </>
  );
}
