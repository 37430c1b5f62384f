/**
 * The checksums of a token (IEC 62055-41, 6.3.7): CRC-16 with the generator x^16 + x^15 + x^2 + 1,
 * bit-reflected, the register beginning with all ones and not inverted at the end. The field holds
 * the low octet of the register first.
 */
import type { Block64 } from '../cipher/block64.ts';

const GENERATOR_REFLECTED = 0xa001;
const START = 0xffff;

// CRC_C, of currency tokens, takes one more octet after the seven, so that a meter which knows only
// CRC refuses a currency token instead of taking it for kilowatt-hours.
const CRC_C_OCTET = 0x01;

const REMAINDER_OF_OCTET: Uint16Array = Uint16Array.from({ length: 256 }, (_, octet) => {
  let register = octet;
  for (let bit = 0; bit < 8; bit++) {
    register = register & 1 ? (register >>> 1) ^ GENERATOR_REFLECTED : register >>> 1;
  }
  return register;
});

function take(register: number, octet: number): number {
  return (register >>> 8) ^ (REMAINDER_OF_OCTET[(register ^ octet) & 0xff] as number);
}

function lowOctetFirst(register: number): number {
  return ((register & 0xff) << 8) | (register >>> 8);
}

/** The CRC field over any octets, first octet first. */
export function crcOfOctets(octets: Readonly<Uint8Array>): number {
  let register = START;
  for (const octet of octets) register = take(register, octet);
  return lowOctetFirst(register);
}

/**
 * The CRC field of a token: over six zero bits, the class and the 48 high bits of the block, seven
 * octets in all. The class counts although it is not encrypted.
 */
export function tokenCrc(tokenClass: number, block: Readonly<Block64>): number {
  return lowOctetFirst(registerOf(tokenClass, block));
}

/** The CRC_C field, which stands in place of the CRC in class 0, subclasses 4 to 7. */
export function tokenCrcC(tokenClass: number, block: Readonly<Block64>): number {
  return lowOctetFirst(take(registerOf(tokenClass, block), CRC_C_OCTET));
}

function registerOf(tokenClass: number, block: Readonly<Block64>): number {
  const { high, low } = block;
  let register = take(START, tokenClass);
  register = take(register, high >>> 24);
  register = take(register, (high >>> 16) & 0xff);
  register = take(register, (high >>> 8) & 0xff);
  register = take(register, high & 0xff);
  register = take(register, low >>> 24);
  return take(register, (low >>> 16) & 0xff);
}
