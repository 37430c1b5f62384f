/**
 * DEA, single DES (FIPS 46-3): one block under one key. It is encryption algorithm 09 of
 * IEC 62055-41 (6.5.4, withdrawn in the third edition), DKGA01 to 03 are built on it, and no platform
 * can be relied on to offer it any more. It protects nothing new.
 *
 * The tables are the standard's and count as it does: bit 1 is the most significant.
 */
import { type Block64, newBlock64 } from './block64.ts';

const ROUNDS = 16;
const S_BOXES = 8;
const BITS_PER_WORD = 32;

// biome-ignore format: eight bits to a line, as FIPS 46-3 prints them.
const INITIAL_PERMUTATION = [
  58, 50, 42, 34, 26, 18, 10, 2,
  60, 52, 44, 36, 28, 20, 12, 4,
  62, 54, 46, 38, 30, 22, 14, 6,
  64, 56, 48, 40, 32, 24, 16, 8,
  57, 49, 41, 33, 25, 17,  9, 1,
  59, 51, 43, 35, 27, 19, 11, 3,
  61, 53, 45, 37, 29, 21, 13, 5,
  63, 55, 47, 39, 31, 23, 15, 7,
];

// biome-ignore format: eight bits to a line, as FIPS 46-3 prints them.
const FINAL_PERMUTATION = [
  40, 8, 48, 16, 56, 24, 64, 32,
  39, 7, 47, 15, 55, 23, 63, 31,
  38, 6, 46, 14, 54, 22, 62, 30,
  37, 5, 45, 13, 53, 21, 61, 29,
  36, 4, 44, 12, 52, 20, 60, 28,
  35, 3, 43, 11, 51, 19, 59, 27,
  34, 2, 42, 10, 50, 18, 58, 26,
  33, 1, 41,  9, 49, 17, 57, 25,
];

// biome-ignore format: the halves C and D, seven bits to a line, as FIPS 46-3 prints them.
const PERMUTED_CHOICE_1 = [
  57, 49, 41, 33, 25, 17,  9,
   1, 58, 50, 42, 34, 26, 18,
  10,  2, 59, 51, 43, 35, 27,
  19, 11,  3, 60, 52, 44, 36,

  63, 55, 47, 39, 31, 23, 15,
   7, 62, 54, 46, 38, 30, 22,
  14,  6, 61, 53, 45, 37, 29,
  21, 13,  5, 28, 20, 12,  4,
];

// biome-ignore format: the input of one substitution to a line, as FIPS 46-3 prints them.
const PERMUTED_CHOICE_2 = [
  14, 17, 11, 24,  1,  5,
   3, 28, 15,  6, 21, 10,
  23, 19, 12,  4, 26,  8,
  16,  7, 27, 20, 13,  2,
  41, 52, 31, 37, 47, 55,
  30, 40, 51, 45, 33, 48,
  44, 49, 39, 56, 34, 53,
  46, 42, 50, 36, 29, 32,
];

const KEY_ROTATIONS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
const KEY_HALF_BITS = 28;

// biome-ignore format: eight bits to a line.
const PERMUTATION = [
  16, 7, 20, 21, 29, 12, 28, 17,
   1, 15, 23, 26,  5, 18, 31, 10,
   2,  8, 24, 14, 32, 27,  3,  9,
  19, 13, 30,  6, 22, 11,  4, 25,
];

// biome-ignore format: four rows of sixteen for each box, as FIPS 46-3 prints them.
const SUBSTITUTIONS: readonly (readonly number[])[] = [
  [
    14,  4, 13,  1,  2, 15, 11,  8,  3, 10,  6, 12,  5,  9,  0,  7,
     0, 15,  7,  4, 14,  2, 13,  1, 10,  6, 12, 11,  9,  5,  3,  8,
     4,  1, 14,  8, 13,  6,  2, 11, 15, 12,  9,  7,  3, 10,  5,  0,
    15, 12,  8,  2,  4,  9,  1,  7,  5, 11,  3, 14, 10,  0,  6, 13,
  ],
  [
    15,  1,  8, 14,  6, 11,  3,  4,  9,  7,  2, 13, 12,  0,  5, 10,
     3, 13,  4,  7, 15,  2,  8, 14, 12,  0,  1, 10,  6,  9, 11,  5,
     0, 14,  7, 11, 10,  4, 13,  1,  5,  8, 12,  6,  9,  3,  2, 15,
    13,  8, 10,  1,  3, 15,  4,  2, 11,  6,  7, 12,  0,  5, 14,  9,
  ],
  [
    10,  0,  9, 14,  6,  3, 15,  5,  1, 13, 12,  7, 11,  4,  2,  8,
    13,  7,  0,  9,  3,  4,  6, 10,  2,  8,  5, 14, 12, 11, 15,  1,
    13,  6,  4,  9,  8, 15,  3,  0, 11,  1,  2, 12,  5, 10, 14,  7,
     1, 10, 13,  0,  6,  9,  8,  7,  4, 15, 14,  3, 11,  5,  2, 12,
  ],
  [
     7, 13, 14,  3,  0,  6,  9, 10,  1,  2,  8,  5, 11, 12,  4, 15,
    13,  8, 11,  5,  6, 15,  0,  3,  4,  7,  2, 12,  1, 10, 14,  9,
    10,  6,  9,  0, 12, 11,  7, 13, 15,  1,  3, 14,  5,  2,  8,  4,
     3, 15,  0,  6, 10,  1, 13,  8,  9,  4,  5, 11, 12,  7,  2, 14,
  ],
  [
     2, 12,  4,  1,  7, 10, 11,  6,  8,  5,  3, 15, 13,  0, 14,  9,
    14, 11,  2, 12,  4,  7, 13,  1,  5,  0, 15, 10,  3,  9,  8,  6,
     4,  2,  1, 11, 10, 13,  7,  8, 15,  9, 12,  5,  6,  3,  0, 14,
    11,  8, 12,  7,  1, 14,  2, 13,  6, 15,  0,  9, 10,  4,  5,  3,
  ],
  [
    12,  1, 10, 15,  9,  2,  6,  8,  0, 13,  3,  4, 14,  7,  5, 11,
    10, 15,  4,  2,  7, 12,  9,  5,  6,  1, 13, 14,  0, 11,  3,  8,
     9, 14, 15,  5,  2,  8, 12,  3,  7,  0,  4, 10,  1, 13, 11,  6,
     4,  3,  2, 12,  9,  5, 15, 10, 11, 14,  1,  7,  6,  0,  8, 13,
  ],
  [
     4, 11,  2, 14, 15,  0,  8, 13,  3, 12,  9,  7,  5, 10,  6,  1,
    13,  0, 11,  7,  4,  9,  1, 10, 14,  3,  5, 12,  2, 15,  8,  6,
     1,  4, 11, 13, 12,  3,  7, 14, 10, 15,  6,  8,  0,  5,  9,  2,
     6, 11, 13,  8,  1,  4, 10,  7,  9,  5,  0, 15, 14,  2,  3, 12,
  ],
  [
    13,  2,  8,  4,  6, 15, 11,  1, 10,  9,  3, 14,  5,  0, 12,  7,
     1, 15, 13,  8, 10,  3,  7,  4, 12,  5,  6, 11,  0, 14,  9,  2,
     7, 11,  4,  1,  9, 12, 14,  2,  0,  6, 10, 13, 15,  3,  5,  8,
     2,  1, 14,  7,  4, 10,  8, 13, 15, 12,  9,  0,  3,  5,  6, 11,
  ],
];

const OCTETS = 8;
const VALUES = 256;
const WORDS_PER_RESULT = 2;

/**
 * A selection of bits made octet by octet: for each octet of the block (0 the most significant) and
 * each of its values, the bits it contributes to the two words of the result.
 */
type OctetSelection = Uint32Array;

// Where bit n of a selection goes, as a bit number of the result, counted from 1 as in the tables.
type Placement = (n: number) => number;
const inOrder: Placement = (n) => n;
// C and D each left-aligned in its own word.
const leftAlignedHalves: Placement = (n) => (n <= KEY_HALF_BITS ? n : n + 4);
// Eight groups of six bits, each at the low end of its own octet.
const sixBitsToAnOctet: Placement = (n) => 8 * Math.floor((n - 1) / 6) + 2 + ((n - 1) % 6) + 1;

function octetSelection(
  selection: readonly number[],
  placement: Placement,
  sourceOf: Placement = inOrder,
): OctetSelection {
  const results = new Uint32Array(OCTETS * VALUES * WORDS_PER_RESULT);
  for (const [index, selected] of selection.entries()) {
    const source = sourceOf(selected) - 1;
    const target = placement(index + 1) - 1;
    const octet = source >> 3;
    const bitInOctet = 0x80 >> (source & 7);
    const bitInWord = 0x8000_0000 >>> (target % BITS_PER_WORD);
    for (let value = 0; value < VALUES; value++) {
      if ((value & bitInOctet) === 0) continue;
      const at = (octet * VALUES + value) * WORDS_PER_RESULT + Math.floor(target / BITS_PER_WORD);
      results[at] = word(results, at) | bitInWord;
    }
  }
  return results;
}

function select(block: Block64, results: OctetSelection): void {
  let high = 0;
  let low = 0;
  for (let octet = 0; octet < OCTETS; octet++) {
    const half = octet < 4 ? block.high : block.low;
    const value = (half >>> (24 - 8 * (octet & 3))) & 0xff;
    const at = (octet * VALUES + value) * WORDS_PER_RESULT;
    high |= word(results, at);
    low |= word(results, at + 1);
  }
  block.high = high >>> 0;
  block.low = low >>> 0;
}

interface PreparedTables {
  readonly initial: OctetSelection;
  readonly final: OctetSelection;
  readonly choice1: OctetSelection;
  readonly choice2: OctetSelection;
  /** For each substitution and each of its 64 inputs: its output, already permuted. */
  readonly substituted: Uint32Array;
}

let preparedTables: PreparedTables | undefined;

// Made when the first key is prepared: a page that never derives a key does not pay for it.
function tables(): PreparedTables {
  preparedTables ??= {
    initial: octetSelection(INITIAL_PERMUTATION, inOrder),
    final: octetSelection(FINAL_PERMUTATION, inOrder),
    choice1: octetSelection(PERMUTED_CHOICE_1, leftAlignedHalves),
    choice2: octetSelection(PERMUTED_CHOICE_2, sixBitsToAnOctet, leftAlignedHalves),
    substituted: substitutedAndPermuted(),
  };
  return preparedTables;
}

function substitutedAndPermuted(): Uint32Array {
  const results = new Uint32Array(S_BOXES * 64);
  for (const [box, rows] of SUBSTITUTIONS.entries()) {
    for (let six = 0; six < 64; six++) {
      // The outer bits of the six choose the row, the inner four the column.
      const row = ((six >> 4) & 2) | (six & 1);
      const output = rows[row * 16 + ((six >> 1) & 15)] as number;
      let permuted = 0;
      for (const [index, source] of PERMUTATION.entries()) {
        const isSet =
          source > 4 * box && source <= 4 * box + 4 && (output >> (4 * box + 4 - source)) & 1;
        if (isSet) permuted |= 0x8000_0000 >>> index;
      }
      results[box * 64 + six] = permuted;
    }
  }
  return results;
}

/** A key made ready: for each round eight groups of six bits, one to an octet. Secret. */
export interface DesSchedule {
  readonly roundKeys: Uint32Array;
}

/** Prepares a key of 64 bits; its eight parity bits are not looked at. */
export function desSchedule(key: Readonly<Block64>): DesSchedule {
  const { choice1, choice2 } = tables();
  const halves = newBlock64(key.high, key.low);
  select(halves, choice1);
  const roundKeys = new Uint32Array(ROUNDS * 2);
  const roundKey = newBlock64(0, 0);
  for (const [round, places] of KEY_ROTATIONS.entries()) {
    halves.high = rotateKeyHalf(halves.high, places);
    halves.low = rotateKeyHalf(halves.low, places);
    roundKey.high = halves.high;
    roundKey.low = halves.low;
    select(roundKey, choice2);
    roundKeys[2 * round] = roundKey.high;
    roundKeys[2 * round + 1] = roundKey.low;
  }
  return { roundKeys };
}

// 28 bits, left-aligned in the word.
function rotateKeyHalf(half: number, places: number): number {
  return ((half << places) | ((half >>> (KEY_HALF_BITS - places)) & 0xffff_fff0)) >>> 0;
}

/** Encrypts a block in place. */
export function desEncrypt(block: Block64, schedule: DesSchedule): void {
  applyRounds(block, schedule.roundKeys, 0, 2);
}

/** Decrypts a block in place: the round keys from the last to the first. */
export function desDecrypt(block: Block64, schedule: DesSchedule): void {
  applyRounds(block, schedule.roundKeys, 2 * (ROUNDS - 1), -2);
}

function applyRounds(block: Block64, roundKeys: Uint32Array, first: number, step: number): void {
  const { initial, final, substituted } = tables();
  select(block, initial);
  let left = block.high;
  let right = block.low;
  let at = first;
  for (let round = 0; round < ROUNDS; round++) {
    const next =
      left ^ roundFunction(right, word(roundKeys, at), word(roundKeys, at + 1), substituted);
    left = right;
    right = next;
    at += step;
  }
  // The halves are exchanged after the last round.
  block.high = right >>> 0;
  block.low = left >>> 0;
  select(block, final);
}

/**
 * The expansion gives each substitution its four bits and one neighbour on either side. With the
 * half rotated right by one, the six bits of substitution n begin at bit 4n.
 */
function roundFunction(
  half: number,
  keyHigh: number,
  keyLow: number,
  results: Uint32Array,
): number {
  const x = (half >>> 1) | (half << 31);
  return (
    word(results, ((x >>> 26) ^ (keyHigh >>> 24)) & 63) |
    word(results, 64 + (((x >>> 22) ^ (keyHigh >>> 16)) & 63)) |
    word(results, 128 + (((x >>> 18) ^ (keyHigh >>> 8)) & 63)) |
    word(results, 192 + (((x >>> 14) ^ keyHigh) & 63)) |
    word(results, 256 + (((x >>> 10) ^ (keyLow >>> 24)) & 63)) |
    word(results, 320 + (((x >>> 6) ^ (keyLow >>> 16)) & 63)) |
    word(results, 384 + (((x >>> 2) ^ (keyLow >>> 8)) & 63)) |
    word(results, 448 + ((((x << 2) | (x >>> 30)) ^ keyLow) & 63))
  );
}

// Every index is inside its table by construction.
function word(words: Uint32Array, index: number): number {
  return words[index] as number;
}
