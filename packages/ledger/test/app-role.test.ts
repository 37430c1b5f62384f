import { APP_ROLE, ensureAppRole, grantAppRole } from '@wattvend/database/app-role.js';
import { type Database, openDatabase } from '@wattvend/database/database.js';
import { migrate } from '@wattvend/database/migration.js';
import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createScratchDatabase,
  type ScratchDatabase,
} from '../../database/test/scratch-database.ts';
import {
  createLedgerFixture,
  FLOAT,
  failure,
  LEDGER,
  type LedgerFixture,
} from './ledger-fixture.ts';

const REFUSED = '42501';

let fixture: LedgerFixture;
beforeEach(async () => {
  fixture = await createLedgerFixture({ asApp: true });
});
afterEach(() => fixture.drop());

const ask = (text: string) => failure(fixture.sql(text));

test('the server’s role posts, and PostgreSQL itself refuses it to change what was posted', async () => {
  await fixture.deposit(500n);
  // Not by a trigger, which has a code of its own: the role has no such right.
  const columns = {
    entry: 'kind',
    entry_202701: 'kind',
    account: 'name',
    ledger: 'currency_code',
    exchange: 'from_minor',
    reservation_void: 'reason',
    ledger_block: 'format',
    ledger_day: 'day',
    account_day: 'day',
    schema_migration: 'name',
  };
  for (const [table, column] of Object.entries(columns)) {
    for (const change of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      expect(await ask(change), change).toBe(REFUSED);
    }
  }
});

test('it changes of a limit what moves, and nothing else', async () => {
  await fixture.deposit(500n);
  expect(await ask('update account_limit set floor_minor = 5')).toBe('nothing failed');
  expect(await ask(`update account_limit set account_id = '${FLOAT}'`)).toBe(REFUSED);
  expect(await ask('delete from account_limit')).toBe(REFUSED);
  expect(await ask('update reservation set reserved_minor = 1')).toBe(REFUSED);
  expect(await ask(`update ledger_seal set ledger_id = '${LEDGER}'`)).toBe(REFUSED);
  expect(await ask('update ledger_seal set closed_to_ms = 5')).toBe('nothing failed');
  expect(await ask('update ledger_seal set closed_to_ms = 4')).toBe('WVL02');
});

test.each([
  ['the locks off', 'alter table entry disable trigger all'],
  ['the locks aside', 'set session_replication_role = replica'],
  ['a lock away', 'drop trigger entry_append_only on entry'],
  ['a table away', 'drop table reservation'],
  ['a table of its own', 'create table mine (id integer)'],
  [
    'a function in place of a lock',
    `create or replace function ledger_refuse_change()
    returns trigger language plpgsql as 'begin return old; end'`,
  ],
  ['a part of entries away', 'alter table entry detach partition entry_202701'],
  ['the owner’s place', 'set role wattvend'],
  ['another role', 'create role more_than_that superuser'],
])('it cannot take %s', async (_, text) => {
  expect(await ask(text)).toBe(REFUSED);
});

test('it cannot give itself rights', async () => {
  // PostgreSQL only warns of that, and gives nothing.
  await ask(`grant all on entry to ${APP_ROLE}`);
  expect(await ask('delete from entry')).toBe(REFUSED);
});

test('it is nobody else, and cannot go back to being somebody else', async () => {
  const who = 'select session_user::text as session, current_user::text as now';
  await fixture.sql('reset session authorization');
  expect(await fixture.sql(who)).toEqual([{ session: APP_ROLE, now: APP_ROLE }]);
  const rights = await fixture.sql(`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls
    from pg_roles where rolname = '${APP_ROLE}'`);
  expect(rights).toEqual([
    { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false },
  ]);
});

/** A server of somebody's own, where the URL's user owns one database and little else. */
async function withExternalUser(
  rights: string,
  work: (scratch: ScratchDatabase, url: string) => Promise<void>,
): Promise<void> {
  const scratch = await createScratchDatabase();
  const user = `owner_of_${scratch.connection.database}`;
  try {
    await scratch.asOwner(`create role ${user} login password 'only a test' ${rights};
      alter database ${scratch.connection.database} owner to ${user};
      alter schema public owner to ${user}`);
    const { host, port, database } = scratch.connection;
    await work(
      scratch,
      `postgresql://${user}:only%20a%20test@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
    );
  } finally {
    await scratch.asOwner(`reassign owned by ${user} to wattvend; drop owned by ${user}`);
    await scratch.asOwner(`drop role ${user}`);
    await scratch.drop();
  }
}

function open(url: string, role?: string): Database {
  const more = role === undefined ? {} : { role };
  const options = { connection: url, maximumConnections: 1, applicationName: 'external' };
  return openDatabase({ ...options, ...more });
}

const WHO = { name: '', text: 'select current_user::text as who' };

test('on a server of one’s own, the URL’s user works as the role when it may', async () => {
  await withExternalUser('createrole', async (scratch, url) => {
    const owner = open(url);
    await migrate(owner, [LEDGER_MIGRATIONS], 1);
    // As a database administrator would who made the role; here the test's server has it already.
    await scratch.asOwner(`grant ${APP_ROLE} to owner_of_${scratch.connection.database}`);
    expect(await ensureAppRole(owner)).toBe('ready');
    await grantAppRole(owner, [LEDGER_MIGRATIONS]);
    await owner.close();
    for (const address of [url, `${url}&options=-c%20work_mem%3D5MB`]) {
      const app = open(address, APP_ROLE);
      expect((await app.query(WHO)).rows).toEqual([{ who: APP_ROLE }]);
      expect((await app.query({ name: '', text: 'select from entry' })).rows).toEqual([]);
      expect(await failure(app.query({ name: '', text: 'delete from entry' }))).toBe(REFUSED);
      await app.close();
    }
  });
});

test('on a server where the URL’s user may not, it is told so and stays itself', async () => {
  await withExternalUser('', async (_, url) => {
    const owner = open(url);
    await migrate(owner, [LEDGER_MIGRATIONS], 1);
    expect(await ensureAppRole(owner)).toBe('not allowed');
    await owner.close();
  });
});

test('rights that are listed no more are taken away, whoever gave them', async () => {
  await fixture.scratch.asOwner(`grant update (kind), delete on entry to ${APP_ROLE}`);
  expect(await ask('delete from entry where false')).toBe('WVL02');
  const owner = openDatabase({
    connection: fixture.scratch.connection,
    maximumConnections: 4,
    applicationName: 'owner',
  });
  const grants = Array.from({ length: 4 }, () => grantAppRole(owner, [LEDGER_MIGRATIONS]));
  await Promise.all(grants);
  await owner.close();
  expect(await ask('delete from entry where false')).toBe(REFUSED);
  expect(await ask('update entry set kind = kind where false')).toBe(REFUSED);
  await fixture.deposit(5n);
});
