/* The error value: filled once, never rewritten, cut at a whole character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/base/status.h"

static void test_set_once(void **state) {
    (void)state;
    struct error error = {.status = STATUS_OK};
    assert_int_equal(error_set(&error, STATUS_BAD_INPUT, "row %d", 7), STATUS_BAD_INPUT);
    assert_int_equal(error_set(&error, STATUS_USAGE, "other"), STATUS_BAD_INPUT);
    assert_string_equal(error.message, "row 7");
    assert_int_equal(error_set(NULL, STATUS_USAGE, "nobody asks"), STATUS_USAGE);
    error_clear(&error);
    assert_int_equal(error.status, STATUS_OK);
    assert_string_equal(error.message, "");
    error_clear(NULL);
}

static void test_advice_and_place(void **state) {
    (void)state;
    struct error error = {.status = STATUS_OK};
    error_advise(&error, "too early");
    error_locate(&error, "f.csv", 1, 1);
    assert_string_equal(error.remedy, "");
    assert_string_equal(error.place.file, "");
    error_set(&error, STATUS_BAD_INPUT, "wrong");
    error_advise(&error, "write %s", "this");
    error_advise(&error, "write that");
    assert_string_equal(error.remedy, "write this");
    error_locate(&error, NULL, 3, 4);
    error_locate(&error, "f.csv", 5, 6);
    assert_string_equal(error.place.file, "");
    assert_int_equal(error.place.line, 3);
    assert_int_equal(error.place.column, 4);
    error_advise(NULL, "nobody");
    error_locate(NULL, "f", 1, 1);
}

static void test_long_texts(void **state) {
    (void)state;
    char text[2001];
    struct error error = {.status = STATUS_OK};
    for (size_t i = 0; i < 2000; i += 2)
        memcpy(text + i, "\xC3\xA9", 2);
    text[2000] = '\0';
    error_set(&error, STATUS_BAD_INPUT, "%s", text);
    error_advise(&error, "x%s", text);
    error_locate(&error, text, 1, 0);
    assert_int_equal(strlen(error.message), 598);
    assert_int_equal(strlen(error.remedy), 299);
    assert_int_equal(strlen(error.place.file), 254);
    assert_int_equal((unsigned char)error.place.file[253], 0xA9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set_once),
        cmocka_unit_test(test_advice_and_place),
        cmocka_unit_test(test_long_texts),
    };
    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
