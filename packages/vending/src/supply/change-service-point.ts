/** Changes what is recorded of a place; its code stays. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { detailsInOrder } from './put-service-point.ts';
import type { ServicePoint, ServicePointDetails, ServicePointId } from './service-points.ts';
import { findServicePoint, lockServicePoint } from './service-points.ts';

/** In order. */
export const CHANGE_SERVICE_POINT_REFUSALS = [
  'service_point_not_found',
  'changed_meanwhile',
] as const;

export type ChangeServicePointRefusal = (typeof CHANGE_SERVICE_POINT_REFUSALS)[number];

export type ChangeServicePointAnswer =
  | { readonly kind: 'changed'; readonly servicePoint: ServicePoint }
  | { readonly kind: 'refused'; readonly refusal: ChangeServicePointRefusal };

const updateStatement = loadStatement(
  new URL('../../sql/supply/update-service-point.sql', import.meta.url),
);

/** A change that changes nothing leaves the revision alone. */
export async function changeServicePoint(
  database: Database,
  utilityId: UtilityId,
  order: {
    readonly servicePointId: ServicePointId;
    readonly revision: number;
    readonly details: ServicePointDetails;
  },
): Promise<ChangeServicePointAnswer> {
  const { servicePointId, details } = order;
  return await database.transaction<ChangeServicePointAnswer>(async (tx) => {
    const before = await lockServicePoint(tx, utilityId, servicePointId);
    if (before === null) return { kind: 'refused', refusal: 'service_point_not_found' };
    if (before.revision !== order.revision) {
      return { kind: 'refused', refusal: 'changed_meanwhile' };
    }
    const [was, is] = [detailsInOrder(before), detailsInOrder(details)];
    if (was.every((value, at) => value === is[at])) {
      return { kind: 'changed', servicePoint: before };
    }
    await tx.query(updateStatement, [utilityId, servicePointId, ...is]);
    const servicePoint = await findServicePoint(tx, utilityId, servicePointId);
    if (servicePoint === null) throw new Error('a locked place is gone');
    return { kind: 'changed', servicePoint };
  });
}
