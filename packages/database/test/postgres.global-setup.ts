/**
 * One embedded server for a whole test run, in a temporary folder, gone afterwards. Nobody cuts
 * its power, so it need not wait for the disk; tests of durability start servers of their own.
 */
import { chmod, lstat, mkdir, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionSettings } from '@wattvend/database/database.js';
import { canServeFrom, startEmbeddedPostgres } from '@wattvend/database/embedded-postgres.js';
import type { TestProject } from 'vitest/node';
import { clearOrphan } from '../src/orphan.ts';
import { takeSupervisorLock } from '../src/supervisor-lock.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: ConnectionSettings;
    /** The same server, as the role a vending server works as. */
    readonly postgresApp: ConnectionSettings;
  }
}

const FAST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  max_connections: '200',
  autovacuum: 'off',
};

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parents = await fastParents();
  for (const parent of [...parents, tmpdir()]) await sweepAbandoned(parent);
  const folder = await makeTestFolder(FOLDER_PREFIX, parents);
  const lines: string[] = [];
  const log = (line: string): void => {
    lines.push(line);
  };
  try {
    const serversFolder = await sharedServersFolder();
    const options = serversFolder === null ? {} : { serversFolder };
    const server = await startEmbeddedPostgres({
      folder,
      log,
      settings: FAST_SETTINGS,
      ...options,
    });
    project.provide('postgres', server.connection);
    project.provide('postgresApp', server.appConnection);
    return async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`the test database did not start: ${lines.join('; ')}`, { cause: error });
  }
}

const FOLDER_PREFIX = 'wattvend-test-run-';

/** Ends and removes what test runs left behind that were killed before they could clean up. */
async function sweepAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const folder = join(parent, name);
    try {
      const giveLockBack = takeSupervisorLock(folder);
      await clearOrphan(join(folder, 'data'), () => undefined);
      giveLockBack();
      await rm(folder, { recursive: true, force: true });
    } catch {
      // In use by a living run, or another user's: not ours to remove.
    }
  }
}

// Room for a few hundred scratch databases; a container's usual 64 MB of /dev/shm are too little.
const MEMORY_FOLDER_MIN_BYTES = 4 * 1024 ** 3;

/** A folder in memory where there is room: copying a template takes 8 ms there, 240 ms on disk. */
async function fastParents(): Promise<readonly string[]> {
  const facts = await statfs('/dev/shm').catch(() => null);
  return facts !== null && facts.bavail * facts.bsize > MEMORY_FOLDER_MIN_BYTES ? ['/dev/shm'] : [];
}

/** A new folder that the server's user can reach, also when the tests run as root. */
export async function makeTestFolder(
  prefix: string,
  preferred: readonly string[] = [],
): Promise<string> {
  const parent = [...preferred, tmpdir(), '/tmp', '/var/tmp'].find(
    (candidate) => canServeFrom(candidate).kind === 'servable',
  );
  if (parent === undefined) throw new Error('no temporary folder can hold a test database');
  const folder = await mkdtemp(join(parent, prefix));
  await chmod(folder, 0o711);
  return folder;
}

/**
 * Where runs on this machine share the copied programs; null when the folder's name is taken by
 * somebody who could have put other programs there.
 */
export async function sharedServersFolder(): Promise<string | null> {
  const uid = process.getuid?.() ?? 0;
  const folder = join('/tmp', `wattvend-test-servers-${uid}`);
  await mkdir(folder, { mode: 0o755 }).catch(() => undefined);
  const facts = await lstat(folder);
  return facts.isDirectory() && facts.uid === uid && (facts.mode & 0o022) === 0 ? folder : null;
}
