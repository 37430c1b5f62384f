import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Session } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';

export function SignInForm(o: { readonly onSignedIn: (session: Session) => void }): ReactNode {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const body = { sign_in_name: name.trim(), password };
    const answer = await call(api.POST('/v1/session', { body }));
    setBusy(false);
    if (answer.kind === 'answer') return o.onSignedIn(answer.value);
    setRefusal(answer.refusal);
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <TextInput
          label="Name"
          size="md"
          required
          withAsterisk={false}
          autoFocus
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          size="md"
          required
          withAsterisk={false}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={busy} mt="xs">
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
