/* Display names and terms, looked up once in an answer. */
#include "inside.h"

#include <stdlib.h>
#include "../base/hash.h"
#include "../model/reference.h"

enum status ask_no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* An open table that grows from small to NAMES_MOST; when that is half full it starts anew with the next
 * event, so that an answer of any length has a bound. What one event needs beyond it is looked up without
 * being kept. */
enum { NAMES_FIRST = 1 << 7, NAMES_MOST = 1 << 13 };
struct ask_entry {
    bool used;
    enum record_type type; /* RECORD_TERM: the terms of a person */
    struct slice id;
    struct slice name;
    struct ask_terms terms;
};
struct ask_names {
    size_t count, size;
    struct ask_entry **entries; /* in the cache's arena */
};

void ask_begin(struct asker *asker, struct store *store, enum ask_depth depth) {
    *asker = (struct asker){.store = store, .depth = depth, .today = DAY_MAX};
    arena_init(&asker->cache);
}

void ask_end(struct asker *asker) {
    arena_free(&asker->cache);
    if (asker->names) free(asker->names->entries);
    free(asker->names);
    asker->names = NULL;
}

void ask_forget_names(struct asker *asker) {
    if (!asker->names || asker->names->count < NAMES_MOST / 2) return;
    ask_end(asker);
    arena_init(&asker->cache);
}

static size_t slot_of(const struct ask_names *names, enum record_type type, struct slice id) {
    size_t slot = (hash_text(id) + (uint64_t)type * 31) & (names->size - 1);
    while (names->entries[slot] &&
           !(names->entries[slot]->type == type && slice_equals(names->entries[slot]->id, id)))
        slot = (slot + 1) & (names->size - 1);
    return slot;
}

static bool names_grow(struct ask_names *names) {
    struct ask_names larger = {names->count, names->size ? names->size * 2 : NAMES_FIRST, NULL};
    larger.entries = calloc(larger.size, sizeof *larger.entries);
    if (!larger.entries) return false;
    for (size_t i = 0; i < names->size; i++)
        if (names->entries[i]) larger.entries[slot_of(&larger, names->entries[i]->type, names->entries[i]->id)] = names->entries[i];
    free(names->entries);
    *names = larger;
    return true;
}

static bool names_ready(struct asker *asker) {
    if (!asker->names) asker->names = calloc(1, sizeof *asker->names);
    if (!asker->names) return false;
    struct ask_names *names = asker->names;
    bool full = names->count * 2 >= names->size;
    return !full || names->size == NAMES_MOST || names_grow(names);
}

static struct ask_entry *make_entry(struct asker *asker, enum record_type type, struct slice id) {
    struct ask_entry *entry = arena_alloc(&asker->cache, sizeof *entry);
    if (!entry || !arena_copy(&asker->cache, id, &entry->id)) return NULL;
    entry->used = true;
    entry->type = type;
    return entry;
}

/* The entry for that key; *found is false when it was just made. NULL when memory is out. */
static struct ask_entry *entry_of(struct asker *asker, enum record_type type, struct slice id, bool *found) {
    if (!names_ready(asker)) return NULL;
    struct ask_names *names = asker->names;
    bool room = names->count < NAMES_MOST - NAMES_MOST / 8;
    size_t slot = slot_of(names, type, id);
    *found = names->entries[slot] && names->entries[slot]->used;
    if (*found) return names->entries[slot];
    struct ask_entry *entry = make_entry(asker, type, id);
    if (!entry || !room) return entry;
    names->count += !names->entries[slot];
    names->entries[slot] = entry;
    return entry;
}

static enum status find_name(struct asker *asker, enum record_type type, struct slice id, struct slice *name,
                             struct error *error) {
    struct record record;
    bool found = false;
    enum status status = store_get(asker->store, type, id, &asker->cache, &record, &found, error);
    *name = id;
    if (status != STATUS_OK) return status;
    const struct reference_row *row = found || type == RECORD_PERSON ? NULL : reference_find(type, id);
    if (found) *name = record_get(&record, 1);
    else if (row) *name = slice_from(row->values[1]);
    return STATUS_OK;
}

enum status ask_name(struct asker *asker, enum record_type type, struct slice id, struct slice *name,
                     struct error *error) {
    bool found = false;
    struct ask_entry *entry = entry_of(asker, type, id, &found);
    if (!entry) return ask_no_memory(error);
    enum status status = found ? STATUS_OK : find_name(asker, type, entry->id, &entry->name, error);
    if (status != STATUS_OK) entry->used = false;
    *name = entry->name;
    return status;
}

static enum status find_terms(struct asker *asker, struct slice person, struct ask_terms *terms,
                              struct error *error) {
    int field;
    enum status status = store_list(asker->store, RECORD_TERM, person, &asker->cache, &terms->terms, &terms->count,
                                    error);
    if (status != STATUS_OK) return status;
    terms->spans = arena_alloc_array(&asker->cache, terms->count + 1, sizeof *terms->spans);
    if (!terms->spans) return ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < terms->count; i++)
        status = term_find_span(&terms->terms[i], &terms->spans[i], &field, error);
    return status;
}

enum status ask_terms_of(struct asker *asker, struct slice person, const struct ask_terms **terms,
                         struct error *error) {
    bool found = false;
    struct ask_entry *entry = entry_of(asker, RECORD_TERM, person, &found);
    if (!entry) return ask_no_memory(error);
    enum status status = found ? STATUS_OK : find_terms(asker, entry->id, &entry->terms, error);
    if (status != STATUS_OK) entry->used = false;
    *terms = &entry->terms;
    return status;
}
