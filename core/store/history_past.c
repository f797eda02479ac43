/* The record as a revision left it, as a record of its own.
 *
 * A copy in a temporary file of the engine goes back in one write: every record that a later revision touched is brought
 * into the state that it had. What goes, or changes its name, is taken away first, so that no name is in the way of what
 * had it before. The file itself is only read.
 *
 * Invariant: the copy has the hash that the log gives for the revision, or it is not handed out. */
#include "inside.h"

#include <stdlib.h>

/* ---- the copy ---------------------------------------------------------------------------------------------------- */

static enum status copy_all(struct engine *from, struct engine *into, struct error *error) {
    struct engine_copy *copy = NULL;
    bool done = false;
    enum status status = engine_copy_begin(from, into, &copy, error);
    while (status == STATUS_OK && !done) status = engine_copy_step(copy, &done, error);
    engine_copy_end(copy);
    return status;
}

/* A file without a name is private and temporary: it goes when it is closed, and stays in memory while it is small. */
static enum status make_copy(struct store *store, struct store **copy, struct error *error) {
    *copy = NULL;
    struct store *made = calloc(1, sizeof *made);
    if (!made) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    arena_init(&made->scratch);
    enum status status = engine_open("", ENGINE_CREATE, &made->engine, error);
    if (status == STATUS_OK) status = copy_all(store->engine, made->engine, error);
    if (status == STATUS_OK) *copy = made;
    else store_close(made);
    return status;
}

/* ---- going back -------------------------------------------------------------------------------------------------- */

struct way_back {
    struct store *past;
    bool clearing; /* first what goes, then what was */
};

static bool has_same_name(const struct record *a, const struct record *b) {
    const struct record_info *info = record_info(a->type);
    for (size_t i = 0; i < info->field_count; i++)
        if ((info->fields[i].flags & FIELD_KEY) && !slice_equals(a->values[i], b->values[i])) return false;
    return true;
}

static enum status write_event(struct store *past, int64_t key, bool is_there, const struct record *now, struct error *error) {
    struct stored_event old;
    struct record copy;
    bool found = false;
    int field = -1;
    enum status status = is_there ? event_get_key(past, key, &past->scratch, &old, &found, error) : STATUS_OK;
    if (status != STATUS_OK) return status;
    if (now) copy = *now;
    return event_write(past, &key, found ? &old : NULL, now ? &copy : NULL, &field, error);
}

static enum status write_state(struct store *past, int64_t key, const struct record *old, const struct record *now,
                               struct error *error) {
    struct arena_mark mark = arena_mark(&past->scratch);
    int field = -1;
    bool is_event = (now ? now : old)->type == RECORD_EVENT;
    enum status status = is_event ? write_event(past, key, old != NULL, now, error)
                                  : small_write(past, &key, old, now, &field, error);
    arena_rewind(&past->scratch, mark);
    return status;
}

static enum status go_back(void *context, const struct store_difference *difference, struct error *error) {
    const struct way_back *way = context;
    const struct record *was = difference->before, *is = difference->after;
    enum store_change change;
    if (difference->type == RECORD_TYPES)
        return way->clearing ? STATUS_OK : store_put_dossier(way->past, difference->before_text, &change, error);
    bool goes = is && (!was || !has_same_name(was, is));
    if (way->clearing) return goes ? write_state(way->past, difference->key, is, NULL, error) : STATUS_OK;
    return was ? write_state(way->past, difference->key, is, was, error) : STATUS_OK;
}

static enum status forget_later(struct store *past, int64_t revision, struct error *error) {
    static const char *const drops[] = {
        "DELETE FROM record_change WHERE revision > ?1", "DELETE FROM record_added WHERE revision > ?1",
        "DELETE FROM revision_file WHERE revision > ?1", "DELETE FROM revision WHERE revision > ?1",
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof drops / sizeof *drops; i++) {
        struct statement *drop = NULL;
        status = engine_prepare(past->engine, drops[i], &drop, error);
        if (status != STATUS_OK) return status;
        statement_bind_integer(drop, 1, revision);
        status = statement_run(drop, error);
        statement_free(drop);
    }
    return status;
}

/* Before the log began no hash was kept. */
static enum status check_content(struct store *past, int64_t revision, struct error *error) {
    struct store_revision row;
    struct hash128 wanted;
    struct arena_mark mark = arena_mark(&past->scratch);
    bool found = false;
    enum status status = store_get_revision(past, revision, &past->scratch, &row, &found, error);
    if (status != STATUS_OK || !found) return status;
    const struct hash128 *content = &past->history.content;
    bool same = hash128_parse(row.content, &wanted) && wanted.a == content->a && wanted.b == content->b;
    arena_rewind(&past->scratch, mark);
    if (same) return STATUS_OK;
    error_set(error, STATUS_CORRUPT, "the log of the record is damaged: going back to revision %lld does not give what it left",
              (long long)revision);
    error_advise(error, "`detente check integrity` tells what is wrong; take the file back from a backup");
    return STATUS_CORRUPT;
}

static enum status go_back_to(struct store *past, int64_t revision, struct error *error) {
    struct way_back way = {.past = past, .clearing = true};
    enum status status = store_begin(past, error);
    if (status != STATUS_OK) return status;
    past->history.silent = true;
    status = store_each_difference(past, revision, INT64_MAX, go_back, &way, error);
    way.clearing = false;
    if (status == STATUS_OK) status = store_each_difference(past, revision, INT64_MAX, go_back, &way, error);
    past->gone = false; /* what named whom then is no question of today */
    if (status == STATUS_OK) status = store_settle(past, error);
    if (status == STATUS_OK) status = forget_later(past, revision, error);
    if (status == STATUS_OK) status = check_content(past, revision, error);
    if (status == STATUS_OK) return store_commit(past, error);
    store_rollback(past);
    return status;
}

enum status store_open_past(struct store *store, int64_t revision, struct store **past, struct error *error) {
    int64_t latest = 0;
    *past = NULL;
    if (store->writing)
        return error_set(error, STATUS_ENVIRONMENT, "the past cannot be opened while the record is being written");
    enum status status = make_copy(store, past, error);
    if (status == STATUS_OK) status = store_find_revision(*past, &latest, error);
    if (status == STATUS_OK && revision < latest) status = go_back_to(*past, revision < 0 ? 0 : revision, error);
    if (status == STATUS_OK) return STATUS_OK;
    store_close(*past);
    *past = NULL;
    return status;
}
