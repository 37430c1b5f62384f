/**
 * Replaces a meter: the old one comes down and the new one goes up at the same place, in one
 * transaction. The agreement of the place is not touched, so the steps of the month, free units and
 * debts go on where they were.
 *
 * The credit that was left in the old meter is owed to the customer. It is not a sale: it becomes an
 * order for a token of that energy for the new meter, which a second person approves.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { TenthKwh, WattHours } from '@wattvend/quantities/energy.js';
import { tenthKwh, WATT_HOURS_PER_TENTH_KWH } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { DeskDeed, OperationAnswer, OperationId, Worked } from '../desk/desk-operation.ts';
import { doOnce } from '../desk/desk-operation.ts';
import type { ServicePointId } from '../supply/service-points.ts';
import { lockServicePoint } from '../supply/service-points.ts';
import type { DeskMeter } from './desk-meter.ts';
import {
  beginInstallation,
  endInstallation,
  lockDeskMeters,
  noteMeter,
  timeOfDeed,
} from './desk-meter.ts';
import { isBelowFirst } from './meter-operations.ts';

/** In order. */
export const REPLACE_METER_REFUSALS = [
  'operation_id_conflict',
  'meter_not_found',
  'meter_scrapped',
  'meter_not_installed',
  'new_meter_not_found',
  'new_meter_not_in_store',
  'reading_below_first',
  'credit_not_transferable',
] as const;

export type ReplaceMeterRefusal = (typeof REPLACE_METER_REFUSALS)[number];

export interface ReplaceMeter extends DeskDeed {
  readonly operationId: OperationId;
  readonly meterNumber: Drn;
  readonly newMeterNumber: Drn;
  readonly reason: string;
  readonly removedReading: WattHours | null;
  /** What the old meter said was left; null when it could not be read, and then nothing moves. */
  readonly creditLeft: WattHours | null;
  readonly installedReading: WattHours | null;
}

/** What whoever issues tokens for approved orders is asked for. */
export interface TransferOrder {
  /** The operation's id: one replacement makes one order. */
  readonly orderId: OperationId;
  readonly kind: 'transfer';
  readonly meterNumber: Drn;
  readonly fromMeterNumber: Drn;
  readonly creditLeft: WattHours;
  /** Rounded up to what a token counts in, in the customer's favour. */
  readonly energy: TenthKwh;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

export interface Replacement {
  readonly meterNumber: Drn;
  readonly newMeterNumber: Drn;
  readonly servicePointId: ServicePointId;
  /** Null when no credit was left. */
  readonly transfer: TransferOrder | null;
}

type Refusal = Exclude<ReplaceMeterRefusal, 'operation_id_conflict'>;

export async function replaceMeter(
  database: Database,
  utilityId: UtilityId,
  order: ReplaceMeter,
): Promise<OperationAnswer<Replacement, Refusal>> {
  const { operationId, meterNumber, newMeterNumber, by, at } = order;
  const operation = {
    operationId,
    kind: 'meter_replace',
    content: [
      meterNumber,
      newMeterNumber,
      order.reason,
      order.removedReading,
      order.creditLeft,
      order.installedReading,
    ],
    by,
    at,
  };
  return await doOnce(database, utilityId, operation, (tx) => replaced(tx, utilityId, order));
}

async function replaced(
  tx: Transaction,
  utilityId: UtilityId,
  order: ReplaceMeter,
): Promise<Worked<Replacement, Refusal>> {
  const { meterNumber, newMeterNumber, reason, by } = order;
  const meters = await lockDeskMeters(tx, utilityId, [meterNumber, newMeterNumber]);
  const old = meters.get(meterNumber);
  if (old === undefined) return { kind: 'refused', refusal: 'meter_not_found' };
  if (old.status === 'scrapped') return { kind: 'refused', refusal: 'meter_scrapped' };
  const { servicePointId } = old;
  if (servicePointId === null) return { kind: 'refused', refusal: 'meter_not_installed' };
  const fresh = meters.get(newMeterNumber);
  if (fresh === undefined) return { kind: 'refused', refusal: 'new_meter_not_found' };
  if (fresh.status !== 'in_store') return { kind: 'refused', refusal: 'new_meter_not_in_store' };
  if (isBelowFirst(old, order.removedReading)) {
    return { kind: 'refused', refusal: 'reading_below_first' };
  }
  if (!isTransferable(order, old, fresh)) {
    return { kind: 'refused', refusal: 'credit_not_transferable' };
  }
  await lockServicePoint(tx, utilityId, servicePointId);
  const at = timeOfDeed([old, fresh], order.at);
  const removal = { reason, reading: order.removedReading, creditLeft: order.creditLeft };
  await endInstallation(tx, utilityId, old, { ...removal, by, at });
  const installation = { servicePointId, reading: order.installedReading };
  await beginInstallation(tx, utilityId, fresh, { ...installation, by, at });
  const transfer = transferOf(order, at);
  await noteBoth(tx, utilityId, { old, fresh, transfer }, { by, at });
  const outcome = { meterNumber, newMeterNumber, servicePointId, transfer };
  return { kind: 'done', outcome };
}

/** Energy cannot be put into a meter that counts money, nor a meter's money be read as energy. */
function isTransferable(order: ReplaceMeter, old: DeskMeter, fresh: DeskMeter): boolean {
  if (order.creditLeft === null || order.creditLeft === 0) return true;
  return old.paymentMode === 'energy' && fresh.paymentMode === 'energy';
}

function transferOf(order: ReplaceMeter, at: Instant): TransferOrder | null {
  const { creditLeft } = order;
  if (creditLeft === null || creditLeft === 0) return null;
  return {
    orderId: order.operationId,
    kind: 'transfer',
    meterNumber: order.newMeterNumber,
    fromMeterNumber: order.meterNumber,
    creditLeft,
    energy: tenthKwh(Math.ceil(creditLeft / WATT_HOURS_PER_TENTH_KWH)),
    reason: order.reason,
    requestedBy: order.by,
    requestedAt: at,
  };
}

async function noteBoth(
  tx: Transaction,
  utilityId: UtilityId,
  deed: {
    readonly old: DeskMeter;
    readonly fresh: DeskMeter;
    readonly transfer: TransferOrder | null;
  },
  { by, at }: DeskDeed,
): Promise<void> {
  const { old, fresh, transfer } = deed;
  const deedOf = { by, at };
  const replacedBy = { meter_number: fresh.meterNumber };
  await noteMeter(tx, utilityId, old, { kind: 'replaced_by', details: replacedBy, ...deedOf });
  const replaces = { meter_number: old.meterNumber };
  await noteMeter(tx, utilityId, fresh, { kind: 'replaces', details: replaces, ...deedOf });
  if (transfer === null) return;
  await noteMeter(tx, utilityId, fresh, {
    kind: 'transfer_ordered',
    details: {
      order_id: transfer.orderId,
      from_meter_number: transfer.fromMeterNumber,
      credit_left_wh: transfer.creditLeft,
      energy_tenth_kwh: transfer.energy,
      reason: transfer.reason,
    },
    ...deedOf,
  });
}
