/**
 * What a start finds in postmaster.pid. After a kill -9 of wattvend its server lives on; after a
 * kill -9 of the server its number stays a zombie until somebody reaps it, or comes to name some
 * other program. PostgreSQL itself refuses to start in all three cases; here they are told apart.
 *
 * An orphan is stopped and not adopted: it runs with the settings of an older start, and no
 * process of ours would hear of its end.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookUpProcess, processesIn, worksIn } from './process-table.ts';

const POLL_MS = 20;
const FAST_STOP_MS = 4000;
// After SIGQUIT the server itself kills its children after five seconds.
const QUIT_STOP_MS = 8000;
// Backends notice the end of their server within a moment unless they are deep in a computation.
const LEFTOVER_PATIENCE_MS = 1500;
const LEFTOVER_MS = 6000;

/** Makes sure that no server runs on this data folder and that its lock does not block a start. */
export async function clearOrphan(data: string, log: (line: string) => void): Promise<void> {
  const lockFile = join(data, 'postmaster.pid');
  const pid = readPid(lockFile);
  if (pid === null) return;
  if (isServerOf(pid, data)) {
    log(`a database server of an earlier run is still there (process ${pid}); stopping it`);
    await stopOrphan(pid, data);
  }
  await endLeftovers(data, log);
  if (readPid(lockFile) !== pid || lookUpProcess(pid) === null) return;
  await releaseNumber(lockFile, pid, data, log);
}

function readPid(lockFile: string): number | null {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** The lock beside the socket that the lock of the data folder tells of, if it names this process. */
function socketLocks(lockFile: string, pid: number): readonly string[] {
  // Process, data folder, time of start, port, folder of the socket: one a line.
  const [, , , port, folder] = readFileSync(lockFile, 'utf8').split('\n');
  if (port === undefined || folder === undefined || folder.trim() === '') return [];
  const lock = join(folder.trim(), `.s.PGSQL.${port.trim()}.lock`);
  return readPid(lock) === pid ? [lock] : [];
}

function isServerOf(pid: number, data: string): boolean {
  const facts = lookUpProcess(pid);
  if (facts?.state !== 'alive') return false;
  return worksIn(pid, data) ?? facts.command.includes(data);
}

async function stopOrphan(pid: number, data: string): Promise<void> {
  signal(pid, 'SIGINT', data);
  if (await waitUntil(() => !isServerOf(pid, data), FAST_STOP_MS)) return;
  signal(pid, 'SIGQUIT', data);
  if (await waitUntil(() => !isServerOf(pid, data), QUIT_STOP_MS)) return;
  throw new Error(`the database server of an earlier run (process ${pid}) does not stop; end it`);
}

function signal(pid: number, name: NodeJS.Signals, data: string): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
    throw new Error(
      `another user's database server (process ${pid}) runs on ${data}; stop it first`,
      { cause: error },
    );
  }
}

/** Ends what outlived a killed server; it holds shared memory that blocks the next start. */
async function endLeftovers(data: string, log: (line: string) => void): Promise<void> {
  const isClear = (): boolean => (processesIn(data) ?? []).length === 0;
  if (await waitUntil(isClear, LEFTOVER_PATIENCE_MS)) return;
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of processesIn(data) ?? []) {
      log(`ending process ${pid}, left over from an earlier database server`);
      signal(pid, name, data);
    }
    if (await waitUntil(isClear, LEFTOVER_MS)) return;
  }
  throw new Error(`processes of an earlier database server still use ${data}; end them`);
}

/**
 * The lock names a number that exists but is not our server: a zombie nobody reaps, or another
 * program. Where the system shows that no living process works in the data folder, the lock is
 * removed; elsewhere a zombie gets a moment to be reaped.
 */
async function releaseNumber(
  lockFile: string,
  pid: number,
  data: string,
  log: (line: string) => void,
): Promise<void> {
  if (processesIn(data) !== null) {
    log(`the lock of an earlier database server names process ${pid}, which is not one; removed`);
    // The lock of its socket names the same number, and stops a start just as well.
    for (const lock of [...socketLocks(lockFile, pid), lockFile]) rmSync(lock, { force: true });
    return;
  }
  if (await waitUntil(() => lookUpProcess(pid) === null, FAST_STOP_MS)) return;
  throw new Error(
    `${lockFile} names process ${pid}, which is not the database server but still exists; ` +
      'wait until it is gone, or remove that file if you are sure that no server runs',
  );
}

/** Asks every 20 ms; true as soon as the answer is yes, false when the time is up. */
async function waitUntil(isTrue: () => boolean, limitMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += POLL_MS) {
    if (isTrue()) return true;
    if (waited >= limitMs) return false;
    await sleep(POLL_MS);
  }
}
