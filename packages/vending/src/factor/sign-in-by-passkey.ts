/** Signing in by a passkey, without a name and without a password. */
import type { Database } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { SessionLimits } from '../staff/sessions.ts';
import { openSession } from '../staff/sessions.ts';
import type { User } from '../staff/users.ts';
import { findUser, lockUsers } from '../staff/users.ts';
import type { RelyingParty, ShownPasskey } from './passkeys.ts';
import { takePasskey } from './passkeys.ts';

export type PasskeySignInAnswer =
  | { readonly kind: 'signed-in'; readonly user: User; readonly secret: string }
  | { readonly kind: 'refused'; readonly refusal: 'passkey_invalid' };

/** Opens a strong session. One answer for every reason why not. */
export async function signInByPasskey(
  desk: {
    readonly database: Database;
    readonly utilityId: UtilityId;
    readonly limits: SessionLimits;
  },
  request: {
    readonly party: RelyingParty;
    readonly response: ShownPasskey;
    readonly address: string;
  },
  now: Instant,
): Promise<PasskeySignInAnswer> {
  const { database, utilityId, limits } = desk;
  const { party, response, address } = request;
  return await database.transaction<PasskeySignInAnswer>(async (tx) => {
    const userId = await takePasskey(tx, { utilityId, party, userId: null, response }, now);
    if (userId !== null) await lockUsers(tx, utilityId, [userId]);
    const found = userId === null ? null : await findUser(tx, utilityId, { userId });
    if (userId === null || found === null) {
      const actor = { kind: 'nobody', id: null, address } as const;
      const subject = userId === null ? null : { kind: 'user', id: userId };
      const fact = { actor, what: 'session.failed', subject, details: { method: 'passkey' } };
      await recordAudit(tx, utilityId, fact, now);
      return { kind: 'refused', refusal: 'passkey_invalid' };
    }
    const secret = await openSession(tx, utilityId, { userId, isStrong: true, now, limits });
    const actor = { kind: 'user', id: userId, address } as const;
    const subject = { kind: 'user', id: userId };
    const fact = { actor, what: 'session.opened', subject, details: { method: 'passkey' } };
    await recordAudit(tx, utilityId, fact, now);
    return { kind: 'signed-in', user: found.user, secret };
  });
}
