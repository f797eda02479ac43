/* A desk's answers from their shapes alone: every type of field in JSON, JSON Lines, tables and the plain
 * text table; parts in their order, also those without entries; a brief as Markdown that nothing escapes from. */
#include "write_fixture.h"

#include "../../core/ask/brief.h"

struct inner {
    struct slice id;
    struct shape_count days;
};
static const struct shape_field inner_fields[] = {
    {"id", SHAPE_TEXT, offsetof(struct inner, id), NULL, SHAPE_EVERYWHERE},
    {"days", SHAPE_COUNT, offsetof(struct inner, days), NULL, SHAPE_EVERYWHERE},
};
static const struct shape inner_shape = {"inner", sizeof(struct inner), inner_fields, LENGTH(inner_fields)};

struct outer {
    struct slice text, list, number;
    struct shape_count count;
    int64_t day;
    bool yes, flag;
    enum shape_answer maybe;
    struct shape_sources sources;
    const struct answer_event *event;
    struct shape_events events;
    struct shape_entries entries;
    struct slice hidden, seen;
};
#define FIELD(name, type, of) {#name, type, offsetof(struct outer, name), of, SHAPE_EVERYWHERE}
static const struct shape_field outer_fields[] = {
    FIELD(text, SHAPE_TEXT, NULL), FIELD(list, SHAPE_LIST, NULL), FIELD(number, SHAPE_NUMBER, NULL),
    FIELD(count, SHAPE_COUNT, NULL), FIELD(day, SHAPE_DAY, NULL), FIELD(yes, SHAPE_BOOL, NULL),
    FIELD(flag, SHAPE_FLAG, NULL), FIELD(maybe, SHAPE_MAYBE, NULL), FIELD(sources, SHAPE_SOURCES, NULL),
    FIELD(event, SHAPE_EVENT, NULL), FIELD(events, SHAPE_EVENTS, NULL), FIELD(entries, SHAPE_ENTRIES, &inner_shape),
    {"hidden", SHAPE_TEXT, offsetof(struct outer, hidden), NULL, SHAPE_JSON_ONLY},
    {"seen", SHAPE_TEXT, offsetof(struct outer, seen), NULL, SHAPE_TABLE_ONLY},
};
static const struct shape outer_shape = {"outer", sizeof(struct outer), outer_fields, LENGTH(outer_fields)};

struct head {
    int64_t on;
};
static const struct shape_field head_fields[] = {{"on", SHAPE_DAY, 0, NULL, SHAPE_EVERYWHERE}};
static const struct shape head_shape = {"head", sizeof(struct head), head_fields, 1};

static const struct answer_part parts[] = {
    {"", &head_shape, true, false}, {"things", &outer_shape, false, true}, {"others", &inner_shape, false, false}};

static void put(struct page *page, size_t part, const void *entry) {
    assert_int_equal(page->writer.class->entry(&page->writer, &parts[part], entry), STATUS_OK);
    page_rewind(page);
}

static void begin(struct page *page, const char *format) {
    page_init(page, format, "made-up");
    page->context.query = NULL;
    page->context.plan = (struct answer_plan){parts, LENGTH(parts)};
    page_begin(page);
}

/* Everything known, and nothing known. */
struct entries {
    struct answer_source sources[2];
    struct answer_event event;
    const struct answer_event *events[2];
    struct inner inner[2];
    struct outer full, empty;
};

static void make_entries(struct page *page, struct entries *made) {
    *made = (struct entries){.inner = {{SLICE_OF("I;1"), {true, -3}}, {SLICE_OF("I2"), {false, 9}}}};
    FILL(&made->sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s-1"}, {SOURCE_TITLE, "One"});
    FILL(&made->sources[1].record, RECORD_SOURCE, {SOURCE_URL, "https://example.org/2"});
    FILL(&made->event.event, RECORD_EVENT, {EVENT_ID, "E1"}, {EVENT_KIND, "other"}, {EVENT_DATE, "2001-02-03"},
         {EVENT_TITLE, "Title"});
    complete_event(page, &made->event, NULL);
    made->events[0] = made->events[1] = &made->event;
    made->full = (struct outer){
        .text = SLICE_OF("t,\"x"), .list = SLICE_OF("a;b\\;c"), .number = SLICE_OF("14.9"), .count = shape_count(0),
        .day = 11356, .yes = true, .flag = true, .maybe = SHAPE_NO, .sources = {made->sources, 2},
        .event = &made->event, .events = {made->events, 2}, .entries = {made->inner, 2},
        .hidden = SLICE_OF("json"), .seen = SLICE_OF("table")};
    made->empty = (struct outer){.day = DAY_MIN, .maybe = SHAPE_NOT_KNOWN};
}

#define EVENT_JSON \
    "{\"id\":\"E1\",\"kind\":\"other\",\"date\":\"2001-02-03\",\"title\":\"Title\",\"start_min\":\"2001-02-03\"," \
    "\"start_max\":\"2001-02-03\",\"end_min\":\"2001-02-03\",\"end_max\":\"2001-02-03\"}"
#define FULL_JSON \
    "{\"text\":\"t,\\\"x\",\"list\":[\"a\",\"b;c\"],\"number\":14.9,\"count\":0,\"day\":\"2001-02-03\",\"yes\":true," \
    "\"flag\":true,\"maybe\":false,\"sources\":[{\"id\":\"s-1\",\"title\":\"One\"},{\"url\":\"https://example.org/2\"}]," \
    "\"event\":" EVENT_JSON ",\"events\":[" EVENT_JSON "," EVENT_JSON "]," \
    "\"entries\":[{\"id\":\"I;1\",\"days\":-3},{\"id\":\"I2\"}],\"hidden\":\"json\"}"
#define EMPTY_JSON "{\"yes\":false,\"sources\":[],\"events\":[],\"entries\":[]}"

/* What is not known is left out, never 0; 0 itself stays. */
static void test_json_lines(void **state) {
    (void)state;
    struct page page;
    struct entries made;
    begin(&page, "jsonl");
    make_entries(&page, &made);
    put(&page, 0, &(struct head){0});
    put(&page, 1, &made.full);
    put(&page, 1, &made.empty);
    put(&page, 2, &made.inner[0]);
    assert_string_equal(page_end(&page), FULL_JSON "\n" EMPTY_JSON "\n");
    page_free(&page);
}

static void strip_spaces(const char *text, char *out, size_t size) {
    bool quoted = false;
    size_t used = 0;
    for (; *text && used + 1 < size; text++) {
        if (*text == '"' && text[-1] != '\\') quoted = !quoted;
        if (quoted || (*text != ' ' && *text != '\n')) out[used++] = *text;
    }
    out[used] = '\0';
}

static void test_json(void **state) {
    (void)state;
    char compact[4096];
    struct page page;
    struct entries made;
    begin(&page, "json");
    make_entries(&page, &made);
    put(&page, 0, &(struct head){11356});
    put(&page, 1, &made.full);
    put(&page, 1, &made.empty);
    strip_spaces(page_end(&page), compact, sizeof compact);
    assert_string_equal(compact, "{\"query\":{\"command\":\"made-up\"},\"on\":\"2001-02-03\",\"things\":[" FULL_JSON
                                 "," EMPTY_JSON "],\"others\":[]}");
    page_free(&page);
}

/* All lists stand, also without entries; a part that has gone by does not come back. */
static void test_parts(void **state) {
    (void)state;
    char compact[400];
    struct page page;
    struct inner inner = {SLICE_OF("I"), {true, 1}};
    begin(&page, "json");
    put(&page, 0, &(struct head){DAY_MAX});
    put(&page, 2, &inner);
    assert_int_equal(page.writer.class->entry(&page.writer, &parts[1], &inner), STATUS_USAGE);
    strip_spaces(page_end(&page), compact, sizeof compact);
    assert_string_equal(compact, "{\"query\":{\"command\":\"made-up\"},\"things\":[],\"others\":[{\"id\":\"I\",\"days\":1}]}");
    page_free(&page);
    begin(&page, "json");
    strip_spaces(page_end(&page), compact, sizeof compact);
    assert_string_equal(compact, "{\"query\":{\"command\":\"made-up\"},\"things\":[],\"others\":[]}");
    page_free(&page);
}

static void test_table(void **state) {
    (void)state;
    struct page page;
    struct entries made;
    begin(&page, "csv");
    make_entries(&page, &made);
    put(&page, 0, &(struct head){11356});
    put(&page, 1, &made.full);
    put(&page, 1, &made.empty);
    put(&page, 2, &made.inner[0]);
    assert_string_equal(page_end(&page),
                        "text,list,number,count,day,yes,flag,maybe,sources,event,events,entries,seen\n"
                        "\"t,\"\"x\",a;b\\;c,14.9,0,2001-02-03,true,true,false,s-1;https://example.org/2,E1,E1;E1,"
                        "I\\;1;I2,table\n"
                        ",,,,,false,,,,,,,\n");
    page_free(&page);
    begin(&page, "tsv");
    assert_string_equal(page_end(&page), "text\tlist\tnumber\tcount\tday\tyes\tflag\tmaybe\tsources\tevent\tevents\t"
                                         "entries\tseen\n");
    page_free(&page);
}

/* Without a page of its own a command shows its table. */
static void test_text(void **state) {
    (void)state;
    static const struct answer_part small[] = {{"others", &inner_shape, false, true}};
    struct page page;
    struct inner inner[] = {{SLICE_OF("one"), {true, 1028}}, {SLICE_OF("two"), {false, 0}}};
    page_init(&page, "text", "made-up");
    page.context.plan = (struct answer_plan){small, 1};
    page_begin(&page);
    for (size_t i = 0; i < 2; i++) assert_int_equal(page.writer.class->entry(&page.writer, small, &inner[i]), STATUS_OK);
    assert_string_equal(page_end(&page), "id   days\n"
                                         "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80  \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
                                         "one  1028\n"
                                         "two\n");
    page_free(&page);
}

/* ---- Markdown -------------------------------------------------------------------------------------------- */

static const struct answer_part page_parts[BRIEF_PARTS] = {[BRIEF_HEAD] = {"", &head_shape, true, false}};

static void brief_entry(struct page *page, enum brief_part part, const void *entry) {
    assert_int_equal(page->writer.class->entry(&page->writer, &page_parts[part], entry), STATUS_OK);
    page_rewind(page);
}

static void test_markdown(void **state) {
    (void)state;
    struct page page;
    struct answer_event event = {.reports = 1};
    struct answer_source sources[2];
    struct brief_event entry = {&event};
    struct brief_head head = {.a_name = SLICE_OF("<b>A*"), .b_name = SLICE_OF("B"), .on_first = 11356, .on_last = 11356,
                              .covered_until = DAY_MIN,
                              .left_out = {true, 2}};
    page_init(&page, "md", "brief");
    page.context.plan = (struct answer_plan){page_parts, BRIEF_PARTS};
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E_1"}, {EVENT_KIND, "other"}, {EVENT_DATE, "2001-02-03"},
         {EVENT_TITLE, "[x](javascript:y) <script> `c` # | a\nb"});
    complete_event(&page, &event, NULL);
    FILL(&sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s"}, {SOURCE_URL, "https://example.org/a_b"});
    FILL(&sources[1].record, RECORD_SOURCE, {SOURCE_ID, "t"}, {SOURCE_URL, "javascript:alert(1)"});
    event.sources = sources;
    event.source_count = 2;
    page_begin(&page);
    brief_entry(&page, BRIEF_HEAD, &head);
    brief_entry(&page, BRIEF_LATEST, &entry);
    const char *out = page_end(&page);
    const char *wanted[] = {
        "# \\<b\\>A\\* \xE2\x80\x93 B, 3 Feb 2001\n", "\n2 events that are not public are left out.\n", "\n## Latest\n\n",
        "- **3 Feb 2001**: \\[x\\](javascript:y) \\<script\\> \\`c\\` \\# \\| a b[^1][^2] (E\\_1)\n",
        "\n[^1]: <https://example.org/a_b>\n", "[^2]: javascript:alert(1)\n",
        "\n## In office\n\nThe record holds no office of either side on this day.\n"};
    for (size_t i = 0; i < LENGTH(wanted); i++)
        if (!strstr(out, wanted[i])) fail_msg("%s is not in\n%s", wanted[i], out);
    page_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_lines), cmocka_unit_test(test_json), cmocka_unit_test(test_parts),
        cmocka_unit_test(test_table),      cmocka_unit_test(test_text), cmocka_unit_test(test_markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
