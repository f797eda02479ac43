/* Events into periods: by their start, whole or shared out by days.
 *
 * A start of which both bounds are known counts in the period that holds them and that lies in the range asked for;
 * one whose days reach beyond is undatable, or, shared out, gives each period the part of its days that fall there. */
#include "series_inside.h"

#include "inside.h"

/* ---- who began it -------------------------------------------------------------------------------------------- */

bool series_begins(struct slice role) {
    static const char *const roles[] = {"actor", "imposer", "visitor", "speaker", "requester"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (slice_is(role, roles[i])) return true;
    return false;
}

enum status series_find_acts_for(struct asker *asker, const struct party_list *parties, const struct party *party,
                                 const struct event_times *times, struct slice *country, struct error *error) {
    const struct ask_terms *terms;
    *country = party->acts_for;
    if (!slice_is_empty(*country)) return STATUS_OK;
    enum status status = ask_terms_of(asker, party->id, &terms, error);
    if (status == STATUS_OK)
        *country = term_acts_for(parties, party, terms->terms, terms->spans, terms->count, term_first_day(times),
                                 times->start_max);
    return status;
}

/* Neither or both: it is joint. */
static enum status find_direction(struct series *series, const struct record *event, const struct event_times *times,
                                  enum series_direction *direction, struct error *error) {
    struct arena arena;
    struct party_list parties = {NULL, 0};
    bool begun[2] = {false, false};
    arena_init(&arena);
    enum status status = event_list_parties(&arena, event, &parties, error);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++) {
        const struct party *party = &parties.items[i];
        struct slice id = party->id;
        if (!series_begins(party->role) || party->type == PARTY_ACTOR) continue;
        if (party->type == PARTY_PERSON) status = series_find_acts_for(series->asker, &parties, party, times, &id, error);
        for (size_t side = 0; side < 2; side++)
            if (slice_equals(id, series->query.pair[side].id)) begun[side] = true;
    }
    *direction = begun[0] == begun[1] ? SERIES_JOINT : begun[0] ? SERIES_FORTH : SERIES_BACK;
    arena_free(&arena);
    ask_forget_names(series->asker);
    return status;
}

enum status series_find_group(struct series *series, const struct record *event, const struct event_times *times,
                              struct series_group *group, struct error *error) {
    struct slice kind = record_get(event, EVENT_KIND);
    *group = (struct series_group){0, SERIES_FORTH};
    if (series->request->split == SERIES_BY_FAMILY) kind = slice_part(kind, 0, slice_find(kind, '.'));
    if (series->request->split != SERIES_WHOLE && !series_kinds_number(&series->kinds, kind, &group->kind))
        return ask_no_memory(error);
    if (!series->request->directed) return STATUS_OK;
    return find_direction(series, event, times, &group->direction, error);
}

/* ---- into a grain ----------------------------------------------------------------------------------------------- */

void series_widen(struct series_grain *grain, int64_t first, int64_t last) {
    if (!grain->some || first < grain->first) grain->first = first;
    if (!grain->some || last > grain->last) grain->last = last;
    grain->some = true;
}

struct counted {
    struct series_group group;
    int64_t min, max;   /* the days on which it can have begun */
    int64_t from, to;   /* those of them that are asked for */
    double weight;
    bool marked;
};

static bool add_whole(struct series_grain *grain, const struct counted *event, int64_t period) {
    struct series_cell *cell = series_table_cell(&grain->table, period, event->group);
    if (!cell) return false;
    cell->whole++;
    cell->share += 1;
    cell->weight += event->weight;
    return true;
}

static bool add_share(struct series_grain *grain, const struct counted *event, int64_t period, double share) {
    struct series_cell *cell = series_table_cell(&grain->table, period, event->group);
    if (!cell) return false;
    cell->shared++;
    cell->share += share;
    cell->weight += share * event->weight;
    return true;
}

static bool add_run(struct series_grain *grain, const struct counted *event, int64_t period, int by, double per_day) {
    struct series_cell *cell = series_table_cell(&grain->table, period, event->group);
    if (!cell) return false;
    cell->begun += by;
    cell->rate += by * per_day;
    cell->rate_weight += by * per_day * event->weight;
    return true;
}

/* The first and the last period get the days that fall there, those between are filled. */
static bool share_out(struct series_grain *grain, const struct counted *event, int64_t first, int64_t last) {
    double days = (double)(event->max - event->min) + 1;
    int64_t end = series_last_day(grain->by, first), begin = series_first_day(grain->by, last);
    if (first == last) return add_share(grain, event, first, ((double)(event->to - event->from) + 1) / days);
    return add_share(grain, event, first, ((double)(end - event->from) + 1) / days) &&
           add_share(grain, event, last, ((double)(event->to - begin) + 1) / days) &&
           (last - first < 2 ||
            (add_run(grain, event, first + 1, 1, 1 / days) && add_run(grain, event, last, -1, 1 / days)));
}

static bool add_to_grain(struct series_grain *grain, const struct counted *event, bool spread) {
    int64_t first = series_period(grain->by, event->from), last = series_period(grain->by, event->to);
    bool whole = event->from == event->min && event->to == event->max && first == last;
    if (!whole && !spread) {
        grain->undatable++;
        return true;
    }
    if (last - first >= SERIES_PERIODS_MAX) {
        grain->too_long = true;
        return true;
    }
    grain->events++;
    grain->uncertain += event->marked;
    series_widen(grain, first, last);
    return whole ? add_whole(grain, event, first) : share_out(grain, event, first, last);
}

double series_weigh(const struct record *event) {
    double weight;
    if (number_parse(record_get(event, EVENT_INTENSITY), &weight)) return weight;
    const struct kind *kind = kind_find(record_get(event, EVENT_KIND));
    return kind ? kind->weight : 0;
}

static enum status count_event_of(struct series *series, const struct record *event, const struct event_times *times,
                                  struct error *error) {
    struct counted counted = {.min = times->start_min, .max = times->start_max, .weight = series_weigh(event),
                              .marked = times->start_marked};
    counted.from = counted.min > series->from ? counted.min : series->from;
    counted.to = counted.max < series->to ? counted.max : series->to;
    bool dated = series_is_day(counted.min) && series_is_day(counted.max) && counted.from <= counted.to;
    enum status status = STATUS_OK;
    if (dated) status = series_find_group(series, event, times, &counted.group, error);
    for (size_t i = 0; status == STATUS_OK && i < series->grain_count; i++) {
        if (!dated) series->grains[i].undatable++;
        else if (!add_to_grain(&series->grains[i], &counted, series->request->spread)) status = ask_no_memory(error);
    }
    return status;
}

/* ---- all of them -------------------------------------------------------------------------------------------------- */

static enum status take_stored(void *context, struct stored_event *event, struct error *error) {
    return count_event_of(context, &event->event, &event->times, error);
}

static enum status take_folded(void *context, const struct answer_event *event, struct error *error) {
    return count_event_of(context, &event->event, &event->times, error);
}

enum status series_count_events(struct series *series, struct error *error) {
    if (series->query.distinct) return ask_events(series->asker, &series->query, false, take_folded, series, error);
    return store_ask(series->asker->store, &series->query, MATCH_NONE, take_stored, series, error);
}
