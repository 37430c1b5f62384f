/**
 * `npm run bench -- random-tokens`: random 20-digit numbers tried on a meter without lock-out, and the
 * share of each result held against what checksum, subclass and token identifiers predict
 * (packages/meter/src/token-entry/token-odds.ts). A sharp test of all three.
 *
 *   --tries n       100,000,000 unless said; the last chunk may be smaller
 *   --seed n        1 unless said; the same seed gives the same counts on any machine
 *   --algorithm n   07 or 11
 *   --mode name     uniform: any number of 66 bits; class-0: the class is set to credit
 *   --state file    keeps what is done after each chunk of a million tries; a run with the same
 *                   file goes on from there, also after SIGINT
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Guessing, oddsOfGuess } from '@wattvend/meter/token-odds.js';
import { type GuessChunk, type GuessCounts, type Guesses, guessedMeter } from './meter-guesses.ts';

const CHUNK_TRIES = 1_000_000;

interface JobState {
  readonly guesses: Guesses;
  readonly tries: number;
  /** Numbers of chunks, in the order in which they were done. */
  readonly done: number[];
  readonly counts: Record<string, number>;
}

/** Runs the job, or goes on with one; the exit code is 1 if a share is not as predicted. */
export async function runRandomTokens(args: readonly string[]): Promise<void> {
  const { file, state } = readJob(args);
  const isDone = await tryAll(state, file);
  if (!isDone) {
    const kept = `The same command goes on from ${file}.`;
    console.error(`\nInterrupted. ${file === undefined ? 'There was no --state file.' : kept}`);
    process.exitCode = 130;
    return;
  }
  const rows = judged(state.guesses, state.counts, triesOf(state));
  for (const row of rows) console.log(row.text);
  const failed = rows.filter(({ isAsPredicted }) => !isAsPredicted).length;
  console.log(failed === 0 ? 'PASS' : `FAIL: ${failed} of ${rows.length} shares`);
  if (failed > 0) process.exitCode = 1;
}

function readJob(args: readonly string[]): {
  readonly state: JobState;
  readonly file: string | undefined;
} {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tries: { type: 'string', default: '100000000' },
      seed: { type: 'string', default: '1' },
      algorithm: { type: 'string', default: '07' },
      mode: { type: 'string', default: 'class-0' },
      state: { type: 'string' },
    },
  });
  const encryptionAlgorithm = oneOf(values.algorithm, ['07', '11'] as const);
  const guessing: Guessing = oneOf(values.mode, ['class-0', 'uniform'] as const);
  const tries = wholeNumber(values.tries);
  const guesses = { encryptionAlgorithm, guessing, seed: wholeNumber(values.seed) };
  const fresh: JobState = { guesses, tries, done: [], counts: {} };
  if (values.state === undefined || !existsSync(values.state)) {
    return { state: fresh, file: values.state };
  }
  const kept = JSON.parse(readFileSync(values.state, 'utf8')) as JobState;
  const { counts, done, ...job } = kept;
  if (JSON.stringify(job) !== JSON.stringify({ guesses, tries })) {
    throw new Error(`${values.state} is of another job: ${JSON.stringify(job)}`);
  }
  return { state: { ...job, done, counts }, file: values.state };
}

function oneOf<Name extends string>(text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error(`${text} is none of ${names.join(', ')}`);
  return found;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  // A seed has 32 bits; a greater one would be another's.
  if (!Number.isInteger(value) || value < 1 || value >= 2 ** 32) {
    throw new Error(`${text} is no whole number from 1 to 2^32 - 1`);
  }
  return value;
}

/** Works through all chunks that are not done yet; false if the user interrupted. */
async function tryAll(state: JobState, file: string | undefined): Promise<boolean> {
  const chunks = Math.ceil(state.tries / CHUNK_TRIES);
  const done = new Set(state.done);
  const waiting = Array.from({ length: chunks }, (_, number) => number).filter(
    (number) => !done.has(number),
  );
  const progress = progressOf(state);
  let isInterrupted = false;
  const workers: Worker[] = [];
  const interrupt = (): void => {
    isInterrupted = true;
    for (const worker of workers) void worker.terminate();
  };
  // Not only once: npm passes on the signal that a terminal has sent to both.
  process.on('SIGINT', interrupt);
  const chunkOf = (number: number): GuessChunk => ({
    number,
    tries: Math.min(CHUNK_TRIES, state.tries - number * CHUNK_TRIES),
  });
  const threads = Math.min(availableParallelism(), waiting.length);
  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const url = new URL('meter-guess-worker.js', import.meta.url);
      const worker = new Worker(url, { workerData: state.guesses });
      workers.push(worker);
      const give = (): void => {
        const number = waiting.shift();
        if (number === undefined) void worker.terminate();
        else worker.postMessage(chunkOf(number));
      };
      worker.on('message', (answer: { number: number; counts: GuessCounts }) => {
        addCounts(state, answer);
        if (file !== undefined) keep(state, file);
        progress();
        give();
      });
      worker.once('error', reject);
      worker.once('exit', () => resolve());
      give();
    });
  await Promise.all(Array.from({ length: threads }, runThread));
  process.off('SIGINT', interrupt);
  return !isInterrupted;
}

function addCounts(
  state: JobState,
  answer: { readonly number: number; readonly counts: GuessCounts },
): void {
  state.done.push(answer.number);
  for (const [name, count] of Object.entries(answer.counts)) {
    state.counts[name] = (state.counts[name] ?? 0) + count;
  }
}

/** The file is either the old one or the new one, whenever the power fails. */
function keep(state: JobState, file: string): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`);
  renameSync(`${file}.new`, file);
}

function triesOf(state: JobState): number {
  return Object.values(state.counts).reduce((sum, count) => sum + count, 0);
}

/** Tells how far the job is, on the screen and not in its output. */
function progressOf(state: JobState): () => void {
  const start = performance.now();
  const before = triesOf(state);
  return () => {
    const tried = triesOf(state);
    const rate = ((tried - before) / (performance.now() - start)) * 1000;
    const accepted = (state.counts['0 Accept'] ?? 0) + (state.counts['2 Accept'] ?? 0);
    const left = Math.ceil((state.tries - tried) / rate);
    process.stderr.write(
      `\r${tried} of ${state.tries} tried, ${Math.round(rate)}/s, ${left} s left, ` +
        `${accepted} accepted `,
    );
    if (tried === state.tries) process.stderr.write('\n');
  };
}

interface JudgedShare {
  readonly text: string;
  readonly isAsPredicted: boolean;
}

/** Each result of each class beside what was predicted; what was not predicted at all fails. */
export function judged(
  guesses: Guesses,
  counts: GuessCounts,
  tries: number,
): readonly JudgedShare[] {
  const odds = oddsOfGuess(guessedMeter(guesses), guesses.guessing);
  const predicted = new Map(
    odds.map((one) => [`${one.tokenClass} ${one.result}`, one.probability]),
  );
  const names = [...new Set([...predicted.keys(), ...Object.keys(counts)])].sort();
  return names.map((name) => {
    const probability = predicted.get(name) ?? 0;
    const count = counts[name] ?? 0;
    const mean = tries * probability;
    const sigma = Math.sqrt(mean * (1 - probability));
    const isAsPredicted = isWithin3Sigma(count, mean, sigma);
    const expected = `${mean.toPrecision(6)} ± ${(3 * sigma).toPrecision(3)}`;
    const verdict = isAsPredicted ? 'PASS' : 'FAIL';
    return {
      text: `  class ${name}: ${count}, predicted ${expected}  ${verdict}`,
      isAsPredicted,
    };
  });
}

/**
 * Within three sigma; where few are expected, which is no bell curve, neither tail of the Poisson
 * distribution is below what three sigma leave out on one side.
 */
function isWithin3Sigma(count: number, mean: number, sigma: number): boolean {
  if (mean === 0) return count === 0;
  if (mean >= 30) return Math.abs(count - mean) <= 3 * sigma;
  const ONE_SIDE = 0.00135;
  let term = Math.exp(-mean);
  let below = 0;
  for (let number = 0; number < count; number++) {
    below += term;
    term *= mean / (number + 1);
  }
  return 1 - below >= ONE_SIDE && below + term >= ONE_SIDE;
}
