/**
 * The reference pages say what the tables say. After a change of a table they are written anew by
 * `npm test -- --project pure packages/sts/test/reference.node.test.ts --update`.
 */
import { expect, test } from 'vitest';
import { refusalsPage, tokensPage } from './reference-pages.ts';

const DOCUMENTS = '../../../docs/reference/';

test('docs/reference/tokens.md is written from the tables', async () => {
  await expect(tokensPage()).toMatchFileSnapshot(`${DOCUMENTS}tokens.md`);
});

test('docs/reference/sts-refusals.md is written from the table', async () => {
  await expect(refusalsPage()).toMatchFileSnapshot(`${DOCUMENTS}sts-refusals.md`);
});
