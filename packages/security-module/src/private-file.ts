/**
 * Writing a file so that it exists wholly or not at all, readable by its owner only, and durable
 * before anyone is told of it.
 */
import { randomBytes } from 'node:crypto';
import { link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const OWNER_ONLY = 0o600;

/**
 * Writes a temporary file beside the target, syncs it, gives it its name and syncs the folder.
 * With `replace: false` an existing target makes it throw EEXIST and stays untouched: the name is
 * given by link, which never replaces, and not by rename, which always does.
 */
export async function writePrivateFile(o: {
  readonly path: string;
  readonly contents: Uint8Array;
  readonly replace: boolean;
}): Promise<void> {
  const folder = dirname(o.path);
  const temporary = join(folder, `.${basename(o.path)}.${randomBytes(6).toString('hex')}`);
  const file = await open(temporary, 'wx', OWNER_ONLY);
  try {
    try {
      await file.writeFile(o.contents);
      await file.sync();
    } finally {
      await file.close();
    }
    if (o.replace) await rename(temporary, o.path);
    else await link(temporary, o.path);
  } finally {
    // After a rename there is nothing left to remove.
    await unlink(temporary).catch(() => undefined);
  }
  await syncFolder(folder);
}

/** A name is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
