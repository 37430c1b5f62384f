/** The people who use the platform. /staff?add, /staff?disable=…, /staff?password=… */
import { Badge, Button, Skeleton, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { User } from '../../api/model.ts';
import { usersQuery } from '../../api/queries.ts';
import type { Refusal } from '../../api/refusal.ts';
import { AddUserForm } from '../../forms/add-user.tsx';
import { ChangeRolesForm } from '../../forms/change-roles.tsx';
import { Confirm } from '../../forms/confirm.tsx';
import { workOf } from '../../forms/role-words.ts';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import tableClasses from '../../ui/card-table.module.css';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Secret } from './shown-once.tsx';
import classes from './staff.module.css';

function UserRow(o: {
  readonly user: User;
  readonly onRoles: () => void;
  readonly onFactors: () => void;
  readonly onPassword: () => void;
  readonly onDisable: () => void;
}): ReactNode {
  const { user } = o;
  const session = useSession();
  const isOwn = session.user.id === user.id;
  const mayManage = mayDo('manage-users', session);
  return (
    <Table.Tr className={user.disabled ? classes['gone'] : undefined}>
      <Table.Td className={classes['name'] ?? ''}>
        {user.display_name}{' '}
        {user.disabled && (
          <Badge color="gray" variant="light" size="sm">
            disabled
          </Badge>
        )}
        {isOwn && (
          <Badge variant="light" size="sm">
            you
          </Badge>
        )}
        <small>{user.sign_in_name}</small>
      </Table.Td>
      <Table.Td data-label="Work">{workOf(user.roles)}</Table.Td>
      <Table.Td data-label="Vendor">{user.vendor?.name ?? '–'}</Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          {mayManage && !isOwn && !user.disabled && (
            <>
              <Button
                size="xs"
                variant="default"
                onClick={o.onRoles}
                aria-label={`Roles of ${user.display_name}`}
              >
                Roles
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={o.onFactors}
                aria-label={`Second factors of ${user.display_name}`}
              >
                Lost phone
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={o.onPassword}
                aria-label={`New password for ${user.display_name}`}
              >
                New password
              </Button>
              <Button
                size="xs"
                variant="default"
                c="var(--wv-bad)"
                onClick={o.onDisable}
                aria-label={`Disable ${user.display_name}`}
              >
                Disable
              </Button>
            </>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

interface Deed {
  readonly user: User;
  readonly onClose: () => void;
}

function DisableUser({ user, onClose }: Deed): ReactNode {
  const queries = useQueryClient();
  async function act(): Promise<Refusal | null> {
    const params = { path: { id: user.id } };
    const answer = await call(api.POST('/v1/users/{id}/disable', { params }));
    void queries.invalidateQueries({ queryKey: usersQuery.queryKey });
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `${user.display_name} is disabled.` });
    return null;
  }
  return (
    <Confirm
      title={`Disable ${user.display_name}?`}
      text={`${user.sign_in_name} is signed out at once and cannot sign in any more. This cannot be undone; a returning person gets a new user.`}
      verb="Disable"
      act={act}
      onClose={onClose}
    />
  );
}

function ResetPassword(o: Deed & { readonly onSecret: (secret: Secret) => void }): ReactNode {
  const { user, onClose } = o;
  async function act(): Promise<Refusal | null> {
    const params = { path: { id: user.id } };
    const answer = await call(api.POST('/v1/users/{id}/password', { params }));
    if (answer.kind === 'refusal') return answer.refusal;
    o.onSecret(passwordOf(user, answer.value.password));
    return null;
  }
  return (
    <Confirm
      title={`New password for ${user.display_name}?`}
      text={`The present password of ${user.sign_in_name} ends now, and so does every session.`}
      verb="New password"
      act={act}
      onClose={onClose}
    />
  );
}

function ResetFactors({ user, onClose }: Deed): ReactNode {
  async function act(): Promise<Refusal | null> {
    const params = { path: { id: user.id } };
    const answer = await call(api.DELETE('/v1/users/{id}/second-factors', { params }));
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `${user.display_name} can set up a new second factor.` });
    return null;
  }
  return (
    <Confirm
      title={`Take away the second factors of ${user.display_name}?`}
      text={`See ${user.display_name} in person first: whoever has the password sets up the next second factor. Passkeys, one-time codes and recovery codes end now, and so does every session.`}
      verb="Take away"
      act={act}
      onClose={onClose}
    />
  );
}

function passwordOf(user: User, password: string): Secret {
  return {
    title: `Password for ${user.display_name}`,
    text: `${user.sign_in_name} signs in with it and should then choose another one: menu, My account.`,
    secret: password,
  };
}

function UserTable(o: {
  readonly users: readonly User[];
  readonly onChosen: (chosen: Readonly<Record<string, string>>) => void;
}): ReactNode {
  return (
    <Table className={tableClasses['table'] ?? ''} verticalSpacing="sm" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          {['Name', 'Work', 'Vendor'].map((name) => (
            <Table.Th key={name}>{name}</Table.Th>
          ))}
          <Table.Th aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {o.users.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            onRoles={() => o.onChosen({ roles: user.id })}
            onFactors={() => o.onChosen({ factors: user.id })}
            onPassword={() => o.onChosen({ password: user.id })}
            onDisable={() => o.onChosen({ disable: user.id })}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function Users({ onSecret }: { readonly onSecret: (secret: Secret) => void }): ReactNode {
  const users = useQuery(usersQuery);
  const [params, setParams] = useSearchParams();
  const close = (): void => setParams({}, { replace: true });
  const open = users.data?.users.filter((user) => !user.disabled);
  const toDisable = open?.find((user) => user.id === params.get('disable'));
  const toChange = open?.find((user) => user.id === params.get('roles'));
  const toForget = open?.find((user) => user.id === params.get('factors'));
  const toReset = open?.find((user) => user.id === params.get('password'));
  return (
    <>
      <Panel flush>
        {users.isPending && <Skeleton height={180} m="md" aria-busy="true" />}
        {users.error !== null && users.data === undefined && (
          <RefusalNote refusal={users.error.refusal} onRetry={() => void users.refetch()} />
        )}
        {users.data !== undefined && <UserTable users={users.data.users} onChosen={setParams} />}
      </Panel>
      {toDisable !== undefined && <DisableUser user={toDisable} onClose={close} />}
      {toChange !== undefined && <ChangeRolesForm user={toChange} onClose={close} />}
      {toForget !== undefined && <ResetFactors user={toForget} onClose={close} />}
      {toReset !== undefined && (
        <ResetPassword user={toReset} onClose={close} onSecret={onSecret} />
      )}
      <AddUserForm
        opened={params.has('add')}
        onClose={close}
        onAdded={({ user, password }) => {
          onSecret(passwordOf(user, password));
          close();
        }}
      />
    </>
  );
}
