/* How long things lasted, and days between dates or events. The first day counts, the last does not; of a
 * bounded kind both do. A number where both bounds are certain, else a range. */
#ifndef DETENTE_ASK_HELD_H
#define DETENTE_ASK_HELD_H

#include "ask.h"
#include "shape.h"

struct answer_held {
    const struct answer_event *event;
    struct slice id, kind, title, start, end;
    struct slice people;                   /* list cell of names: who was held, of a detention */
    struct shape_count days_min, days_max; /* days_max is not known where it may go on without a bound */
    enum shape_answer ongoing;             /* on the day asked for */
    int64_t last_confirmed;                /* where no end is known: surely held up to this day; else DAY_MIN */
    struct shape_sources sources;
    bool disputed;
};
extern const struct shape held_shape;
/* Of one event, on a day. False when the event had not begun by then. All in the arena. */
enum status ask_held(struct asker *asker, const struct answer_event *event, int64_t on, struct arena *arena,
                     struct answer_held *held, bool *begun, struct error *error);

struct answer_days {
    struct slice from, to; /* as asked: dates or ids */
    int64_t from_min, from_max, to_min, to_max;
    struct slice from_title, to_title; /* of events */
    struct shape_count days_min, days_max; /* less than 0 when `to` lies before `from` */
};
extern const struct shape days_shape;

/* The day up to which a standing event without a known end is surely known to have held: the latest of
 * last_confirmed, its sources' published and its start (of an uncertain date its earliest day); DAY_MIN: none. */
enum status ask_last_confirmed(struct asker *asker, const struct answer_event *event, int64_t *day, struct error *error);

#endif
