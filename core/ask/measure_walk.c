/* Which measures a question leaves: one walk over what can be under way on its days.
 *
 * Those in force are handed on as they come. Of the others only the ids are kept until the walk is over, and each is
 * looked up again in its turn, so that the answer is ordered by state without being held. */
#include "measure_inside.h"

#include "inside.h"

/* A measure that has its turn later. */
struct deferred {
    struct slice id;
    int64_t reports;
};
struct deferred_list {
    struct deferred *items;
    size_t count, capacity;
};

struct measure_walk {
    struct asker *asker;
    const struct measure_request *request;
    measure_visit *visit;
    void *context;
    struct arena kept;    /* ids of those deferred */
    struct arena scratch; /* of one measure */
    struct deferred_list later[MEASURE_NOT]; /* by state; none is in force */
    struct slice after;   /* passed over up to and with this one; empty: none */
    int64_t left;         /* how many more may be visited; -1: all */
};

static enum status defer(struct measure_walk *walk, const struct answer_measure *measure, struct error *error) {
    struct deferred_list *list = &walk->later[measure->how];
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 16;
        struct deferred *items = arena_alloc_array(&walk->kept, capacity, sizeof *items);
        if (!items) return ask_no_memory(error);
        if (list->count) memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    struct deferred *item = &list->items[list->count++];
    item->reports = measure->event->reports;
    return arena_copy(&walk->kept, measure->id, &item->id) ? STATUS_OK : ask_no_memory(error);
}

static enum status hand_on(struct measure_walk *walk, struct answer_measure *measure, struct error *error) {
    if (!slice_is_empty(walk->after)) {
        if (slice_equals(measure->id, walk->after)) walk->after = SLICE_NONE;
        return STATUS_OK;
    }
    if (walk->left == 0) return walk->request->book ? STATUS_OK : STATUS_STOPPED;
    if (walk->left > 0) walk->left--;
    return walk->visit(walk->context, measure, error);
}

/* `later`: it has been deferred, and this is its turn. */
static enum status take_measure(struct measure_walk *walk, const struct answer_event *event, bool later,
                                struct error *error) {
    const struct measure_request *request = walk->request;
    struct answer_measure measure;
    enum status status = measure_fill(walk->asker, event, &walk->scratch, &measure, error);
    if (status != STATUS_OK) return status;
    measure_stand(&measure, request->first, request->last);
    if (measure.how == MEASURE_NOT) return STATUS_OK;
    if (measure.how != MEASURE_IN_FORCE && !later) return defer(walk, &measure, error);
    status = measure_find_seams(walk->asker, event, &walk->scratch, &measure, error);
    if (status == STATUS_OK && request->book) status = tariff_book_keep(request->book, &measure, error);
    return status == STATUS_OK ? hand_on(walk, &measure, error) : status;
}

static enum status take_event(void *context, const struct answer_event *event, struct error *error) {
    struct measure_walk *walk = context;
    struct arena_mark mark = arena_mark(&walk->scratch);
    bool good = true;
    bool wanted = measure_is_wanted(walk->request, event, &walk->scratch, &good);
    enum status status = good ? STATUS_OK : ask_no_memory(error);
    if (status == STATUS_OK && wanted) status = take_measure(walk, event, false, error);
    arena_rewind(&walk->scratch, mark);
    return status;
}

static enum status take_deferred(struct measure_walk *walk, const struct deferred *item, struct error *error) {
    struct arena_mark mark = arena_mark(&walk->scratch);
    struct stored_event stored;
    struct answer_event event;
    bool found = false;
    enum status status = store_find_event(walk->asker->store, item->id, &walk->scratch, &stored, &found, error);
    if (status == STATUS_OK && found) {
        stored.match = event_match(&stored.times, walk->request->first, walk->request->last, MATCH_OVERLAPS);
        status = ask_complete(walk->asker, &stored, &walk->scratch, &event, error);
        event.reports = item->reports;
        if (status == STATUS_OK) status = take_measure(walk, &event, true, error);
    }
    arena_rewind(&walk->scratch, mark);
    return status;
}

/* ---- the question ---------------------------------------------------------------------------------------------- */

/* The kinds that stand, so that their postings alone are read. */
static bool list_standing(struct arena *arena, bool tariffs_only, struct slice_list *kinds) {
    if (tariffs_only) return arena_append(arena, kinds, SLICE_OF("tariff"));
    for (size_t i = 0; i < kind_count; i++)
        if (kind_table[i].duration == KIND_STANDING && !arena_append(arena, kinds, slice_from(kind_table[i].path)))
            return false;
    return true;
}

/* One who imposes, or is the target of, a measure is a party to it: as a filter of the query, it lets the work
 * follow the answer. Not where a filter of the kind is there already, or roles narrow it. */
static bool narrow_to(struct arena *arena, const struct query_actor *actors, size_t count, struct query *query) {
    if (count == 0 || query->countries.count || query->organizations.count || query->roles.count) return true;
    for (size_t i = 1; i < count; i++)
        if (actors[i].type != actors[0].type) return true;
    struct slice_list *ids = actors[0].type == RECORD_COUNTRY ? &query->countries : &query->organizations;
    for (size_t i = 0; i < count; i++)
        if (!arena_append(arena, ids, actors[i].id)) return false;
    return true;
}

static bool narrow_to_parties(struct arena *arena, const struct measure_request *request, struct query *query) {
    bool pair = request->imposer_count == 1 && request->target_count == 1 && !query->has_pair &&
                !slice_equals(request->imposers[0].id, request->targets[0].id);
    if (pair) {
        query->has_pair = query->multilateral = true;
        query->pair[0] = request->imposers[0];
        query->pair[1] = request->targets[0];
        return true;
    }
    return narrow_to(arena, request->imposers, request->imposer_count, query) &&
           narrow_to(arena, request->targets, request->target_count, query);
}

static bool build_query(struct arena *arena, const struct measure_request *request, struct query *query) {
    *query = *request->query;
    query->has_range = true;
    query->from = request->first;
    query->to = request->last;
    query->match = MATCH_OVERLAPS;
    query->as_happened = true;
    query->limit = -1;
    query->after = SLICE_NONE;
    if (query->kinds.count == 0 && !list_standing(arena, request->tariffs_only, &query->kinds)) return false;
    return narrow_to_parties(arena, request, query);
}

static enum status walk_all(struct measure_walk *walk, const struct query *query, struct error *error) {
    static const enum measure_state order[] = {MEASURE_AS_LAST_CONFIRMED, MEASURE_POSSIBLY};
    enum status status = ask_events(walk->asker, query, false, take_event, walk, error);
    for (size_t s = 0; s < sizeof order / sizeof *order; s++)
        for (size_t i = 0; status == STATUS_OK && i < walk->later[order[s]].count; i++)
            status = take_deferred(walk, &walk->later[order[s]].items[i], error);
    return status;
}

enum status ask_measures(struct asker *asker, const struct measure_request *request, measure_visit *visit,
                         void *context, struct error *error) {
    struct measure_walk walk = {.asker = asker, .request = request, .visit = visit, .context = context,
                                .after = request->query->after, .left = request->query->limit};
    struct query query;
    arena_init(&walk.kept);
    arena_init(&walk.scratch);
    enum status status = build_query(&walk.kept, request, &query) ? STATUS_OK : ask_no_memory(error);
    if (status == STATUS_OK) status = walk_all(&walk, &query, error);
    if (status == STATUS_STOPPED && walk.left == 0) status = STATUS_OK;
    if (status == STATUS_OK && !slice_is_empty(walk.after)) {
        error_set(error, STATUS_NOT_FOUND, "\"%.*s\" is not in this answer, so that nothing comes after it",
                  (int)(walk.after.size < 80 ? walk.after.size : 80), walk.after.data);
        status = STATUS_NOT_FOUND;
    }
    arena_free(&walk.kept);
    arena_free(&walk.scratch);
    return status;
}
