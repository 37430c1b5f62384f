/**
 * Keeps one helper process running: the database or the security module. When it ends although
 * nobody stopped it, it is started again, at first at once and then less and less often. The server
 * goes on answering meanwhile, that something is not available.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerLog } from '../log.ts';

export interface Helper {
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

export interface Supervised<Running extends Helper> {
  /** The helper as it was first started. */
  readonly first: Running;
  /** Stops it, or the attempts to start it, for good. */
  stop(): Promise<void>;
}

const BACK_OFF_FIRST_MS = 200;
const BACK_OFF_MAX_MS = 5000;
// A helper that ran for this long did not fail at its start.
const STEADY_MS = 30_000;

/** Starts the helper; a failure of this first start is the caller's. */
export async function supervise<Running extends Helper>(o: {
  readonly name: string;
  readonly start: () => Promise<Running>;
  readonly log: ServerLog;
  readonly clock: () => number;
}): Promise<Supervised<Running>> {
  const { name, start, log, clock } = o;
  const stopping = new AbortController();
  const first = await start();
  let current: Running | null = first;

  async function keep(): Promise<void> {
    let backOff = BACK_OFF_FIRST_MS;
    while (!stopping.signal.aborted) {
      if (current !== null) {
        const startedAt = clock();
        await current.exited;
        if (stopping.signal.aborted) return;
        log.warn({ helper: name }, 'ended unexpectedly');
        if (clock() - startedAt >= STEADY_MS) backOff = BACK_OFF_FIRST_MS;
        current = null;
      }
      await sleep(backOff, undefined, { signal: stopping.signal }).catch(() => undefined);
      backOff = Math.min(BACK_OFF_MAX_MS, backOff * 2);
      if (stopping.signal.aborted) return;
      try {
        current = await start();
        log.warn({ helper: name }, 'started again');
      } catch (error) {
        log.warn({ helper: name, err: error }, 'could not be started again');
      }
    }
  }

  const kept = keep();
  return {
    first,
    async stop() {
      stopping.abort();
      const isIdle = current === null;
      await current?.stop();
      // A start that was under way while the stop was asked for must not be left running.
      await kept;
      if (isIdle) await current?.stop();
    },
  };
}
