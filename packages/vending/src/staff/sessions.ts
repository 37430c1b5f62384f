/**
 * Sessions: who a browser is. The browser keeps a secret, the database its hash and nothing else. A
 * session ends after a while of silence and after a working day; each request reads the user
 * afresh, so that what is taken from a user is gone at once.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { hashOfSecret, newSecret } from './secret.ts';
import type { User, UserId, UserRow } from './users.ts';
import { userOfRow } from './users.ts';

export interface SessionLimits {
  /** Without a request for this long, a session is over. */
  readonly idle: Milliseconds;
  /** A session never lasts longer than this. */
  readonly absolute: Milliseconds;
}

export const SESSION_LIMITS: SessionLimits = {
  idle: milliseconds(15 * 60_000),
  absolute: milliseconds(8 * 60 * 60_000),
};

// A request writes that it was there only when the last note is this old: one write a minute for a
// busy user is enough for a limit of many minutes.
const TOUCH_SHARE = 15;

const insertSessionStatement = loadStatement(
  new URL('../../sql/staff/insert-session.sql', import.meta.url),
);
const findSessionStatement = loadStatement(
  new URL('../../sql/staff/find-session.sql', import.meta.url),
);
const touchSessionStatement = loadStatement(
  new URL('../../sql/staff/touch-session.sql', import.meta.url),
);
const deleteSessionStatement = loadStatement(
  new URL('../../sql/staff/delete-session.sql', import.meta.url),
);
const deleteOthersStatement = loadStatement(
  new URL('../../sql/staff/delete-other-sessions.sql', import.meta.url),
);
const deleteOfUserStatement = loadStatement(
  new URL('../../sql/staff/delete-sessions-of-user.sql', import.meta.url),
);
const deleteExpiredStatement = loadStatement(
  new URL('../../sql/staff/delete-expired-sessions.sql', import.meta.url),
);

/** Opens a session and gives its secret, the only time it is seen. Clears away what has expired. */
export async function openSession(
  database: Database,
  utilityId: UtilityId,
  session: { readonly userId: UserId; readonly now: Instant; readonly limits: SessionLimits },
): Promise<string> {
  const { userId, now, limits } = session;
  const secret = newSecret();
  await database.transaction(async (tx) => {
    await tx.query(deleteExpiredStatement, [utilityId, now - limits.idle]);
    await tx.query(insertSessionStatement, [utilityId, hashOfSecret(secret), userId, now]);
  });
  return secret;
}

/** Whose session it is, or null when there is no such session or it is over. */
export async function findSession(
  database: Database,
  utilityId: UtilityId,
  session: { readonly secret: string; readonly now: Instant; readonly limits: SessionLimits },
): Promise<User | null> {
  const { now, limits } = session;
  const hash = hashOfSecret(session.secret);
  const { rows } = await database.query<UserRow & { readonly last_seen_at_ms: bigint }>(
    findSessionStatement,
    [utilityId, hash, now - limits.absolute, now - limits.idle],
  );
  const [row] = rows;
  if (row === undefined) return null;
  if (now - Number(row.last_seen_at_ms) >= limits.idle / TOUCH_SHARE) {
    await database.query(touchSessionStatement, [utilityId, hash, now]);
  }
  return userOfRow(row);
}

export async function closeSession(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  secret: string,
): Promise<void> {
  await tx.query(deleteSessionStatement, [utilityId, hashOfSecret(secret)]);
}

/** Ends all sessions of a user but the one of this secret. */
export async function closeOtherSessions(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  user: { readonly userId: UserId; readonly secret: string },
): Promise<void> {
  await tx.query(deleteOthersStatement, [utilityId, user.userId, hashOfSecret(user.secret)]);
}

/** Ends all sessions of a user. */
export async function closeSessions(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  userId: UserId,
): Promise<void> {
  await tx.query(deleteOfUserStatement, [utilityId, userId]);
}
