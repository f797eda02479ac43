/* A hash of 128 bits: two lanes, each mixed by a multiplication to 128 bits whose halves are folded. */
#include "hash.h"

#include <string.h>

__extension__ typedef unsigned __int128 wide;

/* Odd, with as many ones as zeros: digits of the fractional parts of the square roots of 2, 3, 5, 7. */
static const uint64_t keys[4] = {UINT64_C(0x6a09e667f3bcc909), UINT64_C(0xbb67ae8584caa73b),
                                 UINT64_C(0x3c6ef372fe94f82b), UINT64_C(0xa54ff53a5f1d36f1)};

static uint64_t fold(uint64_t x, uint64_t y) {
    wide product = (wide)x * y;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Little-endian whatever the machine. */
static uint64_t read_word(const char *bytes, size_t size) {
    uint64_t word = 0;
    for (size_t i = 0; i < size; i++) word |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    return word;
}

struct hash128 hash_wide(struct slice text) {
    uint64_t a = keys[0] ^ text.size, b = keys[1] + text.size;
    size_t at = 0;
    for (; at + 16 <= text.size; at += 16) {
        uint64_t x = read_word(text.data + at, 8), y = read_word(text.data + at + 8, 8);
        a = fold(a ^ x, keys[2] ^ y) + b;
        b = fold(b ^ y, keys[3] ^ x) ^ a;
    }
    size_t rest = text.size - at;
    uint64_t x = rest ? read_word(text.data + at, rest < 8 ? rest : 8) : 0;
    uint64_t y = rest > 8 ? read_word(text.data + at + 8, rest - 8) : 0;
    a = fold(a ^ x ^ keys[3], keys[2] ^ y) + b;
    b = fold(b ^ y ^ keys[2], keys[3] ^ x ^ a);
    return (struct hash128){fold(a ^ keys[1], b ^ keys[0]) ^ a, fold(b + keys[2], a ^ keys[3]) ^ b};
}

static void format_word(uint64_t word, char *out) {
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 16; i++) out[i] = digits[word >> (60 - 4 * i) & 15];
}

void hash128_format(struct hash128 value, char out[HASH128_TEXT]) {
    format_word(value.a, out);
    format_word(value.b, out + 16);
    out[32] = '\0';
}

static bool parse_word(const char *text, uint64_t *word) {
    *word = 0;
    for (int i = 0; i < 16; i++) {
        char c = text[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return false;
        *word = *word << 4 | (uint64_t)digit;
    }
    return true;
}

bool hash128_parse(struct slice text, struct hash128 *value) {
    return text.size == 32 && parse_word(text.data, &value->a) && parse_word(text.data + 16, &value->b);
}
