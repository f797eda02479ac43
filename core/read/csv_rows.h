/* A table cut into rows of cells, each with its place; nothing is known of what they mean. */
#ifndef DETENTE_READ_CSV_ROWS_H
#define DETENTE_READ_CSV_ROWS_H

#include "csv.h"

enum { CSV_ROW_MAX = 16 << 20 };

enum csv_row_fault {
    CSV_ROW_WHOLE,
    CSV_ROW_CELL_TOO_LARGE, /* a cell above CSV_CELL_MAX; it and what follows is not in `cells` */
    CSV_ROW_TOO_LARGE       /* all cells together above CSV_ROW_MAX; likewise */
};

/* Borrowed until the next one. */
struct csv_row {
    long line; /* on which the row begins */
    const size_t
        *ends; /* per cell: where it ends in `text`; it begins where the one before ended */
    const char *text;
    size_t cell_count;   /* cells at hand, at most CSV_COLUMNS_MAX */
    size_t column_count; /* cells that the row has */
    size_t surplus;      /* number of the first filled cell behind the CSV_COLUMNS_MAXth; 0: none */
    enum csv_row_fault fault;
    size_t fault_column;
};
static inline struct slice csv_row_cell(const struct csv_row *row, size_t cell) {
    size_t start = cell ? row->ends[cell - 1] : 0;
    return (struct slice){row->text + start, row->ends[cell] - start};
}

struct csv_rows;
/* NULL when memory is out. One row of at most CSV_ROW_MAX and a cell are all that is ever held. */
struct csv_rows *csv_rows_open(struct input *input, const struct csv_options *options, struct error *error);
void csv_rows_close(struct csv_rows *rows);
/* The first line that is not empty, quotes and all, as far as it stands in the first block; before any row was
 * taken. False with a status as csv_rows_next. */
bool csv_rows_peek(struct csv_rows *rows, struct slice *line, enum status *status, struct error *error);
/* Another delimiter than the options said; before any row was taken. */
void csv_rows_delimit(struct csv_rows *rows, char delimiter);
/* The next row that is not blank; false at the end, and with *status at a fault of the table:
 * BAD_INPUT for text that is no UTF-8, a NUL, something behind a closing quote, a quote never
 * closed. */
bool csv_rows_next(struct csv_rows *rows, struct csv_row *row, enum status *status,
                   struct error *error);

#endif
