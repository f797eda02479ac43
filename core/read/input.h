/* Bytes from somewhere, in blocks. The caller owns what is behind it. */
#ifndef DETENTE_READ_INPUT_H
#define DETENTE_READ_INPUT_H

#include <stdio.h>
#include "../base/status.h"
#include "../model/record.h"

struct input {
    const char *name; /* for places; "-" for standard input */
    /* Up to `size` bytes; 0 at the end; STATUS_ENVIRONMENT when reading fails. */
    enum status (*read)(void *context, char *data, size_t size, size_t *got, struct error *error);
    /* Back to the first byte, so that a document can be walked twice; NULL when it cannot. */
    enum status (*rewind)(void *context, struct error *error);
    void *context;
};

/* A file, opened for reading ("-": `standard`, kept open). A stream that cannot seek is copied to an
 * unnamed temporary file first when `rewindable` is asked for. */
struct file_input;
enum status input_open(const char *path, FILE *standard, bool rewindable, struct input *input,
                       struct error *error);
void input_close(struct input *input);
/* Memory, for tests and fuzzers; `memory` must outlive the input. */
struct memory_input {
    struct slice text;
    size_t position;
};
void input_from_memory(struct memory_input *memory, const char *name, struct input *input);

/* What other people's tables have that has no place here. */
struct unplaced {
    const char *what;           /* "country", "event", "kind", "term" … */
    struct slice column, value; /* where it stood, and what; column may be empty */
    const char *reason;         /* in words for people, static */
    const char *file;
    long line;
    bool kept; /* as the named actor; else the record, or the value, is not there */
};

struct csv_row;

/* Who takes the records. A record and its values live until the call returns. A status that is not
 * OK stops the reading and travels up. */
struct record_visitor {
    void *context;
    enum status (*record)(void *context, struct record *record, struct error *error);
    /* A row that cannot be a record (too short, too long, a cell too large): what could be read of it
     * stands in `record`; `fault` has place, message and remedy. */
    enum status (*reject)(void *context, const struct record *record, const struct error *fault,
                          struct error *error);
    /* A column or key that is no field of the record, once per name; it becomes an extra.
     * `nearest` is the known name it may be meant for, or NULL. */
    void (*unknown)(void *context, enum record_type type, struct slice name, const char *nearest);
    /* The members of dossier.json / the document's "dossier" as one JSON text, but for the words of `origin`; may be NULL. */
    enum status (*dossier)(void *context, struct slice json, struct error *error);
    /* Before `dossier`: the content that the file was exported from, by its hash ("revision" of a whole export,
     * "from_revision" of a part), as it is written; may be NULL. */
    enum status (*origin)(void *context, struct slice hash, bool whole, struct error *error);
    /* Of tables read by a profile: what could not be placed; and a record of coverage, which is joined with what is there. May be NULL. */
    enum status (*unplaced)(void *context, const struct unplaced *what, struct error *error);
    enum status (*covers)(void *context, struct record *coverage, struct error *error);
    /* Of such a table: its heading, and each row after all of its records, as they stand in the file; may be NULL. */
    enum status (*row_done)(void *context, const struct csv_row *row, bool heading, struct error *error);
};

#endif
