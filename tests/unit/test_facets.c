/* Names for words that find nothing: whether there is one, and which are like it. */
#include "store_fixture.h"

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

static void put_product(struct world *world, const char *id, const char *product) {
    put(world, RECORD_EVENT, "id", id, "kind", "tariff", "date", "2020-05-01", "title", "T", "product", product, NULL);
}

/* "known", or the names that are near, "|" and the others, and "…" when there are more. */
static void check_names(struct world *world, const char *words, const char *said) {
    struct store_names names;
    struct error error = {0};
    char told[600] = "";
    must(store_find_names(world->store, "product", slice_from(words), &world->arena, &names, &error), &error);
    for (size_t i = 0; i < names.count; i++) {
        size_t at = strlen(told);
        snprintf(told + at, sizeof told - at, "%s%.*s", i == names.near ? "|" : i ? "," : "", (int)names.like[i].size,
                 names.like[i].data);
    }
    if (names.count == names.near) strcat(told, "|");
    assert_string_equal(names.known ? "known" : told, said);
    assert_true(names.known || names.all == (names.count < STORE_NAMES_MAX));
}

static void test_names(void **state) {
    struct world *world = *state;
    static const struct {
        const char *words, *said;
    } cases[] = {
        {"canola seed", "known"}, {"CANOLA", "known"}, {"nola s", "known"}, {"cafe", "known"},
        {"canola seeds", "canola seed|canola oil,Caf\xC3\xA9,Pork,peas"},
        {"prok", "Pork|canola oil,canola seed,peas,Caf\xC3\xA9"},
        {"oil of canola", "|canola oil,canola seed,Caf\xC3\xA9,Pork,peas"},
        {"12", "|Pork,Caf\xC3\xA9,canola oil,canola seed,peas"} /* more events have it */,
    };
    check_names(world, "canola seed", "|");
    put_product(world, "A", "canola seed");
    put_product(world, "B", "canola oil;peas");
    put_product(world, "C", "pork");
    put_product(world, "D", "Pork;Caf\xC3\xA9");
    for (size_t i = 0; i < LENGTH(cases); i++) check_names(world, cases[i].words, cases[i].said);
    /* A name that no event has any longer is none. */
    put_product(world, "B", "");
    check_names(world, "oil", "|Pork,canola seed,Caf\xC3\xA9");
}

/* Eight at most, and that there are more; names and words without end are no harm. */
static void test_many(void **state) {
    struct world *world = *state;
    char id[32], product[32], longest[5000];
    for (int i = 0; i < 30; i++) {
        snprintf(id, sizeof id, "E%d", i);
        snprintf(product, sizeof product, "thing %02d", i);
        put_product(world, id, product);
    }
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    put_product(world, "LONG", longest);
    check_names(world, "thing 177", "thing 17,thing 10,thing 11,thing 12,thing 13,thing 14,thing 15,thing 16|");
    longest[0] = 'y';
    struct store_names names;
    struct error error = {0};
    must(store_find_names(world->store, "product", slice_from(longest), &world->arena, &names, &error), &error);
    assert_int_equal(names.count, STORE_NAMES_MAX);
    assert_int_equal(names.like[0].data[0], 'x');
    assert_false(names.all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_many, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
