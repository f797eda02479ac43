/* Random events and random ranges in a world of ten days: the bounds are those of all pairs of days
 * that the event can have begun and ended on, event_match agrees with trying every pair, and what
 * is certain starts, and what starts overlaps. The generator is fixed: every run is the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../core/model/event.h"

/* Days 1 to 10 are written as days of December 2018; beyond MIN and MAX nothing is written. */
enum { WORLD = 10, MIN = -50, MAX = 50, EVENTS = 20000, RANGES = 40 };

static uint64_t random_state = UINT64_C(0x9E3779B97F4A7C15);

static int pick(int count) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (int)(random_state % (uint64_t)count);
}

/* A side of an event: the days it can be, and how that is written. */
struct side {
    char text[64];
    int min, max;
    bool marked;
};

/* The form with the days a and b written in the places of A and B. */
static void write_form(char *out, size_t size, const char *form, int a, int b) {
    size_t used = 0;
    for (; *form && used + 11 < size; form++) {
        if (*form == 'A' || *form == 'B')
            used += (size_t)snprintf(out + used, size - used, "2018-12-%02d", *form == 'A' ? a : b);
        else
            out[used++] = *form;
    }
    out[used] = '\0';
}

static void write_days(struct side *side, int from, int to, const char *form) {
    write_form(side->text, sizeof side->text, form, from, to);
    side->min = from;
    side->max = to;
    side->marked = false;
}

static void make_side(struct side *side) {
    int a = 1 + pick(WORLD), b = 1 + pick(WORLD);
    int from = a < b ? a : b, to = a < b ? b : a;
    switch (pick(8)) {
    case 0:
        write_days(side, from, to, "[A..B]");
        return;
    case 1:
        write_days(side, MIN, to, "[..B]");
        return;
    case 2:
        write_days(side, from, MAX, "[A..]");
        return;
    case 3:
        write_days(side, MIN, MAX, "[..2018-12-01,2018-12-10..]");
        return;
    case 4:
        write_days(side, a, a, "A?");
        side->marked = true;
        return;
    default:
        write_days(side, a, a, "A");
    }
}

/* An event, and what it says in days of the world. */
struct world_event {
    char kind; /* m point, v bounded, t standing */
    char date[160], end[64];
    struct side start, finish;
    bool same_day; /* ends when it begins */
};

/* No end is written. */
static void end_by_class(struct world_event *event) {
    event->finish = event->start;
    event->same_day = event->kind == 'm';
    if (event->kind != 't')
        return;
    event->finish.min = MIN;
    event->finish.max = MAX;
    event->finish.marked = false;
}

/* "a/b" with exact days, or an end left open or out. */
static void make_interval(struct world_event *event) {
    int a = 1 + pick(WORLD), b = a + pick(WORLD + 1 - a);
    static const char *const forms[] = {"A/B", "A/..", "A/", "../B", "/B"};
    int form = pick(5);
    write_form(event->date, sizeof event->date, forms[form], a, b);
    event->start = (struct side){"", form < 3 ? a : MIN, form < 3 ? a : b, false};
    event->finish = (struct side){"", b, b, false};
    if (form == 1)
        event->finish.min = event->finish.max = MAX;
    if (form == 2)
        event->finish.min = MIN, event->finish.max = MAX;
    if (event->kind != 'm')
        return;
    event->start.max = form == 1 || form == 2 ? MAX : b;
    end_by_class(event);
}

static void make_event(struct world_event *event) {
    memset(event, 0, sizeof *event);
    event->kind = "mvt"[pick(3)];
    if (pick(4) == 0) {
        make_interval(event);
        return;
    }
    make_side(&event->start);
    memcpy(event->date, event->start.text, sizeof event->start.text);
    switch (pick(4)) {
    case 0:
        end_by_class(event);
        return;
    case 1:
        strcpy(event->end, "..");
        event->finish = (struct side){"", MAX, MAX, false};
        return;
    default:
        make_side(&event->finish);
        memcpy(event->end, event->finish.text, sizeof event->end);
    }
}

/* ---- Trying every pair ----------------------------------------------------------------------- */

struct tried {
    int pairs, starts, overlaps; /* how many of all pairs */
    int start_min, start_max, end_min, end_max;
};

static void try_pair(struct tried *tried, const struct world_event *event, int start, int end,
                     int from, int to) {
    int last = event->kind == 't' && end != MAX ? end - 1 : end;
    if (last < start)
        last = start;
    bool first_pair = tried->pairs++ == 0;
    tried->starts += start >= from && start <= to;
    tried->overlaps += start <= to && last >= from;
    if (first_pair || start < tried->start_min)
        tried->start_min = start;
    if (first_pair || start > tried->start_max)
        tried->start_max = start;
    if (first_pair || end < tried->end_min)
        tried->end_min = end;
    if (first_pair || end > tried->end_max)
        tried->end_max = end;
}

static struct tried try_pairs(const struct world_event *event, int from, int to) {
    struct tried tried = {0};
    for (int start = event->start.min; start <= event->start.max; start++)
        for (int end = event->finish.min; end <= event->finish.max; end++)
            if (event->same_day ? end == start : end >= start)
                try_pair(&tried, event, start, end, from, to);
    return tried;
}

/* What the contract says of the pairs: a start without a lower bound counts by its latest day; a
 * mark takes certainty away. */
static enum match expect_match(const struct world_event *event, const struct tried *tried, int from,
                               int to, enum match_mode mode) {
    bool surely_starts = tried->starts == tried->pairs && !event->start.marked;
    bool starts = tried->starts > 0;
    if (event->start.min == MIN)
        starts = tried->start_max >= from && tried->start_max <= to;
    bool surely_overlaps = tried->overlaps == tried->pairs && !event->start.marked &&
                           (!event->finish.marked || surely_starts);
    if (mode == MATCH_OVERLAPS)
        return surely_overlaps ? MATCH_SURE : tried->overlaps > 0 ? MATCH_POSSIBLE : MATCH_NONE;
    if (mode == MATCH_CERTAIN)
        return surely_starts ? MATCH_SURE : MATCH_NONE;
    return surely_starts ? MATCH_SURE : starts ? MATCH_POSSIBLE : MATCH_NONE;
}

/* ---- Checks ---------------------------------------------------------------------------------- */

static int64_t real_day(int day) {
    return day == MIN   ? DAY_MIN
           : day == MAX ? DAY_MAX
                        : calendar_to_number(2018, 12, 1) + day - 1;
}

static enum status find_times(const struct world_event *event, struct event_times *times) {
    struct record record;
    int field;
    record_init(&record, RECORD_EVENT);
    record_set(&record, EVENT_KIND, slice_from(event->kind == 'm'   ? "meeting"
                                               : event->kind == 'v' ? "visit"
                                                                    : "tariff"));
    record_set(&record, EVENT_DATE, slice_from(event->date));
    record_set(&record, EVENT_END, slice_from(event->end));
    return event_find_times(&record, times, &field, NULL);
}

static void check_bounds(const struct world_event *event, const struct event_times *times,
                         const struct tried *tried) {
    if (times->start_min != real_day(tried->start_min) ||
        times->start_max != real_day(tried->start_max) ||
        times->end_min != real_day(tried->end_min) || times->end_max != real_day(tried->end_max))
        fail_msg("%c %s end %s: the bounds are not %d %d %d %d", event->kind, event->date,
                 event->end, tried->start_min, tried->start_max, tried->end_min, tried->end_max);
}

static void check_range(const struct world_event *event, const struct event_times *times, int from,
                        int to) {
    static const enum match_mode modes[] = {MATCH_CERTAIN, MATCH_STARTS, MATCH_OVERLAPS};
    struct tried tried = try_pairs(event, from, to);
    enum match before = MATCH_NONE;
    for (size_t i = 0; i < 3; i++) {
        enum match match = event_match(times, real_day(from), real_day(to), modes[i]);
        enum match expected = expect_match(event, &tried, from, to, modes[i]);
        if (match != expected)
            fail_msg("%c %s end %s in %d..%d, mode %d: %d, not %d", event->kind, event->date,
                     event->end, from, to, (int)modes[i], (int)match, (int)expected);
        if (match < before)
            fail_msg("%c %s end %s in %d..%d: mode %d matches less than the narrower one",
                     event->kind, event->date, event->end, from, to, (int)modes[i]);
        before = match;
    }
}

static void test_random_events(void **state) {
    (void)state;
    int good = 0;
    for (int i = 0; i < EVENTS; i++) {
        struct world_event event;
        struct event_times times;
        make_event(&event);
        struct tried tried = try_pairs(&event, MIN, MAX);
        enum status status = find_times(&event, &times);
        if ((status == STATUS_OK) != (tried.pairs > 0))
            fail_msg("%c %s end %s: status %d for %d pairs", event.kind, event.date, event.end,
                     (int)status, tried.pairs);
        if (status != STATUS_OK)
            continue;
        good++;
        check_bounds(&event, &times, &tried);
        for (int j = 0; j < RANGES; j++) {
            int from = pick(5) == 0 ? MIN : pick(WORLD + 4) - 1;
            int to = pick(5) == 0 ? MAX : from == MIN ? pick(WORLD + 4) - 1 : from + pick(WORLD);
            check_range(&event, &times, from, to);
        }
    }
    assert_true(good > EVENTS / 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_events)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
