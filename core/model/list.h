/* Lists of texts as they stand in cells: made unique, sorted, written back. */
#ifndef DETENTE_MODEL_LIST_H
#define DETENTE_MODEL_LIST_H

#include "../base/arena.h"

/* Drops every item that stood before already; the order stays. n log n, as the input may be hostile.
 * False when memory is out. */
bool list_drop_repeats(struct arena *arena, struct slice_list *list);
/* Byte order, each item once. Makes a new list of items. */
bool list_sort(struct arena *arena, struct slice_list *list);
/* The cell of plain items: escaped, joined. */
bool list_to_cell(struct arena *arena, const struct slice_list *list, struct slice *cell);
/* The cell of items that are escaped already. */
bool list_join(struct arena *arena, const struct slice_list *list, struct slice *cell);

#endif
