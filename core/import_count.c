/* What came of the rows of an import, in numbers.
 *
 * Invariant: of a record that ends the import as it began it every row counts as unchanged, so that the same file again says that
 * nothing changed, also where two of its rows contradict one another. */
#include "import.h"

#include <stdlib.h>

void import_count(struct importer *importer, enum record_type type, enum store_change change) {
    struct detente_import_summary *summary = importer->summary;
    if (change == STORE_UPDATED && importer->back == type) change = STORE_UNCHANGED;
    summary->added += change == STORE_ADDED;
    summary->updated += change == STORE_UPDATED;
    summary->unchanged += change == STORE_UNCHANGED;
    if (type >= (enum record_type)DETENTE_TYPES) return;
    summary->added_by_type[type] += change == STORE_ADDED;
    summary->updated_by_type[type] += change == STORE_UPDATED;
}

/* ---- records that change several times --------------------------------------------------------------------------- */

static bool grow(struct change_counts *counts) {
    size_t capacity = counts->capacity ? counts->capacity * 2 : 64;
    struct change_count *slots = calloc(capacity, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < counts->capacity; i++) {
        size_t slot = counts->slots[i].key * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (capacity - 1);
        while (counts->slots[i].key && slots[slot].key) slot = (slot + 1) & (capacity - 1);
        if (counts->slots[i].key) slots[slot] = counts->slots[i];
    }
    free(counts->slots);
    *counts = (struct change_counts){slots, counts->count, capacity};
    return true;
}

/* Its entry, which begins with the one change that nobody noted; NULL when memory is out. */
static struct change_count *find_entry(struct change_counts *counts, enum record_type type, int64_t key) {
    uint64_t wanted = (uint64_t)key * RECORD_TYPES + (uint64_t)type + 1;
    if (counts->count * 2 >= counts->capacity && !grow(counts)) return NULL;
    size_t slot = wanted * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (counts->capacity - 1);
    while (counts->slots[slot].key && counts->slots[slot].key != wanted) slot = (slot + 1) & (counts->capacity - 1);
    if (counts->slots[slot].key) return &counts->slots[slot];
    counts->slots[slot] = (struct change_count){wanted, 1};
    counts->count++;
    return &counts->slots[slot];
}

enum status import_count_again(struct importer *importer, const struct store_meeting *meeting, struct error *error) {
    struct detente_import_summary *summary = importer->summary;
    struct store *store = importer->database->store;
    enum record_type type = meeting->old->type;
    struct record past;
    bool found = false;
    if (store_is_new(store, type, meeting->key)) return STATUS_OK;
    enum status status = store_get_past(store, type, meeting->key, importer->latest, &importer->arena, &past, &found, error);
    if (status != STATUS_OK) return status;
    struct change_count *entry = find_entry(&importer->changed, type, meeting->key);
    if (!entry) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (!found || !import_is_same(&past, meeting->now)) {
        entry->count++;
        return STATUS_OK;
    }
    summary->updated -= entry->count;
    summary->updated_by_type[type] -= entry->count;
    summary->unchanged += entry->count;
    entry->count = 1; /* the next change is the first one again */
    importer->back = type;
    return STATUS_OK;
}
