/* The countries of a record by all their names and codes, with the days in which these hold.
 *
 * Names hold always, as the store's own search has it, an alias or a code with a time of its own in that; a code without one of a
 * state that is gone holds in the state's time, as in the reference table. A country that comes again replaces what was
 * known of it: its keys then go. */
#include "placer.h"

#include <stdlib.h>

#include "../base/cell.h"
#include "../base/hash.h"
#include "../base/utf8.h"
#include "../time/dated.h"
#include "reference.h"

enum { SLOTS_FIRST = 256 };

void own_index_free(struct own_index *index) {
    arena_free(&index->arena);
    free(index->countries);
    free(index->keys);
    free(index->slots);
    *index = (struct own_index){.count = 0};
    arena_init(&index->arena);
}

/* ---- keys ------------------------------------------------------------------------------------- */

static bool grow_slots(struct own_index *index) {
    if (index->live_count < index->slot_count) return true;
    size_t count = index->slot_count ? index->slot_count * 2 : SLOTS_FIRST;
    size_t *slots = calloc(count, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < index->slot_count; i++)
        for (size_t at = index->slots[i], next; at; at = next) {
            struct own_key *key = &index->keys[at - 1];
            size_t *slot = &slots[key->hash & (count - 1)];
            next = key->next;
            key->next = *slot;
            *slot = at;
        }
    free(index->slots);
    index->slots = slots;
    index->slot_count = count;
    return true;
}

/* The number of a key that is in no use, + 1; 0 when memory is out. */
static size_t take_key(struct own_index *index) {
    size_t at = index->free_keys;
    if (at) {
        index->free_keys = index->keys[at - 1].next;
        return at;
    }
    if (index->key_count == index->key_capacity) {
        size_t capacity = index->key_capacity ? index->key_capacity * 2 : SLOTS_FIRST;
        struct own_key *keys = realloc(index->keys, capacity * sizeof *keys);
        if (!keys) return 0;
        index->keys = keys;
        index->key_capacity = capacity;
    }
    return ++index->key_count;
}

static struct own_key *put_key(struct own_index *index, struct slice key, int64_t start, int64_t end, size_t country, size_t *at) {
    if (!grow_slots(index) || !(*at = take_key(index))) return NULL;
    uint64_t hash = hash_text(key);
    size_t *slot = &index->slots[hash & (index->slot_count - 1)];
    index->keys[*at - 1] = (struct own_key){hash, key, start, end, country, *slot, 0};
    *slot = *at;
    index->live_count++;
    return &index->keys[*at - 1];
}

static bool add_key(struct own_index *index, struct slice key, int64_t start, int64_t end, size_t country) {
    size_t at;
    if (slice_is_empty(key)) return true;
    struct own_key *own = put_key(index, key, start, end, country, &at);
    if (!own) return false;
    own->of_country = index->countries[country].keys;
    index->countries[country].keys = at;
    return true;
}

static const struct own_key *find_from(const struct own_index *index, size_t at, struct slice key) {
    for (; at; at = index->keys[at - 1].next)
        if (slice_equals(index->keys[at - 1].key, key)) return &index->keys[at - 1];
    return NULL;
}

const struct own_key *own_index_find(const struct own_index *index, struct slice key) {
    if (!index->slot_count) return NULL;
    return find_from(index, index->slots[hash_text(key) & (index->slot_count - 1)], key);
}

const struct own_key *own_index_next(const struct own_index *index, const struct own_key *key) {
    return find_from(index, key->next, key->key);
}

/* ---- countries -------------------------------------------------------------------------------- */

/* "id XYZ": spelt as it is, which no folded key is. */
static bool id_key(struct arena *arena, struct slice id, struct slice *key) {
    char *out = arena_alloc(arena, id.size + 3);
    if (!out) return false;
    memcpy(out, "ID ", 3);
    memcpy(out + 3, id.data, id.size);
    *key = (struct slice){out, id.size + 3};
    return true;
}

const struct own_country *own_index_country(const struct own_index *index, struct slice id) {
    char text[RECORD_ID_MAX + 3] = "ID ";
    if (id.size > RECORD_ID_MAX) return NULL;
    memcpy(text + 3, id.data, id.size);
    const struct own_key *key = own_index_find(index, (struct slice){text, id.size + 3});
    return key ? &index->countries[key->country] : NULL;
}

static bool add_country(struct own_index *index, const struct record *country, size_t *at) {
    struct slice key;
    size_t number;
    if (index->count == index->capacity) {
        size_t capacity = index->capacity ? index->capacity * 2 : 64;
        struct own_country *countries = realloc(index->countries, capacity * sizeof *countries);
        if (!countries) return false;
        index->countries = countries;
        index->capacity = capacity;
    }
    *at = index->count;
    struct own_country *own = &index->countries[index->count++];
    *own = (struct own_country){.id = SLICE_NONE};
    return arena_copy(&index->arena, record_get(country, COUNTRY_ID), &own->id) &&
           id_key(&index->arena, own->id, &key) && put_key(index, key, DAY_MIN, DAY_MAX, *at, &number);
}

/* All its keys but the id's. */
static void remove_keys(struct own_index *index, struct own_country *country) {
    for (size_t at = country->keys, next; at; at = next) {
        struct own_key *key = &index->keys[at - 1];
        size_t *link = &index->slots[key->hash & (index->slot_count - 1)];
        while (*link != at) link = &index->keys[*link - 1].next;
        *link = key->next;
        next = key->of_country;
        key->next = index->free_keys;
        index->free_keys = at;
        index->live_count--;
    }
    country->keys = 0;
}

static void find_time(const struct record *country, int64_t *start, int64_t *end) {
    struct edtf date;
    struct slice first = record_get(country, COUNTRY_START), after = record_get(country, COUNTRY_END);
    *start = DAY_MIN, *end = DAY_MAX;
    if (slice_is_empty(after) || edtf_parse(after, &date, NULL, NULL) != STATUS_OK) return;
    *end = date.max;
    if (!slice_is_empty(first) && edtf_parse(first, &date, NULL, NULL) == STATUS_OK) *start = date.min;
    if (*start >= *end) *start = DAY_MIN;
}

/* A cell of names or codes; what cannot be read of it is no key. */
static bool add_cell(struct own_index *index, const char *system, struct slice cell, int64_t start, int64_t end, size_t at) {
    struct slice_list list;
    if (!cell_parse_list(&index->arena, cell, &list)) return false;
    for (size_t i = 0; i < list.count; i++) {
        struct dated_text span;
        struct slice key;
        if (dated_parse(list.items[i], &span, NULL) != STATUS_OK) continue;
        if (!reference_code_key(&index->arena, system, span.text, &key)) return false;
        if (!add_key(index, key, span.dated ? span.start_day : start, span.dated ? span.end_day : end, at)) return false;
    }
    return true;
}

static bool add_name(struct own_index *index, struct slice name, size_t at) {
    struct slice key;
    return reference_name_key(&index->arena, name, &key) && add_key(index, key, DAY_MIN, DAY_MAX, at);
}

static bool is_alpha3(struct slice id) {
    for (size_t i = 0; i < id.size; i++)
        if (id.data[i] < 'A' || id.data[i] > 'Z') return false;
    return id.size == 3;
}

static bool add_names(struct own_index *index, const struct record *country, size_t at) {
    struct slice id = index->countries[at].id, key;
    if (is_alpha3(id) && (!reference_code_key(&index->arena, "iso3", id, &key) ||
                          !add_key(index, key, DAY_MIN, DAY_MAX, at)))
        return false;
    return add_name(index, id, at) && add_name(index, record_get(country, COUNTRY_NAME), at) &&
           add_cell(index, "name", record_get(country, COUNTRY_ALIASES), DAY_MIN, DAY_MAX, at);
}

static bool add_codes(struct own_index *index, const struct record *country, size_t at) {
    int64_t start, end;
    find_time(country, &start, &end);
    for (int system = CODE_NAME; system < CODE_SYSTEMS; system++) {
        int field = code_system_field((enum code_system)system);
        struct slice *cell = &index->countries[at].cells[system];
        if (field < 0) continue;
        if (!arena_copy(&index->arena, record_get(country, field), cell)) return false;
        if (!add_cell(index, code_system_column((enum code_system)system), *cell, start, end, at)) return false;
        if (system == CODE_ISO2 && !add_cell(index, "name", *cell, start, end, at)) return false;
    }
    return true;
}

bool own_index_add(struct own_index *index, const struct record *country, bool made) {
    const struct own_country *known = own_index_country(index, record_get(country, COUNTRY_ID));
    size_t at = known ? (size_t)(known - index->countries) : 0;
    if (known) remove_keys(index, &index->countries[at]);
    index->replaced += known != NULL;
    if (!known && !add_country(index, country, &at)) return false;
    struct own_country *own = &index->countries[at];
    own->made = made;
    return arena_copy(&index->arena, record_get(country, COUNTRY_NAME), &own->name) &&
           arena_copy(&index->arena, record_get(country, COUNTRY_ALIASES), &own->aliases) &&
           arena_copy(&index->arena, record_get(country, COUNTRY_START), &own->start) &&
           arena_copy(&index->arena, record_get(country, COUNTRY_END), &own->end) && add_names(index, country, at) &&
           add_codes(index, country, at);
}
