/* Rows of parties.csv wait here for their event: a row of events.csv and the rows that complete its
 * parties are one change, or importing the same dossier twice would take them off and on again. */
#include "import.h"

#include <stdlib.h>
#include "base/hash.h"

static struct slice event_of(const struct held_rows *held, size_t row) {
    return record_get(&held->rows[row].record, PARTY_EVENT);
}

static size_t slot_of(const struct held_rows *held, struct slice event) {
    size_t slot = hash_text(event) & (held->slot_count - 1);
    while (held->slots[slot] && !slice_equals(event_of(held, held->slots[slot] - 1), event))
        slot = (slot + 1) & (held->slot_count - 1);
    return slot;
}

/* Behind the last row of the same event. */
static void chain_row(struct held_rows *held, size_t row) {
    size_t slot = slot_of(held, event_of(held, row));
    size_t *link = &held->slots[slot];
    while (*link) link = &held->rows[*link - 1].next;
    *link = row + 1;
}

static bool grow_rows(struct held_rows *held) {
    size_t capacity = held->capacity ? held->capacity * 2 : 256;
    struct held_row *rows = realloc(held->rows, capacity * sizeof *rows);
    if (rows) held->rows = rows;
    size_t *slots = calloc(capacity * 2, sizeof *slots);
    if (!rows || !slots) {
        free(slots);
        return false;
    }
    free(held->slots);
    held->slots = slots;
    held->slot_count = capacity * 2;
    held->capacity = capacity;
    for (size_t i = 0; i < held->count; i++) held->rows[i].next = 0;
    for (size_t i = 0; i < held->count; i++) chain_row(held, i);
    return true;
}

static bool copy_record(struct arena *arena, const struct record *from, struct record *to) {
    size_t count = record_info(from->type)->field_count;
    *to = *from;
    to->columns = NULL;
    to->extras = NULL;
    to->extra_count = 0;
    for (size_t i = 0; i < count; i++)
        if (!arena_copy(arena, from->values[i], &to->values[i])) return false;
    char *file = from->file ? arena_string(arena, slice_from(from->file)) : NULL;
    to->file = file;
    return file || !from->file;
}

bool held_add(struct held_rows *held, const struct record *record) {
    if (held->count == HELD_ROWS_MAX) return false;
    if (held->count == held->capacity && !grow_rows(held)) return false;
    struct held_row *row = &held->rows[held->count];
    *row = (struct held_row){.next = 0};
    if (record->columns) memcpy(row->columns, record->columns, sizeof row->columns);
    if (!copy_record(&held->arena, record, &row->record)) return false;
    chain_row(held, held->count++);
    return true;
}

size_t held_take(struct held_rows *held, struct slice event, struct held_row **rows) {
    size_t count = 0;
    if (held->count == 0) return 0;
    for (size_t at = held->slots[slot_of(held, event)]; at && count < HELD_OF_EVENT_MAX; at = held->rows[at - 1].next) {
        struct held_row *row = &held->rows[at - 1];
        if (row->taken) continue;
        row->taken = true;
        row->record.columns = row->columns;
        rows[count++] = row;
    }
    return count;
}

void held_free(struct held_rows *held) {
    arena_free(&held->arena);
    free(held->rows);
    free(held->slots);
    *held = (struct held_rows){.count = 0};
}
