/* What was done to the record: revisions of the log, and records in two states side by side. */
#ifndef DETENTE_ASK_HISTORY_H
#define DETENTE_ASK_HISTORY_H

#include "../store/history.h"
#include "ask.h"
#include "shape.h"

/* ---- a record in two states ---------------------------------------------------------------------------------- */

/* A field in two states; empty: it was not there. */
struct answer_field_change {
    struct slice field;
    struct slice before, after;             /* of a field that is no list */
    struct slice before_items, after_items; /* of a list: its cells */
    bool is_list;
};
extern const struct shape field_change_shape;

struct answer_change {
    struct slice type, id, title; /* id, or the name it is spoken of by; title or name for people to read, may be empty */
    struct slice action;          /* added, updated, removed */
    struct shape_entries fields;  /* struct answer_field_change, in the order of the record's table, extras behind them; of one
                                     added or removed all that it has */
};
extern const struct shape change_shape;

/* What is other, in the arena; texts are those of the difference. An event's imposer and target stand in its parties and are
 * not told again; what is kept of parties besides is the field party_details. Members of the dossier are its fields. */
enum status ask_change(const struct store_difference *difference, struct arena *arena, struct answer_change *change,
                       struct error *error);
/* The same, looked at from the later state: what was added is removed. */
void ask_turn_change(struct answer_change *change);

/* ---- revisions ------------------------------------------------------------------------------------------------- */

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
    struct slice records;       /* cell of the names of a few of the records it touched; empty where nobody asked */
    struct shape_entries files; /* struct answer_file */
};
extern const struct shape revision_shape;
/* Fills `records`, in the arena, with up to ASK_NAMES_SHOWN names. */
enum { ASK_NAMES_SHOWN = 5 };
enum status ask_revision_records(struct store *store, struct arena *arena, struct answer_revision *answer, struct error *error);
/* In the arena; texts are those of the revision. */
enum status ask_revision(const struct store_revision *revision, struct arena *arena, struct answer_revision *answer,
                         struct error *error);

/* Of the log: what a limit left out. */
struct answer_left {
    struct shape_count left; /* revisions; not known: none */
    struct slice after;      /* the last one told, from which to go on */
};
extern const struct shape left_shape;

/* ---- one record's history -------------------------------------------------------------------------------------- */

/* What a revision made of it. */
struct answer_history {
    struct answer_revision made;
    struct answer_change change;
};
extern const struct shape history_shape;

/* Whose history it is. */
struct answer_subject {
    struct slice type, id, title;
    struct slice merged_into; /* where the id leads; empty: nowhere */
    bool removed;             /* nothing of that id or name is there any more */
    bool before_log;          /* it was there when the log began */
};
extern const struct shape subject_shape;

/* All that was done to what has, or had, that id or name, up to and with a revision, oldest first, in the arena. `subject` is
 * filled but for merged_into; without entries nothing of it is known. */
enum status ask_history(struct store *store, struct slice name, int64_t up_to, struct arena *arena,
                        struct answer_history **entries, size_t *count, struct answer_subject *subject, struct error *error);

/* ---- comparisons ------------------------------------------------------------------------------------------------- */

/* What is compared: the states after two revisions. */
struct answer_comparison {
    struct shape_count from, to; /* `to` is not known of a dry run */
    bool dry_run;
    struct answer_revision made; /* what one revision did: that one; else nothing of it is known */
};
extern const struct shape comparison_shape;

struct answer_balance { /* number of records */
    struct shape_count added, updated, removed;
};
extern const struct shape balance_shape;

/* ---- rows of tables ------------------------------------------------------------------------------------------------ */

/* One field of a change; the revision only in a history. */
struct answer_change_row {
    struct shape_count revision;
    struct slice time, command, user, reason, type, id, action, field, before, after;
};
extern const struct shape change_row_shape;  /* from `type` on */
extern const struct shape history_row_shape; /* with its revision */
struct answer_change_row ask_change_row(const struct answer_revision *made, const struct answer_change *change,
                                        const struct answer_field_change *field);

#endif
