/**
 * The meter on the wall and what its owner keeps of it: the payment meter itself, its event log, its
 * clock, and what it answered last. A pure function of this and one event.
 */
import type { Display } from '@wattvend/meter/display.js';
import {
  applyMeterEvent,
  displayOfMeter,
  type Meter,
  startMeter,
  switchOf,
} from '@wattvend/meter/meter.js';
import type { CommandOutcome, MeterEvent } from '@wattvend/meter/meter-event.js';
import type { SwitchDecision } from '@wattvend/meter/switch-decision.js';
import type { TokenOutcome } from '@wattvend/meter/token-entry.js';
import { tokenMessage } from '@wattvend/meter/token-message.js';
import { TOKEN_RESULTS, type TokenResult } from '@wattvend/meter/token-result.js';
import { type Instant, instant, type Milliseconds } from '@wattvend/quantities/time.js';
import { commandSentence } from './command-words.ts';
import type { KeptMeter } from './meter-storage.ts';
import { type WallLog, withLogged } from './wall-log.ts';

/** What the meter answered to a token, or to a command. */
export interface WallAnswer {
  readonly kind: 'token' | 'command';
  /** Null for a command. */
  readonly result: TokenResult | null;
  readonly isGood: boolean;
  readonly sentence: string;
}

export interface WallMeter {
  readonly meter: Meter;
  readonly log: WallLog;
  /** The meter's own clock; it never runs backwards. */
  readonly clock: Instant;
  /** The last answer; null before the first. */
  readonly answer: WallAnswer | null;
}

export interface WallMeterStep {
  readonly wall: WallMeter;
  /** To be stored whole before the wall is shown. */
  readonly isToStore: boolean;
}

/**
 * The meter after its page was opened. Its clock goes on where it was, or is set to the real time when
 * that is later: a meter that was run fast is ahead of it, and nothing takes it back.
 */
export function hangUp(kept: KeptMeter, realTime: Instant): WallMeter {
  const clock = instant(Math.max(kept.clock ?? realTime, realTime));
  return { meter: startMeter(kept.memory), log: kept.log, clock, answer: null };
}

/** What is to be kept of it. */
export function keptOf({ clock, log, meter }: WallMeter): KeptMeter {
  return { memory: meter.memory, log, clock };
}

/** The meter's clock after a span of its own time. */
export function clockAfter(clock: Instant, elapsed: Milliseconds): Instant {
  return instant(clock + elapsed);
}

/** One event. Refuses, with a RangeError, one that is before the meter's clock. */
export function stepWallMeter(wall: WallMeter, event: MeterEvent): WallMeterStep {
  if (event.now < wall.clock) {
    throw new RangeError(
      `the meter's clock stands at ${wall.clock}, and ${event.now} is before it`,
    );
  }
  const step = applyMeterEvent(wall.meter, event);
  const logged = step.writes.flatMap((write) => write.logged);
  return {
    wall: {
      meter: step.meter,
      log: withLogged(wall.log, logged),
      clock: event.now,
      answer: answerOf(step, event) ?? wall.answer,
    },
    isToStore: step.writes.length > 0,
  };
}

/** Time without power: the clock has a battery of its own, and nothing else runs. */
export function passWithoutPower(wall: WallMeter, clock: Instant): WallMeterStep {
  if (clock < wall.clock) throw new RangeError('the clock of a meter never runs backwards');
  return { wall: { ...wall, clock }, isToStore: false };
}

/**
 * The same meter as another page of this browser left it: the memory there is the meter. What this
 * page is busy with, such as digits half typed, stays.
 */
export function takenOver(wall: WallMeter, { clock, log, memory }: KeptMeter): WallMeter {
  const later = instant(Math.max(wall.clock, clock ?? wall.clock));
  return { ...wall, meter: { ...wall.meter, memory }, log, clock: later };
}

export function displayOfWall({ clock, meter }: WallMeter): Display {
  return displayOfMeter(meter, clock);
}

export function switchOfWall({ clock, meter }: WallMeter): SwitchDecision {
  return switchOf(meter, clock);
}

function answerOf(
  { command, token }: { readonly command?: CommandOutcome; readonly token?: TokenOutcome },
  event: MeterEvent,
): WallAnswer | null {
  if (token !== undefined) {
    const { result } = token;
    const { isGood } = TOKEN_RESULTS[result];
    return { kind: 'token', result, isGood, sentence: tokenMessage(token).sentence };
  }
  if (command === undefined) return null;
  // The only thing a key can ask for and be refused is emergency credit.
  const kind = event.kind === 'command' ? event.command.kind : 'select-emergency-credit';
  const isGood = command.kind === 'done';
  return { kind: 'command', result: null, isGood, sentence: commandSentence(kind, command) };
}
