/** Random tokens tried on a meter: what one chunk of them comes to depends on seed and number alone. */
import { LOCK_OUT_PROFILES } from '@wattvend/meter/lock-out.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import type { Guessing } from '@wattvend/meter/token-odds.js';
import { meterInService, minuteOfPurchase, timeOf } from './meter-in-service.ts';

export interface Guesses {
  readonly encryptionAlgorithm: '07' | '11';
  readonly guessing: Guessing;
  readonly seed: number;
}

export interface GuessChunk {
  readonly number: number;
  readonly tries: number;
}

/** How often each result came, by class and result: "0 CRCError". */
export type GuessCounts = Readonly<Record<string, number>>;

const TOKENS_IN_SERVICE = 60;

/** A meter without lock-out that had a token a week: its store is full of different ones. */
export function guessedMeter(guesses: Pick<Guesses, 'encryptionAlgorithm'>): MeterMemory {
  return meterInService(
    {
      serial: 34_567_890,
      encryptionAlgorithm: guesses.encryptionAlgorithm,
      settings: { ...RESIDENTIAL, lockOut: LOCK_OUT_PROFILES.none },
    },
    TOKENS_IN_SERVICE,
  );
}

/**
 * Tries a chunk of random tokens, each on the same memory, through the door every token takes. What
 * an accepted one would write is not written, so that the tries do not depend on one another.
 */
export function tryChunk(memory: MeterMemory, guesses: Guesses, chunk: GuessChunk): GuessCounts {
  const next = randomWords(guesses.seed, chunk.number);
  const time = { now: timeOf(minuteOfPurchase(TOKENS_IN_SERVICE)) };
  const counts: Record<string, number> = {};
  for (let tried = 0; tried < chunk.tries; tried++) {
    const bits65And64 = next() >>> 30;
    const high = next();
    const word = next();
    // The class stands in bits 28 and 27.
    const low = guesses.guessing === 'class-0' ? (word & ~0x1800_0000) >>> 0 : word;
    const { result } = applyToken(memory, digitsOf(bits65And64, high, low), time);
    const name = NAMES_OF_CLASS[(low >>> 27) & 3]?.[result] ?? `${(low >>> 27) & 3} ${result}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

// Nearly all are one of these, which need not be put together each time.
const NAMES_OF_CLASS: readonly Readonly<Record<string, string>>[] = [0, 1, 2, 3].map((number) => ({
  CRCError: `${number} CRCError`,
  FunctionError: `${number} FunctionError`,
}));

// The library has the same division and keeps it to itself: 66 bits to ten and ten digits, with no
// step above 2^53.
function digitsOf(bits65And64: number, high: number, low: number): string {
  const first = (bits65And64 * 2 ** 32 + high) * 2 ** 16 + (low >>> 16);
  const quotient = Math.floor(first / 10 ** 10);
  const second = (first - quotient * 10 ** 10) * 2 ** 16 + (low & 0xffff);
  const secondQuotient = Math.floor(second / 10 ** 10);
  const upper = quotient * 2 ** 16 + secondQuotient;
  const lower = second - secondQuotient * 10 ** 10;
  return String(upper).padStart(10, '0') + String(lower).padStart(10, '0');
}

/**
 * Words of 32 bits, a stream of its own for each chunk: xoshiro128** of Blackman and Vigna, begun
 * with words of SplitMix over seed and number.
 */
export function randomWords(seed: number, number: number): () => number {
  const begin = splitMix(seed ^ Math.imul(number + 1, 0x9e37_79b1));
  let [a, b, c, d] = [begin(), begin(), begin(), begin() | 1];
  return () => {
    const scrambled = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return scrambled;
  };
}

function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e37_79b9) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a_2d97);
    return twice ^ (twice >>> 15);
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
