/* Events into dyads: who was party of each, and what it adds to the pairs of these states in the period at hand. */
#include "dyad_inside.h"

#include <stdlib.h>
#include "../base/cell.h"

/* ---- cells ------------------------------------------------------------------------------------------------------- */

static size_t slot_of(const struct dyad_cell *items, size_t size, uint64_t pair) {
    size_t slot = (size_t)((pair * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & (size - 1);
    while (items[slot].pair && items[slot].pair != pair) slot = (slot + 1) & (size - 1);
    return slot;
}

static bool grow(struct dyad_cells *cells) {
    size_t size = cells->size ? cells->size * 2 : 256;
    struct dyad_cell *items = calloc(size, sizeof *items);
    if (!items) return false;
    for (size_t i = 0; i < cells->size; i++)
        if (cells->items[i].pair) items[slot_of(items, size, cells->items[i].pair)] = cells->items[i];
    free(cells->items);
    cells->items = items;
    cells->size = size;
    return true;
}

struct dyad_cell *dyad_cells_find(const struct dyad_cells *cells, uint64_t pair) {
    if (cells->size == 0) return NULL;
    struct dyad_cell *cell = &cells->items[slot_of(cells->items, cells->size, pair)];
    return cell->pair ? cell : NULL;
}

static struct dyad_cell *cell_of(struct dyad_cells *cells, uint64_t pair) {
    if (cells->count * 2 >= cells->size && !grow(cells)) return NULL;
    struct dyad_cell *cell = &cells->items[slot_of(cells->items, cells->size, pair)];
    if (!cell->pair) {
        cell->pair = pair;
        cells->count++;
    }
    return cell;
}

/* ---- whose event it is ------------------------------------------------------------------------------------------- */

enum { ACTORS_MAX = 8 }; /* more make an event multilateral */

struct actor {
    uint32_t state;
    bool begins;
};

/* An event, with its countries and organizations each once, in any role but venue. */
struct dyad_event {
    const struct record *record;
    const struct event_times *times;
    struct party_list parties;
    struct slice_list through; /* parties through a person only */
    bool disputed;
    struct actor *actors;
    size_t count;
};

static bool add_actor(struct dyad_walk *walk, struct dyad_event *event, struct slice id) {
    struct actor actor = {0, false};
    if (!dyad_states_number(&walk->states, id, &actor.state)) return false;
    for (size_t i = 0; i < event->count; i++)
        if (event->actors[i].state == actor.state) return true;
    event->actors[event->count++] = actor;
    return true;
}

static enum status list_actors(struct dyad_walk *walk, struct dyad_event *event, struct error *error) {
    const struct party_list *parties = &event->parties;
    bool good = true;
    event->count = 0;
    event->actors = arena_alloc_array(&walk->scratch, parties->count + event->through.count + 1, sizeof *event->actors);
    if (!event->actors) return ask_no_memory(error);
    for (size_t i = 0; good && i < parties->count; i++) {
        const struct party *party = &parties->items[i];
        if (slice_is(party->role, "venue")) continue;
        if (party->type == PARTY_COUNTRY || party->type == PARTY_ORGANIZATION) good = add_actor(walk, event, party->id);
        if (party->type == PARTY_PERSON && !slice_is_empty(party->acts_for)) good = add_actor(walk, event, party->acts_for);
    }
    for (size_t i = 0; good && i < event->through.count; i++) good = add_actor(walk, event, event->through.items[i]);
    return good ? STATUS_OK : ask_no_memory(error);
}

static enum status mark_begun(struct dyad_walk *walk, struct dyad_event *event, struct error *error) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < event->parties.count; i++) {
        const struct party *party = &event->parties.items[i];
        struct slice id = party->id;
        if (!series_begins(party->role) || party->type == PARTY_ACTOR) continue;
        if (party->type == PARTY_PERSON)
            status = series_find_acts_for(walk->asker, &event->parties, party, event->times, &id, error);
        for (size_t j = 0; j < event->count; j++)
            if (slice_equals(walk->states.items[event->actors[j].state]->side.id, id)) event->actors[j].begins = true;
    }
    ask_forget_names(walk->asker);
    return status;
}

/* ---- what it adds ------------------------------------------------------------------------------------------------ */

struct added {
    double weight, intensity;
    int64_t mentions;
    size_t family;
    bool disputed, rated, mentioned;
};

static struct added read_added(const struct dyad_walk *walk, const struct dyad_event *event) {
    const struct record *record = event->record;
    struct slice kind = record_get(record, EVENT_KIND), family = slice_part(kind, 0, slice_find(kind, '.'));
    struct added added = {.weight = series_weigh(record), .disputed = event->disputed, .family = walk->family_count};
    added.rated = number_parse(record_get(record, EVENT_INTENSITY), &added.intensity);
    added.mentioned = number_parse_integer(record_get(record, EVENT_MENTIONS), &added.mentions);
    for (size_t i = 0; i < walk->family_count; i++)
        if (slice_is(family, walk->families[i]->path)) added.family = i;
    return added;
}

static void add_to_cell(struct dyad_cell *cell, const struct added *added) {
    cell->events++;
    if (added->family < DYAD_FAMILIES_MAX) cell->families[added->family]++;
    cell->weight += added->weight;
    if (added->weight < 0) cell->conflict += added->weight;
    else cell->cooperation += added->weight;
    cell->disputed += added->disputed;
    if (added->rated) {
        cell->rated++;
        cell->intensity += added->intensity;
    }
    if (added->mentioned) {
        cell->mentioned++;
        cell->mentions += added->mentions;
    }
}

/* Neither began it, or both: it is joint, and stands beside in both directions. */
static bool add_directed(struct dyad_walk *walk, const struct actor *a, const struct actor *b, const struct added *added) {
    for (int way = 0; way < 2; way++) {
        const struct actor *acts = way ? b : a, *other = way ? a : b;
        if (!acts->begins && other->begins) continue;
        struct dyad_cell *cell = cell_of(&walk->cells, dyad_pair(acts->state, other->state));
        if (!cell) return false;
        if (acts->begins == other->begins) cell->joint++;
        else add_to_cell(cell, added);
    }
    return true;
}

static bool add_pair(struct dyad_walk *walk, const struct actor *a, const struct actor *b, const struct added *added) {
    if (walk->request->directed) return add_directed(walk, a, b, added);
    struct dyad_state *const *states = walk->states.items;
    bool in_order = slice_compare(states[a->state]->side.id, states[b->state]->side.id) < 0;
    uint64_t pair = in_order ? dyad_pair(a->state, b->state) : dyad_pair(b->state, a->state);
    struct dyad_cell *cell = cell_of(&walk->cells, pair);
    if (cell) add_to_cell(cell, added);
    return cell != NULL;
}

static enum status add_pairs(struct dyad_walk *walk, struct dyad_event *event, struct error *error) {
    enum status status = walk->request->directed ? mark_begun(walk, event, error) : STATUS_OK;
    struct added added = read_added(walk, event);
    for (size_t i = 0; status == STATUS_OK && i < event->count; i++)
        for (size_t j = i + 1; status == STATUS_OK && j < event->count; j++)
            if (dyad_is_wanted(walk, event->actors[i].state, event->actors[j].state) &&
                !add_pair(walk, &event->actors[i], &event->actors[j], &added))
                status = ask_no_memory(error);
    walk->counts->events++;
    return status;
}

/* ---- one event --------------------------------------------------------------------------------------------------- */

static bool has_wanted(const struct dyad_walk *walk, const struct dyad_event *event) {
    for (size_t i = 0; i < event->count; i++)
        for (size_t j = i + 1; j < event->count; j++)
            if (dyad_is_wanted(walk, event->actors[i].state, event->actors[j].state)) return true;
    return false;
}

/* The only period that it can have begun in, where all its days are asked for. */
static bool find_period(const struct dyad_walk *walk, const struct event_times *times, int64_t *period) {
    int64_t first = times->start_min, last = times->start_max;
    if (!series_is_day(first) || !series_is_day(last) || first < walk->from || last > walk->to) return false;
    *period = series_period(walk->request->by, first);
    return series_period(walk->request->by, last) == *period;
}

static enum status take_event(struct dyad_walk *walk, struct dyad_event *event, struct error *error) {
    int64_t period;
    enum status status = list_actors(walk, event, error);
    if (status != STATUS_OK) return status;
    bool many = event->count > ACTORS_MAX && !walk->query.multilateral;
    int64_t *out = many ? &walk->counts->many_sided : &walk->counts->undatable;
    if (!has_wanted(walk, event)) walk->counts->pairless++;
    else if (many || !find_period(walk, event->times, &period)) ++*out;
    else {
        status = dyad_open(walk, period, error);
        if (status == STATUS_OK) status = add_pairs(walk, event, error);
    }
    return status;
}

static enum status read_event(struct dyad_walk *walk, const struct stored_event *stored, struct dyad_event *event,
                              struct error *error) {
    *event = (struct dyad_event){.record = &stored->event, .times = &stored->times, .disputed = stored->disputed};
    enum status status = event_list_parties(&walk->scratch, &stored->event, &event->parties, error);
    if (status != STATUS_OK) return status;
    return cell_parse_list(&walk->scratch, stored->through, &event->through) ? STATUS_OK : ask_no_memory(error);
}

static enum status take_stored(void *context, struct stored_event *stored, struct error *error) {
    struct dyad_walk *walk = context;
    struct dyad_event event;
    struct arena_mark mark = arena_mark(&walk->scratch);
    enum status status = read_event(walk, stored, &event, error);
    if (status == STATUS_OK) status = take_event(walk, &event, error);
    arena_rewind(&walk->scratch, mark);
    return status;
}

/* Reports of one act, folded: whom people act for is worked out already. */
static enum status take_folded(void *context, const struct answer_event *folded, struct error *error) {
    struct dyad_walk *walk = context;
    struct dyad_event event = {.record = &folded->event, .times = &folded->times, .disputed = folded->disputed};
    struct arena_mark mark = arena_mark(&walk->scratch);
    bool good = true;
    enum status status = event_list_parties(&walk->scratch, &folded->event, &event.parties, error);
    for (size_t i = 0; status == STATUS_OK && good && i < folded->party_count; i++) {
        const struct answer_party *party = &folded->parties[i];
        if (party->party.type == PARTY_PERSON && !slice_is(party->party.role, "venue") && !slice_is_empty(party->acts_for))
            good = arena_append(&walk->scratch, &event.through, party->acts_for);
    }
    if (!good) status = ask_no_memory(error);
    if (status == STATUS_OK) status = take_event(walk, &event, error);
    arena_rewind(&walk->scratch, mark);
    return status;
}

/* ---- left out for its status ------------------------------------------------------------------------------------- */

static enum status take_left_out(void *context, struct stored_event *stored, struct error *error) {
    struct dyad_walk *walk = context;
    struct dyad_event event;
    struct arena_mark mark = arena_mark(&walk->scratch);
    enum status status = read_event(walk, stored, &event, error);
    if (status == STATUS_OK) status = list_actors(walk, &event, error);
    if (status == STATUS_OK && has_wanted(walk, &event)) {
        struct slice word = record_get(&stored->event, EVENT_STATUS);
        int64_t *count = slice_is(word, "planned") ? &walk->counts->planned
                         : slice_is(word, "denied") ? &walk->counts->denied : &walk->counts->cancelled;
        ++*count;
    }
    arena_rewind(&walk->scratch, mark);
    return status;
}

static enum status count_left_out(struct dyad_walk *walk, struct error *error) {
    struct slice statuses[] = {SLICE_OF("planned"), SLICE_OF("denied"), SLICE_OF("cancelled")};
    struct query query = walk->query;
    if (query.statuses.count) return STATUS_OK;
    query.statuses = (struct slice_list){statuses, 3};
    query.as_happened = query.distinct = false;
    return store_ask(walk->asker->store, &query, MATCH_NONE, take_left_out, walk, error);
}

enum status dyad_count_events(struct dyad_walk *walk, struct error *error) {
    enum status status = count_left_out(walk, error);
    if (status != STATUS_OK) return status;
    if (walk->query.distinct) return ask_events(walk->asker, &walk->query, false, take_folded, walk, error);
    return store_ask(walk->asker->store, &walk->query, MATCH_NONE, take_stored, walk, error);
}
