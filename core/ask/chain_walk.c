/* Finds the links of a chain in one direction, breadth first, so that each event opens nearest to the root.
 *
 * Reads the links of events that stand in the chain and nothing else. Knows no words and no order of telling. */
#include "chain_walk.h"

#include <stdlib.h>
#include "../base/hash.h"
#include "inside.h"

/* ---- growing ------------------------------------------------------------------------------------------- */

static bool push_queue(struct chain_walk *walk, struct chain_node *node) {
    if (walk->queue_count == walk->queue_room) {
        size_t room = walk->queue_room ? walk->queue_room * 2 : 64;
        struct chain_node **queue = realloc(walk->queue, room * sizeof *queue);
        if (!queue) return false;
        walk->queue = queue;
        walk->queue_room = room;
    }
    walk->queue[walk->queue_count++] = node;
    node->queued = true;
    return true;
}

static bool push_edge(struct chain_walk *walk, const struct chain_edge *edge) {
    if (walk->edge_count == walk->edge_room) {
        size_t room = walk->edge_room ? walk->edge_room * 2 : 64;
        struct chain_edge *edges = realloc(walk->edges, room * sizeof *edges);
        if (!edges) return false;
        walk->edges = edges;
        walk->edge_room = room;
    }
    walk->edges[walk->edge_count++] = *edge;
    return true;
}

/* The slot of the node with that id, or the free one in which it would stand. */
static size_t find_slot(const struct chain_walk *walk, struct slice id) {
    size_t slot = (size_t)hash_text(id) & (walk->slot_count - 1);
    while (walk->slots[slot] && !slice_equals(walk->slots[slot]->id, id)) slot = (slot + 1) & (walk->slot_count - 1);
    return slot;
}

static bool grow_slots(struct chain_walk *walk) {
    struct chain_walk larger = *walk;
    larger.slot_count = walk->slot_count ? walk->slot_count * 2 : 128;
    larger.slots = calloc(larger.slot_count, sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; i < walk->slot_count; i++)
        if (walk->slots[i]) larger.slots[find_slot(&larger, walk->slots[i]->id)] = walk->slots[i];
    free(walk->slots);
    *walk = larger;
    return true;
}

static bool place_node(struct chain_walk *walk, struct chain_node *node) {
    if (walk->node_count * 2 >= walk->slot_count && !grow_slots(walk)) return false;
    walk->slots[find_slot(walk, node->id)] = node;
    walk->node_count++;
    return true;
}

/* ---- events -------------------------------------------------------------------------------------------- */

static struct chain_node *copy_node(struct chain_walk *walk, const struct stored_event *stored) {
    const struct record *event = &stored->event;
    struct chain_node *node = arena_alloc(&walk->arena, sizeof *node);
    if (!node) return NULL;
    struct {
        int field;
        struct slice *to;
    } texts[] = {{EVENT_ID, &node->id}, {EVENT_TITLE, &node->title}, {EVENT_DATE, &node->date},
                 {EVENT_KIND, &node->kind}, {EVENT_STATUS, &node->status}, {EVENT_SOURCES, &node->sources},
                 {EVENT_SOURCE_URL, &node->source_url}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!arena_copy(&walk->arena, record_get(event, texts[i].field), texts[i].to)) return NULL;
    node->times = stored->times;
    node->disputed = stored->disputed;
    return node;
}

/* Status and release first: what they leave out is not looked at further. */
static enum status judge_node(struct chain_walk *walk, const struct stored_event *stored, struct chain_node *node,
                              struct error *error) {
    struct store *store = walk->asker->store;
    enum status status = store_accepts(store, &walk->happened, stored, &walk->scratch, &node->happened, error);
    if (status != STATUS_OK || !node->happened) return status;
    return store_accepts(store, walk->request->query, stored, &walk->scratch, &node->chosen, error);
}

static enum status take_node(struct chain_walk *walk, const struct stored_event *stored, struct chain_node **node,
                             struct error *error) {
    *node = copy_node(walk, stored);
    if (!*node || !place_node(walk, *node)) return ask_no_memory(error);
    return judge_node(walk, stored, *node, error);
}

/* NULL for an id that no event has, which only a damaged record holds. */
static enum status find_node(struct chain_walk *walk, struct slice id, struct chain_node **node, struct error *error) {
    struct stored_event stored;
    bool found = false;
    *node = walk->slot_count ? walk->slots[find_slot(walk, id)] : NULL;
    if (*node) return STATUS_OK;
    enum status status = store_find_event(walk->asker->store, id, &walk->scratch, &stored, &found, error);
    if (status != STATUS_OK || !found) return status;
    return take_node(walk, &stored, node, error);
}

/* ---- links --------------------------------------------------------------------------------------------- */

bool chain_takes_by_default(struct slice relation, enum kind_class whole) {
    if (slice_is(relation, "part_of")) return whole == KIND_STANDING;
    return !slice_is(relation, "corrects") && !slice_is(relation, "duplicates");
}

static bool takes_relation(const struct chain_walk *walk, struct slice relation, enum kind_class whole) {
    const struct slice_list *wanted = &walk->request->relations;
    for (size_t i = 0; i < wanted->count; i++)
        if (slice_equals(wanted->items[i], relation)) return true;
    return wanted->count == 0 && chain_takes_by_default(relation, whole);
}

/* The event at the far end of a link that belongs to the chain; else NULL. */
static enum status find_far_end(struct chain_walk *walk, const struct chain_node *near, const struct record *link,
                                struct chain_node **far, struct error *error) {
    int near_end = walk->upstream ? LINK_FROM : LINK_TO, far_end = walk->upstream ? LINK_TO : LINK_FROM;
    *far = NULL;
    if (!slice_equals(record_get(link, near_end), near->id)) return STATUS_OK;
    enum status status = find_node(walk, record_get(link, far_end), far, error);
    if (status != STATUS_OK || !*far) return status;
    const struct chain_node *whole = walk->upstream ? *far : near;
    bool taken = takes_relation(walk, record_get(link, LINK_RELATION), whole->times.duration);
    walk->cut += taken && !(*far)->happened;
    if (!taken || !(*far)->happened) *far = NULL;
    return STATUS_OK;
}

static enum status take_edge(struct chain_walk *walk, const struct record *link, struct chain_node *far,
                             struct error *error) {
    struct chain_edge edge = {.to = far};
    struct {
        int field;
        struct slice *to;
    } texts[] = {{LINK_RELATION, &edge.relation}, {LINK_ASSERTED_BY, &edge.asserted_by},
                 {LINK_DENIED_BY, &edge.denied_by}, {LINK_NOTE, &edge.note}, {LINK_SOURCE, &edge.source}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!arena_copy(&walk->arena, record_get(link, texts[i].field), texts[i].to)) return ask_no_memory(error);
    return push_edge(walk, &edge) ? STATUS_OK : ask_no_memory(error);
}

/* Takes in the links of a node or, where it stands as deep as was asked, only whether there are any. */
static enum status read_links(struct chain_walk *walk, struct chain_node *node, struct error *error) {
    bool deepest = node->depth >= walk->request->depth;
    struct record *links;
    size_t count;
    enum status status = store_list(walk->asker->store, RECORD_LINK, node->id, &walk->scratch, &links, &count, error);
    node->first_edge = walk->edge_count;
    for (size_t i = 0; status == STATUS_OK && i < count && !node->more; i++) {
        struct arena_mark mark = arena_mark(&walk->scratch);
        struct chain_node *far;
        status = find_far_end(walk, node, &links[i], &far, error);
        arena_rewind(&walk->scratch, mark);
        if (status != STATUS_OK || !far) continue;
        if (deepest) node->more = true;
        else status = take_edge(walk, &links[i], far, error);
    }
    node->edge_count = walk->edge_count - node->first_edge;
    return status;
}

static int compare_edges(const void *a, const void *b) {
    const struct chain_edge *p = a, *q = b;
    int order = event_compare(&p->to->times, p->to->id, &q->to->times, q->to->id);
    return order ? order : slice_compare(p->relation, q->relation);
}

static int compare_edges_reversed(const void *a, const void *b) { return compare_edges(b, a); }

/* Reads the links of a node in their order; events met for the first time open under it. */
static enum status open_node(struct chain_walk *walk, struct chain_node *node, struct error *error) {
    struct arena_mark mark = arena_mark(&walk->scratch);
    enum status status = read_links(walk, node, error);
    arena_rewind(&walk->scratch, mark);
    if (status != STATUS_OK || node->edge_count == 0) return status;
    qsort(walk->edges + node->first_edge, node->edge_count, sizeof *walk->edges,
          walk->request->query->reverse ? compare_edges_reversed : compare_edges);
    for (size_t i = 0; i < node->edge_count; i++) {
        struct chain_edge *edge = &walk->edges[node->first_edge + i];
        if (edge->to->queued) continue;
        edge->opens = true;
        edge->to->depth = node->depth + 1;
        if (!push_queue(walk, edge->to)) return ask_no_memory(error);
    }
    return STATUS_OK;
}

/* From the last opened to the first: each lies behind the one under which it opened. */
static void choose_kept(struct chain_walk *walk) {
    for (size_t i = walk->queue_count; i-- > 0;) {
        struct chain_node *node = walk->queue[i];
        node->kept = node->chosen;
        for (size_t j = 0; !node->kept && j < node->edge_count; j++)
            node->kept = chain_edge_shows(&walk->edges[node->first_edge + j]);
    }
}

bool chain_edge_shows(const struct chain_edge *edge) { return edge->opens ? edge->to->kept : edge->to->chosen; }

/* ---- the walk ------------------------------------------------------------------------------------------ */

static void begin_walk(struct chain_walk *walk, struct asker *asker, const struct chain_request *request,
                       bool upstream) {
    *walk = (struct chain_walk){.asker = asker, .request = request, .upstream = upstream};
    arena_init(&walk->arena);
    arena_init(&walk->scratch);
    query_init(&walk->happened);
    walk->happened.statuses = request->query->statuses;
    walk->happened.as_happened = request->query->as_happened;
    walk->happened.public_only = request->query->public_only;
    walk->happened.public_on = request->query->public_on;
}

enum status chain_walk_find(struct chain_walk *walk, struct asker *asker, const struct chain_request *request,
                            bool upstream, struct error *error) {
    struct chain_node *root;
    begin_walk(walk, asker, request, upstream);
    enum status status = take_node(walk, request->root, &root, error);
    if (status == STATUS_OK && !push_queue(walk, root)) status = ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < walk->queue_count; i++) status = open_node(walk, walk->queue[i], error);
    if (status == STATUS_OK) choose_kept(walk);
    return status;
}

void chain_walk_end(struct chain_walk *walk) {
    free(walk->queue);
    free(walk->edges);
    free(walk->slots);
    arena_free(&walk->arena);
    arena_free(&walk->scratch);
}
