/** Before a demo is removed, the database server that a killed start may have left is stopped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@wattvend/database/embedded-postgres.js';

export async function stopLeftoverDatabase(folder: string): Promise<void> {
  const postgres = join(folder, 'postgres');
  if (!isLeft(join(postgres, 'data', 'postmaster.pid'))) return;
  // Starting is what knows how to take over an orphan.
  const server = await startEmbeddedPostgres({ folder: postgres, log: () => undefined });
  await server.stop();
}

function isLeft(lockFile: string): boolean {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
