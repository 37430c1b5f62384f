/**
 * Builds what runs: the packages by the compiler, the console by its bundler. Both do nothing when
 * nothing has changed, so every command may call this first.
 *
 *   node tools/build.mjs            what the platform needs
 *   node tools/build.mjs --tests    tests and benchmarks too, so that their types are checked
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = new URL('../', import.meta.url);
const consoleStamp = new URL('apps/console/dist/web/.inputs', root);

/** Throws when something does not build; the compiler's words are on the screen by then. */
export async function build({ tests = false, bench = false } = {}) {
  const project = tests || bench ? 'tsconfig.json' : 'tsconfig.build.json';
  await Promise.all([
    run('node_modules/typescript/bin/tsc', ['-b', project], root),
    buildConsole(),
  ]);
}

async function buildConsole() {
  const inputs = consoleInputs();
  if (existsSync(consoleStamp) && readFileSync(consoleStamp, 'utf8') === inputs) return;
  console.log('Building the console (once, and again when its sources change) …');
  const args = ['build', '--logLevel', 'warn'];
  await run('node_modules/vite/bin/vite.js', args, new URL('apps/console/', root));
  writeFileSync(consoleStamp, inputs);
}

/** A hash over everything that goes into the console's bundle. */
function consoleInputs() {
  const hash = createHash('sha256');
  const folders = ['apps/console', 'packages/meter', 'packages/quantities', 'packages/sts'];
  const files = ['package-lock.json', ...folders.flatMap((folder) => filesBelow(folder))];
  for (const file of files) {
    hash.update(`${file}\n`).update(readFileSync(new URL(file, root)));
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(new URL(`${folder}/`, root))
    .filter((name) => !['dist', 'node_modules', 'test'].includes(name))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(new URL(path, root)).isDirectory() ? filesBelow(path) : [path];
    });
}

function run(script, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(script, root)), ...args], {
      cwd,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} ${args.join(' ')} failed; see above`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled();
  try {
    await build({ tests: process.argv.includes('--tests') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
