/**
 * Installs what is missing, so that one command after cloning is enough. Plain JavaScript with
 * nothing but Node, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** Runs `npm ci` unless what is installed is exactly what package-lock.json says. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`wattvend needs Node 20.19 or later; this is ${process.version}. Install a newer Node.`);
  }
  if (isInstalled()) return;
  console.log('Installing dependencies (once, about half a minute) …');
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    fail('Dependencies could not be installed. Is the npm registry reachable? Then try again.');
  }
}

function isInstalled() {
  const wanted = readLock('package-lock.json');
  const present = readLock('node_modules/.package-lock.json');
  if (wanted === null || present === null) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    // The root describes itself, and packages for other platforms are rightly missing.
    if (path === '') return true;
    const installed = present.packages[path];
    if (installed === undefined) return entry.optional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  } catch {
    return null;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
