/* The log told: who did what, what was taken back, which record a name means; also of a write that is not committed, and
 * of a log that somebody damaged. */
#include "history_fixture.h"

#include <sqlite3.h>

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

static void put_event(struct world *world, const char *id, const char *title) {
    put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2020", "title", title, NULL);
}

/* One revision that changes an event. */
static void write_once(struct world *world, const struct store_author *author) {
    static int number;
    world_begin(world);
    if (author) store_tell_author(world->store, author);
    put_event(world, "E1", format_text(world, "Title %d", ++number));
    world_commit(world);
}

/* ---- revisions --------------------------------------------------------------------------------------------------- */

struct told {
    struct world *world;
    struct store_revision items[32];
    size_t count;
};

static enum status keep_revision(void *context, const struct store_revision *revision, struct error *error) {
    struct told *told = context;
    (void)error;
    assert_true(told->count < LENGTH(told->items));
    told->items[told->count] = *revision;
    told->items[told->count].reason = copy_text(told->world, revision->reason);
    told->count++;
    return STATUS_OK;
}

static struct told tell(struct world *world, int64_t from, int64_t to, bool newest_first) {
    struct told told = {.world = world};
    struct error error = {0};
    must(store_each_revision(world->store, from, to, newest_first, keep_revision, &told, &error), &error);
    return told;
}

static struct store_revision get_revision(struct world *world, int64_t number) {
    struct store_revision revision;
    struct error error = {0};
    bool found;
    must(store_get_revision(world->store, number, &world->arena, &revision, &found, &error), &error);
    if (!found) fail_msg("there is no revision %d", (int)number);
    return revision;
}

static void test_revision(void **state) {
    struct world *world = *state;
    static const struct store_file files[] = {
        {SLICE_INIT("two.csv"), SLICE_INIT("aa"), 12, 3},
        {SLICE_INIT("one.csv"), SLICE_INIT("bb"), INT64_C(5000000000), 0},
    };
    const struct store_author author = {.time = SLICE_OF("2026-01-02T03:04:05Z"), .command = SLICE_OF("import"),
                                        .user = SLICE_OF("Desk One"), .reason = SLICE_OF("as asked"), .files = files,
                                        .file_count = 2};
    write_once(world, &author);
    write_once(world, NULL);
    struct store_revision first = get_revision(world, 1), second = get_revision(world, 2);
    check_text(first.time, "2026-01-02T03:04:05Z");
    check_text(first.command, "import");
    check_text(first.user, "Desk One");
    check_text(first.reason, "as asked");
    assert_int_equal(first.content.size, 32);
    assert_int_equal(first.added, 1);
    assert_int_equal(first.updated + first.removed + first.undoes + first.undone_by, 0);
    assert_int_equal(first.file_count, 2);
    check_text(first.files[0].name, "two.csv");
    check_text(first.files[1].sha256, "bb");
    assert_int_equal(first.files[1].size_bytes, INT64_C(5000000000));
    assert_int_equal(first.files[0].rows, 3);
    check_text(second.command, "put");
    assert_int_equal(second.time.size + second.user.size + second.reason.size + second.file_count, 0);
    assert_int_equal(second.updated, 1);
}

static void test_order(void **state) {
    static const struct {
        int64_t from, to;
        bool newest_first;
        const char *wanted;
    } cases[] = {
        {0, INT64_MAX, false, "123456"}, {0, INT64_MAX, true, "654321"}, {2, 4, false, "234"}, {2, 4, true, "432"},
        {6, 6, true, "6"}, {7, 9, false, ""}, {4, 2, false, ""}, {INT64_MIN, 1, true, "1"},
    };
    struct world *world = *state;
    struct error error = {0};
    struct store_revision revision;
    bool found = true;
    for (int i = 0; i < 6; i++) write_once(world, NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct told told = tell(world, cases[i].from, cases[i].to, cases[i].newest_first);
        assert_int_equal(told.count, strlen(cases[i].wanted));
        for (size_t j = 0; j < told.count; j++) assert_int_equal(told.items[j].number, cases[i].wanted[j] - '0');
    }
    must(store_get_revision(world->store, 7, &world->arena, &revision, &found, &error), &error);
    assert_false(found);
}

/* ---- what was taken back ----------------------------------------------------------------------------------------- */

static void test_undone(void **state) {
    /* After the n-th revision: what each was taken back by, and what `undo` would take back. */
    static const struct {
        int64_t undoes;
        const char *undone_by; /* by revision from 1 on */
        int64_t undoable;
    } cases[] = {
        {0, "0", 1},
        {0, "00", 2},
        {0, "000", 3},
        {3, "0040", 2},
        {4, "00050", 3},     /* the undo was undone: it holds again */
        {3, "006500", 2},    /* and is undone anew */
        {2, "0765000", 1},
        {1, "87650000", 0},
        {5, "876090000", 0}, /* 4 holds again, and 6, the later, still does */
        {6, "87409:0000", 0}, /* of the two only 4 is left; ':' is 10 */
    };
    struct world *world = *state;
    struct error error = {0};
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct store_author author = {.command = SLICE_OF("test"), .undoes = cases[i].undoes};
        int64_t undoable;
        write_once(world, &author);
        for (size_t j = 0; j <= i; j++) {
            struct store_revision revision = get_revision(world, (int64_t)j + 1);
            if (revision.undone_by != cases[i].undone_by[j] - '0')
                fail_msg("after %zu, %zu is undone by %d", i + 1, j + 1, (int)revision.undone_by);
            assert_int_equal(revision.undoes, cases[j].undoes);
        }
        must(store_find_undoable(world->store, &undoable, &error), &error);
        assert_int_equal(undoable, cases[i].undoable);
    }
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static void fill_names(struct world *world) {
    world_begin(world);
    put(world, RECORD_PERSON, "id", "leader", "name", "Leader", NULL);
    put(world, RECORD_PERSON, "id", "both", "name", "Both", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Union", NULL);
    put(world, RECORD_COUNTRY, "id", "X-LAND", "name", "Land", NULL);
    put(world, RECORD_SOURCE, "id", "s/1", "title", "Paper", NULL);
    put_event(world, "a/b", "One");
    put_event(world, "a", "Two");
    put_event(world, "both", "Three");
    put(world, RECORD_LINK, "from", "a/b", "relation", "ends", "to", "a", NULL);
    put(world, RECORD_TERM, "person", "leader", "country", "CAN", "office", "head_of_state;head_of_government", NULL);
    put(world, RECORD_CLAIM, "event", "a/b", "source", "s/1", "field", "place", "value", "Here/There: \"now\"", NULL);
    put(world, RECORD_COVERAGE, "dataset", "set/one", "countries", "CAN", NULL);
    put(world, RECORD_NOTE, "record", "link:a/b/ends/a", "kind", "accepted", "reason", "true / false", NULL);
    world_commit(world);
}

static void test_find_key(void **state) {
    static const struct {
        const char *name;
        int type; /* -1: nothing has it */
        int64_t key;
    } cases[] = {
        {"leader", RECORD_PERSON, 1}, {"T-U", RECORD_ORGANIZATION, 1}, {"X-LAND", RECORD_COUNTRY, 1}, {"s/1", RECORD_SOURCE, 1},
        {"a/b", RECORD_EVENT, 1}, {"a", RECORD_EVENT, 2}, {"both", RECORD_EVENT, 3},
        {"link:a/b/ends/a", RECORD_LINK, 1}, {"term:leader/CAN/head_of_government;head_of_state/", RECORD_TERM, 1},
        {"claim:a/b/s/1/place/Here/There: \"now\"", RECORD_CLAIM, 1}, {"coverage:set/one/CAN//", RECORD_COVERAGE, 1},
        {"note:link:a/b/ends/a/accepted/true / false/", RECORD_NOTE, 1},
        {"", -1, 0}, {"nobody", -1, 0}, {"CAN", -1, 0}, {"link:", -1, 0}, {"link:a", -1, 0}, {"link:a/b/ends", -1, 0},
        {"link:a/b/ends/a/", -1, 0}, {"event:a", -1, 0}, {":", -1, 0}, {"/", -1, 0}, {"term:////", -1, 0},
        {"dossier", -1, 0}, {"Leader", -1, 0}, {"a/b' OR 1", -1, 0},
    };
    struct world *world = *state;
    struct error error = {0};
    fill_names(world);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        enum record_type type = RECORD_TYPES;
        int64_t key = -1;
        bool found = true;
        must(store_find_key(world->store, slice_from(cases[i].name), &type, &key, &found, &error), &error);
        if (found != (cases[i].type >= 0)) fail_msg("%s is %sfound", cases[i].name, found ? "" : "not ");
        if (!found) continue;
        assert_int_equal(type, cases[i].type);
        assert_int_equal(key, cases[i].key);
    }
}

/* A name that holds a NUL or only slashes is the name of nothing. */
static void test_odd_names(void **state) {
    struct world *world = *state;
    struct error error = {0};
    char slashes[3000] = "note:";
    enum record_type type;
    int64_t key;
    bool found = true;
    fill_names(world);
    memset(slashes + 5, '/', sizeof slashes - 5);
    must(store_find_key(world->store, (struct slice){slashes, sizeof slashes}, &type, &key, &found, &error), &error);
    assert_false(found);
    must(store_find_key(world->store, (struct slice){"a\0b", 3}, &type, &key, &found, &error), &error);
    assert_false(found);
}

/* An id that is used again after its record was removed: both lives are told, in order. */
static void test_second_life(void **state) {
    struct world *world = *state;
    struct changes changes;
    struct error error = {0};
    enum record_type type;
    int64_t key, latest;
    bool found;
    write_once(world, NULL);
    world_begin(world);
    struct stored_event event = get_event(world, "E1");
    remove_record(world, event.key, &event.event);
    world_commit(world);
    write_once(world, NULL);
    changes_init(&changes, world);
    must(store_each_change_of(world->store, SLICE_OF("E1"), keep_change, &changes, &error), &error);
    assert_int_equal(changes.count, 3);
    for (int i = 0; i < 3; i++) {
        static const int keys[] = {1, 1, 2};
        assert_int_equal(changes.items[i].revision, i + 1);
        assert_int_equal(changes.items[i].key, keys[i]);
        assert_int_equal(changes.items[i].before.data == NULL, i != 1);
        assert_int_equal(changes.items[i].after.data == NULL, i == 1);
    }
    free(changes.items);
    must(store_find_key(world->store, SLICE_OF("E1"), &type, &key, &found, &error), &error);
    assert_int_equal(key, 2);
    must(store_find_latest(world->store, RECORD_EVENT, 1, &latest, &error), &error);
    assert_int_equal(latest, 2);
    must(store_find_latest(world->store, RECORD_EVENT, 2, &latest, &error), &error);
    assert_int_equal(latest, 3);
    must(store_find_latest(world->store, RECORD_EVENT, 3, &latest, &error), &error);
    assert_int_equal(latest, 0);
}

/* ---- a write that is not committed ------------------------------------------------------------------------------- */

static void test_inside_write(void **state) {
    struct world *world = *state;
    struct changes changes;
    struct error error = {0};
    int64_t revision, latest;
    struct store *past;
    fill_names(world);
    world_begin(world);
    put_event(world, "new", "New");
    put_event(world, "a", "Other");
    struct stored_event both = get_event(world, "both");
    remove_record(world, both.key, &both.event);
    must(store_log_write(world->store, &error), &error);
    must(store_find_revision(world->store, &revision, &error), &error);
    assert_int_equal(revision, 2);
    assert_int_equal(get_revision(world, 2).added, 1);
    changes_init(&changes, world);
    must(store_each_difference(world->store, 1, 2, keep_change, &changes, &error), &error);
    assert_int_equal(changes.count, 3);
    check_text(changes.items[0].name, "a");
    check_text(changes.items[1].name, "both");
    assert_null(changes.items[1].after.data);
    check_text(changes.items[2].name, "new");
    assert_null(changes.items[2].before.data);
    must(store_find_latest(world->store, RECORD_EVENT, changes.items[2].key, &latest, &error), &error);
    assert_int_equal(latest, 2);
    assert_int_equal(store_open_past(world->store, 1, &past, &error), STATUS_ENVIRONMENT);
    assert_null(past);
    store_rollback(world->store);
    changes.count = 0;
    must(store_each_difference(world->store, 0, INT64_MAX, keep_change, &changes, &error), &error);
    assert_int_equal(changes.count, 13);
    for (size_t i = 0; i < changes.count; i++) assert_null(changes.items[i].before.data);
    free(changes.items);
}

/* The visitor may take away what it is shown: so a revision is undone. */
static enum status take_away(void *context, const struct store_difference *difference, struct error *error) {
    struct record record = *difference->after;
    (void)error;
    remove_record(context, difference->key, &record);
    return STATUS_OK;
}

static void test_writing_visitor(void **state) {
    struct world *world = *state;
    struct error error = {0};
    struct state now;
    world_begin(world);
    for (int i = 0; i < 100; i++) put(world, RECORD_COVERAGE, "dataset", format_text(world, "set %d", i), NULL);
    world_commit(world);
    world_begin(world);
    must(store_each_difference(world->store, 0, 1, take_away, world, &error), &error);
    world_commit(world);
    now = read_state(world, world->store);
    assert_int_equal(now.count, 0);
}

/* Nothing came after, nothing was before: the past of any revision is there. */
static void test_ends_of_time(void **state) {
    static const int64_t revisions[] = {INT64_MIN, -1, 0, 1, 2, INT64_MAX};
    struct world *world = *state;
    struct error error = {0};
    fill_names(world);
    struct state now = read_state(world, world->store);
    for (size_t i = 0; i < LENGTH(revisions); i++) {
        struct store *past;
        must(store_open_past(world->store, revisions[i], &past, &error), &error);
        struct state state_then = read_state(world, past);
        assert_int_equal(state_then.count, revisions[i] < 1 ? 0 : now.count);
        store_close(past);
    }
}

/* What an event named without a record for it came to have one: before that, it was named all the same. */
static void test_named_before(void **state) {
    struct world *world = *state;
    struct error error = {0};
    struct store *past;
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "kind", "meeting", "date", "2020", "title", "T", "organizations", "ORG-1", NULL);
    world_commit(world);
    struct state before = read_state(world, world->store);
    world_begin(world);
    put(world, RECORD_ORGANIZATION, "id", "ORG-1", "name", "Union", NULL);
    world_commit(world);
    must(store_open_past(world->store, 1, &past, &error), &error);
    struct state state_then = read_state(world, past);
    check_same_state(&state_then, &before);
    store_close(past);
}

/* ---- a log that was tampered with -------------------------------------------------------------------------------- */

static void tamper(struct world *world, const char *sql) {
    sqlite3 *file;
    world_close(world);
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    if (sqlite3_exec(file, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(file));
    sqlite3_close(file);
    world_open(world, STORE_READ);
}

static enum status pass(void *context, const struct store_difference *difference, struct error *error) {
    (void)difference;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}

static void test_tampered(void **state) {
    /* What must be seen: by a difference, by the history of "a", by the past. */
    static const struct {
        const char *sql;
        bool difference, history, past;
    } cases[] = {
        {"UPDATE revision SET content = 'no hash' WHERE revision = 1", false, false, true},
        {"UPDATE record_change SET before = replace(before, 'Two', 'Too')", false, false, true},
        {"UPDATE record_change SET before = 'no json'", true, true, true},
        {"UPDATE record_change SET type = 'party'", true, true, true},
        {"UPDATE record_change SET type = 'no such'", true, true, true},
        {"UPDATE record_added SET type = 'no such' WHERE type = 'event'", true, false, true},
        {"UPDATE record_added SET first = -9223372036854775808, last = 9223372036854775807 WHERE type = 'event'", true, false, true},
        {"PRAGMA foreign_keys = OFF; UPDATE record_change SET revision = -9223372036854775808", false, true, true},
        {"DELETE FROM record_change", false, false, true},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct world *world;
        struct store *past;
        int count = 0;
        struct error error = {0};
        (void)state;
        setup((void **)&world);
        fill_names(world);
        world_begin(world);
        put_event(world, "a", "Changed");
        put_event(world, "more", "More");
        world_commit(world);
        tamper(world, cases[i].sql);
        enum status difference = store_each_difference(world->store, 1, 2, pass, &count, &error);
        enum status history = store_each_change_of(world->store, SLICE_OF("a"), pass, &count, &error);
        enum status opened = store_open_past(world->store, 1, &past, &error);
        if ((difference == STATUS_CORRUPT) != cases[i].difference || (history == STATUS_CORRUPT) != cases[i].history ||
            (opened == STATUS_CORRUPT) != cases[i].past)
            fail_msg("%s: %d, %d, %d", cases[i].sql, difference, history, opened);
        assert_true(opened == STATUS_OK || !past);
        store_close(past);
        teardown((void **)&world);
    }
}

/* Undos that undo one another in a circle. */
static void test_circle(void **state) {
    struct world *world = *state;
    struct error error = {0};
    int64_t undoable;
    for (int i = 0; i < 3; i++) write_once(world, NULL);
    tamper(world, "UPDATE revision SET undoes = 3 WHERE revision = 2; UPDATE revision SET undoes = 2 WHERE revision = 3");
    assert_int_equal(get_revision(world, 2).undone_by, 3);
    assert_int_equal(get_revision(world, 3).undone_by, 0);
    must(store_find_undoable(world->store, &undoable, &error), &error);
    assert_int_equal(undoable, 1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_revision), TEST(test_order), TEST(test_undone), TEST(test_find_key), TEST(test_odd_names),
        TEST(test_second_life), TEST(test_inside_write), TEST(test_writing_visitor), TEST(test_ends_of_time),
        TEST(test_named_before), TEST(test_circle),
        cmocka_unit_test(test_tampered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
