/** What the server does by night: vendors' days are ended, reports and the ledger are closed. */
import { closeLedgerDays } from '@wattvend/ledger/close-days.js';
import { closeDays } from '@wattvend/vending/closed-days.js';
import { closeDay } from '@wattvend/vending/end-of-day.js';
import { listVendors } from '@wattvend/vending/vendors.js';
import type { History, HistoryDay } from './live-through.ts';

const CLOSED_BY = 'end of day';
const MONTH_DAYS = 31;

export async function endVendorDays(history: History, yesterday: string | null): Promise<void> {
  if (yesterday === null) return;
  const { database, utility, clock } = history;
  const vendors = await listVendors(database, utility.utilityId, null);
  await Promise.all(
    vendors.map(async ({ vendorId, name }) => {
      const closing = { vendorId, day: yesterday, closedBy: CLOSED_BY };
      const answer = await closeDay(database, utility, closing, clock.now);
      // A vendor who came today has no yesterday.
      if (answer.kind === 'refused' && answer.refusal.code !== 'day_not_next') {
        throw new Error(`${yesterday} of ${name} not ended: ${answer.refusal.code}`);
      }
    }),
  );
}

/** Once a month in one go: it comes out as if it had been done every night. */
export async function closeMonth(history: History, day: HistoryDay): Promise<void> {
  if (!day.isFirstOfMonth || day.index === 0) return;
  const { database, utility, clock } = history;
  const { book, timeZone } = utility;
  await Promise.all([
    closeDays(database, utility, { now: clock.now, most: MONTH_DAYS }),
    closeLedgerDays(database, book, { timeZone, upTo: day.start }),
  ]);
}
