/* Dates in words. `_` stands for the space within one date. */
#include "write_fixture.h"

#include "../../core/write/text_date.h"

static void check_words(const struct buffer *buffer, const char *wanted, const char *of) {
    if (!slice_is(buffer_slice(buffer), wanted))
        fail_msg("%s: \"%.*s\" instead of \"%s\"", of, (int)buffer->size, buffer->data, wanted);
}

static void test_expressions(void **state) {
    (void)state;
    static const struct {
        const char *edtf, *words;
    } rows[] = {
        {"2017-12-05", "5_Dec_2017"},
        {"2018-05", "May_2018"},
        {"2018", "2018"},
        {"2019-21", "spring_2019"},
        {"2019-22~", "about summer_2019"},
        {"2019-24", "winter_2019/20"},
        {"2019-25", "spring_2019 (northern)"},
        {"2019-32", "winter_2019 (southern)"},
        {"2019-33", "Q1_2019"},
        {"2019-36", "Q4_2019"},
        {"2019-37", "first third of_2019"},
        {"2019-41", "second half of_2019"},
        {"2018-05~", "about May_2018"},
        {"2018-05?", "May_2018?"},
        {"2018-05%", "about May_2018?"},
        {"2018-~05", "about May_2018"},
        {"201X", "2010s"},
        {"19XX", "between 1900 and 1999"},
        {"18X1", "between 1801 and 1891"},
        {"XXXX", "unknown year"},
        {"2018-XX", "2018"},
        {"2018-05-XX", "May_2018"},
        {"2018-XX-05", "between 5_Jan and 5_Dec_2018"},
        {"[1971,1972]", "1971 or 1972"},
        {"[1667,1668,1670..1672]", "one of 1667, 1668, 1670\xE2\x80\x93"
                                   "1672"},
        {"[1667..1670]", "some time 1667\xE2\x80\x93"
                         "1670"},
        {"[..1984]", "1984 or before"},
        {"[1984-12..]", "Dec_1984 or later"},
        {"{1667,1668}", "1667 and 1668"},
        {"{1667,1668..1670,1675}", "1667, 1668\xE2\x80\x93"
                                   "1670 and 1675"},
        {"2018/2019", "2018\xE2\x80\x93"
                      "2019"},
        {"2005-09-08/2005-09-17", "8\xE2\x80\x93"
                                  "17_Sep_2005"},
        {"2005-09-08/2005-10-01", "8_Sep \xE2\x80\x93 1_Oct_2005"},
        {"2005-09/2005-11", "Sep\xE2\x80\x93Nov_2005"},
        {"2005-12/2006-02", "Dec_2005 \xE2\x80\x93 Feb_2006"},
        {"2018-12-10/2021-09-24", "10_Dec_2018 \xE2\x80\x93 24_Sep_2021"},
        {"2004-06-11%/2004-06?", "about 11_Jun_2004? \xE2\x80\x93 Jun_2004?"},
        {"1985-04-12/1985-04-12", "12_Apr_1985"},
        {"2018-12-10/..", "since 10_Dec_2018, ongoing"},
        {"2018-12-10/", "since 10_Dec_2018"},
        {"../2018", "until 2018"},
        {"/2018", "until 2018"},
        {"../..", "dates not known"},
        {"-0043-03-15", "15_Mar_44_BC"},
        {"0000", "1_BC"},
        {"-0043/-0002", "44_BC \xE2\x80\x93 3_BC"},
        {"Y170000002", "170000002"},
        {"2018-12-05T14:30:00Z", "5_Dec_2018, 14:30 UTC"},
        {"2018-12-05T14:30:05", "5_Dec_2018, 14:30:05"},
        {"2018-12-05T14:30:00-05:00", "5_Dec_2018, 14:30 UTC-05:00"},
        {" 2018 ", "2018"},
        {"next spring", "next spring"},
        {"2018-02-30", "2018-02-30"},
        {"[2018,soon]", "[2018,soon]"},
        {"", ""},
    };
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        buffer_clear(&buffer);
        text_date_append(&buffer, slice_from(rows[i].edtf), "_");
        check_words(&buffer, rows[i].words, rows[i].edtf);
    }
    buffer_free(&buffer);
}

static void test_days(void **state) {
    (void)state;
    static const struct {
        int from[3], to[3];
        const char *words;
    } rows[] = {
        {{2018, 12, 1}, {2018, 12, 31}, "Dec_2018"},
        {{2018, 1, 1}, {2018, 12, 31}, "2018"},
        {{2010, 1, 1}, {2019, 12, 31}, "2010s"},
        {{2010, 1, 1},
         {2012, 12, 31},
         "2010\xE2\x80\x93"
         "2012"},
        {{2018, 1, 1}, {2018, 3, 31}, "Jan\xE2\x80\x93Mar_2018"},
        {{2018, 12, 1},
         {2018, 12, 24},
         "1\xE2\x80\x93"
         "24_Dec_2018"},
        {{2018, 12, 24}, {2018, 12, 24}, "24_Dec_2018"},
        {{2018, 12, 24}, {2019, 1, 6}, "24_Dec_2018 \xE2\x80\x93 6_Jan_2019"},
    };
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        buffer_clear(&buffer);
        text_date_append_range(
            &buffer, calendar_to_number(rows[i].from[0], rows[i].from[1], rows[i].from[2]),
            calendar_to_number(rows[i].to[0], rows[i].to[1], rows[i].to[2]), "_");
        check_words(&buffer, rows[i].words, rows[i].words);
    }
    buffer_clear(&buffer);
    text_date_append_range(&buffer, DAY_MIN, 0, "_");
    check_words(&buffer, "until 1_Jan_1970", "no beginning");
    buffer_clear(&buffer);
    text_date_append_range(&buffer, 0, DAY_MAX, "_");
    check_words(&buffer, "from 1_Jan_1970", "no end");
    buffer_clear(&buffer);
    text_date_append_range(&buffer, DAY_MIN, DAY_MAX, "_");
    text_date_append_range(&buffer, 1, 0, "_");
    text_date_append_day(&buffer, DAY_MAX, "_");
    assert_int_equal(buffer.size, 0);
    text_date_append_day(&buffer, 0, "_");
    check_words(&buffer, "1_Jan_1970", "day 0");
    buffer_free(&buffer);
}

static void test_events(void **state) {
    (void)state;
    static const struct {
        const char *kind, *date, *end, *phrase, *column;
    } rows[] = {
        {"meeting", "2017-12-05", "", "5_Dec_2017", "5_Dec_2017"},
        {"meeting", "2018-05~", "", "about May_2018", "about May_2018"},
        {"meeting", "2018-03-01/2018-03-05", "", "between 1 and 5_Mar_2018",
         "between 1 and 5_Mar_2018"},
        {"meeting", "2018/..", "", "2018 or later", "2018 or later"},
        {"meeting", "/2018", "", "2018 or before", "2018 or before"},
        {"meeting", "[2018-03-01,2018-03-06]", "", "1_Mar_2018 or 6_Mar_2018",
         "1_Mar_2018 or 6_Mar_2018"},
        {"visit", "2018-03-01/2018-03-05", "",
         "1\xE2\x80\x93"
         "5_Mar_2018",
         "1\xE2\x80\x93"
         "5_Mar_2018"},
        {"visit", "2018-03-01", "2018-04-05", "1_Mar \xE2\x80\x93 5_Apr_2018",
         "1_Mar_2018 \xE2\x80\x93 5_Apr_2018"},
        {"visit", "2018-03-01", "2018-03-01", "1_Mar_2018", "1_Mar_2018"},
        {"visit", "2018-03", "", "Mar_2018", "Mar_2018"},
        {"visit", "2018-03-01/2018-03-03", "2018-03-09",
         "between 1 and 3_Mar_2018 \xE2\x80\x93 9_Mar_2018",
         "between 1 and 3_Mar_2018 \xE2\x80\x93 9_Mar_2018"},
        {"visit", "2018-03-01/..", "", "since 1_Mar_2018, ongoing",
         "1_Mar_2018 \xE2\x80\x93 ongoing"},
        {"tariff", "2025-03-20", "", "since 20_Mar_2025", "20_Mar_2025 \xE2\x80\x93 no end known"},
        {"tariff", "2025-03-20", "..", "since 20_Mar_2025, ongoing",
         "20_Mar_2025 \xE2\x80\x93 ongoing"},
        {"tariff", "2025-03-20/", "", "since 20_Mar_2025", "20_Mar_2025 \xE2\x80\x93 no end known"},
        {"tariff", "2025-03-20", "2026-03-01~", "20_Mar_2025 \xE2\x80\x93 about 1_Mar_2026",
         "20_Mar_2025 \xE2\x80\x93 about 1_Mar_2026"},
        {"tariff", "2025-01/2025-03", "", "Jan\xE2\x80\x93Mar_2025", "Jan\xE2\x80\x93Mar_2025"},
    };
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct record event;
        struct event_times times;
        int field;
        FILL(&event, RECORD_EVENT, {EVENT_KIND, rows[i].kind}, {EVENT_DATE, rows[i].date},
             {EVENT_END, rows[i].end});
        assert_int_equal(event_find_times(&event, &times, &field, NULL), STATUS_OK);
        buffer_clear(&buffer);
        text_date_append_event(&buffer, &event, &times, "_", TEXT_DATE_PHRASE);
        check_words(&buffer, rows[i].phrase, rows[i].date);
        buffer_clear(&buffer);
        text_date_append_event(&buffer, &event, &times, "_", TEXT_DATE_COLUMN);
        check_words(&buffer, rows[i].column, rows[i].date);
    }
    buffer_free(&buffer);
}

static void test_derived_end(void **state) {
    (void)state;
    struct record event;
    struct event_times times;
    struct buffer buffer;
    int field;
    buffer_init(&buffer);
    FILL(&event, RECORD_EVENT, {EVENT_KIND, "tariff"}, {EVENT_DATE, "2018-12-10"});
    assert_int_equal(event_find_times(&event, &times, &field, NULL), STATUS_OK);
    times.end_state = END_DERIVED;
    times.end_min = calendar_to_number(2021, 9, 1);
    times.end_max = calendar_to_number(2021, 9, 30);
    text_date_append_event(&buffer, &event, &times, "_", TEXT_DATE_COLUMN);
    check_words(&buffer, "10_Dec_2018 \xE2\x80\x93 Sep_2021", "a derived end");
    buffer_free(&buffer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expressions),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_derived_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
