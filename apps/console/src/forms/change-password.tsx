import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';

function Fields({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const differs = again !== '' && again !== next;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const body = { current_password: current, new_password: next };
    const answer = await call(api.POST('/v1/session/password', { body }));
    setBusy(false);
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    notifications.show({ message: 'Your password is changed.' });
    onDone();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          data-autofocus
        />
        <PasswordInput
          label="New password"
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password again"
          autoComplete="new-password"
          required
          value={again}
          error={differs ? 'This differs from the new password above.' : null}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={next === '' || next !== again}>
          Change password
        </Button>
      </Stack>
    </form>
  );
}

export function ChangePasswordForm(o: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal opened={o.opened} onClose={o.onClose} title="Change password" centered>
      <Fields onDone={o.onClose} />
    </Modal>
  );
}
