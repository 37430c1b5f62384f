/** Reads vends: rows of the database become the data of vend.ts. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import type {
  VendingDkga,
  VendingEncryptionAlgorithm,
} from '@wattvend/security-module/security-module.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { StoredLine } from './stored-lines.ts';
import { linesFromStored } from './stored-lines.ts';
import type { IssuedToken, MeterId, Vend, VendId, VendKey, VendorId } from './vend.ts';

interface VendRow {
  readonly vend_id: VendId;
  readonly state: Vend['state'];
  readonly meter_id: MeterId;
  readonly key_epoch: number;
  readonly token_identifier: number;
  readonly vendor_id: VendorId;
  readonly sold_by: string;
  readonly tendered_minor: bigint;
  readonly energy_tenth_kwh: number;
  readonly tariff_id: string;
  readonly tariff_version: number;
  readonly lines: readonly StoredLine[];
  readonly requested_at_ms: bigint;
  readonly resolved_at_ms: bigint | null;
  readonly declined_reason: string | null;
  readonly drn: Drn;
  readonly meter_pan: MeterPan;
  readonly address: string;
  readonly customer_name: string | null;
  readonly vendor_name: string;
  readonly float_account_id: AccountId;
  readonly tariff_name: string;
  readonly digits: NumericToken | null;
  readonly module_sequence: bigint | null;
  readonly receipt: Uint8Array | null;
  readonly reprints: number;
}

export interface KeyRow {
  readonly key_epoch: number;
  readonly supply_group_code: string;
  readonly tariff_index: string;
  readonly key_revision_number: number;
  readonly key_type: number;
  readonly base_date: BaseDate;
  readonly dkga: VendingDkga;
  readonly encryption_algorithm: VendingEncryptionAlgorithm;
}

const findVendsStatement = loadStatement(new URL('../../sql/find-vends.sql', import.meta.url));

/** The vends of those ids that exist, in no order. */
export async function findVends(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendIds: readonly VendId[],
): Promise<readonly Vend[]> {
  const { rows } = await tx.query<VendRow & KeyRow>(findVendsStatement, [utilityId, vendIds]);
  return rows.map(vendOfRow);
}

/** The vend of that id, or null. */
export async function findVend(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  vendId: VendId,
): Promise<Vend | null> {
  const [found] = await findVends(tx, utilityId, [vendId]);
  return found ?? null;
}

export function keyOfRow(row: KeyRow): VendKey {
  return {
    keyEpoch: row.key_epoch,
    supplyGroupCode: supplyGroupCode(row.supply_group_code),
    tariffIndex: tariffIndex(row.tariff_index),
    keyRevisionNumber: keyRevisionNumber(row.key_revision_number),
    keyType: keyType(row.key_type),
    baseDate: row.base_date,
    dkga: row.dkga,
    encryptionAlgorithm: row.encryption_algorithm,
  };
}

function vendOfRow(row: VendRow & KeyRow): Vend {
  return {
    vendId: row.vend_id,
    state: row.state,
    requestedAt: instant(Number(row.requested_at_ms)),
    resolvedAt: row.resolved_at_ms === null ? null : instant(Number(row.resolved_at_ms)),
    declinedReason: row.declined_reason,
    meter: {
      meterId: row.meter_id,
      meterNumber: row.drn,
      meterPan: row.meter_pan,
      address: row.address,
      customerName: row.customer_name,
    },
    vendor: {
      vendorId: row.vendor_id,
      name: row.vendor_name,
      floatAccountId: row.float_account_id,
    },
    soldBy: row.sold_by,
    tendered: minorUnits(row.tendered_minor),
    energy: tenthKwh(row.energy_tenth_kwh),
    lines: linesFromStored(row.lines),
    tariff: { tariffId: row.tariff_id, version: row.tariff_version, name: row.tariff_name },
    key: keyOfRow(row),
    tokenIdentifier: tokenIdentifier(row.token_identifier),
    token: tokenOfRow(row),
    reprints: row.reprints,
  };
}

function tokenOfRow(row: VendRow): IssuedToken | null {
  if (row.digits === null || row.module_sequence === null || row.receipt === null) return null;
  const receipt = Buffer.from(row.receipt).toString('hex');
  return { digits: row.digits, sequence: row.module_sequence, receipt };
}
