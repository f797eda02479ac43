/* Numbers of events that are kept as events come and go, so that nobody counts the table: by precision of
 * the start, by the number of sources an event rests on, without any date.
 *
 * Facets without postings hold them. What changes is added up in memory and written once, when a write is
 * settled. Invariant: after that they equal what a count of the events would give. */
#include "inside.h"

#include "../base/cell.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- on how many sources an event rests -------------------------------------------------------------- */

static bool is_listed(const struct slice_list *list, struct slice id) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], id)) return true;
    return false;
}

/* Its bare address counts as a source, unless it is that of the one source that is named. */
static enum status is_same_address(struct store *store, struct slice id, struct slice address, struct arena *arena,
                                   bool *same, struct error *error) {
    struct record source;
    bool found = false;
    *same = false;
    enum status status = store_get(store, RECORD_SOURCE, id, arena, &source, &found, error);
    if (status == STATUS_OK && found) *same = slice_equals(record_get(&source, SOURCE_URL), address);
    return status;
}

enum status count_sources(struct store *store, const struct record *event, const struct record *claims,
                          size_t claim_count, struct arena *arena, enum sourcing *sourcing, struct error *error) {
    struct slice_list ids;
    struct slice address = record_get(event, EVENT_SOURCE_URL);
    bool same = false;
    if (!cell_parse_list(arena, record_get(event, EVENT_SOURCES), &ids)) return no_memory(error);
    for (size_t i = 0; i < claim_count && ids.count < 2; i++) {
        struct slice id = record_get(&claims[i], CLAIM_SOURCE);
        if (record_has(&claims[i], CLAIM_STANCE) || is_listed(&ids, id)) continue;
        if (!arena_append(arena, &ids, id)) return no_memory(error);
    }
    enum status status = STATUS_OK;
    if (ids.count == 1 && !slice_is_empty(address))
        status = is_same_address(store, ids.items[0], address, arena, &same, error);
    size_t count = ids.count + (!slice_is_empty(address) && !same);
    *sourcing = count == 0 ? SOURCING_NONE : count == 1 ? SOURCING_ONE : SOURCING_MORE;
    return status;
}

/* ---- what came and went -------------------------------------------------------------------------------- */

static const char *const sourcing_names[] = {
    [SOURCING_NONE] = "none", [SOURCING_ONE] = "one", [SOURCING_MORE] = "more"};

void count_event(struct store *store, const struct stored_event *event, int by) {
    struct event_counts *counts = &store->counts;
    counts->precisions[event->times.precision] += by;
    counts->sourcings[event->sourcing] += by;
    counts->undated += event_is_undated(&event->times) ? by : 0;
}

void count_resourced(struct store *store, enum sourcing old, enum sourcing now) {
    store->counts.sourcings[old]--;
    store->counts.sourcings[now]++;
}

static enum status write_count(struct store *store, const char *type, const char *name, int64_t *by,
                               struct error *error) {
    if (*by == 0) return STATUS_OK;
    enum status status = facet_count(store, type, slice_from(name), *by, error);
    *by = 0;
    return status;
}

enum status count_flush(struct store *store, struct error *error) {
    struct event_counts *counts = &store->counts;
    enum status status = write_count(store, "undated", "yes", &counts->undated, error);
    for (int i = 0; status == STATUS_OK && i <= EDTF_NO_PRECISION; i++)
        status = write_count(store, "precision", edtf_precision_name((enum edtf_precision)i), &counts->precisions[i],
                             error);
    for (int i = 0; status == STATUS_OK && i <= SOURCING_MORE; i++)
        status = write_count(store, "sourcing", sourcing_names[i], &counts->sourcings[i], error);
    return status;
}

/* ---- asking ---------------------------------------------------------------------------------------------- */

bool event_is_undated(const struct event_times *times) {
    return times->start_min == DAY_MIN && times->start_max == DAY_MAX;
}

int64_t count_bound(int64_t uses) {
    static const int64_t most = INT64_C(1) << 40;
    return uses < 0 ? 0 : uses < most ? uses : most;
}

enum status store_each_use(struct store *store, const char *type, store_use_visit *visit, void *context,
                           struct error *error) {
    struct statement *find;
    enum status status = engine_prepare(store->engine, "SELECT name, uses FROM facet WHERE type = ?1 AND uses > 0 "
                                        "ORDER BY key, name", &find, error);
    if (status != STATUS_OK) return status;
    statement_bind_string(find, 1, slice_from(type));
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(find, &row, error);
        if (status != STATUS_OK || !row) break;
        status = visit(context, statement_text(find, 0), count_bound(statement_integer(find, 1)), error);
    }
    statement_free(find);
    return status;
}

static enum status count_facet(struct store *store, int64_t *count, struct error *error) {
    enum status status = engine_number(store->engine, "SELECT uses FROM facet WHERE facet = 0", count, error);
    *count = count_bound(*count);
    return status;
}

enum status store_count(struct store *store, enum record_type type, int64_t *count, struct error *error) {
    struct buffer sql;
    *count = 0;
    if (type == RECORD_EVENT) return count_facet(store, count, error);
    buffer_init(&sql);
    buffer_append_format(&sql, "SELECT count(*) FROM \"%s\"", record_info(type)->name);
    buffer_append_byte(&sql, '\0');
    enum status status = buffer_failed(&sql) ? no_memory(error) : engine_number(store->engine, sql.data, count, error);
    buffer_free(&sql);
    return status;
}

/* ---- first and last day -------------------------------------------------------------------------------- */

void store_span_of(const struct event_times *times, int64_t *first, int64_t *last) {
    bool wide = facet_class(times->start_min, times->start_max) == FACET_CLASSES - 1;
    *first = times->start_min == DAY_MIN ? DAY_MAX : times->start_min;
    *last = wide ? times->start_min : times->start_max;
}

/* The events of one class by their earliest day, from one end; `both` is handed day and latest start. */
static enum status prepare_days(struct store *store, bool forward, struct statement **find, struct error *error) {
    return engine_prepare(store->engine, forward
        ? "SELECT p.day FROM posting p WHERE p.facet = 0 AND p.class = ?1 AND p.day > ?2 ORDER BY p.day LIMIT 1"
        : "SELECT p.day, e.start_max FROM posting p CROSS JOIN event e ON e.event = p.event "
          "WHERE p.facet = 0 AND p.class = ?1 AND p.day > ?2 ORDER BY p.day DESC", find, error);
}

static enum status find_first(struct statement *find, int class, int64_t *first, struct error *error) {
    bool row = false;
    statement_bind_integer(find, 1, class);
    statement_bind_integer(find, 2, DAY_MIN);
    enum status status = statement_step(find, &row, error);
    if (status == STATUS_OK && row && statement_integer(find, 0) < *first) *first = statement_integer(find, 0);
    statement_reset(find);
    return status;
}

/* From the latest on, until no earlier one of the class can reach further. */
static enum status find_last(struct statement *find, int class, int64_t *last, struct error *error) {
    int64_t width = class == FACET_CLASSES - 1 ? 0 : facet_class_days(class);
    enum status status = STATUS_OK;
    statement_bind_integer(find, 1, class);
    statement_bind_integer(find, 2, DAY_MIN);
    for (bool row = true; status == STATUS_OK;) {
        status = statement_step(find, &row, error);
        if (status != STATUS_OK || !row) break;
        int64_t day = statement_integer(find, 0), latest = width ? statement_integer(find, 1) : day;
        if (day <= *last && day <= DAY_MAX - width && day + width <= *last) break;
        if (latest > *last) *last = latest;
        if (width == 0) break;
    }
    statement_reset(find);
    return status;
}

enum status store_find_span(struct store *store, int64_t *first, int64_t *last, struct error *error) {
    struct statement *forward = NULL, *backward = NULL;
    *first = DAY_MAX;
    *last = DAY_MIN;
    enum status status = prepare_days(store, true, &forward, error);
    if (status == STATUS_OK) status = prepare_days(store, false, &backward, error);
    for (int class = 0; status == STATUS_OK && class < FACET_CLASSES; class++) {
        status = find_first(forward, class, first, error);
        if (status == STATUS_OK) status = find_last(backward, class, last, error);
    }
    statement_free(forward);
    statement_free(backward);
    return status;
}
