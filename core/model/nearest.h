/* The word somebody probably meant. */
#ifndef DETENTE_MODEL_NEAREST_H
#define DETENTE_MODEL_NEAREST_H

#include "../base/slice.h"

enum { NEAREST_MAX = 3 };

/* The best few candidates so far, nearest first. Start with {.word = …}. */
struct nearest {
    struct slice word;
    struct slice best[NEAREST_MAX];
    size_t distance[NEAREST_MAX];
    size_t count;
};
/* Offers a candidate; it is kept when it is near enough (optimal string alignment distance, ASCII
 * case ignored, at most a third of the longer word and at most 3; a candidate of which a word begins so
 * counts as near). Candidates must outlive the struct. */
void nearest_offer(struct nearest *nearest, struct slice candidate);
/* "a", "a or b", "a, b or c"; "" when none. `out` is always terminated. */
void nearest_format(const struct nearest *nearest, char *out, size_t size);

#endif
