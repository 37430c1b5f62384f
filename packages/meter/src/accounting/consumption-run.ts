/**
 * A run of equal intervals, such as the hours of a load profile, accounted for in one go: for
 * simulations of whole streets over years. It cuts the run where the clock or the account changes
 * something and sums up what lies between, so that it says to the unit what the intervals say one by
 * one.
 */
import {
  type Instant,
  instant,
  type Milliseconds,
  milliseconds,
} from '@wattvend/quantities/time.js';
import type { LoggedEvent } from '../event-log.ts';
import type { MemoryChanges } from '../memory.ts';
import { type AccountMemory, accountCredit, accountDebited } from './account.ts';
import { accountUnits, type MeasuredUnits, measuredUnits } from './account-units.ts';
import { advanceAccounting, untilAdvance } from './clock.ts';
import { accountAt, NOTHING, withUsed } from './consumption.ts';
import { creditDecision, unitsToLevel } from './cut-off.ts';
import { dayPartAt, untilDayPartEnds } from './day-plan.ts';
import { nextLevelBelow } from './emergency-credit.ts';
import { costOfFloor, priceLine } from './price.ts';

export interface IntervalRun {
  readonly from: Instant;
  readonly interval: Milliseconds;
  /** What would be measured in each interval, evenly over it, as long as there is supply. */
  readonly units: ArrayLike<number>;
}

export interface AccountedRun {
  readonly changes: MemoryChanges;
  /** In their order; the run does not keep their times. */
  readonly events: readonly LoggedEvent[];
  readonly supplied: MeasuredUnits;
  /** How long the account let the supply flow. */
  readonly lasted: Milliseconds;
  /**
   * The end of the run, or the moment at which life-line power begins: what flows then depends on the
   * power limit, which is not the account's to know.
   */
  readonly until: Instant;
}

/**
 * Accounts for a run. Refuses, with a RangeError, an interval of nothing, units that are not whole, and
 * what accountForSpan refuses.
 */
export function accountForRun(memory: AccountMemory, run: IntervalRun): AccountedRun {
  if (run.interval < 1) throw new RangeError('an interval takes at least a millisecond');
  const end = run.units.length * run.interval;
  const events: LoggedEvent[] = [];
  let state: RunState = { present: accountSlice(memory), position: 0, supplied: 0, lasted: 0 };
  for (;;) {
    const now = instant(run.from + state.position);
    const advanced = advanceAccounting(state.present, now);
    if (advanced !== null) {
      state = { ...state, present: changed(state.present, advanced.changes) };
      if (advanced.events.length > 0) events.push(...advanced.events);
    }
    const decision = creditDecision(state.present, now);
    if (state.position >= end || decision === 'lifeline') break;
    const advance = Math.min(end, state.position + untilAdvance(state.present, now));
    if (decision === 'credit') {
      state = afterQuietParts(state, run, advance);
      if (state.position >= advance) continue;
    }
    const booked = afterPart(state, run, advance);
    state = booked.state;
    if (booked.events.length > 0) events.push(...booked.events);
  }
  return {
    changes: changesOf(memory, state.present),
    events,
    supplied: measuredUnits(state.supplied),
    lasted: milliseconds(state.lasted),
    until: instant(run.from + state.position),
  };
}

interface RunState {
  readonly present: AccountMemory;
  /** How far the run is, in ms after its begin. */
  readonly position: number;
  readonly supplied: number;
  readonly lasted: number;
}

/** One part of a day, or what of it flows until the decision about the supply changes. */
function afterPart(
  state: RunState,
  run: IntervalRun,
  advance: number,
): { readonly state: RunState; readonly events: readonly LoggedEvent[] } {
  const { position, present } = state;
  const now = instant(run.from + position);
  const { accounting, settings } = present;
  const { friendly } = settings.accounting;
  const next = Math.min(advance, position + untilDayPartEnds(accounting.tariff, friendly, now));
  const decision = creditDecision(present, now);
  if (decision === 'exhausted') return { state: { ...state, position: next }, events: [] };
  const { rate } = dayPartAt(accounting.tariff, friendly, now);
  const line = priceLine(present, now, rate);
  const isBounded = decision === 'credit' || decision === 'emergency';
  const limit = isBounded ? unitsToLevel(present, line, decision) : null;
  const flow = flowUntil(run, { position, next }, limit ?? Number.POSITIVE_INFINITY);
  if (flow.position <= position) throw new Error('unreachable: something flows before a cut-off');
  const { changes, events } =
    flow.units === 0 ? NOTHING : accountAt(present, line, { rate, units: flow.units });
  return {
    state: {
      present: changed(present, changes),
      position: flow.position,
      supplied: state.supplied + flow.units,
      lasted: state.lasted + flow.position - position,
    },
    events,
  };
}

/**
 * The parts of a day, up to the next advance, in which the account comes to no level at which anything
 * would change or be told (on credit; the use of emergency credit is counted): they are only added up, and the memory is made once for all of them. Stops
 * before the first part in which more happens.
 */
function afterQuietParts(state: RunState, run: IntervalRun, advance: number): RunState {
  const { present } = state;
  const { accounting, settings } = present;
  const { friendly } = settings.accounting;
  const account = accountCredit(present);
  const headroom = account - nextLevelBelow(settings.accounting, account);
  const measuredByRate = [...accounting.measuredByRate];
  let { remainder } = accounting;
  let measured: number = accounting.sinceBillingDay;
  let debit = 0;
  let { position } = state;
  while (position < advance) {
    const now = instant(run.from + position);
    const { rate } = dayPartAt(accounting.tariff, friendly, now);
    const next = Math.min(advance, position + untilDayPartEnds(accounting.tariff, friendly, now));
    const { units } = flowUntil(run, { position, next }, Number.POSITIVE_INFINITY);
    const cost = costOfFloor(priceLine(present, now, rate), { measured, remainder }, units);
    if (debit + cost.debit >= headroom) break;
    debit += cost.debit;
    remainder = cost.remainder;
    measured += units;
    measuredByRate[rate] = measuredUnits((measuredByRate[rate] ?? 0) + units);
    position = next;
  }
  if (position === state.position) return state;
  const lasted = state.lasted + position - state.position;
  const sum = measured - accounting.sinceBillingDay;
  if (sum === 0) return { ...state, position, lasted };
  const changes = {
    ...accountDebited(present, accountUnits(debit)),
    accounting: {
      ...accounting,
      remainder,
      sinceBillingDay: measuredUnits(measured),
      measuredByRate,
      usedByDay: withUsed(accounting.usedByDay, accountUnits(debit)),
    },
  };
  return {
    present: changed(present, changes),
    position,
    supplied: state.supplied + sum,
    lasted,
  };
}

function changed(present: AccountMemory, changes: MemoryChanges): AccountMemory {
  return {
    takesElectricity: present.takesElectricity,
    creditRegister: changes.creditRegister ?? present.creditRegister,
    totalEnergyConsumed: changes.totalEnergyConsumed ?? present.totalEnergyConsumed,
    otherRegisters: changes.otherRegisters ?? present.otherRegisters,
    accounting: changes.accounting ?? present.accounting,
    settings: present.settings,
    supply: present.supply,
  };
}

function accountSlice(memory: AccountMemory): AccountMemory {
  const { takesElectricity, creditRegister, totalEnergyConsumed, otherRegisters } = memory;
  const { accounting, settings, supply } = memory;
  const books = { takesElectricity, creditRegister, totalEnergyConsumed, otherRegisters };
  return { ...books, accounting, settings, supply };
}

function changesOf(before: AccountMemory, after: AccountMemory): MemoryChanges {
  const { creditRegister, totalEnergyConsumed, otherRegisters, accounting } = after;
  return {
    ...(creditRegister === before.creditRegister ? {} : { creditRegister, totalEnergyConsumed }),
    ...(otherRegisters === before.otherRegisters ? {} : { otherRegisters }),
    ...(accounting === before.accounting ? {} : { accounting }),
  };
}

/**
 * What flows from a position of the run, in ms after its begin, to the next, but no more units than the
 * limit; and where that ends.
 */
function flowUntil(
  { interval, units }: IntervalRun,
  { position, next }: { readonly position: number; readonly next: number },
  limit: number,
): { readonly units: number; readonly position: number } {
  let sum = 0;
  let at = position;
  while (at < next) {
    const index = Math.floor(at / interval);
    const begin = index * interval;
    const end = Math.min(begin + interval, next);
    const whole = wholeUnits(units[index]);
    const before = at === begin ? 0 : unitsAfterFloor(whole, at - begin, interval);
    const after = end === begin + interval ? whole : unitsAfterFloor(whole, end - begin, interval);
    if (sum + after - before >= limit) {
      const reached = before + limit - sum;
      return { units: limit, position: begin + elapsedAtCeil(whole, reached, interval) };
    }
    sum += after - before;
    at = end;
  }
  return { units: sum, position: at };
}

function wholeUnits(units: number | undefined): number {
  return measuredUnits(units ?? 0);
}

/** How many of the units of an interval have flowed after a part of it. */
function unitsAfterFloor(units: number, elapsed: number, interval: number): number {
  const product = units * elapsed;
  if (product > Number.MAX_SAFE_INTEGER) {
    return Number((BigInt(units) * BigInt(elapsed)) / BigInt(interval));
  }
  return (product - (product % interval)) / interval;
}

/** After how much of the interval so many of its units have flowed, for the first time. */
function elapsedAtCeil(units: number, reached: number, interval: number): number {
  const whole = BigInt(units);
  return Number((BigInt(reached) * BigInt(interval) + whole - 1n) / whole);
}
