/* What an import adds to putting records: a say in what happens to records that are there, and a list of what its files
 * hold, so that what is no longer in them can be told.
 *
 * The store knows here what it puts and what it has; who is right is decided by the guard. */
#ifndef DETENTE_STORE_GUARD_H
#define DETENTE_STORE_GUARD_H

#include "store.h"

/* ---- the guard: asked before a put changes or adds a record ---------------------------------------------------- */

struct store_meeting { /* a row meets the record of its key; all of it lives until the guard returns */
    int64_t key;
    const struct record *old;       /* what is there */
    const struct record *now;       /* what the row makes of it */
    const struct record *row;       /* the row alone: the fields that it gives */
    const struct party_rows *rows;  /* of an event; may be NULL */
};
struct store_guard {
    void *context;
    /* The record would change. *leave: it stays as it is, and the put says STORE_LEFT. */
    enum status (*change)(void *context, const struct store_meeting *meeting, bool *leave, struct error *error);
    /* The record would be new. */
    enum status (*addition)(void *context, const struct record *record, bool *leave, struct error *error);
    /* What stands there after the put, whatever came of it; may be NULL. */
    enum status (*standing)(void *context, const struct record *record, struct error *error);
};
/* Borrowed until it is NULL again. What lookup.make puts is not asked about: it is needed by the row at hand. */
void store_set_guard(struct store *store, const struct store_guard *guard);

/* What a row would have made of another state of its record (same type and key fields). Texts live until the guard
 * returns. BAD_INPUT when it could not have been put so. */
enum status store_apply(struct store *store, const struct record *state, const struct store_meeting *meeting,
                        struct record *now, struct error *error);
/* Has the write at hand added or changed the record already? */
enum status store_is_touched(struct store *store, enum record_type type, int64_t key, bool *touched, struct error *error);

/* ---- what the files of an import hold --------------------------------------------------------------------------- */

/* From now on, until the write ends, every record that a put finds there is on the list, in temporary tables. */
enum status store_begin_seeing(struct store *store, struct error *error);
/* A record is named by a row: it counts as held too. */
enum status store_see(struct store *store, enum record_type type, struct slice id, struct error *error);

/* What was there by then and is not on the list, as a list of its own that store_each_unseen walks over. */
struct store_before {
    int64_t revision;        /* all that was there after it; -1: what the imports of these files added */
    struct slice_list files; /* by name; imports that read others too say nothing, since nobody knows what came from where */
};
enum status store_list_unseen(struct store *store, const struct store_before *before, struct error *error);
/* Was a revision an import of those files, and of no others? After store_list_unseen. */
enum status store_is_of_files(struct store *store, int64_t revision, bool *is, struct error *error);
/* The unseen records of one type, by key; they may be removed during the visit. */
typedef enum status store_unseen_visit(void *context, int64_t key, struct record *record, struct error *error);
enum status store_each_unseen(struct store *store, enum record_type type, store_unseen_visit *visit, void *context,
                              struct error *error);
enum status store_drop_unseen(struct store *store, enum record_type type, int64_t key, struct error *error);
/* Takes those of a type from the list that somebody still names, and tells by whom. After store_settle. */
typedef enum status store_named_visit(void *context, const struct record *record, struct slice by, struct error *error);
enum status store_keep_named(struct store *store, enum record_type type, store_named_visit *visit, void *context,
                             struct error *error);
/* Did that revision read a file of that name? */
enum status store_revision_has_file(struct store *store, int64_t revision, struct slice name, bool *has, struct error *error);

/* ---- what the write has added ----------------------------------------------------------------------------------- */

/* The events that the write at hand has added, by key. After store_settle. */
enum status store_each_new_event(struct store *store, store_event_visit *visit, void *context, struct error *error);
bool store_is_new(struct store *store, enum record_type type, int64_t key);

#endif
