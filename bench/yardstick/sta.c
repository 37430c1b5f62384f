/*
 * Encryption algorithm 07, STA, twice: with ready results for each octet, which is the method of the
 * library, and as the clause reads, nibble by nibble and bit by bit.
 */
#include "yardstick.h"

enum { ENCRYPT, PERMUTE_BACK, DECRYPT, SUBSTITUTE_BACK };

const struct sta_tables STA_OPERATIONAL = {
    {
        {14, 10, 7, 9, 12, 3, 2, 5, 13, 0, 15, 1, 4, 8, 6, 11},
        {12, 8, 2, 13, 7, 6, 1, 3, 11, 5, 9, 15, 0, 4, 10, 14},
    },
    {
        55, 42, 10, 18, 24, 21, 44, 35,  2, 22, 56, 43, 27, 58,  9, 50,
         6, 36, 12, 61, 37, 38, 53, 16, 62,  3,  7,  4, 32, 20, 63, 25,
        51, 52, 54, 33, 49, 19, 46, 29, 48, 31, 23, 30, 41, 28, 13,  5,
        40, 60, 39, 11, 15, 17,  1,  0, 57, 34, 59,  8, 47, 14, 45, 26,
    },
};

const struct sta_tables STA_SAMPLE = {
    {
        {12, 10, 8, 4, 3, 15, 0, 2, 14, 1, 5, 13, 6, 9, 7, 11},
        {6, 9, 7, 4, 3, 10, 12, 14, 2, 13, 1, 15, 0, 11, 8, 5},
    },
    {
        29, 27, 34,  9, 16, 62, 55,  2, 40, 49, 38, 25, 33, 61, 30, 23,
         1, 41, 21, 57, 42, 15,  5, 58, 19, 53, 22, 17, 48, 28, 24, 39,
         3, 60, 36, 14, 11, 52, 54, 12, 31, 51, 10, 26,  0, 45, 37, 43,
        44,  6, 59,  4,  7, 35, 56, 50, 13, 18, 32, 47, 46, 63, 20,  8,
    },
};

static uint64_t permute(const uint8_t permutation[64], uint64_t block) {
  uint64_t result = 0;
  for (int bit = 0; bit < 64; bit++) result |= (block >> bit & 1) << permutation[bit];
  return result;
}

static uint64_t substitute(const uint8_t substitutions[2][16], uint64_t block, uint64_t round_key) {
  uint64_t result = 0;
  for (int nibble = 0; nibble < 64; nibble += 4) {
    int choice = round_key >> (nibble + 3) & 1;
    result |= (uint64_t)substitutions[choice][block >> nibble & 15] << nibble;
  }
  return result;
}

static uint64_t rotate_left(uint64_t value, int bits) {
  return value << bits | value >> (64 - bits);
}

static uint64_t first_round_key(uint64_t key) {
  return rotate_left(~key, 64 - 12);
}

void sta_prepare(struct sta_schedule *schedule, const struct sta_tables *tables, uint64_t key) {
  schedule->key = key;
  schedule->tables = *tables;
  struct sta_tables *inverse = &schedule->inverse;
  for (int bit = 0; bit < 64; bit++) inverse->permutation[tables->permutation[bit]] = (uint8_t)bit;
  for (int which = 0; which < 2; which++) {
    for (int value = 0; value < 16; value++) {
      inverse->substitutions[which][tables->substitutions[which][value]] = (uint8_t)value;
    }
  }
  /* Backwards, one inverse permutation goes first and the last substitution stands alone. */
  struct sta_tables nothing;
  for (int value = 0; value < 16; value++) {
    nothing.substitutions[0][value] = nothing.substitutions[1][value] = (uint8_t)value;
  }
  for (int bit = 0; bit < 64; bit++) nothing.permutation[bit] = (uint8_t)bit;
  const struct sta_tables *substituting[4] = {tables, &nothing, inverse, inverse};
  const struct sta_tables *permuting[4] = {tables, inverse, inverse, &nothing};
  for (int step = 0; step < 4; step++) {
    for (int octet = 0; octet < 8; octet++) {
      for (int choice = 0; choice < 4; choice++) {
        for (int value = 0; value < 256; value++) {
          uint64_t substituted = substituting[step]->substitutions[choice & 1][value & 15] |
                                 substituting[step]->substitutions[choice >> 1][value >> 4] << 4;
          schedule->ready[step][octet][choice][value] =
              permute(permuting[step]->permutation, substituted << 8 * octet);
        }
      }
    }
  }
  uint64_t round_key = first_round_key(key);
  for (int round = 0; round < 16; round++) {
    for (int octet = 0; octet < 8; octet++) {
      int key_octet = round_key >> 8 * octet & 0xff;
      schedule->choices[round][octet] = (uint8_t)((key_octet >> 3 & 1) | (key_octet >> 6 & 2));
    }
    round_key = rotate_left(round_key, 1);
  }
}

static uint64_t ready_round(uint64_t ready[8][4][256], const uint8_t choices[8], uint64_t block) {
  return ready[0][choices[0]][block & 0xff] | ready[1][choices[1]][block >> 8 & 0xff] |
         ready[2][choices[2]][block >> 16 & 0xff] | ready[3][choices[3]][block >> 24 & 0xff] |
         ready[4][choices[4]][block >> 32 & 0xff] | ready[5][choices[5]][block >> 40 & 0xff] |
         ready[6][choices[6]][block >> 48 & 0xff] | ready[7][choices[7]][block >> 56];
}

uint64_t sta_encrypt(struct sta_schedule *schedule, uint64_t block) {
  for (int round = 0; round < 16; round++) {
    block = ready_round(schedule->ready[ENCRYPT], schedule->choices[round], block);
  }
  return block;
}

uint64_t sta_decrypt(struct sta_schedule *schedule, uint64_t block) {
  static const uint8_t none[8] = {0};
  block = ready_round(schedule->ready[PERMUTE_BACK], none, block);
  for (int round = 15; round > 0; round--) {
    block = ready_round(schedule->ready[DECRYPT], schedule->choices[round], block);
  }
  return ready_round(schedule->ready[SUBSTITUTE_BACK], schedule->choices[0], block);
}

uint64_t sta_encrypt_by_bits(struct sta_schedule *schedule, uint64_t block) {
  uint64_t round_key = first_round_key(schedule->key);
  for (int round = 0; round < 16; round++) {
    block = substitute(schedule->tables.substitutions, block, round_key);
    block = permute(schedule->tables.permutation, block);
    round_key = rotate_left(round_key, 1);
  }
  return block;
}

uint64_t sta_decrypt_by_bits(struct sta_schedule *schedule, uint64_t block) {
  uint64_t round_key = rotate_left(first_round_key(schedule->key), 15);
  for (int round = 15; round >= 0; round--) {
    block = permute(schedule->inverse.permutation, block);
    block = substitute(schedule->inverse.substitutions, block, round_key);
    round_key = rotate_left(round_key, 63);
  }
  return block;
}
