/**
 * Erases a customer's personal data, for good: the name becomes "erased", everything else goes, also
 * from the record of earlier changes. The agreements stay, and with them what was sold and is owed.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { DeskDeed } from '../desk/desk-operation.ts';
import type { Customer, CustomerId } from './customers.ts';
import { findCustomer, lockCustomer } from './customers.ts';

/** In order. */
export const ERASE_CUSTOMER_REFUSALS = ['customer_not_found', 'changed_meanwhile'] as const;

export type EraseCustomerRefusal = (typeof ERASE_CUSTOMER_REFUSALS)[number];

export type EraseCustomerAnswer =
  | { readonly kind: 'erased'; readonly customer: Customer }
  | { readonly kind: 'refused'; readonly refusal: EraseCustomerRefusal };

export const ERASED_NAME = 'erased';

const updateStatement = loadStatement(
  new URL('../../sql/customer/update-customer.sql', import.meta.url),
);
const insertChangeStatement = loadStatement(
  new URL('../../sql/customer/insert-customer-change.sql', import.meta.url),
);
const eraseChangesStatement = loadStatement(
  new URL('../../sql/customer/erase-customer-changes.sql', import.meta.url),
);
const forgetRequestStatement = loadStatement(
  new URL('../../sql/desk/forget-request.sql', import.meta.url),
);

/** Erasing what is erased answers the same and changes nothing, whatever revision was named. */
export async function eraseCustomer(
  database: Database,
  utilityId: UtilityId,
  order: { readonly customerId: CustomerId; readonly revision: number } & DeskDeed,
): Promise<EraseCustomerAnswer> {
  const { customerId } = order;
  return await database.transaction<EraseCustomerAnswer>(async (tx) => {
    const before = await lockCustomer(tx, utilityId, customerId);
    if (before === null) return { kind: 'refused', refusal: 'customer_not_found' };
    if (before.erasedAt !== null) return { kind: 'erased', customer: before };
    if (before.revision !== order.revision) {
      return { kind: 'refused', refusal: 'changed_meanwhile' };
    }
    const revision = before.revision + 1;
    const change = [utilityId, customerId, revision, order.at, order.by, ['erased'], null];
    await tx.query(insertChangeStatement, change);
    await tx.query(eraseChangesStatement, [utilityId, customerId]);
    await tx.query(forgetRequestStatement, [utilityId, customerId]);
    const erased = [utilityId, customerId, ERASED_NAME, null, null, '', order.at];
    await tx.query(updateStatement, erased);
    const customer = await findCustomer(tx, utilityId, customerId);
    if (customer === null) throw new Error('a locked customer is gone');
    return { kind: 'erased', customer };
  });
}
