/* Ids that were merged into others: the old one keeps leading to the new.
 *
 * A note of the kind merged says it (record: the old id, reason: the new one), so that it is exported and imported as
 * everything else is. Notes of one record are found by an index, and only ids that are not there are looked up, so that a
 * look-up that finds its record pays nothing.
 *
 * Invariant: every way through merges ends, whatever the notes say. */
#include "inside.h"

#include "../model/reference.h"

enum { MERGES_MAX = 64 };

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* What an id was merged into, in the arena; empty when it was not. Of several notes the latest counts. */
static enum status find_note(struct store *store, struct slice id, struct arena *arena, struct slice *into,
                             struct error *error) {
    struct statement *find = store_statement(store, SQL_MERGED_INTO, error);
    bool row = false;
    *into = SLICE_NONE;
    if (!find) return STATUS_ENVIRONMENT;
    statement_bind_string(find, 1, id);
    enum status status = statement_step(find, &row, error);
    if (status == STATUS_OK && row && !arena_copy(arena, slice_trim(statement_text(find, 0)), into))
        status = no_memory(error);
    statement_reset(find);
    return status;
}

/* A way from merge to merge. */
struct way {
    struct slice ids[MERGES_MAX];
    size_t count;
};

/* One merge further; *next is empty at the end, which a circle and a way that is too long have too. */
static enum status step(struct store *store, struct way *way, struct slice id, struct arena *arena, struct slice *next,
                        struct error *error) {
    *next = SLICE_NONE;
    if (way->count == MERGES_MAX) return STATUS_OK;
    way->ids[way->count++] = id;
    enum status status = find_note(store, id, arena, next, error);
    for (size_t i = 0; i < way->count; i++)
        if (slice_equals(way->ids[i], *next)) *next = SLICE_NONE;
    return status;
}

enum status store_follow(struct store *store, struct slice id, struct arena *arena, struct slice *into, struct error *error) {
    struct way way = {.count = 0};
    struct slice next;
    *into = SLICE_NONE;
    enum status status = slice_is_empty(id) ? STATUS_OK : step(store, &way, id, arena, &next, error);
    while (status == STATUS_OK && !slice_is_empty(id) && !slice_is_empty(next)) {
        *into = next;
        status = step(store, &way, *into, arena, &next, error);
    }
    return status;
}

static enum status find_there(struct store *store, enum record_type type, struct slice id, struct arena *arena, bool *there,
                              struct error *error) {
    struct record record;
    *there = (type == RECORD_COUNTRY || type == RECORD_ORGANIZATION) && reference_find(type, id);
    return *there ? STATUS_OK : store_get(store, type, id, arena, &record, there, error);
}

enum status merged_find(struct store *store, enum record_type type, struct slice id, struct arena *arena,
                        struct slice *into, struct error *error) {
    struct way way = {.count = 0};
    struct slice next = SLICE_NONE;
    bool there = false;
    *into = SLICE_NONE;
    enum status status = slice_is_empty(id) ? STATUS_OK : step(store, &way, id, arena, &next, error);
    while (status == STATUS_OK && !slice_is_empty(next)) {
        struct slice at = next;
        status = find_there(store, type, at, arena, &there, error);
        if (status == STATUS_OK && there) *into = at;
        if (status != STATUS_OK || there) return status;
        status = step(store, &way, at, arena, &next, error);
    }
    return status;
}

enum status merged_get_event(struct store *store, struct slice id, struct arena *arena, struct stored_event *event,
                             bool *found, struct error *error) {
    struct slice into;
    enum status status = event_get(store, id, arena, event, found, error);
    if (status != STATUS_OK || *found) return status;
    status = merged_find(store, RECORD_EVENT, id, arena, &into, error);
    return status == STATUS_OK && !slice_is_empty(into) ? event_get(store, into, arena, event, found, error) : status;
}
