/** One's own account: passkeys, one-time codes, recovery codes, password. */
import { Badge, Button, Group, Modal, Skeleton, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Passkey, SecondFactors } from '../../api/model.ts';
import { secondFactorsQuery, sessionQuery } from '../../api/queries.ts';
import type { Refusal } from '../../api/refusal.ts';
import { useFreshFactor } from '../../factor/fresh-factor.tsx';
import { RecoveryCodes } from '../../factor/recovery-codes.tsx';
import { SetUpFactor } from '../../factor/set-up-factor.tsx';
import { ChangePasswordForm } from '../../forms/change-password.tsx';
import { Confirm } from '../../forms/confirm.tsx';
import { roleName } from '../../forms/role-words.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { formatInstant } from '../../wall-time.ts';
import classes from './account.module.css';

type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'set-up' | 'password' | 'remove-totp' | 'renew-codes' }
  | { readonly kind: 'rename' | 'remove-passkey'; readonly passkey: Passkey };

const NOTHING: Open = { kind: 'nothing' };

function PasskeyRow(o: {
  readonly passkey: Passkey;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { passkey, onOpen } = o;
  const { time_zone: timeZone } = useSession().utility;
  const used = passkey.last_used_at;
  return (
    <li className={classes['row']}>
      <div>
        <strong>{passkey.name}</strong> {passkey.synced && <Badge variant="light">synced</Badge>}
        <small>
          Made {formatInstant(passkey.made_at, timeZone)}
          {used === null ? ', not used yet' : `, last used ${formatInstant(used, timeZone)}`}
        </small>
      </div>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          onClick={() => onOpen({ kind: 'rename', passkey })}
          aria-label={`Rename ${passkey.name}`}
        >
          Rename
        </Button>
        <Button
          size="xs"
          variant="default"
          c="var(--wv-bad)"
          onClick={() => onOpen({ kind: 'remove-passkey', passkey })}
          aria-label={`Remove ${passkey.name}`}
        >
          Remove
        </Button>
      </Group>
    </li>
  );
}

function FactorList(o: {
  readonly factors: SecondFactors;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { factors, onOpen } = o;
  const hasAny = factors.totp || factors.passkeys.length > 0;
  return (
    <ul className={classes['rows']}>
      {!hasAny && (
        <li className={classes['row']}>
          {factors.required
            ? 'None yet. Your work needs one.'
            : 'None yet. A password can be guessed or seen; a passkey cannot.'}
        </li>
      )}
      {factors.passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} onOpen={onOpen} />
      ))}
      {factors.totp && (
        <li className={classes['row']}>
          <strong>One-time codes of an authenticator app</strong>
          <Button
            size="xs"
            variant="default"
            c="var(--wv-bad)"
            onClick={() => onOpen({ kind: 'remove-totp' })}
            aria-label="Remove the one-time codes"
          >
            Remove
          </Button>
        </li>
      )}
      {hasAny && (
        <li className={classes['row']}>
          <div>
            <strong>Recovery codes</strong>
            <small>{factors.recovery_codes_left} left</small>
          </div>
          <Button size="xs" variant="default" onClick={() => onOpen({ kind: 'renew-codes' })}>
            Make new ones
          </Button>
        </li>
      )}
    </ul>
  );
}

function RenameForm(o: { readonly passkey: Passkey; readonly onDone: () => void }): ReactNode {
  const [name, setName] = useState(o.passkey.name);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const params = { path: { id: o.passkey.id } };
    const answer = await call(api.PUT('/v1/account/passkeys/{id}', { params, body: { name } }));
    if (answer.kind === 'refusal') setRefusal(answer.refusal);
    else o.onDone();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <TextInput
          label="Name"
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          Rename
        </Button>
      </Stack>
    </form>
  );
}

/** The dialogs of the page, one at a time. */
function Dialogs(o: {
  readonly open: Open;
  readonly totp: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly guard: (act: () => Promise<Refusal | null>) => Promise<Refusal | null>;
  readonly onChanged: () => void;
}): ReactNode {
  const { open, onOpen, guard, onChanged } = o;
  const close = (): void => onOpen(NOTHING);
  async function remove(path: '/v1/account/totp' | Passkey): Promise<Refusal | null> {
    const answer = await call(
      typeof path === 'string'
        ? api.DELETE(path)
        : api.DELETE('/v1/account/passkeys/{id}', { params: { path: { id: path.id } } }),
    );
    onChanged();
    return answer.kind === 'refusal' ? answer.refusal : null;
  }
  async function renew(): Promise<Refusal | null> {
    const answer = await call(api.POST('/v1/account/recovery-codes'));
    if (answer.kind === 'refusal') return answer.refusal;
    onChanged();
    o.onCodes(answer.value.recovery_codes);
    return null;
  }
  if (open.kind === 'remove-totp' || open.kind === 'remove-passkey') {
    const factor = 'passkey' in open ? open.passkey : '/v1/account/totp';
    const what = 'passkey' in open ? `“${open.passkey.name}”` : 'the one-time codes';
    return (
      <Confirm
        title={`Remove ${what}?`}
        text="You cannot sign in with it any more."
        verb="Remove"
        act={() => guard(() => remove(factor))}
        onClose={close}
      />
    );
  }
  if (open.kind === 'renew-codes') {
    return (
      <Confirm
        title="New recovery codes?"
        text="Those you have open nothing any more."
        verb="Make new ones"
        act={() => guard(renew)}
        onClose={close}
      />
    );
  }
  return (
    <>
      <Modal opened={open.kind === 'set-up'} onClose={close} title="Add a second factor" centered>
        <SetUpFactor
          totp={!o.totp}
          onEnrolled={(codes) => {
            onChanged();
            close();
            if (codes !== null) o.onCodes(codes);
          }}
        />
      </Modal>
      {open.kind === 'rename' && (
        <Modal opened onClose={close} title="Rename the passkey" centered>
          <RenameForm
            passkey={open.passkey}
            onDone={() => {
              onChanged();
              close();
            }}
          />
        </Modal>
      )}
      <ChangePasswordForm opened={open.kind === 'password'} onClose={close} />
    </>
  );
}

export function AccountPage(): ReactNode {
  const { user } = useSession();
  const queries = useQueryClient();
  const factors = useQuery(secondFactorsQuery);
  const { guard, dialog } = useFreshFactor();
  const [open, setOpen] = useState<Open>(NOTHING);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  function changed(): void {
    void queries.invalidateQueries({ queryKey: secondFactorsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
  /** The server is asked first whether a fresh factor is needed, before a phone is taken out. */
  async function setUp(): Promise<void> {
    const refusal = await guard(async () => {
      const answer = await call(api.POST('/v1/account/totp'));
      if (answer.kind === 'answer' || answer.refusal.code === 'totp_in_use') return null;
      return answer.refusal;
    });
    if (refusal === null) setOpen({ kind: 'set-up' });
    else if (refusal.code !== 'second_factor_required') {
      notifications.show({ message: refusal.detail, color: 'red' });
    }
  }
  return (
    <>
      <PageHead title="My account" help={`${user.display_name} · ${user.sign_in_name}`} />
      <Stack gap="lg">
        <Panel
          heading="Second factors"
          aside={<Button onClick={() => void setUp()}>Add one</Button>}
        >
          {factors.isPending && <Skeleton height={120} aria-busy="true" />}
          {factors.error !== null && factors.data === undefined && (
            <RefusalNote refusal={factors.error.refusal} onRetry={() => void factors.refetch()} />
          )}
          {factors.data !== undefined && <FactorList factors={factors.data} onOpen={setOpen} />}
        </Panel>
        <Panel
          heading="Password"
          aside={
            <Button variant="default" onClick={() => setOpen({ kind: 'password' })}>
              Change password
            </Button>
          }
        >
          <p className={classes['text']}>At least twelve characters; longer is better than odd.</p>
        </Panel>
        <Panel heading="Your work here">
          <p className={classes['text']}>{user.roles.map(roleName).join(', ')}</p>
        </Panel>
      </Stack>
      <Dialogs
        open={open}
        totp={factors.data?.totp ?? false}
        onOpen={setOpen}
        onCodes={setCodes}
        guard={guard}
        onChanged={changed}
      />
      {codes !== null && (
        <Modal
          opened
          onClose={() => setCodes(null)}
          title="Recovery codes"
          centered
          withCloseButton={false}
          closeOnClickOutside={false}
          closeOnEscape={false}
        >
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
        </Modal>
      )}
      {dialog}
    </>
  );
}
