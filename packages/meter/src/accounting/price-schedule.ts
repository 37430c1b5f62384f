/**
 * Prices told from afar while the meter runs (dynamic pricing). An entry holds from its time until the
 * next begins; its price stands above those of the tariff, at every rate and step.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { UNIT_PRICE_MAX } from './account-units.ts';
import type { ScheduledPrice } from './accounting-state.ts';
import { isWhole } from './meter-tariff.ts';

/** A day of half hours. */
export const SCHEDULE_ENTRIES_MAX = 48;

/** What is wrong with a schedule, in words: the first that is found. Null: nothing. */
export function scheduleFault(schedule: readonly ScheduledPrice[]): string | null {
  if (schedule.length > SCHEDULE_ENTRIES_MAX) {
    return `${schedule.length} prices; ${SCHEDULE_ENTRIES_MAX} are the most`;
  }
  for (const [index, { from, price }] of schedule.entries()) {
    if (!Number.isSafeInteger(from)) return `price ${index} has no time`;
    if (price !== null && !isWhole(price, 0, UNIT_PRICE_MAX)) {
      return `price ${index} is not 0 to ${UNIT_PRICE_MAX}`;
    }
    const before = schedule[index - 1];
    if (before !== undefined && from <= before.from) return `price ${index} is out of order`;
  }
  return null;
}

/** The entry that holds at a moment; null before the first. */
export function scheduledAt(
  schedule: readonly ScheduledPrice[],
  now: Instant,
): ScheduledPrice | null {
  let present: ScheduledPrice | null = null;
  for (const entry of schedule) {
    if (entry.from > now) break;
    present = entry;
  }
  return present;
}

/** The schedule without the entries that are over; the same object where none is. */
export function scheduleFrom(
  schedule: readonly ScheduledPrice[],
  now: Instant,
): readonly ScheduledPrice[] {
  const present = scheduledAt(schedule, now);
  if (present === null) return schedule;
  // One that gives the word back to the tariff says no more than no entry at all.
  const over = schedule.indexOf(present) + (present.price === null ? 1 : 0);
  return over === 0 ? schedule : schedule.slice(over);
}
