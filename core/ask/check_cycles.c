/* Circles of links: events that answer, follow or are part of one another all around.
 *
 * The links of one class are a graph in memory (three words per link); its strongly connected parts are found in one walk
 * without recursion (Tarjan 1972), and of each the shortest circle through its smallest id is told, once. Work and space
 * follow the number of links. */
#include "check_inside.h"

#include <stdlib.h>

/* Relations that together must not go around. */
static const struct class {
    const char *name, *words;
    const char *relations[7];
} classes[] = {
    {"answers", "answer one another all around", {"retaliates_against", "responds_to"}},
    {"follows", "follow one another all around", {"follows"}},
    {"part_of", "are parts of one another all around", {"part_of"}},
    {"implements", "implement one another all around", {"implements"}},
    {"changes", "end, replace or change one another all around",
     {"amends", "suspends", "extends", "replaces", "ends", "corrects"}},
};
enum { CLASSES = sizeof classes / sizeof *classes };
#define NOWHERE UINT32_MAX

static int class_of(struct slice relation) {
    for (int i = 0; i < CLASSES; i++)
        for (size_t j = 0; classes[i].relations[j]; j++)
            if (slice_is(relation, classes[i].relations[j])) return i;
    return CLASSES;
}

/* ---- the links in memory -------------------------------------------------------------------------------------- */

struct edge {
    struct slice from, to;
    uint32_t source, target; /* places among the nodes */
    int class;
};

struct graph {
    struct arena arena; /* ids */
    struct edge *edges;
    size_t edge_count, capacity;
    struct slice *nodes; /* sorted ids, each once */
    size_t node_count;
    uint32_t *first, *targets; /* of the class at hand: targets[first[n] … first[n + 1] - 1] */
};

static enum status take_link(void *context, struct record *link, struct error *error) {
    struct graph *graph = context;
    int class = class_of(record_get(link, LINK_RELATION));
    if (class == CLASSES) return STATUS_OK;
    if (graph->edge_count == graph->capacity) {
        size_t capacity = graph->capacity ? graph->capacity * 2 : 256;
        struct edge *more = capacity < UINT32_MAX / 2 ? realloc(graph->edges, capacity * sizeof *more) : NULL;
        if (!more) return ask_no_memory(error);
        graph->edges = more;
        graph->capacity = capacity;
    }
    struct edge *edge = &graph->edges[graph->edge_count++];
    *edge = (struct edge){.class = class};
    bool done = arena_copy(&graph->arena, record_get(link, LINK_FROM), &edge->from) &&
                arena_copy(&graph->arena, record_get(link, LINK_TO), &edge->to);
    return done ? STATUS_OK : ask_no_memory(error);
}

static int compare_ids(const void *a, const void *b) {
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static uint32_t place_of(const struct graph *graph, struct slice id) {
    size_t low = 0, high = graph->node_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(graph->nodes[middle], id) < 0) low = middle + 1;
        else high = middle;
    }
    return (uint32_t)low;
}

static bool name_nodes(struct graph *graph) {
    size_t count = 0;
    graph->nodes = malloc((2 * graph->edge_count + 1) * sizeof *graph->nodes);
    graph->first = malloc((2 * graph->edge_count + 2) * sizeof *graph->first);
    graph->targets = malloc((graph->edge_count + 1) * sizeof *graph->targets);
    if (!graph->nodes || !graph->first || !graph->targets) return false;
    for (size_t i = 0; i < graph->edge_count; i++) {
        graph->nodes[count++] = graph->edges[i].from;
        graph->nodes[count++] = graph->edges[i].to;
    }
    if (count) qsort(graph->nodes, count, sizeof *graph->nodes, compare_ids);
    for (size_t i = 0; i < count; i++)
        if (graph->node_count == 0 || !slice_equals(graph->nodes[graph->node_count - 1], graph->nodes[i]))
            graph->nodes[graph->node_count++] = graph->nodes[i];
    for (size_t i = 0; i < graph->edge_count; i++) {
        graph->edges[i].source = place_of(graph, graph->edges[i].from);
        graph->edges[i].target = place_of(graph, graph->edges[i].to);
    }
    return true;
}

/* Counting sort by source; the links came sorted, so that targets of one node are sorted too. */
static void choose_class(struct graph *graph, int class) {
    memset(graph->first, 0, (graph->node_count + 2) * sizeof *graph->first);
    for (size_t i = 0; i < graph->edge_count; i++)
        if (graph->edges[i].class == class) graph->first[graph->edges[i].source + 2]++;
    for (size_t i = 2; i < graph->node_count + 2; i++) graph->first[i] += graph->first[i - 1];
    for (size_t i = 0; i < graph->edge_count; i++)
        if (graph->edges[i].class == class)
            graph->targets[graph->first[graph->edges[i].source + 1]++] = graph->edges[i].target;
}

static void graph_free(struct graph *graph) {
    arena_free(&graph->arena);
    free(graph->edges);
    free(graph->nodes);
    free(graph->first);
    free(graph->targets);
}

/* ---- strongly connected parts --------------------------------------------------------------------------------- */

struct parts {
    uint32_t *part;             /* of each node: the smallest node of its part */
    uint32_t *order, *low;      /* when it was reached, and the earliest that it reaches */
    uint32_t *path, *next;      /* nodes being walked, and their next target */
    uint32_t *open;             /* reached, and not in a part yet */
    uint32_t *parent;           /* of the search for a circle; NOWHERE: not reached */
    uint32_t *memory;
};

static bool parts_begin(struct parts *parts, size_t count) {
    uint32_t *memory = malloc((7 * count + 1) * sizeof *memory);
    if (!memory) return false;
    *parts = (struct parts){memory, memory + count, memory + 2 * count, memory + 3 * count, memory + 4 * count,
                            memory + 5 * count, memory + 6 * count, memory};
    return true;
}

static void close_part(struct parts *parts, uint32_t root, size_t *open_count) {
    size_t begin = *open_count;
    uint32_t least = root;
    do {
        begin--;
        if (parts->open[begin] < least) least = parts->open[begin];
    } while (parts->open[begin] != root);
    for (size_t i = begin; i < *open_count; i++) parts->part[parts->open[i]] = least;
    *open_count = begin;
}

static void walk_from(const struct graph *graph, struct parts *parts, uint32_t root, uint32_t *reached) {
    size_t depth = 1, open_count = 1;
    parts->path[0] = parts->open[0] = root;
    parts->order[root] = parts->low[root] = ++*reached;
    while (depth > 0) {
        uint32_t node = parts->path[depth - 1];
        if (parts->next[node] < graph->first[node + 1]) {
            uint32_t target = graph->targets[parts->next[node]++];
            if (parts->order[target] == 0) {
                parts->order[target] = parts->low[target] = ++*reached;
                parts->path[depth++] = parts->open[open_count++] = target;
            } else if (parts->part[target] == NOWHERE && parts->order[target] < parts->low[node]) {
                parts->low[node] = parts->order[target];
            }
            continue;
        }
        if (parts->low[node] == parts->order[node]) close_part(parts, node, &open_count);
        depth--;
        uint32_t above = depth ? parts->path[depth - 1] : node;
        if (parts->low[node] < parts->low[above]) parts->low[above] = parts->low[node];
    }
}

static void find_parts(const struct graph *graph, struct parts *parts) {
    uint32_t reached = 0;
    for (uint32_t i = 0; i < graph->node_count; i++) {
        parts->part[i] = parts->parent[i] = NOWHERE;
        parts->order[i] = 0;
        parts->next[i] = graph->first[i];
    }
    for (uint32_t i = 0; i < graph->node_count; i++)
        if (parts->order[i] == 0) walk_from(graph, parts, i, &reached);
}

/* ---- the circle ----------------------------------------------------------------------------------------------- */

/* Breadth first within the part, from its smallest node back to it: the last node of the circle, or NOWHERE. Parts do not
 * meet, so that `parent` needs no clearing; `path` is the queue. */
static uint32_t find_circle(const struct graph *graph, struct parts *parts, uint32_t smallest) {
    size_t head = 0, tail = 0;
    parts->path[tail++] = smallest;
    while (head < tail) {
        uint32_t node = parts->path[head++];
        for (uint32_t i = graph->first[node]; i < graph->first[node + 1]; i++) {
            uint32_t target = graph->targets[i];
            if (target == smallest) return node;
            if (parts->part[target] != smallest || parts->parent[target] != NOWHERE) continue;
            parts->parent[target] = node;
            parts->path[tail++] = target;
        }
    }
    return NOWHERE;
}

enum { CIRCLE_SHOWN = 8, CIRCLE_LINKS = 1000 };

/* The links of one class from one event to another. */
static enum status add_links(struct checking *checking, struct slice from, struct slice to, int class,
                             struct record *about, size_t *count, struct error *error) {
    struct record *links;
    size_t link_count;
    enum status status = store_list(checking->asker->store, RECORD_LINK, from, &checking->arena, &links, &link_count, error);
    for (size_t i = 0; status == STATUS_OK && i < link_count && *count < CIRCLE_LINKS; i++)
        if (slice_equals(record_get(&links[i], LINK_FROM), from) && slice_equals(record_get(&links[i], LINK_TO), to) &&
            class_of(record_get(&links[i], LINK_RELATION)) == class) about[(*count)++] = links[i];
    return status;
}

static struct slice circle_words(struct checking *checking, const struct graph *graph, const uint32_t *circle, size_t count,
                                 const char *words) {
    struct slice all = graph->nodes[circle[0]];
    for (size_t i = 1; i < count && i < CIRCLE_SHOWN; i++)
        all = check_words(checking, "%.*s, %.*s", CHECK_TEXT(all), CHECK_TEXT(graph->nodes[circle[i]]));
    if (count > CIRCLE_SHOWN) all = check_words(checking, "%.*s and %zu more", CHECK_TEXT(all), count - CIRCLE_SHOWN);
    return check_words(checking, count == 1 ? "%.*s is linked to itself" : "%.*s %s", CHECK_TEXT(all), words);
}

static enum status tell_circle(struct checking *checking, const struct graph *graph, struct parts *parts, uint32_t smallest,
                               uint32_t last, int class, struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    struct stored_event event;
    size_t count = 1, about_count = 0;
    bool found = false;
    for (uint32_t node = last; node != smallest; node = parts->parent[node]) count++;
    uint32_t *circle = arena_alloc_array(&checking->arena, count, sizeof *circle);
    struct record *about = arena_alloc_array(&checking->arena, CIRCLE_LINKS, sizeof *about);
    if (!circle || !about) return ask_no_memory(error);
    circle[0] = smallest;
    for (size_t i = count; --i > 0; last = parts->parent[last]) circle[i] = last;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = add_links(checking, graph->nodes[circle[i]], graph->nodes[circle[(i + 1) % count]], class, about,
                           &about_count, error);
    if (status == STATUS_OK)
        status = store_find_event(checking->asker->store, graph->nodes[smallest], &checking->arena, &event, &found, error);
    if (status != STATUS_OK || !found || about_count == 0) return status;
    struct slice word = check_word(checking, &about[about_count - 1]);
    struct fault fault = {.record = &event.event, .aspect = classes[class].name, .about = about, .about_count = about_count,
                          .what = circle_words(checking, graph, circle, count, classes[class].words),
                          .repair = check_words(checking, "detente remove %.*s, or another link of them", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

static enum status check_class(struct checking *checking, struct graph *graph, struct parts *parts, int class,
                               struct error *error) {
    enum status status = STATUS_OK;
    choose_class(graph, class);
    find_parts(graph, parts);
    for (uint32_t i = 0; status == STATUS_OK && i < graph->node_count; i++) {
        uint32_t last = parts->part[i] == i ? find_circle(graph, parts, i) : NOWHERE;
        if (last != NOWHERE) status = tell_circle(checking, graph, parts, i, last, class, error);
    }
    return status;
}

enum status check_cycles(struct checking *checking, struct error *error) {
    struct graph graph = {.edges = NULL};
    struct parts parts = {.memory = NULL};
    arena_init(&graph.arena);
    enum status status = store_each(checking->asker->store, RECORD_LINK, take_link, &graph, error);
    if (status == STATUS_OK && (!name_nodes(&graph) || !parts_begin(&parts, graph.node_count))) status = ask_no_memory(error);
    for (int class = 0; status == STATUS_OK && class < CLASSES; class++)
        status = check_class(checking, &graph, &parts, class, error);
    free(parts.memory);
    graph_free(&graph);
    return status;
}
