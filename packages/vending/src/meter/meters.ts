/** Installed meters as they are sold for: enrolled, found and described. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { VendingEncryptionAlgorithm } from '@wattvend/security-module/security-module.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import { meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import type {
  KeyExpiryNumber,
  KeyRevisionNumber,
  SupplyGroupCode,
  TariffIndex,
} from '@wattvend/sts/supply-group.js';
import { keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import type { CustomerId } from '../customer/customers.ts';
import { replanned } from '../desk/replanned.ts';
import type { KeyRow } from '../vend/key-row.ts';
import { keyOfRow } from '../vend/key-row.ts';
import type { MeterId, VendKey } from '../vend/vend.ts';

export interface NewMeter {
  readonly meterId: MeterId;
  readonly meterNumber: Drn;
  readonly address: string;
  readonly customerId: CustomerId | null;
  readonly tariffId: string;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly encryptionAlgorithm: VendingEncryptionAlgorithm;
}

export interface Meter {
  readonly meterId: MeterId;
  readonly meterNumber: Drn;
  readonly meterPan: MeterPan;
  readonly status: 'active' | 'blocked';
  readonly address: string;
  readonly customer: { readonly customerId: CustomerId; readonly name: string } | null;
  readonly tariff: {
    readonly tariffId: string;
    readonly version: number;
    readonly name: string;
  };
  readonly key: VendKey;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly lastVendAt: Instant | null;
}

interface MeterRow extends KeyRow {
  readonly meter_id: MeterId;
  readonly drn: Drn;
  readonly meter_pan: MeterPan;
  readonly status: 'active' | 'blocked';
  readonly address: string;
  readonly last_vend_at_ms: bigint | null;
  readonly customer_id: CustomerId | null;
  readonly customer_name: string | null;
  readonly tariff_id: string;
  readonly tariff_version: number;
  readonly tariff_name: string;
  readonly key_expiry_number: number;
}

const insertMeterStatement = loadStatement(
  new URL('../../sql/meter/insert-meter.sql', import.meta.url),
);
const insertMeterKeyStatement = loadStatement(
  new URL('../../sql/meter/insert-meter-key.sql', import.meta.url),
);
const findMetersStatement = replanned(
  loadStatement(new URL('../../sql/find-meters.sql', import.meta.url)),
);
const findMeterStatement = loadStatement(new URL('../../sql/find-meters.sql', import.meta.url));
const queriesStatement = loadStatement(
  new URL('../../sql/supply/search-queries.sql', import.meta.url),
);
const findNumbersStatement = replanned(
  loadStatement(new URL('../../sql/meter/find-meter-numbers.sql', import.meta.url)),
);

/**
 * Enrols a meter under its first key epoch, with the place it hangs at and the agreement it is sold
 * under; both are numbered like the meter. Fails on the unique constraint when the number is
 * enrolled already, and on a foreign key when its vending key or customer does not exist.
 */
export async function enrolMeter(
  tx: Transaction,
  utilityId: UtilityId,
  meter: NewMeter,
  enrolled: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx.query(insertMeterStatement, [
    utilityId,
    meter.meterId,
    meter.meterNumber,
    meterPanFromDrn(meter.meterNumber),
    meter.address,
    meter.customerId,
    meter.tariffId,
    // The place and the agreement of a meter that is enrolled by itself have its id.
    meter.meterId,
    meter.meterId,
    meter.meterNumber,
    meter.meterNumber,
    enrolled.at,
    enrolled.by,
  ]);
  await tx.query(insertMeterKeyStatement, [
    utilityId,
    meter.meterId,
    meter.supplyGroupCode,
    meter.tariffIndex,
    meter.keyRevisionNumber,
    meter.encryptionAlgorithm,
    enrolled.at,
  ]);
}

/**
 * Meters by the start of their number or by words of the customer's name or the address, each from
 * its start, in the order of their numbers; all of them when nothing is asked for.
 */
export async function findMeters(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly query: string;
    readonly after: string;
    readonly limit: number;
    readonly now: Instant;
  },
): Promise<readonly Meter[]> {
  const { after, limit, now } = page;
  const numbers = page.query.trim() === '' ? null : await foundNumbers(tx, utilityId, page);
  if (numbers !== null && numbers.length === 0) return [];
  const values = [utilityId, numbers, after, limit, now];
  const { rows } = await tx.query<MeterRow>(findMetersStatement, values);
  return rows.map(meterOfRow);
}

interface QueriesRow {
  readonly whole: string | null;
  readonly names_least: string | null;
  readonly places_least: string | null;
}

async function foundNumbers(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: { readonly query: string; readonly after: string; readonly limit: number },
): Promise<readonly Drn[]> {
  const { rows: queries } = await tx.query<QueriesRow>(queriesStatement, [page.query]);
  const query = queries[0] ?? { whole: null, names_least: null, places_least: null };
  const digits = page.query.replaceAll(/[\s-]/g, '');
  const { rows } = await tx.query<{ readonly drn: Drn }>(findNumbersStatement, [
    utilityId,
    query.whole,
    query.names_least ?? query.whole,
    query.places_least ?? query.whole,
    /^\d+$/.test(digits) ? digits : null,
    page.after,
    page.limit,
  ]);
  return rows.map((row) => row.drn);
}

/** The installed meter of that number, or null. */
export async function findMeter(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  meterNumber: Drn,
  now: Instant,
): Promise<Meter | null> {
  const values = [utilityId, [meterNumber], '', 1, now];
  const { rows } = await tx.query<MeterRow>(findMeterStatement, values);
  const [row] = rows;
  return row === undefined ? null : meterOfRow(row);
}

function meterOfRow(row: MeterRow): Meter {
  return {
    meterId: row.meter_id,
    meterNumber: row.drn,
    meterPan: row.meter_pan,
    status: row.status,
    address: row.address,
    customer:
      row.customer_id === null || row.customer_name === null
        ? null
        : { customerId: row.customer_id, name: row.customer_name },
    tariff: {
      tariffId: row.tariff_id,
      version: row.tariff_version,
      name: row.tariff_name,
    },
    key: keyOfRow(row),
    keyExpiryNumber: keyExpiryNumber(row.key_expiry_number),
    lastVendAt: row.last_vend_at_ms === null ? null : instant(Number(row.last_vend_at_ms)),
  };
}
