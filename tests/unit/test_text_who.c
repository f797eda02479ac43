/* The pages of `who`, `held` and `days` where a transcript does not reach: narrow pages, long names, marks. */
#include "write_fixture.h"

#include "../../core/ask/held.h"
#include "../../core/ask/office.h"

static const struct answer_part who_parts[] = {{"", &office_day_shape, true, false},
                                               {"holders", &holder_shape, false, true}};
static const struct answer_part days_parts[] = {{"", &days_shape, true, true}};

#define TEXT(words) SLICE_OF(words)

static void begin(struct page *page, const char *command, const struct answer_part *parts, size_t count, int width) {
    page_init(page, "text", command);
    page->style.width = width;
    page->context.plan = (struct answer_plan){parts, count};
    page_begin(page);
}

static void add(struct page *page, const struct answer_part *part, const void *entry) {
    assert_int_equal(page->writer.class->entry(&page->writer, part, entry), STATUS_OK);
    page_rewind(page);
}

static void check_end(struct page *page, const char *wanted) {
    assert_int_equal(page->writer.class->end(&page->writer), STATUS_OK);
    assert_int_equal(sink_finish(&page->sink), STATUS_OK);
    buffer_append_byte(&page->out, '\0');
    assert_string_equal(page->out.data, wanted);
    free(page->writer.state);
    buffer_free(&page->out);
    arena_free(&page->scratch);
    arena_free(&page->memory);
}

static struct answer_holder make_holder(const char *title, const char *name) {
    return (struct answer_holder){.country = TEXT("X-TEST"), .country_name = TEXT("Testland"),
                                  .office = TEXT("head_of_state"), .title = slice_from(title), .person = TEXT("p"),
                                  .name = slice_from(name), .start = TEXT("2001-02-03"), .certain = true};
}

static void test_narrow(void **state) {
    struct answer_office_day day = {.on = TEXT("2020-05-06"), .on_min = DAY_MIN, .on_max = DAY_MAX, .first = 18388,
                                    .last = 18388};
    struct answer_holder holder = make_holder("President", "Ann Test");
    struct page page;
    (void)state;
    begin(&page, "who", who_parts, 2, 40);
    add(&page, &who_parts[0], &day);
    holder.certain = false;
    holder.why = TEXT("start known to the year");
    add(&page, &who_parts[1], &holder);
    check_end(&page, "In office on 6 May 2020\n"
                     "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
                     "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
                     "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
                     "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
                     "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
                     "\n\nTestland\n"
                     "  President: Ann Test, since 3 Feb 2001\n"
                     "    uncertain: start known to the year\n");
}

/* Long names are broken into lines within their columns. */
static void test_long(void **state) {
    struct answer_office_day day = {.on_min = DAY_MIN, .on_max = DAY_MAX, .of_people = true};
    struct answer_holder holder = make_holder("Secretary of State for Testing, Measuring and Weighing of Everything",
                                              "Ann Test");
    struct page page;
    (void)state;
    holder.country_name = TEXT("United Kingdom of Great Testland and Northern Ardon");
    holder.end = TEXT("2004-05-06");
    begin(&page, "who", who_parts, 2, 80);
    add(&page, &who_parts[0], &day);
    add(&page, &who_parts[1], &holder);
    check_end(&page,
              "Ann Test\n"
              "  Secretary of State for         United Kingdom of       3 Feb 2001 \xE2\x80\x93 "
              "6 May 2004\n"
              "    Testing, Measuring and       Great Testland and\n"
              "    Weighing of Everything       Northern Ardon\n"
              "\n"
              "Where a term has ended, its second date is the first day no longer in office.\n");
}

/* Nothing of a record can steer a terminal. */
static void test_hostile(void **state) {
    struct answer_office_day day = {.on_min = DAY_MIN, .on_max = DAY_MAX};
    struct answer_holder holder = make_holder("\x1b[31mKing", "\x07" "A\nB");
    struct page page;
    (void)state;
    begin(&page, "who", who_parts, 2, 80);
    add(&page, &who_parts[0], &day);
    add(&page, &who_parts[1], &holder);
    check_end(&page, "Testland\n  \\x1b[31mKing  \\x07" "A B  since 3 Feb 2001\n");
}

/* No entry, no page. */
static void test_empty(void **state) {
    struct answer_office_day day = {.on = TEXT("2020-05-06"), .on_min = DAY_MIN, .on_max = DAY_MAX};
    struct page page;
    (void)state;
    begin(&page, "who", who_parts, 2, 80);
    add(&page, &who_parts[0], &day);
    check_end(&page, "");
}

/* ---- days ------------------------------------------------------------------------------------------------------- */

static void test_days(void **state) {
    static const struct {
        int64_t min, max;
        bool has_min, has_max, about;
        const char *wanted; /* first line */
    } cases[] = {
        {0, 0, true, true, false, "0 days: the same day"},
        {1, 1, true, true, false, "1 day"},
        {-1, -1, true, true, false, "1 day back: the second date lies before the first"},
        {1234567, 1234567, true, true, false, "1,234,567 days"},
        {1000, 1001, true, true, false, "between 1,000 and 1,001 days"},
        {-20, -10, true, true, false, "between 10 and 20 days back: the second date lies before the first"},
        {-20, 10, true, true, false, "between 20 days back and 10 days on"},
        {-20, 0, true, true, false, "between 0 and 20 days back"},
        {0, 20, true, true, false, "between 0 and 20 days"},
        {5, 0, true, false, false, "at least 5 days"},
        {-5, 0, true, false, false, "at most 5 days back"},
        {0, 5, false, true, false, "at most 5 days on"},
        {0, -5, false, true, false, "at least 5 days back: the second date lies before the first"},
        {5, 5, true, true, true, "about 5 days (a date is marked as uncertain or approximate)"},
        {5, 9, true, true, true, "between about 5 and 9 days (a date is marked as uncertain or approximate)"},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct answer_days days = {.from = TEXT("a"), .to = TEXT("b"), .from_max = 1, .to_max = 1};
        struct shape_count min = {cases[i].has_min, cases[i].min}, max = {cases[i].has_max, cases[i].max};
        struct page page;
        char wanted[200];
        *(cases[i].about ? &days.about_min : &days.days_min) = min;
        *(cases[i].about ? &days.about_max : &days.days_max) = max;
        begin(&page, "days", days_parts, 1, 100);
        add(&page, &days_parts[0], &days);
        strcpy(wanted, cases[i].wanted);
        strcat(wanted, "\n  from 1\xE2\x80\x93" "2 Jan 1970\n  to   1\xE2\x80\x93" "2 Jan 1970\n");
        check_end(&page, wanted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_narrow), cmocka_unit_test(test_long),  cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_empty),  cmocka_unit_test(test_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
