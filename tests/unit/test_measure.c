/* Standing measures: how surely they stand, for how long, what they come to, and whether they follow one another. */
#include "store_fixture.h"

#include "../../core/ask/held.h"
#include "../../core/ask/measure.h"
#include "../../core/time/edtf.h"

/* ---- the world ------------------------------------------------------------------------------------------------ */

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    world_open(world, STORE_CREATE);
    world_begin(world);
    put(world, RECORD_COUNTRY, "id", "X-AB", "name", "Aland", NULL);
    put(world, RECORD_COUNTRY, "id", "X-BC", "name", "Bland", NULL);
    put(world, RECORD_COUNTRY, "id", "X-CD", "name", "Cland", NULL);
    put(world, RECORD_ORGANIZATION, "id", "T-U", "name", "Test Union", NULL);
    put(world, RECORD_SOURCE, "id", "may", "title", "May Paper", "published", "2020-05-20", NULL);
    put(world, RECORD_SOURCE, "id", "june", "title", "June Paper", "published", "2020-06", NULL);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

/* A tariff of X-AB on X-BC, with more fields. */
#define TARIFF(world, id, date, end, product, rate, ...)                                                             \
    put(world, RECORD_EVENT, "id", id, "kind", "tariff", "date", date, "end", end, "title", "Duty " id, "countries", \
        "X-AB:imposer;X-BC:target", "product", product, "rate", rate, __VA_ARGS__)

static void link_events(struct world *world, const char *from, const char *relation, const char *to) {
    put(world, RECORD_LINK, "from", from, "relation", relation, "to", to, NULL);
}

/* ---- an answer as text ---------------------------------------------------------------------------------------- */

static void say_day(struct buffer *text, int64_t day) {
    char digits[EDTF_DAY_SIZE];
    if (day == DAY_MIN || day == DAY_MAX) return;
    edtf_format_day(day, digits);
    buffer_append_text(text, digits);
}

static void say_count(struct buffer *text, struct shape_count count) {
    if (count.known) buffer_append_integer(text, count.value);
    else buffer_append_byte(text, '?');
}

/* "ID state min-max"; then what there is of "@confirmed" and "!faults". */
static enum status say_measure(void *context, const struct answer_measure *measure, struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_slice(text, measure->id);
    buffer_append_format(text, " %s ", measure_state_name(measure->how));
    say_count(text, measure->days_min);
    buffer_append_byte(text, '-');
    say_count(text, measure->days_max);
    if (measure->last_confirmed != DAY_MIN) buffer_append_text(text, " @");
    say_day(text, measure->last_confirmed);
    if (measure->faults.size) buffer_append_text(text, " !");
    buffer_append_slice(text, measure->faults);
    buffer_append_byte(text, '\n');
    return STATUS_OK;
}

/* " ~partly", " =replaced", and what is noted to people: " (narrower A,…)". */
static void say_doubts(struct buffer *text, struct slice partly, struct slice replaced, const struct sum_note *notes,
                       size_t count) {
    static const char *const words[] = {[SUM_REPLACED_OPEN] = "open", [SUM_POSSIBLY] = "possibly",
                                        [SUM_NARROWER] = "narrower", [SUM_OVERLAPS] = "overlaps"};
    if (partly.size) buffer_append_text(text, " ~");
    buffer_append_slice(text, partly);
    if (replaced.size) buffer_append_text(text, " =");
    buffer_append_slice(text, replaced);
    for (size_t i = 0; i < count; i++) {
        buffer_append_format(text, "%s%s ", i ? ", " : " (", words[notes[i].doubt]);
        buffer_append_slice(text, notes[i].id);
    }
    if (count) buffer_append_byte(text, ')');
}

/* "product low/high unit [measures] -without", and the doubts; "+" where the base is in it. */
static enum status say_total(void *context, const struct answer_total *total, struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_slice(text, total->product);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, total->rate_min);
    if (!slice_equals(total->rate_min, total->rate_max)) buffer_append_byte(text, '/');
    if (!slice_equals(total->rate_min, total->rate_max)) buffer_append_slice(text, total->rate_max);
    buffer_append_slice(text, total->rate_unit);
    buffer_append_text(text, total->with_base ? "+ " : " ");
    buffer_append_slice(text, total->measures);
    if (total->without_rate.size) buffer_append_text(text, " -");
    buffer_append_slice(text, total->without_rate);
    say_doubts(text, total->partly, total->replaced, total->notes, total->note_count);
    buffer_append_byte(text, '\n');
    return STATUS_OK;
}

/* "product from..to low/high state [measures]", and the doubts */
static enum status say_step(void *context, const struct answer_step *step, struct error *error) {
    struct buffer *text = context;
    (void)error;
    buffer_append_slice(text, step->product);
    buffer_append_byte(text, ' ');
    say_day(text, step->from);
    buffer_append_text(text, "..");
    say_day(text, step->to);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, step->rate_min);
    if (!slice_equals(step->rate_min, step->rate_max)) buffer_append_byte(text, '/');
    if (!slice_equals(step->rate_min, step->rate_max)) buffer_append_slice(text, step->rate_max);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, step->state);
    buffer_append_byte(text, ' ');
    buffer_append_slice(text, step->measures);
    say_doubts(text, step->partly, step->replaced, step->notes, step->note_count);
    buffer_append_byte(text, '\n');
    return STATUS_OK;
}

static int64_t day_of(const char *text) {
    struct edtf date;
    struct error error = {0};
    must(edtf_parse(slice_from(text), &date, NULL, &error), &error);
    return date.min;
}
static int64_t last_of(const char *text) {
    struct edtf date;
    struct error error = {0};
    must(edtf_parse(slice_from(text), &date, NULL, &error), &error);
    return date.max;
}

/* What is asked for; all zero: everything. */
struct wanted {
    const char *kind, *status, *after;
    const struct query_actor *imposers, *targets;
    size_t imposer_count, target_count;
    const char *hs;
    int64_t limit; /* 0: none */
    bool tariffs_only, with_base, totals;
    const char *today; /* NULL: after all */
};

static enum status ask(struct world *world, const struct wanted *wanted, int64_t first, int64_t last,
                       struct buffer *text, struct tariff_book *book, struct error *error) {
    struct asker asker;
    struct query query;
    struct slice kind = slice_from(wanted->kind), state = slice_from(wanted->status), hs = slice_from(wanted->hs);
    query_init(&query);
    if (wanted->kind) query.kinds = (struct slice_list){&kind, 1};
    if (wanted->status) query.statuses = (struct slice_list){&state, 1};
    if (wanted->limit) query.limit = wanted->limit;
    query.after = slice_from(wanted->after);
    struct measure_request request = {.query = &query, .first = first, .last = last, .imposers = wanted->imposers,
                                      .targets = wanted->targets, .imposer_count = wanted->imposer_count,
                                      .target_count = wanted->target_count, .tariffs_only = wanted->tariffs_only,
                                      .hs = {&hs, wanted->hs ? 1 : 0}, .book = book};
    must(store_settle(world->store, error), error);
    ask_begin(&asker, world->store, ASK_ALL);
    if (wanted->today) asker.today = day_of(wanted->today);
    enum status status = ask_measures(&asker, &request, say_measure, text, error);
    ask_end(&asker);
    return status;
}

static void check_said(struct buffer *text, const char *said) {
    assert_false(buffer_failed(text));
    buffer_append_byte(text, '\0');
    assert_string_equal(text->data, said);
    buffer_free(text);
}

static void check_days(struct world *world, const struct wanted *wanted, int64_t first, int64_t last, const char *said) {
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    must(ask(world, wanted, first, last, &text, NULL, &error), &error);
    check_said(&text, said);
}

static void check_on(struct world *world, const struct wanted *wanted, const char *on, const char *said) {
    check_days(world, wanted, day_of(on), last_of(on), said);
}

static const struct wanted all;

static void check_totals(struct world *world, const char *on, bool with_base, const char *said) {
    struct buffer text, none;
    struct error error = {0};
    struct arena arena;
    arena_init(&arena);
    struct tariff_book book = {.arena = &arena};
    buffer_init(&text);
    buffer_init(&none);
    must(ask(world, &all, day_of(on), last_of(on), &none, &book, &error), &error);
    must(ask_totals(&book, day_of(on), last_of(on), with_base, say_total, &text, &error), &error);
    buffer_free(&none);
    arena_free(&arena);
    check_said(&text, said);
}

static void check_steps_of(struct world *world, const struct wanted *wanted, int64_t from, int64_t to, const char *said) {
    struct buffer text, none;
    struct error error = {0};
    struct arena arena;
    arena_init(&arena);
    struct tariff_book book = {.arena = &arena};
    buffer_init(&text);
    buffer_init(&none);
    must(ask(world, wanted, from, to, &none, &book, &error), &error);
    must(ask_steps(&book, from, to, false, say_step, &text, &error), &error);
    buffer_free(&none);
    arena_free(&arena);
    check_said(&text, said);
}

static void check_steps(struct world *world, int64_t from, int64_t to, const char *said) {
    check_steps_of(world, &all, from, to, said);
}

/* ---- states --------------------------------------------------------------------------------------------------- */

/* One measure, seen on several days. */
static void test_states(void **state) {
    struct world *world = *state;
    static const struct {
        const char *date, *end, *confirmed, *on, *said;
    } cases[] = {
        /* A known end is the first day without it. */
        {"2020-05-01", "2020-06-01", "", "2020-04-30", ""},
        {"2020-05-01", "2020-06-01", "", "2020-05-01", "E in_force 0-0\n"},
        {"2020-05-01", "2020-06-01", "", "2020-05-31", "E in_force 30-30\n"},
        {"2020-05-01", "2020-06-01", "", "2020-06-01", ""},
        {"2020-05-01", "2020-06-01", "", "2020-05", "E in_force 0-30\n"},
        {"2020-05-01", "2020-06-01", "", "2020-05-20/2020-06-05", "E possibly 19-31\n"},
        /* Ended on the day it began: there that day. */
        {"2020-05-01", "2020-05-01", "", "2020-05-01", "E in_force 0-0\n"},
        {"2020-05-01", "2020-05-01", "", "2020-05-02", ""},
        {"2020-05-01", "2020-05-01", "", "2020-05", "E possibly 0-0\n"},
        /* No end known: up to the last confirmed day, and after it no more is claimed. */
        {"2020-05-01", "", "", "2020-05-01", "E in_force 0-0 @2020-05-01\n"},
        {"2020-05-01", "", "", "2020-05-02", "E as_last_confirmed 0-1 @2020-05-01\n"},
        {"2020-05-01", "", "2020-05-11", "2020-05-11", "E in_force 10-10 @2020-05-11\n"},
        {"2020-05-01", "", "2020-05-11", "2020-05-12", "E as_last_confirmed 10-11 @2020-05-11\n"},
        {"2020-05-01", "", "2020-07", "2020-07-02", "E as_last_confirmed 61-62 @2020-07-01\n"},
        {"2020-05-01/", "", "", "2020-05-02", "E as_last_confirmed 0-1 @2020-05-01\n"},
        /* Known to go on. */
        {"2020-05-01", "..", "", "2021-05-01", "E in_force 365-365 @2020-05-01\n"},
        {"2020-05-01/..", "", "", "2021-05-01", "E in_force 365-365 @2020-05-01\n"},
        /* An uncertain start: sure from its last day on. */
        {"2020-05", "2020-07-01", "", "2020-04-30", ""},
        {"2020-05", "2020-07-01", "", "2020-05-10", "E possibly 0-9\n"},
        {"2020-05", "2020-07-01", "", "2020-05-31", "E in_force 0-30\n"},
        {"2020-05", "2020-07-01", "", "2020-06-10", "E in_force 10-40\n"},
        {"2020-05", "", "", "2020-06-10", "E as_last_confirmed 0-40 @2020-05-01\n"},
        /* A marked one is never sure, and no days follow from it. */
        {"2020-05-01~", "2020-07-01", "", "2020-06-10", "E possibly ?-?\n"},
        {"2020-05?", "..", "", "2020-06-10", "E possibly ?-?\n"},
        /* An uncertain end: sure before its first day. */
        {"2020-05-01", "2020-07", "", "2020-06-30", "E in_force 60-60\n"},
        {"2020-05-01", "2020-07", "", "2020-07-01", "E possibly 61-61\n"},
        {"2020-05-01", "2020-07", "", "2020-07-31", ""},
        {"2020-05-01/2020-07", "", "", "2020-07-30", "E possibly 61-90\n"},
        /* About right: sure well before. Doubtful: never. */
        {"2020-05-01", "2020-07-01~", "", "2020-05-31", "E possibly 30-30\n"},
        {"2020-05-01", "2020-07-01~", "", "2020-05-30", "E in_force 29-29\n"},
        {"2020-05-01", "2030-07-01?", "", "2020-05-02", "E possibly ?-1\n"},
        {"2020-05-01", "2022~", "", "2020-05-02", "E possibly 0-1\n"},
        /* A list lasts from its first to its last member. */
        {"{2020-05-01,2020-05-03}", "", "", "2020-05-03", "E in_force 2-2\n"},
        {"{2020-05-01,2020-05-03}", "", "", "2020-05-04", ""},
        /* Without a lower bound nothing is known of how long. */
        {"[..2020-05-01]", "2020-07-01", "", "2020-05-10", "E in_force 9-?\n"},
        {"[..2020-05-01]", "", "", "2020-05-10", "E possibly ?-?\n"},
        {"[..2020-05-01]", "", "2020-05-08", "2020-05-10", "E as_last_confirmed 7-? @2020-05-08\n"},
        {"[2020-05-01..]", "", "", "2020-05-10", "E possibly ?-9 @2020-05-01\n"},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        put(world, RECORD_EVENT, "id", "E", "kind", "sanction", "date", cases[i].date, "end", cases[i].end,
            "last_confirmed", cases[i].confirmed, "title", "T", NULL);
        check_on(world, &all, cases[i].on, cases[i].said);
    }
}

/* Sources confirm; those from before it began announce it. */
static void test_confirmed(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "trade.ban", "date", "2020-05-01", "title", "T", "sources", "may;june", NULL);
    check_on(world, &all, "2020-06-01", "E in_force 31-31 @2020-06-01\n");
    check_on(world, &all, "2020-06-02", "E as_last_confirmed 31-32 @2020-06-01\n");
    put(world, RECORD_EVENT, "id", "E", "date", "2020-07~", "sources", "may;june", NULL);
    check_on(world, &all, "2020-08-02", "E possibly ?-?\n");
}

/* The edges of the calendar. */
static void test_far_days(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "E", "kind", "sanction", "date", "Y-999999999999999", "end", "Y999999999999999", "title",
        "T", NULL);
    put(world, RECORD_EVENT, "id", "F", "kind", "sanction", "date", "[..2020]", "end", "[2021..]", "title", "T", NULL);
    put(world, RECORD_EVENT, "id", "G", "kind", "sanction", "date", "2020-05-01", "title", "T", NULL);
    check_days(world, &all, DAY_MIN, DAY_MAX, "F possibly ?-?\nE possibly ?-730484999999999633\nG possibly ?-? @2020-05-01\n");
    check_days(world, &all, DAY_MIN, DAY_MIN, "F possibly ?-?\n");
    check_days(world, &all, DAY_MAX, DAY_MAX, "G as_last_confirmed 0-? @2020-05-01\nF possibly 1-?\n");
}

/* By state, each in the order of events. */
static void test_order(void **state) {
    struct world *world = *state;
    static const char *const ids[] = {"A", "B", "C", "D", "E", "F"};
    static const char *const ends[] = {"", "..", "2020-07", "", "..", "2020-07"};
    for (size_t i = 0; i < LENGTH(ids); i++)
        put(world, RECORD_EVENT, "id", ids[i], "kind", "sanction", "date", "2020-05-01", "end", ends[i], "title", "T", NULL);
    check_on(world, &all, "2020-07-03",
             "B in_force 63-63 @2020-05-01\nE in_force 63-63 @2020-05-01\nA as_last_confirmed 0-63 @2020-05-01\n"
             "D as_last_confirmed 0-63 @2020-05-01\nC possibly 61-63\nF possibly 61-63\n");
    struct wanted part = {.limit = 2, .after = "E"};
    check_on(world, &part, "2020-07-03", "A as_last_confirmed 0-63 @2020-05-01\nD as_last_confirmed 0-63 @2020-05-01\n");
    struct error error = {0};
    struct buffer text;
    struct wanted nothing = {.after = "X"};
    buffer_init(&text);
    assert_int_equal(ask(world, &nothing, day_of("2020-07-03"), day_of("2020-07-03"), &text, NULL, &error), STATUS_NOT_FOUND);
    buffer_free(&text);
}

/* What is known to go on is known to do so up to today; of later days no more is claimed than without an end. */
static void test_open_after_today(void **state) {
    struct world *world = *state;
    static const struct {
        const char *date, *end, *confirmed, *on, *said;
    } cases[] = {
        {"2020-05-01", "..", "2020-05-11", "2020-06-09", "E in_force 39-39 @2020-05-11\n"},
        {"2020-05-01", "..", "2020-05-11", "2020-06-10", "E in_force 40-40 @2020-05-11\n"},
        {"2020-05-01", "..", "2020-05-11", "2020-06-11", "E as_last_confirmed 10-41 @2020-05-11\n"},
        {"2020-05-01", "", "2020-05-11", "2020-06-11", "E as_last_confirmed 10-41 @2020-05-11\n"},
        {"2020-05-01", "", "2020-05-11", "2020-06-09", "E as_last_confirmed 10-39 @2020-05-11\n"},
        {"2020-05-01", "..", "2020-05-11", "2020-06-10/2020-06-11", "E as_last_confirmed 10-41 @2020-05-11\n"},
        /* Confirmed for a day to come; begun after today. */
        {"2020-05-01", "..", "2020-06-20", "2020-06-20", "E in_force 50-50 @2020-06-20\n"},
        {"2020-05-01", "..", "2020-06-20", "2020-06-21", "E as_last_confirmed 50-51 @2020-06-20\n"},
        {"2020-07-01", "..", "", "2020-07-01", "E in_force 0-0 @2020-07-01\n"},
        {"2020-07-01", "..", "", "2020-07-02", "E as_last_confirmed 0-1 @2020-07-01\n"},
    };
    struct wanted wanted = {.today = "2020-06-10"};
    for (size_t i = 0; i < LENGTH(cases); i++) {
        TARIFF(world, "E", cases[i].date, cases[i].end, "cars", "5", "last_confirmed", cases[i].confirmed, NULL);
        check_on(world, &wanted, cases[i].on, cases[i].said);
    }
    TARIFF(world, "E", "2020-05-01", "..", "cars", "5", "last_confirmed", "2020-05-11", NULL);
    check_steps_of(world, &wanted, DAY_MIN, day_of("2020-07-01"), "cars 2020-05-01..2020-06-11 5 in_force E\n"
                                                                 "cars 2020-06-11.. 5 as_last_confirmed E\n");
    check_steps_of(world, &wanted, DAY_MIN, day_of("2020-06-10"), "cars 2020-05-01.. 5 in_force E\n");
}

/* ---- which ---------------------------------------------------------------------------------------------------- */

static void test_which(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "POINT", "kind", "meeting", "date", "2020-05-01", "end", "2020-06-01", "title", "T", NULL);
    put(world, RECORD_EVENT, "id", "BAN", "kind", "trade.ban.goods", "date", "2020-05-01", "end", "..", "title", "T", NULL);
    put(world, RECORD_EVENT, "id", "PLAN", "kind", "sanction", "date", "2020-05-01", "title", "T", "status", "planned", NULL);
    put(world, RECORD_EVENT, "id", "NOT", "kind", "sanction", "date", "2020-05-01", "title", "T", "status", "denied", NULL);
    put(world, RECORD_EVENT, "id", "OFF", "kind", "sanction", "date", "2020-05-01", "title", "T", "status", "cancelled", NULL);
    put(world, RECORD_EVENT, "id", "DIS", "kind", "sanction", "date", "2020-05-01", "end", "..", "title", "T", "status",
        "disputed", NULL);
    check_on(world, &all, "2020-05-01", "BAN in_force 0-0 @2020-05-01\nDIS in_force 0-0 @2020-05-01\n");
    struct wanted planned = {.status = "planned"}, bans = {.kind = "trade"}, tariffs = {.tariffs_only = true};
    check_on(world, &planned, "2020-05-01", "PLAN in_force 0-0 @2020-05-01\n");
    check_on(world, &bans, "2020-05-01", "BAN in_force 0-0 @2020-05-01\n");
    check_on(world, &tariffs, "2020-05-01", "");
}

static void test_sides(void **state) {
    struct world *world = *state;
    static const struct query_actor a = {RECORD_COUNTRY, {"X-AB", 4}}, b = {RECORD_COUNTRY, {"X-BC", 4}},
                                    c = {RECORD_COUNTRY, {"X-CD", 4}}, u = {RECORD_ORGANIZATION, {"T-U", 3}};
    const struct query_actor a_or_u[] = {a, u};
    put(world, RECORD_EVENT, "id", "AB", "kind", "sanction", "date", "2020-05-01", "end", "..", "title", "T", "countries",
        "X-AB:imposer;X-BC:target", NULL);
    put(world, RECORD_EVENT, "id", "UC", "kind", "sanction", "date", "2020-05-01", "end", "..", "title", "T", "countries",
        "X-CD:target;X-AB:actor", "organizations", "T-U:imposer", NULL);
    put(world, RECORD_EVENT, "id", "CA", "kind", "incident.detention", "date", "2020-05-01", "end", "..", "title", "T",
        "countries", "X-CD:actor;X-AB:target", NULL);
    const struct {
        struct wanted wanted;
        const char *said;
    } cases[] = {
        {{.imposers = &a, .imposer_count = 1}, "AB"},
        {{.imposers = &u, .imposer_count = 1}, "UC"},
        {{.imposers = a_or_u, .imposer_count = 2}, "AB UC"},
        {{.imposers = &c, .imposer_count = 1}, "CA"}, /* who acts, where nobody is said to impose */
        {{.targets = &c, .target_count = 1}, "UC"},
        {{.targets = &a, .target_count = 1}, "CA"},
        {{.imposers = &u, .imposer_count = 1, .targets = &c, .target_count = 1}, "UC"},
        {{.imposers = &a, .imposer_count = 1, .targets = &c, .target_count = 1}, ""},
        {{.imposers = a_or_u, .imposer_count = 2, .targets = &b, .target_count = 1}, "AB"},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char said[200] = "";
        for (const char *at = cases[i].said; *at; at += *at == ' ') {
            size_t size = strcspn(at, " ");
            snprintf(said + strlen(said), sizeof said - strlen(said), "%.*s in_force 0-0 @2020-05-01\n", (int)size, at);
            at += size;
        }
        check_on(world, &cases[i].wanted, "2020-05-01", said);
    }
}

static void test_codes(void **state) {
    struct world *world = *state;
    static const struct {
        const char *hs;
        bool found;
    } cases[] = {{"8703", true}, {"87", true}, {"870380", true}, {"8703.80", true}, {"8703.80.10", true},
                 {"8704", false}, {"7", false}, {"8703.81", false}};
    TARIFF(world, "T", "2020-05-01", "..", "cars", "5", "hs", "1001;8703.80", NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct wanted wanted = {.hs = cases[i].hs};
        check_on(world, &wanted, "2020-05-01", cases[i].found ? "T in_force 0-0 @2020-05-01\n" : "");
    }
}

/* ---- one after the other ----------------------------------------------------------------------------------------- */

static void test_derived_end(void **state) {
    struct world *world = *state;
    TARIFF(world, "T", "2020-05-01", "", "cars", "5", NULL);
    put(world, RECORD_EVENT, "id", "END", "kind", "statement", "date", "2020-06", "title", "T", NULL);
    link_events(world, "END", "ends", "T");
    check_on(world, &all, "2020-05-31", "T in_force 30-30\n");
    check_on(world, &all, "2020-06-10", "T possibly 31-40\n");
    check_on(world, &all, "2020-06-30", "");
}

/* What is said of the seam in the line of a measure on a day. */
static void check_fault(struct world *world, const char *on, const char *id, const char *fault) {
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    must(ask(world, &all, day_of(on), day_of(on), &text, NULL, &error), &error);
    buffer_append_byte(&text, '\0');
    char *line = text.data;
    while (line && strncmp(line, id, strlen(id)) != 0) {
        line = strchr(line, '\n');
        if (line) line++;
    }
    assert_non_null(line);
    line[strcspn(line, "\n")] = '\0';
    const char *said = strchr(line, '!');
    assert_string_equal(said ? said + 1 : "", fault);
    buffer_free(&text);
}

static void test_seams(void **state) {
    struct world *world = *state;
    static const struct {
        const char *end, *start, *of_new, *of_old;
    } cases[] = {
        {"2020-06-01", "2020-06-01", "", ""},
        {"2020-06-01", "2020-06-04", "gap OLD", "gap NEW"},
        {"2020-06-01", "2020-05-29", "overlap OLD", "overlap NEW"},
        {"2020-06-01", "2020-06", "uncertain OLD", "uncertain NEW"},
        {"2020-06-01~", "2020-06-04", "uncertain OLD", "uncertain NEW"},
        {"2020-06-01~", "2020-06-01", "", ""},
        {"..", "2020-06-01", "no end OLD", "no end NEW"},
        {"2020-05", "2020-06-03", "gap OLD", "gap NEW"},
        {"2020-05-01", "2020-05-02", "", ""}, /* it was there on the day it began */
    };
    TARIFF(world, "OLD", "2020-05-01", "2020-06-01", "cars", "5", NULL);
    TARIFF(world, "NEW", "2020-06-01", "2020-09-01", "cars", "5", NULL);
    link_events(world, "NEW", "replaces", "OLD");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        put(world, RECORD_EVENT, "id", "OLD", "end", cases[i].end, NULL);
        put(world, RECORD_EVENT, "id", "NEW", "date", cases[i].start, NULL);
        check_fault(world, "2020-08-20", "NEW", cases[i].of_new);
        check_fault(world, "2020-05-01", "OLD", cases[i].of_old);
    }
    /* One that is only planned replaces nothing yet. */
    put(world, RECORD_EVENT, "id", "OLD", "end", "..", NULL);
    put(world, RECORD_EVENT, "id", "NEW", "status", "planned", NULL);
    check_fault(world, "2020-05-01", "OLD", "");
}

/* ---- totals ---------------------------------------------------------------------------------------------------- */

static void test_stacked(void **state) {
    struct world *world = *state;
    TARIFF(world, "A", "2020-05-01", "..", "Cars;trucks", "75.8", "base_rate", "9", NULL);
    TARIFF(world, "B", "2020-05-01", "..", "cars", "107.1/212.1", "base_rate", "9", NULL);
    check_totals(world, "2020-05-01", false, "Cars 182.9/287.9 A;B\ntrucks 75.8 A\n");
    check_totals(world, "2020-05-01", true, "Cars 191.9/296.9+ A;B\ntrucks 84.8+ A\n");
    /* Base duties that differ are a range. */
    put(world, RECORD_EVENT, "id", "B", "base_rate", "10", NULL);
    check_totals(world, "2020-05-01", true, "Cars 191.9/297.9+ A;B\ntrucks 84.8+ A\n");
    /* The ordinary duty is the base itself. */
    TARIFF(world, "C", "2020-05-01", "..", "cars", "6.1", "basis", "Ordinary (MFN)", NULL);
    check_totals(world, "2020-05-01", true, "Cars 189/294+ A;B;C\ntrucks 84.8+ A\n");
    /* Only possibly under way: it may add nothing. */
    put(world, RECORD_EVENT, "id", "A", "date", "2020-05", NULL);
    check_totals(world, "2020-05-01", false, "cars 113.2/294 B;C;A ~A (possibly A)\ntrucks 0/75.8 A\n");
}

static void test_units_and_missing_rates(void **state) {
    struct world *world = *state;
    TARIFF(world, "A", "2020-05-01", "..", "pork", "25", NULL);
    TARIFF(world, "B", "2020-05-01", "..", "pork", "3", "rate_unit", " CAD/kg", NULL);
    TARIFF(world, "C", "2020-05-01", "..", "peas", "10", NULL);
    TARIFF(world, "D", "2020-05-01", "..", "peas", "", NULL);
    TARIFF(world, "E", "2020-05-01", "..", "", "10", NULL);
    check_totals(world, "2020-05-01", false, "peas  C;D -D\npork 25 A\npork 3CAD/kg B\n");
    check_totals(world, "2020-05-01", true, "peas  C;D -D\npork 25 A\npork 3CAD/kg B\n");
}

static void test_scope(void **state) {
    struct world *world = *state;
    static const struct {
        const char *a_excludes, *a_quota, *b_excludes, *b_quota, *said;
    } cases[] = {
        {"", "", "", "", "fish 15 A;B\n"},
        {"crab", "", "Crab", "", "fish 15 A;B\n"},
        {"", "5 t", "", "5 t", "fish 15 A;B\n"},
        {"crab", "", "", "", "fish 5/15 A;B ~A (narrower A)\n"}, /* A is narrower */
        {"", "5 t", "", "", "fish 5/15 A;B ~A (narrower A)\n"},
        {"crab", "", "lobster;crab", "", "fish 10/15 A;B ~B (narrower B)\n"}, /* B is */
        {"crab", "", "lobster", "", "fish 0/15 A;B ~A;B (narrower A, narrower B)\n"}, /* each is in a way */
        {"", "5 t", "", "6 t", "fish 0/15 A;B ~A;B (narrower A, narrower B)\n"},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        TARIFF(world, "A", "2020-05-01", "..", "fish", "10", "excludes", cases[i].a_excludes, "quota", cases[i].a_quota, NULL);
        TARIFF(world, "B", "2020-05-01", "..", "fish", "5", "excludes", cases[i].b_excludes, "quota", cases[i].b_quota, NULL);
        check_totals(world, "2020-05-01", false, cases[i].said);
    }
}

/* Duties on several targets meet those on one of them; a union is an imposer of its own. */
static void test_lanes(void **state) {
    struct world *world = *state;
    put(world, RECORD_EVENT, "id", "A", "kind", "tariff", "date", "2020-05-01", "end", "..", "title", "T", "countries",
        "X-AB:imposer;X-BC:target;X-CD:target", "product", "steel", "rate", "25", NULL);
    put(world, RECORD_EVENT, "id", "B", "kind", "tariff", "date", "2020-05-01", "end", "..", "title", "T", "countries",
        "X-AB:imposer;X-BC:target", "product", "steel", "rate", "20", NULL);
    put(world, RECORD_EVENT, "id", "C", "kind", "tariff", "date", "2020-05-01", "end", "..", "title", "T", "countries",
        "X-BC:target", "organizations", "T-U:imposer", "product", "steel", "rate", "1", NULL);
    check_totals(world, "2020-05-01", false, "steel 1 C\nsteel 45 A;B\nsteel 25 A\n");
}

/* What has no end of its own but is replaced may be over. */
static void test_replaced_without_end(void **state) {
    struct world *world = *state;
    TARIFF(world, "OLD", "2020-05-01", "..", "cars", "100", NULL);
    TARIFF(world, "NEW", "2020-06-01", "..", "cars", "6.1", NULL);
    check_totals(world, "2020-06-01", false, "cars 106.1 OLD;NEW\n");
    link_events(world, "NEW", "replaces", "OLD");
    check_totals(world, "2020-05-31", false, "cars 100 OLD\n");
    check_totals(world, "2020-06-01", false, "cars 6.1/106.1 OLD;NEW ~OLD =OLD (open OLD)\n");
}

/* ---- steps ------------------------------------------------------------------------------------------------------- */

static void test_steps(void **state) {
    struct world *world = *state;
    TARIFF(world, "A", "2020-05-01", "2020-06-01", "cars", "10", NULL);
    TARIFF(world, "B", "2020-05-10", "2020-06-01", "cars", "5.5", NULL);
    TARIFF(world, "C", "2020-06-04", "", "cars", "10", NULL);
    TARIFF(world, "P", "2020-05", "2020-05-20", "pork", "25", NULL);
    check_steps(world, day_of("2020-01-01"), day_of("2020-12-31"),
                "cars 2020-05-01..2020-05-10 10 in_force A\n"
                "cars 2020-05-10..2020-06-01 15.5 in_force A;B\n"
                "cars 2020-06-01..2020-06-04  none \n" /* it comes back: the gap is seen */
                "cars 2020-06-04..2020-06-05 10 in_force C\n"
                "cars 2020-06-05.. 10 as_last_confirmed C\n"
                "pork 2020-05-01..2020-05-21 0/25 possibly P\n"); /* it may have begun the day it ended */
    /* A part of the time, on one day, and where there is none. */
    check_steps(world, day_of("2020-05-15"), day_of("2020-05-15"), "cars 2020-05-15.. 15.5 in_force A;B\n"
                                                                  "pork 2020-05-15.. 0/25 possibly P\n");
    check_steps(world, day_of("2020-06-02"), day_of("2020-06-03"), "");
    check_steps(world, DAY_MIN, day_of("2020-05-09"), "cars 2020-05-01.. 10 in_force A\npork 2020-05-01.. 0/25 possibly P\n");
}

static void test_step_edges(void **state) {
    struct world *world = *state;
    /* One that takes the place of an equal one is a step of its own; ended the day it began is a day. */
    TARIFF(world, "A", "2020-05-01", "2020-05-01", "cars", "10", NULL);
    TARIFF(world, "B", "2020-05-03", "2020-05-05", "cars", "10", NULL);
    TARIFF(world, "C", "2020-05-05", "2020-05-07", "cars", "10", NULL);
    check_steps(world, DAY_MIN, DAY_MAX,
                "cars 2020-05-01..2020-05-02 10 in_force A\ncars 2020-05-02..2020-05-03  none \n"
                "cars 2020-05-03..2020-05-05 10 in_force B\ncars 2020-05-05..2020-05-07 10 in_force C\n");
    /* Without bounds, and without a product. */
    TARIFF(world, "A", "[..2020-05-01]", "[2020-06-01..]", "", "10", NULL);
    TARIFF(world, "B", "2020-05-03", "2020-05-05", "", "5", NULL);
    TARIFF(world, "C", "Y-999999999999999", "Y999999999999999", "", "7", NULL);
    check_steps(world, DAY_MIN, DAY_MAX, " ..2020-05-01 0/10 possibly A\n"
                                        " 2020-05-01..2020-06-01 10 in_force A\n"
                                        " 2020-06-01.. 0/10 possibly A\n"
                                        " 2020-05-03..2020-05-05 5 in_force B\n"
                                        " Y-999999999999999-01-01..Y-999999999999999-12-31 0/7 possibly C\n"
                                        " Y-999999999999999-12-31..Y999999999999999-01-01 7 in_force C\n"
                                        " Y999999999999999-01-01..Y999999999999999-12-31 0/7 possibly C\n");
}

/* One that another has replaced, though its own end comes later: both add, and that is said. */
static void test_replaced_with_overlap(void **state) {
    struct world *world = *state;
    TARIFF(world, "OLD", "2020-05-01", "2020-06-10", "cars", "10", NULL);
    TARIFF(world, "NEW", "2020-06-01", "2020-09-01", "cars", "15", NULL);
    link_events(world, "NEW", "replaces", "OLD");
    check_totals(world, "2020-05-31", false, "cars 10 OLD\n");
    check_totals(world, "2020-06-09", false, "cars 25 OLD;NEW =OLD (overlaps OLD)\n");
    check_totals(world, "2020-06-10", false, "cars 15 NEW\n");
    check_steps(world, DAY_MIN, DAY_MAX, "cars 2020-05-01..2020-06-01 10 in_force OLD\n"
                                        "cars 2020-06-01..2020-06-10 25 in_force OLD;NEW =OLD (overlaps OLD)\n"
                                        "cars 2020-06-10..2020-09-01 15 in_force NEW\n");
    /* Without an end of its own it may be over; so it may when what replaced it is over too. */
    put(world, RECORD_EVENT, "id", "OLD", "end", "..", NULL);
    check_steps(world, DAY_MIN, DAY_MAX, "cars 2020-05-01..2020-06-01 10 in_force OLD\n"
                                        "cars 2020-06-01..2020-09-01 15/25 in_force OLD;NEW ~OLD =OLD (open OLD)\n"
                                        "cars 2020-09-01.. 0/10 in_force OLD =OLD (open OLD)\n");
    /* One reason is told, the strongest; and a part of the goods is a step of its own. */
    put(world, RECORD_EVENT, "id", "OLD", "end", "2020-06-10", NULL);
    put(world, RECORD_EVENT, "id", "NEW", "excludes", "vans", NULL);
    check_totals(world, "2020-06-09", false, "cars 10/25 OLD;NEW ~NEW =OLD (narrower NEW, overlaps OLD)\n");
    put(world, RECORD_EVENT, "id", "NEW", "date", "2020-06", NULL);
    check_totals(world, "2020-06-09", false, "cars 10/25 OLD;NEW ~NEW =OLD (possibly NEW, overlaps OLD)\n");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_states), TEST(test_confirmed), TEST(test_far_days), TEST(test_order), TEST(test_which),
        TEST(test_sides), TEST(test_codes), TEST(test_derived_end), TEST(test_seams), TEST(test_stacked),
        TEST(test_units_and_missing_rates), TEST(test_scope), TEST(test_lanes), TEST(test_replaced_without_end),
        TEST(test_replaced_with_overlap), TEST(test_open_after_today), TEST(test_steps), TEST(test_step_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
