/* The states of dyads: when each exists, and its codes in a period.
 *
 * A state whose codes say when it was a member of a system of states exists then; one that is named by a claim of coverage
 * or by the question, or that only the record knows, exists from its start to its end. Territories that never were a member
 * exist for nobody who does not name them. Both systems begin with 1816. */
#include "dyad_inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/hash.h"
#include "../model/reference.h"
#include "../time/dated.h"

void dyad_states_free(struct dyad_states *states) {
    free(states->items);
    free(states->slots);
    arena_free(&states->memory);
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static size_t slot_of(const struct dyad_states *states, struct slice id) {
    size_t slot = hash_text(id) & (states->size - 1);
    while (states->slots[slot] && !slice_equals(states->items[states->slots[slot] - 1]->side.id, id))
        slot = (slot + 1) & (states->size - 1);
    return slot;
}

static bool grow_slots(struct dyad_states *states) {
    size_t size = states->size ? states->size * 2 : 1024;
    uint32_t *slots = calloc(size, sizeof *slots);
    if (!slots) return false;
    free(states->slots);
    states->slots = slots;
    states->size = size;
    for (size_t i = 0; i < states->count; i++) slots[slot_of(states, states->items[i]->side.id)] = (uint32_t)i + 1;
    return true;
}

static bool grow_items(struct dyad_states *states) {
    size_t capacity = states->capacity ? states->capacity * 2 : 512;
    struct dyad_state **items = realloc(states->items, capacity * sizeof *items);
    if (!items) return false;
    states->items = items;
    states->capacity = capacity;
    return true;
}

bool dyad_states_number(struct dyad_states *states, struct slice id, uint32_t *number) {
    if (states->count * 2 >= states->size && !grow_slots(states)) return false;
    size_t slot = slot_of(states, id);
    if (states->slots[slot] == 0) {
        struct dyad_state *state = arena_alloc(&states->memory, sizeof *state);
        if (!state || (states->count == states->capacity && !grow_items(states))) return false;
        if (!arena_copy(&states->memory, id, &state->side.id)) return false;
        state->side.name = state->side.id;
        state->start = DAY_MIN;
        state->end = DAY_MAX;
        states->items[states->count++] = state;
        states->slots[slot] = (uint32_t)states->count;
    }
    *number = states->slots[slot] - 1;
    return true;
}

/* ---- from the tables --------------------------------------------------------------------------------------------- */

/* Adds the codes of a cell to those that are there, which go before them. */
static bool add_spans(struct arena *arena, struct slice cell, struct dyad_spans *spans) {
    struct slice_list codes;
    if (!cell_parse_list(arena, cell, &codes)) return false;
    if (codes.count == 0) return true;
    struct dyad_span *items = arena_alloc_array(arena, spans->count + codes.count, sizeof *items);
    if (!items) return false;
    for (size_t i = 0; i < spans->count; i++) items[i] = spans->items[i];
    spans->items = items;
    const int64_t systems_begin = calendar_to_number(1816, 1, 1);
    for (size_t i = 0; i < codes.count; i++) {
        struct dated_text code;
        if (dated_parse(codes.items[i], &code, NULL) != STATUS_OK) continue;
        if (code.start_day < systems_begin) code.start_day = systems_begin;
        struct dyad_span span = {SLICE_NONE, code.start_day, code.end_day};
        if (!arena_copy(arena, code.text, &span.code)) return false;
        items[spans->count++] = span;
    }
    return true;
}

/* The earliest day of a date; where none can be read, what is there stays. */
static void read_day(struct slice text, int64_t *day) {
    struct edtf date;
    if (slice_is_empty(text) || slice_is(text, "..")) return;
    if (edtf_parse(text, &date, NULL, NULL) == STATUS_OK) *day = date.min;
}

static enum status add_country(void *context, struct record *record, struct error *error) {
    struct dyad_states *states = context;
    struct slice id = record_get(record, COUNTRY_ID);
    uint32_t number;
    if (!dyad_states_number(states, id, &number)) return ask_no_memory(error);
    struct dyad_state *state = states->items[number];
    state->own = reference_find(RECORD_COUNTRY, id) == NULL;
    read_day(record_get(record, COUNTRY_START), &state->start);
    read_day(record_get(record, COUNTRY_END), &state->end);
    state->is_state = true;
    return add_spans(&states->memory, record_get(record, COUNTRY_COW), &state->cow) &&
                   add_spans(&states->memory, record_get(record, COUNTRY_GW), &state->gw)
               ? STATUS_OK
               : ask_no_memory(error);
}

/* What the record says of a country goes before what the reference table says. */
static enum status add_reference(struct dyad_states *states, const struct reference_row *row, struct error *error) {
    struct record record;
    uint32_t number;
    reference_to_record(RECORD_COUNTRY, row, &record);
    if (!dyad_states_number(states, record_get(&record, COUNTRY_ID), &number)) return ask_no_memory(error);
    struct dyad_state *state = states->items[number];
    if (state->is_state && state->start != DAY_MIN) record_set(&record, COUNTRY_START, SLICE_NONE);
    if (state->is_state && state->end != DAY_MAX) record_set(&record, COUNTRY_END, SLICE_NONE);
    return add_country(states, &record, error);
}

enum status dyad_states_load(struct dyad_states *states, struct store *store, struct error *error) {
    enum status status = store_each(store, RECORD_COUNTRY, add_country, states, error);
    for (size_t i = 0; status == STATUS_OK && i < reference_country_count; i++)
        status = add_reference(states, &reference_countries[i], error);
    return status;
}

/* ---- a period ---------------------------------------------------------------------------------------------------- */

/* The code that holds on the last day of the period, else the one that held last in it; and the days on which some does. */
static struct slice find_code(const struct dyad_state *state, const struct dyad_spans *spans, int64_t first, int64_t last,
                              int64_t *from, int64_t *to) {
    struct slice code = SLICE_NONE;
    int64_t latest = DAY_MIN;
    for (size_t i = 0; i < spans->count; i++) {
        const struct dyad_span *span = &spans->items[i];
        int64_t start = span->start > state->start ? span->start : state->start;
        int64_t end = span->end < state->end ? span->end : state->end; /* the first day without it */
        if (start < first) start = first;
        end = end > last ? last : end - 1;
        if (start > end) continue;
        if (slice_is_empty(code) || end > latest) {
            code = span->code;
            latest = end;
        }
        if (start < *from) *from = start;
        if (end > *to) *to = end;
    }
    return code;
}

static void enter(struct dyad_state *state, int64_t first, int64_t last) {
    int64_t from = DAY_MAX, to = DAY_MIN;
    state->side.cow = find_code(state, &state->cow, first, last, &from, &to);
    state->side.gw = find_code(state, &state->gw, first, last, &from, &to);
    bool coded = state->cow.count + state->gw.count > 0;
    bool by_itself = state->named || (!coded && (state->own || slice_starts_with(state->side.id, SLICE_OF("X-"))));
    if (by_itself) {
        from = state->start > first ? state->start : first;
        to = state->end > last ? last : state->end - 1;
    }
    state->exists = state->is_state && from <= to;
    state->first = from;
    state->last = to;
}

void dyad_states_enter(struct dyad_states *states, int64_t first, int64_t last) {
    for (size_t i = 0; i < states->count; i++) enter(states->items[i], first, last);
}
