/** One meter with all that belongs to it, wherever it is: in store, on a wall, or scrapped. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import type { KeyExpiryNumber } from '@wattvend/sts/supply-group.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import type { CustomerId } from '../customer/customers.ts';
import type { AgreementId } from '../supply/agreements.ts';
import type { ServicePointId } from '../supply/service-points.ts';
import type { KeyRow } from '../vend/key-row.ts';
import { keyOfRow } from '../vend/key-row.ts';
import type { MeterId, VendKey } from '../vend/vend.ts';
import type { MeterStatus, PaymentMode } from './meter-status.ts';

export interface MeterCard {
  readonly meterId: MeterId;
  readonly meterNumber: Drn;
  readonly meterPan: MeterPan;
  readonly status: MeterStatus;
  readonly model: string;
  readonly phases: 1 | 3;
  readonly paymentMode: PaymentMode;
  readonly revision: number;
  readonly key: VendKey;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly lastVendAt: Instant | null;
  readonly servicePoint: {
    readonly servicePointId: ServicePointId;
    readonly code: string;
    readonly address: string;
    readonly area: string;
  } | null;
  readonly agreement: {
    readonly agreementId: AgreementId;
    readonly accountNumber: string;
    readonly tariffId: string;
    readonly tariffName: string;
  } | null;
  readonly customer: { readonly customerId: CustomerId; readonly name: string } | null;
}

interface CardRow extends KeyRow {
  readonly meter_id: MeterId;
  readonly drn: Drn;
  readonly meter_pan: MeterPan;
  readonly status: MeterStatus;
  readonly model: string;
  readonly phases: 1 | 3;
  readonly payment_mode: PaymentMode;
  readonly revision: number;
  readonly last_vend_at_ms: bigint | null;
  readonly key_expiry_number: number;
  readonly service_point_id: ServicePointId | null;
  readonly code: string;
  readonly address: string;
  readonly area: string;
  readonly agreement_id: AgreementId | null;
  readonly account_number: string;
  readonly tariff_id: string;
  readonly tariff_name: string;
  readonly customer_id: CustomerId | null;
  readonly customer_name: string;
}

const findStatement = loadStatement(
  new URL('../../sql/meter/find-meter-card.sql', import.meta.url),
);

const listStatement = loadStatement(
  new URL('../../sql/meter/list-meter-cards.sql', import.meta.url),
);

/** The meter of that number, or null. */
export async function findMeterCard(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  meterNumber: Drn,
): Promise<MeterCard | null> {
  const { rows } = await tx.query<CardRow>(findStatement, [utilityId, meterNumber]);
  const [row] = rows;
  return row === undefined ? null : cardOfRow(row);
}

/** The meters in a state, by number, after the one named. */
export async function listMeterCards(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly status: MeterStatus; readonly after: string; readonly limit: number },
): Promise<readonly MeterCard[]> {
  const values = [utilityId, page.status, page.after, page.limit];
  const { rows } = await tx.query<CardRow>(listStatement, values);
  return rows.map(cardOfRow);
}

function cardOfRow(row: CardRow): MeterCard {
  const { service_point_id: servicePointId, agreement_id: agreementId } = row;
  const { customer_id: customerId, code, address, area } = row;
  return {
    meterId: row.meter_id,
    meterNumber: row.drn,
    meterPan: row.meter_pan,
    status: row.status,
    model: row.model,
    phases: row.phases,
    paymentMode: row.payment_mode,
    revision: row.revision,
    key: keyOfRow(row),
    keyExpiryNumber: keyExpiryNumber(row.key_expiry_number),
    lastVendAt: row.last_vend_at_ms === null ? null : instant(Number(row.last_vend_at_ms)),
    servicePoint: servicePointId === null ? null : { servicePointId, code, address, area },
    agreement:
      agreementId === null
        ? null
        : {
            agreementId,
            accountNumber: row.account_number,
            tariffId: row.tariff_id,
            tariffName: row.tariff_name,
          },
    customer: customerId === null ? null : { customerId, name: row.customer_name },
  };
}
