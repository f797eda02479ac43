/* Numbers that the store keeps equal what a count of the events gives, after any puts; and those of an
 * older file are worked out when it is migrated. */
#include "../property/oracle_world.h"

#include <sqlite3.h>

#include "../../core/ask/stats.h"
#include "../../core/base/cell.h"
#include "../../core/base/embedded.h"

extern const struct embedded_file store_migration_files[];

/* ---- a count of our own ----------------------------------------------------------------------- */

struct recount {
    struct world *world;
    int64_t events, precisions[EDTF_NO_PRECISION + 1], sourcings[3], undated, disputed, first, last;
};

/* By the contract: the sources it names, the bare address unless it is that of the one it names, and those
 * of claims that support it. */
static int weigh(struct world *world, const struct record *event) {
    struct slice_list sources;
    struct record *claims;
    struct slice address = record_get(event, EVENT_SOURCE_URL);
    struct error error = {0};
    size_t count;
    assert_true(cell_parse_list(&world->arena, record_get(event, EVENT_SOURCES), &sources));
    must(store_list(world->store, RECORD_CLAIM, record_get(event, EVENT_ID), &world->arena, &claims, &count, &error),
         &error);
    for (size_t i = 0; i < count; i++) {
        bool known = record_has(&claims[i], CLAIM_STANCE);
        for (size_t j = 0; j < sources.count; j++)
            known = known || slice_equals(sources.items[j], record_get(&claims[i], CLAIM_SOURCE));
        if (!known) assert_true(arena_append(&world->arena, &sources, record_get(&claims[i], CLAIM_SOURCE)));
    }
    size_t more = address.size > 0;
    if (sources.count == 1 && address.size) {
        struct record source;
        bool found = false;
        must(store_get(world->store, RECORD_SOURCE, sources.items[0], &world->arena, &source, &found, &error), &error);
        if (found && slice_equals(record_get(&source, SOURCE_URL), address)) more = 0;
    }
    return sources.count + more > 1 ? 2 : (int)(sources.count + more);
}

static enum status recount_event(void *context, struct stored_event *event, struct error *error) {
    struct recount *recount = context;
    const struct event_times *times = &event->times;
    (void)error;
    int weight = weigh(recount->world, &event->event);
    assert_int_equal(event->sourcing, weight);
    recount->sourcings[weight]++;
    recount->events++;
    recount->precisions[times->precision]++;
    recount->disputed += event->disputed;
    recount->undated += times->start_min == DAY_MIN && times->start_max == DAY_MAX;
    if (times->start_min == DAY_MIN) return STATUS_OK;
    bool wide = times->start_max == DAY_MAX || times->start_max - times->start_min > 16777215;
    int64_t last = wide ? times->start_min : times->start_max;
    if (times->start_min < recount->first) recount->first = times->start_min;
    if (last > recount->last) recount->last = last;
    return STATUS_OK;
}

static enum status pass(void *context, struct stored_event *event, struct error *error) {
    (void)event;
    (void)error;
    ++*(int64_t *)context;
    return STATUS_OK;
}

static int64_t count_matching(struct world *world, const struct query *query) {
    struct error error = {0};
    int64_t count = 0;
    must(store_ask(world->store, query, MATCH_NONE, pass, &count, &error), &error);
    return count;
}

static struct recount count_again(struct world *world) {
    struct recount recount = {.world = world, .first = DAY_MAX, .last = DAY_MIN};
    struct query all;
    struct error error = {0};
    query_init(&all);
    must(store_ask(world->store, &all, MATCH_NONE, recount_event, &recount, &error), &error);
    return recount;
}

static int64_t tally_of(const struct tally_list *list, const char *name) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_is(list->items[i].name, name)) return list->items[i].count.value;
    return 0;
}

static struct answer_stats stats_of(struct world *world, bool whole) {
    struct asker one;
    struct answer_stats stats;
    struct query all;
    struct error error = {0};
    query_init(&all);
    ask_begin(&one, world->store, ASK_NAMES);
    must(ask_stats(&one, &all, whole, &world->arena, &stats, &error), &error);
    ask_end(&one);
    return stats;
}

static void check_lists(const struct tally_list *a, const struct tally_list *b) {
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_true(slice_equals(a->items[i].name, b->items[i].name));
        assert_int_equal(a->items[i].count.value, b->items[i].count.value);
    }
}

static void check_numbers(struct world *world) {
    struct recount recount = count_again(world);
    struct answer_stats whole = stats_of(world, true), part = stats_of(world, false);
    struct query single;
    query_init(&single);
    single.single_source = true;
    assert_int_equal(tally_of(&whole.records, "events"), recount.events);
    assert_int_equal(whole.unsourced.count.value, recount.sourcings[0]);
    assert_int_equal(whole.single_sourced.count.value, recount.sourcings[1]);
    assert_int_equal(whole.single_sourced.count.value, count_matching(world, &single));
    assert_int_equal(whole.undated.count.value, recount.undated);
    assert_int_equal(whole.disputed.count.value, recount.disputed);
    assert_int_equal(whole.span.first, recount.first == DAY_MAX ? DAY_MIN : recount.first);
    assert_int_equal(whole.span.last, recount.last);
    for (int i = 0; i <= EDTF_NO_PRECISION; i++)
        assert_int_equal(tally_of(&whole.precisions, edtf_precision_name((enum edtf_precision)i)),
                         recount.precisions[i]);
    /* What the filters leave is counted by walking; without filters it is the same. */
    check_lists(&whole.kinds, &part.kinds);
    check_lists(&whole.statuses, &part.statuses);
    check_lists(&whole.precisions, &part.precisions);
    assert_int_equal(part.unsourced.count.value, whole.unsourced.count.value);
    assert_int_equal(part.single_sourced.count.value, whole.single_sourced.count.value);
    assert_int_equal(part.undated.count.value, whole.undated.count.value);
    assert_int_equal(part.disputed.count.value, whole.disputed.count.value);
    assert_int_equal(part.span.first, whole.span.first);
    assert_int_equal(part.span.last, whole.span.last);
}

/* ---- random changes -------------------------------------------------------------------------- */

static const char *const addresses[] = {"", "https://test.example/one", "https://test.example/two"};
static const char *const source_cells[] = {"", "source-one", "source-two", "source-one;source-three", "source-late"};
static const char *const dates[] = {"2001-02-03", "2001-02", "2001", "200X", "20XX", "../2001", "2001/..", "../..",
                                    "2001-02-03~", "[..2001-05-06]", "2001-21", "Y170000002", "-0044-03-15"};
static const char *const source_ids[] = {"source-one", "source-two", "source-three"};

static void change_one(struct world *world, const struct made_world *made, uint64_t *seed) {
    const char *id = made->events[pick(seed, EVENTS)].id;
    switch (pick(seed, 6)) {
    case 0:
        put(world, RECORD_EVENT, "id", id, "sources", source_cells[pick(seed, LENGTH(source_cells))], "source_url",
            addresses[pick(seed, LENGTH(addresses))], NULL);
        break;
    case 1: put(world, RECORD_EVENT, "id", id, "kind", "statement", "end", "", "date", dates[pick(seed, LENGTH(dates))], NULL); break;
    case 2: put(world, RECORD_EVENT, "id", id, "status", statuses[pick(seed, LENGTH(statuses))], NULL); break;
    case 3: case 4:
        put(world, RECORD_CLAIM, "event", id, "source", source_ids[pick(seed, 3)], "field", "place", "value", "here",
            "stance", pick(seed, 3) ? "" : "disputes", NULL);
        break;
    default:
        put(world, RECORD_SOURCE, "id", source_ids[pick(seed, 3)], "title", "Test Paper", "url",
            addresses[pick(seed, LENGTH(addresses))], NULL);
    }
}

static void test_kept_numbers(void **state) {
    (void)state;
    for (uint64_t round = 1; round <= 3; round++) {
        struct world world = {0};
        struct made_world *made = calloc(1, sizeof *made);
        uint64_t seed = round * 7919;
        assert_non_null(made);
        world_make(&world);
        world_open(&world, STORE_CREATE);
        make_world(round, made, &world);
        check_numbers(&world);
        for (int batch = 0; batch < 6; batch++) {
            bool keep = batch % 3 != 2;
            world_begin(&world);
            for (int i = 0; i < 60; i++) change_one(&world, made, &seed);
            if (keep) world_commit(&world);
            else store_rollback(world.store);
            check_numbers(&world);
        }
        /* A source that comes after an event that names it, and after the commit. */
        world_begin(&world);
        put(&world, RECORD_EVENT, "id", "LATE", "kind", "statement", "date", "2001", "title", "T", "sources",
            "source-later", "source_url", "https://test.example/later", NULL);
        world_commit(&world);
        check_numbers(&world);
        assert_int_equal(get_event(&world, "LATE").sourcing, SOURCING_MORE);
        world_begin(&world);
        put(&world, RECORD_SOURCE, "id", "source-later", "title", "T", "url", "https://test.example/later", NULL);
        world_commit(&world);
        assert_int_equal(get_event(&world, "LATE").sourcing, SOURCING_ONE);
        check_numbers(&world);
        world_drop(&world);
        free(made);
    }
}

static void test_empty(void **state) {
    struct world world = {0};
    (void)state;
    world_make(&world);
    world_open(&world, STORE_CREATE);
    check_numbers(&world);
    world_drop(&world);
}

/* ---- an older file ----------------------------------------------------------------------------- */

static void run_sql(sqlite3 *handle, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(handle, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
}

/* A file of schema 1 with all that the one beside it holds. */
static void make_old(const char *from, const char *to) {
    sqlite3 *handle = NULL;
    sqlite3_stmt *tables = NULL;
    char sql[2000];
    assert_int_equal(sqlite3_open(to, &handle), SQLITE_OK);
    run_sql(handle, (const char *)store_migration_files[0].data);
    run_sql(handle, "DELETE FROM facet; PRAGMA application_id = 1685352052; PRAGMA user_version = 1");
    snprintf(sql, sizeof sql, "ATTACH '%s' AS source_file", from);
    run_sql(handle, sql);
    const char *list = "SELECT m.name, group_concat('\"' || c.name || '\"', ', ') FROM main.sqlite_schema m "
                       "JOIN pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name";
    assert_int_equal(sqlite3_prepare_v2(handle, list, -1, &tables, NULL), SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(tables, 0);
        const char *columns = (const char *)sqlite3_column_text(tables, 1);
        bool facets = strcmp(table, "facet") == 0;
        snprintf(sql, sizeof sql, "INSERT INTO main.\"%s\" (%s) SELECT %s FROM source_file.\"%s\"%s", table, columns, columns,
                 table, facets ? " WHERE type NOT IN ('precision', 'sourcing', 'undated')" : "");
        run_sql(handle, sql);
    }
    sqlite3_finalize(tables);
    run_sql(handle, "DETACH source_file");
    sqlite3_close(handle);
}

static void test_migration(void **state) {
    struct world world = {0}, old = {0};
    struct made_world *made = calloc(1, sizeof *made);
    struct error error = {0};
    uint64_t seed = 11;
    (void)state;
    assert_non_null(made);
    world_make(&world);
    world_make(&old);
    world_open(&world, STORE_CREATE);
    make_world(5, made, &world);
    world_begin(&world);
    for (int i = 0; i < 200; i++) change_one(&world, made, &seed);
    world_commit(&world);
    struct recount before = count_again(&world);
    make_old(world.path, old.path);
    /* Who only reads is told what to do. */
    assert_int_equal(store_open(old.path, STORE_READ, &old.store, &error), STATUS_ENVIRONMENT);
    assert_true(strstr(error.message, "this record has schema 1") != NULL);
    world_open(&old, STORE_WRITE);
    check_numbers(&old);
    struct recount after = count_again(&old);
    assert_int_equal(after.events, before.events);
    assert_memory_equal(after.sourcings, before.sourcings, sizeof after.sourcings);
    /* It goes on as one that was new. */
    world_begin(&old);
    for (int i = 0; i < 60; i++) change_one(&old, made, &seed);
    world_commit(&old);
    check_numbers(&old);
    world_drop(&old);
    world_drop(&world);
    free(made);
}

/* Another writer that opens the file when the first has read its version, and before it has locked it. */
static struct {
    const char *path;
    enum store_mode mode;
    struct store *store;
    enum status status;
} other;

static int hear_lock(unsigned kind, void *context, void *statement, void *text) {
    const char *path = other.path;
    (void)kind;
    (void)context;
    (void)statement;
    if (!path || strncmp(text, "BEGIN", 5) != 0) return 0;
    other.path = NULL;
    other.status = store_open(path, other.mode, &other.store, NULL);
    return 0;
}

static int hear_handle(sqlite3 *handle, const char **message, const struct sqlite3_api_routines *routines) {
    (void)message;
    (void)routines;
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, hear_lock, NULL);
}

/* Both bring an older file up to date, or make a new one: one does the work, the other finds it done. */
static void open_twice(struct world *world, enum store_mode mode) {
    typedef void extension(void);
    struct error error = {0};
    assert_int_equal(sqlite3_auto_extension((extension *)hear_handle), SQLITE_OK);
    other.path = world->path;
    other.mode = mode;
    other.status = STATUS_CORRUPT;
    enum status status = store_open(world->path, mode, &world->store, &error);
    sqlite3_reset_auto_extension();
    must(status, &error);
    assert_null(other.path);
    assert_int_equal(other.status, STATUS_OK);
    store_close(other.store);
    check_numbers(world);
}

static void test_two_migrate(void **state) {
    struct world world = {0}, old = {0};
    (void)state;
    world_make(&world);
    world_make(&old);
    open_twice(&world, STORE_CREATE);
    world_begin(&world);
    put(&world, RECORD_EVENT, "id", "E1", "kind", "other", "date", "2001", "title", "T", NULL);
    world_commit(&world);
    make_old(world.path, old.path);
    open_twice(&old, STORE_WRITE);
    assert_int_equal(count_again(&old).events, 1);
    world_drop(&old);
    world_drop(&world);
}

/* ---- without a look at the events ------------------------------------------------------------------ */

static struct {
    int scans, statements;
    bool listening;
} heard;

static int hear(unsigned kind, void *context, void *statement, void *text) {
    (void)kind;
    (void)context;
    (void)text;
    const char *sql = sqlite3_sql(statement);
    if (!heard.listening || !sql) return 0;
    heard.listening = false; /* not what we ask ourselves */
    sqlite3_stmt *plan = NULL;
    char question[4000];
    snprintf(question, sizeof question, "EXPLAIN QUERY PLAN %s", sql);
    if (sqlite3_prepare_v2(sqlite3_db_handle(statement), question, -1, &plan, NULL) == SQLITE_OK)
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const char *detail = (const char *)sqlite3_column_text(plan, 3);
            bool scans = strncmp(detail, "SCAN event", 10) == 0 || strncmp(detail, "SCAN e", 7) == 0 ||
                         strncmp(detail, "SCAN p", 7) == 0 || strncmp(detail, "SCAN posting", 12) == 0;
            heard.scans += scans;
        }
    sqlite3_finalize(plan);
    heard.statements++;
    heard.listening = true;
    return 0;
}

static int listen_to(sqlite3 *handle, char **message, const struct sqlite3_api_routines *api) {
    (void)message;
    (void)api;
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, hear, NULL);
}

static void test_no_scan(void **state) {
    struct world world = {0};
    struct made_world *made = calloc(1, sizeof *made);
    (void)state;
    assert_non_null(made);
    assert_int_equal(sqlite3_auto_extension((void (*)(void))listen_to), SQLITE_OK);
    world_make(&world);
    world_open(&world, STORE_CREATE);
    make_world(3, made, &world);
    heard.listening = true;
    stats_of(&world, true);
    heard.listening = false;
    sqlite3_cancel_auto_extension((void (*)(void))listen_to);
    assert_true(heard.statements > 10);
    assert_int_equal(heard.scans, 0);
    world_drop(&world);
    free(made);
}

/* ---- what rests on one source --------------------------------------------------------------------- */

struct resting_log {
    struct answer_resting resting;
    char text[2000];
};
static enum status log_head(void *context, const struct answer_resting *resting, struct error *error) {
    (void)error;
    ((struct resting_log *)context)->resting = *resting;
    return STATUS_OK;
}
static enum status log_source(void *context, const struct answer_rest *rest, struct error *error) {
    struct resting_log *log = context;
    size_t at = strlen(log->text);
    struct slice name = rest->source.size ? rest->source : rest->url;
    (void)error;
    snprintf(log->text + at, sizeof log->text - at, "%.*s %d/%d;", (int)name.size, name.data, (int)rest->alone.value,
             (int)rest->events.value);
    return STATUS_OK;
}
static enum status log_single(void *context, const struct answer_single *single, struct error *error) {
    struct resting_log *log = context;
    size_t at = strlen(log->text);
    struct slice name = single->source.size ? single->source : single->url;
    (void)error;
    snprintf(log->text + at, sizeof log->text - at, "%.*s:%.*s;", (int)single->id.size, single->id.data, (int)name.size,
             name.data);
    return STATUS_OK;
}

static void test_resting(void **state) {
    struct world world = {0};
    struct asker one;
    struct resting_log log = {.text = ""};
    const struct rest_visitor visitor = {&log, log_head, log_source, log_single};
    struct query all;
    struct error error = {0};
    (void)state;
    world_make(&world);
    world_open(&world, STORE_CREATE);
    world_begin(&world);
    put(&world, RECORD_SOURCE, "id", "a", "title", "A", "url", "https://a.example", NULL);
    put(&world, RECORD_SOURCE, "id", "b", "title", "B", NULL);
    put(&world, RECORD_EVENT, "id", "E1", "kind", "other", "date", "2001", "title", "T", "sources", "a", "source_url",
        "https://a.example", NULL);
    put(&world, RECORD_EVENT, "id", "E2", "kind", "other", "date", "2002", "title", "T", "sources", "a;b", NULL);
    put(&world, RECORD_EVENT, "id", "E3", "kind", "other", "date", "2003", "title", "T", "source_url",
        "https://c.example", NULL);
    put(&world, RECORD_EVENT, "id", "E4", "kind", "other", "date", "2004", "title", "T", NULL);
    put(&world, RECORD_EVENT, "id", "E5", "kind", "other", "date", "2005", "title", "T", NULL);
    put(&world, RECORD_CLAIM, "event", "E5", "source", "b", "field", "place", "value", "x", NULL);
    put(&world, RECORD_EVENT, "id", "E6", "kind", "other", "date", "2006", "title", "T", "sources", "a", NULL);
    put(&world, RECORD_CLAIM, "event", "E6", "source", "b", "field", "place", "value", "x", "stance", "denies", NULL);
    /* Named, and by claims once more: it counts once. */
    put(&world, RECORD_EVENT, "id", "E7", "kind", "other", "date", "2007", "title", "T", "sources", "b;a", NULL);
    put(&world, RECORD_CLAIM, "event", "E7", "source", "a", "field", "place", "value", "x", NULL);
    put(&world, RECORD_CLAIM, "event", "E7", "source", "a", "field", "summary", "value", "y", NULL);
    world_commit(&world);
    query_init(&all);
    ask_begin(&one, world.store, ASK_NAMES);
    must(ask_resting(&one, &all, &visitor, &error), &error);
    ask_end(&one);
    assert_string_equal(log.text, "a 2/4;b 1/3;https://c.example 1/1;E1:a;E3:https://c.example;E5:b;E6:a;");
    assert_int_equal(log.resting.events.value, 7);
    assert_int_equal(log.resting.single_sourced.value, 4);
    assert_int_equal(log.resting.unsourced.value, 1);
    world_drop(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_kept_numbers),
        cmocka_unit_test(test_migration),
        cmocka_unit_test(test_two_migrate),
        cmocka_unit_test(test_no_scan),
        cmocka_unit_test(test_resting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
