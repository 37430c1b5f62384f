/**
 * One supervisor per database folder. Without this lock a second wattvend on the same folder would
 * take the first one's server for an orphan and stop it.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookUpProcess } from './process-table.ts';

// Each turn removes one dead holder's lock; more turns than this mean a bug or an attack.
const TURNS_MAX = 5;

/** Takes the lock and gives the function that gives it back. Throws when a living process holds it. */
export function takeSupervisorLock(folder: string): () => void {
  const path = join(folder, 'supervisor.lock');
  const own = `${process.pid} ${lookUpProcess(process.pid)?.identity ?? ''}\n`;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  // Written beside it and linked, so that nobody ever reads a lock without its content.
  writeFileSync(draft, own, { mode: 0o600, flag: 'wx' });
  try {
    for (let turn = 0; turn < TURNS_MAX; turn++) {
      if (link(draft, path)) return () => giveBack(path, own);
      const holder = read(path);
      if (holder === null) continue;
      refuseLiving(holder, folder);
      removeDead(path, holder, folder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`the lock ${path} could not be taken; remove it if no wattvend is running`);
}

function link(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function refuseLiving(holder: string, folder: string): void {
  const [pid = '', identity] = holder.trim().split(/ (.*)/s);
  const facts = lookUpProcess(Number(pid));
  if (facts?.state === 'alive' && facts.identity === identity) {
    throw new Error(
      `the database in ${folder} is in use by process ${pid}; ` +
        'stop that process or choose another folder',
    );
  }
}

function removeDead(path: string, holder: string, folder: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = read(aside) ?? '';
  try {
    // Between reading and renaming, another process may have put its own lock there.
    if (taken !== holder) {
      link(aside, path);
      refuseLiving(taken, folder);
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

function giveBack(path: string, own: string): void {
  if (read(path) === own) rmSync(path, { force: true });
}
