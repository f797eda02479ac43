/* Events that are probably one act: of one among those near it, and of the whole record in one walk.
 *
 * Both compare by the same measure (duplicate_act.c). The walk keeps what began within a month before the event at hand,
 * by parties and family of kind, so that its memory follows the busiest month and not the record.
 *
 * Bounds: an event is compared with at most CANDIDATES_MAX others before it in the order of the record and as many behind
 * it, the nearest first. */
#include "duplicate_inside.h"

#include <stdlib.h>
#include "../base/cell.h"

enum { CANDIDATES_MAX = 500, LIKE_MAX = 8, REACH_DAYS = 33, NEAR_DAYS = 2, MONTH_DAYS = 31 };

/* ---- of one event ------------------------------------------------------------------------------------------------ */

struct near_walk {
    struct asker *asker;
    const struct stored_event *event;
    struct act act;
    bool later; /* those behind it are looked at, else those before it */
    ask_duplicate_visit *visit;
    void *context;
};

static enum status judge(struct asker *asker, const struct stored_event *earlier, const struct stored_event *later,
                         ask_duplicate_visit *visit, void *context, struct error *error) {
    bool two = false;
    enum status status = act_are_two(asker, &earlier->event, &later->event, &two, error);
    return status == STATUS_OK && !two ? visit(context, earlier, later, error) : status;
}

static enum status compare_near(void *context, struct stored_event *other, struct error *error) {
    struct near_walk *walk = context;
    struct act act;
    struct arena arena;
    bool has = false;
    struct slice id = record_get(&walk->event->event, EVENT_ID), other_id = record_get(&other->event, EVENT_ID);
    int order = event_compare(&other->times, other_id, &walk->event->times, id);
    walk->asker->compared++;
    if (slice_equals(id, other_id) || (order > 0) != walk->later) return STATUS_OK;
    arena_init(&arena);
    enum status status = act_read(walk->asker, other, &arena, &act, &has, error);
    bool like = status == STATUS_OK && has && act_is_like(&act, &walk->act);
    arena_free(&arena);
    if (!like) return status;
    return order < 0 ? judge(walk->asker, other, walk->event, walk->visit, walk->context, error)
                     : judge(walk->asker, walk->event, other, walk->visit, walk->context, error);
}

/* The first parties of a type who act. */
static void find_first(const struct party_list *parties, enum party_type type, struct slice *ids, size_t limit) {
    size_t count = 0;
    for (size_t i = 0; i < parties->count && count < limit; i++) {
        const struct party *party = &parties->items[i];
        if (party->type != type || slice_is(party->role, "venue") || (count && slice_equals(ids[0], party->id))) continue;
        ids[count++] = party->id;
    }
}

/* The parties by which others like it are found. */
struct near_parties {
    struct slice countries[2], organization, person, family;
};

static enum status find_parties(const struct near_walk *walk, struct arena *arena, struct near_parties *near,
                                struct error *error) {
    struct party_list parties;
    struct slice_list through;
    *near = (struct near_parties){.family = slice_part(walk->act.kind, 0, slice_find(walk->act.kind, '.'))};
    enum status status = event_list_parties(arena, &walk->event->event, &parties, error);
    if (status != STATUS_OK) return status;
    if (!cell_parse_list(arena, walk->event->through, &through)) return ask_no_memory(error);
    find_first(&parties, PARTY_COUNTRY, near->countries, 2);
    find_first(&parties, PARTY_ORGANIZATION, &near->organization, 1);
    find_first(&parties, PARTY_PERSON, &near->person, 1);
    if (slice_is_empty(near->countries[0]) && through.count) near->countries[0] = through.items[0];
    return STATUS_OK;
}

static void choose_parties(const struct near_walk *walk, struct near_parties *near, struct query *query) {
    enum { PAIRED_MOST = 8 }; /* parties of an event that is found by pairs */
    bool paired = walk->act.countries.count + walk->act.organizations.count <= PAIRED_MOST;
    query->kinds = (struct slice_list){&near->family, 1};
    if (paired && !slice_is_empty(near->countries[1])) {
        query->has_pair = true;
        for (size_t i = 0; i < 2; i++) query->pair[i] = (struct query_actor){RECORD_COUNTRY, near->countries[i]};
    } else if (!slice_is_empty(near->countries[0])) query->countries = (struct slice_list){&near->countries[0], 1};
    else if (!slice_is_empty(near->organization)) query->organizations = (struct slice_list){&near->organization, 1};
    else if (!slice_is_empty(near->person)) query->people = (struct slice_list){&near->person, 1};
}

static enum status ask_near(struct near_walk *walk, struct arena *arena, struct error *error) {
    struct near_parties near;
    struct query query;
    query_init(&query);
    enum status status = find_parties(walk, arena, &near, error);
    if (status != STATUS_OK) return status;
    int64_t reach = walk->act.start_max - walk->act.start_min >= MONTH_DAYS ? 0 : NEAR_DAYS;
    query.has_range = true;
    query.from = walk->later ? walk->act.start_min : walk->act.start_min - reach;
    query.to = walk->later ? walk->act.start_max + reach : walk->act.start_min;
    query.reverse = !walk->later;
    query.limit = CANDIDATES_MAX;
    choose_parties(walk, &near, &query);
    return store_ask(walk->asker->store, &query, MATCH_NONE, compare_near, walk, error);
}

enum status ask_duplicates_of(struct asker *asker, const struct stored_event *event, bool earlier_only,
                              ask_duplicate_visit *visit, void *context, struct error *error) {
    struct near_walk walk = {asker, event, {.bucket = 0}, false, visit, context};
    struct arena arena;
    bool has = false;
    arena_init(&arena);
    ask_forget_names(asker);
    enum status status = act_read(asker, event, &arena, &walk.act, &has, error);
    if (status == STATUS_OK && has) status = ask_near(&walk, &arena, error);
    walk.later = true;
    if (status == STATUS_OK && has && !earlier_only) status = ask_near(&walk, &arena, error);
    arena_free(&arena);
    return status;
}

/* ---- of the whole record --------------------------------------------------------------------------------------------- */

enum { BUCKETS = 1 << 14 };

/* What is kept of an event that others may be like; everything in one block. */
struct kept_act {
    struct act act;
    struct kept_act *before; /* in the same bucket; may be gone, see `number` */
    uint64_t number, before_number;
    uint64_t items[];
};

struct record_walk {
    struct asker *asker;
    ask_duplicate_visit *visit;
    void *context;
    struct kept_act **queue; /* in the order of the record; those from `first` on are kept */
    size_t first, count, capacity;
    uint64_t dropped; /* number of the first one kept */
    struct kept_act *buckets[BUCKETS];
    uint64_t numbers[BUCKETS];
    struct arena arena; /* of the event at hand */
};

static void pack_set(struct act_set *set, uint64_t **room) {
    if (set->count) memcpy(*room, set->items, set->count * sizeof *set->items);
    set->items = *room;
    *room += set->count;
}

static void pack_text(struct slice *text, char **room) {
    if (text->size) memcpy(*room, text->data, text->size);
    text->data = *room;
    *room += text->size;
}

static struct kept_act *pack_act(const struct act *act) {
    size_t items = act->countries.count + act->organizations.count + act->people.count + act->actors.count +
                   act->products.count + act->title.count + act->title.numbers.count + act->title.names.count;
    size_t size = sizeof(struct kept_act) + items * sizeof(uint64_t) + act->title.count * sizeof(unsigned) + act->id.size +
                  act->kind.size;
    struct kept_act *kept = malloc(size);
    if (!kept) return NULL;
    *kept = (struct kept_act){.act = *act};
    uint64_t *room = kept->items;
    struct act_set stems = {act->title.stems, act->title.count};
    struct act_set *sets[] = {&kept->act.countries, &kept->act.organizations, &kept->act.people, &kept->act.actors,
                              &kept->act.products, &kept->act.title.numbers,
                              &kept->act.title.names, &stems};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) pack_set(sets[i], &room);
    kept->act.title.stems = stems.items;
    kept->act.title.weights = (unsigned *)(void *)room;
    if (act->title.count) memcpy(room, act->title.weights, act->title.count * sizeof(unsigned));
    char *text = (char *)room + act->title.count * sizeof(unsigned);
    pack_text(&kept->act.id, &text);
    pack_text(&kept->act.kind, &text);
    return kept;
}

/* Starts are in order: what began long before the event at hand is like nothing that comes. */
static void drop_old(struct record_walk *walk, int64_t start) {
    while (walk->first < walk->count && walk->queue[walk->first]->act.start_min < start - REACH_DAYS) {
        free(walk->queue[walk->first++]);
        walk->dropped++;
    }
    if (walk->first < walk->count / 2 || walk->first == 0) return;
    memmove(walk->queue, walk->queue + walk->first, (walk->count - walk->first) * sizeof *walk->queue);
    walk->count -= walk->first;
    walk->first = 0;
}

static bool keep_act(struct record_walk *walk, const struct act *act) {
    if (walk->count == walk->capacity) {
        size_t capacity = walk->capacity ? walk->capacity * 2 : 256;
        struct kept_act **more = realloc(walk->queue, capacity * sizeof *more);
        if (!more) return false;
        walk->queue = more;
        walk->capacity = capacity;
    }
    struct kept_act *kept = pack_act(act);
    if (!kept) return false;
    size_t bucket = act->bucket & (BUCKETS - 1);
    kept->number = walk->dropped + (walk->count - walk->first);
    kept->before = walk->buckets[bucket];
    kept->before_number = walk->numbers[bucket];
    walk->buckets[bucket] = kept;
    walk->numbers[bucket] = kept->number;
    walk->queue[walk->count++] = kept;
    return true;
}

static enum status judge_kept(struct record_walk *walk, const struct kept_act *kept, const struct stored_event *event,
                              struct error *error) {
    struct stored_event earlier;
    bool found = false;
    enum status status = store_find_event(walk->asker->store, kept->act.id, &walk->arena, &earlier, &found, error);
    if (status != STATUS_OK || !found) return status;
    return judge(walk->asker, &earlier, event, walk->visit, walk->context, error);
}

static enum status compare_kept(struct record_walk *walk, const struct act *act, const struct stored_event *event,
                                struct error *error) {
    size_t bucket = act->bucket & (BUCKETS - 1), looked = 0;
    const struct kept_act *kept = walk->buckets[bucket];
    uint64_t number = walk->numbers[bucket];
    enum status status = STATUS_OK;
    while (status == STATUS_OK && kept && number >= walk->dropped && looked++ < CANDIDATES_MAX) {
        if (act_is_like(&kept->act, act)) {
            status = judge_kept(walk, kept, event, error);
            looked += CANDIDATES_MAX / LIKE_MAX; /* of many that are alike some say enough */
        }
        number = kept->before_number;
        kept = kept->before;
    }
    return status;
}

static enum status walk_event(void *context, struct stored_event *event, struct error *error) {
    struct record_walk *walk = context;
    struct arena_mark mark = arena_mark(&walk->arena);
    struct act act;
    bool has = false;
    ask_forget_names(walk->asker);
    enum status status = act_read(walk->asker, event, &walk->arena, &act, &has, error);
    if (status == STATUS_OK && has) {
        drop_old(walk, act.start_min);
        status = compare_kept(walk, &act, event, error);
        if (status == STATUS_OK && !keep_act(walk, &act)) status = ask_no_memory(error);
    }
    arena_rewind(&walk->arena, mark);
    return status;
}

enum status ask_each_duplicate(struct asker *asker, ask_duplicate_visit *visit, void *context, struct error *error) {
    struct record_walk *walk = calloc(1, sizeof *walk);
    struct query all;
    if (!walk) return ask_no_memory(error);
    walk->asker = asker;
    walk->visit = visit;
    walk->context = context;
    arena_init(&walk->arena);
    query_init(&all);
    enum status status = store_ask(asker->store, &all, MATCH_NONE, walk_event, walk, error);
    for (size_t i = walk->first; i < walk->count; i++) free(walk->queue[i]);
    free(walk->queue);
    arena_free(&walk->arena);
    free(walk);
    return status;
}
