/* The field's own files, under the folder that DETENTE_TEST_DATA names, each read by its built-in profile: what becomes of every
 * row is known beforehand, the same again changes nothing, and questions over all of them together are answered. Skipped without
 * the folder.
 *
 * The numbers are not what came out: each was worked out over the raw file by a script with a reader of its own (Python's
 * csv, split at tabs), and what it looked up in schema/countries.csv by its own folding of names and its own days. How, stands
 * beside each file. */
#include "../unit/front_fixture.h"

enum { LISTED = 20 };

struct lost {
    const char *what, *column, *value;
    uint64_t count;
    bool kept;
};
struct expected {
    const char *file, *profile;
    const char *after; /* a file that must be there first; NULL: none */
    uint64_t rows, passed, actors;
    uint64_t added[DETENTE_TYPES];
    size_t lost_count; /* different things that are not placed */
    uint64_t lost_sum;
    struct lost lost[LISTED]; /* of these, in any order */
};

#define PEOPLE DETENTE_TYPE_PERSON
#define TERMS DETENTE_TYPE_TERM
#define SOURCES DETENTE_TYPE_SOURCE
#define EVENTS DETENTE_TYPE_EVENT
#define LINKS DETENTE_TYPE_LINK
#define COVERAGES DETENTE_TYPE_COVERAGE

static const struct expected files[] = {
    /* Rows: lines less the heading. Every spell of every code is in schema/countries.csv, so that nothing is new. */
    {.file = "codes/cowstates.csv", .profile = "cow-states",
     .rows = 243},
    /* Likewise. */
    {.file = "codes/gwstates.csv", .profile = "gw-states",
     .rows = 239},
    /* Likewise, dates in three columns. */
    {.file = "codes/states2016.csv", .profile = "cow-system",
     .rows = 243},
    /* A term a row; people by leadid, of which A2.9-6199 stands for two men (Thors, twice, and Benediktsson): 2522 + 1. */
    {.file = "leaders/reign-leaderlist_3_21.csv", .profile = "reign-leaders",
     .rows = 2524, .added = {[PEOPLE] = 2523, [TERMS] = 2524, [SOURCES] = 1}},
    /* Passed over: none of credentials_started, arrived and ended (63 have an end alone). People: different person_id of the
     * others. Terms: their different person_id, role_title_id, territory_id and start; tr-2014-bass-01 stands there twice. */
    {.file = "statedept/pocom-chiefs.csv", .profile = "statedept-chiefs",
     .rows = 5743, .passed = 395, .added = {[PEOPLE] = 3356, [TERMS] = 5347, [SOURCES] = 1}},
    /* Every visitor is named only, and so are those of the countries that are not placed: Vietnam before 1976 (six rows from
     * 1951 to 1973), and a misspelling. */
    {.file = "statedept/visits.csv", .profile = "statedept-visits",
     .rows = 3264, .actors = 3271, .added = {[SOURCES] = 1, [EVENTS] = 3264, [COVERAGES] = 1},
     .lost_count = 2, .lost_sum = 7,
     .lost = {{"country", "from", "Vietnam", 6, true}, {"country", "from", "Somoa", 1, true}}},
    /* 34 different names. Vietnam: rows from 1955 to 1970; U.S.S.R.: three rows of January and February 1992. */
    {.file = "statedept/secretary-travels.csv", .profile = "statedept-travels",
     .rows = 3439, .actors = 12, .added = {[PEOPLE] = 34, [SOURCES] = 1, [EVENTS] = 3439, [COVERAGES] = 1},
     .lost_count = 2, .lost_sum = 12,
     .lost = {{"country", "country", "Vietnam", 9, true}, {"country", "country", "U.S.S.R.", 3, true}}},
    /* Passed over: both dates n/a (30), and MERCOSUR with India a second time. Signed: 299 rows with a date less that one and two
     * repeats of Afghanistan - India; in force: 288 less that one and one repeat; links: 265 with both dates less the same. Who is
     * lost: the members, cut at commas, semicolons, parentheses, "and" and " - ", and the three pairs without a comma. */
    {.file = "treaties/GPTAD.csv", .profile = "gptad",
     .rows = 352, .passed = 31, .actors = 32, .added = {[SOURCES] = 1, [EVENTS] = 582, [LINKS] = 263},
     .lost_count = 11, .lost_sum = 32,
     .lost = {{"country", "Membership", "Korea", 12, true}, {"country", "Membership", "Congo", 5, true},
              {"country", "Membership", "Centrafricaine", 2, true}, {"country", "Membership", "European Communitiy", 2, true},
              {"country", "Membership", "Gabonaise", 2, true}, {"country", "Membership", "Irelande", 2, true},
              {"country", "Membership", "Jordon", 2, true}, {"country", "Membership", "Luxembourt", 2, true},
              {"country", "Membership", "Herzegovina", 1, true}, {"country", "Membership", "Overseas Countries", 1, true},
              {"country", "Membership", "Territories", 1, true}}},
    /* Every line an event. Actors: sides whose country code is none or a region, and whose name is no organization of
     * schema/organizations.csv. No code is unknown. One file of a quarter of an hour covers no day. */
    {.file = "gdelt/20180101000000.export.CSV", .profile = "gdelt2",
     .rows = 2414, .actors = 1375, .added = {[EVENTS] = 2414}},
    /* Likewise. */
    {.file = "gdelt/spark-gdelt-events.csv", .profile = "gdelt2",
     .rows = 100, .actors = 69, .added = {[EVENTS] = 100}},
    /* Likewise; 40 lines of 57 columns and 60 of 58. Sources: BBC Monitoring, which is no address, and one for lines without any.
     * Coverage: by date of the event where there are 57 columns (1979-01-01, 1979-12-31, 2010-11-01, 2010-11-30), by date of the
     * entry where there are 58 (2013-04-01, 2015-06-08, 2020-07-02). */
    {.file = "gdelt/spark-gdelt-events1.csv", .profile = "gdelt1",
     .rows = 100, .actors = 59, .added = {[SOURCES] = 2, [EVENTS] = 100, [COVERAGES] = 7}},
    /* 52 mention an event of the file before, each at the address that the event has already; 48 mention 35 others. */
    {.file = "gdelt/spark-gdelt-mentions.csv", .profile = "gdelt-mentions", .after = "gdelt/spark-gdelt-events.csv",
     .rows = 100,
     .lost_count = 35, .lost_sum = 48,
     .lost = {{"event", "GLOBALEVENTID", "gdelt-410290898", 7, false}, {"event", "GLOBALEVENTID", "gdelt-913092410", 6, false}}},
    /* Every row an event; 107 publishers. Actors: names that are no country and no organization of the tables. */
    {.file = "icews/events.2018.sample.tab", .profile = "icews",
     .rows = 3705, .actors = 5223, .added = {[SOURCES] = 107, [EVENTS] = 3705, [COVERAGES] = 1},
     .lost_count = 3, .lost_sum = 5,
     .lost = {{"country", "Source Country", "Congo", 2, false}, {"country", "Target Country", "Congo", 2, false},
              {"country", "Country", "Congo", 1, false}}},
    /* No line twice. Actors: likewise, of both columns. Every relation is a label of schema/cameo.csv. */
    {.file = "icews/icews_2014_valid.txt", .profile = "named-quads",
     .rows = 8941, .actors = 13238, .added = {[SOURCES] = 1, [EVENTS] = 8941}},
};

/* ---- what an import tells ------------------------------------------------------------------------------------------------- */

struct heard {
    struct import_log log;
    struct lost lost[64];
    size_t lost_count;
    char texts[64][3][160];
};

static void hear_unplaced(void *context, const struct detente_unplaced *what) {
    struct heard *heard = context;
    if (heard->lost_count == LENGTH(heard->lost)) return;
    char(*texts)[160] = heard->texts[heard->lost_count];
    snprintf(texts[0], sizeof texts[0], "%s", what->what);
    snprintf(texts[1], sizeof texts[1], "%s", what->column);
    snprintf(texts[2], sizeof texts[2], "%s", what->value);
    heard->lost[heard->lost_count++] = (struct lost){texts[0], texts[1], texts[2], what->count, what->kept};
}

static void hear_fault(void *context, const struct detente_error *fault) {
    hear_rejected(&((struct heard *)context)->log, fault);
}
static void hear_text(void *context, const char *text) {
    hear_remark(&((struct heard *)context)->log, text);
}

static const char *folder(void) {
    const char *path = getenv("DETENTE_TEST_DATA");
    if (path && *path) return path;
    print_message("DETENTE_TEST_DATA is not set: skipped\n");
    skip();
    return NULL;
}

/* Recognised, where no profile is given. */
static void import_shared(detente *database, const char *file, const char *profile, struct heard *heard) {
    char path[512];
    const char *paths[] = {path};
    snprintf(path, sizeof path, "%s/%s", folder(), file);
    memset(heard, 0, sizeof *heard);
    struct detente_import request = {.paths = paths, .path_count = 1, .today = TEST_TODAY, .profile = profile};
    struct detente_import_watch watch = {
        .context = heard, .rejected = hear_fault, .remark = hear_text, .unplaced = hear_unplaced};
    enum detente_status status = detente_import_files(database, &request, &watch, &heard->log.summary, &heard->log.error);
    must_be(DETENTE_OK, status, &heard->log.error);
}

/* ---- checks ---------------------------------------------------------------------------------------------------------------- */

static void must_equal(const char *file, const char *what, uint64_t wanted, uint64_t found) {
    if (wanted == found) return;
    fail_msg("%s: %s: %llu wanted, %llu found", file, what, (unsigned long long)wanted, (unsigned long long)found);
}

static void check_lost(const struct expected *expected, const struct heard *heard) {
    for (size_t k = 0; k < LISTED && expected->lost[k].what; k++) {
        const struct lost *wanted = &expected->lost[k];
        bool found = false;
        for (size_t i = 0; i < heard->lost_count; i++) {
            const struct lost *lost = &heard->lost[i];
            found = found || (strcmp(lost->what, wanted->what) == 0 && strcmp(lost->column, wanted->column) == 0 &&
                              strcmp(lost->value, wanted->value) == 0 && lost->count == wanted->count && lost->kept == wanted->kept);
        }
        if (!found)
            fail_msg("%s: %s %s \"%s\" is not told %llu times as %s", expected->file, wanted->what, wanted->column,
                     wanted->value, (unsigned long long)wanted->count, wanted->kept ? "kept" : "lost");
    }
    must_equal(expected->file, "different things unplaced", expected->lost_count, heard->lost_count);
    must_equal(expected->file, "unplaced", expected->lost_sum, heard->log.summary.unplaced);
}

static void check_counts(const struct expected *expected, const struct heard *heard) {
    static const char *const types[DETENTE_TYPES] = {"countries", "organizations", "people", "terms", "sources",
                                                     "events", "claims", "links", "coverage", "notes"};
    const struct detente_import_summary *summary = &heard->log.summary;
    if (heard->log.fault_count)
        fail_msg("%s:%ld:%ld: %s", expected->file, heard->log.faults[0].line, heard->log.faults[0].column,
                 heard->log.faults[0].message);
    assert_string_equal(summary->profile, expected->profile);
    must_equal(expected->file, "rejected", 0, summary->rejected);
    must_equal(expected->file, "rows", expected->rows, summary->rows);
    must_equal(expected->file, "passed over", expected->passed, summary->passed);
    must_equal(expected->file, "named actors", expected->actors, summary->actors);
    for (int type = 0; type < DETENTE_TYPES; type++)
        must_equal(expected->file, types[type], expected->added[type], summary->added_by_type[type]);
    check_lost(expected, heard);
}

static void check_unchanged(const char *file, const struct heard *heard) {
    must_equal(file, "added the second time", 0, heard->log.summary.added);
    must_equal(file, "made the second time", 0, heard->log.summary.made);
    must_equal(file, "updated the second time", 0, heard->log.summary.updated);
    must_equal(file, "revision the second time", 0, (uint64_t)heard->log.summary.revision);
}

/* ---- tests ----------------------------------------------------------------------------------------------------------------- */

/* Each in a record of its own. */
static void test_each_file(void **state) {
    static struct heard heard;
    struct place_of place;
    (void)state;
    folder();
    for (size_t i = 0; i < LENGTH(files); i++) {
        make_folder(&place);
        detente *database = open_record(in_folder(&place, "record.db").path, DETENTE_CREATE);
        if (files[i].after) import_shared(database, files[i].after, NULL, &heard);
        import_shared(database, files[i].file, NULL, &heard);
        check_counts(&files[i], &heard);
        import_shared(database, files[i].file, files[i].profile, &heard);
        check_unchanged(files[i].file, &heard);
        detente_close(database);
        drop_folder(&place);
    }
}

struct pair_asked {
    const char *a, *b;
    bool multilateral;
    uint64_t events;
};

static enum detente_status take_nothing(void *context, const char *data, size_t size) {
    (void)context;
    (void)data;
    (void)size;
    return DETENTE_OK;
}

static void check_pair(detente *database, const struct pair_asked *pair) {
    const char *words[] = {pair->a, pair->b};
    struct detente_request request = {.question = DETENTE_TIMELINE, .words = {words, 2}};
    struct detente_answer answer = {0};
    struct detente_error error = {0};
    request.filters.multilateral = pair->multilateral;
    request.write = take_nothing;
    request.today = TEST_TODAY;
    must_be(pair->events ? DETENTE_OK : DETENTE_NOT_FOUND, detente_ask(database, &request, &answer, &error), &error);
    must_equal(pair->b, "events of the pair", pair->events, answer.entries);
}

/* What a data set claims is no more than what it holds: a series as it is written. */
struct series_asked {
    const char *kind, *csv;
};
struct written {
    char text[512];
    size_t size;
};

static enum detente_status keep_written(void *context, const char *data, size_t size) {
    struct written *written = context;
    assert_true(written->size + size < sizeof written->text);
    memcpy(written->text + written->size, data, size);
    written->size += size;
    written->text[written->size] = '\0';
    return DETENTE_OK;
}

static void check_series(detente *database, const struct series_asked *asked) {
    const char *words[] = {"USA", "CHN"}, *kinds[] = {asked->kind};
    struct written written = {.size = 0};
    struct detente_request request = {.question = DETENTE_SERIES, .words = {words, 2}, .format = "csv"};
    struct detente_answer answer = {0};
    struct detente_error error = {0};
    request.details.by = "year";
    request.filters.from = "1971";
    request.filters.to = "1973";
    request.filters.kinds = (struct detente_words){kinds, 1};
    request.write = keep_written;
    request.write_context = &written;
    request.today = TEST_TODAY;
    enum detente_status status = detente_ask(database, &request, &answer, &error);
    if (status != DETENTE_NOT_FOUND) must_be(DETENTE_OK, status, &error);
    assert_string_equal(asked->csv, written.text);
}

/* All in one: none disturbs another, and the pairs have what the files have of them. */
static void test_all_together(void **state) {
    static struct heard heard;
    struct place_of place;
    (void)state;
    folder();
    make_folder(&place);
    detente *database = open_record(in_folder(&place, "record.db").path, DETENTE_CREATE);
    uint64_t events = 0;
    for (size_t i = 0; i < LENGTH(files); i++) {
        import_shared(database, files[i].file, NULL, &heard);
        must_equal(files[i].file, "rejected", 0, heard.log.summary.rejected);
        must_equal(files[i].file, "events", files[i].added[EVENTS], heard.log.summary.added_by_type[EVENTS]);
        events += files[i].added[EVENTS];
    }
    must_equal("all", "events", 22545, events);
    static const struct pair_asked pairs[] = {
        /* 31 visits, 53 travels, 2 of GDELT, 101 of ICEWS with both in their columns; DEU and POL meet in agreements with more than
         * eight parties alone. */
        {"USA", "CHN", false, 31 + 53 + 2 + 101},
        {"DEU", "POL", false, 0},
        {"DEU", "POL", true, 28},
    };
    for (size_t i = 0; i < LENGTH(pairs); i++) check_pair(database, &pairs[i]);
    /* No data set has all visits: in 1971 there may have been others. The Secretary of State was in China in February 1972 and in
     * November 1973. */
    static const struct series_asked series[] = {
        {"visit", "period,kind,value,value_max\n1971,,,\n1972,,1,\n1973,,1,\n"},
        {"visit.state.to_us", "period,kind,value,value_max\n1971,,0,\n1972,,0,\n1973,,0,\n"},
        {"visit.secretary_of_state", "period,kind,value,value_max\n1971,,0,\n1972,,1,\n1973,,1,\n"},
    };
    for (size_t i = 0; i < LENGTH(series); i++) check_series(database, &series[i]);
    for (size_t i = 0; i < LENGTH(files); i++) {
        import_shared(database, files[i].file, NULL, &heard);
        must_equal(files[i].file, "added the second time", 0, heard.log.summary.added);
        must_equal(files[i].file, "updated the second time", 0, heard.log.summary.updated);
        must_equal(files[i].file, "a revision of the second time", 0, (uint64_t)heard.log.summary.revision);
    }
    detente_close(database);
    drop_folder(&place);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_file),
        cmocka_unit_test(test_all_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
