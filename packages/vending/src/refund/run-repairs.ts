/**
 * Makes the new vends of approved repairs. The id of the new vend follows from the repair, so whatever
 * stops half-way is done again and is the same vend.
 */
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { recordAudit } from '../audit/audit-trail.ts';
import type { AfterSaleDeps } from '../order/run-orders.ts';
import { TRY_AGAIN_MS } from '../order/run-orders.ts';
import { derivedId } from '../utility/derived-id.ts';
import { findVend } from '../vend/find-vends.ts';
import type { Vend, VendId } from '../vend/vend.ts';
import { recordEvents } from '../webhook/events.ts';
import type { Repair, RepairId } from './repairs.ts';
import { findRepair, resolveRepair } from './repairs.ts';
import { repairsVendorId } from './repairs-vendor.ts';

const DUE_MAX = 50;

const dueRepairsStatement = loadStatement(
  new URL('../../sql/refund/due-repairs.sql', import.meta.url),
);

/** Makes what is due; answers how many repairs came to their end. Throws behind the last one. */
export async function runDueRepairs(deps: AfterSaleDeps): Promise<number> {
  const { database, utility, clock } = deps;
  const values = [utility.utilityId, clock(), DUE_MAX];
  const { rows } = await database.query<{ readonly repair_id: RepairId }>(
    dueRepairsStatement,
    values,
  );
  let over = 0;
  const failures: unknown[] = [];
  for (const { repair_id: repairId } of rows) {
    try {
      const repair = await runRepair(deps, repairId);
      if (repair?.state === 'executed') over += 1;
    } catch (error) {
      // One that cannot be made must not keep the others waiting.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'repairs could not be made');
  return over;
}

/** The id of a new vend; one that the security module declined is followed by another. */
function newVendIdOf({ repairId, attempt }: Repair): VendId {
  return derivedId('repair of a wrong meter', repairId, String(attempt)) as VendId;
}

/** Makes the new vend if it is due; answers how the repair stands, null for none. */
export async function runRepair(deps: AfterSaleDeps, repairId: RepairId): Promise<Repair | null> {
  const { database, utility, desk, clock } = deps;
  const { utilityId } = utility;
  const repair = await findRepair(database, utilityId, repairId);
  if (repair === null || repair.state !== 'approved') return repair;
  const old = await findVend(database, utilityId, repair.vendId);
  if (old === null) throw new Error(`the vend of repair ${repairId} is gone`);
  const answer = await desk.vend({
    vendId: newVendIdOf(repair),
    meterNumber: repair.toMeterNumber,
    vendorId: repairsVendorId(utilityId),
    tendered: old.tendered,
    soldBy: repair.requestedBy,
    channel: old.channel,
  });
  const now = clock();
  if (answer.kind === 'refused') {
    const refusal = answer.refusal.code;
    const tryAgainAt = now + TRY_AGAIN_MS;
    const next = { state: 'approved', refusal, now, tryAgainAt } as const;
    await resolveRepair(database, utilityId, repair, next);
  } else if (answer.vend.state === 'declined') {
    const refusal = answer.vend.declinedReason ?? 'declined';
    const tryAgainAt = now + TRY_AGAIN_MS;
    const attempt = repair.attempt + 1;
    const next = { state: 'approved', attempt, refusal, now, tryAgainAt } as const;
    await resolveRepair(database, utilityId, repair, next);
  } else {
    await end(deps, repair, { old, fresh: answer.vend }, now);
  }
  return await findRepair(database, utilityId, repairId);
}

async function end(
  { database, utility }: AfterSaleDeps,
  repair: Repair,
  { old, fresh }: { readonly old: Vend; readonly fresh: Vend },
  now: Instant,
): Promise<void> {
  const { utilityId } = utility;
  const { repairId } = repair;
  await database.transaction(async (tx) => {
    const next = { state: 'executed', newVendId: fresh.vendId, now } as const;
    // Another process may have come first; the end is written, told and audited once.
    if (!(await resolveRepair(tx, utilityId, repair, next))) return;
    const vendorId = old.vendor?.vendorId ?? null;
    const data = { repair_id: repairId, vend_id: old.vendId, new_vend_id: fresh.vendId };
    await recordEvents(tx, utilityId, [
      { kind: 'vend.repaired', subjectId: repairId, vendorId, at: now, data },
    ]);
    const actor = { kind: 'server', id: null, address: null } as const;
    const subject = { kind: 'vend', id: old.vendId };
    const fact = { actor, what: 'vend.repaired', subject, details: data };
    await recordAudit(tx, utilityId, fact, now);
  });
}
