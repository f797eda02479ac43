/* What was done to a record, and what it was before.
 *
 * Every write is a revision: what it added is known by stretches of keys, what it changed or removed by the records as
 * they were. From that follow the log, the difference of two revisions, the record as it was, and the way back.
 *
 * Invariant: going back from the present through all revisions above R gives exactly the content that revision R left,
 * and its hash. What was there before the log began belongs to revision 0. */
#ifndef DETENTE_STORE_HISTORY_H
#define DETENTE_STORE_HISTORY_H

#include "../base/hash.h"
#include "store.h"

/* ---- who changes the record --------------------------------------------------------------------------------- */

struct store_file { /* read by an import */
    struct slice name, sha256;
    int64_t size_bytes, rows;
};

struct store_author {
    struct slice time;    /* UTC, yyyy-mm-ddThh:mm:ssZ; empty when not known */
    struct slice command; /* "import" */
    struct slice user, reason; /* may be empty */
    int64_t undoes;       /* revision that is taken back; 0: none */
    const struct store_file *files;
    size_t file_count;
};
/* Says who writes, any time between store_begin and store_commit; borrowed until then. A write of nobody is one of the
 * command "put". A write that changes nothing makes no revision. */
void store_tell_author(struct store *store, const struct store_author *author);

/* The number that the write at hand gets; outside one, of the latest revision (0: none). */
enum status store_find_revision(struct store *store, int64_t *revision, struct error *error);
/* Writes what is known of the write at hand into the log (settles first), so that it can be asked about before it is
 * committed or rolled back. */
enum status store_log_write(struct store *store, struct error *error);

/* ---- hashes --------------------------------------------------------------------------------------------------- */

/* Of one record: of its type and of the fields and extras that it has. By this a finding is accepted "until the record
 * changes". */
bool store_hash_record(const struct record *record, struct hash128 *hash);
/* Of all that the record holds, the dossier's words included; the sum over its records. Constant time. */
enum status store_hash_content(struct store *store, struct hash128 *hash, struct error *error);

/* ---- the log --------------------------------------------------------------------------------------------------- */

struct store_revision {
    int64_t number, undoes, undone_by; /* 0: none; undone_by: the undo of it that holds */
    struct slice time, command, user, reason, content;
    int64_t added, updated, removed; /* records */
    const struct store_file *files;
    size_t file_count;
};
typedef enum status store_revision_visit(void *context, const struct store_revision *revision, struct error *error);
/* Revisions from..to, both in it, oldest or newest first. */
enum status store_each_revision(struct store *store, int64_t from, int64_t to, bool newest_first, store_revision_visit *visit,
                                void *context, struct error *error);
/* Those that touched the record of that id or name (record_append_name), oldest first. */
enum status store_each_revision_of(struct store *store, struct slice name, store_revision_visit *visit, void *context,
                                   struct error *error);
enum status store_get_revision(struct store *store, int64_t number, struct arena *arena, struct store_revision *revision,
                               bool *found, struct error *error);
/* Names (record_append_name) of up to `limit` records that a revision touched, in the arena: events before what hangs on them,
 * changed and removed ones before those it added. Of those that are gone again the name that they had then. The work follows the
 * limit, not the revision. */
enum status store_name_touched(struct store *store, int64_t number, size_t limit, struct arena *arena, struct slice_list *names,
                               struct error *error);
/* The latest revision that left that content; 0 and *found false when none did. */
enum status store_find_content(struct store *store, struct slice hash, int64_t *revision, bool *found, struct error *error);
/* The latest revision made up to that moment (yyyy-mm-ddThh:mm:ssZ, inclusive), before the first of a later moment: what
 * came after that was not known then, even where a clock was set back. 0: none. */
enum status store_find_moment(struct store *store, struct slice time, int64_t *revision, struct error *error);

/* ---- differences ------------------------------------------------------------------------------------------------ */

/* One record in two states. */
struct store_difference {
    enum record_type type; /* RECORD_TYPES: the dossier's words; then `before_text` and `after_text` */
    int64_t key;
    struct slice name;     /* id, or the name it is spoken of by */
    const struct record *before, *after; /* NULL: it was not there */
    struct slice before_text, after_text;
    int64_t revision;      /* of store_each_change_of: that made it; else the latest of those compared */
};
typedef enum status store_difference_visit(void *context, const struct store_difference *difference, struct error *error);
/* What is other after revision `to` than after revision `from` (from <= to), by type and key, each record once; one that
 * came and went in between, or is as it was, is left out. Constant space; the work follows what changed. The visitor may
 * write the record that it is shown, and no other. Of a write at hand: after store_log_write. */
enum status store_each_difference(struct store *store, int64_t from, int64_t to, store_difference_visit *visit, void *context,
                                  struct error *error);
/* What each revision made of the record of that id or name, oldest first. */
enum status store_each_change_of(struct store *store, struct slice name, store_difference_visit *visit, void *context,
                                 struct error *error);
/* The record as it was after a revision. */
enum status store_get_past(struct store *store, enum record_type type, int64_t key, int64_t revision, struct arena *arena,
                           struct record *record, bool *found, struct error *error);
/* The dossier's own words as they were then; empty when there were none. */
enum status store_get_past_dossier(struct store *store, int64_t revision, struct arena *arena, struct slice *json,
                                   struct error *error);
/* The record as it is now. */
enum status store_get_by_key(struct store *store, enum record_type type, int64_t key, struct arena *arena,
                             struct record *record, bool *found, struct error *error);
/* The key of the record that has that id or name now; *found says whether. Names as record_append_name writes them. An
 * id that several have is that of the event, else of the person, the source, the organization, the country. */
enum status store_find_key(struct store *store, struct slice name, enum record_type *type, int64_t *key, bool *found,
                           struct error *error);
/* The same of a record that is no event and has the key fields of `fields`. */
enum status store_find_key_of(struct store *store, const struct record *fields, int64_t *key, bool *found, struct error *error);
/* The latest revision in which a record was added, changed, removed or restored; 0: before the log. */
enum status store_find_latest(struct store *store, enum record_type type, int64_t key, int64_t *revision, struct error *error);

/* ---- removing and going back -------------------------------------------------------------------------------------- */

/* What a removal took along, or what stands in its way. */
struct store_removal {
    int64_t records[RECORD_TYPES]; /* removed, by type */
};
/* Removes a record with what belongs to it: claims and links of an event, terms of a person, notes about it. What merely
 * names it (an event that names a person, a claim that rests on a source) stands in the way: BAD_INPUT at the latest when
 * the write is settled, with up to a few of them named. NOT_FOUND when it is not there. */
enum status store_remove(struct store *store, enum record_type type, int64_t key, struct store_removal *removal,
                         struct error *error);

/* Takes a revision back, inside a write. BAD_INPUT when a later revision changed what it changed, or refers to what it
 * added: the message names records and the revisions that must be taken back first. */
enum status store_undo(struct store *store, int64_t revision, struct error *error);
/* The latest revision that is no undo and has not been taken back; 0: none. */
enum status store_find_undoable(struct store *store, int64_t *revision, struct error *error);

/* A record of its own, in memory or a temporary file, with the content that revision left; the file is only read. To be
 * closed. Not inside a write. CORRUPT when going back does not give the hash that the log has for the revision. */
enum status store_open_past(struct store *store, int64_t revision, struct store **past, struct error *error);

/* ---- ids that were merged ------------------------------------------------------------------------------------------ */

/* Where a note says that the id was merged into another: that one, through as many merges as there were; else empty. */
enum status store_follow(struct store *store, struct slice id, struct arena *arena, struct slice *into, struct error *error);

/* Records that named an id and name another now, by type; those that became one with a record that said it already; and links
 * that would lead to themselves, which went. */
struct store_renaming {
    int64_t moved[RECORD_TYPES], joined[RECORD_TYPES], looped;
};
/* One id in the place of another, in all that names it: an event, person, organization or source `from`. `now` is what
 * stands under `to` afterwards: where a record stands there already that one becomes it and `from` goes; else `from` itself
 * moves there, with its history. NULL: nothing of the record's own stands there (the reference table knows it), and `from`
 * goes. Puts no note. The work follows what names it, besides one pass over tables of the record that are small. */
enum status store_rename(struct store *store, enum record_type type, struct slice from, struct record *now, struct slice to,
                         struct store_renaming *told, struct error *error);

#endif
