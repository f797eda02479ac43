/* What was done to the record: entries of the log, and records in two states side by side. */
#ifndef DETENTE_ASK_HISTORY_H
#define DETENTE_ASK_HISTORY_H

#include "../store/history.h"
#include "ask.h"
#include "shape.h"

/* A field in two states; empty: it was not there. */
struct answer_field_change {
    struct slice field, before, after;
};
extern const struct shape field_change_shape;

/* A record in two states. */
struct answer_change {
    struct slice type, id, title; /* id, or the name it is spoken of by; title or name for people to read, may be empty */
    struct slice action;          /* added, updated, removed */
    struct shape_entries fields;  /* struct answer_field_change; of one added or removed all that it has */
    struct shape_count revision;  /* of the log of one record: that made it */
};
extern const struct shape change_shape;

struct answer_file {
    struct slice name, sha256;
    struct shape_count bytes, rows;
};
extern const struct shape file_shape;

struct answer_revision {
    struct shape_count revision;
    struct slice time, command, user, reason;
    struct shape_count undoes, undone_by; /* not known: none */
    struct shape_count added, updated, removed;
    struct slice content;
    struct shape_entries files;   /* struct answer_file */
    struct shape_entries changes; /* struct answer_change; of the log of one record, else none */
};
extern const struct shape revision_shape;

/* What is other, in the arena. */
enum status ask_change(struct asker *asker, const struct store_difference *difference, struct arena *arena,
                       struct answer_change *change, struct error *error);

#endif
