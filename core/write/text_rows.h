/* A table on a terminal: rows are collected until the end, since widths follow from all of them. */
#ifndef DETENTE_WRITE_TEXT_ROWS_H
#define DETENTE_WRITE_TEXT_ROWS_H

#include "../ask/answer.h"
#include "text_layout.h"

/* All zero to begin with. */
struct text_rows {
    struct arena memory;
    size_t columns;
    struct slice *cells;    /* runs; `columns` to a row, the first row are the headings */
    size_t count, capacity; /* of cells */
    bool *is_number;        /* by column: set to the right */
};

void text_rows_free(struct text_rows *rows);
/* Takes in the headings; once. */
bool text_rows_begin(struct text_rows *rows, const char *const *columns, struct buffer *run);
bool text_rows_add(struct text_rows *rows, const struct answer_row *row, struct buffer *run,
                   struct arena *scratch);
/* The whole table, at most `width` wide where words allow it. */
bool text_rows_print(struct text_rows *rows, struct buffer *out, size_t width, bool color);

#endif
