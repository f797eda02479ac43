/* Numbers: what is read prints again as its shortest decimal, independent of any locale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../core/base/number.h"

static void test_parse_and_format(void **state) {
    (void)state;
    static const struct {
        const char *text, *printed;
    } rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"0e999999999999999999999", "0"},
        {"25", "25"},
        {"25.0", "25"},
        {"75.80", "75.8"},
        {"+1.5", "1.5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-.25", "-0.25"},
        {"007", "7"},
        {"1e3", "1000"},
        {"1E+3", "1000"},
        {"12.5e-1", "1.25"},
        {"0.1", "0.1"},
        {"100000", "100000"},
        {"3.14159265358979", "3.14159265358979"},
        {"3.141592653589793238", "3.14159265358979"},
        {"123456789012345", "123456789012345"},
        {"999999999999999", "999999999999999"},
        {"0.999999999999999", "0.999999999999999"},
        {"0.9999999999999999", "1"},
        {"1000000000000005e-1", "100000000000000"},
        {"1000000000000015e-1", "100000000000002"},
        {"1000000000000005.00001e-1", "100000000000001"},
        {"1e-15", "0.000000000000001"},
        {"-1.23456789012345e-15", "-0.00000000000000123456789012345"},
        {"-9.99999999999999e-15", "-0.00000000000000999999999999999"},
        {"0.000000000000000000000000000001e20", "0.0000000001"},
        {"123456789.123456", "123456789.123456"},
    };
    char out[NUMBER_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double value = -1;
        assert_true(number_parse(slice_from(rows[i].text), &value));
        size_t size = number_format(value, out);
        assert_string_equal(out, rows[i].printed);
        assert_int_equal(size, strlen(out));
    }
}

static void test_refused(void **state) {
    (void)state;
    static const char *const rows[] = {
        "",     "-",    "+",   ".",    "-.",      "e5",       "1e",     "1e+",   "1,5",  " 1",
        "1 ",   "0x10", "nan", "inf",  "1.2.3",   "--1",      "+-1",    "1e5.0", "1e15", "1e-16",
        "1_000", "1d5", "٣",   "1e99", "1e99999999999999999999", "-1e15", "9999999999999999",
        "999999999999999.9"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double value = 42;
        assert_false(number_parse(slice_from(rows[i]), &value));
        assert_true(value > 41 && value < 43);
    }
    double value;
    assert_false(number_parse((struct slice){"1\0", 2}, &value));
}

/* Every decimal of up to 15 digits comes back, whatever its exponent. */
static void test_round_trip(void **state) {
    (void)state;
    uint64_t random = 88172645463325252U;
    for (int i = 0; i < 200000; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        char text[64], first[NUMBER_SIZE], second[NUMBER_SIZE];
        int exponent = (int)(random >> 40) % 30 - 29;
        uint64_t limit = UINT64_C(1000000000000000);
        for (uint64_t cut = random >> 60; cut; cut--)
            limit /= 10;
        uint64_t digits = random % limit;
        snprintf(text, sizeof text, "%s%llue%d", random >> 63 ? "-" : "",
                 (unsigned long long)digits, exponent);
        double value, again;
        if (!number_parse(slice_from(text), &value))
            continue;
        number_format(value, first);
        assert_true(number_parse(slice_from(first), &again));
        assert_memory_equal(&value, &again, sizeof value);
        number_format(again, second);
        assert_string_equal(first, second);
    }
}

static void test_computed_values(void **state) {
    (void)state;
    char out[NUMBER_SIZE];
    number_format(0.1 + 0.2, out);
    assert_string_equal(out, "0.3");
    number_format(-0.0, out);
    assert_string_equal(out, "0");
    number_format(1e22, out);
    assert_string_equal(out, "10000000000000000000000");
    number_format(-9.99e29, out);
    assert_string_equal(out, "-999000000000000000000000000000");
    number_format(1e-300, out);
    assert_string_equal(out, "0");
    number_format(1e300, out);
    assert_string_equal(out, "null");
    double zero = 0;
    number_format(zero / zero, out);
    assert_string_equal(out, "null");
}

static void test_integers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
        const char *printed;
    } rows[] = {{"0", 0, "0"},
                {"-0", 0, "0"},
                {"007", 7, "7"},
                {"-10", -10, "-10"},
                {"9223372036854775807", INT64_MAX, "9223372036854775807"},
                {"-9223372036854775808", INT64_MIN, "-9223372036854775808"},
                {"-9", -9, "-9"},
                {"1000", 1000, "1000"}};
    static const char *const refused[] = {
        "", "-", "+1", " 1", "1 ", "1.0", "9223372036854775808", "-9223372036854775809",
        "99999999999999999999", "a", "--1"};
    char out[NUMBER_SIZE];
    int64_t value;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(number_parse_integer(slice_from(rows[i].text), &value));
        assert_true(value == rows[i].value);
        assert_int_equal(number_format_integer(value, out), strlen(rows[i].printed));
        assert_string_equal(out, rows[i].printed);
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(number_parse_integer(slice_from(refused[i]), &value));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse_and_format), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_round_trip),       cmocka_unit_test(test_computed_values),
        cmocka_unit_test(test_integers),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
