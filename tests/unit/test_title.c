/* Titles made of code and parties: who is told on which side, and what is not told twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/ask/title.h"

#define COUNTRY(id, role, name) {{PARTY_COUNTRY, SLICE_INIT(id), SLICE_INIT(role), {NULL, 0}, {NULL, 0}}, SLICE_INIT(name), \
                                 {NULL, 0}, {NULL, 0}, NULL, 0}
#define NAMED(name, role) {{PARTY_ACTOR, SLICE_INIT(name), SLICE_INIT(role), {NULL, 0}, {NULL, 0}}, {NULL, 0}, \
                           {NULL, 0}, {NULL, 0}, NULL, 0}
enum { PARTIES_MAX = 6 };

static const struct row {
    const char *code, *kind, *title; /* title: what is made */
    struct answer_party parties[PARTIES_MAX];
    size_t count;
    bool names_all;
} rows[] = {
    {"042", "visit", "Make a visit: Arcadia \xE2\x86\x92 Borduria",
     {COUNTRY("AAA", "actor", "Arcadia"), COUNTRY("BBB", "target", "Borduria")}, 2, true},
    {"040", "meeting", "Consult: Kite Office (Arcadia) \xE2\x86\x92 Jo Sample (Borduria)",
     {COUNTRY("AAA", "actor", "Arcadia"), COUNTRY("BBB", "target", "Borduria"), NAMED("Kite Office (Arcadia)", "actor"),
      NAMED("Jo Sample", "target")}, 4, true},
    {"112", "statement.protest", "Accuse: Arcadia", {COUNTRY("AAA", "actor", "Arcadia"), COUNTRY("BBB", "venue", "Borduria")},
     2, true},
    {"112", "statement.protest", "Accuse: \xE2\x86\x92 Borduria", {COUNTRY("BBB", "target", "Borduria")}, 1, true},
    {"046", "meeting", "Engage in negotiation: Arcadia, Borduria",
     {COUNTRY("AAA", "participant", "Arcadia"), COUNTRY("BBB", "host", "Borduria")}, 2, true},
    {"045", "meeting", "Mediate: Arcadia \xE2\x86\x92 Borduria, with Court",
     {COUNTRY("AAA", "actor", "Arcadia"), COUNTRY("BBB", "target", "Borduria"), NAMED("Court", "mediator")}, 3, true},
    {"111", "statement.protest", "Criticize or denounce: A, B, C and 1 more (Arcadia) \xE2\x86\x92 D",
     {NAMED("A", "actor"), NAMED("B", "actor"), NAMED("C", "actor"), NAMED("X", "actor"), COUNTRY("AAA", "actor", "Arcadia"),
      NAMED("D", "target")}, 6, false},
    {"0431", "visit", "Host a visit: AAA", {COUNTRY("AAA", "actor", "")}, 1, true}, /* a code below 043, no name known */
    {"X9", "incident.arrest.mass", "Arrest: Arcadia", {COUNTRY("AAA", "actor", "Arcadia")}, 1, true},
    {"010", "statement", "Make statement", {NAMED("A", "venue")}, 0, true},
};

static struct answer_event make_event(const struct row *row) {
    struct answer_event event = {.parties = row->parties, .party_count = row->count};
    record_init(&event.event, RECORD_EVENT);
    record_set(&event.event, EVENT_CODE, slice_from(row->code));
    record_set(&event.event, EVENT_KIND, slice_from(row->kind));
    return event;
}

static void test_titles(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        struct slice title;
        struct answer_event event = make_event(&rows[i]);
        arena_init(&arena);
        assert_true(title_is_made(&event.event));
        assert_true(title_make(&event, &arena, &title));
        if (!slice_is(title, rows[i].title)) fail_msg("\"%.*s\", not \"%s\"", (int)title.size, title.data, rows[i].title);
        assert_int_equal(title_names_all(&event), rows[i].names_all);
        arena_free(&arena);
    }
}

static void test_own_title_stands(void **state) {
    (void)state;
    struct arena arena;
    struct slice title;
    struct answer_event event = make_event(&rows[0]);
    record_set(&event.event, EVENT_TITLE, SLICE_OF("The kite visit"));
    arena_init(&arena);
    assert_false(title_is_made(&event.event));
    assert_true(title_make(&event, &arena, &title));
    assert_true(slice_is(title, "The kite visit"));
    assert_false(title_names_all(&event));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_titles), cmocka_unit_test(test_own_title_stands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
