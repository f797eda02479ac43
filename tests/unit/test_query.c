/* From the words of a question to the question: every filter, wrong words with the nearest, ranges,
 * and that whatever is wrong is wrong usage. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../core/query/query.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* ---- a record that knows a few names --------------------------------------------------------- */

static const struct {
    enum record_type type;
    const char *id, *key;
} known[] = {
    {RECORD_PERSON, "leader-one", "leader one"},
    {RECORD_PERSON, "leader-two", "leader two"},
    {RECORD_PERSON, "leader-two-junior", "leader two"},
    {RECORD_ORGANIZATION, "TEST-UNION", "test union"},
    {RECORD_COUNTRY, "X-ALAND", "aland test"},
    {RECORD_PERSON, "sole-person", "sole person"},
    {RECORD_SOURCE, "paper-1", "https://test.example/1"},
};

static enum status find(void *context, enum record_type type, struct arena *arena, struct slice id,
                        struct slice key, int64_t first_day, int64_t last_day, struct slice *ids, size_t limit,
                        size_t *count, struct error *error) {
    (void)context;
    (void)first_day;
    (void)last_day;
    (void)arena;
    (void)error;
    *count = 0;
    for (size_t i = 0; i < LENGTH(known) && *count < limit; i++)
        if (known[i].type == type && (slice_is(id, known[i].id) || slice_is(key, known[i].key) ||
                                      slice_is(id, known[i].key)))
            ids[(*count)++] = slice_from(known[i].id);
    return STATUS_OK;
}

static enum status offer(void *context, enum record_type type, struct slice word,
                         void (*take)(void *take_context, struct slice name), void *take_context) {
    (void)context;
    (void)word;
    for (size_t i = 0; i < LENGTH(known); i++)
        if (known[i].type == type) take(take_context, slice_from(known[i].key));
    return STATUS_OK;
}

static enum status event_days(void *context, struct slice id, int64_t *first, int64_t *last,
                              struct error *error) {
    (void)context;
    if (slice_is(id, "EVENT-BROKEN")) return error_set(error, STATUS_CORRUPT, "the disk is gone");
    if (!slice_is(id, "EVENT-1")) return STATUS_NOT_FOUND;
    *first = 100;
    *last = 120;
    return STATUS_OK;
}

static const struct lookup lookup = {NULL, find, NULL, offer, NULL, NULL};
static const struct query_dates dates = {.event_days = event_days, .has_today = true, .today = 17533};

/* ---- building -------------------------------------------------------------------------------- */

static struct arena arena;

static int setup(void **state) {
    (void)state;
    arena_init(&arena);
    return 0;
}
static int teardown(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static enum status build(const struct query_words *words, struct query *query,
                         struct error *error) {
    *error = (struct error){0};
    return query_build(&lookup, &dates, &arena, words, query, error);
}

static void must_build(const struct query_words *words, struct query *query) {
    struct error error;
    if (build(words, query, &error) != STATUS_OK) fail_msg("%s; %s", error.message, error.remedy);
}

static void must_refuse(const struct query_words *words, const char *message, const char *remedy) {
    struct query query;
    struct error error;
    enum status status = build(words, &query, &error);
    if (status == STATUS_USAGE && error.status == STATUS_USAGE && strstr(error.message, message) &&
        strstr(error.remedy, remedy))
        return;
    fail_msg("status %d, %d: %s; %s", (int)status, (int)error.status, error.message, error.remedy);
}

/* A list of one word, in room of its own. */
static struct slice_list word(const char *text) {
    struct slice_list list = {NULL, 0};
    assert_true(arena_append(&arena, &list, slice_from(text)));
    return list;
}

static struct slice_list words_of(const char *first, const char *second) {
    struct slice_list list = word(first);
    assert_true(arena_append(&arena, &list, slice_from(second)));
    return list;
}

static void check_list(const struct slice_list *list, const char *wanted) {
    assert_int_equal(list->count, 1);
    if (!slice_is(list->items[0], wanted))
        fail_msg("%.*s", (int)list->items[0].size, list->items[0].data);
}

/* ---- plain filters --------------------------------------------------------------------------- */

static void test_nothing_asked(void **state) {
    (void)state;
    struct query query;
    must_build(&(struct query_words){.reverse = false}, &query);
    assert_false(query.has_range || query.has_pair || query.reverse || query.disputed);
    assert_true(query.from == DAY_MIN && query.to == DAY_MAX && query.limit == -1 &&
                query.match == MATCH_STARTS);
}

static void test_every_filter(void **state) {
    (void)state;
    struct query query;
    must_build(&(struct query_words){.countries = word("Canada"),
                                     .people = word(" Leader One "),
                                     .organizations = word("test union"),
                                     .roles = word("Special Guest"),
                                     .kinds = word("Meeting.Bilateral"),
                                     .statuses = word("PLANNED"),
                                     .tags = word("Trade"),
                                     .places = word("Beijing"),
                                     .sources = word("paper-1"),
                                     .texts = word("a b"),
                                     .products = word("canola"),
                                     .codes = word("01"),
                                     .min_mentions = SLICE_OF("3"),
                                     .limit = SLICE_OF("0"),
                                     .after = SLICE_OF("EVENT-1"),
                                     .match = SLICE_OF("Overlaps"),
                                     .multilateral = true,
                                     .single_source = true,
                                     .disputed = true,
                                     .distinct = true,
                                     .reverse = true},
               &query);
    check_list(&query.countries, "CAN");
    check_list(&query.people, "leader-one");
    check_list(&query.organizations, "TEST-UNION");
    check_list(&query.roles, "special_guest");
    check_list(&query.kinds, "meeting.bilateral");
    check_list(&query.statuses, "planned");
    check_list(&query.tags, "Trade");
    check_list(&query.places, "Beijing");
    check_list(&query.sources, "paper-1");
    check_list(&query.texts, "a b");
    check_list(&query.products, "canola");
    check_list(&query.codes, "01");
    assert_true(query.min_mentions == 3 && query.limit == 0 && query.match == MATCH_OVERLAPS);
    assert_true(query.multilateral && query.single_source && query.disputed && query.distinct &&
                query.reverse);
    assert_true(slice_is(query.after, "EVENT-1"));
}

static void test_countries(void **state) {
    (void)state;
    static const struct {
        const char *word, *id;
    } rows[] = {{"CAN", "CAN"},
                {"CA", "CAN"},
                {"canada", "CAN"},
                {"South Korea", "KOR"},
                {"Korea, Republic of", "KOR"},
                {"PRC", "CHN"},
                {"X-ALAND", "X-ALAND"},
                {"Aland-Test", "X-ALAND"}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query;
        must_build(&(struct query_words){.countries = word(rows[i].word)}, &query);
        check_list(&query.countries, rows[i].id);
    }
}

static void test_sources(void **state) {
    (void)state;
    struct query query;
    must_build(&(struct query_words){.sources = word("https://test.example/1")}, &query);
    check_list(&query.sources, "paper-1");
    /* An address that no source has may be that of an event. */
    must_build(&(struct query_words){.sources = word("https://test.example/none")}, &query);
    check_list(&query.sources, "https://test.example/none");
    must_refuse(&(struct query_words){.sources = word("paper-9")},
                "source \"paper-9\" is not known", "");
}

static void test_product_codes(void **state) {
    (void)state;
    assert_true(query_is_code(SLICE_OF("1205")));
    assert_false(query_is_code(SLICE_OF("canola")) || query_is_code(SLICE_NONE));
}

/* ---- wrong words ----------------------------------------------------------------------------- */

static void test_wrong_words(void **state) {
    (void)state;
    must_refuse(&(struct query_words){.match = SLICE_OF("overlap")}, "\"overlap\" is no match mode",
                "overlaps");
    must_refuse(&(struct query_words){.match = SLICE_OF("zzzzzzzzz")}, "is no match mode",
                "starts");
    must_refuse(&(struct query_words){.statuses = word("confirmd")}, "\"confirmd\" is no status",
                "did you mean confirmed?");
    must_refuse(&(struct query_words){.statuses = words_of("planned", "x")}, "\"x\" is no status",
                "planned");
    must_refuse(&(struct query_words){.kinds = word("meting")}, "kind \"meting\"", "meeting");
    must_refuse(&(struct query_words){.kinds = word("meeting..x")}, "dotted path",
                "meeting.bilateral");
    must_refuse(&(struct query_words){.countries = word("Chnia")}, "country \"Chnia\" is not known",
                "China");
    must_refuse(&(struct query_words){.people = word("leader on")},
                "person \"leader on\" is not known", "leader-one");
    must_refuse(&(struct query_words){.people = word("leader two")}, "leader two", "");
    must_refuse(&(struct query_words){.organizations = word("Tset Union")}, "is not known",
                "TEST-UNION");
    must_refuse(&(struct query_words){.limit = SLICE_OF("-1")}, "--limit takes a whole number", "");
    must_refuse(&(struct query_words){.limit = SLICE_OF("ten")}, "not \"ten\"", "");
    must_refuse(&(struct query_words){.limit = SLICE_OF("99999999999999999999")}, "--limit", "");
    must_refuse(&(struct query_words){.min_mentions = SLICE_OF("1.5")},
                "--min-mentions takes a whole number", "");
}

/* ---- spans and boxes ------------------------------------------------------------------------- */

static void test_spans(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double in, out; /* a value that lies in it, one that does not */
    } rows[] = {
        {"-10/-5", -10, -4.9}, {"-10/-5", -5, -10.1}, {"5/", 5, 4.999}, {"/0", 0, 0.001},
        {" 1.9 / 2.8 ", 1.9, 2.81}, {"3/3", 3, 3.1}, {"-1e3/1e3", 999, 1001},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query;
        must_build(&(struct query_words){.intensity = slice_from(rows[i].text), .tone = slice_from(rows[i].text)},
                   &query);
        if (!query_is_in_span(&query.intensity, rows[i].in) || query_is_in_span(&query.tone, rows[i].out))
            fail_msg("%s", rows[i].text);
        assert_true(slice_is(query.tone.text, rows[i].text));
    }
    must_refuse(&(struct query_words){.intensity = SLICE_OF("5")}, "--intensity takes two numbers", "5 and above");
    must_refuse(&(struct query_words){.tone = SLICE_OF("/")}, "--tone takes two numbers", "");
    must_refuse(&(struct query_words){.tone = SLICE_OF("a/b")}, "not \"a/b\"", "");
    must_refuse(&(struct query_words){.tone = SLICE_OF("1/2/3")}, "--tone takes two numbers", "");
    must_refuse(&(struct query_words){.tone = SLICE_OF("1 000/2")}, "--tone takes two numbers", "");
    must_refuse(&(struct query_words){.tone = SLICE_OF("nan/")}, "--tone takes two numbers", "");
    must_refuse(&(struct query_words){.intensity = SLICE_OF("5/-5")}, "higher end first", "write --intensity -5/5");
}

static void test_boxes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double latitude, longitude;
        bool in;
    } rows[] = {
        {"18,73,54,135", 18, 73, true},     {"18,73,54,135", 54, 135, true},   {"18,73,54,135", 54.1, 100, false},
        {"18,73,54,135", 17.9, 100, false}, {"18,73,54,135", 30, 72.9, false}, {"18,73,54,135", 30, 135.1, false},
        {"-20,170,20,-150", 0, 175, true},  {"-20,170,20,-150", 0, -160, true}, {"-20,170,20,-150", 0, 0, false},
        {"-20,170,20,-150", 0, 169, false}, {"0,170,10,180", 5, -180, true},   {"0,-180,10,-170", 5, 180, true},
        {"0,-10,10,10", 5, 180, false},     {"-90,-180,90,180", 0, 0, true},   {" 1 , 2 , 3 , 4 ", 2, 3, true},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query;
        must_build(&(struct query_words){.box = slice_from(rows[i].text)}, &query);
        if (query_is_in_box(&query.box, rows[i].latitude, rows[i].longitude) != rows[i].in)
            fail_msg("%s: %g, %g", rows[i].text, rows[i].latitude, rows[i].longitude);
    }
    must_refuse(&(struct query_words){.box = SLICE_OF("1,2,3")}, "--box takes four numbers", "south, west");
    must_refuse(&(struct query_words){.box = SLICE_OF("1,2,3,4,5")}, "--box takes four numbers", "");
    must_refuse(&(struct query_words){.box = SLICE_OF("1,2,,4")}, "--box takes four numbers", "");
    must_refuse(&(struct query_words){.box = SLICE_OF("N,W,S,E")}, "--box takes four numbers", "");
    must_refuse(&(struct query_words){.box = SLICE_OF("91,0,92,0")}, "latitudes go from", "");
    must_refuse(&(struct query_words){.box = SLICE_OF("30,0,20,0")}, "lies north", "");
    must_refuse(&(struct query_words){.box = SLICE_OF("0,0,10,181")}, "longitudes go from", "");
}

/* ---- ranges ---------------------------------------------------------------------------------- */

static void test_ranges(void **state) {
    (void)state;
    static const struct {
        const char *from, *to;
        int64_t first, last;
    } rows[] = {
        {"2018-01-02", "2018-01-03", 17533, 17534}, {"2018", "2018", 17532, 17896},
        {"2018-01", NULL, 17532, DAY_MAX},          {NULL, "2018-01", DAY_MIN, 17562},
        {"1970-01-01", "1970-01-01", 0, 0},         {"EVENT-1", "EVENT-1", 100, 120},
        {"May 2018", "1 June 2018", 17652, 17683},  {"2018/2019", "2018/2019", 17532, 18261},
        {"-0001", "0000", -719893, -719163},        {"../2018", "2018/..", DAY_MIN, DAY_MAX},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query;
        must_build(
            &(struct query_words){.from = slice_from(rows[i].from), .to = slice_from(rows[i].to)},
            &query);
        assert_true(query.has_range);
        if (query.from != rows[i].first || query.to != rows[i].last)
            fail_msg("row %zu: %lld to %lld", i, (long long)query.from, (long long)query.to);
        assert_true(slice_equals(query.from_text, slice_from(rows[i].from)));
    }
}

/* Words for days mean those around the day of the question; other words are told what today is. */
static void test_day_words(void **state) {
    (void)state;
    static const struct {
        const char *word;
        int64_t day;
    } rows[] = {{"today", 17533}, {"Yesterday", 17532}, {"TOMORROW", 17534}};
    struct query_dates undated = {.event_days = event_days};
    struct error error = {0};
    int64_t first, last;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_int_equal(query_parse_range(&dates, &arena, slice_from(rows[i].word), &first, &last, &error), STATUS_OK);
        assert_true(first == rows[i].day && last == rows[i].day);
        /* Without a day of the question, as in what a source claims, they are none. */
        error = (struct error){0};
        assert_int_equal(query_parse_range(&undated, &arena, slice_from(rows[i].word), &first, &last, &error),
                         STATUS_USAGE);
        assert_null(strstr(error.remedy, "today is"));
        error = (struct error){0};
    }
    struct query query;
    must_build(&(struct query_words){.from = SLICE_OF("yesterday"), .to = SLICE_OF("today")}, &query);
    assert_true(query.from == 17532 && query.to == 17533);
    static const char *const relative[] = {"last week", "three days ago", "next Monday", "this year", "since today"};
    for (size_t i = 0; i < LENGTH(relative); i++)
        must_refuse(&(struct query_words){.from = slice_from(relative[i])}, "is neither a date nor the id of an event",
                    "write the date itself; today is 2018-01-02");
    error = (struct error){0};
    assert_int_equal(query_parse_range(&dates, &arena, SLICE_OF("LAST-DAY-1"), &first, &last, &error), STATUS_USAGE);
    assert_null(strstr(error.remedy, "today is")); /* rather an id */
    assert_true(query_read_day_word(SLICE_OF("yesterday"), DAY_MIN, &first) && first == DAY_MIN);
    assert_true(query_read_day_word(SLICE_OF("tomorrow"), DAY_MAX, &first) && first == DAY_MAX);
    assert_false(query_read_day_word(SLICE_OF("to"), 0, &first) || query_read_day_word(SLICE_NONE, 0, &first));
}

/* --person takes a word of a name; what is known under another filter is said. */
static void test_people(void **state) {
    (void)state;
    struct query query;
    must_build(&(struct query_words){.people = word("Sole")}, &query);
    check_list(&query.people, "sole-person");
    must_refuse(&(struct query_words){.people = word("leader")}, "\"leader\" can mean leader-one", "write the id");
    must_refuse(&(struct query_words){.countries = word("Sole Person")}, "country \"Sole Person\" is not known",
                "sole-person is a person: ask with --person sole-person");
    must_refuse(&(struct query_words){.organizations = word("Canada")}, "is not known",
                "CAN is a country: ask with --country CAN");
    must_refuse(&(struct query_words){.people = word("Test Union")}, "is not known",
                "TEST-UNION is an organization: ask with --organization TEST-UNION");
    must_refuse(&(struct query_words){.pair = words_of("Canada", "Sole")}, "country or organization \"Sole\"",
                "ask with --person sole-person");
}

static void test_wrong_ranges(void **state) {
    (void)state;
    must_refuse(&(struct query_words){.from = SLICE_OF("2019"), .to = SLICE_OF("2018")},
                "2019 lies after 2018", "earlier");
    must_refuse(&(struct query_words){.from = SLICE_OF("2019-02-29")},
                "neither a date nor the id of an event", "");
    must_refuse(&(struct query_words){.to = SLICE_OF("EVENT-2")}, "\"EVENT-2\" is neither", "");
    must_refuse(&(struct query_words){.to = SLICE_OF("03/04/2018")}, "neither a date", "");
    struct query query;
    struct error error;
    /* What is no fault of the words stays what it is. */
    assert_int_equal(build(&(struct query_words){.to = SLICE_OF("EVENT-BROKEN")}, &query, &error),
                     STATUS_CORRUPT);
    error = (struct error){0};
    int64_t first, last;
    assert_int_equal(query_parse_range(NULL, &arena, SLICE_OF("EVENT-1"), &first, &last, &error),
                     STATUS_USAGE);
    assert_true(error.remedy[0]);
}

/* ---- pairs ----------------------------------------------------------------------------------- */

static void check_pair(struct slice_list list, const char *first, const char *second) {
    struct query query;
    must_build(&(struct query_words){.pair = list}, &query);
    assert_true(query.has_pair);
    assert_true(slice_is(query.pair[0].id, first) && slice_is(query.pair[1].id, second));
}

static void test_pairs(void **state) {
    (void)state;
    check_pair(word("CAN,CHN"), "CAN", "CHN");
    check_pair(word(" China , Canada "), "CHN", "CAN");
    check_pair(words_of("Canada", "Korea, Republic of"), "CAN", "KOR");
    check_pair(word("CAN,Test Union"), "CAN", "TEST-UNION");
    struct query query;
    must_build(&(struct query_words){.pair = word("EU,CHN")}, &query);
    assert_int_equal(query.pair[0].type, RECORD_ORGANIZATION);
    assert_int_equal(query.pair[1].type, RECORD_COUNTRY);
    static const char *const wrong[] = {"CAN", "CAN,", ",CHN", "CAN,CHN,USA", ","};
    for (size_t i = 0; i < LENGTH(wrong); i++)
        must_refuse(&(struct query_words){.pair = word(wrong[i])}, "a pair is two names",
                    "--pair CAN,CHN");
    must_refuse(&(struct query_words){.pair = word("CAN,Canada")}, "both sides of the pair are CAN",
                "--country");
    must_refuse(&(struct query_words){.pair = word("CAN,Chnia")}, "\"Chnia\" is not known",
                "China");
}

#define ON_ARENA(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_ARENA(test_nothing_asked), ON_ARENA(test_every_filter),  ON_ARENA(test_countries),
        ON_ARENA(test_sources),       ON_ARENA(test_product_codes), ON_ARENA(test_spans), ON_ARENA(test_boxes), ON_ARENA(test_wrong_words),
        ON_ARENA(test_day_words), ON_ARENA(test_people),
        ON_ARENA(test_ranges),        ON_ARENA(test_wrong_ranges),  ON_ARENA(test_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
