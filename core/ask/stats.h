/* What the record holds, and on what it rests.
 *
 * Of the whole record the numbers come from the store, which keeps them; of what filters leave, events are counted. */
#ifndef DETENTE_ASK_STATS_H
#define DETENTE_ASK_STATS_H

#include "ask.h"
#include "shape.h"

/* ---- numbers ---- */

struct answer_tally {
    struct slice group, name; /* "records" "events"; "kinds" "meeting"; "statuses" "reported"; "precisions" "day" */
    struct shape_count count;
};
/* The same with the name under the member that it has in JSON: type, kind, status, precision. */
extern const struct shape record_tally_shape, kind_tally_shape, status_tally_shape, precision_tally_shape;
/* Single numbers: a member of the answer, and a row of its table. */
extern const struct shape disputed_tally_shape, unsourced_tally_shape, undated_tally_shape, single_tally_shape;

struct answer_span {
    int64_t first, last; /* days on which events began or can have begun; DAY_MIN: none is known */
};
extern const struct shape span_shape;

struct tally_list {
    struct answer_tally *items;
    size_t count;
};
struct answer_stats {
    struct tally_list records, kinds, statuses, precisions; /* kinds: families, the largest first */
    struct answer_tally disputed, unsourced, undated, single_sourced;
    struct answer_span span;
};
/* `whole`: nothing is filtered. Otherwise records are events only. All in the arena. */
enum status ask_stats(struct asker *asker, const struct query *query, bool whole, struct arena *arena,
                      struct answer_stats *stats, struct error *error);

/* ---- coverage ---- */

struct answer_coverage {
    struct slice dataset, countries, kinds, start, end, note;
    struct slice not_covered; /* in words; empty when it covers all */
    struct slice not_but_days; /* the same without what it says of days; for pages */
    struct slice names;       /* of the countries, in words; for pages */
};
extern const struct shape coverage_shape;
/* The claims that bear on the countries of the query. */
enum status ask_coverage(struct asker *asker, const struct query *query, struct arena *arena, struct answer_coverage **rows, size_t *count,
                         struct error *error);

/* ---- sources ---- */

enum { STATS_SOURCES_MAX = 50000 };
struct answer_rest {
    struct slice source;   /* id; empty for a bare address */
    struct slice title, publisher, published, url;
    struct shape_count events, alone; /* that rest on it; on nothing else */
};
extern const struct shape rest_shape;

struct answer_resting {
    struct shape_count events, single_sourced, unsourced;
};
extern const struct shape resting_shape;

struct answer_single {
    struct slice id, date, kind, title;
    struct slice source, url; /* id; a bare address */
    struct slice release;     /* where it is not "public" */
    const struct record *event;
    const struct event_times *times;
};
extern const struct shape single_shape;

struct rest_visitor {
    void *context;
    enum status (*head)(void *context, const struct answer_resting *resting, struct error *error);
    enum status (*source)(void *context, const struct answer_rest *rest, struct error *error);
    enum status (*single)(void *context, const struct answer_single *single, struct error *error);
};
/* Sources by the number of events that rest on them alone, then on them at all; then the events that rest on one
 * source, in their order. An event rests on the sources it names, on its bare address, and on those of claims that
 * support it. USAGE with more than STATS_SOURCES_MAX sources. */
enum status ask_resting(struct asker *asker, const struct query *query, const struct rest_visitor *visitor,
                        struct error *error);

#endif
