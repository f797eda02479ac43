/* Texts that hold for a time only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/time/dated.h"

static void test_dated_texts(void **state) {
    (void)state;
    /* text NULL: refused */
    static const struct {
        const char *item, *text, *start, *end;
    } rows[] = {
        {"255", "255", "-inf", "inf"},
        {"255@1955-05-05/1990-10-03", "255", "1955-05-05", "1990-10-03"},
        {"255@1955/1990", "255", "1955-01-01", "1990-01-01"},
        {" 255 @ 1955 / .. ", "255", "1955-01-01", "inf"},
        {"255@/1990", "255", "-inf", "1990-01-01"},
        {"255@../..", "255", "-inf", "inf"},
        {"a@b", "a@b", "-inf", "inf"}, /* no time, but part of the text */
        {"a@", "a@", "-inf", "inf"},
        {"255@1990/1955", NULL, NULL, NULL},
        {"255@1990/1990", NULL, NULL, NULL},
        {"255@x/1990", NULL, NULL, NULL},
        {"255@1955/1990/1995", NULL, NULL, NULL},
        {"@1955/1990", NULL, NULL, NULL},
        {" ", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct dated_text dated;
        struct error error = {.status = STATUS_OK};
        char start[EDTF_DAY_SIZE], end[EDTF_DAY_SIZE];
        enum status status = dated_parse(slice_from(rows[i].item), &dated, &error);
        assert_int_equal(status, rows[i].text ? STATUS_OK : STATUS_BAD_INPUT);
        if (!rows[i].text) {
            assert_true(error.message[0]);
            continue;
        }
        edtf_format_day(dated.start_day, start);
        edtf_format_day(dated.end_day, end);
        assert_true(slice_is(dated.text, rows[i].text));
        assert_string_equal(start, rows[i].start);
        assert_string_equal(end, rows[i].end);
        assert_int_equal(dated.dated, strchr(rows[i].item, '/') != NULL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dated_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
