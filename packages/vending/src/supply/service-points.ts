/** Service points: the places where electricity is supplied. Meters and customers come and go. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { replanned } from '../desk/replanned.ts';
import type { AgreementId } from './agreements.ts';

export type ServicePointId = Quantity<string, 'service point id'>;

export interface ServicePointDetails {
  readonly address: string;
  /** Feeder, village or zone; empty when the utility has none. */
  readonly area: string;
  readonly phases: 1 | 3;
  readonly supplyLimitWatts: number | null;
  /** In millionths of a degree, north and east positive. */
  readonly position: { readonly latitudeE6: number; readonly longitudeE6: number } | null;
}

export interface ServicePoint extends ServicePointDetails {
  readonly servicePointId: ServicePointId;
  /** The utility's own number of the place, which never changes. */
  readonly code: string;
  readonly revision: number;
  readonly createdAt: Instant;
  /** The meter that hangs there now. */
  readonly meterNumber: Drn | null;
  /** The agreement in force. */
  readonly agreement: { readonly agreementId: AgreementId; readonly accountNumber: string } | null;
}

interface ServicePointRow {
  readonly service_point_id: ServicePointId;
  readonly code: string;
  readonly address: string;
  readonly area: string;
  readonly phases: 1 | 3;
  readonly supply_limit_w: number | null;
  readonly latitude_e6: number | null;
  readonly longitude_e6: number | null;
  readonly revision: number;
  readonly created_at_ms: bigint;
  readonly drn: Drn | null;
  readonly agreement_id: AgreementId | null;
  readonly account_number: string | null;
}

const findStatement = loadStatement(
  new URL('../../sql/supply/find-service-point.sql', import.meta.url),
);
const listStatement = replanned(
  loadStatement(new URL('../../sql/supply/list-service-points.sql', import.meta.url)),
);
const lockStatement = loadStatement(
  new URL('../../sql/supply/lock-service-point.sql', import.meta.url),
);

/** The place of that id, or null. */
export async function findServicePoint(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  servicePointId: ServicePointId,
): Promise<ServicePoint | null> {
  const { rows } = await tx.query<ServicePointRow>(findStatement, [utilityId, servicePointId]);
  const [row] = rows;
  return row === undefined ? null : servicePointOfRow(row);
}

/** Places by code, address or area, in the order of their codes. */
export async function listServicePoints(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly query: string;
    readonly area: string | null;
    readonly after: string;
    readonly limit: number;
  },
): Promise<readonly ServicePoint[]> {
  const values = [utilityId, page.query.trim(), page.after, page.limit, page.area];
  const { rows } = await tx.query<ServicePointRow>(listStatement, values);
  return rows.map(servicePointOfRow);
}

/** Keeps the place as it is until the transaction ends; null when there is none. */
export async function lockServicePoint(
  tx: Transaction,
  utilityId: UtilityId,
  servicePointId: ServicePointId,
): Promise<ServicePoint | null> {
  const { rowCount } = await tx.query(lockStatement, [utilityId, servicePointId]);
  // Read after the lock is had: what was there before may have changed while waiting.
  return rowCount === 0 ? null : await findServicePoint(tx, utilityId, servicePointId);
}

function servicePointOfRow(row: ServicePointRow): ServicePoint {
  const { latitude_e6: latitudeE6, longitude_e6: longitudeE6 } = row;
  const { agreement_id: agreementId, account_number: accountNumber } = row;
  return {
    servicePointId: row.service_point_id,
    code: row.code,
    address: row.address,
    area: row.area,
    phases: row.phases,
    supplyLimitWatts: row.supply_limit_w,
    position: latitudeE6 === null || longitudeE6 === null ? null : { latitudeE6, longitudeE6 },
    revision: row.revision,
    createdAt: instant(Number(row.created_at_ms)),
    meterNumber: row.drn,
    agreement:
      agreementId === null || accountNumber === null ? null : { agreementId, accountNumber },
  };
}
