/* Exact decimals: what people write adds up as on paper. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/base/decimal.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

static struct decimal read_decimal(const char *text) {
    struct decimal value;
    if (!decimal_parse(slice_from(text), &value)) fail_msg("\"%s\" is no decimal", text);
    return value;
}

static void check_decimal(const struct decimal *value, const char *wanted) {
    char text[DECIMAL_SIZE];
    size_t size = decimal_format(value, text);
    assert_string_equal(text, wanted);
    assert_int_equal(size, strlen(wanted));
}

static void test_texts(void **state) {
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"0", "0"}, {"-0", "0"}, {"25", "25"}, {"75.80", "75.8"}, {".5", "0.5"}, {"5.", "5"}, {"+7", "7"},
        {"-12.25", "-12.25"}, {"-0.001", "-0.001"}, {"999999999999999", "999999999999999"},
        {"0.00000000000000000000000000000000", "0"}, {"0.00000000000000000000000000000001",
                                                     "0.00000000000000000000000000000001"},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct decimal value = read_decimal(cases[i].text);
        check_decimal(&value, cases[i].shown);
    }
}

static void test_refused(void **state) {
    static const char *const cases[] = {"", "-", ".", "1e3", "1,5", "1.2.3", " 1", "x",
                                        "123456789012345678901234567890123", "0.000000000000000000000000000000001"};
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct decimal value;
        if (decimal_parse(slice_from(cases[i]), &value)) fail_msg("\"%s\" is taken", cases[i]);
    }
}

static void test_sums(void **state) {
    static const struct {
        const char *a, *b, *sum;
    } cases[] = {
        {"75.8", "9", "84.8"}, {"5.9", "9", "14.9"}, {"0.1", "0.2", "0.3"}, {"1.1", "2.2", "3.3"},
        {"99.99", "0.01", "100"}, {"-5", "3", "-2"}, {"5", "-3.5", "1.5"}, {"-1", "1", "0"}, {"-0.5", "-0.5", "-1"},
        {"999999999999999", "0.000000000000001", "999999999999999.000000000000001"},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct decimal sum = decimal_add(read_decimal(cases[i].a), read_decimal(cases[i].b));
        check_decimal(&sum, cases[i].sum);
        sum = decimal_add(read_decimal(cases[i].b), read_decimal(cases[i].a));
        check_decimal(&sum, cases[i].sum);
    }
}

static void test_order(void **state) {
    static const char *const rising[] = {"-100", "-1.5", "-1.25", "-0.001", "0", "0.001", "1.25", "1.5", "100"};
    (void)state;
    for (size_t i = 0; i < LENGTH(rising); i++)
        for (size_t j = 0; j < LENGTH(rising); j++) {
            struct decimal a = read_decimal(rising[i]), b = read_decimal(rising[j]);
            assert_int_equal(decimal_compare(&a, &b), (i > j) - (i < j));
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
