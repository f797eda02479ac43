/* Other people's tables through the front door: counts, what has no place, coverage that is joined, reports that are added to
 * events, files that come again, and what is said of a file that is read otherwise than it was named. */
#include "front_fixture.h"

enum { TOLD = 30 };

struct told {
    char what[20], column[40], value[240], reason[80], file[100];
    uint64_t count;
    long line;
    bool kept;
};

struct bench {
    struct place_of at;
    detente *record;
    struct import_log log;
    struct told told[TOLD]; /* the first ones */
    size_t told_count;
    struct detente_import request;
    const char *paths[4];
    struct place_of rooms[4];
    struct place_of map;
};

static int setup(void **state) {
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    make_folder(&bench->at);
    bench->record = open_record(in_folder(&bench->at, "a.db").path, DETENTE_CREATE);
    bench->request = (struct detente_import){.today = TEST_TODAY, .author = {"desk", NULL, 1700000000}};
    *state = bench;
    return 0;
}

static int teardown(void **state) {
    struct bench *bench = *state;
    detente_close(bench->record);
    drop_folder(&bench->at);
    free(bench);
    return 0;
}

static void hear_bench_rejected(void *context, const struct detente_error *fault) {
    hear_rejected(&((struct bench *)context)->log, fault);
}
static void hear_bench_remark(void *context, const char *text) { hear_remark(&((struct bench *)context)->log, text); }

static void hear_unplaced(void *context, const struct detente_unplaced *what) {
    struct bench *bench = context;
    if (bench->told_count < TOLD) {
        struct told *told = &bench->told[bench->told_count];
        snprintf(told->what, sizeof told->what, "%s", what->what);
        snprintf(told->column, sizeof told->column, "%s", what->column);
        snprintf(told->value, sizeof told->value, "%s", what->value);
        snprintf(told->reason, sizeof told->reason, "%s", what->reason);
        snprintf(told->file, sizeof told->file, "%s", what->file);
        told->count = what->count;
        told->line = what->line;
        told->kept = what->kept;
    }
    bench->told_count++;
}

static enum detente_status take(struct bench *bench) {
    const struct detente_import_watch watch = {
        .context = bench, .rejected = hear_bench_rejected, .remark = hear_bench_remark, .unplaced = hear_unplaced};
    memset(&bench->log, 0, sizeof bench->log);
    bench->told_count = 0;
    bench->request.paths = bench->paths;
    return detente_import_files(bench->record, &bench->request, &watch, &bench->log.summary, &bench->log.error);
}

/* Names the files of the next import, which lie in the folder. */
static void name_files(struct bench *bench, size_t count, const char *const *names) {
    for (size_t i = 0; i < count; i++) {
        bench->rooms[i] = in_folder(&bench->at, names[i]);
        bench->paths[i] = bench->rooms[i].path;
    }
    bench->request.path_count = count;
}

static void use_map(struct bench *bench, const char *profile) {
    write_text(&bench->at, "map.json", profile);
    bench->map = in_folder(&bench->at, "map.json");
    bench->request.map = bench->map.path;
}

static enum detente_status take_text(struct bench *bench, const char *name, const char *text) {
    write_text(&bench->at, name, text);
    name_files(bench, 1, &name);
    return take(bench);
}

static void check_counts(const struct bench *bench, uint64_t added, uint64_t updated, uint64_t unchanged, uint64_t rejected) {
    const struct detente_import_summary *s = &bench->log.summary;
    if (s->added == added && s->updated == updated && s->unchanged == unchanged && s->rejected == rejected) return;
    fail_msg("%llu added, %llu updated, %llu unchanged, %llu rejected (%s; %s; %s; %s)", (unsigned long long)s->added,
             (unsigned long long)s->updated, (unsigned long long)s->unchanged, (unsigned long long)s->rejected,
             bench->log.faults[0].message, bench->log.remarks, bench->log.error.message,
             bench->told_count ? bench->told[0].value : "");
}

static void check_good(struct bench *bench, const char *name, const char *text, uint64_t added, uint64_t updated,
                       uint64_t unchanged) {
    enum detente_status status = take_text(bench, name, text);
    must_be(DETENTE_OK, status, &bench->log.error);
    check_counts(bench, added, updated, unchanged, 0);
}

static void check_says(const char *text, const char *part, bool wanted) {
    if ((strstr(text, part) != NULL) != wanted) fail_msg("%s is %s in: %s", part, wanted ? "not" : "still", text);
}

/* A cell of the record's own SQL; to be freed. */
static char *cell_of(struct bench *bench, const char *query) {
    struct detente_request request = {.question = DETENTE_SQL, .words = {&query, 1}, .format = "csv"};
    struct detente_answer answer;
    char *text = ask_text(bench->record, &request, &answer), *line = strchr(text, '\n');
    assert_non_null(line);
    memmove(text, line + 1, strlen(line));
    return text;
}

static void check_cell(struct bench *bench, const char *query, const char *wanted) {
    char *cell = cell_of(bench, query);
    cell[strcspn(cell, "\r")] = '\0';
    if (cell[0] && cell[strlen(cell) - 1] == '\n') cell[strlen(cell) - 1] = '\0';
    assert_string_equal(cell, wanted);
    free(cell);
}

/* ---- a spreadsheet ------------------------------------------------------------------------------------------------ */

static const char sheet_profile[] =
    "{\"detente_profile\": 1, \"name\": \"sheet\", \"title\": \"A sheet\",\n"
    " \"table\": {\"delimiter\": \";\"},\n"
    " \"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"meeting\"}, \"date\": {\"column\": \"When\", \"format\": \"%d/%m/%Y\"},\n"
    "  \"title\": \"What\", \"source_url\": \"Link\",\n"
    "  \"parties\": [{\"split\": [\",\"], \"try\": [{\"country\": \"Who\"}, {\"actor\": \"Who\"}]}]}]}\n";

static const char sheet[] = "When;Who;What;Link;Room\n"
                            "03/04/2018;Canada, China;A first talk;https://example.org/1;blue\n"
                            "13/04/2018;Canada, Nowhere Land;A second talk;https://example.org/2;\n"
                            "14/05/2018;Nowhere Land;A third talk;;red\n";

static void test_sheet(void **state) {
    struct bench *bench = *state;
    use_map(bench, sheet_profile);
    check_good(bench, "sheet.csv", sheet, 3, 0, 0);
    const struct detente_import_summary *summary = &bench->log.summary;
    assert_int_equal(summary->rows, 3);
    assert_int_equal(summary->passed, 0);
    assert_int_equal(summary->actors, 2);
    assert_int_equal(summary->unplaced, 2);
    assert_int_equal(summary->added_by_type[DETENTE_TYPE_EVENT], 3);
    assert_string_equal(summary->profile, "sheet");
    check_says(bench->log.remarks, "3 rows by the profile sheet", true);
    check_cell(bench, "SELECT \"date\" FROM v_event ORDER BY \"date\" LIMIT 1", "2018-04-03");
    /* The same value of the same column is told once, with the first place. */
    assert_int_equal(bench->told_count, 1);
    assert_string_equal(bench->told[0].what, "country");
    assert_string_equal(bench->told[0].column, "Who");
    assert_string_equal(bench->told[0].value, "Nowhere Land");
    assert_int_equal(bench->told[0].count, 2);
    assert_int_equal(bench->told[0].line, 3);
    assert_true(bench->told[0].kept);
    check_says(bench->told[0].file, "sheet.csv", true);

    check_good(bench, "sheet.csv", sheet, 0, 0, 3);
    assert_int_equal(bench->log.summary.revision, 0);
    assert_int_equal(bench->log.summary.unplaced, 2);
}

static void test_rejects(void **state) {
    struct bench *bench = *state;
    struct place_of mend = in_folder(&bench->at, "mend.json");
    use_map(bench, sheet_profile);
    bench->request.rejects = mend.path;
    must_be(DETENTE_OK, take_text(bench, "sheet.csv", "When;Who;What;Link\n03/04/2018;Canada;A talk;\n33/04/2018;Canada;No day;\n"),
            &bench->log.error);
    check_counts(bench, 1, 0, 0, 1);
    assert_int_equal(bench->log.faults[0].line, 3);
    char *text = read_text(mend.path);
    assert_non_null(text);
    check_says(text, "33/04/2018", true);
    free(text);
    /* Nothing of a row that is rejected is kept, not even as a name. */
    must_be(DETENTE_OK, take_text(bench, "sheet.csv", "When;Who;What;Link\n03/05/2018;Nowhere Land;A talk;not an address\n"), &bench->log.error);
    check_counts(bench, 0, 0, 0, 1);
    assert_int_equal(bench->told_count, 1);
    assert_false(bench->told[0].kept);
    /* All or nothing: what is not placed does not count, what is rejected does. */
    bench->request.strict = true;
    assert_int_equal(take_text(bench, "sheet.csv", "When;Who;What;Link\n33/05/2018;Canada;No day;\n"), DETENTE_BAD_INPUT);
    must_be(DETENTE_OK, take_text(bench, "sheet.csv", "When;Who;What;Link\n03/06/2018;Nowhere Land;A talk;\n"), &bench->log.error);
    check_counts(bench, 1, 0, 0, 0);
}

/* Rejected rows stand in their own layout, so that the profile reads them again. */
static void test_rejected_table(void **state) {
    static const char wanted[] = "\nWhen;Who;What;Link\n33/04/2018;Canada;\"A \"\"caf\xE9\"\"; \x80\";\n34/04/2018;Nowhere Land;Other;\n";
    struct bench *bench = *state;
    struct place_of mend = in_folder(&bench->at, "mend.csv");
    char profile[900];
    snprintf(profile, sizeof profile, "%s", sheet_profile);
    char *table = strstr(profile, "\"delimiter\"");
    assert_non_null(table);
    snprintf(profile + (table - profile), sizeof profile - (size_t)(table - profile),
             "\"encoding\": \"windows-1252\", \"skip\": 1, %s", strstr(sheet_profile, "\"delimiter\""));
    use_map(bench, profile);
    bench->request.rejects = mend.path;
    must_be(DETENTE_OK, take_text(bench, "sheet.csv", "A list\nWhen;Who;What;Link\n03/04/2018;Canada;Good;\n"
                                  "33/04/2018;Canada;\"A \"\"caf\xE9\"\"; \x80\";\n34/04/2018;Nowhere Land;Other;\n"), &bench->log.error);
    check_counts(bench, 1, 0, 0, 2);
    char *text = read_text(mend.path);
    assert_non_null(text);
    assert_string_equal(text, wanted);
    text[0] = '\n';
    memcpy(strstr(text, "33/"), "13/", 3);
    bench->request.rejects = NULL;
    must_be(DETENTE_OK, take_text(bench, "mend.csv", text), &bench->log.error);
    check_counts(bench, 1, 0, 0, 1);
    check_cell(bench, "SELECT title = 'A \"caf\xC3\xA9\"; \xE2\x82\xAC' FROM v_event ORDER BY \"date\" DESC LIMIT 1", "1");
    free(text);
}

static void test_near(void **state) {
    struct bench *bench = *state;
    static const char text[] = "kind,date,title\nmeeting.bilatral,2020,One\nmeeting.bilatral,2021,Two\nmeeting.tea,2020,Three\n";
    must_be(DETENTE_OK, take_text(bench, "events.csv", text), &bench->log.error);
    check_says(bench->log.remarks, "kind meeting.bilatral is not built in; did you mean meeting.bilateral?", true);
    check_says(bench->log.remarks, "meeting.tea", false);
    must_be(DETENTE_OK, take_text(bench, "events.csv", text), &bench->log.error);
    check_says(bench->log.remarks, "not built in", false);
    must_be(DETENTE_OK, take_text(bench, "terms.csv", "person,country,office,start\nAva Example,CAN,Head of State,2020\n"
                                  "Ben Example,CAN,head_of_goverment,2020\n"), &bench->log.error);
    check_says(bench->log.remarks, "office head_of_goverment is not built in; did you mean head_of_government?", true);
}

static void test_usage(void **state) {
    static const struct {
        const char *format, *table, *rejects, *profile, *message;
    } cases[] = {{"csv", NULL, NULL, NULL, "--map says what the files are, and so does --format"},
                 {NULL, "people", NULL, NULL, "--map says what the files are, and so does --table"},
                 {NULL, NULL, NULL, "icews", "--profile and --map both"}};
    struct bench *bench = *state;
    use_map(bench, sheet_profile);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        bench->request.format = cases[i].format;
        bench->request.table = cases[i].table;
        bench->request.rejects = cases[i].rejects;
        bench->request.profile = cases[i].profile;
        assert_int_equal(take_text(bench, "sheet.csv", sheet), DETENTE_USAGE);
        check_says(bench->log.error.message, cases[i].message, true);
    }
    bench->request = (struct detente_import){.map = bench->map.path, .today = TEST_TODAY};
    name_files(bench, 1, (const char *const[]){"."});
    assert_int_equal(take(bench), DETENTE_USAGE);
    check_says(bench->log.error.message, "is a folder", true);
}

static void test_bad_map(void **state) {
    struct bench *bench = *state;
    use_map(bench, "{\"detente_profile\": 1,\n \"name\": \"x\",\n \"recrods\": []}");
    assert_int_equal(take_text(bench, "sheet.csv", sheet), DETENTE_BAD_INPUT);
    assert_int_equal(bench->log.error.line, 3);
    check_says(bench->log.error.file, "map.json", true);
    char *text = cell_of(bench, "SELECT count(*) FROM v_event");
    assert_string_equal(text, "0\n");
    free(text);
}

/* ---- what has no place ---------------------------------------------------------------------------------------------- */

/* However many different ones there are: so many are listed, the others are one number. */
static void test_many_unplaced(void **state) {
    enum { DIFFERENT = 10050 };
    struct bench *bench = *state;
    struct buffer text;
    use_map(bench, sheet_profile);
    buffer_init(&text);
    buffer_append_text(&text, "When;Who;What;Link\n01/01/2018;Twice Named;A talk;\n02/01/2018;Twice Named;A talk;\n");
    for (int i = 0; i < DIFFERENT; i++)
        buffer_append_format(&text, "02/%02d/2018;Land Number %d;A talk number %d;\n", i % 12 + 1, i, i);
    buffer_append_byte(&text, '\0');
    assert_false(buffer_failed(&text));
    must_be(DETENTE_OK, take_text(bench, "sheet.csv", text.data), &bench->log.error);
    assert_int_equal(bench->log.summary.unplaced, DIFFERENT + 2);
    assert_int_equal(bench->told_count, 10000);
    assert_int_equal(bench->log.summary.unplaced_others, 51);
    assert_string_equal(bench->told[0].value, "Twice Named");
    assert_int_equal(bench->told[0].count, 2);
    assert_string_equal(bench->told[1].value, "Land Number 0");
    buffer_free(&text);
}

/* ---- coverage --------------------------------------------------------------------------------------------------------- */

static const char stream_profile[] =
    "{\"detente_profile\": 1, \"name\": \"stream\", \"table\": {\"delimiter\": \",\"},\n"
    " \"records\": [{\"type\": \"event\", \"id\": {\"text\": \"s-{id}\"}, \"kind\": {\"value\": \"statement\"}, \"date\": \"day\",\n"
    "  \"title\": \"what\", \"source_url\": \"url\", \"parties\": [{\"country\": \"who\"}]}],\n"
    " \"coverage\": [{\"dataset\": \"Stream\", \"kinds\": [\"statement\"], \"days\": \"day\"}]}\n";

#define STRETCHES "SELECT group_concat(start || '/' || \"end\", ' ') FROM (SELECT * FROM coverage ORDER BY start)"

static void test_coverage(void **state) {
    struct bench *bench = *state;
    use_map(bench, stream_profile);
    check_good(bench, "b.csv", "id,day,what,url,who\n3,2020-02-01,Three,,Canada\n4,2020-02-10,Four,,Canada\n", 3, 0, 0);
    check_cell(bench, STRETCHES, "2020-02-01/2020-02-10");
    check_says(bench->log.remarks, "coverage of Stream: 1 Feb 2020 to 10 Feb 2020", true);
    /* With days between them they stay two. */
    check_good(bench, "a.csv", "id,day,what,url,who\n1,2020-01-01,One,,Canada\n2,2020-01-20,Two,,Canada\n", 3, 0, 0);
    check_cell(bench, STRETCHES, "2020-01-01/2020-01-20 2020-02-01/2020-02-10");
    /* What lies between makes them one; the next day touches. */
    check_good(bench, "c.csv", "id,day,what,url,who\n5,2020-01-21,Five,,Canada\n6,2020-01-31,Six,,Canada\n", 2, 1, 0);
    check_cell(bench, STRETCHES, "2020-01-01/2020-02-10");
    assert_int_equal(bench->log.summary.updated_by_type[DETENTE_TYPE_COVERAGE], 1);
    check_good(bench, "c.csv", "id,day,what,url,who\n5,2020-01-21,Five,,Canada\n6,2020-01-31,Six,,Canada\n", 0, 0, 3);
    assert_int_equal(bench->log.summary.revision, 0);
    /* Taken back, the two are there again. */
    struct detente_change undo = {.action = DETENTE_UNDO, .author = {"desk", NULL, 1700000100}, .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(bench->record, &undo, &summary, &error), &error);
    check_cell(bench, STRETCHES, "2020-01-01/2020-01-20 2020-02-01/2020-02-10");
}

/* Several files at once make one stretch; one that begins earlier moves the start. */
static void test_coverage_of_files(void **state) {
    struct bench *bench = *state;
    use_map(bench, stream_profile);
    write_text(&bench->at, "a.csv", "id,day,what,url,who\n1,2020-03-02,One,,Canada\n");
    write_text(&bench->at, "b.csv", "id,day,what,url,who\n2,2020-03-01,Two,,Canada\n");
    write_text(&bench->at, "c.csv", "id,day,what,url,who\n3,2020-03-03,Three,,Canada\n");
    name_files(bench, 3, (const char *const[]){"a.csv", "b.csv", "c.csv"});
    must_be(DETENTE_OK, take(bench), &bench->log.error);
    check_counts(bench, 4, 0, 0, 0);
    check_cell(bench, STRETCHES, "2020-03-01/2020-03-03");
    check_good(bench, "d.csv", "id,day,what,url,who\n4,2020-02-29,Four,,Canada\n", 1, 1, 0);
    check_cell(bench, STRETCHES, "2020-02-29/2020-03-03");
    check_cell(bench, "SELECT sum(rows) FROM v_revision_file", "4");
}

/* What stands there with another note was written by somebody. */
static void test_coverage_notes(void **state) {
    static const char text[] = "id,day,what,url,who\n1,2020-01-01,One,,Canada\n2,2020-01-31,Two,,Canada\n";
    struct bench *bench = *state;
    check_good(bench, "coverage.csv", "dataset,kinds,start,end,note\nStream,statement,2020-01-01,2020-01-10,by hand\n"
               "Stream,statement,2020-01-15,2020-01-20,\nStream,statement,2019-01-01,2019-01-10,by hand\n", 3, 0, 0);
    use_map(bench, stream_profile);
    check_good(bench, "a.csv", text, 2, 1, 0);
    check_cell(bench, STRETCHES, "2019-01-01/2019-01-10 2020-01-01/2020-01-10 2020-01-11/2020-01-31");
    check_cell(bench, "SELECT count(*) FROM coverage WHERE note = 'by hand'", "2");
    check_good(bench, "a.csv", text, 0, 0, 3);
    /* All of it is in what somebody wrote. */
    check_good(bench, "b.csv", "id,day,what,url,who\n3,2019-01-01,Three,,Canada\n", 1, 0, 1);
    check_good(bench, "b.csv", "id,day,what,url,who\n4,2019-01-05,Four,,Canada\n", 1, 0, 1);
    check_cell(bench, STRETCHES, "2019-01-01/2019-01-10 2020-01-01/2020-01-10 2020-01-11/2020-01-31");
}

static void test_coverage_conflicts(void **state) {
    static const char first[] = "id,day,what,url,who\n1,2020-01-01,One,,Canada\n", second[] = "id,day,what,url,who\n2,2020-01-02,Two,,Canada\n";
    struct bench *bench = *state;
    use_map(bench, stream_profile);
    check_good(bench, "a.csv", first, 2, 0, 0);
    bench->request.on_conflict = "skip";
    check_good(bench, "b.csv", second, 1, 0, 0);
    assert_int_equal(bench->log.summary.skipped, 1);
    check_says(bench->log.remarks, "skipped: coverage:Stream//statement/2020-01-01", true);
    check_cell(bench, STRETCHES, "2020-01-01/2020-01-01");
    bench->request.on_conflict = "fail";
    check_good(bench, "a.csv", first, 0, 0, 2);
    assert_int_equal(take_text(bench, "b.csv", second), DETENTE_BAD_INPUT);
    check_says(bench->log.error.message, "coverage:Stream//statement/2020-01-01 is here already", true);
    bench->request.on_conflict = NULL;
    bench->request.no_coverage = true;
    check_good(bench, "b.csv", second, 0, 0, 1);
    check_cell(bench, STRETCHES, "2020-01-01/2020-01-01");
    check_good(bench, "c.csv", "id,day,what,url,who\n3,2020-01-04,Three,,Canada\n", 1, 0, 0);
    bench->request.no_coverage = false;
    check_good(bench, "c.csv", "id,day,what,url,who\n3,2020-01-04,Three,,Canada\n", 1, 0, 1);
    check_good(bench, "d.csv", "id,day,what,url,who\n2,2020-01-02,Two,,Canada\n4,2020-01-03,Four,,Canada\n", 1, 1, 1);
    assert_int_equal(bench->log.summary.removed, 1);
    check_cell(bench, STRETCHES, "2020-01-01/2020-01-04");
}

/* ---- one record twice --------------------------------------------------------------------------------------------------- */

static void test_contradiction(void **state) {
    static const char text[] = "id,day,what,url,who\n1,2020-01-01,One,,Canada\n1,2020-01-02,Other,,Canada\n"
                               "1,2020-01-03,Third,,Canada\n2,2020-01-01,Two,,Canada\n";
    struct bench *bench = *state;
    use_map(bench, stream_profile);
    check_good(bench, "a.csv", text, 3, 2, 0);
    check_says(bench->log.remarks, "2 rows say something else of a record than a row before; the last one counts, such as ", true);
    check_cell(bench, "SELECT title FROM v_event WHERE id = 's-1'", "Third");
    /* The last one wins again: nothing has changed. */
    check_good(bench, "a.csv", text, 0, 0, 5);
    assert_int_equal(bench->log.summary.revision, 0);
}

/* ---- reports of events that are here --------------------------------------------------------------------------------------- */

static const char mentions_profile[] =
    "{\"detente_profile\": 1, \"name\": \"mentions\", \"table\": {\"delimiter\": \",\"}, \"keep\": \"none\",\n"
    " \"records\": [{\"type\": \"event\", \"known\": true, \"id\": {\"text\": \"s-{id}\"}, %s}]}\n";
static const char mentions[] = "id,url,paper,day\n1,https://example.org/1,The Paper,2020-01-01\n"
                               "1,https://example.org/a,The Paper,2020-01-02\n1,https://example.org/b,,\n"
                               "9,https://example.org/a,The Paper,2020-01-02\n1,https://example.org/a,The Paper,2020-01-02\n";

static void check_mentions(struct bench *bench, const char *fields) {
    char profile[400];
    snprintf(profile, sizeof profile, mentions_profile, fields);
    use_map(bench, stream_profile);
    check_good(bench, "events.csv", "id,day,what,url,who\n1,2020-01-01,One,https://example.org/1,Canada\n", 2, 0, 0);
    use_map(bench, profile);
    must_be(DETENTE_OK, take_text(bench, "mentions.csv", mentions), &bench->log.error);
    check_counts(bench, 0, 2, 2, 0);
    /* Its own address stays, and makes no other source. */
    check_cell(bench, "SELECT source_url FROM v_event", "https://example.org/1");
    check_cell(bench, "SELECT group_concat(url, ' ') FROM (SELECT url FROM v_source ORDER BY url)",
               "https://example.org/a https://example.org/b");
    assert_int_equal(bench->log.summary.added_by_type[DETENTE_TYPE_SOURCE], 2);
    assert_int_equal(bench->log.summary.unplaced, 1);
    assert_string_equal(bench->told[0].what, "event");
    assert_false(bench->told[0].kept);
    must_be(DETENTE_OK, take_text(bench, "mentions.csv", mentions), &bench->log.error);
    check_counts(bench, 0, 0, 4, 0);
    assert_int_equal(bench->log.summary.revision, 0);
    /* The file of the events does not undo it. */
    use_map(bench, stream_profile);
    check_good(bench, "events.csv", "id,day,what,url,who\n1,2020-01-01,One,https://example.org/1,Canada\n", 0, 0, 2);
    check_says(bench->log.remarks, "something else", false);
}

static void test_mentions_described(void **state) {
    check_mentions(*state, "\"source_url\": \"url\", \"source_publisher\": \"paper\", \"source_date\": \"day\"");
}
static void test_mentions_bare(void **state) { check_mentions(*state, "\"source_url\": \"url\""); }
static void test_mentions_listed(void **state) { check_mentions(*state, "\"sources\": \"url\""); }

/* Of one event, more than are gathered at once. */
static void test_many_mentions(void **state) {
    enum { MENTIONS = 10050 };
    struct bench *bench = *state;
    struct buffer text;
    char profile[400], number[32];
    snprintf(profile, sizeof profile, mentions_profile, "\"sources\": \"url\"");
    use_map(bench, stream_profile);
    check_good(bench, "events.csv", "id,day,what,url,who\n1,2020-01-01,One,,Canada\n2,2020-01-01,Two,,Canada\n", 3, 0, 0);
    use_map(bench, profile);
    buffer_init(&text);
    buffer_append_text(&text, "id,url\n2,https://example.org/0\n");
    for (int i = 0; i < MENTIONS; i++) buffer_append_format(&text, "1,https://example.org/%d\n", i);
    buffer_append_text(&text, "2,https://example.org/1\n");
    buffer_append_byte(&text, '\0');
    must_be(DETENTE_OK, take_text(bench, "mentions.csv", text.data), &bench->log.error);
    check_counts(bench, 0, MENTIONS + 2, 0, 0);
    snprintf(number, sizeof number, "%d", MENTIONS);
    check_cell(bench, "SELECT count(*) FROM v_source", number);
    check_cell(bench, "SELECT sources LIKE 'example-org-0-%;example-org-1-%' FROM event WHERE id = 's-2'", "1");
    must_be(DETENTE_OK, take_text(bench, "mentions.csv", text.data), &bench->log.error);
    check_counts(bench, 0, 0, MENTIONS + 2, 0);
    buffer_free(&text);
}

/* ---- what a file is ---------------------------------------------------------------------------------------------------------- */

static const char icews_heading[] =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t"
    "Target Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
    "11\t2014-01-01\tCanada\t\tCanada\tMake statement\t010\t0.0\tChina\t\tChina\t5\t2\tWire\t\t\t\tCanada\t45.4\t-75.7\n";

static void test_recognised(void **state) {
    struct bench *bench = *state;
    must_be(DETENTE_OK, take_text(bench, "download.txt", icews_heading), &bench->log.error);
    assert_string_equal(bench->log.summary.profile, "icews");
    check_says(bench->log.remarks, "download.txt: read by the profile icews (", true);
    check_says(bench->log.remarks, "--profile none reads it as a table of our own", true);
    assert_int_equal(bench->log.summary.added_by_type[DETENTE_TYPE_EVENT], 1);
    must_be(DETENTE_OK, take_text(bench, "download.CSV", icews_heading), &bench->log.error);
    assert_string_equal(bench->log.summary.profile, "icews");
    assert_int_equal(bench->log.summary.revision, 0);
    /* Said to be ours, it is none. */
    bench->request.profile = "none";
    must_be(DETENTE_OK, take_text(bench, "download.txt", icews_heading), &bench->log.error);
    check_counts(bench, 0, 0, 0, 1);
    assert_string_equal(bench->log.faults[0].message, "kind is missing");
    check_says(bench->log.faults[0].remedy, "`detente profiles`", true);
    bench->request.profile = NULL;
    bench->request.table = "events";
    must_be(DETENTE_OK, take_text(bench, "download.txt", icews_heading), &bench->log.error);
    check_counts(bench, 0, 0, 0, 1);
    assert_string_equal(bench->log.summary.profile, "");
}

/* A table of ours is never anything else, and one that is nobody's says where to look. */
static void test_not_recognised(void **state) {
    struct bench *bench = *state;
    must_be(DETENTE_OK, take_text(bench, "mine.csv", "kind,date,title,Event ID,Event Date\nvisit,2020,A visit,1,2020\n"), &bench->log.error);
    assert_string_equal(bench->log.summary.profile, "");
    check_counts(bench, 1, 0, 0, 0);
    assert_int_equal(take_text(bench, "other.csv", "colour,weight\nred,3\n"), DETENTE_BAD_INPUT);
    check_says(bench->log.error.remedy, "detente profiles", true);
}

static void test_packed(void **state) {
    struct bench *bench = *state;
    bench->request.profile = "icews";
    assert_int_equal(take_text(bench, "events.tab.gz", "\x1F\x8B\x08nothing"), DETENTE_BAD_INPUT);
    check_says(bench->log.error.message, "gzip", true);
    check_says(bench->log.error.remedy, "| detente import --profile icews -", true);
    check_says(bench->log.error.remedy, "gunzip -c ", true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sheet, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rejects, setup, teardown),
        cmocka_unit_test_setup_teardown(test_usage, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_map, setup, teardown),
        cmocka_unit_test_setup_teardown(test_many_unplaced, setup, teardown),
        cmocka_unit_test_setup_teardown(test_coverage, setup, teardown),
        cmocka_unit_test_setup_teardown(test_coverage_of_files, setup, teardown),
cmocka_unit_test_setup_teardown(test_coverage_notes, setup, teardown),
cmocka_unit_test_setup_teardown(test_coverage_conflicts, setup, teardown),
cmocka_unit_test_setup_teardown(test_many_mentions, setup, teardown),
cmocka_unit_test_setup_teardown(test_rejected_table, setup, teardown),
cmocka_unit_test_setup_teardown(test_near, setup, teardown),
        cmocka_unit_test_setup_teardown(test_contradiction, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mentions_described, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mentions_bare, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mentions_listed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_recognised, setup, teardown),
        cmocka_unit_test_setup_teardown(test_not_recognised, setup, teardown),
        cmocka_unit_test_setup_teardown(test_packed, setup, teardown),
    };
    return cmocka_run_group_tests_name("import by a profile", tests, NULL, NULL);
}
