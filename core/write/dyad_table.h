/* The columns of a table of dyads, declared once for the table itself and for its codebook. */
#ifndef DETENTE_WRITE_DYAD_TABLE_H
#define DETENTE_WRITE_DYAD_TABLE_H

#include "../ask/dyad.h"

enum { DYAD_COLUMNS_MAX = 32 + DYAD_FAMILIES_MAX, DYAD_NUMBERS_MAX = DYAD_COLUMNS_MAX * NUMBER_SIZE };

struct dyad_column {
    const char *name; /* "events_meeting" */
    const char *type; /* "integer", "decimal", "text" */
    const char *unit; /* "" for none */
    const char *missing; /* when it is NA; "never" */
    const char *note;
    int what;         /* see dyad_table.c */
    size_t family;
};

struct dyad_columns {
    struct dyad_column items[DYAD_COLUMNS_MAX];
    size_t count;
    struct shape_field fields[DYAD_COLUMNS_MAX];
    struct shape shape; /* of struct dyad_cells_row */
};

/* A row as the table holds it. */
struct dyad_cells_row {
    struct slice cells[DYAD_COLUMNS_MAX];
    char numbers[DYAD_NUMBERS_MAX]; /* that cells point to */
};

/* Names of columns live in the arena. The struct must stay where it is. False when memory is out. */
bool dyad_columns_list(struct dyad_columns *columns, enum series_by by, bool directed, struct arena *arena);
void dyad_columns_fill(const struct dyad_columns *columns, const struct answer_dyad *row, struct dyad_cells_row *cells);

#endif
