/* Which files are surely of a profile, and which are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../core/read/profile.h"

enum { PROFILES = 6 };
#define RECORDS "\"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"other\"}, \"date\": \"d\"}]}"
#define PLACE "\"table\": {\"heading\": false, \"delimiter\": \"\\t\", \"quote\": \"none\", \"columns\": [[\"d\", \"x\"], [\"d\", \"x\", \"y\"]]}, "

static const char *const texts[PROFILES] = {
    "{\"detente_profile\": 1, \"name\": \"sheet\", \"detect\": {\"heading\": [\"When\", \"Who\"]},"
    "\"table\": {\"delimiter\": \";\", \"encoding\": \"windows-1252\"}, " RECORDS,
    "{\"detente_profile\": 1, \"name\": \"stream\", \"detect\": {\"columns\": [2, 3], \"cells\": {\"1\": \"%Y%m%d\"}}," PLACE RECORDS,
    "{\"detente_profile\": 1, \"name\": \"named\", \"detect\": {\"file\": [\"day-*.txt\", \"x*y*z\"], \"heading\": [\"d\", \"what\"]}," RECORDS,
    "{\"detente_profile\": 1, \"name\": \"twin-a\", \"detect\": {\"heading\": [\"one\", \"two\"]}," RECORDS,
    "{\"detente_profile\": 1, \"name\": \"twin-b\", \"detect\": {\"heading\": [\"two\", \"three\"]}," RECORDS,
    "{\"detente_profile\": 1, \"name\": \"wide\", \"detect\": {\"heading\": [\"d\", \"wide\"], \"columns\": 2, \"cells\": {\"1\": \"%Y\"}},"
    "\"table\": {\"encoding\": \"utf-16\", \"skip\": 0}, " RECORDS,
};

static const struct {
    const char *name;
    struct slice beginning;
    const char *profile; /* NULL: none */
} files[] = {
    {"a.csv", SLICE_INIT("when;WHO;what\n1;2;3\n"), "sheet"},
    {"a.csv", SLICE_INIT("when;WHO;caf\xE9\n1;2;3\n"), "sheet"},
    {"a.csv", SLICE_INIT("when;WHO\n"), "sheet"},
    {"a.csv", SLICE_INIT("when;WHO"), "sheet"},
    {"a.csv", SLICE_INIT("when,WHO,what\n1,2,3\n"), NULL},
    {"a.csv", SLICE_INIT("when;what\n1;2\n"), NULL},
    {"a.csv", SLICE_INIT("when;WHO\n\"open;2\n3;"), "sheet"}, /* a quote that may close behind the cut */
    {"a.csv", SLICE_INIT("when;WHO\n\"open;2\n"), NULL},
    {"a.csv", SLICE_INIT("when;WHO\n\x81;2\n"), NULL},
    {"a.csv", SLICE_INIT(""), NULL},
    {"a.csv", SLICE_INIT("\n\n"), NULL},
    {"", SLICE_INIT("20260101\ta\n20260102\t\"b\tc\n"), "stream"},
    {"", SLICE_INIT("20260101\ta\n20260102\tb\tc\n2026"), "stream"},
    {"", SLICE_INIT("20260101\ta\n20261302\tb\n"), NULL},
    {"", SLICE_INIT("20260101\ta\n20260102\tb\tc\td\n"), NULL},
    {"", SLICE_INIT("20260101\ta\n20260102\n"), NULL},
    {"/x/day-1.txt", SLICE_INIT("d\twhat\n"), "named"},
    {"DAY-.TXT", SLICE_INIT("d\twhat\n"), "named"},
    {"xyzyyz", SLICE_INIT("d,what\n"), "named"},
    {"day-1.txt.csv", SLICE_INIT("d,what\n"), NULL},
    {"/day-/1.txt", SLICE_INIT("d\twhat\n"), NULL},
    {"a", SLICE_INIT("one,two\n"), "twin-a"},
    {"a", SLICE_INIT("one,two,three\n1,2,3\n"), NULL},
    {"a", SLICE_INIT("\xFF\xFE" "d\0,\0w\0i\0d\0e\0\n\0" "2\0" "0\0" "2\0" "6\0,\0x\0\n\0"), "wide"},
    {"a", SLICE_INIT("\xFF\xFE" "d\0,\0w\0i\0d\0e\0\n\0" "2\0" "0\0" "2\0,\0x\0\n\0"), NULL},
    {"a", SLICE_INIT("\xFF\xFE" "d\0,\0w\0i\0d\0e\0\n\0"), NULL}, /* no cell to look at */
};

static void test_files(void **state) {
    (void)state;
    const struct profile *profiles[PROFILES];
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < PROFILES; i++) {
        struct memory_input memory = {slice_from(texts[i]), 0};
        struct input input;
        input_from_memory(&memory, "p", &input);
        struct error error = {.status = STATUS_OK};
        profile_parse(&arena, &input, &profiles[i], &error);
        assert_string_equal(error.message, "");
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const struct profile *found = profile_recognise(profiles, PROFILES, slice_from(files[i].name), files[i].beginning);
        if (found && files[i].profile) assert_true(slice_is(found->name, files[i].profile));
        else if (found || files[i].profile) fail_msg("file %zu", i);
    }
    assert_null(profile_recognise(NULL, 0, SLICE_OF("a"), SLICE_OF("when;who\n")));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
