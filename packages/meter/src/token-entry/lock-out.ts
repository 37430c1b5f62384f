/**
 * The lock-out: after some wrong tokens in a row a meter refuses to look at the next one for a while.
 * It stands in the nonvolatile memory, so that switching the power off and on helps nobody, and it
 * holds for every carrier, because there is one for the whole meter.
 *
 * - The third wrong token locks for 10 s, each further one for twice as long, up to 1280 s.
 * - While the meter is locked, a token for it is not even decrypted. Test tokens (class 1) work: they
 *   carry no secret and tell a helper what is wrong.
 * - One accepted token with an identifier ends the series. A key change does not: its tokens carry no
 *   identifier, so they could be entered again and again to buy free guesses.
 * - Only the time the meter runs counts; an outage neither shortens a lock nor begins it anew.
 *
 * Makers differ; LOCK_OUT_PROFILES has what was seen of them.
 */
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { LockOutSettings } from '../settings.ts';
import type { TokenResult } from './token-result.ts';

export interface LockOutState {
  /** Wrong tokens since the last accepted one. */
  readonly failures: number;
  /** What is left of the lock; 0 when the meter is not locked. */
  readonly remaining: Milliseconds;
}

export const LOCK_OUT_NONE: LockOutState = { failures: 0, remaining: milliseconds(0) };

// More are not told apart: the lock is as long as it gets by then.
const FAILURES_MAX = 255;

/** What a wrong key or a wrong digit looks like, and nothing that an honest copy of a token does. */
const GUESSES: readonly TokenResult[] = ['CRCError'];

export type LockOutProfileName = 'persistent' | 'clou-compatible' | 'secure-compatible' | 'none';

export const LOCK_OUT_PROFILES: Readonly<Record<LockOutProfileName, LockOutSettings>> = {
  /** The default: the steps CLOU publishes, and power cycling does not clear them. */
  persistent: profile({ freeFailures: 2, shortest: 10_000, longest: 1_280_000 }),
  /** As CLOU meters do (their manual): the same steps, cleared by power off and on. */
  'clou-compatible': profile({
    freeFailures: 2,
    shortest: 10_000,
    longest: 1_280_000,
    isClearedByPowerCycle: true,
  }),
  /** Five in a row and a fixed time, as Secure meters do; the manual does not say how long. */
  'secure-compatible': profile({ freeFailures: 4, shortest: 600_000, longest: 600_000 }),
  /** For a laboratory. */
  none: profile({ freeFailures: null, shortest: 0, longest: 0 }),
};

function profile(o: {
  readonly freeFailures: number | null;
  readonly shortest: number;
  readonly longest: number;
  readonly isClearedByPowerCycle?: boolean;
}): LockOutSettings {
  return {
    freeFailures: o.freeFailures,
    shortest: milliseconds(o.shortest),
    longest: milliseconds(o.longest),
    counted: GUESSES,
    isClearedByPowerCycle: o.isClearedByPowerCycle ?? false,
  };
}

/** Whether tokens for this meter are refused unread. */
export function isLockedOut(state: LockOutState): boolean {
  return state.remaining > 0;
}

/** The state after a wrong token. */
export function afterFailure(state: LockOutState, settings: LockOutSettings): LockOutState {
  const failures = Math.min(state.failures + 1, FAILURES_MAX);
  return { failures, remaining: lockAfter(failures, settings) };
}

/** How long this many failures lock. */
export function lockAfter(failures: number, settings: LockOutSettings): Milliseconds {
  const { freeFailures, longest, shortest } = settings;
  if (freeFailures === null || failures <= freeFailures) return milliseconds(0);
  // No power of two above this matters, and a number of them would not be exact any more.
  const doublings = Math.min(failures - freeFailures - 1, 30);
  return milliseconds(Math.min(longest, shortest * 2 ** doublings));
}

/** The state after the meter ran for a while. */
export function afterRunning(state: LockOutState, elapsed: Milliseconds): LockOutState {
  if (state.remaining === 0) return state;
  return { ...state, remaining: milliseconds(Math.max(0, state.remaining - elapsed)) };
}

/** The state after the power was off and came back. */
export function afterPowerCycle(state: LockOutState, settings: LockOutSettings): LockOutState {
  return settings.isClearedByPowerCycle ? LOCK_OUT_NONE : state;
}
