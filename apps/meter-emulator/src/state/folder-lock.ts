/**
 * One emulator to a folder. Each contender first writes a file that names its process and then looks
 * at all others: a living one makes it withdraw, a dead one's file is removed, which harms nobody,
 * since its name is never used again. Of two that start together the one that looks later sees the
 * other; both may withdraw, but never may both stay.
 *
 * A number of a process is used again one day; where the system tells when a process began, that
 * goes into the name. It holds between processes of one host that see each other.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK_NAME = /^lock-(\d+)-(\d+)$/;

export type TakenLock =
  | { readonly kind: 'locked'; readonly release: () => void }
  | { readonly kind: 'taken'; readonly byProcess: number };

export function lockFolder(folder: string): TakenLock {
  const own = `lock-${process.pid}-${beginOf(process.pid) ?? '0'}`;
  const path = join(folder, own);
  writeFileSync(path, 'A meter emulator works in this folder. See its process in the name.\n');
  for (const name of readdirSync(folder)) {
    const [, digits, begin] = LOCK_NAME.exec(name) ?? [];
    if (digits === undefined || name === own) continue;
    if (isLiving(Number(digits), begin ?? '0')) {
      rmSync(path, { force: true });
      return { kind: 'taken', byProcess: Number(digits) };
    }
    rmSync(join(folder, name), { force: true });
  }
  return { kind: 'locked', release: () => rmSync(path, { force: true }) };
}

function isLiving(pid: number, begin: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const began = beginOf(pid);
  return began === null || begin === '0' || began === begin;
}

/** When a process began, in ticks since the machine did; null where nobody says. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold anything; the 22nd field is the twentieth after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
