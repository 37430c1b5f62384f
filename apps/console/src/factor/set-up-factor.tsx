/** Sets up a second factor: a passkey where the browser has them, or one-time codes. */
import { Button, Divider, Stack, TextInput } from '@mantine/core';
import { IconFingerprint, IconQrcode } from '@tabler/icons-react';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Answer, api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import classes from './factor.module.css';
import { addPasskey, hasPasskeys } from './passkey.ts';

interface Enrolled {
  readonly recovery_codes: readonly string[] | null;
}

interface Wanted {
  /** Codes come with a person's first factor. */
  readonly onEnrolled: (codes: readonly string[] | null) => void;
  readonly totp: boolean;
}

function TotpSetUp(o: {
  readonly secret: string;
  readonly uri: string;
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
        <p className={classes['text']}>
          Scan this with an authenticator app, then type the six digits it shows.
        </p>
        <div className={classes['qr']}>
          <QRCodeSVG value={o.uri} size={192} title="QR code for an authenticator app" />
        </div>
        <p className={classes['text']}>
          Or type this secret into the app:{' '}
          <code className={classes['secret']} data-testid="totp-secret">
            {o.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </code>
        </p>
        <TextInput
          label="Code from the app"
          size="md"
          required
          withAsterisk={false}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={o.busy} disabled={!/^\d{6}$/.test(code)}>
          Put it into use
        </Button>
      </Stack>
    </form>
  );
}

export function SetUpFactor({ onEnrolled, totp }: Wanted): ReactNode {
  const [begun, setBegun] = useState<{ readonly secret: string; readonly uri: string } | null>(
    null,
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  async function enrol(asking: Promise<Answer<Enrolled>>): Promise<void> {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    if (answer.kind === 'answer') onEnrolled(answer.value.recovery_codes);
    else setRefusal(answer.refusal);
  }
  async function begin(): Promise<void> {
    setBusy(true);
    const answer = await call(api.POST('/v1/account/totp'));
    setBusy(false);
    if (answer.kind === 'refusal') return setRefusal(answer.refusal);
    setRefusal(null);
    setBegun(answer.value);
  }
  if (begun !== null) {
    return (
      <Stack>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        <TotpSetUp
          {...begun}
          busy={busy}
          onCode={(code) =>
            void enrol(call(api.POST('/v1/account/totp/confirmation', { body: { code } })))
          }
        />
      </Stack>
    );
  }
  const mayPasskey = hasPasskeys();
  return (
    <Stack>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {mayPasskey && (
        <Button
          size="md"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          loading={busy}
          onClick={() => void enrol(addPasskey(deviceName(navigator.userAgent)))}
        >
          Make a passkey
        </Button>
      )}
      {!mayPasskey && (
        <p className={classes['text']}>
          Passkeys need this site’s https name, or http://localhost on this machine.
        </p>
      )}
      {totp && mayPasskey && <Divider label="or" />}
      {totp && (
        <Button
          size="md"
          variant="default"
          leftSection={<IconQrcode size={20} aria-hidden />}
          loading={busy}
          onClick={() => void begin()}
        >
          Use an authenticator app
        </Button>
      )}
    </Stack>
  );
}

const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android device'],
  [/Mac OS X/, 'Mac'],
  [/Windows/, 'Windows computer'],
  [/Linux/, 'Linux computer'],
];

/** A name to begin with; its owner may give another. */
function deviceName(userAgent: string): string {
  return DEVICES.find(([form]) => form.test(userAgent))?.[1] ?? 'Passkey';
}
