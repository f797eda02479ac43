/* The last event before a day, the next after one, and sentences that something was the first since: on made-up
 * worlds, against an oracle on random ones, and with a look at the work it takes. */
#include "store_fixture.h"

#include <sqlite3.h>

#include "../../core/ask/last.h"

/* ---- the world ------------------------------------------------------------------------------- */

static int setup(void **state) {
    static const char *const people[] = {"king", "chair", "premier", "heir", "minister", "envoy", "other"};
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_COUNTRY, "id", "X-ARDON", "name", "Ardon", NULL);
    put(world, RECORD_COUNTRY, "id", "X-BELM", "name", "Belm", NULL);
    put(world, RECORD_COUNTRY, "id", "X-CIND", "name", "Cind", NULL);
    put(world, RECORD_ORGANIZATION, "id", "TESTUNION", "name", "Union of Testlands", NULL);
    for (size_t i = 0; i < LENGTH(people); i++)
        put(world, RECORD_PERSON, "id", people[i], "name", people[i], NULL);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void put_meeting(struct world *world, const char *id, const char *date, const char *countries, const char *people) {
    put(world, RECORD_EVENT, "id", id, "kind", "meeting.bilateral", "date", date, "title", id, "countries", countries,
        "people", people, NULL);
}

static void put_met(struct world *world, const char *id, const char *date) {
    put_meeting(world, id, date, "X-ARDON;X-BELM", "");
}

static void put_term(struct world *world, const char *person, const char *country, const char *office,
                     const char *start, const char *end, const char *standing) {
    put(world, RECORD_TERM, "person", person, "country", country, "office", office, "start", start, "end", end,
        "standing", standing, NULL);
}

/* ---- the question ---------------------------------------------------------------------------- */

struct asked {
    struct asker asker;
    struct arena arena;
    struct query query;
    struct slice kind;
    struct answer_last answer;
};

static void ask_begin_pair(struct world *world, struct asked *asked) {
    struct error error = {0};
    must(store_settle(world->store, &error), &error);
    *asked = (struct asked){.kind = SLICE_OF("meeting")};
    ask_begin(&asked->asker, world->store, ASK_ALL);
    arena_init(&asked->arena);
    query_init(&asked->query);
    asked->query.kinds = (struct slice_list){&asked->kind, 1};
    asked->query.has_pair = true;
    asked->query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("X-ARDON")};
    asked->query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("X-BELM")};
}

static void ask_done(struct asked *asked) {
    ask_end(&asked->asker);
    arena_free(&asked->arena);
}

static void ask(struct world *world, struct asked *asked, bool next, const char *day, enum last_level level) {
    struct last_request request = {.query = &asked->query, .next = next, .level = level};
    struct query_dates dates = store_dates(world->store);
    struct error error = {0};
    must(query_parse_range(&dates, &asked->arena, slice_from(day), &request.first, &request.last, &error), &error);
    must(ask_last(&asked->asker, &request, &asked->arena, &asked->answer, &error), &error);
}

static void check_ids(const struct answer_last *answer, const char *event, const char *possible) {
    char text[400] = "";
    for (size_t i = 0; i < answer->possible.count; i++) {
        struct slice id = record_get(&answer->possible.items[i]->event, EVENT_ID);
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%.*s", i ? " " : "", (int)id.size, id.data);
        assert_int_equal(answer->possible.items[i]->match, MATCH_POSSIBLE);
    }
    check_text(answer->event ? record_get(&answer->event->event, EVENT_ID) : SLICE_NONE, event);
    assert_string_equal(text, possible);
}

enum { UNKNOWN = -1 };

static void check_days(const struct answer_last *answer, int64_t least, int64_t most) {
    assert_int_equal(answer->days_min.known, least != UNKNOWN);
    assert_int_equal(answer->days_max.known, most != UNKNOWN);
    if (least != UNKNOWN) assert_int_equal(answer->days_min.value, least);
    if (most != UNKNOWN) assert_int_equal(answer->days_max.value, most);
}

struct expected {
    const char *day, *event, *possible;
    int64_t least, most;
};

static void check_all(struct world *world, bool next, enum last_level level, const struct expected *rows, size_t count) {
    struct asked asked;
    for (size_t i = 0; i < count; i++) {
        ask_begin_pair(world, &asked);
        ask(world, &asked, next, rows[i].day, level);
        check_ids(&asked.answer, rows[i].event, rows[i].possible);
        check_days(&asked.answer, rows[i].least, rows[i].most);
        ask_done(&asked);
    }
}

/* ---- dates ----------------------------------------------------------------------------------- */

static void test_last(void **state) {
    struct world *world = *state;
    put_met(world, "A", "2016-05-01");
    put_met(world, "YEAR", "2017");
    put_met(world, "MARCH", "2017-03-05");
    put_met(world, "B", "2018-03-03");
    put_met(world, "ABOUT", "2018-03-10~");
    put_met(world, "MONTH", "2019-06");
    static const struct expected rows[] = {
        {"2016-05-01", "", "", UNKNOWN, UNKNOWN}, /* strictly before */
        {"2016-05-02", "A", "", 1, 1},
        {"2017-02-01", "A", "YEAR", 276, 276},
        {"2017-03-06", "MARCH", "YEAR", 1, 1},
        {"2018-01-01", "MARCH", "YEAR", 302, 302},
        {"2018-03-04", "B", "", 1, 1},
        {"2018-03-11", "B", "ABOUT", 8, 8}, /* a mark is never certain */
        {"2019-06-15", "B", "ABOUT MONTH", 469, 469},
        {"2019-07", "MONTH", "", 1, 60}, /* 1 July - 30 June, 31 July - 1 June */
        {"2019-06", "B", "ABOUT MONTH", 455, 484},
        {"2018-03-03", "MARCH", "YEAR", 363, 363},
    };
    struct asked asked;
    check_all(world, false, LAST_ANY, rows, LENGTH(rows));
    /* As far as days tell the event may lie before itself; who knows that it is the same leaves it out. */
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "MONTH", LAST_ANY);
    check_ids(&asked.answer, "B", "ABOUT MONTH");
    check_days(&asked.answer, 455, 484);
    assert_int_equal(asked.answer.day, asked.answer.first);
    assert_false(asked.answer.is_next);
    assert_int_equal(asked.answer.event->match, MATCH_SURE);
    check_text(asked.answer.date, "2018-03-03");
    check_text(asked.answer.title, "B");
    ask_done(&asked);
}

static void test_next(void **state) {
    struct world *world = *state;
    put_met(world, "YEAR", "2017");
    put_met(world, "MARCH", "2017-03-05");
    put_met(world, "B", "2018-03-03");
    put_met(world, "OPEN", "[2018-05-01..]");
    static const struct expected rows[] = {
        {"2016-12-31", "MARCH", "YEAR", 64, 64}, /* what must have come by March, not what may have come later */
        {"2017-01-01", "MARCH", "YEAR", 63, 63},
        {"2017-03-05", "B", "YEAR", 363, 363},
        {"2017", "B", "YEAR MARCH", 62, 426},
        {"2018-03-03", "OPEN", "", 59, UNKNOWN},
        {"2018-06-01", "", "OPEN", UNKNOWN, UNKNOWN},
    };
    check_all(world, true, LAST_ANY, rows, LENGTH(rows));
}

static void test_no_lower_bound(void **state) {
    struct world *world = *state;
    put_met(world, "UNTIL", "[..2015-06-30]");
    put_met(world, "OLD", "1950-01-01");
    static const struct expected before[] = {
        {"2016-01-01", "OLD", "UNTIL", 24106, 24106},
        {"1950-01-01", "", "", UNKNOWN, UNKNOWN}, /* it counts by its latest day */
    };
    check_all(world, false, LAST_ANY, before, LENGTH(before));
    put(world, RECORD_EVENT, "id", "OLD", "kind", "other", NULL);
    static const struct expected alone[] = {{"2016-01-01", "UNTIL", "", 185, UNKNOWN}};
    check_all(world, false, LAST_ANY, alone, 1);
}

static void test_ties(void **state) {
    struct world *world = *state;
    put_met(world, "T1", "2018-05-01");
    put_met(world, "T2", "2018-05-01");
    static const struct expected both[] = {{"2018-06-01", "T2", "T1", 31, 31}};
    check_all(world, false, LAST_ANY, both, 1);
    put(world, RECORD_EVENT, "id", "T1", "time", "18:00", NULL);
    put(world, RECORD_EVENT, "id", "T2", "time", "09:00", NULL);
    static const struct expected timed[] = {{"2018-06-01", "T1", "", 31, 31}};
    check_all(world, false, LAST_ANY, timed, 1);
    static const struct expected next[] = {{"2018-04-30", "T2", "", 1, 1}};
    check_all(world, true, LAST_ANY, next, 1);
}

static void test_statuses(void **state) {
    struct world *world = *state;
    static const char *const statuses[] = {"cancelled", "denied", "planned", "disputed"};
    char id[16], date[16];
    put_met(world, "REPORTED", "2018-01-10");
    for (size_t i = 0; i < LENGTH(statuses); i++) {
        snprintf(id, sizeof id, "S%zu", i);
        snprintf(date, sizeof date, "2018-0%zu-01", 6 - i); /* disputed 3, planned 4, denied 5, cancelled 6 */
        put_met(world, id, date);
        put(world, RECORD_EVENT, "id", id, "status", statuses[i], NULL);
    }
    static const struct expected before[] = {{"2019", "S3", "", 306, 670}, {"2018-02-01", "REPORTED", "", 22, 22}};
    check_all(world, false, LAST_ANY, before, LENGTH(before));
    static const struct expected after[] = {
        {"2018-03-01", "S2", "", 31, 31}, {"2018-04-01", "", "", UNKNOWN, UNKNOWN}};
    check_all(world, true, LAST_ANY, after, LENGTH(after));
    struct slice cancelled = SLICE_OF("cancelled");
    struct asked asked;
    ask_begin_pair(world, &asked);
    asked.query.statuses = (struct slice_list){&cancelled, 1};
    ask(world, &asked, false, "2019", LAST_ANY);
    check_ids(&asked.answer, "S0", "");
    ask_done(&asked);
}

static void test_range(void **state) {
    struct world *world = *state;
    struct asked asked;
    put_met(world, "A", "2016-05-01");
    put_met(world, "B", "2018-05-01");
    ask_begin_pair(world, &asked);
    asked.query.has_range = true;
    asked.query.to = 17000; /* 2016-07-18 */
    ask(world, &asked, false, "2019-01-01", LAST_ANY);
    check_ids(&asked.answer, "A", "");
    asked.query.to = DAY_MAX;
    asked.query.from = 17000;
    ask(world, &asked, false, "2018-01-01", LAST_ANY);
    check_ids(&asked.answer, "", "");
    ask_done(&asked);
}

/* ---- levels ----------------------------------------------------------------------------------- */

static void put_offices(struct world *world) {
    put_term(world, "king", "X-ARDON", "head_of_state", "2000", "", "");
    put_term(world, "premier", "X-ARDON", "head_of_government", "2010-01-01", "2014-01-01", "");
    put_term(world, "heir", "X-ARDON", "head_of_government", "2014-01-01", "2017-03-15", "");
    put_term(world, "premier", "X-ARDON", "head_of_government", "2017-03-15", "", "");
    put_term(world, "chair", "X-BELM", "head_of_state;head_of_government", "2012-05", "", "");
    put_term(world, "minister", "X-BELM", "foreign_minister", "2012-01-01", "", "");
    put_term(world, "envoy", "X-ARDON", "foreign_minister", "2013-01-01", "", "");
}

static void test_levels(void **state) {
    struct world *world = *state;
    put_offices(world);
    put_meeting(world, "KINGS", "2013-02-01", "X-ARDON;X-BELM", "king;chair");
    put_meeting(world, "PREMIERS", "2013-03-01", "X-ARDON;X-BELM", "premier;chair");
    put_meeting(world, "OUT", "2015-03-01", "X-ARDON;X-BELM", "premier;chair"); /* out of office */
    put_meeting(world, "FOREIGN", "2015-06-01", "X-ARDON;X-BELM", "envoy;minister");
    put_meeting(world, "MIXED", "2015-07-01", "X-ARDON;X-BELM", "heir;minister");
    put_meeting(world, "BACK", "2017-03-15", "X-ARDON;X-BELM", "premier;chair"); /* the first day of the second time */
    static const struct expected leaders[] = {
        {"2017-03-15", "PREMIERS", "", 1475, 1475}, {"2018-01-01", "BACK", "", 292, 292}};
    check_all(world, false, LAST_LEADERS, leaders, LENGTH(leaders));
    static const struct expected states[] = {{"2018-01-01", "KINGS", "", 1795, 1795}};
    check_all(world, false, LAST_HEADS_OF_STATE, states, 1);
    static const struct expected governments[] = {{"2017-01-01", "PREMIERS", "", 1402, 1402}};
    check_all(world, false, LAST_HEADS_OF_GOVERNMENT, governments, 1);
    static const struct expected foreign[] = {{"2018-01-01", "FOREIGN", "", 945, 945}};
    check_all(world, false, LAST_FOREIGN_MINISTERS, foreign, 1);
    static const struct expected next[] = {{"KINGS", "PREMIERS", "", 28, 28}, {"PREMIERS", "BACK", "", 1475, 1475}};
    check_all(world, true, LAST_LEADERS, next, LENGTH(next));
}

/* Who acts counts, who is suspended does not; a hand-over inside a month leaves it open. */
static void test_standings(void **state) {
    struct world *world = *state;
    put_term(world, "king", "X-ARDON", "head_of_state", "2010-01-01", "", "suspended");
    put_term(world, "heir", "X-ARDON", "head_of_state", "2015-06-15", "", "acting");
    put_term(world, "chair", "X-BELM", "head_of_state", "2012-05", "", "");
    put_meeting(world, "SUSPENDED", "2016-01-01", "X-ARDON;X-BELM", "king;chair");
    put_meeting(world, "ACTING", "2015-07-01", "X-ARDON;X-BELM", "heir;chair");
    put_meeting(world, "HANDOVER", "2015-06", "X-ARDON;X-BELM", "heir;chair");
    put_meeting(world, "SPOKEN-OF", "2016-02-01", "X-ARDON;X-BELM", "heir:subject;chair");
    static const struct expected rows[] = {
        {"2017-01-01", "ACTING", "", 550, 550}, {"2015-07-01", "", "HANDOVER", UNKNOWN, UNKNOWN}};
    check_all(world, false, LAST_HEADS_OF_STATE, rows, LENGTH(rows));
    put_term(world, "other", "X-ARDON", "head_of_state", "2016-03?", "", ""); /* the day is in no doubt by its bounds */
    put_meeting(world, "TERM", "2016-03-20", "X-ARDON;X-BELM", "other;chair"); /* may have begun after the meeting */
    static const struct expected uncertain[] = {{"2017-01-01", "ACTING", "TERM", 550, 550}};
    check_all(world, false, LAST_LEADERS, uncertain, 1);
    /* An office of another country is none of this side. */
    put_term(world, "minister", "X-CIND", "head_of_state", "2000", "", "");
    put_meeting(world, "FOR-BELM", "2016-05-01", "X-ARDON;X-BELM", "heir;minister");
    put(world, RECORD_PARTY, "event", "FOR-BELM", "type", "person", "id", "minister", "for", "X-BELM", NULL);
    check_all(world, false, LAST_LEADERS, uncertain, 1);
}

static void test_multilateral(void **state) {
    struct world *world = *state;
    static const char twenty[] = "X-ARDON;X-BELM;X-CIND;FRA;DEU;ITA;JPN;USA;IND;BRA;MEX;ZAF;TUR;ARG;AUS;IDN;KOR;SAU;GBR;RUS";
    struct asked asked;
    put_offices(world);
    put(world, RECORD_EVENT, "id", "SUMMIT", "kind", "summit", "date", "2016-09-04", "end", "2016-09-05", "title", "S",
        "countries", twenty, "people", "heir;chair", NULL);
    put_meeting(world, "INSIDE", "2016-09-04", "X-ARDON;X-BELM", "heir;chair");
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2017", LAST_LEADERS);
    check_ids(&asked.answer, "INSIDE", "");
    asked.kind = SLICE_OF("summit");
    ask(world, &asked, false, "2017", LAST_LEADERS);
    check_ids(&asked.answer, "", "");
    asked.query.multilateral = true;
    ask(world, &asked, false, "2017", LAST_LEADERS);
    check_ids(&asked.answer, "SUMMIT", "");
    ask_done(&asked);
}

/* What the answer holds must not be let go while others are completed. */
static void test_offices_are_kept(void **state) {
    struct world *world = *state;
    struct asked asked;
    put_offices(world);
    put_meeting(world, "FIRST", "2016-09-04", "X-ARDON;X-BELM", "heir;chair");
    for (int i = 0; i < 40; i++) {
        char id[16];
        snprintf(id, sizeof id, "M%02d", i);
        put_meeting(world, id, "2016?", "X-ARDON;X-BELM", "heir;chair");
    }
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2017", LAST_ANY);
    assert_int_equal(asked.answer.possible.count, 40);
    ask_end(&asked.asker); /* all that the asker kept is gone */
    const struct answer_party *heir = &asked.answer.event->parties[2];
    check_text(heir->acts_for, "X-ARDON");
    check_text(heir->offices[0].office, "head_of_government");
    check_text(asked.answer.possible.items[39]->parties[3].offices[0].country, "X-BELM");
    arena_free(&asked.arena);
}

/* ---- many ------------------------------------------------------------------------------------ */

static void put_many(struct world *world, char letter, const char *date, int count) {
    char id[16];
    for (int i = 0; i < count; i++) {
        snprintf(id, sizeof id, "%c%03d", letter, i);
        put_met(world, id, date);
    }
}

/* `from` is told at place `at`, and those after it one by one. */
static void check_run(const struct answer_last *answer, size_t at, size_t count, char letter, int from) {
    char id[16];
    for (size_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "%c%03d", letter, from + (int)i);
        check_text(record_get(&answer->possible.items[at + i]->event, EVENT_ID), id);
    }
}

static void check_more(const struct answer_last *answer, int64_t more, bool that_day) {
    assert_int_equal(answer->possible.count, LAST_POSSIBLE_MAX);
    assert_int_equal(answer->more.known, more > 0);
    assert_int_equal(answer->more.value, more);
    assert_int_equal(answer->more_that_day, that_day);
}

/* Of many on one day the nearest to the chosen one in order, and how many more there are. */
static void test_many(void **state) {
    struct world *world = *state;
    struct asked asked;
    put_many(world, 'M', "2018-06-15", 101);
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2019", LAST_ANY);
    check_text(record_get(&asked.answer.event->event, EVENT_ID), "M100");
    check_more(&asked.answer, 0, false); /* all of them are told */
    check_run(&asked.answer, 0, 100, 'M', 0);
    ask_done(&asked);
    put_many(world, 'M', "2018-06-15", 250);
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2019", LAST_ANY);
    check_text(record_get(&asked.answer.event->event, EVENT_ID), "M249");
    check_more(&asked.answer, 149, true);
    check_run(&asked.answer, 0, 100, 'M', 149);
    ask(world, &asked, true, "2018", LAST_ANY);
    assert_null(asked.answer.event);
    ask(world, &asked, true, "2018-06-01", LAST_ANY);
    check_text(record_get(&asked.answer.event->event, EVENT_ID), "M000");
    check_more(&asked.answer, 149, true);
    check_run(&asked.answer, 0, 100, 'M', 1);
    ask_done(&asked);
}

/* Half from each side; more from one where the other has fewer; none twice. */
static void test_many_on_both_sides(void **state) {
    struct world *world = *state;
    struct asked asked;
    put_many(world, 'A', "2018", 80);
    put_met(world, "MIDDLE", "2018-06-15");
    put_many(world, 'Z', "2018-06-20~", 80);
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2019", LAST_ANY);
    check_text(record_get(&asked.answer.event->event, EVENT_ID), "MIDDLE");
    check_more(&asked.answer, 60, false);
    check_run(&asked.answer, 0, 50, 'A', 30);
    check_run(&asked.answer, 50, 50, 'Z', 0);
    put_many(world, 'A', "2017", 60); /* 60 to 79 stay */
    ask_done(&asked);
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2019", LAST_ANY);
    assert_int_equal(asked.answer.possible.count, 100);
    assert_false(asked.answer.more.known);
    put_many(world, 'Z', "2018-06-20~", 90);
    ask_done(&asked);
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2019", LAST_ANY);
    check_more(&asked.answer, 10, false);
    check_run(&asked.answer, 0, 20, 'A', 60);
    check_run(&asked.answer, 20, 80, 'Z', 0);
    ask_done(&asked);
}

/* Where none surely came, those are told that are nearest to the day. */
static void test_many_and_none_sure(void **state) {
    struct world *world = *state;
    struct asked asked;
    put_many(world, 'M', "2018-06-15?", 130);
    ask_begin_pair(world, &asked);
    ask(world, &asked, false, "2019", LAST_ANY);
    assert_null(asked.answer.event);
    check_more(&asked.answer, 30, true);
    check_run(&asked.answer, 0, 100, 'M', 30);
    ask(world, &asked, true, "2018-01-01", LAST_ANY);
    assert_null(asked.answer.event);
    check_more(&asked.answer, 30, true);
    check_run(&asked.answer, 0, 100, 'M', 0);
    ask_done(&asked);
}

static void test_except(void **state) {
    struct world *world = *state;
    struct asked asked;
    struct error error = {0};
    struct last_request request = {.query = &asked.query, .first = 17897, .last = 17897, .except = SLICE_OF("M007")};
    put_many(world, 'M', "2018-06?", 10);
    ask_begin_pair(world, &asked);
    must(ask_last(&asked.asker, &request, &asked.arena, &asked.answer, &error), &error);
    check_ids(&asked.answer, "", "M000 M001 M002 M003 M004 M005 M006 M008 M009");
    ask_done(&asked);
}

/* ---- an oracle --------------------------------------------------------------------------------- */

enum { RANDOM_EVENTS = 120, RANDOM_DAYS = 150 };

static void put_random(struct world *world, uint64_t *seed) {
    static const char *const forms[] = {"%04d-%02d-%02d", "%04d-%02d-%02d", "%04d-%02d-%02d?", "%04d-%02d", "%04d", "%04d~",
                                        "[..%04d-%02d-%02d]", "[%04d-%02d-%02d..]"};
    for (int i = 0; i < RANDOM_EVENTS; i++) {
        char id[16], date[40];
        const char *form = forms[pick(seed, LENGTH(forms))];
        int year = 2000 + pick(seed, 6), month = 1 + pick(seed, 12), day = 1 + pick(seed, 28);
        snprintf(id, sizeof id, "R%03d", i);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(date, sizeof date, form, year, month, day);
#pragma GCC diagnostic pop
        put_met(world, id, date);
    }
}

struct oracle {
    bool next;
    int64_t first, last;
    struct arena *arena;
    struct stored_event events[RANDOM_EVENTS];
    size_t count;
};

static enum status keep_event(void *context, struct stored_event *event, struct error *error) {
    struct oracle *oracle = context;
    struct stored_event *kept = &oracle->events[oracle->count++];
    struct slice id;
    (void)error;
    assert_true(arena_copy(oracle->arena, record_get(&event->event, EVENT_ID), &id));
    *kept = (struct stored_event){.times = event->times};
    record_init(&kept->event, RECORD_EVENT);
    record_set(&kept->event, EVENT_ID, id);
    return STATUS_OK;
}

/* By the definition, over all events: the best of those that are surely on the right side. */
static const struct stored_event *find_best(const struct oracle *oracle) {
    const struct stored_event *best = NULL;
    for (size_t i = 0; i < oracle->count; i++) {
        const struct event_times *times = &oracle->events[i].times;
        bool sure = !times->start_marked &&
                    (oracle->next ? times->start_min > oracle->last : times->start_max < oracle->first);
        if (!sure) continue;
        if (!best || (!oracle->next && times->start_min >= best->times.start_min) ||
            (oracle->next && times->start_max < best->times.start_max)) best = &oracle->events[i];
    }
    return best;
}

static size_t count_possible(const struct oracle *oracle, const struct stored_event *best) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->count; i++) {
        const struct event_times *times = &oracle->events[i].times;
        int64_t earliest = times->start_min == DAY_MIN ? times->start_max : times->start_min;
        bool can = oracle->next ? times->start_max > oracle->first : earliest < oracle->last;
        bool nearer = !best || (oracle->next ? earliest <= best->times.start_max : times->start_max >= best->times.start_min);
        count += &oracle->events[i] != best && can && nearer;
    }
    return count;
}

static void test_oracle(void **state) {
    struct world *world = *state;
    uint64_t seed = 20260410;
    struct asked asked;
    struct error error = {0};
    struct oracle oracle = {.arena = &world->arena};
    put_random(world, &seed);
    ask_begin_pair(world, &asked);
    must(store_ask(world->store, &asked.query, MATCH_NONE, keep_event, &oracle, &error), &error);
    assert_int_equal(oracle.count, RANDOM_EVENTS);
    for (int i = 0; i < RANDOM_DAYS; i++) {
        struct last_request request = {.query = &asked.query, .next = i % 2 == 1};
        request.first = request.last = 10700 + pick(&seed, 2700);
        if (i % 3 == 0) request.last += pick(&seed, 400);
        oracle.next = request.next;
        oracle.first = request.first;
        oracle.last = request.last;
        must(ask_last(&asked.asker, &request, &asked.arena, &asked.answer, &error), &error);
        const struct stored_event *best = find_best(&oracle);
        assert_int_equal(best != NULL, asked.answer.event != NULL);
        if (best)
            assert_true(slice_equals(record_get(&best->event, EVENT_ID), record_get(&asked.answer.event->event, EVENT_ID)));
        assert_int_equal(asked.answer.possible.count + (size_t)asked.answer.more.value, count_possible(&oracle, best));
    }
    ask_done(&asked);
}

/* ---- work -------------------------------------------------------------------------------------- */

static uint64_t steps; /* of the engine's machine, in all statements */

static int hear_profile(unsigned type, void *context, void *statement, void *time) {
    (void)type, (void)context, (void)time;
    steps += (uint64_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    return 0;
}

static int hear_database(sqlite3 *database, const char **message, const struct sqlite3_api_routines *routines) {
    (void)message, (void)routines;
    return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, hear_profile, NULL);
}

/* A meeting each day, as far back as `count` days. */
static uint64_t count_steps(struct world *world, int count, uint64_t *looked_at) {
    struct asked asked;
    char id[16], date[EDTF_DAY_SIZE];
    for (int i = 0; i < count; i++) {
        snprintf(id, sizeof id, "D%05d", i);
        edtf_format_day(20000 - i, date);
        put_met(world, id, date);
    }
    ask_begin_pair(world, &asked);
    steps = 0;
    ask(world, &asked, false, "2024-10-05", LAST_ANY); /* day 20001 */
    check_ids(&asked.answer, "D00000", "");
    check_days(&asked.answer, 1, 1);
    *looked_at = asked.answer.looked_at;
    ask_done(&asked);
    return steps;
}

static void test_work(void **state) {
    uint64_t few_seen, many_seen, few, many;
    typedef void extension(void);
    struct world *world;
    void *small;
    (void)state;
    assert_int_equal(sqlite3_auto_extension((extension *)hear_database), SQLITE_OK);
    assert_int_equal(setup(&small), 0);
    few = count_steps(small, 200, &few_seen);
    teardown(&small);
    void *large;
    assert_int_equal(setup(&large), 0);
    world = large;
    many = count_steps(world, 20000, &many_seen);
    teardown(&large);
    sqlite3_reset_auto_extension();
    assert_int_equal(few_seen, many_seen);
    assert_true(many_seen <= 2);
    assert_true(few > 100); /* something was counted */
    if (many > few * 2)
        fail_msg("%llu steps for 20000 events, %llu for 200", (unsigned long long)many, (unsigned long long)few);
}

/* ---- first since -------------------------------------------------------------------------------- */

static void put_claim(struct world *world, const char *event, const char *value) {
    put(world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(world, RECORD_CLAIM, "event", event, "source", "s1", "field", "first_since", "value", value, NULL);
}

static void check_mentions(const struct answer_mentions *list, const char *wanted) {
    char text[400] = "";
    for (size_t i = 0; i < list->count; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%.*s", i ? " " : "", (int)list->items[i].id.size,
                 list->items[i].id.data);
    assert_string_equal(text, wanted);
}

struct verdict {
    const char *event;
    enum first_verdict verdict;
    const char *contradicted_by, *possible, *near, *since;
};

static void check_verdict(struct world *world, const struct verdict *wanted, struct slice *why) {
    struct asked asked;
    struct error error = {0};
    const struct answer_event *event;
    ask_begin_pair(world, &asked);
    must(ask_event(&asked.asker, slice_from(wanted->event), MATCH_NONE, &asked.arena, &event, &error), &error);
    assert_non_null(event);
    assert_int_equal(event->first_since_count, 1);
    const struct answer_first_since *statement = &event->first_since[0];
    if (statement->verdict != wanted->verdict)
        fail_msg("%s: %s: %.*s", wanted->event, first_verdict_name(statement->verdict), (int)statement->why.size,
                 statement->why.data);
    check_mentions(&statement->contradicted_by, wanted->contradicted_by);
    check_mentions(&statement->possible, wanted->possible);
    check_mentions(&statement->near, wanted->near);
    check_mentions(&statement->since, wanted->since);
    assert_false(slice_is_empty(statement->why));
    if (why) assert_true(arena_copy(&world->arena, statement->why, why));
    ask_done(&asked);
}

static void test_first_since(void **state) {
    struct world *world = *state;
    struct slice why;
    put_offices(world);
    put_meeting(world, "OLD", "2013-05-01", "X-ARDON;X-BELM", "premier;chair");
    put(world, RECORD_EVENT, "id", "CHAT", "kind", "meeting.informal", "date", "2014-06-01", "title", "C", "countries",
        "X-ARDON;X-BELM", "people", "heir;chair", NULL);
    put_meeting(world, "KINGS", "2015-01-01", "X-ARDON;X-BELM", "king;chair");
    put_meeting(world, "OFFICIALS", "2015-02-01", "X-ARDON;X-BELM", "");
    put(world, RECORD_EVENT, "id", "OFF", "kind", "meeting.bilateral", "date", "2015-03-01", "status", "cancelled", "title",
        "O", "countries", "X-ARDON;X-BELM", "people", "heir;chair", NULL);
    put_meeting(world, "NEW", "2016-03-01", "X-ARDON;X-BELM", "heir;chair");
    put_claim(world, "NEW", "2013");
    static const struct verdict holds = {"NEW", FIRST_HOLDS, "", "", "CHAT KINGS", "OLD"};
    check_verdict(world, &holds, &why);
    check_text(why, "no other bilateral meeting between Ardon\xE2\x80\x99s head of government and Belm\xE2\x80\x99s head of "
                    "state or head of government is in this record from 2014-01-01 to 2016-02-29, which does not claim "
                    "to hold all");
    put(world, RECORD_COVERAGE, "dataset", "d", "countries", "X-ARDON;X-BELM", "kinds", "meeting", "start", "2010", NULL);
    check_verdict(world, &holds, &why);
    check_text(slice_part(why, why.size - 24, why.size), "which claims to hold all");
    /* By an event's id, to the day. */
    put_meeting(world, "SECOND", "2013-08-01", "X-ARDON;X-BELM", "premier;chair");
    put_meeting(world, "BY-ID", "2016-05-01", "X-ARDON;X-BELM", "heir;chair");
    put_claim(world, "BY-ID", "OLD");
    static const struct verdict contradicted = {"BY-ID", FIRST_CONTRADICTED, "SECOND NEW", "", "CHAT KINGS", "OLD"};
    check_verdict(world, &contradicted, NULL);
    /* A meeting known to the year may lie between, in the year meant or after it. */
    check_verdict(world, &(struct verdict){"NEW", FIRST_HOLDS, "", "", "CHAT KINGS", "SECOND"}, NULL);
    put_meeting(world, "SOME", "2013/2014", "X-ARDON;X-BELM", "premier;chair");
    static const struct verdict possible = {"NEW", FIRST_POSSIBLY_CONTRADICTED, "", "SOME", "CHAT KINGS", "SECOND"};
    check_verdict(world, &possible, NULL);
}

static void test_not_decidable(void **state) {
    struct world *world = *state;
    static const struct {
        const char *id, *date, *countries, *value;
    } rows[] = {
        {"WORD", "2016-03-01", "X-ARDON;X-BELM", "the flood"}, {"LATER", "2016-03-01", "X-ARDON;X-BELM", "2017"},
        {"SAME", "2016-03-01", "X-ARDON;X-BELM", "2016"},      {"ITSELF", "2016-03-01", "X-ARDON;X-BELM", "ITSELF"},
        {"OPEN", "2016-03-01", "X-ARDON;X-BELM", "../2010"},   {"NOBODY", "2016-03-01", "", "2010"},
        {"WHEN", "[..2016]", "X-ARDON;X-BELM", "2010"},
        {"MANY", "2016-03-01", "X-ARDON;X-BELM;X-CIND;FRA;DEU;ITA;JPN;USA;IND", "2010"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        put_meeting(world, rows[i].id, rows[i].date, rows[i].countries, "");
        put_claim(world, rows[i].id, rows[i].value);
        check_verdict(world, &(struct verdict){rows[i].id, FIRST_NOT_DECIDABLE, "", "", "", ""}, NULL);
    }
}

static void test_sides(void **state) {
    struct world *world = *state;
    /* One side: all that it did. An organization, also through a person. Three sides: all of them. */
    put(world, RECORD_EVENT, "id", "V1", "kind", "vote", "date", "2015-01-01", "title", "V", "countries", "X-CIND", NULL);
    put(world, RECORD_EVENT, "id", "V2", "kind", "vote", "date", "2016-01-01", "title", "V", "countries", "X-CIND", NULL);
    put_claim(world, "V2", "2014");
    check_verdict(world, &(struct verdict){"V2", FIRST_CONTRADICTED, "V1", "", "", ""}, NULL);
    put_term(world, "other", "TESTUNION", "chair", "2010", "", "");
    put_meeting(world, "U1", "2015-01-01", "X-ARDON", "other");
    put(world, RECORD_EVENT, "id", "U2", "kind", "meeting.bilateral", "date", "2016-01-01", "title", "U", "countries",
        "X-ARDON", "organizations", "TESTUNION", NULL);
    put_claim(world, "U2", "2014");
    check_verdict(world, &(struct verdict){"U2", FIRST_CONTRADICTED, "U1", "", "", ""}, NULL);
    put_meeting(world, "TWO", "2015-01-01", "X-ARDON;X-BELM", "");
    put_meeting(world, "THREE", "2015-02-01", "X-ARDON;X-BELM;X-CIND", "");
    put_meeting(world, "VENUE", "2015-03-01", "X-ARDON;X-BELM;X-CIND:venue", "");
    put_meeting(world, "TRIO", "2016-01-01", "X-ARDON;X-BELM;X-CIND", "");
    put_claim(world, "TRIO", "2014");
    check_verdict(world, &(struct verdict){"TRIO", FIRST_CONTRADICTED, "THREE", "", "", ""}, NULL);
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_last),      WITH_WORLD(test_next),        WITH_WORLD(test_no_lower_bound),
        WITH_WORLD(test_ties),      WITH_WORLD(test_statuses),    WITH_WORLD(test_range),
        WITH_WORLD(test_levels),    WITH_WORLD(test_standings),   WITH_WORLD(test_multilateral),
        WITH_WORLD(test_oracle),    WITH_WORLD(test_first_since), WITH_WORLD(test_not_decidable),
        WITH_WORLD(test_sides),     WITH_WORLD(test_offices_are_kept),
        WITH_WORLD(test_many),      WITH_WORLD(test_many_on_both_sides),
        WITH_WORLD(test_except),    WITH_WORLD(test_many_and_none_sure),
        cmocka_unit_test(test_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
