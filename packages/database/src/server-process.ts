/**
 * One server process: started, awaited until it answers, stopped. It gets a session of its own, so
 * that Ctrl-C in a terminal reaches wattvend alone, which stops the database last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cannotRun, serverSpawnOptions } from './data-folder.ts';
import type { ConnectionSettings } from './database.ts';
import { serverErrorCode } from './server-error.ts';
import type { ServerLog } from './server-log.ts';
import type { ServerUser } from './server-user.ts';

export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  readonly pid: number;
  readonly exited: Promise<ServerExit>;
  /** Fast shutdown; after 4 s an immediate one. Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

export interface ServerOrder {
  readonly serverFolder: string;
  readonly data: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly user: ServerUser | null;
  readonly log: ServerLog;
}

const FAST_STOP_MS = 4000;
const QUIT_STOP_MS = 6000;

export async function startServerProcess(order: ServerOrder): Promise<ServerProcess> {
  const program = join(order.serverFolder, 'bin', 'postgres');
  const settings = Object.entries(order.settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(program, ['-D', order.data, ...settings], {
    ...serverSpawnOptions(order.user),
    cwd: order.data,
    detached: true,
    stdio: ['ignore', order.log.descriptor, order.log.descriptor],
  });
  closeSync(order.log.descriptor);
  const exited = new Promise<ServerExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(cannotRun(program, error)));
    child.once('spawn', resolve);
  });
  // Whoever only forgot to stop the database must not hang for ever; the exit hook stops it.
  child.unref();
  const onExit = (): void => {
    child.kill('SIGINT');
  };
  process.once('exit', onExit);
  void exited.then(() => process.removeListener('exit', onExit));
  return { pid: child.pid ?? 0, exited, stop: () => stop(child, exited) };
}

async function stop(child: ChildProcess, exited: Promise<ServerExit>): Promise<void> {
  child.ref();
  for (const [signal, patienceMs] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', QUIT_STOP_MS],
  ] as const) {
    child.kill(signal);
    if (await isWithin(exited, patienceMs)) return;
  }
  child.kill('SIGKILL');
  await exited;
}

async function isWithin(event: Promise<unknown>, limitMs: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(limitMs, false, { signal: timer.signal }).catch(() => false);
  const first = await Promise.race([event.then(() => true), late]);
  timer.abort();
  return first;
}

const POLL_MS = 10;
const REPORT_EVERY_MS = 5000;
// Recovery after a power failure replays up to max_wal_size of log, minutes on a slow disk.
const READY_MS = 10 * 60_000;
// A server that does not even listen by then never will.
const LISTEN_MS = 60_000;

const DATABASE_MISSING = '3D000';
const STARTING_UP = '57P03';

/** Waits until the server answers and has the database, which is made when it is missing. */
export async function awaitReady(
  server: ServerProcess,
  connection: ConnectionSettings,
  options: { readonly log: (line: string) => void; readonly tail: () => string },
): Promise<void> {
  let exit: ServerExit | null = null;
  void server.exited.then((ended) => {
    exit = ended;
  });
  let isRecovering = false;
  for (let waited = 0; waited < (isRecovering ? READY_MS : LISTEN_MS); waited += POLL_MS) {
    if (exit !== null) break;
    const error = await tryConnection(connection);
    if (error === null) return;
    const state = serverErrorCode(error);
    if (state === DATABASE_MISSING) return await makeDatabase(connection);
    isRecovering ||= state === STARTING_UP;
    if (state !== null && state !== STARTING_UP) throw refusedConnection(error);
    if (waited > 0 && waited % REPORT_EVERY_MS === 0) options.log('the database is recovering');
    await sleep(POLL_MS);
  }
  throw new Error(`the database server did not start:\n${options.tail()}`);
}

function refusedConnection(cause: unknown): Error {
  return new Error('the database server refuses its own password or settings', { cause });
}

async function tryConnection(connection: ConnectionSettings): Promise<unknown> {
  const client = openClient(connection);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(connection: ConnectionSettings): Promise<void> {
  const client = openClient({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}

function openClient(connection: ConnectionSettings): pg.Client {
  const client = new pg.Client({ ...connection, ssl: false, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  return client;
}
