/** Registers a customer, once for each id. */
import type { Database } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { DeskDeed, OperationId } from '../desk/desk-operation.ts';
import { doOnce } from '../desk/desk-operation.ts';
import type { Customer, CustomerDetails, CustomerId } from './customers.ts';
import { addCustomer, findCustomer } from './customers.ts';

export const REGISTER_CUSTOMER_REFUSALS = ['operation_id_conflict'] as const;

export type RegisterCustomerRefusal = (typeof REGISTER_CUSTOMER_REFUSALS)[number];

export type RegisterCustomerAnswer =
  | { readonly kind: 'registered'; readonly first: boolean; readonly customer: Customer }
  | { readonly kind: 'refused'; readonly refusal: RegisterCustomerRefusal };

/** Asked again with the same content, answers the customer as it is by then. */
export async function registerCustomer(
  database: Database,
  utilityId: UtilityId,
  order: { readonly customerId: CustomerId; readonly details: CustomerDetails } & DeskDeed,
): Promise<RegisterCustomerAnswer> {
  const { customerId, details, by, at } = order;
  const { name, phone, language, notes } = details;
  const operation = {
    operationId: customerId as string as OperationId,
    kind: 'register_customer',
    content: [name, phone, language, notes],
    by,
    at,
  };
  const done = await doOnce<object, never>(database, utilityId, operation, async (tx) => {
    await addCustomer(tx, utilityId, { customerId, ...details, registeredAt: at });
    return { kind: 'done', outcome: {} };
  });
  if (done.kind === 'refused') return done;
  const customer = await findCustomer(database, utilityId, customerId);
  if (customer === null) throw new Error('a customer who was registered is gone');
  return { kind: 'registered', first: done.first, customer };
}
