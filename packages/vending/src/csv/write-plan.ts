/** Writes what a plan says, in one transaction of many rows at a time. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import type { CustomerId } from '../customer/customers.ts';
import type { DeskDeed } from '../desk/desk-operation.ts';
import { batchesOf } from './batches.ts';
import type { MeterDevice } from './meter-line.ts';
import type { Plan, PlannedSupply } from './plan.ts';
import type { CustomerCells } from './supply-line.ts';

const customersStatement = loadStatement(
  new URL('../../sql/csv/import-customers.sql', import.meta.url),
);
const placesStatement = loadStatement(
  new URL('../../sql/csv/import-service-points.sql', import.meta.url),
);
const agreementsStatement = loadStatement(
  new URL('../../sql/csv/import-agreements.sql', import.meta.url),
);
const metersStatement = loadStatement(new URL('../../sql/csv/import-meters.sql', import.meta.url));
const keysStatement = loadStatement(
  new URL('../../sql/csv/import-meter-keys.sql', import.meta.url),
);
const installationsStatement = loadStatement(
  new URL('../../sql/csv/import-installations.sql', import.meta.url),
);

export interface WritePlan extends DeskDeed {
  readonly newId: () => string;
  readonly onLines: (lines: number) => void;
}

export async function writePlan(
  tx: Transaction,
  utilityId: UtilityId,
  plan: Plan,
  order: WritePlan,
): Promise<void> {
  for await (const batch of batchesOf([...plan.customers])) {
    await writeCustomers(tx, utilityId, batch, order);
  }
  for await (const batch of batchesOf(plan.supplies)) {
    await writeSupplies(tx, utilityId, batch, order);
    order.onLines(batch.length);
  }
  for await (const batch of batchesOf(plan.devices)) {
    const places = batch.map(() => null);
    const statuses = batch.map(() => 'in_store');
    await writeMeters(tx, utilityId, { devices: batch, places, statuses }, order);
    order.onLines(batch.length);
  }
}

async function writeCustomers(
  tx: Transaction,
  utilityId: UtilityId,
  batch: readonly (readonly [CustomerId, CustomerCells])[],
  { at }: WritePlan,
): Promise<void> {
  const customers = batch.map(([, customer]) => customer);
  await tx.query(customersStatement, [
    utilityId,
    at,
    batch.map(([id]) => id),
    customers.map((each) => each.name),
    customers.map((each) => each.phone),
    customers.map((each) => each.language),
    customers.map((each) => each.notes),
  ]);
}

async function writeSupplies(
  tx: Transaction,
  utilityId: UtilityId,
  batch: readonly PlannedSupply[],
  order: WritePlan,
): Promise<void> {
  const supplies = batch.map((each) => each.supply);
  const places = batch.map(() => order.newId());
  await tx.query(placesStatement, [
    utilityId,
    order.at,
    places,
    supplies.map((each) => each.servicePointCode),
    supplies.map((each) => each.address),
    supplies.map((each) => each.area),
    supplies.map((each) => each.phases),
    supplies.map((each) => each.supplyLimitWatts),
    supplies.map((each) => each.latitudeE6),
    supplies.map((each) => each.longitudeE6),
  ]);
  await tx.query(agreementsStatement, [
    utilityId,
    order.at,
    batch.map(() => order.newId()),
    supplies.map((each) => each.accountNumber),
    places,
    batch.map((each) => each.customerId),
    batch.map((each) => each.tariffId),
    supplies.map((each) => each.exemptions.join(' ')),
    supplies.map((each) => each.entitlements.join(' ')),
  ]);
  const devices = supplies.map((each) => each.device);
  const statuses = supplies.map((each) => each.status);
  const meterIds = await writeMeters(tx, utilityId, { devices, places, statuses }, order);
  await tx.query(installationsStatement, [utilityId, order.at, order.by, meterIds, places]);
}

async function writeMeters(
  tx: Transaction,
  utilityId: UtilityId,
  meters: {
    readonly devices: readonly MeterDevice[];
    readonly places: readonly (string | null)[];
    readonly statuses: readonly string[];
  },
  order: WritePlan,
): Promise<readonly string[]> {
  const { devices, places, statuses } = meters;
  const meterIds = devices.map(() => order.newId());
  await tx.query(metersStatement, [
    utilityId,
    meterIds,
    devices.map((each) => each.meterNumber),
    devices.map((each) => meterPanFromDrn(each.meterNumber)),
    statuses,
    places,
    devices.map((each) => each.model),
    devices.map((each) => each.phases),
    devices.map((each) => each.paymentMode),
  ]);
  await tx.query(keysStatement, [
    utilityId,
    order.at,
    meterIds,
    devices.map(({ key }) => key.supplyGroupCode),
    devices.map(({ key }) => key.tariffIndex),
    devices.map(({ key }) => key.keyRevisionNumber),
    devices.map(({ key }) => key.encryptionAlgorithm),
  ]);
  return meterIds;
}
