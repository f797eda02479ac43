/* No question reads a table that grows from end to end: every statement that the store runs is
 * overheard, and the engine is asked how it would run it.
 *
 * Tables that grow with the record: revision, record_added, record_change, event, event_detail, facet, posting, span, claim, link, source,
 * person, organization, country, name, term, note, coverage. Of these a question about events may
 * read in full only coverage (one row per claim of completeness) and, of facet, the stretch of one
 * type (products, which are found by a part of their name). An export and a list read their own
 * table, in the order of its key. */
#include "store_fixture.h"

#include <sqlite3.h>

#include "../../core/store/history.h"
#include "../../core/store/search.h"

enum { TEXTS_MAX = 400 };
static struct {
    char *texts[TEXTS_MAX];
    size_t count;
} heard;

static int hear(unsigned kind, void *context, void *statement, void *text) {
    const char *sql = sqlite3_sql(statement);
    (void)kind;
    (void)context;
    (void)text;
    if (!sql) return 0;
    for (size_t i = 0; i < heard.count; i++)
        if (strcmp(heard.texts[i], sql) == 0) return 0;
    assert_true(heard.count < TEXTS_MAX);
    heard.texts[heard.count] = strdup(sql);
    assert_non_null(heard.texts[heard.count++]);
    return 0;
}

static int listen_to(sqlite3 *handle, char **message, const struct sqlite3_api_routines *api) {
    (void)message;
    (void)api;
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, hear, NULL);
}

static void forget_heard(void) {
    while (heard.count) free(heard.texts[--heard.count]);
}

/* ---- a world large enough -------------------------------------------------------------------- */

static void fill_world(struct world *world) {
    static const char *const countries[] = {"CAN;CHN", "USA:host;CHN:visitor", "FRA;DEU", "JPN"};
    char id[32], day[32];
    world_begin(world);
    put(world, RECORD_PERSON, "id", "leader-one", "name", "Leader One", "aliases", "The First",
        NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    put(world, RECORD_COUNTRY, "id", "X-ALAND", "name", "Aland-Test", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Paper", "url", "https://test.example/1", NULL);
    for (int i = 0; i < 400; i++) {
        snprintf(id, sizeof id, "E%03d", i);
        snprintf(day, sizeof day, "2018-%02d-%02d", 1 + i % 12, 1 + i % 28);
        put(world, RECORD_EVENT, "id", id, "kind", i % 3 ? "meeting.bilateral" : "tariff", "date",
            day, "title", "T", "countries", countries[i % 4], "people", i % 7 ? "" : "leader-one",
            "sources", i % 2 ? "s1" : "", "tags", "trade", "product", i % 3 ? "" : "canola", "code",
            "010", "place", "Testville", NULL);
    }
    put(world, RECORD_LINK, "from", "E001", "relation", "ends", "to", "E000", NULL);
    put(world, RECORD_CLAIM, "event", "E001", "source", "s1", "field", "place", "value", "x", NULL);
    put(world, RECORD_TERM, "person", "leader-one", "country", "CAN", "office", "head_of_state",
        "start", "2010", NULL);
    put(world, RECORD_COVERAGE, "dataset", "test", "countries", "CAN", NULL);
    put(world, RECORD_NOTE, "record", "E001", "kind", "correction", "reason", "x", NULL);
    world_commit(world);
}

/* ---- the questions --------------------------------------------------------------------------- */

static enum status pass(void *context, struct stored_event *event, struct error *error) {
    (void)event;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}
static enum status pass_record(void *context, struct record *record, struct error *error) {
    (void)context;
    (void)record;
    (void)error;
    return STATUS_OK;
}

static int ask(struct world *world, const struct query *query) {
    struct error error = {0};
    int count = 0, quoted = 0;
    must(store_ask(world->store, query, MATCH_NONE, pass, &count, &error), &error);
    must(store_ask_quoted(world->store, query, pass, &quoted, &error), &error);
    return count;
}

/* Every filter alone, each with every way of asking for a range, an order and a page. */
static void ask_everything(struct world *world) {
    static const struct {
        const char *value;
        size_t list; /* where in the query */
    } filters[] = {
        {"CAN", offsetof(struct query, countries)},
        {"leader-one", offsetof(struct query, people)},
        {"T-U", offsetof(struct query, organizations)},
        {"host", offsetof(struct query, roles)},
        {"meeting", offsetof(struct query, kinds)},
        {"confirmed", offsetof(struct query, statuses)},
        {"trade", offsetof(struct query, tags)},
        {"Testville", offsetof(struct query, places)},
        {"s1", offsetof(struct query, sources)},
        {"t", offsetof(struct query, texts)},
        {"canola", offsetof(struct query, products)},
        {"01", offsetof(struct query, codes)},
    };
    for (size_t i = 0; i < LENGTH(filters) + 4; i++)
        for (int way = 0; way < 24; way++) {
            struct query query;
            struct slice value = SLICE_NONE;
            query_init(&query);
            if (i < LENGTH(filters)) {
                value = slice_from(filters[i].value);
                *(struct slice_list *)((char *)&query + filters[i].list) =
                    (struct slice_list){&value, 1};
            }
            query.disputed = i == LENGTH(filters);
            query.single_source = i == LENGTH(filters) + 1;
            query.has_pair = i >= LENGTH(filters) + 2;
            query.multilateral = i == LENGTH(filters) + 3;
            query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CAN")};
            query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CHN")};
            query.reverse = way % 2;
            query.after = way / 2 % 2 ? SLICE_OF("E100") : SLICE_NONE;
            query.has_range = way / 4 % 2;
            query.from = 17532;
            query.to = 17600;
            query.match = (enum match_mode)(way / 8);
            ask(world, &query);
        }
}

static void ignore_name(void *context, struct slice name) {
    (void)context;
    (void)name;
}

/* What hangs on a record, names, and the rest of what questions are made of. */
static void ask_around(struct world *world) {
    static const enum record_type hanging[] = {RECORD_TERM, RECORD_CLAIM, RECORD_LINK, RECORD_NOTE};
    static const enum record_type named[] = {RECORD_PERSON, RECORD_COUNTRY, RECORD_ORGANIZATION,
                                             RECORD_SOURCE, RECORD_EVENT};
    struct lookup lookup = store_lookup(world->store);
    struct error error = {0};
    struct record *records, record;
    struct slice ids[4], text;
    struct slice_list names;
    size_t count;
    bool found, covered;
    struct query query;
    query_init(&query);
    for (size_t i = 0; i < LENGTH(hanging); i++)
        must(store_list(world->store, hanging[i], SLICE_OF("E001"), &world->arena, &records, &count,
                        &error),
             &error);
    for (size_t i = 0; i < LENGTH(named); i++) {
        must(store_get(world->store, named[i], SLICE_OF("leader-one"), &world->arena, &record,
                       &found, &error),
             &error);
        must(lookup.find(lookup.context, named[i], &world->arena, SLICE_OF("nobody"),
                         SLICE_OF("nobody"), DAY_MIN, DAY_MAX, ids, 4, &count, &error),
             &error);
        must(lookup.offer(lookup.context, named[i], SLICE_OF("nobody"), ignore_name, NULL), &error);
    }
    must(store_ended_by(world->store, SLICE_OF("E000"), &world->arena, &text, &error), &error);
    must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
    must(store_list_bearing(world->store, &query, &world->arena, &records, &count, &error), &error);
    struct slice product = SLICE_OF("canola");
    query.products = (struct slice_list){&product, 1};
    must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
    must(store_get_dossier(world->store, &world->arena, &text, &error), &error);
    must(store_list_extras(world->store, RECORD_EVENT, &world->arena, &names, &error), &error);
    must(store_terms(world->store, SLICE_OF("CAN"), 17000, 17000, pass_record, NULL, &error), &error);
    must(store_terms(world->store, SLICE_NONE, DAY_MIN, DAY_MAX, pass_record, NULL, &error), &error);
}

/* ---- the plans ------------------------------------------------------------------------------- */

/* The names that a plan may go through from end to end: lists made by the statement itself, windows
 * of days, and what is small. */
static bool may_scan(const char *step, const char *const *more) {
    static const char *const small[] = {
        "CONSTANT ROW", "f VIRTUAL TABLE",     "w", "x", "coverage", "(subquery", "sqlite_schema",
        "claim USING INDEX claim_with_words", "claim USING COVERING INDEX claim_with_words", "temp.touched", "temp.touched_person", "t", "main.search_state",
        /* SQLite's own, of a few rows: which form an index has. */
        "main.search_event_config", "main.search_record_config",
        "search_event VIRTUAL TABLE INDEX 0:M", "search_record VIRTUAL TABLE INDEX 0:M" /* M: by words */};
    for (size_t i = 0; i < LENGTH(small); i++) {
        size_t size = strlen(small[i]);
        if (strncmp(step, small[i], size) == 0 &&
            (size > 1 || step[size] == '\0' || step[size] == ' '))
            return true;
    }
    if (step[0] >= '0' && step[0] <= '9' && strstr(step, "CONSTANT ROWS")) return true;
    for (size_t i = 0; more && more[i]; i++)
        if (strcmp(step, more[i]) == 0) return true;
    return false;
}

static void check_step(const char *sql, const char *step, const char *const *more) {
    if (strncmp(step, "SCAN ", 5) == 0 && !may_scan(step + 5, more))
        fail_msg("%s\nin %s", step, sql);
    if (strstr(step, "USING AUTOMATIC")) fail_msg("%s\nin %s", step, sql); /* made on the spot from all rows */
    /* Terms are entered at a country, and read up to the last day asked for. */
    bool terms = strncmp(step, "SEARCH term ", 12) == 0 && strstr(sql, "start_min <= ?2");
    if (terms && !strstr(step, "term_by_country (country=? AND start_min<?)")) fail_msg("%s\nin %s", step, sql);
    /* The postings are entered at a facet, a class and a stretch of days. */
    bool posting = strncmp(step, "SEARCH p ", 9) == 0 && strstr(sql, "BETWEEN w.first");
    if (posting && !strstr(step, "(facet=? AND class=? AND day>? AND day<?)"))
        fail_msg("%s\nin %s", step, sql);
}

static bool has_plan(const char *sql) {
    static const char *const none[] = {"PRAGMA", "BEGIN", "COMMIT", "ROLLBACK", "CREATE", "--"};
    for (size_t i = 0; i < LENGTH(none); i++)
        if (strncmp(sql, none[i], strlen(none[i])) == 0) return false;
    return true;
}

static void check_plan(sqlite3 *file, const char *sql, const char *const *more) {
    char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    sqlite3_stmt *plan;
    if (sqlite3_prepare_v2(file, explain, -1, &plan, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(file));
    while (sqlite3_step(plan) == SQLITE_ROW)
        check_step(sql, (const char *)sqlite3_column_text(plan, 3), more);
    sqlite3_finalize(plan);
    sqlite3_free(explain);
}

static void check_plans(const struct world *world, size_t at_least, const char *const *more) {
    char *texts[TEXTS_MAX];
    size_t count = heard.count;
    sqlite3 *file;
    memcpy(texts, heard.texts, sizeof texts);
    heard.count = 0;
    assert_true(count >= at_least);
    assert_int_equal(sqlite3_open_v2(world->path, &file, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    sqlite3_trace_v2(file, 0, NULL, NULL);
    assert_int_equal(sqlite3_exec(file,
                                  "CREATE TEMP TABLE touched (event INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE touched_person (person TEXT PRIMARY KEY);"
                                  "CREATE TEMP TABLE touched_source (source TEXT PRIMARY KEY);"
                                  "CREATE TEMP TABLE gone (type TEXT, id TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    for (size_t i = 0; i < count; i++) {
        if (has_plan(texts[i])) check_plan(file, texts[i], more);
        free(texts[i]);
    }
    sqlite3_close(file);
}

/* ---- the tests ------------------------------------------------------------------------------- */

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    assert_int_equal(sqlite3_auto_extension((void (*)(void))listen_to), SQLITE_OK);
    world_make(world);
    world_open(world, STORE_CREATE);
    fill_world(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    sqlite3_cancel_auto_extension((void (*)(void))listen_to);
    world_drop(*state);
    free(*state);
    forget_heard();
    return 0;
}

static void test_questions(void **state) {
    forget_heard();
    ask_everything(*state);
    ask_around(*state);
    check_plans(*state, 30, NULL);
}

/* Putting, too, finds everything by a key; settling goes through what was touched. */
static void test_puts(void **state) {
    struct world *world = *state;
    world_begin(world);
    forget_heard();
    put(world, RECORD_EVENT, "id", "E001", "kind", "statement", "status", "disputed", "people",
        "leader-one", NULL);
    put(world, RECORD_EVENT, "id", "F001", "kind", "statement", "date", "2018", "title", "T",
        "venue", "Hall", "x", "1", NULL);
    put(world, RECORD_EVENT, "id", "F001", "venue", "", NULL);
    put(world, RECORD_TERM, "person", "leader-one", "country", "CAN", "office", "head_of_state",
        "start", "2010", "end", "2017", NULL);
    put(world, RECORD_PERSON, "id", "leader-one", "name", "Leader 1", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Paper Two", NULL);
    put(world, RECORD_CLAIM, "event", "E001", "source", "s1", "field", "place", "value", "x",
        "stance", "denies", NULL);
    put(world, RECORD_LINK, "from", "E001", "relation", "ends", "to", "E003", NULL);
    world_commit(world);
    check_plans(world, 20, NULL);
}

/* A list or an export goes through its own table in the order of the key, without sorting it. */
static void test_whole_tables(void **state) {
    static const char *const whole[] = {"country USING INDEX sqlite_autoindex_country_1",
                                        "organization USING INDEX sqlite_autoindex_organization_1",
                                        "person USING INDEX sqlite_autoindex_person_1",
                                        "term USING INDEX sqlite_autoindex_term_1",
                                        "source USING INDEX sqlite_autoindex_source_1",
                                        "claim USING INDEX sqlite_autoindex_claim_1",
                                        "link USING INDEX sqlite_autoindex_link_1",
                                        "note USING INDEX sqlite_autoindex_note_1",
                                        NULL};
    struct world *world = *state;
    struct error error = {0};
    forget_heard();
    for (int type = 0; type < RECORD_TYPES; type++)
        must(store_each(world->store, (enum record_type)type, pass_record, NULL, &error), &error);
    check_plans(world, 10, whole);
}

/* A search reads the words that it looks for, and by key what has them. Indexing reads what is new or stale, and the
 * records that have names in full: these are few. */
static void test_search(void **state) {
    static const char *const whole[] = {"country USING COVERING INDEX sqlite_autoindex_country_1",
                                        "organization USING COVERING INDEX sqlite_autoindex_organization_1",
                                        "person USING COVERING INDEX sqlite_autoindex_person_1",
                                        "source USING COVERING INDEX sqlite_autoindex_source_1",
                                        "search_stale", "search_stale_record", "s", "r", NULL};
    struct world *world = *state;
    struct error error = {0};
    struct slice typed = SLICE_OF("leader paper*");
    struct search_words words;
    struct search_found found;
    struct query query;
    int64_t records;
    int count = 0;
    query_init(&query);
    forget_heard();
    must(search_parse(&(struct slice_list){&typed, 1}, &world->arena, &words, &error), &error);
    must(store_refresh_index(world->store, NULL, &error), &error);
    must(store_search_events(world->store, &words, &query, true, pass, &count, &found, &error), &error);
    must(store_search_records(world->store, &words, true, pass_record, NULL, &records, &error), &error);
    check_plans(world, 20, whole);
}

static enum status pass_revision(void *context, const struct store_revision *revision, struct error *error) {
    (void)revision;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}
static enum status pass_difference(void *context, const struct store_difference *difference, struct error *error) {
    (void)difference;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}

static void change_world(struct world *world) {
    struct error error = {0};
    struct store_removal removal;
    struct stored_event event = get_event(world, "E010");
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E001", "title", "Other", NULL);
    put(world, RECORD_EVENT, "id", "G001", "kind", "statement", "date", "2019", "title", "New", NULL);
    put(world, RECORD_COVERAGE, "dataset", "test", "countries", "CAN", "note", "x", NULL);
    must(store_remove(world->store, RECORD_EVENT, event.key, &removal, &error), &error);
    world_commit(world);
}

static void ask_log(struct world *world) {
    static const char *const names[] = {"E001", "E010", "leader-one", "s1", "T-U", "X-ALAND", "link:E001/ends/E000", "dossier"};
    struct error error = {0};
    struct store_revision revision;
    struct record record;
    struct slice words;
    enum record_type type;
    int64_t number, key;
    int count = 0;
    bool found;
    must(store_each_revision(world->store, 1, 2, false, pass_revision, &count, &error), &error);
    must(store_each_revision(world->store, 1, 2, true, pass_revision, &count, &error), &error);
    must(store_get_revision(world->store, 2, &world->arena, &revision, &found, &error), &error);
    must(store_find_content(world->store, revision.content, &number, &found, &error), &error);
    must(store_find_moment(world->store, SLICE_OF("2026-01-01T00:00:00Z"), &number, &error), &error);
    must(store_find_undoable(world->store, &number, &error), &error);
    assert_int_equal(number, 2);
    must(store_get_past_dossier(world->store, 1, &world->arena, &words, &error), &error);
    for (size_t i = 0; i < LENGTH(names); i++) {
        must(store_each_revision_of(world->store, slice_from(names[i]), pass_revision, &count, &error), &error);
        must(store_each_change_of(world->store, slice_from(names[i]), pass_difference, &count, &error), &error);
        must(store_find_key(world->store, slice_from(names[i]), &type, &key, &found, &error), &error);
        must(store_find_latest(world->store, type, key, &number, &error), &error);
        must(store_get_past(world->store, type, key, 1, &world->arena, &record, &found, &error), &error);
        must(store_get_by_key(world->store, type, key, &world->arena, &record, &found, &error), &error);
    }
    for (int64_t from = 0; from < 3; from++)
        for (int64_t to = from; to < 3; to++)
            must(store_each_difference(world->store, from, to, pass_difference, &count, &error), &error);
}

/* Nothing that is asked of the log, and no way back, goes through all changes, all revisions or all records. */
static void test_log(void **state) {
    static const char *const whole[] = {"n" /* the keys of one name */, "stretch" /* one */, "chain", "c" /* undos of undos */, NULL};
    struct world *world = *state;
    struct error error = {0};
    struct store *past;
    change_world(world);
    forget_heard();
    ask_log(world);
    must(store_open_past(world->store, 1, &past, &error), &error);
    store_close(past);
    check_plans(world, 30, whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_questions, setup, teardown),
        cmocka_unit_test_setup_teardown(test_puts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_whole_tables, setup, teardown),
        cmocka_unit_test_setup_teardown(test_search, setup, teardown),
        cmocka_unit_test_setup_teardown(test_log, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
