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
    char converted_from[80], converted_to[80]; /* an example */
    uint64_t rows;
    bool guessed_table; /* nothing said that the table holds events */
    char made_example[120];
    uint64_t made_by_type[RECORD_TYPES];
};

/* import_row.c: what a reader hands on. */
struct record_visitor import_visitor(struct importer *importer);
void import_remark(struct importer *importer, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
