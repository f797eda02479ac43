/* Holders of offices: days, order, what is certain and why, whose terms are read. All names are made up. */
#include "store_fixture.h"

#include "../../core/ask/office.h"
#include "../../core/time/edtf.h"

struct scene {
    struct world world;
    struct asker asker;
    char told[8000]; /* a line per holder */
};

static int setup(void **state) {
    struct scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    world_make(&scene->world);
    world_open(&scene->world, STORE_CREATE);
    world_begin(&scene->world);
    static const char *const people[] = {"ann", "bea", "cy", "dan", "eve"};
    for (size_t i = 0; i < LENGTH(people); i++)
        put(&scene->world, RECORD_PERSON, "id", people[i], "name", people[i], NULL);
    put(&scene->world, RECORD_COUNTRY, "id", "X-TEST", "name", "Testland", NULL);
    put(&scene->world, RECORD_COUNTRY, "id", "X-ARDON", "name", "Ardon", NULL);
    put(&scene->world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    put(&scene->world, RECORD_SOURCE, "id", "s1", "title", "First Paper", NULL);
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

static void put_term(struct scene *scene, const char *person, const char *country, const char *office,
                     const char *start, const char *end, const char *standing) {
    put(&scene->world, RECORD_TERM, "person", person, "country", country, "office", office, "start", start, "end", end,
        "standing", standing, "sources", "s1", NULL);
}

static int64_t day_of(const char *text) {
    struct edtf date;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    return date.min;
}

static struct holder_request on(const char *text) {
    struct edtf date;
    assert_int_equal(edtf_parse(slice_from(text), &date, NULL, NULL), STATUS_OK);
    return (struct holder_request){.first = date.min, .last = date.max};
}

static void say(char *out, size_t size, struct slice text) {
    size_t at = strlen(out);
    snprintf(out + at, size - at, "%.*s ", (int)text.size, text.data ? text.data : "");
}

/* "X-TEST ann head_of_state certain", and behind it standing and why. */
static enum status tell(void *context, const struct answer_holder *holder, struct error *error) {
    struct scene *scene = context;
    (void)error;
    say(scene->told, sizeof scene->told, holder->country);
    say(scene->told, sizeof scene->told, holder->person);
    say(scene->told, sizeof scene->told, holder->office);
    if (holder->standing.size) say(scene->told, sizeof scene->told, holder->standing);
    say(scene->told, sizeof scene->told, holder->certain ? SLICE_OF("certain") : holder->why);
    scene->told[strlen(scene->told) - 1] = '\n';
    assert_int_equal(holder->certain, slice_is_empty(holder->why));
    return STATUS_OK;
}

static void check(struct scene *scene, const struct holder_request *request, const char *wanted) {
    struct error error = {0};
    scene->told[0] = '\0';
    must(ask_holders(&scene->asker, request, tell, scene, &error), &error);
    assert_string_equal(scene->told, wanted);
}

static void check_on(struct scene *scene, const char *day, const char *wanted) {
    struct holder_request request = on(day);
    check(scene, &request, wanted);
}

/* ---- days -------------------------------------------------------------------------------------------------------- */

static void test_hand_over(void **state) {
    put_term(*state, "ann", "X-TEST", "head_of_state", "2010-01-01", "2014-03-10", "");
    put_term(*state, "bea", "X-TEST", "head_of_state", "2014-03-10", "", "");
    check_on(*state, "2009-12-31", "");
    check_on(*state, "2010-01-01", "X-TEST ann head_of_state certain\n");
    check_on(*state, "2014-03-09", "X-TEST ann head_of_state certain\n");
    check_on(*state, "2014-03-10", "X-TEST bea head_of_state certain\n");
    check_on(*state, "9999-01-01", "X-TEST bea head_of_state certain\n");
}

static void test_days_asked_for(void **state) {
    put_term(*state, "ann", "X-TEST", "head_of_state", "2010-01-01", "2014-03-10", "");
    put_term(*state, "bea", "X-TEST", "head_of_state", "2014-03-10", "2020-01-01", "");
    check_on(*state, "2014-02", "X-TEST ann head_of_state certain\n");
    check_on(*state, "2014-03", "X-TEST ann head_of_state end within the days asked for\n"
                                "X-TEST bea head_of_state start within the days asked for\n");
    check_on(*state, "2014/2020", "X-TEST ann head_of_state end within the days asked for\n"
                                  "X-TEST bea head_of_state start within the days asked for, end within the days asked "
                                  "for\n");
    struct holder_request open = {.first = day_of("2019-06-01"), .last = DAY_MAX};
    check(*state, &open, "X-TEST bea head_of_state end within the days asked for\n");
}

static void test_not_to_the_day(void **state) {
    put_term(*state, "ann", "X-TEST", "head_of_state", "2010", "2014-03", "");
    put_term(*state, "bea", "X-TEST", "head_of_state", "2014-03", "2016-05-01", "");
    put_term(*state, "cy", "X-TEST", "head_of_state", "[2016-05-01..2016-05-09]", "", "");
    check_on(*state, "2010-07-01", "X-TEST ann head_of_state start known to the year\n");
    check_on(*state, "2010-12-31", "X-TEST ann head_of_state certain\n");
    check_on(*state, "2014-02-28", "X-TEST ann head_of_state certain\n");
    /* An end known to the month can be its first day: then nobody is sure. */
    check_on(*state, "2014-03-15", "X-TEST ann head_of_state end known to the month\n"
                                   "X-TEST bea head_of_state start known to the month\n");
    check_on(*state, "2014-03-31", "X-TEST bea head_of_state certain\n");
    check_on(*state, "2016-05-03", "X-TEST cy head_of_state start known only within bounds\n");
    check_on(*state, "2016-05-09", "X-TEST cy head_of_state certain\n");
}

static void test_marks(void **state) {
    put_term(*state, "ann", "X-TEST", "head_of_state", "2010-01-01~", "2014-03-10", "");
    put_term(*state, "bea", "X-TEST", "head_of_state", "2014-03-10?", "2018-01-01%", "");
    put_term(*state, "cy", "X-TEST", "head_of_state", "", "2009-01-01", "");
    /* An approximate day may be off by a month (31 days), and is out of doubt beyond that. */
    check_on(*state, "2010-01-31", "X-TEST ann head_of_state start approximate\n");
    check_on(*state, "2010-02-01", "X-TEST ann head_of_state certain\n");
    check_on(*state, "2012-01-01", "X-TEST ann head_of_state certain\n");
    check_on(*state, "2015-01-01",
             "X-TEST bea head_of_state start uncertain, end uncertain and approximate\n");
    check_on(*state, "1900-01-01", "X-TEST cy head_of_state start not known\n");
    check_on(*state, "2009-01-01", "");
}

/* ---- persons and offices ------------------------------------------------------------------------------------------- */

static void test_acting_and_suspended(void **state) {
    put_term(*state, "ann", "X-TEST", "head_of_state;head_of_government", "2013-02-25", "2016-12-09", "");
    put_term(*state, "ann", "X-TEST", "head_of_state;head_of_government", "2016-12-09", "2017-03-10", "suspended");
    put_term(*state, "bea", "X-TEST", "head_of_state;head_of_government", "2016-12-09", "2017-05-10", "acting");
    check_on(*state, "2017-02-01", "X-TEST ann head_of_government;head_of_state suspended certain\n"
                                   "X-TEST bea head_of_government;head_of_state acting certain\n");
    check_on(*state, "2017-03-10", "X-TEST bea head_of_government;head_of_state acting certain\n");
}

static void test_overlap_and_return(void **state) {
    put_term(*state, "ann", "X-TEST", "head_of_government", "2000-01-01", "2004-01-01", "");
    put_term(*state, "bea", "X-TEST", "head_of_government", "2003-06-01", "2006-01-01", "");
    put_term(*state, "ann", "X-TEST", "head_of_government", "2006-01-01", "", "");
    check_on(*state, "2003-07-01", "X-TEST ann head_of_government certain\nX-TEST bea head_of_government certain\n");
    check_on(*state, "2005-01-01", "X-TEST bea head_of_government certain\n");
    check_on(*state, "2006-01-01", "X-TEST ann head_of_government certain\n");
    struct slice ann = SLICE_OF("ann");
    struct holder_request all = {.any_day = true, .people = {&ann, 1}};
    check(*state, &all, "X-TEST ann head_of_government certain\nX-TEST ann head_of_government certain\n");
    struct holder_request one = on("2005-01-01");
    one.people = all.people;
    check(*state, &one, "");
}

static void test_order(void **state) {
    put_term(*state, "eve", "X-TEST", "ambassador", "2000", "", "");
    put_term(*state, "dan", "X-TEST", "advisor", "2002", "", "");
    put_term(*state, "cy", "X-TEST", "foreign_minister", "2001", "", "");
    put_term(*state, "bea", "X-TEST", "head_of_government", "2005", "", "");
    put_term(*state, "ann", "X-TEST", "head_of_state", "2009", "", "");
    put_term(*state, "ann", "T-U", "president", "2010", "", "");
    put_term(*state, "cy", "X-ARDON", "trade_minister;head_of_state", "2008", "", "");
    put_term(*state, "bea", "X-ARDON", "head_of_state", "2008", "", "");
    check_on(*state, "2015", "T-U ann president certain\n"
                             "X-ARDON bea head_of_state certain\n"
                             "X-ARDON cy head_of_state;trade_minister certain\n"
                             "X-TEST ann head_of_state certain\n"
                             "X-TEST bea head_of_government certain\n"
                             "X-TEST cy foreign_minister certain\n"
                             "X-TEST dan advisor certain\n"
                             "X-TEST eve ambassador certain\n");
    struct query_actor words[] = {{RECORD_COUNTRY, SLICE_OF("X-TEST")}, {RECORD_ORGANIZATION, SLICE_OF("T-U")}};
    struct slice offices[] = {SLICE_OF("Head-of State"), SLICE_OF("president")};
    struct holder_request some = on("2015");
    some.countries = words;
    some.country_count = 2;
    some.offices = (struct slice_list){offices, 2};
    check(*state, &some, "X-TEST ann head_of_state certain\nT-U ann president certain\n");
    some.countries = NULL;
    some.country_count = 0;
    some.offices.count = 1;
    check(*state, &some, "X-ARDON bea head_of_state certain\n"
                         "X-ARDON cy head_of_state;trade_minister certain\n"
                         "X-TEST ann head_of_state certain\n");
    /* Of people by start, whatever the office and the country. */
    struct slice people[] = {SLICE_OF("cy"), SLICE_OF("ann")};
    struct holder_request persons = {.any_day = true, .people = {people, 2}};
    check(*state, &persons, "X-TEST cy foreign_minister start known to the year\n"
                            "X-ARDON cy head_of_state;trade_minister start known to the year\n"
                            "X-TEST ann head_of_state start known to the year\n"
                            "T-U ann president start known to the year\n");
}

static enum status keep_first(void *context, const struct answer_holder *holder, struct error *error) {
    (void)error;
    check_text(holder->country_name, "Test Union");
    check_text(holder->name, "ann");
    check_text(holder->title, "President of the Union");
    check_text(holder->note, "a remark");
    assert_int_equal(holder->sources.count, 1);
    check_text(record_get(&holder->sources.items[0].record, SOURCE_TITLE), "First Paper");
    ++*(int *)context;
    return STATUS_OK;
}

static void test_what_is_told(void **state) {
    struct scene *scene = *state;
    struct error error = {0};
    int count = 0;
    put(&scene->world, RECORD_TERM, "person", "ann", "country", "T-U", "office", "president", "start", "2010-01-01",
        "title", "President of the Union", "sources", "s1;gone", "note", "a remark", NULL);
    struct holder_request request = on("2015-01-01");
    must(ask_holders(&scene->asker, &request, keep_first, &count, &error), &error);
    assert_int_equal(count, 1);
}

static void test_offices(void **state) {
    struct scene *scene = *state;
    struct error error = {0};
    struct slice_list offices;
    assert_true(ask_is_office(SLICE_OF("Head of State"), SLICE_OF("head_of_state")));
    assert_true(ask_is_office(SLICE_OF("head-of-state"), SLICE_OF("head_of_state")));
    assert_false(ask_is_office(SLICE_OF("head of states"), SLICE_OF("head_of_state")));
    put_term(scene, "eve", "X-TEST", "ambassador", "2000", "", "");
    put_term(scene, "dan", "X-TEST", "ambassador;envoy", "2002", "", "");
    put_term(scene, "cy", "X-ARDON", "envoy", "2001", "", "");
    must(ask_list_offices(&scene->asker, &scene->world.arena, &offices, &error), &error);
    assert_int_equal(offices.count, 2);
    check_text(offices.items[0], "envoy");
    check_text(offices.items[1], "ambassador");
}

/* ---- the nearest ---------------------------------------------------------------------------------------------------- */

static void test_nearest(void **state) {
    struct scene *scene = *state;
    static const struct {
        const char *day, *person; /* NULL: none */
    } cases[] = {
        {"1990-01-01", "ann"}, {"2005-01-02", "ann"}, {"2007-12-01", "bea"}, {"2100-01-01", "bea"},
    };
    struct query_actor test = {RECORD_COUNTRY, SLICE_OF("X-TEST")}, ardon = {RECORD_COUNTRY, SLICE_OF("X-ARDON")};
    put_term(scene, "ann", "X-TEST", "head_of_state", "2000-01-01", "2004-01-01", "");
    put_term(scene, "bea", "X-TEST", "head_of_state", "2008-01-01", "2009-01-01", "");
    for (size_t i = 0; i <= LENGTH(cases); i++) {
        struct error error = {0};
        struct answer_holder holder;
        bool found = false, none = i == LENGTH(cases);
        struct holder_request request = on(none ? "2005" : cases[i].day);
        request.countries = none ? &ardon : &test;
        request.country_count = 1;
        must(ask_nearest_holder(&scene->asker, &request, &scene->world.arena, &holder, &found, &error), &error);
        assert_int_equal(found, !none);
        if (found) check_text(holder.person, cases[i].person);
    }
}

/* ---- many ------------------------------------------------------------------------------------------------------------- */

static enum status count_one(void *context, const struct answer_holder *holder, struct error *error) {
    (void)error;
    assert_true(holder->certain);
    ++*(int *)context;
    return STATUS_OK;
}

/* Thousands of terms one after the other: on each day one. */
static void test_thousands(void **state) {
    enum { TERMS = 4000, DAYS = 30 };
    struct scene *scene = *state;
    char start[EDTF_DAY_SIZE], end[EDTF_DAY_SIZE];
    for (int i = 0; i < TERMS; i++) {
        struct arena_mark mark = arena_mark(&scene->world.arena);
        edtf_format_day((int64_t)i * DAYS - 40000, start);
        edtf_format_day((int64_t)(i + 1) * DAYS - 40000, end);
        put_term(scene, i % 2 ? "ann" : "bea", "X-TEST", "head_of_state", start, end, "");
        arena_rewind(&scene->world.arena, mark);
    }
    for (int64_t day = -40001; day <= (int64_t)TERMS * DAYS - 40000; day += 997) {
        struct error error = {0};
        int count = 0;
        struct holder_request request = {.first = day, .last = day};
        must(ask_holders(&scene->asker, &request, count_one, &count, &error), &error);
        assert_int_equal(count, day >= -40000 && day < (int64_t)TERMS * DAYS - 40000);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_hand_over, setup, teardown),
        cmocka_unit_test_setup_teardown(test_days_asked_for, setup, teardown),
        cmocka_unit_test_setup_teardown(test_not_to_the_day, setup, teardown),
        cmocka_unit_test_setup_teardown(test_marks, setup, teardown),
        cmocka_unit_test_setup_teardown(test_acting_and_suspended, setup, teardown),
        cmocka_unit_test_setup_teardown(test_overlap_and_return, setup, teardown),
        cmocka_unit_test_setup_teardown(test_order, setup, teardown),
        cmocka_unit_test_setup_teardown(test_what_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(test_offices, setup, teardown),
        cmocka_unit_test_setup_teardown(test_nearest, setup, teardown),
        cmocka_unit_test_setup_teardown(test_thousands, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
