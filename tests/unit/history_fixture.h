/* States of a record as plain lists, what is other between two of them, and changes at random. */
#ifndef HISTORY_FIXTURE_H
#define HISTORY_FIXTURE_H

#include "store_fixture.h"

#include "../../core/store/inside.h"

/* ---- states ------------------------------------------------------------------------------------------------------ */

struct entry { /* a record; the dossier's words under type RECORD_TYPES */
    enum record_type type;
    int64_t key;
    struct slice name, text;
};

struct state {
    struct entry *entries; /* the dossier first, then by type and key */
    size_t count;
    struct slice derived;  /* what follows from the records, as text */
    struct hash128 hash;   /* the sum over them */
};

enum { ENTRIES_MAX = 400 };

static inline struct slice copy_text(struct world *world, struct slice text) {
    struct slice copy = SLICE_NONE;
    assert_true(arena_copy(&world->arena, text, &copy));
    return copy;
}

static inline struct slice name_of(struct world *world, const struct record *record) {
    struct buffer name;
    buffer_init(&name);
    record_append_name(&name, record);
    struct slice copy = copy_text(world, buffer_slice(&name));
    buffer_free(&name);
    return copy;
}

static inline struct slice text_of(struct world *world, const struct record *record) {
    struct slice text;
    assert_true(history_write_image(&world->arena, record, &text));
    return text;
}

static inline enum status no_columns(void *context, const char *const *columns, size_t count, struct error *error) {
    (void)context;
    (void)columns;
    (void)count;
    (void)error;
    return STATUS_OK;
}

static inline enum status append_row(void *context, const struct slice *values, const bool *is_number, size_t count,
                              struct error *error) {
    (void)is_number;
    (void)error;
    for (size_t i = 0; i < count; i++) {
        buffer_append_slice(context, values[i]);
        buffer_append_byte(context, i + 1 == count ? '\n' : '|');
    }
    return STATUS_OK;
}

/* By ids and names, since keys of facets are those of a file. */
static inline struct slice read_derived(struct world *world, struct store *store) {
    static const char *const questions[] = {
        "SELECT id, start_min, start_max, end_min, end_max, end_state, form, through, disputed, sourcing, has_detail FROM event "
        "ORDER BY id",
        "SELECT type, name, uses FROM facet WHERE uses > 0 ORDER BY type, name",
        "SELECT f.type, f.name, p.class, p.day, e.id FROM posting p LEFT JOIN facet f ON f.facet = p.facet LEFT JOIN event e "
        "ON e.event = p.event ORDER BY 1, 2, 3, 4, 5",
        "SELECT f.type, f.name, p.class, p.day, e.id FROM span p LEFT JOIN facet f ON f.facet = p.facet LEFT JOIN event e "
        "ON e.event = p.event ORDER BY 1, 2, 3, 4, 5",
        /* What a record was called once may stay. */
        "SELECT n.type, n.key, n.id FROM name n JOIN person p ON p.id = n.id AND n.type = 'person' AND lower(p.name) = n.key "
        "ORDER BY 1, 2, 3",
        "SELECT record, name, uses FROM extra_name WHERE uses > 0 ORDER BY 1, 2",
        "SELECT d.* FROM event_detail d ORDER BY 1",
        "SELECT person, country, office, start_min, start_max, end_min, end_max FROM term ORDER BY \"key\"",
    };
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    for (size_t i = 0; i < LENGTH(questions); i++) {
        struct store_sql_visitor visitor = {&text, no_columns, append_row};
        must(store_sql(store, questions[i], &visitor, &error), &error);
    }
    struct slice copy = copy_text(world, buffer_slice(&text));
    buffer_free(&text);
    return copy;
}

static inline void add_entry(struct state *state, enum record_type type, int64_t key, struct slice name, struct slice text) {
    assert_true(state->count < ENTRIES_MAX);
    state->entries[state->count++] = (struct entry){type, key, name, text};
}

static inline void read_type(struct world *world, struct store *store, enum record_type type, struct state *state) {
    struct error error = {0};
    struct record record;
    struct hash128 hash;
    bool found = true;
    for (int64_t key = 0; found; key++) {
        must(history_get_next(store, type, key, INT64_MAX, &world->arena, &record, &key, &found, &error), &error);
        if (!found) break;
        add_entry(state, type, key, name_of(world, &record), text_of(world, &record));
        assert_true(store_hash_record(&record, &hash));
        hash128_add(&state->hash, hash);
    }
}

static inline struct state read_state(struct world *world, struct store *store) {
    struct state state = {0};
    struct error error = {0};
    struct slice dossier;
    state.entries = arena_alloc_array(&world->arena, ENTRIES_MAX, sizeof *state.entries);
    assert_non_null(state.entries);
    must(store_get_dossier(store, &world->arena, &dossier, &error), &error);
    if (dossier.size) add_entry(&state, RECORD_TYPES, 0, SLICE_OF("dossier"), dossier);
    for (int type = 0; type < RECORD_TYPES; type++)
        if (type != RECORD_PARTY) read_type(world, store, (enum record_type)type, &state);
    state.derived = read_derived(world, store);
    return state;
}

static inline int rank_of(const struct entry *entry) { return entry->type == RECORD_TYPES ? 0 : (int)entry->type + 1; }

static inline int compare_entries(const struct entry *a, const struct entry *b) {
    if (rank_of(a) != rank_of(b)) return rank_of(a) < rank_of(b) ? -1 : 1;
    return a->key < b->key ? -1 : a->key > b->key;
}

static inline const struct entry *find_entry(const struct state *state, enum record_type type, int64_t key) {
    for (size_t i = 0; i < state->count; i++)
        if (state->entries[i].type == type && state->entries[i].key == key) return &state->entries[i];
    return NULL;
}

static inline void check_same_state(const struct state *state, const struct state *wanted) {
    for (size_t i = 0; i < state->count && i < wanted->count; i++) {
        const struct entry *a = &state->entries[i], *b = &wanted->entries[i];
        if (compare_entries(a, b) != 0 || !slice_equals(a->text, b->text))
            fail_msg("%d/%lld %.*s instead of %d/%lld %.*s", a->type, (long long)a->key, (int)a->text.size, a->text.data, b->type,
                     (long long)b->key, (int)b->text.size, b->text.data);
    }
    assert_int_equal(state->count, wanted->count);
    if (!slice_equals(state->derived, wanted->derived)) {
        size_t at = 0, line = 0;
        while (at < state->derived.size && at < wanted->derived.size && state->derived.data[at] == wanted->derived.data[at])
            if (state->derived.data[at++] == '\n') line = at;
        fail_msg("derived: \"%.120s\" instead of \"%.120s\"", state->derived.data + line, wanted->derived.data + line);
    }
}

/* ---- differences ------------------------------------------------------------------------------------------------- */

enum { CHANGES_MAX = 3000 };

struct change {
    enum record_type type;
    int64_t key, revision; /* 0: any */
    struct slice name, before, after; /* without data: not there */
};

struct changes {
    struct world *world;
    struct change *items;
    size_t count;
};

static inline void changes_init(struct changes *changes, struct world *world) {
    *changes = (struct changes){.world = world, .items = calloc(CHANGES_MAX, sizeof *changes->items)};
    assert_non_null(changes->items);
}

static inline struct change *next_item(struct changes *changes) {
    assert_true(changes->count < CHANGES_MAX);
    return &changes->items[changes->count++];
}

static inline enum status keep_change(void *context, const struct store_difference *difference, struct error *error) {
    struct changes *changes = context;
    struct change *change = next_item(changes);
    (void)error;
    *change = (struct change){.type = difference->type, .key = difference->key, .revision = difference->revision,
                              .name = copy_text(changes->world, difference->name)};
    if (difference->type == RECORD_TYPES) {
        change->before = copy_text(changes->world, difference->before_text);
        change->after = copy_text(changes->world, difference->after_text);
        return STATUS_OK;
    }
    if (difference->before) change->before = text_of(changes->world, difference->before);
    if (difference->after) change->after = text_of(changes->world, difference->after);
    return STATUS_OK;
}

static inline void add_wanted(struct changes *changes, const struct entry *before, const struct entry *after, int64_t revision) {
    const struct entry *one = after ? after : before;
    if (before && after && slice_equals(before->text, after->text)) return;
    *next_item(changes) = (struct change){.type = one->type, .key = one->key, .revision = revision, .name = one->name,
                                          .before = before ? before->text : SLICE_NONE, .after = after ? after->text : SLICE_NONE};
}

/* Both are in order. */
static inline void compare_states(struct changes *changes, const struct state *from, const struct state *to, int64_t revision) {
    size_t i = 0, j = 0;
    while (i < from->count || j < to->count) {
        int order = i == from->count ? 1 : j == to->count ? -1 : compare_entries(&from->entries[i], &to->entries[j]);
        add_wanted(changes, order <= 0 ? &from->entries[i] : NULL, order >= 0 ? &to->entries[j] : NULL, revision);
        i += order <= 0;
        j += order >= 0;
    }
}

static inline void check_changes(const struct changes *changes, const struct changes *wanted, bool with_revision) {
    for (size_t i = 0; i < changes->count && i < wanted->count; i++) {
        const struct change *a = &changes->items[i], *b = &wanted->items[i];
        bool same = a->type == b->type && a->key == b->key && slice_equals(a->name, b->name) &&
                    slice_equals(a->before, b->before) && slice_equals(a->after, b->after) &&
                    (!with_revision || a->revision == b->revision);
        if (!same)
            fail_msg("%zu: %d/%lld r%lld %.*s: %.*s -> %.*s instead of %d/%lld r%lld %.*s: %.*s -> %.*s", i, a->type,
                     (long long)a->key, (long long)a->revision, (int)a->name.size, a->name.data, (int)a->before.size,
                     a->before.data, (int)a->after.size, a->after.data, b->type, (long long)b->key, (long long)b->revision,
                     (int)b->name.size, b->name.data, (int)b->before.size, b->before.data, (int)b->after.size, b->after.data);
    }
    assert_int_equal(changes->count, wanted->count);
}

/* ---- a world of its own at every turn ---------------------------------------------------------------------------- */

/* With the number in the place of "%d". */
static inline char *format_text(struct world *world, const char *pattern, int number) {
    char text[160];
    const char *place = strstr(pattern, "%d");
    assert_non_null(place);
    snprintf(text, sizeof text, "%.*s%d%s", (int)(place - pattern), pattern, number, place + 2);
    char *copy = arena_string(&world->arena, slice_from(text));
    assert_non_null(copy);
    return copy;
}

/* Brings a record from one state into another by the one way that there is; *key 0: a new one. */
static inline void write_record(struct world *world, int64_t *key, const struct record *old, const struct record *now) {
    struct error error = {0};
    struct stored_event event = {0};
    struct record copy;
    bool found = false;
    int field = -1;
    if (now) copy = *now;
    if ((now ? now : old)->type != RECORD_EVENT) {
        must(small_write(world->store, key, old, now, &field, &error), &error);
        return;
    }
    if (old) must(event_get_key(world->store, *key, &world->arena, &event, &found, &error), &error);
    must(event_write(world->store, key, old ? &event : NULL, now ? &copy : NULL, &field, &error), &error);
}

/* What nothing may refer to any more is taken away before it. */
static inline void remove_record(struct world *world, int64_t key, const struct record *record);

static inline void remove_naming(struct world *world, enum record_type type, int field, struct slice id) {
    struct error error = {0};
    struct record record;
    bool found = true;
    for (int64_t key = 0; found; key++) {
        must(history_get_next(world->store, type, key, INT64_MAX, &world->arena, &record, &key, &found, &error), &error);
        if (found && slice_equals(record_get(&record, field), id)) remove_record(world, key, &record);
    }
}

static inline void remove_record(struct world *world, int64_t key, const struct record *record) {
    struct slice id = record_get(record, 0);
    if (record->type == RECORD_EVENT) {
        remove_naming(world, RECORD_CLAIM, CLAIM_EVENT, id);
        remove_naming(world, RECORD_LINK, LINK_FROM, id);
        remove_naming(world, RECORD_LINK, LINK_TO, id);
        remove_naming(world, RECORD_NOTE, NOTE_RECORD, id);
    }
    if (record->type == RECORD_PERSON) remove_naming(world, RECORD_TERM, TERM_PERSON, id);
    write_record(world, &key, record, NULL);
}

#endif
