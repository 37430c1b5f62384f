/**
 * The event log of the meter on the wall: the newest entries, and the chain up to them, so that what
 * is kept can be proved whole although what is older was let go.
 */
import { chainAfter, type LogEntry, type LogState } from '@wattvend/meter/event-log.js';

export interface WallLog {
  /** The newest last, numbered without a gap. */
  readonly entries: readonly LogEntry[];
  /** The chain over all that came before them. */
  readonly chainBefore: string;
}

export const WALL_LOG_MAX = 200;

/** The log of a meter of which no entry was kept. */
export function emptyWallLog({ chain }: LogState): WallLog {
  return { entries: [], chainBefore: chain };
}

export function withLogged(log: WallLog, logged: readonly LogEntry[]): WallLog {
  if (logged.length === 0) return log;
  const all = [...log.entries, ...logged];
  const dropped = all.slice(0, Math.max(0, all.length - WALL_LOG_MAX));
  return {
    entries: all.slice(dropped.length),
    chainBefore: dropped.reduce(chainAfter, log.chainBefore),
  };
}

/** Whether the entries are all that the meter wrote since the oldest of them, and as it wrote them. */
export function isWallLogWhole(log: WallLog, { chain }: LogState): boolean {
  // The chain goes over the numbers too, so that a gap breaks it like any other change.
  return log.entries.reduce(chainAfter, log.chainBefore) === chain;
}
