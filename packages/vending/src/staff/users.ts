/** The people of a utility and its vendors who use the platform, and what each may do. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';
import type { Role, RoleRule } from './roles.ts';

export type UserId = Quantity<string, 'user id'>;

export interface User {
  readonly userId: UserId;
  readonly signInName: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly roleRule: RoleRule;
  readonly vendor: { readonly vendorId: VendorId; readonly name: string } | null;
}

export interface NewUser {
  readonly userId: UserId;
  readonly signInName: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Without one, `strict`. */
  readonly roleRule?: RoleRule;
  /** A cashier must have one, and nobody else has. */
  readonly vendorId: VendorId | null;
  /** As a PasswordHasher makes it; null for a user who cannot sign in by password. */
  readonly passwordHash: string | null;
}

export interface UserRow {
  readonly user_id: UserId;
  readonly sign_in_name: string;
  readonly display_name: string;
  readonly roles: readonly Role[];
  readonly role_rule: RoleRule;
  readonly vendor_id: VendorId | null;
  readonly vendor_name: string | null;
  readonly password_hash: string | null;
}

const insertUserStatement = loadStatement(
  new URL('../../sql/staff/insert-user.sql', import.meta.url),
);
const findUserStatement = loadStatement(new URL('../../sql/staff/find-user.sql', import.meta.url));
const listUsersStatement = loadStatement(
  new URL('../../sql/staff/list-users.sql', import.meta.url),
);
const lockUsersStatement = loadStatement(
  new URL('../../sql/staff/lock-users.sql', import.meta.url),
);

/** Names differ in more than case. */
export function normalSignInName(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}

/** Fails on the unique constraint when the sign-in name is taken. */
export async function addUser(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  user: NewUser,
  now: Instant,
): Promise<void> {
  await tx.query(insertUserStatement, [
    utilityId,
    user.userId,
    normalSignInName(user.signInName),
    user.displayName,
    user.roles,
    user.roleRule ?? 'strict',
    user.vendorId,
    user.passwordHash,
    now,
  ]);
}

export interface FoundUser {
  readonly user: User;
  readonly passwordHash: string | null;
}

/** The user of that name or id who may still sign in, or null. */
export async function findUser(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  by: { readonly signInName: string } | { readonly userId: UserId },
): Promise<FoundUser | null> {
  const name = 'signInName' in by ? normalSignInName(by.signInName) : null;
  const userId = 'userId' in by ? by.userId : null;
  const { rows } = await tx.query<UserRow>(findUserStatement, [utilityId, name, userId]);
  const [row] = rows;
  return row === undefined ? null : { user: userOfRow(row), passwordHash: row.password_hash };
}

export interface ListedUser {
  readonly user: User;
  /** May not sign in any more. */
  readonly disabled: boolean;
}

/** All users, first those who may sign in, by their sign-in names. */
export async function listUsers(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
): Promise<readonly ListedUser[]> {
  const { rows } = await tx.query<UserRow & { readonly disabled: boolean }>(listUsersStatement, [
    utilityId,
  ]);
  return rows.map((row) => ({ user: userOfRow(row), disabled: row.disabled }));
}

/**
 * Holds users until the transaction ends, and says of each whether it is disabled; one who does not
 * exist is not in the answer.
 */
export async function lockUsers(
  tx: Transaction,
  utilityId: UtilityId,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, boolean>> {
  const { rows } = await tx.query<{ readonly user_id: UserId; readonly disabled: boolean }>(
    lockUsersStatement,
    [utilityId, userIds],
  );
  return new Map(rows.map((row) => [row.user_id, row.disabled]));
}

export function userOfRow(row: UserRow): User {
  return {
    userId: row.user_id,
    signInName: row.sign_in_name,
    displayName: row.display_name,
    roles: row.roles,
    roleRule: row.role_rule,
    vendor:
      row.vendor_id === null || row.vendor_name === null
        ? null
        : { vendorId: row.vendor_id, name: row.vendor_name },
  };
}
