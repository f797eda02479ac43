/* Files that come again: what is the same changes nothing, what was changed here since is left alone, what is gone is told;
 * a dry run shows what the real run does; and the log of all that costs little. */
#include <sqlite3.h>

#include "../../core/base/hash.h"
#include "front_fixture.h"

struct bench {
    struct place_of at;
    detente *record;
    struct import_log log;
    struct detente_import request;
    const char *path;
    char path_room[96];
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

static enum detente_status take_path(struct bench *bench, const char *path) {
    snprintf(bench->path_room, sizeof bench->path_room, "%s", path);
    bench->path = bench->path_room;
    bench->request.paths = &bench->path;
    bench->request.path_count = 1;
    return import_into(bench->record, &bench->request, &bench->log);
}

static void check_counts(const struct bench *bench, uint64_t added, uint64_t updated, uint64_t unchanged) {
    const struct detente_import_summary *s = &bench->log.summary;
    if (s->added == added && s->updated == updated && s->unchanged == unchanged) return;
    fail_msg("%llu added, %llu updated, %llu unchanged (%s; %s; %s)", (unsigned long long)s->added,
             (unsigned long long)s->updated, (unsigned long long)s->unchanged, bench->log.faults[0].message, bench->log.remarks,
             bench->log.conflicts[0].message);
}

static void check_good(struct bench *bench, const char *name, const char *text, uint64_t added, uint64_t updated,
                       uint64_t unchanged) {
    write_text(&bench->at, name, text);
    enum detente_status status = take_path(bench, in_folder(&bench->at, name).path);
    must_be(DETENTE_OK, status, &bench->log.error);
    check_counts(bench, added, updated, unchanged);
}

static void check_remark(const struct bench *bench, const char *part, bool wanted) {
    if ((strstr(bench->log.remarks, part) != NULL) != wanted) fail_msg("%s in: %s", part, bench->log.remarks);
}

/* All of the record, as a document; to be freed. */
static char *tell(struct bench *bench) { return export_text(bench->record, "json"); }

static void check_tells(struct bench *bench, const char *part, bool wanted) {
    char *text = tell(bench);
    if ((strstr(text, part) != NULL) != wanted) fail_msg("%s is %s in\n%s", part, wanted ? "not" : "still", text);
    free(text);
}

/* One number that the record's own SQL answers. */
static int64_t number_of(struct bench *bench, const char *query) {
    struct detente_request request = {.question = DETENTE_SQL, .words = {&query, 1}, .format = "csv"};
    struct detente_answer answer;
    char *text = ask_text(bench->record, &request, &answer), *line = strchr(text, '\n');
    int64_t number = line ? strtoll(line + 1, NULL, 10) : -1;
    free(text);
    return number;
}

static void change(struct bench *bench, enum detente_action action, const char *word, const char *setting) {
    struct detente_change request = {.action = action, .words = {&word, word ? 1 : 0}, .settings = {&setting, setting ? 1 : 0},
                                     .author = {"desk", NULL, 1700000100}, .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(bench->record, &request, &summary, &error), &error);
}

/* The text with the first `from` replaced; to be freed. */
static char *with(const char *text, const char *from, const char *to) {
    const char *at = strstr(text, from);
    if (!at) fail_msg("no %s in %s", from, text);
    struct buffer out;
    buffer_init(&out);
    buffer_append(&out, text, (size_t)(at - text));
    buffer_append_text(&out, to);
    buffer_append_text(&out, at + strlen(from));
    buffer_append_byte(&out, '\0');
    assert_false(buffer_failed(&out));
    return out.data;
}

static const char three_events[] = "id,kind,date,title,countries\nA,meeting,2018-01-02,First,CAN;CHN\n"
                                   "B,visit,2019-02-03,Second,CAN;CHN\nC,statement,2020-03-04,Third,CAN\n";

/* ---- where an export comes from --------------------------------------------------------------- */

static void read_revision(const char *document, const char *word, char digits[33]) {
    char key[40];
    snprintf(key, sizeof key, "\"%s\":\"", word);
    const char *at = strstr(document, key);
    if (!at) fail_msg("no %s in %.300s", word, document);
    at += strlen(key);
    assert_int_equal(strspn(at, "0123456789abcdef"), 32);
    memcpy(digits, at, 32);
    digits[32] = '\0';
}

static void test_revision(void **state) {
    struct bench *bench = *state;
    char digits[33], again[33], of_part[33];
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    char *whole = tell(bench);
    read_revision(whole, "revision", digits);
    const char *kind = "visit";
    struct detente_request request = {.question = DETENTE_EXPORT, .format = "json", .filters = {.kinds = {&kind, 1}}};
    struct detente_answer answer;
    char *part = ask_text(bench->record, &request, &answer);
    read_revision(part, "from_revision", of_part);
    assert_null(strstr(part, "\"revision\""));
    assert_string_equal(of_part, digits);
    check_good(bench, "whole.json", whole, 0, 0, 3);
    check_good(bench, "part.json", part, 0, 0, 1);
    char *same = tell(bench);
    check_same("exports", whole, same);
    check_good(bench, "b.csv", "id,title\nB,Other\n", 0, 1, 0);
    char *other = tell(bench);
    read_revision(other, "revision", again);
    assert_string_not_equal(again, digits);
    check_good(bench, "b.csv", "id,title\nB,Second\n", 0, 1, 0);
    free(other);
    other = tell(bench);
    check_same("exports after going back", whole, other);
    free(other);
    free(same);
    free(part);
    free(whole);
}

static void test_unknown_origin(void **state) {
    struct bench *bench = *state;
    static const char text[] = "{\"detente\":1,\"dossier\":{\"title\":\"T\",\"revision\":\"%s\"},\"events\":[{\"id\":\"A\","
                               "\"kind\":\"meeting\",\"date\":\"2018\",\"title\":\"T\"}]}";
    char document[400];
    snprintf(document, sizeof document, text, "0123456789abcdef0123456789abcdef");
    check_good(bench, "a.json", document, 2, 0, 0);
    check_remark(bench, "another record", false); /* nothing was here that could be in conflict */
    check_good(bench, "a.json", document, 0, 0, 2);
    check_remark(bench, "a.json was exported from another record", true);
    snprintf(document, sizeof document, text, "seven");
    check_good(bench, "a.json", document, 0, 0, 2);
    check_remark(bench, "\"seven\" is no revision", true);
    check_tells(bench, "\"title\":\"T\",\"revision\":\"", true);
    check_good(bench, "b.json", "{\"detente\":1,\"dossier\":{\"revision\":7,\"from_revision\":[],\"x\":1}}", 0, 1, 0);
    check_tells(bench, "\"dossier\":{\"x\":1,\"revision\":\"", true);
    check_good(bench, "c.json", "{\"detente\":1,\"dossier\":{}}", 0, 0, 0);
    check_tells(bench, "\"dossier\":{\"x\":1,\"revision\":\"", true);
}

/* ---- the same again --------------------------------------------------------------------------- */

static void test_same_dossier(void **state) {
    struct bench *bench = *state;
    struct place_of folder = in_folder(&bench->at, "in");
    assert_int_equal(mkdir(folder.path, 0700), 0);
    write_text(&folder, "events.csv", "id,kind,date,title,countries,people,source_url,quote\n"
               "A,meeting,2018-01-02,First,CAN;CHN,Leader One,https://test.example/1,They met.\n"
               ",visit,2019-02-03,No id,CAN;CHN,,,\n");
    write_text(&folder, "parties.csv", "event,type,id,role,for,as\nA,person,Leader One,speaker,CAN,envoy\nA,country,CAN,host,,\n"
               "A,country,FRA,mediator,,\n");
    write_text(&folder, "dossier.json", "{\"title\": \"A test\"}\n");
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_counts(bench, 7, 0, 0);
    char *before = tell(bench);
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_counts(bench, 0, 0, 7);
    assert_int_equal(bench->log.summary.revision, 0);
    assert_int_equal(bench->log.summary.missing + bench->log.summary.made, 0);
    assert_int_equal(number_of(bench, "SELECT count(*) FROM v_revision"), 1);
    char *after = tell(bench);
    check_same("exports", before, after);
    free(after);
    free(before);
}

static void test_repeats(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", "id,kind,date,title,place\nA,meeting,2018,First,\nB,meeting,2018,Other,\n"
               "A,meeting,2018,Last,\nB,meeting,2018,Other,Ottawa\n", 2, 2, 0);
    check_remark(bench, "events.csv:4: A stands in this import before, and this row changes it: title", true);
    check_remark(bench, ": B stands", false); /* it only adds a place */
    check_tells(bench, "\"Last\"", true);
    /* Also of what was here before. */
    check_good(bench, "more.csv", "id,title\nA,One\nA,Two\n", 0, 2, 0);
    check_remark(bench, "more.csv:3: A stands in this import before", true);
}

/* Somebody who is named first and listed later is not told twice. */
static void test_named_then_listed(void **state) {
    struct bench *bench = *state;
    struct place_of events = in_folder(&bench->at, "events.csv"), people = in_folder(&bench->at, "people.csv");
    write_text(&bench->at, "events.csv", "id,kind,date,title,people\nA,meeting,2018,First,Leader One\n");
    write_text(&bench->at, "people.csv", "id,name,country\nleader-one,Leader One,CAN\n");
    const char *paths[] = {events.path, people.path};
    bench->request.paths = paths;
    bench->request.path_count = 2;
    must_be(DETENTE_OK, import_into(bench->record, &bench->request, &bench->log), &bench->log.error);
    check_counts(bench, 1, 1, 0);
    check_remark(bench, "stands in this import before", false);
}

static void test_rows_without_ids(void **state) {
    struct bench *bench = *state;
    static const char ottawa[] = "kind,date,title,place\nmeeting,2018-01-02,A talk,Ottawa\n";
    check_good(bench, "a.csv", ottawa, 1, 0, 0);
    check_good(bench, "a.csv", "kind,date,title,place\nmeeting,2018-01-02,A talk,Montreal\n", 0, 1, 0);
    check_remark(bench, "without an id", false); /* the same file, mended */
    check_good(bench, "b.csv", ottawa, 0, 1, 0);
    check_remark(bench, "1 row without an id changed an event of the same date and title that is from elsewhere, such as "
                 "2018-01-02-a-talk", true);
    change(bench, DETENTE_EDIT, "2018-01-02-a-talk", "venue=A hall");
    check_good(bench, "b.csv", "kind,date,title,venue\nmeeting,2018-01-02,A talk,Other\n", 0, 1, 0);
    check_remark(bench, "1 row without an id changed", true);
}

static void test_overruled(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    change(bench, DETENTE_EDIT, "B", "title=Edited");
    check_good(bench, "events.csv", three_events, 0, 1, 2);
    check_remark(bench, "1 record that was edited here is now as the file has it: B (revision 2)", true);
    check_remark(bench, "a table alone carries no revision", true);
    check_good(bench, "events.csv", three_events, 0, 0, 3);
    check_remark(bench, "edited here", false);
}

/* ---- changed here since ------------------------------------------------------------------------ */

static void check_conflict(const struct bench *bench, size_t index, bool refused, const char *part) {
    if (index >= bench->log.conflict_count) fail_msg("only %zu conflicts", bench->log.conflict_count);
    if (!strstr(bench->log.conflicts[index].message, part) || bench->log.refused[index] != refused)
        fail_msg("%s (%s)", bench->log.conflicts[index].message, bench->log.refused[index] ? "refused" : "kept");
}

static void test_conflicts(void **state) {
    struct bench *bench = *state;
    struct place_of rejects = in_folder(&bench->at, "rejects.json");
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    char *document = tell(bench);
    change(bench, DETENTE_EDIT, "A", "title=Edited here");
    change(bench, DETENTE_EDIT, "B", "date=2019-02");
    change(bench, DETENTE_REMOVE, "C", NULL);
    char *away = with(document, "\"First\"", "\"Edited there\""), *both = with(away, "\"Third\"", "\"Third, better\"");
    bench->request.rejects = rejects.path;
    check_good(bench, "away.json", both, 0, 0, 0);
    const struct detente_import_summary *s = &bench->log.summary;
    assert_int_equal(s->conflicts, 3);
    assert_int_equal(s->refused, 2);
    assert_int_equal(s->revision, 0);
    check_conflict(bench, 0, true, "A was changed here in revision 2, after the file's revision 1, and is left alone: title");
    check_conflict(bench, 1, false, "B was changed here in revision 3, after the file's revision 1, and is left alone: date");
    check_conflict(bench, 2, true, "C was removed here in revision 4, after the file's revision 1, and is not added again");
    assert_true(bench->log.conflicts[0].line > 0);
    assert_non_null(strstr(bench->log.conflicts[0].file, "away.json"));
    check_tells(bench, "\"Edited here\"", true);
    check_tells(bench, "\"C\"", false);
    char *rejected = read_text(rejects.path);
    assert_non_null(strstr(rejected, "\"Edited there\""));
    assert_non_null(strstr(rejected, "\"Third, better\""));
    assert_null(strstr(rejected, "\"Second\""));
    bench->request.rejects = NULL;
    check_good(bench, "rejects.json", rejected, 1, 1, 0); /* by itself it comes from nowhere, and is taken */
    free(rejected);
    free(both);
    free(away);
    free(document);
}

/* What was changed here to the very words of the file is no conflict; nor is what was changed before. */
static void test_no_conflict(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    change(bench, DETENTE_EDIT, "B", "title=Second, better");
    char *document = tell(bench);
    char *away = with(document, "\"First\"", "\"First, better\"");
    change(bench, DETENTE_EDIT, "A", "title=First, better");
    check_good(bench, "away.json", away, 0, 0, 3);
    assert_int_equal(bench->log.conflict_count, 0);
    free(away);
    away = with(document, "\"Second, better\"", "\"Second, best\"");
    check_good(bench, "away.json", away, 0, 1, 1);
    assert_int_equal(bench->log.conflict_count, 1); /* A, of which the file says what was */
    assert_false(bench->log.refused[0]);
    free(away);
    free(document);
}

/* Added on both sides under one id. */
static void test_added_twice(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    char *document = tell(bench);
    check_good(bench, "d.csv", "id,kind,date,title\nD,meeting,2021,Added here\n", 1, 0, 0);
    char *away = with(document, "{\"id\":\"A\"", "{\"id\":\"D\",\"kind\":\"visit\",\"date\":\"2021\",\"title\":\"Added there\"},\n{\"id\":\"A\"");
    check_good(bench, "away.json", away, 0, 0, 3);
    check_conflict(bench, 0, true, "D was changed here in revision 2, after the file's revision 1, and is left alone: "
                   "kind (file \"visit\", here \"meeting\"), title (file \"Added there\", here \"Added here\")");
    check_remark(bench, "to take what the file says: `detente edit ID FIELD=VALUE`", true);
    free(away);
    free(document);
}

/* What a table without a revision brought back, and an undo took again, is still removed since. */
static void test_removed_by_name(void **state) {
    struct bench *bench = *state;
    static const char claimed[] = "{\"detente\":1,\"events\":[{\"id\":\"A\",\"kind\":\"meeting\",\"date\":\"2018\",\"title\":\"First\"},"
                                  "{\"id\":\"B\",\"kind\":\"meeting\",\"date\":\"2019\",\"title\":\"Second\"}],\"sources\":[{\"id\":\"s\","
                                  "\"title\":\"S\",\"url\":\"https://example.org/s\"}],\"claims\":[{\"event\":\"B\",\"source\":\"s\","
                                  "\"field\":\"place\",\"value\":\"Ottawa\"}]}";
    check_good(bench, "a.json", claimed, 4, 0, 0);
    char *document = tell(bench);
    change(bench, DETENTE_REMOVE, "B", NULL);
    check_good(bench, "b.csv", "id,kind,date,title\nB,meeting,2019,Second\n", 1, 0, 0);
    change(bench, DETENTE_UNDO, NULL, NULL);
    check_good(bench, "away.json", document, 0, 0, 2);
    assert_int_equal(bench->log.summary.rejected, 0);
    assert_int_equal(bench->log.summary.refused, 0);
    check_conflict(bench, 0, false, "B was removed here in revision 2, after the file's revision 1, and is not added again");
    check_conflict(bench, 1, false, "claim:B/s/place/Ottawa was removed here in revision 2");
    check_tells(bench, "\"Second\"", false);
    free(document);
}

/* What is here again as it was when the file was exported is no conflict. */
static void test_taken_back(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    char *document = tell(bench), *away = with(document, "\"First\"", "\"First, better\"");
    change(bench, DETENTE_EDIT, "A", "title=Edited");
    change(bench, DETENTE_UNDO, NULL, NULL);
    change(bench, DETENTE_EDIT, "B", "title=Edited"); /* so that the revision is not the latest */
    check_good(bench, "away.json", away, 0, 1, 1);
    assert_int_equal(bench->log.summary.conflicts, 1);
    check_conflict(bench, 0, false, "B was changed here in revision 4");
    check_tells(bench, "\"First, better\"", true);
    free(away);
    free(document);
}

static void test_conflict_of_words(void **state) {
    struct bench *bench = *state;
    check_good(bench, "a.json", "{\"detente\":1,\"dossier\":{\"title\":\"T\"},\"events\":[{\"id\":\"A\",\"kind\":\"meeting\","
               "\"date\":\"2018\",\"title\":\"An act\"}]}", 2, 0, 0);
    char *document = tell(bench);
    check_good(bench, "b.json", "{\"detente\":1,\"dossier\":{\"title\":\"Here\"}}", 0, 1, 0);
    check_good(bench, "away.json", document, 0, 0, 1);
    check_conflict(bench, 0, false, "the dossier's own words were changed here in revision 2");
    char *away = with(document, "\"title\":\"T\"", "\"title\":\"There\"");
    check_good(bench, "away.json", away, 0, 0, 1);
    check_conflict(bench, 0, true, "the dossier's own words were changed here in revision 2");
    check_tells(bench, "{\"title\":\"Here\",\"revision\"", true);
    bench->request.on_conflict = "skip";
    check_good(bench, "c.json", "{\"detente\":1,\"dossier\":{\"title\":\"X\"}}", 0, 0, 0);
    assert_int_equal(bench->log.summary.skipped, 1);
    bench->request.on_conflict = "fail";
    assert_int_equal(take_path(bench, in_folder(&bench->at, "c.json").path), DETENTE_BAD_INPUT);
    assert_non_null(strstr(bench->log.error.message, "the dossier's own words are here already"));
    free(away);
    free(document);
}

/* An id that was merged leads on; its row is not added again. */
static void test_merged(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    const char *words[] = {"A", "B"};
    struct detente_change request = {.action = DETENTE_MERGE, .words = {words, 2}, .author = {"desk", NULL, 1700000100},
                                     .today = TEST_TODAY};
    struct detente_change_summary summary;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_change_record(bench->record, &request, &summary, &error), &error);
    check_good(bench, "events.csv", three_events, 0, 0, 2);
    check_conflict(bench, 0, false, "A was merged into B here and is left alone; write B for it in the file");
    assert_int_equal(bench->log.summary.refused, 0);
}

/* The old id still stands in the dossier: what it leads to is not gone from it. */
static void test_renamed(void **state) {
    struct bench *bench = *state;
    struct place_of folder = in_folder(&bench->at, "in");
    assert_int_equal(mkdir(folder.path, 0700), 0);
    write_text(&folder, "events.csv", three_events);
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    change(bench, DETENTE_EDIT, "A", "id=A-NEW");
    bench->request.prune = true;
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_counts(bench, 0, 0, 2);
    assert_int_equal(bench->log.summary.missing, 0);
    assert_int_equal(bench->log.summary.conflicts, 1);
    check_conflict(bench, 0, false, "A was merged into A-NEW here");
}

/* Rows of parties.csv go with their event. */
static void test_parties_left(void **state) {
    struct bench *bench = *state;
    struct place_of folder = in_folder(&bench->at, "in");
    assert_int_equal(mkdir(folder.path, 0700), 0);
    write_text(&folder, "events.csv", "id,kind,date,title,people\nA,meeting,2018,First,Leader One\n");
    write_text(&folder, "parties.csv", "event,type,id,role,for,as\nA,person,Leader One,speaker,CAN,envoy\n");
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    struct place_of out = export_folder(bench->record, &bench->at, "out");
    change(bench, DETENTE_EDIT, "A", "title=Edited");
    char *rows = read_text(in_folder(&out, "parties.csv").path), *other = with(rows, "envoy", "special envoy");
    write_text(&out, "parties.csv", other);
    struct place_of rejects = in_folder(&bench->at, "rejects.json");
    bench->request.rejects = rejects.path;
    must_be(DETENTE_OK, take_path(bench, out.path), &bench->log.error);
    check_counts(bench, 0, 0, 1); /* the person */
    check_conflict(bench, 0, true, "A was changed here in revision 2, after the file's revision 1, and is left alone: "
                   "title (file \"First\", here \"Edited\"), parties (file \"…eaker:CAN:special envoy\", here \"…eaker:CAN:envoy\")");
    check_tells(bench, "special envoy", false);
    char *rejected = read_text(rejects.path);
    assert_non_null(strstr(rejected, "\"parties\":[\n{\"event\":\"A\",\"type\":\"person\""));
    assert_non_null(strstr(rejected, "\"as\":\"special envoy\""));
    free(rejected);
    free(other);
    free(rows);
}

static void test_skip_and_fail(void **state) {
    struct bench *bench = *state;
    static const char other[] = "id,kind,date,title,people\nD,meeting,2021,New,Leader One\nA,meeting,2018-01-02,Other,Leader Two\n"
                                "B,visit,2019-02-03,Second,\nE,meeting,2021,Newer,\n";
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    char *before = tell(bench);
    bench->request.on_conflict = "fail";
    write_text(&bench->at, "other.csv", other);
    assert_int_equal(take_path(bench, in_folder(&bench->at, "other.csv").path), DETENTE_BAD_INPUT);
    assert_non_null(strstr(bench->log.error.message, "A is here already, and the row would change it: title, people"));
    assert_int_equal(bench->log.error.line, 3);
    assert_true(bench->log.error.remedy[0]);
    char *after = tell(bench);
    check_same("exports", before, after);
    bench->request.on_conflict = "skip";
    check_good(bench, "other.csv", other, 2, 0, 1);
    assert_int_equal(bench->log.summary.skipped, 1);
    assert_int_equal(bench->log.summary.made, 1); /* a row that is left makes nobody */
    check_tells(bench, "Leader Two", false);
    bench->request.on_conflict = "ask";
    assert_int_equal(take_path(bench, in_folder(&bench->at, "other.csv").path), DETENTE_USAGE);
    free(after);
    free(before);
}

/* ---- what is gone ------------------------------------------------------------------------------ */

static void check_missing(const struct bench *bench, uint64_t missing, uint64_t removed) {
    const struct detente_import_summary *s = &bench->log.summary;
    if (s->missing != missing || s->removed != removed)
        fail_msg("%llu missing, %llu removed: %s", (unsigned long long)s->missing, (unsigned long long)s->removed,
                 bench->log.remarks);
}

static void test_prune_export(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    check_good(bench, "claims.csv", "event,source,field,value\nC,https://test.example/1,place,Ottawa\n", 1, 0, 0);
    char *document = tell(bench);
    check_good(bench, "later.csv", "id,kind,date,title\nD,meeting,2021,Added since\n", 1, 0, 0);
    change(bench, DETENTE_EDIT, "B", "title=Edited since");
    const char *a = strstr(document, "{\"id\":\"A\"");
    const char *claims = strstr(document, "{\"event\":\"C\"");
    assert_true(a && claims);
    char *cut = strdup(document), *at = strstr(cut, "{\"id\":\"A\""), *end = strstr(cut, "\n],\n\"claims\"");
    memmove(at, end, strlen(end) + 1); /* without events */
    at = strstr(cut, "{\"event\":\"C\"");
    end = strstr(at, "\n],\n\"links\"");
    memmove(at, end, strlen(end) + 1); /* and without the claim */
    check_good(bench, "away.json", cut, 0, 0, 1);
    check_missing(bench, 3, 0);
    assert_int_equal(bench->log.summary.conflicts, 1);
    check_remark(bench, "no longer in the dossier: A\n", true);
    check_remark(bench, "no longer in the dossier: claim:C/", true);
    check_remark(bench, "B is no longer in the dossier, but was changed here in revision 4, and stays", true);
    check_remark(bench, "no longer in the dossier: D", false);
    check_tells(bench, "\"First\"", true);
    bench->request.prune = true;
    check_good(bench, "away.json", cut, 0, 0, 1);
    check_missing(bench, 3, 3);
    check_tells(bench, "\"First\"", false);
    check_tells(bench, "\"Third\"", false);
    check_tells(bench, "\"Edited since\"", true);
    check_tells(bench, "\"Added since\"", true);
    check_good(bench, "away.json", cut, 0, 0, 1);
    check_missing(bench, 0, 0);
    free(cut);
    free(document);
}

/* A part of the record says nothing of the rest. */
static void test_prune_part(void **state) {
    struct bench *bench = *state;
    const char *kind = "visit";
    struct detente_request request = {.question = DETENTE_EXPORT, .format = "json", .filters = {.kinds = {&kind, 1}}};
    struct detente_answer answer;
    check_good(bench, "events.csv", three_events, 3, 0, 0);
    char *part = ask_text(bench->record, &request, &answer);
    bench->request.prune = true;
    check_good(bench, "part.json", part, 0, 0, 1);
    check_missing(bench, 0, 0);
    check_good(bench, "events.csv", "id,title\nA,First\n", 0, 0, 1); /* nor does a table */
    check_missing(bench, 0, 0);
    check_remark(bench, "--prune does nothing here", true);
    free(part);
}

static void write_dossier(const struct place_of *folder, const char *events, const char *people) {
    write_text(folder, "events.csv", events);
    write_text(folder, "people.csv", people);
}

static void test_prune_kept_by_hand(void **state) {
    struct bench *bench = *state;
    struct place_of folder = in_folder(&bench->at, "in"), other = in_folder(&bench->at, "other");
    assert_int_equal(mkdir(folder.path, 0700), 0);
    assert_int_equal(mkdir(other.path, 0700), 0);
    write_dossier(&folder, three_events, "id,name\nleader-one,Leader One\nleader-two,Leader Two\nleader-three,Leader Three\n");
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_good(bench, "x.csv", "id,kind,date,title,people\nX,meeting,2021,Of another,leader-two\n", 1, 0, 0);
    /* The same words in another place are another dossier. */
    write_dossier(&other, "id,kind,date,title\nY,meeting,2021,Of another dossier\n", "id,name\n");
    must_be(DETENTE_OK, take_path(bench, other.path), &bench->log.error);
    check_missing(bench, 0, 0);
    /* B and C are gone, and all people, but that A now names one and X another. */
    write_dossier(&folder, "id,kind,date,title,people\nA,meeting,2018-01-02,First,Leader One\n", "id,name\n");
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_missing(bench, 4, 0);
    check_remark(bench, "leader-one", false);
    bench->request.prune = true;
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_missing(bench, 4, 3);
    check_remark(bench, "leader-two stays, since X names it", true);
    check_tells(bench, "\"leader-three\"", false);
    check_tells(bench, "\"leader-two\"", true);
    check_tells(bench, "\"Of another dossier\"", true);
    check_tells(bench, "\"Second\"", false);
    /* What a broken row stands for is not gone. */
    write_dossier(&folder, "id,kind,date,title\nA,meeting,20x,First\n", "id,name\n");
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_missing(bench, 0, 0);
    check_remark(bench, "--prune did nothing", true);
    check_tells(bench, "\"First\"", true);
}

/* An import that read other files too does not say which of them brought what. */
static void test_prune_mixed(void **state) {
    struct bench *bench = *state;
    struct place_of folder = in_folder(&bench->at, "in");
    assert_int_equal(mkdir(folder.path, 0700), 0);
    write_dossier(&folder, three_events, "id,name\n");
    write_text(&bench->at, "x.csv", "id,kind,date,title\nX,meeting,2021,Of another\n");
    struct place_of x = in_folder(&bench->at, "x.csv");
    const char *paths[] = {folder.path, x.path};
    bench->request.paths = paths;
    bench->request.path_count = 2;
    must_be(DETENTE_OK, import_into(bench->record, &bench->request, &bench->log), &bench->log.error);
    write_dossier(&folder, "id,kind,date,title\nA,meeting,2018-01-02,First\n", "id,name\n");
    bench->request.prune = true;
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    check_missing(bench, 0, 0);
}

/* ---- a dry run ----------------------------------------------------------------------------------- */

/* Without the lines that must differ: when, from and to. */
static void strip_lines(char *text) {
    static const char *const parts[] = {"\"query\"", "\"from\"", "\"to\"", "\"dry_run\"", "\"time\"", "\"revision\""};
    char *out = text;
    for (char *line = text; *line;) {
        char *next = strchr(line, '\n');
        next = next ? next + 1 : line + strlen(line);
        bool drop = false;
        for (size_t i = 0; i < LENGTH(parts); i++) {
            char *found = strstr(line, parts[i]);
            drop = drop || (found && found == line + strspn(line, " "));
        }
        if (!drop) memmove(out, line, (size_t)(next - line));
        out += drop ? 0 : next - line;
        line = next;
    }
    *out = '\0';
}

static char *preview_text(struct bench *bench, const char *path, const char *format) {
    struct buffer text;
    buffer_init(&text);
    struct detente_request preview = {.format = format, .write = take_bytes, .write_context = &text, .today = TEST_TODAY,
                                      .style = {.width = 100}};
    bench->request.dry_run = true;
    bench->request.preview = &preview;
    must_be(DETENTE_OK, take_path(bench, path), &bench->log.error);
    bench->request.dry_run = false;
    bench->request.preview = NULL;
    buffer_append_byte(&text, '\0');
    return text.data;
}

static void test_dry_run(void **state) {
    struct bench *bench = *state;
    struct place_of folder = in_folder(&bench->at, "in");
    assert_int_equal(mkdir(folder.path, 0700), 0);
    write_dossier(&folder, three_events, "id,name,country\nleader-one,Leader One,CAN\n");
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    write_dossier(&folder, "id,kind,date,title,people,Shade\nA,meeting,2018-01-02,First,Leader Five:host,dark\n"
                  "C,statement,2020-03-04,\"Third, better\",,\nD,meeting,2021,Fourth,leader-one,\n",
                  "id,name,country\nleader-one,Leader One,\n");
    bench->request.prune = true;
    char *before = tell(bench);
    char *would = preview_text(bench, folder.path, "json"), *words = preview_text(bench, folder.path, NULL);
    struct detente_import_summary promised = bench->log.summary;
    char *still = tell(bench);
    check_same("exports", before, still);
    assert_int_equal(promised.revision, 0);
    must_be(DETENTE_OK, take_path(bench, folder.path), &bench->log.error);
    struct detente_import_summary kept = bench->log.summary;
    assert_int_equal(kept.revision, 2);
    kept.revision = 0;
    assert_memory_equal(&promised, &kept, sizeof kept);
    struct detente_request request = {.question = DETENTE_DIFF, .format = "json"};
    struct detente_answer answer;
    char *did = ask_text(bench->record, &request, &answer);
    strip_lines(would);
    strip_lines(did);
    check_same("what would change and what did", would, did);
    assert_non_null(strstr(would, "\"action\": \"removed\""));
    assert_non_null(strstr(words, "Third, better"));
    char *nothing = preview_text(bench, folder.path, "json");
    assert_non_null(strstr(nothing, "\"changes\": []"));
    free(nothing);
    free(did);
    free(still);
    free(words);
    free(would);
    free(before);
}

/* ---- the log --------------------------------------------------------------------------------------- */

static void check_file(struct bench *bench, const char *name, const char *text, int rows) {
    struct sha256 sha;
    char digits[65], query[400];
    sha256_begin(&sha);
    sha256_add(&sha, text, strlen(text));
    sha256_end(&sha, digits);
    snprintf(query, sizeof query, "SELECT count(*) FROM v_revision_file WHERE name = '%s' AND sha256 = '%s' AND bytes = %zu "
             "AND rows = %d", name, digits, strlen(text), rows);
    if (number_of(bench, query) != 1) fail_msg("%s", query);
}

static void test_files(void **state) {
    struct bench *bench = *state;
    static const char table[] = "\xEF\xBB\xBF" "id,kind,date,title\nA,meeting,2018,First\nB,meeting\nC,meating,2018,Third\n";
    static const char document[] = "{\"detente\":1,\n\"events\":[{\"id\":\"D\",\"kind\":\"meeting\",\"date\":\"2018\",\"title\":\"T\"}],"
                                   "\n\"people\":[{\"id\":\"p\",\"name\":\"P\"}],\"dossier\":{\"title\":\"T\"}}\n  ";
    check_good(bench, "events.csv", table, 1, 0, 0);
    check_file(bench, in_folder(&bench->at, "events.csv").path, table, 3);
    check_good(bench, "guessed", document, 3, 0, 0); /* read twice, in another order than it is written */
    check_file(bench, in_folder(&bench->at, "guessed").path, document, 3);
    FILE *pipe = tmpfile();
    assert_non_null(pipe);
    fputs(three_events, pipe);
    rewind(pipe);
    bench->request.standard_input = pipe;
    must_be(DETENTE_OK, take_path(bench, "-"), &bench->log.error);
    check_file(bench, "-", three_events, 3);
    fclose(pipe);
    assert_int_equal(number_of(bench, "SELECT count(*) FROM v_revision WHERE command = 'import' AND user = 'desk'"), 3);
}

static int64_t pragma_of(const char *path, const char *before, const char *pragma) {
    sqlite3 *engine;
    sqlite3_stmt *get;
    assert_int_equal(sqlite3_open(path, &engine), SQLITE_OK);
    assert_int_equal(sqlite3_exec(engine, before, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(engine, pragma, -1, &get, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(get), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(get, 0);
    sqlite3_finalize(get);
    sqlite3_close(engine);
    return value;
}

/* New rows stand in the record itself: the log has one stretch for all of them, and a file with it is hardly larger. */
static void test_cheap_history(void **state) {
    struct bench *bench = *state;
    struct buffer text;
    enum { ROWS = 20000 };
    buffer_init(&text);
    buffer_append_text(&text, "id,kind,date,title,countries\n");
    for (int i = 0; i < ROWS; i++)
        buffer_append_format(&text, "E%05d,statement,%d-%02d-%02d,Report %05d on what the two sides said to one another,CAN;CHN\n", i,
                             1990 + i % 30, 1 + i % 12, 1 + i % 28, i);
    buffer_append_byte(&text, '\0');
    assert_false(buffer_failed(&text));
    check_good(bench, "events.csv", text.data, ROWS, 0, 0);
    buffer_free(&text);
    detente_close(bench->record);
    struct place_of file = in_folder(&bench->at, "a.db");
    assert_int_equal(pragma_of(file.path, "", "SELECT count(*) FROM record_change"), 0);
    assert_int_equal(pragma_of(file.path, "", "SELECT count(*) FROM record_added"), 1);
    assert_int_equal(pragma_of(file.path, "", "SELECT last - first + 1 FROM record_added"), ROWS);
    int64_t with_log = pragma_of(file.path, "VACUUM", "PRAGMA page_count");
    int64_t without = pragma_of(file.path, "DELETE FROM record_change; DELETE FROM record_added; DELETE FROM revision_file; "
                                "DELETE FROM revision; VACUUM", "PRAGMA page_count");
    assert_true(without > 1000);
    if (with_log - without > without / 100) fail_msg("%lld pages with the log, %lld without", (long long)with_log, (long long)without);
    bench->record = open_record(file.path, DETENTE_READ);
}

/* ---- likely duplicates --------------------------------------------------------------------------- */

static void test_duplicates(void **state) {
    struct bench *bench = *state;
    check_good(bench, "a.csv", "id,kind,date,title,countries\nA,meeting,2018-01-02,Ministers meet in Testville to talk of canola,"
               "CAN;CHN\n", 1, 0, 0);
    assert_int_equal(bench->log.summary.duplicates, 0);
    check_good(bench, "b.csv", "id,kind,date,title,countries\nB,meeting.bilateral,2018-01-03,Ministers meet in Testville to talk "
               "about canola,CAN;CHN\nC,meeting,2018-01-03,Something else altogether at another place,USA;FRA\n", 2, 0, 0);
    assert_int_equal(bench->log.summary.duplicates, 1);
    check_remark(bench, "B may be A recorded again", true);
    check_good(bench, "b.csv", "id,title\nC,Something else altogether\n", 0, 1, 0);
    assert_int_equal(bench->log.summary.duplicates, 0);
}

#define ON_BENCH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_BENCH(test_revision),
        ON_BENCH(test_unknown_origin),
        ON_BENCH(test_same_dossier),
        ON_BENCH(test_repeats),
        ON_BENCH(test_named_then_listed),
        ON_BENCH(test_rows_without_ids),
        ON_BENCH(test_overruled),
        ON_BENCH(test_conflicts),
        ON_BENCH(test_no_conflict),
        ON_BENCH(test_added_twice),
        ON_BENCH(test_removed_by_name),
        ON_BENCH(test_taken_back),
        ON_BENCH(test_conflict_of_words),
        ON_BENCH(test_merged),
        ON_BENCH(test_renamed),
        ON_BENCH(test_parties_left),
        ON_BENCH(test_skip_and_fail),
        ON_BENCH(test_prune_export),
        ON_BENCH(test_prune_part),
        ON_BENCH(test_prune_kept_by_hand),
        ON_BENCH(test_prune_mixed),
        ON_BENCH(test_dry_run),
        ON_BENCH(test_files),
        ON_BENCH(test_cheap_history),
        ON_BENCH(test_duplicates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
