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
import { StsRefusalError } from '../refusal.ts';
import { type Block64, newBlock64 } from './block64.ts';
import type { StaTables } from './sta-tables.ts';

const ROUNDS = 16;
const OCTETS = 8;
const BITS_PER_OCTET = 8;
const BITS_PER_WORD = 32;
const BITS = 64;
const NIBBLE_VALUES = 16;

// Ready results are indexed by octet of the block (0 the least significant), by choice (bit 0: the
// low nibble takes the second substitution; bit 1: the high nibble does), and by value of the octet.
const CHOICES = 4;
const VALUES = 256;
const RESULTS_PER_OCTET = CHOICES * VALUES;
const CHOICE_MASK = (CHOICES - 1) * VALUES;

/** A substitution and a permutation: all ready results, the two words of each in two tables. */
interface PreparedStep {
  readonly high: Int32Array;
  readonly low: Int32Array;
}

/**
 * The four steps. Backwards, a round is the inverse permutation and then the inverse substitution;
 * ready results need the two the other way round. So decryption is cut at other places: one inverse
 * permutation goes first, each substitution takes the permutation of the next round with it, and the
 * last substitution stands alone.
 */
interface PreparedTables {
  readonly encrypt: PreparedStep;
  readonly permuteBack: PreparedStep;
  readonly decrypt: PreparedStep;
  readonly substituteBack: PreparedStep;
}

/**
 * A key made ready for one set of tables. Secret. A word for each round, in the order of the
 * direction, with a bit for each nibble, set where the nibble takes the second substitution. Sixteen
 * words are what an engine keeps beside the object that holds them: a longer table would cost a new
 * key more time than the token made under it.
 */
export interface StaSchedule {
  readonly tables: PreparedTables;
  readonly encrypt: Int32Array;
  readonly decrypt: Int32Array;
}

// A permutation alone leaves every nibble as it is, whatever is chosen.
const NO_CHOICES = new Int32Array(ROUNDS);

const preparedTables = new WeakMap<StaTables, PreparedTables>();

/**
 * Prepares a key of 64 bits. The first key of a set of tables also prepares the tables, and throws
 * StsRefusalError (sta-tables) unless they are permutations.
 */
export function staSchedule(key: Readonly<Block64>, tables: StaTables): StaSchedule {
  let prepared = preparedTables.get(tables);
  if (prepared === undefined) {
    prepared = prepareTables(tables);
    preparedTables.set(tables, prepared);
  }
  const encrypt = new Int32Array(ROUNDS);
  const decrypt = new Int32Array(ROUNDS);
  const roundKey = firstRoundKey(key);
  for (let round = 0; round < ROUNDS; round++) {
    const choices = (nibbleTops(roundKey.high) << OCTETS) | nibbleTops(roundKey.low);
    encrypt[round] = choices;
    decrypt[ROUNDS - 1 - round] = choices;
    rotateLeftByOne(roundKey);
  }
  return { tables: prepared, encrypt, decrypt };
}

/** The highest bit of each nibble of a word, which chooses the substitution of that nibble. */
function nibbleTops(roundKey: number): number {
  let tops = (roundKey >>> 3) & 0x1111_1111;
  tops = (tops | (tops >>> 3)) & 0x0303_0303;
  tops = (tops | (tops >>> 6)) & 0x000f_000f;
  return (tops | (tops >>> 12)) & 0xff;
}

/** Encrypts a block in place. */
export function staEncrypt(block: Block64, { encrypt, tables }: StaSchedule): void {
  applyRounds(block, tables.encrypt, encrypt, 0, ROUNDS);
}

/** Decrypts a block in place. */
export function staDecrypt(block: Block64, { decrypt, tables }: StaSchedule): void {
  applyRounds(block, tables.permuteBack, NO_CHOICES, 0, 1);
  applyRounds(block, tables.decrypt, decrypt, 0, ROUNDS - 1);
  applyRounds(block, tables.substituteBack, decrypt, ROUNDS - 1, ROUNDS);
}

// Written out octet by octet: in a loop the compiler would not keep the two words in registers.
function applyRounds(
  block: Block64,
  step: PreparedStep,
  choices: Int32Array,
  from: number,
  to: number,
): void {
  const highs = step.high;
  const lows = step.low;
  let high = block.high | 0;
  let low = block.low | 0;
  for (let round = from; round < to; round++) {
    const chosen = word(choices, round);
    const r0 = ((chosen << 8) & CHOICE_MASK) | (low & 0xff);
    const r1 = RESULTS_PER_OCTET | ((chosen << 6) & CHOICE_MASK) | ((low >>> 8) & 0xff);
    const r2 = (2 * RESULTS_PER_OCTET) | ((chosen << 4) & CHOICE_MASK) | ((low >>> 16) & 0xff);
    const r3 = (3 * RESULTS_PER_OCTET) | ((chosen << 2) & CHOICE_MASK) | (low >>> 24);
    const r4 = (4 * RESULTS_PER_OCTET) | (chosen & CHOICE_MASK) | (high & 0xff);
    const r5 = (5 * RESULTS_PER_OCTET) | ((chosen >>> 2) & CHOICE_MASK) | ((high >>> 8) & 0xff);
    const r6 = (6 * RESULTS_PER_OCTET) | ((chosen >>> 4) & CHOICE_MASK) | ((high >>> 16) & 0xff);
    const r7 = (7 * RESULTS_PER_OCTET) | ((chosen >>> 6) & CHOICE_MASK) | (high >>> 24);
    high =
      word(highs, r0) |
      word(highs, r1) |
      word(highs, r2) |
      word(highs, r3) |
      word(highs, r4) |
      word(highs, r5) |
      word(highs, r6) |
      word(highs, r7);
    low =
      word(lows, r0) |
      word(lows, r1) |
      word(lows, r2) |
      word(lows, r3) |
      word(lows, r4) |
      word(lows, r5) |
      word(lows, r6) |
      word(lows, r7);
  }
  block.high = high >>> 0;
  block.low = low >>> 0;
}

function prepareTables(tables: StaTables): PreparedTables {
  const { permutation, substitution1, substitution2 } = tables;
  assertPermutation(substitution1, NIBBLE_VALUES);
  assertPermutation(substitution2, NIBBLE_VALUES);
  assertPermutation(permutation, BITS);
  const inverses = [inverseOf(substitution1), inverseOf(substitution2)] as const;
  const unchanged = Array.from({ length: NIBBLE_VALUES }, (_, value) => value);
  const inPlace = Array.from({ length: BITS }, (_, bit) => bit);

  return {
    encrypt: preparedStep([substitution1, substitution2], permutation),
    permuteBack: preparedStep([unchanged, unchanged], inverseOf(permutation)),
    decrypt: preparedStep(inverses, inverseOf(permutation)),
    substituteBack: preparedStep(inverses, inPlace),
  };
}

function preparedStep(
  substitutions: readonly [readonly number[], readonly number[]],
  permutation: readonly number[],
): PreparedStep {
  const results = {
    high: new Int32Array(OCTETS * RESULTS_PER_OCTET),
    low: new Int32Array(OCTETS * RESULTS_PER_OCTET),
  };
  for (let octet = 0; octet < OCTETS; octet++) {
    for (let choice = 0; choice < CHOICES; choice++) {
      const lowNibble = substitutions[choice & 1] as readonly number[];
      const highNibble = substitutions[choice >> 1] as readonly number[];
      const begin = octet * RESULTS_PER_OCTET + choice * VALUES;
      for (let value = 0; value < VALUES; value++) {
        const substituted =
          ((highNibble[value >> 4] as number) << 4) | (lowNibble[value & 15] as number);
        placeBits(results, begin + value, substituted, octet, permutation);
      }
    }
  }
  return results;
}

/** Writes the bits of an octet at their new positions; bit 0 is the least significant. */
function placeBits(
  results: PreparedStep,
  at: number,
  substituted: number,
  octet: number,
  permutation: readonly number[],
): void {
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < BITS_PER_OCTET; bit++) {
    if (((substituted >> bit) & 1) === 0) continue;
    const position = permutation[octet * BITS_PER_OCTET + bit] as number;
    if (position < BITS_PER_WORD) low |= 1 << position;
    else high |= 1 << (position - BITS_PER_WORD);
  }
  results.high[at] = high;
  results.low[at] = low;
}

/** The one's complement of the key, rotated right by twelve; the same for both directions. */
function firstRoundKey(key: Readonly<Block64>): Block64 {
  const high = ~key.high;
  const low = ~key.low;
  return newBlock64(((high >>> 12) | (low << 20)) >>> 0, ((low >>> 12) | (high << 20)) >>> 0);
}

function rotateLeftByOne(block: Block64): void {
  const { high, low } = block;
  block.high = ((high << 1) | (low >>> 31)) >>> 0;
  block.low = ((low << 1) | (high >>> 31)) >>> 0;
}

// Other tables would still encrypt, and no meter could ever decrypt.
function assertPermutation(table: readonly number[], length: number): void {
  const seen = new Set(table.filter((to) => Number.isInteger(to) && to >= 0 && to < length));
  if (table.length !== length || seen.size !== length) {
    throw new StsRefusalError('sta-tables', `A table of ${length} is not a permutation.`);
  }
}

function inverseOf(table: readonly number[]): readonly number[] {
  const inverse = new Array<number>(table.length);
  for (const [from, to] of table.entries()) inverse[to] = from;
  return inverse;
}

// Every index is inside its table by construction. One kind of table only: the function would become
// slow in the compiler if it met two.
function word(words: Int32Array, index: number): number {
  return words[index] as number;
}
