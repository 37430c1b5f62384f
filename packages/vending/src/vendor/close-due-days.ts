/** Closes the days that are over, vendor by vendor: what the server's sweep calls every so often. */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant, Minutes } from '@wattvend/quantities/time.js';
import { MILLISECONDS_PER_MINUTE, minutes } from '@wattvend/quantities/time.js';
import type { Utility } from '../utility/utility.ts';
import type { VendorId } from '../vend/vend.ts';
import type { EndOfDayRefusal } from './end-of-day.ts';
import { closeDay } from './end-of-day.ts';

/** Two in the morning, when the clocks do not change. */
export const CLOSE_AFTER_MIDNIGHT: Minutes = minutes(120);

// One call ends some time, however long nobody called.
const CLOSINGS_MAX = 500;

export interface DueDays {
  readonly closed: number;
  /** Vendors whose day cannot be closed yet, and why; the next call tries again. */
  readonly waiting: readonly {
    readonly vendorId: VendorId;
    readonly day: string;
    readonly refusal: EndOfDayRefusal['code'];
  }[];
}

interface DueRow {
  readonly vendor_id: VendorId;
  readonly day: string;
}

const dueVendorsStatement = loadStatement(
  new URL('../../sql/vendor/due-vendors.sql', import.meta.url),
);

/**
 * Closes every day that ended `after` minutes ago or longer, the longest waiting first. When a vendor's
 * day fails, throws behind those of the others.
 */
export async function closeDueDays(
  database: Database,
  utility: Utility,
  now: Instant,
  { after, closedBy }: { readonly after: Minutes; readonly closedBy: string } = {
    after: CLOSE_AFTER_MIDNIGHT,
    closedBy: 'end of day',
  },
): Promise<DueDays> {
  const waiting = new Map<VendorId, DueDays['waiting'][number]>();
  const failures = new Map<VendorId, unknown>();
  let closed = 0;
  while (closed < CLOSINGS_MAX) {
    const due = await dueVendors(database, utility, now - after * MILLISECONDS_PER_MINUTE);
    const open = due.filter(({ vendor_id: id }) => !waiting.has(id) && !failures.has(id));
    if (open.length === 0) break;
    for (const { vendor_id: vendorId, day } of open) {
      try {
        const answer = await closeDay(database, utility, { vendorId, day, closedBy }, now);
        if (answer.kind === 'closed') closed += 1;
        else waiting.set(vendorId, { vendorId, day, refusal: answer.refusal.code });
      } catch (error) {
        failures.set(vendorId, error);
      }
    }
  }
  if (failures.size > 0) throw new AggregateError(failures.values(), 'days could not be closed');
  return { closed, waiting: [...waiting.values()] };
}

async function dueVendors(
  database: Database,
  { utilityId, timeZone }: Utility,
  endedBefore: number,
): Promise<readonly DueRow[]> {
  const values = [utilityId, timeZone, endedBefore, CLOSINGS_MAX];
  const { rows } = await database.query<DueRow>(dueVendorsStatement, values);
  return rows;
}
