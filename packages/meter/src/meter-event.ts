/** What can happen to a meter, and what it answers. See meter.ts for what it does. */
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import type { MeterCharge, ScheduledPrice } from './accounting/accounting-state.ts';
import type { MeterTariff } from './accounting/meter-tariff.ts';
import type { MeterSettings } from './settings.ts';

/** The way a token came; the lock-out counts them all together. */
export type TokenCarrier = 'keypad' | 'remote' | 'card';

/** The keys of a meter or of its customer interface unit. */
export type MeterKey =
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'backspace' }
  | { readonly kind: 'enter' }
  /** Three seconds on ENTER: the customer asks for emergency credit. */
  | { readonly kind: 'hold-enter' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'info' }
  /** The key at the load switch: press to have the supply back; press again to switch it off. */
  | { readonly kind: 'switch' };

/** Inputs with a contact or a sensor of their own; the others are seen in what is measured. */
export type TamperSensor = 'terminal-cover' | 'meter-cover' | 'magnet';

/** What the measuring element sees of one phase, as if the load switch were closed. */
export interface PhaseMeasurement {
  /**
   * W, or dm³ per hour of water and gas, or 3600 while a service by time is used; negative when it
   * flows back. A whole number.
   */
  readonly power: number;
  /** Line to neutral, in tenths of a volt. */
  readonly voltage: number;
  /** In milliamperes. */
  readonly current: number;
}

export interface Measurement {
  /** As many as the meter has phases. */
  readonly phases: readonly PhaseMeasurement[];
  /** In milliamperes; null where it is not measured. */
  readonly neutralCurrent: number | null;
  /** What flows although the switch is open, in W: a welded contact or a wire around it. */
  readonly powerBehindOpenSwitch?: number;
}

/** When something happened. */
export interface MeterEventTime {
  /** The meter's clock at the end of what happened. */
  readonly now: Instant;
  /**
   * The time of the person at the keys, for what waits for a finger. The same as `now`, unless the
   * meter's time is made to run faster than the person's.
   */
  readonly personAt?: Instant;
}

export type MeterEvent = MeterEventTime &
  (
    | { readonly kind: 'token'; readonly typed: string; readonly carrier: TokenCarrier }
    | { readonly kind: 'key'; readonly key: MeterKey }
    /** A steady load over a span, also when it is nothing: this is how time passes. */
    | {
        readonly kind: 'measured';
        readonly elapsed: Milliseconds;
        readonly measurement: Measurement;
      }
    | { readonly kind: 'sensor'; readonly sensor: TamperSensor; readonly isActive: boolean }
    | { readonly kind: 'power-failed' }
    /** Chance is a whole number from 0 to 65535, for the delay of reconnection. */
    | { readonly kind: 'power-returned'; readonly chance: number }
    /** The clock was set to `now`. */
    | { readonly kind: 'clock-set'; readonly before: Instant }
    | { readonly kind: 'command'; readonly command: MeterCommand }
  );

/** What a utility tells a meter over a line, or an installer at its port. */
export type MeterCommand =
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'reconnect'; readonly needsKey: boolean }
  | { readonly kind: 'commission' }
  | { readonly kind: 'decommission' }
  | {
      readonly kind: 'set-passive-tariff';
      readonly tariff: MeterTariff;
      readonly activateAt: Instant;
    }
  | { readonly kind: 'activate-tariff' }
  | { readonly kind: 'set-prices'; readonly schedule: readonly ScheduledPrice[] }
  | { readonly kind: 'set-charge'; readonly charge: Omit<MeterCharge, 'totalCollected'> }
  | { readonly kind: 'remove-charge'; readonly name: string }
  | { readonly kind: 'select-emergency-credit' }
  | { readonly kind: 'reset-demand' }
  | { readonly kind: 'change-settings'; readonly settings: MeterSettings };

/** In this order: if several apply, the first is the answer. */
export const COMMAND_REFUSALS = [
  'no-power',
  'already-commissioned',
  'not-commissioned',
  'covers-open',
  'settings-invalid',
  'tariff-invalid',
  'prices-invalid',
  'charge-invalid',
  'charge-unknown',
  'no-passive-tariff',
  'currency-mode-only',
  'no-emergency-credit',
  'emergency-credit-used',
  'emergency-credit-not-needed',
] as const;
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number];

export type CommandOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: CommandRefusal; readonly detail?: string };
