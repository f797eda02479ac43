/* Removing: what belongs to a record goes with it and comes back with it; what names it stands in the way, whatever way it
 * names it, unless it is gone by the end of the write. */
#include "undo_fixture.h"

static void make_removals(struct world *world) {
    make_world(world);
    world_begin(world);
    put(world, RECORD_COUNTRY, "id", "CAN", "name", "Test Canada", NULL);
    put(world, RECORD_COUNTRY, "id", "X-TEST", "name", "Testland", NULL);
    put(world, RECORD_ORGANIZATION, "id", "APEC", "name", "Test APEC", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-V", "name", "Test Venture", NULL);
    put(world, RECORD_PERSON, "id", "p1", "name", "Leader One", "country", "X-TEST", NULL);
    put(world, RECORD_PERSON, "id", "p2", "name", "Leader Two", NULL);
    put(world, RECORD_PERSON, "id", "p3", "name", "Leader Three", NULL);
    put(world, RECORD_TERM, "person", "p2", "country", "FRA", "office", "envoy", "start", "2010", "sources", "s2;s3", NULL);
    put(world, RECORD_SOURCE, "id", "s1", "title", "Paper", "side", "T-U", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s3", "title", "Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s4", "title", "Paper", NULL);
    put(world, RECORD_SOURCE, "id", "s5", "title", "Paper", NULL);
    put(world, RECORD_EVENT, "id", "A", "kind", "tariff", "date", "2018", "title", "T", "countries", "CAN:imposer;CHN:target",
        "organizations", "APEC", "sources", "s1", "people", "p1", NULL);
    put(world, RECORD_EVENT, "id", "B", "kind", "tariff", "date", "2019", "title", "T", "people", "p3:venue", NULL);
    put(world, RECORD_PARTY, "event", "B", "type", "person", "id", "p3", "role", "venue", "for", "T-V", NULL);
    put(world, RECORD_CLAIM, "event", "A", "source", "s4", "field", "place", "value", "x", NULL);
    put(world, RECORD_CLAIM, "event", "A", "source", "s4", "field", "place", "value", "y", NULL);
    put(world, RECORD_LINK, "from", "B", "relation", "ends", "to", "A", "source", "s5", NULL);
    put(world, RECORD_NOTE, "record", "A", "kind", "correction", "reason", "r", NULL);
    put(world, RECORD_NOTE, "record", "link:B/ends/A", "kind", "accepted", "reason", "r", NULL);
    put(world, RECORD_NOTE, "record", "p2", "kind", "correction", "reason", "r", NULL);
    put(world, RECORD_COVERAGE, "dataset", "d", "countries", "T-U;USA", "kinds", "", "start", "2010", NULL);
    world_commit(world);
}

static void check_removal(struct world *world, const char *name, const char *wanted) {
    struct store_removal removal;
    struct error error = {0};
    char text[200];
    size_t size = 0;
    world_begin(world);
    must(try_remove(world, name, &removal, &error), &error);
    world_commit(world);
    for (int type = 0; type < RECORD_TYPES; type++)
        if (removal.records[type])
            size += (size_t)snprintf(text + size, sizeof text - size, "%s%s %lld", size ? ", " : "",
                                     record_info((enum record_type)type)->name, (long long)removal.records[type]);
    assert_string_equal(text, wanted);
    check_same_text("a record made anew", read_derived(world), rebuild_derived(world));
}

static void test_taken_along(void **state) {
    struct world world;
    (void)state;
    make_removals(&world);
    struct state before = read_state(&world, true);
    assert_int_equal(get_event(&world, "A").times.end_state, END_DERIVED);
    /* The program knows both by itself: the event may go on naming them. */
    check_removal(&world, "CAN", "country 1");
    check_removal(&world, "APEC", "organization 1");
    check_removal(&world, "A", "event 1, claim 2, link 1, note 2");
    check_removal(&world, "p2", "person 1, term 1, note 1");
    check_removal(&world, "B", "event 1");
    check_removal(&world, "coverage:d/T-U;USA//2010", "coverage 1");
    for (int64_t revision = latest_revision(&world); revision > 1; revision--) undo(&world, revision);
    struct state after = read_state(&world, true);
    check_same(&after, &before);
    world_drop(&world);
}

/* The words of what went count no more, not even for the ranks of the others. */
static void test_index(void **state) {
    struct world world;
    struct error error = {0};
    bool current = false;
    (void)state;
    make_removals(&world);
    must(store_refresh_index(world.store, NULL, &error), &error);
    remove_alone(&world, "B");
    must(store_check_index(world.store, &current, &error), &error);
    assert_false(current);
    must(store_refresh_index(world.store, NULL, &error), &error);
    must(store_check_index(world.store, &current, &error), &error);
    assert_true(current);
    world_drop(&world);
}

static void test_in_the_way(void **state) {
    static const struct {
        const char *name, *message, *remedy;
    } cases[] = {
        {"p1", "p1 is still named by 1 event: A", "merge it into another, or edit these first"},
        {"s1", "s1 is still named by 1 event: A", "merge it into another, or edit these first"},
        {"s2", "s2 is still named by 1 term: term:p2/FRA/envoy/2010", "merge it into another, or edit these first"},
        {"s3", "s3 is still named by 1 term: term:p2/FRA/envoy/2010", "merge it into another, or edit these first"},
        {"s4", "s4 is still named by 2 claims: claim:A/s4/place/x and claim:A/s4/place/y",
         "merge it into another, or edit these first"},
        {"s5", "s5 is still named by 1 link: link:B/ends/A", "merge it into another, or edit these first"},
        {"X-TEST", "X-TEST is still named by 1 person: p1", "edit these first"},
        {"T-U", "T-U is still named by 1 source and 1 coverage: s1 and coverage:d/T-U;USA//2010",
         "merge it into another, or edit these first"},
        {"T-V", "T-V is still named by 1 event: B", "merge it into another, or edit these first"},
    };
    struct world world;
    (void)state;
    make_removals(&world);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct error error = {0};
        struct state before = read_state(&world, false);
        assert_int_equal(try_remove_alone(&world, cases[i].name, &error), STATUS_BAD_INPUT);
        assert_string_equal(error.message, cases[i].message);
        assert_string_equal(error.remedy, cases[i].remedy);
        struct state after = read_state(&world, false);
        check_same(&after, &before);
    }
    world_drop(&world);
}

static void test_many_in_the_way(void **state) {
    struct world world;
    struct error error = {0};
    char id[32];
    (void)state;
    make_world(&world);
    world_begin(&world);
    put(&world, RECORD_SOURCE, "id", "s1", "title", "Paper", NULL);
    for (int i = 0; i < 12; i++) {
        snprintf(id, sizeof id, "E%02d", i);
        put(&world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", "T", "sources", "s1", NULL);
    }
    put(&world, RECORD_CLAIM, "event", "E00", "source", "s1", "field", "place", "value", "x", NULL);
    world_commit(&world);
    assert_int_equal(try_remove_alone(&world, "s1", &error), STATUS_BAD_INPUT);
    assert_string_equal(error.message, "s1 is still named by 12 events and 1 claim, such as E00, E01 and E02");
    world_drop(&world);
}

/* In one write what names it may be removed too, in any order, and what went may come back. */
static void test_settled_at_the_end(void **state) {
    struct world world;
    struct error error = {0};
    struct store_removal removal;
    (void)state;
    make_removals(&world);
    world_begin(&world);
    must(try_remove(&world, "s1", &removal, &error), &error);
    must(try_remove(&world, "A", &removal, &error), &error);
    must(try_remove(&world, "p1", &removal, &error), &error);
    must(try_remove(&world, "X-TEST", &removal, &error), &error);
    must(try_remove(&world, "s5", &removal, &error), &error);
    must(try_remove(&world, "T-V", &removal, &error), &error);
    put(&world, RECORD_ORGANIZATION, "id", "T-V", "name", "Another", NULL);
    world_commit(&world);
    check_same_text("a record made anew", read_derived(&world), rebuild_derived(&world));
    undo(&world, 2);
    check_same_text("a record made anew", read_derived(&world), rebuild_derived(&world));
    assert_int_equal(store_remove(world.store, RECORD_PERSON, 99, &removal, &error), STATUS_NOT_FOUND);
    world_drop(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken_along),     cmocka_unit_test(test_index), cmocka_unit_test(test_in_the_way),
        cmocka_unit_test(test_many_in_the_way), cmocka_unit_test(test_settled_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
