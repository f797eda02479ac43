/* What an event answered and what answered it, as a tree of links.
 *
 * A link leads from what answers to what it answers. From the root the walk goes upstream by outgoing links only
 * and downstream by incoming ones only; the two are walks of their own. In each an event opens once, where it is
 * nearest to the root (first in order there); elsewhere it is a row that says so. Hence cycles end. */
#ifndef DETENTE_ASK_CHAIN_H
#define DETENTE_ASK_CHAIN_H

#include "ask.h"
#include "shape.h"

struct answer_step_in_chain {
    struct slice event, title, date; /* the event at the far end of the link */
    struct slice kind, status;
    struct event_times times;
    struct slice parent;    /* the event at its near end: the root, or one that was opened */
    struct slice direction; /* "upstream": what the parent answered; "downstream": what answered it */
    int64_t depth;          /* 1 for links of the root */
    struct shape_count depth_count; /* the same, as a field */
    struct slice relation;  /* as the link has it, from the answer to what it answers */
    /* From the start of what is answered to that of the answer, where both are certain to the day; else the range,
     * as far as there are bounds. Less than 0 where the link runs against the calendar. */
    struct shape_count delay_days, delay_min, delay_max;
    struct slice asserted_by, denied_by; /* list cells */
    struct slice note;
    struct shape_sources sources; /* of the link; where it names none, of the event */
    struct slice sources_of;      /* "link" or "event"; empty where there are none */
    bool repeated;     /* stands elsewhere in this direction, and opens there if anywhere */
    bool opened_above; /* of a repeated one: there lies before this row */
    bool more;         /* has links beyond the depth asked for */
    bool on_the_way;   /* does not pass the filters itself, but leads to one that does */
    bool disputed;
    bool last;         /* of its parent and direction, for drawing */
};
extern const struct shape chain_shape;

/* The event that the chain begins with, whole: a part of its own. */
struct answer_chain_root {
    const struct answer_event *event;
};
extern const struct shape chain_root_shape;
/* Links that lead to what is planned, denied, cancelled or not to be shown: the answer does not go there. */
struct answer_chain_cut {
    struct shape_count cut; /* not known: none */
};
extern const struct shape chain_cut_shape;

struct chain_request {
    const struct stored_event *root;
    int64_t depth;               /* at least 1; INT64_MAX: no bound */
    struct slice_list relations; /* any of these; none: see chain_takes_by_default */
    /* Status and release cut the chain: what they leave out leads nowhere. The other filters and the range choose
     * among the rest; what only leads to a chosen one stays, marked on_the_way. `reverse`: the latest first. */
    const struct query *query;
    bool upstream, downstream;
    int64_t *cut; /* gets the number of links that lead to what status or release leaves out; may be NULL */
};
/* All relations but corrects and duplicates, and of part_of that to something standing: a ruling in an
 * investigation is a step of it; a meeting on a visit is no answer to it. */
bool chain_takes_by_default(struct slice relation, enum kind_class whole);

typedef enum status chain_visit(void *context, const struct answer_step_in_chain *step, struct error *error);
/* Depth first, upstream before downstream, what hangs on one event in the order of events, then by relation. Memory
 * follows the number of links walked; no recursion. */
enum status ask_chain(struct asker *asker, const struct chain_request *request, chain_visit *visit, void *context,
                      struct error *error);

#endif
