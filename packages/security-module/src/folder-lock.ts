/**
 * One process to a folder. Node has no lock on files, and a file that names a process outlives it;
 * so the lock is a socket on which its owner listens: the system ends that together with the
 * process, however it ends, and everyone can see it.
 *
 * Each contender first listens on a socket of its own in the folder and then looks at all others.
 * One that accepts has a living owner: the contender withdraws. One that refuses is dead, and since
 * its name is never used again it is removed without harm to anybody. Of two that start together
 * the one that looks later sees the other; both may withdraw, but never may both stay.
 *
 * It holds between processes of one host, containers included, on a local file system.
 */
import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

const LOCK_NAME = /^\.lock-[0-9a-f]{12}$/;

/** The longest path of a Unix socket that every system takes; Linux has 107, macOS 103. */
export const SOCKET_PATH_OCTETS_MAX = 100;

export class FolderLocked extends Error {
  override readonly name: string = 'FolderLocked';
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Throws FolderLocked when another process has the folder, or is just taking it; RangeError when its
 * path is too long for a socket here. `what` names the kind of program in the message.
 */
export async function lockFolder(folder: string, what: string): Promise<FolderLock> {
  const name = `.lock-${randomBytes(6).toString('hex')}`;
  const view = await shortView(folder, name);
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, view.path(name));
    for (const other of await readdir(folder)) {
      if (other === name || !LOCK_NAME.test(other)) continue;
      if (await isAlive(view.path(other))) {
        throw new FolderLocked(`another ${what} is at work in ${folder}`);
      }
      await unlink(join(folder, other)).catch(() => undefined);
    }
  } catch (error) {
    await close(server);
    await view.close();
    throw error;
  }
  // The lock alone shall not keep a program running.
  server.unref();
  return {
    release: async () => {
      await close(server);
      await view.close();
    },
  };
}

/** How the sockets of the folder are named: directly, or for a long path by an open folder. */
async function shortView(
  folder: string,
  name: string,
): Promise<{ path: (name: string) => string; close: () => Promise<void> }> {
  if (Buffer.byteLength(join(folder, name)) <= SOCKET_PATH_OCTETS_MAX) {
    return { path: (entry) => join(folder, entry), close: async () => undefined };
  }
  if (process.platform !== 'linux') {
    throw new RangeError(`the path of the folder is too long for a socket: ${folder}`);
  }
  const handle = await open(folder, 'r');
  return {
    path: (entry) => `/proc/self/fd/${handle.fd}/${entry}`,
    close: () => handle.close(),
  };
}

/** Whether someone listens. All but a plain refusal counts as alive, to be on the safe side. */
export function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => {
      const code = 'code' in error ? error.code : '';
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT');
    });
  });
}

/** Listens on a socket that only its owner may open; the folder keeps others out meanwhile. */
export async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  await chmod(path, 0o600);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
