/**
 * What is done with a meter at the desk, besides replacing it: hanging it up, taking it down,
 * blocking it for sales, and its ways through the store. Each is named by the client and done once.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { WattHours } from '@wattvend/quantities/energy.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type {
  DeskDeed,
  OperationAnswer,
  OperationContent,
  OperationId,
  Worked,
} from '../desk/desk-operation.ts';
import { doOnce } from '../desk/desk-operation.ts';
import type { ServicePointId } from '../supply/service-points.ts';
import { findServicePoint, lockServicePoint } from '../supply/service-points.ts';
import type { DeskMeter } from './desk-meter.ts';
import {
  beginInstallation,
  endInstallation,
  lockDeskMeters,
  noteMeter,
  setMeterStatus,
  timeOfDeed,
} from './desk-meter.ts';
import type { MeterStatus } from './meter-status.ts';

export type MeterDeed =
  | {
      readonly kind: 'install';
      readonly servicePointId: ServicePointId;
      /** What the total register says, when somebody read it. */
      readonly reading: WattHours | null;
    }
  | {
      readonly kind: 'remove';
      readonly reason: string;
      readonly reading: WattHours | null;
      readonly creditLeft: WattHours | null;
    }
  | { readonly kind: 'block'; readonly reason: string }
  | { readonly kind: 'unblock'; readonly reason: string }
  /** A meter that came back was tested and may be hung up again. */
  | { readonly kind: 'return_to_store'; readonly reason: string }
  | { readonly kind: 'scrap'; readonly reason: string };

/** In order. */
export const METER_DEED_REFUSALS = [
  'operation_id_conflict',
  'service_point_not_found',
  'meter_not_found',
  'meter_scrapped',
  'meter_installed',
  'meter_not_installed',
  'meter_not_in_store',
  'meter_not_removed',
  'meter_blocked',
  'meter_not_blocked',
  'service_point_occupied',
  'reading_below_first',
] as const;

export type MeterDeedRefusal = (typeof METER_DEED_REFUSALS)[number];

export interface MeterDeedOutcome {
  readonly meterNumber: Drn;
  readonly status: MeterStatus;
  readonly servicePointId: ServicePointId | null;
}

export interface MeterDeedOrder extends DeskDeed {
  readonly operationId: OperationId;
  readonly meterNumber: Drn;
  readonly deed: MeterDeed;
}

type Refusal = Exclude<MeterDeedRefusal, 'operation_id_conflict'>;
type Done = Worked<MeterDeedOutcome, Refusal>;

export async function operateMeter(
  database: Database,
  utilityId: UtilityId,
  order: MeterDeedOrder,
): Promise<OperationAnswer<MeterDeedOutcome, Refusal>> {
  const { operationId, meterNumber, deed, by, at } = order;
  const content = [meterNumber, ...contentOf(deed)];
  const operation = { operationId, kind: `meter_${deed.kind}`, content, by, at };
  return await doOnce(database, utilityId, operation, async (tx): Promise<Done> => {
    // A place is never removed, so it need not be locked to be known; meters are locked first.
    if (deed.kind === 'install') {
      const place = await findServicePoint(tx, utilityId, deed.servicePointId);
      if (place === null) return { kind: 'refused', refusal: 'service_point_not_found' };
    }
    const meters = await lockDeskMeters(tx, utilityId, [meterNumber]);
    const meter = meters.get(meterNumber);
    if (meter === undefined) return { kind: 'refused', refusal: 'meter_not_found' };
    const refusal = stateRefusal(meter, deed);
    if (refusal !== null) return { kind: 'refused', refusal };
    return await done(tx, utilityId, meter, { ...order, at: timeOfDeed([meter], at) });
  });
}

function contentOf(deed: MeterDeed): readonly OperationContent[] {
  switch (deed.kind) {
    case 'install':
      return [deed.servicePointId, deed.reading];
    case 'remove':
      return [deed.reason, deed.reading, deed.creditLeft];
    case 'block':
    case 'unblock':
    case 'return_to_store':
    case 'scrap':
      return [deed.reason];
  }
}

/** From which states a deed is possible; any other is refused by what the meter is. */
const FROM: Readonly<Record<MeterDeed['kind'], readonly MeterStatus[]>> = {
  install: ['in_store'],
  remove: ['active', 'blocked'],
  block: ['active'],
  unblock: ['blocked'],
  return_to_store: ['removed'],
  scrap: ['in_store', 'removed'],
};

function stateRefusal(meter: DeskMeter, deed: MeterDeed): Refusal | null {
  const { status } = meter;
  if (FROM[deed.kind].includes(status)) return null;
  if (status === 'scrapped') return 'meter_scrapped';
  const isInstalled = status === 'active' || status === 'blocked';
  switch (deed.kind) {
    case 'install':
      return isInstalled ? 'meter_installed' : 'meter_not_in_store';
    case 'remove':
      return 'meter_not_installed';
    case 'block':
      return isInstalled ? 'meter_blocked' : 'meter_not_installed';
    case 'unblock':
      return isInstalled ? 'meter_not_blocked' : 'meter_not_installed';
    case 'return_to_store':
      return isInstalled ? 'meter_installed' : 'meter_not_removed';
    case 'scrap':
      return 'meter_installed';
  }
}

async function done(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  order: MeterDeedOrder,
): Promise<Done> {
  const { deed, by, at } = order;
  switch (deed.kind) {
    case 'install':
      return await installed(tx, utilityId, meter, { ...deed, by, at });
    case 'remove': {
      if (isBelowFirst(meter, deed.reading)) {
        return { kind: 'refused', refusal: 'reading_below_first' };
      }
      await endInstallation(tx, utilityId, meter, { ...deed, by, at });
      return outcome(meter, 'removed', null);
    }
    case 'block':
      return await moved(tx, utilityId, meter, order, { status: 'blocked', note: 'blocked' });
    case 'unblock':
      return await moved(tx, utilityId, meter, order, { status: 'active', note: 'unblocked' });
    case 'return_to_store':
      return await moved(tx, utilityId, meter, order, {
        status: 'in_store',
        note: 'returned_to_store',
      });
    case 'scrap':
      return await moved(tx, utilityId, meter, order, { status: 'scrapped', note: 'scrapped' });
  }
}

async function installed(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  installation: {
    readonly servicePointId: ServicePointId;
    readonly reading: WattHours | null;
  } & DeskDeed,
): Promise<Done> {
  const { servicePointId } = installation;
  const place = await lockServicePoint(tx, utilityId, servicePointId);
  if (place === null) throw new Error('a place that was found is gone');
  if (place.meterNumber !== null) return { kind: 'refused', refusal: 'service_point_occupied' };
  await beginInstallation(tx, utilityId, meter, installation);
  return outcome(meter, 'active', servicePointId);
}

/** A total register only counts up. */
export function isBelowFirst(meter: DeskMeter, reading: WattHours | null): boolean {
  const first = meter.installedReadingWh;
  return first !== null && reading !== null && BigInt(reading) < first;
}

/** Changes the state alone, with a note why. */
async function moved(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  order: MeterDeedOrder,
  to: { readonly status: MeterStatus; readonly note: string },
): Promise<Done> {
  const { servicePointId } = meter;
  const reason = 'reason' in order.deed ? order.deed.reason : '';
  const { by, at } = order;
  await setMeterStatus(tx, utilityId, meter, { status: to.status, servicePointId });
  await noteMeter(tx, utilityId, meter, { kind: to.note, details: { reason }, by, at });
  return outcome(meter, to.status, servicePointId);
}

function outcome(
  { meterNumber }: DeskMeter,
  status: MeterStatus,
  servicePointId: ServicePointId | null,
): Done {
  return { kind: 'done', outcome: { meterNumber, status, servicePointId } };
}
