/**
 * The operating-system user the server runs as. PostgreSQL refuses to run as root, so a wattvend
 * started by root lends the server an unprivileged user, which must be able to reach the folder.
 */
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// A user of its own is best; nobody exists everywhere.
const PREFERRED = ['wattvend', 'postgres', 'nobody'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user for the server, or null when it runs as the present user. Data that exists decides by
 * its owner, so that a user added later does not lock an old database out.
 */
export function chooseServerUser(dataFolder: string): ServerUser | null {
  if (!isRoot()) return null;
  const users = readUsers();
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    const name = users.find((user) => user.uid === uid)?.name ?? String(uid);
    if (uid !== 0) return { name, uid, gid };
  }
  for (const name of PREFERRED) {
    const user = users.find((candidate) => candidate.name === name);
    if (user !== undefined) return user;
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user wattvend, postgres or nobody; ' +
      'add a user wattvend or start wattvend as an ordinary user',
  );
}

function readUsers(): readonly ServerUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}

/** Whether a database can live in a folder, and if not, which folder is in the way and what to do. */
export type FolderDiagnosis =
  | { readonly kind: 'servable' }
  | { readonly kind: 'not-servable'; readonly blockedBy: string; readonly advice: string };

/**
 * Tells whether the embedded server could run from this folder, which need not exist yet: as root,
 * whether the server's user can enter it; otherwise, whether the present user may write there.
 * Changes nothing.
 */
export function canServeFrom(folder: string): FolderDiagnosis {
  const path = truePath(resolve(folder));
  if (!isRoot()) return diagnoseWriting(path);
  const user = chooseServerUser(join(path, 'data'));
  for (const ancestor of existingAncestors(path)) {
    if (user === null || mayEnter(ancestor, user)) continue;
    return {
      kind: 'not-servable',
      blockedBy: ancestor,
      advice:
        `the database server runs as the user ${user.name}, who may not enter ${ancestor}; ` +
        'choose a folder such as /var/lib/wattvend, start wattvend as an ordinary user, ' +
        `or allow it with: chmod o+x ${ancestor}`,
    };
  }
  return { kind: 'servable' };
}

function diagnoseWriting(path: string): FolderDiagnosis {
  const nearest = existingAncestors(path).at(-1) ?? '/';
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return { kind: 'servable' };
  } catch {
    const advice = `you may not write to ${nearest}; choose another folder for the database`;
    return { kind: 'not-servable', blockedBy: nearest, advice };
  }
}

/** The folder and those above it, as far as they exist, outermost first. */
function existingAncestors(path: string): readonly string[] {
  const above = dirname(path) === path ? [] : existingAncestors(dirname(path));
  return existsSync(path) ? [...above, path] : above;
}

/** Follows links in what exists of a path; it is the real folders that must let the user in. */
function truePath(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path);
  return join(truePath(dirname(path)), basename(path));
}

function mayEnter(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
