/* Private to the room: which offices those who took part in an event held that day, side by side. */
#ifndef DETENTE_ASK_LEVEL_H
#define DETENTE_ASK_LEVEL_H

#include "ask.h"

enum level_office {
    LEVEL_HEAD_OF_STATE, LEVEL_HEAD_OF_GOVERNMENT, LEVEL_FOREIGN_MINISTER, LEVEL_OFFICES,
    LEVEL_LEADER = LEVEL_OFFICES, /* who rules, where a source does not say as what; no office of its own to compare by */
    LEVEL_ALL
};
const char *level_office_name(enum level_office office); /* "head_of_state" */

/* A side of an event, and how surely somebody who took part for it held each office on the day. */
struct level_side {
    struct slice id; /* of a country or organization */
    enum match held[LEVEL_ALL];
};

/* Fills `held` of the sides. A person took part in any role but venue and subject (who is only spoken of); an
 * office counts for the side that it belongs to and that the person acts for, acting holders as others,
 * suspended ones not at all. Possible only: an office that is held on some of the days the event can have begun
 * on, or of a person of whom the record does not tell for whom they acted. `scratch` is the caller's to rewind. */
enum status level_find(struct asker *asker, const struct stored_event *event, struct arena *scratch,
                       struct level_side *sides, size_t count, struct error *error);

#endif
