/* Answers: what of an event follows from other records, and the order of an answer in two parts. */
#include "store_fixture.h"

#include "../../core/ask/ask.h"

static struct asker asker; /* of the event at hand */

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    asker = (struct asker){.store = NULL};
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_PERSON, "id", "one", "name", "Leader One", NULL);
    put(world, RECORD_PERSON, "id", "two", "name", "Leader Two", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    put(world, RECORD_COUNTRY, "id", "CHN", "name", "Test China", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "First Paper", "publisher", "Press", "side",
        "CAN", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Second Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s3", "title", "Third Paper", NULL);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    ask_end(&asker);
    world_drop(*state);
    free(*state);
    return 0;
}

/* ---- one event ------------------------------------------------------------------------------- */

/* Lives until the next one is completed. */
static struct answer_event complete(struct world *world, const char *id, enum ask_depth depth) {
    struct answer_event answer;
    struct error error = {0};
    must(store_settle(world->store, &error), &error);
    struct stored_event *event = arena_alloc(&world->arena, sizeof *event);
    assert_non_null(event);
    *event = get_event(world, id);
    ask_end(&asker);
    ask_begin(&asker, world->store, depth);
    must(ask_complete(&asker, event, &world->arena, &answer, &error), &error);
    return answer;
}

static void check_office(const struct answer_party *party, size_t index, const char *office,
                         const char *country, const char *standing, bool certain) {
    assert_true(index < party->office_count);
    check_text(party->offices[index].office, office);
    check_text(party->offices[index].country, country);
    check_text(party->offices[index].standing, standing);
    assert_int_equal(party->offices[index].certain, certain);
}

static void test_names(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T",
        "countries", "CAN;CHN:host", "organizations", "T-U;EU", "people", "one:speaker", "actors",
        "Citizen (Test)", NULL);
    struct answer_event answer = complete(world, "E", ASK_NAMES);
    static const char *const names[] = {"Canada",         "Test China", "Test Union",
                                        "European Union", "Leader One", "Citizen (Test)"};
    assert_int_equal(answer.party_count, LENGTH(names));
    for (size_t i = 0; i < LENGTH(names); i++) check_text(answer.parties[i].name, names[i]);
    check_text(answer.parties[1].party.role, "host");
    assert_int_equal(answer.parties[4].office_count, 0);
    assert_int_equal(answer.reports, 1);
}

static void put_term(struct world *world, const char *person, const char *country,
                     const char *office, const char *start, const char *end, const char *standing) {
    put(world, RECORD_TERM, "person", person, "country", country, "office", office, "start", start,
        "end", end, "standing", standing, NULL);
}

static void test_offices(void **state) {
    struct world *world = *state;
    put_term(world, "one", "CAN", "ambassador", "2018-05-10", "", "acting");
    put_term(world, "one", "CAN", "head_of_state;head_of_government", "2010", "2018-06-01", "");
    put_term(world, "one", "T-U", "chair", "2015", "2019", "suspended");
    put(world, RECORD_EVENT, "id", "DAY", "kind", "meeting", "date", "2018-05-31", "title", "T",
        "people", "one", NULL);
    put(world, RECORD_EVENT, "id", "END", "kind", "meeting", "date", "2018-06-01", "title", "T",
        "people", "one", NULL);
    put(world, RECORD_EVENT, "id", "MONTH", "kind", "meeting", "date", "2018-05", "title", "T",
        "people", "one", NULL);
    struct answer_event answer = complete(world, "DAY", ASK_ALL);
    assert_int_equal(answer.parties[0].office_count, 3);
    check_office(&answer.parties[0], 0, "ambassador", "CAN", "acting", true);
    check_office(&answer.parties[0], 1, "head_of_government;head_of_state", "CAN", "", true);
    check_office(&answer.parties[0], 2, "chair", "T-U", "suspended", true);
    assert_int_equal(complete(world, "END", ASK_ALL).parties[0].office_count, 2);
    /* What was held on some of the days only goes behind what was held on all. */
    answer = complete(world, "MONTH", ASK_ALL);
    check_office(&answer.parties[0], 0, "head_of_government;head_of_state", "CAN", "", true);
    check_office(&answer.parties[0], 2, "ambassador", "CAN", "acting", false);
}

static void check_acts_for(struct world *world, const char *id, const char *wanted) {
    struct answer_event answer = complete(world, id, ASK_ALL);
    assert_int_equal(answer.parties[answer.party_count - 1].party.type, PARTY_PERSON);
    check_text(answer.parties[answer.party_count - 1].acts_for, wanted);
}

static void test_acts_for(void **state) {
    struct world *world = *state;
    put_term(world, "one", "CAN", "head_of_state", "2010", "", "");
    put_term(world, "two", "CAN", "minister", "2010", "2018", "");
    put_term(world, "two", "T-U", "chair", "2015", "2019", "");
    put(world, RECORD_EVENT, "id", "ONLY", "kind", "meeting", "date", "2018-05", "title", "T",
        "countries", "CHN", "people", "one", NULL);
    put(world, RECORD_EVENT, "id", "PARTY", "kind", "meeting", "date", "2017", "title", "T",
        "organizations", "T-U", "people", "two", NULL);
    put(world, RECORD_EVENT, "id", "BOTH", "kind", "meeting", "date", "2017", "title", "T",
        "countries", "CHN", "people", "two", NULL);
    put(world, RECORD_EVENT, "id", "LATER", "kind", "meeting", "date", "2020", "title", "T",
        "countries", "CHN", "people", "two", NULL);
    check_acts_for(world, "ONLY", "CAN");
    check_acts_for(world, "PARTY", "T-U");
    check_acts_for(world, "BOTH", "");
    check_acts_for(world, "LATER", "");
    put(world, RECORD_PARTY, "event", "BOTH", "type", "person", "id", "two", "for", "CHN", NULL);
    check_acts_for(world, "BOTH", "CHN");
}

static void test_sources(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", "sources",
        "s2;s1", "source_url", "https://bare.example/", NULL);
    struct answer_event answer = complete(world, "E", ASK_NAMES);
    assert_int_equal(answer.source_count, 3);
    check_field(&answer.sources[0].record, "title", "Second Paper");
    check_field(&answer.sources[1].record, "publisher", "Press");
    check_field(&answer.sources[2].record, "url", "https://bare.example/");
    check_field(&answer.sources[2].record, "id", "");
}

static void put_claim(struct world *world, const char *source, const char *field, const char *value,
                      const char *stance) {
    put(world, RECORD_CLAIM, "event", "E", "source", source, "field", field, "value", value,
        "stance", stance, NULL);
}

static void test_disputes(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", NULL);
    put_claim(world, "s1", "quantity", "12", "");
    put_claim(world, "s2", "quantity", "10", "denies");
    put_claim(world, "s3", "quantity", "12", "");
    put_claim(world, "s1", "place", "Testville", "");
    put_claim(world, "s3", "date", "2019", "corrects");
    struct answer_event answer = complete(world, "E", ASK_ALL);
    assert_true(answer.disputed);
    assert_int_equal(answer.claim_count, 5);
    assert_int_equal(answer.dispute_count, 2);
    check_text(answer.disputes[0].field, "date");
    assert_int_equal(answer.disputes[0].claim_count, 1);
    check_text(answer.disputes[1].field, "quantity");
    static const struct {
        const char *value, *source;
    } side_by_side[] = {{"10", "s2"}, {"12", "s1"}, {"12", "s3"}};
    assert_int_equal(answer.disputes[1].claim_count, LENGTH(side_by_side));
    for (size_t i = 0; i < LENGTH(side_by_side); i++) {
        check_field(&answer.disputes[1].claims[i]->record, "value", side_by_side[i].value);
        check_field(&answer.disputes[1].claims[i]->record, "source", side_by_side[i].source);
    }
    check_text(answer.disputes[1].claims[1]->source_title, "First Paper");
    check_text(answer.disputes[1].claims[1]->source_side, "CAN");
    assert_non_null(answer.disputes[1].claims[1]->source);
}

/* Work follows the number of claims, also when each is on a field of its own and all contradict. */
static void test_many_claims(void **state) {
    struct world *world = *state;
    char field[32];
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", NULL);
    for (int i = 0; i < 5000; i++) {
        snprintf(field, sizeof field, "field %04d", i);
        put_claim(world, "s1", field, "x", "denies");
    }
    assert_int_equal(complete(world, "E", ASK_ALL).dispute_count, 5000);
}

static void test_links_and_notes(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "sanction", "date", "2018", "title", "Middle",
        NULL);
    put(world, RECORD_EVENT, "id", "A", "kind", "statement", "date", "2019", "title", "After",
        NULL);
    put(world, RECORD_EVENT, "id", "B", "kind", "statement", "date", "2017", "title", "Before",
        NULL);
    put(world, RECORD_LINK, "from", "A", "relation", "ends", "to", "E", "source", "s1", NULL);
    put(world, RECORD_LINK, "from", "E", "relation", "responds_to", "to", "B", NULL);
    put(world, RECORD_NOTE, "record", "E", "kind", "correction", "reason", "It was wrong", NULL);
    put(world, RECORD_NOTE, "record", "E", "kind", "accepted", "reason", "A finding", NULL);
    struct answer_event answer = complete(world, "E", ASK_ALL);
    assert_int_equal(answer.link_count, 2);
    assert_false(answer.links[0].outgoing);
    check_text(answer.links[0].other_title, "After");
    assert_non_null(answer.links[0].source);
    check_field(answer.links[0].source, "title", "First Paper");
    assert_true(answer.links[1].outgoing);
    check_text(answer.links[1].other_title, "Before");
    assert_null(answer.links[1].source);
    assert_int_equal(answer.note_count, 1);
    check_field(&answer.notes[0], "reason", "It was wrong");
    check_text(answer.derived_end, "A");
    answer = complete(world, "E", ASK_NAMES);
    assert_true(answer.link_count == 0 && answer.claim_count == 0 && answer.note_count == 0);
}

/* ---- many events ----------------------------------------------------------------------------- */

static enum status tell_event(void *context, const struct answer_event *answer,
                              struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_slice(text, record_get(&answer->event, EVENT_ID));
    buffer_append_text(text, answer->match == MATCH_POSSIBLE ? "?" : "");
    if (answer->reports > 1) buffer_append_format(text, "*%d", (int)answer->reports);
    buffer_append_byte(text, ' ');
    return STATUS_OK;
}

static void check_answer(struct world *world, const struct query *query, bool certain_first,
                         const char *wanted) {
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    ask_end(&asker);
    ask_begin(&asker, world->store, ASK_ALL);
    must(ask_events(&asker, query, certain_first, tell_event, &text, &error), &error);
    check_text(buffer_slice(&text), wanted);
    buffer_free(&text);
}

static void put_dated(struct world *world, const char *id, const char *date) {
    put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", date, "title", "T", NULL);
}

static struct query year_2018(void) {
    struct query query;
    query_init(&query);
    query.has_range = true;
    query.from = 17532;
    query.to = 17896;
    return query;
}

static void put_dated_ones(struct world *world) {
    put_dated(world, "A", "2018-02");
    put_dated(world, "B", "2017/2018");
    put_dated(world, "C", "2018-11-11");
    put_dated(world, "D", "2018?");
    put_dated(world, "E", "201X");
    put_dated(world, "F", "2019");
    world_commit(world);
}

static void test_certain_first(void **state) {
    struct world *world = *state;
    struct query query = year_2018();
    put_dated_ones(world);
    check_answer(world, &query, false, "E? B? D? A C ");
    check_answer(world, &query, true, "A C E? B? D? ");
    query.reverse = true;
    check_answer(world, &query, true, "C A D? B? E? ");
    query.match = MATCH_CERTAIN;
    check_answer(world, &query, true, "C A ");
    query_init(&query);
    check_answer(world, &query, true, "E B D A C F ");
}

/* Pages of an answer in two parts go on where the one before ended, over the seam too. */
static void test_pages(void **state) {
    struct world *world = *state;
    put_dated_ones(world);
    static const struct {
        const char *after, *wanted;
        int64_t limit;
    } rows[] = {
        {"", "", 0},        {"", "A ", 1},      {"", "A C E? ", 3}, {"A", "C E? ", 2},
        {"C", "E? B? ", 2}, {"E", "B? D? ", 5}, {"D", "", 5},       {"", "A C E? B? D? ", 99},
        {"F", "", 5},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query = year_2018();
        query.limit = rows[i].limit;
        query.after = slice_from(rows[i].after);
        check_answer(world, &query, true, rows[i].wanted);
    }
    struct query query = year_2018();
    query.reverse = true;
    query.after = SLICE_OF("A");
    query.limit = 2;
    check_answer(world, &query, true, "D? B? ");
}

static void test_unknown_after(void **state) {
    struct world *world = *state;
    struct error error = {0};
    struct query query = year_2018();
    struct buffer text;
    buffer_init(&text);
    put_dated_ones(world);
    query.after = SLICE_OF("Z");
    ask_begin(&asker, world->store, ASK_ALL);
    assert_int_equal(ask_events(&asker, &query, true, tell_event, &text, &error), STATUS_NOT_FOUND);
    assert_non_null(strstr(error.message, "there is no event \"Z\""));
    buffer_free(&text);
}

/* ---- folding --------------------------------------------------------------------------------- */

static void put_report(struct world *world, const char *id, const char *date, const char *code,
                       const char *countries) {
    put(world, RECORD_EVENT, "id", id, "kind", "statement", "date", date, "code", code, "countries",
        countries, "title", "T", NULL);
}

static void put_reports(struct world *world) {
    put_report(world, "A", "2018-01-01", "010", "CAN;CHN");
    put_report(world, "B", "2018-01-01", "020", "CAN;CHN");
    put_report(world, "C", "2018-01-01", "010", "CAN;CHN");
    put_report(world, "D", "2018-01-01", "010", "CHN;CAN");
    put_report(world, "E", "2018-01-01", "010", "CAN;CHN");
    put_report(world, "F", "2018-01-02", "010", "CAN;CHN");
    put_report(world, "G", "2018-01-02", "", "CAN;CHN");
    put_report(world, "H", "2018-01-02", "", "CAN;CHN");
    put_report(world, "I", "2018-01", "010", "CAN;CHN");
    put_report(world, "J", "2018-01", "010", "CAN;CHN");
    world_commit(world);
}

static void test_folding(void **state) {
    struct world *world = *state;
    struct query query;
    query_init(&query);
    put_reports(world);
    check_answer(world, &query, false, "A B C D E I J F G H ");
    query.distinct = true;
    check_answer(world, &query, false, "A*3 B D I*2 F G H ");
    query.limit = 2;
    check_answer(world, &query, false, "A*3 B ");
    query.limit = 0;
    check_answer(world, &query, false, "");
    query.limit = -1;
    query.reverse = true;
    check_answer(world, &query, false, "H G F J*2 E*3 D B ");
}

/* Page after page the folded entries are those of the whole answer. */
static void test_folded_pages(void **state) {
    struct world *world = *state;
    static const struct {
        const char *after, *wanted;
        bool reverse;
    } rows[] = {{"A", "B D ", false},  {"B", "D I*2 ", false}, {"D", "I*2 F ", false},
                {"I", "F G ", false},  {"H", "", false},       {"H", "G F ", true},
                {"J", "E*3 D ", true}, {"B", "", true}};
    put_reports(world);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query;
        query_init(&query);
        query.distinct = true;
        query.limit = 2;
        query.after = slice_from(rows[i].after);
        query.reverse = rows[i].reverse;
        check_answer(world, &query, false, rows[i].wanted);
    }
}

/* More acts on one day than the table begins with. */
static void test_many_folded(void **state) {
    struct world *world = *state;
    struct query query;
    struct buffer wanted;
    char id[32], code[32];
    buffer_init(&wanted);
    query_init(&query);
    query.distinct = true;
    for (int i = 0; i < 300; i++) {
        snprintf(id, sizeof id, "E%03d", i);
        snprintf(code, sizeof code, "%03d", i % 100);
        put_report(world, id, "2018-01-01", code, "CAN;CHN");
        if (i < 100) buffer_append_format(&wanted, "%s*3 ", id);
    }
    world_commit(world);
    buffer_append_byte(&wanted, '\0');
    check_answer(world, &query, false, wanted.data);
    buffer_free(&wanted);
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_names),           WITH_WORLD(test_offices),
        WITH_WORLD(test_acts_for),        WITH_WORLD(test_sources),
        WITH_WORLD(test_disputes),        WITH_WORLD(test_many_claims),
        WITH_WORLD(test_links_and_notes), WITH_WORLD(test_certain_first),
        WITH_WORLD(test_pages),           WITH_WORLD(test_unknown_after),
        WITH_WORLD(test_folding),         WITH_WORLD(test_folded_pages),
        WITH_WORLD(test_many_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
