/**
 * The parity of DES keys (FIPS 46-3): the last bit of each octet makes the number of its ones odd.
 * Vending keys for DKGA01 to 03 carry it.
 */

/** Whether every octet has an odd number of ones. A key of no octets has no parity to be wrong. */
export function hasOddParity(key: Readonly<Uint8Array>): boolean {
  return key.every((octet) => isOdd(octet));
}

/**
 * A new key whose every octet has an odd number of ones: the seven high bits stay, the last is set
 * or cleared. For making keys and for entering components at a ceremony. Never for mending a vending
 * key that came with wrong parity: the parity bits enter the decoder keys, so two systems that mend
 * differently would make different meter keys, and deriving refuses such a key instead.
 */
export function withOddParity(key: Readonly<Uint8Array>): Uint8Array {
  return Uint8Array.from(key, (octet) => (isOdd(octet) ? octet : octet ^ 1));
}

function isOdd(octet: number): boolean {
  let folded = octet ^ (octet >> 4);
  folded ^= folded >> 2;
  folded ^= folded >> 1;
  return (folded & 1) === 1;
}
