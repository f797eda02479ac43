/* Taking revisions back: after an undo the record, its keys, all that is derived of it and what a search finds are byte for
 * byte what they were before the revision; what cannot be taken back is refused, and nothing changes. */
#include "undo_fixture.h"

#include <sqlite3.h>

/* ---- random worlds -------------------------------------------------------------------------------------------------------- */

static const char *one_of(uint64_t *seed, const char *const *words, size_t count) { return words[pick(seed, (int)count)]; }
#define ONE_OF(seed, words) one_of(seed, words, LENGTH(words))

enum { EVENTS = 10, PEOPLE = 3, SOURCES = 3 };

static bool is_there(struct world *world, enum record_type type, const char *id) {
    struct record record;
    struct error error = {0};
    bool found = false;
    must(store_get(world->store, type, slice_from(id), &world->arena, &record, &found, &error), &error);
    return found;
}

/* Whom the others name must be there. */
static void put_names(struct world *world) {
    char id[32];
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(id, sizeof id, "p%d", i);
        if (!is_there(world, RECORD_PERSON, id))
            put(world, RECORD_PERSON, "id", id, "name", i ? "Leader Alpha" : "Leader Beta", NULL);
    }
    for (int i = 0; i < SOURCES; i++) {
        snprintf(id, sizeof id, "s%d", i);
        if (!is_there(world, RECORD_SOURCE, id))
            put(world, RECORD_SOURCE, "id", id, "title", i ? "Paper" : "Beta paper", "url", i ? "" : "https://test.example/s0",
                NULL);
    }
    if (!is_there(world, RECORD_ORGANIZATION, "T-U")) put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    if (!is_there(world, RECORD_COUNTRY, "X-TEST")) put(world, RECORD_COUNTRY, "id", "X-TEST", "name", "Testland", NULL);
}

static void put_event(struct world *world, uint64_t *seed) {
    static const char *const kinds[] = {"meeting", "visit.state", "tariff", "sanction.arms"};
    static const char *const dates[] = {"2018", "2018-02-03", "201X", "2018/2019-05", "[..2018]", "2018/..", "2018-02?"};
    static const char *const ends[] = {"", "", "2030"};
    static const char *const countries[] = {"", "CAN;CHN", "CAN:host;CAN:visitor;USA", "CHN:venue;CAN", "X-TEST;USA"};
    static const char *const people[] = {"", "p0", "p0;p1:speaker", "p2:venue"};
    static const char *const titles[] = {"Alpha", "Beta", "Alpha beta"};
    static const char *const statuses[] = {"", "disputed", "cancelled"};
    static const char *const sources[] = {"", "s0", "s0;s1"};
    char id[32];
    snprintf(id, sizeof id, "E%d", pick(seed, EVENTS));
    put(world, RECORD_EVENT, "id", id, "kind", ONE_OF(seed, kinds), "date", ONE_OF(seed, dates), "end", ONE_OF(seed, ends),
        "title", ONE_OF(seed, titles), "countries", ONE_OF(seed, countries), "people", ONE_OF(seed, people), "status",
        ONE_OF(seed, statuses), "sources", ONE_OF(seed, sources), "organizations", pick(seed, 3) ? "" : "T-U", "place",
        pick(seed, 2) ? "Testville" : "", "product", pick(seed, 4) ? "" : "canola", "source_url",
        pick(seed, 4) ? "" : "https://test.example/s0", "shade", pick(seed, 3) ? "" : "grey", NULL);
}

static void put_hanging(struct world *world, uint64_t *seed) {
    static const char *const stances[] = {"", "disputes", "denies"};
    static const char *const relations[] = {"ends", "responds_to"};
    char id[32], other[32], source[32];
    struct error error = {0};
    struct stored_event event;
    bool found = false, other_found = false;
    snprintf(id, sizeof id, "E%d", pick(seed, EVENTS));
    snprintf(other, sizeof other, "E%d", pick(seed, EVENTS));
    snprintf(source, sizeof source, "s%d", pick(seed, SOURCES));
    must(store_find_event(world->store, slice_from(id), &world->arena, &event, &found, &error), &error);
    must(store_find_event(world->store, slice_from(other), &world->arena, &event, &other_found, &error), &error);
    int what = pick(seed, 4);
    if (!found) return;
    if (what == 0)
        put(world, RECORD_CLAIM, "event", id, "source", source, "field", "quote", "value", "quoted words", "stance",
            ONE_OF(seed, stances), NULL);
    else if (what == 1) put(world, RECORD_NOTE, "record", id, "kind", "correction", "reason", pick(seed, 2) ? "a" : "b", NULL);
    else if (what == 2 && other_found && strcmp(id, other) != 0)
        put(world, RECORD_LINK, "from", id, "relation", ONE_OF(seed, relations), "to", other, "source", pick(seed, 2) ? source : "",
            NULL);
    else if (what == 3)
        put(world, RECORD_PARTY, "event", id, "type", "person", "id", "p1", "for", pick(seed, 2) ? "USA" : "", NULL);
}

static void put_other(struct world *world, uint64_t *seed) {
    static const char *const names[] = {"Leader Alpha", "Leader Beta", "Leader"};
    static const char *const starts[] = {"2010", "2017-05"};
    char person[32], words[64];
    enum store_change change;
    struct error error = {0};
    snprintf(person, sizeof person, "p%d", pick(seed, PEOPLE));
    switch (pick(seed, 5)) {
    case 0: put(world, RECORD_PERSON, "id", person, "name", ONE_OF(seed, names), "country", pick(seed, 2) ? "CAN" : "", NULL); break;
    case 1:
        put(world, RECORD_TERM, "person", person, "country", pick(seed, 2) ? "FRA" : "T-U", "office", "ambassador", "start",
            ONE_OF(seed, starts), "end", pick(seed, 2) ? "2019" : "", "sources", pick(seed, 3) ? "" : "s1;s2", NULL);
        break;
    case 2:
        snprintf(words, sizeof words, "{\"title\":\"Test %d\"}", pick(seed, 3));
        must(store_put_dossier(world->store, slice_from(words), &change, &error), &error);
        break;
    case 3: put(world, RECORD_COVERAGE, "dataset", "d", "countries", pick(seed, 2) ? "T-U;USA" : "", "start", "2010", NULL); break;
    default: put(world, RECORD_COUNTRY, "id", "X-TEST", "name", pick(seed, 2) ? "Testland" : "Alpha Testland", NULL); break;
    }
}

/* What stands in the way is found out by the settling: then the write as a whole is given up. */
static bool write_randomly(struct world *world, uint64_t *seed) {
    static const char *const named[] = {"X-TEST", "T-U", "p0", "p1", "s0", "s1", "s2"};
    struct error error = {0};
    struct store_removal removal;
    char id[32];
    world_begin(world);
    int steps = 1 + pick(seed, 8);
    for (int i = 0; i < steps; i++) {
        int what = pick(seed, 10);
        if (what < 8) put_names(world);
        snprintf(id, sizeof id, "E%d", pick(seed, EVENTS));
        if (what < 4) put_event(world, seed);
        else if (what < 6) put_hanging(world, seed);
        else if (what < 8) put_other(world, seed);
        else {
            enum status status = try_remove(world, pick(seed, 4) ? id : ONE_OF(seed, named), &removal, &error);
            if (status != STATUS_NOT_FOUND) must(status, &error);
        }
    }
    enum status status = store_commit(world->store, &error);
    if (status != STATUS_OK) assert_int_equal(status, STATUS_BAD_INPUT);
    return status == STATUS_OK;
}

enum { ROUNDS = 24 };

/* Writes until there are so many revisions; states[n] is that after revision n. */
static void fill_history(struct world *world, uint64_t *seed, struct state *states, int64_t count, bool search) {
    world_begin(world);
    put_names(world);
    world_commit(world);
    for (int64_t at = latest_revision(world); at < count; at = latest_revision(world)) {
        states[at] = read_state(world, search);
        write_randomly(world, seed);
        /* A write may have changed nothing, or put back what it changed. */
        assert_true(latest_revision(world) <= at + 1);
    }
    states[count] = read_state(world, search);
}

/* From the last revision to the first and back again, and once more by redoing what was redone. */
static void test_all_the_way(void **state) {
    (void)state;
    for (uint64_t world_seed = 1; world_seed <= 6; world_seed++) {
        struct world world;
        struct state states[ROUNDS + 1] = {{.hash = {0, 0}}}, now;
        uint64_t seed = world_seed * 0x9E3779B97F4A7C15u;
        bool search = world_seed % 2;
        make_world(&world);
        states[0] = read_state(&world, search);
        fill_history(&world, &seed, states, ROUNDS, search);
        for (int64_t revision = ROUNDS; revision > 0; revision--) {
            undo(&world, revision);
            now = read_state(&world, search);
            check_same(&now, &states[revision - 1]);
        }
        /* Each undo left a revision: revision n was taken back by ROUNDS + (ROUNDS - n) + 1. */
        for (int64_t revision = 1; revision <= ROUNDS; revision++) {
            undo(&world, 2 * ROUNDS - revision + 1);
            now = read_state(&world, search);
            check_same(&now, &states[revision]);
        }
        undo(&world, 3 * ROUNDS);
        now = read_state(&world, search);
        check_same(&now, &states[ROUNDS - 1]);
        world_drop(&world);
    }
}

/* ---- any revision ------------------------------------------------------------------------------------------------------------- */

/* The lines of a text that the other has not; both sorted by lines. */
static struct slice_list lines_of(struct world *world, struct slice text) {
    struct slice_list lines = {NULL, 0};
    for (size_t at = 0; at < text.size;) {
        size_t end = at + slice_find(slice_part(text, at, text.size), '\n');
        assert_true(arena_append(&world->arena, &lines, slice_part(text, at, end)));
        at = end + 1;
    }
    return lines;
}

static bool has_line(const struct slice_list *lines, struct slice line) {
    for (size_t i = 0; i < lines->count; i++)
        if (slice_equals(lines->items[i], line)) return true;
    return false;
}

/* What the revision did is undone line by line, and nothing else changes. */
static void check_taken_back(struct world *world, const struct state *before, const struct state *after, const struct state *then,
                             const struct state *now) {
    struct slice_list old = lines_of(world, before->content), left = lines_of(world, after->content),
                      present = lines_of(world, then->content), result = lines_of(world, now->content);
    for (size_t i = 0; i < old.count; i++)
        if (!has_line(&left, old.items[i])) assert_true(has_line(&result, old.items[i]));
    for (size_t i = 0; i < left.count; i++)
        if (!has_line(&old, left.items[i])) assert_false(has_line(&result, left.items[i]));
    for (size_t i = 0; i < present.count; i++)
        if (!has_line(&left, present.items[i]) || has_line(&old, present.items[i]))
            assert_true(has_line(&result, present.items[i]));
    for (size_t i = 0; i < result.count; i++) assert_true(has_line(&present, result.items[i]) || has_line(&old, result.items[i]));
}

/* Was every record that the revision touched left as it was? Then only names can stand in the way. */
static bool is_untouched(struct world *world, const struct state *before, const struct state *after, const struct state *then) {
    struct slice_list old = lines_of(world, before->content), left = lines_of(world, after->content),
                      present = lines_of(world, then->content);
    for (size_t i = 0; i < left.count; i++)
        if (!has_line(&old, left.items[i]) && !has_line(&present, left.items[i])) return false;
    return true;
}

static void test_any_revision(void **state) {
    (void)state;
    int done = 0, refused = 0; /* of 40 */
    for (uint64_t world_seed = 1; world_seed <= 40; world_seed++) {
        struct world world;
        struct state states[ROUNDS + 1] = {{.hash = {0, 0}}};
        uint64_t seed = world_seed * 0xD1B54A32D192ED03u;
        make_world(&world);
        fill_history(&world, &seed, states, ROUNDS, false);
        int64_t revision = 2 + pick(&seed, ROUNDS - 1);
        struct error error = {0};
        enum status status = try_undo(&world, revision, &error);
        struct state now = read_state(&world, false);
        if (status == STATUS_OK) {
            done++;
            check_taken_back(&world, &states[revision - 1], &states[revision], &states[ROUNDS], &now);
            check_same_text("a record made anew", now.derived, rebuild_derived(&world));
        } else {
            refused++;
            assert_true(status == STATUS_BAD_INPUT || status == STATUS_NOT_FOUND);
            assert_true(is_same(&now, &states[ROUNDS]));
            /* The later change is the reason, or what it names; either way it says which revision. */
            if (is_untouched(&world, &states[revision - 1], &states[revision], &states[ROUNDS]))
                assert_true(strstr(error.message, "named by") || strstr(error.message, "in use") || strstr(error.message, "left"));
        }
        world_drop(&world);
    }
    if (done < 5 || refused < 5) fail_msg("%d done, %d refused", done, refused);
}

/* ---- what is told ------------------------------------------------------------------------------------------------------------ */

static void put_one(struct world *world, const char *id, const char *title, const char *sources) {
    world_begin(world);
    put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", title, "sources", sources, NULL);
    world_commit(world);
}

static void check_event(struct world *world, const char *id, const char *field, const char *wanted) {
    struct stored_event event = get_event(world, id);
    check_field(&event.event, field, wanted);
}

static void test_revisions(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    check_refused(&world, 1, STATUS_NOT_FOUND, "nothing has been changed here since the log began", "");
    put_one(&world, "A", "One", "");
    check_refused(&world, 2, STATUS_NOT_FOUND, "there is no revision 2", "there is revision 1 alone; `detente log` shows it");
    put_one(&world, "A", "Two", "");
    check_refused(&world, 3, STATUS_NOT_FOUND, "there is no revision 3", "there are the revisions 1 to 2; `detente log` shows them");
    check_refused(&world, 0, STATUS_NOT_FOUND, "there is no revision 0", "there are the revisions 1 to 2; `detente log` shows them");
    check_refused(&world, INT64_MIN, STATUS_NOT_FOUND, "there is no revision -9223372036854775808",
                  "there are the revisions 1 to 2; `detente log` shows them");
    undo(&world, 2);
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 was taken back by revision 3 already", "`detente undo 3` brings it back");
    undo(&world, 3); /* 4: as after 2 */
    check_event(&world, "A", "title", "Two");
    undo(&world, 2); /* 5: it holds again, and is taken back again */
    check_event(&world, "A", "title", "One");
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 was taken back by revision 5 already", "`detente undo 5` brings it back");
    check_refused(&world, 4, STATUS_NOT_FOUND, "nothing of revision 4 is left to take back: all is as it was before it", "");
    world_drop(&world);
}

static void test_changed_later(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    put_one(&world, "A", "One", ""); /* 1 */
    put_one(&world, "A", "Two", ""); /* 2 */
    put_one(&world, "A", "Three", ""); /* 3 */
    check_refused(&world, 2, STATUS_BAD_INPUT,
                  "revision 2 cannot be taken back: later changes touch 1 of its records: A (changed by revision 3)",
                  "`detente undo 3` first");
    remove_alone(&world, "A"); /* 4 */
    check_refused(&world, 2, STATUS_BAD_INPUT,
                  "revision 2 cannot be taken back: later changes touch 1 of its records: A (removed by revision 4)",
                  "`detente undo 4` first, then `detente undo 3`");
    undo(&world, 4); /* 5 */
    check_refused(&world, 1, STATUS_BAD_INPUT,
                  "revision 1 cannot be taken back: later changes touch 1 of its records: A (changed by revision 3)",
                  "`detente undo 3` first, then `detente undo 2`");
    undo(&world, 3); /* 6 */
    undo(&world, 2); /* 7: what came between was taken back too */
    check_event(&world, "A", "title", "One");
    undo(&world, 1);
    world_drop(&world);
}

static void test_many_obstacles(void **state) {
    struct world world;
    char id[32];
    (void)state;
    make_world(&world);
    for (int round = 0; round < 2; round++) {
        world_begin(&world);
        for (int i = 0; i < 8; i++) {
            snprintf(id, sizeof id, "E%d", i);
            put(&world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", round ? "B" : "A", NULL);
        }
        world_commit(&world);
    }
    check_refused(&world, 1, STATUS_BAD_INPUT,
                  "revision 1 cannot be taken back: later changes touch 8 of its records: E0 (changed by revision 2), E1 "
                  "(changed by revision 2), E2 (changed by revision 2), E3 (changed by revision 2), E4 (changed by revision 2) and 3 "
                  "more", "`detente undo 2` first");
    world_drop(&world);
}

static void test_place_taken(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    put_one(&world, "A", "One", ""); /* 1 */
    int64_t key = get_event(&world, "A").key;
    remove_alone(&world, "A");       /* 2 */
    put_one(&world, "A", "Other", ""); /* 3 */
    assert_true(get_event(&world, "A").key != key);
    check_refused(&world, 2, STATUS_BAD_INPUT,
                  "revision 2 cannot be taken back: later changes touch 1 of its records: A (in use again since revision 3)",
                  "`detente undo 3` first");
    undo(&world, 3);
    undo(&world, 2);
    assert_int_equal(get_event(&world, "A").key, key);
    check_event(&world, "A", "title", "One");
    world_drop(&world);
}

/* What a later revision names cannot go. */
static void test_named_later(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(&world, RECORD_PERSON, "id", "p1", "name", "Leader", NULL);
    world_commit(&world);
    put_one(&world, "A", "One", "s1"); /* 2 */
    put_one(&world, "B", "Two", "s1"); /* 3 */
    check_refused(&world, 1, STATUS_BAD_INPUT, "revision 1 cannot be taken back: s1 is still named by 2 events: A and B", "`detente undo 3` first");
    world_begin(&world); /* 4 */
    put(&world, RECORD_CLAIM, "event", "A", "source", "s1", "field", "place", "value", "x", NULL);
    world_commit(&world);
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 cannot be taken back: A is still named by 1 claim: claim:A/s1/place/x",
                  "`detente undo 4` first");
    world_begin(&world); /* 5 */
    put(&world, RECORD_NOTE, "record", "B", "kind", "correction", "reason", "r", NULL);
    world_commit(&world);
    check_refused(&world, 3, STATUS_BAD_INPUT, "revision 3 cannot be taken back: B is still named by 1 note: note:B/correction/r/",
                  "`detente undo 5` first");
    for (int64_t revision = 5; revision > 0; revision--) undo(&world, revision);
    world_drop(&world);
}

/* What comes back must not name what a later revision removed. */
static void test_would_be_named(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(&world, RECORD_SOURCE, "id", "s2", "title", "Paper", NULL);
    world_commit(&world);
    put_one(&world, "A", "One", "s1"); /* 2 */
    put_one(&world, "A", "One", "s2"); /* 3 */
    remove_alone(&world, "s1");        /* 4 */
    check_refused(&world, 3, STATUS_BAD_INPUT, "revision 3 cannot be taken back: s1, which revision 4 removed, would be named by 1 event: A",
                  "`detente undo 4` first: it brings it back");
    undo(&world, 4);
    undo(&world, 3);
    check_event(&world, "A", "sources", "s1");
    world_drop(&world);
}

/* Another id for a person or a source, which nothing names. */
static void rename_alone(struct world *world, enum record_type type, const char *from, const char *to) {
    struct store_renaming told;
    struct record record, there;
    struct error error = {0};
    bool found = false;
    must(store_get(world->store, type, slice_from(from), &world->arena, &there, &found, &error), &error);
    assert_true(found);
    record = there;
    record_set(&record, 0, slice_from(to));
    world_begin(world);
    must(store_rename(world->store, type, slice_from(from), &record, slice_from(to), &told, &error), &error);
    world_commit(world);
}

/* Nor what a later revision gave another id; what got another id and its old one back is there. */
static void test_would_be_named_as_before(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_PERSON, "id", "p1", "name", "Leader", NULL);
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(&world, RECORD_TERM, "person", "p1", "country", "FRA", "office", "ambassador", "start", "2010", NULL);
    put(&world, RECORD_EVENT, "id", "A", "kind", "meeting", "date", "2018", "title", "One", "people", "p1", "sources", "s1", NULL);
    world_commit(&world);
    world_begin(&world); /* 2 */
    put(&world, RECORD_EVENT, "id", "A", "kind", "meeting", "date", "2018", "title", "One", "people", "", "sources", "s1", NULL);
    world_commit(&world);
    put_one(&world, "A", "One", "");                  /* 3 */
    remove_alone(&world, "term:p1/FRA/ambassador/2010"); /* 4 */
    rename_alone(&world, RECORD_PERSON, "p1", "p2");  /* 5 */
    rename_alone(&world, RECORD_SOURCE, "s1", "s2");  /* 6 */
    check_refused(&world, 4, STATUS_BAD_INPUT, "revision 4 cannot be taken back: p1, to which revision 5 gave another id, would be "
                  "named by 1 term: term:p1/FRA/ambassador/2010", "`detente undo 5` first: it brings it back");
    check_refused(&world, 3, STATUS_BAD_INPUT, "revision 3 cannot be taken back: s1, to which revision 6 gave another id, would be "
                  "named by 1 event: A", "`detente undo 6` first: it brings it back");
    rename_alone(&world, RECORD_SOURCE, "s2", "s1"); /* 7 */
    undo(&world, 3);                                  /* 8 */
    check_event(&world, "A", "sources", "s1");
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 cannot be taken back: p1, to which revision 5 gave another id, would be "
                  "named by 1 event: A", "`detente undo 5` first: it brings it back");
    undo(&world, 5); /* 9 */
    undo(&world, 4);
    undo(&world, 2);
    check_event(&world, "A", "people", "p1");
    world_drop(&world);
}

/* An event that got its parties taken away, and the person another id. */
static void test_person_under_another_id(void **state) {
    struct world world;
    (void)state;
    make_world(&world);
    world_begin(&world); /* 1 */
    put(&world, RECORD_PERSON, "id", "p1", "name", "Leader", NULL);
    put(&world, RECORD_EVENT, "id", "A", "kind", "meeting", "date", "2018", "title", "One", "people", "p1", NULL);
    world_commit(&world);
    world_begin(&world); /* 2 */
    put(&world, RECORD_EVENT, "id", "A", "kind", "meeting", "date", "2018", "title", "One", "people", "", NULL);
    world_commit(&world);
    rename_alone(&world, RECORD_PERSON, "p1", "p2"); /* 3 */
    check_refused(&world, 2, STATUS_BAD_INPUT, "revision 2 cannot be taken back: p1, to which revision 3 gave another id, would be "
                  "named by 1 event: A", "`detente undo 3` first: it brings it back");
    undo(&world, 3);
    undo(&world, 2);
    check_event(&world, "A", "people", "p1");
    world_drop(&world);
}

static void test_dossier(void **state) {
    struct world world;
    struct error error = {0};
    struct slice json;
    enum store_change change;
    (void)state;
    make_world(&world);
    for (int i = 1; i <= 2; i++) {
        world_begin(&world);
        must(store_put_dossier(world.store, i == 1 ? SLICE_OF("{\"a\":1}") : SLICE_OF("{\"a\":2}"), &change, &error), &error);
        world_commit(&world);
    }
    check_refused(&world, 1, STATUS_BAD_INPUT,
                  "revision 1 cannot be taken back: later changes touch 1 of its records: the dossier's words (changed by "
                  "revision 2)", "`detente undo 2` first");
    undo(&world, 2);
    must(store_get_dossier(world.store, &world.arena, &json, &error), &error);
    check_text(json, "{\"a\":1}");
    undo(&world, 1);
    must(store_get_dossier(world.store, &world.arena, &json, &error), &error);
    assert_true(slice_is_empty(json));
    undo(&world, 4);
    must(store_get_dossier(world.store, &world.arena, &json, &error), &error);
    check_text(json, "{\"a\":1}");
    world_drop(&world);
}

static struct record get_claim(struct world *world, const char *event, const char *value, int64_t *key) {
    struct record fields, claim;
    struct error error = {0};
    bool found = false;
    record_init(&fields, RECORD_CLAIM);
    record_set(&fields, CLAIM_EVENT, slice_from(event));
    record_set(&fields, CLAIM_SOURCE, SLICE_OF("s1"));
    record_set(&fields, CLAIM_FIELD, SLICE_OF("place"));
    record_set(&fields, CLAIM_VALUE, slice_from(value));
    must(small_get(world->store, &fields, &world->arena, &claim, key, &found, &error), &error);
    assert_true(found);
    return claim;
}

static void move_claim(struct world *world, const char *event, const char *value, const char *to, const char *to_value) {
    struct error error = {0};
    int64_t key;
    int field;
    struct record claim = get_claim(world, event, value, &key), moved = claim;
    record_set(&moved, CLAIM_EVENT, slice_from(to));
    record_set(&moved, CLAIM_VALUE, slice_from(to_value));
    must(small_write(world->store, &key, &claim, &moved, &field, &error), &error);
}

static void make_claims(struct world *world) {
    make_world(world);
    world_begin(world);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    put(world, RECORD_EVENT, "id", "A", "kind", "meeting", "date", "2018", "title", "Alpha", NULL);
    put(world, RECORD_EVENT, "id", "B", "kind", "meeting", "date", "2018", "title", "Beta", NULL);
    put(world, RECORD_CLAIM, "event", "A", "source", "s1", "field", "place", "value", "x", "stance", "disputes", "quote", "quoted",
        NULL);
    put(world, RECORD_CLAIM, "event", "A", "source", "s1", "field", "place", "value", "y", NULL);
    world_commit(world);
}

static void undo_and_redo(struct world *world, const struct state *before) {
    check_same_text("a record made anew", read_derived(world), rebuild_derived(world));
    struct state after = read_state(world, true);
    undo(world, 2);
    struct state now = read_state(world, true);
    check_same(&now, before);
    undo(world, 3);
    now = read_state(world, true);
    check_same(&now, &after);
    world_drop(world);
}

/* A record may change what it is found by: a claim on one event becomes one on another. */
static void test_other_key(void **state) {
    struct world world;
    (void)state;
    make_claims(&world);
    struct state before = read_state(&world, true);
    assert_true(get_event(&world, "A").disputed);
    world_begin(&world);
    move_claim(&world, "A", "x", "B", "x");
    world_commit(&world);
    assert_false(get_event(&world, "A").disputed);
    assert_true(get_event(&world, "B").disputed);
    undo_and_redo(&world, &before);
}

/* Each to the place that the other had: it goes back the other way round. */
static void test_in_a_row(void **state) {
    struct world world;
    (void)state;
    make_claims(&world);
    struct state before = read_state(&world, true);
    world_begin(&world);
    move_claim(&world, "A", "y", "A", "z");
    move_claim(&world, "A", "x", "A", "y");
    world_commit(&world);
    undo_and_redo(&world, &before);
}

/* The claim is back before its event. */
static void test_event_after_claim(void **state) {
    struct world world;
    struct error error = {0};
    struct store_removal removal;
    (void)state;
    make_claims(&world);
    struct state before = read_state(&world, true);
    world_begin(&world);
    move_claim(&world, "A", "x", "B", "x");
    move_claim(&world, "A", "y", "B", "y");
    must(try_remove(&world, "A", &removal, &error), &error);
    assert_int_equal(removal.records[RECORD_CLAIM], 0);
    world_commit(&world);
    undo_and_redo(&world, &before);
}

static void run_sql(struct world *world, const char *sql) {
    sqlite3 *file;
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    if (sqlite3_exec(file, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(file));
    sqlite3_close(file);
}

/* A log that somebody wrote to is refused, and nothing changes. */
static void test_tampered(void **state) {
    static const char *const damages[] = {
        "UPDATE record_change SET before = 'x' WHERE revision = 3",
        "UPDATE record_change SET before = '{}' WHERE revision = 3",
        "UPDATE record_change SET before = '{\"id\":\"A\"}' WHERE revision = 3",
        "UPDATE record_change SET before = '{\"id\":\"A\",\"kind\":\"meeting\",\"date\":\"never\",\"title\":\"T\"}' WHERE revision = 3",
        "UPDATE record_change SET type = 'nothing' WHERE revision = 3",
        "UPDATE record_change SET type = 'party' WHERE revision = 3",
        "UPDATE record_change SET type = 'source' WHERE revision = 3",
        "UPDATE record_change SET key = -5 WHERE revision = 3",
        "UPDATE record_added SET first = -9223372036854775807 - 1, last = 9223372036854775807 WHERE revision = 1",
        "UPDATE revision SET undoes = 3 WHERE revision < 4",
        "UPDATE revision SET content = 'x'",
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(damages); i++) {
        struct world world;
        struct error error = {0};
        make_world(&world);
        put_one(&world, "A", "One", "");
        put_one(&world, "A", "Two", "");
        put_one(&world, "A", "Three", "");
        world_close(&world);
        run_sql(&world, damages[i]);
        world_open(&world, STORE_WRITE);
        /* Whatever comes of it comes as a status; and what is refused is not half done. */
        for (int64_t revision = 3; revision > 0; revision--) {
            enum status status = store_begin(world.store, &error);
            if (status != STATUS_OK) continue;
            status = store_undo(world.store, revision, &error);
            if (status == STATUS_OK) status = store_commit(world.store, &error);
            else store_rollback(world.store);
            if (status != STATUS_OK) assert_true(error.message[0] != '\0');
            if (i < 5 && revision == 3) assert_int_not_equal(status, STATUS_OK);
            if (status != STATUS_OK && i < 5 && revision == 3) check_event(&world, "A", "title", "Three");
            error_clear(&error);
        }
        world_drop(&world);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_the_way),   cmocka_unit_test(test_any_revision),   cmocka_unit_test(test_revisions),
        cmocka_unit_test(test_changed_later), cmocka_unit_test(test_many_obstacles), cmocka_unit_test(test_place_taken),
        cmocka_unit_test(test_named_later),   cmocka_unit_test(test_would_be_named), cmocka_unit_test(test_dossier),
        cmocka_unit_test(test_other_key),     cmocka_unit_test(test_in_a_row),       cmocka_unit_test(test_event_after_claim),
        cmocka_unit_test(test_tampered),      cmocka_unit_test(test_would_be_named_as_before),
        cmocka_unit_test(test_person_under_another_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
