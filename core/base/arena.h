/* Memory that is given back all at once.
 *
 * One arena lives for one call, a scratch arena for one row: rewound to a mark, it serves the next
 * row from the same blocks, so that a stream of any length runs in constant space. Not for threads
 * to share. Blocks come from malloc; after a failed one the arena stays usable and says NULL. */
#ifndef DETENTE_BASE_ARENA_H
#define DETENTE_BASE_ARENA_H

#include "slice.h"

struct arena_block;
struct arena {
    struct arena_block *first, *current; /* a chain; blocks after current are free for reuse */
};
struct arena_mark {
    struct arena_block *block;
    size_t used;
};

void arena_init(struct arena *arena);
void arena_free(struct arena *arena);
/* Zeroed memory, aligned for any type; NULL when memory is out. `size` 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* count * size with a check of the product. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);
/* A copy with a NUL behind it (not counted). An absent slice stays absent; when memory is out,
 * *out is absent too and false is returned. */
bool arena_copy(struct arena *arena, struct slice text, struct slice *out);
/* The same as a C string; NULL when memory is out. */
char *arena_string(struct arena *arena, struct slice text);
/* Appends to a list that starts as {NULL, 0} and grows by this call only (amortised doubling: the
 * room behind the items is told by the count). False when memory is out. */
bool arena_append(struct arena *arena, struct slice_list *list, struct slice item);

#endif
