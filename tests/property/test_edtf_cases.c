/* Every row of a table of EDTF strings that lies outside the repository.
 *
 * DETENTE_TEST_DATA names a folder; the table is edtf/cases.tsv below it, with the columns string,
 * valid, level, type, min, max. Without the variable the test is skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/base/number.h"
#include "../../core/time/edtf.h"

enum { COLUMNS = 6, LINE_SIZE = 4096 };

/* Cuts a line at its tabs; missing columns are empty. */
static void split_columns(struct slice line, struct slice columns[COLUMNS]) {
    for (int i = 0; i < COLUMNS; i++) {
        size_t tab = slice_find(line, '\t');
        columns[i] = slice_part(line, 0, tab);
        line = slice_part(line, tab + 1, line.size);
    }
}

/* Backslash and n in the table stand for a line feed. */
static struct slice unescape(struct slice text, char *out) {
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool feed = text.data[i] == '\\' && i + 1 < text.size && text.data[i + 1] == 'n';
        out[size++] = feed ? '\n' : text.data[i];
        i += feed;
    }
    return (struct slice){out, size};
}

static bool is_bound(struct slice expected, int64_t day, enum edtf_bound kind) {
    char text[EDTF_DAY_SIZE];
    if (kind == EDTF_UNKNOWN)
        return slice_is(expected, "unknown");
    edtf_format_day(day, text);
    return slice_is(expected, text);
}

static bool is_as_expected(const struct slice columns[COLUMNS]) {
    char text[LINE_SIZE];
    struct edtf date;
    int64_t level = -1;
    bool valid = edtf_parse(unescape(columns[0], text), &date, NULL, NULL) == STATUS_OK;
    if (!valid)
        return slice_is(columns[1], "no");
    return slice_is(columns[1], "yes") && number_parse_integer(columns[2], &level)
           && level == date.level && slice_is(columns[3], edtf_type_name(date.type))
           && is_bound(columns[4], date.min, date.min_kind)
           && is_bound(columns[5], date.max, date.max_kind);
}

static void test_cases(void **state) {
    (void)state;
    const char *folder = getenv("DETENTE_TEST_DATA");
    char path[LINE_SIZE], line[LINE_SIZE];
    long rows = 0, failed = 0;
    if (!folder || !*folder) {
        print_message("DETENTE_TEST_DATA is not set: skipped\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/edtf/cases.tsv", folder);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file)) {
        struct slice columns[COLUMNS], row = slice_from(line);
        row.size -= row.size && row.data[row.size - 1] == '\n';
        split_columns(row, columns);
        rows++;
        if (is_as_expected(columns))
            continue;
        failed++;
        print_error("row %ld: %.*s\n", rows + 1, (int)row.size, row.data);
    }
    fclose(file);
    print_message("%ld rows, %ld not as expected\n", rows, failed);
    assert_true(rows > 0);
    assert_int_equal(failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests_name("edtf_cases", tests, NULL, NULL);
}
