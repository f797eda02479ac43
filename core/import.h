/* Inside the import: one row at a time from a reader to the store, and the rows that cannot go there. */
#ifndef DETENTE_IMPORT_H
#define DETENTE_IMPORT_H

#include "front.h"
#include "read/input.h"

/* Rejected rows, kept in re-importable form with their reason: one table as CSV when what is imported is
 * one table, else a JSON document. Flat texts as they were read. */
struct rejects {
    const char *path;              /* NULL: they are only reported */
    bool table;
    FILE *files[RECORD_TYPES];     /* unnamed, one per member of the document; of a table only its own */
    uint64_t counts[RECORD_TYPES];
    struct slice_list columns;     /* of the table: names of its extras, in order */
    uint64_t given;                /* fields that the table has */
};
void rejects_init(struct rejects *rejects, const char *path, bool table);
enum status rejects_add(struct rejects *rejects, const struct record *raw, const struct error *fault, struct error *error);
/* Writes the file when there is something to write, and frees. */
enum status rejects_finish(struct rejects *rejects, bool keep, struct error *error);

/* Ids made in one file, so that a second one gets "-2". */
struct made_id {
    uint64_t hash;
    uint32_t next; /* what to try for the next repeat */
};
struct id_set {
    struct made_id *slots;
    size_t count, capacity;
};
/* Its entry, until the next call; *is_new says whether it was not there before. NULL when memory is out. */
struct made_id *id_set_add(struct id_set *set, struct slice id, bool *is_new);
void id_set_free(struct id_set *set);

/* Rows of parties.csv, held until their event is read, so that both are one change. */
struct held_row {
    struct record record; /* normalized; texts in the arena */
    unsigned short columns[PARTY_AS + 1]; /* of its fields in the table */
    size_t next;          /* the next row of the same event, + 1 */
    bool taken;
};
struct held_rows {
    struct arena arena;
    struct held_row *rows;
    size_t count, capacity;
    size_t *slots; /* open table over event ids: first row + 1 */
    size_t slot_count;
};
enum { HELD_ROWS_MAX = 500000, HELD_OF_EVENT_MAX = 256 };
/* False when it cannot be held (too many, no memory): then it is put after the events. */
bool held_add(struct held_rows *held, const struct record *record);
/* The rows of an event, in their order; marks them as taken. At most HELD_OF_EVENT_MAX; the others stay. */
size_t held_take(struct held_rows *held, struct slice event, struct held_row **rows);
void held_free(struct held_rows *held);

struct importer {
    struct detente *database;
    const struct detente_import *request;
    const struct detente_import_watch *watch;
    struct detente_import_summary *summary;
    struct lookup lookup;        /* of the store, through the records made for the row at hand */
    struct lookup beneath;       /* of the store itself */
    struct arena arena;          /* for the row at hand */
    struct arena words;          /* for the whole import */
    struct record made[64];      /* named by the row at hand, and not known before */
    size_t made_count;
    struct rejects rejects;
    struct id_set ids;
    struct held_rows held;
    bool holding; /* parties.csv is being read ahead of events.csv */
    char converted_from[80], converted_to[80]; /* an example */
    uint64_t rows;
    bool guessed_table; /* nothing said that the table holds events */
    char made_example[120];
    uint64_t made_by_type[RECORD_TYPES];
};

/* import_row.c: what a reader hands on. */
struct record_visitor import_visitor(struct importer *importer);
/* Puts the rows of parties.csv whose event was not read. */
enum status import_held_rows(struct importer *importer, struct error *error);
void import_remark(struct importer *importer, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
