/* EDTF: what the standard shows, what it leaves to judgement, canonical forms, messages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/base/buffer.h"
#include "../../core/time/edtf.h"

/* `bounds` is "min max"; of invalid texts all but the text is left out. */
struct row {
    const char *text;
    int level;
    enum edtf_type type;
    const char *bounds;
};

/* The examples of the standard, in its order. */
static const struct row standard_rows[] = {
    /* Level 0 */
    {"1985-04-12", 0, EDTF_DATE, "1985-04-12 1985-04-12"},
    {"1985-04", 0, EDTF_DATE, "1985-04-01 1985-04-30"},
    {"1985", 0, EDTF_DATE, "1985-01-01 1985-12-31"},
    {"1985-04-12T23:20:30", 0, EDTF_DATETIME, "1985-04-12 1985-04-12"},
    {"1985-04-12T23:20:30Z", 0, EDTF_DATETIME, "1985-04-12 1985-04-12"},
    {"1985-04-12T23:20:30-04", 0, EDTF_DATETIME, "1985-04-12 1985-04-12"},
    {"1985-04-12T23:20:30+04:30", 0, EDTF_DATETIME, "1985-04-12 1985-04-12"},
    {"1964/2008", 0, EDTF_INTERVAL, "1964-01-01 2008-12-31"},
    {"2004-06/2006-08", 0, EDTF_INTERVAL, "2004-06-01 2006-08-31"},
    {"2004-02-01/2005-02-08", 0, EDTF_INTERVAL, "2004-02-01 2005-02-08"},
    {"2004-02-01/2005-02", 0, EDTF_INTERVAL, "2004-02-01 2005-02-28"},
    {"2004-02-01/2005", 0, EDTF_INTERVAL, "2004-02-01 2005-12-31"},
    {"2005/2006-02", 0, EDTF_INTERVAL, "2005-01-01 2006-02-28"},
    /* Level 1 */
    {"Y170000002", 1, EDTF_YEAR, "Y170000002-01-01 Y170000002-12-31"},
    {"Y-170000002", 1, EDTF_YEAR, "Y-170000002-01-01 Y-170000002-12-31"},
    {"2001-21", 1, EDTF_SEASON, "2001-03-01 2001-05-31"},
    {"1984?", 1, EDTF_DATE, "1984-01-01 1984-12-31"},
    {"2004-06~", 1, EDTF_DATE, "2004-06-01 2004-06-30"},
    {"2004-06-11%", 1, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"201X", 1, EDTF_DATE, "2010-01-01 2019-12-31"},
    {"20XX", 1, EDTF_DATE, "2000-01-01 2099-12-31"},
    {"2004-XX", 1, EDTF_DATE, "2004-01-01 2004-12-31"},
    {"1985-04-XX", 1, EDTF_DATE, "1985-04-01 1985-04-30"},
    {"1985-XX-XX", 1, EDTF_DATE, "1985-01-01 1985-12-31"},
    {"1985-04-12/..", 1, EDTF_INTERVAL, "1985-04-12 inf"},
    {"1985-04/..", 1, EDTF_INTERVAL, "1985-04-01 inf"},
    {"1985/..", 1, EDTF_INTERVAL, "1985-01-01 inf"},
    {"../1985-04-12", 1, EDTF_INTERVAL, "-inf 1985-04-12"},
    {"../1985-04", 1, EDTF_INTERVAL, "-inf 1985-04-30"},
    {"../1985", 1, EDTF_INTERVAL, "-inf 1985-12-31"},
    {"1985-04-12/", 1, EDTF_INTERVAL, "1985-04-12 unknown"},
    {"1985-04/", 1, EDTF_INTERVAL, "1985-04-01 unknown"},
    {"1985/", 1, EDTF_INTERVAL, "1985-01-01 unknown"},
    {"/1985-04-12", 1, EDTF_INTERVAL, "unknown 1985-04-12"},
    {"/1985-04", 1, EDTF_INTERVAL, "unknown 1985-04-30"},
    {"/1985", 1, EDTF_INTERVAL, "unknown 1985-12-31"},
    {"-1985", 1, EDTF_DATE, "-1985-01-01 -1985-12-31"},
    /* Level 2 */
    {"Y-17E7", 2, EDTF_YEAR, "Y-170000000-01-01 Y-170000000-12-31"},
    {"1950S2", 2, EDTF_YEAR, "1900-01-01 1999-12-31"},
    {"Y171010000S3", 2, EDTF_YEAR, "Y171000000-01-01 Y171999999-12-31"},
    {"Y3388E2S3", 2, EDTF_YEAR, "Y338000-01-01 Y338999-12-31"},
    {"2001-34", 2, EDTF_SEASON, "2001-04-01 2001-06-30"},
    {"[1667,1668,1670..1672]", 2, EDTF_SET, "1667-01-01 1672-12-31"},
    {"[..1760-12-03]", 2, EDTF_SET, "-inf 1760-12-03"},
    {"[1760-12..]", 2, EDTF_SET, "1760-12-01 inf"},
    {"[1760-01,1760-02,1760-12..]", 2, EDTF_SET, "1760-01-01 inf"},
    {"[1667,1760-12]", 2, EDTF_SET, "1667-01-01 1760-12-31"},
    {"[..1984]", 2, EDTF_SET, "-inf 1984-12-31"},
    {"{1667,1668,1670..1672}", 2, EDTF_LIST, "1667-01-01 1672-12-31"},
    {"{1960,1961-12}", 2, EDTF_LIST, "1960-01-01 1961-12-31"},
    {"{..1984}", 2, EDTF_LIST, "-inf 1984-12-31"},
    {"{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", 2, EDTF_LIST, "-inf inf"},
    {"2004-06-11%", 1, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"2004-06~-11", 2, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"2004?-06-11", 2, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"?2004-06-~11", 2, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"2004-%06-11", 2, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"156X-12-25", 2, EDTF_DATE, "1560-12-25 1569-12-25"},
    {"15XX-12-25", 2, EDTF_DATE, "1500-12-25 1599-12-25"},
    {"XXXX-12-XX", 2, EDTF_DATE, "0000-12-01 9999-12-31"},
    {"1XXX-XX", 2, EDTF_DATE, "1000-01-01 1999-12-31"},
    {"1XXX-12", 2, EDTF_DATE, "1000-12-01 1999-12-31"},
    {"1984-1X", 2, EDTF_DATE, "1984-10-01 1984-12-31"},
    {"2004-06-~01/2004-06-~20", 2, EDTF_INTERVAL, "2004-06-01 2004-06-20"},
    {"2004-06-XX/2004-07-03", 2, EDTF_INTERVAL, "2004-06-01 2004-07-03"},
};

/* What the standard implies, and where a decision was due. */
static const struct row own_rows[] = {
    {"0000-02-29", 0, EDTF_DATE, "0000-02-29 0000-02-29"},
    {"-0001", 1, EDTF_DATE, "-0001-01-01 -0001-12-31"},
    {"-9999-12-31", 1, EDTF_DATE, "-9999-12-31 -9999-12-31"},
    {"-0004-02-29T00:00:00", 1, EDTF_DATETIME, "-0004-02-29 -0004-02-29"},
    {"1999-12-31T23:59:59+14:00", 0, EDTF_DATETIME, "1999-12-31 1999-12-31"},
    {"1999-12-31T23:59:59-14", 0, EDTF_DATETIME, "1999-12-31 1999-12-31"},
    {"1999-12-31T00:00:00+00:30", 0, EDTF_DATETIME, "1999-12-31 1999-12-31"},
    {"2001-21~", 1, EDTF_SEASON, "2001-03-01 2001-05-31"},
    {"2001?-21", 2, EDTF_SEASON, "2001-03-01 2001-05-31"},
    {"9999-24", 1, EDTF_SEASON, "9999-12-01 Y10000-02-29"},
    {"1999-24", 1, EDTF_SEASON, "1999-12-01 2000-02-29"},
    {"-0001-24", 1, EDTF_SEASON, "-0001-12-01 0000-02-29"},
    {"2001-22", 1, EDTF_SEASON, "2001-06-01 2001-08-31"},
    {"2001-25", 2, EDTF_SEASON, "2001-03-01 2001-05-31"},
    {"2001-28", 2, EDTF_SEASON, "2001-12-01 2002-02-28"},
    {"2001-29", 2, EDTF_SEASON, "2001-09-01 2001-11-30"},
    {"2001-30", 2, EDTF_SEASON, "2001-12-01 2002-02-28"},
    {"2001-31", 2, EDTF_SEASON, "2001-03-01 2001-05-31"},
    {"2001-32", 2, EDTF_SEASON, "2001-06-01 2001-08-31"},
    {"2001-33", 2, EDTF_SEASON, "2001-01-01 2001-03-31"},
    {"2001-36", 2, EDTF_SEASON, "2001-10-01 2001-12-31"},
    {"2001-37", 2, EDTF_SEASON, "2001-01-01 2001-04-30"},
    {"2001-39", 2, EDTF_SEASON, "2001-09-01 2001-12-31"},
    {"2001-40", 2, EDTF_SEASON, "2001-01-01 2001-06-30"},
    {"2001-41", 2, EDTF_SEASON, "2001-07-01 2001-12-31"},
    {"198X?", 1, EDTF_DATE, "1980-01-01 1989-12-31"},
    {"1985-04-XX~", 1, EDTF_DATE, "1985-04-01 1985-04-30"},
    {"19X5", 2, EDTF_DATE, "1905-01-01 1995-12-31"},
    {"X985", 2, EDTF_DATE, "0985-01-01 9985-12-31"},
    {"-000X", 1, EDTF_DATE, "-0009-01-01 -0001-12-31"},
    {"-19XX", 1, EDTF_DATE, "-1999-01-01 -1900-12-31"},
    {"000X", 1, EDTF_DATE, "0000-01-01 0009-12-31"},
    {"201X-02-29", 2, EDTF_DATE, "2012-02-29 2016-02-29"},
    {"-201X-02-29", 2, EDTF_DATE, "-2016-02-29 -2012-02-29"},
    {"1X00-02-29", 2, EDTF_DATE, "1200-02-29 1600-02-29"},
    {"2024-X1-31", 2, EDTF_DATE, "2024-01-31 2024-01-31"},
    {"2023-X2-29", 2, EDTF_DATE, "2023-12-29 2023-12-29"},
    {"2024-0X-31", 2, EDTF_DATE, "2024-01-31 2024-08-31"},
    {"2024-XX-3X", 2, EDTF_DATE, "2024-01-30 2024-12-31"},
    {"2024-04-X1", 2, EDTF_DATE, "2024-04-01 2024-04-21"},
    {"2024-02-X9", 2, EDTF_DATE, "2024-02-09 2024-02-29"},
    {"2023-02-X9", 2, EDTF_DATE, "2023-02-09 2023-02-19"},
    {"XXXX-XX-31", 2, EDTF_DATE, "0000-01-31 9999-12-31"},
    {"156X~-12-?25", 2, EDTF_DATE, "1560-12-25 1569-12-25"},
    {"?2024?", 2, EDTF_DATE, "2024-01-01 2024-12-31"},
    {"2004-06~-11?", 2, EDTF_DATE, "2004-06-11 2004-06-11"},
    {"~-0044-03-15", 2, EDTF_DATE, "-0044-03-15 -0044-03-15"},
    {"0044S1", 2, EDTF_YEAR, "0040-01-01 0049-12-31"},
    {"0000S1", 2, EDTF_YEAR, "0000-01-01 0000-12-31"},
    {"2024S4", 2, EDTF_YEAR, "2024-01-01 2024-12-31"},
    {"-1950S2", 2, EDTF_YEAR, "-1999-01-01 -1900-12-31"},
    {"1950S2~", 2, EDTF_YEAR, "1900-01-01 1999-12-31"},
    {"Y10000?", 1, EDTF_YEAR, "Y10000-01-01 Y10000-12-31"},
    {"?Y10000", 2, EDTF_YEAR, "Y10000-01-01 Y10000-12-31"},
    {"Y1E15", 2, EDTF_YEAR, "Y1000000000000000-01-01 Y1000000000000000-12-31"},
    {"Y-1000000000000000", 1, EDTF_YEAR, "Y-1000000000000000-01-01 Y-1000000000000000-12-31"},
    {"Y10E1", 2, EDTF_YEAR, "0100-01-01 0100-12-31"},
    {"Y-1E3", 2, EDTF_YEAR, "-1000-01-01 -1000-12-31"},
    {"../..", 1, EDTF_INTERVAL, "-inf inf"},
    {"/..", 1, EDTF_INTERVAL, "unknown inf"},
    {"2024/2024", 0, EDTF_INTERVAL, "2024-01-01 2024-12-31"},
    {"2024-06/2024", 0, EDTF_INTERVAL, "2024-06-01 2024-12-31"},
    {"2024/2024-02", 0, EDTF_INTERVAL, "2024-01-01 2024-02-29"},
    {"-0044/0014", 1, EDTF_INTERVAL, "-0044-01-01 0014-12-31"},
    {"Y-12000/Y12000", 1, EDTF_INTERVAL, "Y-12000-01-01 Y12000-12-31"},
    {"2001-21/2001-23", 1, EDTF_INTERVAL, "2001-03-01 2001-11-30"},
    {"198X/..", 2, EDTF_INTERVAL, "1980-01-01 inf"},
    {"1950S2/2000", 2, EDTF_INTERVAL, "1900-01-01 2000-12-31"},
    {"[2024]", 2, EDTF_SET, "2024-01-01 2024-12-31"},
    {"[2024-21,2024-23]", 2, EDTF_SET, "2024-03-01 2024-11-30"},
    {"[2024-05..2026]", 2, EDTF_SET, "2024-05-01 2026-12-31"},
    {"[2024~..2026~]", 2, EDTF_SET, "2024-01-01 2026-12-31"},
    {"{198X,199X}", 2, EDTF_LIST, "1980-01-01 1999-12-31"},
    {"[Y-20000..]", 2, EDTF_SET, "Y-20000-01-01 inf"},
    {"[2026,2024]", 2, EDTF_SET, "2024-01-01 2026-12-31"},
    {"{-0100..-0044}", 2, EDTF_LIST, "-0100-01-01 -0044-12-31"},
};

static const char *const invalid_rows[] = {
    "", " ", "2", "20", "204", "20245", "-0000", "-04", "+2024", "2024 ", " 2024", "2024\t",
    "2024-", "2024-1", "2024-1-1", "2024-011", "2024-01-011", "2024--01", "2024-13", "2024-00",
    "2024-20", "2024-42", "2024-99", "2024-01-00", "2024-01-32", "2023-02-29", "1900-02-29",
    "2024-04-31", "2024-06-31", "2024-21-01", "-0001-02-29", "20240101", "2024-001", "2024-W01",
    "2024.01", "01-02-2024", "x024", "202x", "202u", "2024-xx", "XX", "XXXXX", "2024-X",
    "2024-3X", "2024-2X", "2024-X3-31X", "2024-02-3X", "2023-02-3X", "XXX1-02-29", "2100-02-29",
    "202X-21", "XXXX-24", "2024-XX-32", "2024-4X", "-000X-13", "2024??", "2024?~", "2024~%",
    "??2024", "?", "-?2024", "2024-05-09?T10:00:00", "2024-05T10:00:00", "2024T10:00:00",
    "202X-05-09T10:00:00", "2024-05-09T", "2024-05-09T10", "2024-05-09T10:00",
    "2024-05-09T10:00Z", "2024-05-09T100000", "2024-05-09T24:00:00", "2024-05-09T23:60:00",
    "2024-05-09T23:59:60", "2024-05-09T10:00:00.5", "2024-05-09T10:00:00z", "2024-05-09t10:00:00",
    "2024-05-09 10:00:00", "2024-05-09T10:00:00+00:00", "2024-05-09T10:00:00+00",
    "2024-05-09T10:00:00+15", "2024-05-09T10:00:00+14:30", "2024-05-09T10:00:00+1",
    "2024-05-09T10:00:00+01:60", "2024-05-09T10:00:00?", "2024-05-09T10:00:00ZZ", "Y", "Y-",
    "Y2024", "Y-2024", "Y0", "Y012345", "Y12345-01", "Y12345E", "Y1E0", "Y1E01", "Y1E16",
    "Y1000000000000001", "Y1E15S1", "YE3", "Y1.5E4", "Y99999999999999999999999999",
    "Y1E99999999999999999999", "y12345", "Y+12345", "2024S", "2024S0", "2024S5", "0044S3",
    "202XS2", "2024S2-05", "Y12345S6", "S2", "/", "//", "2024//2025", "2024/2025/2026",
    "2025/2024", "2024-05/2024-04", "2024-05-02/2024-05-01", "-0044/-0045", "2024 /2025",
    "2024/ 2025", "2024/open", "unknown/2024", "2024/...", "./2024", ".../2024",
    "2024-05-09T10:00:00/2025", "../..T", "2024/..?", "[]", "{}", "[", "]", "[2024", "2024]",
    "[2024}", "{2024]", "[2024,]", "[,2024]", "[2024,,2025]", "[2024, 2025]", "[2024;2025]",
    "[..]", "{..}", "[2024...2025]", "[2025..2024]", "[2024,..2020]", "[2024..,2020]",
    "[202X..2030]", "[2020..203X]", "[2024/2025]", "[[2024]]", "[2024]?", "?[2024]",
    "[2024-05-09T10:00:00]", "[2024..2025..2026]", "{2024}{2025}", "..2024", "2024..",
    "2024..2025", "2024-05-09\n", "\xE2\x80\x8E" "2024", "2024\xE2\x80\x93" "05",
    "\xEF\xBB\xBF" "2024", "\xFF", "2024-05-\xC2\xB2", "c. 2024", "1970s", "May 2024", "today",
    "(2004)?-06-04~", "2004-(06)?-11", "2001-21^southernHemisphere", "unknown", "open", "NULL",
    "-", "--", "----------", "2024-05-0 ",
};

static void write_bound(char *out, int64_t day, enum edtf_bound kind) {
    if (kind == EDTF_UNKNOWN)
        strcpy(out, "unknown");
    else
        edtf_format_day(day, out);
}

static void check_rows(const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct edtf date;
        struct error error = {.status = STATUS_OK};
        char min[EDTF_DAY_SIZE], max[EDTF_DAY_SIZE], bounds[2 * EDTF_DAY_SIZE + 1];
        if (edtf_parse(slice_from(rows[i].text), &date, NULL, &error) != STATUS_OK)
            fail_msg("%s: %s", rows[i].text, error.message);
        write_bound(min, date.min, date.min_kind);
        write_bound(max, date.max, date.max_kind);
        snprintf(bounds, sizeof bounds, "%s %s", min, max);
        if (date.level != rows[i].level || date.type != rows[i].type
            || strcmp(bounds, rows[i].bounds) != 0)
            fail_msg("%s: level %d, %s, %s", rows[i].text, date.level, edtf_type_name(date.type),
                     bounds);
    }
}

static void test_standard(void **state) {
    (void)state;
    check_rows(standard_rows, sizeof standard_rows / sizeof *standard_rows);
}

static void test_own(void **state) {
    (void)state;
    check_rows(own_rows, sizeof own_rows / sizeof *own_rows);
}

static void test_invalid(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof invalid_rows / sizeof *invalid_rows; i++) {
        struct slice text = slice_from(invalid_rows[i]);
        struct edtf date;
        struct error error = {.status = STATUS_OK};
        size_t position = SIZE_MAX;
        if (edtf_parse(text, &date, &position, &error) != STATUS_BAD_INPUT)
            fail_msg("'%s' was accepted", invalid_rows[i]);
        assert_true(position <= text.size);
        assert_true(error.message[0] != '\0');
        assert_true(error.remedy[0] != '\0');
        assert_int_equal(edtf_parse(text, &date, NULL, NULL), STATUS_BAD_INPUT);
    }
    struct edtf date;
    assert_int_equal(edtf_parse((struct slice){"2024\0", 5}, &date, NULL, NULL), STATUS_BAD_INPUT);
    assert_int_equal(edtf_parse((struct slice){"\0", 1}, &date, NULL, NULL), STATUS_BAD_INPUT);
    assert_int_equal(edtf_parse(SLICE_NONE, &date, NULL, NULL), STATUS_BAD_INPUT);
}

static void test_precision(void **state) {
    (void)state;
    static const struct {
        const char *text, *precision, *first, *last;
    } rows[] = {
        {"2024-05-09T10:00:00", "second", "second", "second"},
        {"2024-05-09", "day", "day", "day"},
        {"2024-05-XX", "month", "month", "month"},
        {"2024-05-1X", "month", "month", "month"},
        {"2024-05", "month", "month", "month"},
        {"2024-21", "season", "season", "season"},
        {"2024-33", "season", "season", "season"},
        {"2024", "year", "year", "year"},
        {"2024-XX", "year", "year", "year"},
        {"2024-XX-09", "year", "year", "year"},
        {"Y12345", "year", "year", "year"},
        {"202X", "decade", "decade", "decade"},
        {"202X-05-09", "decade", "decade", "decade"},
        {"1950S3", "decade", "decade", "decade"},
        {"20XX", "century", "century", "century"},
        {"20X4", "century", "century", "century"},
        {"1950S2", "century", "century", "century"},
        {"2XXX", "millennium", "millennium", "millennium"},
        {"XXXX", "coarser", "coarser", "coarser"},
        {"X024", "coarser", "coarser", "coarser"},
        {"Y17E7S3", "coarser", "coarser", "coarser"},
        {"2024-05-09/2024-06", "month", "day", "month"},
        {"2024/2025-06-01", "year", "year", "day"},
        {"2024-05/..", "month", "month", "none"},
        {"/2024-05-01", "day", "none", "day"},
        {"../..", "none", "none", "none"},
        {"[2024-05-09,202X]", "decade", "decade", "decade"},
        {"[2019-05-09,202X]", "decade", "day", "decade"},
        {"[..2024-05-09,2026]", "year", "none", "year"},
        {"{2024-05-09..2024-05-11}", "day", "day", "day"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct edtf date;
        assert_int_equal(edtf_parse(slice_from(rows[i].text), &date, NULL, NULL), STATUS_OK);
        assert_string_equal(edtf_precision_name(date.precision), rows[i].precision);
        assert_string_equal(edtf_precision_name(date.first_precision), rows[i].first);
        assert_string_equal(edtf_precision_name(date.last_precision), rows[i].last);
    }
    assert_string_equal(edtf_precision_name((enum edtf_precision)99), "");
    assert_string_equal(edtf_type_name((enum edtf_type)99), "");
}

/* The ends: first.min, first.max, last.min, last.max; then '?', '~', 'X', first and last marked. */
static void test_ends_and_marks(void **state) {
    (void)state;
    static const struct {
        const char *text, *ends, *marks;
    } rows[] = {
        {"2024", "2024-01-01 2024-12-31 2024-01-01 2024-12-31", "-----"},
        {"2024?", "2024-01-01 2024-12-31 2024-01-01 2024-12-31", "?--fl"},
        {"2024-05-~09", "2024-05-09 2024-05-09 2024-05-09 2024-05-09", "-~-fl"},
        {"202X%", "2020-01-01 2029-12-31 2020-01-01 2029-12-31", "?~Xfl"},
        {"2024/2025~", "2024-01-01 2024-12-31 2025-01-01 2025-12-31", "-~--l"},
        {"2024-05?/2025", "2024-05-01 2024-05-31 2025-01-01 2025-12-31", "?--f-"},
        {"2024/..", "2024-01-01 2024-12-31 2024-01-01 inf", "-----"},
        {"2024-05/", "2024-05-01 2024-05-31 2024-05-01 inf", "-----"},
        {"/2024", "-inf 2024-12-31 2024-01-01 2024-12-31", "-----"},
        {"../2024~", "-inf 2024-12-31 2024-01-01 2024-12-31", "-~--l"},
        {"../..", "-inf inf -inf inf", "-----"},
        {"[2026,2024?,2025]", "2024-01-01 2024-12-31 2026-01-01 2026-12-31", "?--f-"},
        {"[2024,2024-01-01,2024-12]", "2024-01-01 2024-01-01 2024-12-01 2024-12-31", "-----"},
        {"{..2024,2026~..}", "-inf 2024-12-31 2026-01-01 inf", "-~--l"},
        {"[..2024]", "-inf 2024-12-31 2024-01-01 2024-12-31", "-----"},
        {"{2020..2024}", "2020-01-01 2020-12-31 2024-01-01 2024-12-31", "-----"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct edtf d;
        char text[4][EDTF_DAY_SIZE], ends[5 * EDTF_DAY_SIZE];
        assert_int_equal(edtf_parse(slice_from(rows[i].text), &d, NULL, NULL), STATUS_OK);
        edtf_format_day(d.first.min, text[0]);
        edtf_format_day(d.first.max, text[1]);
        edtf_format_day(d.last.min, text[2]);
        edtf_format_day(d.last.max, text[3]);
        snprintf(ends, sizeof ends, "%s %s %s %s", text[0], text[1], text[2], text[3]);
        assert_string_equal(ends, rows[i].ends);
        char marks[] = {d.uncertain ? '?' : '-', d.approximate ? '~' : '-',
                        d.unspecified ? 'X' : '-', d.first_marked ? 'f' : '-',
                        d.last_marked ? 'l' : '-', '\0'};
        assert_string_equal(marks, rows[i].marks);
    }
}

static void test_time_of_day(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int second, zone;
        bool has_zone;
    } rows[] = {
        {"2024-05-09", -1, 0, false},
        {"2024-05-09T00:00:00", 0, 0, false},
        {"2024-05-09T23:59:59Z", 86399, 0, true},
        {"2024-05-09T10:11:12+04:30", 36672, 270, true},
        {"2024-05-09T10:11:12-04", 36672, -240, true},
        {"2024-05-09T10:11:12-00:30", 36672, -30, true},
        {"2024", -1, 0, false},
        {"2024/2025", -1, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct edtf date;
        assert_int_equal(edtf_parse(slice_from(rows[i].text), &date, NULL, NULL), STATUS_OK);
        assert_int_equal(date.second_of_day, rows[i].second);
        assert_int_equal(date.zone_minutes, rows[i].zone);
        assert_int_equal(date.has_zone, rows[i].has_zone);
    }
}

static void test_canonical(void **state) {
    (void)state;
    static const struct {
        const char *text, *canonical;
    } rows[] = {
        {"2024-05-09", "2024-05-09"},
        {"2024-05-09T10:11:12-04", "2024-05-09T10:11:12-04:00"},
        {"2024-05-09T10:11:12Z", "2024-05-09T10:11:12Z"},
        {"2024-05-09T00:00:09", "2024-05-09T00:00:09"},
        {"?2024", "2024?"},
        {"?2024?", "2024?"},
        {"~2024?", "2024%"},
        {"?2024-?05-?09", "2024-05-09?"},
        {"2024?-?05", "2024-05?"},
        {"2024?-05-?09", "2024?-05-?09"},
        {"?2024-05-09", "2024?-05-09"},
        {"2024-~05-~09", "2024-~05-~09"},
        {"2004-06~-11?", "2004-06%-?11"},
        {"2004?-06~", "2004%-~06"},
        {"?-0044", "-0044?"},
        {"-201X~", "-201X~"},
        {"2001-21~", "2001-21~"},
        {"Y17E8", "Y1700000000"},
        {"Y-17E7S3", "Y-170000000S3"},
        {"Y1E3", "1000"},
        {"Y-1E2", "-0100"},
        {"Y1E3?", "1000?"},
        {"Y195E1S2", "1950S2"},
        {"0044S1", "0044S1"},
        {"?1950S2", "1950S2?"},
        {"2024/2024", "2024/2024"},
        {"?2024/~2025-~06", "2024?/2025-06~"},
        {"../2024", "../2024"},
        {"/..", "/.."},
        {"[1667,1668,1670]", "[1667..1668,1670]"},
        {"[1670,1668,1667,1668]", "[1667..1668,1670]"},
        {"{2024-05,2024-06,2024-07..2024-09}", "{2024-05..2024-09}"},
        {"{2024-12-31,2025-01-01}", "{2024-12-31..2025-01-01}"},
        {"{2024-12,2025-01}", "{2024-12..2025-01}"},
        {"{-0001,0000}", "{-0001..0000}"},
        {"[9999,Y10000]", "[9999..Y10000]"},
        {"[2024..2024]", "[2024]"},
        {"[2024?..2024?]", "[2024?]"},
        {"[2020..2025,2022..2030]", "[2020..2030]"},
        {"[..2020,2021,2023]", "[..2021,2023]"},
        {"[2019,2020,2021..]", "[2019..]"},
        {"[..2020,2021,2022..]", "[..2021,2022..]"},
        {"[..2024,2020..]", "[..2024,2020..]"},
        {"[2024-05,2024,2024-05]", "[2024,2024-05]"},
        {"[2025,2024-12-31,2024-12]", "[2024-12,2024-12-31,2025]"},
        {"[2025?,2024?,2025?]", "[2024?,2025?]"},
        {"{203X,202X}", "{202X,203X}"},
        {"[2024-23,2024-21]", "[2024-21,2024-23]"},
        {"[2024..2025-03]", "[2024..2025-03]"},
        {"[2030,2025~..]", "[2030,2025~..]"},
        {"{-0002-12..-0001-01}", "{-0002-12..-0001-01}"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice once, twice;
        assert_int_equal(edtf_canonical(&arena, slice_from(rows[i].text), &once, NULL), STATUS_OK);
        assert_string_equal(once.data, rows[i].canonical);
        assert_int_equal(edtf_canonical(&arena, once, &twice, NULL), STATUS_OK);
        assert_true(slice_equals(once, twice));
    }
    struct slice none = SLICE_OF("before");
    struct error error = {.status = STATUS_OK};
    assert_int_equal(edtf_canonical(&arena, SLICE_OF("2024-13"), &none, &error), STATUS_BAD_INPUT);
    assert_null(none.data);
    arena_free(&arena);
}

static void test_messages(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t position;
        const char *message, *remedy;
    } rows[] = {
        {"2024-1-1", 5, "a month has two digits, not 1 (byte 6)", "write 2024-01-01"},
        {"20240115", 0, "a year has four digits, not 8 (byte 1)", "write 2024-01-15"},
        {"ca. 2024", 0, "'c' cannot stand here in a date (byte 1)", "write 2024~"},
        {"1970s", 4, "'s' cannot stand here in a date (byte 5)", "write 197X"},
        {"2023-02-29", 8, "2023 is not a leap year: February has 28 days (byte 9)",
         "write day 28 or earlier, or leave the day out"},
        {"2024-06-31", 8, "June has 30 days (byte 9)",
         "write day 30 or earlier, or leave the day out"},
        {"2024-13", 5, "month 13 does not exist (byte 6)",
         "months are 01 to 12, seasons 21 to 41"},
        {"2024-12-32", 8, "day 32 does not exist (byte 9)",
         "days are 01 to 28, 29, 30 or 31 by the month"},
        {"2024?~", 5, "two qualifiers stand side by side (byte 6)", "write 2024%"},
        {"12000", 0, "a year has four digits, not 5 (byte 1)", "write Y12000"},
        {"Y2024", 1, "a year with Y has more than four digits (byte 2)", "write 2024"},
        {"197", 0, "a year has four digits, not 3 (byte 1)",
         "write 197X for the decade, 0197 for the year"},
        {"19?", 0, "a year has four digits, not 2 (byte 1)",
         "write 19XX? for the century, 0019? for the year"},
        {"20th century", 0, "a year has four digits, not 2 (byte 1)", "write 19XX"},
        {"2004-uu", 5, "'u' cannot stand here in a date (byte 6)", "write 2004-XX"},
        {"2024-xx-xx", 5, "'x' cannot stand here in a date (byte 6)", "write 2024-XX-XX"},
        {"y10000", 0, "'y' cannot stand here in a date (byte 1)", "write Y10000"},
        {"2024/unknown", 5, "'u' cannot stand here in a date (byte 6)", "write 2024/"},
        {"2024/open", 5, "'o' cannot stand here in a date (byte 6)", "write 2024/.."},
        {"2024 / 2025", 4, "white space cannot stand in a date (byte 5)", "write 2024/2025"},
        {"[2024, 2025]", 6, "white space cannot stand in a date (byte 7)", "write [2024,2025]"},
        {"2024-05-09\n", 10, "byte 0x0a cannot stand in a date (byte 11)", "write 2024-05-09"},
        {"2024\xE2\x80\x93" "05", 4, "'\xE2\x80\x93' cannot stand here in a date (byte 5)",
         "write 2024-05"},
        {"2025/2024", 5, "it would end before it begins (byte 6)", "write the earlier date first"},
        {"2024-05-09T10:11Z", 16, "a time of day is written hh:mm:ss (byte 17)",
         "write 2024-05-09T10:11:00Z"},
        {"2024-05-09 10:11:12", 10, "white space cannot stand in a date (byte 11)",
         "write 2024-05-09T10:11:12"},
        {"15-01-2024", 0, "a year has four digits, not 2 (byte 1)", "write 2024-01-15"},
        {"05-01-2024", 0, "a year has four digits, not 2 (byte 1)",
         "write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025"},
        {"2024-015", 5, "a month has two digits, not 3 (byte 6)", "write 2024-01-15"},
        {"2024..2025", 4, "'.' cannot stand here in a date (byte 5)", "write 2024/2025"},
        {"..2024", 0, "'.' cannot stand here in a date (byte 1)", "write [..2024]"},
        {"[2024}", 5, "'[' is not closed by ']' (byte 6)", "write ']' at the end"},
        {"-0000", 0, "there is no year -0000 (byte 1)",
         "write 0000, or -0001 for the year before it"},
        {"", 0, "there is no date (byte 1)",
         "write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct edtf date;
        struct error error = {.status = STATUS_OK};
        size_t position = SIZE_MAX;
        edtf_parse(slice_from(rows[i].text), &date, &position, &error);
        assert_string_equal(error.message, rows[i].message);
        assert_string_equal(error.remedy, rows[i].remedy);
        assert_int_equal(position, rows[i].position);
    }
}

/* An error that another fault has filled is not touched. */
static void test_filled_error(void **state) {
    (void)state;
    struct edtf date;
    struct error error = {.status = STATUS_OK};
    error_set(&error, STATUS_USAGE, "first");
    assert_int_equal(edtf_parse(SLICE_OF("2024-1"), &date, NULL, &error), STATUS_BAD_INPUT);
    assert_string_equal(error.message, "first");
    assert_string_equal(error.remedy, "");
}

static void test_format_day(void **state) {
    (void)state;
    static const struct {
        int64_t year;
        int month, day;
        const char *text;
    } rows[] = {{2024, 5, 9, "2024-05-09"},
                {0, 1, 1, "0000-01-01"},
                {-1, 12, 31, "-0001-12-31"},
                {-9999, 1, 1, "-9999-01-01"},
                {10000, 1, 1, "Y10000-01-01"},
                {-10000, 1, 1, "Y-10000-01-01"},
                {170000002, 1, 1, "Y170000002-01-01"}};
    char text[EDTF_DAY_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t number = calendar_to_number(rows[i].year, rows[i].month, rows[i].day);
        assert_int_equal(edtf_format_day(number, text), strlen(rows[i].text));
        assert_string_equal(text, rows[i].text);
    }
    assert_int_equal(edtf_format_day(DAY_MIN, text), 4);
    assert_string_equal(text, "-inf");
    assert_int_equal(edtf_format_day(DAY_MAX, text), 3);
    assert_string_equal(text, "inf");
    assert_true(edtf_format_day(DAY_MIN + 1, text) < EDTF_DAY_SIZE);
    assert_true(edtf_format_day(DAY_MAX - 1, text) < EDTF_DAY_SIZE);
}

/* A text of a megabyte is read in one pass, whatever it holds. */
static void test_long_texts(void **state) {
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char *const fills[] = {"[", "{", "-", "?",     "X",   "9",
                                        "/", ".", "",  "2024,", "Y1E", "[2024,"};
    char *text = malloc(SIZE + 2);
    struct edtf date;
    struct error error = {.status = STATUS_OK};
    assert_non_null(text);
    for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
        size_t step = strlen(fills[i]) ? strlen(fills[i]) : 1;
        for (size_t j = 0; j < SIZE; j++)
            text[j] = fills[i][j % step];
        error_clear(&error);
        assert_int_equal(edtf_parse((struct slice){text, SIZE}, &date, NULL, &error),
                         STATUS_BAD_INPUT);
    }
    free(text);
}

/* A long set in the worst order is joined to one range. */
static void test_long_set(void **state) {
    (void)state;
    enum { MEMBERS = 9000 };
    struct arena arena;
    struct buffer buffer;
    struct slice canonical;
    arena_init(&arena);
    buffer_init(&buffer);
    for (int i = 0; i < MEMBERS; i++)
        buffer_append_format(&buffer, "%c%04d", i ? ',' : '[', (i * 7919) % MEMBERS + 1000);
    buffer_append_byte(&buffer, ']');
    assert_int_equal(edtf_canonical(&arena, buffer_slice(&buffer), &canonical, NULL), STATUS_OK);
    assert_string_equal(canonical.data, "[1000..9999]");
    buffer_free(&buffer);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standard),       cmocka_unit_test(test_own),
        cmocka_unit_test(test_invalid),        cmocka_unit_test(test_precision),
        cmocka_unit_test(test_ends_and_marks), cmocka_unit_test(test_time_of_day),
        cmocka_unit_test(test_canonical),      cmocka_unit_test(test_messages),
        cmocka_unit_test(test_filled_error),   cmocka_unit_test(test_format_day),
        cmocka_unit_test(test_long_texts),     cmocka_unit_test(test_long_set),
    };
    return cmocka_run_group_tests_name("edtf", tests, NULL, NULL);
}
