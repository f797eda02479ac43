/* Slices: order, trimming, parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/slice.h"

static int sign(int value) {
    return (value > 0) - (value < 0);
}

static void test_compare(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } rows[] = {{"", "", 0},     {"", "a", -1},  {"a", "", 1},         {"a", "b", -1},
                {"ab", "a", 1},  {"a", "a", 0},  {"Z", "a", -1},       {"\xC3\xA9", "z", 1},
                {"ab", "b", -1}, {"b", "ab", 1}, {"\x7F", "\xFF", -1}, {"abc", "abd", -1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice a = slice_from(rows[i].a), b = slice_from(rows[i].b);
        assert_int_equal(sign(slice_compare(a, b)), rows[i].order);
        assert_int_equal(slice_equals(a, b), rows[i].order == 0);
    }
    assert_int_equal(slice_compare(SLICE_NONE, SLICE_OF("")), 0);
    assert_int_equal(sign(slice_compare((struct slice){"a\0b", 3}, (struct slice){"a\0c", 3})), -1);
}

static void test_nocase(void **state) {
    (void)state;
    assert_true(slice_equals_ascii_nocase(SLICE_OF("CSV"), SLICE_OF("csv")));
    assert_false(slice_equals_ascii_nocase(SLICE_OF("CSV"), SLICE_OF("csv ")));
    assert_false(slice_equals_ascii_nocase(SLICE_OF("@"), SLICE_OF("`")));
    assert_false(slice_equals_ascii_nocase(SLICE_OF("["), SLICE_OF("{")));
    assert_false(slice_equals_ascii_nocase(SLICE_OF("\xC3\x89"), SLICE_OF("\xC3\xA9")));
    assert_true(slice_equals_ascii_nocase(SLICE_NONE, SLICE_OF("")));
}

static void test_trim(void **state) {
    (void)state;
    static const struct {
        const char *text, *trimmed;
    } rows[] = {{"", ""},         {" ", ""},      {" a ", "a"}, {"\t\r\na b\n", "a b"},
                {"a", "a"},       {"\va", "\va"}, {"a  ", "a"}, {"\xC2\xA0", "\xC2\xA0"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(slice_is(slice_trim(slice_from(rows[i].text)), rows[i].trimmed));
    assert_null(slice_trim(SLICE_NONE).data);
}

static void test_part(void **state) {
    (void)state;
    struct slice text = SLICE_OF("abcdef");
    assert_true(slice_is(slice_part(text, 1, 3), "bc"));
    assert_true(slice_is(slice_part(text, 4, 100), "ef"));
    assert_true(slice_is(slice_part(text, 100, 200), ""));
    assert_true(slice_is(slice_part(text, 3, 1), ""));
    assert_true(slice_is(slice_part(text, 0, SIZE_MAX), "abcdef"));
    assert_null(slice_part(SLICE_NONE, 0, 5).data);
}

static void test_find_and_prefix(void **state) {
    (void)state;
    assert_int_equal(slice_find(SLICE_OF("a/b/c"), '/'), 1);
    assert_int_equal(slice_find(SLICE_OF("abc"), '/'), 3);
    assert_int_equal(slice_find(SLICE_NONE, '/'), 0);
    assert_int_equal(slice_find((struct slice){"a\0b", 3}, '\0'), 1);
    assert_true(slice_starts_with(SLICE_OF("date"), SLICE_OF("da")));
    assert_true(slice_starts_with(SLICE_OF("date"), SLICE_NONE));
    assert_false(slice_starts_with(SLICE_OF("da"), SLICE_OF("date")));
    assert_false(slice_starts_with(SLICE_OF("date"), SLICE_OF("dt")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compare),         cmocka_unit_test(test_nocase),
        cmocka_unit_test(test_trim),            cmocka_unit_test(test_part),
        cmocka_unit_test(test_find_and_prefix),
    };
    return cmocka_run_group_tests_name("slice", tests, NULL, NULL);
}
