/* Pairs of states by year or month, for statistics: what each pair did in each period.
 *
 * A row is a pair and a period. A pair counts an event when both are parties of it, directly or through a person, in any
 * role but venue. An event counts by its start, as in a series: one whose days reach over several periods counts in none.
 * 0 stands only where the record claims to cover the whole period; rows without events only where it claims to cover
 * something of it, for states that exist then. Organizations are no states.
 *
 * Periods are told in their order and forgotten: memory follows the busiest period, and the pairs and states met. */
#ifndef DETENTE_ASK_DYAD_H
#define DETENTE_ASK_DYAD_H

#include "ask.h"
#include "series.h"

enum { DYAD_FAMILIES_MAX = 32 };
/* The built-in families of kinds, in the order of the table of kinds. */
size_t dyad_family_count(void);
const struct kind *dyad_family_at(size_t index);

enum dyad_covered { DYAD_NONE, DYAD_PART, DYAD_ALL };

struct dyad_side {
    struct slice id, name;
    struct slice cow, gw; /* the code of the period; empty: no member of that system in it */
};

struct answer_dyad {
    enum series_by by; /* SERIES_YEAR or SERIES_MONTH */
    int64_t period;    /* see series_first_day */
    const struct dyad_side *sides[2]; /* undirected: by id; directed: who acts, and on whom */
    enum dyad_covered covered; /* of the days and kinds asked for */
    bool complete;             /* all of them are covered: then 0 is a value */
    int64_t events;            /* 0 and not complete: not known. So with the counts below */
    int64_t joint;             /* directed: events of the two that neither began, or both did; in no other member */
    int64_t disputed;
    struct {
        bool asked, complete;
        int64_t events;
    } families[DYAD_FAMILIES_MAX];
    double weight_sum, conflict_sum, cooperation_sum;
    double intensity_sum;
    int64_t rated;      /* events with an intensity */
    int64_t mentions, mentioned; /* sum, and the events that say it */
};

struct dyad_counts {
    int64_t rows, pairs, periods;  /* pairs and periods that have a row */
    int64_t events;     /* that count in a row */
    int64_t undatable;  /* that may fall into one period or another */
    int64_t many_sided; /* of more than eight parties, left out */
    int64_t pairless;   /* not between two states that are asked for */
    int64_t planned, denied, cancelled; /* left out for their status */
    int64_t first_day, last_day; /* of the periods that have a row; DAY_MAX, DAY_MIN: none */
};

struct dyad_request {
    const struct query *query; /* of `starts` or `certain`; order, limit and statuses are set here */
    enum series_by by;
    bool directed;
    int64_t today; /* later days are covered by nobody */
};

typedef enum status dyad_visit(void *context, const struct answer_dyad *row, struct error *error);
/* Rows by period, then by the ids of both sides. USAGE when a side asked for is no state, or coverage would make more than
 * SERIES_PERIODS_MAX periods. */
enum status ask_dyads(struct asker *asker, const struct dyad_request *request, dyad_visit *visit, void *context,
                      struct dyad_counts *counts, struct error *error);

#endif
