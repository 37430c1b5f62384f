/**
 * What the operating system knows about a process. A number in a lock file says little: the
 * process may be gone, be a zombie that nobody has reaped, or be another program under a reused
 * number. Linux tells all of it under /proc; elsewhere `ps` tells most of it.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';

export interface ProcessFacts {
  readonly state: 'alive' | 'zombie';
  /** Differs between two processes that had the same number. */
  readonly identity: string;
  /** The words of the command line; empty for a zombie. */
  readonly command: readonly string[];
}

const hasProc = process.platform === 'linux';

/** What is known of a process, or null when there is none of that number. */
export function lookUpProcess(pid: number): ProcessFacts | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    return hasProc ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
}

function fromProc(pid: number): ProcessFacts {
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  // Counted from the third field on: state is the 3rd, the start time in ticks the 22nd.
  const isZombie = fields[0] === 'Z' || fields[0] === 'X';
  return {
    state: isZombie ? 'zombie' : 'alive',
    identity: `${boot}/${fields[19]}`,
    command: command.filter((word) => word !== ''),
  };
}

function fromPs(pid: number): ProcessFacts {
  const columns = ['-o', 'state=', '-o', 'lstart=', '-o', 'command=', '-p', String(pid)];
  const line = execFileSync('ps', columns, { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim();
  // The start is five words: Sun Nov 22 16:39:41 2026.
  const words = line.split(/\s+/);
  return {
    state: line.startsWith('Z') ? 'zombie' : 'alive',
    identity: words.slice(1, 6).join(' '),
    command: words.slice(6),
  };
}

/**
 * The living processes whose working folder is this one, which is how every process of a server
 * shows its data folder; null where the system does not tell. Folders are compared by what they
 * are and not by their paths, because links and mounts give one folder several paths.
 */
export function processesIn(folder: string): readonly number[] | null {
  if (!hasProc) return null;
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => worksIn(pid, folder) === true);
}

/** Whether a living process works in a folder; null where the system does not tell. */
export function worksIn(pid: number, folder: string): boolean | null {
  if (!hasProc) return null;
  try {
    const here = statSync(folder);
    const there = statSync(`/proc/${pid}/cwd`);
    return here.dev === there.dev && here.ino === there.ino;
  } catch {
    // Gone meanwhile, a zombie, or another user's process, which cannot use our data anyway.
    return false;
  }
}
