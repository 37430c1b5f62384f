/** What is in the database already of the things that a file names. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type {
  VendingDkga,
  VendingEncryptionAlgorithm,
} from '@wattvend/security-module/security-module.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import type { CustomerId } from '../customer/customers.ts';
import { replanned } from '../desk/replanned.ts';
import type { PaymentMode } from '../meter/meter-status.ts';
import type { MeterKeyAttributes } from '../meter/store-meter.ts';
import { doesServe } from '../meter/store-meter.ts';
import type { MeterDevice } from './meter-line.ts';
import type { CustomerCells, Supply } from './supply-line.ts';

interface DeviceRow {
  readonly drn: Drn;
  readonly model: string;
  readonly meter_phases: 1 | 3;
  readonly payment_mode: PaymentMode;
  readonly supply_group_code: string;
  readonly tariff_index: string;
  readonly key_revision_number: number;
  readonly encryption_algorithm: VendingEncryptionAlgorithm;
}

interface SupplyRow extends DeviceRow {
  readonly status: 'active' | 'blocked';
  readonly code: string;
  readonly address: string;
  readonly area: string;
  readonly phases: 1 | 3;
  readonly supply_limit_w: number | null;
  readonly latitude_e6: number | null;
  readonly longitude_e6: number | null;
  readonly account_number: string;
  readonly tariff_id: string;
  readonly exemptions: readonly string[];
  readonly entitlements: readonly string[];
  readonly customer_id: CustomerId | null;
  readonly customer_name: string;
  readonly phone: string | null;
  readonly language: string | null;
  readonly notes: string;
}

/** Some numbers of meters, or a page of all of them. */
export interface MetersAsked {
  readonly after: string;
  readonly limit: number;
  readonly numbers: readonly Drn[] | null;
}

type Query = Pick<Transaction, 'query'>;

// Planned anew each time: a plan made while the tables were empty would outlive the first import.
const suppliesStatement = replanned(
  loadStatement(new URL('../../sql/csv/export-supplies.sql', import.meta.url)),
);
const metersStatement = replanned(
  loadStatement(new URL('../../sql/csv/export-meters.sql', import.meta.url)),
);
const namesStatement = replanned(
  loadStatement(new URL('../../sql/csv/known-names.sql', import.meta.url)),
);
const customersStatement = replanned(
  loadStatement(new URL('../../sql/csv/known-customers.sql', import.meta.url)),
);
const tariffsStatement = loadStatement(
  new URL('../../sql/csv/tariffs-in-effect.sql', import.meta.url),
);
const keysStatement = loadStatement(new URL('../../sql/csv/vending-keys.sql', import.meta.url));

/** Installed meters with all that belongs to them; the tariff is said by its id. */
export async function findSupplies(
  tx: Query,
  utilityId: UtilityId,
  asked: MetersAsked,
): Promise<readonly Supply[]> {
  const values = [utilityId, asked.after, asked.limit, asked.numbers];
  const { rows } = await tx.query<SupplyRow>(suppliesStatement, values);
  return rows.map((row) => ({
    device: deviceOfRow(row),
    status: row.status,
    customer: customerOfRow(row),
    accountNumber: row.account_number,
    servicePointCode: row.code,
    address: row.address,
    area: row.area,
    phases: row.phases,
    supplyLimitWatts: row.supply_limit_w,
    latitudeE6: row.latitude_e6,
    longitudeE6: row.longitude_e6,
    tariff: row.tariff_id,
    exemptions: row.exemptions,
    entitlements: row.entitlements,
  }));
}

/** Meters in store. */
export async function findStoredDevices(
  tx: Query,
  utilityId: UtilityId,
  asked: MetersAsked,
): Promise<readonly MeterDevice[]> {
  const values = [utilityId, asked.after, asked.limit, asked.numbers];
  const { rows } = await tx.query<DeviceRow>(metersStatement, values);
  return rows.map(deviceOfRow);
}

function deviceOfRow(row: DeviceRow): MeterDevice {
  return {
    meterNumber: row.drn,
    key: {
      supplyGroupCode: supplyGroupCode(row.supply_group_code),
      tariffIndex: tariffIndex(row.tariff_index),
      keyRevisionNumber: keyRevisionNumber(row.key_revision_number),
      encryptionAlgorithm: row.encryption_algorithm,
    },
    model: row.model,
    phases: row.meter_phases,
    paymentMode: row.payment_mode,
  };
}

function customerOfRow(row: SupplyRow): CustomerCells | null {
  if (row.customer_id === null) return null;
  return {
    customerId: row.customer_id,
    name: row.customer_name,
    phone: row.phone ?? '',
    language: row.language ?? '',
    notes: row.notes,
  };
}

export interface KnownNames {
  readonly meters: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** Which numbers of meters, accounts and places are taken. */
export async function findKnownNames(
  tx: Query,
  utilityId: UtilityId,
  asked: {
    readonly meters: readonly string[];
    readonly accounts: readonly string[];
    readonly places: readonly string[];
  },
): Promise<KnownNames> {
  const { rows } = await tx.query<{ readonly kind: string; readonly name: string }>(
    namesStatement,
    [utilityId, asked.meters, asked.accounts, asked.places],
  );
  const named = (kind: string): ReadonlySet<string> =>
    new Set(rows.filter((row) => row.kind === kind).map((row) => row.name));
  return { meters: named('meter'), accounts: named('account'), places: named('place') };
}

/** The customers of those ids who are there. */
export async function findKnownCustomers(
  tx: Query,
  utilityId: UtilityId,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, CustomerCells>> {
  const { rows } = await tx.query<{
    readonly customer_id: CustomerId;
    readonly name: string;
    readonly phone: string | null;
    readonly language: string | null;
    readonly notes: string;
  }>(customersStatement, [utilityId, customerIds]);
  return new Map(
    rows.map((row) => [
      row.customer_id,
      {
        customerId: row.customer_id,
        name: row.name,
        phone: row.phone ?? '',
        language: row.language ?? '',
        notes: row.notes,
      },
    ]),
  );
}

/** What names and ids of tariffs mean. */
export interface TariffNames {
  readonly idOf: (nameOrId: string) => string | 'tariff_not_found' | 'tariff_name_ambiguous';
  /** Its name where that is enough to find it, else its id. */
  readonly nameOf: (tariffId: string) => string;
}

export async function readTariffNames(
  tx: Query,
  utilityId: UtilityId,
  now: Instant,
): Promise<TariffNames> {
  const { rows } = await tx.query<{ readonly tariff_id: string; readonly name: string }>(
    tariffsStatement,
    [utilityId, now],
  );
  const ids = new Map(rows.map((row) => [row.tariff_id, row.name]));
  const byName = new Map<string, string[]>();
  for (const { tariff_id: id, name } of rows) {
    const plain = name.trim().toLowerCase();
    byName.set(plain, [...(byName.get(plain) ?? []), id]);
  }
  const idOf: TariffNames['idOf'] = (text) => {
    const plain = text.trim().toLowerCase();
    if (ids.has(plain)) return plain;
    const found = byName.get(plain) ?? [];
    if (found.length > 1) return 'tariff_name_ambiguous';
    return found[0] ?? 'tariff_not_found';
  };
  return {
    idOf,
    nameOf: (id) => {
      const name = ids.get(id) ?? '';
      return idOf(name) === id ? name : id;
    },
  };
}

/** Whether there is a vending key for the attributes of a meter's key. */
export type HasVendingKey = (key: MeterKeyAttributes) => boolean;

export async function readVendingKeys(tx: Query, utilityId: UtilityId): Promise<HasVendingKey> {
  const { rows } = await tx.query<{
    readonly supply_group_code: string;
    readonly key_revision_number: number;
    readonly dkga: VendingDkga;
  }>(keysStatement, [utilityId]);
  const dkgas = new Map(
    rows.map((row) => [`${row.supply_group_code} ${row.key_revision_number}`, row.dkga]),
  );
  return (key) => {
    const dkga = dkgas.get(`${key.supplyGroupCode} ${key.keyRevisionNumber}`);
    return dkga !== undefined && doesServe(dkga, key.encryptionAlgorithm);
  };
}
