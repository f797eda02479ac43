/* The four day bounds of an event: what `date`, `end` and the kind's class say together. */
#include "event.h"

#include "value.h"

/* The start and the end as they are written; the class decides between ways of reading them. */
struct reading {
    struct edtf date, end;
    bool has_end;  /* a dated one */
    bool open_end; /* ".." */
};

static enum status refuse(int *field, int at, struct error *error, const char *message) {
    *field = at;
    return error_set(error, STATUS_BAD_INPUT, "%s", message);
}

static enum status read_dates(const struct record *event, struct reading *reading, int *field,
                              struct error *error) {
    struct slice end = record_get(event, EVENT_END);
    if (!record_has(event, EVENT_KIND))
        return refuse(field, EVENT_KIND, error, "kind is missing");
    if (!record_has(event, EVENT_DATE))
        return refuse(field, EVENT_DATE, error, "date is missing");
    *field = EVENT_DATE;
    enum status status = edtf_parse(record_get(event, EVENT_DATE), &reading->date, NULL, error);
    reading->open_end = slice_is(end, "..");
    reading->has_end = !slice_is_empty(end) && !reading->open_end;
    if (status != STATUS_OK || !reading->has_end)
        return status;
    *field = EVENT_END;
    return edtf_parse(end, &reading->end, NULL, error);
}

static void set_start(struct event_times *times, struct edtf_range days, bool marked,
                      enum edtf_precision precision) {
    times->start_min = days.min;
    times->start_max = days.max;
    times->start_marked = marked;
    times->precision = precision;
}

static void set_end(struct event_times *times, struct edtf_range days, bool marked,
                    enum end_state state) {
    times->end_min = days.min;
    times->end_max = days.max;
    times->end_marked = marked;
    times->end_state = state;
}

static const struct edtf_range no_day = {DAY_MAX, DAY_MAX}, any_day = {DAY_MIN, DAY_MAX};

/* The start is the whole expression: what can be meant by it. */
static void start_at_whole(struct event_times *times, const struct edtf *date) {
    struct edtf_range whole = {date->min, date->max};
    set_start(times, whole, date->uncertain || date->approximate, date->precision);
}

static void start_at_first(struct event_times *times, const struct edtf *date) {
    set_start(times, date->first, date->first_marked, date->first_precision);
}

/* From, to. */
static void take_interval(struct event_times *times, const struct edtf *date) {
    start_at_first(times, date);
    if (date->max_kind == EDTF_OPEN)
        set_end(times, no_day, false, END_OPEN);
    else if (date->max_kind == EDTF_UNKNOWN)
        set_end(times, any_day, false, END_UNKNOWN);
    else
        set_end(times, date->last, date->last_marked, END_GIVEN);
}

/* The last member is a day of it; the end of what stands is the day after. */
static void take_list(struct event_times *times, const struct edtf *date) {
    int after = times->duration == KIND_STANDING;
    struct edtf_range last = date->last;
    start_at_first(times, date);
    last.min += last.min == DAY_MIN ? 0 : after;
    last.max += last.max == DAY_MAX ? 0 : after;
    set_end(times, last, date->last_marked, date->max_kind == EDTF_OPEN ? END_UNKNOWN : END_GIVEN);
}

/* No end is written: standing kinds go on for an unknown time, the others end on their date. */
static void take_alone(struct event_times *times, const struct edtf *date) {
    start_at_whole(times, date);
    if (times->duration == KIND_STANDING)
        set_end(times, any_day, false, END_UNKNOWN);
    else
        set_end(times, (struct edtf_range){date->min, date->max}, times->start_marked, END_IMPLIED);
}

static void take_with_end(struct event_times *times, const struct reading *reading) {
    const struct edtf *end = &reading->end;
    if (reading->date.type == EDTF_LIST)
        start_at_first(times, &reading->date);
    else
        start_at_whole(times, &reading->date);
    if (reading->open_end)
        set_end(times, no_day, false, END_OPEN);
    else if (end->type == EDTF_LIST)
        set_end(times, end->last, end->last_marked, END_GIVEN);
    else
        set_end(times, (struct edtf_range){end->min, end->max}, end->uncertain || end->approximate,
                END_GIVEN);
}

static void combine(struct event_times *times, const struct reading *reading) {
    const struct edtf *date = &reading->date;
    bool has_end = reading->has_end || reading->open_end;
    if ((has_end || date->type == EDTF_LIST) && times->duration == KIND_POINT)
        times->duration = KIND_BOUNDED;
    if (has_end)
        take_with_end(times, reading);
    else if (date->type == EDTF_INTERVAL && times->duration != KIND_POINT)
        take_interval(times, date);
    else if (date->type == EDTF_LIST)
        take_list(times, date);
    else
        take_alone(times, date);
}

/* To the pairs of days that are possible together: no end before the start. */
static bool narrow_bounds(struct event_times *times) {
    if (times->end_max < times->start_min)
        return false;
    if (times->end_min < times->start_min)
        times->end_min = times->start_min;
    if (times->start_max > times->end_max)
        times->start_max = times->end_max;
    return true;
}

static int32_t find_second(const struct record *event, const struct edtf *date) {
    int32_t second = date->second_of_day;
    if (second < 0 && !value_parse_time(record_get(event, EVENT_TIME), &second, NULL))
        second = -1;
    return second;
}

enum status event_find_times(const struct record *event, struct event_times *times, int *field,
                             struct error *error) {
    struct reading reading;
    enum status status = read_dates(event, &reading, field, error);
    if (status != STATUS_OK)
        return status;
    const struct kind *kind = kind_find(record_get(event, EVENT_KIND));
    *times = (struct event_times){.duration = kind ? kind->duration : KIND_POINT,
                                  .level = reading.date.level,
                                  .uncertain = reading.date.uncertain,
                                  .approximate = reading.date.approximate,
                                  .second_of_day = find_second(event, &reading.date)};
    combine(times, &reading);
    if (!narrow_bounds(times)) {
        status = refuse(field, EVENT_END, error, "the end is before the date");
        error_advise(error, "the date is when it begins; write the end's day, or leave it empty");
    }
    return status;
}
