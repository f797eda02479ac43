/* The sums of a series by period and group, and the kinds that name the groups. */
#include "series_inside.h"

#include <stdlib.h>
#include "../base/hash.h"

/* ---- cells -------------------------------------------------------------------------------------------------- */

enum { TABLE_FIRST = 64 };

static uint64_t hash_cell(int64_t period, struct series_group group) {
    uint64_t hash = (uint64_t)period * UINT64_C(0x9E3779B97F4A7C15);
    hash ^= ((uint64_t)group.kind * SERIES_DIRECTIONS + (uint64_t)group.direction) * UINT64_C(0xC2B2AE3D27D4EB4F);
    hash ^= hash >> 29;
    hash *= UINT64_C(0xBF58476D1CE4E5B9);
    return hash ^ hash >> 32;
}

static struct series_cell *find_slot(const struct series_table *table, int64_t period, struct series_group group) {
    size_t mask = table->size - 1, slot = (size_t)hash_cell(period, group) & mask;
    for (;; slot = (slot + 1) & mask) {
        struct series_cell *cell = &table->cells[slot];
        if (!cell->used || (cell->period == period && cell->group.kind == group.kind &&
                            cell->group.direction == group.direction)) return cell;
    }
}

static bool grow_table(struct series_table *table) {
    struct series_table larger = {NULL, table->count, table->size ? table->size * 2 : TABLE_FIRST};
    larger.cells = calloc(larger.size, sizeof *larger.cells);
    if (!larger.cells) return false;
    for (size_t i = 0; i < table->size; i++)
        if (table->cells[i].used) *find_slot(&larger, table->cells[i].period, table->cells[i].group) = table->cells[i];
    free(table->cells);
    *table = larger;
    return true;
}

struct series_cell *series_table_cell(struct series_table *table, int64_t period, struct series_group group) {
    if (table->count * 2 >= table->size && !grow_table(table)) return NULL;
    struct series_cell *cell = find_slot(table, period, group);
    table->count += !cell->used;
    if (!cell->used) *cell = (struct series_cell){.period = period, .group = group, .used = true};
    return cell;
}

const struct series_cell *series_table_find(const struct series_table *table, int64_t period,
                                            struct series_group group) {
    if (table->size == 0) return NULL;
    const struct series_cell *cell = find_slot(table, period, group);
    return cell->used ? cell : NULL;
}

void series_table_free(struct series_table *table) {
    free(table->cells);
    *table = (struct series_table){NULL, 0, 0};
}

/* ---- kinds --------------------------------------------------------------------------------------------------- */

static uint32_t *find_kind(const struct series_kinds *kinds, struct slice kind) {
    size_t mask = kinds->size - 1, slot = (size_t)hash_text(kind) & mask;
    while (kinds->slots[slot] && !slice_equals(kinds->list.items[kinds->slots[slot] - 1], kind)) slot = (slot + 1) & mask;
    return &kinds->slots[slot];
}

static bool grow_kinds(struct series_kinds *kinds) {
    size_t size = kinds->size ? kinds->size * 2 : TABLE_FIRST;
    uint32_t *slots = calloc(size, sizeof *slots);
    if (!slots || kinds->list.count >= UINT32_MAX - 1) {
        free(slots);
        return false;
    }
    free(kinds->slots);
    kinds->slots = slots;
    kinds->size = size;
    for (size_t i = 0; i < kinds->list.count; i++) *find_kind(kinds, kinds->list.items[i]) = (uint32_t)i + 1;
    return true;
}

bool series_kinds_number(struct series_kinds *kinds, struct slice kind, uint32_t *number) {
    struct slice copy;
    if (kinds->list.count * 2 >= kinds->size && !grow_kinds(kinds)) return false;
    uint32_t *slot = find_kind(kinds, kind);
    if (!*slot) {
        if (!arena_copy(&kinds->memory, kind, &copy) || !arena_append(&kinds->memory, &kinds->list, copy)) return false;
        *slot = (uint32_t)kinds->list.count;
    }
    *number = *slot - 1;
    return true;
}

void series_kinds_free(struct series_kinds *kinds) {
    free(kinds->slots);
    arena_free(&kinds->memory);
}
