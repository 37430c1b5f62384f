/**
 * Tampering: an input that stands long enough counts; what it then does is configuration. Some
 * conditions stay until a ClearTamperCondition token, also when the power fails; an inspector must
 * find that a cover was open for a minute at night.
 *
 * The token leaves TAMPER_NONE behind. An input that still stands is counted anew from then on, with
 * its own time, and is kept again: a token does not close a cover.
 */
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { LoggedEvent } from '../event-log.ts';
import type { MeterMemory } from '../memory.ts';
import type { TamperInput, TamperInputSettings, TamperSettings } from '../settings.ts';
import type { TamperState } from './tamper-state.ts';

/** The inputs a meter can have, in the order in which they are told. */
export const TAMPER_INPUTS: readonly TamperInput[] = [
  'terminal-cover',
  'meter-cover',
  'magnet',
  'reverse-energy',
  'bypass',
  'phase-loss',
  'over-voltage',
];

/** How long each input has stood without counting yet. Begun anew when the power fails. */
export type TamperTimers = Readonly<Partial<Record<TamperInput, Milliseconds>>>;

export const TAMPER_TIMERS_NONE: TamperTimers = {};

export interface TamperWatch {
  readonly state: TamperState;
  readonly timers: TamperTimers;
  readonly events: readonly LoggedEvent[];
}

/**
 * How long until an input begins to count or ends; null when none does. One that stands no longer ends
 * with the first millisecond it did not stand: were that left to the end of a span, a supply that is
 * open while a cover is would come back later the longer the span is.
 */
export function untilTamperChange(
  watch: Pick<TamperWatch, 'state' | 'timers'>,
  settings: TamperSettings,
  standing: readonly TamperInput[],
): Milliseconds | null {
  const { active } = watch.state;
  const isEnding = active.some((input) => !standing.includes(input) || !settings.inputs[input]);
  if (isEnding) return milliseconds(1);
  let until: number | null = null;
  for (const input of standing) {
    const row = settings.inputs[input];
    if (row === undefined || active.includes(input)) continue;
    const left = Math.max(1, row.after - (watch.timers[input] ?? 0));
    until = until === null ? left : Math.min(until, left);
  }
  return until === null ? null : milliseconds(until);
}

/** After a span in which these inputs stood all the time and no other did. */
export function watchTamper(
  before: Pick<TamperWatch, 'state' | 'timers'>,
  settings: TamperSettings,
  span: { readonly standing: readonly TamperInput[]; readonly elapsed: Milliseconds },
): TamperWatch {
  const active: TamperInput[] = [];
  const timers: Partial<Record<TamperInput, Milliseconds>> = {};
  const events: LoggedEvent[] = [];
  let isSame = true;
  for (const input of TAMPER_INPUTS) {
    const row = settings.inputs[input];
    const wasActive = before.state.active.includes(input);
    // What is kept is logged once until it is cleared: a magnet moved to and fro would wash out
    // everything that was logged before it.
    const isLogged = !before.state.kept.includes(input);
    if (row === undefined || !span.standing.includes(input)) {
      if (wasActive && isLogged) events.push({ code: 'tamper-ended', detail: input });
      isSame &&= !wasActive;
      continue;
    }
    const stood = milliseconds((before.timers[input] ?? 0) + span.elapsed);
    if (wasActive || stood >= row.after) {
      active.push(input);
      if (!wasActive && isLogged) events.push({ code: 'tamper-began', detail: input });
      isSame &&= wasActive;
    } else {
      timers[input] = stood;
    }
  }
  if (isSame) return { state: before.state, timers, events };
  const kept = TAMPER_INPUTS.filter(
    (input) =>
      before.state.kept.includes(input) ||
      (active.includes(input) && isKept(settings.inputs[input])),
  );
  return { state: { active, kept }, timers, events };
}

// What opens the supply until it is cleared is kept, whatever else the settings say: otherwise nobody
// could tell afterwards that there is something to clear.
function isKept(row: TamperInputSettings | undefined): boolean {
  return row !== undefined && (row.isKept || row.disconnects === 'until-cleared');
}

/**
 * Whether tampering holds the switch open. The condition alone, without an input behind it, comes from
 * a factory or from a memory of an earlier format; it is shown and does not open the supply, because
 * nobody said that it should.
 */
export function opensForTamper({
  settings,
  tamper,
}: Pick<MeterMemory, 'settings' | 'tamper'>): boolean {
  const { inputs } = settings.tamper;
  return (
    tamper.active.some((input) => (inputs[input]?.disconnects ?? 'no') !== 'no') ||
    tamper.kept.some((input) => inputs[input]?.disconnects === 'until-cleared')
  );
}
