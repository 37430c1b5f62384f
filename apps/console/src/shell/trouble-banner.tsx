import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { Refused } from '../api/client.ts';
import { isUnavailable } from '../api/refusal.ts';
import classes from './shell.module.css';

/** True while any read on this page has failed for want of the server, not of the request. */
function useTrouble(): boolean {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const inTrouble = useCallback(
    () =>
      cache.getAll().some((query) => {
        const reason: unknown = query.state.fetchFailureReason ?? query.state.error;
        return query.isActive() && reason instanceof Refused && isUnavailable(reason.refusal);
      }),
    [cache],
  );
  return useSyncExternalStore(subscribe, inTrouble);
}

export function TroubleBanner(): ReactNode {
  const trouble = useTrouble();
  return (
    <div role="status" aria-live="polite">
      {trouble && (
        <p className={classes['trouble']}>
          The server does not answer at the moment. What you see may be old; it is asked again by
          itself.
        </p>
      )}
    </div>
  );
}
