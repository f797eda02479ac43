/* Countries and organizations as the checks need them: known or not, and from when to when a state existed. */
#include "check_inside.h"

#include <stdlib.h>
#include "../model/reference.h"

enum { STATES_FIRST = 64 };

void states_begin(struct states *states, struct asker *asker) {
    *states = (struct states){.asker = asker};
    arena_init(&states->memory);
}

void states_end(struct states *states) {
    arena_free(&states->memory);
    free(states->slots);
}

static size_t slot_of(const struct state_spell **slots, size_t size, struct slice id) {
    size_t slot = hash_text(id) & (size - 1);
    while (slots[slot] && !slice_equals(slots[slot]->id, id)) slot = (slot + 1) & (size - 1);
    return slot;
}

static bool grow(struct states *states) {
    if (states->count * 2 < states->size) return true;
    size_t size = states->size ? states->size * 2 : STATES_FIRST;
    const struct state_spell **slots = calloc(size, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < states->size; i++)
        if (states->slots[i]) slots[slot_of(slots, size, states->slots[i]->id)] = states->slots[i];
    free(states->slots);
    states->slots = slots;
    states->size = size;
    return true;
}

/* What the record leaves empty the reference table says. */
static void fill_spell(struct state_spell *spell, const struct record *own, const struct record *reference) {
    int64_t other;
    bool marked;
    struct slice start = own && record_has(own, COUNTRY_START) ? record_get(own, COUNTRY_START)
                       : reference ? record_get(reference, COUNTRY_START) : SLICE_NONE;
    struct slice end = own && record_has(own, COUNTRY_END) ? record_get(own, COUNTRY_END)
                     : reference ? record_get(reference, COUNTRY_END) : SLICE_NONE;
    check_bounds(start, &spell->start, &other, &marked);
    check_bounds(end, &other, &spell->end, &marked);
}

static enum status make_spell(struct states *states, struct slice id, struct state_spell *spell, struct error *error) {
    struct record own, reference;
    bool found = false;
    const struct reference_row *row = reference_find(RECORD_COUNTRY, id);
    *spell = (struct state_spell){.start = DAY_MIN, .end = DAY_MAX};
    enum status status = store_get(states->asker->store, RECORD_COUNTRY, id, &states->memory, &own, &found, error);
    if (status != STATUS_OK) return status;
    if (row) reference_to_record(RECORD_COUNTRY, row, &reference);
    spell->known = found || row;
    if (spell->known) {
        fill_spell(spell, found ? &own : NULL, row ? &reference : NULL);
        spell->name = found ? record_get(&own, COUNTRY_NAME) : record_get(&reference, COUNTRY_NAME);
    } else {
        spell->known = reference_find(RECORD_ORGANIZATION, id) != NULL;
        if (!spell->known)
            status = store_get(states->asker->store, RECORD_ORGANIZATION, id, &states->memory, &own, &spell->known, error);
    }
    if (status == STATUS_OK && (!arena_copy(&states->memory, id, &spell->id))) return ask_no_memory(error);
    if (slice_is_empty(spell->name)) spell->name = spell->id;
    return status;
}

enum status states_find(struct states *states, struct slice id, const struct state_spell **found, struct error *error) {
    if (!grow(states)) return ask_no_memory(error);
    size_t slot = slot_of(states->slots, states->size, id);
    if (!states->slots[slot]) {
        struct state_spell *spell = arena_alloc(&states->memory, sizeof *spell);
        if (!spell) return ask_no_memory(error);
        enum status status = make_spell(states, id, spell, error);
        if (status != STATUS_OK) return status;
        states->slots[slot] = spell;
        states->count++;
    }
    *found = states->slots[slot];
    return STATUS_OK;
}

struct used_lister {
    struct arena *arena;
    struct slice_list *ids;
};

static enum status take_used(void *context, struct slice name, int64_t uses, struct error *error) {
    struct used_lister *lister = context;
    struct slice copy;
    (void)uses;
    bool done = arena_copy(lister->arena, name, &copy) && arena_append(lister->arena, lister->ids, copy);
    return done ? STATUS_OK : ask_no_memory(error);
}

enum status states_list_used(struct asker *asker, const char *type, struct arena *arena, struct slice_list *ids,
                             struct error *error) {
    struct used_lister lister = {arena, ids};
    *ids = (struct slice_list){NULL, 0};
    return store_each_use(asker->store, type, take_used, &lister, error);
}
