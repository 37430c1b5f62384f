/**
 * The private folder of the server's Unix socket. A socket's path may have 107 bytes; in a deep
 * database folder it therefore moves to a short path that is the same at every start, so that the
 * clients' connection settings survive a restart of the server.
 */
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canServeFrom, type ServerUser } from './server-user.ts';

/** Only a file name in a private folder, not a port of the machine. */
export const SOCKET_PORT = 5432;
const SOCKET_PATH_MAX_BYTES = 107;

/** Makes the folder, mode 0700 and owned by the server's user; throws when it cannot be trusted. */
export function makeSocketFolder(folder: string, user: ServerUser | null): string {
  const path = socketFolderPath(folder);
  try {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
    if (user !== null) chownSync(path, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const facts = lstatSync(path);
  const owner = user?.uid ?? process.getuid?.() ?? facts.uid;
  if (!facts.isDirectory() || facts.uid !== owner || (facts.mode & 0o077) !== 0) {
    throw new Error(
      `${path} should be a folder of the database server's user alone, mode 0700; ` +
        'remove it after checking who made it',
    );
  }
  return path;
}

function socketFolderPath(folder: string): string {
  const inside = join(folder, 'socket');
  if (fits(inside)) return inside;
  const name = `wattvend-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const outside = join(tmpdir(), name);
  return fits(outside) && canServeFrom(tmpdir()).kind === 'servable' ? outside : join('/tmp', name);
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_MAX_BYTES;
}
