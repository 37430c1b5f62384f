import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { homeOf } from './access.ts';
import { useSession } from './session.ts';

/** The bare address leads each role to its own first page. */
export function Home(): ReactNode {
  return <Navigate to={homeOf(useSession())} replace />;
}
