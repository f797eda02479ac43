/* Three hashes: a fast one for tables and stable made-up ids, a wide one by which contents are told apart and whose
 * values can be added up, and SHA-256 (FIPS 180-4) for files. */
#ifndef DETENTE_BASE_HASH_H
#define DETENTE_BASE_HASH_H

#include <stdint.h>
#include "slice.h"

/* FNV-1a, 64 bits. */
uint64_t hash_text(struct slice text);

/* 128 bits. A sum of them is a hash of a set, whatever its order: what comes is added, what goes is taken away. The
 * values are the same on every machine and in every version, since files carry them; they keep nobody from making two
 * contents of one hash on purpose. */
struct hash128 {
    uint64_t a, b;
};
struct hash128 hash_wide(struct slice text);
static inline void hash128_add(struct hash128 *sum, struct hash128 value) {
    sum->a += value.a;
    sum->b += value.b;
}
static inline void hash128_subtract(struct hash128 *sum, struct hash128 value) {
    sum->a -= value.a;
    sum->b -= value.b;
}
enum { HASH128_TEXT = 33 };
/* 32 lower-case hexadecimal digits and a NUL; and back, false when they are not. */
void hash128_format(struct hash128 value, char out[HASH128_TEXT]);
bool hash128_parse(struct slice text, struct hash128 *value);

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
