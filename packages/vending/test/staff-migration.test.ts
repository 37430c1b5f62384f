/** What becomes of the users of the first release: nobody loses anything. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Database, Statement } from '@wattvend/database/database.js';
import { migrate } from '@wattvend/database/migration.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { isPermitted, type Permission } from '@wattvend/vending/permissions.js';
import { FOUNDER_ROLES, ROLES } from '@wattvend/vending/roles.js';
import { listUsers } from '@wattvend/vending/users.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';
import { UTILITY, VENDOR } from './utility-fixture.ts';

const DEMO = '00000000-0000-4000-8000-0000000000d0';
const NOW = Date.UTC(2030, 0, 1);

let scratch: ScratchDatabase;
let folder = '';

const statement = (text: string): Statement => ({ name: '', text });

/** The rows of the first release, as little of each as the constraints of that time ask for. */
async function addOldRows(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(statement('set local session_replication_role = replica'));
    for (const [id, demo] of [
      [UTILITY, false],
      [DEMO, true],
    ]) {
      await tx.query(
        statement(
          `insert into utility select (jsonb_populate_record(null::utility, jsonb_build_object(
            'utility_id', '${id}', 'ledger_id', '${id}', 'name', 'Old', 'currency_code', 'XTS',
            'currency_symbol', 'T', 'decimal_places', 2, 'time_zone', 'UTC', 'demo', ${demo},
            'bank_account_id', '${id}', 'energy_sales_account_id', '${id}',
            'vat_payable_account_id', '${id}', 'created_at_ms', 0))).*`,
        ),
      );
      await tx.query(
        statement(
          `insert into vendor select (jsonb_populate_record(null::vendor, jsonb_build_object(
            'utility_id', '${id}', 'vendor_id', '${VENDOR}', 'name', 'V',
            'float_account_id', '${id}', 'created_at_ms', 0))).*`,
        ),
      );
    }
    const users: readonly (readonly [string, string, string, boolean])[] = [
      [UTILITY, 'cashier', '{cashier}', true],
      [UTILITY, 'operator', '{operator}', false],
      [UTILITY, 'both', '{cashier,operator}', true],
      [UTILITY, 'placed', '{operator}', true],
      [DEMO, 'demo', '{cashier,operator}', true],
    ];
    for (const [index, [utility, name, roles, hasVendor]] of users.entries()) {
      await tx.query(
        statement(
          `insert into staff_user (utility_id, user_id, sign_in_name, display_name, roles, vendor_id,
            created_at_ms)
          values ('${utility}', 'f0000000-0000-4000-8000-00000000000${index}', '${name}', 'N',
            '${roles}', ${hasVendor ? `'${VENDOR}'` : 'null'}, 0)`,
        ),
      );
    }
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattvend-old-'));
  const old = join(folder, 'migrations');
  await mkdir(old);
  const copy = (name: string): Promise<void> =>
    cp(fileURLToPath(new URL(name, VENDING_MIGRATIONS.folder)), join(old, name));
  await copy('0001-utility-meters-vends.sql');
  await copy('0002-staff.sql');
  scratch = await createScratchDatabase();
  const oldRoom = { room: 'vending', folder: pathToFileURL(`${old}/`) };
  await migrate(scratch.database, [LEDGER_MIGRATIONS, oldRoom], NOW);
  await addOldRows(scratch.database);
  // Only this one: what later ones do with old rows is theirs to test.
  await copy('0003-staff-roles.sql');
  await migrate(scratch.database, [LEDGER_MIGRATIONS, oldRoom], NOW);
});
afterAll(async () => {
  await scratch.drop();
  await rm(folder, { recursive: true });
});

test('an operator becomes a founder, a cashier stays one, the demo’s user is everything', async () => {
  const users = await listUsers(scratch.database, UTILITY);
  const found = users.map(({ user }) => [
    user.signInName,
    user.roleRule,
    user.roles,
    user.vendor?.vendorId ?? null,
  ]);
  expect(found).toEqual([
    ['both', 'founder', ['cashier', ...FOUNDER_ROLES], VENDOR],
    ['cashier', 'strict', ['cashier'], VENDOR],
    ['operator', 'founder', FOUNDER_ROLES, null],
    ['placed', 'founder', FOUNDER_ROLES, null],
  ]);
  const [demo] = await listUsers(scratch.database, DEMO as typeof UTILITY);
  expect([demo?.user.roleRule, demo?.user.roles]).toEqual(['demo', [...ROLES]]);
});

test('an operator may do all that operators did', () => {
  const DID: readonly Permission[] = [
    ...(['meter.read', 'meter.write', 'customer.read', 'customer.write', 'vendor.read'] as const),
    ...(['vendor.write', 'float.deposit', 'tariff.read', 'tariff.draft', 'quote'] as const),
    ...(['vend.read', 'vend.reprint', 'report.read', 'user.read', 'user.write'] as const),
    ...(['machine.read', 'machine.write'] as const),
  ];
  expect(DID.filter((permission) => !isPermitted(FOUNDER_ROLES, permission))).toEqual([]);
});
