/* Imports: what is taken, what is rejected with place, reason and remedy, and that it is one
 * transaction. */
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
    bench->request = (struct detente_import){.today = TEST_TODAY};
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

/* Writes a file and imports it. */
static enum detente_status take(struct bench *bench, const char *name, const char *text) {
    write_text(&bench->at, name, text);
    return take_path(bench, in_folder(&bench->at, name).path);
}

static void check_counts(const struct bench *bench, uint64_t added, uint64_t updated,
                         uint64_t unchanged, uint64_t rejected) {
    const struct detente_import_summary *s = &bench->log.summary;
    if (s->added == added && s->updated == updated && s->unchanged == unchanged &&
        s->rejected == rejected)
        return;
    fail_msg("%llu added, %llu updated, %llu unchanged, %llu rejected (%s: %s; %s) %s",
             (unsigned long long)s->added, (unsigned long long)s->updated,
             (unsigned long long)s->unchanged, (unsigned long long)s->rejected,
             bench->log.faults[0].message, bench->log.faults[0].remedy, bench->log.remarks,
             bench->log.error.message);
}

static void check_good(struct bench *bench, const char *name, const char *text, uint64_t added,
                       uint64_t updated, uint64_t unchanged, uint64_t rejected) {
    enum detente_status status = take(bench, name, text);
    must_be(DETENTE_OK, status, &bench->log.error);
    check_counts(bench, added, updated, unchanged, rejected);
}

/* All of the record, as a document; to be freed. Without records an export is an error, and this is
 * "". */
static char *tell(struct bench *bench) {
    struct buffer text;
    struct detente_request request = {.question = DETENTE_EXPORT,
                                      .format = "json",
                                      .write = take_bytes,
                                      .write_context = &text,
                                      .today = TEST_TODAY};
    struct detente_answer answer;
    buffer_init(&text);
    enum detente_status status = detente_ask(bench->record, &request, &answer, NULL);
    if (status == DETENTE_NOT_FOUND) buffer_clear(&text);
    buffer_append_byte(&text, '\0');
    return text.data;
}

static void check_tells(struct bench *bench, const char *part, bool wanted) {
    char *text = tell(bench);
    if ((strstr(text, part) != NULL) != wanted)
        fail_msg("%s is %s in\n%s", part, wanted ? "not" : "still", text);
    free(text);
}

static void check_empty(struct bench *bench) {
    char *text = tell(bench);
    assert_string_equal(text, "");
    free(text);
}

/* ---- counts and ids -------------------------------------------------------------------------- */

static void test_counts(void **state) {
    struct bench *bench = *state;
    static const char text[] = "id,kind,date,title,countries\nA,meeting,2018,First,CAN;CHN\nB,"
                               "visit,2019,Second,CAN;China\n";
    check_good(bench, "events.csv", text, 2, 0, 0, 0);
    check_good(bench, "events.csv", text, 0, 0, 2, 0);
    check_good(bench, "events.csv", "id,title\nA,First\nB,Other\n", 0, 1, 1, 0);
    check_tells(bench, "\"Other\"", true);
    check_tells(bench, "\"2019\"", true);
}

static void test_made_ids(void **state) {
    struct bench *bench = *state;
    static const char text[] =
        "kind,date,title\nmeeting,2018-01,A talk\nmeeting,2018-01,A talk\nmeeting,2018-01,A talk\n"
        "meeting,2018-02,A talk\n";
    check_good(bench, "events.csv", text, 4, 0, 0, 0);
    check_tells(bench, "\"2018-01-a-talk\"", true);
    check_tells(bench, "\"2018-01-a-talk-2\"", true);
    check_tells(bench, "\"2018-01-a-talk-3\"", true);
    check_tells(bench, "\"2018-02-a-talk\"", true);
    check_good(bench, "events.csv", text, 0, 0, 4, 0);
}

/* A long file of the same row: each gets a number, and that in a time that follows their number. */
static void test_many_made_ids(void **state) {
    struct bench *bench = *state;
    struct buffer text;
    buffer_init(&text);
    buffer_append_text(&text, "kind,date,title\n");
    for (int i = 0; i < 20000; i++) buffer_append_text(&text, "meeting,2018-01,A talk\n");
    buffer_append_byte(&text, '\0');
    check_good(bench, "events.csv", text.data, 20000, 0, 0, 0);
    check_tells(bench, "\"2018-01-a-talk-20000\"", true);
    buffer_free(&text);
}

/* ---- what is named and not listed ------------------------------------------------------------ */

static void test_made_records(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv",
               "id,kind,date,title,countries,people,organizations\n"
               "A,meeting,2018,First,CAN,Leader One:speaker;Leader Two,Test Union\n"
               "B,meeting,2018,Second,CAN,leader one,\n",
               2, 0, 0, 0);
    assert_int_equal(bench->log.summary.made, 3);
    assert_non_null(strstr(bench->log.remarks, "2 people, 1 organization, such as "));
    check_tells(bench, "{\"id\":\"leader-one\",\"name\":\"Leader One\"}", true);
    check_tells(bench, "{\"id\":\"TEST-UNION\",\"name\":\"Test Union\"}", true);
}

static void test_row_sources(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv",
               "id,kind,date,title,source_url,source_title,source_date,quote\n"
               "A,meeting,2018,First,https://test.example/1,,,\n"
               "B,meeting,2018,Second,https://test.example/2,A Paper,2018-05-01,\n"
               "C,meeting,2018,Third,https://test.example/3,,,They met.\n",
               4, 0, 0, 0);
    check_tells(bench, "\"source_url\":\"https://test.example/1\"", true);
    check_tells(bench, "\"source_url\":\"https://test.example/2\"", false);
    check_tells(
        bench,
        "\"title\":\"A Paper\",\"url\":\"https://test.example/2\",\"published\":\"2018-05-01\"",
        true);
    check_tells(bench, "\"event\":\"C\"", true);
    check_tells(bench, "\"field\":\"quote\",\"value\":\"They met.\"", true);
    assert_int_equal(bench->log.summary.made, 2);
}

/* What a rejected row names is not made. */
static void test_rejected_makes_nothing(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv",
               "id,kind,date,title,countries,people,source_url,source_title\n"
               "A,meeting,2018-13,First,CAN,Leader One,https://test.example/1,Paper\n"
               "B,meeting,2018,Second,Atlantis,Leader Two,https://test.example/2,Paper\n"
               "C,meting,2018,Third,CAN,Leader Three,https://test.example/3,Paper\n",
               0, 0, 0, 3);
    assert_int_equal(bench->log.summary.made, 0);
    check_empty(bench);
}

/* ---- rejected rows --------------------------------------------------------------------------- */

static void check_fault(const struct bench *bench, size_t index, const char *file, long line,
                        long column, const char *message, const char *remedy) {
    const struct detente_error *fault = &bench->log.faults[index];
    assert_true(index < bench->log.fault_count);
    const char *slash = strrchr(fault->file, '/');
    if (strcmp(slash ? slash + 1 : fault->file, file) == 0 && fault->line == line &&
        fault->column == column && strstr(fault->message, message) && strstr(fault->remedy, remedy))
        return;
    fail_msg("%s:%ld:%ld: %s; %s", fault->file, fault->line, fault->column, fault->message,
             fault->remedy);
}

static void test_faults(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv",
               "title,id,kind,date,end,countries,rate\n"
               "Good,A,meeting,2018,,CAN,\n"
               "Bad kind,B,meting,2018,,CAN,\n"
               "\"Two\nlines\",C,meeting,2018,,CAN,\n"
               "Bad date,D,meeting,2018-02-30,,CAN,\n"
               "Bad end,E,tariff,2018,2017,CAN,\n"
               "Bad country,F,meeting,2018,,Chna,\n"
               "Bad rate,G,tariff,2018,,CAN,many\n"
               "No date,H,meeting,,,CAN,\n",
               2, 0, 0, 6);
    check_fault(bench, 0, "events.csv", 3, 3, "meting", "meeting");
    check_fault(bench, 1, "events.csv", 6, 4, "2018-02-30", "");
    check_fault(bench, 2, "events.csv", 7, 5, "the end is before the date", "write");
    check_fault(bench, 3, "events.csv", 8, 6, "Chna", "China");
    check_fault(bench, 4, "events.csv", 9, 7, "many", "");
    check_fault(bench, 5, "events.csv", 10, 4, "date", "");
    for (size_t i = 0; i < bench->log.fault_count; i++) assert_true(bench->log.faults[i].remedy[0]);
}

static void test_faults_of_others(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", "id,kind,date,title\nA,meeting,2018,First\n", 1, 0, 0, 0);
    check_good(bench, "links.csv", "from,relation,to\nA,ends,Z\nZ,ends,A\nA,end,A\n", 0, 0, 0, 3);
    check_fault(bench, 0, "links.csv", 2, 3, "there is no event \"Z\"", "add the event");
    check_fault(bench, 1, "links.csv", 3, 1, "there is no event \"Z\"", "add the event");
    check_fault(bench, 2, "links.csv", 4, 2, "end", "ends");
    check_good(bench, "parties.csv",
               "event,type,id,role,for\nZ,person,Leader One,,\nA,persn,Leader One,,\n"
               "A,person,Leader One,speaker,Nowhere\n",
               0, 0, 0, 3);
    check_fault(bench, 0, "parties.csv", 2, 1, "there is no event \"Z\"", "");
    check_fault(bench, 1, "parties.csv", 3, 2, "persn", "person");
    check_fault(bench, 2, "parties.csv", 4, 5, "Nowhere", "");
    check_good(bench, "people.csv", "id,country\nleader-nine,CAN\n", 0, 0, 0, 1);
    check_fault(bench, 0, "people.csv", 2, 0, "name", "");
    check_good(bench, "terms.csv",
               "person,country,office,start,end\nLeader One,CAN,ambassador,2018,2017\n", 0, 0, 0,
               1);
    check_fault(bench, 0, "terms.csv", 2, 5, "ends before it starts", "");
    check_tells(bench, "Leader", false);
}

static void test_faults_of_json(void **state) {
    struct bench *bench = *state;
    check_good(bench, "a.json",
               "{\"detente\":1,\n\"events\":[\n{\"id\":\"A\",\"kind\":\"meeting\",\"date\":"
               "\"2018\",\"title\":\"T\"},\n"
               "{\"id\":\"B\",\"kind\":\"meeting\",\"date\":\"20x8\",\"title\":\"T\"}]}",
               1, 0, 0, 1);
    assert_int_equal(bench->log.faults[0].line, 4);
    assert_non_null(strstr(bench->log.faults[0].message, "20x8"));
}

/* ---- the file of rejected rows --------------------------------------------------------------- */

static void replace(char *text, const char *from, const char *to) {
    char *at = strstr(text, from);
    assert_non_null(at);
    assert_int_equal(strlen(from), strlen(to));
    memcpy(at, to, strlen(to));
}

static void test_rejects_table(void **state) {
    struct bench *bench = *state;
    struct place_of rejects = in_folder(&bench->at, "rejects.csv");
    bench->request.rejects = rejects.path;
    check_good(bench, "events.csv",
               "id,kind,date,title,tags,Shade\nA,meeting,2018,Good,,\n"
               "B,meating,2018,\"Bad, \"\"one\"\"\",\"a;b\",dark\nC,meeting,2019-13,Bad two,,\n",
               1, 0, 0, 2);
    char *text = read_text(rejects.path);
    assert_non_null(strstr(text, "id,kind,date,title,tags,Shade,reject_place,reject_reason\n"));
    assert_non_null(strstr(text, "B,meating,2018,\"Bad, \"\"one\"\"\",a;b,dark,"));
    assert_non_null(strstr(text, "events.csv:3:2"));
    replace(text, "meating,", "meeting,");
    replace(text, "2019-13", "2019-12");
    bench->request.rejects = NULL;
    check_good(bench, "mended.csv", text, 2, 0, 0, 0);
    check_tells(bench, "reject_", false);
    check_tells(bench, "\"Shade\":\"dark\"", true);
    free(text);
}

static void test_rejects_document(void **state) {
    struct bench *bench = *state;
    struct place_of rejects = in_folder(&bench->at, "rejects.json");
    bench->request.rejects = rejects.path;
    write_text(&bench->at, "people.csv", "id,name,country\nleader-one,Leader One,Atlantis\n");
    write_text(&bench->at, "events.csv",
               "id,kind,date,title,countries,people,tags,Shade\n"
               "A,meating,2018,First,CAN:host;CHN,Leader Two:speaker,a;b,dark\n");
    must_be(DETENTE_OK, take_path(bench, bench->at.path), &bench->log.error);
    check_counts(bench, 0, 0, 0, 2);
    char *text = read_text(rejects.path);
    replace(text, "meating\"", "meeting\"");
    replace(text, "Atlantis\"", "DEU\"     ");
    bench->request.rejects = NULL;
    check_good(bench, "mended.json", text, 2, 0, 0, 0);
    check_tells(bench, "reject_", false);
    check_tells(bench, "\"id\":\"CAN\",\"role\":\"host\"", true);
    check_tells(bench, "\"tags\":[\"a\",\"b\"]", true);
    check_tells(bench, "\"Shade\":\"dark\"", true);
    free(text);
}

/* Parties of a document that cannot be taken are kept whole. */
static void test_rejects_nested(void **state) {
    struct bench *bench = *state;
    struct place_of rejects = in_folder(&bench->at, "rejects.json");
    bench->request.rejects = rejects.path;
    check_good(bench, "a.json",
               "{\"detente\":1,\"events\":[{\"id\":\"A\",\"kind\":\"meating\",\"date\":\"2018\","
               "\"title\":\"T\",\"parties\":["
               "{\"type\":\"person\",\"id\":\"Leader "
               "One\",\"role\":\"speaker\",\"for\":\"CAN\",\"as\":\"envoy: a\"}]}]}",
               0, 0, 0, 1);
    char *text = read_text(rejects.path);
    replace(text, "meating\"", "meeting\"");
    bench->request.rejects = NULL;
    check_good(bench, "mended.json", text, 1, 0, 0, 0);
    check_tells(bench, "\"for\":\"CAN\",\"as\":\"envoy: a\"", true);
    free(text);
}

static void test_no_rejects(void **state) {
    struct bench *bench = *state;
    struct place_of rejects = in_folder(&bench->at, "rejects.csv");
    bench->request.rejects = rejects.path;
    check_good(bench, "events.csv", "id,kind,date,title\nA,meeting,2018,Good\n", 1, 0, 0, 0);
    assert_int_not_equal(access(rejects.path, F_OK), 0);
}

/* ---- all or nothing -------------------------------------------------------------------------- */

static void test_strict(void **state) {
    struct bench *bench = *state;
    bench->request.strict = true;
    static const char text[] =
        "id,kind,date,title\nA,meeting,2018,Good\nB,meeting,May 2018,Words\n";
    assert_int_equal(take(bench, "events.csv", text), DETENTE_BAD_INPUT);
    check_fault(bench, 0, "events.csv", 3, 3, "May 2018", "");
    assert_non_null(strstr(bench->log.error.message, "nothing was kept"));
    check_empty(bench);
    bench->request.strict = false;
    check_good(bench, "events.csv", text, 2, 0, 0, 0);
}

static void test_one_transaction(void **state) {
    struct bench *bench = *state;
    const char *paths[3];
    struct place_of files[3];
    static const char *const names[] = {"one.csv", "two.json", "three.csv"};
    write_text(&bench->at, names[0], "id,kind,date,title\nA,meeting,2018,First\n");
    write_text(&bench->at, names[1],
               "{\"detente\":1,\"events\":[{\"id\":\"B\",\"kind\":\"meeting\",\"date\":\"2018\","
               "\"title\":\"T\"},]}");
    write_text(&bench->at, names[2], "id,kind,date,title\nC,meeting,2018,Third\n");
    for (int i = 0; i < 3; i++) {
        files[i] = in_folder(&bench->at, names[i]);
        paths[i] = files[i].path;
    }
    bench->request.paths = paths;
    bench->request.path_count = 3;
    assert_int_equal(import_into(bench->record, &bench->request, &bench->log), DETENTE_BAD_INPUT);
    assert_non_null(strstr(bench->log.error.file, "two.json"));
    assert_true(bench->log.error.line > 0 && bench->log.error.remedy[0]);
    check_empty(bench);
}

static void test_dry_run(void **state) {
    struct bench *bench = *state;
    bench->request.dry_run = true;
    check_good(bench, "events.csv",
               "id,kind,date,title,people\nA,meeting,2018,First,Leader One\nB,x,2018,Second,\n", 1,
               0, 0, 1);
    assert_int_equal(bench->log.summary.made, 1);
    check_empty(bench);
}

/* A record made by an import that failed goes again, one that has kept something stays. */
static void test_discard(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", "id,kind,date,title\nA,meeting,2018,First\n", 1, 0, 0, 0);
    assert_int_equal(take(bench, "b.json", "{"), DETENTE_BAD_INPUT);
    detente_close(bench->record);
    struct place_of file = in_folder(&bench->at, "a.db"), other = in_folder(&bench->at, "b.db");
    assert_int_equal(access(file.path, F_OK), 0);
    bench->record = open_record(other.path, DETENTE_CREATE);
    assert_int_equal(take(bench, "b.json", "{"), DETENTE_BAD_INPUT);
    detente_close(bench->record);
    assert_int_not_equal(access(other.path, F_OK), 0);
    bench->record = open_record(file.path, DETENTE_WRITE);
    check_tells(bench, "\"First\"", true);
}

static bool stop_at_once(void *context, uint64_t rows) {
    *(uint64_t *)context = rows;
    return false;
}

static void test_interrupted(void **state) {
    struct bench *bench = *state;
    struct buffer text;
    uint64_t rows = 0;
    struct detente_import_watch watch = {.context = &rows, .progress = stop_at_once};
    buffer_init(&text);
    buffer_append_text(&text, "id,kind,date,title\n");
    for (int i = 0; i < 3000; i++) buffer_append_format(&text, "E%d,meeting,2018,T\n", i);
    buffer_append_byte(&text, '\0');
    write_text(&bench->at, "events.csv", text.data);
    struct place_of file = in_folder(&bench->at, "events.csv");
    const char *path = file.path;
    bench->request.paths = &path;
    bench->request.path_count = 1;
    assert_int_equal(detente_import_files(bench->record, &bench->request, &watch,
                                          &bench->log.summary, &bench->log.error),
                     DETENTE_STOPPED);
    assert_int_equal(rows, 1000);
    check_empty(bench);
    buffer_free(&text);
}

/* ---- files and folders ----------------------------------------------------------------------- */

static void test_folder(void **state) {
    struct bench *bench = *state;
    write_text(&bench->at, "event.csv", "id\nX\n");
    write_text(&bench->at, "events.csv",
               "id,kind,date,title,Shade,titel\nA,meeting,2018,First,dark,x\n");
    must_be(DETENTE_OK, take_path(bench, bench->at.path), &bench->log.error);
    check_counts(bench, 1, 0, 0, 0);
    assert_non_null(
        strstr(bench->log.remarks,
               "event.csv is no table of a dossier and was passed over; did you mean events.csv"));
    assert_non_null(
        strstr(bench->log.remarks, "\"Shade\" is no known column and is kept as an extra"));
    assert_non_null(strstr(bench->log.remarks, "did you mean title?"));
}

static void test_empty_folder(void **state) {
    struct bench *bench = *state;
    struct place_of inner = in_folder(&bench->at, "inner");
    assert_int_equal(mkdir(inner.path, 0700), 0);
    assert_int_equal(take_path(bench, inner.path), DETENTE_BAD_INPUT);
    assert_non_null(strstr(bench->log.error.message, "none of the files of a dossier"));
    assert_int_not_equal(take_path(bench, in_folder(&bench->at, "missing.csv").path), DETENTE_OK);
    assert_true(bench->log.error.file[0]);
}

static void test_words(void **state) {
    struct bench *bench = *state;
    bench->request.format = "jsn";
    assert_int_equal(take(bench, "a.json", "{\"detente\":1}"), DETENTE_USAGE);
    assert_non_null(strstr(bench->log.error.remedy, "json"));
    bench->request.format = "csv";
    bench->request.table = "event";
    check_good(bench, "notes.csv", "id,kind,date,title\nA,meeting,2018,First\n", 1, 0, 0, 0);
    bench->request.table = "evnets";
    assert_int_equal(take(bench, "notes.csv", "id\n"), DETENTE_USAGE);
    assert_non_null(strstr(bench->log.error.remedy, "events"));
    bench->request.table = NULL;
    bench->request.format = "dossier";
    assert_int_equal(take(bench, "notes.csv", "id\n"), DETENTE_USAGE);
}

/* What a name does not tell is told by the first bytes. */
static void test_guessing(void **state) {
    struct bench *bench = *state;
    check_good(bench, "one", "id\tkind\tdate\ttitle\nA\tmeeting\t2018\tFirst, of two\n", 1, 0, 0,
               0);
    check_good(bench, "two",
               "{\"id\":\"B\",\"kind\":\"meeting\",\"date\":\"2018\",\"title\":\"T\"}\n"
               "{\"id\":\"C\",\"kind\":\"meeting\",\"date\":\"2018\",\"title\":\"T\"}\n",
               2, 0, 0, 0);
    check_good(
        bench, "three",
        " {\"detente\" : 1, "
        "\"events\":[{\"id\":\"D\",\"kind\":\"meeting\",\"date\":\"2018\",\"title\":\"T\"}]}",
        1, 0, 0, 0);
    check_good(bench, "four", "id,kind,date,title\nE,meeting,2018,First\n", 1, 0, 0, 0);
}

/* ---- dates ----------------------------------------------------------------------------------- */

static void test_dates(void **state) {
    struct bench *bench = *state;
    static const char text[] =
        "id,kind,date,title\nA,meeting,May 2018,T\nB,meeting,\"December 1, 2018\",T\n"
        "C,meeting,03/04/2018,T\nD,meeting,2018-05,T\n";
    check_good(bench, "events.csv", text, 3, 0, 0, 1);
    assert_int_equal(bench->log.summary.converted, 2);
    assert_non_null(
        strstr(bench->log.remarks,
               "2 dates that are no EDTF were converted, such as \"May 2018\" to 2018-05"));
    check_fault(bench, 0, "events.csv", 4, 3, "03/04/2018", "--date-order");
    bench->request.date_order = "dmy";
    check_good(bench, "events.csv", text, 1, 0, 3, 0);
    check_tells(bench, "\"2018-04-03\"", true);
}

/* A date that was converted counts only when its row is taken. */
static void test_converted_and_rejected(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv", "id,date,kind,title\nA,May 2018,meting,T\n", 0, 0, 0, 1);
    assert_int_equal(bench->log.summary.converted, 0);
}

/* ---- parties --------------------------------------------------------------------------------- */

static void test_parties(void **state) {
    struct bench *bench = *state;
    check_good(bench, "events.csv",
               "id,kind,date,title,countries,people\nA,meeting,2018,T,CAN;CHN,Leader One:speaker\n",
               1, 0, 0, 0);
    static const char rows[] =
        "event,type,id,role,for,as\nA,person,Leader One,speaker,Canada,special envoy\n"
        "A,country,France,host,,\n";
    check_good(bench, "parties.csv", rows, 2, 0, 0, 0);
    check_good(bench, "parties.csv", rows, 0, 0, 2, 0);
    check_tells(
        bench,
        "\"id\":\"leader-one\",\"role\":\"speaker\",\"for\":\"CAN\",\"as\":\"special envoy\"",
        true);
    check_tells(bench, "\"id\":\"FRA\",\"role\":\"host\"", true);
}

/* imposer and target are those roles; with the cell they must agree. */
static void test_shorthand(void **state) {
    struct bench *bench = *state;
    check_good(
        bench, "events.csv",
        "id,kind,date,title,imposer,target,countries,rate\nA,tariff,2018,T,Canada,China,,25\n"
        "B,tariff,2018,T,Canada,China,CAN:target;CHN:imposer,25\n",
        1, 0, 0, 1);
    check_tells(bench, "\"id\":\"CAN\",\"role\":\"imposer\"", true);
    check_tells(bench, "\"id\":\"CHN\",\"role\":\"target\"", true);
}

#define ON_BENCH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_BENCH(test_counts),
        ON_BENCH(test_made_ids),
        ON_BENCH(test_many_made_ids),
        ON_BENCH(test_made_records),
        ON_BENCH(test_row_sources),
        ON_BENCH(test_rejected_makes_nothing),
        ON_BENCH(test_faults),
        ON_BENCH(test_faults_of_others),
        ON_BENCH(test_faults_of_json),
        ON_BENCH(test_rejects_table),
        ON_BENCH(test_rejects_document),
        ON_BENCH(test_rejects_nested),
        ON_BENCH(test_no_rejects),
        ON_BENCH(test_strict),
        ON_BENCH(test_one_transaction),
        ON_BENCH(test_dry_run),
        ON_BENCH(test_discard),
        ON_BENCH(test_interrupted),
        ON_BENCH(test_folder),
        ON_BENCH(test_empty_folder),
        ON_BENCH(test_words),
        ON_BENCH(test_guessing),
        ON_BENCH(test_dates),
        ON_BENCH(test_converted_and_rejected),
        ON_BENCH(test_parties),
        ON_BENCH(test_shorthand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
