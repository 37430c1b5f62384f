/** Bits of a token in clear, by the numbers the standard gives them. */
import type { Block64 } from '@wattvend/sts/block64.js';

const WORD_BITS = 32;

/** Bits `highest` to `lowest` of a block as a number; both lie in one half of it. */
export function fieldBits(block: Readonly<Block64>, highest: number, lowest: number): number {
  const word = lowest >= WORD_BITS ? block.high : block.low;
  return Math.floor(word / 2 ** (lowest % WORD_BITS)) % 2 ** (highest - lowest + 1);
}
