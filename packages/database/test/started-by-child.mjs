// Starts a server and then waits to be killed (`stay`) or ends without stopping it (`leave`).
// Run with the built package, because a plain Node cannot read TypeScript.
import { startEmbeddedPostgres } from '../dist/embedded-postgres.js';

const [folder, serversFolder, then] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ folder, serversFolder, log: () => undefined });
process.stdout.write(`${server.pid}\n`);
if (then === 'stay') setInterval(() => undefined, 1000);
