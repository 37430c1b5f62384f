/**
 * The data folder: everything this server must not lose. A marker file says that it is ours, so
 * that nothing else is ever removed or written into by mistake.
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canServeFrom } from '@wattvend/database/embedded-postgres.js';
import { defaultDataFolder, type StartOptions } from './options.ts';
import { StartFault } from './start-fault.ts';

const MARKER = 'wattvend-data';
const MARKER_TEXT = 'This folder belongs to a wattvend server. Its parts are kept together.\n';
const FOLDER_OF_ROOT = '/var/lib/wattvend';

/** Chooses the folder, without touching it, and says why when it is not the usual one. */
export function chooseDataFolder(options: StartOptions, say: (line: string) => void): string {
  if (options.data !== null) return options.data;
  const usual = defaultDataFolder();
  if (options.databaseUrl !== null) return usual;
  const diagnosis = canServeFrom(join(usual, 'postgres'));
  if (diagnosis.kind === 'servable' || process.getuid?.() !== 0) return usual;
  say(
    `Data goes to ${FOLDER_OF_ROOT}: as root, the database cannot run below ${diagnosis.blockedBy}.`,
  );
  return FOLDER_OF_ROOT;
}

/** Makes the folder or finds it to be ours. Refuses a folder that has something else in it. */
export async function openDataFolder(folder: string): Promise<void> {
  const entries = await entriesOf(folder);
  if (entries !== null && entries.length > 0 && !entries.includes(MARKER)) {
    throw new StartFault(
      `${folder} is not empty and not a data folder of wattvend. Choose another one with --data.`,
    );
  }
  try {
    await mkdir(folder, { recursive: true });
    // Root's database user has to pass through; nothing inside is open to others.
    await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    await writeFile(join(folder, MARKER), MARKER_TEXT);
  } catch (error) {
    throw new StartFault(`${folder} cannot be written to. Choose another one with --data.`, {
      cause: error,
    });
  }
}

/** Empties the folder for a new demo, but for the lock, and only when it is ours. */
export async function emptyDataFolder(folder: string): Promise<void> {
  const entries = await entriesOf(folder);
  if (entries === null || entries.length === 0) return;
  if (!entries.includes(MARKER)) {
    throw new StartFault(
      `${folder} has no file "${MARKER}", so it is not a data folder of wattvend and stays as it is.`,
    );
  }
  const kept = (name: string): boolean => name === MARKER || name.startsWith('.lock-');
  // The programs of the database stay: they are the same for every demo.
  for (const name of entries.filter((each) => !kept(each) && each !== 'postgres')) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const name of (await entriesOf(join(folder, 'postgres'))) ?? []) {
    if (name !== 'server')
      await rm(join(folder, 'postgres', name), { recursive: true, force: true });
  }
}

async function entriesOf(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartFault(`${folder} cannot be read. Choose another one with --data.`, {
      cause: error,
    });
  }
}

const SETTING_UP = 'setting-up';

/** Notes that the first start is under way: what an interrupted one left behind was never in use. */
export async function beginSettingUp(folder: string): Promise<void> {
  await writeFile(join(folder, SETTING_UP), 'The first start of this folder is not finished.\n');
}

export async function endSettingUp(folder: string): Promise<void> {
  await rm(join(folder, SETTING_UP), { force: true });
}

export async function isSettingUp(folder: string): Promise<boolean> {
  return await readFile(join(folder, SETTING_UP)).then(
    () => true,
    () => false,
  );
}
