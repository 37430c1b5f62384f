/** Taking away the second factors of somebody who has lost them all, so that new ones can be set up. */
import type { Database } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { removeAllFactors } from '../factor/set-up-factors.ts';
import { type Author, staffFact } from './author.ts';
import { closeSessions } from './sessions.ts';
import type { UserId } from './users.ts';
import { lockUsers } from './users.ts';

export type ResetFactorsAnswer =
  | { readonly kind: 'reset' }
  | {
      readonly kind: 'refused';
      readonly refusal: 'own_user' | 'user_not_found' | 'user_disabled';
    };

/**
 * Removes them all and ends all sessions; the same again changes nothing. See the person before you
 * do this: whoever has the password sets up the next second factor. Refusals in order: own_user,
 * user_not_found, user_disabled.
 */
export async function resetFactors(
  database: Database,
  utilityId: UtilityId,
  request: { readonly userId: UserId; readonly by: Author },
  now: Instant,
): Promise<ResetFactorsAnswer> {
  const { userId, by } = request;
  if (userId === by.userId) return { kind: 'refused', refusal: 'own_user' };
  return await database.transaction<ResetFactorsAnswer>(async (tx) => {
    const isDisabled = (await lockUsers(tx, utilityId, [userId])).get(userId);
    if (isDisabled === undefined) return { kind: 'refused', refusal: 'user_not_found' };
    if (isDisabled) return { kind: 'refused', refusal: 'user_disabled' };
    await removeAllFactors(tx, utilityId, userId);
    await closeSessions(tx, utilityId, userId);
    await recordAudit(tx, utilityId, staffFact('user.factors_reset', userId, by), now);
    return { kind: 'reset' };
  });
}
