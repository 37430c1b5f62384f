#!/usr/bin/env node
// The program is compiled; this launcher only finds it, and says what to do when it is not there.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('The meter emulator is not built yet: run `npm run build` first.\n');
  process.exitCode = 2;
}
