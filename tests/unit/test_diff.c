/* A record in two states: which fields are told, in which order and how, on a page, as JSON and as rows of a table. */
#include "write_fixture.h"

#include <stdio.h>
#include <string.h>

#include "../../core/ask/history.h"
#include "../../core/base/utf8.h"

enum { HEAD, CHANGES, ROWS, BALANCE };
static const struct answer_part parts[] = {
    [HEAD] = {.name = "", .shape = &comparison_shape, .single = true},
    [CHANGES] = {.name = "changes", .shape = &change_shape},
    [ROWS] = {.name = NULL, .shape = &change_row_shape, .is_table = true},
    [BALANCE] = {.name = "", .shape = &balance_shape, .single = true},
};

static void tell(struct page *page, int part, const void *entry) {
    assert_int_equal(page->writer.class->entry(&page->writer, &parts[part], entry), STATUS_OK);
    page_rewind(page);
}

static void open_page(struct page *page, const char *format, int width) {
    const struct answer_comparison head = {.from = shape_count(1), .to = shape_count(2)};
    page_init(page, format, "diff");
    page->context.query = NULL;
    page->style.width = width;
    page->context.plan = (struct answer_plan){parts, LENGTH(parts)};
    page_begin(page);
    tell(page, HEAD, &head);
}

static void tell_change(struct page *page, const struct answer_change *change) {
    const struct answer_field_change *fields = change->fields.items;
    tell(page, CHANGES, change);
    for (size_t i = 0; i < change->fields.count; i++) {
        struct answer_change_row row = ask_change_row(NULL, change, &fields[i]);
        tell(page, ROWS, &row);
    }
}

static struct answer_change compare(struct arena *arena, const struct record *before, const struct record *after) {
    const struct store_difference difference = {.type = before ? before->type : after->type, .name = SLICE_OF("E-1"),
                                                .before = before, .after = after};
    struct answer_change change;
    struct error error = {0};
    assert_int_equal(ask_change(&difference, arena, &change, &error), STATUS_OK);
    return change;
}

/* "date summary extra.b" */
static void check_fields(const struct answer_change *change, const char *action, const char *names) {
    const struct answer_field_change *fields = change->fields.items;
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < change->fields.count; i++) {
        buffer_append_text(&text, i ? " " : "");
        buffer_append_slice(&text, fields[i].field);
    }
    buffer_append_byte(&text, '\0');
    assert_string_equal(text.data, names);
    assert_true(slice_is(change->action, action));
    buffer_free(&text);
}

static struct record make_event(const struct cell_text *cells, size_t count) {
    struct record record;
    fill_record(&record, RECORD_EVENT, cells, count);
    return record;
}
#define EVENT(...) make_event((const struct cell_text[]){__VA_ARGS__}, LENGTH(((const struct cell_text[]){__VA_ARGS__})))

/* ---- which fields --------------------------------------------------------------------------------------- */

static void updated_record_tells_what_differs(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct extra old[] = {{SLICE_OF("a"), SLICE_OF("1")}, {SLICE_OF("c"), SLICE_OF("same")}};
    struct extra now[] = {{SLICE_OF("b"), SLICE_OF("2")}, {SLICE_OF("c"), SLICE_OF("same")}, {SLICE_OF("date"), SLICE_OF("x")}};
    struct record before = EVENT({EVENT_ID, "E-1"}, {EVENT_KIND, "tariff"}, {EVENT_DATE, "2001"}, {EVENT_TITLE, "One"},
                                 {EVENT_IMPOSER, "CAN"}, {EVENT_TAGS, "x"});
    struct record after = EVENT({EVENT_ID, "E-1"}, {EVENT_KIND, "tariff"}, {EVENT_DATE, "2002"}, {EVENT_TITLE, "Two"},
                                {EVENT_IMPOSER, "CHN"}, {EVENT_RATE, "25"});
    before.extras = old, before.extra_count = LENGTH(old);
    after.extras = now, after.extra_count = LENGTH(now);
    struct answer_change change = compare(&arena, &before, &after);
    check_fields(&change, "updated", "date title tags rate extra.a extra.b extra.date");
    assert_true(slice_is(change.title, "Two"));
    change = compare(&arena, NULL, &after);
    check_fields(&change, "added", "id kind date title rate extra.b extra.c extra.date");
    change = compare(&arena, &before, NULL);
    check_fields(&change, "removed", "id kind date title tags extra.a extra.c");
    change = compare(&arena, &before, &before);
    check_fields(&change, "updated", "");
    arena_free(&arena);
}

static void turned_change_is_the_way_back(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct record before = EVENT({EVENT_DATE, "2001"}, {EVENT_TAGS, "x;y"}), after = EVENT({EVENT_DATE, "2002"}, {EVENT_TAGS, "x"});
    struct answer_change change = compare(&arena, &before, &after);
    ask_turn_change(&change);
    const struct answer_field_change *fields = change.fields.items;
    assert_true(slice_is(change.action, "updated") && slice_is(fields[0].before, "2002") && slice_is(fields[0].after, "2001"));
    assert_true(slice_is(fields[1].before_items, "x") && slice_is(fields[1].after_items, "x;y"));
    change = compare(&arena, NULL, &after);
    ask_turn_change(&change);
    check_fields(&change, "removed", "date tags");
    assert_true(slice_is_empty(((const struct answer_field_change *)change.fields.items)[0].after));
    arena_free(&arena);
}

static void members_of_the_dossier_are_fields(void **state) {
    (void)state;
    struct arena arena;
    struct answer_change change;
    struct error error = {0};
    arena_init(&arena);
    struct store_difference difference = {.type = RECORD_TYPES,
                                          .before_text = SLICE_OF("{\"title\":\"A \\\"b\\\"\",\"gone\":\"x\",\"scope\":[1]}"),
                                          .after_text = SLICE_OF("{\"title\":\"\\u00e9\",\"scope\":[1],\"new\":{\"a\":[]}}")};
    assert_int_equal(ask_change(&difference, &arena, &change, &error), STATUS_OK);
    check_fields(&change, "updated", "title new gone");
    const struct answer_field_change *fields = change.fields.items;
    assert_true(slice_is(fields[0].before, "A \"b\"") && slice_is(fields[0].after, "\xC3\xA9"));
    assert_true(slice_is(fields[1].after, "{\"a\":[]}") && slice_is_empty(fields[1].before));
    difference.before_text = SLICE_NONE;
    assert_int_equal(ask_change(&difference, &arena, &change, &error), STATUS_OK);
    check_fields(&change, "added", "title scope new");
    static const char *const broken[] = {"{", "[]", "{} {}", "nothing", "{\"a\":\"\\ud800\"}"};
    for (size_t i = 0; i < LENGTH(broken); i++) {
        difference.before_text = slice_from(broken[i]);
        error_clear(&error);
        assert_int_equal(ask_change(&difference, &arena, &change, &error), STATUS_CORRUPT);
    }
    arena_free(&arena);
}

/* ---- the page ----------------------------------------------------------------------------------------------- */

struct page_case {
    int field;
    const char *before, *after;
    const char *lines; /* that the page must have, one behind the other */
};

static const struct page_case page_cases[] = {
    {EVENT_DATE, "2001", "2002", "  date            - 2001\n                  + 2002\n"},
    {EVENT_DATE, "2001", NULL, "  date            - 2001\n\n"},
    {EVENT_DATE, NULL, "2002", "  date            + 2002\n\n"},
    /* of a list what went and what came */
    {EVENT_TAGS, "a;b;c", "a;d;c;e", "  tags            - b\n                  + d\n                  + e\n"},
    {EVENT_TAGS, "a;b", "b;a", "  tags            - a, b\n                  + b, a\n"},
    {EVENT_TAGS, "a", "a;a", "  tags            - a\n                  + a, a\n"},
    {EVENT_TAGS, "a\\;b", "c", "  tags            - a;b\n                  + c\n"},
    /* a short text whole */
    {EVENT_TITLE, "Ministers meet in March", "Ministers meet in April",
     "  title           - Ministers meet in March\n                  + Ministers meet in April\n"},
    {EVENT_TITLE, "a  b", "a b", "  title           other white space only\n"},
    {EVENT_TITLE, "\x1b[2J", "calm", "  title           - \\x1b[2J\n                  + calm\n"},
    /* of a long one what differs, in whole words, with some of what stands around it */
    {EVENT_SUMMARY,
     "Alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra",
     "Alpha bravo charlie delta echo foxtrot golf hotel india juliett kilos lima mike november oscar papa quebec romeo sierra",
     "  summary         - \xE2\x80\xA6 foxtrot golf hotel india juliett kilo lima mike november\n"
     "                    oscar papa quebec \xE2\x80\xA6\n"
     "                  + \xE2\x80\xA6 foxtrot golf hotel india juliett kilos lima mike november\n"
     "                    oscar papa quebec \xE2\x80\xA6\n"},
    /* what is only longer has nothing in the other place */
    {EVENT_SUMMARY,
     "Alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa",
     "Alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec",
     "  summary         - \xE2\x80\xA6 juliett kilo lima mike november oscar papa\n"
     "                  + \xE2\x80\xA6 juliett kilo lima mike november oscar papa quebec\n"},
};

static void page_shows_what_was_and_what_is(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(page_cases); i++) {
        const struct page_case *c = &page_cases[i];
        struct arena arena;
        struct page page;
        struct record before, after;
        const struct answer_balance balance = {shape_count(0), shape_count(1), shape_count(0)};
        arena_init(&arena);
        record_init(&before, RECORD_EVENT);
        record_init(&after, RECORD_EVENT);
        if (c->before) record_set(&before, c->field, slice_from(c->before));
        if (c->after) record_set(&after, c->field, slice_from(c->after));
        struct answer_change change = compare(&arena, &before, &after);
        open_page(&page, "text", 80);
        tell_change(&page, &change);
        tell(&page, BALANCE, &balance);
        const char *text = page_end(&page);
        if (!strstr(text, c->lines)) fail_msg("case %zu:\n%s\ninstead of\n%s", i, text, c->lines);
        assert_non_null(strstr(text, "\n1 updated\n"));
        page_free(&page);
        arena_free(&arena);
    }
}

/* Any two texts: what is shown is well-formed, and narrow pages are kept to. */
static void page_keeps_characters_whole(void **state) {
    (void)state;
    static const char *const words[] = {"\xE4\xBA\xAC", "\xC3\xA9t\xC3\xA9", " ", "abc", "\n", "\xF0\x9F\x90\x9F", "; "};
    uint32_t seed = 7;
    for (int round = 0; round < 400; round++) {
        struct buffer texts[2];
        struct arena arena;
        struct page page;
        arena_init(&arena);
        for (int side = 0; side < 2; side++) {
            buffer_init(&texts[side]);
            uint32_t own = 99 + (uint32_t)round / 2; /* most of it is the same on both sides */
            for (int i = 0; i < 10 + round % 60; i++) {
                seed = seed * 1103515245u + 12345u;
                own = own * 1103515245u + 12345u;
                uint32_t chosen = seed >> 16 & 31 ? own >> 16 : seed >> 20;
                buffer_append_text(&texts[side], words[chosen % LENGTH(words)]);
            }
        }
        struct record before, after;
        record_init(&before, RECORD_EVENT);
        record_init(&after, RECORD_EVENT);
        record_set(&before, EVENT_SUMMARY, slice_trim(buffer_slice(&texts[0])));
        record_set(&after, EVENT_SUMMARY, slice_trim(buffer_slice(&texts[1])));
        struct answer_change change = compare(&arena, &before, &after);
        open_page(&page, "text", round % 3 ? 24 : 80);
        tell_change(&page, &change);
        const char *text = page_end(&page);
        assert_int_equal(utf8_validate(slice_from(text)), strlen(text));
        assert_null(strstr(text, "\xEF\xBF\xBD"));
        page_free(&page);
        arena_free(&arena);
        buffer_free(&texts[0]);
        buffer_free(&texts[1]);
    }
}

/* ---- for programs ---------------------------------------------------------------------------------------------- */

static void check_output(const char *format, const char *wanted) {
    struct arena arena;
    struct page page;
    const struct answer_balance balance = {shape_count(0), shape_count(1), shape_count(0)};
    arena_init(&arena);
    struct record before = EVENT({EVENT_ID, "E-1"}, {EVENT_DATE, "2001"}, {EVENT_TAGS, "a;b"});
    struct record after = EVENT({EVENT_ID, "E-1"}, {EVENT_DATE, "2002"}, {EVENT_TAGS, "a"}, {EVENT_TITLE, "T"});
    struct answer_change change = compare(&arena, &before, &after);
    open_page(&page, format, 80);
    tell_change(&page, &change);
    tell(&page, BALANCE, &balance);
    assert_string_equal(page_end(&page), wanted);
    page_free(&page);
    arena_free(&arena);
}

static void programs_get_entries_and_rows(void **state) {
    (void)state;
    check_output("jsonl", "{\"type\":\"event\",\"id\":\"E-1\",\"title\":\"T\",\"action\":\"updated\",\"fields\":["
                          "{\"field\":\"date\",\"before\":\"2001\",\"after\":\"2002\"},{\"field\":\"title\",\"after\":\"T\"},"
                          "{\"field\":\"tags\",\"before\":[\"a\",\"b\"],\"after\":[\"a\"]}]}\n");
    check_output("csv", "type,id,action,field,before,after\nevent,E-1,updated,date,2001,2002\nevent,E-1,updated,title,,T\n"
                        "event,E-1,updated,tags,a;b,a\n");
    check_output("json", "{\n  \"query\": {\"command\": \"diff\"},\n  \"from\": 1,\n  \"to\": 2,\n  \"changes\": [\n"
                         "    {\n      \"type\": \"event\",\n      \"id\": \"E-1\",\n      \"title\": \"T\",\n"
                         "      \"action\": \"updated\",\n      \"fields\": [\n"
                         "        {\"field\": \"date\", \"before\": \"2001\", \"after\": \"2002\"},\n"
                         "        {\"field\": \"title\", \"after\": \"T\"},\n"
                         "        {\n          \"field\": \"tags\",\n          \"before\": [\"a\", \"b\"],\n"
                         "          \"after\": [\"a\"]\n        }\n      ]\n    }\n  ],\n"
                         "  \"added\": 0,\n  \"updated\": 1,\n  \"removed\": 0\n}\n");
}

static void check_page(bool dry_run, const struct answer_change *change, const char *wanted) {
    struct page page;
    const struct answer_comparison head = {.from = shape_count(4), .to = shape_count(6), .dry_run = dry_run};
    const struct answer_balance balance = {shape_count(change != NULL), shape_count(0), shape_count(0)};
    page_init(&page, "text", "import");
    page.style.width = 20;
    page.context.plan = (struct answer_plan){parts, LENGTH(parts)};
    page_begin(&page);
    tell(&page, HEAD, &head);
    if (change) tell_change(&page, change);
    tell(&page, BALANCE, &balance);
    assert_string_equal(page_end(&page), wanted);
    page_free(&page);
}

/* The page of a dry run is found by what it is, whatever the command; it is never empty. */
static void dry_run_has_the_same_page(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct record after = EVENT({EVENT_ID, "E-1"}, {EVENT_DATE, "2002"});
    struct answer_change change = compare(&arena, NULL, &after);
    check_page(true, NULL, "Nothing would\nchange.\n");
    check_page(false, NULL, "");
#define RULE "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
    check_page(true, &change, "Would change\n" RULE RULE RULE RULE "\nadd      event E-1\n  date\n    + 2002\n\n1 added\n");
    check_page(false, &change, "From revision 4 to\nrevision 6\n" RULE RULE RULE RULE
                               "\nadded    event E-1\n  date\n    + 2002\n\n1 added\n");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(updated_record_tells_what_differs), cmocka_unit_test(turned_change_is_the_way_back),
        cmocka_unit_test(members_of_the_dossier_are_fields), cmocka_unit_test(page_shows_what_was_and_what_is),
        cmocka_unit_test(page_keeps_characters_whole),       cmocka_unit_test(programs_get_entries_and_rows),
        cmocka_unit_test(dry_run_has_the_same_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
