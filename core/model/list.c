/* Lists of texts as they stand in cells. */
#include "list.h"

#include <stdlib.h>

#include "../base/cell.h"
#include "value.h"

struct ranked {
    struct slice text;
    size_t place; /* in the list as given */
};

static int compare_texts(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    int order = slice_compare(x->text, y->text);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

static int compare_places(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

/* The items sorted by text, each once and with the place where it stood first; NULL when memory is
 * out. *count becomes their number. */
static struct ranked *rank_items(struct arena *arena, const struct slice_list *list,
                                 size_t *count) {
    struct ranked *ranked = arena_alloc_array(arena, list->count, sizeof *ranked);
    if (!ranked)
        return NULL;
    for (size_t i = 0; i < list->count; i++)
        ranked[i] = (struct ranked){list->items[i], i};
    qsort(ranked, list->count, sizeof *ranked, compare_texts);
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || !slice_equals(ranked[kept - 1].text, ranked[i].text))
            ranked[kept++] = ranked[i];
    *count = kept;
    return ranked;
}

static bool take_ranked(struct arena *arena, struct slice_list *list, const struct ranked *ranked,
                        size_t count) {
    *list = (struct slice_list){NULL, 0};
    for (size_t i = 0; i < count; i++)
        if (!arena_append(arena, list, ranked[i].text))
            return false;
    return true;
}

bool list_drop_repeats(struct arena *arena, struct slice_list *list) {
    if (list->count < 2)
        return true;
    size_t count;
    struct ranked *ranked = rank_items(arena, list, &count);
    if (!ranked)
        return false;
    if (count == list->count)
        return true;
    qsort(ranked, count, sizeof *ranked, compare_places);
    return take_ranked(arena, list, ranked, count);
}

bool list_sort(struct arena *arena, struct slice_list *list) {
    if (list->count < 2)
        return true;
    size_t count;
    const struct ranked *ranked = rank_items(arena, list, &count);
    return ranked && take_ranked(arena, list, ranked, count);
}

bool list_to_cell(struct arena *arena, const struct slice_list *list, struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    cell_append_list(&buffer, list);
    return value_keep_buffer(arena, &buffer, cell);
}

bool list_join(struct arena *arena, const struct slice_list *list, struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0)
            buffer_append_byte(&buffer, ';');
        buffer_append_slice(&buffer, list->items[i]);
    }
    return value_keep_buffer(arena, &buffer, cell);
}
