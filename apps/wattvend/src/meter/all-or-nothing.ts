/**
 * Folders and files that appear whole or not at all: written beside their place, flushed to the disk
 * and only then given their name. What is there already is never written over.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isSystemError, UnusableInput, withFile } from '../command-end.ts';

/** For the owner alone: what is made here is secret or tells who bought what. */
const FOLDER_MODE = 0o700;
export const SECRET_FILE_MODE = 0o600;
export const PLAIN_FILE_MODE = 0o644;

export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly mode: number;
}

/** Files on their way into a folder that does not exist yet. */
export interface NewFolder {
  readonly folder: string;
  readonly files: Iterable<NewFile>;
}

/**
 * Makes several folders with their files, all of them or none. Refuses a folder that exists, even an
 * empty one. A process that is killed leaves folders whose names end in ".partial" and some letters.
 */
export async function makeFolders(folders: readonly NewFolder[]): Promise<void> {
  for (const { folder } of folders) await refuseExisting(folder);
  const partial = folders.map(({ folder }) => partialName(folder));
  const placed: string[] = [];
  try {
    for (const [at, { files }] of folders.entries()) {
      await fillFolder(partial[at] ?? '', files);
    }
    for (const [at, { folder }] of folders.entries()) {
      // Someone else may have made it in the meantime.
      await refuseExisting(folder);
      await withFile(folder, () => rename(partial[at] ?? '', folder));
      placed.push(folder);
      await flush(dirname(resolve(folder)));
    }
  } catch (error) {
    const made = [...partial, ...placed];
    await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })));
    throw error;
  }
}

/** Makes a file that does not exist yet, whole. */
export async function makeFile(
  path: string,
  { content, mode }: Omit<NewFile, 'name'>,
): Promise<void> {
  await withFile(path, async () => {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    await flush(dirname(resolve(path)));
  });
}

export async function refuseExisting(path: string): Promise<void> {
  try {
    await lstat(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return;
    if (isSystemError(error)) throw new UnusableInput(`cannot use ${path}: ${error.message}`);
    throw error;
  }
  throw new UnusableInput(`${path} exists already; nothing is written over`);
}

function partialName(folder: string): string {
  const suffix = `.partial-${randomBytes(4).toString('hex')}`;
  return join(dirname(resolve(folder)), `${basename(resolve(folder))}${suffix}`);
}

async function fillFolder(folder: string, files: Iterable<NewFile>): Promise<void> {
  await withFile(folder, async () => {
    await mkdir(folder, { mode: FOLDER_MODE });
    for (const { content, mode, name } of files) {
      const file = await open(join(folder, name), 'wx', mode);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    await flush(folder);
  });
}

/** The names in a folder, on the disk. */
async function flush(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } finally {
    await handle?.close();
  }
}
