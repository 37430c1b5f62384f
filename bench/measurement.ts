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

/** Makes so many calls and returns anything that depends on all of them. */
export type Calls = (count: number) => unknown;

/** Measures once and returns calls per second. */
export type Run = () => number | Promise<number>;

const WARM_UP_SECONDS = 0.3;
export const RUN_SECONDS = 0.2;
const RUNS = 7;

/**
 * Calls per second of a function on one thread: the median of several runs after a warm-up. The
 * function is told how many calls to make and returns anything that depends on all of them, so that
 * the compiler cannot leave them out.
 */
export function callsPerSecond(calls: Calls): number {
  const run = warmedUp(calls);
  return median(Array.from({ length: RUNS }, run));
}

/** Warms a function up; returns what measures it once, for comparing it with others in turns. */
export function warmedUp(calls: Calls): () => number {
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
  return () => perRun / secondsOf(calls, perRun);
}

/**
 * Measures several in turns, so that a machine that slows down slows all of them down, and returns
 * the median of each.
 */
export async function inTurns(runs: readonly Run[]): Promise<readonly number[]> {
  const rates = runs.map((): number[] => []);
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [index, run] of runs.entries()) rates[index]?.push(await run());
  }
  return rates.map(median);
}

/** The middle of an odd number of values, the upper of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? 0;
}

/** A rate beside that of a peer or a limit. */
export function compared(
  name: string,
  value: number,
  peer: { readonly name: string; readonly value: number },
): Measurement {
  return {
    name,
    value,
    unit: '1/s',
    comparedWith: `${peer.name}: ${Math.round(peer.value)} 1/s`,
    ratio: value / peer.value,
  };
}

/** A rate that has no peer; the reason stands in its place. */
export function alone(name: string, value: number, reason: string): Measurement {
  return { name, value, unit: '1/s', comparedWith: `nothing: ${reason}`, ratio: null };
}

function secondsOf(calls: Calls, count: number): number {
  const start = performance.now();
  results.push(calls(count));
  const seconds = (performance.now() - start) / 1000;
  if (results.length > 16) results.length = 0;
  return Math.max(seconds, 1e-9);
}

// Keeps what the calls returned out of the compiler's reach.
const results: unknown[] = [];
