/*
 * yardstick METHOD DIRECTION TABLES KEY BLOCK TIMES
 *
 *   METHOD     sta, sta-by-bits or misty1
 *   DIRECTION  encrypt or decrypt
 *   TABLES     operational or sample; misty1 has none and takes either
 *
 * Sends the block so many times through the cipher, each time its own output, and prints the last
 * and the seconds it took. The same call is a proof, with a known answer, and a measurement.
 */
#define _POSIX_C_SOURCE 199309L
#include "yardstick.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

#define REPEAT(cipher)                                                        \
  for (long i = 0; i < times; i++) block = cipher(&schedule, block)

static uint64_t run_sta(int by_bits, int decrypts, uint64_t block, long times,
                        const struct sta_tables *tables, const char *key, double *start) {
  static struct sta_schedule schedule;
  sta_prepare(&schedule, tables, strtoull(key, NULL, 16));
  *start = seconds();
  if (by_bits && decrypts) REPEAT(sta_decrypt_by_bits);
  else if (by_bits) REPEAT(sta_encrypt_by_bits);
  else if (decrypts) REPEAT(sta_decrypt);
  else REPEAT(sta_encrypt);
  return block;
}

static uint64_t run_misty1(int decrypts, uint64_t block, long times, const char *key,
                           double *start) {
  static struct misty1_schedule schedule;
  uint8_t octets[16] = {0};
  for (int i = 0; i < 16; i++) {
    unsigned octet = 0;
    if (sscanf(key + 2 * i, "%2x", &octet) != 1) exit(2);
    octets[i] = (uint8_t)octet;
  }
  misty1_prepare(&schedule, octets);
  *start = seconds();
  if (decrypts) REPEAT(misty1_decrypt);
  else REPEAT(misty1_encrypt);
  return block;
}

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  const char *method = argv[1];
  int decrypts = strcmp(argv[2], "decrypt") == 0;
  const struct sta_tables *tables =
      strcmp(argv[3], "sample") == 0 ? &STA_SAMPLE : &STA_OPERATIONAL;
  const char *key = argv[4];
  uint64_t block = strtoull(argv[5], NULL, 16);
  long times = strtol(argv[6], NULL, 10);
  double start = 0;
  if (strcmp(method, "misty1") == 0) {
    if (strlen(key) != 32) return 2;
    block = run_misty1(decrypts, block, times, key, &start);
  } else {
    if (strlen(key) != 16) return 2;
    int by_bits = strcmp(method, "sta-by-bits") == 0;
    block = run_sta(by_bits, decrypts, block, times, tables, key, &start);
  }
  printf("%016" PRIx64 " %.9f\n", block, seconds() - start);
  return 0;
}
