/**
 * How the class travels in clear beside 64 encrypted bits (IEC 62055-41, 6.4.2): it takes the place
 * of bits 28 and 27, and what stood there goes to bits 65 and 64. Meters can so tell the class
 * before they decrypt, and a person sees no difference.
 */
import type { Block64 } from '../cipher/block64.ts';

const POSITION = 27;
const MASK = 3;

/** Puts the class into the block, in place; returns bits 65 and 64, 0 to 3. */
export function insertClassBits(tokenClass: number, block: Block64): number {
  const moved = (block.low >>> POSITION) & MASK;
  block.low = ((block.low & ~(MASK << POSITION)) | (tokenClass << POSITION)) >>> 0;
  return moved;
}

/** Takes the class out of the block and puts bits 65 and 64 back, in place; returns the class. */
export function extractClassBits(bits65And64: number, block: Block64): number {
  return insertClassBits(bits65And64, block);
}
