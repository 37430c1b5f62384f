/**
 * A steady load over a span of time. The span is cut at every moment at which something changes by
 * itself: the clock reaches a price or a midnight, the account its end, a timer its own. So what
 * comes out does not depend on how often the owner of the meter looks at it.
 */
import {
  type Instant,
  instant,
  type Milliseconds,
  milliseconds,
} from '@wattvend/quantities/time.js';
import { hasAccount } from './accounting/account.ts';
import { type MeasuredUnits, measuredUnits } from './accounting/account-units.ts';
import { advanceAccounting, untilAccountingChange } from './accounting/clock.ts';
import { accountForSpan } from './accounting/consumption.ts';
import { creditDecision, unitsUntilLevel } from './accounting/cut-off.ts';
import type { LoggedEvent } from './event-log.ts';
import type { MemoryChanges, MeterMemory } from './memory.ts';
import type { Measurement } from './meter-event.ts';
import type { TamperInput } from './settings.ts';
import { change, logSwitch, type StepDraft, work } from './step-draft.ts';
import { untilDemandWindowEnds, withDemandFloor } from './supply/maximum-demand.ts';
import {
  elapsedUntilUnitsCeil,
  type MeasuredLoad,
  measuredLoad,
  unitsOver,
} from './supply/measuring.ts';
import { untilLimitChange, watchLimit } from './supply/power-limit.ts';
import { afterWaiting } from './supply/reconnection.ts';
import { OVERLOAD_NONE, type SupplyState } from './supply/supply-state.ts';
import { type SwitchDecision, switchDecision } from './supply/switch-decision.ts';
import { untilWelded, WELDED_AFTER, withWeldedSeen } from './supply/welded-switch.ts';
import { untilTamperChange, watchTamper } from './tamper/tamper.ts';
import { afterRunning } from './token-entry/lock-out.ts';

/** What flowed through the closed switch, and for how long it was closed. */
export interface SuppliedSpan {
  readonly units: MeasuredUnits;
  readonly lasted: Milliseconds;
}

// Far more than the automata of a meter can switch in the spans their owners make; a span that needs
// more is one of years, and is to be given in parts.
const CUTS_MAX = 1_000_000;

interface SpanEvent {
  readonly until: Instant;
  readonly elapsed: Milliseconds;
  readonly measurement: Measurement;
}

/** Without power nothing is measured and no timer runs; the clock is caught up with afterwards. */
export function passSpan(draft: StepDraft, span: SpanEvent): SuppliedSpan {
  const load = measuredLoad(draft.meter.memory.settings, span.measurement);
  if (!draft.meter.working.isPowered) return { units: measuredUnits(0), lasted: milliseconds(0) };
  let left: number = span.elapsed;
  let units = 0;
  let lasted = 0;
  for (let cuts = 0; left > 0; cuts++) {
    if (cuts > CUTS_MAX) throw new RangeError('the span is too long: give it in parts');
    const part = passPart(draft, load, instant(span.until - left), milliseconds(left));
    left -= part.elapsed;
    units += part.units;
    lasted += part.lasted;
  }
  turnClock(draft, span.until);
  logSwitch(draft, decisionOf(draft, span.until), span.until);
  const { isClosed } = decisionOf(draft, span.until);
  const power = isClosed ? load.power : load.powerBehindOpenSwitch;
  work(draft, { measurement: span.measurement, power });
  return { units: measuredUnits(units), lasted: milliseconds(lasted) };
}

interface PassedPart {
  readonly elapsed: number;
  readonly units: number;
  readonly lasted: number;
}

const SIGNS_OF_CURRENT: readonly TamperInput[] = ['reverse-energy', 'bypass'];

/** What holds during one part of the span. */
interface Part {
  readonly load: MeasuredLoad;
  readonly decision: SwitchDecision;
  /** What flows: through the switch, or behind it. */
  readonly power: number;
  readonly standing: readonly TamperInput[];
  readonly isOver: boolean;
  readonly isUnbalanced: boolean;
}

function passPart(
  draft: StepDraft,
  load: MeasuredLoad,
  from: Instant,
  longest: Milliseconds,
): PassedPart {
  turnClock(draft, from);
  const decision = decisionOf(draft, from);
  logSwitch(draft, decision, from);
  const part = partOf(draft, load, decision);
  const elapsed = milliseconds(Math.min(longest, untilNextChange(draft, part, from)));
  const until = instant(from + elapsed);
  const units = account(draft, part, from, until);
  watch(draft, part, elapsed, until);
  return {
    elapsed,
    units: decision.isClosed ? units : 0,
    lasted: decision.isClosed ? elapsed : 0,
  };
}

function decisionOf(draft: StepDraft, now: Instant): SwitchDecision {
  const { memory, working } = draft.meter;
  const credit = creditDecision(memory, now);
  return switchDecision({ memory, isPowered: working.isPowered, credit });
}

function turnClock(draft: StepDraft, now: Instant): void {
  const turned = advanceAccounting(draft.meter.memory, now);
  if (turned !== null) change(draft, turned.changes, { now, events: turned.events });
}

function partOf(draft: StepDraft, load: MeasuredLoad, decision: SwitchDecision): Part {
  const { memory, working } = draft.meter;
  const { supply } = memory.settings;
  const power = decision.isClosed ? load.power : load.powerBehindOpenSwitch;
  const limit = powerLimitOf(memory, decision);
  const unbalanceLimit = memory.maximumPhasePowerUnbalanceLimit;
  // What needs a current is not seen behind an open switch.
  const signs = load.signs.filter((sign) => decision.isClosed || !SIGNS_OF_CURRENT.includes(sign));
  // A meter that is not in service does not watch its covers; see tamper/commissioning.ts.
  const standing = memory.supply.isCommissioned ? [...working.sensors, ...signs] : [];
  return {
    load,
    decision,
    power,
    standing,
    isOver: decision.isClosed && limit !== null && load.power > limit,
    isUnbalanced:
      decision.isClosed &&
      supply.phases === 3 &&
      unbalanceLimit !== null &&
      load.unbalance > unbalanceLimit,
  };
}

/** The limit in force: of the life-line, of a token, or of the settings. */
function powerLimitOf(memory: MeterMemory, decision: SwitchDecision): number | null {
  const { accounting, supply } = memory.settings;
  const limit = memory.maximumPowerLimit ?? supply.maximumPower;
  const isOnLifeline = decision.isClosed && decision.carriedBy === 'lifeline';
  if (!isOnLifeline || accounting.lifeline === null) return limit;
  return limit === null ? accounting.lifeline : Math.min(limit, accounting.lifeline);
}

function untilNextChange(draft: StepDraft, part: Part, from: Instant): number {
  const { memory, working } = draft.meter;
  const { settings, supply } = memory;
  const { unbalance } = settings.supply;
  const { demandWindow } = settings.supply;
  const tamper = { state: memory.tamper, timers: working.tamperTimers };
  const units = part.power > 0 ? unitsUntilLevel(memory, from) : null;
  const changes: readonly (number | null)[] = [
    untilAccountingChange(memory, from),
    units === null ? null : elapsedUntilUnitsCeil(part.power, units, working.remainder),
    untilLimitChange(supply.overload, settings.supply.overload, part.isOver),
    unbalance && untilLimitChange(supply.unbalance, unbalance, part.isUnbalanced),
    demandWindow && untilDemandWindowEnds(supply.demand, demandWindow),
    supply.reconnectionDelay > 0 ? supply.reconnectionDelay : null,
    untilWelded(working.weldedTimer, isWeldedSeen(memory, part)),
    untilTamperChange(tamper, settings.tamper, part.standing),
  ];
  return changes.reduce<number>(
    (soonest, each) => (each === null ? soonest : Math.min(soonest, each)),
    Number.POSITIVE_INFINITY,
  );
}

function isWeldedSeen(memory: MeterMemory, part: Part): boolean {
  return !part.decision.isClosed && part.power >= Math.max(1, memory.settings.supply.weldedPower);
}

/** Whole units to the account; the rest waits. */
function account(draft: StepDraft, part: Part, from: Instant, until: Instant): number {
  const { memory, working } = draft.meter;
  const elapsed = milliseconds(until - from);
  if (part.power === 0) return 0;
  const { remainder, units } = unitsOver(part.power, elapsed, working.remainder);
  if (remainder !== working.remainder) work(draft, { remainder });
  // A meter without an account has nothing to charge what flows behind its switch to.
  if (units === 0 || !hasAccount(memory)) return 0;
  const booked = accountForSpan(memory, { units, from, until });
  change(draft, booked.changes, { now: until, events: booked.events });
  return units;
}

/** Everything that watches: limits, demand, covers, the switch itself, and the timers. */
function watch(draft: StepDraft, part: Part, elapsed: Milliseconds, until: Instant): void {
  const { memory, working } = draft.meter;
  const { settings } = memory;
  const overload = watchLimit(memory.supply.overload, settings.supply.overload, {
    isOver: part.isOver,
    elapsed,
    cause: 'power',
  });
  const unbalance =
    settings.supply.unbalance === null
      ? { state: OVERLOAD_NONE, events: [] }
      : watchLimit(memory.supply.unbalance, settings.supply.unbalance, {
          isOver: part.isUnbalanced,
          elapsed,
          cause: 'unbalance',
        });
  const tamper = watchTamper(
    { state: memory.tamper, timers: working.tamperTimers },
    settings.tamper,
    { standing: part.standing, elapsed },
  );
  const weldedTimer = withWeldedSeen(working.weldedTimer, isWeldedSeen(memory, part), elapsed);
  const isWelded = memory.supply.isSwitchWelded || weldedTimer >= WELDED_AFTER;
  work(draft, { tamperTimers: tamper.timers, weldedTimer });
  const supply = withSupply(memory, {
    overload: overload.state,
    unbalance: unbalance.state,
    isSwitchWelded: isWelded,
    reconnectionDelay: afterWaiting(memory.supply, elapsed).reconnectionDelay,
    demand:
      settings.supply.demandWindow === null
        ? memory.supply.demand
        : withDemandFloor(memory.supply.demand, settings.supply.demandWindow, {
            power: part.power,
            elapsed,
            until,
          }),
  });
  const events: LoggedEvent[] = [...overload.events, ...unbalance.events, ...tamper.events];
  if (isWelded && !memory.supply.isSwitchWelded) events.push({ code: 'switch-welded' });
  const changes: MemoryChanges = {
    ...(supply !== memory.supply && { supply }),
    ...(tamper.state !== memory.tamper && {
      tamper: tamper.state,
      isTampered: memory.isTampered || tamper.state.kept.length > 0,
    }),
    ...(memory.lockOut.remaining > 0 && { lockOut: afterRunning(memory.lockOut, elapsed) }),
  };
  if (Object.keys(changes).length > 0) change(draft, changes, { now: until, events });
}

/** The same object where nothing changed, so that a quiet second writes nothing. */
function withSupply(memory: MeterMemory, changes: Partial<SupplyState>): SupplyState {
  const { supply } = memory;
  const isSame = (Object.keys(changes) as (keyof SupplyState)[]).every(
    (name) => changes[name] === supply[name],
  );
  return isSame ? supply : { ...supply, ...changes };
}
