/** Customers: who lives behind a meter. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import { wordPattern } from '../meter/search-pattern.ts';

export type CustomerId = Quantity<string, 'customer id'>;

export interface Customer {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly phone: string | null;
}

interface CustomerRow {
  readonly customer_id: CustomerId;
  readonly name: string;
  readonly phone: string | null;
}

const insertCustomerStatement = loadStatement(
  new URL('../../sql/insert-customer.sql', import.meta.url),
);
const listCustomersStatement = loadStatement(
  new URL('../../sql/list-customers.sql', import.meta.url),
);

const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

export async function addCustomer(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  customer: Customer,
): Promise<void> {
  await tx.query(insertCustomerStatement, [
    utilityId,
    customer.customerId,
    customer.name,
    customer.phone,
  ]);
}

/** Customers by name, a page at a time; `after` is the last one of the page before. */
export async function listCustomers(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly query: string; readonly after: Customer | null; readonly limit: number },
): Promise<readonly Customer[]> {
  const { rows } = await tx.query<CustomerRow>(listCustomersStatement, [
    utilityId,
    wordPattern(page.query),
    page.after?.name.toLowerCase() ?? '',
    page.after?.customerId ?? BEFORE_ALL_IDS,
    page.limit,
  ]);
  return rows.map((row) => ({
    customerId: row.customer_id,
    name: row.name,
    phone: row.phone,
  }));
}
