/**
 * The automaton that watches a limit: power, or the unbalance of phases. Passed for a while, the switch
 * opens; after a wait it closes to try again; after some trips it is held open until the customer
 * presses the key, who has switched something off by then.
 *
 * The time above the limit adds up over pauses and is forgotten, as trips are, only after a long time
 * without overload. Where a pause begins it anew, a millisecond in each half minute evades the limit.
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
  return target === null ? null : milliseconds(Math.max(1, target));
}

// How long the state as it is with this load lasts; null for ever.
function spanOf(state: OverloadState, settings: OverloadSettings, isOver: boolean): number | null {
  switch (statusUnder(state, isOver)) {
    case 'held':
      return null;
    case 'waiting':
      return settings.waitBeforeRetry - state.elapsed;
    case 'over':
      return settings.tripAfter - state.timeOver;
    case 'normal':
      if (state.trips === 0 && state.timeOver === 0) return null;
      return settings.forgetAfter - (state.status === 'normal' ? state.elapsed : 0);
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
    case 'held': {
      // Longer than this no key has to wait; see pressSwitchKey.
      const most = longestHold(settings);
      if (state.elapsed >= most) return quiet(state);
      return quiet({ ...state, elapsed: milliseconds(Math.min(elapsed, most)) });
    }
    case 'waiting':
      return elapsed < settings.waitBeforeRetry
        ? quiet({ ...state, elapsed })
        : quiet({ ...OVERLOAD_NONE, trips: state.trips });
    case 'over': {
      const timeOver = milliseconds(state.timeOver + span.elapsed);
      return timeOver < settings.tripAfter
        ? quiet({ ...OVERLOAD_NONE, status, trips: state.trips, timeOver })
        : tripped(state.trips + 1, settings, span.cause);
    }
    case 'normal':
      if (state.trips === 0 && state.timeOver === 0) return quiet(OVERLOAD_NONE);
      return elapsed < settings.forgetAfter
        ? quiet({ ...state, status, elapsed })
        : quiet(OVERLOAD_NONE);
  }
}

function longestHold({ forgetAfter, waitBeforeRetry }: OverloadSettings): number {
  return Math.max(forgetAfter, waitBeforeRetry);
}

/**
 * How long the key still does nothing while the switch is held: as long as between two tries, or else
 * whoever presses it all the time had no limit; on a life-line as long as trips are remembered.
 */
export function untilKeyReleases(
  state: OverloadState,
  settings: OverloadSettings,
  isOnLifeline: boolean,
): Milliseconds {
  const hold = isOnLifeline ? longestHold(settings) : settings.waitBeforeRetry;
  return milliseconds(Math.max(0, hold - state.elapsed));
}

/** After the key: one more trip holds at once. */
export function released(settings: OverloadSettings): OverloadState {
  return { ...OVERLOAD_NONE, trips: settings.tripsBeforeHold - 1 };
}

function tripped(trips: number, settings: OverloadSettings, cause: LimitCause): Watched {
  const isHeld = trips >= settings.tripsBeforeHold;
  const trip: LoggedEvent = { code: 'overload-trip', detail: `${cause} ${trips}` };
  const hold: LoggedEvent = { code: 'overload-held', detail: cause };
  return {
    state: { ...OVERLOAD_NONE, status: isHeld ? 'held' : 'waiting', trips },
    events: isHeld ? [trip, hold] : [trip],
  };
}

const NOTHING: readonly LoggedEvent[] = [];

function quiet(state: OverloadState): Watched {
  return { state, events: NOTHING };
}
