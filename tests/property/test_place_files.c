/* Codes and names of other people's files on the days that their rows have, under the folder that DETENTE_TEST_DATA
 * names: all that can be placed honestly is, and what is not stands here with its number. Skipped without the folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/place.h"
#include "../../core/time/edtf.h"

enum { COLUMNS_MAX = 128, LINE_SIZE = 1 << 16 };

struct table {
    FILE *file;
    struct placer *placer;
    struct arena arena;
    char separator, line[LINE_SIZE];
    struct slice cells[COLUMNS_MAX];
    size_t columns;
    size_t counts[PLACED_AT_OTHER_TIMES + 1];
};

/* Quotes are taken away, and may hold separators; no file here has one over two lines. */
static bool next_row(struct table *table) {
    if (!fgets(table->line, LINE_SIZE, table->file)) return false;
    table->line[strcspn(table->line, "\r\n")] = '\0';
    table->columns = 0;
    for (char *from = table->line; from && table->columns < COLUMNS_MAX;) {
        char *start = from, *out = from;
        bool quoted = *from == '"' && table->separator == ',';
        for (from += quoted; *from && (quoted ? *from != '"' || from[1] == '"' : *from != table->separator); from++) {
            if (quoted && *from == '"') from++;
            *out++ = *from;
        }
        char *behind = *from ? from + quoted : from;
        from = *behind ? behind + 1 : NULL;
        table->cells[table->columns++] = slice_trim((struct slice){start, (size_t)(out - start)});
    }
    return true;
}

static void open_table(struct table *table, const char *name, char separator, bool heading) {
    char path[4096];
    const char *folder = getenv("DETENTE_TEST_DATA");
    memset(table, 0, sizeof *table);
    if (!folder || !*folder) skip();
    snprintf(path, sizeof path, "%s/%s", folder, name);
    table->file = fopen(path, "r");
    if (!table->file) skip();
    table->separator = separator;
    table->placer = placer_open(NULL);
    assert_non_null(table->placer);
    arena_init(&table->arena);
    if (heading) assert_true(next_row(table));
}

static void close_table(struct table *table) {
    fclose(table->file);
    placer_close(table->placer);
    arena_free(&table->arena);
}

/* The id; a day that cannot be read is no date. */
static struct slice place(struct table *table, enum code_system system, struct slice text, struct slice day) {
    struct edtf date;
    enum placing placing;
    struct slice id;
    struct error error = {0};
    bool dated = edtf_parse(day, &date, NULL, NULL) == STATUS_OK;
    assert_int_equal(place_country(table->placer, system, text, dated ? date.min : DAY_MIN, dated ? date.max : DAY_MAX, &placing,
                                   &id, &error), STATUS_OK);
    table->counts[placing]++;
    return id;
}

static void check_counts(const struct table *table, size_t placed, size_t outside, size_t nowhere, size_t twice, size_t other) {
    const size_t expected[] = {placed, outside, nowhere, twice, other};
    for (int i = PLACED; i <= PLACED_AT_OTHER_TIMES; i++)
        if (table->counts[i] != expected[i])
            fail_msg("%zu, %zu, %zu, %zu, %zu", table->counts[0], table->counts[1], table->counts[2], table->counts[3],
                     table->counts[4]);
}

static struct slice cell(const struct table *table, size_t column) {
    assert_true(column < table->columns);
    return table->cells[column];
}

/* Year, month and day of three columns. */
static struct slice join_day(struct table *table, size_t year, size_t month, size_t day) {
    char text[32];
    int size = snprintf(text, sizeof text, "%04d-%02d-%02d", atoi(cell(table, year).data), atoi(cell(table, month).data),
                        atoi(cell(table, day).data));
    struct slice out;
    assert_true(arena_copy(&table->arena, (struct slice){text, (size_t)size}, &out));
    return out;
}

/* Every leader's country at the start of the term: none is left over. */
static void test_leaders(void **state) {
    (void)state;
    static struct table table;
    open_table(&table, "leaders/reign-leaderlist_3_21.csv", ',', true);
    while (next_row(&table)) {
        if (table.columns < 7 || !cell(&table, 1).size) continue;
        struct slice id = place(&table, CODE_COW, cell(&table, 1), join_day(&table, 6, 5, 4));
        if (slice_is_empty(id)) fail_msg("%.*s is not placed", (int)cell(&table, 1).size, cell(&table, 1).data);
    }
    check_counts(&table, 2348, 176, 0, 0, 0);
    close_table(&table);
}

/* ---- spells ----------------------------------------------------------------------------------- */

/* The table knows each spell: nothing is added. */
static void check_known(struct table *table, enum code_system system, struct slice code, struct slice name, struct slice first,
                        struct slice last) {
    struct edtf date;
    struct record country;
    struct error error = {0};
    assert_int_equal(edtf_parse(first, &date, NULL, NULL), STATUS_OK);
    int64_t first_day = date.min, last_day = DAY_MAX;
    if (last.size && !slice_is(last, "9999-12-31")) {
        assert_int_equal(edtf_parse(last, &date, NULL, NULL), STATUS_OK);
        last_day = date.max;
    }
    assert_false(slice_is_empty(place(table, system, code, first)));
    if (place_spell(table->placer, system, code, name, first_day, last_day, &table->arena, &country, &error) != STATUS_OK)
        fail_msg("%s", error.message);
    if (country.given != UINT64_C(1) << COUNTRY_ID)
        fail_msg("the spell of %.*s from %.*s is not known", (int)name.size, name.data, (int)first.size, first.data);
}

static void check_spells(const char *file, enum code_system system, size_t spells) {
    static struct table table;
    size_t count = 0;
    open_table(&table, file, ',', true);
    for (; next_row(&table); count++)
        check_known(&table, system, cell(&table, 0), cell(&table, 2), cell(&table, 3), cell(&table, 4));
    assert_int_equal(count, spells);
    check_counts(&table, spells, 0, 0, 0, 0);
    close_table(&table);
}

static void test_cow_states(void **state) {
    (void)state;
    check_spells("codes/cowstates.csv", CODE_COW, 243);
}

static void test_gw_states(void **state) {
    (void)state;
    check_spells("codes/gwstates.csv", CODE_GW, 239);
}

/* Its last day is that of the list where a state goes on. */
static void test_states_of_2016(void **state) {
    (void)state;
    static struct table table;
    size_t count = 0;
    open_table(&table, "codes/states2016.csv", ',', true);
    for (; next_row(&table); count++) {
        struct slice last = join_day(&table, 6, 7, 8);
        check_known(&table, CODE_COW, cell(&table, 1), cell(&table, 2), join_day(&table, 3, 4, 5),
                    slice_is(last, "2016-12-31") ? SLICE_NONE : last);
    }
    assert_int_equal(count, 243);
    close_table(&table);
}

/* ---- machine-coded events --------------------------------------------------------------------- */

static struct slice day_of(struct table *table, struct slice digits) {
    char text[11];
    struct slice out;
    assert_true(digits.size == 8);
    snprintf(text, sizeof text, "%.4s-%.2s-%.2s", digits.data, digits.data + 4, digits.data + 6);
    assert_true(arena_copy(&table->arena, (struct slice){text, 10}, &out));
    return out;
}

/* Both systems in one row; what is left over are the regions. */
static void test_gdelt(void **state) {
    (void)state;
    static const char *const groups[] = {"AFR", "ASA", "BLK", "CAS", "CAU", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "LAM",
                                         "MDT", "MEA", "NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WST", "OS"};
    static const size_t columns[] = {7, 17, 37, 45, 53};
    static struct table table;
    open_table(&table, "gdelt/20180101000000.export.CSV", '\t', false);
    while (next_row(&table))
        for (size_t i = 0; i < 5; i++) {
            struct slice code = cell(&table, columns[i]);
            bool group = code.size == 0;
            for (size_t j = 0; j < sizeof groups / sizeof *groups; j++) group = group || slice_is(code, groups[j]);
            if (!group && slice_is_empty(place(&table, i < 2 ? CODE_CAMEO : CODE_FIPS, code, day_of(&table, cell(&table, 1)))))
                fail_msg("%.*s is not placed", (int)code.size, code.data);
        }
    check_counts(&table, 8500, 0, 0, 0, 0);
    close_table(&table);
}

/* ---- names ------------------------------------------------------------------------------------ */

static void check_names(const char *file, char separator, size_t day, size_t column, size_t last_column, const size_t counts[5]) {
    static struct table table;
    open_table(&table, file, separator, true);
    while (next_row(&table))
        for (size_t i = column; i <= last_column; i += last_column - column ? last_column - column : 1) {
            if (table.columns <= i || cell(&table, i).size == 0 || slice_is(cell(&table, i), "NA")) continue;
            place(&table, CODE_NAME, cell(&table, i), cell(&table, day));
        }
    check_counts(&table, counts[0], counts[1], counts[2], counts[3], counts[4]);
    close_table(&table);
}

/* Not placed: "Korea" (by the files' own words South Korea, which the name does not say), "Vietnam" before 1976, a misspelling. */
static void test_visits(void **state) {
    (void)state;
    static const size_t counts[] = {3232, 0, 1, 31, 0};
    check_names("statedept/visits.csv", ',', 1, 5, 5, counts);
}

/* Not placed: "U.S.S.R." in 1992, "Vietnam" before 1976. */
static void test_travels(void **state) {
    (void)state;
    static const size_t counts[] = {3427, 0, 0, 9, 3};
    check_names("statedept/secretary-travels.csv", ',', 3, 6, 6, counts);
}

/* Not placed: "Congo". */
static void test_icews(void **state) {
    (void)state;
    static const size_t counts[] = {7027, 0, 0, 4, 0};
    check_names("icews/events.2018.sample.tab", '\t', 1, 4, 10, counts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leaders),        cmocka_unit_test(test_cow_states), cmocka_unit_test(test_gw_states),
        cmocka_unit_test(test_states_of_2016), cmocka_unit_test(test_gdelt),      cmocka_unit_test(test_visits),
        cmocka_unit_test(test_travels),        cmocka_unit_test(test_icews),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
