/* The postings and spans in the file agree with the events: a checker works out from all events
 * which there must be, and compares after random puts and updates, commits and rollbacks. */
#include "store_fixture.h"

#include <sqlite3.h>
#include "../../core/base/cell.h"

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

/* Lines of text, sorted and compared. */
struct lines {
    struct arena arena;
    struct slice_list list;
};

__attribute__((format(printf, 2, 3))) static void add_line(struct lines *lines, const char *format,
                                                           ...) {
    char text[300];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct slice copy;
    assert_true(arena_copy(&lines->arena, slice_from(text), &copy) &&
                arena_append(&lines->arena, &lines->list, copy));
}

static int compare_slices(const void *a, const void *b) {
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static void sort_lines(struct lines *lines) {
    size_t kept = 0;
    struct slice *items = lines->list.items;
    if (lines->list.count) qsort(items, lines->list.count, sizeof *items, compare_slices);
    for (size_t i = 0; i < lines->list.count; i++)
        if (kept == 0 || !slice_equals(items[kept - 1], items[i])) items[kept++] = items[i];
    lines->list.count = kept;
}

static int class_of(int64_t first, int64_t last) {
    uint64_t width = (uint64_t)last - (uint64_t)first + 1, most = 1;
    if (first == DAY_MIN || last == DAY_MAX) return 13;
    for (int class = 0; class < 13; class ++, most *= 4)
        if (width <= most) return class;
    return 13;
}

/* ---- what there must be ---------------------------------------------------------------------- */

struct posted {
    struct lines *lines;
    const struct stored_event *event;
    long long key;
};

static void expect(const struct posted *posted, const char *type, const char *name) {
    const struct event_times *times = &posted->event->times;
    int64_t last = times->end_max;
    if (times->duration == KIND_STANDING && last != DAY_MAX) last--;
    if (last < times->start_max) last = times->start_max;
    add_line(posted->lines, "start %s %s %d %lld %lld", type, name,
             class_of(times->start_min, times->start_max), (long long)times->start_min,
             posted->key);
    if (last > times->start_max)
        add_line(posted->lines, "span %s %s %d %lld %lld", type, name,
                 class_of(times->start_min, last), (long long)times->start_min, posted->key);
}

static void expect_cell(struct posted *posted, const char *type, int field) {
    struct slice_list items;
    char name[80];
    assert_true(
        cell_parse_list(&posted->lines->arena, record_get(&posted->event->event, field), &items));
    for (size_t i = 0; i < items.count; i++) {
        struct slice item = items.items[i];
        if (field == EVENT_COUNTRIES || field == EVENT_ORGANIZATIONS || field == EVENT_PEOPLE)
            item = slice_part(item, 0, slice_find(item, ':'));
        snprintf(name, sizeof name, "%.*s", (int)item.size, item.data);
        expect(posted, type, name);
    }
}

static void expect_pairs(struct posted *posted) {
    struct slice ids[40];
    char name[80];
    size_t count = 0;
    const struct slice cells[] = {record_get(&posted->event->event, EVENT_COUNTRIES),
                                  record_get(&posted->event->event, EVENT_ORGANIZATIONS),
                                  posted->event->through};
    for (size_t c = 0; c < 3; c++) {
        struct slice_list items;
        assert_true(cell_parse_list(&posted->lines->arena, cells[c], &items));
        for (size_t i = 0; i < items.count; i++) {
            size_t colon = slice_find(items.items[i], ':');
            struct slice id = slice_part(items.items[i], 0, colon);
            bool known = slice_equals(slice_part(items.items[i], colon, items.items[i].size),
                                      SLICE_OF(":venue"));
            for (size_t j = 0; j < count; j++) known = known || slice_equals(ids[j], id);
            if (!known) ids[count++] = id;
        }
    }
    qsort(ids, count, sizeof *ids, compare_slices);
    for (size_t i = 0; count <= 8 && i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            snprintf(name, sizeof name, "%.*s,%.*s", (int)ids[i].size, ids[i].data,
                     (int)ids[j].size, ids[j].data);
            expect(posted, "pair", name);
        }
}

static enum status expect_event(void *context, struct stored_event *event, struct error *error) {
    struct posted posted = {context, event, (long long)event->key};
    struct slice_list through;
    char name[80];
    (void)error;
    static const struct {
        const char *type;
        int field;
    } cells[] = {{"country", EVENT_COUNTRIES}, {"organization", EVENT_ORGANIZATIONS},
                 {"person", EVENT_PEOPLE},     {"tag", EVENT_TAGS},
                 {"place", EVENT_PLACE},       {"product", EVENT_PRODUCT},
                 {"source", EVENT_SOURCES},    {"kind", EVENT_KIND},
                 {"status", EVENT_STATUS},     {"code", EVENT_CODE}};
    expect(&posted, "all", "");
    for (size_t i = 0; i < LENGTH(cells); i++) expect_cell(&posted, cells[i].type, cells[i].field);
    assert_true(cell_parse_list(&posted.lines->arena, event->through, &through));
    for (size_t i = 0; i < through.count; i++) {
        snprintf(name, sizeof name, "%.*s", (int)through.items[i].size, through.items[i].data);
        expect(&posted, "country", name);
    }
    if (event->disputed) expect(&posted, "disputed", "yes");
    expect_pairs(&posted);
    return STATUS_OK;
}

/* ---- what there is --------------------------------------------------------------------------- */

static void read_lines(sqlite3 *file, const char *sql, struct lines *lines) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(file, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(file));
    while (sqlite3_step(statement) == SQLITE_ROW)
        add_line(lines, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
}

static int64_t read_number(sqlite3 *file, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(file, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(file));
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

/* The postings in the file against those that follow from the events themselves. */
static void check_postings(struct world *world) {
    struct lines wanted = {.list = {NULL, 0}}, found = {.list = {NULL, 0}};
    struct query all;
    struct error error = {0};
    sqlite3 *file;
    arena_init(&wanted.arena);
    arena_init(&found.arena);
    query_init(&all);
    must(store_ask(world->store, &all, MATCH_NONE, expect_event, &wanted, &error), &error);
    assert_int_equal(sqlite3_open_v2(world->path, &file, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    read_lines(file,
               "SELECT 'start '||f.type||' '||f.name||' '||p.class||' '||p.day||' '||p.event FROM "
               "posting p JOIN "
               "facet f USING (facet)",
               &found);
    read_lines(file,
               "SELECT 'span '||f.type||' '||f.name||' '||p.class||' '||p.day||' '||p.event FROM "
               "span p JOIN facet f "
               "USING (facet)",
               &found);
    sort_lines(&wanted);
    sort_lines(&found);
    for (size_t i = 0; i < wanted.list.count || i < found.list.count; i++) {
        struct slice a = i < wanted.list.count ? wanted.list.items[i] : SLICE_OF("nothing");
        struct slice b = i < found.list.count ? found.list.items[i] : SLICE_OF("nothing");
        if (!slice_equals(a, b))
            fail_msg("%.*s instead of %.*s", (int)b.size, b.data, (int)a.size, a.data);
    }
    assert_int_equal(
        read_number(
            file,
            "SELECT count(*) FROM facet f WHERE uses <> (SELECT count(*) FROM posting p WHERE "
            "p.facet = f.facet) AND type NOT IN ('precision', 'sourcing', 'undated')"),
        0);
    assert_int_equal(
        read_number(
            file,
            "SELECT count(*) FROM event e WHERE has_detail <> (SELECT count(*) FROM event_detail "
            "d WHERE d.event = e.event)"),
        0);
    assert_int_equal(read_number(file, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    sqlite3_close(file);
    arena_free(&wanted.arena);
    arena_free(&found.arena);
}

/* ---- random puts ----------------------------------------------------------------------------- */

static const char *one_of(uint64_t *seed, const char *const *words, size_t count) {
    return words[pick(seed, (int)count)];
}
#define ONE_OF(seed, words) one_of(seed, words, LENGTH(words))

static void put_random_event(struct world *world, uint64_t *seed) {
    static const char *const kinds[] = {"meeting", "visit.state", "tariff", "sanction.arms"};
    static const char *const dates[] = {"2018",
                                        "2018-02",
                                        "2018-02-03",
                                        "201X",
                                        "2018/2019-05",
                                        "[..2018]",
                                        "-0044",
                                        "2018-02?",
                                        "2018/..",
                                        "2018/",
                                        "[2018-01-01,2019-02-02]",
                                        "Y170000002"};
    static const char *const ends[] = {"", "", "", "Y170000003", ".."};
    static const char *const countries[] = {"",
                                            "CAN;CHN",
                                            "CAN:host;CAN:visitor;USA",
                                            "CHN:venue;CAN",
                                            "CAN;CHN;USA;FRA;DEU;JPN;IND;BRA;KEN",
                                            "USA:target"};
    static const char *const people[] = {"", "p0", "p0;p1:speaker", "p2:venue"};
    static const char *const tags[] = {"", "Trade;trade", "caf\xC3\xA9"};
    static const char *const statuses[] = {"", "confirmed", "disputed", "cancelled"};
    static const char *const products[] = {"", "canola;Canola Oil"};
    static const char *const sources[] = {"", "s0", "s0;s1"};
    static const char *const organizations[] = {"", "T-U", "T-U:host;T-F"};
    char id[32];
    snprintf(id, sizeof id, "E%d", pick(seed, 25));
    put(world, RECORD_EVENT, "id", id, "kind", ONE_OF(seed, kinds), "date", ONE_OF(seed, dates),
        "end", ONE_OF(seed, ends), "title", "T", "countries", ONE_OF(seed, countries), "people",
        ONE_OF(seed, people), "tags", ONE_OF(seed, tags), "status", ONE_OF(seed, statuses),
        "product", ONE_OF(seed, products), "sources", ONE_OF(seed, sources), "organizations",
        ONE_OF(seed, organizations), "code", pick(seed, 2) ? "010" : "", "place",
        pick(seed, 2) ? "Testville" : "", NULL);
}

static bool has_event(struct world *world, const char *id) {
    struct stored_event event;
    struct error error = {0};
    bool found = false;
    must(store_find_event(world->store, slice_from(id), &world->arena, &event, &found, &error),
         &error);
    return found;
}

static void put_random_other(struct world *world, uint64_t *seed) {
    static const char *const countries[] = {"CAN", "FRA", "T-U"};
    static const char *const starts[] = {"2010", "2017-05", "2018-06-01"};
    static const char *const stances[] = {"", "disputes", "denies"};
    char id[32], other[32], person[32];
    snprintf(id, sizeof id, "E%d", pick(seed, 25));
    snprintf(other, sizeof other, "E%d", pick(seed, 25));
    snprintf(person, sizeof person, "p%d", pick(seed, 3));
    int what = pick(seed, 4);
    if (what == 0)
        put(world, RECORD_TERM, "person", person, "country", ONE_OF(seed, countries), "office",
            "ambassador", "start", ONE_OF(seed, starts), "end", pick(seed, 2) ? "2019" : "", NULL);
    else if (!has_event(world, id)) return;
    else if (what == 1)
        put(world, RECORD_CLAIM, "event", id, "source", "s0", "field", "place", "value", "x",
            "stance", ONE_OF(seed, stances), NULL);
    else if (what == 2)
        put(world, RECORD_PARTY, "event", id, "type", "person", "id", person, "for",
            pick(seed, 2) ? "USA" : "", NULL);
    else if (has_event(world, other) && strcmp(id, other) != 0)
        put(world, RECORD_LINK, "from", id, "relation", "ends", "to", other, NULL);
}

static void put_names(struct world *world) {
    char id[32];
    for (int i = 0; i < 3; i++) {
        snprintf(id, sizeof id, "p%d", i);
        put(world, RECORD_PERSON, "id", id, "name", id, NULL);
        snprintf(id, sizeof id, "s%d", i);
        put(world, RECORD_SOURCE, "id", id, "title", id, NULL);
    }
}

static void test_postings(void **state) {
    struct world *world = *state;
    uint64_t seed = 0xFACE7;
    put_names(world);
    world_commit(world);
    for (int round = 0; round < 40; round++) {
        world_begin(world);
        int puts = 1 + pick(&seed, 12);
        for (int i = 0; i < puts; i++)
            if (pick(&seed, 2)) put_random_event(world, &seed);
            else put_random_other(world, &seed);
        if (pick(&seed, 6) == 0) store_rollback(world->store);
        else world_commit(world);
        check_postings(world);
    }
}

/* More facets than the cache of a write holds. */
static void test_many_facets(void **state) {
    struct world *world = *state;
    char id[32], tag[32];
    for (int i = 0; i < 10000; i++) {
        snprintf(id, sizeof id, "E%d", i);
        snprintf(tag, sizeof tag, "tag %d", i);
        put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", "2018", "title", "T", "tags",
            tag, NULL);
    }
    world_commit(world);
    check_postings(world);
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_postings),
        WITH_WORLD(test_many_facets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
