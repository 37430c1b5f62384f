import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  constraintName,
  type Database,
  DatabaseUnavailable,
  loadStatement,
  openDatabase,
  sqlState,
} from '@wattvend/database/database.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeTestFolder } from './postgres.global-setup.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

let scratch: ScratchDatabase;
let database: Database;

beforeAll(async () => {
  // One connection: a test that does not give it back makes the next one fail.
  scratch = await createScratchDatabase([], { maximumConnections: 1 });
  database = scratch.database;
  await run(`create table vend (id int8 primary key, note text,
    parent int8 references vend deferrable initially deferred)`);
});
afterAll(() => scratch.drop());
beforeEach(() => run('delete from vend'));

const run = (text: string) => database.query({ name: '', text });
const INSERT = { name: 'insert-vend', text: 'insert into vend (id, note) values ($1, $2)' };
const COUNT = { name: 'count-vends', text: 'select count(*) as vends from vend' };

async function countVends(): Promise<bigint | undefined> {
  const { rows } = await database.query<{ readonly vends: bigint }>(COUNT);
  return rows[0]?.vends;
}

test('a statement file is a statement whose name follows its text', async () => {
  const folder = await makeTestFolder('wattvend-statement-');
  const url = pathToFileURL(join(folder, 'lock-meters.sql'));
  await writeFile(url, 'select 1');
  const first = loadStatement(url);
  expect(first.name).toMatch(/^lock-meters-[0-9a-f]{12}$/);
  expect(loadStatement(url)).toEqual(first);
  await writeFile(url, 'select 2');
  expect(loadStatement(url).name).not.toBe(first.name);
  await rm(folder, { recursive: true });
});

test('one name cannot stand for two texts', async () => {
  await database.query({ name: 'twice', text: 'select 1' });
  await expect(database.query({ name: 'twice', text: 'select 2' })).rejects.toThrow(RangeError);
});

test('a transaction that returns is committed, one that throws is not', async () => {
  const result = await database.transaction(async (tx) => {
    await tx.query(INSERT, [1, 'a']);
    return 'done';
  });
  expect(result).toBe('done');
  const refusal = new Error('the body refuses');
  const refused = database.transaction(async (tx) => {
    await tx.query(INSERT, [2, 'b']);
    throw refusal;
  });
  await expect(refused).rejects.toBe(refusal);
  expect(await countVends()).toBe(1n);
});

test('a failed statement fails the transaction even when the body hides it', async () => {
  const hidden = database.transaction(async (tx) => {
    await tx.query(INSERT, [1, 'a']);
    await tx.query(INSERT, [1, 'again']).catch(() => undefined);
    return 'looks fine';
  });
  const error = await hidden.catch((thrown: unknown) => thrown);
  expect(sqlState(error)).toBe('23505');
  expect(constraintName(error)).toBe('vend_pkey');
  expect(await countVends()).toBe(0n);
});

test('the error thrown is the first one, not the echo of the next statement', async () => {
  const echo = database.transaction(async (tx) => {
    await tx.query({ name: 'divide', text: 'select 1 / $1::integer' }, [0]).catch(() => undefined);
    await tx.query(INSERT, [1, 'a']);
  });
  expect(sqlState(await echo.catch((thrown: unknown) => thrown))).toBe('22012');
});

test('a transaction that has ended takes no more queries', async () => {
  let late: Promise<unknown> = Promise.resolve();
  await database.transaction(async (tx) => {
    late = new Promise((resolve) => setTimeout(resolve)).then(() => tx.query(INSERT, [9, 'late']));
    late.catch(() => undefined);
  });
  await expect(late).rejects.toThrow(RangeError);
  expect(await countVends()).toBe(0n);
});

test('a batch reads, writes and commits', async () => {
  const found = await database.batchTransaction({
    read: async (tx) => (await tx.query<{ readonly vends: bigint }>(COUNT)).rows[0]?.vends,
    write: (tx, vends) => [tx.query(INSERT, [1, String(vends)]), tx.query(INSERT, [2, 'b'])],
  });
  expect(found).toBe(0n);
  expect(await countVends()).toBe(2n);
});

test('a batch with nothing to write is rolled back', async () => {
  const found = await database.batchTransaction({
    read: async (tx) => await tx.query(INSERT, [1, 'only a try']),
    write: () => null,
  });
  expect(found.rowCount).toBe(1);
  expect(await countVends()).toBe(0n);
});

test('a poisoned pipeline throws its first error and writes nothing', async () => {
  const poisoned = database.batchTransaction({
    read: (tx) => tx.query(COUNT),
    write: (tx) => [
      tx.query(INSERT, [1, 'a']),
      tx.query({ name: 'divide', text: 'select 1 / $1::integer' }, [0]),
      tx.query(INSERT, [1, 'would be a duplicate']),
      tx.query(INSERT, [2, 'b']),
    ],
  });
  expect(sqlState(await poisoned.catch((thrown: unknown) => thrown))).toBe('22012');
  expect(await countVends()).toBe(0n);
});

test('a value that cannot be sent stops the COMMIT behind it', async () => {
  const poisoned = database.batchTransaction({
    read: (tx) => tx.query(COUNT),
    write: (tx) => [
      tx.query(INSERT, [1, 'a']),
      tx.query(INSERT, [2, undefined]),
      tx.query(INSERT, [3, 'c']),
    ],
  });
  await expect(poisoned).rejects.toThrow(RangeError);
  expect(await countVends()).toBe(0n);
});

test('a write half that throws writes nothing', async () => {
  const bug = new Error('a bug');
  const thrown = database.batchTransaction({
    read: (tx) => tx.query(COUNT),
    write: (tx) => {
      void tx.query(INSERT, [1, 'a']);
      throw bug;
    },
  });
  await expect(thrown).rejects.toBe(bug);
  expect(await countVends()).toBe(0n);
});

test('a write whose promise is not handed back is still part of the batch', async () => {
  const poisoned = database.batchTransaction({
    read: (tx) => tx.query(COUNT),
    write: (tx) => {
      tx.query(INSERT, [1, 'a']).catch(() => undefined);
      tx.query(INSERT, [1, 'again']).catch(() => undefined);
      return [];
    },
  });
  expect(sqlState(await poisoned.catch((error: unknown) => error))).toBe('23505');
  expect(await countVends()).toBe(0n);
});

test('a failed read is thrown and the write half is not asked', async () => {
  let asked = false;
  const failed = database.batchTransaction({
    read: (tx) =>
      Promise.all([tx.query({ name: '', text: 'select no_such_column' }), tx.query(COUNT)]),
    write: () => {
      asked = true;
      return null;
    },
  });
  expect(sqlState(await failed.catch((error: unknown) => error))).toBe('42703');
  expect(asked).toBe(false);
});

test('a constraint that COMMIT itself refuses is thrown, and nothing is written', async () => {
  const orphan = { name: 'insert-orphan', text: 'insert into vend (id, parent) values (1, 99)' };
  const inBody = database.transaction((tx) => tx.query(orphan));
  expect(sqlState(await inBody.catch((error: unknown) => error))).toBe('23503');
  const inBatch = database.batchTransaction({
    read: async () => null,
    write: (tx) => [tx.query(orphan)],
  });
  expect(sqlState(await inBatch.catch((error: unknown) => error))).toBe('23503');
  expect(await countVends()).toBe(0n);
});

test('a full disk is unavailability, not a bug', async () => {
  await run(`create or replace function fill_disk() returns void language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  const full = { name: 'fill-disk', text: 'select fill_disk()' };
  for (const attempt of [
    () => database.query(full),
    () => database.transaction((tx) => tx.query(full)),
    () => database.batchTransaction({ read: async () => null, write: (tx) => [tx.query(full)] }),
  ]) {
    const error = await attempt().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(sqlState(error)).toBe('53100');
  }
});

test('a temporary file over its limit is unavailability', async () => {
  const error = await database
    .transaction(async (tx) => {
      await tx.query({
        name: '',
        text: `set local temp_file_limit = '1MB'; set local work_mem = '64kB'`,
      });
      await tx.query({
        name: '',
        text: 'select count(*) from (select g from generate_series(1, 300000) g order by -g) s',
      });
    })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect(sqlState(error)).toBe('53400');
});

test('closing waits for work under way and refuses what comes later', async () => {
  const own = openDatabase({
    connection: scratch.connection,
    maximumConnections: 2,
    applicationName: 'closing',
  });
  const slow = own.transaction((tx) =>
    tx.query<{ readonly done: string }>({
      name: '',
      text: `select 'yes' as done from pg_sleep(0.05)`,
    }),
  );
  await own.query(COUNT);
  const closed = own.close();
  await expect(own.query(COUNT)).rejects.toThrow(DatabaseUnavailable);
  expect((await slow).rows).toEqual([{ done: 'yes' }]);
  await closed;
  await own.close();
  const { rows } = await database.query({
    name: '',
    text: `select pid from pg_stat_activity where application_name = 'closing' and state <> 'idle'`,
  });
  expect(rows).toEqual([]);
});

test('a connection string works like settings', async () => {
  const { host, port, user, password, database: name } = scratch.connection;
  const query = new URLSearchParams({ host, port: String(port), user, password });
  const byUrl = openDatabase({
    connection: `postgresql:///${name}?${query}`,
    maximumConnections: 1,
    applicationName: 'by-url',
  });
  const { rows } = await byUrl.query({ name: '', text: 'select current_database()::text as name' });
  expect(rows).toEqual([{ name }]);
  await byUrl.close();
});
