/**
 * One server to a data folder. The lock is a socket on which its owner listens: the system ends
 * that together with the process, however it ends, so a kill -9 leaves nothing that blocks. Each
 * contender listens first and looks at the others then; of two that start together both may
 * withdraw, but never may both stay.
 */
import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { StartFault } from './start-fault.ts';

const LOCK_NAME = /^\.lock-[0-9a-f]{12}$/;
// The longest path of a Unix socket that every system takes.
const SOCKET_PATH_OCTETS_MAX = 100;

/** Takes the folder and gives the function that gives it back. Throws StartFault when it is taken. */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const name = `.lock-${randomBytes(6).toString('hex')}`;
  const view = await shortView(folder);
  const server = createServer((socket) => socket.destroy());
  const release = async (): Promise<void> => {
    // Closing a socket's server removes its file.
    await new Promise<void>((done) => server.close(() => done()));
    await view.close();
  };
  try {
    await listen(server, view.path(name));
    for (const other of await readdir(folder)) {
      if (other === name || !LOCK_NAME.test(other)) continue;
      if (await isAlive(view.path(other))) {
        throw new StartFault(
          `Another wattvend server is running on ${folder}. Stop it, or choose another folder with --data.`,
        );
      }
      await unlink(join(folder, other)).catch(() => undefined);
    }
  } catch (error) {
    await release();
    throw error;
  }
  server.unref();
  return release;
}

/** How sockets in the folder are named: directly, or for a long path by way of the open folder. */
async function shortView(
  folder: string,
): Promise<{ path: (name: string) => string; close: () => Promise<void> }> {
  const example = join(folder, '.lock-000000000000');
  if (Buffer.byteLength(example) <= SOCKET_PATH_OCTETS_MAX) {
    return { path: (name) => join(folder, name), close: async () => undefined };
  }
  if (process.platform !== 'linux') {
    throw new StartFault(`The path ${folder} is too long. Choose a shorter one with --data.`);
  }
  const handle = await open(folder, 'r');
  return { path: (name) => `/proc/self/fd/${handle.fd}/${name}`, close: () => handle.close() };
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  await chmod(path, 0o600);
}

/** All but a plain refusal counts as alive, to be on the safe side. */
function isAlive(path: string): Promise<boolean> {
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
