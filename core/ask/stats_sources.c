/* On which sources the events rest, and which of them on one alone.
 *
 * Invariant: an event counts once for each of its sources. A bare address is the source that has it, where an event
 * names that one; else it stands for itself. */
#include "stats.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/hash.h"
#include "../model/list.h"
#include "inside.h"

#define AT(member) offsetof(struct answer_rest, member)
static const struct shape_field rest_fields[] = {
    {"source", SHAPE_TEXT, AT(source), NULL, SHAPE_EVERYWHERE},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_EVERYWHERE},
    {"publisher", SHAPE_TEXT, AT(publisher), NULL, SHAPE_EVERYWHERE},
    {"url", SHAPE_TEXT, AT(url), NULL, SHAPE_EVERYWHERE},
    {"events", SHAPE_COUNT, AT(events), NULL, SHAPE_EVERYWHERE},
    {"alone", SHAPE_COUNT, AT(alone), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape rest_shape = {"rest", sizeof(struct answer_rest), rest_fields, sizeof rest_fields / sizeof *rest_fields};

#define AT(member) offsetof(struct answer_resting, member)
static const struct shape_field resting_fields[] = {
    {"events", SHAPE_COUNT, AT(events), NULL, SHAPE_EVERYWHERE},
    {"single_sourced", SHAPE_COUNT, AT(single_sourced), NULL, SHAPE_EVERYWHERE},
    {"unsourced", SHAPE_COUNT, AT(unsourced), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape resting_shape = {"resting", sizeof(struct answer_resting), resting_fields,
                                    sizeof resting_fields / sizeof *resting_fields};

#define AT(member) offsetof(struct answer_single, member)
static const struct shape_field single_fields[] = {
    {"id", SHAPE_TEXT, AT(id), NULL, SHAPE_EVERYWHERE},
    {"date", SHAPE_TEXT, AT(date), NULL, SHAPE_EVERYWHERE},
    {"kind", SHAPE_TEXT, AT(kind), NULL, SHAPE_EVERYWHERE},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_EVERYWHERE},
    {"source", SHAPE_TEXT, AT(source), NULL, SHAPE_EVERYWHERE},
    {"url", SHAPE_TEXT, AT(url), NULL, SHAPE_EVERYWHERE},
    {"release", SHAPE_TEXT, AT(release), NULL, SHAPE_EVERYWHERE},
};
#undef AT
const struct shape single_shape = {"single", sizeof(struct answer_single), single_fields,
                                   sizeof single_fields / sizeof *single_fields};

/* ---- sources met so far ------------------------------------------------------------------------------------------ */

struct rests {
    struct asker *asker;
    struct arena memory, scratch; /* scratch: of one event */
    struct answer_rest *items;
    size_t count, capacity;
    uint32_t *slots; /* open hash table of indices + 1, twice the capacity */
    struct answer_resting resting;
    const struct rest_visitor *visitor;
};

/* Ids and bare addresses are told apart: an address has a colon or a slash, but so may an id. */
static struct slice key_of(const struct answer_rest *rest) { return slice_is_empty(rest->source) ? rest->url : rest->source; }

static uint32_t *find_slot(const struct rests *rests, struct slice key, bool bare) {
    size_t mask = rests->capacity * 2 - 1, slot = (size_t)(hash_text(key) + bare) & mask;
    for (; rests->slots[slot]; slot = (slot + 1) & mask) {
        const struct answer_rest *rest = &rests->items[rests->slots[slot] - 1];
        if (slice_is_empty(rest->source) == bare && slice_equals(key_of(rest), key)) break;
    }
    return &rests->slots[slot];
}

static bool grow(struct rests *rests) {
    size_t capacity = rests->capacity ? rests->capacity * 2 : 64;
    struct answer_rest *items = realloc(rests->items, capacity * sizeof *items);
    if (items) rests->items = items;
    uint32_t *slots = calloc(capacity * 2, sizeof *slots);
    if (!items || !slots) {
        free(slots);
        return false;
    }
    free(rests->slots);
    rests->slots = slots;
    rests->capacity = capacity;
    for (size_t i = 0; i < rests->count; i++)
        *find_slot(rests, key_of(&items[i]), slice_is_empty(items[i].source)) = (uint32_t)i + 1;
    return true;
}

static enum status refuse_more(struct error *error) {
    error_set(error, STATUS_USAGE, "these events rest on more than %d sources", STATS_SOURCES_MAX);
    error_advise(error, "narrow it with filters, such as --pair or --from; `list events --single-source` has no such bound");
    return STATUS_USAGE;
}

static enum status fill_rest(struct rests *rests, struct slice key, bool bare, struct answer_rest *rest,
                             struct error *error) {
    struct record source;
    bool found = false;
    *rest = (struct answer_rest){.events = shape_count(0), .alone = shape_count(0)};
    if (!arena_copy(&rests->memory, key, bare ? &rest->url : &rest->source)) return ask_no_memory(error);
    if (bare) return STATUS_OK;
    enum status status = store_get(rests->asker->store, RECORD_SOURCE, key, &rests->memory, &source, &found, error);
    if (status != STATUS_OK || !found) return status;
    rest->title = record_get(&source, SOURCE_TITLE);
    rest->publisher = record_get(&source, SOURCE_PUBLISHER);
    rest->published = record_get(&source, SOURCE_PUBLISHED);
    rest->url = record_get(&source, SOURCE_URL);
    return STATUS_OK;
}

static enum status find_rest(struct rests *rests, struct slice key, bool bare, struct answer_rest **rest,
                             struct error *error) {
    if (rests->count == rests->capacity && !grow(rests)) return ask_no_memory(error);
    uint32_t *slot = find_slot(rests, key, bare);
    enum status status = STATUS_OK;
    if (!*slot) {
        if (rests->count == STATS_SOURCES_MAX) return refuse_more(error);
        status = fill_rest(rests, key, bare, &rests->items[rests->count], error);
        if (status == STATUS_OK) *slot = (uint32_t)++rests->count;
    }
    *rest = status == STATUS_OK ? &rests->items[*slot - 1] : NULL;
    return status;
}

/* ---- the sources of one event --------------------------------------------------------------------------------------- */

/* The ids of its sources, each once. */
static enum status list_sources(struct rests *rests, const struct record *event, struct slice_list *ids,
                                struct error *error) {
    struct slice_list named;
    struct record *claims = NULL;
    size_t count = 0;
    *ids = (struct slice_list){NULL, 0};
    if (!cell_parse_list(&rests->scratch, record_get(event, EVENT_SOURCES), &named)) return ask_no_memory(error);
    for (size_t i = 0; i < named.count; i++)
        if (!arena_append(&rests->scratch, ids, named.items[i])) return ask_no_memory(error);
    enum status status = store_list(rests->asker->store, RECORD_CLAIM, record_get(event, EVENT_ID), &rests->scratch,
                                    &claims, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        if (record_has(&claims[i], CLAIM_STANCE)) continue;
        if (!arena_append(&rests->scratch, ids, record_get(&claims[i], CLAIM_SOURCE))) return ask_no_memory(error);
    }
    if (status == STATUS_OK && ids->count > 1 && !list_drop_repeats(&rests->scratch, ids)) return ask_no_memory(error);
    return status;
}

static enum status count_rest(struct rests *rests, struct slice key, bool bare, bool alone, struct slice address,
                              bool *is_address, struct error *error) {
    struct answer_rest *rest = NULL;
    enum status status = find_rest(rests, key, bare, &rest, error);
    if (status != STATUS_OK) return status;
    rest->events.value++;
    rest->alone.value += alone;
    *is_address = *is_address || slice_equals(rest->url, address);
    return STATUS_OK;
}

static enum status take_event(void *context, struct stored_event *event, struct error *error) {
    struct rests *rests = context;
    struct arena_mark mark = arena_mark(&rests->scratch);
    struct slice_list ids;
    struct slice address = record_get(&event->event, EVENT_SOURCE_URL);
    bool alone = event->sourcing == SOURCING_ONE, told = false;
    enum status status = list_sources(rests, &event->event, &ids, error);
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++)
        status = count_rest(rests, ids.items[i], false, alone, address, &told, error);
    if (status == STATUS_OK && !slice_is_empty(address) && !told)
        status = count_rest(rests, address, true, alone, SLICE_NONE, &told, error);
    rests->resting.events.value++;
    rests->resting.single_sourced.value += alone;
    rests->resting.unsourced.value += event->sourcing == SOURCING_NONE;
    arena_rewind(&rests->scratch, mark);
    return status;
}

/* ---- the events that rest on one ---------------------------------------------------------------------------------- */

static enum status take_single(void *context, struct stored_event *stored, struct error *error) {
    struct rests *rests = context;
    const struct record *event = &stored->event;
    struct arena_mark mark = arena_mark(&rests->scratch);
    struct slice_list ids;
    enum status status = list_sources(rests, event, &ids, error);
    struct answer_single single = {
        .id = record_get(event, EVENT_ID), .date = record_get(event, EVENT_DATE), .kind = record_get(event, EVENT_KIND),
        .title = record_get(event, EVENT_TITLE), .event = event,
        .times = &stored->times, .release = ask_release(event),
        .source = status == STATUS_OK && ids.count ? ids.items[0] : SLICE_NONE};
    if (slice_is_empty(single.source)) single.url = record_get(event, EVENT_SOURCE_URL);
    if (status == STATUS_OK) status = rests->visitor->single(rests->visitor->context, &single, error);
    arena_rewind(&rests->scratch, mark);
    return status;
}

/* ---- all of it ------------------------------------------------------------------------------------------------------- */

static int compare_rests(const void *a, const void *b) {
    const struct answer_rest *p = a, *q = b;
    if (p->alone.value != q->alone.value) return p->alone.value > q->alone.value ? -1 : 1;
    if (p->events.value != q->events.value) return p->events.value > q->events.value ? -1 : 1;
    int order = slice_compare(p->source, q->source);
    return order ? order : slice_compare(p->url, q->url);
}

static enum status tell(struct rests *rests, const struct query *query, struct error *error) {
    const struct rest_visitor *visitor = rests->visitor;
    struct query single = *query;
    single.single_source = true;
    if (rests->count) qsort(rests->items, rests->count, sizeof *rests->items, compare_rests);
    enum status status = visitor->head(visitor->context, &rests->resting, error);
    for (size_t i = 0; status == STATUS_OK && i < rests->count; i++)
        status = visitor->source(visitor->context, &rests->items[i], error);
    return status == STATUS_OK ? store_ask(rests->asker->store, &single, MATCH_NONE, take_single, rests, error) : status;
}

enum status ask_resting(struct asker *asker, const struct query *query, const struct rest_visitor *visitor,
                        struct error *error) {
    struct rests rests = {.asker = asker, .visitor = visitor,
                          .resting = {shape_count(0), shape_count(0), shape_count(0)}};
    arena_init(&rests.memory);
    arena_init(&rests.scratch);
    enum status status = store_ask(asker->store, query, MATCH_NONE, take_event, &rests, error);
    if (status == STATUS_OK) status = tell(&rests, query, error);
    free(rests.items);
    free(rests.slots);
    arena_free(&rests.memory);
    arena_free(&rests.scratch);
    return status;
}
