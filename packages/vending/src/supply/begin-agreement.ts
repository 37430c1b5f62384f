/** Begins to supply somebody at a place, once for each id. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { CustomerId } from '../customer/customers.ts';
import type { DeskDeed, OperationId, Worked } from '../desk/desk-operation.ts';
import { doOnce } from '../desk/desk-operation.ts';
import type { Agreement, AgreementId, AgreementTerms } from './agreements.ts';
import { findAgreement } from './agreements.ts';
import type { ServicePointId } from './service-points.ts';
import { lockServicePoint } from './service-points.ts';

/** In order. */
export const BEGIN_AGREEMENT_REFUSALS = [
  'operation_id_conflict',
  'customer_not_found',
  'service_point_not_found',
  'agreement_in_force',
  'account_number_exists',
  'tariff_not_found',
] as const;

export type BeginAgreementRefusal = (typeof BEGIN_AGREEMENT_REFUSALS)[number];

export type BeginAgreementAnswer =
  | { readonly kind: 'begun'; readonly first: boolean; readonly agreement: Agreement }
  | { readonly kind: 'refused'; readonly refusal: BeginAgreementRefusal };

export interface BeginAgreement extends AgreementTerms, DeskDeed {
  readonly agreementId: AgreementId;
  readonly accountNumber: string;
  readonly servicePointId: ServicePointId;
  /** Null for a place without a known customer, such as a street light. */
  readonly customerId: CustomerId | null;
}

interface CheckRow {
  readonly account_number_exists: boolean;
  readonly agreement_in_force: boolean;
  readonly customer_found: boolean;
  readonly tariff_found: boolean;
}

const checkStatement = loadStatement(
  new URL('../../sql/supply/check-new-agreement.sql', import.meta.url),
);
const insertStatement = loadStatement(
  new URL('../../sql/supply/insert-agreement.sql', import.meta.url),
);

type Refusal = Exclude<BeginAgreementRefusal, 'operation_id_conflict'>;

/** Asked again with the same content, answers the agreement as it is by then. */
export async function beginAgreement(
  database: Database,
  utilityId: UtilityId,
  order: BeginAgreement,
): Promise<BeginAgreementAnswer> {
  const { agreementId, accountNumber, servicePointId, customerId, tariffId, by, at } = order;
  const operation = {
    operationId: agreementId as string as OperationId,
    kind: 'begin_agreement',
    content: [
      accountNumber,
      servicePointId,
      customerId,
      tariffId,
      order.exemptions,
      order.entitlements,
    ],
    by,
    at,
  };
  const done = await doOnce<object, Refusal>(database, utilityId, operation, (tx) =>
    begun(tx, utilityId, order),
  );
  if (done.kind === 'refused') return done;
  const agreement = await findAgreement(database, utilityId, agreementId);
  if (agreement === null) throw new Error('an agreement that was begun is gone');
  return { kind: 'begun', first: done.first, agreement };
}

async function begun(
  tx: Transaction,
  utilityId: UtilityId,
  order: BeginAgreement,
): Promise<Worked<object, Refusal>> {
  const { agreementId, accountNumber, servicePointId, customerId, tariffId, at } = order;
  // The place's lock makes two agreements for one place wait for each other.
  const place = await lockServicePoint(tx, utilityId, servicePointId);
  const { rows } = await tx.query<CheckRow>(checkStatement, [
    utilityId,
    accountNumber,
    servicePointId,
    customerId,
    tariffId,
    at,
  ]);
  const refusal = refusalOf(rows[0], place !== null);
  if (refusal !== null) return { kind: 'refused', refusal };
  await tx.query(insertStatement, [
    utilityId,
    agreementId,
    accountNumber,
    servicePointId,
    customerId,
    tariffId,
    at,
    order.exemptions,
    order.entitlements,
  ]);
  return { kind: 'done', outcome: {} };
}

function refusalOf(row: CheckRow | undefined, isPlaceFound: boolean): Refusal | null {
  if (row === undefined) throw new Error('a check without an answer');
  if (!row.customer_found) return 'customer_not_found';
  if (!isPlaceFound) return 'service_point_not_found';
  if (row.agreement_in_force) return 'agreement_in_force';
  if (row.account_number_exists) return 'account_number_exists';
  if (!row.tariff_found) return 'tariff_not_found';
  return null;
}
