/* The two ciphers of tokens in plain C, to hold the library against: no intrinsics, no library. */
#include <stdint.h>

struct sta_tables {
  uint8_t substitutions[2][16];
  uint8_t permutation[64];
};

struct sta_schedule {
  uint64_t key;
  struct sta_tables tables;
  struct sta_tables inverse;
  /* By step, octet of the block, choice of substitutions and value of the octet. */
  uint64_t ready[4][8][4][256];
  uint8_t choices[16][8];
};

extern const struct sta_tables STA_OPERATIONAL;
extern const struct sta_tables STA_SAMPLE;

void sta_prepare(struct sta_schedule *schedule, const struct sta_tables *tables, uint64_t key);
uint64_t sta_encrypt(struct sta_schedule *schedule, uint64_t block);
uint64_t sta_decrypt(struct sta_schedule *schedule, uint64_t block);
uint64_t sta_encrypt_by_bits(struct sta_schedule *schedule, uint64_t block);
uint64_t sta_decrypt_by_bits(struct sta_schedule *schedule, uint64_t block);

struct misty1_schedule {
  /* K1 to K8, then K'1 to K'8. */
  uint16_t k[16];
};

void misty1_prepare(struct misty1_schedule *schedule, const uint8_t key[16]);
uint64_t misty1_encrypt(const struct misty1_schedule *schedule, uint64_t block);
uint64_t misty1_decrypt(const struct misty1_schedule *schedule, uint64_t block);
