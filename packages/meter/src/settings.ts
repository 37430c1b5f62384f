/**
 * What a meter is built and configured to do: agreed when it is ordered, changed only by a command of
 * the utility, the same for many meters. A program that runs a million meters holds it once.
 *
 * The standards leave all of this to buyer and maker; the values are those seen on meters in the
 * field, and each says which.
 */
import type { Watts } from '@wattvend/quantities/energy.js';
import type { Milliseconds } from '@wattvend/quantities/time.js';
import type { AccountUnits } from './accounting/account-units.ts';
import type { TokenResult } from './token-entry/token-result.ts';

/** What the meter measures and switches. Time is measured as long as the service is on. */
export type Commodity = 'electricity' | 'water' | 'gas' | 'time';

export interface MeterSettings {
  /** Shown on the plate and in the event log; no rule reads it. At most 16 characters. */
  readonly model: string;
  readonly lockOut: LockOutSettings;
  readonly accounting: AccountingSettings;
  readonly supply: SupplySettings;
  readonly tamper: TamperSettings;
  readonly face: FaceSettings;
}

/** How a meter defends itself against guessing; see token-entry/lock-out.ts. */
export interface LockOutSettings {
  /** Wrong tokens in a row that cost nothing but the entry. Null: the meter never locks. */
  readonly freeFailures: number | null;
  /** The first lock; each further failure doubles it up to the longest. */
  readonly shortest: Milliseconds;
  readonly longest: Milliseconds;
  /** The results that count as a failure. */
  readonly counted: readonly TokenResult[];
  /** As some makers do. It lets an attacker begin anew with a switch. */
  readonly isClearedByPowerCycle: boolean;
}

export interface AccountingSettings {
  readonly commodity: Commodity;
  /**
   * Whether the account counts what was measured (kWh, m³, minutes) or money. It decides which
   * register falls: services 0 to 3 or 4 to 7.
   */
  readonly mode: 'energy' | 'currency';
  /** How far below zero the account may fall before it counts as used up. Zero or more. */
  readonly overdraft: AccountUnits;
  readonly emergency: EmergencyCreditSettings | null;
  readonly friendly: FriendlySettings | null;
  /** Below each the customer is warned, louder each time. Falling, at most three. */
  readonly creditLow: readonly AccountUnits[];
  /** The power a customer without credit still has, instead of a cut. Electricity only. */
  readonly lifeline: Watts | null;
  /** The day of the month on which steps begin anew, 1 to 28. */
  readonly billingDay: number;
  /** Whether charges by time go on when the account is used up. */
  readonly collectsBelowZero: boolean;
}

export interface EmergencyCreditSettings {
  readonly limit: AccountUnits;
  /** Offered when the account falls to this or below. */
  readonly threshold: AccountUnits;
  /** Whether the customer must ask for it with a key or a code; else it is given by itself. */
  readonly needsConfirmation: boolean;
}

/** Hours and days in which the supply is not cut for want of credit. */
export interface FriendlySettings {
  readonly windows: readonly FriendlyWindow[];
  /** Also on the special days of the tariff, the whole day. */
  readonly onSpecialDays: boolean;
}

/** Local time. A window that ends at or before its begin ends on the next day. */
export interface FriendlyWindow {
  /** Monday is 0. The days on which the window begins. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight, 0 to 1439. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export interface SupplySettings {
  readonly phases: 1 | 3;
  /** Direct, or behind transformers whose ratios multiply what is measured. */
  readonly connection:
    | { readonly kind: 'direct' }
    | {
        readonly kind: 'transformer';
        readonly current: TransformerRatio;
        readonly voltage: TransformerRatio;
      };
  /** The limit until a token sets another; null for none. */
  readonly maximumPower: Watts | null;
  readonly overload: OverloadSettings;
  /** The same automaton watches the unbalance of phases. Null: it is not watched. */
  readonly unbalance: OverloadSettings | null;
  /** After an outage a random delay up to this keeps a whole street from switching on at once. */
  readonly reconnectionDelayLongest: Milliseconds;
  /** Whether the customer must press a key before the supply comes back after new credit. */
  readonly reconnectsByKey: boolean;
  /** The window over which demand is averaged; null: none is kept. */
  readonly demandWindow: Milliseconds | null;
  /** Energy behind an open switch within a minute that proves it welded. */
  readonly weldedPower: Watts;
}

/** Primary over secondary, for example 200 over 5. Whole numbers from 1. */
export interface TransformerRatio {
  readonly primary: number;
  readonly secondary: number;
}

/** Trip, wait, try again, hold. */
export interface OverloadSettings {
  /** How long the limit must be passed without a pause before the switch opens. */
  readonly tripAfter: Milliseconds;
  readonly waitBeforeRetry: Milliseconds;
  /** After this many trips the switch stays open until the customer presses a key. */
  readonly tripsBeforeHold: number;
  /** A span without overload after which the trips are forgotten. */
  readonly forgetAfter: Milliseconds;
}

/** What a meter can notice of an attempt on it. */
export type TamperInput =
  | 'terminal-cover'
  | 'meter-cover'
  | 'magnet'
  | 'reverse-energy'
  | 'bypass'
  | 'phase-loss'
  | 'over-voltage';

export interface TamperSettings {
  /** An input that is not named is not watched. */
  readonly inputs: Readonly<Partial<Record<TamperInput, TamperInputSettings>>>;
  /** Line to neutral, in tenths of a volt. */
  readonly overVoltage: number;
  readonly phaseLossBelow: number;
  /** The difference of line and neutral current that is a bypass, in milliamperes. */
  readonly bypassCurrent: number;
  /** What energy that flows backwards counts as. */
  readonly reverseEnergy: 'not-counted' | 'counted-forwards';
}

export interface TamperInputSettings {
  /** How long the input must stand before it counts. */
  readonly after: Milliseconds;
  /** Whether the supply opens, and until when. */
  readonly disconnects: 'no' | 'while-active' | 'until-cleared';
  /** Whether the tamper condition stays until a ClearTamperCondition token. */
  readonly isKept: boolean;
  readonly soundsBuzzer: boolean;
}

export interface FaceSettings {
  readonly shortCodes: 'default' | 'lg' | 'hexing' | 'conlog';
  /** What the customer sees of the account in currency mode, at most 3 characters: "R", "KSh". */
  readonly currencySymbol: string;
  /** A customer interface unit indoors, wired or by radio, with a battery of its own. */
  readonly isSplit: boolean;
}
