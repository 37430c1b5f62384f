import { LEDGER_MIGRATIONS } from '@wattvend/ledger/migrations.js';
import { VENDING_MIGRATIONS } from '@wattvend/vending/migrations.js';
import { expect, test } from 'vitest';
import { schemaRuleOffences } from '../../database/test/schema-rules.ts';
import { createScratchDatabase } from '../../database/test/scratch-database.ts';

test('utility_id leads every key, every foreign key has its index, nothing asks the time', async () => {
  const scratch = await createScratchDatabase([LEDGER_MIGRATIONS, VENDING_MIGRATIONS]);
  try {
    expect(await schemaRuleOffences(scratch.database)).toEqual([]);
  } finally {
    await scratch.drop();
  }
});
