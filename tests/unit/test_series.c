/* A series against a count of our own on random worlds; periods of the calendar; where nothing is known; shares;
 * directions; rates as `inforce` has them on the same days. */
#include "../property/oracle_world.h"

#include "../../core/ask/measure.h"
#include "../../core/ask/series.h"

/* ---- periods --------------------------------------------------------------------------------- */

static void test_periods(void **state) {
    static const struct {
        enum series_by by;
        int year, month, day;
        const char *name;
        int first[3], last[3];
    } rows[] = {
        {SERIES_DAY, 2018, 12, 10, "2018-12-10", {2018, 12, 10}, {2018, 12, 10}},
        {SERIES_MONTH, 2018, 12, 10, "2018-12", {2018, 12, 1}, {2018, 12, 31}},
        {SERIES_MONTH, 2000, 2, 29, "2000-02", {2000, 2, 1}, {2000, 2, 29}},
        {SERIES_MONTH, 1900, 2, 1, "1900-02", {1900, 2, 1}, {1900, 2, 28}},
        {SERIES_MONTH, 0, 1, 1, "0000-01", {0, 1, 1}, {0, 1, 31}},
        {SERIES_MONTH, -1, 12, 31, "-0001-12", {-1, 12, 1}, {-1, 12, 31}},
        {SERIES_QUARTER, 2018, 1, 1, "2018-Q1", {2018, 1, 1}, {2018, 3, 31}},
        {SERIES_QUARTER, 2018, 6, 30, "2018-Q2", {2018, 4, 1}, {2018, 6, 30}},
        {SERIES_QUARTER, 2018, 7, 1, "2018-Q3", {2018, 7, 1}, {2018, 9, 30}},
        {SERIES_QUARTER, 2018, 12, 31, "2018-Q4", {2018, 10, 1}, {2018, 12, 31}},
        {SERIES_QUARTER, -44, 3, 15, "-0044-Q1", {-44, 1, 1}, {-44, 3, 31}},
        {SERIES_YEAR, 2020, 2, 29, "2020", {2020, 1, 1}, {2020, 12, 31}},
        {SERIES_YEAR, -44, 3, 15, "-0044", {-44, 1, 1}, {-44, 12, 31}},
        {SERIES_YEAR, 170000002, 7, 1, "Y170000002", {170000002, 1, 1}, {170000002, 12, 31}},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        char name[SERIES_PERIOD_SIZE];
        int64_t period = series_period(rows[i].by, day_of(rows[i].year, rows[i].month, rows[i].day));
        size_t size = series_format_period(rows[i].by, period, name);
        check_text((struct slice){name, size}, rows[i].name);
        assert_int_equal(series_first_day(rows[i].by, period), day_of(rows[i].first[0], rows[i].first[1], rows[i].first[2]));
        assert_int_equal(series_last_day(rows[i].by, period), day_of(rows[i].last[0], rows[i].last[1], rows[i].last[2]));
    }
    /* Each period ends the day before the next one begins, over leap years and the year 0. */
    for (int by = SERIES_DAY; by <= SERIES_YEAR; by++)
        for (int64_t day = day_of(-5, 1, 1); day < day_of(5, 1, 1); day++) {
            int64_t period = series_period((enum series_by)by, day);
            assert_true(series_first_day((enum series_by)by, period) <= day);
            assert_true(series_last_day((enum series_by)by, period) >= day);
            assert_int_equal(series_last_day((enum series_by)by, period) + 1, series_first_day((enum series_by)by, period + 1));
        }
}

static void test_numbers(void **state) {
    static const struct {
        double value;
        const char *text;
    } rows[] = {{0, "0"}, {1, "1"}, {-2.5, "-2.5"}, {1.0 / 3, "0.333333"}, {2.0 / 3, "0.666667"}, {-0.0000001, "0"},
                {0.0000005, "0.000001"}, {123456789.25, "123456789.25"}, {1e14, "100000000000000"}};
    char text[NUMBER_SIZE];
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        size_t size = series_format_number(rows[i].value, text);
        check_text((struct slice){text, size}, rows[i].text);
    }
}

/* ---- asking -------------------------------------------------------------------------------------- */

enum { POINTS_MAX = 20000 };
struct point {
    char period[40], kind[40], direction[24], value[40], value_max[40];
};
struct log {
    struct answer_series head;
    char by[16];
    struct point points[POINTS_MAX];
    size_t count;
};
static struct log answer;

static void keep(char *to, size_t size, struct slice text) { snprintf(to, size, "%.*s", (int)text.size, text.size ? text.data : ""); }

static enum status log_head(void *context, const struct answer_series *head, struct error *error) {
    struct log *log = context;
    (void)error;
    log->head = *head;
    keep(log->by, sizeof log->by, head->by);
    return STATUS_OK;
}

static enum status log_point(void *context, const struct answer_point *point, struct error *error) {
    struct log *log = context;
    (void)error;
    assert_true(log->count < POINTS_MAX);
    struct point *to = &log->points[log->count++];
    keep(to->period, sizeof to->period, point->period);
    keep(to->kind, sizeof to->kind, point->kind);
    keep(to->direction, sizeof to->direction, point->direction);
    keep(to->value, sizeof to->value, point->value);
    keep(to->value_max, sizeof to->value_max, point->value_max);
    return STATUS_OK;
}

static enum status try_ask(struct world *world, const struct series_request *request, struct error *error) {
    struct series_visitor visitor = {&answer, log_head, log_point};
    struct asker asker;
    answer.count = 0;
    ask_begin(&asker, world->store, ASK_ALL);
    enum status status = ask_series(&asker, request, &visitor, error);
    ask_end(&asker);
    return status;
}

static void ask(struct world *world, const struct series_request *request) {
    struct error error = {0};
    must(try_ask(world, request, &error), &error);
}

/* ---- a count of our own -------------------------------------------------------------------------- */

struct oracle {
    struct world *world;
    const struct series_request *request;
    int64_t first, last;             /* days of the point */
    const char *kind;                /* "" for all */
    int64_t from, to;                /* days asked for */
    int64_t count, undatable, overlapping;
    double share, weight, shared_weight;
};

static bool is_of_kind(const struct oracle *oracle, struct slice kind) {
    if (!oracle->kind[0]) return true;
    if (oracle->request->split == SERIES_BY_KIND) return slice_is(kind, oracle->kind);
    return kind_is_below(kind, slice_from(oracle->kind));
}

static double weight_of(const struct record *event) {
    double weight;
    if (number_parse(record_get(event, EVENT_INTENSITY), &weight)) return weight;
    return kind_find(record_get(event, EVENT_KIND))->weight;
}

static enum status judge(void *context, struct stored_event *event, struct error *error) {
    struct oracle *oracle = context;
    int64_t a = event->times.start_min, b = event->times.start_max;
    (void)error;
    if (!is_of_kind(oracle, record_get(&event->event, EVENT_KIND))) return STATUS_OK;
    if (a == DAY_MIN || b == DAY_MAX || a < oracle->first || b > oracle->last) {
        bool can = b >= oracle->first && (a == DAY_MIN ? b : a) <= oracle->last;
        oracle->undatable += can;
    } else {
        oracle->count++;
        oracle->weight += weight_of(&event->event);
    }
    if (a == DAY_MIN || b == DAY_MAX) return STATUS_OK;
    int64_t low = a > oracle->first ? a : oracle->first, high = b < oracle->last ? b : oracle->last;
    if (low > high) return STATUS_OK;
    oracle->overlapping++;
    oracle->share += (double)(high - low + 1) / (double)(b - a + 1);
    oracle->shared_weight += weight_of(&event->event) * (double)(high - low + 1) / (double)(b - a + 1);
    return STATUS_OK;
}

/* Every day of the point by itself, with what the record claims to cover. */
static bool is_covered(const struct oracle *oracle) {
    struct query query = *oracle->request->query;
    struct slice kind = slice_from(oracle->kind);
    struct error error = {0};
    query.has_range = true;
    if (kind.size) query.kinds = (struct slice_list){&kind, 1};
    for (int64_t day = oracle->first; day <= oracle->last; day++) {
        struct arena arena;
        bool covered;
        arena_init(&arena);
        query.from = query.to = day;
        must(store_covers(oracle->world->store, &query, &arena, &covered, &error), &error);
        arena_free(&arena);
        if (!covered || day > oracle->request->today) return false;
    }
    return true;
}

static void format(char *out, size_t size, double value, bool known) {
    char digits[NUMBER_SIZE];
    if (known) series_format_number(value, digits);
    snprintf(out, size, "%s", known ? digits : "");
}

static void check_point(struct oracle *oracle, const struct point *point) {
    const struct series_request *request = oracle->request;
    struct error error = {0};
    struct query query = *request->query;
    char wanted[40];
    int64_t undatable = oracle->undatable;
    oracle->kind = point->kind;
    oracle->count = oracle->overlapping = 0;
    oracle->share = oracle->weight = oracle->shared_weight = 0;
    must(store_ask(oracle->world->store, &query, MATCH_NONE, judge, oracle, &error), &error);
    oracle->undatable = undatable;
    bool some = request->spread ? oracle->overlapping > 0 : oracle->count > 0;
    double number = request->spread ? oracle->share : (double)oracle->count;
    double weight = request->spread ? oracle->shared_weight : oracle->weight;
    double value = request->measure == SERIES_COUNT ? number : request->measure == SERIES_SUM ? weight
                 : number > 0 ? weight / number : 0;
    bool known = some || (request->measure != SERIES_MEAN && is_covered(oracle));
    format(wanted, sizeof wanted, value, known);
    if (strcmp(wanted, point->value) == 0) return;
    /* Shares are added in another order here: the last digit may differ. */
    double a, b;
    if (number_parse(slice_from(wanted), &a) && number_parse(slice_from(point->value), &b) && a - b < 2e-6 && b - a < 2e-6 &&
        (request->spread || request->measure != SERIES_COUNT)) return;
    fail_msg("%s %s: \"%s\" instead of \"%s\"", point->period, point->kind, point->value, wanted);
}

static void check_all(struct world *world, const struct series_request *request) {
    struct oracle oracle = {.world = world, .request = request, .from = request->query->from, .to = request->query->to};
    ask(world, request);
    int64_t period = series_period(request->by, oracle.from), last = series_period(request->by, oracle.to);
    size_t at = 0;
    for (; period <= last && answer.count; period++) {
        char name[SERIES_PERIOD_SIZE];
        series_format_period(request->by, period, name);
        oracle.first = series_first_day(request->by, period);
        oracle.last = series_last_day(request->by, period);
        if (oracle.first < oracle.from) oracle.first = oracle.from;
        if (oracle.last > oracle.to) oracle.last = oracle.to;
        /* Every period has its points, the same kinds in each, by name. */
        assert_true(at < answer.count);
        assert_string_equal(answer.points[at].period, name);
        for (const char *before = ""; at < answer.count && strcmp(answer.points[at].period, name) == 0; at++) {
            assert_true(strcmp(before, answer.points[at].kind) < 0 || request->split == SERIES_WHOLE);
            check_point(&oracle, &answer.points[at]);
            before = answer.points[at].kind;
        }
    }
    assert_int_equal(at, answer.count);
}

/* What is in no period, and how many there are in all. */
static void check_head(struct world *world, const struct series_request *request) {
    struct oracle whole = {.world = world, .request = request, .kind = "", .first = request->query->from, .last = request->query->to};
    struct query query = *request->query;
    struct error error = {0};
    must(store_ask(world->store, &query, MATCH_NONE, judge, &whole, &error), &error);
    int64_t matched = whole.count + whole.undatable;
    ask(world, request);
    assert_int_equal(answer.head.events.value + answer.head.undatable.value, matched);
}

static void put_coverage(struct world *world, uint64_t *seed) {
    static const char *const countries[] = {"", "CAN", "CAN;CHN", "CHN;USA", "KEN"};
    static const char *const kind_cells[] = {"", "", "meeting", "tariff;aid", "statement"};
    static const char *const starts[] = {"", "1996", "1998-05-03", "2001-02", "2003-12-31"};
    static const char *const ends[] = {"", "1999-12-31", "2001-01", "2004", "..", "2001-01-31"};
    char dataset[16];
    world_begin(world);
    for (int i = 0; i < 5; i++) {
        snprintf(dataset, sizeof dataset, "set-%d", i);
        put(world, RECORD_COVERAGE, "dataset", dataset, "countries", countries[pick(seed, 5)], "kinds",
            kind_cells[pick(seed, 5)], "start", starts[pick(seed, 5)], "end", ends[pick(seed, 6)], NULL);
    }
    world_commit(world);
}

static void make_request(uint64_t *seed, struct query *query, struct slice *kind, struct slice *country,
                         struct series_request *request) {
    static const enum series_by grains[] = {SERIES_MONTH, SERIES_QUARTER, SERIES_YEAR};
    query_init(query);
    query->has_range = true;
    query->from = day_of(1995 + pick(seed, 3), 1 + pick(seed, 12), 1 + pick(seed, 28));
    query->to = day_of(2000 + pick(seed, 6), 1 + pick(seed, 12), 1 + pick(seed, 28));
    query->as_happened = true;
    if (pick(seed, 3) == 0) query->kinds = (struct slice_list){kind, 1};
    if (pick(seed, 2)) query->countries = (struct slice_list){country, 1};
    else if (pick(seed, 2)) {
        query->has_pair = true;
        query->pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CAN")};
        query->pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CHN")};
    }
    *request = (struct series_request){
        .query = query, .by_given = true, .by = grains[pick(seed, 3)], .split = (enum series_split)pick(seed, 3),
        .measure = (enum series_measure)pick(seed, 3), .spread = pick(seed, 2), .today = day_of(2003, 6, 15)};
}

static void test_random(void **state) {
    struct slice kind = SLICE_OF("meeting"), country = SLICE_OF("CAN");
    int with_points = 0, asked = 0;
    (void)state;
    for (uint64_t round = 1; round <= 2; round++) {
        struct world world = {0};
        struct made_world *made = calloc(1, sizeof *made);
        uint64_t seed = round * 104729;
        assert_non_null(made);
        world_make(&world);
        world_open(&world, STORE_CREATE);
        make_world(round, made, &world);
        put_coverage(&world, &seed);
        for (int i = 0; i < (getenv("DETENTE_TEST_SMALL") ? 3 : 30); i++) {
            struct query query;
            struct series_request request;
            make_request(&seed, &query, &kind, &country, &request);
            check_all(&world, &request);
            with_points += answer.count > 0;
            asked++;
            check_head(&world, &request);
        }
        world_drop(&world);
        free(made);
    }
    assert_true(asked >= 6 && 2 * with_points > asked);
}

/* ---- a small world ----------------------------------------------------------------------------- */

static struct query pair_query(void) {
    struct query query;
    query_init(&query);
    query.as_happened = true;
    query.has_pair = true;
    query.pair[0] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CAN")};
    query.pair[1] = (struct query_actor){RECORD_COUNTRY, SLICE_OF("CHN")};
    return query;
}

static void put_dated(struct world *world, const char *id, const char *date, const char *countries) {
    put(world, RECORD_EVENT, "id", id, "kind", "statement", "date", date, "title", "T", "countries", countries, NULL);
}

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

static const struct point *find_point(const char *period, const char *kind, const char *direction) {
    for (size_t i = 0; i < answer.count; i++) {
        const struct point *point = &answer.points[i];
        if (strcmp(point->period, period) == 0 && strcmp(point->kind, kind) == 0 && strcmp(point->direction, direction) == 0)
            return point;
    }
    fail_msg("there is no point %s %s %s", period, kind, direction);
    return NULL;
}

static void check_value(const char *period, const char *wanted) {
    assert_string_equal(find_point(period, "", "")->value, wanted);
}

/* Dated to a day, a month, a year, a decade, with marks, between two days, without a bound. */
static void test_coarse_dates(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    struct series_request request = {.query = &query, .by_given = true, .by = SERIES_MONTH, .today = day_of(2030, 1, 1)};
    world_begin(world);
    put_dated(world, "E1", "2018-12-10", "CAN;CHN");
    put_dated(world, "E2", "2018-12", "CAN;CHN");
    put_dated(world, "E3", "2018-12~", "CAN;CHN");
    put_dated(world, "E4", "2018", "CAN;CHN");
    put_dated(world, "E5", "201X", "CAN;CHN");
    put_dated(world, "E6", "2018-11-30/2018-12-01", "CAN;CHN");
    put_dated(world, "E7", "[..2018-12-10]", "CAN;CHN");
    put_dated(world, "E8", "2018-12-31", "CAN;USA");
    put(world, RECORD_EVENT, "id", "E9", "kind", "statement", "date", "2018-12-11", "title", "T", "countries", "CAN;CHN",
        "status", "planned", NULL);
    world_commit(world);
    ask(world, &request);
    assert_int_equal(answer.count, 1);
    check_value("2018-12", "3");
    assert_int_equal(answer.head.events.value, 3);
    assert_int_equal(answer.head.undatable.value, 4);
    assert_int_equal(answer.head.uncertain.value, 1);
    request.by = SERIES_YEAR;
    ask(world, &request);
    check_value("2018", "5");
    assert_int_equal(answer.head.undatable.value, 2);
    request.spread = true;
    ask(world, &request);
    assert_int_equal(answer.count, 10);
    check_value("2018", "5.099945"); /* 5 + 365 of the 3,652 days of the decade */
    check_value("2012", "0.100219");
    assert_int_equal(answer.head.undatable.value, 1);
    assert_int_equal(answer.head.events.value, 6);
    /* In one month of it, what may lie outside does not count; its share does. */
    query.has_range = true;
    query.from = day_of(2018, 12, 10);
    query.to = day_of(2018, 12, 31);
    request.by = SERIES_MONTH;
    request.spread = false;
    ask(world, &request);
    check_value("2018-12", "1");
    request.spread = true;
    ask(world, &request);
    /* the day, 22 of 31 days of the month (twice), of 365, of 3,652 */
    check_value("2018-12", "2.485653");
}

static void test_shares_add_up(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    static const char *const many[] = {"2016", "2016-02", "2015-21", "201X", "2015-12-31/2016-03-01", "2016-02-29", "2014/2017"};
    char id[16];
    world_begin(world);
    for (int i = 0; i < 70; i++) {
        snprintf(id, sizeof id, "E%d", i);
        put_dated(world, id, many[i % 7], "CAN;CHN");
    }
    world_commit(world);
    for (int by = SERIES_DAY; by <= SERIES_YEAR; by++) {
        struct series_request request = {.query = &query, .by_given = true, .by = (enum series_by)by, .spread = true,
                                         .today = day_of(2030, 1, 1)};
        double sum = 0, value;
        ask(world, &request);
        for (size_t i = 0; i < answer.count; i++) {
            assert_true(number_parse(slice_from(answer.points[i].value), &value));
            sum += value;
        }
        assert_true(sum > 70 - 0.01 && sum < 70 + 0.01);
    }
}

/* A year and more inside coverage, one cut by it, one outside. */
static void test_coverage_edges(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    struct series_request request = {.query = &query, .by_given = true, .by = SERIES_YEAR, .today = day_of(2020, 6, 30)};
    world_begin(world);
    put_dated(world, "E1", "2012-05-05", "CAN;CHN");
    put_dated(world, "E2", "2016-05-05", "CAN;CHN");
    put(world, RECORD_EVENT, "id", "E3", "kind", "tariff", "date", "2016-06", "title", "T", "countries", "CAN;CHN", NULL);
    put(world, RECORD_COVERAGE, "dataset", "a", "countries", "CAN;CHN", "start", "2014-01-01", "end", "2016-03", NULL);
    put(world, RECORD_COVERAGE, "dataset", "b", "countries", "CAN;CHN", "start", "2016-04-01", "end", "2017-12-30", NULL);
    put(world, RECORD_COVERAGE, "dataset", "c", "countries", "CAN;CHN", "kinds", "tariff", "start", "2012", "end", "..", NULL);
    put(world, RECORD_COVERAGE, "dataset", "d", "countries", "CAN;USA", NULL);
    world_commit(world);
    ask(world, &request);
    static const char *const wanted[][2] = {{"2012", "1"}, {"2013", ""}, {"2014", "0"}, {"2015", "0"}, {"2016", "2"}, {"2017", ""}};
    assert_int_equal(answer.count, LENGTH(wanted));
    for (size_t i = 0; i < LENGTH(wanted); i++) check_value(wanted[i][0], wanted[i][1]);
    assert_int_equal(answer.head.covered.count, 1); /* the two stretches touch */
    request.split = SERIES_BY_KIND;
    ask(world, &request);
    assert_string_equal(find_point("2013", "tariff", "")->value, "0");
    assert_string_equal(find_point("2013", "statement", "")->value, "");
    assert_string_equal(find_point("2017", "tariff", "")->value, "0");
    /* The coverage of tariffs has no end: what is to come is covered by nobody. */
    struct slice kind = SLICE_OF("tariff");
    query.kinds = (struct slice_list){&kind, 1};
    request.split = SERIES_WHOLE;
    ask(world, &request);
    check_value("2012", "0");
    check_value("2019", "0");
    check_value("2020", "");
    assert_int_equal(answer.count, 9);
    /* A mean of nothing is no number, covered or not. */
    request.measure = SERIES_MEAN;
    ask(world, &request);
    check_value("2014", "");
    check_value("2016", "-5.8");
    /* What both ask for must be covered. */
    query.kinds = (struct slice_list){(struct slice[]){SLICE_OF("tariff"), SLICE_OF("statement")}, 2};
    request.measure = SERIES_SUM;
    ask(world, &request);
    check_value("2013", "");
    check_value("2015", "0");
}

static void test_directions(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    struct series_request request = {.query = &query, .by_given = true, .by = SERIES_YEAR, .directed = true,
                                     .today = day_of(2020, 6, 30)};
    static const struct {
        const char *countries, *people, *year, *direction;
    } rows[] = {
        {"CAN:actor;CHN:target", "", "2001", "CAN>CHN"},
        {"CAN;CHN:visitor", "", "2002", "CHN>CAN"},
        {"CAN:actor;CHN:imposer", "", "2003", "CAN-CHN"},
        {"CAN;CHN", "", "2004", "CAN-CHN"},
        {"CAN:host;CHN:target;USA:actor", "", "2005", "CAN-CHN"},
        {"CAN:target;CHN", "one:speaker", "2006", "CHN>CAN"}, /* for China, by office */
        {"CAN;CHN", "one", "2007", "CAN-CHN"},
        {"CAN", "one:requester", "2008", "CHN>CAN"}, /* a party through the person only */
    };
    char id[16];
    world_begin(world);
    put(world, RECORD_PERSON, "id", "one", "name", "Leader One", NULL);
    put(world, RECORD_TERM, "person", "one", "country", "CHN", "office", "head_of_state", "start", "1990", NULL);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        snprintf(id, sizeof id, "E%zu", i);
        put(world, RECORD_EVENT, "id", id, "kind", "statement", "date", rows[i].year, "title", "T", "countries",
            rows[i].countries, "people", rows[i].people, NULL);
    }
    world_commit(world);
    ask(world, &request);
    assert_int_equal(answer.count, 3 * LENGTH(rows));
    for (size_t i = 0; i < LENGTH(rows); i++) {
        int found = 0;
        for (size_t j = 0; j < answer.count; j++)
            if (strcmp(answer.points[j].period, rows[i].year) == 0 && answer.points[j].value[0]) {
                assert_string_equal(answer.points[j].direction, rows[i].direction);
                found++;
            }
        assert_int_equal(found, 1);
    }
}

static void test_choice_of_period(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    struct series_request request = {.query = &query, .today = day_of(2030, 1, 1)};
    world_begin(world);
    put_dated(world, "E1", "2001-02-03", "CAN;CHN");
    put_dated(world, "E2", "2010-02-03", "CAN;CHN");
    world_commit(world);
    ask(world, &request);
    assert_string_equal(answer.by, "month");
    assert_int_equal(answer.count, 109);
    world_begin(world);
    put_dated(world, "E3", "2011-02-03", "CAN;CHN");
    world_commit(world);
    ask(world, &request);
    assert_string_equal(answer.by, "year");
    assert_int_equal(answer.count, 11);
}

static void test_bounds(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    struct error error = {0};
    struct series_request request = {.query = &query, .by_given = true, .by = SERIES_DAY, .today = day_of(2030, 1, 1)};
    ask(world, &request);
    assert_int_equal(answer.count, 0);
    world_begin(world);
    put_dated(world, "E1", "2001-02-03", "CAN;CHN");
    put_dated(world, "E2", "-0044-03-15", "CAN;CHN");
    world_commit(world);
    assert_int_equal(try_ask(world, &request, &error), STATUS_USAGE);
    assert_string_equal(error.message, "a series by day from -0044-03-15 to 2001-02-03 has more than 100000 periods");
    request.by = SERIES_YEAR;
    ask(world, &request);
    assert_int_equal(answer.count, 2046);
    /* One event alone, with its days shared out. */
    world_begin(world);
    put_dated(world, "E3", "Y-17E7/2001", "CAN;CHN");
    put_dated(world, "E4", "Y1E15", "CAN;CHN");
    put_dated(world, "E5", "Y-1E15", "CAN;CHN");
    world_commit(world);
    request.spread = true;
    error = (struct error){0};
    assert_int_equal(try_ask(world, &request, &error), STATUS_USAGE);
    assert_true(strstr(error.message, "one event's days alone span more") != NULL);
    query.has_range = true;
    query.from = day_of(1990, 1, 1);
    query.to = day_of(2001, 12, 31);
    ask(world, &request);
    assert_int_equal(answer.count, 12);
    query.to = query.from - 1;
    ask(world, &request);
    assert_int_equal(answer.count, 0);
    for (int measure = SERIES_COUNT; measure <= SERIES_TARIFF; measure++) {
        query.from = DAY_MAX;
        query.to = DAY_MAX;
        request.measure = (enum series_measure)measure;
        request.spread = false;
        ask(world, &request);
        assert_int_equal(answer.count, 0);
    }
}

/* ---- tariffs -------------------------------------------------------------------------------------- */

struct rates {
    double sum, most;
    int64_t count;
};
static enum status take_measure(void *context, const struct answer_measure *measure, struct error *error) {
    struct rates *rates = context;
    double low, high;
    (void)error;
    if (measure->how != MEASURE_IN_FORCE && measure->how != MEASURE_AS_LAST_CONFIRMED) return STATUS_OK;
    if (measure->rate_unit.size || !number_parse(measure->rate_min, &low) || !number_parse(measure->rate_max, &high))
        return STATUS_OK;
    rates->sum += (low + high) / 2;
    if (rates->count == 0 || high > rates->most) rates->most = high;
    rates->count++;
    return STATUS_OK;
}

static void put_tariff(struct world *world, uint64_t *seed, int number) {
    static const char *const dates[] = {"2001-02-03", "2001-03", "2002", "2001-06-30", "2001-07-01~", "2001-02-28/2001-09-30"};
    static const char *const ends[] = {"", "", "2002-05-31", "2003", "2002-06-30~", ".."};
    static const char *const rate_cells[] = {"25", "100", "107.1/212.1", "5.9", ""};
    char id[16];
    int date = pick(seed, 6);
    snprintf(id, sizeof id, "T%d", number);
    put(world, RECORD_EVENT, "id", id, "kind", pick(seed, 3) ? "tariff" : "tariff.dumping", "date", dates[date], "end",
        date == 5 ? "" : ends[pick(seed, 6)], "title", "T", "countries", pick(seed, 2) ? "CAN:imposer;CHN:target" : "CHN:imposer;CAN:target",
        "rate", rate_cells[pick(seed, 5)], "rate_unit", pick(seed, 8) ? "" : "CAD/t", "last_confirmed",
        pick(seed, 3) ? "" : "2002-01-15", "product", "testwheat", NULL);
}

static void test_tariffs(void **state) {
    struct world *world = *state;
    uint64_t seed = 31;
    struct query query = pair_query();
    world_begin(world);
    for (int i = 0; i < 40; i++) put_tariff(world, &seed, i);
    put(world, RECORD_COVERAGE, "dataset", "a", "countries", "CAN;CHN", "kinds", "tariff", "start", "2000-06-15", "end", "2003", NULL);
    world_commit(world);
    struct series_request request = {.query = &query, .by_given = true, .by = SERIES_MONTH, .measure = SERIES_TARIFF,
                                     .today = day_of(2004, 2, 10)};
    ask(world, &request);
    assert_string_equal(answer.points[0].period, "2000-06");
    assert_string_equal(answer.points[0].value, "0");
    assert_string_equal(answer.points[answer.count - 1].period, "2004-02");
    int with_rates = 0;
    for (size_t i = 0; i < answer.count; i++) {
        int year = atoi(answer.points[i].period), month = atoi(answer.points[i].period + 5);
        int64_t day = day_of(year, month, month_days(year, month));
        struct rates rates = {0, 0, 0};
        struct asker asker;
        struct error error = {0};
        char mean[40], most[40];
        if (day > request.today) day = request.today;
        struct query all = query;
        struct measure_request measures = {.query = &all, .first = day, .last = day, .tariffs_only = true};
        ask_begin(&asker, world->store, ASK_ALL);
        must(ask_measures(&asker, &measures, take_measure, &rates, &error), &error);
        ask_end(&asker);
        bool known = rates.count || day <= day_of(2003, 12, 31);
        format(mean, sizeof mean, rates.count ? rates.sum / (double)rates.count : 0, known);
        format(most, sizeof most, rates.most, known);
        assert_string_equal(answer.points[i].value, mean);
        assert_string_equal(answer.points[i].value_max, most);
        with_rates += rates.count > 0;
    }
    assert_true(with_rates > 30);
    assert_true(answer.head.undatable.value > 0 && answer.head.unrated.value > 0);
    /* From each side. */
    request.directed = true;
    request.by = SERIES_YEAR;
    ask(world, &request);
    assert_true(find_point("2002", "", "CAN>CHN")->value[0] && find_point("2002", "", "CHN>CAN")->value[0]);
    assert_string_equal(find_point("2002", "", "CAN-CHN")->value, "0");
}

/* Of the period that runs, today is the day; of one that is cut, the last day asked for. */
static void test_running_period(void **state) {
    struct world *world = *state;
    struct query query = pair_query();
    struct series_request request = {.query = &query, .by_given = true, .by = SERIES_MONTH, .measure = SERIES_TARIFF,
                                     .today = day_of(2004, 2, 10)};
    world_begin(world);
    put(world, RECORD_EVENT, "id", "T", "kind", "tariff", "date", "2004-01-05", "end", "2004-02-20", "title", "T",
        "countries", "CAN:imposer;CHN:target", "rate", "20/30", NULL);
    world_commit(world);
    ask(world, &request);
    assert_int_equal(answer.count, 2);
    assert_string_equal(find_point("2004-02", "", "")->value, "25");
    assert_string_equal(find_point("2004-02", "", "")->value_max, "30");
    request.today = day_of(2004, 2, 25);
    ask(world, &request);
    assert_int_equal(answer.count, 1);
    query.has_range = true;
    query.from = DAY_MIN;
    query.to = day_of(2004, 2, 19);
    ask(world, &request);
    assert_int_equal(answer.count, 2);
    query.to = day_of(2004, 1, 4);
    ask(world, &request);
    assert_int_equal(answer.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_random),
        cmocka_unit_test_setup_teardown(test_coarse_dates, setup, teardown),
        cmocka_unit_test_setup_teardown(test_shares_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(test_coverage_edges, setup, teardown),
        cmocka_unit_test_setup_teardown(test_directions, setup, teardown),
        cmocka_unit_test_setup_teardown(test_choice_of_period, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bounds, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tariffs, setup, teardown),
        cmocka_unit_test_setup_teardown(test_running_period, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
