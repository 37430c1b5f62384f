/** A new user, who gets a password made by chance: there is no default one and nobody chooses it. */
import type { Database } from '@wattvend/database/database.js';
import { sqlState } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import { type Author, staffFact } from './author.ts';
import type { PasswordHasher } from './password.ts';
import { newPassword } from './password.ts';
import type { RolePair } from './roles.ts';
import { incompatiblePair } from './roles.ts';
import type { NewUser, User } from './users.ts';
import { addUser, findUser } from './users.ts';

export type CreateUserAnswer =
  | { readonly kind: 'created'; readonly user: User; readonly password: string }
  | { readonly kind: 'refused'; readonly refusal: 'sign_in_name_taken' | 'vendor_not_found' }
  | { readonly kind: 'refused'; readonly refusal: 'roles_incompatible'; readonly pair: RolePair };

/**
 * Adds a user and gives the password, the only time it is seen. The name of a disabled user stays
 * taken: records name people by it. Refusals in order: roles_incompatible, sign_in_name_taken,
 * vendor_not_found. Throws PasswordQueueFull.
 */
export async function createUser(
  desk: {
    readonly database: Database;
    readonly utilityId: UtilityId;
    readonly hasher: PasswordHasher;
  },
  request: Omit<NewUser, 'passwordHash' | 'roleRule'>,
  by: Author,
  now: Instant,
): Promise<CreateUserAnswer> {
  const { database, utilityId, hasher } = desk;
  const pair = incompatiblePair(request.roles, 'strict');
  if (pair !== null) return { kind: 'refused', refusal: 'roles_incompatible', pair };
  const password = newPassword();
  const passwordHash = await hasher.hash(password);
  try {
    return await database.transaction<CreateUserAnswer>(async (tx) => {
      await addUser(tx, utilityId, { ...request, passwordHash }, now);
      const added = await findUser(tx, utilityId, { userId: request.userId });
      if (added === null) throw new Error('a user who was just added is not there');
      const { userId, roles, vendor } = added.user;
      const details = { roles, vendor: vendor?.vendorId ?? null };
      await recordAudit(tx, utilityId, staffFact('user.added', userId, by, details), now);
      return { kind: 'created', user: added.user, password };
    });
  } catch (error) {
    const state = sqlState(error);
    if (state === '23505') return { kind: 'refused', refusal: 'sign_in_name_taken' };
    if (state === '23503') return { kind: 'refused', refusal: 'vendor_not_found' };
    throw error;
  }
}
