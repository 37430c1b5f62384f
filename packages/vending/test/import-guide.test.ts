/** What the documents say of files: the example, the columns and the faults. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { METER_COLUMNS, SUPPLY_COLUMNS } from '@wattvend/vending/csv-columns.js';
import { IMPORT_FAULTS } from '@wattvend/vending/import-faults.js';
import { type ImportId, importFile } from '@wattvend/vending/import-file.js';
import { expect, test } from 'vitest';
import { createUtilityFixture, UTILITY } from './utility-fixture.ts';

const guide = readFileSync(
  new URL('../../../docs/guides/customers-and-meters.md', import.meta.url),
  'utf8',
);

test('the example of the guide can be imported as it stands there', async () => {
  const fixture = await createUtilityFixture();
  const [, example = ''] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
  const answer = await importFile(fixture.scratch.database, UTILITY, {
    importId: randomUUID() as string as ImportId,
    kind: 'customers_and_meters',
    isTrial: false,
    octets: new TextEncoder().encode(example),
    newId: randomUUID,
    by: 'officer',
    at: fixture.now,
  });
  expect(answer).toMatchObject({
    kind: 'result',
    result: {
      ...{ state: 'imported', faults: [] },
      made: { customers: 2, servicePoints: 3, agreements: 3, meters: 3 },
    },
  });
  await fixture.close();
});

test('the guide has a line for each column, in order, and says which must be there', () => {
  const [, table = ''] = /### Columns of `customers_and_meters`([\s\S]*?)###/.exec(guide) ?? [];
  const rows = [...table.matchAll(/^\| `(\w+)`\s+\| (\w*)/gm)].map(([, name, must]) => [
    name,
    must,
  ]);
  expect(rows).toEqual(
    Object.entries(SUPPLY_COLUMNS).map(([name, { isRequired }]) => [name, isRequired ? 'yes' : '']),
  );
  const [, meters = ''] = /### Columns of `meters`([\s\S]*?)###/.exec(guide) ?? [];
  for (const name of Object.keys(METER_COLUMNS)) expect(meters).toContain(`\`${name}\``);
});

const HEAD = `# Import faults

What an import may say of a cell of a file, and what to do about it. When any line has a fault, nothing is
made. Within a line all faults are said that can be seen; what depends on other lines and on what is there
already is looked at in lines that are right in themselves.

`;

// Written anew after a change by
// `npm test -- packages/vending/test/import-guide.test.ts --update`.
test('docs/reference/import-faults.md has every fault, in order and word for word', async () => {
  const rows = Object.entries(IMPORT_FAULTS).map(([code, advice]) => `- \`${code}\`: ${advice}\n`);
  await expect(HEAD + rows.join('')).toMatchFileSnapshot(
    '../../../docs/reference/import-faults.md',
  );
});
