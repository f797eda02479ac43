/* json: answers laid out for people, the whole record as one document, text that must be escaped. */
#include "write_fixture.h"

#include "../../core/write/json_text.h"

static const char *const names[] = {"ada-arrow", "Ada Arrow", "AAA", "Arcadia",
                                    "BBB",       "Borduria",  NULL};

/* ---- layout --------------------------------------------------------------------------------- */

static void test_layout(void **state) {
    (void)state;
    static const struct {
        const char *compact;
        bool open;
        const char *wanted;
    } rows[] = {
        {"1", false, "1"},
        {"[]", false, "[]"},
        {"{}", true, "{}"},
        {"[1,2]", false, "[1, 2]"},
        {"{\"a\":1,\"b\":\"x,y:z\"}", false, "{\"a\": 1, \"b\": \"x,y:z\"}"},
        {"{\"a\":1}", true, "{\n  \"a\": 1\n}"},
        {"{\"a\":[1],\"b\":{}}", false, "{\n  \"a\": [1],\n  \"b\": {}\n}"},
        {"{\"a\":\"\\\"}]{\\\\\"}", false, "{\"a\": \"\\\"}]{\\\\\"}"},
        {"[[],[{}]]", false, "[\n  [],\n  [\n    {}\n  ]\n]"},
        {"[\"1234567890123456789012345678901234567890\",\"1234567890123456789012345678901234567890\","
         "\"1234567\"]",
         false,
         "[\"1234567890123456789012345678901234567890\", \"1234567890123456789012345678901234567890\", "
         "\"1234567\"]"},
        {"[\"1234567890123456789012345678901234567890\",\"1234567890123456789012345678901234567890\","
         "\"12345678\"]",
         false,
         "[\n  \"1234567890123456789012345678901234567890\",\n  \"1234567890123456789012345678901234567890\",\n"
         "  \"12345678\"\n]"},
    };
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        buffer_clear(&buffer);
        json_lay_out(&buffer, slice_from(rows[i].compact), 0, rows[i].open);
        if (!slice_is(buffer_slice(&buffer), rows[i].wanted))
            fail_msg("%.*s instead of %s", (int)buffer.size, buffer.data, rows[i].wanted);
    }
    buffer_free(&buffer);
}

/* Wide and deep: the work must stay in proportion. */
static void test_layout_of_much(void **state) {
    (void)state;
    enum { DEPTH = 2000, WIDTH = 200000 };
    struct buffer compact, out;
    buffer_init(&compact);
    buffer_init(&out);
    for (int i = 0; i < DEPTH; i++)
        buffer_append_byte(&compact, '[');
    for (int i = 0; i < WIDTH; i++)
        buffer_append_text(&compact, i ? ",\"x\"" : "\"x\"");
    for (int i = 0; i < DEPTH; i++)
        buffer_append_byte(&compact, ']');
    json_lay_out(&out, buffer_slice(&compact), 0, false);
    assert_false(buffer_failed(&out));
    assert_true(out.size > compact.size);
    buffer_free(&compact);
    buffer_free(&out);
}

static void test_values(void **state) {
    (void)state;
    struct buffer buffer;
    struct json_text json = {&buffer, false};
    buffer_init(&buffer);
    json_open(&json, NULL, '{');
    json_put_number(&json, "a", SLICE_OF("75.8"));
    json_put_number(&json, "b", SLICE_OF("-0.5"));
    json_put_number(&json, "c", SLICE_OF("107.1/212.1"));
    json_put_number(&json, "d", SLICE_OF("007"));
    json_put_number(&json, "e", SLICE_OF("1."));
    json_put_number(&json, "f", SLICE_OF("-"));
    json_put_number(&json, "g", SLICE_OF("0"));
    json_put_number(&json, "h", SLICE_OF("NaN"));
    json_put_bool(&json, "i", false);
    json_put_text(&json, "j \"k\"", SLICE_OF("\x01\x1f\n\t\"\\\x7f \xE2\x80\xA8"));
    json_close(&json, '}');
    buffer_append_byte(&buffer, '\0');
    assert_string_equal(
        buffer.data,
        "{\"a\":75.8,\"b\":-0.5,\"c\":\"107.1/212.1\",\"d\":\"007\",\"e\":\"1.\",\"f\":\"-\","
        "\"g\":0,\"h\":\"NaN\",\"i\":false,"
        "\"j \\\"k\\\"\":\"\\u0001\\u001f\\n\\t\\\"\\\\\x7f \xE2\x80\xA8\"}");
    buffer_free(&buffer);
}

/* Every byte at every place: the quick way and the slow way must say the same. */
static void test_strings(void **state) {
    (void)state;
    struct buffer quick, slow;
    buffer_init(&quick);
    buffer_init(&slow);
    for (size_t size = 1; size < 20; size++)
        for (size_t at = 0; at < size; at++)
            for (int byte = 1; byte < 256; byte++) {
                char text[20] = "aaaaaaaaaaaaaaaaaaa";
                struct json_text json = {&quick, false};
                text[at] = (char)byte;
                buffer_clear(&quick);
                buffer_clear(&slow);
                json_put_text(&json, NULL, (struct slice){text, size});
                buffer_append_json(&slow, (struct slice){text, size});
                assert_true(slice_equals(buffer_slice(&quick), buffer_slice(&slow)));
            }
    buffer_free(&quick);
    buffer_free(&slow);
}

/* ---- answers -------------------------------------------------------------------------------- */

static void test_empty_answers(void **state) {
    (void)state;
    static const char *const columns[] = {"id", NULL};
    struct page page;
    page_init(&page, "json", "timeline");
    page_begin(&page);
    assert_string_equal(page_end(&page),
                        "{\n  \"query\": {\"command\": \"timeline\"},\n  \"events\": []\n}\n");
    page_free(&page);
    page_init(&page, "json", "countries");
    page.context.query = NULL;
    page.context.columns = columns;
    page.context.rows_name = "countries";
    page_begin(&page);
    assert_string_equal(page_end(&page),
                        "{\n  \"query\": {\"command\": \"countries\"},\n  \"countries\": []\n}\n");
    page_free(&page);
}

static void test_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"id", "aliases", "days_min", "odd \"name\"", NULL};
    static const bool is_number[] = {false, false, true, true},
                      is_list[] = {false, true, false, false};
    struct page page;
    struct slice first[] = {SLICE_OF("AAA"), SLICE_OF("a\\;b;c"), SLICE_OF("12"), SLICE_OF("many")};
    struct slice second[] = {SLICE_OF(""), SLICE_NONE, SLICE_NONE, SLICE_OF("-1.5")};
    page_init(&page, "json", "sql");
    page.context.query = NULL;
    page.context.columns = columns;
    page_begin(&page);
    page_row(&page, &(struct answer_row){first, is_number, is_list});
    page_row(&page, &(struct answer_row){second, is_number, NULL});
    assert_string_equal(page_end(&page), "{\n"
                                         "  \"query\": {\"command\": \"sql\"},\n"
                                         "  \"rows\": [\n"
                                         "    {\n"
                                         "      \"id\": \"AAA\",\n"
                                         "      \"aliases\": [\"a;b\", \"c\"],\n"
                                         "      \"days_min\": 12,\n"
                                         "      \"odd \\\"name\\\"\": \"many\"\n"
                                         "    },\n"
                                         "    {\"id\": \"\", \"odd \\\"name\\\"\": -1.5}\n"
                                         "  ]\n"
                                         "}\n");
    page_free(&page);
}

/* Words of the command stand in the query; true and false among numbers are no texts. */
static void test_words_and_booleans(void **state) {
    (void)state;
    static const char *const columns[] = {"certain", "days", NULL};
    static const bool is_number[] = {true, true};
    struct page page;
    struct slice words[] = {SLICE_OF("AAA"), SLICE_OF("say \"x\"")};
    struct slice values[] = {SLICE_OF("false"), SLICE_OF("falsely")};
    page_init(&page, "json", "who");
    page.context.query = NULL;
    page.context.words = (struct slice_list){words, 2};
    page.context.columns = columns;
    page.context.rows_name = "holders";
    page_begin(&page);
    page_row(&page, &(struct answer_row){values, is_number, NULL});
    assert_string_equal(page_end(&page),
                        "{\n"
                        "  \"query\": {\n"
                        "    \"command\": \"who\",\n"
                        "    \"words\": [\"AAA\", \"say \\\"x\\\"\"]\n"
                        "  },\n"
                        "  \"holders\": [\n"
                        "    {\"certain\": false, \"days\": \"falsely\"}\n"
                        "  ]\n"
                        "}\n");
    page_free(&page);
}

static void test_bare_rows(void **state) {
    (void)state;
    static const char *const columns[] = {"input", NULL};
    static const char *const wanted[] = {
        "[]\n", "[\n  {\"input\": \"2018\"}\n]\n",
        "[\n  {\"input\": \"2018\"},\n  {\"input\": \"2018\"}\n]\n"};
    struct page page;
    struct slice value = SLICE_OF("2018");
    for (size_t rows = 0; rows < LENGTH(wanted); rows++) {
        page_init(&page, "json", "date");
        page.context.columns = columns;
        page.context.bare = true;
        page_begin(&page);
        for (size_t i = 0; i < rows; i++)
            page_row(&page, &(struct answer_row){.values = &value});
        assert_string_equal(page_end(&page), wanted[rows]);
        page_free(&page);
    }
}

static void test_event(void **state) {
    (void)state;
    struct page page;
    struct answer_event event = {
        .match = MATCH_POSSIBLE, .reports = 3, .disputed = true, .derived_end = SLICE_OF("E-9")};
    struct answer_office office = {SLICE_OF("head_of_state;head_of_government"),
                                   SLICE_OF("President"), SLICE_OF("AAA"), SLICE_OF("acting"),
                                   false};
    struct answer_source sources[2];
    struct answer_claim claim = {.source_title = SLICE_OF("One"), .source_side = SLICE_OF("BBB")};
    struct answer_link link = {.outgoing = false, .other_title = SLICE_OF("Later")};
    struct extra extra = {SLICE_OF("odd \"key\""), SLICE_OF("line\nline")};
    struct record note;
    page_init(&page, "json", "between");
    page.query.has_range = true;
    page.query.from_text = SLICE_OF("2025");
    FILL(&event.event, RECORD_EVENT, {EVENT_ID, "E-1"}, {EVENT_KIND, "tariff"},
         {EVENT_DATE, "2025-03~"}, {EVENT_TITLE, "Duty on \"kites\""},
         {EVENT_COUNTRIES, "AAA:imposer;BBB:target"}, {EVENT_PEOPLE, "ada-arrow:speaker"},
         {EVENT_PLACE, "Port A"}, {EVENT_LATITUDE, "-5.25"}, {EVENT_SOURCES, "s1"},
         {EVENT_SOURCE_URL, "https://bare.example/"}, {EVENT_IMPOSER, "AAA"}, {EVENT_TARGET, "BBB"},
         {EVENT_PRODUCT, "kites;string"}, {EVENT_RATE, "107.1/212.1"}, {EVENT_BASE_RATE, "6.1"},
         {EVENT_MENTIONS, "12"});
    event.event.extras = &extra;
    event.event.extra_count = 1;
    complete_event(&page, &event, names);
    ((struct answer_party *)event.parties)[2].offices = &office;
    ((struct answer_party *)event.parties)[2].office_count = 1;
    ((struct answer_party *)event.parties)[2].acts_for = SLICE_OF("AAA");
    FILL(&sources[0].record, RECORD_SOURCE, {SOURCE_ID, "s1"}, {SOURCE_TITLE, "One"},
         {SOURCE_URL, "https://one.example/"}, {SOURCE_PUBLISHED, "2025-03-21"},
         {SOURCE_TYPE, "law"});
    FILL(&sources[1].record, RECORD_SOURCE, {SOURCE_URL, "https://bare.example/"});
    event.sources = sources;
    event.source_count = 2;
    FILL(&claim.record, RECORD_CLAIM, {CLAIM_EVENT, "E-1"}, {CLAIM_SOURCE, "s1"},
         {CLAIM_FIELD, "rate"}, {CLAIM_VALUE, "100"}, {CLAIM_STANCE, "disputes"});
    event.claims = &claim;
    event.claim_count = 1;
    FILL(&link.record, RECORD_LINK, {LINK_FROM, "E-2"}, {LINK_RELATION, "responds_to"},
         {LINK_TO, "E-1"}, {LINK_ASSERTED_BY, "Borduria;Gazette"});
    event.links = &link;
    event.link_count = 1;
    FILL(&note, RECORD_NOTE, {NOTE_RECORD, "E-1"}, {NOTE_KIND, "correction"},
         {NOTE_REASON, "the rate"});
    event.notes = &note;
    event.note_count = 1;
    page_begin(&page);
    page_event(&page, &event);
    assert_string_equal(
        page_end(&page),
        "{\n"
        "  \"query\": {\"command\": \"between\", \"from\": \"2025\", \"match\": \"starts\"},\n"
        "  \"events\": [\n"
        "    {\n"
        "      \"id\": \"E-1\",\n"
        "      \"kind\": \"tariff\",\n"
        "      \"date\": \"2025-03~\",\n"
        "      \"title\": \"Duty on \\\"kites\\\"\",\n"
        "      \"parties\": [\n"
        "        {\"type\": \"country\", \"id\": \"AAA\", \"role\": \"imposer\", \"name\": \"Arcadia\"},\n"
        "        {\"type\": \"country\", \"id\": \"BBB\", \"role\": \"target\", \"name\": \"Borduria\"},\n"
        "        {\n"
        "          \"type\": \"person\",\n"
        "          \"id\": \"ada-arrow\",\n"
        "          \"role\": \"speaker\",\n"
        "          \"name\": \"Ada Arrow\",\n"
        "          \"acts_for\": \"AAA\",\n"
        "          \"offices\": [\n"
        "            {\n"
        "              \"office\": [\"head_of_state\", \"head_of_government\"],\n"
        "              \"title\": \"President\",\n"
        "              \"country\": \"AAA\",\n"
        "              \"standing\": \"acting\",\n"
        "              \"certain\": false\n"
        "            }\n"
        "          ]\n"
        "        }\n"
        "      ],\n"
        "      \"place\": [\"Port A\"],\n"
        "      \"latitude\": -5.25,\n"
        "      \"sources\": [\n"
        "        {\"id\": \"s1\", \"title\": \"One\", \"url\": \"https://one.example/\", "
        "\"published\": \"2025-03-21\"},\n"
        "        {\"url\": \"https://bare.example/\"}\n"
        "      ],\n"
        "      \"source_url\": \"https://bare.example/\",\n"
        "      \"tariff\": {\n"
        "        \"imposer\": \"AAA\",\n"
        "        \"target\": \"BBB\",\n"
        "        \"product\": [\"kites\", \"string\"],\n"
        "        \"rate\": \"107.1/212.1\",\n"
        "        \"base_rate\": 6.1\n"
        "      },\n"
        "      \"mentions\": 12,\n"
        "      \"extra\": {\"odd \\\"key\\\"\": \"line\\nline\"},\n"
        "      \"start_min\": \"2025-03-01\",\n"
        "      \"start_max\": \"2025-03-31\",\n"
        "      \"end_min\": \"2025-03-01\",\n"
        "      \"derived_end\": \"E-9\",\n"
        "      \"match\": \"possible\",\n"
        "      \"reports\": 3,\n"
        "      \"disputed\": true,\n"
        "      \"claims\": [\n"
        "        {\n"
        "          \"source\": \"s1\",\n"
        "          \"field\": \"rate\",\n"
        "          \"value\": \"100\",\n"
        "          \"stance\": \"disputes\",\n"
        "          \"source_title\": \"One\",\n"
        "          \"source_side\": \"BBB\"\n"
        "        }\n"
        "      ],\n"
        "      \"links\": [\n"
        "        {\n"
        "          \"from\": \"E-2\",\n"
        "          \"relation\": \"responds_to\",\n"
        "          \"to\": \"E-1\",\n"
        "          \"asserted_by\": [\"Borduria\", \"Gazette\"],\n"
        "          \"other_title\": \"Later\"\n"
        "        }\n"
        "      ],\n"
        "      \"notes\": [\n"
        "        {\"kind\": \"correction\", \"reason\": \"the rate\"}\n"
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}\n");
    page_free(&page);
}

static void test_whole_query(void **state) {
    (void)state;
    struct page page;
    struct slice one[] = {SLICE_OF("x"), SLICE_OF("y")};
    struct slice_list list = {one, 2};
    page_init(&page, "json", "timeline");
    page.query = (struct query){
        .has_range = true,
        .from_text = SLICE_OF("2018"),
        .to_text = SLICE_OF("2019"),
        .match = MATCH_OVERLAPS,
        .has_pair = true,
        .multilateral = true,
        .pair = {{RECORD_COUNTRY, SLICE_OF("AAA")}, {RECORD_COUNTRY, SLICE_OF("BBB")}},
        .countries = list,
        .people = list,
        .organizations = list,
        .roles = list,
        .kinds = list,
        .statuses = list,
        .tags = list,
        .places = list,
        .sources = list,
        .texts = list,
        .products = list,
        .codes = list,
        .single_source = true,
        .disputed = true,
        .distinct = true,
        .reverse = true,
        .min_mentions = 3,
        .limit = 0,
        .after = SLICE_OF("E-1")};
    page_begin(&page);
    assert_string_equal(page_end(&page), "{\n"
                                         "  \"query\": {\n"
                                         "    \"command\": \"timeline\",\n"
                                         "    \"from\": \"2018\",\n"
                                         "    \"to\": \"2019\",\n"
                                         "    \"match\": \"overlaps\",\n"
                                         "    \"pair\": [\"AAA\", \"BBB\"],\n"
                                         "    \"multilateral\": true,\n"
                                         "    \"country\": [\"x\", \"y\"],\n"
                                         "    \"person\": [\"x\", \"y\"],\n"
                                         "    \"organization\": [\"x\", \"y\"],\n"
                                         "    \"role\": [\"x\", \"y\"],\n"
                                         "    \"kind\": [\"x\", \"y\"],\n"
                                         "    \"status\": [\"x\", \"y\"],\n"
                                         "    \"tag\": [\"x\", \"y\"],\n"
                                         "    \"place\": [\"x\", \"y\"],\n"
                                         "    \"source\": [\"x\", \"y\"],\n"
                                         "    \"single_source\": true,\n"
                                         "    \"disputed\": true,\n"
                                         "    \"text\": [\"x\", \"y\"],\n"
                                         "    \"product\": [\"x\", \"y\"],\n"
                                         "    \"code\": [\"x\", \"y\"],\n"
                                         "    \"min_mentions\": 3,\n"
                                         "    \"distinct\": true,\n"
                                         "    \"limit\": 0,\n"
                                         "    \"after\": \"E-1\",\n"
                                         "    \"reverse\": true\n"
                                         "  },\n"
                                         "  \"events\": []\n"
                                         "}\n");
    page_free(&page);
}

/* ---- documents ------------------------------------------------------------------------------ */

static void test_empty_document(void **state) {
    (void)state;
    struct page page;
    page_init(&page, "json", "export");
    page_begin(&page);
    assert_string_equal(
        page_end(&page),
        "{\"detente\":1,\n\"dossier\":{},\n\"countries\":[],\n\"organizations\":[],\n\"people\":[],\n"
        "\"terms\":[],\n\"sources\":[],\n\"events\":[],\n\"claims\":[],\n\"links\":[],\n"
        "\"coverage\":[],\n\"notes\":[]\n}\n");
    page_free(&page);
}

static void test_document(void **state) {
    (void)state;
    struct page page;
    struct record country, term, event, second, party, coverage;
    struct extra extra = {SLICE_OF("x"), SLICE_OF("y")};
    page_init(&page, "json", "export");
    page.context.dossier = SLICE_OF("{\"title\":\"Two\"}");
    FILL(&country, RECORD_COUNTRY, {COUNTRY_ID, "X-ARC"}, {COUNTRY_NAME, "Arcadia"},
         {COUNTRY_ALIASES, "Arc"}, {COUNTRY_COW, "255@1955/1990;260@1990"});
    FILL(&term, RECORD_TERM, {TERM_PERSON, "ada-arrow"}, {TERM_COUNTRY, "X-ARC"},
         {TERM_OFFICE, "envoy"}, {TERM_SOURCES, "s1"});
    FILL(&event, RECORD_EVENT, {EVENT_ID, "E-1"}, {EVENT_KIND, "visit"}, {EVENT_DATE, "2018"},
         {EVENT_COUNTRIES, "X-ARC"}, {EVENT_PEOPLE, "ada-arrow"},
         {EVENT_ACTORS, "Citizen \\: one:subject"},
         {EVENT_PARTY_DETAILS, "person:ada-arrow::X-ARC:envoy"}, {EVENT_SOURCES, "s1;s2"},
         {EVENT_TARGET, "AAA;BBB"}, {EVENT_SUMMARY, "a\n\"b\""});
    event.extras = &extra;
    event.extra_count = 1;
    FILL(&second, RECORD_EVENT, {EVENT_ID, "E-2"}, {EVENT_KIND, "visit"}, {EVENT_DATE, "2019"});
    FILL(&party, RECORD_PARTY, {PARTY_EVENT, "E-1"}, {PARTY_TYPE, "person"},
         {PARTY_ID, "ada-arrow"});
    FILL(&coverage, RECORD_COVERAGE, {COVERAGE_DATASET, "d"}, {COVERAGE_COUNTRIES, "AAA;BBB"},
         {COVERAGE_KINDS, "tariff"});
    page_begin(&page);
    page_record(&page, &country);
    page_record(&page, &term);
    page_record(&page, &event);
    page_record(&page, &second);
    page_record(&page, &party);
    page_record(&page, &coverage);
    assert_int_equal(page.writer.class->record(&page.writer, &term), STATUS_USAGE);
    assert_string_equal(
        page_end(&page),
        "{\"detente\":1,\n\"dossier\":{\"title\":\"Two\"},\n"
        "\"countries\":[\n"
        "{\"id\":\"X-ARC\",\"name\":\"Arcadia\",\"aliases\":[\"Arc\"],\"cow\":[\"255@1955/1990\",\"260@1990\"]}\n"
        "],\n\"organizations\":[],\n\"people\":[],\n\"terms\":[\n"
        "{\"person\":\"ada-arrow\",\"country\":\"X-ARC\",\"office\":[\"envoy\"],\"sources\":[\"s1\"]}\n"
        "],\n\"sources\":[],\n\"events\":[\n"
        "{\"id\":\"E-1\",\"kind\":\"visit\",\"date\":\"2018\",\"summary\":\"a\\n\\\"b\\\"\",\"parties\":["
        "{\"type\":\"country\",\"id\":\"X-ARC\",\"role\":\"participant\"},"
        "{\"type\":\"person\",\"id\":\"ada-arrow\",\"role\":\"participant\",\"for\":\"X-ARC\",\"as\":\"envoy\"},"
        "{\"type\":\"actor\",\"id\":\"Citizen : one\",\"role\":\"subject\"}],"
        "\"sources\":[\"s1\",\"s2\"],\"tariff\":{\"target\":\"AAA;BBB\"},\"extra\":{\"x\":\"y\"}},\n"
        "{\"id\":\"E-2\",\"kind\":\"visit\",\"date\":\"2019\"}\n"
        "],\n\"claims\":[],\n\"links\":[],\n\"coverage\":[\n"
        "{\"dataset\":\"d\",\"countries\":[\"AAA\",\"BBB\"],\"kinds\":[\"tariff\"]}\n"
        "],\n\"notes\":[]\n}\n");
    page_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_layout_of_much),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_empty_answers),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_words_and_booleans),
        cmocka_unit_test(test_bare_rows),
        cmocka_unit_test(test_event),
        cmocka_unit_test(test_whole_query),
        cmocka_unit_test(test_empty_document),
        cmocka_unit_test(test_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
