/** Taking all access away from a user, at once. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { type Author, staffFact } from './author.ts';
import { closeSessions } from './sessions.ts';
import type { UserId } from './users.ts';
import { lockUsers } from './users.ts';

export type DisableUserAnswer =
  | { readonly kind: 'disabled' }
  | {
      readonly kind: 'refused';
      readonly refusal: 'not_signed_in' | 'own_user' | 'user_not_found';
    };

const disableUserStatement = loadStatement(
  new URL('../../sql/staff/disable-user.sql', import.meta.url),
);

/**
 * Disables a user; the same again changes nothing. Nobody disables themself, nor does anybody who
 * is disabled meanwhile, so that one security officer always stays. Refusals in order:
 * not_signed_in, own_user, user_not_found.
 */
export async function disableUser(
  database: Database,
  utilityId: UtilityId,
  request: { readonly userId: UserId; readonly by: Author },
  now: Instant,
): Promise<DisableUserAnswer> {
  const { userId, by } = request;
  return await database.transaction<DisableUserAnswer>(async (tx) => {
    const disabled = await lockUsers(tx, utilityId, [userId, by.userId]);
    if (disabled.get(by.userId) !== false) return { kind: 'refused', refusal: 'not_signed_in' };
    if (userId === by.userId) return { kind: 'refused', refusal: 'own_user' };
    if (!disabled.has(userId)) return { kind: 'refused', refusal: 'user_not_found' };
    const { rowCount } = await tx.query(disableUserStatement, [utilityId, userId, now]);
    await closeSessions(tx, utilityId, userId);
    if (rowCount > 0) {
      await recordAudit(tx, utilityId, staffFact('user.disabled', userId, by), now);
    }
    return { kind: 'disabled' };
  });
}
