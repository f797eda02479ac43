/* A record as dossier, document and database holds the same: out, in and out again gives the same
 * bytes, from random worlds and from the one that ships. */
#include "../unit/front_fixture.h"

enum { TABLES = 11, ROWS_MAX = 200 };
static const char *const table_names[TABLES] = {"countries", "organizations", "people",  "terms",
                                                "sources",   "events",        "parties", "claims",
                                                "links",     "coverage",      "notes"};

/* ---- a random dossier ------------------------------------------------------------------------ */

struct table {
    const char *heading;
    char *rows[ROWS_MAX];
    size_t count;
};
struct dossier {
    uint64_t seed;
    struct table tables[TABLES];
};
enum {
    COUNTRIES,
    ORGANIZATIONS,
    PEOPLE,
    TERMS,
    SOURCES,
    EVENTS,
    PARTIES,
    CLAIMS,
    LINKS,
    COVERAGE,
    NOTES
};

static int pick(struct dossier *dossier, int below) {
    dossier->seed ^= dossier->seed << 13;
    dossier->seed ^= dossier->seed >> 7;
    dossier->seed ^= dossier->seed << 17;
    return (int)((dossier->seed >> 32) % (uint64_t)below);
}

static const char *one_of(struct dossier *dossier, const char *const *words, size_t count) {
    return words[pick(dossier, (int)count)];
}
#define ONE_OF(dossier, words) one_of(dossier, words, LENGTH(words))

/* Formats a row; '|' in the format stands for the comma between two cells, so that cells may be
 * quoted. */
__attribute__((format(printf, 2, 3))) static void add_row(struct table *table, const char *format,
                                                          ...) {
    char text[2000];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    assert_true(table->count < ROWS_MAX);
    table->rows[table->count] = strdup(text);
    assert_non_null(table->rows[table->count++]);
}

static const char *const odd_texts[] = {"",
                                        "Plain words",
                                        "\"Commas, and \"\"quotes\"\"\"",
                                        "\"Two\nlines\"",
                                        "Caf\xC3\xA9 \xE5\x8C\x97\xE4\xBA\xAC",
                                        "back\\slash",
                                        "=1+1",
                                        "\"a;b:c\"",
                                        "null",
                                        "0012",
                                        "\xF0\x9F\x95\x8A",
                                        "1e3",
                                        "'",
                                        "{}"};

static void make_names(struct dossier *dossier) {
    dossier->tables[COUNTRIES].heading = "id,name,aliases,iso2,start,note";
    add_row(&dossier->tables[COUNTRIES],
            "X-ALAND,Aland-Test,Old Aland@1950/1990;Isle of Aland,XA@1950/..,1900,%s",
            ONE_OF(dossier, odd_texts));
    add_row(&dossier->tables[COUNTRIES], "CAN,Test Canada,,,,");
    dossier->tables[ORGANIZATIONS].heading = "id,name,kind,aliases";
    add_row(&dossier->tables[ORGANIZATIONS], "T-U,Test Union,forum,The Union");
    dossier->tables[PEOPLE].heading = "id,name,aliases,country,Height";
    for (int i = 0; i < 5; i++)
        add_row(&dossier->tables[PEOPLE], "leader-%d,Leader %d,%s,%s,%s", i, i,
                i ? "" : "L\xC3\xA9 One;\"The First", i % 2 ? "CHN" : "",
                ONE_OF(dossier, odd_texts));
    dossier->tables[PEOPLE].rows[0][0] = 'l';
    dossier->tables[SOURCES].heading = "id,title,publisher,url,published,side,language";
    for (int i = 0; i < 8; i++)
        add_row(&dossier->tables[SOURCES], "s%d,%s,Test Press,%s%d,2018-0%d,%s,en", i,
                ONE_OF(dossier, odd_texts), "https://test.example/?a=1&b=", i, 1 + i % 9,
                i % 3 ? "" : "CHN");
    dossier->tables[TERMS].heading = "person,country,office,title,start,end,standing,sources";
    for (int i = 0; i < 8; i++)
        add_row(&dossier->tables[TERMS], "leader-%d,%s,%s,\"Head, of\",20%02d,%s,%s,%s", i % 5,
                i % 2 ? "CAN" : "T-U", i % 3 ? "head_of_state" : "ambassador;envoy", 10 + i,
                i % 4 ? "2030-01-02" : "..", i % 5 ? "" : "acting", i % 2 ? "s1;s2" : "");
}

static const char *const parties_cells[] = {"", "CAN:host;CHN:visitor", "CAN;CHN;X-ALAND",
                                            "USA:venue;CHN"};

static void make_event(struct dossier *dossier, int i) {
    static const char *const kinds[] = {"meeting.bilateral", "visit", "tariff", "sanction.arms",
                                        "other.odd_one"};
    static const char *const dates[] = {"2018-12-01",
                                        "2018-12",
                                        "201X",
                                        "2018?",
                                        "2018-05/2019-02",
                                        "\"[2018-01,2019]\"",
                                        "-0044-03-15",
                                        "2018-12-01T10:30:00Z",
                                        "Y170000002",
                                        "2018-21",
                                        "\"{2018-01,2018-03}\""};
    static const char *const people[] = {"", "leader-0", "leader-1:speaker;leader-2"};
    static const char *const places[] = {"", "Testville", "Testville;Port\\: Test;a\\;b"};
    static const char *const numbers[] = {"", "0", "-12.5", "45.1234567"};
    static const char *const statuses[] = {"", "reported", "disputed", "planned"};
    const char *kind = ONE_OF(dossier, kinds);
    bool tariff = strcmp(kind, "tariff") == 0;
    add_row(&dossier->tables[EVENTS],
            "E%03d,%s,%s,%s,%s,%s,Event %d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s", i, kind,
            ONE_OF(dossier, dates), pick(dossier, 5) ? "" : "Y170000009",
            pick(dossier, 3) ? "" : "09:05", ONE_OF(dossier, statuses), i,
            ONE_OF(dossier, odd_texts), tariff ? "" : ONE_OF(dossier, parties_cells),
            pick(dossier, 4) ? "" : "T-U", ONE_OF(dossier, people), ONE_OF(dossier, places),
            ONE_OF(dossier, numbers), pick(dossier, 2) ? "s1;s3" : "",
            pick(dossier, 3) ? "" : "https://bare.example/x", tariff ? "CAN" : "",
            tariff ? "CHN;X-ALAND" : "", tariff ? "25/107.5" : "", ONE_OF(dossier, odd_texts));
}

static void make_rest(struct dossier *dossier) {
    static const char *const relations[] = {"responds_to", "ends", "part_of", "corrects"};
    dossier->tables[PARTIES].heading = "event,type,id,role,for,as";
    dossier->tables[CLAIMS].heading = "event,source,field,value,quote,stance,seen";
    dossier->tables[LINKS].heading = "from,relation,to,asserted_by,note,source";
    dossier->tables[COVERAGE].heading = "dataset,countries,kinds,start,end,note";
    dossier->tables[NOTES].heading = "record,kind,reason,date";
    for (int i = 0; i < 40; i++) {
        if (i % 5 == 0)
            add_row(&dossier->tables[PARTIES],
                    "E%03d,person,leader-4,mediator,%s,\"envoy: special\"", i, i % 2 ? "CAN" : "");
        if (i % 3 == 0)
            add_row(&dossier->tables[CLAIMS], "E%03d,s%d,place,%s,%s,%s,%s", i, i % 8,
                    "\"Port, Test\"", ONE_OF(dossier, odd_texts), i % 2 ? "disputes" : "",
                    ONE_OF(dossier, odd_texts));
        if (i % 4 == 0)
            add_row(&dossier->tables[LINKS], "E%03d,%s,E%03d,CHN;Test Paper,%s,%s", i + 1,
                    ONE_OF(dossier, relations), i, ONE_OF(dossier, odd_texts), i % 8 ? "" : "s4");
    }
    add_row(&dossier->tables[COVERAGE], "test,CAN;CHN,tariff;visit,2010,2019-12-31,");
    add_row(&dossier->tables[COVERAGE], "test,,,,..,all of it");
    add_row(&dossier->tables[NOTES], "E001,correction,\"The date, moved\",2019-01-01");
    add_row(&dossier->tables[NOTES], "E001,correction,\"The date, moved\",2019-02-01");
    add_row(&dossier->tables[NOTES], "E002,accepted,,");
}

static void make_dossier(struct dossier *dossier, uint64_t seed) {
    memset(dossier, 0, sizeof *dossier);
    dossier->seed = seed;
    dossier->tables[EVENTS].heading =
        "id,kind,date,end,time,status,title,summary,countries,organizations,people,place,"
        "latitude,sources,source_url,imposer,target,rate,Shade of grey";
    make_names(dossier);
    for (int i = 0; i < 60; i++) make_event(dossier, i);
    make_rest(dossier);
}

static void free_dossier(struct dossier *dossier) {
    for (int t = 0; t < TABLES; t++)
        for (size_t i = 0; i < dossier->tables[t].count; i++) free(dossier->tables[t].rows[i]);
}

static void shuffle(struct dossier *dossier) {
    for (int t = 0; t < TABLES; t++)
        for (size_t i = dossier->tables[t].count; i > 1; i--) {
            size_t j = (size_t)pick(dossier, (int)i);
            char *swap = dossier->tables[t].rows[i - 1];
            dossier->tables[t].rows[i - 1] = dossier->tables[t].rows[j];
            dossier->tables[t].rows[j] = swap;
        }
}

static struct place_of write_dossier(const struct dossier *dossier, const struct place_of *in,
                                     const char *name) {
    struct place_of folder = in_folder(in, name);
    char file_name[32];
    assert_int_equal(mkdir(folder.path, 0700), 0);
    write_text(&folder, "dossier.json",
               "{\"title\": \"A test\", \"author\": \"Nobody\",\n \"scope\": {\"pair\": [\"CAN\", "
               "\"CHN\"]}}\n");
    for (int t = 0; t < TABLES; t++) {
        snprintf(file_name, sizeof file_name, "%s.csv", table_names[t]);
        FILE *file = fopen(in_folder(&folder, file_name).path, "w");
        assert_non_null(file);
        fprintf(file, "%s\n", dossier->tables[t].heading);
        for (size_t i = 0; i < dossier->tables[t].count; i++)
            fprintf(file, "%s\n", dossier->tables[t].rows[i]);
        fclose(file);
    }
    return folder;
}

/* ---- round trips ----------------------------------------------------------------------------- */

static void check_same_folders(const struct place_of *a, const struct place_of *b) {
    char name[32];
    for (int t = -1; t < TABLES; t++) {
        snprintf(name, sizeof name, "%s.%s", t < 0 ? "dossier" : table_names[t],
                 t < 0 ? "json" : "csv");
        char *one = read_text(in_folder(a, name).path), *other = read_text(in_folder(b, name).path);
        if (one || other) check_same(name, one, other);
        free(one);
        free(other);
    }
}

/* Takes a path in, and gives the record out in all forms. */
struct trip {
    struct place_of at; /* folder of its own */
    detente *record;
    char *json, *csv, *jsonl;
    struct place_of dossier;
};

static void begin_trip(struct trip *trip, const char *path) {
    struct import_log log;
    make_folder(&trip->at);
    trip->record = open_record(in_folder(&trip->at, "a.db").path, DETENTE_CREATE);
    import_path(trip->record, path, &log);
    trip->json = export_text(trip->record, "json");
    trip->csv = export_text(trip->record, "csv");
    trip->jsonl = export_text(trip->record, "jsonl");
    trip->dossier = export_folder(trip->record, &trip->at, "out");
    write_text(&trip->at, "out.json", trip->json);
    write_text(&trip->at, "events.csv", trip->csv);
    write_text(&trip->at, "out.jsonl", trip->jsonl);
}

static void end_trip(struct trip *trip) {
    detente_close(trip->record);
    free(trip->json);
    free(trip->csv);
    free(trip->jsonl);
    drop_folder(&trip->at);
}

static void check_same_trips(struct trip *a, struct trip *b) {
    check_same("documents", a->json, b->json);
    check_same("tables", a->csv, b->csv);
    check_same("lines", a->jsonl, b->jsonl);
    check_same_folders(&a->dossier, &b->dossier);
}

static void check_unchanged(struct trip *trip, const char *path) {
    struct import_log log;
    import_path(trip->record, path, &log);
    if (log.summary.added || log.summary.updated || log.summary.made || !log.summary.unchanged)
        fail_msg("%s: %llu added, %llu updated, %llu made, %llu unchanged", path,
                 (unsigned long long)log.summary.added, (unsigned long long)log.summary.updated,
                 (unsigned long long)log.summary.made, (unsigned long long)log.summary.unchanged);
    char *json = export_text(trip->record, "json");
    check_same("documents after importing again", trip->json, json);
    free(json);
}

/* `titled`: some sources are known by their title only; a table of events names those by the title,
 * which makes another source of it. */
static void check_path(const char *path, bool titled) {
    struct trip first, by_folder, by_document, back;
    begin_trip(&first, path);
    begin_trip(&by_folder, first.dossier.path);
    check_same_trips(&first, &by_folder);
    begin_trip(&by_document, in_folder(&first.at, "out.json").path);
    check_same_trips(&first, &by_document);
    begin_trip(&back, by_document.dossier.path);
    check_same_trips(&first, &back);
    check_unchanged(&first, path);
    check_unchanged(&first, first.dossier.path);
    check_unchanged(&first, in_folder(&first.at, "out.json").path);
    if (!titled) check_unchanged(&first, in_folder(&first.at, "events.csv").path);
    check_unchanged(&first, in_folder(&first.at, "out.jsonl").path);
    end_trip(&back);
    end_trip(&by_document);
    end_trip(&by_folder);
    end_trip(&first);
}

static void test_random(void **state) {
    (void)state;
    static const uint64_t seeds[] = {0xD0551E5, 0xB00C, 0x7A9E, 0x1CE};
    for (size_t i = 0; i < LENGTH(seeds); i++) {
        struct place_of at;
        struct dossier dossier;
        make_folder(&at);
        make_dossier(&dossier, seeds[i]);
        struct place_of folder = write_dossier(&dossier, &at, "in");
        check_path(folder.path, false);
        free_dossier(&dossier);
        drop_folder(&at);
    }
}

static void test_shuffled(void **state) {
    (void)state;
    struct place_of at;
    struct dossier dossier;
    struct trip plain, mixed;
    make_folder(&at);
    make_dossier(&dossier, 0x5AFE);
    struct place_of in = write_dossier(&dossier, &at, "in");
    shuffle(&dossier);
    struct place_of other = write_dossier(&dossier, &at, "mixed");
    begin_trip(&plain, in.path);
    begin_trip(&mixed, other.path);
    check_same_trips(&plain, &mixed);
    end_trip(&plain);
    end_trip(&mixed);
    free_dossier(&dossier);
    drop_folder(&at);
}

/* Table by table, in any order in which a row finds what it refers to. */
static void test_in_parts(void **state) {
    (void)state;
    struct place_of at;
    struct dossier dossier;
    struct trip whole;
    struct import_log log;
    make_folder(&at);
    make_dossier(&dossier, 0xCAFE);
    struct place_of in = write_dossier(&dossier, &at, "in");
    begin_trip(&whole, in.path);
    detente *record = open_record(in_folder(&at, "parts.db").path, DETENTE_CREATE);
    static const char *const parts[] = {"countries.csv", "organizations.csv", "people.csv",
                                        "sources.csv",   "events.csv",        "claims.csv",
                                        "links.csv",     "terms.csv",         "notes.csv",
                                        "coverage.csv",  "parties.csv",       "dossier.json"};
    for (size_t i = 0; i < LENGTH(parts); i++)
        import_path(record, in_folder(&in, parts[i]).path, &log);
    char *json = export_text(record, "json");
    check_same("documents", whole.json, json);
    free(json);
    detente_close(record);
    end_trip(&whole);
    free_dossier(&dossier);
    drop_folder(&at);
}

static void test_shipped(void **state) {
    (void)state;
    const char *fixtures = getenv("DETENTE_FIXTURES");
    char path[300];
    snprintf(path, sizeof path, "%s/canada-china", fixtures ? fixtures : "fixtures");
    check_path(path, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_shuffled),
        cmocka_unit_test(test_in_parts),
        cmocka_unit_test(test_shipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
