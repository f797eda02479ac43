/* Records as they were, and what is other between two revisions.
 *
 * What a record was after a revision is what the first later change kept of it; where there is none, what it is now;
 * nothing when a later revision added it. A difference goes through the records that the revisions in between touched:
 * those changed or removed, and those added, both in the order of type and key, side by side. */
#include "inside.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- as it was --------------------------------------------------------------------------------------------------- */

/* What the first change after a revision kept of a record. *known: there is such a change; *there: it was there. */
static enum status find_image(struct store *store, enum record_type type, int64_t key, int64_t revision, struct arena *arena,
                              bool *known, bool *there, struct slice *image, struct error *error) {
    struct statement *find = store_statement(store, SQL_CHANGE_AFTER, error);
    *known = *there = false;
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(history_type_word(type)));
    statement_bind_integer(find, 2, key);
    statement_bind_integer(find, 3, revision);
    enum status status = statement_step(find, known, error);
    if (status == STATUS_OK && *known) {
        *there = !statement_is_null(find, 0);
        if (*there && !arena_copy(arena, statement_text(find, 0), image)) status = no_memory(error);
    }
    statement_reset(find);
    return status;
}

/* The same, made into the record. */
static enum status find_before(struct store *store, enum record_type type, int64_t key, int64_t revision, struct arena *arena,
                               struct record *record, bool *known, bool *there, struct error *error) {
    struct slice image;
    enum status status = find_image(store, type, key, revision, arena, known, there, &image, error);
    return status == STATUS_OK && *there ? history_read_image(arena, type, image, record, error) : status;
}

enum status store_get_past(struct store *store, enum record_type type, int64_t key, int64_t revision, struct arena *arena,
                           struct record *record, bool *found, struct error *error) {
    bool known = false;
    int64_t added;
    *found = false;
    if (type == RECORD_TYPES || type == RECORD_PARTY) return STATUS_OK; /* have no record of their own */
    enum status status = history_find_added(store, type, key, &added, error);
    if (status != STATUS_OK || added > revision) return status;
    status = find_before(store, type, key, revision, arena, record, &known, found, error);
    return status == STATUS_OK && !known ? store_get_by_key(store, type, key, arena, record, found, error) : status;
}

enum status store_get_past_dossier(struct store *store, int64_t revision, struct arena *arena, struct slice *json,
                                   struct error *error) {
    bool known, there;
    *json = SLICE_NONE;
    enum status status = find_image(store, RECORD_TYPES, 0, revision, arena, &known, &there, json, error);
    return status == STATUS_OK && !known ? store_get_dossier(store, arena, json, error) : status;
}

/* ---- one record in two states ------------------------------------------------------------------------------------ */

struct differ {
    struct store *store;
    int64_t from, to;
    bool is_now;         /* `to` is the present */
    store_difference_visit *visit;
    void *context;
    struct arena arena;  /* of the record that is visited */
};

/* By type and key; the dossier's words first. */
struct spot {
    int rank;
    int64_t key;
};

static enum record_type type_of(int rank) { return rank == 0 ? RECORD_TYPES : (enum record_type)(rank - 1); }

static int compare_spots(struct spot a, struct spot b) {
    if (a.rank != b.rank) return a.rank < b.rank ? -1 : 1;
    return a.key < b.key ? -1 : a.key > b.key;
}

static enum status hand_on(struct differ *differ, struct store_difference *difference, struct error *error) {
    struct buffer name;
    if (difference->type == RECORD_TYPES) {
        difference->name = SLICE_OF("dossier");
        return differ->visit(differ->context, difference, error);
    }
    buffer_init(&name);
    record_append_name(&name, difference->after ? difference->after : difference->before);
    difference->name = buffer_slice(&name);
    enum status status = buffer_failed(&name) ? no_memory(error) : differ->visit(differ->context, difference, error);
    buffer_free(&name);
    return status;
}

static enum status compare_dossiers(struct differ *differ, int64_t from, int64_t to, int64_t revision, struct error *error) {
    struct store_difference difference = {.type = RECORD_TYPES, .revision = revision};
    enum status status = store_get_past_dossier(differ->store, from, &differ->arena, &difference.before_text, error);
    if (status == STATUS_OK)
        status = store_get_past_dossier(differ->store, to, &differ->arena, &difference.after_text, error);
    if (status != STATUS_OK || slice_equals(difference.before_text, difference.after_text)) return status;
    return hand_on(differ, &difference, error);
}

static enum status compare_records(struct differ *differ, enum record_type type, int64_t key, const struct record *before,
                                   const struct record *after, int64_t revision, struct error *error) {
    struct store_difference difference = {.type = type, .key = key, .before = before, .after = after, .revision = revision};
    if (!before && !after) return STATUS_OK;
    if (before && after && row_equals(before, after)) return STATUS_OK;
    return hand_on(differ, &difference, error);
}

/* Of what is in no stretch that was added in between, or is no longer there. */
static enum status compare_states(struct differ *differ, struct spot place, int64_t from, int64_t to, bool is_now,
                                  int64_t revision, struct error *error) {
    struct store *store = differ->store;
    enum record_type type = type_of(place.rank);
    struct arena_mark mark = arena_mark(&differ->arena);
    struct record before, after;
    bool was = false, is = false;
    enum status status;
    if (type == RECORD_TYPES) status = compare_dossiers(differ, from, to, revision, error);
    else {
        status = store_get_past(store, type, place.key, from, &differ->arena, &before, &was, error);
        if (status == STATUS_OK)
            status = is_now ? store_get_by_key(store, type, place.key, &differ->arena, &after, &is, error)
                            : store_get_past(store, type, place.key, to, &differ->arena, &after, &is, error);
        if (status == STATUS_OK)
            status = compare_records(differ, type, place.key, was ? &before : NULL, is ? &after : NULL, revision, error);
    }
    arena_rewind(&differ->arena, mark);
    return status;
}

/* ---- what was changed or removed --------------------------------------------------------------------------------- */

/* Rows of place and revision, in order; *row is false at the end. */
struct changes {
    struct statement *rows;
    bool row;
    struct spot place;
    int64_t revision;
};

static enum status damaged(struct error *error) {
    error_set(error, STATUS_CORRUPT, "the log of the record is damaged: it speaks of records that cannot be");
    error_advise(error, "take the file back from a backup");
    return STATUS_CORRUPT;
}

static enum status read_rank(struct statement *statement, int *rank, struct error *error) {
    int64_t value = statement_integer(statement, 0);
    if (value < 0 || value > RECORD_TYPES) return damaged(error);
    *rank = (int)value;
    return STATUS_OK;
}

static enum status next_change(struct changes *changes, struct error *error) {
    enum status status = statement_step(changes->rows, &changes->row, error);
    if (status != STATUS_OK || !changes->row) return status;
    changes->place.key = statement_integer(changes->rows, 1);
    changes->revision = statement_integer(changes->rows, 2);
    return read_rank(changes->rows, &changes->place.rank, error);
}

static enum status open_changes(struct differ *differ, struct changes *changes, struct error *error) {
    enum status status = history_prepare_ranked(differ->store, "SELECT ", ", key, max(revision) FROM record_change "
                                                "WHERE revision > ?1 AND revision <= ?2 GROUP BY 1, 2 ORDER BY 1, 2",
                                                &changes->rows, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(changes->rows, 1, differ->from);
    statement_bind_integer(changes->rows, 2, differ->to);
    return next_change(changes, error);
}

/* ---- what was added ---------------------------------------------------------------------------------------------- */

/* The keys of the stretches that were added in between, as far as a record has them, or had them later. */
struct additions {
    struct statement *stretches;
    bool row;              /* there is one more */
    struct spot place;
    bool is_there;         /* now: then `record` is what it is */
    struct record record;
    int64_t next, last;    /* keys of the stretch that are still to come */
    int64_t revision;
    int64_t changed;       /* the lowest key from `next` on of which the log knows a change; 0: not looked up */
    struct arena arena;    /* of `record` */
    struct arena_mark start;
};

static enum status next_stretch(struct additions *additions, struct error *error) {
    enum status status = statement_step(additions->stretches, &additions->row, error);
    if (status != STATUS_OK || !additions->row) return status;
    additions->next = statement_integer(additions->stretches, 1);
    additions->last = statement_integer(additions->stretches, 2);
    additions->revision = statement_integer(additions->stretches, 3);
    additions->changed = 0;
    if (additions->next < 1 || additions->last == INT64_MAX) return damaged(error);
    return read_rank(additions->stretches, &additions->place.rank, error);
}

/* Of records that are gone by now the log knows the key. */
static enum status find_changed(struct differ *differ, struct additions *additions, struct error *error) {
    struct statement *find;
    bool row = false;
    if (differ->is_now || additions->changed >= additions->next) return STATUS_OK;
    find = store_statement(differ->store, SQL_CHANGE_KEY, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(history_type_word(type_of(additions->place.rank))));
    statement_bind_integer(find, 2, additions->next);
    statement_bind_integer(find, 3, additions->last);
    enum status status = statement_step(find, &row, error);
    additions->changed = row ? statement_integer(find, 0) : INT64_MAX;
    statement_reset(find);
    return status;
}

/* The next key of the stretch; *found is false behind its end. */
static enum status next_of_stretch(struct differ *differ, struct additions *additions, bool *found, struct error *error) {
    int64_t key = 0;
    *found = false;
    if (additions->next > additions->last || additions->place.rank == 0) return STATUS_OK;
    enum status status = find_changed(differ, additions, error);
    arena_rewind(&additions->arena, additions->start);
    if (status == STATUS_OK)
        status = history_get_next(differ->store, type_of(additions->place.rank), additions->next, additions->last,
                                  &additions->arena, &additions->record, &key, &additions->is_there, error);
    if (status != STATUS_OK) return status;
    bool was_changed = !differ->is_now && additions->changed <= additions->last;
    if (!additions->is_there && !was_changed) return STATUS_OK;
    if (!additions->is_there || (was_changed && additions->changed < key)) {
        key = additions->changed;
        additions->is_there = false;
    }
    *found = true;
    additions->place.key = key;
    additions->next = key + 1;
    return STATUS_OK;
}

static enum status next_addition(struct differ *differ, struct additions *additions, struct error *error) {
    bool found = false;
    enum status status = STATUS_OK;
    while (status == STATUS_OK && additions->row && !found) {
        status = next_of_stretch(differ, additions, &found, error);
        if (status == STATUS_OK && !found) status = next_stretch(additions, error);
    }
    return status;
}

static enum status open_additions(struct differ *differ, struct additions *additions, struct error *error) {
    enum status status = history_prepare_ranked(differ->store, "SELECT ", ", first, last, revision FROM record_added "
                                                "WHERE revision > ?1 AND revision <= ?2 ORDER BY 1, 2",
                                                &additions->stretches, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(additions->stretches, 1, differ->from);
    statement_bind_integer(additions->stretches, 2, differ->to);
    status = next_stretch(additions, error);
    return status == STATUS_OK ? next_addition(differ, additions, error) : status;
}

/* ---- side by side ------------------------------------------------------------------------------------------------ */

static enum status visit_addition(struct differ *differ, const struct additions *additions, int64_t revision,
                                  struct error *error) {
    enum record_type type = type_of(additions->place.rank);
    /* It was not there before; nothing later has to be undone of what is asked for as it is now. */
    if (differ->is_now)
        return compare_records(differ, type, additions->place.key, NULL, &additions->record, revision, error);
    return compare_states(differ, additions->place, differ->from, differ->to, false, revision, error);
}

static enum status visit_both(struct differ *differ, struct changes *changes, struct additions *additions,
                              struct error *error) {
    enum status status = STATUS_OK;
    while (status == STATUS_OK && (changes->row || additions->row)) {
        int order = !changes->row ? 1 : !additions->row ? -1 : compare_spots(changes->place, additions->place);
        int64_t revision = order <= 0 ? changes->revision : additions->revision;
        status = order < 0 ? compare_states(differ, changes->place, differ->from, differ->to, differ->is_now, revision, error)
                           : visit_addition(differ, additions, revision, error);
        if (status == STATUS_OK && order >= 0) status = next_addition(differ, additions, error);
        if (status == STATUS_OK && order <= 0) status = next_change(changes, error);
    }
    return status;
}

enum status store_each_difference(struct store *store, int64_t from, int64_t to, store_difference_visit *visit, void *context,
                                  struct error *error) {
    struct differ differ = {.store = store, .from = from, .to = to, .visit = visit, .context = context};
    struct changes changes = {0};
    struct additions additions = {0};
    int64_t latest = 0;
    enum status status = store_find_revision(store, &latest, error);
    differ.is_now = to >= latest;
    arena_init(&differ.arena);
    arena_init(&additions.arena);
    additions.start = arena_mark(&additions.arena);
    if (status == STATUS_OK) status = open_changes(&differ, &changes, error);
    if (status == STATUS_OK) status = open_additions(&differ, &additions, error);
    if (status == STATUS_OK) status = visit_both(&differ, &changes, &additions, error);
    statement_free(changes.rows);
    statement_free(additions.stretches);
    arena_free(&differ.arena);
    arena_free(&additions.arena);
    return status;
}

/* ---- what revisions made of one record --------------------------------------------------------------------------- */

enum status store_each_change_of(struct store *store, struct slice name, store_difference_visit *visit, void *context,
                                 struct error *error) {
    struct differ differ = {.store = store, .visit = visit, .context = context};
    struct statement *touches = NULL;
    bool row = true;
    arena_init(&differ.arena);
    enum status status = history_prepare_touches(store, name, &touches, error);
    while (status == STATUS_OK) {
        struct spot place = {0};
        status = statement_step(touches, &row, error);
        if (status != STATUS_OK || !row) break;
        int64_t revision = statement_integer(touches, 2);
        place.key = statement_integer(touches, 1);
        status = revision < 1 ? damaged(error) : read_rank(touches, &place.rank, error);
        if (status == STATUS_OK) status = compare_states(&differ, place, revision - 1, revision, false, revision, error);
    }
    statement_free(touches);
    arena_free(&differ.arena);
    return status;
}
