/* Where sources differ: which values stand side by side, which the record follows, and why. */
#include "store_fixture.h"

#include "../../core/ask/ask.h"

static struct asker asker; /* of the event at hand */

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    char id[16];
    assert_non_null(world);
    asker = (struct asker){.store = NULL};
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_PERSON, "id", "one", "name", "Leader One", NULL);
    for (int i = 1; i < 6; i++) {
        snprintf(id, sizeof id, "s%d", i);
        put(world, RECORD_SOURCE, "id", id, "title", "Paper", NULL);
    }
    *state = world;
    return 0;
}

static int teardown(void **state) {
    ask_end(&asker);
    world_drop(*state);
    free(*state);
    return 0;
}

static void put_claim(struct world *world, const char *source, const char *field, const char *value, const char *stance,
                      const char *note) {
    put(world, RECORD_CLAIM, "event", "E", "source", source, "field", field, "value", value, "stance", stance, "note",
        note, NULL);
}

static void put_event(struct world *world, const char *kind, const char *date, const char *end) {
    put(world, RECORD_EVENT, "id", "E", "kind", kind, "date", date, "end", end, "title", "T", NULL);
}

static struct answer_event complete(struct world *world) {
    struct answer_event answer;
    struct error error = {0};
    must(store_settle(world->store, &error), &error);
    struct stored_event *event = arena_alloc(&world->arena, sizeof *event);
    assert_non_null(event);
    *event = get_event(world, "E");
    ask_end(&asker);
    ask_begin(&asker, world->store, ASK_ALL);
    must(ask_complete(&asker, event, &world->arena, &answer, &error), &error);
    return answer;
}

/* "value*" is followed, "value~" agrees; behind each the number of claims. */
static void check_difference(struct world *world, const char *values, const char *follows, const char *why) {
    struct answer_event answer = complete(world);
    char text[400] = "";
    if (answer.difference_count != 1) fail_msg("%zu differences, wanted \"%s\"", answer.difference_count, values);
    const struct answer_difference *difference = &answer.differences[0];
    for (size_t i = 0; i < difference->value_count; i++) {
        const struct answer_value *value = &difference->values[i];
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%.*s%s%s %zu", i ? ", " : "", (int)value->value.size,
                 value->value.data, value->followed ? "*" : "", value->agrees ? "~" : "", value->claim_count);
    }
    assert_string_equal(text, values);
    check_text(difference->follows, follows);
    check_text(difference->why, why);
}

static void test_counted(void **state) {
    struct world *world = *state;
    put_event(world, "meeting", "2018-05-02", "");
    put_claim(world, "s1", "date", "2018-05-02", "", "");
    assert_int_equal(complete(world).difference_count, 0);
    put_claim(world, "s2", "date", "2018-05-03", "disputes", "");
    check_difference(world, "2018-05-02* 1, 2018-05-03 1", "2018-05-02", "the only source that supports it, 1 of 2");
    put_claim(world, "s3", "date", "2018-05-02", "", "");
    check_difference(world, "2018-05-02* 2, 2018-05-03 1", "2018-05-02", "supported by 2 of 3 sources");
    put_claim(world, "s4", "date", "2018-05", "", ""); /* less exact, and agrees */
    check_difference(world, "2018-05-02* 2, 2018-05~ 1, 2018-05-03 1", "2018-05-02", "supported by 3 of 4 sources");
    assert_true(complete(world).differences[0].contested);
}

static void test_own_field(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "tariff", "date", "2018", "title", "T", "rate", "25", NULL);
    put_claim(world, "s1", "rate", "25.0", "", "");
    put_claim(world, "s2", "rate", "100", "denies", "");
    check_difference(world, "25.0* 1, 100 1", "25.0", "the only source that supports it, 1 of 2");
    put(world, RECORD_EVENT, "id", "E", "rate", "30", NULL);
    check_difference(world, "30* 0, 100 1, 25.0 1", "30", "the record's own field; no source here gives it");
    put(world, RECORD_EVENT, "id", "E", "rate", "", NULL);
    check_difference(world, "100 1, 25.0 1", "", "it has no value of its own for this");
}

/* A correction that names the field or a value goes before a remark on a claim, that before counting. */
static void test_reasons(void **state) {
    struct world *world = *state;
    put_event(world, "meeting", "2018-05-02", "");
    put_claim(world, "s1", "date", "2018-05-02", "", "");
    put_claim(world, "s2", "date", "2018-05-03", "disputes", "The day it was printed.");
    check_difference(world, "2018-05-02* 1, 2018-05-03 1", "2018-05-02", "against 2018-05-03: The day it was printed.");
    put_claim(world, "s1", "date", "2018-05-02", "", "Seen on the spot.");
    check_difference(world, "2018-05-02* 1, 2018-05-03 1", "2018-05-02", "Seen on the spot.");
    put(world, RECORD_NOTE, "record", "E", "kind", "correction", "reason", "The place was wrong.", NULL);
    check_difference(world, "2018-05-02* 1, 2018-05-03 1", "2018-05-02", "Seen on the spot.");
    put(world, RECORD_NOTE, "record", "E", "kind", "correction", "reason", "It was not on 2018-05-03.", "date", "2019", NULL);
    check_difference(world, "2018-05-02* 1, 2018-05-03 1", "2018-05-02", "It was not on 2018-05-03.");
}

/* Who denies says why in his own cause, and that is no reason to follow another; nor is a remark on what else is said. */
static void test_no_reason(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "tariff", "date", "2018", "title", "T", "rate", "25", NULL);
    put_claim(world, "s1", "rate", "25", "", "");
    put_claim(world, "s2", "rate", "0", "denies", "There is no such duty.");
    check_difference(world, "25* 1, 0 1", "25", "the only source that supports it, 1 of 2");
    put_claim(world, "s2", "rate", "0", "", "Of the year before.");
    check_difference(world, "25* 1, 0 1", "25", "the only source that supports it, 1 of 2");
    put_claim(world, "s2", "rate", "0", "corrects", "Of the year before.");
    check_difference(world, "25* 1, 0 1", "25", "against 0: Of the year before.");
}

/* Two precisions of one date are no dispute, but are told as agreeing. */
static void test_precision(void **state) {
    struct world *world = *state;
    put_event(world, "meeting", "2018-12-10", "");
    put_claim(world, "s1", "date", "2018-12", "", "");
    put_claim(world, "s2", "date", "2018~", "", "");
    check_difference(world, "2018-12-10* 0, 2018-12~ 1, 2018~~ 1", "2018-12-10", "");
    struct answer_event answer = complete(world);
    assert_false(answer.differences[0].differs);
    assert_false(answer.differences[0].contested);
    assert_false(answer.disputed);
    assert_int_equal(answer.dispute_count, 0);
    /* What contradicts agrees with nothing, whatever it says. */
    put_claim(world, "s2", "date", "2018~", "disputes", "");
    check_difference(world, "2018-12-10* 0, 2018-12~ 1, 2018~ 1", "2018-12-10",
                     "the only source that supports it, 1 of 2");
}

/* An interval says from and to where the event lasts, and some time between where it is a point. */
static void test_intervals(void **state) {
    struct world *world = *state;
    put_event(world, "visit", "2018-05-02", "2018-05-05");
    put_claim(world, "s1", "date", "2018-05-02/2018-05-05", "", "");
    put_claim(world, "s2", "date", "2018-05-01/2018-05-05", "", "");
    check_difference(world, "2018-05-02/2018-05-05* 1, 2018-05-01/2018-05-05 1", "2018-05-02/2018-05-05",
                     "the only source that supports it, 1 of 2");
    put_event(world, "meeting", "2018-05-02", "");
    put(world, RECORD_EVENT, "id", "E", "end", "", NULL);
    check_difference(world, "2018-05-02* 0, 2018-05-01/2018-05-05~ 1, 2018-05-02/2018-05-05~ 1", "2018-05-02", "");
}

static void test_parties(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "visit", "date", "2018", "title", "T", "people", "one:visitor", "tags", "a;b",
        NULL);
    put_claim(world, "s1", "people", "leader one", "", "");
    put_claim(world, "s2", "people", "Leader Two", "disputes", "");
    check_difference(world, "leader one* 1, Leader Two 1", "leader one", "the only source that supports it, 1 of 2");
    put_claim(world, "s1", "tags", "a", "", ""); /* what is in a list, or could be, is no difference */
    put_claim(world, "s2", "tags", "c", "", "");
    assert_int_equal(complete(world).difference_count, 1);
}

static void test_open_fields(void **state) {
    struct world *world = *state;
    put_event(world, "meeting", "2018", "");
    put_claim(world, "s1", "reason", "the weather", "", "");
    put_claim(world, "s2", "quote", "It rained", "", ""); /* two sentences are no difference */
    put_claim(world, "s3", "quote", "It poured", "", "");
    assert_int_equal(complete(world).difference_count, 0);
    put_claim(world, "s2", "reason", "the heat", "", "");
    check_difference(world, "the heat 1, the weather 1", "", "it has no value of its own for this");
    assert_false(complete(world).differences[0].contested);
    put(world, RECORD_EVENT, "id", "E", "reason", "the heat", NULL); /* an extra of that name */
    check_difference(world, "the heat* 1, the weather 1", "the heat", "the only source that supports it, 1 of 2");
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_counted),   WITH_WORLD(test_own_field), WITH_WORLD(test_reasons), WITH_WORLD(test_precision),
        WITH_WORLD(test_counted),   WITH_WORLD(test_own_field), WITH_WORLD(test_no_reason), WITH_WORLD(test_precision),
        WITH_WORLD(test_intervals), WITH_WORLD(test_parties),   WITH_WORLD(test_open_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
