/**
 * Sessions: who a browser is. The browser keeps a secret, the database its hash and nothing else. A
 * session ends after a while of silence and after a working day; each request reads the user
 * afresh, so that what is taken from a user is gone at once.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import type { SessionFactors, SessionStage } from '../factor/factor-policy.ts';
import { stageOf } from '../factor/factor-policy.ts';
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
const strengthenSessionStatement = loadStatement(
  new URL('../../sql/staff/strengthen-session.sql', import.meta.url),
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

export interface FoundSession extends SessionFactors {
  readonly user: User;
  readonly openedAt: Instant;
  readonly stage: SessionStage;
}

interface SessionRow extends UserRow {
  readonly last_seen_at_ms: bigint;
  readonly opened_at_ms: bigint;
  readonly strong_at_ms: bigint | null;
  readonly has_totp: boolean;
  readonly has_passkey: boolean;
}

/** Opens a session and gives its secret, the only time it is seen. Clears away what has expired. */
export async function openSession(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  session: {
    readonly userId: UserId;
    /** Whether a strong factor was shown just now. */
    readonly isStrong: boolean;
    readonly now: Instant;
    readonly limits: SessionLimits;
  },
): Promise<string> {
  const { userId, isStrong, now, limits } = session;
  const secret = newSecret();
  await tx.query(deleteExpiredStatement, [utilityId, now - limits.idle]);
  const values = [utilityId, hashOfSecret(secret), userId, now, isStrong ? now : null];
  await tx.query(insertSessionStatement, values);
  return secret;
}

/** Whose session it is, or null when there is no such session or it is over. */
export async function findSession(
  database: Database,
  utilityId: UtilityId,
  session: { readonly secret: string; readonly now: Instant; readonly limits: SessionLimits },
): Promise<FoundSession | null> {
  const { now, limits } = session;
  const hash = hashOfSecret(session.secret);
  const { rows } = await database.query<SessionRow>(findSessionStatement, [
    utilityId,
    hash,
    now - limits.absolute,
    now - limits.idle,
  ]);
  const [row] = rows;
  if (row === undefined) return null;
  if (now - Number(row.last_seen_at_ms) >= limits.idle / TOUCH_SHARE) {
    await database.query(touchSessionStatement, [utilityId, hash, now]);
  }
  return sessionOfRow(row);
}

function sessionOfRow(row: SessionRow): FoundSession {
  const user = userOfRow(row);
  const factors = {
    hasTotp: row.has_totp,
    hasPasskey: row.has_passkey,
    strongAt: row.strong_at_ms === null ? null : instant(Number(row.strong_at_ms)),
  };
  const openedAt = instant(Number(row.opened_at_ms));
  return { user, openedAt, ...factors, stage: stageOf(user.roles, factors) };
}

/**
 * Notes that a session has shown a strong factor, and gives it a new secret: what somebody has seen of
 * it before must not open more than it did. Null when the session is over.
 */
export async function strengthenSession(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  secret: string,
  now: Instant,
): Promise<string | null> {
  const next = newSecret();
  const values = [utilityId, hashOfSecret(secret), hashOfSecret(next), now];
  return (await tx.query(strengthenSessionStatement, values)).rowCount === 1 ? next : null;
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
