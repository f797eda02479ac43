/* Counts, sums, means and rates by period, for charts.
 *
 * An event counts by its start. One whose possible first days lie in one period counts there; one whose days span
 * several periods counts in none and is told as undatable at this grain, unless it is shared out by days. 0 stands only
 * where the record claims to cover the whole period; elsewhere a period without events has no value. */
#ifndef DETENTE_ASK_SERIES_H
#define DETENTE_ASK_SERIES_H

#include "../base/number.h"
#include "ask.h"
#include "shape.h"

enum series_by { SERIES_DAY, SERIES_MONTH, SERIES_QUARTER, SERIES_YEAR };
enum series_split { SERIES_WHOLE, SERIES_BY_KIND, SERIES_BY_FAMILY };
enum series_measure { SERIES_COUNT, SERIES_SUM, SERIES_MEAN, SERIES_TARIFF };
enum { SERIES_PERIODS_MAX = 100000 };

struct series_request {
    const struct query *query; /* of `starts` or `certain`; order and limit are set here, of tariffs the match too */
    bool by_given;
    enum series_by by;         /* not given: by year over ten years and more, else by month */
    enum series_split split;
    enum series_measure measure;
    bool directed;             /* needs a pair */
    bool spread;               /* not of tariffs */
    int64_t today;             /* later days are covered by nobody, and no tariff is said to hold on them */
};

struct answer_stretch {
    int64_t start, end; /* inclusive; DAY_MIN, DAY_MAX: no bound */
};
extern const struct shape stretch_shape;

struct answer_series {
    struct slice pair; /* list cell: first and second */
    struct slice by, measure;
    bool by_given;
    int64_t start, end;           /* first and last day of the points */
    struct shape_count events;    /* that count; of tariffs those in force on some period's last day */
    struct shape_count undatable; /* that may fall in one period or another; tariffs that may or may not have held */
    struct shape_count uncertain; /* of those that count, with a start marked ?, ~ or % */
    struct shape_count unconfirmed; /* tariffs that count in some period as last confirmed only */
    struct shape_count unrated;   /* tariffs without a rate in percent, left out */
    struct shape_entries covered; /* struct answer_stretch: the days for which the record claims to be complete */
    bool directed, spread;
};
extern const struct shape series_shape;

struct answer_point {
    struct slice period;    /* "2018", "2018-Q4", "2018-12", "2018-12-10" */
    struct slice kind;      /* with a split */
    struct slice direction; /* "CAN>CHN", "CHN>CAN", "CAN-CHN" (both, or neither) */
    struct slice value, value_max; /* decimals; empty: not known */
    double number;          /* the value, where it is not empty */
};
extern const struct shape point_shape, directed_point_shape;

struct series_visitor {
    void *context;
    enum status (*head)(void *context, const struct answer_series *series, struct error *error);
    /* By period, kind by name, direction. No point at all when none would have a value. */
    enum status (*point)(void *context, const struct answer_point *point, struct error *error);
};
/* Memory follows from the number of periods, kinds and directions. USAGE when there would be more than
 * SERIES_PERIODS_MAX periods. */
enum status ask_series(struct asker *asker, const struct series_request *request, const struct series_visitor *visitor,
                       struct error *error);

/* series_period.c: periods counted through, of a grain; days must be known. */
int64_t series_period(enum series_by by, int64_t day);
int64_t series_first_day(enum series_by by, int64_t period);
int64_t series_last_day(enum series_by by, int64_t period);
enum { SERIES_PERIOD_SIZE = 40 };
size_t series_format_period(enum series_by by, int64_t period, char out[SERIES_PERIOD_SIZE]);
/* A decimal with at most six digits behind the point. */
size_t series_format_number(double value, char out[NUMBER_SIZE]);

#endif
