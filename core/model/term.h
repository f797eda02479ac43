/* Terms of office on the days of an event: who holds what, and for whom a person acts. */
#ifndef DETENTE_MODEL_TERM_H
#define DETENTE_MODEL_TERM_H

#include "event.h"

/* Day numbers. The end is the first day no longer in office; a term without an end goes on. */
struct term_span {
    int64_t start_min, start_max, end_min, end_max;
    /* Surely in office from the one to before the other: start_max and end_min, and of an approximate date
     * edtf_approximate_days later and earlier; DAY_MAX and DAY_MIN where it is doubtful ('?', '%'). */
    int64_t sure_from, sure_before;
};

/* BAD_INPUT with *field when a date does not parse or the end is surely before the start. */
enum status term_find_span(const struct record *term, struct term_span *span, int *field, struct error *error);
/* The first day to ask terms for: the earliest start, or the latest where there is no earliest (a start
 * without a lower bound counts by its latest day). */
int64_t term_first_day(const struct event_times *times);
/* Is it held on the day an event began, known to lie in [first, last]? Sure when it is held on all of
 * these days, possible when only on some. */
enum match term_held(const struct term_span *span, int64_t first, int64_t last);
/* The country or organization that a person acts for in an event (contract, section 1): the one given;
 * else, of the terms held that day, the one whose country is itself a party; else the only one; else
 * none (an empty slice). Terms surely held go before those that only may be. */
struct slice term_acts_for(const struct party_list *parties, const struct party *person,
                           const struct record *terms, const struct term_span *spans, size_t count,
                           int64_t first, int64_t last);

#endif
