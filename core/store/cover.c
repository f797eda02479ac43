/* Coverage: whether silence about a question means that nothing happened. */
#include "inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/utf8.h"
#include "../model/event.h"

/* A cell that is empty covers all kinds; else every kind asked for must lie below one that is listed. */
static bool covers_kinds(struct arena *arena, struct slice cell, const struct slice_list *asked) {
    struct slice_list listed;
    if (slice_is_empty(cell)) return true;
    if (asked->count == 0 || !cell_parse_list(arena, cell, &listed)) return false;
    for (size_t i = 0; i < asked->count; i++) {
        bool found = false;
        for (size_t j = 0; j < listed.count; j++) found = found || kind_is_below(asked->items[i], listed.items[j]);
        if (!found) return false;
    }
    return true;
}

static bool is_listed(const struct slice_list *list, struct slice id) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], id)) return true;
    return false;
}

/* One country listed: all that it does. Several: what they do among one another, so that a question about
 * one of them alone is not covered. */
static bool covers_countries(struct arena *arena, struct slice cell, const struct query *query) {
    struct slice_list listed;
    if (slice_is_empty(cell)) return true;
    if (!cell_parse_list(arena, cell, &listed)) return false;
    bool first = query->has_pair && is_listed(&listed, query->pair[0].id);
    bool second = query->has_pair && is_listed(&listed, query->pair[1].id);
    if (listed.count > 1) return first && second;
    bool one = query->countries.count == 1 && is_listed(&listed, query->countries.items[0]);
    return first || second || one;
}

/* The days of a claim, inclusive; without a start or an end there is no bound on that side. False when a date cannot
 * be read, or is none. */
bool store_claimed_days(const struct record *coverage, struct store_stretch *days) {
    struct edtf date;
    *days = (struct store_stretch){DAY_MIN, DAY_MAX};
    if (record_has(coverage, COVERAGE_START)) {
        if (edtf_parse(record_get(coverage, COVERAGE_START), &date, NULL, NULL) != STATUS_OK) return false;
        days->from = date.min;
    }
    if (record_has(coverage, COVERAGE_END) && !slice_is(record_get(coverage, COVERAGE_END), "..")) {
        if (edtf_parse(record_get(coverage, COVERAGE_END), &date, NULL, NULL) != STATUS_OK) return false;
        days->to = date.max;
    }
    return days->from <= days->to;
}

static bool covers_days(const struct record *coverage, const struct query *query) {
    struct store_stretch days;
    int64_t from = query->has_range ? query->from : DAY_MIN, to = query->has_range ? query->to : DAY_MAX;
    return store_claimed_days(coverage, &days) && from >= days.from && to <= days.to;
}

/* ---- what a question asks beyond countries, kinds and days ------------------------------------------------- */

static enum status knows_product(struct store *store, struct slice product, struct arena *arena, bool *known,
                                 struct error *error) {
    struct statement *find;
    struct slice folded;
    *known = false;
    if (query_is_code(product)) return STATUS_OK;
    if (!utf8_fold(arena, product, &folded)) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    enum status status = engine_prepare(store->engine, "SELECT 1 FROM facet WHERE type = 'product' AND instr(key, ?1) > 0 "
                                        "AND uses > 0 LIMIT 1", &find, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, folded);
    status = statement_step(find, known, error);
    statement_free(find);
    return status;
}

/* Can a claim about countries, kinds and days cover the question? */
enum status store_can_cover(struct store *store, const struct query *query, struct arena *arena, bool *can,
                            struct error *error) {
    enum status status = STATUS_OK;
    size_t narrowing = query->people.count + query->organizations.count + query->roles.count + query->tags.count +
                       query->places.count + query->sources.count + query->texts.count + query->codes.count;
    *can = narrowing == 0 && !query->single_source && !query->disputed && query->min_mentions <= 0 &&
           slice_is_empty(query->intensity.text) && slice_is_empty(query->tone.text) && slice_is_empty(query->box.text);
    for (size_t i = 0; status == STATUS_OK && *can && i < query->products.count; i++)
        status = knows_product(store, query->products.items[i], arena, can, error);
    return status;
}

enum status store_covers(struct store *store, const struct query *query, struct arena *arena, bool *covered,
                         struct error *error) {
    struct record *rows;
    size_t count;
    bool can = false;
    *covered = false;
    enum status status = store_can_cover(store, query, arena, &can, error);
    if (status == STATUS_OK && can)
        status = store_list(store, RECORD_COVERAGE, SLICE_NONE, arena, &rows, &count, error);
    if (status != STATUS_OK || !can) return status;
    for (size_t i = 0; i < count; i++)
        if (covers_countries(arena, record_get(&rows[i], COVERAGE_COUNTRIES), query) &&
            covers_kinds(arena, record_get(&rows[i], COVERAGE_KINDS), &query->kinds) &&
            covers_days(&rows[i], query)) *covered = true;
    return STATUS_OK;
}

static bool bears(struct arena *arena, struct slice cell, const struct query *query, bool *good) {
    struct slice_list listed;
    size_t found = 0, asked = query->countries.count + (query->has_pair ? 2 : 0);
    *good = cell_parse_list(arena, cell, &listed);
    if (!*good || listed.count == 0 || asked == 0) return true;
    for (size_t i = 0; query->has_pair && i < 2; i++) found += is_listed(&listed, query->pair[i].id);
    for (size_t i = 0; i < query->countries.count; i++) found += is_listed(&listed, query->countries.items[i]);
    bool both = !query->has_pair || (is_listed(&listed, query->pair[0].id) && is_listed(&listed, query->pair[1].id));
    return found > 0 && (listed.count == 1 || both);
}

enum status store_list_bearing(struct store *store, const struct query *query, struct arena *arena, struct record **rows,
                               size_t *count, struct error *error) {
    bool good = true;
    size_t kept = 0;
    enum status status = store_list(store, RECORD_COVERAGE, SLICE_NONE, arena, rows, count, error);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; good && i < *count; i++)
        if (bears(arena, record_get(&(*rows)[i], COVERAGE_COUNTRIES), query, &good)) (*rows)[kept++] = (*rows)[i];
    *count = kept;
    return good ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

/* ---- the days that are covered --------------------------------------------------------------------------- */

struct stretches {
    struct store_stretch *items;
    size_t count;
};

static int compare_stretches(const void *a, const void *b) {
    const struct store_stretch *p = a, *q = b;
    if (p->from != q->from) return p->from < q->from ? -1 : 1;
    return p->to < q->to ? -1 : p->to > q->to;
}

/* Sorts, and joins what touches. */
static void join_stretches(struct stretches *list) {
    size_t kept = 0;
    if (list->count) qsort(list->items, list->count, sizeof *list->items, compare_stretches);
    for (size_t i = 0; i < list->count; i++) {
        struct store_stretch next = list->items[i];
        struct store_stretch *last = kept ? &list->items[kept - 1] : NULL;
        bool touches = last && (last->to == DAY_MAX || next.from <= last->to + 1);
        if (!touches) list->items[kept++] = next;
        else if (next.to > last->to) last->to = next.to;
    }
    list->count = kept;
}

/* The days on which some claim covers one kind; without a kind, all. */
static bool cover_kind(const struct record *rows, size_t count, const struct query *query,
                       const struct slice_list *kind, struct arena *arena, struct stretches *list) {
    list->items = arena_alloc_array(arena, count + 1, sizeof *list->items);
    list->count = 0;
    if (!list->items) return false;
    for (size_t i = 0; i < count; i++)
        if (covers_countries(arena, record_get(&rows[i], COVERAGE_COUNTRIES), query) &&
            covers_kinds(arena, record_get(&rows[i], COVERAGE_KINDS), kind))
            list->count += store_claimed_days(&rows[i], &list->items[list->count]);
    join_stretches(list);
    return true;
}

/* The days that are in both; `a` becomes them. */
static bool intersect(struct arena *arena, struct stretches *a, const struct stretches *b) {
    struct stretches both = {arena_alloc_array(arena, a->count + b->count + 1, sizeof *both.items), 0};
    if (!both.items) return false;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        struct store_stretch p = a->items[i], q = b->items[j];
        struct store_stretch common = {p.from > q.from ? p.from : q.from, p.to < q.to ? p.to : q.to};
        if (common.from <= common.to) both.items[both.count++] = common;
        if (p.to < q.to) i++;
        else j++;
    }
    *a = both;
    return true;
}

enum status store_list_covered(struct store *store, const struct query *query, const struct slice_list *kinds,
                               struct arena *arena, struct store_stretch **stretches, size_t *count,
                               struct error *error) {
    struct record *rows;
    size_t row_count;
    struct stretches all, one;
    const struct slice_list none = {NULL, 0}, *asked = kinds->count ? kinds : &query->kinds;
    bool can = false;
    *stretches = NULL;
    *count = 0;
    enum status status = store_can_cover(store, query, arena, &can, error);
    if (status == STATUS_OK && can)
        status = store_list(store, RECORD_COVERAGE, SLICE_NONE, arena, &rows, &row_count, error);
    if (status != STATUS_OK || !can) return status;
    struct slice_list first = asked->count ? (struct slice_list){asked->items, 1} : none;
    bool good = cover_kind(rows, row_count, query, &first, arena, &all);
    for (size_t i = 1; good && i < asked->count; i++) {
        struct slice_list next = {&asked->items[i], 1};
        good = cover_kind(rows, row_count, query, &next, arena, &one) && intersect(arena, &all, &one);
    }
    if (!good) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    *stretches = all.items;
    *count = all.count;
    return STATUS_OK;
}
