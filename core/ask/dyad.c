/* Dyads: the walk over periods, and the rows of each.
 *
 * Events come in the order of their earliest start, so that those of one period follow one another: when an event of a
 * later one comes, the period is told and forgotten. Between them periods without events are told as far as coverage
 * reaches. */
#include "dyad_inside.h"

#include <stdlib.h>

/* ---- who is asked for -------------------------------------------------------------------------------------------- */

bool dyad_is_wanted(const struct dyad_walk *walk, uint32_t a, uint32_t b) {
    const struct dyad_state *one = walk->states.items[a], *other = walk->states.items[b];
    if (!one->is_state || !other->is_state) return false;
    if (walk->query.has_pair) return one->asked && other->asked;
    return walk->query.countries.count == 0 || one->asked || other->asked;
}

static enum status ask_for(struct dyad_walk *walk, struct slice id, struct error *error) {
    uint32_t number;
    if (!dyad_states_number(&walk->states, id, &number)) return ask_no_memory(error);
    struct dyad_state *state = walk->states.items[number];
    state->asked = state->named = true;
    if (state->is_state) return STATUS_OK;
    error_set(error, STATUS_USAGE, "dyads are of states, and %.*s is none", (int)(id.size < 60 ? id.size : 60), id.data);
    error_advise(error, "`detente series A B` counts what an organization does");
    return STATUS_USAGE;
}

static enum status mark_asked(struct dyad_walk *walk, struct error *error) {
    const struct query *query = &walk->query;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && query->has_pair && i < 2; i++) status = ask_for(walk, query->pair[i].id, error);
    for (size_t i = 0; status == STATUS_OK && i < query->countries.count; i++)
        status = ask_for(walk, query->countries.items[i], error);
    return status;
}

/* ---- a row ------------------------------------------------------------------------------------------------------- */

static enum status name_state(struct dyad_walk *walk, struct dyad_state *state, struct error *error) {
    struct slice name;
    if (state->side.name.data != state->side.id.data) return STATUS_OK;
    enum status status = ask_name(walk->asker, RECORD_COUNTRY, state->side.id, &name, error);
    if (status != STATUS_OK) return status;
    return arena_copy(&walk->states.memory, name, &state->side.name) ? STATUS_OK : ask_no_memory(error);
}

static bool note_pair(struct dyad_walk *walk, uint64_t pair) {
    struct dyad_pairs *pairs = &walk->pairs;
    if (pairs->count * 2 >= pairs->size) {
        struct dyad_pairs larger = {.size = pairs->size ? pairs->size * 2 : 256, .count = pairs->count};
        larger.items = calloc(larger.size, sizeof *larger.items);
        if (!larger.items) return false;
        for (size_t i = 0; i < pairs->size; i++) {
            size_t slot = (size_t)(pairs->items[i] * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (larger.size - 1);
            while (pairs->items[i] && larger.items[slot]) slot = (slot + 1) & (larger.size - 1);
            if (pairs->items[i]) larger.items[slot] = pairs->items[i];
        }
        free(pairs->items);
        *pairs = larger;
    }
    size_t slot = (size_t)(pair * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (pairs->size - 1);
    while (pairs->items[slot] && pairs->items[slot] != pair) slot = (slot + 1) & (pairs->size - 1);
    pairs->count += pairs->items[slot] == 0;
    pairs->items[slot] = pair;
    return true;
}

static void fill_counts(const struct dyad_walk *walk, const struct dyad_cell *cell, struct answer_dyad *row) {
    row->events = cell->events;
    row->joint = cell->joint;
    row->disputed = cell->disputed;
    for (size_t i = 0; i < walk->family_count; i++) row->families[i].events = cell->families[i];
    row->weight_sum = cell->weight;
    row->conflict_sum = cell->conflict;
    row->cooperation_sum = cell->cooperation;
    row->intensity_sum = cell->intensity;
    row->rated = cell->rated;
    row->mentions = cell->mentions;
    row->mentioned = cell->mentioned;
}

/* What is covered is set already. */
static enum status tell_row(struct dyad_walk *walk, uint64_t pair, const struct dyad_cell *cell, struct error *error) {
    const struct dyad_cover *cover = &walk->cover;
    struct dyad_state *one = walk->states.items[dyad_first_of(pair)], *other = walk->states.items[dyad_second_of(pair)];
    struct answer_dyad row = {.by = walk->request->by, .period = walk->period, .sides = {&one->side, &other->side}};
    uint64_t full = cover->full & cover->whole;
    row.complete = full == cover->whole;
    row.covered = row.complete ? DYAD_ALL : cover->some ? DYAD_PART : DYAD_NONE;
    for (size_t i = 0; i < walk->family_count; i++) {
        row.families[i].asked = cover->families[i] != 0;
        row.families[i].complete = row.families[i].asked && (full & cover->families[i]) == cover->families[i];
    }
    if (cell) fill_counts(walk, cell, &row);
    enum status status = name_state(walk, one, error);
    if (status == STATUS_OK) status = name_state(walk, other, error);
    if (status == STATUS_OK && !note_pair(walk, pair)) status = ask_no_memory(error);
    walk->counts->rows++;
    return status == STATUS_OK ? walk->visit(walk->context, &row, error) : status;
}

/* ---- the rows of a period ---------------------------------------------------------------------------------------- */

struct candidate {
    struct slice id;
    uint32_t number;
    bool covered; /* exists, and a claim may cover it */
};

static int compare_candidates(const void *a, const void *b) {
    return slice_compare(((const struct candidate *)a)->id, ((const struct candidate *)b)->id);
}

static bool is_listed(const struct dyad_walk *walk, const struct dyad_state *state) {
    const struct dyad_cover *cover = &walk->cover;
    for (size_t i = 0; state->listed && i < cover->open_count; i++)
        if (state->listed[cover->open[i] / 64] >> cover->open[i] % 64 & 1) return true;
    return false;
}

/* The states that may have a row, by id: those of which coverage speaks, and those with events. */
static size_t list_candidates(struct dyad_walk *walk, struct candidate *candidates) {
    const struct dyad_states *states = &walk->states;
    size_t count = 0;
    for (size_t i = 0; i < states->count; i++) candidates[i] = (struct candidate){states->items[i]->side.id, (uint32_t)i, false};
    for (size_t i = 0; walk->cover.open_count && i < states->count; i++)
        candidates[i].covered = states->items[i]->exists && (walk->cover.everybody || is_listed(walk, states->items[i]));
    bool *has_events = arena_alloc_array(&walk->scratch, states->count + 1, sizeof *has_events);
    if (!has_events) return SIZE_MAX;
    for (size_t i = 0; i < walk->cells.size; i++)
        if (walk->cells.items[i].pair)
            has_events[dyad_first_of(walk->cells.items[i].pair)] = has_events[dyad_second_of(walk->cells.items[i].pair)] = true;
    for (size_t i = 0; i < states->count; i++)
        if (candidates[i].covered || has_events[i]) candidates[count++] = candidates[i];
    if (count) qsort(candidates, count, sizeof *candidates, compare_candidates);
    return count;
}

static enum status tell_pair(struct dyad_walk *walk, const struct candidate *a, const struct candidate *b,
                             struct error *error) {
    const struct dyad_state *one = walk->states.items[a->number], *other = walk->states.items[b->number];
    uint64_t pair = dyad_pair(a->number, b->number);
    const struct dyad_cell *cell = dyad_cells_find(&walk->cells, pair);
    bool meet = a->covered && b->covered && one->first <= other->last && other->first <= one->last;
    if (!cell && (!meet || !dyad_is_wanted(walk, a->number, b->number))) return STATUS_OK;
    dyad_cover_find(&walk->cover, one, other);
    return cell || walk->cover.some ? tell_row(walk, pair, cell, error) : STATUS_OK;
}

static enum status tell_grid(struct dyad_walk *walk, const struct candidate *candidates, size_t count, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        for (size_t j = walk->request->directed ? 0 : i + 1; status == STATUS_OK && j < count; j++)
            if (i != j) status = tell_pair(walk, &candidates[i], &candidates[j], error);
    return status;
}

static enum status tell_rows(struct dyad_walk *walk, struct error *error) {
    int64_t first = series_first_day(walk->request->by, walk->period), last = series_last_day(walk->request->by, walk->period);
    if (first < walk->from) first = walk->from;
    if (last > walk->to) last = walk->to;
    int64_t rows = walk->counts->rows;
    struct arena_mark mark = arena_mark(&walk->scratch);
    struct candidate *candidates = arena_alloc_array(&walk->scratch, walk->states.count + 1, sizeof *candidates);
    if (!candidates) return ask_no_memory(error);
    dyad_states_enter(&walk->states, first, last);
    dyad_cover_enter(&walk->cover, first, last);
    size_t count = list_candidates(walk, candidates);
    enum status status = count == SIZE_MAX ? ask_no_memory(error) : tell_grid(walk, candidates, count, error);
    arena_rewind(&walk->scratch, mark);
    if (walk->counts->rows == rows) return status;
    walk->counts->periods++;
    if (first < walk->counts->first_day) walk->counts->first_day = first;
    if (last > walk->counts->last_day) walk->counts->last_day = last;
    return status;
}

/* ---- periods ----------------------------------------------------------------------------------------------------- */

/* The first period from `next` on of which a claim covers a day; INT64_MAX: none. */
static int64_t find_covered(const struct dyad_walk *walk) {
    enum series_by by = walk->request->by;
    int64_t found = INT64_MAX;
    for (size_t i = 0; i < walk->cover.count; i++) {
        const struct dyad_claim *claim = &walk->cover.claims[i];
        int64_t from = claim->from > walk->floor ? claim->from : walk->floor, to = claim->to < walk->to ? claim->to : walk->to;
        if (walk->some_told && series_first_day(by, walk->next) > from) from = series_first_day(by, walk->next);
        if (claim->kinds == 0 || from > to || !series_is_day(from)) continue;
        if (series_period(by, from) < found) found = series_period(by, from);
    }
    return found;
}

static enum status refuse_length(const struct dyad_walk *walk, struct error *error) {
    error_set(error, STATUS_USAGE, "coverage reaches over more than %d periods", (int)SERIES_PERIODS_MAX);
    error_advise(error, "narrow it with --from and --to%s", walk->request->by == SERIES_MONTH ? ", or take dyad-year" : "");
    return STATUS_USAGE;
}

/* Tells the period at hand, if any, and those before `until` that are covered. */
static enum status tell_until(struct dyad_walk *walk, int64_t until, struct error *error) {
    enum status status = STATUS_OK;
    if (walk->open) {
        status = tell_rows(walk, error);
        walk->next = walk->period + 1;
        walk->some_told = true;
        if (walk->cells.size) memset(walk->cells.items, 0, walk->cells.size * sizeof *walk->cells.items);
        walk->cells.count = 0;
        walk->open = false;
    }
    for (int64_t period; status == STATUS_OK && (period = find_covered(walk)) < until;) {
        if (walk->covered_periods++ == SERIES_PERIODS_MAX) return refuse_length(walk, error);
        walk->period = period;
        status = tell_rows(walk, error);
        walk->next = period + 1;
        walk->some_told = true;
    }
    return status;
}

/* Coverage without a first day begins with the first event. */
enum status dyad_open(struct dyad_walk *walk, int64_t period, struct error *error) {
    if (walk->open && period == walk->period) return STATUS_OK;
    int64_t first = series_first_day(walk->request->by, period);
    if (first < walk->floor) walk->floor = first;
    enum status status = tell_until(walk, period, error);
    walk->open = true;
    walk->period = period;
    return status;
}

/* ---- all of it --------------------------------------------------------------------------------------------------- */

static void prepare(struct dyad_walk *walk) {
    struct query *query = &walk->query;
    *query = *walk->request->query;
    query->reverse = false;
    query->limit = -1;
    query->after = SLICE_NONE;
    query->as_happened = true;
    walk->from = query->has_range ? query->from : DAY_MIN;
    walk->to = query->has_range ? query->to : DAY_MAX;
    walk->family_count = dyad_family_count();
    for (size_t i = 0; i < walk->family_count; i++) walk->families[i] = dyad_family_at(i);
    walk->floor = series_is_day(walk->from) ? walk->from : DAY_MAX;
    *walk->counts = (struct dyad_counts){.first_day = DAY_MAX, .last_day = DAY_MIN};
}

static void find_floor(struct dyad_walk *walk) {
    if (series_is_day(walk->from)) return;
    for (size_t i = 0; i < walk->cover.count; i++)
        if (series_is_day(walk->cover.claims[i].from) && walk->cover.claims[i].from < walk->floor)
            walk->floor = walk->cover.claims[i].from;
}

static enum status run(struct dyad_walk *walk, struct error *error) {
    if (walk->from > walk->to) return STATUS_OK;
    enum status status = dyad_states_load(&walk->states, walk->asker->store, error);
    if (status == STATUS_OK) status = mark_asked(walk, error);
    if (status == STATUS_OK)
        status = dyad_cover_load(&walk->cover, &walk->states, walk->asker->store, &walk->query, walk->request->today,
                                 &walk->arena, error);
    if (status != STATUS_OK) return status;
    find_floor(walk);
    status = dyad_count_events(walk, error);
    return status == STATUS_OK ? tell_until(walk, INT64_MAX, error) : status;
}

enum status ask_dyads(struct asker *asker, const struct dyad_request *request, dyad_visit *visit, void *context,
                      struct dyad_counts *counts, struct error *error) {
    struct dyad_walk walk = {.asker = asker, .request = request, .visit = visit, .context = context, .counts = counts};
    arena_init(&walk.arena);
    arena_init(&walk.scratch);
    arena_init(&walk.states.memory);
    prepare(&walk);
    enum status status = run(&walk, error);
    counts->pairs = (int64_t)walk.pairs.count;
    free(walk.cells.items);
    free(walk.pairs.items);
    dyad_states_free(&walk.states);
    arena_free(&walk.scratch);
    arena_free(&walk.arena);
    return status;
}
