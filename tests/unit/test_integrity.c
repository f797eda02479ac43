/* What the checks of integrity find, and that they find nothing where all is well. */
#include "store_fixture.h"

#include <sqlite3.h>

struct faults {
    char text[4000];
    int count;
};

static enum status take_fault(void *context, struct slice what, struct error *error) {
    struct faults *faults = context;
    size_t at = strlen(faults->text);
    (void)error;
    faults->count++;
    snprintf(faults->text + at, sizeof faults->text - at, "%.*s\n", (int)what.size, what.data);
    return STATUS_OK;
}

static struct faults check(struct world *world) {
    struct faults faults = {{0}, 0};
    struct error error = {0};
    world_open(world, STORE_READ);
    must(store_check_integrity(world->store, take_fault, &faults, &error), &error);
    world_close(world);
    return faults;
}

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    struct error error = {0};
    enum store_change change;
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_SOURCE, "id", "s1", "title", "S", NULL);
    put(world, RECORD_EVENT, "id", "E1", "kind", "meeting", "date", "2018", "title", "One", "countries", "CAN;CHN", NULL);
    put(world, RECORD_EVENT, "id", "E2", "kind", "visit", "date", "2018-02", "end", "2018-03", "title", "Two", "countries", "CAN",
        "venue", "V", "sources", "s1", NULL);
    put(world, RECORD_CLAIM, "event", "E1", "source", "s1", "field", "date", "value", "2018", NULL);
    put(world, RECORD_LINK, "from", "E1", "relation", "follows", "to", "E2", NULL);
    must(store_put_dossier(world->store, SLICE_OF("{\"title\":\"T\"}"), &change, &error), &error);
    world_commit(world);
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "title", "One again", NULL);
    world_commit(world);
    world_close(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void run(const struct world *world, const char *sql) {
    sqlite3 *file;
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    if (sqlite3_exec(file, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(file));
    sqlite3_close(file);
}

static void test_well(void **state) {
    struct world *world = *state;
    struct faults faults = check(world);
    assert_string_equal(faults.text, "");
    /* An empty record too, and one from before the log. */
    run(world, "DELETE FROM revision_file; DELETE FROM record_added; DELETE FROM record_change; DELETE FROM revision");
    faults = check(world);
    assert_string_equal(faults.text, "");
}

static void test_faults(void **state) {
    static const struct {
        const char *sql, *wanted;
    } cases[] = {
        {"UPDATE event SET title = 'Other' WHERE id = 'E1'", "not those that the log knows"},
        {"DELETE FROM link", "not those that the log knows"},
        {"DELETE FROM meta WHERE key = 'dossier'", "not those that the log knows"},
        {"UPDATE revision SET content = 'x' WHERE revision = 2", "a revision has no hash"},
        {"DELETE FROM source", "claim 1 names a source that is not there"},
        {"DELETE FROM event WHERE id = 'E2'", "link 1 names an event that is not there"},
        {"DELETE FROM event WHERE id = 'E2'", "entries by which events are found that lead to no event"},
        {"DELETE FROM event WHERE id = 'E2'", "entries by which events under way are found that lead to no event"},
        {"DELETE FROM event WHERE id = 'E2'", "the number of events that is kept is not the number of events"},
        {"DELETE FROM event WHERE id = 'E2'", "that do not add up"},
        {"DELETE FROM posting WHERE facet = 0 AND event = 1", "1 numbers of events by country, kind"},
        {"UPDATE posting SET day = day + 1 WHERE facet = 0 AND event = 1", "1 events that are found by another day than theirs"},
        {"INSERT INTO posting SELECT facet, class, day + 1, event FROM posting WHERE facet = 0 LIMIT 1", "1 events that are found twice"},
        {"UPDATE facet SET uses = uses + 1 WHERE type = 'country'", "2 numbers of events by country"},
        {"UPDATE facet SET uses = 7 WHERE type = 'sourcing'", "that do not add up"},
        {"DELETE FROM event_detail", "1 events whose details are missing or too many"},
        {"UPDATE revision SET revision = 3 WHERE revision = 2", "the log has gaps"},
        {"INSERT INTO record_added VALUES (2, 'event', 2, 2)", "1 stretches of keys in the log that overlap"},
    };
    struct world *world = *state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct world copy = *world;
        char command[300];
        snprintf(copy.path, sizeof copy.path, "%s/copy.db", world->folder);
        snprintf(command, sizeof command, "cp '%s' '%s'", world->path, copy.path);
        assert_int_equal(system(command), 0);
        run(&copy, cases[i].sql);
        struct faults faults = check(&copy);
        if (!strstr(faults.text, cases[i].wanted)) fail_msg("%s:\n%s", cases[i].sql, faults.text);
        unlink(copy.path);
    }
}

/* Pages that cannot be read end no check. */
static void test_damaged(void **state) {
    struct world *world = *state;
    int64_t root = 0;
    sqlite3 *file;
    sqlite3_stmt *find;
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'claim'", -1, &find, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(find), SQLITE_ROW);
    root = sqlite3_column_int64(find, 0);
    sqlite3_finalize(find);
    sqlite3_close(file);
    FILE *bytes = fopen(world->path, "r+b");
    assert_non_null(bytes);
    assert_int_equal(fseek(bytes, (long)(root - 1) * 4096, SEEK_SET), 0);
    for (int i = 0; i < 200; i++) fputc(0xA5, bytes);
    fclose(bytes);
    struct faults faults = check(world);
    assert_true(faults.count >= 2);
    assert_non_null(strstr(faults.text, "the file is damaged"));
    assert_non_null(strstr(faults.text, "malformed"));
}

static enum status stop(void *context, struct slice what, struct error *error) {
    (void)what;
    ++*(int *)context;
    return error_set(error, STATUS_STOPPED, "enough");
}

static void test_stopped(void **state) {
    struct world *world = *state;
    struct error error = {0};
    int told = 0;
    run(world, "DELETE FROM source; DELETE FROM posting");
    world_open(world, STORE_READ);
    assert_int_equal(store_check_integrity(world->store, stop, &told, &error), STATUS_STOPPED);
    assert_int_equal(told, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_well, setup, teardown),
        cmocka_unit_test_setup_teardown(test_faults, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stopped, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
