/**
 * Signing in. An unknown name and a wrong password get one and the same answer after one and the
 * same time, so that nobody learns who is a user here.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/audit-trail.ts';
import type { PasswordHasher } from './password.ts';
import { PASSWORD_OCTETS_MAX } from './password.ts';
import type { SessionLimits } from './sessions.ts';
import { openSession } from './sessions.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import type { User } from './users.ts';
import { findUser, lockUsers, normalSignInName } from './users.ts';

export interface SignInDesk {
  readonly database: Database;
  readonly utilityId: UtilityId;
  readonly hasher: PasswordHasher;
  readonly throttle: SignInThrottle;
  readonly limits: SessionLimits;
}

export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly user: User; readonly secret: string }
  | { readonly kind: 'refused'; readonly refusal: 'sign_in_too_soon'; readonly wait: Milliseconds }
  | { readonly kind: 'refused'; readonly refusal: 'sign_in_failed' };

/** Refusals in order: sign_in_too_soon, sign_in_failed. Throws PasswordQueueFull. */
export async function signIn(
  desk: SignInDesk,
  request: {
    readonly signInName: string;
    readonly password: string;
    /** Where the try comes from. */
    readonly address: string;
    readonly now: Instant;
  },
): Promise<SignInAnswer> {
  const { database, utilityId, throttle, hasher, limits } = desk;
  const { password, address, now } = request;
  const attempt = { signInName: normalSignInName(request.signInName), address, now };
  const wait = throttle.waitFor(attempt);
  if (wait > 0) {
    await recordSignIn(desk, { what: 'session.throttled', user: null, address, now });
    return { kind: 'refused', refusal: 'sign_in_too_soon', wait };
  }

  throttle.failed(attempt);
  const found = await findUser(database, utilityId, { signInName: attempt.signInName });
  const isTooLong = Buffer.byteLength(password) > PASSWORD_OCTETS_MAX;
  const stored = isTooLong ? null : (found?.passwordHash ?? null);
  const isRight = await hasher.matches(isTooLong ? '' : password, stored);
  if (found === null || !isRight) {
    const user = found?.user ?? null;
    await recordSignIn(desk, { what: 'session.failed', user, address, now });
    return { kind: 'refused', refusal: 'sign_in_failed' };
  }
  throttle.succeeded(attempt);
  const { user } = found;
  const session = { userId: user.userId, isStrong: false, now, limits };
  const secret = await database.transaction(async (tx) => {
    // The password may have been taken away while it was looked at, and the sessions with it.
    await lockUsers(tx, utilityId, [user.userId]);
    const present = await findUser(tx, utilityId, { userId: user.userId });
    if (present?.passwordHash !== stored) return null;
    const opened = await openSession(tx, utilityId, session);
    await recordSignInIn(tx, utilityId, { what: 'session.opened', user, address, now });
    return opened;
  });
  if (secret === null) return { kind: 'refused', refusal: 'sign_in_failed' };
  return { kind: 'signed-in', user, secret };
}

interface SignInEvent {
  readonly what: 'session.opened' | 'session.failed' | 'session.throttled';
  /** Null for a name nobody has; what was typed may be a password and is not kept. */
  readonly user: User | null;
  readonly address: string;
  readonly now: Instant;
}

async function recordSignIn(desk: SignInDesk, event: SignInEvent): Promise<void> {
  const { database, utilityId } = desk;
  await database.transaction((tx) => recordSignInIn(tx, utilityId, event));
}

/** Nobody is signed in who has only tried. */
async function recordSignInIn(
  tx: Transaction,
  utilityId: UtilityId,
  { what, user, address, now }: SignInEvent,
): Promise<void> {
  const isIn = user !== null && what === 'session.opened';
  const actor: AuditActor = isIn
    ? { kind: 'user', id: user.userId, address }
    : { kind: 'nobody', id: null, address };
  const subject = user === null ? null : { kind: 'user', id: user.userId };
  const details = isIn ? { method: 'password' } : {};
  await recordAudit(tx, utilityId, { actor, what, subject, details }, now);
}
