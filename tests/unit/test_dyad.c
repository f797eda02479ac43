/* Dyads against a count of our own on random worlds, and against the series of the same pair; codes by period; who exists;
 * where nothing is known. */
#include "../property/oracle_world.h"

#include "../../core/ask/dyad.h"

/* ---- asking ------------------------------------------------------------------------------------------------------ */

enum { ROWS_MAX = 80000 };
struct row {
    struct answer_dyad dyad;
    char id[2][24], cow[2][8], gw[2][8];
};
static struct row *rows;
static size_t row_count;
static struct dyad_counts counts;
static bool few; /* only rows of a few states are kept */

static void keep(char *to, size_t size, struct slice text) { snprintf(to, size, "%.*s", (int)text.size, text.size ? text.data : ""); }

static int64_t told;

static bool is_one_of_few(struct slice id) {
    return slice_is(id, "CAN") || slice_is(id, "CHN") || slice_is(id, "USA") || slice_is(id, "KEN");
}

static enum status log_row(void *context, const struct answer_dyad *dyad, struct error *error) {
    (void)context, (void)error;
    told++;
    if (few && !(is_one_of_few(dyad->sides[0]->id) && is_one_of_few(dyad->sides[1]->id))) return STATUS_OK;
    assert_true(row_count < ROWS_MAX);
    struct row *row = &rows[row_count++];
    row->dyad = *dyad;
    for (int side = 0; side < 2; side++) {
        keep(row->id[side], sizeof row->id[side], dyad->sides[side]->id);
        keep(row->cow[side], sizeof row->cow[side], dyad->sides[side]->cow);
        keep(row->gw[side], sizeof row->gw[side], dyad->sides[side]->gw);
        assert_true(dyad->sides[side]->name.size > 0);
    }
    return STATUS_OK;
}

static enum status try_ask(struct world *world, const struct dyad_request *request, struct error *error) {
    struct asker asker;
    row_count = 0;
    told = 0;
    ask_begin(&asker, world->store, ASK_NAMES);
    enum status status = ask_dyads(&asker, request, log_row, NULL, &counts, error);
    ask_end(&asker);
    return status;
}

static void ask(struct world *world, const struct dyad_request *request) {
    struct error error = {0};
    must(try_ask(world, request, &error), &error);
    assert_int_equal(counts.rows, told);
    for (size_t i = 1; i < row_count; i++) { /* by period, then by both ids */
        const struct row *a = &rows[i - 1], *b = &rows[i];
        int order = a->dyad.period != b->dyad.period ? (a->dyad.period < b->dyad.period ? -1 : 1) : strcmp(a->id[0], b->id[0]);
        if (order == 0) order = strcmp(a->id[1], b->id[1]);
        assert_true(order < 0);
    }
}

static const struct row *find_row(int64_t period, const char *one, const char *other) {
    for (size_t i = 0; i < row_count; i++)
        if (rows[i].dyad.period == period && strcmp(rows[i].id[0], one) == 0 && strcmp(rows[i].id[1], other) == 0)
            return &rows[i];
    return NULL;
}

static size_t family_of(const char *path) {
    for (size_t i = 0; i < dyad_family_count(); i++)
        if (strcmp(dyad_family_at(i)->path, path) == 0) return i;
    fail_msg("no family %s", path);
    return 0;
}

/* ---- a count of our own ------------------------------------------------------------------------------------------ */

static const char *const pairs[][2] = {{"CAN", "CHN"}, {"CAN", "USA"}, {"CHN", "USA"}, {"CAN", "KEN"}, {"KEN", "USA"}};
/* Coverage in these worlds lists no other kinds; "visit" stands for all that it does not list. */
static const char *const some_kinds[] = {"meeting", "tariff", "aid", "statement", "visit"};

struct oracle {
    int64_t first, last;
    int64_t events, disputed, families[LENGTH(some_kinds)];
    double weight, positive, negative;
};

static enum status judge(void *context, struct stored_event *event, struct error *error) {
    struct oracle *oracle = context;
    double weight;
    (void)error;
    if (event->times.start_min < oracle->first || event->times.start_max > oracle->last) return STATUS_OK;
    struct slice kind = record_get(&event->event, EVENT_KIND);
    if (!number_parse(record_get(&event->event, EVENT_INTENSITY), &weight)) weight = kind_find(kind)->weight;
    oracle->events++;
    oracle->disputed += event->disputed;
    oracle->weight += weight;
    oracle->positive += weight > 0 ? weight : 0;
    oracle->negative += weight < 0 ? weight : 0;
    for (size_t i = 0; i < LENGTH(some_kinds); i++) oracle->families[i] += kind_is_below(kind, slice_from(some_kinds[i]));
    return STATUS_OK;
}

static struct query query_of(const struct query *like, const char *const pair[2], struct slice *kind, const char *path) {
    struct query query = *like;
    query.has_pair = true;
    for (int side = 0; side < 2; side++) query.pair[side] = (struct query_actor){RECORD_COUNTRY, slice_from(pair[side])};
    *kind = slice_from(path);
    if (path) query.kinds = (struct slice_list){kind, 1};
    return query;
}

/* Of these days, how many are covered: 0 none, 1 some, 2 all. */
static int cover_days(struct world *world, const struct dyad_request *request, const struct oracle *oracle,
                      const char *const pair[2], const char *path) {
    struct slice kind;
    struct query query = query_of(request->query, pair, &kind, path);
    struct error error = {0};
    bool some = false, all = true;
    query.has_range = true;
    for (int64_t day = oracle->first; day <= oracle->last; day++) {
        struct arena arena;
        bool covered;
        arena_init(&arena);
        query.from = query.to = day;
        must(store_covers(world->store, &query, &arena, &covered, &error), &error);
        arena_free(&arena);
        covered = covered && day <= request->today;
        some = some || covered;
        all = all && covered;
    }
    return all ? 2 : some;
}

static void check_near(double a, double b) { assert_true(a - b < 1e-6 && b - a < 1e-6); }

static void check_row(struct world *world, const struct dyad_request *request, int64_t period, const char *const pair[2]) {
    struct slice kind;
    struct error error = {0};
    struct oracle oracle = {.first = series_first_day(request->by, period), .last = series_last_day(request->by, period)};
    struct query query = query_of(request->query, pair, &kind, NULL);
    bool by_kind = request->query->kinds.count > 0;
    if (oracle.first < request->query->from) oracle.first = request->query->from;
    if (oracle.last > request->query->to) oracle.last = request->query->to;
    must(store_ask(world->store, &query, MATCH_NONE, judge, &oracle, &error), &error);
    int whole = cover_days(world, request, &oracle, pair, by_kind ? "meeting" : NULL), some = whole;
    int families[LENGTH(some_kinds)];
    for (size_t i = 0; i < LENGTH(some_kinds); i++) {
        families[i] = by_kind && i > 0 ? 0 : cover_days(world, request, &oracle, pair, some_kinds[i]);
        if (!some && families[i]) some = 1;
    }
    const struct row *row = find_row(period, pair[0], pair[1]);
    assert_int_equal(row != NULL, oracle.events > 0 || some);
    if (!row) return;
    assert_int_equal(row->dyad.covered, whole == 2 ? DYAD_ALL : some ? DYAD_PART : DYAD_NONE);
    assert_int_equal(row->dyad.complete, whole == 2);
    assert_int_equal(row->dyad.events, oracle.events);
    assert_int_equal(row->dyad.disputed, oracle.disputed);
    check_near(row->dyad.weight_sum, oracle.weight);
    check_near(row->dyad.cooperation_sum, oracle.positive);
    check_near(row->dyad.conflict_sum, oracle.negative);
    for (size_t i = 0; i < LENGTH(some_kinds); i++) {
        size_t family = family_of(some_kinds[i]);
        assert_int_equal(row->dyad.families[family].events, oracle.families[i]);
        assert_int_equal(row->dyad.families[family].complete, families[i] == 2);
    }
}

static void put_coverage(struct world *world, uint64_t *seed) {
    static const char *const countries[] = {"", "CAN", "CAN;CHN", "CHN;USA", "KEN", "CAN;CHN;USA"};
    static const char *const kind_cells[] = {"", "", "meeting", "tariff;aid", "statement"};
    static const char *const starts[] = {"", "1996", "1998-05-03", "2001-02", "2003-12-31"};
    static const char *const ends[] = {"", "1999-12-31", "2001-01", "2004", "..", "2001-01-31"};
    char dataset[16];
    world_begin(world);
    for (int i = 0; i < 5; i++) {
        snprintf(dataset, sizeof dataset, "set-%d", i);
        put(world, RECORD_COVERAGE, "dataset", dataset, "countries", countries[pick(seed, 6)], "kinds",
            kind_cells[pick(seed, 5)], "start", starts[pick(seed, 5)], "end", ends[pick(seed, 6)], NULL);
    }
    world_commit(world);
}

/* ---- the series of the same pair --------------------------------------------------------------------------------- */

struct series_log {
    struct world *world;
    const struct dyad_request *request;
    const char *const *pair;
    int64_t points;
};

static enum status skip_head(void *context, const struct answer_series *head, struct error *error) {
    (void)context, (void)head, (void)error;
    return STATUS_OK;
}

/* A>B is the row of A on B, A-B stands beside in both rows. */
static enum status compare_point(void *context, const struct answer_point *point, struct error *error) {
    struct series_log *log = context;
    (void)error;
    int64_t year = 0;
    assert_true(number_parse_integer(point->period, &year));
    char way = point->direction.data[3], first[4];
    snprintf(first, sizeof first, "%.3s", point->direction.data);
    bool back = strcmp(first, log->pair[0]) != 0;
    const struct row *row = find_row(year, log->pair[back], log->pair[!back]);
    if (!row) {
        assert_true(point->value.size == 0 || point->number == 0);
        return STATUS_OK;
    }
    int64_t value = way == '-' ? row->dyad.joint : row->dyad.events;
    if (point->value.size == 0) assert_true(value == 0 && !row->dyad.complete);
    else assert_int_equal(value, (int64_t)point->number);
    log->points++;
    return STATUS_OK;
}

static int64_t compare_series(struct world *world, const struct dyad_request *request, const char *const pair[2]) {
    struct slice kind;
    struct query query = query_of(request->query, pair, &kind, NULL);
    struct series_request series = {.query = &query, .by_given = true, .by = SERIES_YEAR, .directed = true, .today = request->today};
    struct series_log log = {.world = world, .request = request, .pair = pair};
    struct series_visitor visitor = {&log, skip_head, compare_point};
    struct asker asker;
    struct error error = {0};
    ask_begin(&asker, world->store, ASK_ALL);
    must(ask_series(&asker, &series, &visitor, &error), &error);
    ask_end(&asker);
    return log.points;
}

/* ---- random worlds ----------------------------------------------------------------------------------------------- */

static void make_query(uint64_t *seed, struct query *query, struct slice *kind) {
    query_init(query);
    query->has_range = true;
    query->from = day_of(1995 + pick(seed, 3), 1 + pick(seed, 12), 1 + pick(seed, 28));
    query->to = day_of(2000 + pick(seed, 6), 1 + pick(seed, 12), 1 + pick(seed, 28));
    query->as_happened = true;
    *kind = SLICE_OF("meeting");
    if (pick(seed, 3) == 0) query->kinds = (struct slice_list){kind, 1};
}

static void check_world(struct world *world, uint64_t *seed, int64_t *known, int64_t *compared) {
    struct query query;
    struct slice kind;
    make_query(seed, &query, &kind);
    struct dyad_request request = {&query, pick(seed, 3) ? SERIES_YEAR : SERIES_MONTH, false, day_of(2003, 6, 15)};
    ask(world, &request);
    int64_t last = series_period(request.by, query.to);
    for (size_t i = 0; i < LENGTH(pairs); i++)
        for (int64_t period = series_period(request.by, query.from); period <= last; period++)
            check_row(world, &request, period, pairs[i]);
    for (size_t i = 0; i < row_count; i++) *known += rows[i].dyad.events > 0;
    request.by = SERIES_YEAR;
    request.directed = true;
    ask(world, &request);
    for (size_t i = 0; i < LENGTH(pairs); i++) *compared += compare_series(world, &request, pairs[i]);
}

static void test_random(void **state) {
    int64_t known = 0, compared = 0;
    (void)state;
    few = true;
    for (uint64_t round = 1; round <= 2; round++) {
        struct world world = {0};
        struct made_world *made = calloc(1, sizeof *made);
        uint64_t seed = round * 15485863;
        assert_non_null(made);
        world_make(&world);
        world_open(&world, STORE_CREATE);
        make_world(round, made, &world);
        put_coverage(&world, &seed);
        for (int i = 0; i < (getenv("DETENTE_TEST_SMALL") ? 1 : 2); i++) check_world(&world, &seed, &known, &compared);
        world_drop(&world);
        free(made);
    }
    few = false;
    assert_true(known > 20 && compared > 20);
}

/* ---- small worlds ------------------------------------------------------------------------------------------------ */

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

static void put_event_of(struct world *world, const char *id, const char *date, const char *countries, const char *status) {
    put(world, RECORD_EVENT, "id", id, "kind", "meeting", "date", date, "title", "T", "countries", countries, "status", status,
        NULL);
}

static void cover(struct world *world, const char *dataset, const char *countries, const char *start, const char *end) {
    put(world, RECORD_COVERAGE, "dataset", dataset, "countries", countries, "start", start, "end", end, NULL);
}

static struct dyad_request request_of(struct query *query, enum series_by by) {
    query_init(query);
    return (struct dyad_request){query, by, false, day_of(2026, 4, 10)};
}

/* All pairs are covered: the states are those of the time, each with the codes of the time. */
static void test_states(void **state) {
    static const struct {
        const char *start, *end;
        int year;
        const char *one, *other; /* a row of them */
        const char *cow, *gw;    /* of the first; NULL: there must be no such row */
    } cases[] = {
        {"1950-01-01", "1950-12-31", 1950, "SUN", "USA", "365", "365"}, {"1950-01-01", "1950-12-31", 1950, "RUS", "USA", NULL, NULL},
        {"1991-01-01", "1991-12-31", 1991, "RUS", "USA", "365", "365"}, {"1991-01-01", "1991-12-31", 1991, "RUS", "SUN", NULL, NULL},
        {"1989-01-01", "1989-12-31", 1989, "DEU", "USA", "260", "260"}, {"1989-01-01", "1989-12-31", 1989, "DDR", "DEU", "265", "265"},
        {"1990-01-01", "1990-12-31", 1990, "DEU", "USA", "255", "260"}, {"1991-01-01", "1991-12-31", 1991, "DDR", "DEU", NULL, NULL},
        {"1900-01-01", "1900-12-31", 1900, "CAN", "USA", "", "20"},     {"1920-01-01", "1920-12-31", 1920, "CAN", "USA", "20", "20"},
        {"1800-01-01", "1800-12-31", 1800, "CHN", "USA", NULL, NULL},   {"1838-01-01", "1838-12-31", 1838, "USA", "X-TEXAS", "2", "2"},
        {"2020-01-01", "2020-12-31", 2020, "ABW", "USA", NULL, NULL},   {"2020-01-01", "2020-12-31", 2020, "SSD", "SDN", NULL, NULL},
        {"2020-01-01", "2020-12-31", 2020, "SDN", "SSD", "625", "625"}, {"2010-01-01", "2010-12-31", 2010, "SDN", "SSD", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct world world = {0};
        struct query query;
        struct dyad_request request = request_of(&query, SERIES_YEAR);
        world_make(&world);
        world_open(&world, STORE_CREATE);
        world_begin(&world);
        cover(&world, "All", "", cases[i].start, cases[i].end);
        world_commit(&world);
        ask(&world, &request);
        const struct row *row = find_row(cases[i].year, cases[i].one, cases[i].other);
        if ((row != NULL) != (cases[i].cow != NULL)) fail_msg("%d %s %s", cases[i].year, cases[i].one, cases[i].other);
        if (row) {
            assert_string_equal(row->cow[0], cases[i].cow);
            assert_string_equal(row->gw[0], cases[i].gw);
            assert_int_equal(row->dyad.covered, DYAD_ALL);
            assert_int_equal(row->dyad.events, 0);
        }
        world_drop(&world);
    }
}

/* A territory has rows where there are events, and where it is named. */
static void test_named(void **state) {
    struct world *world = *state;
    struct query query;
    struct dyad_request request = request_of(&query, SERIES_YEAR);
    world_begin(world);
    cover(world, "All", "", "2001-01-01", "2003-12-31");
    put_event_of(world, "E1", "2002-05-05", "HKG;USA", "");
    put(world, RECORD_COUNTRY, "id", "X-TEST", "name", "Testland", "start", "2003-01-01", NULL);
    world_commit(world);
    ask(world, &request);
    assert_null(find_row(2001, "HKG", "USA"));
    assert_int_equal(find_row(2002, "HKG", "USA")->dyad.events, 1);
    assert_null(find_row(2002, "USA", "X-TEST"));
    assert_non_null(find_row(2003, "USA", "X-TEST"));
    struct slice country = SLICE_OF("HKG");
    query.countries = (struct slice_list){&country, 1};
    ask(world, &request);
    assert_non_null(find_row(2001, "HKG", "USA"));
    assert_null(find_row(2001, "CAN", "USA"));
    query.countries.count = 0;
    query.has_pair = true;
    query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("USA")};
    query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("HKG")};
    ask(world, &request);
    assert_int_equal(row_count, 3);
}

/* Coverage without a first day begins with the first event; days to come are covered by nobody. */
static void test_periods(void **state) {
    struct world *world = *state;
    struct query query;
    struct dyad_request request = request_of(&query, SERIES_YEAR);
    world_begin(world);
    cover(world, "Two", "CAN;CHN", "", "");
    put_event_of(world, "E1", "2020-05-05", "CAN;CHN", "");
    put_event_of(world, "E2", "2024", "CAN;CHN", "");
    put_event_of(world, "E3", "2023/2024", "CAN;CHN", "");
    put_event_of(world, "E4", "2023-01-01", "CAN;CHN", "denied");
    put_event_of(world, "E5", "2023-01-01", "CAN", "");
    put_event_of(world, "E6", "2023-01-01", "CAN;CHN:venue", "");
    put_event_of(world, "E7", "2023-01-01", "CAN;CHN;USA;FRA;DEU;ITA;ESP;POL;KEN", "");
    world_commit(world);
    ask(world, &request);
    assert_int_equal(row_count, 7);
    assert_int_equal(find_row(2020, "CAN", "CHN")->dyad.covered, DYAD_ALL);
    assert_true(find_row(2021, "CAN", "CHN")->dyad.complete);
    assert_int_equal(find_row(2024, "CAN", "CHN")->dyad.events, 1);
    assert_int_equal(find_row(2026, "CAN", "CHN")->dyad.covered, DYAD_PART);
    assert_false(find_row(2026, "CAN", "CHN")->dyad.complete);
    assert_int_equal(counts.events, 2);
    assert_int_equal(counts.undatable, 1);
    assert_int_equal(counts.denied, 1);
    assert_int_equal(counts.pairless, 2);
    assert_int_equal(counts.many_sided, 1);
    assert_int_equal(counts.pairs, 1);
    assert_int_equal(counts.periods, 7);
    query.multilateral = true;
    ask(world, &request);
    assert_int_equal(find_row(2023, "CAN", "CHN")->dyad.events, 1);
    assert_int_equal(find_row(2023, "DEU", "POL")->dyad.events, 1);
    assert_int_equal(find_row(2023, "DEU", "POL")->dyad.covered, DYAD_NONE);
    assert_int_equal(counts.pairs, 36);
    request.by = SERIES_MONTH;
    query.multilateral = false;
    ask(world, &request);
    assert_int_equal(row_count, 8 + 5 * 12 + 4);
    assert_int_equal(counts.undatable, 2);
}

/* All families listed one by one are everything. */
static void test_families(void **state) {
    struct world *world = *state;
    struct query query;
    struct dyad_request request = request_of(&query, SERIES_YEAR);
    char cell[400] = "";
    for (size_t i = 0; i < dyad_family_count(); i++) {
        if (i) strcat(cell, ";");
        strcat(cell, dyad_family_at(i)->path);
    }
    world_begin(world);
    put(world, RECORD_COVERAGE, "dataset", "Every", "countries", "CAN;CHN", "kinds", cell, "start", "2001-01-01", "end",
        "2001-12-31", NULL);
    put(world, RECORD_COVERAGE, "dataset", "Some", "countries", "CAN;CHN", "kinds", "aid", "start", "2002-01-01", "end",
        "2002-12-31", NULL);
    world_commit(world);
    ask(world, &request);
    assert_int_equal(row_count, 2);
    assert_true(rows[0].dyad.complete);
    assert_int_equal(rows[1].dyad.covered, DYAD_PART);
    assert_true(rows[1].dyad.families[family_of("aid")].complete);
    assert_false(rows[1].dyad.families[family_of("meeting")].complete);
}

/* Claims that touch are one; a day between them is not covered. */
static void test_gaps(void **state) {
    struct world *world = *state;
    struct query query;
    struct dyad_request request = request_of(&query, SERIES_YEAR);
    world_begin(world);
    cover(world, "First half", "CAN;CHN", "2001-01-01", "2001-06-30");
    cover(world, "Second half", "CAN;CHN", "2001-07-01", "2001-12-31");
    cover(world, "First half, again", "KEN;NOR", "2001-01-01", "2001-06-30");
    cover(world, "Second half, but a day", "KEN;NOR", "2001-07-02", "2001-12-31");
    world_commit(world);
    ask(world, &request);
    assert_int_equal(row_count, 2);
    assert_int_equal(rows[0].dyad.covered, DYAD_ALL);
    assert_int_equal(rows[1].dyad.covered, DYAD_PART);
    assert_false(rows[1].dyad.complete);
}

static void test_refused(void **state) {
    struct world *world = *state;
    struct query query;
    struct dyad_request request = request_of(&query, SERIES_MONTH);
    struct error error = {0};
    query.has_pair = true;
    query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CAN")};
    query.pair[1] = (struct query_actor){RECORD_ORGANIZATION, SLICE_OF("EU")};
    assert_int_equal(try_ask(world, &request, &error), STATUS_USAGE);
    assert_true(strstr(error.message, "EU") && error.remedy[0]);
    world_begin(world);
    cover(world, "Endless", "CAN;CHN", "-9000", "..");
    world_commit(world);
    error_clear(&error);
    query.has_pair = false;
    assert_int_equal(try_ask(world, &request, &error), STATUS_USAGE);
    assert_true(strstr(error.message, "periods") && error.remedy[0]);
}

static int make_rows(void **state) {
    (void)state;
    rows = calloc(ROWS_MAX, sizeof *rows);
    return rows ? 0 : -1;
}

static int drop_rows(void **state) {
    (void)state;
    free(rows);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_states),
        cmocka_unit_test_setup_teardown(test_named, setup, teardown),
        cmocka_unit_test_setup_teardown(test_periods, setup, teardown),
        cmocka_unit_test_setup_teardown(test_families, setup, teardown),
        cmocka_unit_test_setup_teardown(test_gaps, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, make_rows, drop_rows);
}
