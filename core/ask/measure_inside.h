/* What the files about measures share. */
#ifndef DETENTE_ASK_MEASURE_INSIDE_H
#define DETENTE_ASK_MEASURE_INSIDE_H

#include "measure.h"
#include "../base/decimal.h"

/* Is it a standing measure, imposed by and on whom it is asked for, on goods of the codes? *good is false when memory
 * is out. */
bool measure_is_wanted(const struct measure_request *request, const struct answer_event *event, struct arena *arena,
                       bool *good);
/* Everything of a measure but how it stands; in the arena. */
enum status measure_fill(struct asker *asker, const struct answer_event *event, struct arena *arena,
                         struct answer_measure *measure, struct error *error);
/* Its day bounds; an end that is only approximate is unmarked, and earlier by as much as it can be off. */
struct event_times measure_find_times(const struct answer_measure *measure);
/* Its state and days on the days asked for. */
void measure_stand(struct answer_measure *measure, int64_t first, int64_t last);
enum status measure_find_seams(struct asker *asker, const struct answer_event *event, struct arena *arena,
                               struct answer_measure *measure, struct error *error);

/* The ends of a rate: "25" or "107.1/212.1". */
void measure_split_rate(struct slice rate, struct slice *low, struct slice *high);

struct tariff_side {
    struct slice id, name;
};
struct tariff_rate {
    bool known;
    struct decimal low, high;
};
/* A tariff as the book keeps it. */
struct tariff {
    size_t number; /* in the book */
    struct slice id, unit, quota;
    struct slice excepted;          /* `excludes` as written: a list cell */
    struct slice_list excludes;     /* folded, sorted, each once */
    struct slice_list products, keys; /* as written, and folded */
    struct tariff_side *imposers, *targets; /* one at least; an empty id: none is given */
    size_t imposer_count, target_count;
    struct tariff_rate rate, base;
    bool ordinary;     /* it is the base duty itself */
    bool disputed;
    int64_t succeeded; /* has no end of its own, though another may replace it from this day on; DAY_MAX: none does */
    int64_t replaced;  /* another may replace it from this day on, whatever its own end; DAY_MAX: none does */
    struct event_times times;
    int64_t confirmed;      /* answer_measure.known_until */
    int64_t last_confirmed; /* as told to people */
    struct shape_sources sources;
};

/* The tariffs of one imposer on one target and product, in one unit. */
struct tariff_lane {
    struct tariff_side imposer, target;
    struct slice product, unit;
    const struct tariff **tariffs; /* in the order of the book */
    size_t count;
};
/* All lanes by imposer, target, product and unit, in the arena. `nameless`: also those that name no product, each by
 * itself. */
enum status tariff_book_sort(const struct tariff_book *book, bool nameless, struct arena *arena,
                             struct tariff_lane **lanes, size_t *count, struct error *error);

/* What tariffs come to together on some days. */
struct tariff_sum {
    const struct tariff **tariffs; /* those that can be under way */
    size_t count;
    enum measure_state how; /* the weakest of theirs; MEASURE_NOT: none is under way */
    struct slice rate_min, rate_max, measures, without_rate;
    struct slice partly;   /* of measures, those that add from 0 to their rate */
    struct slice replaced; /* those that another had replaced by then: they overlap */
    struct slice quota, excludes; /* where they are the same for all of them */
    bool with_base, disputed; /* disputed: one of them is */
    struct sum_note *notes; /* as in answer_total */
    size_t note_count;
    int64_t confirmed;
};
enum status tariff_sum_up(const struct tariff *const *tariffs, size_t count, int64_t first, int64_t last, bool with_base,
                          struct arena *arena, struct tariff_sum *sum, struct error *error);

#endif
