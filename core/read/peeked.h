/* An input whose beginning can be looked at before it is read. Knows no format.
 *
 * What was looked at is handed out again, so that a pipe needs no copy and no way back. */
#ifndef DETENTE_READ_PEEKED_H
#define DETENTE_READ_PEEKED_H

#include "input.h"

enum { PEEKED_MAX = 65536 /* bytes */ };

struct peeked_input {
    const struct input *inner; /* borrowed */
    size_t size, at;           /* of `data`: filled, handed out */
    char data[PEEKED_MAX];
};

/* Reads up to PEEKED_MAX bytes, fewer only where the input ends. `input` reads from the first byte then; both must outlive
 * it. The status of the inner input. */
enum status peeked_begin(struct peeked_input *peeked, const struct input *inner, struct input *input, struct error *error);
static inline struct slice peeked_beginning(const struct peeked_input *peeked) {
    return (struct slice){peeked->data, peeked->size};
}

#endif
