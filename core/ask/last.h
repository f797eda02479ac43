/* The last event before a day and the next after one, as far as dates tell; whether one was the first since another. */
#ifndef DETENTE_ASK_LAST_H
#define DETENTE_ASK_LAST_H

#include "ask.h"
#include "shape.h"

/* Who must have taken part on each side of the pair, by the offices held on the day. */
enum last_level {
    LAST_ANY,
    LAST_LEADERS, /* a head of state or of government, or a "leader", on each side */
    LAST_HEADS_OF_STATE, LAST_HEADS_OF_GOVERNMENT, LAST_FOREIGN_MINISTERS
};

struct last_request {
    /* Filters; with a pair where a level is asked for. Its range narrows the question, match, order and limit are
     * set here. Without statuses: what happened, and for `next` what is planned too. */
    const struct query *query;
    bool next;           /* after the day instead of before it */
    int64_t first, last; /* the day, or the days it can be */
    enum last_level level;
    struct slice except; /* id of an event that is never possible: the one whose day it is */
};

enum { LAST_POSSIBLE_MAX = 100 };

struct answer_last {
    const struct answer_event *event;      /* the latest surely and strictly before; NULL: none */
    struct shape_count days_min, days_max; /* from its start to the day, or from the day to its start */
    int64_t day;                           /* `before`: first of the days asked for; `after`: last of them */
    int64_t first, last;                   /* the days asked for */
    struct shape_events possible;          /* those that may be later (earlier), in order; at most LAST_POSSIBLE_MAX */
    struct shape_count more;               /* how many more there are; unknown: none */
    bool more_that_day;                    /* all that are possible can be on one day only, the same */
    struct slice date, title, status;      /* of the event, for tables; status: where it is not reported */
    bool disputed;                         /* the event is */
    bool is_next;
    int64_t covered_until; /* the last day that is claimed to be wholly held, where that is before the day; DAY_MIN: no such;
                            * the caller's to fill, for pages */
    uint64_t looked_at; /* events that were looked at: the work it took */
};
/* In two shapes, since the day is called `before` in one and `after` in the other. */
extern const struct shape last_shape, next_shape;

/* Last: of the events that surely started before the day, at the level asked for, the one with the latest
 * earliest start, and of these the last in order. Next: of those that surely start after it, the one with the
 * earliest latest start, and of these the first in order. Possible are all others that, by their dates, marks or
 * offices, may lie between it and the day; of many those are told that are nearest to it in order, or to the day where
 * none surely is. The work follows the events near the day, not the whole history: days
 * are searched in stretches that grow. All in the arena. */
enum status ask_last(struct asker *asker, const struct last_request *request, struct arena *arena,
                     struct answer_last *answer, struct error *error);
/* One event, completed and marked as matching so; wholly in the arena. NULL when it is not there. */
enum status ask_event(struct asker *asker, struct slice id, enum match match, struct arena *arena,
                      const struct answer_event **answer, struct error *error);

/* ---- first since ------------------------------------------------------------------------------------------- */

/* An event in short. */
struct answer_mention {
    struct slice id, date, title, kind;
    int64_t start_min, start_max;
};
struct answer_mentions {
    const struct answer_mention *items;
    size_t count;
};

enum first_verdict { FIRST_HOLDS, FIRST_CONTRADICTED, FIRST_POSSIBLY_CONTRADICTED, FIRST_NOT_DECIDABLE };

/* A statement that an event was the first of its kind since a day or another event (claim with field first_since). */
struct answer_first_since {
    struct slice value; /* as claimed: a date, or an event's id */
    const struct answer_claim *const *claims; /* who says so, or disputes it, in the order of claims */
    size_t claim_count;
    enum first_verdict verdict;
    struct slice compared;  /* "bilateral meeting between Testland's head of state and …"; empty: not decidable */
    int64_t from, to;       /* the days between, inclusive; DAY_MIN and DAY_MAX when not decidable */
    bool covered;           /* the record claims to hold all of these in that time */
    struct answer_mentions since;           /* those of the kind that can be meant by the value, the latest one */
    struct answer_mentions contradicted_by; /* surely between, of the kind, the sides and the offices */
    struct answer_mentions possible;        /* those that may be */
    struct answer_mentions near; /* what else may be meant: of the family, between the same, by others or in another form */
    struct slice why;       /* in words: what was compared with what */
};
const char *first_verdict_name(enum first_verdict verdict); /* "possibly contradicted" */

/* One entry per value claimed, in the order of the claims; all in the arena. `event` is complete.
 *
 * Compared are events of the event's kind and below, between the same countries and organizations (in any role
 * but venue), with people who held the same offices on each side: its heads of state or of government, else its
 * foreign ministers, else whoever it was. */
enum status ask_first_since(struct asker *asker, const struct answer_event *event, struct arena *arena,
                            const struct answer_first_since **statements, size_t *count, struct error *error);

#endif
