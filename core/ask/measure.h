/* Standing measures on a day: what was in force, and how surely (contract, sections 1, 2 and 4). */
#ifndef DETENTE_ASK_MEASURE_H
#define DETENTE_ASK_MEASURE_H

#include "ask.h"
#include "shape.h"

enum measure_state {
    MEASURE_IN_FORCE,          /* surely under way on every day asked for */
    MEASURE_AS_LAST_CONFIRMED, /* no end is known, and the day asked for lies after it was last seen to hold */
    MEASURE_POSSIBLY           /* its dates leave open whether it held */
};
const char *measure_state_name(enum measure_state state); /* "in_force", "as_last_confirmed", "possibly" */

/* The seam between a measure and one that it replaces. */
struct measure_seam {
    struct slice id, title;
    /* Days from the end of the replaced one to the start of this: 0 is seamless, more is a gap, less an overlap.
     * Not known when the replaced one has no end. */
    struct shape_count gap_min, gap_max;
    struct slice fault; /* "gap", "overlap", "no end", or empty */
};
extern const struct shape measure_seam_shape;

struct answer_measure {
    const struct answer_event *event;
    struct slice id, kind, title;
    struct slice imposer, target; /* list cells of ids: parties in these roles; without an imposer, those in the role actor */
    struct slice product, hs, quota, excludes;
    struct slice rate_min, rate_max, rate_unit; /* rate as two equal numbers, or the ends of its range */
    struct slice base_rate_min, base_rate_max;
    struct slice basis;
    struct slice start, end; /* EDTF, as written; of a derived end the day */
    enum measure_state how;
    struct slice state;           /* its name */
    int64_t last_confirmed;       /* day up to which it is surely known to have held, where no end is known; else DAY_MIN */
    struct shape_count days_min, days_max; /* from its start to the day asked for, or to last_confirmed at least */
    struct slice answers;         /* list cell of ids: what it retaliates against or responds to */
    struct shape_events answered; /* the same, whole */
    struct shape_entries replaces; /* struct measure_seam */
    struct shape_sources sources;
    bool disputed;
    struct slice status, release;
};
extern const struct shape measure_shape;

struct measure_request {
    const struct query *query; /* filters; range and match are set here, kinds are any */
    int64_t first, last;       /* the days asked for; one day: the same */
    const struct query_actor *imposers, *targets; /* any of them; none: all */
    size_t imposer_count, target_count;
    struct slice_list hs;      /* beginnings of HS codes; none: all */
    bool tariffs_only;
};
typedef enum status measure_visit(void *context, const struct answer_measure *measure, struct error *error);
/* In the order of events. */
enum status ask_measures(struct asker *asker, const struct measure_request *request, measure_visit *visit,
                         void *context, struct error *error);

/* Duties that lie on one product together. */
struct answer_total {
    struct slice imposer, target, product;
    struct slice rate_min, rate_max, rate_unit; /* empty when a rate is missing */
    struct slice measures; /* list cell of ids */
    struct slice without_rate; /* list cell of ids of measures whose rate is not given */
    bool with_base;
};
extern const struct shape total_shape;

/* A stretch of days during which the total on a product was the same. */
struct answer_step {
    struct slice imposer, target, product;
    int64_t from, to; /* first day, and first day of the next step (`to` of the last: DAY_MAX, or the day asked for + 1) */
    struct slice rate_min, rate_max, rate_unit;
    struct slice measures;
    struct slice state;
};
extern const struct shape step_shape;

#endif
