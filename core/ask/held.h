/* How long things lasted, and days between dates or events. The first day counts, the last does not; of a
 * bounded kind both do. A number where both bounds are certain, else a range. */
#ifndef DETENTE_ASK_HELD_H
#define DETENTE_ASK_HELD_H

#include "ask.h"
#include "shape.h"

/* How the end is known, for the words of a page. */
enum held_how {
    HELD_ENDED,     /* surely over on the day asked for */
    HELD_SO_FAR,    /* surely under way on that day */
    HELD_CONFIRMED, /* no end is known; it was last seen before that day */
    HELD_OPEN,      /* its dates leave open whether it was over, or had begun */
    HELD_MOMENT     /* of a point: it happens and does not last */
};

struct answer_held {
    const struct answer_event *event;
    struct slice id, kind, title, start, end; /* start and end: EDTF as written; of a derived end its day */
    struct slice ended_by;                    /* id of the event whose link gave it its end */
    struct slice people;                      /* list cell of names: who was held, or what it was done to */
    struct shape_count days_min, days_max;    /* days_max is not known where it may go on without a bound */
    /* Where a date is marked ('?', '~', '%') nothing is sure: min and max are not known, and these are what the dates say
     * as they are written. */
    struct shape_count about_min, about_max;
    enum shape_answer ongoing;                /* on the day asked for */
    enum held_how how;
    int64_t last_confirmed; /* where no end is known: surely held up to this day; else DAY_MIN */
    int64_t on;             /* the day asked for */
    int64_t from, to;       /* where the number is exact: its days are those of [from, to); else DAY_MIN */
    struct shape_sources sources;
    bool disputed;
};
extern const struct shape held_shape;
/* Of one event, on a day. False when the event had surely not begun by then. All in the arena. */
enum status ask_held(struct asker *asker, const struct answer_event *event, int64_t on, struct arena *arena,
                     struct answer_held *held, bool *begun, struct error *error);

/* The day of the question `held`, for what stands above the events. */
struct answer_held_day {
    int64_t on;
    struct slice not_begun; /* list cell of ids: named, but not begun by then */
    struct slice without;   /* list cell of ids of people of whom the record holds nothing that lasted */
    struct slice without_names;
};
extern const struct shape held_day_shape;

struct answer_days {
    struct slice from, to; /* as asked: dates or ids */
    int64_t from_min, from_max, to_min, to_max;
    bool from_event, to_event;         /* an event's id was given: the days are those it can have begun on */
    bool from_marked, to_marked;       /* '?', '~' or '%' */
    struct slice from_title, to_title; /* of events */
    struct shape_count days_min, days_max;   /* less than 0 when `to` lies before `from` */
    struct shape_count about_min, about_max; /* instead of these where a date is marked */
};
extern const struct shape days_shape;
/* Fills in the numbers from the four bounds (DAY_MIN and DAY_MAX where there is none) and the marks. */
void ask_days(struct answer_days *answer);

/* The day up to which a standing event without a known end is surely known to have held: the latest of
 * last_confirmed, its sources' published and its start (of an uncertain date its earliest day); DAY_MIN: none. */
int64_t ask_last_confirmed(const struct answer_event *event);

#endif
