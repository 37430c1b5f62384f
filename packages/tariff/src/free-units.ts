/**
 * Free units that are due: for the periods since the last claim, as many as may be kept, on the days
 * of the month on which they can be claimed. What was not claimed in time is lost, not owed.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { LocalDate, Period } from './calendar.ts';
import {
  compareDates,
  dateAt,
  dayIndex,
  monthAt,
  periodAt,
  periodIndex,
  periodIndexOf,
} from './calendar.ts';
import { ownEntry } from './own-entry.ts';
import type { QuoteContext } from './quote.ts';
import type { FreeUnits } from './tariff.ts';

export interface DueFreeUnits {
  readonly units: FreeUnits;
  readonly energy: TenthKwh;
  readonly periods: number;
  /** The last period that this claim takes. */
  readonly through: Period;
}

type ClaimKind = 'alone' | 'with-purchase';

export function dueFreeUnits(context: QuoteContext, claim: ClaimKind): readonly DueFreeUnits[] {
  const due: DueFreeUnits[] = [];
  if (compareDates(context.since, context.at) > 0) return due;
  for (const units of context.tariff.free) {
    if (!isOpenTo(units, context, claim) || !isInWindow(units, context.at.day)) continue;
    const one = dueOf(units, context);
    if (one !== null) due.push(one);
  }
  return due;
}

function isOpenTo(units: FreeUnits, context: QuoteContext, claim: ClaimKind): boolean {
  if (units.claim !== 'either' && units.claim !== claim) return false;
  return units.entitled === 'all' || context.entitlements.includes(units.id);
}

function isInWindow(units: FreeUnits, dayOfMonth: number): boolean {
  const { window } = units;
  return window === null || (dayOfMonth >= window.fromDay && dayOfMonth <= window.toDay);
}

function dueOf(units: FreeUnits, context: QuoteContext): DueFreeUnits | null {
  const now = periodIndexOf(units.per, context.at);
  const first = Math.max(firstUnclaimed(units, context), now - units.stackMax + 1);
  // What one token cannot carry stays due as far as it may be kept.
  const most = Math.floor(context.energyMost / units.energy);
  const periods = Math.min(now - first + 1, most);
  if (periods <= 0) return null;
  return {
    units,
    energy: context.energyStep(tenthKwh(units.energy * periods)),
    periods,
    through: periodAt(units.per, first + periods - 1),
  };
}

function firstUnclaimed(units: FreeUnits, context: QuoteContext): number {
  const begin = periodIndexOf(units.per, context.since);
  const last = ownEntry(context.state.claimedThrough, units.id);
  return last === undefined ? begin : Math.max(begin, periodIndex(units.per, last.period) + 1);
}

/** The next date after today on which units can be claimed alone; null when there is none. */
export function nextClaimDate(context: QuoteContext): LocalDate | null {
  let next = Number.POSITIVE_INFINITY;
  for (const units of context.tariff.free) {
    if (!isOpenTo(units, context, 'alone') || units.energy > context.energyMost) continue;
    const first = firstUnclaimed(units, context);
    const firstDay = units.per === 'day' ? first : dayIndex({ ...firstOfMonth(first), day: 1 });
    const since = dayIndex(context.since);
    const open = Math.max(firstDay, since, dayIndex(context.at) + 1);
    next = Math.min(next, openDayFrom(units, open));
  }
  return Number.isFinite(next) ? dateAt(next) : null;
}

function firstOfMonth(index: number): { readonly year: number; readonly month: number } {
  const value = monthAt(index);
  return { year: Math.floor(value / 100), month: value % 100 };
}

/** The first day from an index on that lies in the window. */
function openDayFrom(units: FreeUnits, from: number): number {
  // Every window that is no fault is met within two months.
  for (let index = from; index < from + 62; index += 1) {
    if (isInWindow(units, dateAt(index).day)) return index;
  }
  return Number.POSITIVE_INFINITY;
}
