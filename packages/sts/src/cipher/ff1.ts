/**
 * FF1 with AES-128 (NIST SP 800-38G) over the 64 bits of a block: the cipher of encryption algorithm
 * 62, a profile of this project that is not part of IEC 62055-41. AES has blocks of 128 bits and a
 * token has 64; FF1 makes of the one a permutation of the other. The radix is 2, the numeral string
 * is the block, most significant bit first, and the tweak is the MeterPAN, so that meters which
 * were given the same key by mistake still do not read each other's tokens.
 */
import { FF1 } from '@noble/ciphers/ff1.js';
import type { MeterPan } from '../meter-pan/meter-pan.ts';
import { StsRefusalError } from '../refusal.ts';
import type { Block64 } from './block64.ts';

const KEY_OCTETS = 16;
const RADIX = 2;
const BITS_PER_WORD = 32;

/** A key made ready for one meter. Secret. */
export interface Ff1Schedule {
  readonly encryptBits: (bits: number[]) => number[];
  readonly decryptBits: (bits: number[]) => number[];
}

/** Prepares a key of 16 octets, which are copied. Throws StsRefusalError for any other number. */
export function ff1Schedule(key: Readonly<Uint8Array>, meterPan: MeterPan): Ff1Schedule {
  if (key.length !== KEY_OCTETS) {
    throw new StsRefusalError(
      'decoder-key-length',
      `An FF1 key has ${KEY_OCTETS} octets, got ${key.length}.`,
    );
  }
  const tweak = Uint8Array.from(meterPan, (digit) => digit.charCodeAt(0));
  const { encrypt, decrypt } = FF1(RADIX, Uint8Array.from(key), tweak);
  return { encryptBits: encrypt, decryptBits: decrypt };
}

/** Encrypts a block in place. Far slower than the other ciphers, for the library counts in bigint. */
export function ff1Encrypt(block: Block64, schedule: Ff1Schedule): void {
  takeBits(block, schedule.encryptBits(bitsOf(block)));
}

/** Decrypts a block in place. */
export function ff1Decrypt(block: Block64, schedule: Ff1Schedule): void {
  takeBits(block, schedule.decryptBits(bitsOf(block)));
}

/** All 64 bits, the leading zeros with them, most significant first. */
function bitsOf(block: Readonly<Block64>): number[] {
  const bits: number[] = [];
  for (const word of [block.high, block.low]) {
    for (let bit = BITS_PER_WORD - 1; bit >= 0; bit--) bits.push((word >>> bit) & 1);
  }
  return bits;
}

function takeBits(block: Block64, bits: readonly number[]): void {
  block.high = wordOf(bits, 0);
  block.low = wordOf(bits, BITS_PER_WORD);
}

function wordOf(bits: readonly number[], first: number): number {
  let word = 0;
  for (let at = first; at < first + BITS_PER_WORD; at++) word = (word << 1) | (bits[at] as number);
  return word >>> 0;
}
