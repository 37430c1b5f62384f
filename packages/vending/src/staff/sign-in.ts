/**
 * Signing in. An unknown name and a wrong password get one and the same answer after one and the
 * same time, so that nobody learns who is a user here.
 */
import type { Database } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import type { PasswordHasher } from './password.ts';
import { PASSWORD_OCTETS_MAX } from './password.ts';
import type { SessionLimits } from './sessions.ts';
import { closeSession, openSession } from './sessions.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import type { User } from './users.ts';
import { findUser, normalSignInName } from './users.ts';

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
  if (wait > 0) return { kind: 'refused', refusal: 'sign_in_too_soon', wait };

  throttle.failed(attempt);
  const found = await findUser(database, utilityId, { signInName: attempt.signInName });
  const isTooLong = Buffer.byteLength(password) > PASSWORD_OCTETS_MAX;
  const stored = isTooLong ? null : (found?.passwordHash ?? null);
  const isRight = await hasher.matches(isTooLong ? '' : password, stored);
  if (found === null || !isRight) return { kind: 'refused', refusal: 'sign_in_failed' };
  throttle.succeeded(attempt);
  const { userId } = found.user;
  const secret = await openSession(database, utilityId, { userId, now, limits });
  // The password may have been taken away while it was looked at, and the sessions with it.
  const present = await findUser(database, utilityId, { userId });
  if (present?.passwordHash !== stored) {
    await closeSession(database, utilityId, secret);
    return { kind: 'refused', refusal: 'sign_in_failed' };
  }
  return { kind: 'signed-in', user: found.user, secret };
}
