/**
 * A block of 64 bits as two words of 32. Numbers above 32 bits would otherwise be bigint, and bigint
 * arithmetic costs a token an order of magnitude more time than the cipher itself.
 */
import { StsRefusalError } from '../refusal.ts';

/**
 * Bits 63 to 32 and bits 31 to 0, each 0 to 4 294 967 295. Ciphers work on it in place, so that a
 * token costs no allocation.
 */
export interface Block64 {
  high: number;
  low: number;
}

const OCTETS = 8;

/**
 * The one shape of a block that ciphers meet. Its words begin as fractions, so that an engine keeps
 * them as floating-point numbers in the block's own place: a word of 32 bits that began as a small
 * integer would be moved into a new object each time its highest bit is set.
 */
class Words implements Block64 {
  high = 0.5;
  low = 0.5;
}

/** A block for ciphers to work on. */
export function newBlock64(high: number, low: number): Block64 {
  const block = new Words();
  block.high = high;
  block.low = low;
  return block;
}

/**
 * Reads 8 octets, most significant first. Throws StsRefusalError (block-length) for any other number.
 */
export function blockFromOctets(octets: Readonly<Uint8Array>): Block64 {
  if (octets.length !== OCTETS) {
    throw new StsRefusalError('block-length', `Got ${octets.length}.`);
  }
  return newBlock64(wordAt(octets, 0), wordAt(octets, 4));
}

/** Writes 8 octets, most significant first. */
export function octetsFromBlock(block: Readonly<Block64>): Uint8Array {
  // Shifts rather than a DataView: making a small array's buffer visible costs more than a DES key.
  const octets = new Uint8Array(OCTETS);
  for (let octet = 0; octet < 4; octet++) {
    octets[octet] = block.high >>> (24 - 8 * octet);
    octets[octet + 4] = block.low >>> (24 - 8 * octet);
  }
  return octets;
}

function wordAt(octets: Readonly<Uint8Array>, at: number): number {
  let word = 0;
  for (let octet = at; octet < at + 4; octet++) word = (word << 8) | (octets[octet] as number);
  return word >>> 0;
}
