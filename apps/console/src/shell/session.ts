/** Who is signed in, for every page below the shell. */
import { createContext, useContext } from 'react';
import type { Session } from '../api/model.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session. Only for components below the shell, where there always is one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside the shell');
  return session;
}
