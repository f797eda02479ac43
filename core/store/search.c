/* Questions to the index. What is typed never reaches the engine as it is: a unit becomes words of letters and digits in
 * quotation marks, so that nothing in it is an operator. */
#include "inside.h"
#include "search.h"

#include "../model/nearest.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- units as a match ------------------------------------------------------------------------------------- */

static void append_unit(struct buffer *match, const struct search_unit *unit) {
    buffer_append_byte(match, '"');
    for (size_t i = 0; i < unit->keys.count; i++) {
        if (i) buffer_append_byte(match, ' ');
        buffer_append_slice(match, unit->keys.items[i]);
    }
    buffer_append_text(match, unit->prefix ? "\" *" : "\"");
}

static void append_units(struct buffer *match, const struct search_words *words, bool excluded, const char *between) {
    bool some = false;
    for (size_t i = 0; i < words->count; i++) {
        if (words->units[i].excluded != excluded) continue;
        if (some) buffer_append_text(match, between);
        append_unit(match, &words->units[i]);
        some = true;
    }
}

/* ("a" AND "b c" *) NOT ("d" OR "e") */
static bool build_match(struct arena *arena, const struct search_words *words, struct slice *match) {
    struct buffer text;
    bool has_excluded = false;
    for (size_t i = 0; i < words->count; i++) has_excluded = has_excluded || words->units[i].excluded;
    buffer_init(&text);
    buffer_append_byte(&text, '(');
    append_units(&text, words, false, " AND ");
    buffer_append_byte(&text, ')');
    if (has_excluded) {
        buffer_append_text(&text, " NOT (");
        append_units(&text, words, true, " OR ");
        buffer_append_byte(&text, ')');
    }
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), match);
    buffer_free(&text);
    return done;
}

static enum status prepare_match(struct store *store, const char *sql, struct slice match, struct statement **statement,
                                 struct error *error) {
    enum status status = engine_prepare(store->engine, sql, statement, error);
    if (status == STATUS_OK) statement_bind_string(*statement, 1, match);
    return status;
}

/* ---- events --------------------------------------------------------------------------------------------------- */

/* A document above 2^40 counts while search_moved leads to it, one below while search_moved does not lead from it. */
static const char find_events[] =
    "SELECT e.event FROM (SELECT rowid AS doc, bm25(search_event, 10.0, 4.0, 3.0, 2.0) AS score FROM search_event "
    "WHERE search_event MATCH ?1) h "
    "LEFT JOIN search_moved m ON m.doc = h.doc LEFT JOIN search_moved o ON o.event = h.doc "
    "CROSS JOIN event e ON e.event = CASE WHEN h.doc > 1099511627776 THEN m.event WHEN o.event IS NULL THEN h.doc END "
    "ORDER BY h.score, e.start_min, e.start_max, e.end_min, e.second_of_day, e.id";

struct hunt {
    struct store *store;
    const struct query *query;
    bool has_filters;
    store_event_visit *visit;
    void *context;
    struct search_found *found;
    struct error *error;
};

static enum status judge(struct hunt *hunt, struct stored_event *event, struct arena *arena, bool *accepted) {
    const struct query *query = hunt->query;
    event->match = MATCH_NONE;
    if (query->has_range) event->match = event_match(&event->times, query->from, query->to, query->match);
    *accepted = !query->has_range || event->match != MATCH_NONE;
    return *accepted ? accept_event(hunt->store, query, arena, event, accepted, hunt->error) : STATUS_OK;
}

static enum status take_event(struct hunt *hunt, int64_t key, struct arena *arena) {
    struct stored_event event;
    bool found = false, accepted = false;
    bool visited = hunt->query->limit < 0 || hunt->found->events < hunt->query->limit;
    hunt->found->having++;
    if (!visited && !hunt->has_filters) {
        hunt->found->events++;
        return STATUS_OK;
    }
    enum status status = event_get_key(hunt->store, key, arena, &event, &found, hunt->error);
    if (status == STATUS_OK && found) status = judge(hunt, &event, arena, &accepted);
    if (status != STATUS_OK || !accepted) return status;
    hunt->found->events++;
    return visited ? hunt->visit(hunt->context, &event, hunt->error) : STATUS_OK;
}

enum status store_search_events(struct store *store, const struct search_words *words, const struct query *query,
                                bool has_filters, store_event_visit *visit, void *context, struct search_found *found,
                                struct error *error) {
    struct hunt hunt = {store, query, has_filters, visit, context, found, error};
    struct statement *events = NULL;
    struct arena arena;
    struct slice match;
    *found = (struct search_found){0, 0};
    arena_init(&arena);
    enum status status = build_match(&arena, words, &match) ? STATUS_OK : no_memory(error);
    if (status == STATUS_OK) status = prepare_match(store, find_events, match, &events, error);
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(events, &row, error);
        if (status != STATUS_OK || !row) break;
        status = take_event(&hunt, statement_integer(events, 0), &arena);
        arena_rewind(&arena, mark);
    }
    statement_free(events);
    arena_free(&arena);
    return status;
}

/* ---- other records ---------------------------------------------------------------------------------------------- */

static const char find_records[] =
    "SELECT r.type, r.id FROM (SELECT rowid AS doc, bm25(search_record, 10.0, 5.0) AS score FROM search_record "
    "WHERE search_record MATCH ?1) h CROSS JOIN search_entry r ON r.doc = h.doc WHERE (r.type = 'source') = ?2 "
    "ORDER BY h.score, r.type, r.id";

static enum status take_record(struct store *store, struct statement *row, struct arena *arena, store_visit *visit,
                               void *context, int64_t *found, struct error *error) {
    struct record record;
    struct slice id;
    bool there = false;
    enum record_type type = record_find_type(statement_text(row, 0));
    if (type >= RECORD_TYPES) return STATUS_OK;
    if (!arena_copy(arena, statement_text(row, 1), &id)) return no_memory(error);
    enum status status = search_get_named(store, type, id, arena, &record, &there, error);
    if (status != STATUS_OK || !there) return status;
    ++*found;
    return visit(context, &record, error);
}

enum status store_search_records(struct store *store, const struct search_words *words, bool of_sources,
                                 store_visit *visit, void *context, int64_t *found, struct error *error) {
    struct statement *records = NULL;
    struct arena arena;
    struct slice match;
    *found = 0;
    arena_init(&arena);
    enum status status = build_match(&arena, words, &match) ? STATUS_OK : no_memory(error);
    if (status == STATUS_OK) status = prepare_match(store, find_records, match, &records, error);
    if (status == STATUS_OK) statement_bind_integer(records, 2, of_sources);
    for (bool row = true; status == STATUS_OK;) {
        struct arena_mark mark = arena_mark(&arena);
        status = statement_step(records, &row, error);
        if (status != STATUS_OK || !row) break;
        status = take_record(store, records, &arena, visit, context, found, error);
        arena_rewind(&arena, mark);
    }
    statement_free(records);
    arena_free(&arena);
    return status;
}

/* ---- nothing found ------------------------------------------------------------------------------------------------ */

static enum status find_occurs(struct store *store, struct slice match, bool *occurs, struct error *error) {
    static const char *const tables[] = {"SELECT 1 FROM search_event WHERE search_event MATCH ?1 LIMIT 1",
                                         "SELECT 1 FROM search_record WHERE search_record MATCH ?1 LIMIT 1"};
    enum status status = STATUS_OK;
    *occurs = false;
    for (size_t i = 0; status == STATUS_OK && !*occurs && i < sizeof tables / sizeof *tables; i++) {
        struct statement *any;
        status = prepare_match(store, tables[i], match, &any, error);
        if (status == STATUS_OK) status = statement_step(any, occurs, error);
        statement_free(any);
    }
    return status;
}

enum { WORDS_OFFERED = 20000 };

/* Words of the index from `first` on: those that begin so, and a slip of the pen. At most WORDS_OFFERED, so that the
 * message does not take as long as the search of a great record: words behind these are never offered. */
static enum status offer_words(struct store *store, const char *table, struct slice first, struct slice past,
                               struct arena *arena, struct nearest *nearest, struct error *error) {
    struct statement *words;
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_format(&sql, "SELECT term FROM temp.%s WHERE term >= ?1 AND term < ?2 LIMIT %d", table, WORDS_OFFERED);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_prepare(store->engine, sql.data, &words, error);
    buffer_free(&sql);
    if (status != STATUS_OK) return status;
    statement_bind_string(words, 1, first);
    statement_bind_string(words, 2, past);
    for (bool row = true; status == STATUS_OK;) {
        struct slice word;
        status = statement_step(words, &row, error);
        if (status != STATUS_OK || !row) break;
        if (!arena_copy(arena, statement_text(words, 0), &word)) status = no_memory(error);
        else nearest_offer(nearest, word);
    }
    statement_free(words);
    return status;
}

/* The words that an index has, as tables of the engine; they stay until the handle changes to another index. */
static enum status open_words(struct store *store, struct error *error) {
    const char *where = store->temporary_index ? "temp" : "main";
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_format(&sql, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_event_words USING fts5vocab('%s', "
                         "'search_event', 'row'); CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_record_words USING "
                         "fts5vocab('%s', 'search_record', 'row')", where, where);
    buffer_append_byte(&sql, '\0');
    engine_allow_temporary(store->engine, true);
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_run(store->engine, sql.data, error);
    engine_allow_temporary(store->engine, false);
    buffer_free(&sql);
    return status;
}

/* Words of Latin letters only: in other scripts a single character says too little, or too much. */
static bool can_be_mistyped(struct slice key) {
    return key.size >= 3 && key.data[0] >= 'a' && key.data[0] <= 'z';
}

static enum status find_near(struct store *store, struct slice key, struct arena *arena, struct slice *near,
                             struct error *error) {
    struct nearest nearest = {.word = key};
    char first[2] = {key.data[0], '\0'}, past[2] = {(char)(key.data[0] + 1), '\0'}, names[200];
    enum status status = open_words(store, error);
    if (status == STATUS_OK)
        status = offer_words(store, "search_event_words", slice_from(first), slice_from(past), arena, &nearest, error);
    if (status == STATUS_OK)
        status = offer_words(store, "search_record_words", slice_from(first), slice_from(past), arena, &nearest, error);
    if (status != STATUS_OK) return status;
    nearest_format(&nearest, names, sizeof names);
    return arena_copy(arena, slice_from(names), near) ? STATUS_OK : no_memory(error);
}

enum status store_search_near(struct store *store, const struct search_unit *unit, struct arena *arena, bool *occurs,
                              struct slice *near, struct error *error) {
    struct search_unit positive = *unit;
    struct search_words one = {&positive, 1};
    struct slice match;
    positive.excluded = false;
    *near = SLICE_NONE;
    if (!build_match(arena, &one, &match)) return no_memory(error);
    enum status status = find_occurs(store, match, occurs, error);
    if (status != STATUS_OK || *occurs || unit->keys.count != 1 || !can_be_mistyped(unit->keys.items[0])) return status;
    return find_near(store, unit->keys.items[0], arena, near, error);
}
