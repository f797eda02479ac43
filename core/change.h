/* What the files of changes share: change.c (the table of actions, one transaction), change_record.c (add, edit: a record
 * from settings or JSON), change_small.c (link, claim, confirm, accept), change_remove.c, change_merge.c. */
#ifndef DETENTE_CHANGE_H
#define DETENTE_CHANGE_H

#include "front.h"
#include "store/history.h"

/* One change being made, inside a write. */
struct change {
    detente *database;
    const struct detente_change *request;
    struct detente_change_summary *summary;
    struct lookup lookup; /* of the store */
    struct arena arena;   /* for the whole change */
    struct error *error;
};

typedef enum status change_action(struct change *change);
change_action change_add, change_edit, change_remove, change_merge, change_link, change_claim, change_confirm, change_undo,
    change_accept;

/* The record that a word means: by id, by the name of one without an id (link:A/ends/B), by name or alias where these have
 * one; NOT_FOUND with the nearest. */
enum status change_find(struct change *change, const char *word, enum record_type *type, int64_t *key, struct record *record);
/* Normalizes, resolves and puts a record as an import does, and counts it. *was says what it did. */
enum status change_put(struct change *change, struct record *record, enum store_change *was);
/* Sets the summary's name. */
enum status change_tell_name(struct change *change, const struct record *record);
/* A note on a record, dated today. */
enum status change_put_note(struct change *change, struct slice record, const char *kind, struct slice reason);

/* desk_diff.c: writes the difference of two revisions of the store (inside a write too) as the answer of `command`; the
 * format, style and place of writing are those of `preview`. */
enum status front_write_difference(struct detente *database, const struct detente_request *preview, const char *command,
                                   int64_t from, int64_t to, struct error *error);

#endif
