/** What the supply side remembers: commands, overload, outage, demand; see switch-decision.ts. */
import type { Watts } from '@wattvend/quantities/energy.js';
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { UNIT_REMAINDER_NONE, type UnitRemainder } from './unit-remainder.ts';

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
  /** Measured and too little for a register when the power failed; none while it is on. */
  readonly remainder: UnitRemainder;
}

export interface OverloadState {
  /** normal; over: the limit is passed; waiting: tripped; held: for the customer's key. */
  readonly status: 'normal' | 'over' | 'waiting' | 'held';
  /** In this status: of a wait, of a hold, of a time without overload. In the status over it is 0. */
  readonly elapsed: Milliseconds;
  readonly trips: number;
  /** Above the limit since the last trip, pauses not counted. */
  readonly timeOver: Milliseconds;
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
  timeOver: 0 as Milliseconds,
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
  remainder: UNIT_REMAINDER_NONE,
};
