/** People with one role each, for tests of what needs several of them. */
import type { Database } from '@wattvend/database/database.js';
import { instant } from '@wattvend/quantities/time.js';
import { ROLES, type Role } from '@wattvend/vending/roles.js';
import { addUser, type UserId } from '@wattvend/vending/users.js';
import { UTILITY, VENDOR } from './utility-fixture.ts';

/** The user who has that role and no other. */
export function personOf(role: Role): UserId {
  return `fa000000-0000-4000-8000-${String(ROLES.indexOf(role)).padStart(12, '0')}` as UserId;
}

/** One user for each role, none of whom can sign in by password. */
export async function addPeople(database: Database): Promise<void> {
  for (const role of ROLES) {
    const user = {
      userId: personOf(role),
      signInName: role,
      displayName: role,
      roles: [role],
      vendorId: role === 'cashier' ? VENDOR : null,
      passwordHash: null,
    };
    await addUser(database, UTILITY, user, instant(0));
  }
}
