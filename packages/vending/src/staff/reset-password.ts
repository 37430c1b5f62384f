/** A new password for somebody who has lost theirs, or whose password somebody else may know. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { type Author, staffFact } from './author.ts';
import type { PasswordHasher } from './password.ts';
import { newPassword } from './password.ts';
import { closeSessions } from './sessions.ts';
import type { UserId } from './users.ts';
import { lockUsers } from './users.ts';

export type ResetPasswordAnswer =
  | { readonly kind: 'reset'; readonly password: string }
  | {
      readonly kind: 'refused';
      readonly refusal: 'own_user' | 'user_not_found' | 'user_disabled';
    };

const setPasswordStatement = loadStatement(
  new URL('../../sql/staff/set-password.sql', import.meta.url),
);

/**
 * Gives a user a password made by chance and ends all the user's sessions. One's own password is
 * changed by whoever knows it, with changePassword: an open session that somebody finds must not be
 * enough. Refusals in order: own_user, user_not_found, user_disabled. Throws PasswordQueueFull.
 */
export async function resetPassword(
  desk: {
    readonly database: Database;
    readonly utilityId: UtilityId;
    readonly hasher: PasswordHasher;
  },
  request: { readonly userId: UserId; readonly by: Author },
  now: Instant,
): Promise<ResetPasswordAnswer> {
  const { database, utilityId, hasher } = desk;
  const { userId, by } = request;
  if (userId === by.userId) return { kind: 'refused', refusal: 'own_user' };
  const password = newPassword();
  const passwordHash = await hasher.hash(password);
  return await database.transaction<ResetPasswordAnswer>(async (tx) => {
    const isDisabled = (await lockUsers(tx, utilityId, [userId])).get(userId);
    if (isDisabled === undefined) return { kind: 'refused', refusal: 'user_not_found' };
    if (isDisabled) return { kind: 'refused', refusal: 'user_disabled' };
    await tx.query(setPasswordStatement, [utilityId, userId, passwordHash]);
    await closeSessions(tx, utilityId, userId);
    await recordAudit(tx, utilityId, staffFact('user.password_reset', userId, by), now);
    return { kind: 'reset', password };
  });
}
