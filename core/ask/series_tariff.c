/* Tariffs into periods: the rates in force on each period's last day, as `inforce` has it. Of the period that
 * runs today that is today. */
#include "series_inside.h"

#include "inside.h"
#include "measure_inside.h"

struct taken {
    struct answer_measure measure;
    struct event_times times;
    int64_t from, to; /* days in the range on which it can have been in force */
    double rate, most;
    bool has_rate;
    struct series_group group;
};

/* In percent only; of a range the middle, and its upper end. */
static bool find_rate(struct taken *taken) {
    struct slice unit = taken->measure.rate_unit;
    double low, high;
    if (!slice_is_empty(unit) && !slice_is(unit, "percent") && !slice_is(unit, "%")) return false;
    if (!number_parse(taken->measure.rate_min, &low) || !number_parse(taken->measure.rate_max, &high)) return false;
    taken->rate = low + (high - low) / 2;
    taken->most = low > high ? low : high;
    return true;
}

static bool add_rate(struct series_grain *grain, const struct taken *taken, int64_t period) {
    struct series_cell *cell = series_table_cell(&grain->table, period, taken->group);
    if (!cell) return false;
    if (cell->whole == 0 || taken->most > cell->most) cell->most = taken->most;
    cell->whole++;
    cell->share += 1;
    cell->weight += taken->rate;
    series_widen(grain, period, period);
    return true;
}

/* The day that stands for a period: its last one, as far as days are asked for. */
static int64_t find_day(const struct series *series, enum series_by by, int64_t period) {
    int64_t day = series_last_day(by, period);
    return day < series->to ? day : series->to;
}

static bool add_to_grain(const struct series *series, struct series_grain *grain, const struct taken *taken) {
    int64_t first = series_period(grain->by, taken->from), last = series_period(grain->by, taken->to);
    bool sure = false, possible = false, unconfirmed = false;
    if (last - first >= SERIES_PERIODS_MAX) {
        grain->too_long = true;
        return true;
    }
    for (int64_t period = first; period <= last; period++) {
        int64_t day = find_day(series, grain->by, period);
        enum measure_state state = measure_find_state(&taken->times, taken->measure.known_until, day, day);
        possible = possible || state == MEASURE_POSSIBLY;
        if (state != MEASURE_IN_FORCE && state != MEASURE_AS_LAST_CONFIRMED) continue;
        sure = true;
        unconfirmed = unconfirmed || state == MEASURE_AS_LAST_CONFIRMED;
        if (!add_rate(grain, taken, period)) return false;
    }
    grain->events += sure;
    grain->undatable += possible;
    grain->unconfirmed += unconfirmed;
    return true;
}

static enum status count_tariff(struct series *series, struct taken *taken, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < series->grain_count; i++) {
        if (!series_is_day(taken->from) || !series_is_day(taken->to)) series->grains[i].undatable++;
        else if (!add_to_grain(series, &series->grains[i], taken)) status = ask_no_memory(error);
    }
    return status;
}

static enum status take_tariff(void *context, const struct answer_event *event, struct error *error) {
    struct series *series = context;
    struct taken taken = {.rate = 0};
    struct arena arena;
    int64_t last = event_last_day(&event->times);
    arena_init(&arena);
    enum status status = measure_fill(series->asker, event, &arena, &taken.measure, error);
    if (status == STATUS_OK) {
        taken.times = measure_find_times(&taken.measure);
        taken.has_rate = find_rate(&taken);
        taken.from = event->times.start_min > series->from ? event->times.start_min : series->from;
        taken.to = last < series->to ? last : series->to;
        series->unrated += !taken.has_rate;
    }
    bool counts = status == STATUS_OK && taken.has_rate && taken.from <= taken.to;
    if (counts) status = series_find_group(series, &event->event, &event->times, &taken.group, error);
    if (counts && status == STATUS_OK) status = count_tariff(series, &taken, error);
    arena_free(&arena);
    return status;
}

enum status series_count_tariffs(struct series *series, struct error *error) {
    return ask_events(series->asker, &series->query, false, take_tariff, series, error);
}
