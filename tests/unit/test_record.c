/* Records: the field tables, canonical form, what is refused and in which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/record.h"

static void assert_slice(struct slice value, const char *expected) {
    if (!slice_is(value, expected))
        fail_msg("\"%.*s\" is not \"%s\"", (int)value.size, value.data ? value.data : "", expected);
}

static void assert_contains(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("\"%s\" does not hold \"%s\"", text, part);
}

/* ---- Tables ---------------------------------------------------------------------------------- */

/* The columns of the contract, in its order; hidden fields and those of rows only left out. */
static void test_fields_are_those_of_the_contract(void **state) {
    (void)state;
    static const struct {
        enum record_type type;
        const char *names, *fields;
    } rows[] = {
        {RECORD_COUNTRY, "country countries",
         "id name aliases start end iso2 iso_numeric cow gw fips cameo ioc wikidata"},
        {RECORD_ORGANIZATION, "organization organizations", "id name kind aliases wikidata"},
        {RECORD_PERSON, "person people", "id name aliases country wikidata"},
        {RECORD_TERM, "term terms", "person country office title start end standing sources note"},
        {RECORD_SOURCE, "source sources",
         "id title publisher url archive_url published accessed type side language"},
        {RECORD_EVENT, "event events",
         "id kind date end time status release title summary countries organizations people actors "
         "place latitude longitude venue tags quantity unit sources source_url last_confirmed "
         "imposer target product hs rate rate_unit base_rate basis quota excludes announced "
         "code intensity mentions tone"},
        {RECORD_CLAIM, "claim claims", "event source field value quote locator stance note"},
        {RECORD_LINK, "link links", "from relation to asserted_by denied_by note source"},
        {RECORD_COVERAGE, "coverage coverage", "dataset countries kinds start end note"},
        {RECORD_NOTE, "note notes", "record kind reason date"},
        {RECORD_PARTY, "party parties", "event type id role for as"},
    };
    assert_int_equal(sizeof rows / sizeof *rows, RECORD_TYPES);
    for (size_t i = 0; i < RECORD_TYPES; i++) {
        const struct record_info *info = record_info(rows[i].type);
        char names[64] = "", fields[600] = "";
        strcat(strcat(strcat(names, info->name), " "), info->plural);
        for (size_t j = 0; j < info->field_count; j++) {
            const struct field *field = &info->fields[j];
            assert_non_null(field->note);
            assert_true(field->type != FIELD_WORD || field->words);
            if (!(field->flags & (FIELD_HIDDEN | FIELD_ROW_ONLY)))
                strcat(strcat(fields, *fields ? " " : ""), field->name);
        }
        assert_string_equal(names, rows[i].names);
        assert_string_equal(fields, rows[i].fields);
    }
}

static void test_names_are_found(void **state) {
    (void)state;
    assert_int_equal(record_find_field(RECORD_EVENT, SLICE_OF("Base_Rate")), EVENT_BASE_RATE);
    assert_int_equal(record_find_field(RECORD_EVENT, SLICE_OF("nothing")), -1);
    assert_string_equal(record_nearest_field(RECORD_EVENT, SLICE_OF("sumary")), "summary");
    assert_string_equal(record_nearest_field(RECORD_EVENT, SLICE_OF("contries")), "countries");
    assert_null(record_nearest_field(RECORD_EVENT, SLICE_OF("GoldsteinScale")));
    assert_null(record_nearest_field(RECORD_EVENT, SLICE_OF("party_details")));
    assert_int_equal(record_find_type(SLICE_OF("people")), RECORD_PERSON);
    assert_int_equal(record_find_type(SLICE_OF("Event")), RECORD_EVENT);
    assert_int_equal(record_find_type(SLICE_OF("")), RECORD_TYPES);
}

static void test_names_of_records(void **state) {
    (void)state;
    struct record record;
    struct buffer buffer;
    buffer_init(&buffer);
    record_init(&record, RECORD_LINK);
    record_set(&record, LINK_FROM, SLICE_OF("A"));
    record_set(&record, LINK_RELATION, SLICE_OF("ends"));
    record_set(&record, LINK_TO, SLICE_OF("B"));
    record_append_name(&buffer, &record);
    assert_slice(buffer_slice(&buffer), "link:A/ends/B");
    buffer_clear(&buffer);
    record_init(&record, RECORD_TERM);
    record_set(&record, TERM_PERSON, SLICE_OF("mark-carney"));
    record_set(&record, TERM_COUNTRY, SLICE_OF("CAN"));
    record_set(&record, TERM_OFFICE, SLICE_OF("head_of_government"));
    record_set(&record, TERM_START, SLICE_OF("2025-03-14"));
    record_append_name(&buffer, &record);
    assert_slice(buffer_slice(&buffer), "term:mark-carney/CAN/head_of_government/2025-03-14");
    buffer_clear(&buffer);
    record_init(&record, RECORD_SOURCE);
    record_set(&record, SOURCE_URL, SLICE_OF("https://a.example/"));
    record_append_name(&buffer, &record);
    assert_slice(buffer_slice(&buffer), "https://a.example/");
    buffer_free(&buffer);
}

/* ---- Values ---------------------------------------------------------------------------------- */

/* A record of a type that has all it needs. */
static void fill_record(struct record *record, enum record_type type) {
    static const struct {
        enum record_type type;
        const char *field, *value;
    } needed[] = {
        {RECORD_COUNTRY, "id", "XYZ"},      {RECORD_COUNTRY, "name", "Xyz"},
        {RECORD_ORGANIZATION, "id", "ORG"}, {RECORD_ORGANIZATION, "name", "Org"},
        {RECORD_PERSON, "id", "p"},         {RECORD_PERSON, "name", "P"},
        {RECORD_TERM, "person", "p"},       {RECORD_TERM, "country", "CAN"},
        {RECORD_TERM, "office", "x"},       {RECORD_SOURCE, "id", "s"},
        {RECORD_EVENT, "kind", "meeting"},  {RECORD_EVENT, "date", "2018"},
        {RECORD_EVENT, "title", "T"},       {RECORD_CLAIM, "event", "E"},
        {RECORD_CLAIM, "source", "s"},      {RECORD_CLAIM, "field", "date"},
        {RECORD_CLAIM, "value", "v"},       {RECORD_LINK, "from", "A"},
        {RECORD_LINK, "relation", "ends"},  {RECORD_LINK, "to", "B"},
        {RECORD_COVERAGE, "dataset", "d"},  {RECORD_NOTE, "record", "E"},
        {RECORD_NOTE, "kind", "merged"},    {RECORD_PARTY, "event", "E"},
        {RECORD_PARTY, "type", "person"},   {RECORD_PARTY, "id", "p"},
    };
    record_init(record, type);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i].type == type)
            record_set(record, record_find_field(type, slice_from(needed[i].field)),
                       slice_from(needed[i].value));
}

struct value_row {
    enum record_type type;
    int field;
    const char *written, *canonical; /* NULL: refused */
    const char *said;                /* in message or remedy, when it is refused */
};

static void check_value(const struct value_row *row, bool strict) {
    struct arena arena;
    struct record record;
    struct error error = {.status = STATUS_OK};
    struct normalize_options options = {.strict = strict};
    int field = -2;
    arena_init(&arena);
    fill_record(&record, row->type);
    record_set(&record, row->field, slice_from(row->written));
    enum status status = record_normalize(&arena, &record, &options, &field, &error);
    if (row->canonical) {
        if (status != STATUS_OK)
            fail_msg("\"%s\": %s", row->written, error.message);
        assert_slice(record_get(&record, row->field), row->canonical);
        assert_int_equal(record_normalize(&arena, &record, &options, &field, &error), STATUS_OK);
        assert_slice(record_get(&record, row->field), row->canonical);
    } else {
        if (status == STATUS_OK)
            fail_msg("\"%s\" is taken as \"%.*s\"", row->written,
                     (int)record_get(&record, row->field).size,
                     record_get(&record, row->field).data);
        assert_int_equal(status, STATUS_BAD_INPUT);
        assert_int_equal(field, row->field);
        if (!(record_field(row->type, row->field)->flags & FIELD_KIND))
            assert_contains(error.message, record_field(row->type, row->field)->name);
        if (!strstr(error.message, row->said))
            assert_contains(error.remedy, row->said);
    }
    arena_free(&arena);
}

static const struct value_row value_rows[] = {
    /* texts */
    {RECORD_EVENT, EVENT_TITLE, "  A  title\t", "A  title", NULL},
    {RECORD_EVENT, EVENT_SUMMARY, "one\r\ntwo\n\tthree", "one\ntwo\n\tthree", NULL},
    {RECORD_EVENT, EVENT_SUMMARY, "one\rtwo", NULL, "0x0d"},
    {RECORD_EVENT, EVENT_TITLE, "a\033[1mb", NULL, "0x1b"},
    {RECORD_EVENT, EVENT_TITLE, "a\xC3", NULL, "UTF-8"},
    {RECORD_EVENT, EVENT_TITLE, "\xED\xA0\x80", NULL, "byte 1"},
    {RECORD_EVENT, EVENT_TITLE, "习近平", "习近平", NULL},
    /* URLs */
    {RECORD_SOURCE, SOURCE_URL, " https://a.example/x?y=1;z ", "https://a.example/x?y=1;z", NULL},
    {RECORD_SOURCE, SOURCE_URL, "urn:isbn:1", "urn:isbn:1", NULL},
    {RECORD_SOURCE, SOURCE_URL, "https://a.example/x y", NULL, "%20"},
    {RECORD_EVENT, EVENT_SOURCE_URL, "https://a.example/\nx", NULL, "white space"},
    /* ids */
    {RECORD_EVENT, EVENT_ID, "CC-M22", "CC-M22", NULL},
    {RECORD_EVENT, EVENT_ID, "a_b.c/d-1", "a_b.c/d-1", NULL},
    {RECORD_EVENT, EVENT_ID, "québec-1", "québec-1", NULL},
    {RECORD_EVENT, EVENT_ID, "a b", NULL, "letters, digits"},
    {RECORD_EVENT, EVENT_ID, "a;b", NULL, "letters, digits"},
    {RECORD_EVENT, EVENT_ID, "a:b", NULL, "letters, digits"},
    {RECORD_EVENT, EVENT_ID, "a,b", NULL, "letters, digits"},
    {RECORD_EVENT, EVENT_ID, "a\xC2\xA0z", NULL, "letters, digits"},
    {RECORD_EVENT, EVENT_ID, "a\xE2\x80\x8Bz", NULL, "letters, digits"},
    /* words */
    {RECORD_EVENT, EVENT_STATUS, "Confirmed", "confirmed", NULL},
    {RECORD_EVENT, EVENT_STATUS, "reported", "", NULL},
    {RECORD_EVENT, EVENT_STATUS, "plannd", NULL, "did you mean planned? write one of planned"},
    {RECORD_CLAIM, CLAIM_STANCE, "supports", "", NULL},
    {RECORD_CLAIM, CLAIM_STANCE, "denies", "denies", NULL},
    {RECORD_CLAIM, CLAIM_FIELD, "Date", "date", NULL},
    {RECORD_CLAIM, CLAIM_FIELD, "GoldsteinScale", "GoldsteinScale", NULL},
    {RECORD_LINK, LINK_RELATION, "Retaliates against", "retaliates_against", NULL},
    {RECORD_LINK, LINK_RELATION, "ended", NULL, "ends"},
    {RECORD_TERM, TERM_STANDING, "acting", "acting", NULL},
    {RECORD_PARTY, PARTY_ROLE, "Participant", "", NULL},
    {RECORD_PARTY, PARTY_ROLE, "Host", "host", NULL},
    /* kinds */
    {RECORD_EVENT, EVENT_KIND, "Meeting.Bilateral", "meeting.bilateral", NULL},
    {RECORD_EVENT, EVENT_KIND, "tariff.solar", "tariff.solar", NULL},
    {RECORD_EVENT, EVENT_KIND, "meting.bilateral", NULL, "meeting"},
    {RECORD_EVENT, EVENT_KIND, "meeting..x", NULL, "dotted path"},
    {RECORD_COVERAGE, COVERAGE_KINDS, "visit;Meeting", "meeting;visit", NULL},
    {RECORD_COVERAGE, COVERAGE_KINDS, "visit;xyz", NULL, "family"},
    /* lists */
    {RECORD_EVENT, EVENT_TAGS, " b ; a;; b;c\\;d ", "b;a;c\\;d", NULL},
    {RECORD_EVENT, EVENT_TAGS, " ; ", "", NULL},
    {RECORD_EVENT, EVENT_TAGS, "a\\:b", "a:b", NULL},
    {RECORD_EVENT, EVENT_SOURCES, "https://a.example/;s1", "https://a.example/;s1", NULL},
    {RECORD_TERM, TERM_OFFICE, "Head of State;head_of_government;Head  of State",
     "head_of_government;head_of_state", NULL},
    {RECORD_TERM, TERM_OFFICE, "head(x)", NULL, "one word"},
    {RECORD_COUNTRY, COUNTRY_COW, "255@1955/1990 ; 260@1990/..", "255@1955/1990;260@1990/..", NULL},
    {RECORD_COUNTRY, COUNTRY_COW, "255@1990/1955", NULL, "end before it begins"},
    {RECORD_COUNTRY, COUNTRY_COW, "255@May/1955", NULL, "code@start/end"},
    {RECORD_COUNTRY, COUNTRY_COW, "@1955/1990", NULL, "before the '@'"},
    {RECORD_COUNTRY, COUNTRY_ALIASES, "Burma;Burma@../1989", "Burma;Burma@../1989", NULL},
    /* parties */
    {RECORD_EVENT, EVENT_COUNTRIES, "Canada", "Canada", NULL},
    {RECORD_EVENT, EVENT_COUNTRIES, " CAN : Visitor ;CHN:host; CAN:visitor", "CAN:visitor;CHN:host",
     NULL},
    {RECORD_EVENT, EVENT_COUNTRIES, "CAN:participant;CHN:", "CAN;CHN", NULL},
    {RECORD_EVENT, EVENT_COUNTRIES, "CAN:guest of honour", "CAN:guest_of_honour", NULL},
    {RECORD_EVENT, EVENT_ACTORS, "Mission\\: Impossible:host", "Mission\\: Impossible:host", NULL},
    {RECORD_EVENT, EVENT_ACTORS, "Citizen (India)", "Citizen (India)", NULL},
    {RECORD_EVENT, EVENT_COUNTRIES, "CAN:a:b", NULL, "name:role"},
    {RECORD_EVENT, EVENT_COUNTRIES, ":host", NULL, "name:role"},
    {RECORD_EVENT, EVENT_ACTORS, "Mission: Impossible (1)", NULL, "\\:"},
    {RECORD_EVENT, EVENT_PARTY_DETAILS, "Person: p :Host:CAN:special envoy",
     "person:p:host:CAN:special envoy", NULL},
    {RECORD_EVENT, EVENT_PARTY_DETAILS, "person:p;country:CAN:participant",
     "person:p:::;country:CAN:::", NULL},
    {RECORD_EVENT, EVENT_PARTY_DETAILS, "ship:p", NULL, "country, organization"},
    /* dates */
    {RECORD_EVENT, EVENT_DATE, "2018-12-01", "2018-12-01", NULL},
    {RECORD_EVENT, EVENT_DATE, " 2018~ ", "2018~", NULL},
    {RECORD_EVENT, EVENT_DATE, "May 2018", "2018-05", NULL},
    {RECORD_EVENT, EVENT_DATE, "2023-02-29", NULL, "February"},
    {RECORD_EVENT, EVENT_DATE, "03/04/2018", NULL, "date-order"},
    {RECORD_EVENT, EVENT_DATE, "..", NULL, "date"},
    {RECORD_EVENT, EVENT_END, "..", "..", NULL},
    {RECORD_TERM, TERM_END, "..", "..", NULL},
    {RECORD_SOURCE, SOURCE_PUBLISHED, "2018-12", "2018-12", NULL},
    {RECORD_SOURCE, SOURCE_PUBLISHED, "2018/2019", NULL, "single day"},
    {RECORD_SOURCE, SOURCE_PUBLISHED, "201X", NULL, "single day"},
    {RECORD_SOURCE, SOURCE_PUBLISHED, "2018-21", NULL, "single day"},
    {RECORD_EVENT, EVENT_RELEASE, "Public", "", NULL},
    {RECORD_EVENT, EVENT_RELEASE, "draft", "draft", NULL},
    {RECORD_EVENT, EVENT_RELEASE, "2026-01-01", "2026-01-01", NULL},
    {RECORD_EVENT, EVENT_RELEASE, "2026-01", NULL, "embargoed"},
    {RECORD_EVENT, EVENT_RELEASE, "secret", NULL, "embargoed"},
    {RECORD_EVENT, EVENT_TIME, "9:05", "09:05", NULL},
    {RECORD_EVENT, EVENT_TIME, "09:05:30z", "09:05:30Z", NULL},
    {RECORD_EVENT, EVENT_TIME, "9:05-05:30", "09:05-05:30", NULL},
    {RECORD_EVENT, EVENT_TIME, "24:00", NULL, "hh:mm"},
    {RECORD_EVENT, EVENT_TIME, "9:5", NULL, "hh:mm"},
    {RECORD_EVENT, EVENT_TIME, "09:05 EST", NULL, "hh:mm"},
    /* numbers */
    {RECORD_EVENT, EVENT_QUANTITY, "1.50", "1.5", NULL},
    {RECORD_EVENT, EVENT_QUANTITY, "-0", "0", NULL},
    {RECORD_EVENT, EVENT_QUANTITY, "1,000", NULL, "thousands"},
    {RECORD_EVENT, EVENT_LATITUDE, "90.0", "90", NULL},
    {RECORD_EVENT, EVENT_LATITUDE, "90.1", NULL, "between -90 and 90"},
    {RECORD_EVENT, EVENT_LONGITUDE, "-180", "-180", NULL},
    {RECORD_EVENT, EVENT_LONGITUDE, "181", NULL, "between -180 and 180"},
    {RECORD_EVENT, EVENT_MENTIONS, "007", "7", NULL},
    {RECORD_EVENT, EVENT_MENTIONS, "-1", NULL, "0 or more"},
    {RECORD_EVENT, EVENT_MENTIONS, "1.5", NULL, "whole number"},
    {RECORD_EVENT, EVENT_CODE, "0100", "0100", NULL},
    {RECORD_EVENT, EVENT_RATE, "25.0", "25", NULL},
    {RECORD_EVENT, EVENT_RATE, "107.10/212.1", "107.1/212.1", NULL},
    {RECORD_EVENT, EVENT_RATE, "25/25.0", "25", NULL},
    {RECORD_EVENT, EVENT_RATE, "30/20", NULL, "low/high"},
    {RECORD_EVENT, EVENT_RATE, "25%", NULL, "percent sign"},
};

static void test_values(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof value_rows / sizeof *value_rows; i++)
        check_value(&value_rows[i], false);
}

static void test_strict_takes_edtf_only(void **state) {
    (void)state;
    static const struct value_row rows[] = {
        {RECORD_EVENT, EVENT_DATE, "2018-12-01", "2018-12-01", NULL},
        {RECORD_EVENT, EVENT_DATE, "May 2018", NULL, "date"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_value(&rows[i], true);
}

static void note_conversion(void *context, struct slice written, struct slice edtf) {
    int *count = context;
    assert_slice(written, "1 December 2018");
    assert_slice(edtf, "2018-12-01");
    ++*count;
}

static void test_conversions_are_told(void **state) {
    (void)state;
    int count = 0, field;
    struct arena arena;
    struct record record;
    struct normalize_options options = {.converted = note_conversion, .context = &count};
    arena_init(&arena);
    fill_record(&record, RECORD_EVENT);
    record_set(&record, EVENT_DATE, SLICE_OF("1 December 2018"));
    record_set(&record, EVENT_END, SLICE_OF("2018-12-02"));
    assert_int_equal(record_normalize(&arena, &record, &options, &field, NULL), STATUS_OK);
    assert_int_equal(count, 1);
    arena_free(&arena);
}

static void test_long_values(void **state) {
    (void)state;
    struct arena arena;
    struct record record;
    struct error error = {.status = STATUS_OK};
    int field;
    arena_init(&arena);
    char *text = arena_alloc(&arena, RECORD_TEXT_MAX + 1);
    memset(text, 'x', RECORD_TEXT_MAX + 1);
    fill_record(&record, RECORD_EVENT);
    record_set(&record, EVENT_SUMMARY, (struct slice){text, RECORD_TEXT_MAX});
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, &error), STATUS_OK);
    record_set(&record, EVENT_SUMMARY, (struct slice){text, RECORD_TEXT_MAX + 1});
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, &error), STATUS_BAD_INPUT);
    assert_int_equal(field, EVENT_SUMMARY);
    error_clear(&error);
    fill_record(&record, RECORD_EVENT);
    record_set(&record, EVENT_ID, (struct slice){text, RECORD_ID_MAX + 1});
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, &error), STATUS_BAD_INPUT);
    assert_contains(error.message, "too long");
    assert_true(strlen(error.message) < 120); /* the value is cut */
    arena_free(&arena);
}

/* A cell of very many items is no trap. */
static void test_many_items(void **state) {
    (void)state;
    struct arena arena;
    struct record record;
    int field;
    arena_init(&arena);
    char *text = arena_alloc(&arena, RECORD_TEXT_MAX);
    for (size_t i = 0; i < RECORD_TEXT_MAX; i++)
        text[i] = i % 2 ? ';' : (char)('a' + i / 2 % 26);
    fill_record(&record, RECORD_EVENT);
    record_set(&record, EVENT_TAGS, (struct slice){text, RECORD_TEXT_MAX});
    record_set(&record, EVENT_ACTORS, (struct slice){text, RECORD_TEXT_MAX});
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, NULL), STATUS_OK);
    assert_int_equal(record_get(&record, EVENT_TAGS).size, 26 * 2 - 1);
    assert_int_equal(record_get(&record, EVENT_ACTORS).size, 26 * 2 - 1);
    arena_free(&arena);
}

/* ---- What must be there ---------------------------------------------------------------------- */

static enum status normalize_without(enum record_type type, int without, const char *with_id,
                                     struct error *error, int *field) {
    struct arena arena;
    struct record record;
    arena_init(&arena);
    fill_record(&record, type);
    record.values[without] = SLICE_NONE;
    record.given &= ~(UINT64_C(1) << without);
    if (with_id)
        record_set(&record, 0, slice_from(with_id));
    error_clear(error);
    enum status status = record_normalize(&arena, &record, NULL, field, error);
    if (status == STATUS_OK)
        assert_int_equal(record_check_complete(&record, field, error), with_id ? STATUS_BAD_INPUT
                                                                               : STATUS_OK);
    arena_free(&arena);
    return status;
}

static void test_required_fields(void **state) {
    (void)state;
    static const struct {
        enum record_type type;
        int field;
    } rows[] = {
        {RECORD_COUNTRY, COUNTRY_ID},     {RECORD_PERSON, PERSON_ID},   {RECORD_TERM, TERM_PERSON},
        {RECORD_TERM, TERM_COUNTRY},      {RECORD_TERM, TERM_OFFICE},   {RECORD_EVENT, EVENT_KIND},
        {RECORD_EVENT, EVENT_DATE},       {RECORD_EVENT, EVENT_TITLE},  {RECORD_CLAIM, CLAIM_EVENT},
        {RECORD_CLAIM, CLAIM_SOURCE},     {RECORD_CLAIM, CLAIM_FIELD},  {RECORD_CLAIM, CLAIM_VALUE},
        {RECORD_LINK, LINK_FROM},         {RECORD_LINK, LINK_RELATION}, {RECORD_LINK, LINK_TO},
        {RECORD_COVERAGE, COVERAGE_DATASET}, {RECORD_NOTE, NOTE_RECORD}, {RECORD_NOTE, NOTE_KIND},
        {RECORD_PARTY, PARTY_EVENT},      {RECORD_PARTY, PARTY_TYPE},   {RECORD_PARTY, PARTY_ID},
    };
    struct error error;
    int field;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(normalize_without(rows[i].type, rows[i].field, NULL, &error, &field),
                         STATUS_BAD_INPUT);
        assert_int_equal(field, rows[i].field);
        assert_contains(error.message, "is missing");
        assert_contains(error.remedy, record_field(rows[i].type, rows[i].field)->name);
    }
    assert_int_equal(normalize_without(RECORD_SOURCE, SOURCE_ID, NULL, &error, &field),
                     STATUS_BAD_INPUT);
    assert_int_equal(field, SOURCE_URL);
}

/* A row with an id may complete an event that is known. */
static void test_rows_that_complete(void **state) {
    (void)state;
    struct error error;
    int field;
    assert_int_equal(normalize_without(RECORD_EVENT, EVENT_KIND, "E", &error, &field), STATUS_OK);
    assert_int_equal(normalize_without(RECORD_EVENT, EVENT_TITLE, "E", &error, &field), STATUS_OK);
    assert_int_equal(normalize_without(RECORD_PERSON, PERSON_NAME, "p", &error, &field), STATUS_OK);
}

/* But it cannot take away what is needed. */
static void test_needed_fields_cannot_be_cleared(void **state) {
    (void)state;
    struct arena arena;
    struct record record;
    int field;
    arena_init(&arena);
    fill_record(&record, RECORD_EVENT);
    record_set(&record, EVENT_ID, SLICE_OF("E"));
    record_set(&record, EVENT_DATE, SLICE_OF("  "));
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, NULL), STATUS_BAD_INPUT);
    assert_int_equal(field, EVENT_DATE);
    fill_record(&record, RECORD_EVENT);
    record_set(&record, EVENT_TITLE, SLICE_OF(""));
    record_set(&record, EVENT_CODE, SLICE_OF("043"));
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, NULL), STATUS_OK);
    arena_free(&arena);
}

static void test_places(void **state) {
    (void)state;
    static const unsigned short columns[RECORD_FIELDS_MAX] = {[EVENT_STATUS] = 7};
    struct arena arena;
    struct record record;
    struct error error = {.status = STATUS_OK};
    int field;
    arena_init(&arena);
    fill_record(&record, RECORD_EVENT);
    record.file = "events.csv";
    record.line = 12;
    record.columns = columns;
    record_set(&record, EVENT_STATUS, SLICE_OF("x"));
    assert_int_equal(record_normalize(&arena, &record, NULL, &field, &error), STATUS_BAD_INPUT);
    assert_string_equal(error.place.file, "events.csv");
    assert_int_equal(error.place.line, 12);
    assert_int_equal(error.place.column, 7);
    arena_free(&arena);
}

/* ---- Extras ---------------------------------------------------------------------------------- */

static enum status normalize_extras(struct record *record, struct error *error) {
    struct arena arena;
    int field;
    arena_init(&arena);
    enum status status = record_normalize(&arena, record, NULL, &field, error);
    if (status != STATUS_OK)
        assert_int_equal(field, -1);
    arena_free(&arena);
    return status;
}

static void test_extras(void **state) {
    (void)state;
    struct extra extras[] = {{SLICE_OF(" b "), SLICE_OF(" 2 ")},
                             {SLICE_OF("empty"), SLICE_OF(" ")},
                             {SLICE_OF("B"), SLICE_OF("3")},
                             {SLICE_OF("a"), SLICE_OF("1")}};
    struct record record;
    struct error error = {.status = STATUS_OK};
    fill_record(&record, RECORD_EVENT);
    record.extras = extras;
    record.extra_count = 4;
    assert_int_equal(normalize_extras(&record, &error), STATUS_OK);
    assert_int_equal(record.extra_count, 4);
    assert_slice(record.extras[3].name, "empty"); /* given empty: it clears */
    assert_true(slice_is_empty(record.extras[3].value));
    assert_slice(record.extras[0].name, "B");
    assert_slice(record.extras[1].name, "a");
    assert_slice(record.extras[2].name, "b");
    assert_slice(record.extras[2].value, "2");
    extras[0].name = SLICE_OF("a");
    assert_int_equal(normalize_extras(&record, &error), STATUS_BAD_INPUT);
    assert_contains(error.message, "given twice");
    error_clear(&error);
    static const struct {
        const char *name;
        bool taken;
    } names[] = {{"Title", true},       {"source_url", true},  {"Source  URL", true},
                 {"source-url", true},  {"sourceurl", false},  {"title_", false},
                 {"titles", false},     {"titl", false},       {"source_", false},
                 {"party_details", false}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        extras[0] = (struct extra){slice_from(names[i].name), SLICE_OF("1")};
        record.extra_count = 1;
        assert_int_equal(normalize_extras(&record, &error),
                         names[i].taken ? STATUS_BAD_INPUT : STATUS_OK);
        if (names[i].taken)
            assert_contains(error.message, "name of a field");
        error_clear(&error);
    }
    extras[0] = (struct extra){SLICE_OF("x"), SLICE_OF("a\001")};
    assert_int_equal(normalize_extras(&record, &error), STATUS_BAD_INPUT);
    assert_contains(error.message, "x holds the control character");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields_are_those_of_the_contract),
        cmocka_unit_test(test_names_are_found),
        cmocka_unit_test(test_names_of_records),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_strict_takes_edtf_only),
        cmocka_unit_test(test_conversions_are_told),
        cmocka_unit_test(test_long_values),
        cmocka_unit_test(test_many_items),
        cmocka_unit_test(test_required_fields),
        cmocka_unit_test(test_rows_that_complete),
        cmocka_unit_test(test_needed_fields_cannot_be_cleared),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_extras),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
