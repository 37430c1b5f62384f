/**
 * A block of 64 bits as two words of 32. Numbers above 32 bits would otherwise be bigint, and bigint
 * arithmetic costs a token an order of magnitude more time than the cipher itself.
 */

/**
 * Bits 63 to 32 and bits 31 to 0, each 0 to 4 294 967 295. Ciphers work on it in place, so that a
 * token costs no allocation.
 */
export interface Block64 {
  high: number;
  low: number;
}

const OCTETS = 8;

/** Reads 8 octets, most significant first. Throws RangeError for any other number. */
export function blockFromOctets(octets: Readonly<Uint8Array>): Block64 {
  if (octets.length !== OCTETS) {
    throw new RangeError(`a block has ${OCTETS} octets, got ${octets.length}`);
  }
  return { high: wordAt(octets, 0), low: wordAt(octets, 4) };
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
