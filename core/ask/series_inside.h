/* What the files of a series share: the sums that are kept while events pass by. */
#ifndef DETENTE_ASK_SERIES_INSIDE_H
#define DETENTE_ASK_SERIES_INSIDE_H

#include "series.h"

enum series_direction { SERIES_FORTH /* A>B */, SERIES_BACK /* B>A */, SERIES_JOINT /* A-B */, SERIES_DIRECTIONS };

/* Whose sums: a kind or family (0 without a split), and who began. */
struct series_group {
    uint32_t kind;
    enum series_direction direction; /* undirected: SERIES_FORTH */
};

/* What falls on one period for one group. */
struct series_cell {
    int64_t period;
    struct series_group group;
    bool used;
    int64_t whole;  /* events that count here alone */
    int64_t shared; /* events of which a share falls here, at the ends of their days */
    double share, weight; /* sum of the shares, and of the weights by share */
    double most;    /* tariffs: the highest rate */
    /* Events whose days fill this period and the next ones: how many more than in the period before; shares per
     * day; weights by share per day. */
    int64_t begun;
    double rate, rate_weight;
};

/* An open hash table. */
struct series_table {
    struct series_cell *cells;
    size_t count, size;
};
void series_table_free(struct series_table *table);
/* The cell, made when there is none; NULL when memory is out. Valid until the next one is made. */
struct series_cell *series_table_cell(struct series_table *table, int64_t period, struct series_group group);
/* NULL when there is none. */
const struct series_cell *series_table_find(const struct series_table *table, int64_t period, struct series_group group);

/* Kinds or families, each once, numbered as they come. */
struct series_kinds {
    struct arena memory;
    struct slice_list list;
    uint32_t *slots; /* open hash table of numbers + 1 */
    size_t size;
};
void series_kinds_free(struct series_kinds *kinds);
bool series_kinds_number(struct series_kinds *kinds, struct slice kind, uint32_t *number);

/* The same events counted by periods of one length. */
struct series_grain {
    enum series_by by;
    struct series_table table;
    bool some, too_long;  /* an event counts; one alone would make too many periods */
    int64_t first, last;  /* periods in which something counts */
    int64_t events, undatable, uncertain;
    int64_t unconfirmed; /* tariffs that count somewhere only as last confirmed */
};

struct series {
    struct asker *asker;
    const struct series_request *request;
    struct query query; /* as it is asked */
    struct slice tariff; /* its kind, where none was asked for */
    struct arena arena; /* of the whole answer */
    int64_t from, to;   /* days asked for; DAY_MIN, DAY_MAX: open */
    struct series_kinds kinds;
    struct series_grain grains[2]; /* the one asked for; or by year and by month, to choose from */
    size_t grain_count;
    int64_t unrated;
};

/* Does a day number name a day of the calendar? What has no bound does not. */
static inline bool series_is_day(int64_t day) {
    const int64_t most = INT64_C(400000000000000000); /* 10^15 years are less */
    return day > -most && day < most;
}

/* series_events.c */
enum status series_count_events(struct series *series, struct error *error);
/* The group of an event: its kind or family, and which side began it, as far as these are asked for. */
enum status series_find_group(struct series *series, const struct record *event, const struct event_times *times,
                              struct series_group *group, struct error *error);
/* Does who has this role begin what happens? */
bool series_begins(struct slice role);
/* The country or organization that a person acts for; empty: none is known. Lives until the asker forgets. */
enum status series_find_acts_for(struct asker *asker, const struct party_list *parties, const struct party *party,
                                 const struct event_times *times, struct slice *country, struct error *error);
/* Its intensity, else the weight of its kind. */
double series_weigh(const struct record *event);
void series_widen(struct series_grain *grain, int64_t first, int64_t last);
/* series_tariff.c */
enum status series_count_tariffs(struct series *series, struct error *error);
/* series_points.c: chooses the grain and the range, and tells. */
enum status series_tell(struct series *series, const struct series_visitor *visitor, struct error *error);

#endif
