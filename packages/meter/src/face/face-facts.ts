/**
 * What the face of a meter is told: the memory, and what the rest of the meter has worked out for the
 * moment. The face reads; it decides nothing and changes nothing.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import type { MeterMemory } from '../memory.ts';
import type { Measurement } from '../meter-event.ts';
import type { SwitchDecision } from '../supply/switch-decision.ts';
import type { TokenResult } from '../token-entry/token-result.ts';

/** How low the credit is: 0 is enough, 3 is the lowest of the levels of the settings. */
export type CreditLowLevel = 0 | 1 | 2 | 3;

export interface FaceFacts {
  readonly memory: MeterMemory;
  readonly now: Instant;
  readonly isPowered: boolean;
  readonly switch: SwitchDecision;
  readonly creditLow: CreditLowLevel;
  /** At the pace of the last days; DAYS_LEFT_UNKNOWN when nothing was used, 0 without credit. */
  readonly daysLeft: number;
  /** What flows now: W, or dm³ per hour, or 3600 while a service by time is used. */
  readonly power: number;
  /** The rate that holds now; empty where the tariff has none. */
  readonly rateName: string;
  /** Of the last token since the power came back; null before it. */
  readonly lastResult: TokenResult | null;
  /** What was measured last, for voltage and current. */
  readonly measurement?: Measurement | null;
}

/** Meters in the field show it so. */
export const DAYS_LEFT_UNKNOWN = 9999;
