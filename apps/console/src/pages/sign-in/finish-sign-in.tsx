/** What is left of a sign-in after the password: the second factor, or setting one up. */
import { Anchor, Stack, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { Session } from '../../api/model.ts';
import type { Refusal } from '../../api/refusal.ts';
import { RecoveryCodes } from '../../factor/recovery-codes.tsx';
import { SetUpFactor } from '../../factor/set-up-factor.tsx';
import { ShowFactor } from '../../factor/show-factor.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import classes from './sign-in-page.module.css';

interface Finish {
  readonly session: Session;
  readonly onWhole: (session: Session) => void;
  readonly onBack: () => void;
}

function SetUp({ onWhole }: Pick<Finish, 'onWhole'>): ReactNode {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function goOn(): Promise<void> {
    const answer = await call(api.GET('/v1/session'));
    if (answer.kind === 'refusal') setRefusal(answer.refusal);
    else onWhole(answer.value);
  }
  return (
    <>
      <Title order={1} mt="xl" mb="xs">
        {codes === null ? 'One more step' : 'Recovery codes'}
      </Title>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {codes === null ? (
        <>
          <p className={classes['lead']}>
            Your work needs more than a password. Set up a second factor; it takes a minute.
          </p>
          <SetUpFactor
            totp
            onEnrolled={(made) => {
              if (made === null) void goOn();
              else setCodes(made);
            }}
          />
        </>
      ) : (
        <RecoveryCodes codes={codes} onDone={() => void goOn()} />
      )}
    </>
  );
}

export function FinishSignIn({ session, onWhole, onBack }: Finish): ReactNode {
  async function back(): Promise<void> {
    await call(api.DELETE('/v1/session'));
    onBack();
  }
  return (
    <>
      {session.stage === 'second_factor_setup_needed' ? (
        <SetUp onWhole={onWhole} />
      ) : (
        <>
          <Title order={1} mt="xl" mb="xs">
            Second factor
          </Title>
          <p className={classes['lead']}>Hello, {session.user.display_name}.</p>
          <ShowFactor factors={session.second_factor} onShown={onWhole} />
        </>
      )}
      <Stack mt="lg" align="flex-start">
        <Anchor component="button" type="button" onClick={() => void back()}>
          Sign in as somebody else
        </Anchor>
      </Stack>
    </>
  );
}
