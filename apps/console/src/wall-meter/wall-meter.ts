/**
 * The meter on the wall with its keypad and its house, as a machine: a pure function of its state and
 * one event. Each new memory it returns must be stored before the state is shown, in order; that is
 * how a meter says ACCEPTED only for credit that a power failure can no longer take away.
 */
import {
  applyKeypadEvent,
  KEYPAD_IDLE,
  type KeypadEvent,
  type KeypadState,
} from '@wattvend/meter/keypad.js';
import {
  applyLoad,
  ENERGY_REMAINDER_NONE,
  type EnergyRemainder,
  isLoadSwitchClosed,
} from '@wattvend/meter/load-switch.js';
import { applyWrite, type MemoryWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tokenMessage } from '@wattvend/meter/token-message.js';
import { TOKEN_RESULTS, type TokenResult } from '@wattvend/meter/token-result.js';
import type { Watts } from '@wattvend/quantities/energy.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';

export interface MeterLogEntry {
  readonly number: number;
  readonly at: Instant;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
}

export interface WallMeter {
  readonly memory: MeterMemory;
  readonly keypad: KeypadState;
  readonly remainder: EnergyRemainder;
  /** The newest first. */
  readonly log: readonly MeterLogEntry[];
  /** What the last token came to; null before the first one. */
  readonly lastResult: { readonly result: TokenResult; readonly sentence: string } | null;
}

export interface WallMeterStep {
  readonly meter: WallMeter;
  /** To be stored one after the other, each whole. */
  readonly stored: readonly MeterMemory[];
}

const LOG_MAX = 30;

export function wallMeter(memory: MeterMemory): WallMeter {
  return {
    memory,
    keypad: KEYPAD_IDLE,
    remainder: ENERGY_REMAINDER_NONE,
    log: [],
    lastResult: null,
  };
}

function logged(meter: WallMeter, entry: Omit<MeterLogEntry, 'number'>): WallMeter {
  const number = (meter.log[0]?.number ?? 0) + 1;
  return { ...meter, log: [{ ...entry, number }, ...meter.log].slice(0, LOG_MAX) };
}

function written(
  memory: MeterMemory,
  writes: readonly MemoryWrite[],
): { readonly memory: MeterMemory; readonly stored: readonly MeterMemory[] } {
  const stored: MeterMemory[] = [];
  let current = memory;
  for (const write of writes) {
    current = applyWrite(current, write);
    stored.push(current);
  }
  return { memory: current, stored };
}

function loggedSwitch(before: boolean, meter: WallMeter, at: Instant): WallMeter {
  const after = isLoadSwitchClosed(meter.memory);
  if (before === after) return meter;
  return after
    ? logged(meter, { at, tone: 'good', text: 'The load switch closed: the house has light.' })
    : logged(meter, { at, tone: 'bad', text: 'The credit is used up: the load switch opened.' });
}

function tryToken(meter: WallMeter, digits: string, now: Instant): WallMeterStep {
  const closedBefore = isLoadSwitchClosed(meter.memory);
  const outcome = applyToken(meter.memory, digits, { now });
  const { memory, stored } = written(meter.memory, outcome.writes);
  const step = applyKeypadEvent(meter.keypad, { kind: 'outcome', outcome, now });
  const { sentence } = tokenMessage(outcome);
  const tone = TOKEN_RESULTS[outcome.result].isGood ? 'good' : 'bad';
  const after = logged(
    { ...meter, memory, keypad: step.state, lastResult: { result: outcome.result, sentence } },
    { at: now, tone, text: sentence },
  );
  return { meter: loggedSwitch(closedBefore, after, now), stored };
}

/** One key, or the passing of time on the display. */
export function pressKey(meter: WallMeter, event: KeypadEvent): WallMeterStep {
  const step = applyKeypadEvent(meter.keypad, event);
  let current: WallMeter = step.state === meter.keypad ? meter : { ...meter, keypad: step.state };
  let stored: readonly MeterMemory[] = [];
  for (const effect of step.effects) {
    const tried = tryToken(current, effect.digits, event.now);
    current = tried.meter;
    stored = [...stored, ...tried.stored];
  }
  return { meter: current, stored };
}

/** The house draws its load for a while, as far as the meter lets it. */
export function passTime(
  meter: WallMeter,
  o: { readonly load: Watts; readonly elapsed: Milliseconds; readonly now: Instant },
): WallMeterStep {
  const closedBefore = isLoadSwitchClosed(meter.memory);
  const supplied = applyLoad(meter.memory, o.load, o.elapsed, meter.remainder);
  if (supplied.writes.length === 0 && supplied.remainder === meter.remainder) {
    return { meter, stored: [] };
  }
  const { memory, stored } = written(meter.memory, supplied.writes);
  const after = { ...meter, memory, remainder: supplied.remainder };
  return { meter: loggedSwitch(closedBefore, after, o.now), stored };
}
