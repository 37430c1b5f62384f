/**
 * Writes the API's types for packages/client from the server's OpenAPI document.
 *
 *   npm run api-client                            writes it
 *   node tools/api-client/write.mjs --check       fails when it is not what would be written now
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../', import.meta.url);
const client = new URL('packages/client/src/generated.ts', root);

const HEADER = `/**
 * Generated from the server's OpenAPI document by tools/api-client/write.mjs. Do not edit: change
 * the schemas in apps/vending-server/src/http and run \`npm run api-client\`.
 */

`;

const isCheck = process.argv.includes('--check');
if (!isCheck) buildServer();
const text = HEADER + (await clientText());
if (isCheck) check();
else writeFileSync(client, text);

/**
 * The server and no more: the console does not build while its client is an old one, which is just
 * when this is called.
 */
function buildServer() {
  node(['node_modules/typescript/bin/tsc', '-b', 'apps/vending-server'], 'inherit');
}

function node(args, stdout) {
  return execFileSync(process.execPath, args, {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    // The document is longer than the megabyte that is read by default.
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', stdout, 'inherit'],
  });
}

async function clientText() {
  const document = JSON.parse(node(['apps/vending-server/dist/openapi-document.js'], 'pipe'));
  // A field that the server fills in by itself need not be sent.
  const nodes = await openapiTS(document, { alphabetize: true, defaultNonNullable: false });
  return astToString(nodes).replaceAll(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
}

function check() {
  if (readFileSync(client, 'utf8') === text) return;
  console.error(
    'packages/client/src/generated.ts is not what the API says now: run `npm run api-client`.',
  );
  process.exit(1);
}
