/* What an event is found by: facets, their postings, and the queue in which postings wait so that they
 * can be written in sorted order. */
#include "inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/hash.h"
#include "../base/utf8.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- classes of stretches of days -------------------------------------------------------------------- */

int64_t facet_class_days(int class) {
    return class >= FACET_CLASSES - 1 ? DAY_MAX : (INT64_C(1) << (2 * class)) - 1;
}

int facet_class(int64_t first, int64_t last) {
    if (first == DAY_MIN || last == DAY_MAX) return FACET_CLASSES - 1;
    int class = 0;
    uint64_t days = (uint64_t)last - (uint64_t)first; /* of any two days, also those of a file that was tampered with */
    while (class < FACET_CLASSES - 1 && days > (uint64_t)facet_class_days(class)) class++;
    return class;
}

/* ---- the queue --------------------------------------------------------------------------------------- */

enum { QUEUE_MAX = 1 << 19 };

static int compare_postings(const void *a, const void *b) {
    const struct posting *p = a, *q = b;
    if (p->is_span != q->is_span) return p->is_span - q->is_span;
    if (p->facet != q->facet) return p->facet < q->facet ? -1 : 1;
    if (p->class != q->class) return p->class - q->class;
    if (p->day != q->day) return p->day < q->day ? -1 : 1;
    if (p->event != q->event) return p->event < q->event ? -1 : 1;
    return p->turn < q->turn ? -1 : p->turn > q->turn;
}

static bool is_same_posting(const struct posting *p, const struct posting *q) {
    return p->is_span == q->is_span && p->facet == q->facet && p->class == q->class && p->day == q->day && p->event == q->event;
}

/* *changes: 1 when the posting came, -1 when it went, 0 when it was so already (a country in two roles). */
static enum status write_posting(struct store *store, const struct posting *posting, int64_t *changes, struct error *error) {
    bool add = !posting->goes;
    enum statement_name name = posting->is_span ? (add ? SQL_SPAN_ADD : SQL_SPAN_DROP)
                                                : (add ? SQL_POSTING_ADD : SQL_POSTING_DROP);
    struct statement *statement = store_statement(store, name, error);
    if (!statement) return STATUS_ENVIRONMENT;
    statement_bind_integer(statement, 1, posting->facet);
    statement_bind_integer(statement, 2, posting->class);
    statement_bind_integer(statement, 3, posting->day);
    statement_bind_integer(statement, 4, posting->event);
    enum status status = statement_run(statement, error);
    *changes = status == STATUS_OK ? statement_changes(statement) : 0;
    if (posting->goes) *changes = -*changes;
    return status;
}

static enum status use_facet(struct store *store, int64_t facet, int64_t by, struct error *error) {
    struct statement *use = store_statement(store, SQL_FACET_USE, error);
    if (!use || by == 0) return use ? STATUS_OK : STATUS_ENVIRONMENT;
    statement_bind_integer(use, 1, facet);
    statement_bind_integer(use, 2, by);
    return statement_run(use, error);
}

enum status facet_flush(struct store *store, struct error *error) {
    struct posting_queue *queue = &store->queue;
    enum status status = STATUS_OK;
    int64_t uses = 0;
    if (queue->count) qsort(queue->items, queue->count, sizeof *queue->items, compare_postings);
    for (size_t i = 0; status == STATUS_OK && i < queue->count; i++) {
        const struct posting *posting = &queue->items[i];
        int64_t changes = 0;
        if (i + 1 < queue->count && is_same_posting(posting, posting + 1)) continue;
        status = write_posting(store, posting, &changes, error);
        if (!posting->is_span) uses += changes;
        bool last = i + 1 == queue->count || queue->items[i + 1].facet != posting->facet;
        if (status == STATUS_OK && last) {
            status = use_facet(store, posting->facet, uses, error);
            uses = 0;
        }
    }
    queue->count = 0;
    return status;
}

static enum status queue_posting(struct store *store, const struct posting *posting, struct error *error) {
    struct posting_queue *queue = &store->queue;
    if (queue->count == QUEUE_MAX) {
        enum status status = facet_flush(store, error);
        if (status != STATUS_OK) return status;
    }
    if (queue->count == queue->capacity) {
        size_t capacity = queue->capacity ? queue->capacity * 2 : 1024;
        struct posting *more = realloc(queue->items, capacity * sizeof *more);
        if (!more) return no_memory(error);
        queue->items = more;
        queue->capacity = capacity;
    }
    queue->items[queue->count] = *posting;
    queue->items[queue->count].turn = (uint32_t)queue->count;
    queue->count++;
    return STATUS_OK;
}

/* ---- names of facets -> keys ---------------------------------------------------------------------------- */

struct facet_entry {
    uint64_t hash; /* of type, key and name */
    int64_t facet;
    bool used;
};
/* Open addressing over 64-bit hashes; forgotten after each write. A full table starts anew. */
enum { FACET_CACHE_SIZE = 1 << 14 };
struct facet_cache {
    struct facet_entry entries[FACET_CACHE_SIZE];
    struct arena names;
    struct slice texts[FACET_CACHE_SIZE];
    size_t count;
};

void facet_forget(struct store *store) {
    if (store->facets) arena_free(&store->facets->names);
    free(store->facets);
    store->facets = NULL;
    free(store->queue.items);
    store->queue = (struct posting_queue){0};
    store->counts = (struct event_counts){0};
}

static struct facet_cache *facet_cache(struct store *store) {
    if (store->facets && store->facets->count > FACET_CACHE_SIZE / 2) {
        arena_free(&store->facets->names);
        free(store->facets);
        store->facets = NULL;
    }
    if (!store->facets) {
        store->facets = calloc(1, sizeof *store->facets);
        if (store->facets) arena_init(&store->facets->names);
    }
    return store->facets;
}

static enum status find_or_add(struct store *store, const char *type, struct slice key, struct slice name,
                               int64_t *facet, struct error *error) {
    static const enum statement_name ways[] = {SQL_FACET_FIND, SQL_FACET_ADD};
    bool row = false;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && !row && i < 2; i++) {
        struct statement *statement = store_statement(store, ways[i], error);
        if (!statement) return STATUS_ENVIRONMENT;
        statement_bind_string(statement, 1, slice_from(type));
        statement_bind_string(statement, 2, key);
        statement_bind_string(statement, 3, name);
        status = statement_step(statement, &row, error);
        if (status == STATUS_OK && row) *facet = statement_integer(statement, 0);
        statement_reset(statement);
    }
    return status;
}

static enum status facet_key(struct store *store, const char *type, struct slice key, struct slice name,
                             int64_t *facet, struct error *error) {
    struct facet_cache *cache = facet_cache(store);
    struct arena_mark mark = arena_mark(&store->scratch);
    char *text = arena_alloc(&store->scratch, strlen(type) + 1 + name.size);
    if (!cache || !text) return no_memory(error);
    size_t type_size = strlen(type);
    memcpy(text, type, type_size);
    text[type_size] = ' ';
    if (name.size) memcpy(text + type_size + 1, name.data, name.size);
    struct slice whole = {text, type_size + 1 + name.size};
    uint64_t hash = hash_text(whole);
    size_t slot = hash & (FACET_CACHE_SIZE - 1);
    while (cache->entries[slot].used &&
           !(cache->entries[slot].hash == hash && slice_equals(cache->texts[slot], whole)))
        slot = (slot + 1) & (FACET_CACHE_SIZE - 1);
    enum status status = STATUS_OK;
    if (!cache->entries[slot].used) {
        status = find_or_add(store, type, key, name, facet, error);
        if (status == STATUS_OK && arena_copy(&cache->names, whole, &cache->texts[slot])) {
            cache->entries[slot] = (struct facet_entry){hash, *facet, true};
            cache->count++;
        }
    } else *facet = cache->entries[slot].facet;
    arena_rewind(&store->scratch, mark);
    return status;
}

enum status facet_count(struct store *store, const char *type, struct slice name, int64_t by, struct error *error) {
    int64_t facet = 0;
    enum status status = facet_key(store, type, name, name, &facet, error);
    return status == STATUS_OK ? use_facet(store, facet, by, error) : status;
}

/* ---- the facets of one event ------------------------------------------------------------------------------ */

struct poster {
    struct store *store;
    const struct stored_event *event;
    int by; /* 1 add, -1 take away */
    struct error *error;
};

static enum status post_key(struct poster *poster, int64_t facet) {
    const struct event_times *times = &poster->event->times;
    int64_t last_day = event_last_day(times);
    struct posting posting = {.facet = facet, .day = times->start_min, .event = poster->event->key, .goes = poster->by < 0};
    posting.class = (unsigned char)facet_class(times->start_min, times->start_max);
    enum status status = queue_posting(poster->store, &posting, poster->error);
    if (status != STATUS_OK || last_day <= times->start_max) return status;
    posting.class = (unsigned char)facet_class(times->start_min, last_day);
    posting.is_span = true;
    return queue_posting(poster->store, &posting, poster->error);
}

static enum status post(struct poster *poster, const char *type, struct slice key, struct slice name) {
    int64_t facet = 0;
    enum status status = facet_key(poster->store, type, key, name, &facet, poster->error);
    return status == STATUS_OK ? post_key(poster, facet) : status;
}

static enum status post_plain(struct poster *poster, const char *type, struct slice name) {
    return slice_is_empty(name) ? STATUS_OK : post(poster, type, name, name);
}

/* Every item of a cell; `fold`: found by the folded text; `parts`: only what is before the role. */
static enum status post_cell(struct poster *poster, const char *type, struct slice cell, bool fold, bool parts) {
    struct cell_reader reader = {cell, 0};
    struct slice item, name, key;
    enum status status = STATUS_OK;
    struct arena *arena = &poster->store->scratch;
    while (status == STATUS_OK && cell_next_item(&reader, &item)) {
        struct slice both[2];
        if (parts && cell_split_parts(item, both, 2)) item = both[0];
        if (!cell_unescape(arena, item, &name)) return no_memory(poster->error);
        key = name;
        if (fold && !utf8_fold(arena, name, &key)) return no_memory(poster->error);
        status = post(poster, type, key, name);
    }
    return status;
}

static enum status post_pairs(struct poster *poster) {
    struct pair_actor *actors;
    size_t count;
    struct arena *arena = &poster->store->scratch;
    enum status status = facet_list_actors(arena, &poster->event->event, poster->event->through, &actors, &count,
                                           poster->error);
    if (status != STATUS_OK || count > PAIR_ACTORS_MAX) return status;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        for (size_t j = i + 1; status == STATUS_OK && j < count; j++) {
            const char *name = facet_pair_name(arena, actors[i].id, actors[j].id);
            status = name ? post_plain(poster, "pair", slice_from(name)) : no_memory(poster->error);
        }
    return status;
}

enum status facet_post(struct store *store, const struct stored_event *event, int by, struct error *error) {
    struct poster poster = {store, event, by, error};
    struct arena_mark mark = arena_mark(&store->scratch);
    const struct record *record = &event->event;
    count_event(store, event, by);
    enum status status = post_key(&poster, 0);
    if (status == STATUS_OK) status = post_plain(&poster, "kind", record_get(record, EVENT_KIND));
    if (status == STATUS_OK) status = post_plain(&poster, "status", record_get(record, EVENT_STATUS));
    if (status == STATUS_OK) status = post_plain(&poster, "code", record_get(record, EVENT_CODE));
    if (status == STATUS_OK && event->disputed) status = post_plain(&poster, "disputed", SLICE_OF("yes"));
    if (status == STATUS_OK) status = post_cell(&poster, "country", record_get(record, EVENT_COUNTRIES), false, true);
    if (status == STATUS_OK) status = post_cell(&poster, "country", event->through, false, false);
    if (status == STATUS_OK)
        status = post_cell(&poster, "organization", record_get(record, EVENT_ORGANIZATIONS), false, true);
    if (status == STATUS_OK) status = post_cell(&poster, "person", record_get(record, EVENT_PEOPLE), false, true);
    if (status == STATUS_OK) status = post_cell(&poster, "tag", record_get(record, EVENT_TAGS), true, false);
    if (status == STATUS_OK) status = post_cell(&poster, "place", record_get(record, EVENT_PLACE), true, false);
    if (status == STATUS_OK) status = post_cell(&poster, "product", record_get(record, EVENT_PRODUCT), true, false);
    if (status == STATUS_OK) status = post_cell(&poster, "source", record_get(record, EVENT_SOURCES), false, false);
    if (status == STATUS_OK) status = post_pairs(&poster);
    arena_rewind(&store->scratch, mark);
    return status;
}

/* ---- actors of pairs --------------------------------------------------------------------------------------- */

static bool add_actor(struct pair_actor *actors, size_t *count, enum record_type type, struct slice id) {
    size_t at = 0;
    while (at < *count && slice_compare(actors[at].id, id) < 0) at++;
    if (at < *count && slice_equals(actors[at].id, id)) return false;
    memmove(actors + at + 1, actors + at, (*count - at) * sizeof *actors);
    actors[at] = (struct pair_actor){type, id};
    (*count)++;
    return true;
}

enum status facet_list_actors(struct arena *arena, const struct record *event, struct slice through,
                              struct pair_actor **actors, size_t *count, struct error *error) {
    struct party_list parties;
    struct slice_list others;
    *count = 0;
    enum status status = event_list_parties(arena, event, &parties, error);
    if (status != STATUS_OK) return status;
    if (!cell_parse_list(arena, through, &others)) return no_memory(error);
    *actors = arena_alloc_array(arena, 2 * parties.count + others.count + 1, sizeof **actors);
    if (!*actors) return no_memory(error);
    for (size_t i = 0; i < parties.count; i++) {
        const struct party *party = &parties.items[i];
        if (slice_is(party->role, "venue")) continue;
        if (party->type == PARTY_COUNTRY) add_actor(*actors, count, RECORD_COUNTRY, party->id);
        if (party->type == PARTY_ORGANIZATION) add_actor(*actors, count, RECORD_ORGANIZATION, party->id);
        if (party->type == PARTY_PERSON && !slice_is_empty(party->acts_for))
            add_actor(*actors, count, RECORD_COUNTRY, party->acts_for);
    }
    for (size_t i = 0; i < others.count; i++) add_actor(*actors, count, RECORD_COUNTRY, others.items[i]);
    return STATUS_OK;
}

const char *facet_pair_name(struct arena *arena, struct slice a, struct slice b) {
    bool ordered = slice_compare(a, b) <= 0;
    struct slice first = ordered ? a : b, second = ordered ? b : a;
    char *name = arena_alloc(arena, a.size + b.size + 2);
    if (!name) return NULL;
    memcpy(name, first.data, first.size);
    name[first.size] = ',';
    memcpy(name + first.size + 1, second.data, second.size);
    name[first.size + 1 + second.size] = '\0';
    return name;
}
