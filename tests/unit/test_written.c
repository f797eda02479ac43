/* Written dates: what has one meaning, what is refused and what is then proposed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/time/written.h"

struct row {
    const char *text, *edtf;
};

static const struct row converted_rows[] = {
    /* months and days, English */
    {"May 2018", "2018-05"},
    {"may 2018", "2018-05"},
    {"MAY, 2018", "2018-05"},
    {"2018 May", "2018-05"},
    {"May of 2018", "2018-05"},
    {"in May 2018", "2018-05"},
    {"Sept. 2018", "2018-09"},
    {"1 December 2018", "2018-12-01"},
    {"01 December 2018", "2018-12-01"},
    {"1st December 2018", "2018-12-01"},
    {"the 1st of December 2018", "2018-12-01"},
    {"on 1 December 2018", "2018-12-01"},
    {"22nd Feb 2018", "2018-02-22"},
    {"3rd March, 2018", "2018-03-03"},
    {"December 1, 2018", "2018-12-01"},
    {"December 1st, 2018", "2018-12-01"},
    {"Dec. 1, 2018", "2018-12-01"},
    {"Dec 1 2018", "2018-12-01"},
    {"2018 December 1", "2018-12-01"},
    {"1-Dec-2018", "2018-12-01"},
    {"01/Dec/2018", "2018-12-01"},
    {"1.Dec.2018", "2018-12-01"},
    {"01DEC2018", "2018-12-01"},
    {"2018-May-09", "2018-05-09"},
    {"Dec-2018", "2018-12"},
    {"29 February 2016", "2016-02-29"},
    /* French */
    {"le 1er décembre 2018", "2018-12-01"},
    {"1er DÉCEMBRE 2018", "2018-12-01"},
    {"1 decembre 2018", "2018-12-01"},
    {"15 août 2018", "2018-08-15"},
    {"15 juil. 2018", "2018-07-15"},
    {"févr. 2018", "2018-02"},
    {"fe\xCC\x81vrier 2018", "2018-02"},
    {"en mai 2018", "2018-05"},
    {"été 2018", "2018-22"},
    {"les années 1980", "198X"},
    {"vers mai 2018", "2018-05~"},
    /* numbers */
    {"2018/12/01", "2018-12-01"},
    {"2018.12.01", "2018-12-01"},
    {"2018-1-5", "2018-01-05"},
    {"2018/1/5", "2018-01-05"},
    {"20181201", "2018-12-01"},
    {"2018\xE2\x80\x93" "12\xE2\x80\x93" "01", "2018-12-01"},
    {"25/12/2018", "2018-12-25"},
    {"12/25/2018", "2018-12-25"},
    {"25.12.2018", "2018-12-25"},
    {"05/05/2018", "2018-05-05"},
    {"05/2018", "2018-05"},
    {"5-2018", "2018-05"},
    {"2018/05", "2018-05"},
    {"2018-5", "2018-05"},
    /* qualifiers, decades, seasons */
    {"c. 2018", "2018~"},
    {"c2018", "2018~"},
    {"ca. May 2018", "2018-05~"},
    {"circa 1 May 2018", "2018-05-01~"},
    {"about 2018", "2018~"},
    {"approx. 2018", "2018~"},
    {"May 2018?", "2018-05?"},
    {"c. May 2018?", "2018-05%"},
    {"1980s", "198X"},
    {"the 1980s", "198X"},
    {"1980's", "198X"},
    {"c. 1980s", "198X~"},
    {"spring 2019", "2019-21"},
    {"Fall of 2019", "2019-23"},
    {"winter 2018-19", "2018-24"},
    {"winter 2018/2019", "2018-24"},
    {"hiver 1999-2000", "1999-24"},
    /* weekdays */
    {"Friday, 31 October 2025", "2025-10-31"},
    {"Fri. 31 Oct. 2025", "2025-10-31"},
    {"Friday October 31, 2025", "2025-10-31"},
    {"vendredi 31 octobre 2025", "2025-10-31"},
    /* two ends */
    {"May 1-3, 2018", "2018-05-01/2018-05-03"},
    {"1-3 May 2018", "2018-05-01/2018-05-03"},
    {"1\xE2\x80\x93" "3 May 2018", "2018-05-01/2018-05-03"},
    {"1st to 3rd May 2018", "2018-05-01/2018-05-03"},
    {"from 1 to 3 May 2018", "2018-05-01/2018-05-03"},
    {"du 1er au 3 mai 2018", "2018-05-01/2018-05-03"},
    {"May\xE2\x80\x93June 2018", "2018-05/2018-06"},
    {"de mai à juin 2018", "2018-05/2018-06"},
    {"30 April to 2 May 2018", "2018-04-30/2018-05-02"},
    {"April 30 - May 2, 2018", "2018-04-30/2018-05-02"},
    {"1 May 2018 - 3 June", "2018-05-01/2018-06-03"},
    {"1 May 2018 through 3 June 2019", "2018-05-01/2019-06-03"},
    {"Dec 2018 - Jan 2019", "2018-12/2019-01"},
    {"2018-2020", "2018/2020"},
    {"2018 - 2020", "2018/2020"},
    {"2018 to 2020", "2018/2020"},
    {"2018 - May 2020", "2018/2020-05"},
    {"1980s to 1990s", "198X/199X"},
    {"spring to autumn 2019", "2019-21/2019-23"},
    {"c. 2018 - c. 2020", "2018~/2020~"},
    {"2018 - c. 2020", "2018/2020~"},
    {"2018 to present", "2018/.."},
    {"May 2018 \xE2\x80\x93 present", "2018-05/.."},
    {"since 2018", "2018/.."},
    {"since c. May 2018", "2018-05~/.."},
    {"depuis le 1er mai 2018", "2018-05-01/.."},
    {"between 2018 and 2020", "[2018..2020]"},
    {"between 1 and 3 May 2018", "[2018-05-01..2018-05-03]"},
    {"entre mai et juillet 2018", "[2018-05..2018-07]"},
    {"2018 or 2019", "[2018,2019]"},
    {"1 or 2 May 2018", "[2018-05-01,2018-05-02]"},
    {"before 1980", "[..1979]"},
    {"before May 2018", "[..2018-04]"},
    {"before January 2018", "[..2017-12]"},
    {"before 1 March 2018", "[..2018-02-28]"},
    {"before the 1980s", "[..1979]"},
    {"avant 1980", "[..1979]"},
    {"after 1980", "[1981..]"},
    {"after the 1980s", "[1990..]"},
    {"after December 2018", "[2019-01..]"},
    {"after 31 December 2018", "[2019-01-01..]"},
    {"  May 2018 ", "2018-05"},
    {" 2018-12-01", "2018-12-01"},
};

/* The remedy is checked where it is more than the general one. */
static const struct row refused_rows[] = {
    {"", NULL},
    {"?", NULL},
    {"foo", NULL},
    {"mayy 2018", NULL},
    {"unknown", NULL},
    {"May", "write the year with four digits"},
    {"18 May", "write the year with four digits"},
    {"1 May to 3 June", "write the year with four digits"},
    {"1 May 18", "write the year with four digits"},
    {"May 1, 18", "write the year with four digits"},
    {"1/2/18", "write the year with four digits"},
    {"80s", "write the year with four digits"},
    {"2018-19", "write the year with four digits"},
    {"03/04/2018", "say --date-order dmy or --date-order mdy, or write YYYY-MM-DD"},
    {"1.12.2018", "say --date-order dmy or --date-order mdy, or write YYYY-MM-DD"},
    {"13/13/2018", "check the order of day and month, or write YYYY-MM-DD"},
    {"31/11/2018", "write a day from 1 to 30, or leave it out"},
    {"30 February 2018", "write a day from 1 to 28, or leave it out"},
    {"29 Feb 1900", "write a day from 1 to 28, or leave it out"},
    {"0 May 2018", "write a day from 1 to 31, or leave it out"},
    {"2018-13-01", "write YYYY-MM-DD"},
    {"13/2018", "write YYYY-MM-DD"},
    {"00/2018", "write YYYY-MM-DD"},
    {"2018.5", "write 2018-05"},
    {"Thursday, 31 October 2025", "correct the date or leave the weekday out"},
    {"Monday, May 2018", "leave the weekday out"},
    {"1900s", "write 190X for the decade, 19XX for the century"},
    {"winter 2019",
     "write 2019-24 for December 2019 to February 2020, 2018-24 for the winter before"},
    {"winter 2019-2021",
     "write 2019-24 for December 2019 to February 2020, 2018-24 for the winter before"},
    {"early 2025", "write the months that are meant, as in 2025-01/2025-04"},
    {"mid-2018", "write the months that are meant, as in 2025-01/2025-04"},
    {"end of 2018", "write the months that are meant, as in 2025-01/2025-04"},
    {"début 2018", "write the months that are meant, as in 2025-01/2025-04"},
    {"today", "write the date itself"},
    {"yesterday", "write the date itself"},
    {"last May", "write the date itself"},
    {"present", "write the date itself"},
    {"Q1 2018", "write 2018-33 to 2018-36 for those of the calendar"},
    {"20th century", "write 19XX for 1900 to 1999"},
    {"19e siècle", "write 18XX for 1800 to 1899"},
    {"44 BC", "write -0043 for 44 BC"},
    {"1 BC", "write 0000 for 1 BC"},
    {"AD 800", "write the year alone, with four digits"},
    {"c. 2018 - 2020", "write 2018~/2020, 2018~/2020~ and the like"},
    {"2018 - 2020?", "write 2018~/2020, 2018~/2020~ and the like"},
    {"May - 3 June 2018", "write both in full, as in 2018-05-01/2018-06-03"},
    {"May - 2018", "write both in full, as in 2018-05-01/2018-06-03"},
    {"before c. 1980", "write a set such as [..1979] or [1981..]"},
    {"after spring 1980", "write a set such as [..1979] or [1981..]"},
    {"from 2018", "write 2018/.. for what goes on"},
    {"2020-2018", "write the earlier date first"},
    {"between 2020 and 2018", "write the earlier date first"},
    {"30 December - 2 January 2019", "write the earlier date first"},
    {"before 0000", NULL},
    {"after 9999", NULL},
    {"until 2018", NULL},
    {"1 and 2 May 2018", NULL},
    {"1 December 2018 10:30", NULL},
    {"01122018", NULL},
    {"May 2018 May 2019", NULL},
    {"2018-12/01", "write 2018-12-01"},
    {"1 2 2018", NULL},
    {"May 2018,", NULL},
    {"1 \xD0\xBC\xD0\xB0\xD1\x8F 2018", NULL},
    {"May \xFF", NULL},
    {"a a a a a a a a a a a a a a a a a a a a a a a a a a a", NULL},
};

static const char general_remedy[] =
    "write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025";

static enum status convert(struct arena *arena, const char *text, struct slice *out,
                           bool *converted, struct error *error) {
    return written_to_edtf(arena, slice_from(text), DATE_ORDER_NONE, out, converted, error);
}

static void test_converted(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof converted_rows / sizeof *converted_rows; i++) {
        const struct row *row = &converted_rows[i];
        struct slice out;
        struct error error = {.status = STATUS_OK};
        struct edtf date;
        bool converted = false;
        if (convert(&arena, row->text, &out, &converted, &error) != STATUS_OK)
            fail_msg("%s: %s", row->text, error.message);
        if (!slice_is(out, row->edtf))
            fail_msg("%s became %.*s", row->text, (int)out.size, out.data);
        assert_true(converted);
        assert_int_equal(edtf_parse(out, &date, NULL, NULL), STATUS_OK);
        assert_int_equal(error.status, STATUS_OK);
    }
    arena_free(&arena);
}

static void test_refused(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof refused_rows / sizeof *refused_rows; i++) {
        const struct row *row = &refused_rows[i];
        struct slice out = SLICE_OF("before");
        struct error error = {.status = STATUS_OK};
        bool converted = true;
        if (convert(&arena, row->text, &out, &converted, &error) != STATUS_BAD_INPUT)
            fail_msg("'%s' became %.*s", row->text, (int)out.size, out.data);
        assert_false(converted);
        assert_null(out.data);
        assert_true(error.message[0] != '\0');
        assert_string_equal(error.remedy, row->edtf ? row->edtf : general_remedy);
    }
    arena_free(&arena);
}

/* Whatever is EDTF is given back as it is, and not said to be converted. */
static void test_edtf_stays(void **state) {
    (void)state;
    static const char *const rows[] = {
        "2018",     "2018-12-01", "2018/2020", "2018-21", "201X",  "[2018,2019]",
        "2018-12~", "../2018",    "Y12345678", "1950S2",  "?2018", "2018-12-01T10:00:00Z"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice out;
        bool converted = true;
        assert_int_equal(written_to_edtf(&arena, slice_from(rows[i]), DATE_ORDER_DMY, &out,
                                         &converted, NULL),
                         STATUS_OK);
        assert_ptr_equal(out.data, rows[i]);
        assert_false(converted);
    }
    arena_free(&arena);
}

/* An order decides where it must, and is followed strictly. NULL: refused. */
static void test_orders(void **state) {
    (void)state;
    static const struct {
        const char *text, *by_order[4]; /* none, dmy, mdy, ymd */
    } rows[] = {
        {"03/04/2018", {NULL, "2018-04-03", "2018-03-04", NULL}},
        {"3-4-2018", {NULL, "2018-04-03", "2018-03-04", NULL}},
        {"3.4.2018", {NULL, "2018-04-03", "2018-03-04", NULL}},
        {"25/12/2018", {"2018-12-25", "2018-12-25", NULL, "2018-12-25"}},
        {"12/25/2018", {"2018-12-25", NULL, "2018-12-25", "2018-12-25"}},
        {"5/5/2018", {"2018-05-05", "2018-05-05", "2018-05-05", "2018-05-05"}},
        {"2018/3/4", {"2018-03-04", "2018-03-04", "2018-03-04", "2018-03-04"}},
        {"2018/25/12", {NULL, NULL, NULL, NULL}},
        {"1/2/18", {NULL, NULL, NULL, NULL}},
        {"1 May 2018", {"2018-05-01", "2018-05-01", "2018-05-01", "2018-05-01"}},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int order = 0; order < 4; order++) {
            struct slice out;
            bool converted;
            enum status status = written_to_edtf(&arena, slice_from(rows[i].text),
                                                 (enum date_order)order, &out, &converted, NULL);
            assert_int_equal(status == STATUS_OK, rows[i].by_order[order] != NULL);
            assert_true(slice_equals(out, slice_from(rows[i].by_order[order])));
        }
    arena_free(&arena);
}

/* Every day of some years, in the usual forms. */
static void test_every_day(void **state) {
    (void)state;
    static const char *const english[] = {"January", "February", "March",     "April",
                                          "May",     "June",     "July",      "August",
                                          "September", "October", "November", "December"};
    static const char *const french[] = {"janvier", "février", "mars",      "avril",
                                         "mai",     "juin",    "juillet",   "août",
                                         "septembre", "octobre", "novembre", "décembre"};
    struct arena arena;
    struct buffer text;
    arena_init(&arena);
    buffer_init(&text);
    struct arena_mark mark = arena_mark(&arena);
    for (int64_t number = 17000; number < 17000 + 800; number++) {
        struct calendar_day day = calendar_from_number(number);
        const char *names[] = {english[day.month - 1], french[day.month - 1]};
        char expected[EDTF_DAY_SIZE];
        edtf_format_day(number, expected);
        for (int form = 0; form < 4; form++) {
            struct slice out;
            bool converted;
            buffer_clear(&text);
            if (form < 2)
                buffer_append_format(&text, "%d %s %d", day.day, names[form], (int)day.year);
            else if (form == 2)
                buffer_append_format(&text, "%.3s. %d, %d", names[0], day.day, (int)day.year);
            else
                buffer_append_format(&text, "%d/%d/%d", (int)day.year, day.month, day.day);
            assert_int_equal(written_to_edtf(&arena, buffer_slice(&text), DATE_ORDER_NONE, &out,
                                             &converted, NULL),
                             STATUS_OK);
            assert_true(slice_is(out, expected));
            arena_rewind(&arena, mark);
        }
    }
    buffer_free(&text);
    arena_free(&arena);
}

/* Long texts are refused at once; an error that is filled stays. */
static void test_edges(void **state) {
    (void)state;
    enum { SIZE = 1 << 20 };
    struct arena arena;
    struct slice out;
    bool converted;
    struct error error = {.status = STATUS_OK};
    char *text = malloc(SIZE);
    assert_non_null(text);
    arena_init(&arena);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = "May 2018 "[i % 9];
    assert_int_equal(written_to_edtf(&arena, (struct slice){text, SIZE}, DATE_ORDER_NONE, &out,
                                     &converted, &error),
                     STATUS_BAD_INPUT);
    assert_true(strlen(error.message) < 200);
    error_clear(&error);
    error_set(&error, STATUS_USAGE, "first");
    assert_int_equal(written_to_edtf(&arena, SLICE_OF("May"), DATE_ORDER_NONE, &out, &converted,
                                     &error),
                     STATUS_BAD_INPUT);
    assert_string_equal(error.message, "first");
    assert_int_equal(written_to_edtf(&arena, SLICE_NONE, DATE_ORDER_NONE, &out, &converted, NULL),
                     STATUS_BAD_INPUT);
    free(text);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_converted), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_edtf_stays), cmocka_unit_test(test_orders),
        cmocka_unit_test(test_every_day), cmocka_unit_test(test_edges),
    };
    return cmocka_run_group_tests_name("written", tests, NULL, NULL);
}
