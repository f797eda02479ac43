/* The brief: what belongs on the page of a pair, part by part, in a world made for each case. */
#include "store_fixture.h"

#include "../../core/ask/brief.h"

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_COUNTRY, "id", "X-ONE", "name", "One", NULL);
    put(world, RECORD_COUNTRY, "id", "X-TWO", "name", "Two", NULL);
    put(world, RECORD_COUNTRY, "id", "X-SIX", "name", "Six", NULL);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

/* ---- a page as lines: part and what tells the entry ------------------------------------------------------- */

static void note_cell(struct buffer *text, struct slice cell) {
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, cell);
}

static void note_event(struct buffer *text, const struct answer_event *event) {
    note_cell(text, event ? record_get(&event->event, EVENT_ID) : SLICE_OF("none"));
}

static enum status note_entry(void *context, enum brief_part part, const void *entry, struct error *error) {
    static const char *const names[] = {"head", "office", "last", "next", "force", "held", "disputed", "latest", "chain",
                                        "note"};
    struct buffer *text = context;
    const struct brief_head *head = entry;
    const struct brief_meeting *meeting = entry;
    const struct brief_chain *chain = entry;
    const struct brief_note *note = entry;
    (void)error;
    buffer_append_text(text, names[part]);
    switch (part) {
    case BRIEF_HEAD:
        note_cell(text, head->a_name);
        note_cell(text, head->b_name);
        if (head->left_out.known) buffer_append_format(text, " left out %d", (int)head->left_out.value);
        break;
    case BRIEF_OFFICES: note_cell(text, ((const struct answer_holder *)entry)->person); break;
    case BRIEF_LAST: case BRIEF_NEXT:
        note_event(text, meeting->event);
        if (meeting->overdue) buffer_append_text(text, " overdue");
        break;
    case BRIEF_IN_FORCE: note_cell(text, ((const struct answer_measure *)entry)->id); break;
    case BRIEF_HELD: note_cell(text, ((const struct answer_held *)entry)->id); break;
    case BRIEF_DISPUTED: case BRIEF_LATEST: note_event(text, ((const struct brief_event *)entry)->event); break;
    case BRIEF_CHAINS:
        note_cell(text, chain->id);
        for (size_t i = 0; i < chain->standing.count; i++) {
            note_cell(text, ((const struct brief_answer *)chain->standing.items)[i].id);
            if (((const struct brief_answer *)chain->standing.items)[i].denied_by.size) buffer_append_text(text, " denied");
        }
        break;
    case BRIEF_NOTES:
        note_cell(text, note->record);
        note_cell(text, note->kind);
        break;
    case BRIEF_PARTS: break;
    }
    buffer_append_byte(text, '\n');
    return STATUS_OK;
}

/* The page on 2024-06-01 (day 19875), told a year later; of the parts only `wanted_part`, or all but the latest
 * events when that is BRIEF_PARTS. */
static void write_page(struct world *world, bool public_only, struct buffer *text) {
    struct asker asker;
    struct query query;
    struct error error = {0};
    query_init(&query);
    query.has_pair = query.as_happened = true;
    query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("X-ONE")};
    query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("X-TWO")};
    query.public_only = public_only;
    query.public_on = 20240;
    struct brief_request request = {.query = &query, .first = 19875, .last = 19875, .today = 20240};
    must(store_settle(world->store, &error), &error);
    ask_begin(&asker, world->store, ASK_ALL);
    must(ask_brief(&asker, &request, note_entry, text, &error), &error);
    ask_end(&asker);
    buffer_append_byte(text, '\0');
    assert_false(buffer_failed(text));
}

static void check_page(struct world *world, bool public_only, const char *wanted) {
    struct buffer text;
    buffer_init(&text);
    write_page(world, public_only, &text);
    if (strcmp(text.data, wanted) != 0) fail_msg("the page is\n%s\ninstead of\n%s", text.data, wanted);
    buffer_free(&text);
}

/* Lines of one part only. */
static void check_part(struct world *world, const char *part, const char *wanted) {
    struct buffer text, found;
    buffer_init(&text);
    buffer_init(&found);
    write_page(world, false, &text);
    for (char *line = strtok(text.data, "\n"); line; line = strtok(NULL, "\n"))
        if (strncmp(line, part, strlen(part)) == 0) buffer_append_format(&found, "%s\n", line + strlen(part) + 1);
    buffer_append_byte(&found, '\0');
    if (strcmp(found.data, wanted) != 0) fail_msg("%s is\n%s\ninstead of\n%s", part, found.data, wanted);
    buffer_free(&text);
    buffer_free(&found);
}

static void put_act(struct world *world, const char *id, const char *kind, const char *date, const char *countries) {
    put(world, RECORD_EVENT, "id", id, "kind", kind, "date", date, "title", id, "countries", countries, NULL);
}

static void put_link(struct world *world, const char *from, const char *relation, const char *to) {
    put(world, RECORD_LINK, "from", from, "relation", relation, "to", to, NULL);
}

/* ---- cases ------------------------------------------------------------------------------------------------- */

static void test_empty(void **state) { check_page(*state, false, "head One Two\n"); }

static void put_leader(struct world *world, const char *id, const char *country, const char *office, const char *title,
                       const char *standing) {
    put(world, RECORD_PERSON, "id", id, "name", id, NULL);
    put(world, RECORD_TERM, "person", id, "country", country, "office", office, "title", title, "start", "2020-01-01",
        "standing", standing, NULL);
}

/* Ambassadors stand there when their title names the other side. */
static void test_offices(void **state) {
    struct world *world = *state;
    put_leader(world, "ada", "X-ONE", "head_of_government", "Premier", "");
    put_leader(world, "bo", "X-TWO", "head_of_state", "President", "suspended");
    put_leader(world, "cy", "X-TWO", "ambassador", "Ambassador to One", "");
    put_leader(world, "di", "X-TWO", "ambassador", "Ambassador to Six", "");
    put_leader(world, "ed", "X-ONE", "finance_minister", "Minister", "");
    check_part(world, "office", "ada\nbo\ncy\n");
}

/* The last talk of the leaders, and the last with each of today's leaders where that is another; what was planned for
 * a day gone by; what lies ahead. */
static void test_meetings(void **state) {
    struct world *world = *state;
    put_leader(world, "ada", "X-ONE", "head_of_government", "Premier", "");
    put_leader(world, "bo", "X-TWO", "head_of_state", "President", "");
    put_leader(world, "cy", "X-TWO", "head_of_government", "Premier", "");
    static const char *const rows[][5] = {
        {"OLD", "meeting.bilateral", "2021-02-03", "ada;bo", ""},  {"NEW", "meeting.bilateral", "2022-02-03", "ada;cy", ""},
        {"CALL", "meeting.call", "2022-03-01", "ada;cy", ""},      {"OFF", "meeting.bilateral", "2024-05-01", "ada;bo", "cancelled"},
        {"MISSED", "summit", "2024-05-20", "", "planned"},         {"AHEAD", "visit", "2024-09-01", "", "planned"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        put(world, RECORD_EVENT, "id", rows[i][0], "kind", rows[i][1], "date", rows[i][2], "title", rows[i][0], "people",
            rows[i][3], "status", rows[i][4], "countries", "X-ONE;X-TWO", NULL);
    check_part(world, "last", "NEW\nCALL\nOLD\n");
    check_part(world, "next", "MISSED overdue\nAHEAD\n");
}

/* What one imposes on the other, the newest first; what both impose on a third, and who is held, stand elsewhere. */
static void test_standing(void **state) {
    struct world *world = *state;
    put_act(world, "BAN", "trade.ban", "2020-01-01", "X-ONE:imposer;X-TWO:target");
    put_act(world, "DUTY", "tariff", "2021-01-01", "X-TWO:imposer;X-ONE:target");
    put_act(world, "THIRD", "sanction", "2022-01-01", "X-ONE:imposer;X-TWO:imposer;X-SIX:target");
    put_act(world, "CELL", "incident.detention", "2023-01-01", "X-ONE:actor;X-TWO:target");
    check_part(world, "force", "DUTY\nBAN\n");
    check_part(world, "held", "CELL\n");
}

/* An answer is an act of one side to one of the other; what it carries out or replaces is followed, a joint act and one's
 * own is not. */
static void test_chains(void **state) {
    struct world *world = *state;
    put_act(world, "PLAN", "statement.announcement", "2020-01-01", "X-ONE:actor;X-TWO:target");
    put_act(world, "DUTY", "tariff", "2020-02-01", "X-ONE:imposer;X-TWO:target");
    put_act(world, "BACK1", "tariff", "2020-03-01", "X-TWO:imposer;X-ONE:target");
    put_act(world, "BACK2", "tariff", "2021-03-01", "X-TWO:imposer;X-ONE:target");
    put_act(world, "DEAL", "agreement", "2022-01-01", "X-ONE;X-TWO");
    put_act(world, "EASED", "policy.standing", "2022-02-01", "X-ONE:actor;X-TWO");
    put_act(world, "OWN", "trade.ban", "2022-03-01", "X-ONE:imposer;X-TWO:target");
    put_link(world, "DUTY", "implements", "PLAN");
    put(world, RECORD_LINK, "from", "BACK1", "relation", "retaliates_against", "to", "DUTY", "denied_by", "Two", NULL);
    put(world, RECORD_EVENT, "id", "BACK1", "end", "2021-03-01", NULL);
    put_link(world, "BACK2", "replaces", "BACK1");
    put_link(world, "DEAL", "responds_to", "BACK2");
    put_link(world, "EASED", "implements", "DEAL");
    put_link(world, "OWN", "responds_to", "PLAN");
    check_part(world, "chain", "PLAN BACK2 denied\n");
}

static void test_disputed(void **state) {
    struct world *world = *state;
    char id[16], date[32];
    for (int i = 1; i <= 7; i++) {
        snprintf(id, sizeof id, "D%d", i);
        snprintf(date, sizeof date, "2020-01-0%d", i);
        put(world, RECORD_EVENT, "id", id, "kind", "other", "date", date, "title", id, "countries", "X-ONE;X-TWO", "status",
            "disputed", NULL);
    }
    put(world, RECORD_NOTE, "record", "D7", "kind", "correction", "reason", "wrong", NULL);
    check_part(world, "disputed", "D3\nD4\nD5\nD6\nD7\n");
    check_part(world, "note", "X-ONE disputed\nD7 correction\n");
}

/* Coverage of the two, of one with all, of everybody; not of one with a third. */
static void test_coverage(void **state) {
    struct world *world = *state;
    static const char *const rows[][2] = {{"both", "X-ONE;X-TWO"}, {"third", "X-ONE;X-SIX"}, {"one", "X-TWO"}, {"six", "X-SIX"},
                                          {"all", ""}};
    for (size_t i = 0; i < LENGTH(rows); i++)
        put(world, RECORD_COVERAGE, "dataset", rows[i][0], "countries", rows[i][1], "end", "2024-01-01", NULL);
    check_part(world, "note", "all coverage\nboth coverage\none coverage\n");
}

static void test_release(void **state) {
    struct world *world = *state;
    static const char *const releases[] = {"public", "internal", "draft", "2026-01-01", "2025-06-01"};
    for (size_t i = 0; i < LENGTH(releases); i++) {
        char id[32];
        snprintf(id, sizeof id, "R%zu", i);
        put(world, RECORD_EVENT, "id", id, "kind", "other", "date", "2020-01-01", "title", id, "countries", "X-ONE;X-TWO",
            "release", releases[i], NULL);
    }
    check_page(world, true, "head One Two left out 3\nlatest R0\nlatest R4\n");
}

/* Names outlive the asker's own: more people than it remembers. */
static void test_many_holders(void **state) {
    struct world *world = *state;
    struct buffer text;
    char id[32];
    for (int i = 0; i < 5000; i++) {
        snprintf(id, sizeof id, "p%d", i);
        put_leader(world, id, i % 2 ? "X-ONE" : "X-TWO", "ambassador", i % 2 ? "Ambassador to Two" : "Ambassador to One", "");
        arena_rewind(&world->arena, (struct arena_mark){NULL, 0});
    }
    buffer_init(&text);
    write_page(world, false, &text);
    size_t lines = 0;
    for (const char *at = text.data; (at = strstr(at, "office ")); at++) lines++;
    assert_int_equal(lines, 5000);
    buffer_free(&text);
}

/* A long row of answers costs no more than what is near. */
static void test_ring(void **state) {
    struct world *world = *state;
    struct buffer text;
    char id[32], before[32];
    enum { RING = 1500 };
    for (int i = 0; i < RING; i++) {
        snprintf(id, sizeof id, "T%d", i);
        put_act(world, id, "tariff", "2020-01-01", i % 2 ? "X-ONE:imposer;X-TWO:target" : "X-TWO:imposer;X-ONE:target");
        arena_rewind(&world->arena, (struct arena_mark){NULL, 0});
    }
    for (int i = 0; i < RING; i++) {
        snprintf(id, sizeof id, "T%d", i);
        snprintf(before, sizeof before, "T%d", (i + 1) % RING);
        put_link(world, id, "retaliates_against", before);
        arena_rewind(&world->arena, (struct arena_mark){NULL, 0});
    }
    buffer_init(&text);
    write_page(world, false, &text);
    size_t lines = 0;
    for (const char *at = text.data; (at = strstr(at, "\nchain ")); at++) lines++;
    assert_int_equal(lines, RING);
    buffer_free(&text);
}

int main(void) {
#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {CASE(test_empty),    CASE(test_offices),  CASE(test_meetings),     CASE(test_standing),
                                       CASE(test_chains),   CASE(test_disputed), CASE(test_coverage),     CASE(test_release),
                                       CASE(test_many_holders), CASE(test_ring)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
