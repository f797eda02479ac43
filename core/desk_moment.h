/* A date of a question that may be an event's id: what it is, and which days it means. */
#ifndef DETENTE_DESK_MOMENT_H
#define DETENTE_DESK_MOMENT_H

#include "desk.h"

struct desk_moment {
    struct slice text;   /* as asked, trimmed */
    int64_t first, last; /* DAY_MIN / DAY_MAX where there is no bound */
    bool marked;         /* '?', '~' or '%': the days are not sure */
    bool is_event;       /* the days are those on which this event can have begun: */
    struct slice id, title, status;
};
/* Everything in the answer's arena. USAGE when it is neither a date nor an event. */
enum status desk_read_moment(struct desk *desk, const char *option, const char *text, struct desk_moment *moment);
/* Does the question take an event of that status (contract, section 1: not planned, denied and cancelled ones, unless
 * --status asks for them)? USAGE with a remedy when it does not. Asks desk->query. */
enum status desk_require_status(struct desk *desk, struct slice id, struct slice status);
/* USAGE when another filter than --status was given; `why` says why the question has no use for it. */
enum status desk_refuse_filters(struct desk *desk, const char *why);

#endif
