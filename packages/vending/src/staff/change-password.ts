/** Changing one's own password: the present one proves who asks, and all other sessions end. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { staffFact } from './author.ts';
import type { PasswordHasher } from './password.ts';
import { PASSWORD_LENGTH_MIN, PASSWORD_OCTETS_MAX } from './password.ts';
import { closeOtherSessions } from './sessions.ts';
import type { UserId } from './users.ts';
import { findUser } from './users.ts';

export type ChangePasswordAnswer =
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'refused';
      readonly refusal: 'password_too_short' | 'password_too_long' | 'current_password_wrong';
    };

const replacePasswordStatement = loadStatement(
  new URL('../../sql/staff/replace-password.sql', import.meta.url),
);

/** What is wrong with a new password, whoever wants it; null when it will do. */
export function newPasswordFault(
  newPassword: string,
): 'password_too_short' | 'password_too_long' | null {
  if ([...newPassword].length < PASSWORD_LENGTH_MIN) return 'password_too_short';
  return Buffer.byteLength(newPassword) > PASSWORD_OCTETS_MAX ? 'password_too_long' : null;
}

/**
 * Refusals in order: password_too_short (fewer than 12 characters), password_too_long (more than
 * 1024 octets), current_password_wrong. Throws PasswordQueueFull.
 */
export async function changePassword(
  desk: {
    readonly database: Database;
    readonly utilityId: UtilityId;
    readonly hasher: PasswordHasher;
  },
  request: {
    readonly userId: UserId;
    /** Of the session that stays. */
    readonly sessionSecret: string;
    readonly currentPassword: string;
    readonly newPassword: string;
    /** Where the request came from. */
    readonly address: string;
  },
  now: Instant,
): Promise<ChangePasswordAnswer> {
  const { database, utilityId, hasher } = desk;
  const { userId, sessionSecret, currentPassword, newPassword, address } = request;
  const fault = newPasswordFault(newPassword);
  if (fault !== null) return { kind: 'refused', refusal: fault };
  const found = await findUser(database, utilityId, { userId });
  const stored = found?.passwordHash ?? null;
  const isRight = await hasher.matches(currentPassword, stored);
  if (stored === null || !isRight) return { kind: 'refused', refusal: 'current_password_wrong' };
  const passwordHash = await hasher.hash(newPassword);
  const isChanged = await database.transaction(async (tx) => {
    const values = [utilityId, userId, stored, passwordHash];
    const { rowCount } = await tx.query(replacePasswordStatement, values);
    if (rowCount === 0) return false;
    await closeOtherSessions(tx, utilityId, { userId, secret: sessionSecret });
    const by = { userId, address };
    await recordAudit(tx, utilityId, staffFact('user.password_changed', userId, by), now);
    return true;
  });
  return isChanged ? { kind: 'changed' } : { kind: 'refused', refusal: 'current_password_wrong' };
}
