/* The embedded table against the published lists, under the folder that DETENTE_TEST_DATA names:
 * every code of every list means exactly one country, and the right one where the list says which.
 * Skipped without the folder. What differs stands in `exceptions`, with the reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/reference.h"
#include "../../core/time/edtf.h"

#define NOTHING "nothing"
#define A_REGION NOTHING, NULL, "a region, no country"

static const struct exception {
    const char *system, *code;
    const char *id;  /* what it means here */
    const char *day; /* the only day it is about; NULL: any */
    const char *reason;
} exceptions[] = {
    {"cameo", "AFR", A_REGION}, {"cameo", "ASA", A_REGION}, {"cameo", "BLK", A_REGION},
    {"cameo", "CRB", A_REGION}, {"cameo", "CAU", A_REGION}, {"cameo", "CFR", A_REGION},
    {"cameo", "CAS", A_REGION}, {"cameo", "CEU", A_REGION}, {"cameo", "EIN", A_REGION},
    {"cameo", "EAF", A_REGION}, {"cameo", "EEU", A_REGION}, {"cameo", "EUR", A_REGION},
    {"cameo", "LAM", A_REGION}, {"cameo", "MEA", A_REGION}, {"cameo", "MDT", A_REGION},
    {"cameo", "NAF", A_REGION}, {"cameo", "NMR", A_REGION}, {"cameo", "PGS", A_REGION},
    {"cameo", "SCN", A_REGION}, {"cameo", "SAM", A_REGION}, {"cameo", "SAS", A_REGION},
    {"cameo", "SEA", A_REGION}, {"cameo", "SAF", A_REGION}, {"cameo", "WAF", A_REGION},
    {"cameo", "WST", A_REGION},
    {"ioc", "AHO", "ANT", NULL, "the Netherlands Antilles; the list has it at their islands"},
    {"fips", "NL", "NLD", NULL, "the Netherlands; the list gives it to Bonaire too"},
    {"fips", "KV", "XKX", NULL, "Kosovo; the list has it within Serbia"},
    {"fips", "AX", "GBR", NULL, "Akrotiri; the list gives it to the Aland Islands too"},
    {"fips", "DE", NOTHING, NULL, "the list has the ISO code; Germany is GM"},
    {"fips", "GM", "DEU", NULL, "the list has the ISO code of the Gambia"},
    {"fips", "GA", "GMB", NULL, "the list has the ISO code of Gabon"},
    {"fips", "LO", "SVK", NULL, "Slovakia; Czechoslovakia was CZ"},
    {"fips", "PC", "PCN", NULL, "Pitcairn; the Canal Zone was PQ"},
    {"fips", "OS", NOTHING, NULL, "the oceans"},
    {"fips", "NM", NOTHING, NULL, "no man's land"},
    {"fips", "UU", NOTHING, NULL, "undesignated sovereignty"},
    {"fips", "UF", NOTHING, NULL, "undersea features"},
    {"fips", "PG", NOTHING, NULL, "Spratly Islands: whose they are is disputed"},
    {"fips", "PF", NOTHING, NULL, "Paracel Islands: likewise"},
    {"fips", "PJ", NOTHING, NULL, "islands between Japan and Russia: likewise"},
    {"name", "Two Sicilies", NOTHING, "1816-01-01", "founded in December 1816"},
    {"name", "Transvaal", NOTHING, "1852-01-01", "founded on 17 January 1852"},
    {"name", "Tibet", NOTHING, "1913-01-01", "independence was declared on 13 February 1913"},
    {"name", "German Democratic Republic", NOTHING, "1949-10-05", "founded on 7 October 1949"},
    {"name", "Congo", "several", NULL, "there are two: the name alone is not taken"},
    {"name", "Vietnam", "several", "1954-07-21", "there were two"},
    {"name", "Yugoslavia", NOTHING, "1878-07-13", "the list has Serbia under its later name"},
};

/* ---- Tables ---------------------------------------------------------------------------------- */

enum { COLUMNS_MAX = 64 };

struct table {
    struct arena arena;
    FILE *file;
    char separator;
    struct slice heading[COLUMNS_MAX], row[COLUMNS_MAX];
    size_t columns;
    long line;
};

static size_t split_row(struct table *table, struct slice *cells, char *text) {
    size_t count = 0;
    for (char *from = text; from && count < COLUMNS_MAX;) {
        char *out = from, *start = from;
        bool quoted = *from == '"';
        if (quoted)
            for (from++; *from && !(*from == '"' && from[1] != '"'); from++)
                *out++ = *from == '"' ? *from++ : *from;
        else
            while (*from && *from != table->separator)
                *out++ = *from++;
        char *next = from + quoted;
        cells[count++] = slice_trim((struct slice){start, (size_t)(out - start)});
        from = *from && *next == table->separator ? next + 1 : NULL;
    }
    return count;
}

static bool read_row(struct table *table, struct slice *cells) {
    enum { LINE_MAX_SIZE = 1 << 14 };
    char *text = arena_alloc(&table->arena, LINE_MAX_SIZE);
    if (!fgets(text, LINE_MAX_SIZE, table->file))
        return false;
    table->line++;
    text[strcspn(text, "\r\n")] = '\0';
    table->columns = split_row(table, cells, text);
    return true;
}

/* False when the folder is not there. */
static bool open_table(struct table *table, const char *name, char separator) {
    char path[4096];
    const char *folder = getenv("DETENTE_TEST_DATA");
    if (!folder || !*folder)
        return false;
    snprintf(path, sizeof path, "%s/codes/%s", folder, name);
    memset(table, 0, sizeof *table);
    table->separator = separator;
    table->file = fopen(path, "r");
    if (!table->file)
        return false;
    arena_init(&table->arena);
    assert_true(read_row(table, table->heading));
    return true;
}

static bool next_row(struct table *table) {
    return read_row(table, table->row);
}

static void close_table(struct table *table) {
    fclose(table->file);
    arena_free(&table->arena);
}

static struct slice column(const struct table *table, const char *name) {
    for (size_t i = 0; i < table->columns; i++)
        if (slice_is(table->heading[i], name))
            return slice_is(table->row[i], "\xC2\xA0") ? SLICE_NONE : table->row[i];
    fail_msg("there is no column %s", name);
    return SLICE_NONE;
}

/* ---- Codes ----------------------------------------------------------------------------------- */

static int64_t parse_day(struct slice text) {
    struct edtf date;
    assert_int_equal(edtf_parse(text, &date, NULL, NULL), STATUS_OK);
    return date.min;
}

static const struct exception *find_exception(const char *system, struct slice code, int64_t day) {
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
        const struct exception *exception = &exceptions[i];
        if (strcmp(exception->system, system) == 0 && slice_is(code, exception->code) &&
            (!exception->day || parse_day(slice_from(exception->day)) == day))
            return exception;
    }
    return NULL;
}

/* The id of the one country that a code means, "several" or "nothing". */
static const char *find_id(const char *system, struct slice code, int64_t day) {
    struct arena arena;
    const struct reference_row *found[2];
    int64_t last = day == DAY_MIN ? DAY_MAX : day;
    arena_init(&arena);
    size_t count = strcmp(system, "name") == 0
                       ? reference_resolve(RECORD_COUNTRY, &arena, code, day, last, found, 2)
                       : reference_resolve_code(&arena, system, code, day, last, found, 2);
    arena_free(&arena);
    return count == 1 ? found[0]->values[0] : count ? "several" : "nothing";
}

/* Counts what is not as the list has it. `expected` NULL: any one country. */
static int check_code(const char *system, struct slice code, int64_t day, const char *expected) {
    const struct exception *exception = find_exception(system, code, day);
    const char *id = find_id(system, code, day);
    char text[EDTF_DAY_SIZE] = "without a date";
    if (slice_is_empty(code))
        return 0;
    if (exception)
        expected = exception->id;
    bool country = strcmp(id, "several") != 0 && strcmp(id, "nothing") != 0;
    if (expected ? strcmp(id, expected) == 0 : country)
        return 0;
    if (day != DAY_MIN)
        edtf_format_day(day, text);
    print_message("%s %.*s (%s) means %s, not %s\n", system, (int)code.size, code.data, text, id,
                  expected ? expected : "one country");
    return 1;
}

/* Names as the United Nations write them, without "(the)" and marks of footnotes. */
static int check_formal_name(struct slice name, const char *expected) {
    while (name.size > 0 && (name.data[name.size - 1] == '*' || name.data[name.size - 1] == ' '))
        name.size--;
    if (name.size > 6 && memcmp(name.data + name.size - 6, " (the)", 6) == 0)
        name.size -= 6;
    return check_code("name", name, DAY_MIN, expected);
}

/* A C string in the table's arena. */
static const char *string_of(struct table *table, struct slice text) {
    return arena_string(&table->arena, text);
}

static void test_iso_fips_and_ioc(void **state) {
    (void)state;
    struct table table;
    int faults = 0, rows = 0;
    if (!open_table(&table, "country-codes.csv", ','))
        skip();
    for (; next_row(&table); rows++) {
        struct slice fips = column(&table, "FIPS");
        const char *id = string_of(&table, column(&table, "ISO3166-1-Alpha-3"));
        faults += check_code("name", slice_from(id), DAY_MIN, id);
        faults += check_code("name", column(&table, "ISO3166-1-Alpha-2"), DAY_MIN, id);
        faults += check_code("iso2", column(&table, "ISO3166-1-Alpha-2"), DAY_MIN, id);
        faults += check_code("iso_numeric", column(&table, "ISO3166-1-numeric"), DAY_MIN, id);
        faults += check_code("ioc", column(&table, "IOC"), DAY_MIN, id);
        for (size_t i = 0; i + 1 < fips.size; i += 2) /* two codes are written as one word */
            faults += check_code("fips", slice_part(fips, i, i + 2), DAY_MIN, id);
        faults += check_code("name", column(&table, "CLDR display name"), DAY_MIN, id);
        faults += check_formal_name(column(&table, "UNTERM English Short"), id);
        faults += check_code("name", column(&table, "official_name_en"), DAY_MIN, id);
        faults += check_code("name", column(&table, "official_name_fr"), DAY_MIN, id);
    }
    close_table(&table);
    assert_int_equal(faults, 0);
    assert_true(rows > 240);
}

/* On the first day of each spell, code and name mean one country, and the same one. */
static int check_spell(const char *system, struct slice code, struct slice name, int64_t first) {
    int faults = check_code(system, code, first, NULL);
    return faults ? faults : check_code("name", name, first, find_id(system, code, first));
}

static void check_spells(const char *file, const char *system, const char *code_column) {
    struct table table;
    int faults = 0, rows = 0;
    if (!open_table(&table, file, ','))
        skip();
    for (; next_row(&table); rows++)
        faults += check_spell(system, column(&table, code_column), column(&table, "country_name"),
                              parse_day(column(&table, "start")));
    close_table(&table);
    assert_int_equal(faults, 0);
    assert_true(rows > 200);
}

static void test_cow_spells(void **state) {
    (void)state;
    check_spells("cowstates.csv", "cow", "cowcode");
}

static void test_gw_spells(void **state) {
    (void)state;
    check_spells("gwstates.csv", "gw", "gwcode");
}

/* The list of the project itself, with dates in three columns. */
static void test_cow_list(void **state) {
    (void)state;
    struct table table;
    int faults = 0, rows = 0;
    if (!open_table(&table, "states2016.csv", ','))
        skip();
    for (; next_row(&table); rows++) {
        const char *year = string_of(&table, column(&table, "styear"));
        const char *month = string_of(&table, column(&table, "stmonth"));
        const char *day = string_of(&table, column(&table, "stday"));
        int64_t first = calendar_to_number(atoi(year), atoi(month), atoi(day));
        faults += check_spell("cow", column(&table, "ccode"), column(&table, "statenme"), first);
    }
    close_table(&table);
    assert_int_equal(faults, 0);
    assert_true(rows > 200);
}

static void test_cameo_countries(void **state) {
    (void)state;
    struct table table;
    int faults = 0, rows = 0;
    if (!open_table(&table, "cameoCountry.txt", '\t'))
        skip();
    for (; next_row(&table); rows++)
        faults += check_code("cameo", column(&table, "CODE"), DAY_MIN, NULL);
    close_table(&table);
    assert_int_equal(faults, 0);
    assert_true(rows > 200);
}

/* Withdrawn alpha-3 codes still mean a country, here of any time. The file has a member a line. */
static void test_withdrawn_codes(void **state) {
    (void)state;
    static const char member[] = "\"alpha_3\": \"";
    struct table table;
    int faults = 0, codes = 0;
    if (!open_table(&table, "iso3166-3.json", '\0'))
        skip();
    while (next_row(&table)) {
        struct slice text = table.row[0];
        if (!slice_starts_with(text, SLICE_OF(member)))
            continue;
        codes++;
        text = slice_part(text, sizeof member - 1, sizeof member + 2);
        faults += check_code("name", text, DAY_MIN, NULL);
    }
    close_table(&table);
    assert_int_equal(faults, 0);
    assert_true(codes > 25);
}

static void test_gdelt_fips(void **state) {
    (void)state;
    struct table table;
    int faults = 0, rows = 0;
    if (!open_table(&table, "gdelt-geo_country_codes.csv", ','))
        skip();
    for (; next_row(&table); rows++) {
        struct slice now = column(&table, "current_iso_code"), then = column(&table, "iso_code");
        struct slice id = reference_find(RECORD_COUNTRY, then) ? then : now;
        faults += check_code("fips", column(&table, "fips_code"), DAY_MIN,
                             slice_is_empty(id) ? NULL : string_of(&table, id));
    }
    close_table(&table);
    assert_int_equal(faults, 0);
    assert_true(rows > 200);
}

/* Exceptions are few, and each has its reason. */
static void test_exceptions(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        assert_true(exceptions[i].reason[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_iso_fips_and_ioc), cmocka_unit_test(test_cow_spells),
        cmocka_unit_test(test_gw_spells),        cmocka_unit_test(test_cow_list),
        cmocka_unit_test(test_cameo_countries),  cmocka_unit_test(test_gdelt_fips),
        cmocka_unit_test(test_withdrawn_codes),  cmocka_unit_test(test_exceptions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
