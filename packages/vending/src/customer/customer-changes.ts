/** What was changed about a customer, when and by whom. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { CustomerDetails, CustomerId } from './customers.ts';

export interface CustomerChange {
  readonly revision: number;
  readonly at: Instant;
  readonly by: string;
  readonly fields: readonly string[];
  /** The fields as they were; null when the customer's data have been erased. */
  readonly before: Partial<CustomerDetails> | null;
}

interface ChangeRow {
  readonly revision: number;
  readonly changed_at_ms: bigint;
  readonly changed_by: string;
  readonly changed_fields: readonly string[];
  readonly before: Partial<CustomerDetails> | null;
}

const listStatement = loadStatement(
  new URL('../../sql/customer/list-customer-changes.sql', import.meta.url),
);

/** The newest first; `before` is the last revision of the page before. */
export async function listCustomerChanges(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  customerId: CustomerId,
  page: { readonly before: number; readonly limit: number },
): Promise<readonly CustomerChange[]> {
  const { rows } = await tx.query<ChangeRow>(listStatement, [
    utilityId,
    customerId,
    page.before,
    page.limit,
  ]);
  return rows.map((row) => ({
    revision: row.revision,
    at: instant(Number(row.changed_at_ms)),
    by: row.changed_by,
    fields: row.changed_fields,
    before: row.before,
  }));
}
