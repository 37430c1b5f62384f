/**
 * The data folder and its password: made once, complete or not at all. Data of another major
 * version is refused untouched.
 */
import { type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from './server-user.ts';

export const SUPERUSER = 'wattvend';

export interface DataFolder {
  readonly data: string;
  readonly password: string;
  readonly isNew: boolean;
}

/** Gives the data folder, making it first when there is none. */
export async function openDataFolder(
  folder: string,
  server: { readonly folder: string; readonly version: string },
  user: ServerUser | null,
): Promise<DataFolder> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (!existsSync(data)) {
    await makeDataFolder({ folder, data, passwordFile, bin: join(server.folder, 'bin'), user });
    return { data, password: await readPassword(passwordFile, data), isNew: true };
  }
  await refuseOtherMajor(data, server.version);
  return { data, password: await readPassword(passwordFile, data), isNew: false };
}

async function refuseOtherMajor(data: string, serverVersion: string): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(unreadable)).trim();
  const [major] = serverVersion.split('.');
  if (found === major) return;
  throw new Error(
    `the data in ${data} belongs to PostgreSQL ${found}, this wattvend brings ${major}; ` +
      'nothing was changed. Start the wattvend that made it, or move the data to the new version',
  );
}

function unreadable(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'of an unknown version';
  throw new Error(
    'the data folder cannot be read; start wattvend as the user who started it first',
    {
      cause: error,
    },
  );
}

async function readPassword(passwordFile: string, data: string): Promise<string> {
  try {
    return (await readFile(passwordFile, 'utf8')).trim();
  } catch (error) {
    throw new Error(`the password of the database in ${data} cannot be read: ${passwordFile}`, {
      cause: error,
    });
  }
}

interface NewDataFolder {
  readonly folder: string;
  readonly data: string;
  readonly passwordFile: string;
  readonly bin: string;
  readonly user: ServerUser | null;
}

async function makeDataFolder(order: NewDataFolder): Promise<void> {
  // What an interrupted start left behind was never in use.
  const partial = `${order.data}.partial`;
  await rm(partial, { recursive: true, force: true });
  await rm(order.passwordFile, { force: true });
  await mkdir(partial, { mode: 0o700 });
  if (order.user !== null) {
    const handle = await open(partial, 'r');
    try {
      await handle.chown(order.user.uid, order.user.gid);
    } finally {
      await handle.close();
    }
  }
  await writePassword(order.passwordFile, order.user);
  await runInitdb(order, partial);
  const owned = await open(order.passwordFile, 'r');
  try {
    await owned.chown(process.getuid?.() ?? -1, process.getgid?.() ?? -1);
    await owned.sync();
  } finally {
    await owned.close();
  }
  await rename(partial, order.data);
  const parent = await open(order.folder, 'r');
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}

/** A file that only its owner may ever read, lent to the server's user until initdb has read it. */
async function writePassword(passwordFile: string, user: ServerUser | null): Promise<void> {
  const file = await open(passwordFile, 'wx', 0o600);
  try {
    await file.chmod(0o600);
    if (user !== null) await file.chown(user.uid, user.gid);
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
  } finally {
    await file.close();
  }
}

async function runInitdb(order: NewDataFolder, partial: string): Promise<void> {
  const program = join(order.bin, 'initdb');
  const words = [
    `--pgdata=${partial}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${order.passwordFile}`,
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    // The builtin provider does not change with the system's libraries, so indexes stay valid.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ];
  const child = spawn(program, words, {
    ...serverSpawnOptions(order.user),
    cwd: partial,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    complaint = (complaint + bytes.toString('utf8')).slice(-4000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(cannotRun(program, error)));
    child.once('close', resolve);
  });
  if (code === 0) return;
  await rm(partial, { recursive: true, force: true });
  throw new Error(`the database could not be made (initdb ended with ${code}): ${complaint}`);
}

/** The server's programs see nothing of our environment, which may hold secrets. */
export function serverSpawnOptions(user: ServerUser | null): SpawnOptions {
  return {
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  };
}

export function cannotRun(program: string, cause: unknown): Error {
  return new Error(
    `${program} cannot be run; its file system must allow programs (not be mounted noexec), ` +
      'or set WATTVEND_DATABASE_URL to a PostgreSQL server',
    { cause },
  );
}
