/* Between chain_walk.c, which finds the links, and chain.c, which tells them. */
#ifndef DETENTE_ASK_CHAIN_WALK_H
#define DETENTE_ASK_CHAIN_WALK_H

#include "chain.h"

struct chain_edge;

/* What is kept of an event that was met. */
struct chain_node {
    struct slice id, title, date, kind, status, sources, source_url;
    struct event_times times;
    bool disputed;
    bool happened; /* status and release let it stand */
    bool chosen;   /* the other filters too */
    bool kept;     /* chosen, or on the way to one that is */
    bool queued;   /* stands in the tree */
    bool told;     /* its own row has been */
    bool more;     /* has links beyond the depth */
    int64_t depth; /* links from the root */
    size_t first_edge, edge_count;
};

struct chain_edge {
    struct chain_node *to; /* the far end */
    struct slice relation, asserted_by, denied_by, note, source;
    bool opens; /* the row under which the far end opens */
};

/* One direction, found whole before it is told: where an event opens is decided breadth first, and whether a row
 * is the last of its parent only when all are known. */
struct chain_walk {
    struct asker *asker;
    const struct chain_request *request;
    bool upstream;
    struct query happened; /* status and release alone */
    struct arena arena;    /* nodes and texts */
    struct arena scratch;  /* of one event being looked at */
    struct chain_node **queue; /* in the order of opening; the root first */
    size_t queue_count, queue_room;
    struct chain_edge *edges; /* those of one node beside one another */
    size_t edge_count, edge_room;
    struct chain_node **slots; /* open table by id */
    size_t slot_count, node_count;
    int64_t cut; /* links to what status or release leaves out */
};

/* Must be ended also after a failure. */
enum status chain_walk_find(struct chain_walk *walk, struct asker *asker, const struct chain_request *request,
                            bool upstream, struct error *error);
void chain_walk_end(struct chain_walk *walk);
bool chain_edge_shows(const struct chain_edge *edge);

#endif
