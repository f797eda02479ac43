/* A small world in a record of its own: records put by field names, and numbers that are the same
 * in every run. */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../core/store/store.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

struct world {
    char folder[64], path[80];
    struct store *store;
    struct arena arena; /* of what is put and got */
};

/* ---- numbers --------------------------------------------------------------------------------- */

static inline uint32_t next_number(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32);
}
/* 0 … below - 1 */
static inline int pick(uint64_t *seed, int below) {
    return (int)(next_number(seed) % (uint32_t)below);
}

/* ---- the file -------------------------------------------------------------------------------- */

static inline void must(enum status status, const struct error *error) {
    if (status != STATUS_OK)
        fail_msg("status %d: %s; %s", (int)status, error->message, error->remedy);
}

static inline void world_make(struct world *world) {
    strcpy(world->folder, "/tmp/detente-test-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->path, sizeof world->path, "%s/world.db", world->folder);
    world->store = NULL;
    arena_init(&world->arena);
}

static inline void world_open(struct world *world, enum store_mode mode) {
    struct error error = {0};
    must(store_open(world->path, mode, &world->store, &error), &error);
}

static inline void world_close(struct world *world) {
    store_close(world->store);
    world->store = NULL;
}

static inline void world_drop(struct world *world) {
    static const char *const suffixes[] = {"", "-journal", "-wal", "-shm"};
    char path[96];
    world_close(world);
    for (size_t i = 0; i < LENGTH(suffixes); i++) {
        snprintf(path, sizeof path, "%s%s", world->path, suffixes[i]);
        unlink(path);
    }
    rmdir(world->folder);
    arena_free(&world->arena);
}

static inline void world_begin(struct world *world) {
    struct error error = {0};
    must(store_begin(world->store, &error), &error);
}
static inline void world_commit(struct world *world) {
    struct error error = {0};
    must(store_commit(world->store, &error), &error);
}

/* ---- records --------------------------------------------------------------------------------- */

static inline void add_extra(struct world *world, struct record *record, const char *name,
                             const char *value) {
    if (!record->extras)
        record->extras = arena_alloc_array(&world->arena, 16, sizeof *record->extras);
    assert_non_null(record->extras);
    assert_true(record->extra_count < 16);
    record->extras[record->extra_count++] = (struct extra){slice_from(name), slice_from(value)};
}

/* Pairs of field and value, NULL behind the last; what is no field is an extra. */
static inline void fill_record(struct world *world, struct record *record, enum record_type type,
                               va_list pairs) {
    record_init(record, type);
    for (const char *name; (name = va_arg(pairs, const char *));) {
        const char *value = va_arg(pairs, const char *);
        int field = record_find_field(type, slice_from(name));
        struct slice copy = SLICE_NONE;
        assert_true(arena_copy(&world->arena, slice_from(value), &copy));
        if (field < 0) add_extra(world, record, name, copy.data);
        else record_set(record, field, copy);
    }
}

static inline enum status try_put(struct world *world, struct record *record,
                                  enum store_change *change, int *field, struct error *error) {
    enum status status = record_normalize(&world->arena, record, NULL, field, error);
    return status == STATUS_OK ? store_put(world->store, record, change, field, error) : status;
}

static inline enum store_change put(struct world *world, enum record_type type, ...) {
    struct record record;
    struct error error = {0};
    enum store_change change = STORE_UNCHANGED;
    int field;
    va_list pairs;
    va_start(pairs, type);
    fill_record(world, &record, type, pairs);
    va_end(pairs);
    must(try_put(world, &record, &change, &field, &error), &error);
    return change;
}

static inline struct stored_event get_event(struct world *world, const char *id) {
    struct stored_event event;
    struct error error = {0};
    bool found = false;
    must(store_find_event(world->store, slice_from(id), &world->arena, &event, &found, &error),
         &error);
    if (!found) fail_msg("there is no event %s", id);
    return event;
}

static inline void check_text(struct slice text, const char *wanted) {
    if (!slice_is(text, wanted))
        fail_msg("\"%.*s\" instead of \"%s\"", (int)text.size, text.data, wanted);
}

static inline void check_field(const struct record *record, const char *name, const char *wanted) {
    int field = record_find_field(record->type, slice_from(name));
    assert_true(field >= 0);
    check_text(record_get(record, field), wanted);
}

#endif
