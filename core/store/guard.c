/* The guard of an import, and the list of what its files hold.
 *
 * The list is kept in temporary tables by type and key, so that it takes no memory however large the record is, and a
 * bulk load into an empty record writes nothing to it. */
#include "guard.h"

#include "../model/reference.h"
#include "inside.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- the guard -------------------------------------------------------------------------------------------------- */

void store_set_guard(struct store *store, const struct store_guard *guard) { store->guard = guard; }

enum status guard_copy_row(struct store *store, const struct record *record, struct record *row, struct error *error) {
    *row = *record;
    if (record->extra_count == 0) return STATUS_OK;
    struct extra *extras = arena_alloc_array(&store->scratch, record->extra_count, sizeof *extras);
    if (!extras) return no_memory(error);
    memcpy(extras, record->extras, record->extra_count * sizeof *extras);
    row->extras = extras;
    return STATUS_OK;
}

enum status guard_ask_change(struct store *store, const struct store_meeting *meeting, enum store_change *change,
                             struct error *error) {
    bool leave = false;
    if (!store->guard || !store->guard->change) return STATUS_OK;
    enum status status = store->guard->change(store->guard->context, meeting, &leave, error);
    if (status == STATUS_OK && leave) *change = STORE_LEFT;
    return status;
}

enum status guard_ask_addition(struct store *store, const struct record *record, enum store_change *change,
                               struct error *error) {
    bool leave = false;
    if (!store->guard || !store->guard->addition) return STATUS_OK;
    enum status status = store->guard->addition(store->guard->context, record, &leave, error);
    if (status == STATUS_OK && leave) *change = STORE_LEFT;
    return status;
}

enum status guard_tell_standing(struct store *store, const struct record *record, struct error *error) {
    if (!store->guard || !store->guard->standing) return STATUS_OK;
    return store->guard->standing(store->guard->context, record, error);
}

enum status store_apply(struct store *store, const struct record *state, const struct store_meeting *meeting,
                        struct record *now, struct error *error) {
    struct party_rows rows = {NULL, 0, NULL};
    int field = -1;
    enum status status = guard_copy_row(store, meeting->row, now, error);
    if (status != STATUS_OK) return status;
    if (now->type != RECORD_EVENT) {
        status = row_merge(&store->scratch, state, now, error);
        row_drop_empty_extras(now);
        return status;
    }
    if (meeting->rows) {
        rows = *meeting->rows;
        rows.changes = arena_alloc_array(&store->scratch, rows.count, sizeof *rows.changes);
        if (!rows.changes) return no_memory(error);
    }
    return event_lay_over(store, state, now, &rows, &field, error);
}

bool store_is_new(struct store *store, enum record_type type, int64_t key) {
    const struct write_history *history = &store->history;
    return store->writing && history->next[type] && key >= history->first[type];
}

enum status store_is_touched(struct store *store, enum record_type type, int64_t key, bool *touched, struct error *error) {
    *touched = store_is_new(store, type, key);
    if (*touched) return STATUS_OK;
    struct statement *find = store_statement(store, SQL_CHANGE_OF, error);
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(record_info(type)->name));
    statement_bind_integer(find, 2, key);
    statement_bind_integer(find, 3, store->history.revision);
    enum status status = statement_step(find, touched, error);
    statement_reset(find);
    return status;
}

/* ---- seeing ------------------------------------------------------------------------------------------------------- */

enum status store_begin_seeing(struct store *store, struct error *error) {
    enum status status = engine_run(store->engine,
        "CREATE TEMP TABLE IF NOT EXISTS seen (type INTEGER, \"key\" INTEGER, PRIMARY KEY (type, \"key\")) STRICT, WITHOUT ROWID; "
        "CREATE TEMP TABLE IF NOT EXISTS unseen (type INTEGER, \"key\" INTEGER, PRIMARY KEY (type, \"key\")) STRICT, WITHOUT ROWID; "
        "CREATE TEMP TABLE IF NOT EXISTS of_files (revision INTEGER PRIMARY KEY) STRICT; "
        "DELETE FROM temp.seen; DELETE FROM temp.unseen; DELETE FROM temp.of_files", error);
    store->seeing = status == STATUS_OK;
    return status;
}

enum status guard_see(struct store *store, enum record_type type, int64_t key, struct error *error) {
    if (!store->seeing) return STATUS_OK;
    struct statement *see = store_statement(store, SQL_SEE, error);
    if (!see) return STATUS_ENVIRONMENT;
    statement_bind_integer(see, 1, type);
    statement_bind_integer(see, 2, key);
    return statement_run(see, error);
}

enum status store_see(struct store *store, enum record_type type, struct slice id, struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    struct record key_fields, record;
    struct stored_event event;
    bool found = false;
    int64_t key = 0;
    enum status status;
    if (type == RECORD_EVENT) {
        status = event_get(store, id, &store->scratch, &event, &found, error);
        key = event.key;
    } else {
        record_init(&key_fields, type);
        record_set(&key_fields, 0, id);
        status = small_get(store, &key_fields, &store->scratch, &record, &key, &found, error);
    }
    if (status == STATUS_OK && found) status = guard_see(store, type, key, error);
    arena_rewind(&store->scratch, mark);
    return status;
}

/* ---- files that were imported before ------------------------------------------------------------------------------ */

enum status store_revision_has_file(struct store *store, int64_t revision, struct slice name, bool *has, struct error *error) {
    struct statement *find;
    enum status status = engine_prepare(store->engine, "SELECT 1 FROM revision_file WHERE revision = ?1 AND name = ?2 LIMIT 1",
                                        &find, error);
    *has = false;
    if (status != STATUS_OK) return status;
    statement_bind_integer(find, 1, revision);
    statement_bind_string(find, 2, name);
    status = statement_step(find, has, error);
    statement_free(find);
    return status;
}

/* ---- what is missing ------------------------------------------------------------------------------------------------ */

/* Revisions that read some of the files and no other: those that read one, without those that read another. */
static enum status list_imports(struct store *store, const struct slice_list *files, struct error *error) {
    struct statement *name;
    enum status status = engine_run(store->engine,
        "CREATE TEMP TABLE IF NOT EXISTS file_name (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; DELETE FROM temp.file_name; "
        "DELETE FROM temp.of_files", error);
    if (status == STATUS_OK)
        status = engine_prepare(store->engine, "INSERT OR IGNORE INTO temp.file_name (name) VALUES (?1)", &name, error);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; status == STATUS_OK && i < files->count; i++) {
        statement_bind_string(name, 1, files->items[i]);
        status = statement_run(name, error);
    }
    statement_free(name);
    if (status != STATUS_OK) return status;
    return engine_run(store->engine,
        "INSERT OR IGNORE INTO temp.of_files SELECT revision FROM revision_file WHERE name IN (SELECT name FROM temp.file_name); "
        "DELETE FROM temp.of_files WHERE revision IN (SELECT revision FROM revision_file WHERE name NOT IN "
        "(SELECT name FROM temp.file_name))", error);
}

/* ?1 type, ?2 its name, ?3 revision, ?4 the first key of the write at hand. Keys grow from revision to revision. */
static const char there_after[] =
    "INSERT OR IGNORE INTO temp.unseen SELECT ?1, t.\"%s\" FROM \"%s\" t WHERE t.\"%s\" < min(?4, coalesce((SELECT min(a.first) "
    "FROM record_added a WHERE a.type = ?2 AND a.revision > ?3), ?4)) "
    "AND NOT EXISTS (SELECT 1 FROM temp.seen s WHERE s.type = ?1 AND s.\"key\" = t.\"%s\")";
static const char added_by[] =
    "INSERT OR IGNORE INTO temp.unseen SELECT ?1, t.\"%s\" FROM temp.of_files o CROSS JOIN record_added a ON "
    "a.revision = o.revision AND a.type = ?2 CROSS JOIN \"%s\" t ON t.\"%s\" BETWEEN a.first AND a.last "
    "WHERE t.\"%s\" < ?4 AND ?3 < 0 AND NOT EXISTS (SELECT 1 FROM temp.seen s WHERE s.type = ?1 AND s.\"key\" = t.\"%s\")";

static enum status list_type(struct store *store, enum record_type type, int64_t revision, struct error *error) {
    const char *key = type == RECORD_EVENT ? "event" : "key", *name = record_info(type)->name;
    const struct write_history *history = &store->history;
    struct statement *list;
    struct buffer sql;
    buffer_init(&sql);
    if (revision >= 0) buffer_append_format(&sql, there_after, key, name, key, key);
    else buffer_append_format(&sql, added_by, key, name, key, key, key);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_prepare(store->engine, sql.data, &list, error);
    buffer_free(&sql);
    if (status != STATUS_OK) return status;
    statement_bind_integer(list, 1, type);
    statement_bind_string(list, 2, slice_from(name));
    statement_bind_integer(list, 3, revision);
    statement_bind_integer(list, 4, history->next[type] ? history->first[type] : INT64_MAX);
    status = statement_run(list, error);
    statement_free(list);
    return status;
}

enum status store_list_unseen(struct store *store, const struct store_before *before, struct error *error) {
    enum status status = engine_run(store->engine, "DELETE FROM temp.unseen; DELETE FROM temp.of_files", error);
    if (status == STATUS_OK && before->revision < 0) status = list_imports(store, &before->files, error);
    for (int type = 0; status == STATUS_OK && type < RECORD_TYPES; type++)
        if (type != RECORD_PARTY) status = list_type(store, (enum record_type)type, before->revision, error);
    return status;
}

enum status store_is_of_files(struct store *store, int64_t revision, bool *is, struct error *error) {
    struct statement *find;
    enum status status = engine_prepare(store->engine, "SELECT 1 FROM temp.of_files WHERE revision = ?1", &find, error);
    *is = false;
    if (status != STATUS_OK) return status;
    statement_bind_integer(find, 1, revision);
    status = statement_step(find, is, error);
    statement_free(find);
    return status;
}

/* The list is walked by key with a statement that is done before the visit, which may write. */
enum status store_each_unseen(struct store *store, enum record_type type, store_unseen_visit *visit, void *context,
                              struct error *error) {
    struct statement *next;
    struct arena arena;
    int64_t key = 0;
    arena_init(&arena);
    enum status status = engine_prepare(store->engine, "SELECT \"key\" FROM temp.unseen WHERE type = ?1 AND \"key\" > ?2 "
                                        "ORDER BY \"key\" LIMIT 1", &next, error);
    for (bool row = status == STATUS_OK; status == STATUS_OK;) {
        struct record record;
        struct arena_mark mark = arena_mark(&arena);
        int64_t found_key;
        statement_bind_integer(next, 1, type);
        statement_bind_integer(next, 2, key);
        status = statement_step(next, &row, error);
        if (status != STATUS_OK || !row) break;
        key = statement_integer(next, 0);
        statement_reset(next);
        status = history_get_next(store, type, key, key, &arena, &record, &found_key, &row, error);
        if (status == STATUS_OK && row) status = visit(context, key, &record, error);
        arena_rewind(&arena, mark);
    }
    statement_free(next);
    arena_free(&arena);
    return status;
}

/* *dropped: it was on the list. */
static enum status drop_unseen(struct store *store, enum record_type type, int64_t key, bool *dropped, struct error *error) {
    struct statement *drop;
    enum status status = engine_prepare(store->engine, "DELETE FROM temp.unseen WHERE type = ?1 AND \"key\" = ?2", &drop, error);
    if (status != STATUS_OK) return status;
    statement_bind_integer(drop, 1, type);
    statement_bind_integer(drop, 2, key);
    status = statement_run(drop, error);
    *dropped = status == STATUS_OK && statement_changes(drop) > 0;
    statement_free(drop);
    return status;
}

enum status store_drop_unseen(struct store *store, enum record_type type, int64_t key, struct error *error) {
    bool dropped;
    return drop_unseen(store, type, key, &dropped, error);
}

/* ---- what of it is still named ------------------------------------------------------------------------------------------ */

struct named_ids {
    struct arena arena;
    struct slice_list ids, by;
    enum record_type type;
};

/* What the program knows by itself may be named all the same. */
static enum status take_named(void *context, struct slice id, struct slice by, struct error *error) {
    struct named_ids *named = context;
    struct slice copy, copy_by;
    bool actor = named->type == RECORD_COUNTRY || named->type == RECORD_ORGANIZATION;
    if (actor && (reference_find(RECORD_COUNTRY, id) || reference_find(RECORD_ORGANIZATION, id))) return STATUS_OK;
    if (!arena_copy(&named->arena, id, &copy) || !arena_copy(&named->arena, by, &copy_by)) return no_memory(error);
    bool good = arena_append(&named->arena, &named->ids, copy) && arena_append(&named->arena, &named->by, copy_by);
    return good ? STATUS_OK : no_memory(error);
}

/* The unseen of a type stand between `begin` and `end` as u, with their records as t. */
static enum status run_for_unseen(struct store *store, enum record_type type, const char *begin, const char *end,
                                  struct error *error) {
    const char *name = record_info(type)->name, *key = type == RECORD_EVENT ? "event" : "key";
    struct statement *run;
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_text(&sql, begin);
    buffer_append_format(&sql, "temp.unseen u CROSS JOIN \"%s\" t ON t.\"%s\" = u.\"key\" WHERE u.type = ?1", name, key);
    buffer_append_text(&sql, end);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_prepare(store->engine, sql.data, &run, error);
    buffer_free(&sql);
    if (status != STATUS_OK) return status;
    statement_bind_integer(run, 1, type);
    statement_bind_string(run, 2, slice_from(name));
    status = statement_run(run, error);
    statement_free(run);
    return status;
}

static enum status find_by_id(struct store *store, struct named_ids *named, struct slice id, struct record *record, int64_t *key,
                              bool *found, struct error *error) {
    struct record key_fields;
    struct stored_event event;
    record_init(&key_fields, named->type);
    record_set(&key_fields, 0, id);
    if (named->type != RECORD_EVENT) return small_get(store, &key_fields, &named->arena, record, key, found, error);
    enum status status = event_get(store, id, &named->arena, &event, found, error);
    if (status != STATUS_OK || !*found) return status;
    *record = event.event;
    *key = event.key;
    return STATUS_OK;
}

/* Told once, by whichever names it first. */
static enum status keep_one(struct store *store, struct named_ids *named, size_t i, store_named_visit *visit, void *context,
                            struct error *error) {
    struct record record;
    bool found = false, dropped = false;
    int64_t key = 0;
    enum status status = find_by_id(store, named, named->ids.items[i], &record, &key, &found, error);
    if (status == STATUS_OK && found) status = drop_unseen(store, named->type, key, &dropped, error);
    return status == STATUS_OK && dropped ? visit(context, &record, named->by.items[i], error) : status;
}

/* They are taken for gone for the time of the question. */
enum status store_keep_named(struct store *store, enum record_type type, store_named_visit *visit, void *context,
                             struct error *error) {
    struct named_ids named = {.type = type};
    if (type != RECORD_EVENT && type != RECORD_PERSON && type != RECORD_SOURCE && type != RECORD_ORGANIZATION &&
        type != RECORD_COUNTRY) return STATUS_OK;
    arena_init(&named.arena);
    enum status status = run_for_unseen(store, type, "INSERT OR IGNORE INTO temp.gone (type, id) SELECT ?2, t.id FROM ", "", error);
    if (status == STATUS_OK) status = remove_list_named(store, type, take_named, &named, error);
    if (status == STATUS_OK)
        status = run_for_unseen(store, type, "DELETE FROM temp.gone WHERE type = ?2 AND id IN (SELECT t.id FROM ", ")", error);
    for (size_t i = 0; status == STATUS_OK && i < named.ids.count; i++)
        status = keep_one(store, &named, i, visit, context, error);
    arena_free(&named.arena);
    return status;
}

/* ---- new events ------------------------------------------------------------------------------------------------------- */

enum status store_each_new_event(struct store *store, store_event_visit *visit, void *context, struct error *error) {
    const struct write_history *history = &store->history;
    struct arena arena;
    enum status status = STATUS_OK;
    arena_init(&arena);
    for (int64_t key = history->first[RECORD_EVENT]; status == STATUS_OK && key < history->next[RECORD_EVENT]; key++) {
        struct stored_event event;
        struct arena_mark mark = arena_mark(&arena);
        bool found = false;
        status = event_get_key(store, key, &arena, &event, &found, error);
        if (status == STATUS_OK && found) status = visit(context, &event, error);
        arena_rewind(&arena, mark);
    }
    arena_free(&arena);
    return status;
}
