/**
 * The clock of a street: it runs a whole number of times as fast as the real one and never backwards.
 * Pure: the real time is told, in milliseconds of a clock that does not jump.
 */
import { type Instant, instant } from '@wattvend/quantities/time.js';

export const SPEED_MAX = 86_400;

export interface EmulatedClock {
  /** A whole number from 1, real time, to SPEED_MAX, a day in each second. */
  readonly speed: number;
  /** At this real time … */
  readonly anchorReal: Instant;
  /** … it was this time in the street. */
  readonly anchorAt: Instant;
}

/** Refuses, with a RangeError, a speed that is none. */
export function startClock(at: Instant, speed: number, real: Instant): EmulatedClock {
  if (!isSpeed(speed)) throw new RangeError(`a speed is 1 to ${SPEED_MAX}, got ${speed}`);
  return { speed, anchorReal: real, anchorAt: at };
}

export function isSpeed(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= SPEED_MAX;
}

export function clockAt(clock: EmulatedClock, real: Instant): Instant {
  const elapsed = Math.max(0, real - clock.anchorReal);
  return instant(clock.anchorAt + elapsed * clock.speed);
}

/** The same clock, at another speed from now on. */
export function atSpeed(clock: EmulatedClock, speed: number, real: Instant): EmulatedClock {
  return startClock(clockAt(clock, real), speed, real);
}
