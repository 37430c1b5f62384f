/** What the supply side remembers: commands, overload, outage, demand; see switch-decision.ts. */
import type { Watts } from '@wattvend/quantities/energy.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';

export interface SupplyState {
  /** A meter that was never put into service, or was taken out, holds its switch open. */
  readonly isCommissioned: boolean;
  /** ready: the utility allows the supply again and the customer has to press a key. */
  readonly remote: 'connected' | 'disconnected' | 'ready';
  /** The customer switched off with the key, or must press it because the settings ask for it. */
  readonly isOffByKey: boolean;
  readonly overload: OverloadState;
  readonly unbalance: OverloadState;
  /** What is left of the delay after an outage. */
  readonly reconnectionDelay: Milliseconds;
  /** Energy flows behind an open switch; only repair mends it. */
  readonly isSwitchWelded: boolean;
  readonly demand: DemandState;
}

export interface OverloadState {
  /** normal; over: the limit is passed and time runs; waiting: tripped; held: for the customer's key. */
  readonly status: 'normal' | 'over' | 'waiting' | 'held';
  /** In the status over, waiting, and in normal while trips are not forgotten yet. */
  readonly elapsed: Milliseconds;
  readonly trips: number;
}

export interface DemandState {
  /** Energy of the window that runs, in watt-milliseconds, and how much of it has passed. */
  readonly windowEnergy: number;
  readonly windowElapsed: Milliseconds;
  /** The greatest mean over a window since the last reset. */
  readonly maximum: Watts;
  readonly maximumAt: Instant | null;
}

export const OVERLOAD_NONE: OverloadState = {
  status: 'normal',
  elapsed: 0 as Milliseconds,
  trips: 0,
};

export const SUPPLY_NEW: SupplyState = {
  isCommissioned: true,
  remote: 'connected',
  isOffByKey: false,
  overload: OVERLOAD_NONE,
  unbalance: OVERLOAD_NONE,
  reconnectionDelay: 0 as Milliseconds,
  isSwitchWelded: false,
  demand: {
    windowEnergy: 0,
    windowElapsed: 0 as Milliseconds,
    maximum: 0 as Watts,
    maximumAt: null,
  },
};
