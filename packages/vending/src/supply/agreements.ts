/**
 * Agreements: who is supplied at a place, and under which tariff. What a customer has bought this
 * month, owes and is exempt from belongs to the agreement, never to the meter.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { CustomerId } from '../customer/customers.ts';
import { replanned } from '../desk/replanned.ts';
import type { ServicePointId } from './service-points.ts';

export type AgreementId = Quantity<string, 'agreement id'>;

/** What may be agreed anew while an agreement runs; it counts from that moment. */
export interface AgreementTerms {
  readonly tariffId: string;
  /** Ids of the tariff's components that this customer does not pay. */
  readonly exemptions: readonly string[];
  /** Ids of the tariff's free units that are due to this customer. */
  readonly entitlements: readonly string[];
}

export interface Agreement extends AgreementTerms {
  readonly agreementId: AgreementId;
  readonly accountNumber: string;
  readonly servicePoint: {
    readonly servicePointId: ServicePointId;
    readonly code: string;
    readonly address: string;
  };
  readonly customer: { readonly customerId: CustomerId; readonly name: string } | null;
  readonly tariffName: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
  readonly revision: number;
  /** The meter that is sold for under it; null when none hangs there, or the agreement has ended. */
  readonly meterNumber: Drn | null;
}

interface AgreementRow {
  readonly agreement_id: AgreementId;
  readonly account_number: string;
  readonly service_point_id: ServicePointId;
  readonly code: string;
  readonly address: string;
  readonly customer_id: CustomerId | null;
  readonly customer_name: string | null;
  readonly tariff_id: string;
  readonly tariff_name: string;
  readonly began_at_ms: bigint;
  readonly ended_at_ms: bigint | null;
  readonly exemptions: readonly string[];
  readonly entitlements: readonly string[];
  readonly revision: number;
  readonly drn: Drn | null;
}

const findStatement = loadStatement(
  new URL('../../sql/supply/find-agreement.sql', import.meta.url),
);
const listStatement = replanned(
  loadStatement(new URL('../../sql/supply/list-agreements.sql', import.meta.url)),
);
const lockStatement = loadStatement(
  new URL('../../sql/supply/lock-agreement.sql', import.meta.url),
);

/** The agreement of that id, or null. */
export async function findAgreement(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  agreementId: AgreementId,
): Promise<Agreement | null> {
  const { rows } = await tx.query<AgreementRow>(findStatement, [utilityId, agreementId]);
  const [row] = rows;
  return row === undefined ? null : agreementOfRow(row);
}

/** Where a page of agreements ended. */
export interface AgreementCursor {
  readonly beganAt: number;
  readonly agreementId: string;
}

/** Before the first page: later than all. */
export const AGREEMENTS_FROM_THE_NEWEST: AgreementCursor = {
  beganAt: Number.MAX_SAFE_INTEGER,
  agreementId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** The agreements of a customer or of a place, the newest first. */
export async function listAgreements(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly customerId: CustomerId | null;
    readonly servicePointId: ServicePointId | null;
    readonly before: AgreementCursor;
    readonly limit: number;
  },
): Promise<readonly Agreement[]> {
  const { rows } = await tx.query<AgreementRow>(listStatement, [
    utilityId,
    page.customerId,
    page.servicePointId,
    page.limit,
    page.before.beganAt,
    page.before.agreementId,
  ]);
  return rows.map(agreementOfRow);
}

/** Keeps the agreement as it is until the transaction ends; null when there is none. */
export async function lockAgreement(
  tx: Transaction,
  utilityId: UtilityId,
  agreementId: AgreementId,
): Promise<Agreement | null> {
  const { rowCount } = await tx.query(lockStatement, [utilityId, agreementId]);
  return rowCount === 0 ? null : await findAgreement(tx, utilityId, agreementId);
}

function agreementOfRow(row: AgreementRow): Agreement {
  const { customer_id: customerId, customer_name: name } = row;
  return {
    agreementId: row.agreement_id,
    accountNumber: row.account_number,
    servicePoint: {
      servicePointId: row.service_point_id,
      code: row.code,
      address: row.address,
    },
    customer: customerId === null || name === null ? null : { customerId, name },
    tariffId: row.tariff_id,
    tariffName: row.tariff_name,
    exemptions: row.exemptions,
    entitlements: row.entitlements,
    beganAt: instant(Number(row.began_at_ms)),
    endedAt: row.ended_at_ms === null ? null : instant(Number(row.ended_at_ms)),
    revision: row.revision,
    meterNumber: row.drn,
  };
}
