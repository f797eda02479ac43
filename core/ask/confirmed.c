/* The day up to which something that stands is known to have held, where no end is known.
 *
 * A date that is not exact counts by its earliest day, so that nothing is claimed that the record does not
 * say: "confirmed in May" says no more than the first of May. */
#include "held.h"

static int64_t earliest_day(struct slice text) {
    struct edtf date;
    if (slice_is_empty(text) || edtf_parse(text, &date, NULL, NULL) != STATUS_OK) return DAY_MIN;
    return date.min;
}

int64_t ask_last_confirmed(const struct answer_event *event) {
    const struct event_times *times = &event->times;
    int64_t day = earliest_day(record_get(&event->event, EVENT_LAST_CONFIRMED));
    for (size_t i = 0; i < event->source_count; i++) {
        int64_t published = earliest_day(record_get(&event->sources[i].record, SOURCE_PUBLISHED));
        if (published > day) day = published;
    }
    /* A start that is marked is not sure and counts for nothing by itself. */
    if (!times->start_marked && times->start_min > day) day = times->start_min;
    /* What was published before it can have begun announces it and confirms nothing. */
    return day < times->start_min ? DAY_MIN : day;
}
