/* How long things lasted, day by day; and days between dates at the edges of the calendar. */
#include "store_fixture.h"

#include "../../core/ask/held.h"
#include "../../core/time/edtf.h"

struct scene {
    struct world world;
    struct asker asker;
};

static int setup(void **state) {
    struct scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    world_make(&scene->world);
    world_open(&scene->world, STORE_CREATE);
    world_begin(&scene->world);
    put(&scene->world, RECORD_PERSON, "id", "ann", "name", "Ann Test", NULL);
    put(&scene->world, RECORD_PERSON, "id", "bea", "name", "Bea Test", NULL);
    put(&scene->world, RECORD_SOURCE, "id", "s1", "title", "First Paper", "published", "2019-03-01", NULL);
    ask_begin(&scene->asker, scene->world.store, ASK_ALL);
    *state = scene;
    return 0;
}

static int teardown(void **state) {
    struct scene *scene = *state;
    ask_end(&scene->asker);
    world_drop(&scene->world);
    free(scene);
    return 0;
}

static int64_t day_of(const char *text) {
    struct edtf date;
    if (strcmp(text, "-inf") == 0) return DAY_MIN;
    if (strcmp(text, "inf") == 0) return DAY_MAX;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    return date.min;
}

static struct answer_held hold(struct scene *scene, const char *id, const char *on, bool *begun) {
    struct answer_event *answer = arena_alloc(&scene->world.arena, sizeof *answer);
    struct stored_event *event = arena_alloc(&scene->world.arena, sizeof *event);
    struct answer_held held;
    struct error error = {0};
    assert_non_null(answer);
    assert_non_null(event);
    must(store_settle(scene->world.store, &error), &error);
    *event = get_event(&scene->world, id);
    must(ask_complete(&scene->asker, event, &scene->world.arena, answer, &error), &error);
    must(ask_held(&scene->asker, answer, day_of(on), &scene->world.arena, &held, begun, &error), &error);
    return held;
}

static void append_count(char *out, size_t size, const char *name, struct shape_count count) {
    size_t at = strlen(out);
    if (count.known) snprintf(out + at, size - at, "%s %lld, ", name, (long long)count.value);
}

/* "min 3, max 9, about…, over, ended", as one text. */
static void describe(const struct answer_held *held, char *out, size_t size) {
    static const char *const ongoing[] = {[SHAPE_NO] = "over, ", [SHAPE_YES] = "ongoing, ", [SHAPE_NOT_KNOWN] = ""};
    static const char *const hows[] = {[HELD_ENDED] = "ended", [HELD_SO_FAR] = "so far", [HELD_CONFIRMED] = "confirmed",
                                       [HELD_OPEN] = "open", [HELD_MOMENT] = "moment"};
    out[0] = '\0';
    append_count(out, size, "min", held->days_min);
    append_count(out, size, "max", held->days_max);
    append_count(out, size, "about min", held->about_min);
    append_count(out, size, "about max", held->about_max);
    size_t at = strlen(out);
    snprintf(out + at, size - at, "%s%s", ongoing[held->ongoing], hows[held->how]);
}

struct held_case {
    const char *kind, *date, *end, *confirmed; /* last_confirmed */
    const char *on, *wanted;                   /* NULL: not begun */
};

static void check_case(struct scene *scene, size_t number, const struct held_case *c, int64_t today) {
    char id[32], told[200];
    bool begun = false;
    snprintf(id, sizeof id, "E%zu", number);
    put(&scene->world, RECORD_EVENT, "id", id, "kind", c->kind, "date", c->date, "end", c->end, "last_confirmed",
        c->confirmed, "title", "T", NULL);
    scene->asker.today = today;
    struct answer_held held = hold(scene, id, c->on, &begun);
    describe(&held, told, sizeof told);
    if (begun != (c->wanted != NULL) || (begun && strcmp(told, c->wanted) != 0))
        fail_msg("%s %s to %s on %s: %s", c->kind, c->date, c->end, c->on, begun ? told : "not begun");
}

static void check_cases(struct scene *scene, const struct held_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) check_case(scene, i, &cases[i], DAY_MAX);
}

#define HELD "incident.detention"
#define CHECK(state, cases) check_cases(state, cases, LENGTH(cases))

static void test_dated_ends(void **state) {
    static const struct held_case cases[] = {
        {HELD, "2018-12-10", "2021-09-24", "", "2026-01-01", "min 1019, max 1019, over, ended"},
        /* The end is the first day without it. */
        {HELD, "2018-12-10", "2021-09-24", "", "2021-09-24", "min 1019, max 1019, over, ended"},
        {HELD, "2018-12-10", "2021-09-24", "", "2021-09-23", "min 1018, max 1018, ongoing, so far"},
        {HELD, "2018-12-10", "2021-09-24", "", "2018-12-10", "min 0, max 0, ongoing, so far"},
        {HELD, "2018-12-10", "2021-09-24", "", "2018-12-09", NULL},
        {HELD, "2018-12-10", "2018-12-10", "", "2019-01-01", "min 0, max 0, over, ended"},
        {HELD, "2018-12-10/2021-09-24", "", "", "2026-01-01", "min 1019, max 1019, over, ended"},
        {HELD, "2018-12", "2019-01-10", "", "2026-01-01", "min 10, max 40, over, ended"},
        {HELD, "2018-12", "2018-12", "", "2026-01-01", "min 0, max 30, over, ended"},
        {HELD, "2018-12-10", "2019", "", "2019-07-01", "min 22, max 203, open"},
        {HELD, "2018-12", "2021", "", "2018-12-15", "max 14, open"},
        {HELD, "2018-12-10~", "2021-09-24", "", "2026-01-01", "about min 1019, about max 1019, over, ended"},
        {HELD, "2018-12-10", "2021-09?", "", "2026-01-01", "about min 996, about max 1025, over, ended"},
        {HELD, "2018-12-10~", "2021-09-24", "", "2019-12-10", "about min 365, about max 365, open"},
        {HELD, "/2018-12-10", "2021-09-24", "", "2026-01-01", "min 1019, over, ended"},
    };
    CHECK(*state, cases);
}

static void test_no_end(void **state) {
    static const struct held_case cases[] = {
        /* As last confirmed: at least so long, at most up to the day asked for. */
        {HELD, "2018-12-10", "", "2019-03-20", "2020-12-10", "min 100, max 731, confirmed"},
        {HELD, "2018-12-10", "", "2019-03-20", "2019-03-20", "min 100, max 100, ongoing, so far"},
        {HELD, "2018-12-10", "", "2019-03-20", "2018-12-20", "min 10, max 10, ongoing, so far"},
        {HELD, "2018-12", "", "2019-03-20", "2020-12-10", "min 79, max 740, confirmed"},
        {HELD, "2018-12", "", "2019-03", "2020-12-10", "min 60, max 740, confirmed"},
        /* Nothing confirms it after its beginning: no least number. */
        {HELD, "2018-12-10", "", "", "2018-12-20", "max 10, confirmed"},
        {HELD, "2018-12-10", "", "", "2018-12-10", "min 0, max 0, ongoing, so far"},
        {HELD, "2018-12", "", "", "2020-12-10", "max 740, confirmed"},
        {HELD, "2018-12~", "", "2019-03-20", "2020-12-10", "about min 79, about max 740, confirmed"},
        {HELD, "2018-12", "", "2019-03-20", "2018-12-10", "max 9, open"},
        {HELD, "[..2018-12-10]", "", "2019-03-20", "2020-12-10", "min 100, confirmed"},
        /* Known to go on. */
        {HELD, "2014-12-03", "..", "", "2026-04-10", "min 4146, max 4146, ongoing, so far"},
        {HELD, "2014-12", "..", "", "2026-04-10", "min 4118, max 4148, ongoing, so far"},
        {HELD, "2014-12-03/..", "", "", "2014-12-04", "min 1, max 1, ongoing, so far"},
        {HELD, "2014-12-03?", "..", "", "2014-12-04", "about min 1, about max 1, open"},
    };
    CHECK(*state, cases);
}

/* What is known to go on is known to do so up to today; of later days no more is claimed than without an end. */
static void test_open_after_today(void **state) {
    static const struct {
        struct held_case held;
        const char *today;
    } cases[] = {
        {{HELD, "2018-12-10", "..", "2019-03-20", "2020-12-09", "min 730, max 730, ongoing, so far"}, "2020-12-10"},
        {{HELD, "2018-12-10", "..", "2019-03-20", "2020-12-10", "min 731, max 731, ongoing, so far"}, "2020-12-10"},
        {{HELD, "2018-12-10", "..", "2019-03-20", "2020-12-11", "min 100, max 732, confirmed"}, "2020-12-10"},
        {{HELD, "2018-12-10", "", "2019-03-20", "2020-12-11", "min 100, max 732, confirmed"}, "2020-12-10"},
        {{HELD, "2018-12-10/..", "", "", "2020-12-11", "max 732, confirmed"}, "2020-12-10"},
        /* Confirmed for a day to come. */
        {{HELD, "2018-12-10", "..", "2021-01-01", "2020-12-31", "min 752, max 752, ongoing, so far"}, "2020-12-10"},
        {{HELD, "2018-12-10", "..", "2021-01-01", "2021-01-02", "min 753, max 754, confirmed"}, "2020-12-10"},
        /* Begun after today. */
        {{HELD, "2021-03-01", "..", "", "2021-03-01", "min 0, max 0, ongoing, so far"}, "2020-12-10"},
        {{HELD, "2021-03-01", "..", "", "2021-03-05", "max 4, confirmed"}, "2020-12-10"},
        {{"inquiry", "2017-12-03/..", "", "", "2017-12-09", "min 7, max 7, ongoing, so far"}, "2017-12-09"},
        {{"inquiry", "2017-12-03/..", "", "", "2017-12-10", "min 1, max 8, confirmed"}, "2017-12-09"},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) check_case(*state, i, &cases[i].held, day_of(cases[i].today));
}

static void test_bounded_and_points(void **state) {
    static const struct held_case cases[] = {
        /* Of a bounded kind the first and the last day count. */
        {"visit", "2017-12-03", "2017-12-07", "", "2020-01-01", "min 5, max 5, over, ended"},
        {"visit", "2017-12-03", "2017-12-07", "", "2017-12-07", "min 5, max 5, ongoing, so far"},
        {"visit", "2017-12-03", "2017-12-07", "", "2017-12-04", "min 2, max 2, ongoing, so far"},
        {"visit", "2017-12-03", "", "", "2020-01-01", "min 1, max 1, over, ended"},
        {"visit", "2017-12", "", "", "2020-01-01", "min 1, max 31, over, ended"},
        {"summit", "2017-12-03/2017-12-04", "", "", "2020-01-01", "min 2, max 2, over, ended"},
        {"inquiry", "2017-12-03/", "", "", "2017-12-09", "min 1, max 7, confirmed"},
        {"inquiry", "2017-12-03/..", "", "", "2017-12-09", "min 7, max 7, ongoing, so far"},
        {"visit", "2017-12-03", "2017-12-07", "", "2017-12-02", NULL},
        /* What happens does not last; a point with an end is bounded. */
        {"meeting", "2017-12-05", "", "", "2020-01-01", "min 1, max 1, over, moment"},
        {"meeting", "2017-12-05", "", "", "2017-12-05", "min 1, max 1, ongoing, moment"},
        {"meeting", "2017-12", "", "", "2017-12-05", "min 1, max 1, moment"},
        {"meeting", "2017-12-05", "2017-12-06", "", "2020-01-01", "min 2, max 2, over, ended"},
        {"meeting", "2017-12-05", "", "", "2017-12-04", NULL},
    };
    CHECK(*state, cases);
}

/* Days near the ends of the calendar, where sums must not overflow. */
static void test_edges(void **state) {
    static const struct held_case cases[] = {
        {HELD, "Y-999999999999999", "Y999999999999999", "", "inf",
         "min 730484999999998905, max 730484999999999633, over, ended"},
        {HELD, "Y-999999999999999", "", "", "Y999999999999999",
         "max 730484999999999269, confirmed"},
        {HELD, "Y999999999999999", "..", "", "2020-01-01", NULL},
        {HELD, "/2018", "2019/", "", "2026-01-01", "min 1, open"},
        /* At least no day says nothing. */
        {HELD, "/2018-12-10", "", "", "2020-12-10", "over, ended"},
    };
    CHECK(*state, cases);
}

static void test_sources_confirm(void **state) {
    struct scene *scene = *state;
    bool begun = false;
    put(&scene->world, RECORD_EVENT, "id", "E", "kind", HELD, "date", "2018-12-10", "title", "T", "sources", "s1", NULL);
    struct answer_held held = hold(scene, "E", "2026-01-01", &begun);
    assert_true(begun);
    assert_int_equal(held.days_min.value, 81);
    assert_int_equal(held.last_confirmed, day_of("2019-03-01"));
    assert_int_equal(held.ongoing, SHAPE_NOT_KNOWN);
    assert_int_equal(held.sources.count, 1);
}

static void test_derived_end(void **state) {
    struct scene *scene = *state;
    bool begun = false;
    put(&scene->world, RECORD_EVENT, "id", "E", "kind", HELD, "date", "2018-12-10", "title", "T", "people",
        "ann:target;bea:speaker", "actors", "Citizen (Test):subject", NULL);
    put(&scene->world, RECORD_EVENT, "id", "F", "kind", "incident.release", "date", "2018-12-20", "title", "T", NULL);
    put(&scene->world, RECORD_LINK, "from", "F", "relation", "ends", "to", "E", NULL);
    struct answer_held held = hold(scene, "E", "2026-01-01", &begun);
    check_text(held.end, "2018-12-20");
    check_text(held.ended_by, "F");
    check_text(held.people, "Ann Test;Citizen (Test)");
    assert_int_equal(held.days_max.value, 10);
    put(&scene->world, RECORD_EVENT, "id", "F", "date", "2018-12", NULL);
    held = hold(scene, "E", "2026-01-01", &begun);
    assert_int_equal(held.days_max.value, 21);
    check_text(held.end, "[2018-12-10..2018-12-31]");
}

/* ---- days ---------------------------------------------------------------------------------------------------------- */

static void test_days(void **state) {
    static const struct {
        const char *from_min, *from_max, *to_min, *to_max;
        bool marked;
        const char *wanted;
    } cases[] = {
        {"2018-12-01", "2018-12-01", "2021-09-24", "2021-09-24", false, "min 1028, max 1028, "},
        {"2018-12-01", "2018-12-01", "2018-12-10", "2018-12-10", false, "min 9, max 9, "},
        {"2018-12-10", "2018-12-10", "2018-12-01", "2018-12-01", false, "min -9, max -9, "},
        {"2018-12-01", "2018-12-31", "2018-12-10", "2018-12-10", false, "min -21, max 9, "},
        {"2018-12-01", "2018-12-01", "2018-12-10", "2018-12-12", true, "about min 9, about max 11, "},
        {"-inf", "2018-12-31", "2019-01-01", "2019-01-01", false, "min 1, "},
        {"2018-12-31", "inf", "2019-01-01", "2019-01-01", false, "max 1, "},
        {"-inf", "2018-12-31", "2019-01-01", "inf", false, "min 1, "},
        {"2018-12-31", "inf", "2019-01-01", "inf", false, ""},
        {"-inf", "inf", "-inf", "inf", false, ""},
        {"-inf", "inf", "-inf", "inf", true, ""},
        {"Y-1000000000000000", "Y-1000000000000000", "Y1000000000000000", "Y1000000000000000", false,
         "min 730485000000000000, max 730485000000000000, "},
        {"Y1000000000000000", "Y1000000000000000", "Y-1000000000000000", "Y-1000000000000000", false,
         "min -730485000000000000, max -730485000000000000, "},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct answer_days days = {.from_min = day_of(cases[i].from_min), .from_max = day_of(cases[i].from_max),
                                   .to_min = day_of(cases[i].to_min), .to_max = day_of(cases[i].to_max),
                                   .to_marked = cases[i].marked};
        char told[200] = "";
        ask_days(&days);
        append_count(told, sizeof told, "min", days.days_min);
        append_count(told, sizeof told, "max", days.days_max);
        append_count(told, sizeof told, "about min", days.about_min);
        append_count(told, sizeof told, "about max", days.about_max);
        if (strcmp(told, cases[i].wanted) != 0) fail_msg("case %zu: %s", i, told);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_dated_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_end, setup, teardown),
        cmocka_unit_test_setup_teardown(test_open_after_today, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bounded_and_points, setup, teardown),
        cmocka_unit_test_setup_teardown(test_edges, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sources_confirm, setup, teardown),
        cmocka_unit_test_setup_teardown(test_derived_end, setup, teardown),
        cmocka_unit_test(test_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
