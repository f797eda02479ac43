/* Text as a pointer and a length: borrowed, never owned, not terminated, any bytes.
 *
 * A slice with a NULL pointer is "absent"; one of length 0 with a pointer is "empty". Most of the
 * program treats both the same (Empty is absent), so ask with slice_is_empty. */
#ifndef DETENTE_BASE_SLICE_H
#define DETENTE_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *data;
    size_t size; /* bytes */
};

struct slice_list {
    struct slice *items;
    size_t count;
};

#define SLICE_NONE ((struct slice){NULL, 0})
#define SLICE_OF(literal) ((struct slice){(literal), sizeof(literal) - 1})
/* The same for the initialiser of a static table, where a compound literal is no constant. */
#define SLICE_INIT(literal) {(literal), sizeof(literal) - 1}

static inline struct slice slice_from(const char *text) {
    return (struct slice){text, text ? strlen(text) : 0};
}
static inline bool slice_is_empty(struct slice s) { return s.size == 0; }
static inline bool slice_equals(struct slice a, struct slice b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}
static inline bool slice_is(struct slice s, const char *text) {
    return slice_equals(s, slice_from(text));
}

/* Byte order, shorter first on a common beginning: <0, 0, >0. Of valid UTF-8 it is the order of the
 * code points. */
int slice_compare(struct slice a, struct slice b);
/* Equal when ASCII letters are compared without case. */
bool slice_equals_ascii_nocase(struct slice a, struct slice b);
bool slice_starts_with(struct slice s, struct slice prefix);
/* Without white space (space, tab, CR, LF) at both ends. */
struct slice slice_trim(struct slice s);
/* The part [from, to) of a slice; bounds are clamped. */
struct slice slice_part(struct slice s, size_t from, size_t to);
/* Position of the first such byte, or s.size. */
size_t slice_find(struct slice s, char byte);

#endif
