/**
 * The automaton that watches a limit: power, or the unbalance of phases. Passed without a pause for a
 * while, the switch opens; after a wait it closes to try again; after some trips it is held open until
 * the customer presses the key, who has switched something off by then.
 */
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { LoggedEvent } from '../event-log.ts';
import type { OverloadSettings } from '../settings.ts';
import { OVERLOAD_NONE, type OverloadState } from './supply-state.ts';

export type LimitCause = 'power' | 'unbalance';

export interface Watched {
  readonly state: OverloadState;
  readonly events: readonly LoggedEvent[];
}

/** Whether the limit holds the switch open. */
export function isTripped({ status }: OverloadState): boolean {
  return status === 'waiting' || status === 'held';
}

/**
 * How long until the state changes by itself; null when it does not. While the switch is open for
 * another reason nothing is over any limit, and a wait goes on.
 */
export function untilLimitChange(
  state: OverloadState,
  settings: OverloadSettings,
  isOver: boolean,
): Milliseconds | null {
  const target = spanOf(state, settings, isOver);
  return target === null ? null : milliseconds(Math.max(1, target - state.elapsed));
}

// How long the state as it is with this load lasts; null for ever. One that is about to begin or to
// end with the load is as it will be.
function spanOf(state: OverloadState, settings: OverloadSettings, isOver: boolean): number | null {
  const status = statusUnder(state, isOver);
  switch (status) {
    case 'held':
      return null;
    case 'waiting':
      return settings.waitBeforeRetry;
    case 'over':
      return settings.tripAfter + (state.status === 'over' ? 0 : state.elapsed);
    case 'normal':
      if (state.trips === 0) return null;
      return settings.forgetAfter + (state.status === 'normal' ? 0 : state.elapsed);
  }
}

function statusUnder(state: OverloadState, isOver: boolean): OverloadState['status'] {
  if (isTripped(state)) return state.status;
  return isOver ? 'over' : 'normal';
}

/** The state after a span within which untilLimitChange has nothing but its end. */
export function watchLimit(
  state: OverloadState,
  settings: OverloadSettings,
  span: { readonly isOver: boolean; readonly elapsed: Milliseconds; readonly cause: LimitCause },
): Watched {
  const status = statusUnder(state, span.isOver);
  const before = status === state.status ? state.elapsed : 0;
  const elapsed = milliseconds(before + span.elapsed);
  switch (status) {
    case 'held':
      return { state, events: NOTHING };
    case 'waiting':
      return elapsed < settings.waitBeforeRetry
        ? quiet({ ...state, elapsed })
        : quiet({ status: 'normal', elapsed: milliseconds(0), trips: state.trips });
    case 'over':
      return elapsed < settings.tripAfter
        ? quiet({ status: 'over', elapsed, trips: state.trips })
        : tripped(state.trips + 1, settings, span.cause);
    case 'normal': {
      if (state.trips === 0) return quiet(OVERLOAD_NONE);
      return elapsed < settings.forgetAfter
        ? quiet({ status: 'normal', elapsed, trips: state.trips })
        : quiet(OVERLOAD_NONE);
    }
  }
}

function tripped(trips: number, settings: OverloadSettings, cause: LimitCause): Watched {
  const isHeld = trips >= settings.tripsBeforeHold;
  const trip: LoggedEvent = { code: 'overload-trip', detail: `${cause} ${trips}` };
  const hold: LoggedEvent = { code: 'overload-held', detail: cause };
  return {
    state: { status: isHeld ? 'held' : 'waiting', elapsed: milliseconds(0), trips },
    events: isHeld ? [trip, hold] : [trip],
  };
}

const NOTHING: readonly LoggedEvent[] = [];

function quiet(state: OverloadState): Watched {
  return { state, events: NOTHING };
}
