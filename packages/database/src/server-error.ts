/**
 * What an error says about the state of the database. Only the five characters of SQLSTATE count;
 * no error is recognised by its wording, which depends on the server's language and version.
 */
import pg from 'pg';

/** SQLSTATE of an error the server sent, or null for anything else, such as a lost connection. */
export function serverErrorCode(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

export function serverErrorConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null;
}

/**
 * True for an answer that means "the same work again may succeed at once": a serialization failure
 * or a deadlock, a server that is going away or has become a replica, and a prepared statement
 * that is no longer valid on this connection.
 */
export function isWorthRepeating(error: unknown): boolean {
  const code = serverErrorCode(error);
  if (code === null) return false;
  return code === '40001' || code === '40P01' || isFatalToConnection(error);
}

/**
 * True when the connection that gave this answer must not be used again: the server is closing it
 * (57P…, 08…), it leads to a replica (25006), its transaction was abandoned (25P03), or its
 * prepared statements are stale (26000, and the plan whose result type a migration has changed).
 */
export function isFatalToConnection(error: unknown): boolean {
  const code = serverErrorCode(error);
  if (code === null) return false;
  if (code.startsWith('57P') || code.startsWith('08')) return true;
  if (code === '25006' || code === '25P03' || code === '26000') return true;
  return code === '0A000' && (error as pg.DatabaseError).routine === 'RevalidateCachedQuery';
}

/**
 * True when the database as a whole cannot serve: no resources (53…, a full disk among them),
 * operator or time-out intervention (57…), system errors (58…), connection exceptions (08…), a
 * replica (25006), an abandoned transaction (25P03). Repeating later can help.
 */
export function isUnavailability(error: unknown): boolean {
  const code = serverErrorCode(error);
  if (code === null) return false;
  return /^(08|53|57|58)/.test(code) || isFatalToConnection(error);
}

/**
 * True when the operating system refused to take what we sent. Nothing is sent behind a COMMIT
 * before its answer, so a refused write means that the COMMIT did not leave completely.
 */
export function isFailedWrite(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'write';
}

/** In-progress transactions answer everything with this after their first error. */
export const IN_FAILED_TRANSACTION = '25P02';

/** A distributed engine's way to say that it does not know whether the commit happened. */
export const STATEMENT_COMPLETION_UNKNOWN = '40003';
