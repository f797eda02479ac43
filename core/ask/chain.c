/* Tells a chain that was found: depth first, a row per link, with delay, voices and sources. */
#include "chain_walk.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "inside.h"

#define AT(member) offsetof(struct answer_step_in_chain, member)
static const struct shape_field chain_fields[] = {
    {.name = "event", .type = SHAPE_TEXT, .offset = AT(event)},
    {.name = "parent", .type = SHAPE_TEXT, .offset = AT(parent)},
    {.name = "direction", .type = SHAPE_TEXT, .offset = AT(direction)},
    {.name = "depth", .type = SHAPE_COUNT, .offset = AT(depth_count)},
    {.name = "relation", .type = SHAPE_TEXT, .offset = AT(relation)},
    {.name = "delay_days", .type = SHAPE_COUNT, .offset = AT(delay_days)},
    {.name = "delay_min", .type = SHAPE_COUNT, .offset = AT(delay_min)},
    {.name = "delay_max", .type = SHAPE_COUNT, .offset = AT(delay_max)},
    {.name = "asserted_by", .type = SHAPE_LIST, .offset = AT(asserted_by)},
    {.name = "denied_by", .type = SHAPE_LIST, .offset = AT(denied_by)},
    {.name = "note", .type = SHAPE_TEXT, .offset = AT(note)},
    {.name = "kind", .type = SHAPE_TEXT, .offset = AT(kind)},
    {.name = "date", .type = SHAPE_TEXT, .offset = AT(date)},
    {.name = "start_min", .type = SHAPE_DAY, .offset = AT(times.start_min)},
    {.name = "start_max", .type = SHAPE_DAY, .offset = AT(times.start_max)},
    {.name = "title", .type = SHAPE_TEXT, .offset = AT(title)},
    {.name = "status", .type = SHAPE_TEXT, .offset = AT(status)},
    {.name = "disputed", .type = SHAPE_FLAG, .offset = AT(disputed)},
    {.name = "repeated", .type = SHAPE_FLAG, .offset = AT(repeated)},
    {.name = "more", .type = SHAPE_FLAG, .offset = AT(more)},
    {.name = "on_the_way", .type = SHAPE_FLAG, .offset = AT(on_the_way)},
    {.name = "sources", .type = SHAPE_SOURCES, .offset = AT(sources)},
    {.name = "sources_of", .type = SHAPE_TEXT, .offset = AT(sources_of)},
};
#undef AT
const struct shape chain_shape = {.name = "step", .size = sizeof(struct answer_step_in_chain), .fields = chain_fields,
                                  .count = sizeof chain_fields / sizeof *chain_fields};

static const struct shape_field root_fields[] = {
    {.name = "root", .type = SHAPE_EVENT, .offset = offsetof(struct answer_chain_root, event)},
};
static const struct shape_field cut_fields[] = {
    {"cut", SHAPE_COUNT, offsetof(struct answer_chain_cut, cut), NULL, SHAPE_EVERYWHERE},
};
const struct shape chain_cut_shape = {.name = "cut", .size = sizeof(struct answer_chain_cut), .fields = cut_fields,
                                      .count = 1};
const struct shape chain_root_shape = {.name = "root", .size = sizeof(struct answer_chain_root), .fields = root_fields,
                                       .count = sizeof root_fields / sizeof *root_fields};

/* ---- delay --------------------------------------------------------------------------------------------- */

static bool is_certain(const struct event_times *times) {
    return times->start_min == times->start_max && times->start_min != DAY_MIN && times->start_min != DAY_MAX &&
           !times->start_marked;
}

/* Days lie within +-4 * 10^17, so that their difference is a number too; a bound that is missing has none. */
static struct shape_count count_days(int64_t from, int64_t to) {
    bool known = from != DAY_MIN && from != DAY_MAX && to != DAY_MIN && to != DAY_MAX;
    return known ? shape_count(to - from) : SHAPE_UNKNOWN;
}

static void count_delay(const struct event_times *answered, const struct event_times *answer,
                        struct answer_step_in_chain *step) {
    if (is_certain(answered) && is_certain(answer)) {
        step->delay_days = count_days(answered->start_min, answer->start_min);
        return;
    }
    step->delay_min = count_days(answered->start_max, answer->start_min);
    step->delay_max = count_days(answered->start_min, answer->start_max);
}

/* ---- sources ------------------------------------------------------------------------------------------- */

struct source_list {
    struct store *store;
    struct arena *arena;
    struct answer_source *items;
    size_t count;
};

static enum status add_source(struct source_list *list, struct slice id, struct error *error) {
    struct record *record = &list->items[list->count].record;
    bool found = false;
    enum status status = store_get(list->store, RECORD_SOURCE, id, list->arena, record, &found, error);
    list->count += found;
    return status;
}

static enum status list_event_sources(struct source_list *list, const struct chain_node *node, struct error *error) {
    struct slice_list ids;
    if (!cell_parse_list(list->arena, node->sources, &ids)) return ask_no_memory(error);
    list->items = arena_alloc_array(list->arena, ids.count + 1, sizeof *list->items);
    if (!list->items) return ask_no_memory(error);
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) status = add_source(list, ids.items[i], error);
    if (status != STATUS_OK || slice_is_empty(node->source_url)) return status;
    record_init(&list->items[list->count].record, RECORD_SOURCE);
    record_set(&list->items[list->count++].record, SOURCE_URL, node->source_url);
    return STATUS_OK;
}

/* The link's own source; without one it rests on its two events, of which the near one has a row of its own. */
static enum status add_sources(struct chain_walk *walk, const struct chain_edge *edge, struct answer_step_in_chain *step,
                               struct error *error) {
    struct source_list list = {.store = walk->asker->store, .arena = &walk->scratch};
    bool own = !slice_is_empty(edge->source);
    enum status status = STATUS_OK;
    if (own && !(list.items = arena_alloc(list.arena, sizeof *list.items))) return ask_no_memory(error);
    status = own ? add_source(&list, edge->source, error) : list_event_sources(&list, edge->to, error);
    step->sources = (struct shape_sources){list.items, list.count};
    if (list.count) step->sources_of = own ? SLICE_OF("link") : SLICE_OF("event");
    return status;
}

/* ---- telling ------------------------------------------------------------------------------------------- */

struct frame {
    const struct chain_node *node;
    size_t next, end; /* of its edges: behind the last that shows */
};

struct teller {
    struct chain_walk *walk;
    chain_visit *visit;
    void *context;
    struct frame *frames;
    size_t count, room;
};

static bool push_frame(struct teller *teller, const struct chain_node *node) {
    size_t end = node->edge_count;
    const struct chain_edge *edges = teller->walk->edges + node->first_edge;
    while (end > 0 && !chain_edge_shows(&edges[end - 1])) end--;
    if (end == 0) return true;
    if (teller->count == teller->room) {
        size_t room = teller->room ? teller->room * 2 : 16;
        struct frame *frames = realloc(teller->frames, room * sizeof *frames);
        if (!frames) return false;
        teller->frames = frames;
        teller->room = room;
    }
    teller->frames[teller->count++] = (struct frame){node, 0, end};
    return true;
}

static struct answer_step_in_chain describe_edge(const struct chain_walk *walk, const struct chain_node *near,
                                                 const struct chain_edge *edge) {
    const struct chain_node *far = edge->to;
    struct answer_step_in_chain step = {
        .event = far->id, .title = far->title, .date = far->date, .kind = far->kind, .status = far->status,
        .times = far->times, .parent = near->id, .depth = near->depth + 1, .relation = edge->relation,
        .direction = walk->upstream ? SLICE_OF("upstream") : SLICE_OF("downstream"),
        .asserted_by = edge->asserted_by, .denied_by = edge->denied_by, .note = edge->note,
        .repeated = !edge->opens, .opened_above = !edge->opens && far->told,
        .more = edge->opens && far->more, .on_the_way = !far->chosen, .disputed = far->disputed,
    };
    step.depth_count = shape_count(step.depth);
    count_delay(walk->upstream ? &far->times : &near->times, walk->upstream ? &near->times : &far->times, &step);
    return step;
}

static enum status tell_edge(struct teller *teller, const struct chain_node *near, const struct chain_edge *edge,
                             bool last, struct error *error) {
    struct chain_walk *walk = teller->walk;
    struct answer_step_in_chain step = describe_edge(walk, near, edge);
    struct arena_mark mark = arena_mark(&walk->scratch);
    step.last = last;
    edge->to->told = edge->to->told || edge->opens;
    enum status status = add_sources(walk, edge, &step, error);
    if (status == STATUS_OK) status = teller->visit(teller->context, &step, error);
    arena_rewind(&walk->scratch, mark);
    return status;
}

static enum status tell_walk(struct teller *teller, struct error *error) {
    struct chain_node *root = teller->walk->queue[0];
    enum status status = push_frame(teller, root) ? STATUS_OK : ask_no_memory(error);
    root->told = true;
    while (status == STATUS_OK && teller->count) {
        struct frame *frame = &teller->frames[teller->count - 1];
        const struct chain_node *near = frame->node;
        if (frame->next == frame->end) {
            teller->count--;
            continue;
        }
        const struct chain_edge *edge = &teller->walk->edges[near->first_edge + frame->next++];
        if (!chain_edge_shows(edge)) continue;
        status = tell_edge(teller, near, edge, frame->next == frame->end, error);
        if (status == STATUS_OK && edge->opens && !push_frame(teller, edge->to)) status = ask_no_memory(error);
    }
    free(teller->frames);
    return status;
}

static enum status ask_direction(struct asker *asker, const struct chain_request *request, bool upstream,
                                 chain_visit *visit, void *context, struct error *error) {
    struct chain_walk walk;
    enum status status = chain_walk_find(&walk, asker, request, upstream, error);
    struct teller teller = {.walk = &walk, .visit = visit, .context = context};
    if (request->cut) *request->cut += walk.cut;
    if (status == STATUS_OK) status = tell_walk(&teller, error);
    chain_walk_end(&walk);
    return status;
}

enum status ask_chain(struct asker *asker, const struct chain_request *request, chain_visit *visit, void *context,
                      struct error *error) {
    enum status status = STATUS_OK;
    if (request->upstream) status = ask_direction(asker, request, true, visit, context, error);
    if (status == STATUS_OK && request->downstream) status = ask_direction(asker, request, false, visit, context, error);
    return status;
}
