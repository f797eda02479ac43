/* Codes and names on their days: each system by itself, changes of states, what is not placed and why; what the lookup
 * knows besides; cells that are cut; spells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/base/utf8.h"
#include "../../core/model/place.h"
#include "../../core/model/reference.h"
#include "../../core/time/edtf.h"

/* ---- a lookup in memory ----------------------------------------------------------------------- */

enum { KEPT_MAX = 16 };
struct memory {
    struct record kept[KEPT_MAX];
    size_t count;
    size_t asked; /* calls of find and countries */
    enum status fails;
};

static enum status find_kept(void *context, enum record_type type, struct arena *arena, struct slice id, struct slice key,
                             int64_t first_day, int64_t last_day, struct slice *ids, size_t limit, size_t *count,
                             struct error *error) {
    struct memory *memory = context;
    (void)first_day, (void)last_day;
    memory->asked++;
    *count = 0;
    if (memory->fails) return error_set(error, memory->fails, "the lookup fails");
    for (size_t i = 0; i < memory->count && *count < limit; i++) {
        struct slice folded;
        if (memory->kept[i].type != type || !utf8_fold(arena, memory->kept[i].values[1], &folded)) continue;
        if (slice_equals(memory->kept[i].values[0], id) || slice_equals(folded, key)) ids[(*count)++] = memory->kept[i].values[0];
    }
    return STATUS_OK;
}

static enum status hand_countries(void *context, enum status (*take)(void *take_context, struct record *country, struct error *error),
                                  void *take_context, struct error *error) {
    struct memory *memory = context;
    enum status status = STATUS_OK;
    memory->asked++;
    for (size_t i = 0; status == STATUS_OK && i < memory->count; i++)
        if (memory->kept[i].type == RECORD_COUNTRY) status = take(take_context, &memory->kept[i], error);
    return status;
}

static struct record *keep(struct memory *memory, enum record_type type, const char *id, const char *name) {
    struct record *record = &memory->kept[memory->count++];
    record_init(record, type);
    record_set(record, 0, slice_from(id));
    record_set(record, 1, slice_from(name));
    return record;
}

struct world {
    struct memory memory;
    struct lookup lookup;
    struct placer *placer;
    struct arena arena;
};

static int set_up(void **state) {
    struct world *world = calloc(1, sizeof *world);
    world->lookup = (struct lookup){&world->memory, find_kept, NULL, NULL, NULL, hand_countries};
    world->placer = placer_open(&world->lookup);
    arena_init(&world->arena);
    *state = world;
    return world->placer ? 0 : -1;
}

static int tear_down(void **state) {
    struct world *world = *state;
    placer_close(world->placer);
    arena_free(&world->arena);
    free(world);
    return 0;
}

/* ---- what a text means ------------------------------------------------------------------------ */

/* NULL: without a date. */
static void parse_days(const char *text, int64_t *first, int64_t *last) {
    struct edtf date;
    *first = DAY_MIN, *last = DAY_MAX;
    if (!text) return;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    *first = date.min;
    *last = date.max;
}

static const char *word_of(enum placing placing) {
    static const char *const words[] = {"placed", "outside", "nowhere", "twice", "at other times"};
    return words[placing];
}

/* "placed DEU" */
static const char *place(struct world *world, const char *system, const char *text, const char *date) {
    enum placing placing;
    struct slice id;
    struct error error = {0};
    int64_t first, last;
    char *out = arena_alloc(&world->arena, 100);
    enum code_system found = code_system_find(slice_from(system));
    assert_true(found < CODE_SYSTEMS);
    parse_days(date, &first, &last);
    assert_int_equal(place_country(world->placer, found, slice_from(text), first, last, &placing, &id, &error), STATUS_OK);
    snprintf(out, 100, "%s%s%.*s", word_of(placing), id.size ? " " : "", (int)id.size, id.size ? id.data : "");
    return out;
}

struct row {
    const char *system, *text, *date, *expected;
};

static void check_rows(struct world *world, const struct row *rows, size_t count) {
    for (int round = 0; round < 2; round++) /* the second time from what is kept */
        for (size_t i = 0; i < count; i++) {
            const char *got = place(world, rows[i].system, rows[i].text, rows[i].date);
            if (strcmp(got, rows[i].expected) != 0)
                fail_msg("%s %s on %s: %s, not %s", rows[i].system, rows[i].text, rows[i].date ? rows[i].date : "no day", got,
                         rows[i].expected);
        }
}
#define CHECK(rows) check_rows(*state, rows, sizeof(rows) / sizeof *(rows))

static void test_germany(void **state) {
    static const struct row rows[] = {
        {"cow", "255", "1935-06-01", "placed DEU"},   {"cow", "255", "1995-01-01", "placed DEU"},
        {"cow", "255", "1970-01-01", "outside DEU"},  {"cow", "260", "1970-01-01", "placed DEU"},
        {"cow", "260", "2005-01-01", "outside DEU"},  {"cow", "265", "1970-01-01", "placed DDR"},
        {"cow", "265", "1950-01-01", "outside DDR"},  {"cow", "265", "1995-01-01", "outside DDR"},
        {"gw", "260", "1949-09-21", "placed DEU"},    {"gw", "260", "2005-01-01", "placed DEU"},
        {"gw", "255", "1935-06-01", "placed DEU"},    {"gw", "265", "1949-12-31", "placed DDR"},
        {"gw", "265", "1990-10-02", "placed DDR"},    {"gw", "265", "1990-10-03", "outside DDR"},
        {"name", "Germany", "1989", "placed DEU"},    {"name", "German Democratic Republic", "1989-12-12", "placed DDR"},
        {"name", "German Democratic Republic", "1995", "at other times"},
        {"name", "Germany, Federal Republic of", "1953-02-05", "placed DEU"},
        {"name", "West Germany", "1960", "placed DEU"}, {"name", "West Germany", "2005", "at other times"},
        {"name", "Prussia", "1850", "placed DEU"},    {"name", "Prussia", "1950", "at other times"},
        {"ioc", "GDR", "1980", "placed DDR"},         {"ioc", "FRG", "1980", "placed DEU"},
    };
    CHECK(rows);
}

static void test_yugoslavia(void **state) {
    static const struct row rows[] = {
        {"cow", "345", "1900-01-01", "placed SRB"},   {"cow", "345", "1918-12-01", "placed YUG"},
        {"cow", "345", "1975-01-01", "placed YUG"},   {"cow", "345", "2003-02-03", "placed YUG"},
        {"cow", "345", "2003-02-04", "placed SCG"},   {"cow", "345", "2006-06-05", "placed SRB"},
        {"cow", "345", "2003", "twice"},              {"cow", "345", "1942-06-01", "at other times"},
        {"cow", "345", NULL, "placed SRB"},           {"cow", "344", "1995", "placed HRV"},
        {"cow", "346", "1995", "placed BIH"},         {"cow", "349", "1995", "placed SVN"},
        {"cow", "341", "2010", "placed MNE"},         {"cow", "341", "1995", "outside MNE"},
        {"gw", "340", "1900", "placed SRB"},          {"gw", "340", "2010", "placed SRB"},
        {"gw", "345", "2000", "placed YUG"},          {"gw", "345", "2005", "placed SCG"},
        {"gw", "341", "1900", "placed MNE"},          {"gw", "347", "2010", "placed XKX"},
        {"name", "Yugoslavia", "1942", "placed YUG"}, {"name", "Yugoslavia", "2001-05-09", "placed YUG"},
        {"name", "Yugoslavia", "2010", "at other times"}, {"name", "Serbia and Montenegro", "2004", "placed SCG"},
    };
    CHECK(rows);
}

static void test_russia(void **state) {
    static const struct row rows[] = {
        {"cow", "365", "1900", "placed RUS"},          {"cow", "365", "1922-12-29", "placed RUS"},
        {"cow", "365", "1922-12-30", "placed SUN"},    {"cow", "365", "1991-12-25", "placed SUN"},
        {"cow", "365", "1991-12-26", "placed RUS"},    {"cow", "365", "1991", "twice"},
        {"cow", "365", "1815", "at other times"},      {"cow", "365", NULL, "placed RUS"},
        {"gw", "365", "1975", "placed SUN"},           {"gw", "0365", "1975", "placed SUN"},
        {"name", "U.S.S.R.", "1943-10-18", "placed SUN"}, {"name", "U.S.S.R.", "1992-01-27", "at other times"},
        {"name", "Russia", "1995", "placed RUS"},      {"name", "Russia (Soviet Union)", "1950", "placed SUN"},
        {"name", "Russia (Soviet Union)", "1995", "placed RUS"}, {"name", "SUN", "1995", "placed SUN"},
        {"iso3", "SUN", "1995", "outside SUN"},        {"fips", "RS", "1995", "placed RUS"},
    };
    CHECK(rows);
}

static void test_sudan_yemen_vietnam(void **state) {
    static const struct row rows[] = {
        {"cow", "625", "2000", "placed SDN"},          {"cow", "625", "2020", "placed SDN"},
        {"cow", "626", "2020", "placed SSD"},          {"cow", "626", "2000", "placed SSD"},
        {"iso_numeric", "736", "2000", "placed SDN"},  {"iso_numeric", "729", "2020", "placed SDN"},
        {"cow", "678", "1970", "placed YEM"},          {"cow", "679", "1970", "outside YEM"},
        {"cow", "679", "2000", "placed YEM"},          {"cow", "680", "1980", "placed YMD"},
        {"cow", "680", "2000", "outside YMD"},         {"gw", "678", "2000", "placed YEM"},
        {"name", "Yemen Arab Republic", "1980", "placed YEM"}, {"name", "Yemen (Aden)", "1980", "placed YMD"},
        {"cow", "816", "1960", "placed VNM"},          {"cow", "816", "2000", "placed VNM"},
        {"cow", "817", "1960", "placed X-SOUTH-VIETNAM"}, {"cow", "817", "2000", "outside X-SOUTH-VIETNAM"},
        {"gw", "815", "1850", "placed X-ANNAM"},       {"name", "Vietnam", "1960", "twice"},
        {"name", "Vietnam", "1980", "placed VNM"},     {"name", "Vietnam", NULL, "placed VNM"},
        {"name", "Vietnam, Republic of", "1960", "placed X-SOUTH-VIETNAM"},
    };
    CHECK(rows);
}

static void test_states_that_are_gone(void **state) {
    static const struct row rows[] = {
        {"name", "Hawaii", "1874-12-12", "placed X-HAWAII"}, {"name", "Hawaii", "2018", "at other times"},
        {"name", "Hanover", "1850", "placed X-HANOVER"},     {"cow", "240", "1850", "placed X-HANOVER"},
        {"gw", "240", "1870", "placed X-HANOVER"},           {"cow", "240", "1870", "outside X-HANOVER"},
        {"name", "Texas", "1840", "placed X-TEXAS"},         {"name", "Texas", "2018", "at other times"},
        {"name", "China, Republic of", "1945-04-26", "placed CHN"}, {"name", "China, Republic of", "1961-07-31", "placed TWN"},
        {"name", "Korea", "1887", "placed X-KOREA"},         {"name", "Korea", "1960", "twice"},
        {"name", "Korea", "1948-08-20", "placed KOR"},       {"name", "Korea", NULL, "twice"},
        {"name", "Korea", "1930", "at other times"},         {"name", "Congo", "2018-06-01", "twice"},
        {"name", "Siam", "1930", "placed THA"},              {"name", "Khmer Republic (Cambodia)", "1971", "placed KHM"},
        {"name", "Poland (government-in-exile)", "1941", "placed POL"}, {"name", "Kyrgyz", "2000", "placed KGZ"},
        {"name", "Libyan Arab Jamahiriya", "1988", "placed LBY"}, {"name", "Tchad", "1991", "placed TCD"},
        {"name", "Zaire", "1991", "placed COD"},             {"name", "Buglaria", NULL, "nowhere"},
        {"iso3", "ZAR", "1990", "placed COD"},               {"iso3", "zar", "1990", "placed COD"},
        {"iso3", "ROM", "2010", "outside ROU"},              {"iso3", "UAE", "2010", "nowhere"},
        {"iso2", "CS", "1980", "placed CSK"},                {"iso2", "CS", "2004", "placed SCG"},
        {"iso2", "CS", "2010", "at other times"},
    };
    CHECK(rows);
}

/* One row of GDELT has CAMEO in one column and FIPS in another, and ISO is neither. */
static void test_systems_apart(void **state) {
    static const struct row rows[] = {
        {"fips", "AU", "2018", "placed AUT"},   {"iso2", "AU", "2018", "placed AUS"},  {"name", "AU", "2018", "placed AUS"},
        {"fips", "AS", "2018", "placed AUS"},   {"iso2", "AS", "2018", "placed ASM"},  {"cameo", "AUS", "2018", "placed AUS"},
        {"fips", "GM", "2018", "placed DEU"},   {"iso2", "GM", "2018", "placed GMB"},  {"fips", "CH", "2018", "placed CHN"},
        {"iso2", "CH", "2018", "placed CHE"},   {"ioc", "CHI", "2018", "placed CHL"},  {"iso3", "CHI", "2018", "nowhere"},
        {"fips", "EI", "2018", "placed IRL"},   {"fips", "OS", "2018", "nowhere"},     {"cameo", "ROM", "2018", "placed ROU"},
        {"fips", "CHN", "2018", "nowhere"},     {"cameo", "CH", "2018", "nowhere"},    {"name", "20", "2018", "nowhere"},
        {"cow", "20", "2018", "placed CAN"},    {"iso_numeric", "20", "2018", "placed AND"}, {"gw", "CAN", "2018", "nowhere"},
        {"cow", "002", "2018", "placed USA"},   {"name", "EU", "2018", "nowhere"},     {"fips", "EU", "2018", "placed ATF"},
    };
    CHECK(rows);
}

/* Of the two-letter codes, 69 and more mean one country in FIPS and another in ISO. */
static void test_fips_against_iso(void **state) {
    struct world *world = *state;
    size_t differ = 0;
    for (char a = 'A'; a <= 'Z'; a++)
        for (char b = 'A'; b <= 'Z'; b++) {
            const char code[3] = {a, b, '\0'};
            const char *fips = place(world, "fips", code, "2018"), *iso = place(world, "iso2", code, "2018");
            differ += strncmp(fips, "placed ", 7) == 0 && strncmp(iso, "placed ", 7) == 0 && strcmp(fips, iso) != 0;
        }
    assert_true(differ >= 69);
}

static void test_regions_are_no_countries(void **state) {
    static const struct row rows[] = {
        {"cameo", "AFR", "2018", "nowhere"}, {"cameo", "EUR", "2018", "nowhere"},  {"cameo", "WST", "2018", "nowhere"},
        {"cameo", "NGO", "2018", "nowhere"}, {"name", "Africa", "2018", "nowhere"}, {"name", "Citizen (India)", "2018", "nowhere"},
        {"name", "", "2018", "nowhere"},     {"name", " - ", "2018", "nowhere"},   {"cow", "99999999999999999999", NULL, "nowhere"},
    };
    CHECK(rows);
}

/* ---- what the lookup knows -------------------------------------------------------------------- */

static void test_countries_of_the_record(void **state) {
    struct world *world = *state;
    struct record *ardon = keep(&world->memory, RECORD_COUNTRY, "X-ARDON", "Ardon"), *borea;
    record_set(ardon, COUNTRY_COW, SLICE_OF("990@1900/1950;995@1950/..;345@1942/1943"));
    record_set(ardon, COUNTRY_ALIASES, SLICE_OF("Old Ardon@../1950;Canada"));
    borea = keep(&world->memory, RECORD_COUNTRY, "BOR", "Borea");
    record_set(borea, COUNTRY_ISO2, SLICE_OF("QB"));
    record_set(borea, COUNTRY_COW, SLICE_OF("990@1950/.."));
    static const struct row rows[] = {
        {"cow", "995", "1920", "outside X-ARDON"},  {"cow", "995", "1960", "placed X-ARDON"},
        {"cow", "990", "1920", "placed X-ARDON"},   {"cow", "0990", "1960", "placed BOR"},
        {"cow", "990", "1850", "at other times"},   {"cow", "345", "1942-06", "placed X-ARDON"},
        {"cow", "345", "1975", "placed YUG"},       {"name", "ardon", "1800", "placed X-ARDON"},
        {"name", "Old Ardon", "1920", "placed X-ARDON"}, {"name", "Old Ardon", "1960", "at other times"},
        {"name", "Canada", "1960", "placed CAN"},   {"name", "X-ARDON", NULL, "placed X-ARDON"},
        {"iso3", "bor", NULL, "placed BOR"},        {"iso2", "QB", NULL, "placed BOR"}, {"name", "QB", NULL, "placed BOR"},
        {"gw", "995", "1960", "nowhere"},
    };
    CHECK(rows);
    placer_forget(world->placer, RECORD_COUNTRY);
    CHECK(rows);
}

static void test_what_is_new_is_found_once_it_is_told(void **state) {
    struct world *world = *state;
    assert_string_equal(place(world, "name", "Ardon", NULL), "nowhere");
    keep(&world->memory, RECORD_COUNTRY, "X-ARDON", "Ardon");
    size_t asked = world->memory.asked;
    assert_string_equal(place(world, "name", "Ardon", NULL), "nowhere");
    assert_int_equal(world->memory.asked, asked);
    placer_forget(world->placer, RECORD_COUNTRY);
    assert_string_equal(place(world, "name", "Ardon", NULL), "placed X-ARDON");
}

/* A lookup that hands over no countries, and one that fails. */
static void test_a_lookup_that_only_finds(void **state) {
    struct world *world = *state;
    enum placing placing;
    struct slice id;
    struct error error = {0};
    keep(&world->memory, RECORD_COUNTRY, "X-ARDON", "Ardon");
    world->lookup.countries = NULL;
    assert_string_equal(place(world, "name", "Ardon", "1950"), "placed X-ARDON");
    assert_string_equal(place(world, "name", "Ardon", "1960"), "placed X-ARDON");
    size_t asked = world->memory.asked;
    assert_string_equal(place(world, "name", "Ardon", "1960"), "placed X-ARDON");
    assert_int_equal(world->memory.asked, asked); /* the days are those of the last time */
    keep(&world->memory, RECORD_COUNTRY, "X-OTHER", "Ardon");
    placer_forget(world->placer, RECORD_COUNTRY);
    assert_string_equal(place(world, "name", "Ardon", "1960"), "twice");
    world->memory.fails = STATUS_ENVIRONMENT;
    assert_int_equal(place_country(world->placer, CODE_NAME, SLICE_OF("Nobody"), 0, 0, &placing, &id, &error), STATUS_ENVIRONMENT);
    assert_string_equal(error.message, "the lookup fails");
}

static const char *known(struct world *world, enum record_type type, const char *name) {
    struct slice id;
    struct error error = {0};
    assert_int_equal(place_known(world->placer, type, slice_from(name), &id, &error), STATUS_OK);
    return id.size ? arena_string(&world->arena, id) : "";
}

static void test_organizations_and_people(void **state) {
    struct world *world = *state;
    assert_string_equal(known(world, RECORD_ORGANIZATION, "NATO"), "NATO");
    assert_string_equal(known(world, RECORD_ORGANIZATION, "North Atlantic Treaty Organization"), "NATO");
    assert_string_equal(known(world, RECORD_ORGANIZATION, "european union"), "EU");
    assert_string_equal(known(world, RECORD_ORGANIZATION, "United Nations"), "UN");
    assert_string_equal(known(world, RECORD_ORGANIZATION, "Canada"), "");
    assert_string_equal(known(world, RECORD_ORGANIZATION, ""), "");
    assert_string_equal(known(world, RECORD_ORGANIZATION, "Test League"), "");
    assert_string_equal(known(world, RECORD_PERSON, "NATO"), "");
    assert_string_equal(known(world, RECORD_PERSON, "Ada Test"), "");
    keep(&world->memory, RECORD_ORGANIZATION, "TL", "Test League");
    keep(&world->memory, RECORD_PERSON, "ada-test", "Ada Test");
    size_t asked = world->memory.asked;
    assert_string_equal(known(world, RECORD_PERSON, "Ada Test"), "");
    assert_int_equal(world->memory.asked, asked);
    placer_forget(world->placer, RECORD_PERSON);
    assert_string_equal(known(world, RECORD_PERSON, "Ada Test"), "ada-test");
    assert_string_equal(known(world, RECORD_PERSON, "ADA TEST"), "ada-test");
    assert_string_equal(known(world, RECORD_PERSON, "Ada"), "");
    assert_string_equal(known(world, RECORD_ORGANIZATION, "Test League"), "TL");
    keep(&world->memory, RECORD_PERSON, "ada-test-2", "Ada Test");
    placer_forget(world->placer, RECORD_PERSON);
    assert_string_equal(known(world, RECORD_PERSON, "Ada Test"), "");
    assert_string_equal(known(world, RECORD_PERSON, "ada-test"), "ada-test");
}

/* More texts than are kept, long ones, and ids that outlive their answers. */
static void test_many_texts(void **state) {
    struct world *world = *state;
    enum placing placing;
    struct slice id, first;
    struct error error = {0};
    char text[600];
    keep(&world->memory, RECORD_COUNTRY, "X-ARDON", "Ardon");
    assert_int_equal(place_country(world->placer, CODE_NAME, SLICE_OF("Ardon"), 0, 0, &placing, &first, &error), STATUS_OK);
    for (int i = 0; i < 150000; i++) {
        int size = snprintf(text, sizeof text, "nobody %d", i);
        assert_int_equal(place_country(world->placer, CODE_NAME, (struct slice){text, (size_t)size}, 0, 0, &placing, &id, &error),
                         STATUS_OK);
        assert_int_equal(placing, PLACED_NOWHERE);
    }
    assert_true(slice_is(first, "X-ARDON"));
    memset(text, ' ', sizeof text);
    memcpy(text + 500, "Canada", 6);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(place_country(world->placer, CODE_NAME, (struct slice){text, sizeof text}, 0, 0, &placing, &id, &error),
                         STATUS_OK);
    assert_true(slice_is(id, "CAN"));
    assert_int_equal(place_country(world->placer, CODE_NAME, SLICE_OF("Ardon"), 0, 0, &placing, &id, &error), STATUS_OK);
    assert_ptr_equal(id.data, first.data);
}

static void test_systems_have_names(void **state) {
    (void)state;
    for (int i = 0; i < CODE_SYSTEMS; i++)
        assert_int_equal(code_system_find(slice_from(code_system_name((enum code_system)i))), i);
    assert_int_equal(code_system_find(SLICE_OF("iso")), CODE_SYSTEMS);
    assert_int_equal(code_system_find(SLICE_NONE), CODE_SYSTEMS);
    assert_string_equal(code_system_name(CODE_SYSTEMS), "");
    assert_string_equal(placing_words(PLACED), "");
    for (int i = PLACED_OUTSIDE; i <= PLACED_AT_OTHER_TIMES; i++) assert_true(placing_words((enum placing)i)[0]);
}

/* ---- cells ------------------------------------------------------------------------------------ */

static void test_split(void **state) {
    struct world *world = *state;
    static const struct {
        const char *separators[4], *cell, *parts;
        bool parentheses;
    } rows[] = {
        {{",", ";", " and "}, "Ardon, Borea; Cedra and Delva", "Ardon|Borea|Cedra|Delva", false},
        {{",", " and "}, "Ardon, Borea, and Cedra", "Ardon|Borea|Cedra", false},
        {{",", "and"}, "Ardon AND Borea , ,, Cedra ,", "Ardon|Borea|Cedra", false},
        {{"and"}, "Andland and Borea", "Andland|Borea", false},
        {{"and"}, "Ardonand Borea", "Ardonand Borea", false},
        {{"and"}, "and Borea", "Borea", false},
        {{"and"}, "Ardon and", "Ardon and", false},
        {{"–"}, "Ardon–Borea", "Ardon|Borea", false},
        {{" - "}, "Ardon-Borea - Cedra", "Ardon-Borea|Cedra", false},
        {{"и"}, "Ардон и Борея", "Ардон|Борея", false},
        {{","}, "Ardon (north, south), Borea", "Ardon (north, south)|Borea", false},
        {{","}, "Ardon (north, south), Borea", "Ardon|north|south|Borea", true},
        {{","}, "Ardon (north, Borea", "Ardon (north|Borea", false},
        {{","}, "Ardon), Borea", "Ardon)|Borea", false},
        {{","}, "TU (Ardon, Borea)(Cedra)", "TU|Ardon|Borea|Cedra", true},
        {{","}, "", "", false},
        {{","}, " , ,", "", false},
        {{""}, "Ardon, Borea", "Ardon, Borea", false},
        {{NULL}, " Ardon ", "Ardon", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice_list separators = {NULL, 0}, parts;
        char got[200] = "";
        for (size_t j = 0; j < 4 && rows[i].separators[j]; j++)
            assert_true(arena_append(&world->arena, &separators, slice_from(rows[i].separators[j])));
        assert_true(place_split(&world->arena, slice_from(rows[i].cell), &separators, rows[i].parentheses, &parts));
        for (size_t j = 0; j < parts.count; j++)
            snprintf(got + strlen(got), sizeof got - strlen(got), "%s%.*s", j ? "|" : "", (int)parts.items[j].size,
                     parts.items[j].data);
        if (strcmp(got, rows[i].parts) != 0) fail_msg("\"%s\" is cut into %s, not %s", rows[i].cell, got, rows[i].parts);
    }
}

/* A megabyte of "(" takes no time to speak of. */
static void test_split_counts_parentheses(void **state) {
    struct world *world = *state;
    static const struct {
        const char *cell, *parts;
    } cases[] = {
        {"(Serbia, Montenegro) Union", "(Serbia, Montenegro) Union|"}, {"a (b (c), d), e", "a (b (c), d)|e|"},
        {"a (b, c), (d, e)", "a (b, c)|(d, e)|"}, {"a (b, c", "a (b|c|"}, {"a ((b, c), d", "a ((b, c)|d|"}, {"a), b (c, d)", "a)|b (c, d)|"},
    };
    struct slice comma = SLICE_OF(",");
    const struct slice_list separators = {&comma, 1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice_list parts;
        char out[200] = "";
        size_t size = 0;
        assert_true(place_split(&world->arena, slice_from(cases[i].cell), &separators, false, &parts));
        for (size_t k = 0; k < parts.count; k++)
            size += (size_t)snprintf(out + size, sizeof out - size, "%.*s|", (int)parts.items[k].size, parts.items[k].data);
        assert_string_equal(out, cases[i].parts);
    }
}

/* A spell that was not taken is not known. */
static void test_spell_that_was_refused(void **state) {
    struct world *world = *state;
    struct record country;
    struct error error = {0};
    enum placing placing;
    struct slice id;
    assert_int_equal(place_spell(world->placer, CODE_COW, SLICE_OF("977"), SLICE_OF("Refusia"), 0, DAY_MAX, &world->arena, &country,
                                 &error), STATUS_OK);
    assert_int_equal(place_country(world->placer, CODE_COW, SLICE_OF("977"), 0, 0, &placing, &id, &error), STATUS_OK);
    assert_int_equal(placing, PLACED_NOWHERE);
    assert_int_equal(placer_learn(world->placer, &country, &error), STATUS_OK);
    assert_int_equal(place_country(world->placer, CODE_COW, SLICE_OF("977"), 0, 0, &placing, &id, &error), STATUS_OK);
    assert_int_equal(placing, PLACED);
    assert_true(slice_is(id, "X-REFUSIA"));
    record_init(&country, RECORD_COUNTRY); /* another code takes the place of the first */
    record_set(&country, COUNTRY_ID, SLICE_OF("X-REFUSIA"));
    record_set(&country, COUNTRY_COW, SLICE_OF("976"));
    assert_int_equal(placer_learn(world->placer, &country, &error), STATUS_OK);
    assert_int_equal(place_country(world->placer, CODE_COW, SLICE_OF("977"), 0, 0, &placing, &id, &error), STATUS_OK);
    assert_int_equal(placing, PLACED_NOWHERE);
    assert_int_equal(place_country(world->placer, CODE_NAME, SLICE_OF("Refusia"), 0, 0, &placing, &id, &error), STATUS_OK);
    assert_int_equal(placing, PLACED);
}

static void test_split_of_a_hostile_cell(void **state) {
    struct world *world = *state;
    enum { SIZE = 1 << 20 };
    struct slice comma = SLICE_OF(",");
    const struct slice_list separators = {&comma, 1};
    struct slice_list parts;
    char *text = malloc(SIZE);
    assert_non_null(text);
    memset(text, '(', SIZE);
    assert_true(place_split(&world->arena, (struct slice){text, SIZE}, &separators, false, &parts));
    assert_int_equal(parts.count, 1);
    text[SIZE - 1] = ')';
    assert_true(place_split(&world->arena, (struct slice){text, SIZE}, &separators, true, &parts));
    assert_int_equal(parts.count, 0);
    free(text);
}

/* ---- spells ----------------------------------------------------------------------------------- */

/* "ID field=value …", or the message. */
static const char *spell(struct world *world, const char *system, const char *code, const char *name, const char *first,
                         const char *last) {
    struct record country;
    struct error error = {0};
    int64_t first_day = DAY_MIN, last_day = DAY_MAX, other;
    char *out = arena_alloc(&world->arena, 1000);
    if (first) parse_days(first, &first_day, &other);
    if (last) parse_days(last, &other, &last_day);
    enum status status = place_spell(world->placer, code_system_find(slice_from(system)), slice_from(code), slice_from(name),
                                     first_day, last_day, &world->arena, &country, &error);
    if (status != STATUS_OK) {
        assert_int_equal(status, STATUS_BAD_INPUT);
        assert_true(error.remedy[0]);
        return arena_string(&world->arena, slice_from(error.message));
    }
    assert_int_equal(placer_learn(world->placer, &country, &error), STATUS_OK);
    for (size_t i = 0, size = 0; i < record_info(RECORD_COUNTRY)->field_count; i++)
        if (record_is_given(&country, (int)i) && size < 900)
            size += (size_t)snprintf(out + size, 1000 - size, "%s%s%s%.*s", i ? " " : "",
                                     i ? record_field(RECORD_COUNTRY, (int)i)->name : "", i ? "=" : "",
                                     (int)country.values[i].size, country.values[i].data);
    return out;
}

static void test_spells_that_are_known(void **state) {
    struct world *world = *state;
    static const char *const rows[][6] = {
        /* system, code, name, first, last, what comes out */
        {"cow", "20", "Canada", "1920-01-10", NULL, "CAN"},
        {"cow", "20", "Canada", "1920-03-01", NULL, "CAN"},
        {"cow", "20", "Canada", "1919-06-01", NULL, "CAN"}, /* within a year */
        {"cow", "365", "Russia", "1816-01-01", NULL, "RUS"},
        {"cow", "345", "Yugoslavia", "1944-10-20", NULL, "SRB"},
        {"cow", "255", "Germany", "1816-01-01", "1945-05-08", "DEU"},
        {"cow", "255", "Germany", "1990-10-03", NULL, "DEU"},
        {"cow", "265", "German Democratic Republic", "1954-03-25", "1990-10-02", "DDR"},
        {"cow", "2", "United States of America", NULL, NULL, "USA"},
        {"gw", "816", "Vietnam", "1954-05-01", NULL, "VNM"},
        {"iso2", "QB", "Canada", "2030", NULL, "CAN name=Canada iso2=CA;QB@2030-01-01/.."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *got = spell(world, rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4]);
        if (strcmp(got, rows[i][5]) != 0) fail_msg("%s %s: %s, not %s", rows[i][0], rows[i][1], got, rows[i][5]);
    }
}

/* What is added joins what is there, and is known from then on. */
static void test_spells_that_are_new(void **state) {
    struct world *world = *state;
    assert_string_equal(spell(world, "cow", "20", "Canada", "1867-07-01", NULL), "CAN name=Canada cow=20@1867-07-01/..");
    assert_string_equal(spell(world, "cow", "20", "Canada", "1867-07-01", NULL), "CAN");
    assert_string_equal(place(world, "cow", "20", "1900"), "placed CAN");
    assert_string_equal(spell(world, "cow", "042", "Dominican Republic", "1916-11-30", "1924-09-28"),
                        "DOM name=Dominican Republic cow=42@1894-01-01/..");
    assert_string_equal(spell(world, "cow", "260", "Germany", "1990-10-03", "1995-12-31"),
                        "DEU name=Germany cow=255@1816-01-01/1945-05-09;255@1990-10-03/..;260@1955-05-05/1996-01-01");
    assert_string_equal(place(world, "cow", "260", "1992"), "placed DEU");
    assert_string_equal(place(world, "cow", "255", "1992"), "placed DEU");
}

static void test_spells_that_make_countries(void **state) {
    struct world *world = *state;
    assert_string_equal(spell(world, "cow", "999", "Republic of Ardon", "1900-01-01", "1950-12-31"),
                        "X-REPUBLIC-OF-ARDON name=Republic of Ardon start=1900-01-01 end=1951-01-01 cow=999@1900-01-01/1951-01-01");
    assert_string_equal(place(world, "cow", "999", "1920"), "placed X-REPUBLIC-OF-ARDON");
    assert_string_equal(place(world, "name", "republic of ardon", "1920"), "placed X-REPUBLIC-OF-ARDON");
    assert_string_equal(spell(world, "cow", "999", "Republic of Ardon", "1900-01-01", "1950-12-31"), "X-REPUBLIC-OF-ARDON");
    assert_string_equal(spell(world, "cow", "999", "Republic of Ardon", "1960-01-01", NULL),
                        "X-REPUBLIC-OF-ARDON start=1900-01-01 end= cow=999@1900-01-01/1951-01-01;999@1960-01-01/..");
    assert_string_equal(spell(world, "cow", "999", "Republic of Ardon", "1880-01-01", "1885-12-31"),
                        "X-REPUBLIC-OF-ARDON start=1880-01-01 end= "
                        "cow=999@1880-01-01/1886-01-01;999@1900-01-01/1951-01-01;999@1960-01-01/..");
    assert_string_equal(spell(world, "gw", "998", "Republic of Ardon", "1900-01-01", NULL),
                        "X-REPUBLIC-OF-ARDON gw=998@1900-01-01/..");
    assert_string_equal(place(world, "cow", "999", "1970"), "placed X-REPUBLIC-OF-ARDON");
    assert_string_equal(spell(world, "cow", "997", "—", "1900-01-01", NULL), "X-COW-997 name=— start=1900-01-01 cow=997@1900-01-01/..");
    /* a known name, a code of nobody */
    assert_string_equal(spell(world, "cow", "996", "Canada", "1900-01-01", NULL),
                        "CAN name=Canada cow=20@1920-01-10/..;996@1900-01-01/..");
    /* the code of a state long gone, for a state of another name */
    assert_string_equal(spell(world, "cow", "240", "New Borea", "2030-01-01", NULL),
                        "X-NEW-BOREA name=New Borea start=2030-01-01 cow=240@2030-01-01/..");
    assert_string_equal(place(world, "cow", "240", "1850"), "placed X-HANOVER");
    assert_string_equal(place(world, "cow", "240", "2031"), "placed X-NEW-BOREA");
}

static void test_spells_that_are_refused(void **state) {
    struct world *world = *state;
    assert_string_equal(spell(world, "cow", "", "Ardon", NULL, NULL), "\"\" is no code of a country");
    assert_string_equal(spell(world, "cow", "9;1@2/3", "Ardon", NULL, NULL), "\"9;1@2/3\" is no code of a country");
    assert_string_equal(spell(world, "cow", "12345678901234567", "Ardon", NULL, NULL), "\"12345678901234567\" is no code of a country");
    assert_string_equal(spell(world, "cow", "999", "Ardon", "1950-01-01", "1949-01-01"),
                        "the spell of the code 999 ends before it begins");
    assert_string_equal(spell(world, "cow", "999", "", "1950-01-01", NULL),
                        "nobody knows the code 999 of cow, and there is no name to make a country of");
    assert_string_equal(spell(world, "name", "Ardon", "Ardon", "1950-01-01", NULL),
                        "countries have no column for codes of the system \"name\"");
    assert_string_equal(spell(world, "iso3", "ARD", "Ardon", "1950-01-01", NULL),
                        "countries have no column for codes of the system \"iso3\"");
}

/* As many codes as a country can have, and one more. */
static void test_too_many_codes(void **state) {
    struct world *world = *state;
    char code[16];
    const char *got = "";
    for (int i = 0; i < 300; i++) {
        snprintf(code, sizeof code, "Q%d", i);
        got = spell(world, "gw", code, "Canada", "1950-01-01", "1951-01-01");
        if (i < 200) assert_int_equal(strncmp(got, "CAN", 3), 0);
    }
    assert_string_equal(got, "a country has at most 256 codes in a system");
}

/* The record's own codes count as the table's do. */
static void test_spells_of_countries_of_the_record(void **state) {
    struct world *world = *state;
    struct record *ardon = keep(&world->memory, RECORD_COUNTRY, "X-ARDON", "Ardon");
    record_set(ardon, COUNTRY_COW, SLICE_OF("984@1900-01-01/1950-01-01"));
    assert_string_equal(spell(world, "cow", "984", "Ardon", "1900-01-01", "1949-12-31"), "X-ARDON");
    assert_string_equal(spell(world, "cow", "984", "Ardon", "1970-01-01", NULL),
                        "X-ARDON cow=984@1900-01-01/1950-01-01;984@1970-01-01/..");
    assert_string_equal(spell(world, "gw", "991", "Ardon", "1970-01-01", NULL), "X-ARDON gw=991@1970-01-01/..");
    assert_string_equal(place(world, "name", "Ardon", "1800"), "placed X-ARDON");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_germany), TEST(test_yugoslavia), TEST(test_russia), TEST(test_sudan_yemen_vietnam),
        TEST(test_states_that_are_gone), TEST(test_systems_apart), TEST(test_fips_against_iso),
        TEST(test_regions_are_no_countries), TEST(test_countries_of_the_record),
        TEST(test_what_is_new_is_found_once_it_is_told), TEST(test_a_lookup_that_only_finds),
        TEST(test_organizations_and_people), TEST(test_many_texts), TEST(test_systems_have_names), TEST(test_split),
        TEST(test_split_of_a_hostile_cell), TEST(test_split_counts_parentheses), TEST(test_spell_that_was_refused), TEST(test_spells_that_are_known), TEST(test_spells_that_are_new),
        TEST(test_spells_that_make_countries), TEST(test_spells_that_are_refused), TEST(test_too_many_codes),
        TEST(test_spells_of_countries_of_the_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
