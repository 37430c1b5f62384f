/** The state folder: taken by one emulator at a time, with the clock that was left in it. */
import { readClockFile, type StoredClock } from '../state/clock-file.ts';
import { lockFolder } from '../state/folder-lock.ts';
import { StartFault } from './start-fault.ts';

export interface OpenedFolder {
  readonly clock: StoredClock | null;
  readonly release: () => void;
}

/** Throws StartFault when another emulator has it, or the clock in it cannot be read. */
export function openFolder(folder: string): OpenedFolder {
  const lock = lockFolder(folder);
  if (lock.kind === 'taken') {
    throw new StartFault(
      `Another emulator (process ${lock.byProcess}) works in ${folder}. Stop it, or choose another folder.`,
    );
  }
  const read = readClockFile(folder);
  if (read.kind === 'fault') {
    lock.release();
    throw new StartFault(
      `clock.json in ${folder} cannot be read. Without it meters take today's time.`,
    );
  }
  return { clock: read.kind === 'clock' ? read.clock : null, release: lock.release };
}
