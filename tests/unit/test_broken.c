/* Writes that fail in the middle: nothing of them is kept, and nobody goes on with half a record; values that cannot be bound;
 * keys of what did not come; the numbers of a write that goes back on itself. */
#include "store_fixture.h"

#include "../../core/store/inside.h"

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void run(struct world *world, const char *sql) {
    struct error error = {0};
    must(engine_run(world->store->engine, sql, &error), &error);
}

static int64_t number(struct world *world, const char *sql) {
    struct error error = {0};
    int64_t value = 0;
    must(engine_number(world->store->engine, sql, &value, &error), &error);
    return value;
}

static enum status put_failing(struct world *world, struct error *error, enum record_type type, ...) {
    struct record record;
    enum store_change change;
    int field;
    va_list pairs;
    va_start(pairs, type);
    fill_record(world, &record, type, pairs);
    va_end(pairs);
    *error = (struct error){0};
    return try_put(world, &record, &change, &field, error);
}

/* ---- broken ------------------------------------------------------------------------------------------------------ */

static void put_event(struct world *world, const char *id, const char *title) {
    put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018-01-01", "countries", "CAN;CHN", "title", title, NULL);
}

static const struct {
    const char *trigger;
    enum record_type type;
    const char *names[4];
} breaks[] = {
    {"BEFORE INSERT ON extra_name", RECORD_EVENT, {"title", "Another title", "colour", "red"}},
    {"BEFORE INSERT ON record_change", RECORD_EVENT, {"title", "Another title", "summary", "Some words"}},
    {"BEFORE INSERT ON name", RECORD_COUNTRY, {"name", "Testland Again", "aliases", "Tst"}},
    {"BEFORE INSERT ON record_change", RECORD_COUNTRY, {"name", "Testland Again", "aliases", "Tst"}},
};

static void check_broken(struct world *world, size_t at) {
    struct error error, later;
    bool is_event = breaks[at].type == RECORD_EVENT;
    const char *const *names = breaks[at].names;
    int64_t revisions = number(world, "SELECT count(*) FROM revision");
    world_begin(world);
    assert_int_equal(put_failing(world, &error, breaks[at].type, "id", is_event ? "E1" : "XTA", names[0], names[1], names[2],
                                 names[3], NULL), STATUS_ENVIRONMENT);
    assert_non_null(strstr(error.message, "the write cannot be completed: the database says: made to fail"));
    /* What comes after it, and would be good by itself. */
    assert_int_equal(put_failing(world, &later, RECORD_PERSON, "id", "P1", "name", "Ann Example", NULL), STATUS_ENVIRONMENT);
    assert_string_equal(later.message, error.message);
    later = (struct error){0};
    assert_int_equal(store_settle(world->store, &later), STATUS_ENVIRONMENT);
    later = (struct error){0};
    assert_int_equal(store_commit(world->store, &later), STATUS_ENVIRONMENT);
    assert_string_equal(later.message, error.message);
    assert_int_equal(number(world, "SELECT count(*) FROM revision"), revisions);
}

static void check_title(struct world *world, const char *title) {
    struct stored_event event = get_event(world, "E1");
    check_text(record_get(&event.event, EVENT_TITLE), title);
}

static void test_broken(void **state) {
    struct world *world = *state;
    char sql[200];
    world_begin(world);
    put(world, RECORD_COUNTRY, "id", "XTA", "name", "Testland", NULL);
    put_event(world, "E1", "A title");
    world_commit(world);
    for (size_t i = 0; i < LENGTH(breaks); i++) {
        snprintf(sql, sizeof sql, "CREATE TEMP TRIGGER fails %s BEGIN SELECT RAISE(ABORT, 'made to fail'); END",
                 breaks[i].trigger);
        run(world, sql);
        check_broken(world, i);
        run(world, "DROP TRIGGER temp.fails");
        check_title(world, "A title");
    }
    /* The next write knows nothing of it. */
    world_begin(world);
    put_event(world, "E1", "Another title");
    world_commit(world);
    check_title(world, "Another title");
    assert_int_equal(number(world, "SELECT count(*) FROM country WHERE name = 'Testland'"), 1);
}

/* ---- a row that fails before anything is written ------------------------------------------------------------------ */

static void check_row_fails(struct world *world, const char *trigger, enum record_type type, const char *id) {
    char sql[200];
    struct error error;
    snprintf(sql, sizeof sql, "CREATE TEMP TRIGGER fails BEFORE INSERT ON %s BEGIN SELECT RAISE(ABORT, 'made to fail'); END",
             trigger);
    run(world, sql);
    bool is_event = type == RECORD_EVENT;
    assert_int_equal(put_failing(world, &error, type, "id", id, is_event ? "kind" : "name", is_event ? "meeting" : "Ann Example",
                                 is_event ? "date" : "notes", "2018", NULL), STATUS_BAD_INPUT);
    run(world, "DROP TRIGGER temp.fails");
}

/* A key that was not used is not in the stretch of the write: it is given once. */
static void test_key_given_back(void **state) {
    struct world *world = *state;
    world_begin(world);
    put_event(world, "E1", "A title");
    put(world, RECORD_PERSON, "id", "P1", "name", "Ann Example", NULL);
    check_row_fails(world, "event", RECORD_EVENT, "E2");
    check_row_fails(world, "person", RECORD_PERSON, "P2");
    world_commit(world);
    world_begin(world);
    put_event(world, "E3", "A title");
    put(world, RECORD_PERSON, "id", "P3", "name", "Ben Example", NULL);
    world_commit(world);
    assert_int_equal(number(world, "SELECT count(*) FROM record_added"), 4);
    assert_int_equal(number(world, "SELECT count(*) FROM record_added WHERE first = last"), 4);
    assert_int_equal(number(world, "SELECT count(*) FROM record_added a JOIN record_added b ON a.type = b.type AND "
                                   "a.revision < b.revision AND a.last >= b.first"), 0);
}

/* ---- sizes -------------------------------------------------------------------------------------------------------- */

enum { LARGE = 1 << 20 };

static enum status put_large(struct world *world, const char *value, int first, int count, struct error *error) {
    static const char names[] = "abcdefghijklmnopqrstuvwxyz";
    struct record record;
    struct extra extras[16];
    enum store_change change;
    int field;
    record_init(&record, RECORD_PERSON);
    record_set(&record, 0, SLICE_OF("P1"));
    record_set(&record, record_find_field(RECORD_PERSON, SLICE_OF("name")), SLICE_OF("Ann Example"));
    record.extras = extras;
    for (int i = 0; i < count; i++) extras[i] = (struct extra){{names + first + i, 1}, {value, LARGE}};
    record.extra_count = (size_t)count;
    *error = (struct error){0};
    return store_put(world->store, &record, &change, &field, error);
}

static void test_too_large(void **state) {
    struct world *world = *state;
    struct error error;
    char *text = malloc(LARGE);
    assert_non_null(text);
    memset(text, 'x', LARGE);
    world_begin(world);
    must(put_large(world, text, 0, 10, &error), &error);
    world_commit(world);
    world_begin(world);
    assert_int_equal(put_large(world, text, 10, 6, &error), STATUS_BAD_INPUT);
    assert_string_equal(error.message, "the record would be larger than 16 MB");
    assert_true(error.remedy[0] != '\0');
    must(put_large(world, text, 10, 5, &error), &error);
    memset(text, '\x01', LARGE); /* six bytes each, as the log keeps it */
    assert_int_equal(put_large(world, text, 0, 9, &error), STATUS_BAD_INPUT);
    assert_string_equal(error.message, "the record would take more than 48 MB in the log");
    put(world, RECORD_PERSON, "id", "P2", "name", "Ben Example", NULL);
    world_commit(world); /* the refused are faults of their rows alone */
    world_begin(world);
    struct error later = {0};
    struct record old;
    int64_t key;
    bool found;
    struct record named;
    int field = -1;
    record_init(&named, RECORD_PERSON);
    record_set(&named, 0, SLICE_OF("P1"));
    must(small_get(world->store, &named, &world->arena, &old, &key, &found, &later), &later);
    assert_int_equal(old.extra_count, 15);
    must(small_write(world->store, &key, &old, NULL, &field, &later), &later); /* and its image fits */
    world_commit(world);
    free(text);
}

static void test_binds(void **state) {
    struct world *world = *state;
    enum { TOO_LARGE = (64 << 20) + 1 };
    struct error error = {0};
    struct statement *statement;
    bool row;
    char *text = calloc(1, TOO_LARGE);
    assert_non_null(text);
    must(engine_prepare(world->store->engine, "SELECT ?1 IS NULL", &statement, &error), &error);
    statement_bind_string(statement, 1, (struct slice){text, TOO_LARGE});
    statement_bind_integer(statement, 1, 1); /* the first fault counts */
    assert_int_equal(statement_step(statement, &row, &error), STATUS_BAD_INPUT);
    assert_non_null(strstr(error.message, "too big"));
    assert_false(row);
    statement_reset(statement);
    error = (struct error){0};
    must(statement_step(statement, &row, &error), &error);
    assert_true(row);
    statement_reset(statement);
    statement_bind_integer(statement, 2, 1);
    assert_int_equal(statement_run(statement, &error), STATUS_ENVIRONMENT);
    statement_free(statement);
    free(text);
}

/* ---- numbers of a write ------------------------------------------------------------------------------------------- */

static void check_numbers(const struct world *world, int added, int updated, int removed) {
    const struct write_history *history = &world->store->history;
    if (history->added != added || history->updated != updated || history->removed != removed)
        fail_msg("%d added, %d updated, %d removed", (int)history->added, (int)history->updated, (int)history->removed);
}

static void write_person(struct world *world, int64_t *key, const struct record *old, const struct record *now) {
    struct error error = {0};
    int field = -1;
    must(small_write(world->store, key, old, now, &field, &error), &error);
}

static void test_back_and_forth(void **state) {
    struct world *world = *state;
    struct record person, other;
    int64_t key = 0;
    record_init(&person, RECORD_PERSON);
    record_set(&person, 0, SLICE_OF("P1"));
    record_set(&person, record_find_field(RECORD_PERSON, SLICE_OF("name")), SLICE_OF("Ann Example"));
    other = person;
    record_set(&other, record_find_field(RECORD_PERSON, SLICE_OF("name")), SLICE_OF("Ben Example"));
    world_begin(world);
    write_person(world, &key, NULL, &person);
    check_numbers(world, 1, 0, 0);
    world_commit(world);
    world_begin(world);
    write_person(world, &key, &person, &other);
    check_numbers(world, 0, 1, 0);
    write_person(world, &key, &other, NULL);
    check_numbers(world, 0, 0, 1);
    write_person(world, &key, NULL, &other);
    check_numbers(world, 0, 1, 0);
    write_person(world, &key, &other, NULL);
    check_numbers(world, 0, 0, 1);
    world_commit(world);
    assert_int_equal(number(world, "SELECT count(*) FROM record_change WHERE action = 'removed'"), 1);
    world_begin(world);
    write_person(world, &key, NULL, &other);
    check_numbers(world, 1, 0, 0);
    write_person(world, &key, &other, NULL);
    check_numbers(world, 0, 0, 0);
    world_commit(world);
    assert_int_equal(number(world, "SELECT count(*) FROM revision"), 2);
    assert_int_equal(number(world, "SELECT count(*) FROM record_change"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_broken, setup, teardown),
        cmocka_unit_test_setup_teardown(test_key_given_back, setup, teardown),
        cmocka_unit_test_setup_teardown(test_too_large, setup, teardown),
        cmocka_unit_test_setup_teardown(test_binds, setup, teardown),
        cmocka_unit_test_setup_teardown(test_back_and_forth, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
