/** Records a place, once for each id. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { DeskDeed, OperationId } from '../desk/desk-operation.ts';
import { doOnce } from '../desk/desk-operation.ts';
import type { ServicePoint, ServicePointDetails, ServicePointId } from './service-points.ts';
import { findServicePoint } from './service-points.ts';

/** In order. */
export const PUT_SERVICE_POINT_REFUSALS = [
  'operation_id_conflict',
  'service_point_code_exists',
] as const;

export type PutServicePointRefusal = (typeof PUT_SERVICE_POINT_REFUSALS)[number];

export type PutServicePointAnswer =
  | { readonly kind: 'put'; readonly first: boolean; readonly servicePoint: ServicePoint }
  | { readonly kind: 'refused'; readonly refusal: PutServicePointRefusal };

const insertStatement = loadStatement(
  new URL('../../sql/supply/insert-service-point.sql', import.meta.url),
);
const byCodeStatement = loadStatement(
  new URL('../../sql/supply/service-point-by-code.sql', import.meta.url),
);

/** Asked again with the same content, answers the place as it is by then. */
export async function putServicePoint(
  database: Database,
  utilityId: UtilityId,
  order: {
    readonly servicePointId: ServicePointId;
    readonly code: string;
    readonly details: ServicePointDetails;
  } & DeskDeed,
): Promise<PutServicePointAnswer> {
  const { servicePointId, code, by, at } = order;
  const content = [code, ...detailsInOrder(order.details)];
  const operationId = servicePointId as string as OperationId;
  const operation = { operationId, kind: 'put_service_point', content, by, at };
  type Refusal = 'service_point_code_exists';
  const done = await doOnce<object, Refusal>(database, utilityId, operation, async (tx) => {
    const { rowCount } = await tx.query(byCodeStatement, [utilityId, code]);
    if (rowCount > 0) return { kind: 'refused', refusal: 'service_point_code_exists' };
    await tx.query(insertStatement, [utilityId, servicePointId, ...content, at]);
    return { kind: 'done', outcome: {} };
  });
  if (done.kind === 'refused') return done;
  const servicePoint = await findServicePoint(database, utilityId, servicePointId);
  if (servicePoint === null) throw new Error('a place that was recorded is gone');
  return { kind: 'put', first: done.first, servicePoint };
}

/** As the statements take them. */
export function detailsInOrder(
  details: ServicePointDetails,
): readonly [string, string, number, number | null, number | null, number | null] {
  const { address, area, phases, supplyLimitWatts, position } = details;
  const latitudeE6 = position?.latitudeE6 ?? null;
  return [address, area, phases, supplyLimitWatts, latitudeE6, position?.longitudeE6 ?? null];
}
