/**
 * The whole meter: what it remembers, what it is busy with, and what one event does to it. Pure: it is
 * told the time and performs nothing. Whoever owns a meter stores the writes of a step in their order
 * and only then shows what the step answers.
 */
import { type Instant, milliseconds } from '@wattvend/quantities/time.js';
import { rateAt } from './accounting/calendar.ts';
import { accountingAfterClockSet } from './accounting/clock.ts';
import { creditLowLevel, daysLeft } from './accounting/credit-levels.ts';
import { creditDecision } from './accounting/cut-off.ts';
import { type BuzzerMute, buzzerOf, muteOf } from './face/buzzer.ts';
import { emergencyMessage } from './face/command-message.ts';
import { type Display, displayOf } from './face/display.ts';
import type { FaceFacts } from './face/face-facts.ts';
import {
  applyKeypadEvent,
  KEYPAD_IDLE,
  type KeypadEffect,
  type KeypadEvent,
  type KeypadState,
} from './face/keypad.ts';
import { passSpan, type SuppliedSpan } from './measured-span.ts';
import type { MemoryWrite, MeterMemory } from './memory.ts';
import { commandOutcome } from './meter-command.ts';
import type { CommandOutcome, Measurement, MeterEvent, TamperSensor } from './meter-event.ts';
import {
  change,
  closeWrites,
  logSwitch,
  newDraft,
  type StepDraft,
  takeWrites,
  work,
} from './step-draft.ts';
import { afterOutage } from './supply/reconnection.ts';
import { pressSwitchKey, type SwitchDecision, switchDecision } from './supply/switch-decision.ts';
import { UNIT_REMAINDER_NONE, type UnitRemainder } from './supply/unit-remainder.ts';
import type { WeldedTimer } from './supply/welded-switch.ts';
import { TAMPER_TIMERS_NONE, type TamperTimers } from './tamper/tamper.ts';
import { afterPowerCycle } from './token-entry/lock-out.ts';
import { applyToken, type TokenOutcome } from './token-entry/token-entry.ts';
import type { TokenResult } from './token-entry/token-result.ts';

export interface Meter {
  readonly memory: MeterMemory;
  readonly working: WorkingState;
}

/** What a meter is busy with and forgets when the power fails. */
export interface WorkingState {
  readonly isPowered: boolean;
  readonly keypad: KeypadState;
  /** The contacts as they stand; they are no memory: whoever opens a cover finds it open. */
  readonly sensors: readonly TamperSensor[];
  /** Measured and too little for a register. */
  readonly remainder: UnitRemainder;
  readonly weldedTimer: WeldedTimer;
  readonly tamperTimers: TamperTimers;
  readonly mute: BuzzerMute | null;
  /** The last that was measured, for the display; null after the power came back. */
  readonly measurement: Measurement | null;
  /** What flows now, in W, or dm³ an hour. */
  readonly power: number;
  readonly lastResult: TokenResult | null;
  /** Whether the switch was closed when it was looked at last; null when the power came back since. */
  readonly wasClosed: boolean | null;
}

export interface MeterStep {
  readonly meter: Meter;
  /** To be stored in this order before anything of the step is shown. */
  readonly writes: readonly MemoryWrite[];
  /** The answer to a token, by whatever carrier it came. */
  readonly token?: TokenOutcome;
  readonly command?: CommandOutcome;
  /** What flowed in a measured span. */
  readonly supplied?: SuppliedSpan;
}

const RESTING: Omit<WorkingState, 'isPowered' | 'sensors'> = {
  keypad: KEYPAD_IDLE,
  remainder: UNIT_REMAINDER_NONE,
  weldedTimer: milliseconds(0),
  tamperTimers: TAMPER_TIMERS_NONE,
  mute: null,
  measurement: null,
  power: 0,
  lastResult: null,
  wasClosed: null,
};

/** A meter after manufacture, or when a memory was read again; its power is on. */
export function startMeter(memory: MeterMemory): Meter {
  return {
    memory,
    working: { ...RESTING, isPowered: true, sensors: [] },
  };
}

/** What one event does to a meter. Refuses, with a RangeError, a measurement no meter could make. */
export function applyMeterEvent(meter: Meter, event: MeterEvent): MeterStep {
  const draft = newDraft(meter);
  const { now } = event;
  const answer = happened(draft, event);
  logSwitch(draft, switchOf(draft.meter, now), now);
  closeWrites(draft, now);
  return { meter: draft.meter, writes: draft.writes, ...answer };
}

type Answer = Pick<MeterStep, 'token' | 'command' | 'supplied'>;

function happened(draft: StepDraft, event: MeterEvent): Answer {
  const { now, personAt = now } = event;
  switch (event.kind) {
    case 'token': {
      const token = tryToken(draft, event.typed, now);
      return { token };
    }
    case 'key':
      if (!draft.meter.working.isPowered) return {};
      return onKeypad(draft, { ...event.key, now: personAt }, now);
    case 'measured': {
      const supplied = passSpan(draft, { ...event, until: now });
      onKeypad(draft, { kind: 'tick', now: personAt });
      return { supplied };
    }
    case 'sensor': {
      const others = draft.meter.working.sensors.filter((each) => each !== event.sensor);
      work(draft, { sensors: event.isActive ? [...others, event.sensor] : others });
      return {};
    }
    case 'power-failed':
      powerFailed(draft, now);
      return {};
    case 'power-returned':
      powerReturned(draft, event.chance, now);
      return {};
    case 'clock-set': {
      const accounting = accountingAfterClockSet(draft.meter.memory, event.before, now);
      const events = [{ code: 'clock-set', detail: `FROM ${event.before}` }] as const;
      change(draft, { accounting }, { now, events });
      return {};
    }
    case 'command':
      return { command: commandOutcome(draft, event.command, now) };
  }
}

function powerFailed(draft: StepDraft, now: Instant): void {
  const { working } = draft.meter;
  if (!working.isPowered) return;
  // Of what was measured and is too little for a register: or else whoever switches off and on often
  // enough pays nothing.
  const supply = { ...draft.meter.memory.supply, remainder: working.remainder };
  change(draft, { supply }, { now, events: [{ code: 'power-failed' }] });
  work(draft, { ...RESTING, isPowered: false });
}

function powerReturned(draft: StepDraft, chance: number, now: Instant): void {
  const { memory, working } = draft.meter;
  if (working.isPowered) return;
  const supply = afterOutage(memory.supply, memory.settings.supply, chance);
  const changes = {
    lockOut: afterPowerCycle(memory.lockOut, memory.settings.lockOut),
    // Taken over once: a power failure without notice must not find it again.
    supply: { ...supply, remainder: UNIT_REMAINDER_NONE },
  };
  work(draft, { isPowered: true, remainder: memory.supply.remainder });
  change(draft, changes, { now, events: [{ code: 'power-returned' }] });
}

function tryToken(draft: StepDraft, typed: string, now: Instant): TokenOutcome {
  // A meter without power reads nothing; its answer comes from the unit indoors.
  if (!draft.meter.working.isPowered) return { result: 'NotReady', writes: [] };
  closeWrites(draft, now);
  const before = draft.meter.memory;
  const outcome = applyToken(before, typed, {
    now,
    power: draft.meter.working.power,
    switch: switchOf(draft.meter, now),
  });
  takeWrites(draft, outcome.writes);
  work(draft, { lastResult: outcome.result });
  holdForKey(draft, before, now);
  return outcome;
}

/** Where the settings ask for it, the supply does not come back under a customer who is not there. */
function holdForKey(draft: StepDraft, before: MeterMemory, now: Instant): void {
  const { memory } = draft.meter;
  if (!memory.settings.supply.reconnectsByKey || memory.supply.isOffByKey) return;
  const wasOut = creditDecision(before, now) === 'exhausted';
  if (!wasOut || creditDecision(memory, now) === 'exhausted') return;
  change(draft, { supply: { ...memory.supply, isOffByKey: true } }, { now });
}

interface Times {
  readonly now: Instant;
  readonly personAt: Instant;
}

function onKeypad(draft: StepDraft, event: KeypadEvent, now: Instant = event.now): Answer {
  const { memory, working } = draft.meter;
  const step = applyKeypadEvent(working.keypad, event, memory.settings.face.shortCodes);
  if (step.state !== working.keypad) work(draft, { keypad: step.state });
  let answer: Answer = {};
  for (const effect of step.effects) {
    answer = { ...answer, ...perform(draft, effect, { now, personAt: event.now }) };
  }
  return answer;
}

function perform(draft: StepDraft, effect: KeypadEffect, times: Times): Answer {
  const { now, personAt } = times;
  switch (effect.kind) {
    case 'try-token': {
      const token = tryToken(draft, effect.digits, now);
      onKeypad(draft, { kind: 'outcome', outcome: token, now: personAt }, now);
      return { token };
    }
    case 'select-emergency': {
      const command = commandOutcome(draft, { kind: 'select-emergency-credit' }, now);
      onKeypad(draft, { kind: 'answer', message: emergencyMessage(command), now: personAt }, now);
      return { command };
    }
    case 'press-switch': {
      const { memory } = draft.meter;
      const isOnLifeline = creditDecision(memory, now) === 'lifeline';
      const supply = pressSwitchKey(memory, switchOf(draft.meter, now), isOnLifeline);
      if (supply !== null) change(draft, { supply }, { now });
      return {};
    }
    case 'mute-buzzer':
      work(draft, { mute: muteOf(faceFacts(draft.meter, now)) });
      return {};
  }
}

/** Whether the load switch is closed, and by what or why not. */
export function switchOf({ memory, working }: Meter, now: Instant): SwitchDecision {
  const credit = creditDecision(memory, now);
  return switchDecision({ memory, isPowered: working.isPowered, credit });
}

function faceFacts(meter: Meter, now: Instant): FaceFacts {
  const { memory, working } = meter;
  const { tariff } = memory.accounting;
  return {
    memory,
    now,
    isPowered: working.isPowered,
    switch: switchOf(meter, now),
    creditLow: creditLowLevel(memory),
    daysLeft: daysLeft(memory),
    power: working.power,
    rateName: tariff.rates[rateAt(tariff, now)]?.name ?? '',
    lastResult: working.lastResult,
    measurement: working.measurement,
  };
}

/** What the customer sees and hears. */
export function displayOfMeter(meter: Meter, now: Instant): Display {
  const facts = faceFacts(meter, now);
  const { keypad, mute } = meter.working;
  return displayOf({ ...facts, keypad, buzzer: buzzerOf(facts, mute) !== 'none' });
}
