/** A meter under the hands of the desk: locked, read, moved and noted in one transaction. */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { WattHours } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { DeskDeed } from '../desk/desk-operation.ts';
import type { ServicePointId } from '../supply/service-points.ts';
import type { MeterId } from '../vend/vend.ts';
import type { MeterStatus, PaymentMode } from './meter-status.ts';

export interface DeskMeter {
  readonly meterId: MeterId;
  readonly meterNumber: Drn;
  readonly status: MeterStatus;
  readonly servicePointId: ServicePointId | null;
  readonly paymentMode: PaymentMode;
  readonly phases: 1 | 3;
  readonly installedReadingWh: bigint | null;
  /** The time of the last thing that became of it; 0 when nothing did. */
  readonly lastEventAt: Instant;
}

interface DeskMeterRow {
  readonly meter_id: MeterId;
  readonly drn: Drn;
  readonly status: MeterStatus;
  readonly service_point_id: ServicePointId | null;
  readonly payment_mode: PaymentMode;
  readonly phases: 1 | 3;
  readonly installed_reading_wh: bigint | null;
  readonly last_event_at_ms: bigint | null;
}

const lockStatement = loadStatement(
  new URL('../../sql/meter/lock-meters-at-desk.sql', import.meta.url),
);
const readStatement = loadStatement(
  new URL('../../sql/meter/read-meters-at-desk.sql', import.meta.url),
);
const setStatusStatement = loadStatement(
  new URL('../../sql/meter/set-meter-status.sql', import.meta.url),
);
const insertInstallationStatement = loadStatement(
  new URL('../../sql/meter/insert-installation.sql', import.meta.url),
);
const endInstallationStatement = loadStatement(
  new URL('../../sql/meter/end-installation.sql', import.meta.url),
);
const insertNoteStatement = loadStatement(
  new URL('../../sql/meter/insert-meter-note.sql', import.meta.url),
);

/** Locks the meters in key order, as vends do, and reads them as they are then. */
export async function lockDeskMeters(
  tx: Transaction,
  utilityId: UtilityId,
  meterNumbers: readonly Drn[],
): Promise<ReadonlyMap<Drn, DeskMeter>> {
  await tx.query(lockStatement, [utilityId, meterNumbers]);
  // A second statement: it sees what was committed while the first one waited.
  const { rows } = await tx.query<DeskMeterRow>(readStatement, [utilityId, meterNumbers]);
  return new Map(
    rows.map((row) => [
      row.drn,
      {
        meterId: row.meter_id,
        meterNumber: row.drn,
        status: row.status,
        servicePointId: row.service_point_id,
        paymentMode: row.payment_mode,
        phases: row.phases,
        installedReadingWh: row.installed_reading_wh,
        lastEventAt: instant(Number(row.last_event_at_ms ?? 0n)),
      },
    ]),
  );
}

/** The time of a deed, after everything the meters have been through, whatever the clock says. */
export function timeOfDeed(meters: readonly DeskMeter[], now: Instant): Instant {
  return instant(Math.max(now, ...meters.map((meter) => meter.lastEventAt + 1)));
}

export async function setMeterStatus(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  to: { readonly status: MeterStatus; readonly servicePointId: ServicePointId | null },
): Promise<void> {
  await tx.query(setStatusStatement, [utilityId, meter.meterId, to.status, to.servicePointId]);
}

/** Hangs a meter up. */
export async function beginInstallation(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  installation: {
    readonly servicePointId: ServicePointId;
    readonly reading: WattHours | null;
  } & DeskDeed,
): Promise<void> {
  const { servicePointId, reading, by, at } = installation;
  await tx.query(insertInstallationStatement, [
    utilityId,
    meter.meterId,
    at,
    servicePointId,
    by,
    reading,
  ]);
  await setMeterStatus(tx, utilityId, meter, { status: 'active', servicePointId });
}

/** Takes a meter down. */
export async function endInstallation(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  removal: {
    readonly reason: string;
    readonly reading: WattHours | null;
    readonly creditLeft: WattHours | null;
  } & DeskDeed,
): Promise<void> {
  const { reason, reading, creditLeft, by, at } = removal;
  await tx.query(endInstallationStatement, [
    utilityId,
    meter.meterId,
    at,
    by,
    reason,
    reading,
    creditLeft,
  ]);
  await setMeterStatus(tx, utilityId, meter, { status: 'removed', servicePointId: null });
}

/** Adds to the meter's time line. */
export async function noteMeter(
  tx: Transaction,
  utilityId: UtilityId,
  meter: DeskMeter,
  note: { readonly kind: string; readonly details: Readonly<Record<string, unknown>> } & DeskDeed,
): Promise<void> {
  const { kind, details, by, at } = note;
  await tx.query(insertNoteStatement, [utilityId, meter.meterId, at, kind, by, { ...details }]);
}
