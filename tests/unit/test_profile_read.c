/* Rows of foreign tables as records: a profile, a table, and what comes of it, written down line by line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../core/read/profile.h"
#include "read_log.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* ---- a record that knows a little ------------------------------------------------------------------------------ */

struct knower {
    const char *event, *person; /* id of an event; name of a person whose id is "known-person" */
};

static enum status find_known(void *context, enum record_type type, struct arena *arena, struct slice id, struct slice key,
                              int64_t first_day, int64_t last_day, struct slice *ids, size_t limit, size_t *count,
                              struct error *error) {
    const struct knower *knower = context;
    (void)arena, (void)first_day, (void)last_day, (void)error;
    *count = 0;
    if (!limit) return STATUS_OK;
    if (type == RECORD_EVENT && knower->event && slice_is(id, knower->event)) ids[(*count)++] = id;
    if (type == RECORD_PERSON && knower->person && slice_is(key, knower->person)) ids[(*count)++] = SLICE_OF("known-person");
    return STATUS_OK;
}

/* ---- what is told ------------------------------------------------------------------------------------------------- */

static enum status log_unplaced(void *context, const struct unplaced *what, struct error *error) {
    struct buffer *log = context;
    (void)error;
    buffer_append_format(log, "unplaced %ld: %s ", what->line, what->what);
    buffer_append_slice(log, what->column);
    buffer_append_text(log, "=");
    buffer_append_slice(log, what->value);
    buffer_append_format(log, ", %s%s\n", what->reason, what->kept ? ", kept" : "");
    return STATUS_OK;
}

static enum status log_covers(void *context, struct record *coverage, struct error *error) {
    buffer_append_text(context, "covers ");
    return log_visit(context, coverage, error);
}

static const struct knower nobody = {NULL, NULL};
static const struct knower somebody = {"E1", "ada example"};

static void read_by(struct buffer *log, const struct profile *profile, const struct knower *knower, const char *name,
                    struct slice text, size_t step, struct profile_counts *counts) {
    struct slow_input slow = {text, 0, step};
    struct input input = slow_open(&slow, name);
    struct record_visitor visitor = log_visitor(log);
    struct lookup lookup = {.context = (void *)(uintptr_t)knower, .find = find_known};
    struct error error = {.status = STATUS_OK};
    visitor.unplaced = log_unplaced;
    visitor.covers = log_covers;
    enum status status = profile_read(&input, profile, &lookup, &visitor, counts, &error);
    assert_int_equal(status, error.status);
    if (status != STATUS_OK) log_fault(log, "error", &error);
}

static const struct profile *parse(struct arena *arena, const char *json) {
    const struct profile *profile = NULL;
    struct memory_input memory = {slice_from(json), 0};
    struct input input;
    struct error error = {.status = STATUS_OK};
    input_from_memory(&memory, "p.json", &input);
    if (profile_parse(arena, &input, &profile, &error) != STATUS_OK)
        fail_msg("%s:%ld:%ld: %s; %s\n%s", error.place.file, error.place.line, error.place.column, error.message, error.remedy,
                 json);
    return profile;
}

struct read_case {
    const char *profile; /* its members but the first two */
    const char *table, *expected;
};

static void check_case(const struct read_case *test, const struct knower *knower) {
    static const size_t steps[] = {1 << 20, 1, 7};
    struct buffer json;
    struct arena arena;
    arena_init(&arena);
    buffer_init(&json);
    buffer_append_format(&json, "{\"detente_profile\": 1, \"name\": \"artificial\", %s}", test->profile);
    const struct profile *profile = parse(&arena, log_text(&json));
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct buffer log;
        struct profile_counts counts;
        buffer_init(&log);
        read_by(&log, profile, knower, "t", slice_from(test->table), steps[i], &counts);
        assert_string_equal(log_text(&log), test->expected);
        buffer_free(&log);
    }
    buffer_free(&json);
    arena_free(&arena);
}

static void check_cases(const struct read_case *cases, size_t count, const struct knower *knower) {
    for (size_t i = 0; i < count; i++) check_case(&cases[i], knower);
}

/* ---- a profile built by hand ------------------------------------------------------------------------------------------ */

static void test_by_hand(void **state) {
    struct profile_column columns[] = {{SLICE_OF("A"), false, true, false}, {SLICE_OF("B"), true, true, false}};
    struct profile_value date = {.shape = VALUE_COLUMN, .column = 0};
    struct profile_value kind = {.shape = VALUE_CONSTANT, .text = SLICE_OF("meeting")};
    struct profile_value title = {.shape = VALUE_COLUMN, .column = 1};
    struct profile_field fields[] = {{EVENT_TITLE, &title, 1}, {EVENT_KIND, &kind, 1}, {EVENT_DATE, &date, 1}};
    struct profile_record record = {.type = RECORD_EVENT, .fields = fields, .field_count = 3};
    struct profile profile = {.name = SLICE_OF("by-hand"),
                              .table = {.delimiter = ',', .quote = '"', .heading = true},
                              .columns = columns,
                              .column_count = 2,
                              .records = &record,
                              .record_count = 1,
                              .keep = KEEP_REST};
    struct buffer log;
    struct profile_counts counts;
    (void)state;
    buffer_init(&log);
    read_by(&log, &profile, &nobody, "t.csv", SLICE_OF("\xEF\xBB\xBF a ,x,,x,title\n2018-12-01,1,left,2,3\n\n2018-13-01,,,,\n"), 3,
            &counts);
    assert_string_equal(log_text(&log),
                        "event 2: kind=meeting date=2018-12-01 +x=1 +x (column 4)=2 +title (column 5)=3\n"
                        "reject t.csv:4:1: \"2018-13-01\" is no date that has one meaning\n"
                        "event 4: +a=2018-13-01 +x= +column 3= +x= +title=\n");
    assert_int_equal(counts.rows, 2);
    assert_int_equal(counts.kept, 3);
    assert_int_equal(counts.left, 1);
    assert_int_equal(counts.passed, 0);
    buffer_free(&log);
}

/* ---- tables -------------------------------------------------------------------------------------------------------- */

#define SIMPLE "\"records\": [{\"type\": \"event\", \"date\": \"D\", \"kind\": {\"value\": \"other\"}, \"title\": \"T\"}]"

static void test_headings(void **state) {
    (void)state;
    static const struct read_case cases[] = {
        {SIMPLE, "d, t \n2018,x\n", "event 2: kind=other date=2018 title=x\n"},
        {SIMPLE, "D,T,\n2018,x,\n2019,y\n", "event 2: kind=other date=2018 title=x\nevent 3: kind=other date=2019 title=y\n"},
        {SIMPLE, "D,T\n2018,x,,\n2018,x,,z\n2018\n", "event 2: kind=other date=2018 title=x\n"
         "reject t:3:3: the row has 4 cells, the heading 2\nevent 3: +D=2018 +T=x +column 3= +column 4=z\n"
         "reject t:4:2: the row has 1 cell, the heading 2\nevent 4: +D=2018\n"},
        {SIMPLE, "D,Tt\n", "error t:1:0: the heading has no column \"T\", which profile artificial reads\n"},
        {SIMPLE, "D,T,t\n", "error t:1:3: columns 2 and 3 have the same heading \"t\", and the profile reads it\n"},
        {SIMPLE, "", "error t:1:1: the table is empty\n"},
        {SIMPLE, "D,T\n2018,a\x80\n", "error t:2:2: byte 0x80 at offset 10 is not UTF-8\n"},
        {SIMPLE ", \"table\": {\"skip\": 2, \"optional\": [\"T\"]}", "# one\r\n\"# two\r\nD\r\n2018\r\n",
         "event 4: kind=other date=2018\n"},
        {SIMPLE ", \"table\": {\"skip\": 9}", "D,T\n2018,x\n", "error t:10:1: the table is empty\n"},
        {SIMPLE ", \"keep\": \"none\"", "D,T,U\n2018,x,u\n", "event 2: kind=other date=2018 title=x\n"},
        {SIMPLE ", \"keep\": [\"U\"]", "D,T,U,V\n2018,x,u,v\n", "event 2: kind=other date=2018 title=x +U=u\n"},
        {SIMPLE ", \"table\": {\"missing\": [\"NA\"], \"replace\": {\"<br>\": \" \", \"q\": \"\"}}",
         "D,T,U\n2018, NA ,NA\n2018q,a<br>bq<,u<br>\n",
         "event 2: kind=other date=2018\nevent 3: kind=other date=2018 title=a b< +U=u\n"},
    };
    check_cases(cases, COUNT(cases), &nobody);
}

static void test_variants(void **state) {
    (void)state;
#define VARIANTS "\"table\": {\"heading\": false, \"delimiter\": \"\\t\", \"quote\": \"none\", \"columns\": [[\"D\", \"T\"], [\"D\", \"T\", \"U\"]]}, "
    static const struct read_case cases[] = {
        {VARIANTS SIMPLE, "2018\tx\n2018\tx\t\"u\n2018\t\"a\" b\t\n",
         "event 1: kind=other date=2018 title=x\nevent 2: kind=other date=2018 title=x +U=\"u\n"
         "event 3: kind=other date=2018 title=\"a\" b\n"},
        {VARIANTS SIMPLE, "2018\n\t\t\n2018\tx\tu\tv\n2018\tx\tu\t\t\n",
         "reject t:1:2: the row has 1 cell, the profile knows rows of 2 or 3\nevent 1: +D=2018\n"
         "reject t:3:4: the row has 4 cells, the profile knows rows of 2 or 3\nevent 3: +D=2018 +T=x +U=u +column 4=v\n"
         "event 4: kind=other date=2018 title=x +U=u\n"},
        {VARIANTS "\"rows\": [{\"columns\": 3}], " SIMPLE, "2018\tx\n2018\tx\tu\n", "event 2: kind=other date=2018 title=x +U=u\n"},
    };
    check_cases(cases, COUNT(cases), &nobody);
}

/* ---- values ---------------------------------------------------------------------------------------------------------- */

#define VALUE(v) "\"records\": [{\"type\": \"event\", \"date\": {\"value\": \"2018\"}, \"kind\": {\"value\": \"other\"}, \"title\": " v "}], \"keep\": \"none\""
#define LIST(v) "\"records\": [{\"type\": \"event\", \"date\": {\"value\": \"2018\"}, \"kind\": {\"value\": \"other\"}, \"tags\": " v "}], \"keep\": \"none\""
#define GIVES(line, title) "event " line ": kind=other date=2018 title=" title "\n"

static void test_values(void **state) {
    (void)state;
    static const struct read_case cases[] = {
        {VALUE("{\"text\": \"{A}-{B}{{\"}"), "A,B\nx,y\nx,\n", GIVES("2", "x-y{") "event 3: kind=other date=2018\n"},
        {VALUE("{\"join\": [\"A\", \"B\", {\"value\": \"c\"}], \"with\": \" / \"}"), "A,B\nx,y\n,y\n", GIVES("2", "x / y / c") GIVES("3", "y / c")},
        {VALUE("{\"first\": [\"A\", \"B\"]}"), "A,B\nx,y\n,y\n", GIVES("2", "x") GIVES("3", "y")},
        {VALUE("{\"column\": \"A\", \"missing\": [\"-9\"]}"), "A\n-9\n9\n", "event 2: kind=other date=2018\n" GIVES("3", "9")},
        {VALUE("{\"column\": \"A\", \"when\": [{\"column\": \"B\", \"begins\": [\"X\"]}]}"), "A,B\n1,xy\n2,y\n",
         GIVES("2", "1") "event 3: kind=other date=2018\n"},
        {VALUE("{\"column\": \"A\", \"map\": {\"a\": \"one\", \"AB\": \"two\", \"e\": \"\"}}"), "A\nA\nab\nabc\ne\n",
         GIVES("2", "one") GIVES("3", "two") "unplaced 4: title A=abc, the profile's map has no such word\nevent 4: kind=other date=2018\n"
         "event 5: kind=other date=2018\n"},
        {VALUE("{\"column\": \"A\", \"map\": {\"a\": \"one\", \"AB\": \"two\"}, \"match\": \"begins\", \"else\": \"=\"}"), "A\nAx\nabc\nx\n",
         GIVES("2", "one") GIVES("3", "two") GIVES("4", "x")},
        {VALUE("{\"column\": \"A\", \"map\": {\"b\": \"one\", \"a\": \"two\"}, \"match\": \"has\", \"else\": \"none\"}"), "A\nxAB\nxa\nx\n",
         GIVES("2", "one") GIVES("3", "two") GIVES("4", "none")},
        {VALUE("{\"column\": \"A\", \"as\": \"slug\"}"), "A\nDr. \xC3\x89va  O'Example\n\xE4\xB8\xAD\n", GIVES("2", "dr-eva-o-example") "event 3: kind=other date=2018\n"},
        {VALUE("{\"column\": \"A\", \"as\": \"words\"}"), "A\nexample-ada-b\n", GIVES("2", "Example Ada B")},
        {VALUE("{\"column\": \"A\", \"as\": \"lower\"}"), "A\nAbC\n", GIVES("2", "abc")},
        {LIST("{\"column\": \"A\", \"split\": [\",\"], \"as\": \"slug\"}"), "A\n\"One Two, three;four,,\"\n,\n", "event 2: kind=other date=2018 tags=one-two;three-four\n"},
        {LIST("[\"A\", {\"value\": \"x;y\"}]"), "A\na\\\n\n", "event 2: kind=other date=2018 tags=a\\\\;x\\;y\n"},
    };
    check_cases(cases, COUNT(cases), &nobody);
}

#define DATE(v) "\"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"other\"}, \"date\": " v "}], \"keep\": \"none\""
#define DATED(line, date) "event " line ": kind=other date=" date "\n"

static void test_dates(void **state) {
    (void)state;
    static const struct read_case cases[] = {
        {DATE("\"A\""), "A\n2018-12\n1 December 2018\n12/2018\n", DATED("2", "2018-12") DATED("3", "1 December 2018") DATED("4", "12/2018")},
        {DATE("\"A\""), "A\n03/04/2018\n", "reject t:2:1: \"03/04/2018\" is no date that has one meaning\nevent 2: +A=03/04/2018\n"},
        {DATE("{\"column\": \"A\", \"format\": \"%d/%m/%Y\"}"), "A\n03/04/2018\n3/4/2018\n31/06/2018\n2018-05?\n4/13/2018\n1 May 2018\n",
         DATED("2", "2018-04-03") DATED("3", "2018-04-03")
         "reject t:4:1: \"31/06/2018\" is no date of the real calendar written as %d/%m/%Y\nevent 4: +A=31/06/2018\n" DATED("5", "2018-05?")
         "reject t:6:1: \"4/13/2018\" is no date of the real calendar written as %d/%m/%Y\nevent 6: +A=4/13/2018\n" DATED("7", "2018-05-01")},
        {DATE("{\"column\": \"A\", \"format\": [\"%Y%m%d\", \"%Y%m\"], \"plus_days\": 1}"), "A\n20181231\n201812\n2018-02-28~\n",
         DATED("2", "2019-01-01") DATED("3", "2018-12") DATED("4", "2018-03-01~")},
        {DATE("{\"column\": \"A\", \"plus_days\": 1, \"open_from\": \"9999-12-31\"}"), "A\n9999-12-31\n9999-12-30\n2018-12-31\n",
         "event 2: kind=other\nevent 3: kind=other\n" DATED("4", "2019-01-01")},
        {DATE("{\"column\": \"A\", \"plus_days\": 1}"), "A\n9999-12-31\n9999-12-30\n", DATED("2", "9999-12-31") DATED("3", "9999-12-31")},
        {DATE("{\"column\": \"A\", \"plus_days\": -1}"), "A\n0000-01-01\n0000-01-02\n", DATED("2", "0000-01-01") DATED("3", "0000-01-01")},
        {DATE("{\"column\": \"A\", \"open_from\": \"9999-12-31\"}"), "A\n9999-12-31\n9999-12-30\n", "event 2: kind=other\n" DATED("3", "9999-12-30")},
        {DATE("{\"year\": \"A\", \"month\": \"B\", \"day\": \"C\"}"), "A,B,C\n1945,4,12\n1945,4,\n1945,,\n,4,12\n1945,,12\n",
         DATED("2", "1945-04-12") DATED("3", "1945-04") DATED("4", "1945") "event 5: kind=other\n" DATED("6", "1945")},
        {DATE("{\"year\": \"A\", \"month\": \"B\", \"day\": \"C\"}"), "A,B,C\n1945,6,31\n99999999999,1,1\n45,1,\n1945,0,\n",
         "reject t:2:1: \"1945-6-31\" is no date of the real calendar: year, month and day\nevent 2: +A=1945 +B=6 +C=31\n"
         "reject t:3:1: \"99999999999-1-1\" is no date of the real calendar: year, month and day\nevent 3: +A=99999999999 +B=1 +C=1\n"
         "reject t:4:1: \"45-1\" is no date of the real calendar: year, month and day\nevent 4: +A=45 +B=1 +C=\n"
         "reject t:5:1: \"1945-0\" is no date of the real calendar: year, month and day\nevent 5: +A=1945 +B=0 +C=\n"},
    };
    check_cases(cases, COUNT(cases), &nobody);
}

/* ---- parties ----------------------------------------------------------------------------------------------------------- */

#define PARTIES(p) "\"groups\": {\"cameo\": [\"EUR\"], \"name\": [\"elsewhere\"]}, \"records\": [{\"type\": \"event\", \"date\": \"D\", \"kind\": {\"value\": \"other\"}, \"parties\": [" p "]}], \"keep\": \"none\""
#define PARTY(line, cells) "event " line ": kind=other date=2018-05-01 " cells "\n"
#define ALONE(line) "event " line ": kind=other date=2018-05-01\n"

static void test_parties(void **state) {
    (void)state;
#define ACTOR "{\"role\": \"actor\", \"try\": [{\"country\": \"C\", \"system\": \"cameo\"}, {\"organization\": \"N\"}, {\"person\": \"N\", \"quiet\": true}, {\"actor\": \"N\"}]}"
#define SEVERAL "{\"try\": [{\"country\": \"N\"}, {\"actor\": \"N\"}], \"split\": [\",\", \" and \"], \"parentheses\": true}"
    static const struct read_case cases[] = {
        {PARTIES(ACTOR), "D,C,N\n2018-05-01,CAN,Nobody\n2018-05-01,EUR,EUROPE\n2018-05-01,ZZZ,ZEDLAND\n2018-05-01,,Ada Example\n2018-05-01,,\n",
         PARTY("2", "countries=CAN:actor")
         "unplaced 3: organization N=EUROPE, no organization, or not one alone, is known by this name, kept\n" PARTY("3", "actors=EUROPE:actor")
         "unplaced 4: country C=ZZZ, nobody knows it, kept\n" PARTY("4", "actors=ZEDLAND:actor")
         PARTY("5", "people=known-person:actor") ALONE("6")},
        {PARTIES("{\"country\": \"N\"}"), "D,N\n2018-05-01,Nowhere\n2018-05-01,Elsewhere\n2018-05-01,Canada\n",
         "unplaced 2: country N=Nowhere, nobody knows it\n" ALONE("2") ALONE("3") PARTY("4", "countries=CAN")},
        {PARTIES(SEVERAL), "D,N\n2018-05-01,\"Trinidad and Tobago, Peru and Canada\"\n2018-05-01,\"Canada, Canada and a:b;c\"\n2018-05-01,Ada (Peru)\n"
         "2018-05-01,\"Club (Peru, Chile and Canada (Ottawa)), Mexico\"\n2018-05-01,((((((((((((Peru))))))))))))\n2018-05-01,\",(), and ,\"\n",
         PARTY("2", "countries=TTO;PER;CAN")
         "unplaced 3: country N=a:b;c, nobody knows it, kept\n" PARTY("3", "countries=CAN actors=a\\:b\\;c")
         "unplaced 4: country N=Ada, nobody knows it, kept\n" PARTY("4", "countries=PER actors=Ada")
         "unplaced 5: country N=Club, nobody knows it, kept\nunplaced 5: country N=Ottawa, nobody knows it, kept\n"
         PARTY("5", "countries=PER;CHL;CAN;MEX actors=Club;Ottawa") PARTY("6", "countries=PER") ALONE("7")},
        {PARTIES("{\"country\": \"N\", \"role\": \"venue\"}, {\"country\": \"N\", \"role\": \"host\"}, {\"country\": \"M\", \"role\": \"venue\"}"),
         "D,N,M\n2018-05-01,Canada,Peru\n", PARTY("2", "countries=CAN:host;PER:venue")},
        {PARTIES("{\"person\": \"N\", \"make\": true, \"role\": \"visitor\", \"for\": {\"country\": \"C\", \"system\": \"cameo\"}, \"as\": {\"value\": \"special: envoy\"}}"),
         "D,N,C\n2018-05-01,Jo Example,CAN\n2018-05-01,Jo Example,ZZZ\n",
         PARTY("2", "people=Jo Example:visitor party_details=person:Jo Example:visitor:CAN:special\\: envoy")
         "unplaced 3: country C=ZZZ, nobody knows it\n" PARTY("3", "people=Jo Example:visitor party_details=person:Jo Example:visitor::special\\: envoy")},
    };
    check_cases(cases, COUNT(cases), &somebody);
}

/* ---- records of other types ------------------------------------------------------------------------------------------------ */

static void test_records(void **state) {
    (void)state;
    static const struct read_case cases[] = {
        {"\"records\": [{\"type\": \"person\", \"id\": {\"column\": \"P\", \"as\": \"slug\"}, \"name\": \"P\", \"country\": {\"country\": \"C\", \"system\": \"cow\"}},"
         "{\"type\": \"term\", \"person\": {\"column\": \"P\", \"as\": \"slug\"}, \"country\": {\"country\": \"C\", \"system\": \"cow\", \"quiet\": true},"
         "\"office\": {\"value\": \"head_of_state\"}, \"start\": \"S\"}]",
         "P,C,S,note\nAda Example,260,1980\nAda Example,255,2018,\nAda Example,0,2018,n\n",
         "reject t:2:4: the row has 3 cells, the heading 4\nperson 2: +P=Ada Example +C=260 +S=1980\n"
         "person 3: id=ada-example name=Ada Example country=DEU\n"
         "term 3: person=ada-example country=DEU office=head_of_state start=2018\n"
         "unplaced 4: country C=0, nobody knows it\nperson 4: id=ada-example name=Ada Example +note=n\n"
         "unplaced 4: country C=0, nobody knows it\n"},
        {"\"records\": [{\"type\": \"source\", \"once\": true, \"id\": {\"value\": \"src\"}, \"title\": {\"value\": \"t\"}},"
         "{\"type\": \"event\", \"date\": \"D\", \"kind\": {\"column\": \"K\", \"map\": {\"m\": \"meeting\"}}}]",
         "D,K,X\n2018,m,1\n2018,q,2\n",
         "source 2: id=src title=t\nevent 2: kind=meeting date=2018 +X=1\nunplaced 3: kind K=q, the profile's map has no such word\n"},
        {"\"records\": [{\"type\": \"source\", \"id\": \"S\", \"title\": \"S\"}, {\"type\": \"event\", \"known\": true, \"id\": \"E\", \"sources\": \"S\"}]",
         "E,S\nE1,s1\nE2,s2\nE1,s3\n,s4\n",
         "source 2: id=s1 title=s1\nevent 2: id=E1 sources=s1\nunplaced 3: event E=E2, no such event in the record\n"
         "source 4: id=s3 title=s3\nevent 4: id=E1 sources=s3\nunplaced 5: event E=, the row names no event\n"},
        {"\"records\": [{\"type\": \"event\", \"when\": [{\"column\": \"D\", \"filled\": true}], \"date\": \"D\", \"kind\": {\"value\": \"other\"}}],"
         "\"rows\": [{\"column\": \"K\", \"not\": [\"x\"]}], \"keep\": \"none\"",
         "D,K\n2018,x\n2018,y\n,y\n", "event 3: kind=other date=2018\n"},
    };
    check_cases(cases, COUNT(cases), &somebody);
}

static void test_coverage(void **state) {
    (void)state;
#define COVERS(c) "\"records\": [{\"type\": \"event\", \"date\": \"D\", \"kind\": {\"value\": \"other\"}, \"when\": [{\"column\": \"M\", \"not\": [\"q\"]}]}], \"keep\": \"none\", \"coverage\": [" c "]"
    static const struct read_case cases[] = {
        {COVERS("{\"dataset\": \"X\"}"), "D,M\n2018-05-03,\n2017-06,\n\n",
         "event 2: kind=other date=2018-05-03\nevent 3: kind=other date=2017-06\ncovers coverage 0: dataset=X start=2017-06-01 end=2018-05-03\n"},
        {COVERS("{\"dataset\": \"X\", \"start\": \"1995\", \"days\": \"M\"}"), "D,M\n2018,2001-01-01\n", "event 2: kind=other date=2018\ncovers coverage 0: dataset=X start=1995 end=2001-01-01\n"},
        {COVERS("{\"dataset\": \"X\", \"start\": \"1995\", \"end\": \"1996\", \"when\": [{\"column\": \"M\", \"is\": [\"b\"]}]}"), "D,M\n2018,a\n", "event 2: kind=other date=2018\n"},
        {COVERS("{\"dataset\": \"X\", \"start\": \"2020\"}"), "D,M\n2018,a\n", "event 2: kind=other date=2018\n"},
        {COVERS("{\"dataset\": \"X\", \"gap\": 1}"), "D,M\n2018-05-05,\n2018-05-01,\n2018-05-03,\n2018-05-02,\n",
         "event 2: kind=other date=2018-05-05\nevent 3: kind=other date=2018-05-01\nevent 4: kind=other date=2018-05-03\nevent 5: kind=other date=2018-05-02\n"
         "covers coverage 0: dataset=X start=2018-05-01 end=2018-05-03\ncovers coverage 0: dataset=X start=2018-05-05 end=2018-05-05\n"},
        {COVERS("{\"dataset\": \"X\", \"gap\": 2}"), "D,M\n2018-05-05,\n2018-05-01,\n2018-05-03,\n2018-05-02,\n",
         "event 2: kind=other date=2018-05-05\nevent 3: kind=other date=2018-05-01\nevent 4: kind=other date=2018-05-03\nevent 5: kind=other date=2018-05-02\n"
         "covers coverage 0: dataset=X start=2018-05-01 end=2018-05-05\n"},
        {COVERS("{\"dataset\": \"X\", \"gap\": 1, \"part\": \"M\", \"parts\": 2}"),
         "D,M\n2018-05-01,a\n2018-05-01,a\n2018-05-02,a\n2018-05-02,b\n2018-05-02,c\n2018-05-03,a\n2018-05-03,\n2018-05-04/2018-05-05,b\n2018-05-01,b\n",
         "event 2: kind=other date=2018-05-01\nevent 3: kind=other date=2018-05-01\nevent 4: kind=other date=2018-05-02\n"
         "event 5: kind=other date=2018-05-02\nevent 6: kind=other date=2018-05-02\nevent 7: kind=other date=2018-05-03\n"
         "event 8: kind=other date=2018-05-03\nevent 9: kind=other date=2018-05-04/2018-05-05\nevent 10: kind=other date=2018-05-01\n"
         "covers coverage 0: dataset=X start=2018-05-01 end=2018-05-02\n"},
        {COVERS("{\"dataset\": \"X\", \"part\": \"M\", \"parts\": 2}"), "D,M\n2018-05-01,a\n2018-05-02,b\n",
         "event 2: kind=other date=2018-05-01\nevent 3: kind=other date=2018-05-02\n"},
        {COVERS("{\"dataset\": \"X\"}"), "D,M\nY17E7,a\n", "event 2: kind=other date=Y17E7\n"},
        {COVERS("{\"dataset\": \"X\"}"), "D,M\n2018/..,a\n", "event 2: kind=other date=2018/..\n"},
        {COVERS("{\"dataset\": \"X\"}"), "D,M\n", ""},
    };
    check_cases(cases, COUNT(cases), &nobody);
}

/* ---- formats --------------------------------------------------------------------------------------------------------------- */

static void test_formats(void **state) {
    (void)state;
    static const struct {
        const char *format, *text, *edtf; /* edtf NULL: no format; "": does not fit */
    } cases[] = {
        {"%Y%m%d", "20180104", "2018-01-04"}, {"%Y%m%d", "2018104", ""}, {"%Y-%m-%d", "2018-1-4", "2018-01-04"},
        {"%d.%m.%Y", "4.1.2018", "2018-01-04"}, {"%d.%m.%Y", "29.2.2018", ""}, {"%d.%m.%Y", "29.2.2020", "2020-02-29"},
        {"%d.%m.%Y", "4.1.18", ""}, {"%d.%m.%y", "4.1.68", "2068-01-04"}, {"%d.%m.%y", "4.1.69", "1969-01-04"},
        {"%d %b %Y", "4 SEPT 2018", "2018-09-04"}, {"%B %Y", "may 2018", "2018-05"}, {"%B %Y", "mai 2018", ""},
        {"%b-%d-%Y", "Jan-4-2018", "2018-01-04"}, {"%Y%m%d%H%M%S", "20180104235960", "2018-01-04"}, {"%Y%m%d%H%M%S", "20180104256060", ""},
        {"%Y", "2018", "2018"}, {"%Y", "20180", ""}, {"%Y", "0000", "0000"}, {"%Y0%m", "201807", ""}, {"%Y0%m", "2018005", "2018-05"},
        {"%%%d %m %Y", "%4 1 2018", "2018-01-04"}, {"%d/%m", NULL, NULL}, {"%Y %d", NULL, NULL}, {"%Y %y", NULL, NULL},
        {"%Y-%m-%b", NULL, NULL}, {"%Y%", NULL, NULL}, {"%Y-%j", NULL, NULL}, {"", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice format = slice_from(cases[i].format), text, edtf;
        struct slice_list formats = {&format, 1};
        struct arena arena;
        struct error error = {.status = STATUS_OK};
        assert_int_equal(profile_check_format(format, &error), cases[i].edtf != NULL);
        assert_int_equal(error.status, cases[i].edtf ? STATUS_OK : STATUS_BAD_INPUT);
        if (!cases[i].edtf) continue;
        text = slice_from(cases[i].text);
        assert_int_equal(profile_fits_format(text, format), cases[i].edtf[0] != '\0');
        if (!cases[i].edtf[0]) continue;
        arena_init(&arena);
        assert_true(profile_read_date(&arena, text, &formats, &edtf));
        assert_true(slice_is(edtf, cases[i].edtf));
        arena_free(&arena);
    }
}

static void test_ranges(void **state) {
    (void)state;
    static const struct {
        const char *format, *text, *edtf; /* "": refused */
    } cases[] = {
        {"%d/%m/%Y", "08/12/2018 - 09/12/2018", "2018-12-08/2018-12-09"},
        {"%d/%m/%Y", "08/12/2018\xE2\x80\x93" "09/12/2018", "2018-12-08/2018-12-09"},
        {"%d/%m/%Y", "8/12/2018 \xE2\x80\x94 9/12/2018", "2018-12-08/2018-12-09"},
        {"%d/%m/%Y", "08/12/2018/09/12/2018", "2018-12-08/2018-12-09"},
        {"%d/%m/%Y", "2018-12-08/2018-12-09", "2018-12-08/2018-12-09"},
        {"%d/%m/%Y", "08/12/2018 TO 09/12/2018", "2018-12-08/2018-12-09"},
        {"%d/%m/%Y", "08/12/2018 - 08/12/2018", "2018-12-08"}, {"%d/%m/%Y", "09/12/2018 - 08/12/2018", ""},
        {"%Y-%m-%d", "2018-12-08-2018-12-09", "2018-12-08/2018-12-09"}, {"%Y", "1949-1950", "1949/1950"},
        {"%B %Y", "May 2018 to June 2018", "2018-05/2018-06"}, {"%d/%m/%Y", "17\xE2\x80\x93" "18/11/2020", ""},
        {"%d/%m/%Y", "17-18/11/2020", ""}, {"%d/%m/%Y", "4/13/2018", ""}, {"%d/%m/%Y", "20180413", ""},
        {"%d/%m/%Y", "since 4/13/2018", ""}, {"%d/%m/%Y", "1 December 2018", "2018-12-01"}, {"%d/%m/%Y", "c. 2018", "2018~"},
        {"%d/%m/%Y", "08/12/2018 - 09/12/2018 - 10/12/2018", ""}, {"%d/%m/%Y", "08/12/2018 -", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice format = slice_from(cases[i].format), edtf;
        struct slice_list formats = {&format, 1};
        struct arena arena;
        arena_init(&arena);
        assert_true(profile_read_date(&arena, slice_from(cases[i].text), &formats, &edtf));
        assert_string_equal(arena_string(&arena, edtf), cases[i].edtf);
        arena_free(&arena);
    }
}

/* ---- what nobody means well -------------------------------------------------------------------------------------------------- */

static void check_hostile(const char *profile, struct slice table, const char *begins) {
    struct buffer json, log;
    struct arena arena;
    struct profile_counts counts;
    arena_init(&arena);
    buffer_init(&json);
    buffer_init(&log);
    buffer_append_format(&json, "{\"detente_profile\": 1, \"name\": \"artificial\", %s}", profile);
    read_by(&log, parse(&arena, log_text(&json)), &nobody, "t", table, 1 << 20, &counts);
    assert_memory_equal(log_text(&log), begins, strlen(begins));
    buffer_free(&log);
    buffer_free(&json);
    arena_free(&arena);
}

static void test_hostile(void **state) {
    (void)state;
    struct buffer table;
    buffer_init(&table);
    buffer_append_text(&table, "D,T\n2018,");
    for (size_t i = 0; i < (2 << 20); i++) buffer_append_byte(&table, 'x');
    buffer_append_text(&table, "\n2018,y\n");
    check_hostile(SIMPLE, buffer_slice(&table), "reject t:2:2: a cell has more than 1048576 bytes\n");
    buffer_clear(&table);
    buffer_append_text(&table, "D,N\n2018,\"");
    for (size_t i = 0; i < 5000; i++) buffer_append_format(&table, "a%zu,", i);
    buffer_append_text(&table, "\"\n");
    check_hostile(PARTIES("{\"actor\": \"N\", \"split\": [\",\"]}"), buffer_slice(&table),
                  "reject t:2:2: the row names more than 4096 parties\n");
    buffer_free(&table);
    check_hostile(SIMPLE, SLICE_OF("D,T\n2018,a\0b\n"), "error t:2:2: a NUL byte");
    check_hostile(SIMPLE, SLICE_OF("D,T\n2018,a\xC3"), "error t:2:2: byte 0xC3");
    check_hostile(SIMPLE, SLICE_OF("D,T\n2018,\"a\n"), "error t:2:2: the quote that opens here is never closed\n");
    check_hostile("\"table\": {\"skip\": 3}, " SIMPLE, SLICE_OF("x\ny\nz\nD,T\n2018,\"a\n"), "error t:5:2: the quote that opens here");
}

static enum status stop_record(void *context, struct record *record, struct error *error) {
    (void)record;
    ++*(int *)context;
    return error_set(error, STATUS_STOPPED, "enough");
}

static void test_stopped(void **state) {
    (void)state;
    struct arena arena;
    struct memory_input memory = {SLICE_OF("D,T\n2018,x\n2018,y\n"), 0};
    struct input input;
    struct profile_counts counts;
    struct error error = {.status = STATUS_OK};
    int seen = 0;
    struct record_visitor visitor = {.context = &seen, .record = stop_record};
    arena_init(&arena);
    const struct profile *profile = parse(&arena, "{\"detente_profile\": 1, \"name\": \"artificial\", " SIMPLE "}");
    input_from_memory(&memory, "t", &input);
    assert_int_equal(profile_read(&input, profile, NULL, &visitor, &counts, &error), STATUS_STOPPED);
    assert_int_equal(seen, 1);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand), cmocka_unit_test(test_headings), cmocka_unit_test(test_variants),
        cmocka_unit_test(test_values),  cmocka_unit_test(test_dates),    cmocka_unit_test(test_parties),
        cmocka_unit_test(test_records), cmocka_unit_test(test_coverage), cmocka_unit_test(test_formats), cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
