/** The client's types are made from the API as it is. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('packages/client/src/generated.ts is what `npm run api-client` writes', () => {
  const program = fileURLToPath(new URL('../../../tools/api-client/write.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, '--check'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
