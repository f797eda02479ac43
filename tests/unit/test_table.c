/* csv and tsv: quoting, the columns of events, rows and records, cells that spreadsheets would run. */
#include "write_fixture.h"

#include "../../core/write/table.h"

static const char *const names[] = {"ada-arrow", "Ada Arrow", "bo-bark", "Bo: Bark",
                                    "AAA",       "Arcadia",   NULL};

/* ---- rows ----------------------------------------------------------------------------------- */

/* One row of two cells, the second one fixed, as a whole table without its heading. */
static void check_cell(const char *format, bool safe, struct slice cell, const char *wanted) {
    static const char *const columns[] = {"a", "b", NULL};
    struct page page;
    struct slice values[] = {cell, SLICE_OF("z")};
    page_init(&page, format, "sql");
    page.context.columns = columns;
    page.style.safe_cells = safe;
    page_begin(&page);
    page_row(&page, &(struct answer_row){.values = values});
    const char *out = strchr(page_end(&page), '\n') + 1;
    size_t size = strlen(out);
    assert_true(size >= 3);
    if (size - 3 != strlen(wanted) || memcmp(out, wanted, size - 3) != 0)
        fail_msg("%.*s instead of %s", (int)(size - 3), out, wanted);
    page_free(&page);
}

static void test_quoting(void **state) {
    (void)state;
    static const struct {
        const char *cell, *csv, *tsv;
    } rows[] = {
        {"", "", ""},
        {"plain", "plain", "plain"},
        {"a,b", "\"a,b\"", "a,b"},
        {"a\tb", "a\tb", "\"a\tb\""},
        {"say \"no\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
        {"two\r\nlines", "\"two\r\nlines\"", "\"two\r\nlines\""},
        {"\"", "\"\"\"\"", "\"\"\"\""},
        {" edge", "\" edge\"", "\" edge\""},
        {"edge ", "\"edge \"", "\"edge \""},
        {"a;b:c\\;d", "a;b:c\\;d", "a;b:c\\;d"},
        {"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
         "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"},
        {"=1+1", "=1+1", "=1+1"},
        {"\x1b[31m", "\x1b[31m", "\x1b[31m"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        check_cell("csv", false, slice_from(rows[i].cell), rows[i].csv);
        check_cell("tsv", false, slice_from(rows[i].cell), rows[i].tsv);
    }
}

static void test_safe_cells(void **state) {
    (void)state;
    static const struct {
        const char *cell, *csv;
    } rows[] = {
        {"=1+1", "'=1+1"},
        {"+cmd", "'+cmd"},
        {"-cmd", "'-cmd"},
        {"@sum", "'@sum"},
        {"\tx", "\"'\tx\""},
        {"\rx", "\"'\rx\""},
        {"  =1", "\"'  =1\""},
        {"=\"a\",b", "\"'=\"\"a\"\",b\""},
        {"\xEF\xBC\x9D"
         "1+1",
         "'\xEF\xBC\x9D"
         "1+1"},
        {"-5.3", "-5.3"},
        {"+7", "+7"},
        {"-0044-03-15", "'-0044-03-15"},
        {"a=b", "a=b"},
        {"'quoted", "'quoted"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        check_cell("csv", true, slice_from(rows[i].cell), rows[i].csv);
}

static void test_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"country", "days_min", "a,b", NULL};
    struct page page;
    struct slice first[] = {SLICE_OF("AAA"), SLICE_OF("12"), SLICE_OF("x;y")};
    struct slice second[] = {SLICE_NONE, SLICE_OF("-3"), SLICE_OF("")};
    page_init(&page, "csv", "held");
    page.context.columns = columns;
    page.style.crlf = true;
    page.style.bom = true;
    page_begin(&page);
    page_row(&page, &(struct answer_row){.values = first});
    page_row(&page, &(struct answer_row){.values = second});
    assert_string_equal(page_end(&page), "\xEF\xBB\xBF"
                                         "country,days_min,\"a,b\"\r\n"
                                         "AAA,12,x;y\r\n"
                                         ",-3,\r\n");
    page_free(&page);
}

static void test_lonely_empty_cell(void **state) {
    (void)state;
    static const char *const columns[] = {"note", NULL};
    struct page page;
    struct slice value = SLICE_NONE;
    page_init(&page, "csv", "sql");
    page.context.columns = columns;
    page_begin(&page);
    page_row(&page, &(struct answer_row){.values = &value});
    assert_string_equal(page_end(&page), "note\n\"\"\n");
    page_free(&page);
}

static void test_no_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"id", "name", NULL};
    struct page page;
    page_init(&page, "tsv", "countries");
    page.context.columns = columns;
    page_begin(&page);
    assert_string_equal(page_end(&page), "id\tname\n");
    page_free(&page);
}

/* ---- events --------------------------------------------------------------------------------- */

#define FIELDS_TO_SOURCE                                                                              \
    "id,kind,date,end,time,status,release,title,summary,countries,organizations,people,actors,place," \
    "latitude,longitude,venue,tags,quantity,unit,sources,source_url,source_title,source_publisher,"   \
    "source_date,"
#define FIELDS_FROM_CONFIRMED                                                                      \
    "last_confirmed,imposer,target,product,hs,rate,rate_unit,base_rate,basis,quota,excludes,"      \
    "announced,code,intensity,mentions,tone"
#define DERIVED ",start_min,start_max,end_min,end_max,match"

static void write_one(struct page *page, const struct answer_event *event) {
    page_begin(page);
    page_event(page, event);
}

static void test_no_events(void **state) {
    (void)state;
    struct page page;
    struct slice extra = SLICE_OF("confidence");
    page_init(&page, "csv", "timeline");
    page.context.extras[RECORD_EVENT] = (struct slice_list){&extra, 1};
    page_begin(&page);
    assert_string_equal(page_end(&page),
                        FIELDS_TO_SOURCE FIELDS_FROM_CONFIRMED DERIVED ",confidence\n");
    page_free(&page);
}

static void test_event_answer(void **state) {
    (void)state;
    struct page page;
    struct answer_event event = {.match = MATCH_POSSIBLE};
    struct answer_source sources[4];
    struct extra extras[] = {{SLICE_OF("confidence"), SLICE_OF("high")}};
    struct slice extra_names[] = {SLICE_OF("certainty"), SLICE_OF("confidence")};
    page_init(&page, "csv", "between");
    page.context.extras[RECORD_EVENT] = (struct slice_list){extra_names, 2};
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-1"}, {EVENT_KIND, "meeting"},
         {EVENT_DATE, "2018-05"}, {EVENT_TITLE, "Talks, \"frank\""},
         {EVENT_COUNTRIES, "AAA:host;BBB"}, {EVENT_PEOPLE, "ada-arrow:host;bo-bark"},
         {EVENT_ACTORS, "Citizen (Borduria)"}, {EVENT_PLACE, "Port A;Port B"},
         {EVENT_SOURCES, "s1;s2;s3;s4"}, {EVENT_TONE, "-5.3"});
    event.event.extras = extras;
    event.event.extra_count = 1;
    FILL(&sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s1"}, {SOURCE_TITLE, "One"},
         {SOURCE_URL, "https://one.example/a;b"});
    FILL(&sources[1].record, RECORD_SOURCE, {SOURCE_ID, "s2"}, {SOURCE_PUBLISHER, "No title"});
    FILL(&sources[2].record, RECORD_SOURCE, {SOURCE_ID, "s3"}, {SOURCE_TITLE, "Three"},
         {SOURCE_PUBLISHER, "Gazette"}, {SOURCE_PUBLISHED, "2018-05-30"});
    FILL(&sources[3].record, RECORD_SOURCE, {SOURCE_ID, "s4"}, {SOURCE_TITLE, "Four"});
    event.sources = sources;
    event.source_count = 4;
    complete_event(&page, &event, names);
    write_one(&page, &event);
    assert_string_equal(
        page_end(&page), FIELDS_TO_SOURCE FIELDS_FROM_CONFIRMED DERIVED
        ",certainty,confidence\n"
        "E-1,meeting,2018-05,,,,,\"Talks, \"\"frank\"\"\",,AAA:host;BBB,,Ada Arrow:host;Bo\\: Bark,"
        "Citizen (Borduria),Port A;Port B,,,,,,,https://one.example/a\\;b;s2;s4,,Three,Gazette,2018-05-30,"
        ",,,,,,,,,,,,,,,-5.3,2018-05-01,2018-05-31,2018-05-01,2018-05-31,possible,,high\n");
    page_free(&page);
}

/* A bare URL keeps its column; a source without a URL then goes by its id. */
static void test_bare_url(void **state) {
    (void)state;
    struct page page;
    struct answer_event event = {.match = MATCH_NONE};
    struct answer_source sources[2];
    page_init(&page, "csv", "export");
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-2"}, {EVENT_KIND, "tariff"},
         {EVENT_DATE, "2025-03-20"}, {EVENT_SOURCE_URL, "https://bare.example/"},
         {EVENT_SOURCES, "s3"});
    FILL(&sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s3"}, {SOURCE_TITLE, "Three"});
    FILL(&sources[1].record, RECORD_SOURCE, {SOURCE_URL, "https://bare.example/"});
    event.sources = sources;
    event.source_count = 2;
    complete_event(&page, &event, names);
    write_one(&page, &event);
    assert_string_equal(page_end(&page), FIELDS_TO_SOURCE FIELDS_FROM_CONFIRMED
                        "\n"
                        "E-2,tariff,2025-03-20,,,,,,,,,,,,,,,,,,s3,https://bare.example/"
                        ",,,,,,,,,,,,,,,,,,,\n");
    page_free(&page);
}

/* Parties that only the details name stand in the cells too; bounds that do not exist are empty. */
static void test_details_and_reports(void **state) {
    (void)state;
    struct page page;
    struct answer_event event = {.match = MATCH_SURE, .reports = 12};
    page_init(&page, "tsv", "between");
    page.query.distinct = true;
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-3"}, {EVENT_KIND, "tariff"},
         {EVENT_DATE, "2025-03-20"}, {EVENT_COUNTRIES, "AAA:imposer"},
         {EVENT_PARTY_DETAILS, "country:BBB:target::;person:ada-arrow::AAA:envoy"});
    complete_event(&page, &event, names);
    write_one(&page, &event);
    const char *row = strchr(page_end(&page), '\n') + 1;
    assert_string_equal(
        row,
        "E-3\ttariff\t2025-03-20\t\t\t\t\t\t\tAAA:imposer;BBB:target\t\tAda Arrow\t\t\t\t\t\t\t"
        "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t12\t2025-03-20\t2025-03-20\t2025-03-20\t"
        "\tcertain\n");
    page_free(&page);
}

static void test_unknown_extra(void **state) {
    (void)state;
    struct page page;
    struct answer_event event = {.match = MATCH_NONE};
    struct extra extra = {SLICE_OF("colour"), SLICE_OF("red")};
    page_init(&page, "csv", "export");
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-4"}, {EVENT_KIND, "visit"},
         {EVENT_DATE, "2018"});
    event.event.extras = &extra;
    event.event.extra_count = 1;
    complete_event(&page, &event, names);
    page_begin(&page);
    assert_int_equal(page.writer.class->event(&page.writer, &event), STATUS_USAGE);
    page_end(&page);
    page_free(&page);
}

/* ---- records -------------------------------------------------------------------------------- */

static void test_records(void **state) {
    (void)state;
    struct page page;
    struct record term, person;
    struct extra extra = {SLICE_OF("certainty"), SLICE_OF("low")};
    struct slice extra_name = extra.name;
    page_init(&page, "csv", "export");
    page.context.extras[RECORD_TERM] = (struct slice_list){&extra_name, 1};
    FILL(&term, RECORD_TERM, {TERM_PERSON, "ada-arrow"}, {TERM_COUNTRY, "AAA"},
         {TERM_OFFICE, "head_of_state;head_of_government"}, {TERM_START, "2010"},
         {TERM_SOURCES, "s1;s2"});
    term.extras = &extra;
    term.extra_count = 1;
    FILL(&person, RECORD_PERSON, {PERSON_ID, "ada-arrow"}, {PERSON_NAME, "Ada Arrow"});
    page_begin(&page);
    page_record(&page, &term);
    assert_int_equal(page.writer.class->record(&page.writer, &person), STATUS_USAGE);
    assert_string_equal(page_end(&page),
                        "person,country,office,title,start,end,standing,sources,note,certainty\n"
                        "ada-arrow,AAA,head_of_state;head_of_government,,2010,,,s1;s2,,low\n");
    page_free(&page);
}

/* Events as records: as they are kept, without the columns that make a row complete by itself. */
static void test_event_records(void **state) {
    (void)state;
    struct page page;
    struct record event;
    page_init(&page, "csv", "export");
    FILL(&event, RECORD_EVENT, {EVENT_ID, "E-5"}, {EVENT_KIND, "visit"}, {EVENT_DATE, "2018"},
         {EVENT_PEOPLE, "ada-arrow"}, {EVENT_PARTY_DETAILS, "person:ada-arrow::AAA:"},
         {EVENT_SOURCES, "s1"});
    page_begin(&page);
    page_record(&page, &event);
    assert_string_equal(
        page_end(&page),
        "id,kind,date,end,time,status,release,title,summary,countries,organizations,people,"
        "actors,place,latitude,longitude,venue,tags,quantity,unit,sources,"
        "source_url," FIELDS_FROM_CONFIRMED "\n"
        "E-5,visit,2018,,,,,,,,,ada-arrow,,,,,,,,,s1,,,,,,,,,,,,,,,,,\n");
    page_free(&page);
}

static void test_empty_record_table(void **state) {
    (void)state;
    struct page page;
    page_init(&page, "csv", "export");
    page_begin(&page);
    assert_int_equal(table_write_header(&page.writer, RECORD_PARTY), STATUS_OK);
    assert_int_equal(table_write_header(&page.writer, RECORD_PARTY), STATUS_OK);
    assert_int_equal(table_write_header(&page.writer, RECORD_NOTE), STATUS_USAGE);
    assert_string_equal(page_end(&page), "event,type,id,role,for,as\n");
    page_free(&page);
}

/* ---- the way out ---------------------------------------------------------------------------- */

static enum status refuse_bytes(void *context, const char *data, size_t size) {
    (void)context;
    (void)data;
    (void)size;
    return STATUS_STOPPED;
}

static void test_closed_pipe(void **state) {
    (void)state;
    static const char *const columns[] = {"a", NULL};
    struct page page;
    struct slice value = SLICE_OF("some text that fills the block");
    enum status status = STATUS_OK;
    int rows = 0;
    page_init(&page, "csv", "sql");
    page.sink.write = refuse_bytes;
    page.context.columns = columns;
    page_begin(&page);
    for (; status == STATUS_OK && rows < 100000; rows++)
        status = page.writer.class->row(&page.writer, &(struct answer_row){.values = &value});
    assert_int_equal(status, STATUS_STOPPED);
    assert_true(rows < 5000);
    page.writer.class->end(&page.writer);
    assert_int_equal(sink_finish(&page.sink), STATUS_STOPPED);
    page_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quoting),
        cmocka_unit_test(test_safe_cells),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_lonely_empty_cell),
        cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_no_events),
        cmocka_unit_test(test_event_answer),
        cmocka_unit_test(test_bare_url),
        cmocka_unit_test(test_details_and_reports),
        cmocka_unit_test(test_unknown_extra),
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_event_records),
        cmocka_unit_test(test_empty_record_table),
        cmocka_unit_test(test_closed_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
