/* What an event answered and what answered it, as a tree of links. */
#ifndef DETENTE_ASK_CHAIN_H
#define DETENTE_ASK_CHAIN_H

#include "ask.h"
#include "shape.h"

struct answer_step_in_chain {
    struct slice event, title, date; /* the event at the far end of the link */
    struct slice kind, status;
    struct slice parent;    /* the event at its near end: the root, or one that was opened */
    struct slice direction; /* "upstream": what the parent answered; "downstream": what answered it */
    int64_t depth;          /* 1 for links of the root */
    struct slice relation;  /* as the link has it, from the later to the earlier */
    struct shape_count delay_days; /* from the earlier to the later event, where both are certain */
    struct shape_count delay_min, delay_max; /* else the range */
    struct slice asserted_by, denied_by; /* list cells */
    struct slice note;
    struct shape_sources sources; /* of the link */
    bool opened;  /* its own links follow, or it has none; false: it stands elsewhere in the tree, or deeper than asked */
    bool repeated;/* stands elsewhere in the tree with its own links */
    bool more;    /* has links beyond the depth asked for */
    bool disputed;
    bool last;    /* of its parent and direction, for drawing */
};
extern const struct shape chain_shape;

struct chain_request {
    const struct stored_event *root;
    int64_t depth;               /* at least 1; INT64_MAX: no bound */
    struct slice_list relations; /* any of these; none: all but part_of, corrects, duplicates */
    const struct query *query;   /* statuses that are taken; as_happened */
    bool upstream, downstream;
};
typedef enum status chain_visit(void *context, const struct answer_step_in_chain *step, struct error *error);
/* Depth first, upstream before downstream, children in the order of events. An event opens once, where it is
 * nearest to the root; cycles end there. */
enum status ask_chain(struct asker *asker, const struct chain_request *request, chain_visit *visit, void *context,
                      struct error *error);

#endif
