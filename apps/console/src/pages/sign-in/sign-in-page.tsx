/**
 * A passkey; or name, password and a second factor; or the demo link, whose secret stands behind the #
 * and is never sent in a URL.
 */
import { Alert, Button, Divider, Loader, Stack, Title } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { api, call } from '../../api/client.ts';
import type { Session } from '../../api/model.ts';
import { sessionQuery } from '../../api/queries.ts';
import type { Refusal } from '../../api/refusal.ts';
import { hasPasskeys, signInByPasskey } from '../../factor/passkey.ts';
import { SignInForm } from '../../forms/sign-in.tsx';
import { safeReturn } from '../../shell/access.ts';
import { Wordmark } from '../../shell/mark.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { demoSecretIn } from './demo-link.ts';
import { FinishSignIn } from './finish-sign-in.tsx';
import classes from './sign-in-page.module.css';

function useGoOn(): (session: Session) => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const to = safeReturn(params.get('to'));
  return useCallback(
    (session: Session) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, session);
      void navigate(to, { replace: true });
    },
    [queries, navigate, to],
  );
}

/** Signs in by the demo link when the address holds one, also when it is pasted into an open page. */
function useDemoLink(goOn: (session: Session) => void): 'none' | 'asking' | Refusal {
  const { hash } = useLocation();
  const [state, setState] = useState<'none' | 'asking' | Refusal>(() =>
    demoSecretIn(hash) === null ? 'none' : 'asking',
  );
  const asked = useRef<string | null>(null);
  useEffect(() => {
    const secret = demoSecretIn(hash);
    if (secret === null || asked.current === secret) return;
    asked.current = secret;
    setState('asking');
    // The secret leaves the address bar, and with it the history and any screen picture.
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
    void call(api.POST('/v1/session/demo', { body: { link_secret: secret } })).then((answer) => {
      if (answer.kind === 'answer') return goOn(answer.value);
      asked.current = null;
      setState(answer.refusal);
    });
  }, [hash, goOn]);
  return state;
}

/** A sign-in that was begun and lacks its second factor. */
function useHalf(goOn: (session: Session) => void): {
  readonly half: Session | null;
  readonly take: (session: Session) => void;
  readonly forget: () => void;
} {
  const queries = useQueryClient();
  // What the shell or the form has learnt: whoever opens this page has no session, as a rule.
  const known = useQuery({ ...sessionQuery, enabled: false }).data ?? null;
  return {
    half: known !== null && known.stage !== 'whole' ? known : null,
    take: (session) => {
      if (session.stage === 'whole') goOn(session);
      else queries.setQueryData(sessionQuery.queryKey, session);
    },
    forget: () => queries.setQueryData(sessionQuery.queryKey, null),
  };
}

function PasskeyButton({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  if (!hasPasskeys()) return null;
  async function signIn(): Promise<void> {
    setBusy(true);
    const answer = await signInByPasskey();
    setBusy(false);
    if (answer.kind === 'answer') onSignedIn(answer.value);
    else setRefusal(answer.refusal);
  }
  return (
    <>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <Button
        size="md"
        variant="default"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={busy}
        onClick={() => void signIn()}
      >
        Sign in with a passkey
      </Button>
      <Divider label="or" />
    </>
  );
}

export function SignInPage(): ReactNode {
  usePageTitle('Sign in');
  const goOn = useGoOn();
  const demo = useDemoLink(goOn);
  const { half, take, forget } = useHalf(goOn);
  const [params] = useSearchParams();
  return (
    <div className={classes['page']}>
      <aside className={classes['story']} aria-hidden="true">
        <p className={classes['line']}>Money in,</p>
        <p className={classes['line']}>token out,</p>
        <p className={`${classes['line'] ?? ''} ${classes['lit'] ?? ''}`}>the lamp goes on.</p>
      </aside>
      <main className={classes['box']}>
        <Wordmark />
        {half === null && (
          <Title order={1} mt="xl" mb="lg">
            Sign in
          </Title>
        )}
        {half !== null && demo !== 'asking' ? (
          <FinishSignIn session={half} onWhole={goOn} onBack={forget} />
        ) : demo === 'asking' ? (
          <output className={classes['asking']}>
            <Loader size="sm" /> Opening the demo…
          </output>
        ) : (
          <Stack>
            {demo !== 'none' && <RefusalNote refusal={demo} />}
            {params.has('to') && demo === 'none' && (
              <Alert variant="light">Sign in to go on to the page you asked for.</Alert>
            )}
            <PasskeyButton onSignedIn={take} />
            <SignInForm onSignedIn={take} />
          </Stack>
        )}
      </main>
    </div>
  );
}
