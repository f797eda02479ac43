/* The store: opening, putting and getting, what is derived, coverage. Postings are in
 * test_postings.c. */
#include "store_fixture.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include "../../core/base/utf8.h"

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

/* ---- opening --------------------------------------------------------------------------------- */

static void check_refused(const struct world *world, enum store_mode mode, enum status status,
                          const char *message) {
    struct store *store = NULL;
    struct error error = {0};
    enum status got = store_open(world->path, mode, &store, &error);
    assert_null(store);
    if (got != status || !strstr(error.message, message) || !error.remedy[0] ||
        strcmp(error.place.file, world->path) != 0)
        fail_msg("status %d, \"%s\", remedy \"%s\" at %s", (int)got, error.message, error.remedy,
                 error.place.file);
}

static void run_sql(const struct world *world, const char *sql) {
    sqlite3 *file;
    char *message = NULL;
    assert_int_equal(sqlite3_open(world->path, &file), SQLITE_OK);
    if (sqlite3_exec(file, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
    sqlite3_close(file);
}

static void write_file(const struct world *world, const char *text) {
    FILE *file = fopen(world->path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void test_open_missing(void **state) {
    (void)state;
    struct world world;
    world_make(&world);
    check_refused(&world, STORE_READ, STATUS_ENVIRONMENT, "unable to open");
    check_refused(&world, STORE_WRITE, STATUS_ENVIRONMENT, "unable to open");
    world_open(&world, STORE_CREATE);
    world_close(&world);
    world_open(&world, STORE_READ);
    world_close(&world);
    world_open(&world, STORE_WRITE);
    world_drop(&world);
}

static void test_open_foreign(void **state) {
    (void)state;
    static const enum store_mode modes[] = {STORE_READ, STORE_WRITE, STORE_CREATE};
    struct world world;
    world_make(&world);
    for (size_t i = 0; i < LENGTH(modes); i++) {
        write_file(&world, "id,kind,date\nE1,meeting,2018\n, and more bytes than a header of a "
                           "database has in it: "
                           "0123456789012345678901234567890123456789");
        check_refused(&world, modes[i], STATUS_CORRUPT, "not a database");
        unlink(world.path);
        run_sql(&world, "CREATE TABLE other (a)");
        check_refused(&world, modes[i], STATUS_CORRUPT, "not a detente record");
        unlink(world.path);
    }
    world_drop(&world);
}

static void test_open_newer(void **state) {
    (void)state;
    struct world world;
    world_make(&world);
    world_open(&world, STORE_CREATE);
    world_close(&world);
    run_sql(&world, "PRAGMA user_version = 99");
    check_refused(&world, STORE_READ, STATUS_CORRUPT, "schema 99");
    check_refused(&world, STORE_WRITE, STATUS_CORRUPT, "schema 99");
    world_drop(&world);
}

static enum status count_event(void *context, struct stored_event *event, struct error *error) {
    (void)event;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}

static void fill_events(struct world *world, int count) {
    char id[32];
    world_begin(world);
    for (int i = 0; i < count; i++) {
        snprintf(id, sizeof id, "E%d", i);
        put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018-01-01", "title",
            "A long enough title", NULL);
    }
    world_commit(world);
}

/* Bytes overwritten behind the first page: an error, not a crash. */
static void test_open_damaged(void **state) {
    (void)state;
    struct world world;
    struct query all;
    int count = 0;
    struct error error = {0};
    struct store *store = NULL;
    world_make(&world);
    world_open(&world, STORE_CREATE);
    fill_events(&world, 500);
    world_close(&world);
    int file = open(world.path, O_RDWR);
    for (off_t at = 4096 * 8; at < 4096 * 40; at += 4096)
        assert_true(pwrite(file, "garbage!", 8, at) >= 0);
    close(file);
    query_init(&all);
    enum status status = store_open(world.path, STORE_READ, &store, &error);
    if (status == STATUS_OK)
        status = store_ask(store, &all, MATCH_NONE, count_event, &count, &error);
    assert_int_equal(status, STATUS_CORRUPT);
    assert_non_null(strstr(error.message, "malformed"));
    store_close(store);
    world_drop(&world);
}

static void test_read_only(void **state) {
    (void)state;
    struct world world;
    struct error error = {0};
    world_make(&world);
    world_open(&world, STORE_CREATE);
    fill_events(&world, 1);
    world_close(&world);
    world_open(&world, STORE_READ);
    assert_int_equal(get_event(&world, "E0").times.start_min, 17532);
    assert_int_not_equal(store_begin(world.store, &error), STATUS_OK);
    assert_non_null(strstr(error.message, "readonly"));
    assert_true(error.remedy[0]);
    world_drop(&world);
}

static void test_close_rolls_back(void **state) {
    struct world *world = *state;
    struct error error = {0};
    struct stored_event event;
    bool found = true;
    put(world, RECORD_EVENT, "id", "E1", "kind", "meeting", "date", "2018", "title", "Lost", NULL);
    world_close(world);
    world_open(world, STORE_READ);
    must(store_find_event(world->store, SLICE_OF("E1"), &world->arena, &event, &found, &error),
         &error);
    assert_false(found);
    store_close(NULL);
}

/* ---- putting and getting --------------------------------------------------------------------- */

struct kept {
    struct world *world;
    const char *wanted; /* the record's name and fields as "field=value|" */
    int count;
};

static enum status tell_record(void *context, struct record *record, struct error *error) {
    struct kept *kept = context;
    struct buffer text;
    (void)error;
    buffer_init(&text);
    for (size_t i = 0; i < record_info(record->type)->field_count; i++)
        if (record_has(record, (int)i)) {
            buffer_append_text(&text, record_field(record->type, (int)i)->name);
            buffer_append_byte(&text, '=');
            buffer_append_slice(&text, record_get(record, (int)i));
            buffer_append_byte(&text, '|');
        }
    for (size_t i = 0; i < record->extra_count; i++) {
        buffer_append_slice(&text, record->extras[i].name);
        buffer_append_byte(&text, '=');
        buffer_append_slice(&text, record->extras[i].value);
        buffer_append_byte(&text, '|');
    }
    check_text(buffer_slice(&text), kept->wanted);
    buffer_free(&text);
    kept->count++;
    return STATUS_OK;
}

static void check_only(struct world *world, enum record_type type, const char *wanted) {
    struct kept kept = {world, wanted, 0};
    struct error error = {0};
    must(store_each(world->store, type, tell_record, &kept, &error), &error);
    assert_int_equal(kept.count, 1);
}

/* Each record comes back as it was put; put again it is unchanged, with another value updated, and
 * what is missing stays while what is empty goes. */
static void test_every_record(void **state) {
    struct world *world = *state;
    struct error error = {0};
    put(world, RECORD_COUNTRY, "id", "X-ALAND", "name", "Aland-Test", "aliases",
        "Old Aland@1950/1990", NULL);
    check_only(world, RECORD_COUNTRY, "id=X-ALAND|name=Aland-Test|aliases=Old Aland@1950/1990|");
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", "kind", "forum", "colour",
        "blue", "b", "2", NULL);
    check_only(world, RECORD_ORGANIZATION, "id=T-U|name=Test Union|kind=forum|b=2|colour=blue|");
    put(world, RECORD_PERSON, "id", "leader-one", "name", "Leader One", "country", "CAN",
        "wikidata", "Q1", NULL);
    check_only(world, RECORD_PERSON, "id=leader-one|name=Leader One|country=CAN|wikidata=Q1|");
    put(world, RECORD_SOURCE, "id", "s1", "title", "First Test Paper", "url", "https://a.example/1",
        "published", "2018-05", NULL);
    check_only(world, RECORD_SOURCE,
               "id=s1|title=First Test Paper|url=https://a.example/1|published=2018-05|");
    put(world, RECORD_TERM, "person", "leader-one", "country", "CAN", "office",
        "head_of_state;ambassador", "start", "2010", "end", "..", "note", "a \"quoted\"\nnote",
        NULL);
    check_only(world, RECORD_TERM,
               "person=leader-one|country=CAN|office=ambassador;head_of_state|start=2010|end=..|"
               "note=a \"quoted\"\nnote|");
    put(world, RECORD_EVENT, "id", "E1", "kind", "tariff", "date", "2018-01", "end", "2019",
        "title", "A Tariff", "countries", "CAN:imposer;CHN:target", "rate", "25", "product",
        "canola", "hs", "1205;1514", "latitude", "45.50", "release", "draft", "shade", "a\\b\"c",
        NULL);
    check_only(world, RECORD_EVENT,
               "id=E1|kind=tariff|date=2018-01|end=2019|release=draft|title=A Tariff|"
               "countries=CAN:imposer;CHN:target|latitude=45.5|product=canola|hs=1205;1514|rate=25|"
               "shade=a\\b\"c|");
    put(world, RECORD_EVENT, "id", "E2", "kind", "statement", "date", "2019", "title", "Another",
        NULL);
    put(world, RECORD_CLAIM, "event", "E1", "source", "s1", "field", "rate", "value", "26",
        "stance", "disputes", NULL);
    check_only(world, RECORD_CLAIM, "event=E1|source=s1|field=rate|value=26|stance=disputes|");
    put(world, RECORD_LINK, "from", "E2", "relation", "responds_to", "to", "E1", "asserted_by",
        "CHN", NULL);
    check_only(world, RECORD_LINK, "from=E2|relation=responds_to|to=E1|asserted_by=CHN|");
    put(world, RECORD_COVERAGE, "dataset", "test", "countries", "CHN;CAN", "start", "2010", "end",
        "2020", NULL);
    check_only(world, RECORD_COVERAGE, "dataset=test|countries=CAN;CHN|start=2010|end=2020|");
    put(world, RECORD_NOTE, "record", "E1", "kind", "correction", "reason", "a wrong rate", "date",
        "2020-01-01", NULL);
    check_only(world, RECORD_NOTE,
               "record=E1|kind=correction|reason=a wrong rate|date=2020-01-01|");
    must(store_commit(world->store, &error), &error);
}

static void test_changes(void **state) {
    struct world *world = *state;
    assert_int_equal(put(world, RECORD_PERSON, "id", "p", "name", "Leader One", "aliases", "L. One",
                         "x", "1", NULL),
                     STORE_ADDED);
    assert_int_equal(put(world, RECORD_PERSON, "id", "p", "name", "Leader One", "aliases", "L. One",
                         "x", "1", NULL),
                     STORE_UNCHANGED);
    assert_int_equal(put(world, RECORD_PERSON, "id", "p", "name", "Leader One", NULL),
                     STORE_UNCHANGED);
    check_only(world, RECORD_PERSON, "id=p|name=Leader One|aliases=L. One|x=1|");
    assert_int_equal(put(world, RECORD_PERSON, "id", "p", "wikidata", "Q7", "w", "2", NULL),
                     STORE_UPDATED);
    check_only(world, RECORD_PERSON, "id=p|name=Leader One|aliases=L. One|wikidata=Q7|w=2|x=1|");
    assert_int_equal(put(world, RECORD_PERSON, "id", "p", "aliases", "", NULL), STORE_UPDATED);
    check_only(world, RECORD_PERSON, "id=p|name=Leader One|wikidata=Q7|w=2|x=1|");
}

static void test_event_changes(void **state) {
    struct world *world = *state;
    assert_int_equal(put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title",
                         "T", "venue", "Hall", "tags", "a;b", "x", "1", NULL),
                     STORE_ADDED);
    assert_int_equal(put(world, RECORD_EVENT, "id", "E", "title", "T", NULL), STORE_UNCHANGED);
    assert_int_equal(put(world, RECORD_EVENT, "id", "E", "date", "2019", "y", "2", NULL),
                     STORE_UPDATED);
    check_only(world, RECORD_EVENT,
               "id=E|kind=meeting|date=2019|title=T|venue=Hall|tags=a;b|x=1|y=2|");
    assert_int_equal(put(world, RECORD_EVENT, "id", "E", "venue", "", "tags", "", NULL),
                     STORE_UPDATED);
    check_only(world, RECORD_EVENT, "id=E|kind=meeting|date=2019|title=T|x=1|y=2|");
}

/* A source that a row brings along joins those that are there. */
static void test_joined_sources(void **state) {
    struct world *world = *state;
    struct record row;
    struct error error = {0};
    enum store_change change;
    int field;
    put(world, RECORD_SOURCE, "id", "s1", "title", "One", NULL);
    put(world, RECORD_SOURCE, "id", "s2", "title", "Two", NULL);
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", "sources",
        "s1", NULL);
    for (int i = 0; i < 2; i++) {
        record_init(&row, RECORD_EVENT);
        record_set(&row, EVENT_ID, SLICE_OF("E"));
        record_set(&row, EVENT_SOURCES, SLICE_OF("s2"));
        row.joins = UINT64_C(1) << EVENT_SOURCES;
        must(store_put(world->store, &row, &change, &field, &error), &error);
        assert_int_equal(change, i ? STORE_UNCHANGED : STORE_UPDATED);
    }
    check_only(world, RECORD_EVENT, "id=E|kind=meeting|date=2018|title=T|sources=s1;s2|");
}

static void check_put_refused(struct world *world, enum record_type type, int wanted,
                              const char *message, ...) {
    struct record record;
    struct error error = {0};
    enum store_change change;
    int field = -1;
    va_list pairs;
    va_start(pairs, message);
    fill_record(world, &record, type, pairs);
    va_end(pairs);
    enum status status = try_put(world, &record, &change, &field, &error);
    if (status != STATUS_BAD_INPUT || field != wanted || !strstr(error.message, message))
        fail_msg("status %d, field %d: %s", (int)status, field, error.message);
}

static void test_refused(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", NULL);
    check_put_refused(world, RECORD_CLAIM, CLAIM_EVENT, "there is no event \"F\"", "event", "F",
                      "source", "s", "field", "rate", "value", "1", NULL);
    check_put_refused(world, RECORD_LINK, LINK_TO, "there is no event \"F\"", "from", "E",
                      "relation", "ends", "to", "F", NULL);
    check_put_refused(world, RECORD_LINK, LINK_FROM, "there is no event \"F\"", "from", "F",
                      "relation", "ends", "to", "E", NULL);
    check_put_refused(world, RECORD_PARTY, PARTY_EVENT, "there is no event \"F\"", "event", "F",
                      "type", "person", "id", "p", NULL);
    check_put_refused(world, RECORD_EVENT, EVENT_KIND, "kind", "id", "F", "date", "2018", NULL);
    check_put_refused(world, RECORD_EVENT, EVENT_DATE, "date", "id", "F", "kind", "meeting", NULL);
    check_put_refused(world, RECORD_EVENT, EVENT_END, "before", "id", "E", "end", "2017", NULL);
    check_put_refused(world, RECORD_PERSON, PERSON_NAME, "name", "id", "p", "country", "CAN", NULL);
    check_put_refused(world, RECORD_TERM, TERM_END, "before it starts", "person", "p", "country",
                      "CAN", "office", "a", "start", "2018", "end", "2017", NULL);
    check_only(world, RECORD_EVENT, "id=E|kind=meeting|date=2018|title=T|");
}

/* Two notes that differ in their day only are two. */
static void test_note_key(void **state) {
    struct world *world = *state;
    struct record *notes;
    size_t count;
    struct error error = {0};
    for (int i = 0; i < 2; i++)
        assert_int_equal(put(world, RECORD_NOTE, "record", "E", "kind", "accepted", "reason",
                             "known", "date", i ? "2021" : "2020", NULL),
                         STORE_ADDED);
    assert_int_equal(
        put(world, RECORD_NOTE, "record", "E", "kind", "accepted", "reason", "known", NULL),
        STORE_ADDED);
    must(
        store_list(world->store, RECORD_NOTE, SLICE_OF("E"), &world->arena, &notes, &count, &error),
        &error);
    assert_int_equal(count, 3);
}

static void test_extra_names(void **state) {
    struct world *world = *state;
    struct slice_list names;
    struct error error = {0};
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", "b", "1",
        "a", "1", NULL);
    put(world, RECORD_EVENT, "id", "F", "kind", "meeting", "date", "2018", "title", "T", "b", "1",
        NULL);
    put(world, RECORD_EVENT, "id", "E", "title", "U", "b", "2", NULL);
    must(store_list_extras(world->store, RECORD_EVENT, &world->arena, &names, &error), &error);
    assert_int_equal(names.count, 2);
    check_text(names.items[0], "a");
    check_text(names.items[1], "b");
    must(store_list_extras(world->store, RECORD_PERSON, &world->arena, &names, &error), &error);
    assert_int_equal(names.count, 0);
}

static void test_dossier(void **state) {
    struct world *world = *state;
    struct slice json;
    enum store_change change;
    struct error error = {0};
    must(store_get_dossier(world->store, &world->arena, &json, &error), &error);
    assert_true(slice_is_empty(json));
    static const enum store_change wanted[] = {STORE_ADDED, STORE_UNCHANGED, STORE_UPDATED};
    for (int i = 0; i < 3; i++) {
        must(store_put_dossier(world->store, slice_from(i < 2 ? "{\"title\":\"A\"}" : "{}"),
                               &change, &error),
             &error);
        assert_int_equal(change, wanted[i]);
    }
    must(store_get_dossier(world->store, &world->arena, &json, &error), &error);
    check_text(json, "{}");
}

/* ---- parties --------------------------------------------------------------------------------- */

static void test_parties(void **state) {
    struct world *world = *state;
    put(world, RECORD_PERSON, "id", "p", "name", "Leader One", NULL);
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T",
        "countries", "CAN;CHN", "people", "p:speaker", NULL);
    assert_int_equal(put(world, RECORD_PARTY, "event", "E", "type", "person", "id", "p", "role",
                         "speaker", "for", "CAN", "as", "special envoy", NULL),
                     STORE_ADDED);
    check_only(world, RECORD_PARTY,
               "event=E|type=person|id=p|role=speaker|for=CAN|as=special envoy|");
    assert_int_equal(put(world, RECORD_PARTY, "event", "E", "type", "person", "id", "p", "role",
                         "speaker", "for", "CAN", "as", "special envoy", NULL),
                     STORE_UNCHANGED);
    assert_int_equal(put(world, RECORD_PARTY, "event", "E", "type", "person", "id", "p", "role",
                         "speaker", "as", "", NULL),
                     STORE_UPDATED);
    check_only(world, RECORD_PARTY, "event=E|type=person|id=p|role=speaker|for=CAN|");
    /* A row may give a role to who has none, and add who is not there. */
    put(world, RECORD_PARTY, "event", "E", "type", "country", "id", "CHN", "role", "host", NULL);
    put(world, RECORD_PARTY, "event", "E", "type", "country", "id", "FRA", "role", "visitor", NULL);
    struct stored_event event = get_event(world, "E");
    check_field(&event.event, "countries", "CAN;CHN:host;FRA:visitor");
    /* The row of events.csv says nothing of `for`, so it stays as long as the party does. */
    put(world, RECORD_EVENT, "id", "E", "people", "p:speaker", "title", "U", NULL);
    check_only(world, RECORD_PARTY, "event=E|type=person|id=p|role=speaker|for=CAN|");
}

/* ---- names ----------------------------------------------------------------------------------- */

static size_t find_names_on(struct world *world, enum record_type type, const char *name, int64_t first, int64_t last,
                            struct slice *ids) {
    struct lookup lookup = store_lookup(world->store);
    struct slice key;
    struct error error = {0};
    size_t count = 0;
    assert_true(utf8_fold(&world->arena, slice_from(name), &key));
    must(lookup.find(lookup.context, type, &world->arena, slice_from(name), key, first, last, ids, 4, &count,
                     &error),
         &error);
    return count;
}

static size_t find_names(struct world *world, enum record_type type, const char *name,
                         struct slice *ids) {
    return find_names_on(world, type, name, DAY_MIN, DAY_MAX, ids);
}

static void test_names(void **state) {
    struct world *world = *state;
    struct slice ids[4];
    put(world, RECORD_PERSON, "id", "p1", "name",
        "L\xC3\xA9"
        "ader One",
        "aliases", "The First;One, Leader", NULL);
    put(world, RECORD_PERSON, "id", "p2", "name", "Leader Two", "aliases", "The First", NULL);
    put(world, RECORD_COUNTRY, "id", "X-ALAND", "name", "Aland-Test", "aliases",
        "Old Aland@1950/1990", NULL);
    put(world, RECORD_SOURCE, "id", "s", "title", "Paper", "url", "https://a.example/1", NULL);
    assert_int_equal(find_names(world, RECORD_PERSON, "leader one", ids), 1);
    check_text(ids[0], "p1");
    assert_int_equal(find_names(world, RECORD_PERSON, "p2", ids), 1);
    assert_int_equal(find_names(world, RECORD_PERSON, "the first", ids), 2);
    assert_int_equal(find_names(world, RECORD_PERSON, "nobody", ids), 0);
    assert_int_equal(find_names(world, RECORD_COUNTRY, "old aland", ids), 1);
    /* The alias held from 1950-01-01 to before 1990-01-01, that is days -7305 to 7304; the name always does. */
    assert_int_equal(find_names_on(world, RECORD_COUNTRY, "old aland", -7305, -7305, ids), 1);
    assert_int_equal(find_names_on(world, RECORD_COUNTRY, "old aland", 7304, 7304, ids), 1);
    assert_int_equal(find_names_on(world, RECORD_COUNTRY, "old aland", 7305, 9000, ids), 0);
    assert_int_equal(find_names_on(world, RECORD_COUNTRY, "old aland", -9000, -7306, ids), 0);
    assert_int_equal(find_names_on(world, RECORD_COUNTRY, "aland-test", 9000, 9000, ids), 1);
    assert_int_equal(find_names(world, RECORD_ORGANIZATION, "leader one", ids), 0);
    assert_int_equal(find_names(world, RECORD_SOURCE, "https://a.example/1", ids), 1);
    check_text(ids[0], "s");
    /* A name that was taken away finds nothing any more. */
    put(world, RECORD_PERSON, "id", "p1", "name", "Leader 1", "aliases", "", NULL);
    assert_int_equal(find_names(world, RECORD_PERSON, "leader one", ids), 0);
    assert_int_equal(find_names(world, RECORD_PERSON, "the first", ids), 1);
    check_text(ids[0], "p2");
}

/* ---- what is derived ------------------------------------------------------------------------- */

static void settle(struct world *world) {
    struct error error = {0};
    must(store_settle(world->store, &error), &error);
}

static void check_end(struct world *world, const char *id, enum end_state state, const char *min,
                      const char *max, const char *by) {
    struct event_times times = get_event(world, id).times;
    struct slice ended_by;
    struct error error = {0};
    char text[EDTF_DAY_SIZE];
    assert_int_equal(times.end_state, state);
    edtf_format_day(times.end_min, text);
    assert_string_equal(text, min);
    edtf_format_day(times.end_max, text);
    assert_string_equal(text, max);
    must(store_ended_by(world->store, slice_from(id), &world->arena, &ended_by, &error), &error);
    check_text(ended_by, by);
}

static void test_derived_end(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "S", "kind", "sanction", "date", "2018-01-10", "title",
        "Standing", NULL);
    put(world, RECORD_EVENT, "id", "A", "kind", "statement", "date", "2019-03?", "title", "Ends it",
        NULL);
    put(world, RECORD_EVENT, "id", "B", "kind", "statement", "date", "2018-12-01", "title",
        "Ends it too", NULL);
    check_end(world, "S", END_UNKNOWN, "2018-01-10", "inf", "");
    put(world, RECORD_LINK, "from", "A", "relation", "ends", "to", "S", NULL);
    settle(world);
    check_end(world, "S", END_DERIVED, "2019-03-01", "2019-03-31", "A");
    assert_true(get_event(world, "S").times.end_marked);
    put(world, RECORD_LINK, "from", "B", "relation", "ends", "to", "S", NULL);
    settle(world);
    check_end(world, "S", END_DERIVED, "2018-12-01", "2018-12-01", "B");
    assert_false(get_event(world, "S").times.end_marked);
    put(world, RECORD_EVENT, "id", "B", "status", "cancelled", NULL);
    settle(world);
    check_end(world, "S", END_DERIVED, "2019-03-01", "2019-03-31", "A");
    put(world, RECORD_EVENT, "id", "A", "date", "2020", NULL);
    settle(world);
    check_end(world, "S", END_DERIVED, "2020-01-01", "2020-12-31", "A");
    put(world, RECORD_EVENT, "id", "S", "end", "2018-02-01", NULL);
    settle(world);
    assert_int_equal(get_event(world, "S").times.end_state, END_GIVEN);
    put(world, RECORD_EVENT, "id", "S", "end", "", NULL);
    put(world, RECORD_EVENT, "id", "A", "status", "denied", NULL);
    settle(world);
    check_end(world, "S", END_UNKNOWN, "2018-01-10", "inf", "");
}

/* What ends a measure in a year in which it also began ends it not before it began. */
static void test_derived_end_is_clamped(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "S", "kind", "sanction", "date", "2018-06-10", "title",
        "Standing", NULL);
    put(world, RECORD_EVENT, "id", "A", "kind", "statement", "date", "2018", "title", "Ends it",
        NULL);
    put(world, RECORD_LINK, "from", "A", "relation", "ends", "to", "S", NULL);
    settle(world);
    check_end(world, "S", END_DERIVED, "2018-06-10", "2018-12-31", "A");
}

static void check_through(struct world *world, const char *wanted) {
    settle(world);
    check_text(get_event(world, "E").through, wanted);
}

static void test_through(void **state) {
    struct world *world = *state;
    put(world, RECORD_PERSON, "id", "p", "name", "Leader One", NULL);
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018-05-05", "title", "T",
        "countries", "CHN", "people", "p", NULL);
    check_through(world, "");
    put(world, RECORD_TERM, "person", "p", "country", "CAN", "office", "head_of_state", "start",
        "2019", NULL);
    check_through(world, "");
    put(world, RECORD_TERM, "person", "p", "country", "FRA", "office", "ambassador", "start",
        "2017", "end", "2018-05-06", NULL);
    check_through(world, "FRA");
    put(world, RECORD_TERM, "person", "p", "country", "FRA", "office", "ambassador", "start",
        "2017", "end", "2018-05-05", NULL);
    check_through(world, "");
    put(world, RECORD_PARTY, "event", "E", "type", "person", "id", "p", "for", "USA", NULL);
    check_through(world, "USA");
    /* Who is a party itself is none through a person; who only lends the ground still may be. */
    put(world, RECORD_EVENT, "id", "E", "countries", "CHN;USA", NULL);
    check_through(world, "");
    put(world, RECORD_EVENT, "id", "E", "countries", "CHN;USA:venue", NULL);
    check_through(world, "USA");
    put(world, RECORD_EVENT, "id", "E", "people", "p:venue", NULL);
    check_through(world, "");
}

static bool is_disputed(struct world *world) {
    settle(world);
    return get_event(world, "E").disputed;
}

static void test_disputed(void **state) {
    struct world *world = *state;
    put(world, RECORD_SOURCE, "id", "s", "title", "Paper", NULL);
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T", "status",
        "disputed", NULL);
    assert_true(is_disputed(world));
    put(world, RECORD_EVENT, "id", "E", "status", "", NULL);
    assert_false(is_disputed(world));
    put(world, RECORD_CLAIM, "event", "E", "source", "s", "field", "date", "value", "2019", NULL);
    assert_false(is_disputed(world));
    put(world, RECORD_CLAIM, "event", "E", "source", "s", "field", "date", "value", "2019",
        "stance", "denies", NULL);
    assert_true(is_disputed(world));
}

/* ---- sql ------------------------------------------------------------------------------------- */

static enum status begin_rows(void *context, const char *const *columns, size_t count,
                              struct error *error) {
    (void)context;
    (void)columns;
    (void)count;
    (void)error;
    return STATUS_OK;
}

static enum status count_row(void *context, const struct slice *values, const bool *is_number,
                             size_t count, struct error *error) {
    (void)values;
    (void)is_number;
    (void)count;
    (void)error;
    ++*(int *)context;
    return STATUS_OK;
}

/* The views and the functions that they stand on can be read; nothing else can be done. */
static void test_sql(void **state) {
    struct world *world = *state;
    static const struct {
        const char *sql;
        int rows; /* -1: refused */
    } rows[] = {
        {"SELECT * FROM v_event", 1},
        {"SELECT * FROM v_party", 2},
        {"SELECT value FROM json_each('[1,2,3]')", 3},
        {"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 4) "
         "SELECT i FROM n;",
         4},
        {"DELETE FROM event", -1},
        {"UPDATE sqlite_master SET sql = ''", -1},
        {"CREATE TABLE other (a)", -1},
        {"ATTACH 'other.db' AS other", -1},
        {"PRAGMA writable_schema = 1", -1},
        {"VACUUM INTO 'other.db'", -1},
        {"SELECT 1; SELECT 2", -1},
        {"SELECT load_extension('x')", -1},
        {"SELEC 1", -1},
        {"", -1},
    };
    put(world, RECORD_EVENT, "id", "E", "kind", "meeting", "date", "2018", "title", "T",
        "countries", "CAN;CHN:host", NULL);
    world_commit(world);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        int count = 0;
        struct store_sql_visitor visitor = {&count, begin_rows, count_row};
        struct error error = {0};
        enum status status = store_sql(world->store, rows[i].sql, &visitor, &error);
        bool refused = rows[i].rows < 0;
        if (status != (refused ? STATUS_USAGE : STATUS_OK) || (!refused && count != rows[i].rows) ||
            (refused && !error.remedy[0]))
            fail_msg("%s: status %d, %d rows: %s", rows[i].sql, (int)status, count, error.message);
    }
}

/* ---- coverage -------------------------------------------------------------------------------- */

static void test_covers(void **state) {
    struct world *world = *state;
    struct query query;
    struct slice can = SLICE_OF("CAN"), kind = SLICE_OF("tariff.steel");
    struct error error = {0};
    bool covered = true;
    put(world, RECORD_COVERAGE, "dataset", "test", "countries", "CAN;CHN", "kinds", "tariff",
        "start", "2018", "end", "2019", NULL);
    query_init(&query);
    query.has_range = true;
    query.from = 17532; /* 2018-01-01 */
    query.to = 18261;   /* 2019-12-31 */
    query.has_pair = true;
    query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CHN")};
    query.pair[1] = (struct query_actor){RECORD_COUNTRY, can};
    query.kinds = (struct slice_list){&kind, 1};
    must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
    assert_true(covered);
    query.to++;
    must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
    assert_false(covered);
    query.to--;
    query.kinds.count = 0;
    must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
    assert_false(covered);
    query.kinds.count = 1;
    query.has_pair = false;
    query.countries = (struct slice_list){&can, 1};
    must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
    assert_false(covered);
}

/* A filter that no claim speaks of leaves the question uncovered; a product only where nothing has it. */
static void test_not_coverable(void **state) {
    struct world *world = *state;
    struct slice tariff = SLICE_OF("tariff"), value = SLICE_OF("Steel");
    put(world, RECORD_COVERAGE, "dataset", "test", "countries", "CAN;CHN", "kinds", "tariff", NULL);
    put(world, RECORD_EVENT, "id", "E", "kind", "tariff", "date", "2018", "title", "T", "product", "steel rods", NULL);
    struct error fault = {0};
    must(store_settle(world->store, &fault), &fault);
    static const size_t filters[] = {
        offsetof(struct query, products), offsetof(struct query, tags), offsetof(struct query, places),
        offsetof(struct query, texts), offsetof(struct query, codes), offsetof(struct query, sources),
        offsetof(struct query, people), offsetof(struct query, organizations), offsetof(struct query, roles)};
    for (size_t i = 0; i < LENGTH(filters); i++) {
        struct query query;
        struct error error = {0};
        bool covered;
        query_init(&query);
        query.has_pair = true;
        query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CHN")};
        query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CAN")};
        query.kinds = (struct slice_list){&tariff, 1};
        *(struct slice_list *)((char *)&query + filters[i]) = (struct slice_list){&value, 1};
        must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
        assert_int_equal(covered, filters[i] == offsetof(struct query, products));
        value = i == 0 ? SLICE_OF("Stone") : value;
        must(store_covers(world->store, &query, &world->arena, &covered, &error), &error);
        assert_false(covered);
    }
}

/* One country of a claim about one, both of a claim about several, any where it names none. */
static void test_bearing(void **state) {
    struct world *world = *state;
    static const struct {
        const char *first, *second;
        size_t count;
    } rows[] = {{"CAN", "CHN", 4}, {"CAN", "USA", 2}, {"USA", "FRA", 1}, {"CHN", "FRA", 2}, {"CAN", "", 3}, {"", "", 4}};
    put(world, RECORD_COVERAGE, "dataset", "a", "countries", "CAN;CHN", "kinds", "tariff", NULL);
    put(world, RECORD_COVERAGE, "dataset", "b", "countries", "CAN", "kinds", "tariff", NULL);
    put(world, RECORD_COVERAGE, "dataset", "c", "countries", "CHN", "kinds", "tariff", NULL);
    put(world, RECORD_COVERAGE, "dataset", "d", "countries", "", "kinds", "vote", NULL);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct query query;
        struct record *records;
        struct error error = {0};
        size_t count;
        struct slice country = slice_from(rows[i].first);
        query_init(&query);
        query.has_pair = rows[i].second[0] != '\0';
        query.pair[0] = (struct query_actor){RECORD_COUNTRY, country};
        query.pair[1] = (struct query_actor){RECORD_COUNTRY, slice_from(rows[i].second)};
        if (!query.has_pair && country.size) query.countries = (struct slice_list){&country, 1};
        must(store_list_bearing(world->store, &query, &world->arena, &records, &count, &error), &error);
        assert_int_equal(count, rows[i].count);
    }
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open_missing),
        cmocka_unit_test(test_open_foreign),
        cmocka_unit_test(test_open_newer),
        cmocka_unit_test(test_open_damaged),
        cmocka_unit_test(test_read_only),
        WITH_WORLD(test_close_rolls_back),
        WITH_WORLD(test_every_record),
        WITH_WORLD(test_changes),
        WITH_WORLD(test_event_changes),
        WITH_WORLD(test_joined_sources),
        WITH_WORLD(test_refused),
        WITH_WORLD(test_note_key),
        WITH_WORLD(test_extra_names),
        WITH_WORLD(test_dossier),
        WITH_WORLD(test_parties),
        WITH_WORLD(test_names),
        WITH_WORLD(test_derived_end),
        WITH_WORLD(test_derived_end_is_clamped),
        WITH_WORLD(test_through),
        WITH_WORLD(test_disputed),
        WITH_WORLD(test_sql),
        WITH_WORLD(test_covers), WITH_WORLD(test_not_coverable), WITH_WORLD(test_bearing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
