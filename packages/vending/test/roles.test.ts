/** Which roles go together: the table in the code and the constraints of the database say the same. */

import { sqlState } from '@wattvend/database/database.js';
import { instant } from '@wattvend/quantities/time.js';
import { PERMISSION_NAMES, PERMISSIONS } from '@wattvend/vending/permissions.js';
import {
  FOUNDER_ROLES,
  incompatiblePair,
  ROLE_RULES,
  ROLES,
  type Role,
  type RoleRule,
  SECOND_PERSON_ROLES,
} from '@wattvend/vending/roles.js';
import type { UserId } from '@wattvend/vending/users.js';
import { addUser } from '@wattvend/vending/users.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUtilityFixture, UTILITY, type UtilityFixture, VENDOR } from './utility-fixture.ts';

let fixture: UtilityFixture;
beforeAll(async () => {
  fixture = await createUtilityFixture();
});
afterAll(() => fixture.close());

let users = 0;

async function isTaken(roles: readonly Role[], roleRule: RoleRule): Promise<boolean> {
  users += 1;
  const user = {
    userId: `f3000000-0000-4000-8000-${String(users).padStart(12, '0')}` as UserId,
    signInName: `user-${users}`,
    displayName: 'A user',
    roles,
    roleRule,
    vendorId: roles.includes('cashier') ? VENDOR : null,
    passwordHash: null,
  };
  try {
    await addUser(fixture.scratch.database, UTILITY, user, instant(0));
    return true;
  } catch (error) {
    if (sqlState(error) !== '23514') throw error;
    return false;
  }
}

test('the database keeps apart each pair the table names and no other, under each rule', async () => {
  const wrong: string[] = [];
  for (const [at, one] of ROLES.entries()) {
    for (const other of ROLES.slice(at + 1)) {
      for (const rule of ROLE_RULES) {
        const isFree = incompatiblePair([one, other], rule) === null;
        if ((await isTaken([one, other], rule)) !== isFree) wrong.push(`${one} ${other} ${rule}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('the database takes each single role and no unknown one', async () => {
  for (const role of ROLES) expect(await isTaken([role], 'strict'), role).toBe(true);
  expect(await isTaken(['operator' as Role], 'demo')).toBe(false);
  expect(await isTaken([], 'strict')).toBe(false);
});

test('who orders something never approves it, whatever rule but the demo’s holds', () => {
  const deeds = PERMISSION_NAMES.filter((name) => name.endsWith('.request')).map((name) =>
    name.replace('.request', ''),
  );
  const pairs = [
    ...deeds.map((deed) => [`${deed}.request`, `${deed}.approve`]),
    ['tariff.draft', 'tariff.approve'],
  ];
  const rolesOf = (name = ''): readonly Role[] => {
    const known = PERMISSION_NAMES.find((each) => each === name);
    if (known === undefined) throw new Error(`${name} is missing`);
    return PERMISSIONS[known];
  };
  expect(pairs.length).toBeGreaterThan(6);
  for (const [request, approve] of pairs) {
    for (const maker of rolesOf(request)) {
      for (const checker of rolesOf(approve)) {
        expect(incompatiblePair([maker, checker], 'founder'), `${maker} ${checker}`).not.toBeNull();
      }
    }
  }
});

test('the founder and one more person can do everything there is, and neither can alone', () => {
  expect(incompatiblePair(FOUNDER_ROLES, 'founder')).toBeNull();
  expect(incompatiblePair(FOUNDER_ROLES, 'strict')).not.toBeNull();
  expect(incompatiblePair(SECOND_PERSON_ROLES, 'strict')).toBeNull();
  const both = [...FOUNDER_ROLES, ...SECOND_PERSON_ROLES];
  expect(ROLES.filter((role) => !both.includes(role))).toEqual(['cashier', 'auditor']);
});

test('an auditor reads everything and writes nothing', () => {
  const READING = /(^quote$|\.read$)/;
  const held = PERMISSION_NAMES.filter((name) => PERMISSIONS[name].includes('auditor'));
  expect(held).toEqual(PERMISSION_NAMES.filter((name) => READING.test(name)));
});
