/** The bitmap of an image transfer: which blocks have come. Bits after the last block are zero. */
import type { ImageTransfer } from './firmware-state.ts';

type Blocks = Pick<ImageTransfer, 'size' | 'blockSize' | 'received'>;

const BLOCKS_PER_DIGIT = 4;

/** How many blocks the image has; the last may be short. */
export function blockCount({ blockSize, size }: Blocks): number {
  return Math.ceil(size / blockSize);
}

export function hasBlock({ received }: Blocks, block: number): boolean {
  return (digitOf(received, block) & bitOf(block)) !== 0;
}

/** The bitmap with one more block. */
export function withBlock({ received }: Blocks, block: number): string {
  const at = Math.floor(block / BLOCKS_PER_DIGIT);
  const digit = (digitOf(received, block) | bitOf(block)).toString(16);
  return `${received.slice(0, at)}${digit}${received.slice(at + 1)}`;
}

/** image_first_not_transferred_block_number: the number of blocks where none is missing. */
export function firstMissingBlock(transfer: Blocks): number {
  const count = blockCount(transfer);
  for (let block = 0; block < count; block++) if (!hasBlock(transfer, block)) return block;
  return count;
}

function digitOf(received: string, block: number): number {
  return Number.parseInt(received[Math.floor(block / BLOCKS_PER_DIGIT)] ?? '0', 16);
}

function bitOf(block: number): number {
  return 8 >> (block % BLOCKS_PER_DIGIT);
}
