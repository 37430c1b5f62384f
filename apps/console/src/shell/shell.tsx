/** The frame around every page: who is signed in, where one may go, and what is the matter. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import type { Session } from '../api/model.ts';
import { sessionQuery } from '../api/queries.ts';
import { EmptyNote } from '../ui/empty-note.tsx';
import { mayUse, pageOf } from './access.ts';
import { Loading } from './loading.tsx';
import { Wordmark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { SessionContext } from './session.ts';
import classes from './shell.module.css';
import { TroubleBanner } from './trouble-banner.tsx';
import { UserMenu } from './user-menu.tsx';

function Page({ session }: { readonly session: Session }): ReactNode {
  const page = pageOf(useLocation().pathname);
  if (page === null || mayUse(page, session)) return <Outlet />;
  return (
    <EmptyNote
      heading="This page is not part of your work"
      text={
        page === 'meter'
          ? 'The meter on the wall exists in the demo only.'
          : 'Ask your security officer if you think it should be.'
      }
      level={1}
    >
      <Button component={Link} to="/">
        Go to the first page
      </Button>
    </EmptyNote>
  );
}

function Frame({ session }: { readonly session: Session }): ReactNode {
  return (
    <SessionContext value={session}>
      <div className={classes['root']} data-demo={session.demo}>
        <a className={classes['skip']} href="#content">
          Skip to the page
        </a>
        {session.demo && (
          <p className={classes['ribbon']}>
            <strong>Demo: test keys.</strong> <span>Tokens from here open no real meter.</span>
          </p>
        )}
        <div className={classes['frame']}>
          <header className={classes['side']}>
            <Link to="/" className={classes['home'] ?? ''} aria-label="wattvend, first page">
              <Wordmark />
            </Link>
            <p className={classes['utility']}>{session.utility.name}</p>
            <Navigation />
            <UserMenu />
          </header>
          <main id="content" className={classes['content']} tabIndex={-1}>
            <TroubleBanner />
            <Page session={session} />
          </main>
        </div>
        <ScrollRestoration />
      </div>
    </SessionContext>
  );
}

export function Shell(): ReactNode {
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (session.isPending) return <Loading />;
  if (session.data === undefined) {
    return (
      <EmptyNote
        heading="The server cannot be reached"
        text={session.error?.refusal.detail ?? 'There was no answer.'}
        level={1}
      >
        <Button onClick={() => void session.refetch()} loading={session.isFetching}>
          Try again
        </Button>
      </EmptyNote>
    );
  }
  // A sign-in that lacks its second factor is finished on the page it began on.
  if (session.data === null || session.data.stage !== 'whole') {
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${to}`} replace />;
  }
  return <Frame session={session.data} />;
}
