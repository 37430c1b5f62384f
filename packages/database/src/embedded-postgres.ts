/**
 * A real PostgreSQL as part of wattvend: no installation, no port, durable by default. Everything
 * it owns lies in one folder: `server/<version>` the programs, `data` the database, `socket`,
 * `password`, `postgres.log`, `supervisor.lock`.
 */
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { appConnectionOf, ensureAppUser } from './app-user.ts';
import { openDataFolder, SUPERUSER } from './data-folder.ts';
import type { ConnectionSettings } from './database.ts';
import { findNativePackage, installServer } from './native-files.ts';
import { clearOrphan } from './orphan.ts';
import { openServerLog } from './server-log.ts';
import {
  awaitReady,
  type ServerExit,
  type ServerProcess,
  startServerProcess,
} from './server-process.ts';
import * as serverUser from './server-user.ts';
import { makeSocketFolder, SOCKET_PORT } from './socket-folder.ts';
import { takeSupervisorLock } from './supervisor-lock.ts';

export interface EmbeddedPostgresOptions {
  /** Made when missing. As root, every folder above it must let the server's user through. */
  readonly folder: string;
  /** Told what happens, one sentence at a time; never a password. */
  readonly log: (line: string) => void;
  /** Server settings by name, over the defaults; where the server listens is not among them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called once when the server ends although nobody stopped it. Starting again is allowed. */
  readonly onUnexpectedExit?: (exit: ServerExit) => void;
  /** The folder the server's programs are copied to; other folders may share it. */
  readonly serversFolder?: string;
}

export interface EmbeddedPostgres {
  /** As the owner of everything: for migrations and backups. */
  readonly connection: ConnectionSettings;
  /** As APP_ROLE, which may do what was granted to it: for all daily work. */
  readonly appConnection: ConnectionSettings;
  readonly pid: number;
  readonly exited: Promise<ServerExit>;
  /** Resolves when the server is gone, within 4 s unless the disk hangs. May be called again. */
  stop(): Promise<void>;
}

export type FolderDiagnosis = serverUser.FolderDiagnosis;

/**
 * Tells whether the embedded server could run from this folder, which need not exist yet, and if
 * not, which folder is in the way and what to do. Changes nothing.
 */
export function canServeFrom(folder: string): FolderDiagnosis {
  return serverUser.canServeFrom(folder);
}

/**
 * Starts the server of a folder, making the database at the first start. A server left over from a
 * killed wattvend is stopped first. Throws, with what to do, when the platform has no server, the
 * folder cannot be served from or is in use, or its data is of another major version.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const native = findNativePackage();
  refuseStrangeSettings(options.settings ?? {});
  const diagnosis = canServeFrom(options.folder);
  if (diagnosis.kind === 'not-servable') {
    throw new Error(`the database cannot run from ${options.folder}: ${diagnosis.advice}`);
  }
  const folder = makeFolder(resolve(options.folder));
  const giveLockBack = takeSupervisorLock(folder);
  try {
    const started = await startLocked(options, folder, native);
    void started.server.exited.then((exit) => {
      giveLockBack();
      if (!started.isStopping()) options.onUnexpectedExit?.(exit);
    });
    return started.embedded;
  } catch (error) {
    giveLockBack();
    throw error;
  }
}

/** Makes the folder when it is missing, and gives its one true path. */
function makeFolder(folder: string): string {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    // Root's server user has to pass through; nothing inside is open to others.
    chmodSync(folder, serverUser.isRoot() ? 0o711 : 0o700);
  }
  return realpathSync(folder);
}

interface Started {
  readonly embedded: EmbeddedPostgres;
  readonly server: ServerProcess;
  readonly isStopping: () => boolean;
}

async function startLocked(
  options: EmbeddedPostgresOptions,
  folder: string,
  native: { readonly folder: string; readonly version: string },
): Promise<Started> {
  const user = serverUser.chooseServerUser(join(folder, 'data'));
  const serversFolder = options.serversFolder ?? join(folder, 'server');
  const serverFolder = await installServer(native, serversFolder);
  const version = native.version;
  const { data, password, isNew } = await openDataFolder(
    folder,
    { folder: serverFolder, version },
    user,
  );
  if (isNew) options.log(`made a new database in ${folder}`);
  await clearOrphan(data, options.log);
  const socketFolder = makeSocketFolder(folder, user);
  const log = openServerLog(join(folder, 'postgres.log'));
  const settings = serverSettings(options.settings ?? {}, socketFolder);
  const connection: ConnectionSettings = {
    host: socketFolder,
    port: SOCKET_PORT,
    user: SUPERUSER,
    password,
    database: 'wattvend',
  };
  const server = await startServerProcess({ serverFolder, data, settings, user, log });
  void server.exited.then(log.close);
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    await server.stop();
  };
  try {
    await awaitReady(server, connection, { log: options.log, tail: log.tail });
    await ensureAppUser(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  options.log(`PostgreSQL ${version} serves ${folder} (process ${server.pid})`);
  const appConnection = appConnectionOf(connection);
  const embedded = { connection, appConnection, pid: server.pid, exited: server.exited, stop };
  return { embedded, server, isStopping: () => stopping };
}

function refuseStrangeSettings(settings: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(settings)) {
    if (!/^[a-z][a-z0-9_.]*$/i.test(name)) throw new RangeError(`no server setting: ${name}`);
  }
}

const SMALL_MACHINE_BYTES = 2 * 1024 ** 3;

function serverSettings(
  overrides: Readonly<Record<string, string>>,
  socketFolder: string,
): Readonly<Record<string, string>> {
  return {
    // Durability: an acknowledged commit survives a power failure and a torn page.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Memory and the rhythm of checkpoints: fewer checkpoints mean fewer full-page images.
    shared_buffers: totalmem() < SMALL_MACHINE_BYTES ? '64MB' : '256MB',
    // The only method every build of the package has took a third of the server's processor time
    // under a load of vends.
    wal_compression: 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    max_connections: '100',
    // Short statements: compiling or splitting them costs more than it gives, and parallel plans
    // need shared memory that containers limit to 64 MB.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    random_page_cost: '1.1',
    autovacuum: 'on',
    // A plan made while a table was small is made anew once the table has been looked at. In a
    // minute, the default, a busy first day makes a hundred thousand rows.
    autovacuum_naptime: '10s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log names statements and errors, never values: no parameters, no DETAIL lines.
    log_statement: 'none',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_line_prefix: '%m [%p] %a ',
    ...overrides,
    // Not up for change: reachable only through the private socket, logging where we look.
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
}
