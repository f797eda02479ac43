/* Terms of office by country and day.
 *
 * Knows the index (country, start_min) and nothing of what an office is. Invariant: neither question goes through the
 * table of terms from end to end; all countries are found by going from one to the next in the index. */
#include "inside.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

static enum status prepare_terms(struct store *store, struct statement **statement, struct error *error) {
    struct buffer sql;
    buffer_init(&sql);
    buffer_append_text(&sql, "SELECT ");
    row_append_columns(&sql, RECORD_TERM, false);
    buffer_append_text(&sql, ", extra FROM term WHERE country = ?1 AND start_min <= ?2 AND end_max > ?3 "
                             "ORDER BY start_min");
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error)
                                             : engine_prepare(store->engine, sql.data, statement, error);
    buffer_free(&sql);
    return status;
}

static enum status read_term(struct statement *statement, struct arena *arena, struct record *term,
                             struct error *error) {
    int next = 0;
    struct slice json;
    record_init(term, RECORD_TERM);
    enum status status = row_read(statement, 0, RECORD_TERM, false, arena, term, &next, error);
    if (status != STATUS_OK) return status;
    if (!arena_copy(arena, statement_text(statement, next), &json)) return no_memory(error);
    return row_json_to_extras(arena, json, term, error);
}

struct terms_walk {
    int64_t first, last;
    store_visit *visit;
    void *context;
    struct arena arena; /* of the term at hand */
    struct statement *terms, *next; /* the terms of a country; the country after one */
};

static enum status visit_country(struct terms_walk *walk, struct slice country, struct error *error) {
    enum status status = STATUS_OK;
    statement_bind_string(walk->terms, 1, country);
    statement_bind_integer(walk->terms, 2, walk->last);
    statement_bind_integer(walk->terms, 3, walk->first);
    for (bool row = true; status == STATUS_OK;) {
        struct record term;
        struct arena_mark mark = arena_mark(&walk->arena);
        status = statement_step(walk->terms, &row, error);
        if (status != STATUS_OK || !row) break;
        status = read_term(walk->terms, &walk->arena, &term, error);
        if (status == STATUS_OK) status = walk->visit(walk->context, &term, error);
        arena_rewind(&walk->arena, mark);
    }
    statement_reset(walk->terms);
    return status;
}

/* The first id after `country` that has terms; empty behind the last. */
static enum status find_next(struct terms_walk *walk, struct slice country, struct arena *arena, struct slice *found,
                             struct error *error) {
    bool row = false;
    *found = SLICE_NONE;
    statement_bind_string(walk->next, 1, country);
    enum status status = statement_step(walk->next, &row, error);
    if (status == STATUS_OK && row && !arena_copy(arena, statement_text(walk->next, 0), found))
        status = no_memory(error);
    statement_reset(walk->next);
    return status;
}

static enum status visit_all(struct terms_walk *walk, struct error *error) {
    struct slice country = SLICE_NONE;
    struct arena arena;
    arena_init(&arena);
    enum status status = find_next(walk, country, &arena, &country, error);
    while (status == STATUS_OK && !slice_is_empty(country)) {
        status = visit_country(walk, country, error);
        if (status == STATUS_OK) status = find_next(walk, country, &arena, &country, error);
    }
    arena_free(&arena);
    return status;
}

enum status store_terms(struct store *store, struct slice country, int64_t first, int64_t last, store_visit *visit,
                        void *context, struct error *error) {
    struct terms_walk walk = {.first = first, .last = last, .visit = visit, .context = context};
    arena_init(&walk.arena);
    bool all = slice_is_empty(country);
    enum status status = prepare_terms(store, &walk.terms, error);
    if (status == STATUS_OK && all)
        status = engine_prepare(store->engine, "SELECT min(country) FROM term WHERE country > ?1", &walk.next, error);
    if (status == STATUS_OK) status = all ? visit_all(&walk, error) : visit_country(&walk, country, error);
    statement_free(walk.terms);
    statement_free(walk.next);
    arena_free(&walk.arena);
    return status;
}
