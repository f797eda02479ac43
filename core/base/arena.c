/* Memory that is given back all at once: a chain of blocks, of which those behind `current` are
 * empty and wait for reuse.
 *
 * Invariant: every block up to and including `current` may be in use, none behind it is; `current`
 * is NULL while nothing was allocated since the start. Under the address sanitizer the unused part
 * of a block is poisoned, so that text kept across a rewind is found. */
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#endif
#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define FORBID(start, size) ASAN_POISON_MEMORY_REGION((start), (size))
#define ALLOW(start, size) ASAN_UNPOISON_MEMORY_REGION((start), (size))
#else
#define FORBID(start, size) ((void)(start), (void)(size))
#define ALLOW(start, size) ((void)(start), (void)(size))
#endif

enum { ALIGNMENT = _Alignof(max_align_t), BLOCK_SMALLEST = 4096, BLOCK_USUAL = 1 << 20 };

struct arena_block {
    struct arena_block *next;
    size_t capacity; /* bytes of data, a multiple of ALIGNMENT */
    size_t used;     /* likewise */
    _Alignas(max_align_t) char data[];
};

void arena_init(struct arena *arena) {
    *arena = (struct arena){NULL, NULL};
}

void arena_free(struct arena *arena) {
    struct arena_block *block = arena->first;
    while (block) {
        struct arena_block *next = block->next;
        ALLOW(block->data, block->capacity);
        free(block);
        block = next;
    }
    arena_init(arena);
}

/* Where the pointer to the first unused block stands. */
static struct arena_block **unused_blocks(struct arena *arena) {
    return arena->current ? &arena->current->next : &arena->first;
}

static size_t choose_capacity(const struct arena *arena, size_t size) {
    size_t capacity = BLOCK_SMALLEST;
    if (arena->current)
        capacity = arena->current->capacity < BLOCK_USUAL / 2 ? arena->current->capacity * 2
                                                              : BLOCK_USUAL;
    return size > capacity ? size : capacity;
}

/* Takes out of the unused blocks the first that holds `size` bytes; NULL when none does. */
static struct arena_block *take_unused_block(struct arena *arena, size_t size) {
    struct arena_block **link = unused_blocks(arena);
    while (*link && (*link)->capacity < size)
        link = &(*link)->next;
    struct arena_block *block = *link;
    if (block)
        *link = block->next;
    return block;
}

static struct arena_block *make_block(const struct arena *arena, size_t size) {
    size_t capacity = choose_capacity(arena, size);
    if (capacity > PTRDIFF_MAX - sizeof(struct arena_block))
        return NULL;
    struct arena_block *block = malloc(sizeof *block + capacity);
    if (!block)
        return NULL;
    block->capacity = capacity;
    FORBID(block->data, capacity);
    return block;
}

/* Makes an empty block of at least `size` bytes the current one. */
static bool enter_block(struct arena *arena, size_t size) {
    struct arena_block *block = take_unused_block(arena, size);
    if (!block)
        block = make_block(arena, size);
    if (!block)
        return false;
    struct arena_block **link = unused_blocks(arena);
    block->used = 0;
    block->next = *link;
    *link = block;
    arena->current = block;
    return true;
}

void *arena_alloc(struct arena *arena, size_t size) {
    if (size > PTRDIFF_MAX - ALIGNMENT)
        return NULL;
    size_t taken = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (taken == 0)
        taken = ALIGNMENT;
    struct arena_block *block = arena->current;
    if (!block || block->capacity - block->used < taken) {
        if (!enter_block(arena, taken))
            return NULL;
        block = arena->current;
    }
    char *memory = block->data + block->used;
    block->used += taken;
    ALLOW(memory, size);
    return memset(memory, 0, size);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        return NULL;
    return arena_alloc(arena, count * size);
}

struct arena_mark arena_mark(const struct arena *arena) {
    return (struct arena_mark){arena->current, arena->current ? arena->current->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark) {
#ifdef ARENA_POISONS
    struct arena_block *block = mark.block ? mark.block->next : arena->first;
    for (; block; block = block->next)
        FORBID(block->data, block->capacity);
#endif
    if (mark.block) {
        mark.block->used = mark.used;
        FORBID(mark.block->data + mark.used, mark.block->capacity - mark.used);
    }
    arena->current = mark.block;
}

bool arena_copy(struct arena *arena, struct slice text, struct slice *out) {
    if (!text.data) {
        *out = SLICE_NONE;
        return true;
    }
    char *copy = arena_string(arena, text);
    *out = copy ? (struct slice){copy, text.size} : SLICE_NONE;
    return copy != NULL;
}

char *arena_string(struct arena *arena, struct slice text) {
    if (text.size == SIZE_MAX)
        return NULL;
    char *copy = arena_alloc(arena, text.size + 1);
    if (copy && text.size)
        memcpy(copy, text.data, text.size);
    return copy;
}

/* The list keeps no capacity: it is the power of two that the count has reached. */
static bool is_full(size_t count) {
    return (count & (count - 1)) == 0;
}

bool arena_append(struct arena *arena, struct slice_list *list, struct slice item) {
    if (list->count == 0 || is_full(list->count)) {
        if (list->count > SIZE_MAX / 2)
            return false;
        size_t capacity = list->count ? list->count * 2 : 1;
        struct slice *items = arena_alloc_array(arena, capacity, sizeof *items);
        if (!items)
            return false;
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
    }
    list->items[list->count++] = item;
    return true;
}
