/* FNV-1a (64 bits) and SHA-256 (FIPS 180-4). */
#include "hash.h"

uint64_t hash_text(struct slice text) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(1099511628211);
    return hash;
}

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t round_words[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate_right(uint32_t word, int bits) {
    return word >> bits | word << (32 - bits);
}

static void spread_block(const unsigned char block[64], uint32_t words[64]) {
    for (int i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16
                   | (uint32_t)block[4 * i + 2] << 8 | (uint32_t)block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t early = words[i - 15], late = words[i - 2];
        words[i] = words[i - 16] + words[i - 7]
                   + (rotate_right(early, 7) ^ rotate_right(early, 18) ^ early >> 3)
                   + (rotate_right(late, 17) ^ rotate_right(late, 19) ^ late >> 10);
    }
}

/* One round; what the standard moves on from round to round is named anew by the caller instead. */
static inline void mix_round(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f, uint32_t g, uint32_t *h,
                             uint32_t word) {
    uint32_t choice = (e & f) ^ (~e & g);
    uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    uint32_t low = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25);
    uint32_t high = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22);
    uint32_t one = *h + low + choice + word;
    *d += one;
    *h = one + high + majority;
}

static void mix_block(uint32_t state[8], const unsigned char block[64]) {
    uint32_t words[64];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    spread_block(block, words);
    for (int i = 0; i < 64; i += 8) {
        const uint32_t *w = words + i, *k = round_words + i;
        mix_round(a, b, c, &d, e, f, g, &h, k[0] + w[0]);
        mix_round(h, a, b, &c, d, e, f, &g, k[1] + w[1]);
        mix_round(g, h, a, &b, c, d, e, &f, k[2] + w[2]);
        mix_round(f, g, h, &a, b, c, d, &e, k[3] + w[3]);
        mix_round(e, f, g, &h, a, b, c, &d, k[4] + w[4]);
        mix_round(d, e, f, &g, h, a, b, &c, k[5] + w[5]);
        mix_round(c, d, e, &f, g, h, a, &b, k[6] + w[6]);
        mix_round(b, c, d, &e, f, g, h, &a, k[7] + w[7]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}

void sha256_begin(struct sha256 *sha) {
    *sha = (struct sha256){{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                            0x1f83d9ab, 0x5be0cd19},
                           0,
                           {0}};
}

void sha256_add(struct sha256 *sha, const void *data, size_t size) {
    const unsigned char *bytes = data;
    while (size) {
        size_t held = (size_t)(sha->size % sizeof sha->block), room = sizeof sha->block - held;
        size_t taken = size < room ? size : room;
        memcpy(sha->block + held, bytes, taken);
        sha->size += taken;
        bytes += taken;
        size -= taken;
        if (taken == room)
            mix_block(sha->state, sha->block);
    }
}

void sha256_end(struct sha256 *sha, char out[65]) {
    static const char hex[] = "0123456789abcdef";
    uint64_t bits = sha->size * 8;
    unsigned char length[8];
    for (int i = 0; i < 8; i++)
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    sha256_add(sha, "\x80", 1);
    while (sha->size % sizeof sha->block != 56)
        sha256_add(sha, "", 1);
    sha256_add(sha, length, sizeof length);
    for (int i = 0; i < 64; i++)
        out[i] = hex[sha->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    out[64] = '\0';
}
