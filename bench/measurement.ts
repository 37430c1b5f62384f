/** What a benchmark reports, and how all of them measure. */

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The limit or the peer it was held against, measured in the same run where it is a peer. */
  readonly comparedWith: string;
  /** value divided by what it was compared with; null where there is nothing to divide by. */
  readonly ratio: number | null;
}

const WARM_UP_SECONDS = 0.3;
const RUN_SECONDS = 0.2;
const RUNS = 7;

/**
 * Calls per second of a function on one thread: the median of several runs after a warm-up. The
 * function is told how many calls to make and returns anything that depends on all of them, so that
 * the compiler cannot leave them out.
 */
export function callsPerSecond(calls: (count: number) => unknown): number {
  let count = 64;
  let warmed = 0;
  let rate = 1;
  while (warmed < WARM_UP_SECONDS) {
    const seconds = secondsOf(calls, count);
    warmed += seconds;
    rate = count / seconds;
    count = Math.max(count, Math.min(count * 2, Math.ceil(rate * RUN_SECONDS)));
  }
  const perRun = Math.ceil(rate * RUN_SECONDS);
  const rates = Array.from({ length: RUNS }, () => perRun / secondsOf(calls, perRun));
  rates.sort((left, right) => left - right);
  return rates[RUNS >> 1] ?? 0;
}

function secondsOf(calls: (count: number) => unknown, count: number): number {
  const start = performance.now();
  results.push(calls(count));
  const seconds = (performance.now() - start) / 1000;
  if (results.length > 16) results.length = 0;
  return Math.max(seconds, 1e-9);
}

// Keeps what the calls returned out of the compiler's reach.
const results: unknown[] = [];
