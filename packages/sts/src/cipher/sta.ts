/**
 * Encryption algorithm 07, STA, the Standard Transfer Algorithm (IEC 62055-41, 6.5.4): a block and a
 * key of 64 bits, sixteen rounds, each a substitution of nibbles followed by a permutation of bits.
 *
 * A round is done octet by octet: for each of the eight octets of the block, for each choice of
 * substitution for its two nibbles and for each value there is a ready result, the substituted bits
 * already at their new positions. Eight look-ups OR-ed together are a round, which is what makes a
 * token take less than a microsecond. The ready results are made from the published tables when the
 * first key is prepared.
 */
import type { Block64 } from './block64.ts';
import type { StaTables } from './sta-tables.ts';

const ROUNDS = 16;
const OCTETS = 8;
const BITS_PER_WORD = 32;
const BITS = 64;

// Ready results are indexed by octet of the block (0 the least significant), by choice (bit 0: the
// low nibble takes the second substitution; bit 1: the high nibble does), by value of the octet,
// and by word of the result, high word first.
const CHOICES = 4;
const VALUES = 256;
const WORDS_PER_RESULT = 2;
const WORDS_PER_CHOICE = VALUES * WORDS_PER_RESULT;
const WORDS_PER_OCTET = CHOICES * WORDS_PER_CHOICE;

interface PreparedTables {
  /** Substitution, then permutation: a round. */
  readonly encrypt: Uint32Array;
  /** Inverse substitution, then inverse permutation: a round backwards, cut at another place. */
  readonly decrypt: Uint32Array;
  readonly permutation: readonly number[];
  readonly inversePermutation: readonly number[];
}

/** A key made ready for one set of tables. Secret. */
export interface StaSchedule {
  readonly tables: PreparedTables;
  /** For each round and octet, where the results of its choice of substitutions begin. */
  readonly offsets: Uint32Array;
}

const preparedTables = new WeakMap<StaTables, PreparedTables>();

/** Prepares a key of 64 bits. The first key of a set of tables also prepares the tables. */
export function staSchedule(key: Readonly<Block64>, tables: StaTables): StaSchedule {
  let prepared = preparedTables.get(tables);
  if (prepared === undefined) {
    prepared = prepareTables(tables);
    preparedTables.set(tables, prepared);
  }
  const offsets = new Uint32Array(ROUNDS * OCTETS);
  const roundKey = firstRoundKey(key);
  for (let round = 0; round < ROUNDS; round++) {
    for (let octet = 0; octet < OCTETS; octet++) {
      const keyOctet = octetOf(roundKey, octet);
      // The highest bit of each nibble of the round key chooses the substitution of that nibble.
      const choice = ((keyOctet >> 3) & 1) | ((keyOctet >> 6) & 2);
      offsets[round * OCTETS + octet] = octet * WORDS_PER_OCTET + choice * WORDS_PER_CHOICE;
    }
    rotateLeftByOne(roundKey);
  }
  return { tables: prepared, offsets };
}

/** Encrypts a block in place. */
export function staEncrypt(block: Block64, schedule: StaSchedule): void {
  const { offsets, tables } = schedule;
  for (let round = 0; round < ROUNDS; round++) {
    applyRound(block, tables.encrypt, offsets, round * OCTETS);
  }
}

/**
 * Decrypts a block in place. Backwards, a round is the inverse permutation and then the inverse
 * substitution; ready results need the two the other way round. So one inverse permutation goes
 * first, each substitution takes the permutation of the next round with it, and the last round's,
 * which is one too many, is undone.
 */
export function staDecrypt(block: Block64, schedule: StaSchedule): void {
  const { offsets, tables } = schedule;
  permuteBits(block, tables.inversePermutation);
  for (let round = ROUNDS - 1; round >= 0; round--) {
    applyRound(block, tables.decrypt, offsets, round * OCTETS);
  }
  permuteBits(block, tables.permutation);
}

// Written out octet by octet: in a loop the compiler would not keep the two words in registers.
function applyRound(block: Block64, results: Uint32Array, offsets: Uint32Array, at: number): void {
  const { high, low } = block;
  const r0 = word(offsets, at) + (low & 0xff) * 2;
  const r1 = word(offsets, at + 1) + ((low >>> 8) & 0xff) * 2;
  const r2 = word(offsets, at + 2) + ((low >>> 16) & 0xff) * 2;
  const r3 = word(offsets, at + 3) + (low >>> 24) * 2;
  const r4 = word(offsets, at + 4) + (high & 0xff) * 2;
  const r5 = word(offsets, at + 5) + ((high >>> 8) & 0xff) * 2;
  const r6 = word(offsets, at + 6) + ((high >>> 16) & 0xff) * 2;
  const r7 = word(offsets, at + 7) + (high >>> 24) * 2;
  block.high =
    (word(results, r0) |
      word(results, r1) |
      word(results, r2) |
      word(results, r3) |
      word(results, r4) |
      word(results, r5) |
      word(results, r6) |
      word(results, r7)) >>>
    0;
  block.low =
    (word(results, r0 + 1) |
      word(results, r1 + 1) |
      word(results, r2 + 1) |
      word(results, r3 + 1) |
      word(results, r4 + 1) |
      word(results, r5 + 1) |
      word(results, r6 + 1) |
      word(results, r7 + 1)) >>>
    0;
}

function prepareTables(tables: StaTables): PreparedTables {
  const { permutation, substitution1, substitution2 } = tables;
  const inversePermutation = inverseOf(permutation);
  return {
    encrypt: readyResults([substitution1, substitution2], permutation),
    decrypt: readyResults([inverseOf(substitution1), inverseOf(substitution2)], inversePermutation),
    permutation,
    inversePermutation,
  };
}

function readyResults(
  substitutions: readonly [readonly number[], readonly number[]],
  permutation: readonly number[],
): Uint32Array {
  const results = new Uint32Array(OCTETS * WORDS_PER_OCTET);
  for (let octet = 0; octet < OCTETS; octet++) {
    for (let choice = 0; choice < CHOICES; choice++) {
      const lowNibble = substitutions[choice & 1] as readonly number[];
      const highNibble = substitutions[choice >> 1] as readonly number[];
      for (let value = 0; value < VALUES; value++) {
        const substituted =
          ((highNibble[value >> 4] as number) << 4) | (lowNibble[value & 15] as number);
        const block =
          octet < 4
            ? { high: 0, low: (substituted << (8 * octet)) >>> 0 }
            : { high: (substituted << (8 * (octet - 4))) >>> 0, low: 0 };
        permuteBits(block, permutation);
        const at = octet * WORDS_PER_OCTET + choice * WORDS_PER_CHOICE + value * WORDS_PER_RESULT;
        results[at] = block.high;
        results[at + 1] = block.low;
      }
    }
  }
  return results;
}

/** Moves every bit to its new position; bit 0 is the least significant. */
function permuteBits(block: Block64, permutation: readonly number[]): void {
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const isSet =
      bit < BITS_PER_WORD ? (block.low >>> bit) & 1 : (block.high >>> (bit - BITS_PER_WORD)) & 1;
    const position = permutation[bit] as number;
    if (position < BITS_PER_WORD) low |= isSet << position;
    else high |= isSet << (position - BITS_PER_WORD);
  }
  block.high = high >>> 0;
  block.low = low >>> 0;
}

/** The one's complement of the key, rotated right by twelve; the same for both directions. */
function firstRoundKey(key: Readonly<Block64>): Block64 {
  const high = ~key.high;
  const low = ~key.low;
  return {
    high: ((high >>> 12) | (low << 20)) >>> 0,
    low: ((low >>> 12) | (high << 20)) >>> 0,
  };
}

function rotateLeftByOne(block: Block64): void {
  const { high, low } = block;
  block.high = ((high << 1) | (low >>> 31)) >>> 0;
  block.low = ((low << 1) | (high >>> 31)) >>> 0;
}

function octetOf(block: Readonly<Block64>, octet: number): number {
  return (octet < 4 ? block.low >>> (8 * octet) : block.high >>> (8 * (octet - 4))) & 0xff;
}

function inverseOf(table: readonly number[]): readonly number[] {
  const inverse = new Array<number>(table.length);
  for (const [from, to] of table.entries()) inverse[to] = from;
  return inverse;
}

// Every index is inside its table by construction.
function word(words: Uint32Array, index: number): number {
  return words[index] as number;
}
