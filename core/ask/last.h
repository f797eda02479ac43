/* The last event before a day and the next after one, as far as dates tell. */
#ifndef DETENTE_ASK_LAST_H
#define DETENTE_ASK_LAST_H

#include "ask.h"
#include "shape.h"

/* Who must have taken part on each side of the pair, by the offices held on the day. */
enum last_level {
    LAST_ANY,
    LAST_LEADERS, /* a head of state or of government on each side */
    LAST_HEADS_OF_STATE, LAST_HEADS_OF_GOVERNMENT, LAST_FOREIGN_MINISTERS
};

struct last_request {
    const struct query *query; /* filters; with a pair where a level is asked for. Range, order and limit are set here */
    bool next;                 /* after the day instead of before it */
    int64_t first, last;       /* the day, or the days it can be */
    enum last_level level;
};

struct answer_last {
    const struct answer_event *event;      /* the latest surely and strictly before; NULL: none */
    struct shape_count days_min, days_max; /* from its start to the day, or from the day to its start */
    int64_t day;                           /* `before` or `after`: first of the days asked for */
    struct shape_events possible;          /* those that may be later (earlier), in order */
    struct slice date, title;              /* of the event, for tables */
    bool is_next;
};
/* In two shapes, since the day is called `before` in one and `after` in the other. */
extern const struct shape last_shape, next_shape;

/* All in the arena. */
enum status ask_last(struct asker *asker, const struct last_request *request, struct arena *arena,
                     struct answer_last *answer, struct error *error);

/* A source's statement that an event was the first of its kind since another (claim with field first_since). */
struct answer_first_since {
    struct slice value;   /* as the claim has it: a date, or an event's id */
    struct slice sources; /* list cell of ids: who says so */
    struct slice verdict; /* "holds", "contradicted", "possibly contradicted", "not decidable" */
    struct shape_events contradicted_by; /* events of the kind, the pair and the level in between */
    struct shape_events possible;        /* those that may be in between */
    struct slice why;     /* in words: what was compared */
};
extern const struct shape first_since_shape;
/* One entry per value claimed, in the order of the claims; in the arena. */
enum status ask_first_since(struct asker *asker, const struct answer_event *event, struct arena *arena,
                            const struct answer_first_since **statements, size_t *count, struct error *error);

#endif
