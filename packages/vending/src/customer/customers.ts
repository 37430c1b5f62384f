/**
 * Customers: who lives behind a meter. This row is the only place with personal data, and it has no
 * more of them than selling needs: a name, a telephone number, a language, a few words of notes.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { replanned } from '../desk/replanned.ts';

export type CustomerId = Quantity<string, 'customer id'>;

/** What a person at the desk writes down about a customer. */
export interface CustomerDetails {
  readonly name: string;
  readonly phone: string | null;
  /** A language tag such as "sw"; null for the utility's own. */
  readonly language: string | null;
  readonly notes: string;
}

export interface Customer extends CustomerDetails {
  readonly customerId: CustomerId;
  /** Counts the changes; who changes a customer names the revision that was read. */
  readonly revision: number;
  /** The time of the registration; 0 for customers from before it was recorded. */
  readonly registeredAt: Instant;
  readonly erasedAt: Instant | null;
}

/** What a new customer needs at least; the rest has its default. */
export type NewCustomer = Pick<Customer, 'customerId' | 'name' | 'phone'> &
  Partial<Pick<Customer, 'language' | 'notes' | 'registeredAt'>>;

interface CustomerRow {
  readonly customer_id: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  readonly language: string | null;
  readonly notes: string;
  readonly revision: number;
  readonly registered_at_ms: bigint;
  readonly erased_at_ms: bigint | null;
}

const insertStatement = loadStatement(
  new URL('../../sql/customer/insert-customer.sql', import.meta.url),
);
const listStatement = replanned(
  loadStatement(new URL('../../sql/customer/list-customers.sql', import.meta.url)),
);
const findStatement = loadStatement(
  new URL('../../sql/customer/find-customer.sql', import.meta.url),
);
const lockStatement = loadStatement(
  new URL('../../sql/customer/lock-customer.sql', import.meta.url),
);

const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** Adds a customer. Fails on the primary key when the id is in use. */
export async function addCustomer(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  customer: NewCustomer,
): Promise<void> {
  await tx.query(insertStatement, [
    utilityId,
    customer.customerId,
    customer.name,
    customer.phone,
    customer.language ?? null,
    customer.notes ?? '',
    customer.registeredAt ?? 0,
  ]);
}

/** The customer of that id, or null. */
export async function findCustomer(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  customerId: CustomerId,
): Promise<Customer | null> {
  const { rows } = await tx.query<CustomerRow>(findStatement, [utilityId, customerId]);
  const [row] = rows;
  return row === undefined ? null : customerOfRow(row);
}

/** The customer of that id, whom nobody else changes until the transaction ends; or null. */
export async function lockCustomer(
  tx: Transaction,
  utilityId: UtilityId,
  customerId: CustomerId,
): Promise<Customer | null> {
  const { rows } = await tx.query<CustomerRow>(lockStatement, [utilityId, customerId]);
  const [row] = rows;
  return row === undefined ? null : customerOfRow(row);
}

/** Customers by name, a page at a time; `after` is the last one of the page before. */
export async function listCustomers(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly query: string;
    readonly after: Pick<Customer, 'customerId' | 'name'> | null;
    readonly limit: number;
  },
): Promise<readonly Customer[]> {
  const { rows } = await tx.query<CustomerRow>(listStatement, [
    utilityId,
    page.query.trim(),
    page.after?.name.toLowerCase() ?? '',
    page.after?.customerId ?? BEFORE_ALL_IDS,
    page.limit,
  ]);
  return rows.map(customerOfRow);
}

function customerOfRow(row: CustomerRow): Customer {
  return {
    customerId: row.customer_id,
    name: row.name,
    phone: row.phone,
    language: row.language,
    notes: row.notes,
    revision: row.revision,
    registeredAt: instant(Number(row.registered_at_ms)),
    erasedAt: row.erased_at_ms === null ? null : instant(Number(row.erased_at_ms)),
  };
}
