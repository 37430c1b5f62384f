/**
 * Maximum demand: the greatest mean power over a window of the time the meter runs. Windows follow
 * each other without overlap; one that a power failure cuts goes on when the power is back.
 */
import { type Watts, watts } from '@wattvend/quantities/energy.js';
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { DemandState } from './supply-state.ts';

/** How long until the window ends. */
export function untilDemandWindowEnds(state: DemandState, window: Milliseconds): Milliseconds {
  return milliseconds(Math.max(1, window - state.windowElapsed));
}

/** After a span that reaches at most to the end of the window; the mean is rounded down. */
export function withDemandFloor(
  state: DemandState,
  window: Milliseconds,
  span: { readonly power: number; readonly elapsed: Milliseconds; readonly until: Instant },
): DemandState {
  const windowEnergy = state.windowEnergy + span.power * span.elapsed;
  const windowElapsed = milliseconds(state.windowElapsed + span.elapsed);
  if (windowElapsed < window) return { ...state, windowEnergy, windowElapsed };
  const mean: Watts = watts(Math.floor(windowEnergy / windowElapsed));
  const begun = { windowEnergy: 0, windowElapsed: milliseconds(0) };
  return mean > state.maximum
    ? { ...begun, maximum: mean, maximumAt: span.until }
    : { ...state, ...begun };
}

/** A new maximum is sought from now on; the window that runs goes on. */
export function demandReset(state: DemandState): DemandState {
  return { ...state, maximum: watts(0), maximumAt: null };
}
