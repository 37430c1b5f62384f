/** What the tamper inputs are called on a display, and which of them a customer can do nothing for. */

import type { TamperInput } from '../settings.ts';
import type { TamperState } from '../tamper/tamper-state.ts';

export interface TamperWord {
  /** At most 14 characters. */
  readonly short: string;
  readonly sentence: string;
}

export const TAMPER_WORDS: Readonly<Record<TamperInput, TamperWord>> = {
  'terminal-cover': { short: 'TERMINAL COVER', sentence: 'The terminal cover is open.' },
  'meter-cover': { short: 'METER COVER', sentence: 'The meter was opened.' },
  magnet: { short: 'MAGNET', sentence: 'There is a magnet at the meter.' },
  'reverse-energy': { short: 'REVERSE ENERGY', sentence: 'Energy flows backwards.' },
  bypass: { short: 'BYPASS', sentence: 'Some energy goes around the meter.' },
  'phase-loss': { short: 'PHASE LOSS', sentence: 'A phase of the supply is missing.' },
  'over-voltage': { short: 'OVER-VOLTAGE', sentence: 'The voltage is too high.' },
};

/** The inputs to tell of, the kept ones first, each once. */
export function tamperInputsOf(tamper: TamperState): readonly TamperInput[] {
  return [...new Set([...tamper.kept, ...tamper.active])];
}
