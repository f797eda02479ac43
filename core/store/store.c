/* Opening, migrating, transactions, and the few values that belong to the whole record. */
#include "inside.h"

#include <stdlib.h>
#include "../base/embedded.h"
#include "schema.h"

extern const struct embedded_file store_migration_files[];
extern const size_t store_migration_file_count;

static const char *const statement_texts[SQL_STATEMENTS] = {
    [SQL_EVENT_BY_ID] = NULL, /* built from the field table, see store_statement */
    [SQL_EVENT_BY_KEY] = NULL,
    [SQL_EVENT_INSERT] = NULL,
    [SQL_EVENT_UPDATE] = NULL,
    [SQL_DETAIL_GET] = NULL,
    [SQL_DETAIL_PUT] = NULL,
    [SQL_EVENT_DERIVE] = "UPDATE event SET end_min = ?2, end_max = ?3, end_state = ?4, through = ?5, "
                         "disputed = ?6, form = ?7, sourcing = ?8 WHERE event = ?1",
    [SQL_DETAIL_DROP] = "DELETE FROM event_detail WHERE event = ?1",
    [SQL_FACET_FIND] = "SELECT facet FROM facet WHERE type = ?1 AND key = ?2 AND name = ?3",
    [SQL_FACET_ADD] = "INSERT INTO facet (type, key, name) VALUES (?1, ?2, ?3) RETURNING facet",
    [SQL_FACET_USE] = "UPDATE facet SET uses = uses + ?2 WHERE facet = ?1",
    [SQL_POSTING_ADD] = "INSERT OR IGNORE INTO posting (facet, class, day, event) VALUES (?1, ?2, ?3, ?4)",
    [SQL_POSTING_DROP] = "DELETE FROM posting WHERE facet = ?1 AND class = ?2 AND day = ?3 AND event = ?4",
    [SQL_SPAN_ADD] = "INSERT OR IGNORE INTO span (facet, class, day, event) VALUES (?1, ?2, ?3, ?4)",
    [SQL_SPAN_DROP] = "DELETE FROM span WHERE facet = ?1 AND class = ?2 AND day = ?3 AND event = ?4",
    [SQL_NAME_FIND] = "SELECT id FROM name WHERE type = ?1 AND key = ?2 ORDER BY id LIMIT ?3",
    [SQL_NAME_ADD] = "INSERT OR IGNORE INTO name (type, key, id) VALUES (?1, ?2, ?3)",
    [SQL_NAME_ALL] = "SELECT key FROM name WHERE type = ?1 LIMIT 50000",
    [SQL_SOURCE_BY_URL] = "SELECT id FROM source WHERE url = ?1 ORDER BY id LIMIT ?2",
    /* The neighbours of a word in the order of ids: enough to find a slip of the pen, at no cost. */
    [SQL_SOURCE_NEAR] = "SELECT * FROM (SELECT id FROM source WHERE id >= ?1 ORDER BY id LIMIT 100) UNION ALL "
                        "SELECT * FROM (SELECT id FROM source WHERE id < ?1 ORDER BY id DESC LIMIT 100)",
    [SQL_EVENT_NEAR] = "SELECT * FROM (SELECT id FROM event WHERE id >= ?1 ORDER BY id LIMIT 100) UNION ALL "
                       "SELECT * FROM (SELECT id FROM event WHERE id < ?1 ORDER BY id DESC LIMIT 100)",
    [SQL_TOUCH] = "INSERT OR IGNORE INTO temp.touched SELECT event FROM event WHERE id = ?1",
    [SQL_TOUCH_PERSON] = "INSERT OR IGNORE INTO temp.touched_person VALUES (?1)",
    [SQL_TOUCH_SOURCE] = "INSERT OR IGNORE INTO temp.touched_source SELECT ?1 WHERE EXISTS (SELECT 1 FROM facet "
                         "WHERE type = 'source' AND key = ?1 AND name = ?1) OR EXISTS (SELECT 1 FROM claim WHERE source = ?1)",
    [SQL_ENDS_OF] = "SELECT \"to\" FROM link WHERE \"from\" = ?1 AND relation = 'ends'",
    [SQL_ENDED_BY] = "SELECT l.\"from\" FROM link l JOIN event e ON e.id = l.\"from\" WHERE l.\"to\" = ?1 "
                     "AND l.relation = 'ends' AND coalesce(e.status, '') NOT IN ('planned', 'denied', 'cancelled') "
                     "ORDER BY e.start_min, e.start_max, e.id LIMIT 1",
    [SQL_EXTRA_USE] = "INSERT INTO extra_name (record, name, uses) VALUES (?1, ?2, ?3) "
                      "ON CONFLICT (record, name) DO UPDATE SET uses = uses + ?3",
    [SQL_META_GET] = "SELECT value FROM meta WHERE key = ?1",
    [SQL_EVENT_DROP] = "DELETE FROM event WHERE event = ?1",
    [SQL_NAME_DROP] = "DELETE FROM name WHERE type = ?1 AND key = ?2 AND id = ?3",
    /* A record that changes twice in a write was before what it was at first. */
    [SQL_CHANGE_UPDATED] = "INSERT INTO record_change (revision, type, key, action, name, before) "
                           "VALUES (?1, ?2, ?3, 'updated', ?4, ?5) ON CONFLICT (type, key, revision) DO NOTHING",
    [SQL_CHANGE_REMOVED] = "INSERT INTO record_change (revision, type, key, action, name, before) "
                           "VALUES (?1, ?2, ?3, 'removed', ?4, ?5) ON CONFLICT (type, key, revision) DO UPDATE SET action = 'removed'",
    [SQL_CHANGE_RESTORED] = "INSERT INTO record_change (revision, type, key, action, name, before) "
                            "VALUES (?1, ?2, ?3, 'restored', ?4, NULL) ON CONFLICT (type, key, revision) DO UPDATE SET action = 'updated'",
    [SQL_CHANGE_BACK] = "DELETE FROM record_change WHERE revision = ?1 AND type = ?2 AND key = ?3 AND action = 'updated' "
                        "AND name = ?4 AND before = ?5",
    [SQL_CHANGE_DROP] = "DELETE FROM record_change WHERE type = ?2 AND key = ?3 AND revision = ?1 AND before IS NULL",
    [SQL_MERGED_INTO] = "SELECT reason FROM note WHERE record = ?1 AND kind = 'merged' ORDER BY \"date\" DESC, reason DESC "
                        "LIMIT 1",
    [SQL_CHANGE_AFTER] = "SELECT before FROM record_change WHERE type = ?1 AND key = ?2 AND revision > ?3 ORDER BY revision LIMIT 1",
    [SQL_CHANGE_LATEST] = "SELECT max(revision) FROM record_change WHERE type = ?1 AND key = ?2",
    [SQL_CHANGE_KEY] = "SELECT key FROM record_change WHERE type = ?1 AND key BETWEEN ?2 AND ?3 ORDER BY key LIMIT 1",
    /* Stretches of a type do not overlap: the last that begins by then, or none. */
    [SQL_STRETCH_OF] = "SELECT revision, last FROM record_added WHERE type = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1",
    [SQL_UNDOS_OF] = "WITH RECURSIVE chain (revision, undoes) AS (SELECT revision, undoes FROM revision WHERE undoes = ?1 AND "
                     "revision > ?1 UNION ALL SELECT r.revision, r.undoes FROM chain c CROSS JOIN revision r "
                     "ON r.undoes = c.revision AND r.revision > c.revision) SELECT revision, undoes FROM chain ORDER BY revision DESC",
    [SQL_FILES_OF] = "SELECT name, sha256, bytes, rows FROM revision_file WHERE revision = ?1 ORDER BY number",
    [SQL_META_PUT] = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
    [SQL_STALE_EVENT] = "INSERT OR IGNORE INTO search_stale (event) VALUES (?1)",
    [SQL_STALE_EVENT_ID] = "INSERT OR IGNORE INTO search_stale (event) SELECT event FROM event WHERE id = ?1 AND event <= ?2",
    [SQL_STALE_RECORD] = "INSERT OR IGNORE INTO search_stale_record (type, id) VALUES (?1, ?2)",
    [SQL_STALE_RECORDS] = "UPDATE search_state SET value = 0 WHERE key = 'records'",
    [SQL_CHANGE_OF] = "SELECT action FROM record_change WHERE type = ?1 AND key = ?2 AND revision = ?3",
    [SQL_SEE] = "INSERT OR IGNORE INTO temp.seen (type, \"key\") VALUES (?1, ?2)",
    [SQL_HANGING_ON] = "SELECT 1 FROM claim WHERE event = ?1 UNION ALL SELECT 1 FROM link WHERE \"to\" = ?1 LIMIT 1",
    [SQL_GONE] = "INSERT OR IGNORE INTO temp.gone (type, id) VALUES (?1, ?2)",
};

static const char event_derived[] =
    ", start_min, start_max, end_min, end_max, second_of_day, form, end_state, has_detail, through, disputed, sourcing";

/* Appends "?first, …, ?last". */
static void append_parameters(struct buffer *sql, int first, int last) {
    for (int i = first; i <= last; i++) buffer_append_format(sql, "%s?%d", i > first ? ", " : "", i);
}

static int count_columns(enum record_type type, bool detail) {
    const struct record_info *info = record_info(type);
    int count = 0;
    for (size_t i = 0; i < info->field_count; i++) count += row_has_column(&info->fields[i], type, (int)i, detail);
    return count;
}

static void build_event_select(struct buffer *sql, const char *where) {
    buffer_append_text(sql, "SELECT event, extra");
    buffer_append_text(sql, event_derived);
    buffer_append_text(sql, ", ");
    row_append_columns(sql, RECORD_EVENT, false);
    buffer_append_format(sql, " FROM event WHERE %s", where);
}

/* Parameters: 1 extra, 2-12 derived, 13 … the columns; the last is the key. */
static void build_event_write(struct buffer *sql, bool insert) {
    int columns = count_columns(RECORD_EVENT, false);
    buffer_append_text(sql, insert ? "INSERT INTO event (extra" : "UPDATE event SET (extra");
    buffer_append_text(sql, event_derived);
    buffer_append_text(sql, ", ");
    row_append_columns(sql, RECORD_EVENT, false);
    buffer_append_text(sql, insert ? ", event) VALUES (" : ") = (");
    append_parameters(sql, 1, 12 + columns);
    buffer_append_format(sql, insert ? ", ?%d)" : ") WHERE event = ?%d", 13 + columns);
}

static void build_detail(struct buffer *sql, bool get) {
    buffer_append_text(sql, get ? "SELECT " : "INSERT OR REPLACE INTO event_detail (event, ");
    row_append_columns(sql, RECORD_EVENT, true);
    if (get) {
        buffer_append_text(sql, " FROM event_detail WHERE event = ?1");
        return;
    }
    buffer_append_text(sql, ") VALUES (");
    append_parameters(sql, 1, 1 + count_columns(RECORD_EVENT, true));
    buffer_append_text(sql, ")");
}

static void build_statement(struct buffer *sql, enum statement_name name) {
    switch (name) {
    case SQL_EVENT_BY_ID: build_event_select(sql, "id = ?1"); break;
    case SQL_EVENT_BY_KEY: build_event_select(sql, "event = ?1"); break;
    case SQL_EVENT_NEXT: build_event_select(sql, "event BETWEEN ?1 AND ?2 ORDER BY event LIMIT 1"); break;
    case SQL_EVENT_INSERT: build_event_write(sql, true); break;
    case SQL_EVENT_UPDATE: build_event_write(sql, false); break;
    case SQL_DETAIL_GET: build_detail(sql, true); break;
    case SQL_DETAIL_PUT: build_detail(sql, false); break;
    default: buffer_append_text(sql, statement_texts[name]); break;
    }
    buffer_append_byte(sql, '\0');
}

struct statement *store_statement(struct store *store, enum statement_name name, struct error *error) {
    if (store->statements[name]) return store->statements[name];
    struct buffer sql;
    buffer_init(&sql);
    build_statement(&sql, name);
    if (buffer_failed(&sql)) error_set(error, STATUS_NO_MEMORY, "out of memory");
    else engine_prepare(store->engine, sql.data, &store->statements[name], error);
    buffer_free(&sql);
    return store->statements[name];
}

/* ---- opening ----------------------------------------------------------------------------------- */

static enum status refuse_version(int64_t version, struct error *error) {
    error_set(error, STATUS_CORRUPT, "this record has schema %d, this program knows schemas 1 to %d", (int)version,
              (int)store_migration_file_count);
    error_advise(error, version < 1 ? "the file is damaged: take it back from a backup" : "use a newer detente");
    return STATUS_CORRUPT;
}

static enum status refuse_foreign(struct error *error) {
    error_set(error, STATUS_CORRUPT, "this is not a detente record");
    error_advise(error, "name a file that detente made, or another name to make a new one");
    return STATUS_CORRUPT;
}

/* Of what has no tables yet, or exactly those of its version. */
static enum status check_tables(struct store *store, int64_t version, struct error *error) {
    int64_t tables = 0;
    if (version > 0) return schema_check(store->engine, version, error);
    enum status status = engine_number(store->engine, "SELECT count(*) FROM sqlite_schema", &tables, error);
    return status == STATUS_OK && tables ? refuse_foreign(error) : status;
}

static enum status run_migrations(struct store *store, int64_t from, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = (size_t)from; status == STATUS_OK && i < store_migration_file_count; i++)
        status = engine_run(store->engine, (const char *)store_migration_files[i].data, error);
    if (status == STATUS_OK) status = check_tables(store, (int64_t)store_migration_file_count, error);
    char pragmas[96];
    struct buffer text;
    buffer_init(&text);
    buffer_append_format(&text, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", STORE_APPLICATION_ID,
                         (int)store_migration_file_count);
    size_t size = text.size < sizeof pragmas ? text.size : sizeof pragmas - 1;
    if (text.data) memcpy(pragmas, text.data, size);
    pragmas[size] = '\0';
    if (buffer_failed(&text)) status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    buffer_free(&text);
    return status == STATUS_OK ? engine_run(store->engine, pragmas, error) : status;
}

/* From the version that the file has once it is locked: another writer may have come first. What the file holds is judged
 * before anything is done to it. */
static enum status migrate(struct store *store, struct error *error) {
    int64_t from = 0, newest = (int64_t)store_migration_file_count;
    enum status status = engine_run(store->engine, "BEGIN EXCLUSIVE", error);
    if (status == STATUS_OK) status = engine_number(store->engine, "PRAGMA user_version", &from, error);
    if (status == STATUS_OK && (from > newest || from < 0)) status = refuse_version(from, error);
    if (status == STATUS_OK) status = check_tables(store, from, error);
    if (status == STATUS_OK && from == newest) status = engine_run(store->engine, "COMMIT", error);
    else if (status == STATUS_OK) status = run_migrations(store, from, error);
    if (status != STATUS_OK) engine_run(store->engine, "ROLLBACK", NULL);
    return status;
}

static enum status check_version(struct store *store, enum store_mode mode, struct error *error) {
    int64_t application = 0, version = 0, tables = 0;
    enum status status = engine_number(store->engine, "PRAGMA application_id", &application, error);
    if (status == STATUS_OK) status = engine_number(store->engine, "PRAGMA user_version", &version, error);
    bool ours = application == STORE_APPLICATION_ID;
    if (status == STATUS_OK && !ours)
        status = engine_number(store->engine, "SELECT count(*) FROM sqlite_schema", &tables, error);
    if (status != STATUS_OK) return status;
    store->fresh = application == 0 && version == 0 && tables == 0 && mode == STORE_CREATE;
    if (store->fresh) return migrate(store, error);
    if (!ours) return refuse_foreign(error);
    if (version > (int64_t)store_migration_file_count || version < 1) return refuse_version(version, error);
    if (version == (int64_t)store_migration_file_count) return check_tables(store, version, error);
    if (mode != STORE_READ) return migrate(store, error);
    error_set(error, STATUS_ENVIRONMENT, "this record has schema %d, this program reads schema %d", (int)version,
              (int)store_migration_file_count);
    error_advise(error, "`detente init` on it brings it up to date; keep a copy if older programs read it");
    return STATUS_ENVIRONMENT;
}

enum status store_open(const char *path, enum store_mode mode, struct store **store, struct error *error) {
    *store = NULL;
    struct store *made = calloc(1, sizeof *made);
    if (!made) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    arena_init(&made->scratch);
    enum status status = engine_open(path, (enum engine_mode)mode, &made->engine, error);
    if (status == STATUS_OK) status = check_version(made, mode, error);
    if (status != STATUS_OK) {
        made->fresh = false; /* nothing was made */
        error_locate(error, path, 0, 0);
        store_close(made);
        return status;
    }
    if (mode != STORE_READ && !made->fresh) engine_write_ahead(made->engine);
    *store = made;
    return STATUS_OK;
}

static void free_statements(struct store *store) {
    for (size_t i = 0; i < SQL_STATEMENTS; i++) statement_free(store->statements[i]);
    for (size_t i = 0; i < RECORD_TYPES; i++) {
        statement_free(store->tables[i].get);
        statement_free(store->tables[i].insert);
        statement_free(store->tables[i].update);
        statement_free(store->tables[i].drop);
        statement_free(store->tables[i].list);
        statement_free(store->tables[i].next);
    }
}

void store_close(struct store *store) {
    if (!store) return;
    if (store->writing) store_rollback(store);
    free_statements(store);
    if (store->fresh) engine_write_ahead(store->engine);
    facet_forget(store);
    engine_close(store->engine);
    arena_free(&store->scratch);
    free(store);
}

/* ---- transactions ------------------------------------------------------------------------------- */

enum status store_begin(struct store *store, struct error *error) {
    if (engine_is_read_only(store->engine)) {
        error_set(error, STATUS_ENVIRONMENT, "the record is readonly");
        error_advise(error, "check the permissions of the file and of its folder");
        return STATUS_ENVIRONMENT;
    }
    enum status status = engine_run(store->engine, "CREATE TEMP TABLE IF NOT EXISTS touched "
                                    "(event INTEGER PRIMARY KEY) STRICT; CREATE TEMP TABLE IF NOT EXISTS touched_person "
                                    "(person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; CREATE TEMP TABLE IF NOT EXISTS touched_source "
                                    "(source TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; CREATE TEMP TABLE IF NOT EXISTS gone "
                                    "(type TEXT, id TEXT, PRIMARY KEY (type, id)) STRICT, WITHOUT ROWID; DELETE FROM temp.touched; "
                                    "DELETE FROM temp.touched_person; DELETE FROM temp.touched_source; DELETE FROM temp.gone", error);
    /* References are checked at the commit: a row may name what is made right after it. */
    if (status == STATUS_OK)
        status = engine_run(store->engine, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON", error);
    store->writing = status == STATUS_OK;
    store->broken = false;
    store->broken_by[0] = '\0';
    store->touched = false;
    store->gone = false;
    store->seeing = false;
    if (status != STATUS_OK) return status;
    status = search_begin_notes(store, error);
    if (status == STATUS_OK) status = history_begin(store, error);
    if (status != STATUS_OK) store_rollback(store);
    return status;
}

enum status store_settle(struct store *store, struct error *error) {
    enum status status = write_refuse_broken(store, error);
    if (status == STATUS_OK) status = facet_flush(store, error);
    if (status == STATUS_OK && store->touched) status = settle_all(store, error);
    if (status == STATUS_OK) status = facet_flush(store, error);
    if (status == STATUS_OK) status = count_flush(store, error);
    if (status == STATUS_OK && store->gone) status = remove_check_gone(store, error);
    return status;
}

/* The first load of a new file is not written ahead: there is nothing yet that anybody could read meanwhile, and all would be
 * written twice. */
static void leave_bulk(struct store *store) {
    if (store->fresh) engine_write_ahead(store->engine);
    store->fresh = false;
}

enum status store_commit(struct store *store, struct error *error) {
    enum status status = store_settle(store, error);
    if (status == STATUS_OK) status = history_flush(store, error);
    if (status == STATUS_OK) status = engine_run(store->engine, "COMMIT", error);
    if (status != STATUS_OK) {
        store_rollback(store);
        return status;
    }
    store->writing = false;
    facet_forget(store);
    leave_bulk(store);
    return STATUS_OK;
}

void store_rollback(struct store *store) {
    engine_run(store->engine, "ROLLBACK", NULL);
    store->writing = false;
    store->broken = false;
    facet_forget(store);
}

enum status store_begin_reading(struct store *store, struct error *error) {
    return engine_run(store->engine, "BEGIN", error);
}

void store_end_reading(struct store *store) { engine_run(store->engine, "COMMIT", NULL); }

/* ---- the dossier and the names of extras ------------------------------------------------------------ */

enum status store_get_dossier(struct store *store, struct arena *arena, struct slice *json, struct error *error) {
    *json = SLICE_NONE;
    struct statement *get = store_statement(store, SQL_META_GET, error);
    if (!get) return error_set(error, STATUS_ENVIRONMENT, "the database cannot be read");
    statement_bind_string(get, 1, SLICE_OF("dossier"));
    bool row;
    enum status status = statement_step(get, &row, error);
    if (status == STATUS_OK && row && !arena_copy(arena, statement_text(get, 0), json))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    statement_reset(get);
    return status;
}

enum status store_put_dossier(struct store *store, struct slice json, enum store_change *change,
                              struct error *error) {
    struct slice old;
    struct arena_mark mark = arena_mark(&store->scratch);
    enum status status = write_refuse_broken(store, error);
    if (status == STATUS_OK) status = store_get_dossier(store, &store->scratch, &old, error);
    if (status != STATUS_OK) return status;
    *change = slice_is_empty(old) ? STORE_ADDED : slice_equals(old, json) ? STORE_UNCHANGED : STORE_UPDATED;
    if (*change != STORE_UNCHANGED) status = history_note_dossier(store, old, json, error);
    arena_rewind(&store->scratch, mark);
    if (*change == STORE_UNCHANGED || status != STATUS_OK) return status;
    struct statement *put = store_statement(store, SQL_META_PUT, error);
    if (!put) return error_set(error, STATUS_ENVIRONMENT, "the database cannot be written");
    statement_bind_string(put, 1, SLICE_OF("dossier"));
    statement_bind_string(put, 2, json);
    status = statement_run(put, error);
    return status == STATUS_OK ? status : write_break(store, status, error); /* it is noted already */
}

enum status store_list_extras(struct store *store, enum record_type type, struct arena *arena,
                              struct slice_list *names, struct error *error) {
    *names = (struct slice_list){NULL, 0};
    struct statement *list;
    enum status status = engine_prepare(store->engine, "SELECT name FROM extra_name WHERE record = ?1 "
                                        "AND uses > 0 ORDER BY name", &list, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(list, 1, slice_from(record_info(type)->name));
    for (bool row = true; status == STATUS_OK;) {
        struct slice name;
        status = statement_step(list, &row, error);
        if (status != STATUS_OK || !row) break;
        if (!arena_copy(arena, statement_text(list, 0), &name) || !arena_append(arena, names, name))
            status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    statement_free(list);
    return status;
}

/* ---- sql ------------------------------------------------------------------------------------------- */

enum { SQL_COLUMNS_MAX = 256 };

static enum status visit_row(struct statement *query, size_t count, const struct store_sql_visitor *visitor,
                             struct error *error) {
    struct slice values[SQL_COLUMNS_MAX];
    bool numbers[SQL_COLUMNS_MAX];
    for (size_t i = 0; i < count; i++) {
        numbers[i] = statement_is_number(query, (int)i);
        values[i] = statement_is_blob(query, (int)i) ? SLICE_OF("(binary)") : statement_text(query, (int)i);
    }
    return visitor->row(visitor->context, values, numbers, count, error);
}

enum status store_sql(struct store *store, const char *sql, const struct store_sql_visitor *visitor,
                      struct error *error) {
    struct statement *query;
    enum status status = engine_prepare_reading(store->engine, sql, &query, error);
    if (status != STATUS_OK) return status;
    size_t count = (size_t)statement_columns(query);
    const char *names[SQL_COLUMNS_MAX];
    if (count > SQL_COLUMNS_MAX) status = error_set(error, STATUS_USAGE, "more than %d columns", SQL_COLUMNS_MAX);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) names[i] = statement_column_name(query, (int)i);
    if (status == STATUS_OK) status = visitor->begin(visitor->context, names, count, error);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(query, &row, error);
        if (status != STATUS_OK || !row) break;
        status = visit_row(query, count, visitor, error);
    }
    statement_free(query);
    return status;
}
