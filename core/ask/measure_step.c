/* The history of a duty as steps: stretches of days during which what the tariffs come to was the same.
 *
 * Between two neighbouring days on which a date of one of them falls nothing can change, so the sum is worked out on
 * the first day of each such stretch, over those alone that are under way then. */
#include "measure_inside.h"

#include <stdlib.h>
#include "inside.h"

/* ---- days on which something can change --------------------------------------------------------------------- */

static int64_t day_after(int64_t day) { return day == DAY_MIN || day == DAY_MAX ? day : day + 1; }

struct days {
    int64_t *items;
    size_t count;
    int64_t from, to;
};

static void add_day(struct days *days, int64_t day) {
    if (day != DAY_MIN && day != DAY_MAX && day > days->from && day <= days->to) days->items[days->count++] = day;
}

enum { CHANGES = 8 };
static void add_changes(struct days *days, const struct tariff *tariff) {
    const struct event_times *times = &tariff->times;
    add_day(days, times->start_min);
    add_day(days, times->start_max);
    add_day(days, day_after(times->start_max));
    add_day(days, times->end_min);
    add_day(days, times->end_max);
    add_day(days, day_after(event_last_day(times)));
    if (times->end_state == END_UNKNOWN || times->end_state == END_OPEN) add_day(days, day_after(tariff->confirmed));
    add_day(days, tariff->replaced);
}

static int compare_days(const void *a, const void *b) {
    int64_t p = *(const int64_t *)a, q = *(const int64_t *)b;
    return (p > q) - (p < q);
}

static bool list_days(const struct tariff_lane *lane, int64_t from, int64_t to, struct arena *arena, struct days *days) {
    size_t kept = 1;
    *days = (struct days){arena_alloc_array(arena, lane->count * CHANGES + 1, sizeof *days->items), 0, from, to};
    if (!days->items) return false;
    days->items[days->count++] = from;
    for (size_t i = 0; i < lane->count; i++) add_changes(days, lane->tariffs[i]);
    qsort(days->items, days->count, sizeof *days->items, compare_days);
    for (size_t i = 1; i < days->count; i++)
        if (days->items[i] != days->items[kept - 1]) days->items[kept++] = days->items[i];
    days->count = kept;
    return true;
}

/* ---- walking a lane ------------------------------------------------------------------------------------------ */

struct step_walk {
    const struct tariff_lane *lane;
    bool with_base;
    step_visit *visit;
    void *context;
    struct arena memory[2]; /* of the step that is open, and of the one looked at */
    int open_in;
    bool has_open, begun;   /* begun: a step with a measure has been opened */
    struct tariff_sum open;
    int64_t since;
};

static bool is_same(const struct tariff_sum *a, const struct tariff_sum *b) {
    return a->how == b->how && a->with_base == b->with_base && slice_equals(a->rate_min, b->rate_min) &&
           slice_equals(a->rate_max, b->rate_max) && slice_equals(a->measures, b->measures) &&
           slice_equals(a->partly, b->partly) && slice_equals(a->replaced, b->replaced);
}

static bool is_listed(const struct answer_source *sources, size_t count, const struct record *source) {
    for (size_t i = 0; i < count; i++)
        if (slice_equals(record_get(&sources[i].record, SOURCE_ID), record_get(source, SOURCE_ID)) &&
            slice_equals(record_get(&sources[i].record, SOURCE_URL), record_get(source, SOURCE_URL))) return true;
    return false;
}

/* Those of all its measures, each once. Beyond some dozens a repeat costs less than looking for it. */
static bool join_sources(const struct tariff_sum *sum, struct arena *arena, struct shape_sources *sources) {
    enum { LOOK_BACK = 64 };
    size_t most = 0, count = 0;
    for (size_t i = 0; i < sum->count; i++) most += sum->tariffs[i]->sources.count;
    struct answer_source *items = arena_alloc_array(arena, most + 1, sizeof *items);
    if (!items) return false;
    for (size_t i = 0; i < sum->count; i++)
        for (size_t j = 0; j < sum->tariffs[i]->sources.count; j++) {
            const struct answer_source *source = &sum->tariffs[i]->sources.items[j];
            size_t back = count < LOOK_BACK ? count : LOOK_BACK;
            if (!is_listed(items + count - back, back, &source->record)) items[count++] = *source;
        }
    *sources = (struct shape_sources){items, count};
    return true;
}

/* Tells the step that is open, up to the day before `to`. */
static enum status close_step(struct step_walk *walk, int64_t to, struct error *error) {
    const struct tariff_lane *lane = walk->lane;
    const struct tariff_sum *sum = &walk->open;
    if (!walk->has_open) return STATUS_OK;
    walk->has_open = false;
    struct answer_step step = {
        .imposer = lane->imposer.id, .target = lane->target.id, .product = lane->product,
        .imposer_name = lane->imposer.name, .target_name = lane->target.name, .from = walk->since, .to = to,
        .rate_min = sum->rate_min, .rate_max = sum->rate_max, .rate_unit = sum->count ? lane->unit : SLICE_NONE,
        .measures = sum->measures, .without_rate = sum->without_rate, .partly = sum->partly,
        .replaced = sum->replaced,
        .state = slice_from(measure_state_name(sum->how)), .with_base = sum->with_base,
        .disputed = sum->disputed,
        .quota = sum->quota, .excludes = sum->excludes,
        .notes = sum->notes, .note_count = sum->note_count, .confirmed = sum->confirmed,
    };
    if (!join_sources(sum, &walk->memory[walk->open_in], &step.sources)) return ask_no_memory(error);
    return walk->visit(walk->context, &step, error);
}

static void empty_arena(struct arena *arena) {
    arena_free(arena);
    arena_init(arena);
}

/* Takes in what holds from `day` on. A stretch without a measure is a step only between others. */
static enum status take_day(struct step_walk *walk, const struct tariff *const *active, size_t count, int64_t day,
                            struct error *error) {
    struct tariff_sum sum;
    int other = 1 - walk->open_in;
    empty_arena(&walk->memory[other]);
    enum status status = tariff_sum_up(active, count, day, day, walk->with_base, &walk->memory[other], &sum, error);
    if (status != STATUS_OK || (walk->has_open && is_same(&walk->open, &sum))) return status;
    if (sum.count == 0 && !walk->begun) return STATUS_OK;
    status = close_step(walk, day, error);
    walk->open = sum;
    walk->open_in = other;
    walk->since = day;
    walk->has_open = walk->begun = true;
    return status;
}

static int compare_starts(const void *a, const void *b) {
    const struct tariff *p = *(const struct tariff *const *)a, *q = *(const struct tariff *const *)b;
    return event_compare(&p->times, p->id, &q->times, q->id);
}

/* Drops those that are over. */
static size_t keep_active(const struct tariff **active, size_t count, int64_t day) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (event_last_day(&active[i]->times) >= day) active[kept++] = active[i];
    return kept;
}

static enum status walk_lane(struct step_walk *walk, int64_t from, int64_t to, struct arena *arena, struct error *error) {
    const struct tariff_lane *lane = walk->lane;
    struct days days;
    const struct tariff **active = arena_alloc_array(arena, lane->count + 1, sizeof *active);
    if (!active || !list_days(lane, from, to, arena, &days)) return ask_no_memory(error);
    qsort(lane->tariffs, lane->count, sizeof *lane->tariffs, compare_starts);
    size_t next = 0, count = 0;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < days.count; i++) {
        int64_t day = days.items[i];
        for (; next < lane->count && lane->tariffs[next]->times.start_min <= day; next++)
            active[count++] = lane->tariffs[next];
        count = keep_active(active, count, day);
        status = take_day(walk, active, count, day, error);
    }
    /* What follows the last of them is no step. */
    if (status == STATUS_OK && walk->has_open && walk->open.count) status = close_step(walk, DAY_MAX, error);
    return status;
}

static enum status walk_one(const struct tariff_lane *lane, int64_t from, int64_t to, bool with_base, step_visit *visit,
                            void *context, struct arena *arena, struct error *error) {
    struct step_walk walk = {.lane = lane, .with_base = with_base, .visit = visit, .context = context};
    arena_init(&walk.memory[0]);
    arena_init(&walk.memory[1]);
    enum status status = walk_lane(&walk, from, to, arena, error);
    arena_free(&walk.memory[0]);
    arena_free(&walk.memory[1]);
    return status;
}

enum status ask_steps(const struct tariff_book *book, int64_t from, int64_t to, bool with_base, step_visit *visit,
                      void *context, struct error *error) {
    struct tariff_lane *lanes;
    size_t count;
    struct arena arena;
    arena_init(&arena);
    enum status status = tariff_book_sort(book, true, &arena, &lanes, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct arena_mark mark = arena_mark(&arena);
        status = walk_one(&lanes[i], from, to, with_base, visit, context, &arena, error);
        arena_rewind(&arena, mark);
    }
    arena_free(&arena);
    return status;
}
