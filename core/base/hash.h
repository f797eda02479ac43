/* Two hashes: a fast one for tables and stable made-up ids, and SHA-256 (FIPS 180-4) for files. */
#ifndef DETENTE_BASE_HASH_H
#define DETENTE_BASE_HASH_H

#include <stdint.h>
#include "slice.h"

/* FNV-1a, 64 bits. */
uint64_t hash_text(struct slice text);

struct sha256 {
    uint32_t state[8];
    uint64_t size; /* bytes taken in */
    unsigned char block[64];
};
void sha256_begin(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const void *data, size_t size);
/* 64 lower-case hexadecimal digits and a NUL. */
void sha256_end(struct sha256 *sha, char out[65]);

#endif
