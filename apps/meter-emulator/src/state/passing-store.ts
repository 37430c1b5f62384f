/** The memory of a meter that lives as long as the program. */
import type { LogEntry } from '@wattvend/meter/event-log.js';
import { applyWrite, type MemoryWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import type { MeterStore } from './meter-store.ts';

export function openPassingStore(made: MeterMemory): MeterStore {
  let memory = made;
  let log: readonly LogEntry[] = [];
  return {
    keep: (writes: readonly MemoryWrite[]) => {
      memory = writes.reduce(applyWrite, memory);
      const logged = writes.flatMap((write) => write.logged);
      if (logged.length > 0) log = [...log, ...logged].slice(-LOG_KEPT);
    },
    keepAll: () => undefined,
    reopen: () => ({ memory, log }),
    close: () => undefined,
  };
}

const LOG_KEPT = 300;
