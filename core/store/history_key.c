/* Records by the keys that they have inside the file: which key a name has, what has a key, and since which revision. */
#include "inside.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

const char *history_type_word(enum record_type type) { return type == RECORD_TYPES ? "dossier" : record_info(type)->name; }

/* ---- by key ------------------------------------------------------------------------------------------------------ */

static enum status get_next_event(struct store *store, int64_t first, int64_t last, struct arena *arena, struct record *record,
                                  int64_t *key, bool *found, struct error *error) {
    struct statement *get = store_statement(store, SQL_EVENT_NEXT, error);
    struct stored_event event;
    *found = false;
    if (!get) return STATUS_ENVIRONMENT;
    statement_bind_integer(get, 1, first);
    statement_bind_integer(get, 2, last);
    enum status status = statement_step(get, found, error);
    if (status == STATUS_OK && *found) status = event_read(store, get, arena, &event, error);
    if (status == STATUS_OK && *found) {
        *record = event.event;
        *key = event.key;
    }
    statement_reset(get);
    return status;
}

static bool has_keys(enum record_type type) { return type < RECORD_TYPES && type != RECORD_PARTY; }

enum status history_get_next(struct store *store, enum record_type type, int64_t first, int64_t last, struct arena *arena,
                             struct record *record, int64_t *key, bool *found, struct error *error) {
    *found = false;
    if (!has_keys(type)) return STATUS_OK;
    return type == RECORD_EVENT ? get_next_event(store, first, last, arena, record, key, found, error)
                                : small_get_next(store, type, first, last, arena, record, key, found, error);
}

enum status store_get_by_key(struct store *store, enum record_type type, int64_t key, struct arena *arena,
                             struct record *record, bool *found, struct error *error) {
    int64_t same;
    return history_get_next(store, type, key, key, arena, record, &same, found, error);
}

/* ---- since when -------------------------------------------------------------------------------------------------- */

enum status history_find_added(struct store *store, enum record_type type, int64_t key, int64_t *revision, struct error *error) {
    const struct write_history *history = &store->history;
    *revision = 0;
    if (!has_keys(type)) return STATUS_OK;
    /* What the write at hand adds is in the tables only once it is logged. */
    if (store->writing && history->next[type] && key >= history->first[type]) {
        *revision = history->revision;
        return STATUS_OK;
    }
    struct statement *find = store_statement(store, SQL_STRETCH_OF, error);
    bool row = false;
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(record_info(type)->name));
    statement_bind_integer(find, 2, key);
    enum status status = statement_step(find, &row, error);
    if (status == STATUS_OK && row && statement_integer(find, 1) >= key) *revision = statement_integer(find, 0);
    statement_reset(find);
    return status;
}

enum status store_find_latest(struct store *store, enum record_type type, int64_t key, int64_t *revision, struct error *error) {
    struct statement *find = store_statement(store, SQL_CHANGE_LATEST, error);
    bool row = false;
    int64_t changed = 0;
    *revision = 0;
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, slice_from(history_type_word(type)));
    statement_bind_integer(find, 2, key);
    enum status status = statement_step(find, &row, error);
    if (status == STATUS_OK && row) changed = statement_integer(find, 0); /* 0 of none */
    statement_reset(find);
    if (status == STATUS_OK) status = history_find_added(store, type, key, revision, error);
    if (changed > *revision) *revision = changed;
    return status;
}

/* ---- by name ----------------------------------------------------------------------------------------------------- */

/* The record whose key fields, a slash between them, are ?2; entered at its first key field, ?1. */
static enum status prepare_named(struct store *store, enum record_type type, struct statement **find, struct error *error) {
    const struct record_info *info = record_info(type);
    struct buffer sql;
    bool first = true;
    buffer_init(&sql);
    buffer_append_format(&sql, "SELECT \"key\" FROM \"%s\" WHERE \"%s\" = ?1 AND ", info->name, info->fields[0].name);
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_KEY)) continue;
        buffer_append_format(&sql, "%s\"%s\"", first ? "" : " || '/' || ", info->fields[i].name);
        first = false;
    }
    buffer_append_text(&sql, " = ?2 ORDER BY \"key\" LIMIT 1");
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_prepare(store->engine, sql.data, find, error);
    buffer_free(&sql);
    return status;
}

/* An id may hold slashes: each may be the one behind the first part. */
static enum status find_composed(struct store *store, enum record_type type, struct slice rest, int64_t *key, bool *found,
                                 struct error *error) {
    struct statement *find = NULL;
    enum status status = prepare_named(store, type, &find, error);
    for (size_t i = 1; status == STATUS_OK && !*found && i < rest.size; i++) {
        if (rest.data[i] != '/') continue;
        statement_bind_string(find, 1, slice_part(rest, 0, i));
        statement_bind_string(find, 2, rest);
        status = statement_step(find, found, error);
        if (status == STATUS_OK && *found) *key = statement_integer(find, 0);
        statement_reset(find);
    }
    statement_free(find);
    return status;
}

enum status store_find_key_of(struct store *store, const struct record *fields, int64_t *key, bool *found, struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    struct record record;
    enum status status = small_get(store, fields, &store->scratch, &record, key, found, error);
    arena_rewind(&store->scratch, mark);
    return status;
}

static enum status find_id(struct store *store, enum record_type type, struct slice id, int64_t *key, bool *found,
                           struct error *error) {
    struct arena_mark mark = arena_mark(&store->scratch);
    struct record fields;
    struct stored_event event;
    enum status status;
    if (type == RECORD_EVENT) {
        status = event_get(store, id, &store->scratch, &event, found, error);
        if (status == STATUS_OK && *found) *key = event.key;
    } else {
        record_init(&fields, type);
        record_set(&fields, 0, id);
        status = store_find_key_of(store, &fields, key, found, error);
    }
    arena_rewind(&store->scratch, mark);
    return status;
}

enum status store_find_key(struct store *store, struct slice name, enum record_type *type, int64_t *key, bool *found,
                           struct error *error) {
    static const enum record_type composed[] = {RECORD_TERM, RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    static const enum record_type with_id[] = {RECORD_EVENT, RECORD_PERSON, RECORD_SOURCE, RECORD_ORGANIZATION,
                                               RECORD_COUNTRY};
    struct slice word = slice_part(name, 0, slice_find(name, ':')), rest = slice_part(name, word.size + 1, name.size);
    enum status status = STATUS_OK;
    *found = false;
    *key = 0;
    if (slice_is_empty(name)) return STATUS_OK;
    if (word.size < name.size) { /* no id holds a colon */
        for (size_t i = 0; i < sizeof composed / sizeof *composed; i++)
            if (slice_is(word, record_info(composed[i])->name))
                return find_composed(store, *type = composed[i], rest, key, found, error);
        return STATUS_OK;
    }
    for (size_t i = 0; status == STATUS_OK && !*found && i < sizeof with_id / sizeof *with_id; i++)
        status = find_id(store, *type = with_id[i], name, key, found, error);
    return status;
}

/* ---- in order ---------------------------------------------------------------------------------------------------- */

/* The place of a type in the order, as an expression; -1 of what is none. */
static void append_rank(struct buffer *sql) {
    buffer_append_text(sql, "CASE type WHEN 'dossier' THEN 0");
    for (int type = 0; type < RECORD_TYPES; type++)
        if (type != RECORD_PARTY)
            buffer_append_format(sql, " WHEN '%s' THEN %d", record_info((enum record_type)type)->name, type + 1);
    buffer_append_text(sql, " ELSE -1 END");
}

enum status history_prepare_ranked(struct store *store, const char *begin, const char *rest, struct statement **statement,
                                   struct error *error) {
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_text(&sql, begin);
    append_rank(&sql);
    buffer_append_text(&sql, rest);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_prepare(store->engine, sql.data, statement, error);
    buffer_free(&sql);
    return status;
}

/* Keys that have the name now, and those that had it before a change; of each the revisions that touched it. */
enum status history_prepare_touches(struct store *store, struct slice name, struct statement **touches, struct error *error) {
    enum record_type type = RECORD_TYPES;
    int64_t key = 0;
    bool found = false;
    *touches = NULL;
    enum status status = store_find_key(store, name, &type, &key, &found, error);
    if (status == STATUS_OK)
        status = history_prepare_ranked(store, "WITH named (type, key) AS (SELECT type, key FROM record_change WHERE name = ?1 "
            "UNION SELECT 'event', event FROM event WHERE id = ?1 UNION SELECT 'person', \"key\" FROM person WHERE id = ?1 "
            "UNION SELECT 'source', \"key\" FROM source WHERE id = ?1 "
            "UNION SELECT 'organization', \"key\" FROM organization WHERE id = ?1 "
            "UNION SELECT 'country', \"key\" FROM country WHERE id = ?1 UNION SELECT ?2, ?3 WHERE ?2 IS NOT NULL) SELECT ",
            ", key, revision FROM (SELECT c.type, c.key, c.revision FROM named n CROSS JOIN record_change c "
            "ON c.type = n.type AND c.key = n.key UNION SELECT n.type, n.key, (SELECT stretch.revision FROM "
            "(SELECT revision, last FROM record_added WHERE type = n.type AND first <= n.key ORDER BY first DESC LIMIT 1) "
            "stretch WHERE stretch.last >= n.key) FROM named n) t WHERE revision IS NOT NULL ORDER BY revision, 1, key", touches, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(*touches, 1, name);
    statement_bind_text(*touches, 2, found ? slice_from(record_info(type)->name) : SLICE_NONE);
    statement_bind_integer(*touches, 3, key);
    return STATUS_OK;
}
