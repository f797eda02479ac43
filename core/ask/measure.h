/* Standing measures on a day: what was in force, and how surely (contract, sections 1, 2 and 4); of tariffs also what
 * lies on one product together, on a day and over a time. */
#ifndef DETENTE_ASK_MEASURE_H
#define DETENTE_ASK_MEASURE_H

#include "ask.h"
#include "shape.h"

enum measure_state {
    MEASURE_IN_FORCE,          /* surely under way on every day asked for */
    MEASURE_AS_LAST_CONFIRMED, /* no end is known, and the day asked for lies after it was last seen to hold */
    MEASURE_POSSIBLY,          /* its dates leave open whether it held */
    MEASURE_NOT                /* not under way */
};
const char *measure_state_name(enum measure_state state); /* "in_force", "as_last_confirmed", "possibly", "none" */

/* The seam between a measure and one that it replaces, or that replaces it. */
struct measure_seam {
    struct slice id, title; /* of the other one */
    /* Days from the end of the earlier one to the start of the later: 0 is seamless, more is a gap, less an overlap.
     * Not known when the earlier one has no end. */
    struct shape_count gap_min, gap_max;
    struct slice fault; /* "gap", "overlap", "uncertain" (its dates leave it open), "no end", or empty: seamless */
    int64_t start;      /* of the other one, its earliest day */
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
    struct slice ended_by;   /* the event whose `ends` link gives it its end */
    enum measure_state how;
    struct slice state;           /* its name */
    int64_t known_until;          /* the same, but of what is known to go on today at least; for the state */
    int64_t last_confirmed;       /* day up to which it is surely known to have held, where no end is known; else DAY_MIN */
    struct shape_count days_min, days_max; /* from its start to the day asked for, or to last_confirmed at least */
    struct slice answers;          /* list cell of ids: what it retaliates against or responds to */
    struct shape_entries replaces, replaced_by; /* struct measure_seam */
    struct slice faults;           /* list cell of the seams that are none: "gap CC-X" */
    struct shape_sources sources;
    bool disputed;
    struct slice status, release;
};
extern const struct shape measure_shape;

/* What an answer was asked for: a day, or the interval of days that it can be; a time. */
struct measure_day {
    struct slice on; /* EDTF */
};
struct measure_time {
    int64_t from, to; /* both are in it */
};
extern const struct shape measure_day_shape, measure_time_shape;

struct tariff_book;
struct measure_request {
    const struct query *query; /* filters; range, match and as_happened are set here, as are kinds where there are none */
    int64_t first, last;       /* the days asked for; one day: the same */
    const struct query_actor *imposers, *targets; /* any of them; none: all */
    size_t imposer_count, target_count;
    struct slice_list hs; /* HS codes: a measure's code begins with one of them, or one of them with it; none: all */
    bool tariffs_only;
    struct tariff_book *book; /* keeps every tariff found, also those that `limit` and `after` leave out; may be NULL */
};
typedef enum status measure_visit(void *context, const struct answer_measure *measure, struct error *error);
/* Those in force, then those as last confirmed, then those that possibly are, each in the order of events. The work
 * follows what can be under way on these days. NOT_FOUND: nothing has the id of query->after. */
enum status ask_measures(struct asker *asker, const struct measure_request *request, measure_visit *visit,
                         void *context, struct error *error);
/* How a standing event stands on all of the days [first, last]; `confirmed` is answer_measure.known_until. */
enum measure_state measure_find_state(const struct event_times *times, int64_t confirmed, int64_t first, int64_t last);

/* Tariffs kept for what they come to together; everything in the arena. Start with {arena}. */
struct tariff;
struct tariff_book {
    struct arena *arena;
    struct tariff **items;
    size_t count, capacity;
    struct slice_list only; /* folded words: sums only on products that have one of them; none: on all */
};
/* Copies what is needed of a measure that is a tariff; others are passed over. */
enum status tariff_book_keep(struct tariff_book *book, const struct answer_measure *measure, struct error *error);

/* Why a measure does not simply add to a sum. */
enum sum_doubt {
    SUM_REPLACED_OPEN, /* another replaced it, but it has no end of its own: from 0 to its rate */
    SUM_POSSIBLY,      /* only possibly under way: the same */
    SUM_NARROWER,      /* on a part of the product only: the same */
    SUM_OVERLAPS       /* another had replaced it by then; it adds its rate */
};
struct sum_note {
    enum sum_doubt doubt;
    struct slice id, excludes, quota; /* of the measure: its scope */
};

/* Duties that lie on one product together. */
struct answer_total {
    struct slice imposer, target, product;
    struct slice rate_min, rate_max, rate_unit; /* empty when a rate is missing */
    struct slice measures;     /* list cell of ids */
    struct slice without_rate; /* list cell of ids of measures whose rate is not given */
    struct slice partly;       /* of those that add from 0 to their rate: on a part of the product, or possibly */
    struct slice replaced;     /* of those that another had replaced by then, and that overlap it */
    struct slice state;        /* the weakest of its measures' */
    struct slice quota, excludes; /* where they are the same for all of its measures */
    bool with_base;            /* the base duty is in it */
    bool disputed;             /* one of its measures is */
    struct slice imposer_name, target_name; /* for people, as is what follows */
    struct shape_count count;               /* of measures */
    const struct sum_note *notes;           /* in the order of doubts */
    size_t note_count;
    int64_t confirmed; /* where the state is as_last_confirmed: the earliest day up to which that is so; else DAY_MIN */
};
extern const struct shape total_shape;
typedef enum status total_visit(void *context, const struct answer_total *total, struct error *error);
/* On the days [first, last], by imposer, target, product and unit of the rate. A measure on several imposers, targets
 * or products counts for each; one that names no product is in no total. */
enum status ask_totals(const struct tariff_book *book, int64_t first, int64_t last, bool with_base, total_visit *visit,
                       void *context, struct error *error);

/* A stretch of days during which the total on a product was the same. */
struct answer_step {
    struct slice imposer, target, product;
    int64_t from, to; /* first day, and the first day of what follows; DAY_MAX: it holds on the last day asked for */
    struct slice rate_min, rate_max, rate_unit; /* empty when a rate is missing, or no measure held */
    struct slice measures;     /* list cell of ids; empty: none held */
    struct slice without_rate, partly, replaced; /* as in totals */
    struct slice state;        /* the weakest of its measures'; "none" */
    struct slice quota, excludes; /* as in totals */
    bool with_base, disputed;  /* as in totals */
    struct shape_sources sources;
    struct slice imposer_name, target_name; /* for people: as in totals */
    const struct sum_note *notes;
    size_t note_count;
    int64_t confirmed;
};
extern const struct shape step_shape;
typedef enum status step_visit(void *context, const struct answer_step *step, struct error *error);
/* Over the days [from, to], by imposer, target, product, unit, then day. */
enum status ask_steps(const struct tariff_book *book, int64_t from, int64_t to, bool with_base, step_visit *visit,
                      void *context, struct error *error);

#endif
