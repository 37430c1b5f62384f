import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CommitOutcomeUnknown,
  type Database,
  DatabaseUnavailable,
  openDatabase,
} from '@wattvend/database/database.js';
import {
  canServeFrom,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '@wattvend/database/embedded-postgres.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findNativePackage } from '../src/native-files.ts';
import { lookUpProcess } from '../src/process-table.ts';
import { isRoot } from '../src/server-user.ts';
import { makeTestFolder, sharedServersFolder } from './postgres.global-setup.ts';

let root: string;
let folder: string;
let serversFolder: string;
let lines: string[] = [];
const running: EmbeddedPostgres[] = [];
const opened: Database[] = [];

beforeAll(async () => {
  root = await makeTestFolder('wattvend-embedded-');
  folder = join(root, 'database');
  serversFolder = (await sharedServersFolder()) ?? join(root, 'servers');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await Promise.all(running.splice(0).map((server) => server.stop()));
  lines = [];
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const log = (line: string): void => {
    lines.push(line);
  };
  const server = await startEmbeddedPostgres({ folder, serversFolder, log, ...options });
  running.push(server);
  return server;
}

function open(server: EmbeddedPostgres, maximumConnections = 4): Database {
  const { connection } = server;
  const database = openDatabase({ connection, maximumConnections, applicationName: 'embedded' });
  opened.push(database);
  return database;
}

async function setting(database: Database, name: string): Promise<unknown> {
  const { rows } = await database.query<{ readonly value: string }>(
    { name: 'setting', text: 'select current_setting($1) as value' },
    [name],
  );
  return rows[0]?.value;
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test('a first start makes a durable, private database', async () => {
  const server = await start();
  const database = open(server);
  for (const [name, value] of [
    ['fsync', 'on'],
    ['synchronous_commit', 'on'],
    ['full_page_writes', 'on'],
    ['data_checksums', 'on'],
    ['server_encoding', 'UTF8'],
    ['listen_addresses', ''],
    ['password_encryption', 'scram-sha-256'],
    ['transaction_isolation', 'read committed'],
  ] as const) {
    expect([name, await setting(database, name)]).toEqual([name, value]);
  }
  expect(mode(join(folder, 'data'))).toBe('700');
  expect(mode(join(folder, 'socket'))).toBe('700');
  expect(mode(join(folder, 'password'))).toBe('600');
  expect(statSync(join(folder, 'password')).uid).toBe(process.getuid?.());
  expect(mode(join(folder, 'postgres.log'))).toBe('600');
});

test('the password stands in no log, no command line and no environment', async () => {
  const server = await start();
  const { password } = server.connection;
  const wrong = openDatabase({
    connection: { ...server.connection, password: 'wrong' },
    maximumConnections: 1,
    applicationName: 'wrong',
  });
  await expect(wrong.query({ name: '', text: 'select 1' })).rejects.toThrow(DatabaseUnavailable);
  await wrong.close();
  expect(password).toHaveLength(43);
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toContain(password);
  expect(lines.join('\n')).not.toContain(password);
  for (const file of ['cmdline', 'environ']) {
    expect(readFileSync(`/proc/${server.pid}/${file}`, 'utf8')).not.toContain(password);
  }
  const environment = readFileSync(`/proc/${server.pid}/environ`, 'utf8');
  expect(environment).not.toContain('VITEST');
});

test('what is written is there after a stop and a start, and a stop leaves no process', async () => {
  const first = await start();
  await open(first).query({ name: '', text: 'create table if not exists kept as select 42 as n' });
  await opened.splice(0)[0]?.close();
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null });
  expect(lookUpProcess(first.pid)).toBeNull();
  expect(existsSync(join(folder, 'supervisor.lock'))).toBe(false);
  const second = await start({ settings: { work_mem: '5MB' } });
  const { rows } = await open(second).query({ name: '', text: 'select n from kept' });
  expect(rows).toEqual([{ n: 42 }]);
  expect(await setting(open(second), 'work_mem')).toBe('5MB');
});

test('settings cannot open a port', async () => {
  const server = await start({ settings: { listen_addresses: '*', port: '15999' } });
  expect(await setting(open(server), 'listen_addresses')).toBe('');
  await expect(start({ settings: { 'x y': '1' } })).rejects.toThrow('no server setting: x y');
});

test('a folder in use is refused, and its server lives on', async () => {
  const server = await start();
  await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
  expect(await setting(open(server), 'fsync')).toBe('on');
});

test('a wrong setting fails with the words of the server and leaves nothing running', async () => {
  await expect(start({ settings: { fsync: 'perhaps' } })).rejects.toThrow(/parameter "fsync"/);
  await start();
});

test('a server killed in mid-transaction writes nothing, and the pool heals after a restart', async () => {
  const exits: unknown[] = [];
  const server = await start({ onUnexpectedExit: (exit) => exits.push(exit) });
  const database = open(server);
  await database.query({ name: '', text: 'create table if not exists vend (id uuid primary key)' });
  const insert = { name: 'insert-id', text: 'insert into vend values ($1)' };
  const lost = randomUUID();
  const error = await failureOf(
    database.transaction(async (tx) => {
      await tx.query(insert, [lost]);
      if (lookUpProcess(server.pid) !== null) process.kill(server.pid, 'SIGKILL');
      await server.exited;
      await tx.query(insert, [randomUUID()]);
    }),
  );
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }]);
  await start();
  const { rows } = await database.query({ name: '', text: 'select id from vend' });
  expect(rows).toEqual([]);
});

test('of many batches under way when the server is killed, each outcome told is true', async () => {
  const server = await start();
  const database = open(server, 8);
  await database.query({ name: '', text: 'create table if not exists told (id uuid primary key)' });
  const insert = { name: 'insert-told', text: 'insert into told values ($1)' };
  const told = new Map<string, 'committed' | 'not' | 'unknown' | 'wrong'>();
  let isOver = false;
  const client = async (): Promise<void> => {
    while (!isOver) {
      const id = randomUUID();
      const error = await failureOf(
        database.batchTransaction({
          read: (tx) => tx.query({ name: 'one', text: 'select 1' }),
          write: (tx) => [tx.query(insert, [id])],
        }),
      );
      if (error === null) told.set(id, 'committed');
      else if (error instanceof DatabaseUnavailable) told.set(id, 'not');
      else told.set(id, error instanceof CommitOutcomeUnknown ? 'unknown' : 'wrong');
      isOver ||= told.get(id) === 'not';
      if (told.size === 200) process.kill(server.pid, 'SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
  await server.exited;
  await start();
  const { rows } = await database.query<{ readonly id: string }>({
    name: '',
    text: 'select id from told',
  });
  const kept = new Set(rows.map((row) => row.id));
  const all = [...told];
  const idsTold = (what: string) => all.filter(([, outcome]) => outcome === what).map(([id]) => id);
  expect(idsTold('wrong')).toEqual([]);
  expect(idsTold('committed').length).toBeGreaterThan(100);
  expect(idsTold('committed').filter((id) => !kept.has(id))).toEqual([]);
  expect(idsTold('not').filter((id) => kept.has(id))).toEqual([]);
});

test('a server does not outlive a parent that only forgot to stop it', async () => {
  buildPackage();
  const parent = startByChild('leave');
  const pid = await parent.serverPid;
  expect(await parent.closed).toBe(0);
  await expect.poll(() => lookUpProcess(pid)?.state ?? 'gone', { timeout: 5000 }).not.toBe('alive');
});

test('a folder reached through a link is the same folder', async () => {
  const link = join(root, 'link');
  await symlink(folder, link);
  await start();
  await expect(start({ folder: link })).rejects.toThrow(`in use by process ${process.pid}`);
});

test('a server left behind by a killed parent is stopped and started afresh', async () => {
  buildPackage();
  const parent = startByChild('stay');
  const orphan = await parent.serverPid;
  parent.child.kill('SIGKILL');
  await parent.closed;
  expect(lookUpProcess(orphan)?.state).toBe('alive');
  const server = await start();
  expect(lookUpProcess(orphan)?.state ?? 'gone').not.toBe('alive');
  expect(server.pid).not.toBe(orphan);
  expect(lines.join('\n')).toContain(`process ${orphan}`);
  expect(await setting(open(server), 'fsync')).toBe('on');
});

/** Starts the server of the folder from a process of its own. */
function startByChild(then: 'stay' | 'leave') {
  const script = new URL('started-by-child.mjs', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder, serversFolder, then], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const serverPid = new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (bytes) => resolve(Number(String(bytes))));
    child.once('exit', () => reject(new Error('the child did not start the server')));
  });
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { child, serverPid, closed };
}

/** Brings dist up to date when a source is newer, as the root test script does. */
function buildPackage(): void {
  const home = new URL('..', import.meta.url).pathname;
  const newest = (path: string, ending: string) =>
    existsSync(path)
      ? Math.max(
          ...readdirSync(path)
            .filter((name) => name.endsWith(ending))
            .map((name) => statSync(join(path, name)).mtimeMs),
        )
      : 0;
  if (newest(join(home, 'dist'), '.js') > newest(join(home, 'src'), '.ts')) return;
  execFileSync('npx', ['tsc', '-b', home], { cwd: join(home, '../..') });
}

test('a lock that names another living program does not block a start', async () => {
  await (await start()).stop();
  const lock = join(folder, 'data', 'postmaster.pid');
  await writeFile(lock, `${process.pid}\n${join(folder, 'data')}\n0\n5432\n\n\n  1  1\n`);
  await start();
  expect(lines.join('\n')).toContain(`names process ${process.pid}, which is not one`);
});

test('nor does the lock of its socket, which names the same program', async () => {
  await (await start()).stop();
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')];
  // No ancestor of the server, and of the same user where the tests run as an ordinary one: PostgreSQL
  // takes any other lock for stale by itself.
  const other = spawn('sleep', ['60']);
  const named = `${other.pid}\n${data}\n0\n5432\n${socket}\n`;
  await writeFile(join(data, 'postmaster.pid'), `${named}\n  1  1\n`);
  await writeFile(join(socket, '.s.PGSQL.5432.lock'), named);
  try {
    await start();
    expect(lines.join('\n')).toContain(`names process ${other.pid}, which is not one`);
  } finally {
    other.kill();
  }
});

test.runIf(process.platform === 'linux')(
  'a zombie in the lock does not block a start',
  async () => {
    await (await start()).stop();
    // The shell becomes a `sleep`, which never reaps the child it has inherited.
    const keeper = spawn('/bin/sh', ['-c', 'sleep 60 & echo $!; exec sleep 61']);
    const zombie = await new Promise<number>((resolve) => {
      keeper.stdout.once('data', (bytes) => resolve(Number(String(bytes))));
    });
    await expect.poll(() => lookUpProcess(keeper.pid ?? 0)?.command).toEqual(['sleep', '61']);
    process.kill(zombie, 'SIGKILL');
    await expect.poll(() => lookUpProcess(zombie)?.state).toBe('zombie');
    const lock = join(folder, 'data', 'postmaster.pid');
    await writeFile(lock, `${zombie}\n${join(folder, 'data')}\n0\n5432\n\n\n  1  1\n`);
    await start();
    keeper.kill('SIGKILL');
  },
);

test('a supervisor lock of a process that is gone is taken over', async () => {
  await writeFile(join(folder, 'supervisor.lock'), `${process.pid} an-earlier-life\n`);
  await start();
  expect(readFileSync(join(folder, 'supervisor.lock'), 'utf8')).not.toContain('an-earlier-life');
});

test('an interrupted first start is begun again', async () => {
  const other = join(root, 'interrupted');
  await mkdir(join(other, 'data.partial', 'base'), { recursive: true });
  await writeFile(join(other, 'password'), 'half a pass');
  const server = await start({ folder: other });
  expect(await setting(open(server), 'fsync')).toBe('on');
});

test('data of another major version is refused and not touched', async () => {
  const other = join(root, 'old');
  await mkdir(join(other, 'data'), { recursive: true });
  await writeFile(join(other, 'data', 'PG_VERSION'), '15\n');
  await expect(start({ folder: other })).rejects.toThrow(
    /belongs to PostgreSQL 15.*nothing was changed/,
  );
  expect(readdirSync(join(other, 'data'))).toEqual(['PG_VERSION']);
  expect(readdirSync(other)).toEqual(['data']);
});

test('a deep folder gets a short socket path that stays the same', async () => {
  const deep = join(root, 'd'.repeat(60), 'e'.repeat(60));
  const first = await start({ folder: deep });
  expect(first.connection.host.length).toBeLessThan(80);
  expect(mode(first.connection.host)).toBe('700');
  await first.stop();
  const second = await start({ folder: deep });
  expect(second.connection).toEqual(first.connection);
  await open(second).query({ name: '', text: 'select 1' });
  await second.stop();
  await rm(first.connection.host, { recursive: true, force: true });
});

test.runIf(isRoot())(
  'as root, a folder the server user cannot enter is refused by name',
  async () => {
    const closed = join(root, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await chmod(closed, 0o700);
    const diagnosis = canServeFrom(join(closed, 'below'));
    expect(diagnosis).toMatchObject({ kind: 'not-servable', blockedBy: closed });
    await expect(start({ folder: join(closed, 'below') })).rejects.toThrow(/chmod o\+x|\/var\/lib/);
    expect(readdirSync(closed)).toEqual([]);
    expect(canServeFrom(join(root, 'new', 'folder'))).toEqual({ kind: 'servable' });
  },
);

test('a platform without a server is told what to do', () => {
  const { arch } = process;
  Object.defineProperty(process, 'arch', { value: 'mips' });
  try {
    expect(findNativePackage).toThrow(/linux-mips|darwin-mips/);
    expect(findNativePackage).toThrow(/WATTVEND_DATABASE_URL/);
  } finally {
    Object.defineProperty(process, 'arch', { value: arch });
  }
});
