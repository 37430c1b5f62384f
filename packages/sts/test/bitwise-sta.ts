/**
 * STA a second time, bit by bit with bigint as the standard tells it: slow, and nothing like the
 * octet tables of the real one, so that each checks the other.
 */
import type { StaTables } from '../src/cipher/sta-tables.ts';

const BITS = 64n;
const MASK = (1n << BITS) - 1n;

export interface Round {
  readonly roundKey: bigint;
  readonly substituted: bigint;
  readonly permuted: bigint;
}

/** All sixteen rounds; the last permuted value is the result. */
export function bitwiseStaRounds(block: bigint, key: bigint, tables: StaTables): readonly Round[] {
  const rounds: Round[] = [];
  const complement = ~key & MASK;
  let roundKey = ((complement >> 12n) | (complement << (BITS - 12n))) & MASK;
  let value = block;
  for (let round = 0; round < 16; round++) {
    const substituted = substitute(value, roundKey, tables);
    const permuted = permute(substituted, tables.permutation);
    rounds.push({ roundKey, substituted, permuted });
    value = permuted;
    roundKey = ((roundKey << 1n) | (roundKey >> (BITS - 1n))) & MASK;
  }
  return rounds;
}

function substitute(value: bigint, roundKey: bigint, tables: StaTables): bigint {
  let result = 0n;
  for (let nibble = 0n; nibble < 16n; nibble++) {
    const takesSecond = ((roundKey >> (4n * nibble + 3n)) & 1n) === 1n;
    const table = takesSecond ? tables.substitution2 : tables.substitution1;
    const from = Number((value >> (4n * nibble)) & 15n);
    result |= BigInt(table[from] ?? 0) << (4n * nibble);
  }
  return result;
}

function permute(value: bigint, permutation: readonly number[]): bigint {
  let result = 0n;
  for (const [from, to] of permutation.entries()) {
    result |= ((value >> BigInt(from)) & 1n) << BigInt(to);
  }
  return result;
}
