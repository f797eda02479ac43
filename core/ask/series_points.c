/* The points of a series: which periods there are, what each comes to, and where nothing is known.
 *
 * Invariant: a period without events has a value only where coverage claims the whole of it, as far as it is asked
 * for, for the kind of the point. */
#include "series_inside.h"

#include <stdlib.h>
#include "inside.h"

static const char *const by_names[] = {"day", "month", "quarter", "year"};
static const char *const measure_names[] = {"count", "sum", "mean", "tariff"};

struct days_covered {
    struct answer_stretch *items;
    size_t count;
};

/* Points of one name: a kind, or all events. */
struct line {
    struct slice kind;
    uint32_t number;
    struct days_covered covered;
    /* What fills this period, by direction: see struct series_cell. */
    struct {
        int64_t begun;
        double rate, weight;
    } runs[SERIES_DIRECTIONS];
};

struct teller {
    struct series *series;
    const struct series_visitor *visitor;
    struct series_grain *grain;
    struct days_covered covered; /* of the whole question */
    struct line *lines;
    size_t line_count;
    struct slice directions[SERIES_DIRECTIONS];
    int64_t first, last; /* periods */
    bool none;           /* there is no period at all */
};

/* ---- coverage ---------------------------------------------------------------------------------------------------- */

/* Nobody can have covered days to come. */
static enum status find_covered(struct series *series, const struct slice_list *kinds, struct days_covered *covered,
                                struct error *error) {
    struct store_stretch *stretches;
    size_t count;
    enum status status = store_list_covered(series->asker->store, &series->query, kinds, &series->arena, &stretches,
                                            &count, error);
    if (status != STATUS_OK) return status;
    *covered = (struct days_covered){arena_alloc_array(&series->arena, count + 1, sizeof *covered->items), 0};
    if (!covered->items) return ask_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        struct answer_stretch days = {stretches[i].from, stretches[i].to};
        if (days.end > series->request->today) days.end = series->request->today;
        if (days.start <= days.end) covered->items[covered->count++] = days;
    }
    return STATUS_OK;
}

static bool is_covered(const struct days_covered *covered, int64_t first, int64_t last) {
    size_t low = 0, high = covered->count; /* the last stretch that begins by then */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (covered->items[middle].start <= first) low = middle + 1;
        else high = middle;
    }
    return low > 0 && covered->items[low - 1].end >= last;
}

/* What was asked for of a family: the kinds below it that were asked for, else all of it. */
static enum status list_family(struct series *series, struct slice *family, struct slice_list *kinds,
                               struct error *error) {
    const struct slice_list *asked = &series->query.kinds;
    for (size_t i = 0; i < asked->count; i++)
        if (kind_is_below(asked->items[i], *family) && !arena_append(&series->arena, kinds, asked->items[i]))
            return ask_no_memory(error);
    if (kinds->count == 0) *kinds = (struct slice_list){family, 1};
    return STATUS_OK;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static int compare_lines(const void *a, const void *b) {
    return slice_compare(((const struct line *)a)->kind, ((const struct line *)b)->kind);
}

static enum status make_line(struct series *series, uint32_t number, struct line *line, struct error *error) {
    struct slice_list kinds = {NULL, 0};
    *line = (struct line){.kind = series->kinds.list.items[number], .number = number};
    enum status status = STATUS_OK;
    if (series->request->split == SERIES_BY_FAMILY) status = list_family(series, &line->kind, &kinds, error);
    else kinds = (struct slice_list){&line->kind, 1};
    return status == STATUS_OK ? find_covered(series, &kinds, &line->covered, error) : status;
}

/* Which kinds have an event in some period. */
static bool *mark_kinds(struct teller *teller) {
    const struct series_table *table = &teller->grain->table;
    bool *occurs = arena_alloc_array(&teller->series->arena, teller->series->kinds.list.count + 1, sizeof *occurs);
    for (size_t i = 0; occurs && i < table->size; i++)
        if (table->cells[i].used) occurs[table->cells[i].group.kind] = true;
    return occurs;
}

/* A line for each kind that occurs; one without a name where nothing is split, or nothing occurs. */
static enum status make_lines(struct teller *teller, struct error *error) {
    struct series *series = teller->series;
    size_t count = series->kinds.list.count;
    enum status status = STATUS_OK;
    bool *occurs = mark_kinds(teller);
    teller->lines = arena_alloc_array(&series->arena, count + 1, sizeof *teller->lines);
    if (!teller->lines || !occurs) return ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (occurs[i]) status = make_line(series, (uint32_t)i, &teller->lines[teller->line_count++], error);
    if (teller->line_count == 0) {
        teller->lines[0] = (struct line){.covered = teller->covered};
        teller->line_count = 1;
    }
    if (status == STATUS_OK) qsort(teller->lines, teller->line_count, sizeof *teller->lines, compare_lines);
    return status;
}

static bool join_sides(struct arena *arena, struct slice a, const char *between, struct slice b, struct slice *out) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_slice(&text, a);
    buffer_append_text(&text, between);
    buffer_append_slice(&text, b);
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), out);
    buffer_free(&text);
    return done;
}

static bool name_directions(struct teller *teller) {
    struct arena *arena = &teller->series->arena;
    const struct query_actor *pair = teller->series->query.pair;
    return join_sides(arena, pair[0].id, ">", pair[1].id, &teller->directions[SERIES_FORTH]) &&
           join_sides(arena, pair[1].id, ">", pair[0].id, &teller->directions[SERIES_BACK]) &&
           join_sides(arena, pair[0].id, "-", pair[1].id, &teller->directions[SERIES_JOINT]);
}

/* ---- which periods -------------------------------------------------------------------------------------------------- */

static void widen_to_day(struct series_grain *grain, int64_t day) {
    if (!series_is_day(day)) return;
    int64_t period = series_period(grain->by, day);
    series_widen(grain, period, period);
}

/* From the first to the last that has an event, as far as coverage reaches, and as far as days are asked for. */
static void find_range(struct teller *teller) {
    const struct series *series = teller->series;
    struct series_grain range = *teller->grain;
    for (size_t i = 0; i < teller->covered.count; i++) {
        struct answer_stretch days = teller->covered.items[i];
        if (days.start < series->from) days.start = series->from;
        if (days.end > series->to) days.end = series->to;
        if (days.start > days.end) continue;
        widen_to_day(&range, days.start);
        widen_to_day(&range, days.end);
    }
    const struct query *query = series->request->query;
    bool begins = series_is_day(series->from);
    bool ends = series_is_day(series->to) && query->has_range && query->to != DAY_MAX;
    if (begins) range.first = series_period(range.by, series->from);
    if (ends) range.last = series_period(range.by, series->to);
    teller->none = (!range.some && !(begins && ends)) || range.first > range.last;
    teller->first = range.first;
    teller->last = range.last;
}

static enum status refuse_length(const struct teller *teller, struct error *error) {
    char first[SERIES_PERIOD_SIZE], last[SERIES_PERIOD_SIZE];
    const char *by = by_names[teller->grain->by];
    if (teller->grain->too_long) {
        error_set(error, STATUS_USAGE, "a series by %s has at most %d periods, and one event's days alone span more", by,
                  SERIES_PERIODS_MAX);
    } else {
        series_format_period(teller->grain->by, teller->first, first);
        series_format_period(teller->grain->by, teller->last, last);
        error_set(error, STATUS_USAGE, "a series by %s from %s to %s has more than %d periods", by, first, last,
                  SERIES_PERIODS_MAX);
    }
    bool longest = teller->grain->by == SERIES_YEAR;
    error_advise(error, longest ? "narrow it with --from and --to"
                                : "narrow it with --from and --to, or take longer periods with --by");
    return STATUS_USAGE;
}

/* Without a word on it: by year over ten years and more, else by month. */
static enum status choose_grain(struct teller *teller, struct error *error) {
    enum { YEARS_BY_MONTH = 10 };
    struct series *series = teller->series;
    teller->grain = &series->grains[0];
    find_range(teller);
    bool too_many_months = series->grains[0].too_long || series->grains[1].too_long;
    bool by_year = !teller->none && (too_many_months || teller->last - teller->first >= YEARS_BY_MONTH);
    if (series->grain_count > 1 && !by_year) {
        teller->grain = &series->grains[1];
        find_range(teller);
    }
    bool too_long = teller->grain->too_long || (!teller->none && teller->last - teller->first >= SERIES_PERIODS_MAX);
    return too_long ? refuse_length(teller, error) : STATUS_OK;
}

/* The days of a period that are asked for. */
static struct answer_stretch clip_period(const struct teller *teller, int64_t period) {
    const struct series *series = teller->series;
    struct answer_stretch days = {series_first_day(teller->grain->by, period), series_last_day(teller->grain->by, period)};
    if (days.start < series->from) days.start = series->from;
    if (days.end > series->to) days.end = series->to;
    if (series->request->measure == SERIES_TARIFF) days.start = days.end; /* its last day stands for it */
    return days;
}

/* ---- points ------------------------------------------------------------------------------------------------------- */

struct sum {
    int64_t events;
    double share, weight, most;
    bool whole; /* no event is shared out */
};

static struct sum add_up(const struct teller *teller, struct line *line, int64_t period, enum series_direction direction) {
    struct series_group group = {line->number, direction};
    const struct series_cell *cell = series_table_find(&teller->grain->table, period, group);
    struct sum sum = {0, 0, 0, 0, true};
    if (cell) {
        line->runs[direction].begun += cell->begun;
        line->runs[direction].rate += cell->rate;
        line->runs[direction].weight += cell->rate_weight;
        sum = (struct sum){cell->whole + cell->shared, cell->share, cell->weight, cell->most, cell->shared == 0};
    }
    int64_t begun = line->runs[direction].begun;
    if (begun == 0) {
        line->runs[direction].rate = line->runs[direction].weight = 0; /* what rounding left */
        return sum;
    }
    struct answer_stretch days = clip_period(teller, period);
    double length = (double)(days.end - days.start) + 1;
    return (struct sum){sum.events + begun, sum.share + length * line->runs[direction].rate,
                        sum.weight + length * line->runs[direction].weight, sum.most, false};
}

static double find_value(const struct teller *teller, const struct sum *sum) {
    switch (teller->series->request->measure) {
    case SERIES_COUNT: return sum->whole ? (double)sum->events : sum->share;
    case SERIES_SUM: return sum->weight;
    case SERIES_MEAN: case SERIES_TARIFF: break;
    }
    return sum->share > 0 ? sum->weight / sum->share : 0;
}

static enum status tell_point(struct teller *teller, struct line *line, int64_t period, enum series_direction direction,
                              struct error *error) {
    char name[SERIES_PERIOD_SIZE], value[NUMBER_SIZE], most[NUMBER_SIZE];
    enum series_measure measure = teller->series->request->measure;
    struct sum sum = add_up(teller, line, period, direction);
    struct answer_stretch days = clip_period(teller, period);
    bool known = sum.events > 0 || (measure != SERIES_MEAN && is_covered(&line->covered, days.start, days.end));
    struct answer_point point = {.kind = line->kind, .number = known ? find_value(teller, &sum) : 0};
    point.period = (struct slice){name, series_format_period(teller->grain->by, period, name)};
    if (teller->series->request->directed) point.direction = teller->directions[direction];
    if (known) point.value = (struct slice){value, series_format_number(point.number, value)};
    if (known && measure == SERIES_TARIFF) point.value_max = (struct slice){most, series_format_number(sum.most, most)};
    return teller->visitor->point(teller->visitor->context, &point, error);
}

/* Has any period a value? Where there is no event, one that is covered. */
static bool has_value(const struct teller *teller) {
    if (teller->none) return false;
    if (teller->grain->some) return true;
    if (teller->series->request->measure == SERIES_MEAN) return false;
    for (int64_t period = teller->first; period <= teller->last; period++) {
        struct answer_stretch days = clip_period(teller, period);
        if (is_covered(&teller->covered, days.start, days.end)) return true;
    }
    return false;
}

static enum status tell_points(struct teller *teller, struct error *error) {
    enum status status = STATUS_OK;
    size_t directions = teller->series->request->directed ? SERIES_DIRECTIONS : 1;
    for (int64_t period = teller->first; status == STATUS_OK && period <= teller->last; period++)
        for (size_t line = 0; status == STATUS_OK && line < teller->line_count; line++)
            for (size_t way = 0; status == STATUS_OK && way < directions; way++)
                status = tell_point(teller, &teller->lines[line], period, (enum series_direction)way, error);
    return status;
}

/* ---- the head ------------------------------------------------------------------------------------------------------ */

static enum status tell_head(struct teller *teller, bool some, struct error *error) {
    struct series *series = teller->series;
    const struct series_grain *grain = teller->grain;
    bool of_tariffs = series->request->measure == SERIES_TARIFF;
    struct answer_series head = {
        .by = slice_from(by_names[grain->by]), .by_given = series->request->by_given,
        .measure = slice_from(measure_names[series->request->measure]),
        .start = some ? clip_period(teller, teller->first).start : DAY_MIN,
        .end = some ? clip_period(teller, teller->last).end : DAY_MAX,
        .events = shape_count(grain->events), .undatable = shape_count(grain->undatable),
        .uncertain = of_tariffs ? SHAPE_UNKNOWN : shape_count(grain->uncertain),
        .unconfirmed = of_tariffs ? shape_count(grain->unconfirmed) : SHAPE_UNKNOWN,
        .unrated = of_tariffs ? shape_count(series->unrated) : SHAPE_UNKNOWN,
        .covered = {teller->covered.items, teller->covered.count},
        .directed = series->request->directed, .spread = series->request->spread,
    };
    if (some && of_tariffs) { /* not the one day that stands for the period */
        head.start = series_first_day(grain->by, teller->first);
        if (head.start < series->from) head.start = series->from;
    }
    const struct query_actor *pair = series->query.pair;
    if (series->query.has_pair && !join_sides(&series->arena, pair[0].id, ";", pair[1].id, &head.pair))
        return ask_no_memory(error);
    return teller->visitor->head(teller->visitor->context, &head, error);
}

enum status series_tell(struct series *series, const struct series_visitor *visitor, struct error *error) {
    struct teller teller = {.series = series, .visitor = visitor};
    const struct slice_list none = {NULL, 0};
    enum status status = find_covered(series, &none, &teller.covered, error);
    if (status == STATUS_OK) status = choose_grain(&teller, error);
    if (status == STATUS_OK) status = make_lines(&teller, error);
    if (status == STATUS_OK && series->request->directed && !name_directions(&teller)) status = ask_no_memory(error);
    if (status != STATUS_OK) return status;
    bool some = has_value(&teller);
    status = tell_head(&teller, some, error);
    return status == STATUS_OK && some ? tell_points(&teller, error) : status;
}
