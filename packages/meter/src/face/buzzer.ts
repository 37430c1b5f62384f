/**
 * The buzzer: which noise, and how long a key keeps it quiet. Muting is forgotten when the power
 * fails, and holds for what was heard: another level, or an alarm after a warning, is heard anew.
 */
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { MeterMemory } from '../memory.ts';
import type { CreditLowLevel, FaceFacts } from './face-facts.ts';
import { tamperInputsOf } from './tamper-words.ts';

/** alarm: without a pause; warning: now and then. */
export type BuzzerPattern = 'none' | 'warning' | 'alarm';

/** What was silenced, and until when. */
export interface BuzzerMute {
  readonly until: Instant;
  readonly pattern: BuzzerPattern;
  readonly creditLow: CreditLowLevel;
}

export type BuzzerFacts = Pick<FaceFacts, 'memory' | 'now' | 'creditLow' | 'isPowered'>;

/** Quiet overnight, and heard again the next day. */
const MUTED_FOR = 12 * 3_600_000;

// The first level only lights a sign.
const WARNING_FROM: CreditLowLevel = 2;

/** What is heard now. */
export function buzzerOf(facts: BuzzerFacts, mute: BuzzerMute | null): BuzzerPattern {
  const pattern = patternOf(facts);
  return mute !== null && isMuted(facts, pattern, mute) ? 'none' : pattern;
}

/** What a key does to the buzzer; null when there is nothing to silence. */
export function muteOf(facts: BuzzerFacts): BuzzerMute | null {
  const pattern = patternOf(facts);
  if (pattern === 'none') return null;
  const { creditLow, now } = facts;
  return { until: instant(now + MUTED_FOR), pattern, creditLow };
}

function patternOf({ creditLow, isPowered, memory }: BuzzerFacts): BuzzerPattern {
  if (!isPowered) return 'none';
  if (isTamperHeard(memory) || isOverloaded(memory)) return 'alarm';
  return creditLow >= WARNING_FROM ? 'warning' : 'none';
}

function isMuted(facts: BuzzerFacts, pattern: BuzzerPattern, mute: BuzzerMute): boolean {
  if (pattern !== mute.pattern || facts.creditLow !== mute.creditLow) return false;
  const left = mute.until - facts.now;
  // More than a mute can last is left only when the clock was set back.
  return left > 0 && left <= MUTED_FOR;
}

function isTamperHeard({ settings, tamper }: MeterMemory): boolean {
  return tamperInputsOf(tamper).some((input) => settings.tamper.inputs[input]?.soundsBuzzer);
}

function isOverloaded({ supply }: MeterMemory): boolean {
  return supply.overload.status !== 'normal' || supply.unbalance.status !== 'normal';
}
