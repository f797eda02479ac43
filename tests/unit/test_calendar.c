/* The calendar: known days, every day of some centuries, the ends of the range. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/time/calendar.h"

static void test_known_days(void **state) {
    (void)state;
    static const struct {
        int64_t year;
        int month, day;
        int64_t number;
        int weekday;
    } rows[] = {
        {1970, 1, 1, 0, 3},       {1970, 1, 2, 1, 4},        {1969, 12, 31, -1, 2},
        {2000, 2, 29, 11016, 1},  {2000, 3, 1, 11017, 2},    {2025, 10, 31, 20392, 4},
        {1582, 10, 15, -141427, 4}, {1, 1, 1, -719162, 0},   {0, 1, 1, -719528, 5},
        {0, 2, 29, -719469, 1},   {0, 3, 1, -719468, 2},     {-1, 12, 31, -719529, 4},
        {9999, 12, 31, 2932896, 4}, {-4, 2, 29, -720930, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t number = calendar_to_number(rows[i].year, rows[i].month, rows[i].day);
        struct calendar_day day = calendar_from_number(rows[i].number);
        assert_true(number == rows[i].number);
        assert_true(day.year == rows[i].year);
        assert_int_equal(day.month, rows[i].month);
        assert_int_equal(day.day, rows[i].day);
        assert_int_equal(calendar_weekday(number), rows[i].weekday);
    }
}

static void test_leap_years(void **state) {
    (void)state;
    static const int64_t leap[] = {0, 4, -4, 1600, 2000, 2024, -400, -2000, 1904};
    static const int64_t common[] = {1, -1, 100, -100, 1900, 2100, 2023, -300, 1582};
    for (size_t i = 0; i < sizeof leap / sizeof *leap; i++)
        assert_true(calendar_is_leap(leap[i]));
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        assert_false(calendar_is_leap(common[i]));
    assert_true(calendar_is_leap(CALENDAR_YEAR_MAX));
    assert_true(calendar_is_leap(-CALENDAR_YEAR_MAX));
}

static void test_validity(void **state) {
    (void)state;
    assert_true(calendar_is_valid(2024, 2, 29));
    assert_false(calendar_is_valid(2023, 2, 29));
    assert_false(calendar_is_valid(2024, 2, 30));
    assert_false(calendar_is_valid(2024, 0, 1));
    assert_false(calendar_is_valid(2024, 13, 1));
    assert_false(calendar_is_valid(2024, 1, 0));
    assert_false(calendar_is_valid(2024, 1, 32));
    assert_true(calendar_is_valid(CALENDAR_YEAR_MAX, 12, 31));
    assert_false(calendar_is_valid(CALENDAR_YEAR_MAX + 1, 1, 1));
    assert_true(calendar_is_valid(-CALENDAR_YEAR_MAX, 1, 1));
    assert_false(calendar_is_valid(-CALENDAR_YEAR_MAX - 1, 12, 31));
    assert_int_equal(calendar_month_days(2024, 0), 0);
    assert_int_equal(calendar_month_days(2024, 13), 0);
}

/* Counts day by day, without the arithmetic that is tested. */
static void walk_years(int64_t first_year, int years) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t number = calendar_to_number(first_year, 1, 1);
    int weekday = calendar_weekday(number);
    for (int64_t year = first_year; year < first_year + years; year++)
        for (int month = 1; month <= 12; month++) {
            bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            int last = lengths[month - 1] + (month == 2 && leap);
            for (int day = 1; day <= last; day++, number++, weekday = (weekday + 1) % 7) {
                struct calendar_day found = calendar_from_number(number);
                assert_true(calendar_to_number(year, month, day) == number);
                assert_true(found.year == year && found.month == month && found.day == day);
                assert_int_equal(calendar_weekday(number), weekday);
            }
        }
}

static void test_every_day(void **state) {
    (void)state;
    walk_years(-410, 820);
    walk_years(1890, 220);
    walk_years(-CALENDAR_YEAR_MAX, 4);
    walk_years(CALENDAR_YEAR_MAX - 3, 4);
}

/* Days of all years that can be written; and no day number is too large to be told. */
static void test_numbers_at_random(void **state) {
    (void)state;
    uint64_t random = 1;
    for (int i = 0; i < 300000; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        int64_t number = (int64_t)random / (INT64_C(1) << (5 + i % 45));
        struct calendar_day day = calendar_from_number(number);
        assert_true(calendar_to_number(day.year, day.month, day.day) == number);
        assert_true(day.day >= 1 && day.day <= calendar_month_days(day.year, day.month));
    }
    struct calendar_day first = calendar_from_number(INT64_MIN);
    struct calendar_day last = calendar_from_number(INT64_MAX);
    assert_true(first.year < -25 * CALENDAR_YEAR_MAX && last.year > 25 * CALENDAR_YEAR_MAX);
    assert_true(calendar_is_valid(2000, last.month, last.day));
    assert_true(calendar_weekday(INT64_MIN) >= 0 && calendar_weekday(INT64_MAX) <= 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_days), cmocka_unit_test(test_leap_years),
        cmocka_unit_test(test_validity),   cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_numbers_at_random),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
