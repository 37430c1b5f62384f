/**
 * Steps of the meter on the wall against the place where it is kept: another page of this browser may
 * have written there, and what a step must keep is stored before anybody sees what came of it.
 */
import type { TextStore } from '../sale/pending-sale.ts';
import { meterText, readMeterText } from './meter-storage.ts';
import { keptOf, takenOver, type WallMeter, type WallMeterStep } from './wall-meter.ts';

export interface KeptWall {
  readonly wall: WallMeter;
  /** What stands in the store as far as this page knows; null before its first look. */
  readonly text: string | null;
}

export interface KeptStep {
  readonly kept: KeptWall;
  /** False when the browser refused to store it: then nothing has happened. */
  readonly isStored: boolean;
}

/** One step. The text is read first: two tokens must not be judged against the same memory. */
export function performStep(
  place: { readonly store: TextStore; readonly name: string },
  before: KeptWall,
  act: (wall: WallMeter) => WallMeterStep,
): KeptStep {
  try {
    const current = refreshed(before, place.store.getItem(place.name));
    const { isToStore, wall } = act(current.wall);
    if (!isToStore) return { kept: { ...current, wall }, isStored: true };
    const text = meterText(keptOf(wall));
    place.store.setItem(place.name, text);
    return { kept: { wall, text }, isStored: true };
  } catch (error) {
    // A bug of the meter is no refusal of the browser.
    if (!(error instanceof DOMException)) throw error;
    return { kept: before, isStored: false };
  }
}

/** The wall as the store has it. A text that is gone or cannot be read is not taken over. */
export function refreshed(before: KeptWall, text: string | null): KeptWall {
  if (text === null || text === before.text) return before;
  const read = readMeterText(text);
  if (read.kind !== 'meter') return before;
  return { wall: takenOver(before.wall, read.kept), text };
}
