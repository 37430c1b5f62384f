/**
 * Prints the description of the API and starts nothing: `node dist/openapi-document.js`. The
 * console's client is made from it.
 */

import type { ServerContext } from './http/context.ts';
import { createServer } from './http/server.ts';
import { programVersion } from './version.ts';

const UTC_UTILITY = { timeZone: 'UTC' };

/** Enough to add the routes, none of which is ever asked. */
const context = {
  utility: UTC_UTILITY,
  site: { publicUrl: null, isLoopback: true },
  demo: null,
  meterEmulator: null,
  version: programVersion(),
  consoleFolder: '',
} as unknown as ServerContext;

const { app } = await createServer(context);
process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
