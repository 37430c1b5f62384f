/**
 * Energy behind an open switch is a welded contact or a wire around the meter. A minute of it is proof;
 * less may be a motor that runs down. The minute begins anew when the power fails.
 */
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';

export const WELDED_AFTER: Milliseconds = milliseconds(60_000);

/** How long energy has flowed behind the open switch without a pause; 0 when none does. */
export type WeldedTimer = Milliseconds;

export function untilWelded(timer: WeldedTimer, isSeen: boolean): Milliseconds | null {
  return isSeen && timer < WELDED_AFTER ? milliseconds(WELDED_AFTER - timer) : null;
}

export function withWeldedSeen(
  timer: WeldedTimer,
  isSeen: boolean,
  elapsed: Milliseconds,
): WeldedTimer {
  return isSeen ? milliseconds(Math.min(WELDED_AFTER, timer + elapsed)) : milliseconds(0);
}
