/* Chains: the tree of links as rows, in worlds made of a line per event and per link. */
#include "store_fixture.h"

#include <sqlite3.h>

#include "../../core/ask/chain.h"

/* ---- worlds ---------------------------------------------------------------------------------- */

struct made_event {
    const char *id, *date, *kind, *status; /* kind NULL: statement, a point */
};
struct made_link {
    const char *from, *relation, *to;
};
struct chain_case {
    const char *name;
    struct made_event events[8];
    struct made_link links[10];
    const char *root;
    int64_t depth;
    const char *relations[4];
    bool upstream, downstream;
    const char *rows; /* a line per row: direction depth parent relation event delay marks */
};

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void put_event(struct world *world, const struct made_event *event) {
    put(world, RECORD_EVENT, "id", event->id, "kind", event->kind ? event->kind : "statement", "date", event->date,
        "title", event->id, "status", event->status ? event->status : "reported", NULL);
}

static void put_link(struct world *world, const char *from, const char *relation, const char *to) {
    put(world, RECORD_LINK, "from", from, "relation", relation, "to", to, NULL);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void append_count(struct buffer *text, const char *name, struct shape_count count) {
    if (count.known) buffer_append_format(text, " %s%lld", name, (long long)count.value);
}

static enum status note_row(void *context, const struct answer_step_in_chain *step, struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_format(text, "%s %lld ", slice_is(step->direction, "upstream") ? "up" : "down", (long long)step->depth);
    buffer_append_slice(text, step->parent);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, step->relation);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, step->event);
    append_count(text, "", step->delay_days);
    append_count(text, "min=", step->delay_min);
    append_count(text, "max=", step->delay_max);
    if (step->repeated) buffer_append_text(text, step->opened_above ? " above" : " below");
    if (step->more) buffer_append_text(text, " more");
    if (step->on_the_way) buffer_append_text(text, " way");
    if (step->last) buffer_append_text(text, " last");
    buffer_append_byte(text, '\n');
    return STATUS_OK;
}

static enum status ask_rows(struct world *world, struct chain_request *request, const char *root, chain_visit *visit,
                            void *context) {
    struct asker asker;
    struct error error = {0};
    must(store_settle(world->store, &error), &error);
    struct stored_event stored = get_event(world, root);
    request->root = &stored;
    ask_begin(&asker, world->store, ASK_ALL);
    enum status status = ask_chain(&asker, request, visit, context, &error);
    ask_end(&asker);
    return status;
}

static void check_rows(struct world *world, struct chain_request *request, const char *root, const char *wanted) {
    struct buffer text;
    buffer_init(&text);
    assert_int_equal(ask_rows(world, request, root, note_row, &text), STATUS_OK);
    buffer_append_byte(&text, '\0');
    assert_false(buffer_failed(&text));
    if (strcmp(text.data, wanted) != 0) fail_msg("rows are\n%s\ninstead of\n%s", text.data, wanted);
    buffer_free(&text);
}

/* ---- cases ------------------------------------------------------------------------------------ */

static const struct chain_case cases[] = {
    {"a line, both directions",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-11", 0, 0}, {"C", "2001-02-01", 0, 0}},
     {{"B", "responds_to", "A"}, {"C", "follows", "B"}},
     "B", INT64_MAX, {0}, true, true,
     "up 1 B responds_to A 10 last\n"
     "down 1 B follows C 21 last\n"},
    {"a cycle ends where it began, in each direction",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-11", 0, 0}, {"C", "2001-02-01", 0, 0}},
     {{"B", "responds_to", "A"}, {"C", "responds_to", "B"}, {"A", "responds_to", "C"}},
     "A", INT64_MAX, {0}, true, true,
     "up 1 A responds_to C -31 last\n"
     "up 2 C responds_to B 21 last\n"
     "up 3 B responds_to A 10 above last\n"
     "down 1 A responds_to B 10 last\n"
     "down 2 B responds_to C 21 last\n"
     "down 3 C responds_to A -31 above last\n"},
    {"a diamond: what is met twice opens once, at its first row",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"C", "2001-01-03", 0, 0}, {"D", "2001-01-04", 0, 0},
      {"E", "2001-01-05", 0, 0}},
     {{"C", "follows", "A"}, {"B", "follows", "A"}, {"D", "follows", "B"}, {"D", "follows", "C"}, {"E", "ends", "D"}},
     "A", INT64_MAX, {0}, false, true,
     "down 1 A follows B 1\n"
     "down 2 B follows D 2 last\n"
     "down 3 D ends E 1 last\n"
     "down 1 A follows C 2 last\n"
     "down 2 C follows D 1 above last\n"},
    {"it opens nearest to the root, be that further down the page",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"C", "2001-01-03", 0, 0}, {"D", "2001-01-04", 0, 0}},
     {{"B", "follows", "A"}, {"C", "follows", "B"}, {"C", "follows", "A"}, {"D", "follows", "C"}},
     "A", INT64_MAX, {0}, false, true,
     "down 1 A follows B 1\n"
     "down 2 B follows C 1 below last\n"
     "down 1 A follows C 2 last\n"
     "down 2 C follows D 1 last\n"},
    {"two links between the same two are two rows",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"C", "2001-01-03", 0, 0}},
     {{"B", "suspends", "A"}, {"B", "amends", "A"}, {"C", "follows", "B"}},
     "A", INT64_MAX, {0}, false, true,
     "down 1 A amends B 1\n"
     "down 2 B follows C 1 last\n"
     "down 1 A suspends B 1 above last\n"},
    {"no deeper than asked, with a mark where it goes on",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"C", "2001-01-03", 0, 0}, {"D", "2001-01-04", 0, 0},
      {"E", "2001-01-02", 0, 0}},
     {{"B", "follows", "A"}, {"E", "follows", "A"}, {"C", "follows", "B"}, {"D", "follows", "C"}},
     "A", 1, {0}, false, true,
     "down 1 A follows B 1 more\n"
     "down 1 A follows E 1 last\n"},
    {"depth two",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"C", "2001-01-03", 0, 0}, {"D", "2001-01-04", 0, 0}},
     {{"B", "follows", "A"}, {"C", "follows", "B"}, {"D", "follows", "C"}},
     "A", 2, {0}, false, true,
     "down 1 A follows B 1 last\n"
     "down 2 B follows C 1 more last\n"},
    {"what is beyond counts only when it may be shown",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"C", "2001-01-03", 0, "cancelled"}},
     {{"B", "follows", "A"}, {"C", "follows", "B"}, {"B", "corrects", "C"}},
     "A", 1, {0}, false, true,
     "down 1 A follows B 1 last\n"},
    {"what was cancelled leads nowhere",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, "cancelled"}, {"C", "2001-01-03", 0, 0},
      {"D", "2001-01-04", 0, "planned"}, {"E", "2001-01-05", 0, "denied"}, {"F", "2001-01-06", 0, "disputed"}},
     {{"B", "follows", "A"}, {"C", "follows", "B"}, {"D", "follows", "A"}, {"E", "follows", "A"}, {"F", "follows", "A"}},
     "A", INT64_MAX, {0}, false, true,
     "down 1 A follows F 5 last\n"},
    {"relations left out by default",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"V", "2001-01-01/2001-01-09", "visit", 0},
      {"C", "2001-01-03", 0, 0}, {"I", "2001-01-01", "trade.investigation", 0}},
     {{"B", "corrects", "A"}, {"C", "duplicates", "A"}, {"A", "part_of", "V"}, {"A", "part_of", "I"}},
     "A", INT64_MAX, {0}, true, true,
     "up 1 A part_of I 0 last\n"},
    {"a step of something standing is found from it",
     {{"S", "2001-01-03", 0, 0}, {"V", "2001-01-01/2001-01-09", "visit", 0}, {"I", "2001-01-01", "trade.investigation", 0}},
     {{"S", "part_of", "I"}, {"S", "part_of", "V"}},
     "I", INT64_MAX, {0}, true, true,
     "down 1 I part_of S 2 last\n"},
    {"only the relations asked for",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-02", 0, 0}, {"V", "2001-01-01/2001-01-09", "visit", 0},
      {"C", "2001-01-03", 0, 0}},
     {{"B", "corrects", "A"}, {"C", "follows", "A"}, {"A", "part_of", "V"}},
     "A", INT64_MAX, {"part_of", "corrects"}, true, true,
     "up 1 A part_of V 0 last\n"
     "down 1 A corrects B 1 last\n"},
    {"only upstream",
     {{"A", "2001-01-01", 0, 0}, {"B", "2001-01-11", 0, 0}, {"C", "2001-02-01", 0, 0}},
     {{"B", "responds_to", "A"}, {"C", "follows", "B"}},
     "B", INT64_MAX, {0}, true, false,
     "up 1 B responds_to A 10 last\n"},
    {"delays of dates that are not certain",
     {{"A", "2001-01", 0, 0}, {"B", "2001-02-01", 0, 0}, {"C", "2001-02-02~", 0, 0}, {"D", "../2001-03-01", 0, 0},
      {"E", "2001-03-01/..", 0, 0}, {"F", "2001-03-05", 0, 0}},
     {{"B", "follows", "A"}, {"C", "follows", "B"}, {"D", "follows", "B"}, {"E", "follows", "B"}, {"F", "follows", "D"}},
     "A", INT64_MAX, {0}, false, true,
     "down 1 A follows B min=1 max=31 last\n"
     "down 2 B follows D max=28\n"
     "down 3 D follows F min=4 last\n"
     "down 2 B follows C min=1 max=1\n"
     "down 2 B follows E min=28 last\n"},
    {"years far apart",
     {{"A", "Y-999999999999999", 0, 0}, {"B", "Y999999999999999", 0, 0}},
     {{"B", "follows", "A"}},
     "A", INT64_MAX, {0}, false, true,
     "down 1 A follows B min=730484999999998905 max=730484999999999633 last\n"},
};

static void run_case(struct world *world, const struct chain_case *one) {
    struct slice relations[LENGTH(one->relations)];
    struct query query;
    struct chain_request request = {.depth = one->depth, .query = &query, .upstream = one->upstream,
                                    .downstream = one->downstream, .relations = {relations, 0}};
    query_init(&query);
    query.as_happened = true;
    for (size_t i = 0; i < LENGTH(one->events) && one->events[i].id; i++) put_event(world, &one->events[i]);
    for (size_t i = 0; i < LENGTH(one->links) && one->links[i].from; i++)
        put_link(world, one->links[i].from, one->links[i].relation, one->links[i].to);
    for (; request.relations.count < LENGTH(relations) && one->relations[request.relations.count]; request.relations.count++)
        relations[request.relations.count] = slice_from(one->relations[request.relations.count]);
    check_rows(world, &request, one->root, one->rows);
}

static void test_cases(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        void *world = NULL;
        print_message("%s\n", cases[i].name);
        assert_int_equal(setup(&world), 0);
        run_case(world, &cases[i]);
        teardown(&world);
    }
}

/* ---- filters ---------------------------------------------------------------------------------- */

static void test_filters(void **state) {
    struct world *world = *state;
    struct slice kinds[] = {SLICE_OF("tariff")}, statuses[] = {SLICE_OF("cancelled"), SLICE_OF("reported")};
    struct query query;
    struct chain_request request = {.depth = INT64_MAX, .query = &query, .upstream = true, .downstream = true};
    put_event(world, &(struct made_event){"A", "2001-01-01", 0, 0});
    put_event(world, &(struct made_event){"B", "2001-01-02", 0, 0});
    put_event(world, &(struct made_event){"T", "2001-01-03", "tariff", 0});
    put_event(world, &(struct made_event){"U", "2001-01-04", 0, 0});
    put_event(world, &(struct made_event){"X", "2001-01-05", 0, "cancelled"});
    put_link(world, "B", "follows", "A");
    put_link(world, "T", "follows", "B");
    put_link(world, "U", "follows", "T");
    put_link(world, "X", "follows", "A");
    query_init(&query);
    query.as_happened = true;
    query.kinds = (struct slice_list){kinds, 1};
    check_rows(world, &request, "A", "down 1 A follows B 1 way last\ndown 2 B follows T 1 last\n");
    query_init(&query);
    query.as_happened = query.has_range = true;
    query.from = calendar_to_number(2001, 1, 4);
    query.to = DAY_MAX;
    check_rows(world, &request, "A",
               "down 1 A follows B 1 way last\ndown 2 B follows T 1 way last\ndown 3 T follows U 1 last\n");
    query_init(&query);
    query.as_happened = query.reverse = true;
    query.statuses = (struct slice_list){statuses, 2};
    check_rows(world, &request, "A",
               "down 1 A follows X 4\ndown 1 A follows B 1 last\ndown 2 B follows T 1 last\ndown 3 T follows U 1 last\n");
}

/* ---- sources ---------------------------------------------------------------------------------- */

static enum status note_sources(void *context, const struct answer_step_in_chain *step, struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_slice(text, step->event);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, step->sources_of);
    for (size_t i = 0; i < step->sources.count; i++) {
        const struct record *source = &step->sources.items[i].record;
        buffer_append_byte(text, ' ');
        buffer_append_slice(text, record_get(source, record_has(source, SOURCE_ID) ? SOURCE_ID : SOURCE_URL));
    }
    buffer_append_format(text, " %.*s/%.*s\n", (int)step->asserted_by.size, step->asserted_by.data,
                         (int)step->denied_by.size, step->denied_by.data);
    return STATUS_OK;
}

/* A link's own source; else those of its far event; of neither, none. */
static void test_sources(void **state) {
    struct world *world = *state;
    struct query query;
    struct buffer text;
    struct chain_request request = {.depth = INT64_MAX, .query = &query, .downstream = true};
    query_init(&query);
    put(world, RECORD_SOURCE, "id", "s1", "title", "One", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Two", NULL);
    put_event(world, &(struct made_event){"A", "2001-01-01", 0, 0});
    put(world, RECORD_EVENT, "id", "B", "kind", "other", "date", "2001-01-02", "title", "B", "sources", "s2", "source_url",
        "https://one.example/", NULL);
    put(world, RECORD_EVENT, "id", "C", "kind", "other", "date", "2001-01-03", "title", "C", "sources", "s2", NULL);
    put_event(world, &(struct made_event){"D", "2001-01-04", 0, 0});
    put_link(world, "B", "follows", "A");
    put(world, RECORD_LINK, "from", "C", "relation", "follows", "to", "A", "source", "s1", "asserted_by", "P;Q",
        "denied_by", "R", NULL);
    put_link(world, "D", "follows", "A");
    buffer_init(&text);
    assert_int_equal(ask_rows(world, &request, "A", note_sources, &text), STATUS_OK);
    buffer_append_byte(&text, '\0');
    assert_string_equal(text.data, "B event s2 https://one.example/ /\nC link s1 P;Q/R\nD  /\n");
    buffer_free(&text);
}

/* ---- what must not hang or overflow --------------------------------------------------------------- */

/* The store refuses a link to itself; one in a tampered file is a row that opens nothing. */
static void test_self_link(void **state) {
    struct world *world = *state;
    struct record record;
    struct error error = {0};
    enum store_change change;
    int field;
    struct query query;
    struct chain_request request = {.depth = INT64_MAX, .query = &query, .upstream = true, .downstream = true};
    query_init(&query);
    put_event(world, &(struct made_event){"A", "2001-01-01", 0, 0});
    record_init(&record, RECORD_LINK);
    record_set(&record, LINK_FROM, SLICE_OF("A"));
    record_set(&record, LINK_RELATION, SLICE_OF("follows"));
    record_set(&record, LINK_TO, SLICE_OF("A"));
    assert_int_equal(try_put(world, &record, &change, &field, &error), STATUS_BAD_INPUT);
    world_commit(world);
    world_close(world);
    sqlite3 *database;
    assert_int_equal(sqlite3_open(world->path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, "INSERT INTO link (\"from\", relation, \"to\") VALUES ('A', 'follows', 'A')",
                                  NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
    world_open(world, STORE_READ);
    check_rows(world, &request, "A", "up 1 A follows A 0 above last\ndown 1 A follows A 0 above last\n");
}

/* Shorter where every step costs forty. */
static int long_chain(void) { return getenv("DETENTE_TEST_SMALL") ? 2000 : 100000; }

static enum status count_row(void *context, const struct answer_step_in_chain *step, struct error *error) {
    int64_t *rows = context;
    (void)error;
    return step->depth == ++*rows ? STATUS_OK : STATUS_STOPPED;
}

static enum status stop_at_ten(void *context, const struct answer_step_in_chain *step, struct error *error) {
    int64_t *rows = context;
    (void)step, (void)error;
    return ++*rows == 10 ? STATUS_STOPPED : STATUS_OK;
}

static void test_long_chain(void **state) {
    struct world *world = *state;
    struct query query;
    struct chain_request request = {.depth = INT64_MAX, .query = &query, .downstream = true};
    char id[16], before[16] = "";
    int64_t rows = 0;
    const int length = long_chain();
    query_init(&query);
    query.as_happened = true;
    for (int i = 0; i <= length; i++) {
        struct arena_mark mark = arena_mark(&world->arena);
        snprintf(id, sizeof id, "L%06d", i);
        put_event(world, &(struct made_event){id, "2001-01-01", 0, 0});
        if (i) put_link(world, id, "follows", before);
        arena_rewind(&world->arena, mark);
        strcpy(before, id);
    }
    assert_int_equal(ask_rows(world, &request, "L000000", count_row, &rows), STATUS_OK);
    assert_int_equal(rows, length);
    rows = 0;
    request.upstream = true;
    assert_int_equal(ask_rows(world, &request, before, count_row, &rows), STATUS_OK);
    assert_int_equal(rows, length);
    rows = 0;
    assert_int_equal(ask_rows(world, &request, "L000000", stop_at_ten, &rows), STATUS_STOPPED);
    assert_int_equal(rows, 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test_setup_teardown(test_filters, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sources, setup, teardown),
        cmocka_unit_test_setup_teardown(test_self_link, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long_chain, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
