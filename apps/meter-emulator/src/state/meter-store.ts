/**
 * What a meter of the street needs of the place that keeps its memory. Two are: a file for each meter,
 * and the memory of this program for meters that live as long as it does.
 */
import type { LogEntry } from '@wattvend/meter/event-log.js';
import type { MemoryWrite, MeterMemory } from '@wattvend/meter/memory.js';
import type { Instant } from '@wattvend/quantities/time.js';

export interface KeptMeter {
  readonly memory: MeterMemory;
  /** The entries that are still kept, in the order of their numbers. */
  readonly log: readonly LogEntry[];
}

export interface MeterStore {
  /** Keeps writes in their order; those that must be kept at once are safe when it returns. */
  keep(writes: readonly MemoryWrite[], now: Instant): void;
  /** Keeps what was only gathered so far too: the power fails, or the program ends. */
  keepAll(): void;
  /** After a failure: what is kept, once the place takes writes again. Throws while it does not. */
  reopen(): KeptMeter;
  close(): void;
}
