/**
 * `npm run bench`: figures as ratios against a named peer or limit of the same run. Takes a few
 * minutes; a quiet machine gives better figures, and ratios that hold on any.
 */
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
try {
  await build({ bench: true });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import(process.env.ONLY ? '../bench/dist/x.js' : '../bench/dist/main.js');
