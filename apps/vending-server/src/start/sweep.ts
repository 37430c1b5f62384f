/** Once a second, vends that were left half-way are finished. Never two sweeps at once. */
import type { VendDesk } from '@wattvend/vending/vend-desk.js';
import type { ServerLog } from '../log.ts';

const EVERY_MS = 1000;

export interface Sweep {
  /** Stops; resolves when the sweep under way is over. */
  stop(): Promise<void>;
}

export function startSweep(desk: Pick<VendDesk, 'sweep'>, log: ServerLog): Sweep {
  let isFailing = false;
  let underWay: Promise<void> | null = null;

  async function sweep(): Promise<void> {
    try {
      const finished = await desk.sweep();
      if (finished > 0) log.info({ finished }, 'finished vends that were left half-way');
      isFailing = false;
    } catch (error) {
      // Said once for each trouble, not once a second.
      if (!isFailing) log.warn({ err: error }, 'the sweep waits for what is not available');
      isFailing = true;
    }
  }

  const timer = setInterval(() => {
    underWay ??= sweep().finally(() => {
      underWay = null;
    });
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
