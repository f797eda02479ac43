/* Entries of a desk's answers as the cells of a table, from their shape alone. */
#ifndef DETENTE_WRITE_SHAPE_CELLS_H
#define DETENTE_WRITE_SHAPE_CELLS_H

#include "../ask/shape.h"
#include "../base/buffer.h"

/* How many columns the shape has in a table; their names, ended by NULL, in the arena (NULL: no memory). */
size_t shape_count_columns(const struct shape *shape);
const char *const *shape_list_columns(const struct shape *shape, struct arena *arena);
/* The cells of an entry, in the arena; `is_number` per column. False when memory is out. */
bool shape_list_cells(const struct shape *shape, const void *entry, struct arena *arena, struct slice *cells,
                      bool *is_number, bool *is_list);
/* The part that a table holds; NULL when there is none. */
const struct answer_part *shape_table_part(const struct answer_plan *plan);

#endif
