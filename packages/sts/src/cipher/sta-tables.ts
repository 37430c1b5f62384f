/**
 * The tables of encryption algorithm 07, STA (IEC 62055-41, 6.5.4 and annex): nothing but data, in
 * one file, so that they can be replaced.
 *
 * The standard prints sample tables for its worked example only. The tables in service are given to
 * members by the STS Association under agreement; they have been public for years in several
 * programs, and stand here as such facts. Whoever ships a product settles their use with the
 * Association.
 */
import { frozen } from '../frozen.ts';

/** Two substitutions of a nibble, and for each bit (0 the least significant) its new position. */
export interface StaTables {
  readonly substitution1: readonly number[];
  readonly substitution2: readonly number[];
  readonly permutation: readonly number[];
}

/** The tables of meters in service. */
export const STA_OPERATIONAL_TABLES: StaTables = frozen({
  substitution1: [14, 10, 7, 9, 12, 3, 2, 5, 13, 0, 15, 1, 4, 8, 6, 11],
  substitution2: [12, 8, 2, 13, 7, 6, 1, 3, 11, 5, 9, 15, 0, 4, 10, 14],
  // biome-ignore format: sixteen positions to a line, so that the line number is the nibble pair.
  permutation: [
    55, 42, 10, 18, 24, 21, 44, 35,  2, 22, 56, 43, 27, 58,  9, 50,
     6, 36, 12, 61, 37, 38, 53, 16, 62,  3,  7,  4, 32, 20, 63, 25,
    51, 52, 54, 33, 49, 19, 46, 29, 48, 31, 23, 30, 41, 28, 13,  5,
    40, 60, 39, 11, 15, 17,  1,  0, 57, 34, 59,  8, 47, 14, 45, 26,
  ],
});

/** The tables of the standard's worked example; no meter in service uses them. */
export const STA_SAMPLE_TABLES: StaTables = frozen({
  substitution1: [12, 10, 8, 4, 3, 15, 0, 2, 14, 1, 5, 13, 6, 9, 7, 11],
  substitution2: [6, 9, 7, 4, 3, 10, 12, 14, 2, 13, 1, 15, 0, 11, 8, 5],
  // biome-ignore format: sixteen positions to a line, as above.
  permutation: [
    29, 27, 34,  9, 16, 62, 55,  2, 40, 49, 38, 25, 33, 61, 30, 23,
     1, 41, 21, 57, 42, 15,  5, 58, 19, 53, 22, 17, 48, 28, 24, 39,
     3, 60, 36, 14, 11, 52, 54, 12, 31, 51, 10, 26,  0, 45, 37, 43,
    44,  6, 59,  4,  7, 35, 56, 50, 13, 18, 32, 47, 46, 63, 20,  8,
  ],
});
