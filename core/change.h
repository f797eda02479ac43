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
    struct lookup lookup;  /* of the store; what it makes is counted and told */
    struct lookup beneath; /* of the store itself */
    struct store_author author; /* as the store was told; an undo says in it what it undoes */
    struct arena arena;    /* for the whole change */
    struct error *error;
};

typedef enum status change_action(struct change *change);
change_action change_add, change_edit, change_remove, change_merge, change_link, change_claim, change_confirm, change_undo,
    change_accept;

/* The record that a word means: by id (also one that was merged into another), by the name of one without an id
 * (link:A/ends/B), by name or alias where these have one; NOT_FOUND with the nearest, BAD_INPUT when it can mean several. A
 * country or an organization that only the reference table has comes with the key 0. */
enum status change_find(struct change *change, const char *word, enum record_type *type, int64_t *key, struct record *record);
/* Normalizes, resolves and puts a record as an import does, and counts it. *was says what it did. An event without an id
 * gets one that is free. The texts of the record are good for its key alone afterwards. */
enum status change_put(struct change *change, struct record *record, enum store_change *was);
/* Sets the summary's name. */
enum status change_tell_name(struct change *change, const struct record *record);
/* Adds a sentence to the summary's remark. */
void change_remark(struct change *change, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A note on a record, dated today. */
enum status change_put_note(struct change *change, struct slice record, const char *kind, struct slice reason);

/* change_settings.c: lays FIELD=VALUE, FIELD+=ITEM, FIELD-=ITEM and FIELD= of the request over a record; what lists had is
 * taken from there, else from `old` (NULL: a new record). USAGE for an unknown field, with the nearest. */
enum status change_read_settings(struct change *change, const struct record *old, struct record *now);
/* change_json.c: reads the request's JSON into a record; the sources that an event describes in it are put. */
enum status change_read_json(struct change *change, struct record *now);
/* In how many fields and extras two states of a record differ. */
uint64_t change_count_fields(const struct record *old, const struct record *now);
/* Errors that they share: "\"tilte\" is no field of event". */
enum status change_refuse_field(struct change *change, enum record_type type, struct slice name);

/* change_merge.c: gives a record with an id another one, which must be free: all that named it follows, and the old id
 * leads to the new. */
enum status change_rename(struct change *change, enum record_type type, const struct record *old, struct slice new_id);

/* desk_diff.c: writes the difference of two revisions of the store (inside a write too) as the answer of `command`; the
 * format, style and place of writing are those of `preview`. */
enum status front_write_difference(struct detente *database, const struct detente_request *preview, const char *command,
                                   int64_t from, int64_t to, struct error *error);

#endif
