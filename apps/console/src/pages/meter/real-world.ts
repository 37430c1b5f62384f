/** What the meter on the wall is told of the world: the time and chance of this browser. */
import { type Instant, instant } from '@wattvend/quantities/time.js';

/** The page's own clock, which does not run backwards; its origin makes it wall time. */
export function realTime(): Instant {
  return instant(Math.round(performance.timeOrigin + performance.now()));
}

const WORD_BOUND = 2 ** 32;

/** From 0 to below the bound, each number as likely as the other but for one part in millions. */
export function chance(bound: number): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.floor((word / WORD_BOUND) * bound);
}
