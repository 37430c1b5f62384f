/**
 * What the clock alone does to accounting: rates switch, days and billing periods turn, charges fall
 * due, tariffs and prices begin to hold. A caller cuts spans of consumption at these moments and
 * advances accounting at each; after a power failure one advance makes up for all that was missed.
 *
 * Days and billing periods only go forwards. A clock that is set back, or that lost its battery and
 * woke in another century, waits until it comes past the day that counts: no day is collected twice.
 */
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { LoggedEvent } from '../event-log.ts';
import type { MemoryChanges } from '../memory.ts';
import type { AccountMemory, Booked } from './account.ts';
import { type AccountUnits, accountUnits, measuredUnits } from './account-units.ts';
import type { AccountingState } from './accounting-state.ts';
import { localDay, untilMidnight } from './calendar.ts';
import { collectedByDay } from './charges.ts';
import { billingPeriodOf } from './civil-date.ts';
import { untilDayPartEnds } from './day-plan.ts';
import { debited } from './debit.ts';
import { emergencyAfter } from './emergency-credit.ts';
import { scheduleFrom } from './price-schedule.ts';

/**
 * Midnights that one advance collects charges for. What lies further back is not collected any more: a
 * meter that lay in a store for years does not owe them.
 */
export const MIDNIGHTS_COLLECTED_MAX = 366;

/** Today and the seven days before. */
export const DAYS_REMEMBERED = 8;

/**
 * How long until the clock alone changes something: a rate, an edge of friendly hours, local midnight,
 * a price of the schedule, the passive tariff. At least 1 ms, at most a day. What is due already is not
 * counted: advance first. Never null as long as every meter has a calendar.
 */
export function untilAccountingChange(memory: AccountMemory, now: Instant): Milliseconds | null {
  const { tariff } = memory.accounting;
  const part = untilDayPartEnds(tariff, memory.settings.accounting.friendly, now);
  return milliseconds(Math.min(part, untilAdvance(memory, now)));
}

/** The same without what needs no advance: rates and friendly hours. */
export function untilAdvance(memory: AccountMemory, now: Instant): Milliseconds {
  const { passiveTariff, priceSchedule, tariff } = memory.accounting;
  let until = untilMidnight(tariff, now);
  for (const { from } of priceSchedule) {
    if (from > now) {
      until = Math.min(until, from - now);
      break;
    }
  }
  if (passiveTariff !== null && passiveTariff.activateAt > now) {
    until = Math.min(until, passiveTariff.activateAt - now);
  }
  return milliseconds(until);
}

/**
 * Does what the clock has come past since the last advance; null when that is nothing. It also finds
 * the state of emergency credit of a meter that is new or was given other settings.
 */
export function advanceAccounting(memory: AccountMemory, now: Instant): Booked | null {
  const lent = withEmergency(memory);
  const activated = withDueTariff(lent, now);
  const scheduled = withSchedule(activated, now);
  const today = localDay(scheduled.tariff, now);
  const { day } = scheduled;
  const isSameDay = day !== null && today <= day && scheduled.billingPeriod !== null;
  if (scheduled === memory.accounting && isSameDay) return null;
  const events: LoggedEvent[] = [];
  if (lent !== memory.accounting && lent.emergency.status === 'inUse') {
    events.push({ code: 'emergency-selected', detail: 'by itself' });
  }
  if (activated !== lent) events.push({ code: 'tariff-changed', detail: activated.tariff.name });
  if (isSameDay) return { changes: { accounting: scheduled }, events };
  const midnights = day === null ? 0 : Math.max(0, today - day);
  const turned = withBillingPeriod({ ...scheduled, day: Math.max(day ?? today, today) }, memory);
  if (midnights === 0) return { changes: { accounting: turned }, events };
  const booked = withMidnights({ ...memory, accounting: turned }, midnights);
  return { changes: booked.changes, events: [...events, ...booked.events] };
}

function withEmergency(memory: AccountMemory): AccountingState {
  const { accounting } = memory;
  const emergency = emergencyAfter(memory);
  return emergency === accounting.emergency ? accounting : { ...accounting, emergency };
}

const DAY = 86_400_000;

/**
 * Accounting after the utility set the clock. Days go forwards only, so that no customer pays one twice;
 * but a clock that was a day or more ahead by mistake would stop days and billing periods until it comes
 * there again. Set back that far, the day and the period that count are those of the new time; nothing
 * is collected for it, and days between may be collected once more.
 */
export function accountingAfterClockSet(
  memory: AccountMemory,
  before: Instant,
  now: Instant,
): AccountingState {
  const { accounting, settings } = memory;
  if (accounting.day === null || before - now < DAY) return accounting;
  const day = localDay(accounting.tariff, now);
  const billingPeriod = billingPeriodOf(day, settings.accounting.billingDay);
  return { ...accounting, day, billingPeriod };
}

/** Makes the passive tariff the active one. */
export function withTariffActivated(accounting: AccountingState): AccountingState {
  const { measuredByRate, passiveTariff } = accounting;
  if (passiveTariff === null) return accounting;
  const { tariff } = passiveTariff;
  // Totals of rates that are no more stay: what was measured for ever never falls.
  const more = tariff.rates.slice(measuredByRate.length).map(() => measuredUnits(0));
  return {
    ...accounting,
    tariff,
    passiveTariff: null,
    measuredByRate: more.length === 0 ? measuredByRate : [...measuredByRate, ...more],
  };
}

function withDueTariff(accounting: AccountingState, now: Instant): AccountingState {
  const { passiveTariff } = accounting;
  return passiveTariff !== null && passiveTariff.activateAt <= now
    ? withTariffActivated(accounting)
    : accounting;
}

function withSchedule(accounting: AccountingState, now: Instant): AccountingState {
  const priceSchedule = scheduleFrom(accounting.priceSchedule, now);
  return priceSchedule === accounting.priceSchedule ? accounting : { ...accounting, priceSchedule };
}

function withBillingPeriod(accounting: AccountingState, memory: AccountMemory): AccountingState {
  const { billingPeriod, day } = accounting;
  const { billingDay } = memory.settings.accounting;
  const period = billingPeriodOf(day ?? 0, billingDay);
  if (billingPeriod === null) return { ...accounting, billingPeriod: period };
  if (period <= billingPeriod) return accounting;
  return { ...accounting, billingPeriod: period, sinceBillingDay: measuredUnits(0) };
}

function withMidnights(
  memory: AccountMemory,
  midnights: number,
): { readonly changes: MemoryChanges; readonly events: readonly LoggedEvent[] } {
  const { charges, events, takings } = collectedByDay(
    memory,
    Math.min(midnights, MIDNIGHTS_COLLECTED_MAX),
  );
  const sum = accountUnits(takings.reduce((total, each) => total + each, 0));
  const usedByDay = daysTurned(memory.accounting.usedByDay, takings);
  const booked = debited(memory, sum, { ...memory.accounting, charges, usedByDay });
  return { changes: booked.changes, events: [...events, ...booked.events] };
}

// A charge belongs to the day that begins with its midnight.
function daysTurned(
  usedByDay: readonly AccountUnits[],
  takings: readonly AccountUnits[],
): readonly AccountUnits[] {
  const before = usedByDay.length === 0 ? [accountUnits(0)] : usedByDay;
  return [...takings.toReversed(), ...before].slice(0, DAYS_REMEMBERED);
}
