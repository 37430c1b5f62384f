/**
 * `npm run demo:load -- --data <folder>`: installs and builds what is missing, then makes a demo
 * utility with a past; `--help` lists what can be chosen.
 */
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const main = new URL('../apps/vending-server/dist/demo-load.js', import.meta.url);
process.argv = [process.argv[0], main.pathname, ...process.argv.slice(2)];
await import(main.href);
