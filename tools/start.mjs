/**
 * `npm start`: installs and builds what is missing, then runs the platform with its demo utility.
 * What follows `npm start --` goes to the server; `npm start -- --help` lists it.
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
// In this very process, so that a signal reaches the server itself and nothing is left behind.
const main = new URL('../apps/vending-server/dist/main.js', import.meta.url);
process.argv = [process.argv[0], main.pathname, '--demo', ...process.argv.slice(2)];
await import(main.href);
