/* jsonl: one event to a line, complete by itself; what is worked out only outside an export. */
#include "write_fixture.h"

static const char *const names[] = {"ada-arrow", "Ada Arrow", NULL};

static void fill_event(struct page *page, struct answer_event *event,
                       struct answer_source *sources) {
    *event = (struct answer_event){.match = MATCH_SURE, .reports = 2};
    FILL(&event->event, RECORD_EVENT, {EVENT_ID, "E-1"}, {EVENT_KIND, "visit"},
         {EVENT_DATE, "2018-05-01"}, {EVENT_TITLE, "First\nline"}, {EVENT_COUNTRIES, "AAA:host"},
         {EVENT_PEOPLE, "ada-arrow"}, {EVENT_SOURCES, "s1"},
         {EVENT_SOURCE_URL, "https://bare.example/"});
    FILL(&sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s1"}, {SOURCE_TITLE, "One"},
         {SOURCE_TYPE, "law"}, {SOURCE_SIDE, "AAA"});
    FILL(&sources[1].record, RECORD_SOURCE, {SOURCE_URL, "https://bare.example/"});
    event->sources = sources;
    event->source_count = 2;
    complete_event(page, event, names);
    ((struct answer_party *)event->parties)[1].acts_for = SLICE_OF("AAA");
}

#define KEPT                                                                                              \
    "{\"id\":\"E-1\",\"kind\":\"visit\",\"date\":\"2018-05-01\",\"title\":\"First\\nline\",\"parties\":[" \
    "{\"type\":\"country\",\"id\":\"AAA\",\"role\":\"host\",\"name\":\"AAA\"},"                           \
    "{\"type\":\"person\",\"id\":\"ada-arrow\",\"role\":\"participant\",\"name\":\"Ada Arrow\""
#define SOURCES                                                                                    \
    "\"sources\":[{\"id\":\"s1\",\"title\":\"One\",\"type\":\"law\",\"side\":\"AAA\"}],"           \
    "\"source_url\":\"https://bare.example/\""

static void test_export(void **state) {
    (void)state;
    struct page page;
    struct answer_event event;
    struct answer_source sources[2];
    page_init(&page, "jsonl", "export");
    fill_event(&page, &event, sources);
    page_begin(&page);
    page_event(&page, &event);
    page_event(&page, &event);
    assert_string_equal(page_end(&page), KEPT "}]," SOURCES ",\"reports\":2}\n" KEPT "}]," SOURCES ",\"reports\":2}\n");
    page_free(&page);
}

static void test_answer(void **state) {
    (void)state;
    struct page page;
    struct answer_event event;
    struct answer_source sources[2];
    page_init(&page, "jsonl", "timeline");
    fill_event(&page, &event, sources);
    page_begin(&page);
    page_event(&page, &event);
    assert_string_equal(
        page_end(&page),
        KEPT ",\"acts_for\":\"AAA\"}]," SOURCES
             ",\"start_min\":\"2018-05-01\",\"start_max\":\"2018-05-01\","
             "\"end_min\":\"2018-05-01\",\"end_max\":\"2018-05-01\",\"match\":\"certain\","
             "\"reports\":2}\n");
    page_free(&page);
}

static void test_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"id", "days_min", NULL};
    static const bool is_number[] = {false, true};
    struct page page;
    struct slice values[] = {SLICE_OF("AAA"), SLICE_OF("3")};
    page_init(&page, "jsonl", "held");
    page.context.columns = columns;
    page_begin(&page);
    page_row(&page, &(struct answer_row){values, is_number, NULL});
    assert_string_equal(page_end(&page), "{\"id\":\"AAA\",\"days_min\":3}\n");
    page_free(&page);
}

static void test_nothing(void **state) {
    (void)state;
    struct page page;
    page_init(&page, "jsonl", "timeline");
    page_begin(&page);
    assert_string_equal(page_end(&page), "");
    page_free(&page);
}

/* A list as long as a cell may be. */
static void test_long_list(void **state) {
    (void)state;
    enum { ITEMS = 200000 };
    struct page page;
    struct answer_event event = {.match = MATCH_NONE};
    struct buffer cell;
    buffer_init(&cell);
    for (int i = 0; i < ITEMS; i++)
        buffer_append_text(&cell, i ? ";\\;x" : "\\;x");
    page_init(&page, "jsonl", "export");
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-1"}, {EVENT_KIND, "visit"},
         {EVENT_DATE, "2018"});
    record_set(&event.event, EVENT_TAGS, buffer_slice(&cell));
    complete_event(&page, &event, names);
    page_begin(&page);
    page_event(&page, &event);
    const char *out = page_end(&page);
    assert_int_equal(strlen(out),
                     strlen("{\"id\":\"E-1\",\"kind\":\"visit\",\"date\":\"2018\",\"tags\":[]}\n")
                         + ITEMS * strlen("\";x\",") - 1);
    buffer_free(&cell);
    page_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_export),    cmocka_unit_test(test_answer),
        cmocka_unit_test(test_rows),      cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_long_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
