/* Statements: a row per quote, who spoke in which office on that day, and what a row has without words. */
#include "store_fixture.h"

#include "../../core/ask/statement.h"

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_PERSON, "id", "ada", "name", "Ada Arrow", NULL);
    put(world, RECORD_PERSON, "id", "bo", "name", "Bo Bark", NULL);
    put(world, RECORD_COUNTRY, "id", "X-ARDON", "name", "Ardon", NULL);
    put(world, RECORD_COUNTRY, "id", "X-BORD", "name", "United Bord", NULL);
    put(world, RECORD_ORGANIZATION, "id", "X-LEAGUE", "name", "League of Rivers", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "First Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Second Paper", NULL);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void append_speakers(struct buffer *text, const struct shape_entries *speakers) {
    const struct answer_speaker *items = speakers->items;
    for (size_t i = 0; i < speakers->count; i++) {
        buffer_append_text(text, i ? "," : "");
        buffer_append_slice(text, items[i].id);
        if (items[i].office.size) buffer_append_byte(text, '=');
        buffer_append_slice(text, items[i].office);
        if (items[i].country.size) buffer_append_byte(text, '@');
        buffer_append_slice(text, items[i].country);
    }
}

/* event | speakers | said_by | words | sources | locator stance match first */
static enum status note_row(void *context, const struct answer_statement *row, struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_slice(text, row->id);
    buffer_append_text(text, " | ");
    append_speakers(text, &row->speakers);
    buffer_append_text(text, " | ");
    buffer_append_slice(text, row->said_by);
    buffer_append_text(text, " | ");
    buffer_append_slice(text, row->words);
    buffer_append_text(text, " |");
    for (size_t i = 0; i < row->sources.count; i++) {
        buffer_append_byte(text, ' ');
        buffer_append_slice(text, record_get(&row->sources.items[i].record, SOURCE_ID));
    }
    buffer_append_text(text, " |");
    const struct slice rest[] = {row->locator, row->stance, row->match, row->first ? SLICE_OF("first") : SLICE_NONE};
    for (size_t i = 0; i < LENGTH(rest); i++) {
        if (rest[i].size) buffer_append_byte(text, ' ');
        buffer_append_slice(text, rest[i]);
    }
    buffer_append_byte(text, '\n');
    return STATUS_OK;
}

static void check_rows(struct world *world, const struct query *query, const char *wanted) {
    struct asker asker;
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    must(store_settle(world->store, &error), &error);
    ask_begin(&asker, world->store, ASK_ALL);
    must(ask_statements(&asker, query, note_row, &text, &error), &error);
    ask_end(&asker);
    buffer_append_byte(&text, '\0');
    assert_false(buffer_failed(&text));
    if (strcmp(text.data, wanted) != 0) fail_msg("rows are\n%s\ninstead of\n%s", text.data, wanted);
    buffer_free(&text);
}

static void put_statement(struct world *world, const char *id, const char *date, const char *countries,
                          const char *people) {
    put(world, RECORD_EVENT, "id", id, "kind", "statement", "date", date, "title", id, "countries", countries, "people",
        people, "sources", "s1;s2", NULL);
}

static void put_term(struct world *world, const char *person, const char *country, const char *office, const char *title,
                     const char *start, const char *end, const char *standing) {
    put(world, RECORD_TERM, "person", person, "country", country, "office", office, "title", title, "start", start, "end",
        end, "standing", standing, NULL);
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void test_words(void **state) {
    struct world *world = *state;
    struct query query;
    query_init(&query);
    put_statement(world, "E", "2001-05-01", "X-ARDON:speaker;X-BORD:subject", "");
    put_statement(world, "F", "2001-05-02", "X-ARDON:speaker", "");
    put(world, RECORD_EVENT, "id", "M", "kind", "meeting", "date", "2001-05-03", "title", "No statement", NULL);
    put(world, RECORD_CLAIM, "event", "E", "source", "s1", "field", "quote", "value", "We go on", "locator", "page 2", NULL);
    put(world, RECORD_CLAIM, "event", "E", "source", "s2", "field", "quote", "value", "We will go on", "stance", "disputes",
        NULL);
    put(world, RECORD_CLAIM, "event", "E", "source", "s2", "field", "date", "value", "2001-05-01", "quote", "on Tuesday",
        NULL);
    put(world, RECORD_CLAIM, "event", "M", "source", "s2", "field", "quote", "value", "Not said in a statement", NULL);
    check_rows(world, &query,
               "E | X-ARDON | Ardon | We go on | s1 | page 2 first\n"
               "E | X-ARDON | Ardon | We will go on | s2 | disputes\n"
               "F | X-ARDON | Ardon |  | s1 s2 | first\n");
}

/* An event of another kind has its place when a claim keeps words and somebody is its speaker; kinds narrow both. */
static void test_other_kinds(void **state) {
    struct world *world = *state;
    struct query query;
    struct slice kinds[] = {SLICE_OF("incident"), SLICE_OF("statement.protest")}, after = SLICE_OF("B");
    query_init(&query);
    put_statement(world, "A", "2001-05-01", "X-ARDON:speaker", "");
    put_statement(world, "C", "2001-05-03", "X-BORD:speaker", "");
    put(world, RECORD_EVENT, "id", "B", "kind", "incident", "date", "2001-05-02", "title", "B", "people", "ada:speaker", NULL);
    put(world, RECORD_EVENT, "id", "D", "kind", "meeting", "date", "2001-05-04", "title", "D", "people", "bo:speaker", NULL);
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2001-05-05", "title", "E", "people", "bo:host", NULL);
    put(world, RECORD_EVENT, "id", "F", "kind", "meeting", "date", "2001-05-06", "title", "F", "people", "bo:speaker", NULL);
    const char *const with_words[] = {"B", "D", "E"};
    for (size_t i = 0; i < LENGTH(with_words); i++)
        put(world, RECORD_CLAIM, "event", with_words[i], "source", "s1", "field", "quote", "value", "So it is", NULL);
    put(world, RECORD_CLAIM, "event", "F", "source", "s1", "field", "date", "value", "2001-05-06", "quote", "on Sunday", NULL);
    check_rows(world, &query,
               "A | X-ARDON | Ardon |  | s1 s2 | first\n"
               "B | ada | Ada Arrow | So it is | s1 | first\n"
               "C | X-BORD | United Bord |  | s1 s2 | first\n"
               "D | bo | Bo Bark | So it is | s1 | first\n");
    query.reverse = true;
    query.limit = 3;
    check_rows(world, &query,
               "D | bo | Bo Bark | So it is | s1 | first\n"
               "C | X-BORD | United Bord |  | s1 s2 | first\n"
               "B | ada | Ada Arrow | So it is | s1 | first\n");
    query.after = after;
    check_rows(world, &query, "A | X-ARDON | Ardon |  | s1 s2 | first\n");
    query.after = SLICE_NONE;
    query.kinds = (struct slice_list){kinds, 2};
    check_rows(world, &query, "B | ada | Ada Arrow | So it is | s1 | first\n");
}

/* Who is asked for has spoken, and does not merely take part; a country also by whom spoke for it. */
static void test_who_is_asked_for(void **state) {
    struct world *world = *state;
    struct query query;
    struct slice person = SLICE_OF("ada"), country = SLICE_OF("X-ARDON"), role = SLICE_OF("subject");
    query_init(&query);
    put_term(world, "ada", "X-ARDON", "head_of_government", "Prime Minister", "1999", "2005", "");
    put_statement(world, "A", "2001-05-01", "X-ARDON;X-BORD:subject", "ada:speaker");
    put_statement(world, "B", "2001-05-02", "X-BORD:speaker;X-ARDON:subject", "ada:subject");
    put_statement(world, "C", "2001-05-03", "X-BORD", "ada:actor");
    query.people = (struct slice_list){&person, 1};
    query.limit = 2;
    check_rows(world, &query,
               "A | ada=head_of_government@X-ARDON | Ada Arrow, Prime Minister of Ardon |  | s1 s2 | first\n"
               "C | ada=head_of_government@X-ARDON | Ada Arrow, Prime Minister of Ardon |  | s1 s2 | first\n");
    query.limit = -1;
    query.roles = (struct slice_list){&role, 1};
    check_rows(world, &query, "B | X-BORD | United Bord |  | s1 s2 | first\n");
    query.people.count = query.roles.count = 0;
    query.countries = (struct slice_list){&country, 1};
    check_rows(world, &query,
               "A | ada=head_of_government@X-ARDON | Ada Arrow, Prime Minister of Ardon |  | s1 s2 | first\n"
               "C | ada=head_of_government@X-ARDON | Ada Arrow, Prime Minister of Ardon |  | s1 s2 | first\n");
}

static void test_speakers(void **state) {
    struct world *world = *state;
    struct query query;
    query_init(&query);
    put_term(world, "ada", "X-ARDON", "head_of_government", "Prime Minister", "2001-01-01", "2002-01-01", "");
    put_term(world, "ada", "X-ARDON", "ambassador", "Ambassador to Borduria", "2002-01-01", "2003-01-01", "");
    put_term(world, "ada", "X-ARDON", "foreign_minister", "", "2003-01-01", "2004-01-01", "acting");
    put_term(world, "bo", "X-BORD", "head_of_state", "President", "2001-06", "", "");
    put_statement(world, "A", "2001-05-01", "X-ARDON:speaker;X-BORD:subject", "ada:speaker");
    put_statement(world, "B", "2002-05-01", "X-ARDON:actor", "ada:speaker");
    put_statement(world, "C", "2003-05-01", "X-ARDON", "ada:speaker");
    put_statement(world, "D", "2004-01-01", "X-ARDON:speaker;X-BORD:speaker", "ada:speaker;bo:speaker");
    put_statement(world, "E", "2005-01-01", "X-ARDON:actor;X-BORD:target", "");
    put_statement(world, "F", "2006-01-01", "X-ARDON;X-BORD", "ada:subject");
    put(world, RECORD_EVENT, "id", "G", "kind", "statement.protest", "date", "2007", "title", "G", "organizations",
        "X-LEAGUE:speaker", "actors", "Citizen (Ardon):speaker", NULL);
    put_statement(world, "H", "2001-06", "X-BORD:speaker", "bo:speaker");
    check_rows(world, &query,
               "A | ada=head_of_government@X-ARDON | Ada Arrow, Prime Minister of Ardon |  | s1 s2 | first\n"
               "H | bo=head_of_state@X-BORD | Bo Bark, perhaps President of the United Bord |  | s1 s2 | first\n"
               "B | ada=ambassador@X-ARDON | Ada Arrow, Ambassador of Ardon to Borduria |  | s1 s2 | first\n"
               "C | ada=foreign_minister@X-ARDON | Ada Arrow, acting foreign minister of Ardon |  | s1 s2 | first\n"
               "D | X-ARDON,ada,bo=head_of_state@X-BORD | Ardon; Ada Arrow; Bo Bark, President of the United Bord |"
               "  | s1 s2 | first\n"
               "E | X-ARDON | Ardon |  | s1 s2 | first\n"
               "F |  |  |  | s1 s2 | first\n"
               "G | X-LEAGUE,Citizen (Ardon) | League of Rivers; Citizen (Ardon) |  | | first\n");
}

/* An interval says when it can have been said; the limit counts events, not rows. */
static void test_range(void **state) {
    struct world *world = *state;
    struct query query;
    put_statement(world, "A", "2001-05-01", "X-ARDON:speaker", "");
    put_statement(world, "B", "2001-04/2001-06", "X-ARDON:speaker", "");
    put_statement(world, "C", "2001-07-01", "X-ARDON:speaker", "");
    put(world, RECORD_CLAIM, "event", "B", "source", "s1", "field", "quote", "value", "One", NULL);
    put(world, RECORD_CLAIM, "event", "B", "source", "s1", "field", "quote", "value", "Two", NULL);
    query_init(&query);
    query.has_range = true;
    query.from = calendar_to_number(2001, 5, 1);
    query.to = calendar_to_number(2001, 5, 31);
    check_rows(world, &query,
               "B | X-ARDON | Ardon | One | s1 | possible first\n"
               "B | X-ARDON | Ardon | Two | s1 | possible\n"
               "A | X-ARDON | Ardon |  | s1 s2 | certain first\n");
    query_init(&query);
    query.limit = 1;
    check_rows(world, &query,
               "B | X-ARDON | Ardon | One | s1 | first\n"
               "B | X-ARDON | Ardon | Two | s1 |\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_words, setup, teardown),
cmocka_unit_test_setup_teardown(test_other_kinds, setup, teardown),
cmocka_unit_test_setup_teardown(test_who_is_asked_for, setup, teardown),
        cmocka_unit_test_setup_teardown(test_speakers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_range, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
