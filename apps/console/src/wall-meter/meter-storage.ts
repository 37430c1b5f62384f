/**
 * The nonvolatile memory of the meter on the wall: one text in the browser's local storage, written
 * whole at every step, so that a power failure (a closed tab) leaves the old or the new meter and
 * nothing between. With the memory go its event log and its clock.
 */
import { logEntryRecord, readLogEntry } from '@wattvend/meter/changes-record.js';
import type { LogEntry } from '@wattvend/meter/event-log.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import {
  type MemoryFault,
  meterMemoryRecord,
  parseMeterMemory,
} from '@wattvend/meter/memory-record.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { TextStore } from '../sale/pending-sale.ts';
import { emptyWallLog, type WallLog } from './wall-log.ts';

/** A meter as it is kept. */
export interface KeptMeter {
  readonly memory: MeterMemory;
  readonly log: WallLog;
  /** What the meter's clock showed; null where none was kept. */
  readonly clock: Instant | null;
}

export type StoredMeter =
  | { readonly kind: 'none' }
  | { readonly kind: 'meter'; readonly kept: KeptMeter }
  | { readonly kind: 'fault'; readonly fault: MemoryFault | 'log' | 'clock' };

/** One place per utility and meter: two demos in one browser must not share a meter. */
export function meterMemoryName(utilityId: string, meterNumber: string): string {
  return `wattvend.meter.${utilityId}.${meterNumber}`;
}

/** A meter of which only the memory is known: from the factory, or as older pages stored it. */
export function keptMeter(memory: MeterMemory): KeptMeter {
  return { memory, log: emptyWallLog(memory.log), clock: null };
}

export function meterText({ clock, log, memory }: KeptMeter): string {
  return JSON.stringify({
    memory: meterMemoryRecord(memory),
    log: log.entries.map(logEntryRecord),
    log_chain_before: log.chainBefore,
    clock_ms: clock,
  });
}

/** Reads a text as it was stored. A torn or foreign one is a fault; nothing makes this throw. */
export function readMeterText(text: string | null): StoredMeter {
  if (text === null) return { kind: 'none' };
  const stored = parsed(text);
  // Older pages stored the bare record, which has no member of this name.
  const isWhole = isMembers(stored) && 'memory' in stored;
  const read = parseMeterMemory(isWhole ? stored['memory'] : text);
  if (read.kind === 'fault') return read;
  return isWhole
    ? withMembers(read.memory, stored)
    : { kind: 'meter', kept: keptMeter(read.memory) };
}

type Members = Readonly<Record<string, unknown>>;

function withMembers(memory: MeterMemory, stored: Members): StoredMeter {
  const log = readLog(stored);
  if (log === null) return { kind: 'fault', fault: 'log' };
  const clock = stored['clock_ms'];
  if (clock === null) return { kind: 'meter', kept: { memory, log, clock } };
  if (!Number.isSafeInteger(clock)) return { kind: 'fault', fault: 'clock' };
  return { kind: 'meter', kept: { memory, log, clock: instant(Number(clock)) } };
}

function readLog(stored: Members): WallLog | null {
  const { log, log_chain_before: chainBefore } = stored;
  if (!Array.isArray(log)) return null;
  if (typeof chainBefore !== 'string' || !/^[0-9a-f]{8}$/.test(chainBefore)) return null;
  const entries: LogEntry[] = [];
  for (const each of log) {
    const entry = readLogEntry(each);
    if (entry === null) return null;
    entries.push(entry);
  }
  return { entries, chainBefore };
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** A browser that forbids its storage has no meter in it. */
export function readStoredMeter(store: TextStore, name: string): StoredMeter {
  try {
    return readMeterText(store.getItem(name));
  } catch {
    return { kind: 'none' };
  }
}

/** Stores the meter in one step. False when the browser refuses; nothing was changed then. */
export function storeMeter(store: TextStore, name: string, kept: KeptMeter): boolean {
  try {
    store.setItem(name, meterText(kept));
    return true;
  } catch {
    return false;
  }
}
