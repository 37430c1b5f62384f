/**
 * After an outage each meter waits a while of its own, so that a street does not switch on at once and
 * bring the network down again.
 */
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { SupplySettings } from '../settings.ts';
import type { SupplyState } from './supply-state.ts';

/** A whole number from 0 to this is drawn. */
export const CHANCE_MAX = 65_535;

/**
 * The supply after an outage: a delay from 0 to the longest, by chance, rounded down to a millisecond.
 * Each outage draws anew, so that dips of the network do not add up. Refuses, with a RangeError, a
 * chance that was not drawn from 0 to CHANCE_MAX.
 */
export function afterOutage(
  supply: SupplyState,
  { reconnectionDelayLongest }: SupplySettings,
  chance: number,
): SupplyState {
  if (!Number.isInteger(chance) || chance < 0 || chance > CHANCE_MAX) {
    throw new RangeError(`chance is a whole number from 0 to ${CHANCE_MAX}, got ${chance}`);
  }
  const delay = Math.floor((reconnectionDelayLongest * chance) / CHANCE_MAX);
  return { ...supply, reconnectionDelay: milliseconds(delay) };
}

/** The supply after the meter ran for a while. */
export function afterWaiting(supply: SupplyState, elapsed: Milliseconds): SupplyState {
  if (supply.reconnectionDelay === 0) return supply;
  const left = Math.max(0, supply.reconnectionDelay - elapsed);
  return { ...supply, reconnectionDelay: milliseconds(left) };
}
