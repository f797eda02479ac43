/* Text as a pointer and a length. Knows bytes and ASCII only; utf8.h knows characters. */
#include "slice.h"

static unsigned char lower_ascii(char c) {
    unsigned char byte = (unsigned char)c;
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

int slice_compare(struct slice a, struct slice b) {
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    if (order)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

bool slice_equals_ascii_nocase(struct slice a, struct slice b) {
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (lower_ascii(a.data[i]) != lower_ascii(b.data[i]))
            return false;
    return true;
}

bool slice_starts_with(struct slice s, struct slice prefix) {
    return prefix.size <= s.size
           && (prefix.size == 0 || memcmp(s.data, prefix.data, prefix.size) == 0);
}

struct slice slice_trim(struct slice s) {
    while (s.size && is_space(s.data[s.size - 1]))
        s.size--;
    while (s.size && is_space(s.data[0])) {
        s.data++;
        s.size--;
    }
    return s;
}

struct slice slice_part(struct slice s, size_t from, size_t to) {
    if (to > s.size)
        to = s.size;
    if (from > to)
        from = to;
    return (struct slice){s.data ? s.data + from : NULL, to - from};
}

size_t slice_find(struct slice s, char byte) {
    const char *found = s.size ? memchr(s.data, byte, s.size) : NULL;
    return found ? (size_t)(found - s.data) : s.size;
}
