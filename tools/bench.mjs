/**
 * `npm run bench`: figures as ratios against a named peer or limit of the same run. Takes a few
 * minutes; a quiet machine gives better figures, and ratios that hold on any. `npm run bench -- sts`
 * runs one of them and leaves bench/results.json alone.
 */
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
try {
  await build({ bench: true });
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(fileURLToPath(new URL('chromium.ts', import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  });
  const { runBenches } = await import('../bench/dist/main.js');
  await runBenches(process.argv.slice(2), { findChromium: module.findChromium });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
