import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase, sqlState } from '@wattvend/database/database.js';
import { type MigrationRoom, migrate } from '@wattvend/database/migration.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestFolder } from './postgres.global-setup.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

const NOW = Date.UTC(2026, 10, 22);
const folders: string[] = [];
let scratch: ScratchDatabase;

beforeEach(async () => {
  scratch = await createScratchDatabase();
});
afterEach(async () => {
  await scratch.drop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

async function roomOf(room: string, files: Files): Promise<MigrationRoom> {
  const folder = await makeTestFolder('wattvend-migrations-');
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { room, folder: pathToFileURL(`${folder}/`) };
}

const apply = async (room: string, files: Files) =>
  await migrate(scratch.database, [await roomOf(room, files)], NOW);

async function tables(): Promise<readonly string[]> {
  const { rows } = await scratch.database.query<{ readonly name: string }>({
    name: '',
    text: `select relname::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  });
  return rows.map((row) => row.name);
}

const FIRST = { '0001-first.sql': 'create table a (n integer);\ncreate table b (n integer);' };
const SECOND = { '0002-second.sql': 'insert into a values (1)' };

test('files are applied in order, once, with what was applied and when', async () => {
  const ledger = await roomOf('ledger', { ...SECOND, ...FIRST });
  const vending = await roomOf('vending', { '0001-third.sql': 'create table c (n integer)' });
  expect(await migrate(scratch.database, [ledger, vending], NOW)).toEqual([
    'ledger/0001-first.sql',
    'ledger/0002-second.sql',
    'vending/0001-third.sql',
  ]);
  expect(await migrate(scratch.database, [ledger, vending], NOW + 1)).toEqual([]);
  expect(await tables()).toEqual(['a', 'b', 'c', 'schema_migration']);
  const { rows } = await scratch.database.query({
    name: '',
    text: 'select room, number, name, length(sha256) as digits, applied_at_ms from schema_migration order by 1, 2',
  });
  expect(rows[1]).toEqual({
    room: 'ledger',
    number: 2,
    name: '0002-second.sql',
    digits: 64,
    applied_at_ms: BigInt(NOW),
  });
});

test('a later file is applied to a database that has the earlier ones', async () => {
  await apply('ledger', FIRST);
  expect(await apply('ledger', { ...FIRST, ...SECOND })).toEqual(['ledger/0002-second.sql']);
});

test('a changed file is refused before anything happens', async () => {
  await apply('ledger', FIRST);
  const changed = { '0001-first.sql': 'create table a (n bigint)', ...SECOND };
  await expect(apply('ledger', changed)).rejects.toThrow(/0001-first\.sql has changed/);
  expect((await scratch.database.query({ name: '', text: 'select * from a' })).rowCount).toBe(0);
});

test('other line ends are not a change', async () => {
  await apply('ledger', FIRST);
  const windows = { '0001-first.sql': FIRST['0001-first.sql'].replaceAll('\n', '\r\n') };
  expect(await apply('ledger', windows)).toEqual([]);
});

test('a missing file is refused', async () => {
  await apply('ledger', { ...FIRST, ...SECOND });
  await expect(apply('ledger', SECOND)).rejects.toThrow(/0001-first\.sql is missing/);
});

test('a file that would come before an applied one is refused', async () => {
  await apply('ledger', { ...FIRST, '0003-third.sql': 'select 1' });
  const late = { ...FIRST, ...SECOND, '0003-third.sql': 'select 1' };
  await expect(apply('ledger', late)).rejects.toThrow(/0002-second\.sql would come before/);
});

test("a newer wattvend's database is refused, by a new file and by a new room", async () => {
  await apply('ledger', { ...FIRST, ...SECOND });
  await expect(apply('ledger', FIRST)).rejects.toThrow(
    /newer wattvend, which applied ledger\/0002/,
  );
  await expect(apply('vending', FIRST)).rejects.toThrow(/newer wattvend/);
});

test('a failing file leaves nothing of itself, the ones before it stay', async () => {
  const failing = { ...FIRST, '0002-fails.sql': 'create table d (n integer);\nselect 1 / 0;' };
  const error = await apply('ledger', failing).catch((thrown: unknown) => thrown);
  expect(String(error)).toMatch(/ledger\/0002-fails\.sql failed; nothing of it was kept/);
  expect(sqlState(error)).toBe('22012');
  expect(await tables()).toEqual(['a', 'b', 'schema_migration']);
  expect(await apply('ledger', { ...FIRST, ...SECOND })).toEqual(['ledger/0002-second.sql']);
});

test('servers that start together apply each file once between them', async () => {
  const room = await roomOf('ledger', {
    ...FIRST,
    ...SECOND,
    '0003-slow.sql': 'select pg_sleep(0.05)',
  });
  const others = Array.from({ length: 4 }, () =>
    openDatabase({
      connection: scratch.connection,
      maximumConnections: 1,
      applicationName: 'together',
    }),
  );
  const applied = await Promise.all(
    others.map(async (database) => {
      try {
        return await migrate(database, [room], NOW);
      } finally {
        await database.close();
      }
    }),
  );
  expect(applied.flat().sort()).toEqual([
    'ledger/0001-first.sql',
    'ledger/0002-second.sql',
    'ledger/0003-slow.sql',
  ]);
  const { rows } = await scratch.database.query({ name: '', text: 'select n from a' });
  expect(rows).toEqual([{ n: 1 }]);
});

test.each([
  [{ '1-short.sql': '' }, /1-short\.sql is not named like a migration/],
  [{ '0001-Upper.sql': '' }, /not named like a migration/],
  [{ '0001-a.sql': '', '0001-b.sql': '' }, /two migrations of ledger have the number 1/],
])('a folder with %j is refused', async (files, message) => {
  await expect(apply('ledger', files)).rejects.toThrow(message);
});
