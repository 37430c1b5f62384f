/** Asks for the second factor: a passkey, a one-time code, or a recovery code. */
import { Anchor, Button, Divider, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Answer, api, call } from '../api/client.ts';
import type { Session } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { hasPasskeys, showPasskey } from './passkey.ts';

interface Asked {
  readonly factors: Session['second_factor'];
  readonly onShown: (session: Session) => void;
}

function CodeForm(o: {
  readonly recovery: boolean;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}): ReactNode {
  const [code, setCode] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    o.onCode(code);
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          key={o.recovery ? 'recovery' : 'totp'}
          label={o.recovery ? 'Recovery code' : 'Code from your authenticator app'}
          size="md"
          required
          withAsterisk={false}
          autoFocus
          data-autofocus
          autoComplete="one-time-code"
          inputMode={o.recovery ? 'text' : 'numeric'}
          spellCheck={false}
          autoCapitalize="none"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={o.busy} disabled={code.trim() === ''}>
          Go on
        </Button>
      </Stack>
    </form>
  );
}

export function ShowFactor({ factors, onShown }: Asked): ReactNode {
  const [recovery, setRecovery] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const mayPasskey = factors.passkey && hasPasskeys();
  const asksCode = factors.totp || recovery;
  async function show(asking: Promise<Answer<Session>>): Promise<void> {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    if (answer.kind === 'answer') onShown(answer.value);
    else setRefusal(answer.refusal);
  }
  return (
    <Stack>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {mayPasskey && (
        <Button
          size="md"
          variant={asksCode ? 'default' : 'filled'}
          leftSection={<IconFingerprint size={20} aria-hidden />}
          loading={busy}
          onClick={() => void show(showPasskey())}
        >
          Use a passkey
        </Button>
      )}
      {mayPasskey && asksCode && <Divider label="or" />}
      {asksCode && (
        <CodeForm
          recovery={recovery}
          busy={busy}
          onCode={(code) => {
            const method = recovery ? 'recovery_code' : 'totp';
            void show(call(api.POST('/v1/session/second-factor', { body: { method, code } })));
          }}
        />
      )}
      <Anchor component="button" type="button" onClick={() => setRecovery(!recovery)}>
        {recovery ? 'Use the second factor after all' : 'Use a recovery code'}
      </Anchor>
    </Stack>
  );
}
