/* Display names and terms, looked up once in an answer. */
#include "inside.h"

#include <stdlib.h>
#include "../base/hash.h"
#include "../model/reference.h"

enum status ask_no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* A small open table; when it is half full it starts anew with the next event, so that an answer of any
 * length has a bound. What one event needs beyond it is looked up without being kept. */
enum { NAMES_SIZE = 1 << 13 };
struct ask_entry {
    bool used;
    enum record_type type; /* RECORD_TERM: the terms of a person */
    struct slice id;
    struct slice name;
    struct ask_terms terms;
};
struct ask_names {
    size_t count;
    struct ask_entry entries[NAMES_SIZE];
};

void ask_begin(struct asker *asker, struct store *store, enum ask_depth depth) {
    *asker = (struct asker){.store = store, .depth = depth};
    arena_init(&asker->cache);
}

void ask_end(struct asker *asker) {
    arena_free(&asker->cache);
    free(asker->names);
    asker->names = NULL;
}

void ask_forget_names(struct asker *asker) {
    if (!asker->names || asker->names->count < NAMES_SIZE / 2) return;
    ask_end(asker);
    arena_init(&asker->cache);
}

static bool names_ready(struct asker *asker) {
    if (!asker->names) asker->names = calloc(1, sizeof *asker->names);
    return asker->names != NULL;
}

static struct ask_entry *fill_entry(struct asker *asker, struct ask_entry *entry, enum record_type type,
                                    struct slice id) {
    *entry = (struct ask_entry){.used = true, .type = type};
    if (arena_copy(&asker->cache, id, &entry->id)) return entry;
    entry->used = false;
    return NULL;
}

/* The entry for that key; *found is false when it was just made. NULL when memory is out. */
static struct ask_entry *entry_of(struct asker *asker, enum record_type type, struct slice id, bool *found) {
    if (!names_ready(asker)) return NULL;
    struct ask_names *names = asker->names;
    *found = false;
    if (names->count >= NAMES_SIZE - NAMES_SIZE / 8) {
        struct ask_entry *loose = arena_alloc(&asker->cache, sizeof *loose);
        return loose ? fill_entry(asker, loose, type, id) : NULL;
    }
    size_t slot = (hash_text(id) + (uint64_t)type * 31) & (NAMES_SIZE - 1);
    while (names->entries[slot].used &&
           !(names->entries[slot].type == type && slice_equals(names->entries[slot].id, id)))
        slot = (slot + 1) & (NAMES_SIZE - 1);
    *found = names->entries[slot].used;
    names->count += !*found;
    return *found ? &names->entries[slot] : fill_entry(asker, &names->entries[slot], type, id);
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
