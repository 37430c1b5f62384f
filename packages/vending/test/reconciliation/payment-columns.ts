/** Gives the vends of a test's database the columns that say how they were paid. */
import type { Database } from '@wattvend/database/database.js';

export async function addPaymentColumns(database: Database): Promise<void> {
  await database.query({
    name: 'add-payment-columns',
    text: `alter table vend add column if not exists payment_method text,
      add column if not exists payment_reference text`,
  });
}
