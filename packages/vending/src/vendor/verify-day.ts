/** Whether a closed day is still what it was: the vends are read anew and everything is added up. */
import type { Database } from '@wattvend/database/database.js';
import type { Utility } from '../utility/utility.ts';
import type { DaySums } from './day-sums.ts';
import { sumsOf } from './day-sums.ts';
import { vendsWithCommission } from './end-of-day.ts';
import type { ClosedDay, VendorDay } from './vendor-days.ts';

export interface DayVerification {
  readonly verified: boolean;
  /** What the vends add up to now. */
  readonly found: DaySums;
}

/** Reads all vends of the day: not for a hot path. */
export async function verifyDay(
  database: Database,
  utility: Utility,
  day: VendorDay & { readonly closed: ClosedDay },
): Promise<DayVerification> {
  const { vends, before } = await vendsWithCommission(database, utility, day);
  const found = await sumsOf(vends, before);
  const { closed } = day;
  const verified =
    Buffer.compare(found.root, closed.root) === 0 &&
    found.vends === closed.vends &&
    found.tendered === closed.tendered &&
    found.commission === closed.commission;
  return { verified, found };
}
