/** Blocks as they stand in vectors. */
import type { Block64 } from '../src/cipher/block64.ts';

export function blockOf(hex: string): Block64 {
  return { high: Number.parseInt(hex.slice(0, 8), 16), low: Number.parseInt(hex.slice(8), 16) };
}

export function hexOf(block: Readonly<Block64>): string {
  return [block.high, block.low].map((word) => word.toString(16).padStart(8, '0')).join('');
}

export function octetsOf(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new Error(`not octets in hexadecimal: ${hex}`);
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}
