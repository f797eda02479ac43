/* Files that others have tampered with: whatever they hold, a question gives an answer or an error that says what is wrong,
 * nothing that a file carries is run, and nothing is written where somebody only reads. */
#include "front_fixture.h"

#include <sqlite3.h>

enum { OUTPUT_MAX = 200 << 20, FLIP_ROUNDS = 80, FLIP_ROUNDS_SMALL = 30 };

/* Under valgrind. */
static bool small(void) { return getenv("DETENTE_TEST_SMALL") != NULL; }

/* ---- a good file -------------------------------------------------------------------------------------------- */

static struct place_of folder, path;
static char tampered[600]; /* how, for messages */
static bool endless;       /* a table has more rows than can be told: what a person asks in SQL takes its time */
static struct buffer good; /* bytes of a record that has been changed and searched */

static void read_bytes(const char *from, struct buffer *bytes) {
    char block[65536];
    FILE *file = fopen(from, "rb");
    assert_non_null(file);
    buffer_clear(bytes);
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;) buffer_append(bytes, block, got);
    fclose(file);
    assert_false(buffer_failed(bytes));
}

static void write_bytes(const struct buffer *bytes) {
    static const char *const left[] = {"x.db-wal", "x.db-shm", "x.db-journal"};
    for (size_t i = 0; i < LENGTH(left); i++) unlink(in_folder(&folder, left[i]).path);
    FILE *file = fopen(path.path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->data, 1, bytes->size, file), bytes->size);
    assert_int_equal(fclose(file), 0);
}

static const char *fixtures(void) {
    const char *named = getenv("DETENTE_FIXTURES");
    return named && *named ? named : "fixtures";
}

static int make_good(void **state) {
    struct import_log log;
    char dossier[300];
    const char *words[] = {"canola"};
    struct detente_request search = {.question = DETENTE_SEARCH, .words = {words, 1}};
    struct detente_answer answer;
    (void)state;
    make_folder(&folder);
    path = in_folder(&folder, "x.db");
    snprintf(dossier, sizeof dossier, "%s/canada-china", fixtures());
    detente *database = open_record(path.path, DETENTE_CREATE);
    import_path(database, dossier, &log);
    write_text(&folder, "more.csv", "id,kind,date,title,countries,note\nZZ-1,other,2001,One,CAN,extra\n");
    import_path(database, in_folder(&folder, "more.csv").path, &log);
    write_text(&folder, "more.csv", "id,kind,date,title\nZZ-1,other,2002,Two\n");
    import_path(database, in_folder(&folder, "more.csv").path, &log);
    free(ask_text(database, &search, &answer));
    detente_close(database);
    buffer_init(&good);
    read_bytes(path.path, &good);
    return 0;
}

static int drop_good(void **state) {
    (void)state;
    buffer_free(&good);
    drop_folder(&folder);
    return 0;
}

/* ---- all that can be asked ------------------------------------------------------------------------------------ */

static const struct question {
    enum detente_question question;
    const char *format, *words[3];
    const char *on, *before;
    bool history, leaders, coverage;
} questions[] = {
    {.question = DETENTE_TIMELINE, .words = {"CAN", "CHN"}},
    {.question = DETENTE_TIMELINE, .words = {"CAN", "CHN"}, .format = "json"},
    {.question = DETENTE_TIMELINE, .words = {"CAN", "CHN"}, .format = "md"},
    {.question = DETENTE_BETWEEN, .words = {"2018", "2019"}, .format = "csv"},
    {.question = DETENTE_BETWEEN, .words = {"2018", "2019"}},
    {.question = DETENTE_SHOW, .words = {"CC-M25B"}},
    {.question = DETENTE_SHOW, .words = {"CC-M25B"}, .format = "json"},
    {.question = DETENTE_SHOW, .words = {"ZZ-1"}, .history = true},
    {.question = DETENTE_SHOW, .words = {"xi-jinping"}},
    {.question = DETENTE_LIST, .words = {"events"}, .format = "tsv"},
    {.question = DETENTE_LIST, .words = {"people"}},
    {.question = DETENTE_LIST, .words = {"sources"}, .format = "json"},
    {.question = DETENTE_LIST, .words = {"terms"}},
    {.question = DETENTE_LIST, .words = {"claims"}},
    {.question = DETENTE_LIST, .words = {"statements"}},
    {.question = DETENTE_LIST, .words = {"links"}, .format = "jsonl"},
    {.question = DETENTE_LIST, .words = {"coverage"}},
    {.question = DETENTE_LIST, .words = {"notes"}},
    {.question = DETENTE_SQL, .words = {"SELECT * FROM v_event"}},
    {.question = DETENTE_SQL, .words = {"SELECT * FROM v_party"}, .format = "json"},
    {.question = DETENTE_SQL, .words = {"SELECT * FROM v_change"}},
    {.question = DETENTE_EXPORT, .format = "json"},
    {.question = DETENTE_EXPORT, .format = "jsonl"},
    {.question = DETENTE_EXPORT, .format = "csv"},
    {.question = DETENTE_BRIEF, .words = {"CAN", "CHN"}},
    {.question = DETENTE_BRIEF, .words = {"CAN", "CHN"}, .format = "json"},
    {.question = DETENTE_INFORCE, .on = "2025-10-01"},
    {.question = DETENTE_TARIFFS, .on = "2025-10-01", .format = "json"},
    {.question = DETENTE_WHO, .on = "2018-12-01"},
    {.question = DETENTE_WHO, .words = {"xi-jinping"}, .format = "json"},
    {.question = DETENTE_LAST, .words = {"meeting", "CAN", "CHN"}, .leaders = true},
    {.question = DETENTE_NEXT, .words = {"meeting", "CAN", "CHN"}, .format = "json"},
    {.question = DETENTE_HELD, .words = {"CC-M25B"}},
    {.question = DETENTE_DAYS, .words = {"CC-M25B", "2026-01-01"}},
    {.question = DETENTE_CHAIN, .words = {"CC-M25B"}},
    {.question = DETENTE_SERIES, .words = {"CAN", "CHN"}},
    {.question = DETENTE_SERIES, .format = "csv"},
    {.question = DETENTE_STATS},
    {.question = DETENTE_STATS, .format = "json", .coverage = true},
    {.question = DETENTE_LOG},
    {.question = DETENTE_LOG, .words = {"ZZ-1"}, .format = "json"},
    {.question = DETENTE_DIFF},
    {.question = DETENTE_DIFF, .words = {"1", "3"}, .format = "json"},
    {.question = DETENTE_CHECK},
    {.question = DETENTE_CHECK, .words = {"integrity"}, .format = "json"},
};

struct output {
    uint64_t size;
};

static enum detente_status count_bytes(void *context, const char *data, size_t size) {
    struct output *output = context;
    (void)data;
    output->size += size;
    return output->size > OUTPUT_MAX ? DETENTE_STOPPED : DETENTE_OK;
}

static void ask_one(detente *database, const struct question *asked) {
    struct output output = {0};
    struct detente_request request = {.question = asked->question, .format = asked->format, .today = TEST_TODAY,
                                      .write = count_bytes, .write_context = &output, .style = {.width = 100}};
    struct detente_answer answer;
    struct detente_error error = {0};
    size_t count = 0;
    while (count < LENGTH(asked->words) && asked->words[count]) count++;
    request.words = (struct detente_words){asked->words, count};
    request.details.on = asked->on;
    request.details.history = asked->history;
    request.details.leaders = asked->leaders;
    request.details.coverage = asked->coverage;
    enum detente_status status = detente_ask(database, &request, &answer, &error);
    if (status == DETENTE_STOPPED)
        fail_msg("%s: question %d: more than %d bytes", tampered, (int)asked->question, OUTPUT_MAX);
    if (status != DETENTE_OK && !error.message[0])
        fail_msg("%s: question %d: status %d without a word", tampered, (int)asked->question, (int)status);
}

/* From `first` on each `step`th question. The file is not written by any. Where it cannot be opened the error says why. */
static enum detente_status ask_all(size_t first, size_t step, struct detente_error *error) {
    struct buffer before, after;
    detente *database;
    struct stat there;
    memset(error, 0, sizeof *error);
    buffer_init(&before);
    buffer_init(&after);
    read_bytes(path.path, &before);
    enum detente_status status = detente_open(path.path, DETENTE_READ, &database, error);
    for (size_t i = first; status == DETENTE_OK && i < LENGTH(questions); i += step)
        if (!endless || questions[i].question != DETENTE_SQL) ask_one(database, &questions[i]);
    if (status == DETENTE_OK) detente_close(database);
    else assert_true(error->message[0]);
    read_bytes(path.path, &after);
    assert_int_equal(before.size, after.size);
    assert_memory_equal(before.data, after.data, before.size);
    assert_int_not_equal(stat(in_folder(&folder, "x.db-wal").path, &there), 0);
    buffer_free(&before);
    buffer_free(&after);
    return status;
}

/* Who searches may bring the index up to date in the file; who imports writes, here only to try. */
static void search_and_import(void) {
    static const char *const words[] = {"canola", "Xi"};
    const char *table = in_folder(&folder, "more.csv").path;
    struct detente_import import = {.paths = &table, .path_count = 1, .today = TEST_TODAY, .dry_run = true};
    struct detente_import_watch watch = {0};
    struct detente_import_summary summary;
    struct detente_error error = {0};
    detente *database;
    char name[100];
    snprintf(name, sizeof name, "%s", table);
    table = name;
    for (size_t i = 0; i < LENGTH(words); i++) {
        const struct question search = {.question = DETENTE_SEARCH, .words = {words[i]}, .format = i ? "json" : NULL};
        if (detente_open(path.path, DETENTE_READ, &database, &error) != DETENTE_OK) return;
        ask_one(database, &search);
        detente_close(database);
    }
    if (detente_open(path.path, DETENTE_WRITE, &database, &error) != DETENTE_OK) return;
    if (detente_import_files(database, &import, &watch, &summary, &error) != DETENTE_OK) assert_true(error.message[0]);
    detente_close(database);
}

/* ---- tampering ------------------------------------------------------------------------------------------------- */

static sqlite3 *open_raw(void) {
    sqlite3 *file;
    assert_int_equal(sqlite3_open(path.path, &file), SQLITE_OK);
    sqlite3_db_config(file, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    sqlite3_db_config(file, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
    return file;
}

static void run_raw(sqlite3 *file, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(file, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%.200s: %s", sql, message ? message : "?");
}

/* With the good file before, and nothing left beside it after. */
static void tamper(const char *sql) {
    snprintf(tampered, sizeof tampered, "%s", sql);
    write_bytes(&good);
    sqlite3 *file = open_raw();
    run_raw(file, sql);
    run_raw(file, "PRAGMA wal_checkpoint(TRUNCATE)");
    assert_int_equal(sqlite3_close(file), SQLITE_OK);
}

/* In tables that take any value for the time of it, and are then as they were. */
static void tamper_loosely(const char *sql) {
    snprintf(tampered, sizeof tampered, "%s", sql);
    write_bytes(&good);
    sqlite3 *file = open_raw();
    run_raw(file, "CREATE TABLE kept_schema AS SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL; "
            "UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT, WITHOUT ROWID', ') WITHOUT ROWID'), ') STRICT', ')') "
            "WHERE type = 'table'");
    assert_int_equal(sqlite3_close(file), SQLITE_OK);
    file = open_raw();
    run_raw(file, sql);
    run_raw(file, "UPDATE sqlite_master SET sql = (SELECT k.sql FROM kept_schema k WHERE k.name = sqlite_master.name) "
            "WHERE type = 'table' AND name <> 'kept_schema' AND sql IS NOT NULL");
    assert_int_equal(sqlite3_close(file), SQLITE_OK);
    file = open_raw();
    run_raw(file, "DROP TABLE kept_schema; PRAGMA wal_checkpoint(TRUNCATE)");
    assert_int_equal(sqlite3_close(file), SQLITE_OK);
}

/* ---- what does not belong there ----------------------------------------------------------------------------------- */

static void test_good(void **state) {
    struct detente_error error;
    (void)state;
    write_bytes(&good);
    assert_int_equal(ask_all(0, 1, &error), DETENTE_OK);
    /* What the engine keeps for its planner is no tampering. */
    tamper("ANALYZE");
    assert_int_equal(ask_all(0, 1, &error), DETENTE_OK);
    tamper("PRAGMA journal_mode=DELETE; VACUUM");
    assert_int_equal(ask_all(0, 5, &error), DETENTE_OK);
}

static void test_foreign(void **state) {
    static const struct {
        const char *sql, *message, *remedy;
    } cases[] = {
        {"CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM event; END", "the trigger \"evil\"", "DROP trigger evil"},
        {"CREATE TRIGGER evil INSTEAD OF INSERT ON v_event BEGIN DELETE FROM event; END", "the trigger \"evil\"", "DROP"},
        {"CREATE VIEW evil AS SELECT load_extension('x')", "the view \"evil\"", "DROP view evil"},
        {"CREATE TABLE evil (a)", "the table \"evil\"", "DROP table evil"},
        {"CREATE TABLE \"a\"\"b; DROP\" (a)", "not part of a record", "shell of SQLite"},
        {"CREATE TABLE evil (a, b AS (hex(zeroblob(1000000000))))", "the table \"evil\"", "DROP table evil"},
        {"CREATE INDEX evil ON event (abs(event))", "the index \"evil\"", "DROP index evil"},
        {"CREATE VIRTUAL TABLE evil USING fts5(a, tokenize = 'trigram')", "\"evil", "DROP"},
        {"CREATE VIRTUAL TABLE evil USING rtree(a, b, c)", "\"evil", "DROP"},
        {"INSERT INTO sqlite_schema VALUES ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING "
         "fts5(''content=evil'', tokenize=''\"'')')", "the virtual table \"evil\"", "DROP TABLE evil"},
        {"INSERT INTO sqlite_schema VALUES ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING no_such_thing(1)')",
         "the virtual table \"evil\"", "DROP TABLE evil"},
        {"DROP VIEW v_event; CREATE VIEW v_event AS SELECT randomblob(100) AS id", "the view \"v_event\"", "backup"},
        {"DROP VIEW v_event; CREATE VIRTUAL TABLE v_event USING fts5(id)", "\"v_event", NULL},
        {"DROP VIEW v_person", "the view \"v_person\" of the file is missing", "backup"},
        {"DROP TABLE coverage", "missing", "backup"},
        {"DROP INDEX term_by_country", "\"term_by_country\" of the file is missing", "backup"},
        {"DROP INDEX term_by_country; CREATE INDEX term_by_country ON term (country)", "the index \"term_by_country\"", "backup"},
        {"ALTER TABLE event ADD COLUMN evil TEXT", "the table \"event\" of the file is not as", "backup"},
        {"ALTER TABLE event ADD COLUMN evil TEXT AS (hex(zeroblob(100000000))) VIRTUAL", "the table \"event\"", "backup"},
        {"ALTER TABLE person RENAME COLUMN wikidata TO evil", "is not as", "backup"},
        {"ALTER TABLE facet RENAME TO evil", "\"", NULL},
        {"UPDATE sqlite_schema SET sql = replace(sql, 'title ', 'title  ') WHERE name = 'event'", "the table \"event\"", "backup"},
        {"UPDATE sqlite_schema SET sql = replace(sql, 'block BLOB', 'block BLOB CHECK (abs(id))') WHERE name = 'search_event_data'",
         "\"search_event_data\"", "backup"},
        {"UPDATE sqlite_schema SET tbl_name = 'event' WHERE name = 'term_by_country'", "", NULL},
        {"CREATE TABLE sqlite_evil (a)", "", NULL},
        {"PRAGMA user_version = 99", "schema 99", "newer"},
        {"PRAGMA user_version = -1", "schema -1", "backup"},
        {"PRAGMA user_version = 0", "schema 0", "backup"},
        {"PRAGMA application_id = 7", "not a detente record", "name a file"},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct detente_error error;
        char *message = NULL;
        write_bytes(&good);
        sqlite3 *file = open_raw();
        int code = sqlite3_exec(file, cases[i].sql, NULL, NULL, &message);
        sqlite3_free(message);
        sqlite3_exec(file, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
        sqlite3_close(file);
        if (code != SQLITE_OK && cases[i].message[0]) fail_msg("%s: SQLite refuses it", cases[i].sql);
        if (code != SQLITE_OK) continue;
        enum detente_status status = ask_all(0, 7, &error);
        if (status != DETENTE_CORRUPT) fail_msg("%s: status %d, %s", cases[i].sql, (int)status, error.message);
        if (!strstr(error.message, cases[i].message)) fail_msg("%s: %s", cases[i].sql, error.message);
        if (cases[i].remedy && !strstr(error.remedy, cases[i].remedy)) fail_msg("%s: %s", cases[i].sql, error.remedy);
        /* Nor does anybody write it. */
        detente *database;
        memset(&error, 0, sizeof error);
        assert_int_equal(detente_open(path.path, DETENTE_WRITE, &database, &error), DETENTE_CORRUPT);
        assert_int_equal(detente_open(path.path, DETENTE_CREATE, &database, &error), DETENTE_CORRUPT);
    }
}

/* ---- nothing of it runs ------------------------------------------------------------------------------------------- */

static int ran;

static void spy(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    (void)values;
    ran++;
    sqlite3_result_int(context, 1);
}

static int connect_spy(sqlite3 *handle, void *context, int count, const char *const *words, sqlite3_vtab **table, char **message) {
    (void)handle;
    (void)context;
    (void)count;
    (void)words;
    (void)table;
    (void)message;
    ran++;
    return SQLITE_ERROR;
}

static int arm(sqlite3 *handle, const char **message, const struct sqlite3_api_routines *routines) {
    static const sqlite3_module module = {.xConnect = connect_spy};
    (void)message;
    (void)routines;
    sqlite3_create_module(handle, "spy", &module, NULL);
    return sqlite3_create_function(handle, "spy", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, spy, NULL, NULL);
}

/* Every handle has a function and a kind of table that tell when they are used. */
static void test_nothing_runs(void **state) {
    static const char *const traps[] = {
        "DROP VIEW v_event; CREATE VIEW v_event AS SELECT spy() AS id",
        "CREATE TRIGGER evil AFTER INSERT ON event BEGIN SELECT spy(); END",
        "ALTER TABLE event ADD COLUMN evil TEXT AS (spy(id))",
        "CREATE INDEX evil ON event (spy(id))",
        "CREATE INDEX evil ON event (id) WHERE spy(id)",
        "CREATE TABLE evil (a DEFAULT (spy()) CHECK (spy(a)))",
        "INSERT INTO sqlite_schema VALUES ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING spy(1)')",
        "UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE search_event USING spy(1)' WHERE name = 'search_event'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'name  TEXT ', 'name  TEXT CHECK (spy(name)) ') WHERE name = 'facet'",
    };
    typedef void extension(void);
    (void)state;
    assert_int_equal(sqlite3_auto_extension((extension *)arm), SQLITE_OK);
    for (size_t i = 0; i < LENGTH(traps); i++) {
        struct detente_error error;
        tamper(traps[i]);
        ran = 0;
        if (ask_all(0, 1, &error) != DETENTE_CORRUPT) fail_msg("%s: opened", traps[i]);
        search_and_import();
        if (ran) fail_msg("%s: ran", traps[i]);
    }
    sqlite3_reset_auto_extension();
}

extern const struct embedded_file {
    const char *name;
    const unsigned char *data;
    size_t size;
} store_migration_files[];

/* A file of an older program is judged before it is brought up to date. */
static void test_foreign_older(void **state) {
    (void)state;
    for (int evil = 0; evil < 2; evil++) {
        struct detente_error error = {0};
        detente *database = NULL;
        unlink(path.path);
        sqlite3 *file = open_raw();
        for (int i = 0; i < 3; i++) run_raw(file, (const char *)store_migration_files[i].data);
        run_raw(file, "PRAGMA application_id = 1685352052; PRAGMA user_version = 3");
        if (evil) run_raw(file, "CREATE TRIGGER evil AFTER DELETE ON claim BEGIN DELETE FROM event; END");
        sqlite3_close(file);
        enum detente_status status = detente_open(path.path, DETENTE_WRITE, &database, &error);
        assert_int_equal(status, evil ? DETENTE_CORRUPT : DETENTE_OK);
        if (evil) assert_non_null(strstr(error.message, "the trigger \"evil\""));
        detente_close(database);
    }
}

/* ---- values ---------------------------------------------------------------------------------------------------------- */

static const char *const texts[] = {
    "CAST(x'410042' AS TEXT)",       /* a NUL */
    "CAST(x'ff' AS TEXT)",           /* no UTF-8 */
    "CAST(x'e282' AS TEXT)",         /* cut off */
    "CAST(x'eda080' AS TEXT)",       /* a surrogate */
    "'\\'", "';:;:\\'", "''", "'\"'", "char(10)", "char(27) || '[2J'", "'[1..'", "'9999999999999999'", "'2018-13-45'",
    "printf('%.*c', 300000, 'x')",
    "printf('%.*c', 50000, ';')",
    "replace(printf('%.*c', 5000, 'x'), 'x', 'CAN:host;')",
    "x'00ff'",                       /* no text at all */
    "9223372036854775807", "-9223372036854775808", "1e308", "NULL",
};
static const char *const text_columns[][2] = {
    {"event", "id"}, {"event", "kind"}, {"event", "date"}, {"event", "\"end\""}, {"event", "time"}, {"event", "status"},
    {"event", "title"}, {"event", "summary"}, {"event", "countries"}, {"event", "organizations"}, {"event", "people"},
    {"event", "actors"}, {"event", "place"}, {"event", "tags"}, {"event", "sources"}, {"event", "source_url"},
    {"event", "code"}, {"event", "extra"}, {"event", "through"}, {"event_detail", "product"}, {"event_detail", "rate"},
    {"event_detail", "hs"}, {"event_detail", "party_details"}, {"event_detail", "release"}, {"event_detail", "last_confirmed"},
    {"event_detail", "base_rate"}, {"event_detail", "announced"}, {"facet", "name"}, {"facet", "key"}, {"facet", "type"},
    {"person", "name"}, {"person", "aliases"}, {"person", "country"}, {"term", "country"}, {"term", "office"}, {"term", "start"},
    {"term", "\"end\""}, {"term", "standing"}, {"source", "url"}, {"source", "published"}, {"source", "title"},
    {"source", "extra"}, {"claim", "field"}, {"claim", "value"}, {"claim", "quote"}, {"claim", "stance"}, {"link", "relation"},
    {"link", "asserted_by"}, {"coverage", "kinds"}, {"coverage", "countries"}, {"coverage", "start"}, {"note", "record"},
    {"note", "kind"}, {"name", "key"}, {"name", "id"}, {"meta", "value"}, {"meta", "key"}, {"extra_name", "name"},
    {"revision", "content"}, {"revision", "time"}, {"revision", "command"}, {"record_added", "type"}, {"record_change", "before"},
    {"record_change", "name"}, {"record_change", "type"}, {"record_change", "action"}, {"search_entry", "type"},
    {"search_state", "key"},
};

/* Every text column with one of the values, a different one in each run over the columns; a single row of the table, since
 * others would be repetitions. */
static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(text_columns) * LENGTH(texts); i += small() ? 67 : 29) {
        const char *const *column = text_columns[i % LENGTH(text_columns)];
        const char *value = texts[i / LENGTH(text_columns)];
        char sql[400];
        struct detente_error error;
        bool keyed = strcmp(column[0], "name") == 0 || strcmp(column[0], "meta") == 0 || strcmp(column[0], "extra_name") == 0 ||
                     strcmp(column[0], "record_added") == 0 || strcmp(column[0], "search_state") == 0;
        snprintf(sql, sizeof sql, keyed ? "UPDATE OR IGNORE %s SET %s = coalesce(%s, '')"
                                        : "UPDATE OR IGNORE %s SET %s = %s WHERE rowid IN (SELECT rowid FROM %s LIMIT 5)",
                 column[0], column[1], value, column[0]);
        tamper_loosely(sql);
        ask_all(i % 3, 3, &error);
        search_and_import();
    }
}

static const char *const numbers[] = {"-9223372036854775808", "9223372036854775807", "-1", "0", "2147483648", "1e300"};
static const char *const number_columns[][2] = {
    {"event", "start_min"}, {"event", "start_max"}, {"event", "end_min"}, {"event", "end_max"}, {"event", "second_of_day"},
    {"event", "form"}, {"event", "end_state"}, {"event", "has_detail"}, {"event", "disputed"}, {"event", "sourcing"},
    {"event", "latitude"}, {"event", "intensity"}, {"event", "mentions"}, {"facet", "uses"}, {"term", "start_min"},
    {"term", "start_max"}, {"term", "end_min"}, {"term", "end_max"}, {"revision", "added"}, {"revision", "undoes"},
    {"record_change", "key"}, {"record_change", "revision"}, {"extra_name", "uses"}, {"search_state", "value"},
    {"posting", "event"}, {"posting", "day"}, {"posting", "class"}, {"posting", "facet"}, {"span", "day"}, {"span", "class"},
    {"record_added", "first"}, {"record_added", "last"}, {"revision_file", "bytes"},
};

static void test_numbers(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH(number_columns) * LENGTH(numbers); i += small() ? 17 : 7) {
        const char *const *column = number_columns[i % LENGTH(number_columns)];
        char sql[300];
        struct detente_error error;
        snprintf(sql, sizeof sql, "UPDATE OR REPLACE %s SET %s = %s", column[0], column[1], numbers[i / LENGTH(number_columns)]);
        tamper_loosely(sql);
        ask_all(i % 3, 3, &error);
        search_and_import();
    }
    /* Keys at the ends of what a key can be. */
    for (int i = 0; i < 2; i++) {
        struct detente_error error;
        char sql[400];
        snprintf(sql, sizeof sql, "UPDATE event SET event = %s WHERE id = 'ZZ-1'; UPDATE posting SET event = %s WHERE event = "
                 "(SELECT max(event) FROM posting WHERE facet = 0); UPDATE claim SET \"key\" = %s WHERE \"key\" = 1",
                 numbers[i], numbers[i], numbers[i]);
        tamper(sql);
        ask_all(0, 1, &error);
        search_and_import();
    }
}

/* Larger than any value may be. */
static void test_gigantic(void **state) {
    struct detente_error error;
    (void)state;
    tamper("UPDATE event SET summary = CAST(zeroblob(80000000) AS TEXT) WHERE id = 'CC-M25B'");
    ask_all(0, 20, &error);
    tamper("UPDATE meta SET value = CAST(zeroblob(80000000) AS TEXT)");
    ask_all(1, 20, &error);
}

/* ---- anything --------------------------------------------------------------------------------------------------------- */

static uint32_t next_number(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32);
}

/* Bits all over the file, more of them at the beginning of pages, where the engine's own words stand. */
static void flip(struct buffer *bytes, uint64_t *seed) {
    enum { PAGE = 4096, HEAD = 100 };
    uint32_t count = 1 + next_number(seed) % 20, pages = (uint32_t)(bytes->size / PAGE);
    for (uint32_t i = 0; i < count; i++) {
        bool head = next_number(seed) % 2;
        size_t at = head ? (size_t)(next_number(seed) % pages) * PAGE + next_number(seed) % HEAD
                         : next_number(seed) % (uint32_t)bytes->size;
        bool anything = next_number(seed) % 2;
        uint32_t number = next_number(seed);
        bytes->data[at] = (char)(anything ? number : (unsigned char)bytes->data[at] ^ 1u << number % 8);
    }
}

static void test_flips(void **state) {
    uint64_t seed = UINT64_C(20240229);
    size_t opened = 0, rounds = small() ? FLIP_ROUNDS_SMALL : FLIP_ROUNDS;
    (void)state;
    for (size_t i = 0; i < rounds; i++) {
        struct detente_error error;
        struct buffer bytes;
        buffer_init(&bytes);
        buffer_append(&bytes, good.data, good.size);
        flip(&bytes, &seed);
        write_bytes(&bytes);
        buffer_free(&bytes);
        opened += ask_all(i % 9, 9, &error) == DETENTE_OK;
        if (i % 4 == 0) search_and_import();
    }
    assert_true(opened > rounds / 10);
}

/* ---- without end ---------------------------------------------------------------------------------------------------- */

enum { PAGE_SIZE = 4096, CELLS = 450, INTERIOR = 5, INTERIOR_HEAD = 12, CELL_SIZE = 5 };

static void put_number(unsigned char *at, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++) at[i] = (unsigned char)(value >> 8 * (bytes - 1 - i));
}

/* A page of a table all of whose children are one page. */
static void make_page(unsigned char page[PAGE_SIZE], uint32_t child) {
    uint32_t start = PAGE_SIZE;
    memset(page, 0, PAGE_SIZE);
    page[0] = INTERIOR;
    put_number(page + 3, CELLS, 2);
    for (uint32_t i = 0; i < CELLS; i++) {
        start -= CELL_SIZE;
        put_number(page + start, child, 4);
        page[start + 4] = 100;
        put_number(page + INTERIOR_HEAD + 2 * i, start, 2);
    }
    put_number(page + 5, start, 2);
    put_number(page + 8, child, 4);
}

/* Above the first page of the table stand `levels` pages of this kind: its rows come 450^levels times. */
static void repeat_table(const char *table, int levels) {
    char sql[100];
    sqlite3_stmt *find;
    struct buffer bytes;
    unsigned char page[PAGE_SIZE];
    buffer_init(&bytes);
    tamper("VACUUM");
    sqlite3 *file = open_raw();
    snprintf(sql, sizeof sql, "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
    assert_int_equal(sqlite3_prepare_v2(file, sql, -1, &find, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(find), SQLITE_ROW);
    size_t root = (size_t)sqlite3_column_int(find, 0);
    sqlite3_finalize(find);
    sqlite3_close(file);
    read_bytes(path.path, &bytes);
    uint32_t child = 0;
    memcpy(page, bytes.data + (root - 1) * PAGE_SIZE, PAGE_SIZE);
    for (int i = 0; i < levels; i++) {
        buffer_append(&bytes, (const char *)page, PAGE_SIZE);
        child = (uint32_t)(bytes.size / PAGE_SIZE);
        make_page(page, child);
    }
    memcpy(bytes.data + (root - 1) * PAGE_SIZE, page, PAGE_SIZE);
    put_number((unsigned char *)bytes.data + 28, child, 4);
    write_bytes(&bytes);
    buffer_free(&bytes);
    snprintf(tampered, sizeof tampered, "%s over and over", table);
}

/* Pages that name one another over and over: an error, and no file that grows until the disk is full. */
static void test_endless(void **state) {
    static const char *const tables[] = {"event", "claim"};
    struct stat before, after;
    (void)state;
    endless = true;
    for (size_t i = 0; i < (small() ? 0 : LENGTH(tables)); i++) {
        struct detente_error error;
        repeat_table(tables[i], 6);
        if (i == 0) ask_all(0, 1, &error); /* with all checks */
        assert_int_equal(stat(path.path, &before), 0);
        search_and_import();
        assert_int_equal(stat(path.path, &after), 0);
        assert_true(after.st_size <= before.st_size + (1 << 20));
    }
    endless = false;
}

/* A file that ends too early. */
static void test_cut(void **state) {
    (void)state;
    for (size_t i = 0; i < 40; i++) {
        struct detente_error error;
        struct buffer bytes = good;
        bytes.size = i < 4 ? 90 + i * 10 : good.size * i / 40;
        write_bytes(&bytes);
        ask_all(i % 5, 5, &error);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),           cmocka_unit_test(test_foreign), cmocka_unit_test(test_foreign_older),
        cmocka_unit_test(test_nothing_runs),
        cmocka_unit_test(test_texts),          cmocka_unit_test(test_numbers), cmocka_unit_test(test_gigantic),
        cmocka_unit_test(test_flips),          cmocka_unit_test(test_cut),
        cmocka_unit_test(test_endless),
    };
    return cmocka_run_group_tests(tests, make_good, drop_good);
}
