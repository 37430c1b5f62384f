/** Changes what is written about a customer; what it was before is kept. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { DeskDeed } from '../desk/desk-operation.ts';
import type { Customer, CustomerDetails, CustomerId } from './customers.ts';
import { findCustomer, lockCustomer } from './customers.ts';

/** In order. */
export const CHANGE_CUSTOMER_REFUSALS = [
  'customer_not_found',
  'changed_meanwhile',
  'customer_erased',
] as const;

export type ChangeCustomerRefusal = (typeof CHANGE_CUSTOMER_REFUSALS)[number];

export type ChangeCustomerAnswer =
  | { readonly kind: 'changed'; readonly customer: Customer }
  | { readonly kind: 'refused'; readonly refusal: ChangeCustomerRefusal };

const updateStatement = loadStatement(
  new URL('../../sql/customer/update-customer.sql', import.meta.url),
);
const insertChangeStatement = loadStatement(
  new URL('../../sql/customer/insert-customer-change.sql', import.meta.url),
);

const FIELDS = ['name', 'phone', 'language', 'notes'] as const;

/** A change that changes nothing leaves the revision alone, so that a retry is no second change. */
export async function changeCustomer(
  database: Database,
  utilityId: UtilityId,
  order: {
    readonly customerId: CustomerId;
    /** The revision that was read before the change was typed. */
    readonly revision: number;
    readonly details: CustomerDetails;
  } & DeskDeed,
): Promise<ChangeCustomerAnswer> {
  const { customerId, details } = order;
  return await database.transaction<ChangeCustomerAnswer>(async (tx) => {
    const before = await lockCustomer(tx, utilityId, customerId);
    if (before === null) return { kind: 'refused', refusal: 'customer_not_found' };
    if (before.revision !== order.revision) {
      return { kind: 'refused', refusal: 'changed_meanwhile' };
    }
    if (before.erasedAt !== null) return { kind: 'refused', refusal: 'customer_erased' };
    const changed = FIELDS.filter((field) => before[field] !== details[field]);
    if (changed.length === 0) return { kind: 'changed', customer: before };
    await tx.query(insertChangeStatement, [
      utilityId,
      customerId,
      before.revision + 1,
      order.at,
      order.by,
      changed,
      Object.fromEntries(changed.map((field) => [field, before[field]])),
    ]);
    const { name, phone, language, notes } = details;
    await tx.query(updateStatement, [utilityId, customerId, name, phone, language, notes, null]);
    const customer = await findCustomer(tx, utilityId, customerId);
    if (customer === null) throw new Error('a locked customer is gone');
    return { kind: 'changed', customer };
  });
}
