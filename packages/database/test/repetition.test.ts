import {
  CommitOutcomeUnknown,
  type ConnectionSettings,
  type Database,
  DatabaseUnavailable,
  type OpenDatabaseOptions,
  openDatabase,
  sqlState,
  type Transaction,
} from '@wattvend/database/database.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Cut, type LossyProxy, openLossyProxy } from './lossy-proxy.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

let scratch: ScratchDatabase;
let proxy: LossyProxy;
const opened: Database[] = [];
const slept: number[] = [];

beforeAll(async () => {
  scratch = await createScratchDatabase();
  proxy = await openLossyProxy(scratch.connection);
  await scratch.database.query({
    name: '',
    text: 'create table stock (id int8 primary key, n int8)',
  });
});
afterAll(async () => {
  await proxy.close();
  await scratch.drop();
});
beforeEach(async () => {
  slept.length = 0;
  await scratch.database.query({
    name: '',
    text: 'delete from stock; insert into stock values (1, 0), (2, 0)',
  });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

/** Opens a database that does not wait between attempts but notes how long it would have. */
function open(options: Partial<OpenDatabaseOptions> = {}, attempts = 8): Database {
  const database = openDatabase({
    connection: scratch.connection,
    maximumConnections: 4,
    applicationName: 'repetition',
    retry: {
      attempts,
      random: () => 1,
      sleep: async (ms) => {
        slept.push(ms);
      },
    },
    ...options,
  });
  opened.push(database);
  return database;
}

const READ = { name: 'read-stock', text: 'select n from stock where id = $1' };
const ADD = { name: 'add-stock', text: 'update stock set n = n + $2 where id = $1' };
const LOCK = { name: 'lock-stock', text: 'select n from stock where id = $1 for update' };
const QUIT = { name: 'quit', text: 'select pg_terminate_backend(pg_backend_pid())' };

async function stockOf(id: number): Promise<bigint | undefined> {
  const { rows } = await scratch.database.query<{ readonly n: bigint }>(READ, [id]);
  return rows[0]?.n;
}
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test('a serialization failure runs the transaction again, once', async () => {
  const database = open({ isolation: 'serializable' });
  let runs = 0;
  await database.transaction(async (tx) => {
    runs++;
    await tx.query(READ, [1]);
    // Another one changes the row between our reading and our writing, the first time only.
    if (runs === 1) await database.transaction((other) => other.query(ADD, [1, 10]));
    await tx.query(ADD, [1, 1]);
  });
  expect(runs).toBe(2);
  expect(slept).toEqual([10]);
  expect(await stockOf(1)).toBe(11n);
});

test('a batch is run again as a whole', async () => {
  const database = open({ isolation: 'serializable' });
  let runs = 0;
  await database.batchTransaction({
    read: async (tx) => {
      runs++;
      await tx.query(READ, [1]);
      if (runs === 1) await database.transaction((other) => other.query(ADD, [1, 10]));
    },
    write: (tx) => [tx.query(ADD, [1, 1])],
  });
  expect(runs).toBe(2);
  expect(await stockOf(1)).toBe(11n);
});

test('repetition ends, with waits that double up to a limit', async () => {
  const database = open({ isolation: 'serializable' }, 7);
  let runs = 0;
  const error = await failureOf(
    database.transaction(async (tx) => {
      runs++;
      await tx.query(READ, [1]);
      await database.transaction((other) => other.query(ADD, [1, 10]));
      await tx.query(ADD, [1, 1]);
    }),
  );
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect(sqlState(error)).toBe('40001');
  expect(runs).toBe(7);
  expect(slept).toEqual([10, 20, 40, 80, 160, 250]);
});

test('two transactions that lock each other out both get done', async () => {
  const database = open();
  const both: (() => void)[] = [];
  const meet = () =>
    new Promise<void>((resolve) => {
      both.push(resolve);
      if (both.length >= 2) for (const release of both) release();
    });
  const add = (first: number, second: number) => {
    let runs = 0;
    return database.transaction(async (tx) => {
      runs++;
      await tx.query({ name: '', text: `set local deadlock_timeout = '10ms'` });
      await tx.query(ADD, [first, 1]);
      if (runs === 1) await meet();
      await tx.query(ADD, [second, 1]);
    });
  };
  await Promise.all([add(1, 2), add(2, 1)]);
  expect([await stockOf(1), await stockOf(2)]).toEqual([2n, 2n]);
  // Usually one of them has to give way; with short time-outs on a busy machine both may.
  expect(slept.length).toBeGreaterThanOrEqual(1);
});

test('a connection lost before COMMIT was sent is repeated on another one', async () => {
  const database = open();
  let runs = 0;
  const body = async (tx: Transaction): Promise<void> => {
    runs++;
    await tx.query(ADD, [1, 1]);
    if (runs === 1) await tx.query(QUIT);
  };
  await database.transaction(body);
  expect(runs).toBe(2);
  expect(await stockOf(1)).toBe(1n);
});

test('a server that ends a batch before it came to COMMIT has written nothing', async () => {
  const database = open();
  let runs = 0;
  await database.batchTransaction({
    read: (tx) => tx.query(LOCK, [1]),
    write: (tx) => {
      runs++;
      return runs === 1 ? [tx.query(ADD, [1, 1]), tx.query(QUIT)] : [tx.query(ADD, [1, 1])];
    },
  });
  expect(runs).toBe(2);
  expect(await stockOf(1)).toBe(1n);
});

test('a connection that is lost every time ends as unavailable', async () => {
  const database = open({}, 3);
  let runs = 0;
  const error = await failureOf(
    database.transaction(async (tx) => {
      runs++;
      await tx.query(QUIT);
    }),
  );
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect(runs).toBe(3);
});

test.each<[Cut, 'transaction' | 'batch', bigint]>([
  ['before-commit-arrives', 'transaction', 0n],
  ['after-commit-arrived', 'transaction', 1n],
  ['before-commit-arrives', 'batch', 0n],
  ['after-commit-arrived', 'batch', 1n],
])('a connection cut %s in a %s is unknown, and never repeated', async (cut, kind, written) => {
  const database = open({ connection: proxy.connection });
  let runs = 0;
  const attempt =
    kind === 'transaction'
      ? database.transaction(async (tx) => {
          runs++;
          await tx.query(ADD, [1, 1]);
          proxy.cut = cut;
        })
      : database.batchTransaction({
          read: (tx) => tx.query(LOCK, [1]),
          write: (tx) => {
            runs++;
            proxy.cut = cut;
            return [tx.query(ADD, [1, 1])];
          },
        });
  expect(await failureOf(attempt)).toBeInstanceOf(CommitOutcomeUnknown);
  expect(runs).toBe(1);
  // The row's lock is free once the server has ended the lost transaction one way or the other.
  await scratch.database.transaction((tx) => tx.query(LOCK, [1]));
  expect(await stockOf(1)).toBe(written);
});

test('a single read is repeated when its connection is lost, a single write is not', async () => {
  const database = open({ maximumConnections: 1 });
  await scratch.database.query({
    name: '',
    text: `create sequence if not exists tries; create or replace function quit_once() returns int8
      language plpgsql as $$ declare t int8 := nextval('tries'); begin
        if t = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return t; end $$`,
  });
  const { rows } = await database.query({ name: '', text: '-- once\nselect quit_once() as t' });
  expect(rows).toEqual([{ t: 2n }]);
  await scratch.database.query({ name: '', text: 'alter sequence tries restart' });
  const write = database.query({ name: '', text: 'update stock set n = quit_once() where id = 1' });
  expect(await failureOf(write)).toBeInstanceOf(CommitOutcomeUnknown);
  expect(await stockOf(1)).toBe(0n);
});

test('a statement over its time limit is unavailability and costs no connection', async () => {
  const database = open({ maximumConnections: 1, statementTimeoutMs: 30 });
  const pid = { name: 'own-pid', text: 'select pg_backend_pid() as pid' };
  const before = (await database.query(pid)).rows;
  const error = await failureOf(database.query({ name: '', text: 'select pg_sleep(20)' }));
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect(sqlState(error)).toBe('57014');
  expect((await database.query(pid)).rows).toEqual(before);
});

test('a server that does not answer at all is given up', async () => {
  const database = open({ maximumConnections: 1 }, 2);
  const silent = { name: '', text: 'select pg_sleep(20)', timeoutMs: 30 };
  expect(await failureOf(database.query(silent))).toBeInstanceOf(DatabaseUnavailable);
  expect((await database.query<{ readonly n: bigint }>(READ, [1])).rows).toEqual([{ n: 0n }]);
  await scratch.database.query({
    name: '',
    text: `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%pg_sleep(20)%' and pid <> pg_backend_pid()`,
  });
});

test.each<[string, (settings: ConnectionSettings) => ConnectionSettings | string]>([
  ['a wrong password', (settings) => ({ ...settings, password: 'wrong' })],
  ['a missing socket', (settings) => ({ ...settings, host: '/nonexistent' })],
  ['a refused port', () => 'postgresql://user:password@127.0.0.1:9/none'],
  ['a missing database', (settings) => ({ ...settings, database: 'no_such_database' })],
])('%s is unavailability', async (_, change) => {
  const database = open({ connection: change(scratch.connection) });
  for (const attempt of [
    () => database.query(READ, [1]),
    () => database.transaction((tx) => tx.query(READ, [1])),
  ]) {
    const error = await failureOf(attempt());
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(String((error as Error).cause)).not.toContain(scratch.connection.password);
  }
  expect(slept).toEqual([]);
});

test('no free connection in time is unavailability', async () => {
  const database = open({ maximumConnections: 1, connectTimeoutMs: 30 });
  await database.transaction(async () => {
    expect(await failureOf(database.query(READ, [1]))).toBeInstanceOf(DatabaseUnavailable);
  });
  expect((await database.query(READ, [1])).rowCount).toBe(1);
});

test('an idle connection that dies goes unnoticed', async () => {
  const database = open({ maximumConnections: 2, applicationName: 'idle-death' });
  await Promise.all([database.query(READ, [1]), database.query(READ, [2])]);
  await scratch.database.query({
    name: '',
    text: `select pg_terminate_backend(pid, 2000) from pg_stat_activity where application_name = 'idle-death'`,
  });
  expect((await database.query(READ, [1])).rowCount).toBe(1);
});

test('a prepared statement whose result a migration changed works again', async () => {
  const database = open({ maximumConnections: 1 });
  const all = { name: 'all-stock', text: 'select * from stock where id = 1' };
  await database.query(all);
  await scratch.database.query({ name: '', text: 'alter table stock add column extra integer' });
  expect((await database.query(all)).rows).toEqual([{ id: 1n, n: 0n, extra: null }]);
  await scratch.database.query({ name: '', text: 'alter table stock drop column extra' });
  await database.transaction((tx) => tx.query(all));
});

test('many at once on one row lose nothing', async () => {
  const database = open({ maximumConnections: 4 });
  const one = () =>
    database.batchTransaction({
      read: (tx) => tx.query(LOCK, [1]),
      write: (tx) => [tx.query(ADD, [1, 1])],
    });
  await Promise.all(Array.from({ length: 100 }, one));
  expect(await stockOf(1)).toBe(100n);
});
