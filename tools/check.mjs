/**
 * `npm run check`, the only gate: lint and format, types and tests, unused code. Everything runs
 * even when something fails, so that one run tells all. Closes with `N passed, M failed`, where each
 * of the other checks counts as one beside the tests.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
ensureInstalled();

const tests = await run('npm test', ['tools/test.mjs']);
const counted = /(\d+) passed, (\d+) failed\s*$/.exec(tests.output);
let passed = Number(counted?.[1] ?? 0);
let failed = Number(counted?.[2] ?? 1);
const checks = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']],
  ['promises and types', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--quiet']],
  ['unused code', ['node_modules/knip/bin/knip.js']],
];
for (const [name, args] of checks) {
  const { ok } = await run(name, args);
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && tests.ok ? 0 : 1);

function run(name, args) {
  console.log(`\n== ${name}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      // Only the closing line is read; the rest of a long run need not be kept.
      output = (output + chunk).slice(-4096);
    });
    child.once('error', () => resolve({ ok: false, output }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
