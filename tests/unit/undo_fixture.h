/* Whole states of a record to compare (contents with their keys, what is derived of them, what words find), and undoing and
 * removing in writes of their own. */
#ifndef UNDO_FIXTURE_H
#define UNDO_FIXTURE_H

#include "store_fixture.h"

#include "../../core/store/inside.h"
#include "../../core/store/search.h"

/* ---- states -------------------------------------------------------------------------------------------------------- */

struct state {
    struct slice content; /* the dossier's words, and every record with its key, as text */
    struct slice derived; /* what follows from the records */
    struct slice found;   /* by words */
    struct hash128 hash;  /* that the store keeps */
};

static inline struct slice copy_text(struct world *world, struct buffer *text) {
    struct slice copy = SLICE_NONE;
    assert_false(buffer_failed(text));
    assert_true(arena_copy(&world->arena, buffer_slice(text), &copy));
    buffer_free(text);
    return copy;
}

/* `keys`: with those that the records have in the file. *sum: over the hashes of all. */
static inline void append_records(struct world *world, struct buffer *text, bool keys, struct hash128 *sum) {
    struct error error = {0};
    for (int type = 0; type < RECORD_TYPES; type++) {
        bool found = type != RECORD_PARTY;
        for (int64_t key = 0; found; key++) {
            struct record record;
            struct slice image;
            struct hash128 hash = {0, 0};
            struct arena_mark mark = arena_mark(&world->arena);
            must(history_get_next(world->store, (enum record_type)type, key, INT64_MAX, &world->arena, &record, &key, &found,
                                  &error), &error);
            if (!found) break;
            assert_true(history_write_image(&world->arena, &record, &image) && store_hash_record(&record, &hash));
            hash128_add(sum, hash);
            buffer_append_format(text, "%s %lld ", record_info((enum record_type)type)->name, keys ? (long long)key : 0LL);
            buffer_append_slice(text, image);
            buffer_append_byte(text, '\n');
            arena_rewind(&world->arena, mark);
        }
    }
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
static inline struct slice read_derived(struct world *world) {
    static const char *const questions[] = {
        "SELECT id, start_min, start_max, end_min, end_max, end_state, form, through, disputed, sourcing, has_detail FROM event "
        "ORDER BY id",
        "SELECT type, name, uses FROM facet WHERE uses <> 0 ORDER BY type, name",
        "SELECT f.type, f.name, p.class, p.day, e.id FROM posting p LEFT JOIN facet f ON f.facet = p.facet LEFT JOIN event e "
        "ON e.event = p.event ORDER BY 1, 2, 3, 4, 5",
        "SELECT f.type, f.name, p.class, p.day, e.id FROM span p LEFT JOIN facet f ON f.facet = p.facet LEFT JOIN event e "
        "ON e.event = p.event ORDER BY 1, 2, 3, 4, 5",
        "SELECT record, name, uses FROM extra_name WHERE uses <> 0 ORDER BY 1, 2",
        "SELECT e.id, d.\"release\", d.venue, d.product, d.rate, d.party_details FROM event_detail d LEFT JOIN event e "
        "ON e.event = d.event ORDER BY 1",
        "SELECT person, country, office, \"start\", start_min, start_max, end_min, end_max FROM term ORDER BY 1, 2, 3, 4",
        "SELECT * FROM pragma_foreign_key_check",
    };
    struct buffer text;
    struct error error = {0};
    buffer_init(&text);
    for (size_t i = 0; i < LENGTH(questions); i++) {
        struct store_sql_visitor visitor = {&text, no_columns, append_row};
        must(store_sql(world->store, questions[i], &visitor, &error), &error);
    }
    return copy_text(world, &text);
}

static inline enum status append_event(void *context, struct stored_event *event, struct error *error) {
    (void)error;
    buffer_append_slice(context, record_get(&event->event, EVENT_ID));
    buffer_append_byte(context, ' ');
    return STATUS_OK;
}

static inline enum status append_record(void *context, struct record *record, struct error *error) {
    (void)error;
    buffer_append_slice(context, record_get(record, 0));
    buffer_append_byte(context, ' ');
    return STATUS_OK;
}

/* The ids that a few words find, in the order of their ranks. */
static inline struct slice read_found(struct world *world) {
    static const char *const typed[] = {"alpha", "beta", "quoted", "leader", "testville", "paper", "union"};
    struct error error = {0};
    struct query query;
    struct buffer text;
    buffer_init(&text);
    query_init(&query);
    must(store_refresh_index(world->store, NULL, &error), &error);
    for (size_t i = 0; i < LENGTH(typed); i++) {
        struct search_words words;
        struct search_found found;
        int64_t records;
        struct slice word = slice_from(typed[i]);
        must(search_parse(&(struct slice_list){&word, 1}, &world->arena, &words, &error), &error);
        must(store_search_events(world->store, &words, &query, false, append_event, &text, &found, &error), &error);
        for (int of_sources = 0; of_sources < 2; of_sources++)
            must(store_search_records(world->store, &words, of_sources, append_record, &text, &records, &error), &error);
        buffer_append_format(&text, "%lld of %s\n", (long long)found.having, typed[i]);
    }
    return copy_text(world, &text);
}

static inline struct state read_state(struct world *world, bool search) {
    struct state state = {0};
    struct error error = {0};
    struct buffer text;
    struct slice dossier;
    struct hash128 sum = {0, 0};
    buffer_init(&text);
    must(store_get_dossier(world->store, &world->arena, &dossier, &error), &error);
    buffer_append_slice(&text, dossier);
    buffer_append_byte(&text, '\n');
    append_records(world, &text, true, &sum);
    state.content = copy_text(world, &text);
    state.derived = read_derived(world);
    if (search) state.found = read_found(world);
    must(store_hash_content(world->store, &state.hash, &error), &error);
    if (slice_is_empty(dossier)) assert_memory_equal(&sum, &state.hash, sizeof sum);
    return state;
}

static inline void check_same_text(const char *what, struct slice got, struct slice wanted) {
    if (slice_equals(got, wanted)) return;
    size_t at = 0;
    while (at < got.size && at < wanted.size && got.data[at] == wanted.data[at]) at++;
    size_t from = at < 200 ? 0 : at - 200;
    fail_msg("%s differs: \"%.*s\" instead of \"%.*s\"", what, (int)slice_part(got, from, at + 200).size, got.data + from,
             (int)slice_part(wanted, from, at + 200).size, wanted.data + from);
}

static inline void check_same(const struct state *got, const struct state *wanted) {
    check_same_text("content", got->content, wanted->content);
    check_same_text("what is derived", got->derived, wanted->derived);
    check_same_text("what is found", got->found, wanted->found);
    assert_memory_equal(&got->hash, &wanted->hash, sizeof got->hash);
}

static inline bool is_same(const struct state *a, const struct state *b) { return slice_equals(a->content, b->content); }

/* ---- undo ----------------------------------------------------------------------------------------------------------- */

static inline int64_t latest_revision(struct world *world) {
    struct error error = {0};
    int64_t revision = 0;
    must(store_find_revision(world->store, &revision, &error), &error);
    return revision;
}

static inline enum status try_undo(struct world *world, int64_t revision, struct error *error) {
    struct store_author author = {.command = SLICE_OF("undo"), .undoes = revision};
    world_begin(world);
    store_tell_author(world->store, &author);
    enum status status = store_undo(world->store, revision, error);
    if (status == STATUS_OK) return store_commit(world->store, error);
    store_rollback(world->store);
    return status;
}

static inline void undo(struct world *world, int64_t revision) {
    struct error error = {0};
    must(try_undo(world, revision, &error), &error);
}

static inline void check_refused(struct world *world, int64_t revision, enum status wanted, const char *message, const char *remedy) {
    struct error error = {0};
    struct state before = read_state(world, false);
    assert_int_equal(try_undo(world, revision, &error), wanted);
    assert_string_equal(error.message, message);
    assert_string_equal(error.remedy, remedy);
    struct state after = read_state(world, false);
    check_same(&after, &before);
}

/* ---- removing --------------------------------------------------------------------------------------------------------- */

static inline enum status try_remove(struct world *world, const char *name, struct store_removal *removal, struct error *error) {
    enum record_type type;
    int64_t key;
    bool found = false;
    *removal = (struct store_removal){{0}};
    must(store_find_key(world->store, slice_from(name), &type, &key, &found, error), error);
    return found ? store_remove(world->store, type, key, removal, error) : STATUS_NOT_FOUND;
}

/* In a write of its own. */
static inline enum status try_remove_alone(struct world *world, const char *name, struct error *error) {
    struct store_removal removal;
    world_begin(world);
    enum status status = try_remove(world, name, &removal, error);
    if (status == STATUS_OK) return store_commit(world->store, error);
    store_rollback(world->store);
    return status;
}

static inline void remove_alone(struct world *world, const char *name) {
    struct error error = {0};
    must(try_remove_alone(world, name, &error), &error);
}

static inline void make_world(struct world *world) {
    world_make(world);
    world_open(world, STORE_CREATE);
}

/* A record of the same content, made anew. */
static inline struct slice rebuild_derived(struct world *world) {
    struct world copy;
    struct error error = {0};
    static const enum record_type order[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_SOURCE, RECORD_EVENT,
                                             RECORD_TERM, RECORD_CLAIM, RECORD_LINK, RECORD_COVERAGE, RECORD_NOTE};
    make_world(&copy);
    world_begin(&copy);
    for (size_t i = 0; i < LENGTH(order); i++) {
        bool found = true;
        for (int64_t key = 0; found; key++) {
            struct record record;
            enum store_change change;
            int field;
            must(history_get_next(world->store, order[i], key, INT64_MAX, &world->arena, &record, &key, &found, &error), &error);
            if (found) must(store_put(copy.store, &record, &change, &field, &error), &error);
        }
    }
    world_commit(&copy);
    struct slice derived = read_derived(&copy), kept = SLICE_NONE;
    assert_true(arena_copy(&world->arena, derived, &kept));
    world_drop(&copy);
    return kept;
}

#endif
