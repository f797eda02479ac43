/* The question `search` at the front door: how much of it each writer shows, and an index that is damaged. */
#include "front_fixture.h"

#include <sqlite3.h>

static int setup(void **state) {
    struct place_of *folder = calloc(1, sizeof *folder);
    struct import_log log;
    struct buffer rows;
    assert_non_null(folder);
    make_folder(folder);
    buffer_init(&rows);
    buffer_append_text(&rows, "id,kind,date,title\n");
    for (int i = 0; i < 30; i++) buffer_append_format(&rows, "E%02d,other,2001,Herring\n", i);
    buffer_append_byte(&rows, '\0');
    assert_false(buffer_failed(&rows));
    write_text(folder, "events.csv", rows.data);
    buffer_free(&rows);
    detente *database = open_record(in_folder(folder, "x.db").path, DETENTE_CREATE);
    import_path(database, in_folder(folder, "events.csv").path, &log);
    detente_close(database);
    *state = folder;
    return 0;
}

static int teardown(void **state) {
    drop_folder(*state);
    free(*state);
    return 0;
}

static char *search(const struct place_of *folder, const char *word, const char *format) {
    detente *database = open_record(in_folder(folder, "x.db").path, DETENTE_READ);
    struct detente_request request = {.question = DETENTE_SEARCH, .format = format, .words = {&word, 1}};
    struct detente_answer answer;
    char *text = ask_text(database, &request, &answer);
    detente_close(database);
    return text;
}

static void check_count(const struct place_of *folder, const char *format, int wanted) {
    char *text = search(folder, "herring", format);
    int found = 0;
    for (const char *at = text; (at = strstr(at, "2001")); at++) found++;
    assert_int_equal(found, wanted);
    free(text);
}

/* A page shows the best, data all. */
static void test_limit(void **state) {
    check_count(*state, "text", 20);
    check_count(*state, "csv", 30);
    check_count(*state, "jsonl", 30);
}

static void damage(const struct place_of *folder, const char *sql) {
    sqlite3 *file;
    assert_int_equal(sqlite3_open(in_folder(folder, "x.db").path, &file), SQLITE_OK);
    if (sqlite3_exec(file, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(file));
    sqlite3_close(file);
}

/* What the engine calls malformed is made anew from the record, and the answer is what it was. */
static void test_damaged(void **state) {
    static const char *const damages[] = {
        "DELETE FROM search_event_data WHERE id > 10", "DELETE FROM search_event_docsize",
        "UPDATE search_event_data SET block = x'00' WHERE id > 10",
        "UPDATE search_event_data SET block = x'00000000ff' WHERE id = 10",
    };
    char *whole = search(*state, "herring", "json");
    for (size_t i = 0; i < LENGTH(damages); i++) {
        damage(*state, damages[i]);
        char *again = search(*state, "herring", "json");
        check_same(damages[i], whole, again);
        free(again);
    }
    free(whole);
}

/* The same for a file that cannot be written: beside it. */
static void test_damaged_read_only(void **state) {
    const struct place_of *folder = *state;
    char *whole = search(folder, "herring", "json");
    damage(folder, "DELETE FROM search_event_data WHERE id > 10");
    assert_int_equal(chmod(in_folder(folder, "x.db").path, 0400), 0);
    char *again = search(folder, "herring", "json");
    check_same("beside the file", whole, again);
    free(again);
    free(whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_limit, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_read_only, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
