/* Bringing the index up to date: in the file, or beside it.
 *
 * A document of an event first has the event's key as its rowid. An index without contents cannot forget a document, so
 * an event whose texts change gets a new one above DOC_MOVED and a row in search_moved, and the old one counts no more;
 * when those are many, all is made anew. Small records are made anew always: then the ranks of an answer do not
 * depend on how the record came to be as it is. */
#include "inside.h"
#include "search.h"

enum {
    INDEX_FORM = 1,          /* how words are made; to be raised when search_text.c or search_fields.c change that */
    INDEX_SMALL = 2000,      /* events up to which an index is made anew rather than mended */
    INDEX_OUTDATED_PART = 4, /* or when one document in so many counts no more */
    INDEX_STEP = 256         /* events from one word about progress to the next */
};

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- the state ------------------------------------------------------------------------------------------- */

static enum status put_state(struct store *store, const char *key, int64_t value, struct error *error) {
    struct statement *put;
    enum status status = engine_prepare(store->engine, "INSERT INTO search_state (key, value) VALUES (?1, ?2) "
                                        "ON CONFLICT (key) DO UPDATE SET value = ?2", &put, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(put, 1, slice_from(key));
    statement_bind_integer(put, 2, value);
    status = statement_run(put, error);
    statement_free(put);
    return status;
}

enum status search_read_state(struct store *store, struct search_state *state, struct error *error) {
    static const struct {
        const char *key;
        size_t offset;
    } keys[] = {
        {"form", offsetof(struct search_state, form)}, {"reach", offsetof(struct search_state, reach)},
        {"outdated", offsetof(struct search_state, outdated)}, {"records", offsetof(struct search_state, records)},
        {"actors", offsetof(struct search_state, actors)},
    };
    struct statement *all;
    *state = (struct search_state){0};
    enum status status = engine_prepare(store->engine, store->temporary_index
                                        ? "SELECT key, value FROM temp.search_state"
                                        : "SELECT key, value FROM main.search_state", &all, error);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(all, &row, error);
        if (status != STATUS_OK || !row) break;
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (slice_is(statement_text(all, 0), keys[i].key))
                *(int64_t *)(void *)((char *)state + keys[i].offset) = statement_integer(all, 1);
    }
    statement_free(all);
    return status;
}

static enum status write_state(struct store *store, const struct search_state *state, struct error *error) {
    enum status status = put_state(store, "form", INDEX_FORM, error);
    if (status == STATUS_OK) status = put_state(store, "reach", state->reach, error);
    if (status == STATUS_OK) status = put_state(store, "outdated", state->outdated, error);
    if (status == STATUS_OK) status = put_state(store, "records", 1, error);
    return status == STATUS_OK ? put_state(store, "actors", state->actors, error) : status;
}

/* Countries and organizations of the record, and of the reference table those that some event has. */
#define ACTORS \
    "SELECT 'country' AS type, id FROM country UNION SELECT 'country', name FROM facet WHERE type = 'country' AND uses > 0 " \
    "UNION SELECT 'organization', id FROM organization " \
    "UNION SELECT 'organization', name FROM facet WHERE type = 'organization' AND uses > 0"

/* Has one come, or lost the last event that has it? A write notes nothing of that: here they are few, there it
 * would cost each event. */
static enum status check_actors(struct store *store, bool *same, struct error *error) {
    int64_t changed = 0; /* people and sources, which may be many, are not read: they stand behind */
    enum status status = engine_number(store->engine, "WITH actors AS (" ACTORS "), known AS (SELECT type, id FROM "
                                       "search_entry WHERE doc <= (SELECT value FROM search_state WHERE key = 'actors')) "
                                       "SELECT EXISTS (SELECT * FROM actors EXCEPT SELECT * FROM known) OR "
                                       "EXISTS (SELECT * FROM known EXCEPT SELECT * FROM actors)", &changed, error);
    *same = status == STATUS_OK && !changed;
    return status;
}

/* An index beside the file is as good as the file is unchanged: a file that was never searched notes nothing. */
static enum status check_temporary(struct store *store, bool *current, struct error *error) {
    int64_t version = 0;
    enum status status = engine_number(store->engine, "PRAGMA data_version", &version, error);
    *current = status == STATUS_OK && version == store->temporary_version;
    return status;
}

enum status store_check_index(struct store *store, bool *current, struct error *error) {
    struct search_state state;
    int64_t newest = 0, stale = 0;
    if (store->temporary_index) return check_temporary(store, current, error);
    enum status status = search_read_state(store, &state, error);
    if (status == STATUS_OK) status = engine_number(store->engine, "SELECT max(event) FROM event", &newest, error);
    if (status == STATUS_OK)
        status = engine_number(store->engine, "SELECT EXISTS (SELECT 1 FROM search_stale) OR "
                               "EXISTS (SELECT 1 FROM search_stale_record)", &stale, error);
    *current = status == STATUS_OK && state.form == INDEX_FORM && state.records && newest <= state.reach && !stale;
    return *current ? check_actors(store, current, error) : status;
}

/* ---- documents ---------------------------------------------------------------------------------------------- */

struct index {
    struct store *store;
    const struct search_watch *watch;
    struct search_state state;
    int64_t records; /* documents of search_record */
    struct statement *add_event, *add_record, *add_entry, *move;
    struct buffer columns[SEARCH_COLUMNS];
    struct arena arena; /* rewound per record */
    uint64_t done, total;
    struct error *error;
};

/* Stands between two texts of a column, so that no phrase reaches over both: a word for the engine, and none that
 * search_next_token makes (U+E000, of private use). */
#define PARTING "\xEE\x80\x80"

static enum status append_words(struct index *index, enum search_column column, struct slice text) {
    struct buffer *words = &index->columns[column];
    struct search_token token;
    size_t position = 0;
    bool found = true;
    if (words->size) buffer_append_text(words, " " PARTING);
    while (true) {
        enum status status = search_next_token(text, &position, &index->arena, &token, &found);
        if (status != STATUS_OK) return no_memory(index->error);
        if (!found) return STATUS_OK;
        if (words->size) buffer_append_byte(words, ' ');
        buffer_append_slice(words, token.key);
    }
}

static enum status list_words(struct index *index, const struct record *record) {
    struct search_fields fields;
    for (int i = 0; i < SEARCH_COLUMNS; i++) buffer_clear(&index->columns[i]);
    enum status status = search_list_fields(index->store, record, &index->arena, &fields, index->error);
    for (size_t i = 0; status == STATUS_OK && i < fields.count; i++)
        status = append_words(index, fields.items[i].column, fields.items[i].text);
    for (int i = 0; status == STATUS_OK && i < SEARCH_COLUMNS; i++)
        if (buffer_failed(&index->columns[i])) status = no_memory(index->error);
    return status;
}

static enum status add_event(struct index *index, const struct record *event, int64_t doc) {
    struct statement *add = index->add_event;
    enum status status = list_words(index, event);
    if (status != STATUS_OK) return status;
    statement_bind_integer(add, 1, doc);
    for (int i = 0; i < SEARCH_COLUMNS; i++) statement_bind_text(add, i + 2, buffer_slice(&index->columns[i]));
    return statement_run(add, index->error);
}

static enum status tell_progress(struct index *index) {
    const struct search_watch *watch = index->watch;
    index->done++;
    if (index->done % INDEX_STEP || !watch || !watch->progress) return STATUS_OK;
    if (watch->progress(watch->context, index->done, index->total > index->done ? index->total : index->done))
        return STATUS_OK;
    return error_set(index->error, STATUS_STOPPED, "interrupted while the words were being indexed");
}

/* ---- events --------------------------------------------------------------------------------------------------- */

/* Of an event only what is searched: key, id, and its texts. */
static enum status read_texts(struct index *index, struct statement *row, struct record *event) {
    record_init(event, RECORD_EVENT);
    bool done = arena_copy(&index->arena, statement_text(row, 1), &event->values[EVENT_ID]);
    for (size_t i = 0; done && i < search_event_field_count; i++)
        done = arena_copy(&index->arena, statement_text(row, (int)i + 2), &event->values[search_event_fields[i]]);
    return done ? STATUS_OK : no_memory(index->error);
}

/* The events of `from` (a FROM clause with an event e, and ?1 for the reach). */
static enum status select_texts(struct index *index, const char *from, struct statement **events) {
    const struct record_info *info = record_info(RECORD_EVENT);
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_text(&sql, "SELECT e.event, e.id");
    for (size_t i = 0; i < search_event_field_count; i++) {
        const struct field *field = &info->fields[search_event_fields[i]];
        bool detail = row_has_column(field, RECORD_EVENT, search_event_fields[i], true);
        buffer_append_format(&sql, ", %s.\"%s\"", detail ? "d" : "e", field->name);
    }
    buffer_append_format(&sql, " FROM %s", from);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(index->error)
                                             : engine_prepare(index->store->engine, sql.data, events, index->error);
    buffer_free(&sql);
    return status;
}

/* Behind the reach: under the event's own key. Else it has a document that from now on counts no more. */
static enum status index_event(struct index *index, struct statement *row) {
    struct record event;
    int64_t key = statement_integer(row, 0), doc = key;
    enum status status = read_texts(index, row, &event);
    if (status == STATUS_OK && key <= index->state.reach) {
        doc = SEARCH_DOC_MOVED + ++index->state.outdated;
        statement_bind_integer(index->move, 1, key);
        statement_bind_integer(index->move, 2, doc);
        status = statement_run(index->move, index->error);
    }
    if (status == STATUS_OK) status = add_event(index, &event, doc);
    if (status == STATUS_OK && key > index->state.reach) index->state.reach = key;
    return status == STATUS_OK ? tell_progress(index) : status;
}

/* Pages that name one another over and over would be indexed without end, and fill the disk. */
static enum status check_ascends(int64_t *last, int64_t key, struct error *error) {
    if (key <= *last && key != INT64_MIN)
        return error_set(error, STATUS_CORRUPT, "the file is damaged: its events come in no order");
    *last = key;
    return STATUS_OK;
}

static enum status index_events(struct index *index, const char *from) {
    struct statement *events = NULL;
    enum status status = select_texts(index, from, &events);
    if (status == STATUS_OK) statement_bind_integer(events, 1, index->state.reach);
    int64_t last = INT64_MIN;
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&index->arena);
        status = statement_step(events, &row, index->error);
        if (status != STATUS_OK || !row) break;
        status = check_ascends(&last, statement_integer(events, 0), index->error);
        if (status == STATUS_OK) status = index_event(index, events);
        arena_rewind(&index->arena, mark);
    }
    statement_free(events);
    return status;
}

static enum status index_new_events(struct index *index) {
    return index_events(index, "event e LEFT JOIN event_detail d ON d.event = e.event "
                        "WHERE e.event > ?1 ORDER BY e.event");
}

static enum status index_stale_events(struct index *index) {
    return index_events(index, "search_stale s CROSS JOIN event e ON e.event = s.event "
                        "LEFT JOIN event_detail d ON d.event = e.event WHERE s.event <= ?1 ORDER BY s.event");
}

/* ---- other records -------------------------------------------------------------------------------------------- */

static enum status add_words(struct index *index, int64_t doc, const struct record *record) {
    struct statement *words = index->add_record;
    enum status status = list_words(index, record);
    if (status != STATUS_OK) return status;
    statement_bind_integer(words, 1, doc);
    statement_bind_text(words, 2, buffer_slice(&index->columns[SEARCH_TITLE]));
    statement_bind_text(words, 3, buffer_slice(&index->columns[SEARCH_NAMES]));
    return statement_run(words, index->error);
}

/* An actor that neither the record nor the reference table knows has no words, but is noted for check_actors. */
static enum status index_record(struct index *index, enum record_type type, struct slice id) {
    struct statement *entry = index->add_entry;
    struct record record;
    bool found = false;
    int64_t doc = ++index->records;
    if (type == RECORD_COUNTRY || type == RECORD_ORGANIZATION) index->state.actors = doc;
    enum status status = search_get_named(index->store, type, id, &index->arena, &record, &found, index->error);
    if (status == STATUS_OK && found) status = add_words(index, doc, &record);
    if (status != STATUS_OK) return status;
    statement_bind_integer(entry, 1, doc);
    statement_bind_string(entry, 2, slice_from(record_info(type)->name));
    statement_bind_string(entry, 3, id);
    return statement_run(entry, index->error);
}

static const char all_records[] = ACTORS " UNION ALL SELECT 'person', id FROM person UNION ALL SELECT 'source', id FROM source";

static enum status index_records(struct index *index) {
    struct statement *all;
    index->state.actors = 0;
    enum status status = engine_run(index->store->engine, "INSERT INTO search_record (search_record) "
                                    "VALUES ('delete-all'); DELETE FROM search_entry", index->error);
    if (status != STATUS_OK) return status;
    status = engine_prepare(index->store->engine, all_records, &all, index->error);
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&index->arena);
        struct slice id;
        status = statement_step(all, &row, index->error);
        if (status != STATUS_OK || !row) break;
        enum record_type type = record_find_type(statement_text(all, 0));
        if (!arena_copy(&index->arena, statement_text(all, 1), &id)) status = no_memory(index->error);
        else status = index_record(index, type, id);
        arena_rewind(&index->arena, mark);
    }
    statement_free(all);
    return status;
}

/* ---- all of it ------------------------------------------------------------------------------------------------ */

static enum status prepare(struct index *index) {
    struct engine *engine = index->store->engine;
    enum status status = engine_prepare(engine, "INSERT INTO search_event (rowid, title, summary, quotes, names) "
                                        "VALUES (?1, ?2, ?3, ?4, ?5)", &index->add_event, index->error);
    if (status == STATUS_OK)
        status = engine_prepare(engine, "INSERT INTO search_record (rowid, title, names) VALUES (?1, ?2, ?3)",
                                &index->add_record, index->error);
    if (status == STATUS_OK)
        status = engine_prepare(engine, "INSERT INTO search_entry (doc, type, id) VALUES (?1, ?2, ?3)", &index->add_entry,
                                index->error);
    if (status == STATUS_OK)
        status = engine_prepare(engine, "INSERT OR REPLACE INTO search_moved (event, doc) VALUES (?1, ?2)", &index->move,
                                index->error);
    return status;
}

static void index_begin(struct index *index, struct store *store, const struct search_watch *watch, struct error *error) {
    *index = (struct index){.store = store, .watch = watch, .error = error};
    arena_init(&index->arena);
    for (int i = 0; i < SEARCH_COLUMNS; i++) buffer_init(&index->columns[i]);
}

static void index_end(struct index *index) {
    statement_free(index->add_event);
    statement_free(index->add_record);
    statement_free(index->add_entry);
    statement_free(index->move);
    for (int i = 0; i < SEARCH_COLUMNS; i++) buffer_free(&index->columns[i]);
    arena_free(&index->arena);
}

static enum status forget_all(struct index *index) {
    index->state = (struct search_state){.actors = index->state.actors}; /* documents of events only */
    return engine_run(index->store->engine, "INSERT INTO search_event (search_event) VALUES ('delete-all'); "
                      "DELETE FROM search_moved", index->error);
}

/* Events of records whose names have changed are stale themselves. */
static enum status spread_stale(struct index *index, int64_t *stale) {
    struct engine *engine = index->store->engine;
    enum status status = engine_run(engine, "INSERT OR IGNORE INTO search_stale SELECT p.event FROM search_stale_record r "
                                    "CROSS JOIN facet f ON f.type = r.type AND f.key = r.id AND f.name = r.id "
                                    "CROSS JOIN posting p ON p.facet = f.facet", index->error);
    return status == STATUS_OK ? engine_number(engine, "SELECT count(*) FROM search_stale", stale, index->error) : status;
}

static bool is_worth_mending(const struct search_state *state, int64_t newest, int64_t stale) {
    return state->form == INDEX_FORM && newest > INDEX_SMALL &&
           (state->outdated + stale) * INDEX_OUTDATED_PART <= state->reach;
}

/* Documents of events that are gone count no more. */
static enum status count_gone(struct index *index) {
    int64_t gone = 0;
    enum status status = engine_number(index->store->engine, "SELECT count(*) FROM search_stale s WHERE NOT EXISTS "
                                       "(SELECT 1 FROM event e WHERE e.event = s.event)", &gone, index->error);
    index->state.outdated += gone;
    return status;
}

static enum status index_all_events(struct index *index, bool in_file) {
    int64_t newest = 0, stale = 0;
    enum status status = engine_number(index->store->engine, "SELECT max(event) FROM event", &newest, index->error);
    if (status == STATUS_OK && in_file) status = spread_stale(index, &stale);
    if (status != STATUS_OK) return status;
    bool mend = in_file && is_worth_mending(&index->state, newest, stale);
    index->total = (uint64_t)(mend ? stale + newest - index->state.reach : newest);
    if (mend) status = count_gone(index);
    if (mend && status == STATUS_OK) status = index_stale_events(index);
    if (!mend) status = forget_all(index);
    return status == STATUS_OK ? index_new_events(index) : status;
}

static enum status bring_up_to_date(struct index *index, bool in_file) {
    struct engine *engine = index->store->engine;
    bool same_actors = false;
    enum status status = prepare(index);
    if (status == STATUS_OK) status = search_read_state(index->store, &index->state, index->error);
    bool has_records = index->state.form == INDEX_FORM && index->state.records;
    if (status == STATUS_OK) status = index_all_events(index, in_file);
    if (status == STATUS_OK && has_records) status = check_actors(index->store, &same_actors, index->error);
    if (status == STATUS_OK && !same_actors) status = index_records(index);
    if (status == STATUS_OK && in_file)
        status = engine_run(engine, "DELETE FROM search_stale; DELETE FROM search_stale_record", index->error);
    return status == STATUS_OK ? write_state(index->store, &index->state, index->error) : status;
}

static enum status empty_tables(struct store *store, struct error *error) {
    return engine_run(store->engine, "INSERT INTO search_event (search_event) VALUES ('delete-all'); "
                      "INSERT INTO search_record (search_record) VALUES ('delete-all'); DELETE FROM search_moved; "
                      "DELETE FROM search_entry; DELETE FROM search_state; DELETE FROM search_stale; "
                      "DELETE FROM search_stale_record", error);
}

/* In a transaction of its own. */
static enum status write_index(struct store *store, const struct search_watch *watch, bool anew, struct error *error) {
    struct index index;
    bool current = false;
    enum status status = store_begin(store, error);
    if (status != STATUS_OK) return status;
    if (anew) status = empty_tables(store, error);
    else status = store_check_index(store, &current, error); /* another search may have done it meanwhile */
    index_begin(&index, store, watch, error);
    if (status == STATUS_OK && !current) status = bring_up_to_date(&index, true);
    index_end(&index);
    if (status == STATUS_OK) return store_commit(store, error);
    store_rollback(store);
    return status;
}

enum status store_remake_index(struct store *store, const struct search_watch *watch, struct error *error) {
    return write_index(store, watch, true, error);
}

enum status store_refresh_index(struct store *store, const struct search_watch *watch, struct error *error) {
    struct error fault = {0};
    bool current = false;
    enum status status = store_check_index(store, &current, error);
    if (status != STATUS_OK || current) return status;
    status = write_index(store, watch, false, &fault);
    /* What contradicts itself the engine calls corrupt, or a constraint that fails. */
    if (status == STATUS_CORRUPT || status == STATUS_BAD_INPUT) return store_remake_index(store, watch, error);
    if (status != STATUS_OK) *error = fault;
    return status;
}

/* ---- beside the file --------------------------------------------------------------------------------------------- */

/* The tables of 0003_search.sql under the same names: they come before those of the file. */
static const char make_tables[] =
    "CREATE VIRTUAL TABLE temp.search_event USING fts5(title, summary, quotes, names, content = '', "
    "tokenize = \"unicode61 remove_diacritics 2\"); "
    "CREATE VIRTUAL TABLE temp.search_record USING fts5(title, names, content = '', "
    "tokenize = \"unicode61 remove_diacritics 2\"); "
    "CREATE TABLE temp.search_state (key TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT, WITHOUT ROWID; "
    "CREATE TABLE temp.search_moved (event INTEGER PRIMARY KEY, doc INTEGER NOT NULL UNIQUE) STRICT; "
    "CREATE TABLE temp.search_entry (doc INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL) STRICT";

/* The vocabularies are of the one index or the other, see open_words. */
static const char drop_words[] = "DROP TABLE IF EXISTS temp.search_event_words; DROP TABLE IF EXISTS temp.search_record_words";

static enum status drop_temporary(struct store *store, struct error *error) {
    if (!store->temporary_index) return STATUS_OK;
    enum status status = engine_run(store->engine, drop_words, error);
    if (status == STATUS_OK)
        status = engine_run(store->engine, "BEGIN; DROP TABLE temp.search_event; DROP TABLE temp.search_record; "
                            "DROP TABLE temp.search_state; DROP TABLE temp.search_moved; DROP TABLE temp.search_entry; "
                            "COMMIT", error);
    if (status != STATUS_OK) engine_run(store->engine, "ROLLBACK", NULL);
    store->temporary_index = status != STATUS_OK;
    return status;
}

/* In one transaction, so that it is of one view of the record. */
static enum status fill_temporary(struct store *store, const struct search_watch *watch, struct error *error) {
    struct index index;
    enum status status = engine_run(store->engine, "BEGIN", error);
    if (status != STATUS_OK) return status;
    status = engine_number(store->engine, "PRAGMA data_version", &store->temporary_version, error); /* of this view */
    if (status == STATUS_OK) status = engine_run(store->engine, drop_words, error);
    if (status == STATUS_OK) status = engine_run(store->engine, make_tables, error);
    store->temporary_index = status == STATUS_OK;
    index_begin(&index, store, watch, error);
    if (status == STATUS_OK) status = bring_up_to_date(&index, false);
    index_end(&index);
    if (status == STATUS_OK) status = engine_run(store->engine, "COMMIT", error);
    if (status == STATUS_OK) return status;
    engine_run(store->engine, "ROLLBACK", NULL);
    store->temporary_index = false;
    return status;
}

bool store_has_made_index(const struct store *store) { return store->temporary_index; }

enum status store_make_index(struct store *store, const struct search_watch *watch, struct error *error) {
    bool current = false;
    enum status status = store->temporary_index ? check_temporary(store, &current, error) : STATUS_OK;
    if (status != STATUS_OK || current) return status;
    engine_allow_temporary(store->engine, true);
    status = drop_temporary(store, error);
    if (status == STATUS_OK) status = fill_temporary(store, watch, error);
    engine_allow_temporary(store->engine, false);
    return status;
}
