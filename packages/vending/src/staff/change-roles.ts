/** Giving a user other roles; they hold from the next request on. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement, sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { VendorId } from '../vend/vend.ts';
import { type Author, staffFact } from './author.ts';
import type { Role, RolePair } from './roles.ts';
import { incompatiblePair } from './roles.ts';
import type { User, UserId } from './users.ts';
import { findUser, lockUsers } from './users.ts';

export type ChangeRolesAnswer =
  | { readonly kind: 'changed'; readonly user: User }
  | {
      readonly kind: 'refused';
      readonly refusal:
        | 'not_signed_in'
        | 'own_user'
        | 'user_not_found'
        | 'user_disabled'
        | 'vendor_not_found';
    }
  | { readonly kind: 'refused'; readonly refusal: 'roles_incompatible'; readonly pair: RolePair };

const changeRolesStatement = loadStatement(
  new URL('../../sql/staff/change-roles.sql', import.meta.url),
);

/**
 * Replaces a user's roles and, for a cashier, the vendor. A founder stays one. Nobody changes their
 * own roles. Refusals in order: not_signed_in, own_user, user_not_found, user_disabled,
 * roles_incompatible, vendor_not_found.
 */
export async function changeRoles(
  database: Database,
  utilityId: UtilityId,
  request: {
    readonly userId: UserId;
    readonly roles: readonly Role[];
    /** A cashier must have one, and nobody else has. */
    readonly vendorId: VendorId | null;
    readonly by: Author;
  },
  now: Instant,
): Promise<ChangeRolesAnswer> {
  const { userId, roles, vendorId, by } = request;
  try {
    return await database.transaction<ChangeRolesAnswer>(async (tx) => {
      const disabled = await lockUsers(tx, utilityId, [userId, by.userId]);
      if (disabled.get(by.userId) !== false) return { kind: 'refused', refusal: 'not_signed_in' };
      if (userId === by.userId) return { kind: 'refused', refusal: 'own_user' };
      const isDisabled = disabled.get(userId);
      if (isDisabled === undefined) return { kind: 'refused', refusal: 'user_not_found' };
      if (isDisabled) return { kind: 'refused', refusal: 'user_disabled' };
      const before = await findUser(tx, utilityId, { userId });
      if (before === null) throw new Error('a user who is held is not there');
      const pair = incompatiblePair(roles, before.user.roleRule);
      if (pair !== null) return { kind: 'refused', refusal: 'roles_incompatible', pair };
      await tx.query(changeRolesStatement, [utilityId, userId, roles, vendorId]);
      const after = await findUser(tx, utilityId, { userId });
      if (after === null) throw new Error('a user who was just changed is not there');
      const details = { roles, before: before.user.roles, vendor: vendorId };
      await recordAudit(tx, utilityId, staffFact('user.roles_changed', userId, by, details), now);
      return { kind: 'changed', user: after.user };
    });
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    return { kind: 'refused', refusal: 'vendor_not_found' };
  }
}
