/**
 * The nonvolatile memory of the meter on the wall: one text in the browser's local storage, written
 * whole at every MemoryWrite, so that a power failure (a closed tab) leaves the old or the new memory
 * and nothing between.
 */
import type { MeterMemory } from '@wattvend/meter/memory.js';
import {
  type MemoryFault,
  parseMeterMemory,
  serialiseMeterMemory,
} from '@wattvend/meter/memory-record.js';
import type { TextStore } from '../sale/pending-sale.ts';

export type StoredMemory =
  | { readonly kind: 'none' }
  | { readonly kind: 'memory'; readonly memory: MeterMemory }
  | { readonly kind: 'fault'; readonly fault: MemoryFault };

/** One place per utility and meter: two demos in one browser must not share a meter. */
export function meterMemoryName(utilityId: string, meterNumber: string): string {
  return `wattvend.meter.${utilityId}.${meterNumber}`;
}

/** Reads a text as it was stored. A torn or foreign one is a fault; nothing makes this throw. */
export function readMemoryText(text: string | null): StoredMemory {
  if (text === null) return { kind: 'none' };
  return parseMeterMemory(text);
}

/** A browser that forbids its storage has no meter in it. */
export function readMeterMemory(store: TextStore, name: string): StoredMemory {
  try {
    return readMemoryText(store.getItem(name));
  } catch {
    return { kind: 'none' };
  }
}

/** Stores the whole memory in one step. False when the browser refuses; nothing was changed then. */
export function keepMeterMemory(store: TextStore, name: string, memory: MeterMemory): boolean {
  try {
    store.setItem(name, serialiseMeterMemory(memory));
    return true;
  } catch {
    return false;
  }
}
