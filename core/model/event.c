/* How an event lies to others and to a range of days, and the id of one that has none. */
#include "event.h"

#include "../base/utf8.h"
#include "value.h"

static int compare_numbers(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

int event_compare(const struct event_times *a, struct slice a_id, const struct event_times *b,
                  struct slice b_id) {
    int order = compare_numbers(a->start_min, b->start_min);
    if (order == 0)
        order = compare_numbers(a->start_max, b->start_max);
    if (order == 0)
        order = compare_numbers(a->end_min, b->end_min);
    if (order == 0)
        order = compare_numbers(a->second_of_day, b->second_of_day);
    return order ? order : slice_compare(a_id, b_id);
}

/* ---- Match ----------------------------------------------------------------------------------- */

static int64_t later(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* The last day under way of one that begins on `start` and has the end `end`. */
static int64_t last_day(const struct event_times *times, int64_t start, int64_t end) {
    bool exclusive = times->duration == KIND_STANDING && end != DAY_MAX && end != DAY_MIN;
    return later(exclusive ? end - 1 : end, start);
}

int64_t event_last_day(const struct event_times *times) {
    return last_day(times, times->start_max, times->end_max);
}

static bool surely_starts(const struct event_times *times, int64_t from, int64_t to) {
    return times->start_min >= from && times->start_max <= to && !times->start_marked;
}

static enum match match_start(const struct event_times *times, int64_t from, int64_t to) {
    bool unbounded = times->start_min == DAY_MIN;
    bool can = times->start_max >= from && (unbounded ? times->start_max : times->start_min) <= to;
    if (!can)
        return MATCH_NONE;
    return surely_starts(times, from, to) ? MATCH_SURE : MATCH_POSSIBLE;
}

static enum match match_overlap(const struct event_times *times, int64_t from, int64_t to) {
    if (times->start_min > to || event_last_day(times) < from)
        return MATCH_NONE;
    bool lasts = last_day(times, times->start_min, times->end_min) >= from && !times->end_marked;
    bool sure = times->start_max <= to && lasts && !times->start_marked;
    return sure || surely_starts(times, from, to) ? MATCH_SURE : MATCH_POSSIBLE;
}

enum match event_match(const struct event_times *times, int64_t from, int64_t to,
                       enum match_mode mode) {
    if (from > to)
        return MATCH_NONE;
    switch (mode) {
    case MATCH_STARTS:
        return match_start(times, from, to);
    case MATCH_OVERLAPS:
        return match_overlap(times, from, to);
    case MATCH_CERTAIN:
        return surely_starts(times, from, to) ? MATCH_SURE : MATCH_NONE;
    }
    return MATCH_NONE;
}

/* ---- Release --------------------------------------------------------------------------------- */

bool event_is_public(const struct record *event, int64_t day) {
    struct slice release = record_get(event, EVENT_RELEASE);
    struct edtf until;
    if (slice_is_empty(release) || slice_is(release, "public"))
        return true;
    return edtf_parse(release, &until, NULL, NULL) == STATUS_OK && until.max != DAY_MAX && until.max <= day;
}

/* ---- Status ---------------------------------------------------------------------------------- */

bool event_status_is_real(struct slice status) {
    return !slice_is(status, "planned") && !slice_is(status, "denied") && !slice_is(status, "cancelled");
}

/* ---- Id -------------------------------------------------------------------------------------- */

enum { DATE_PART_MAX = 40, SLUG_MAX = 60 };

/* The date in letters that an id may have: marks go, what separates becomes "_". */
static void append_safe_date(struct buffer *buffer, struct slice date) {
    size_t end = buffer->size + DATE_PART_MAX;
    for (size_t i = 0; i < date.size && buffer->size < end; i++) {
        char c = date.data[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
        if (plain)
            buffer_append_byte(buffer, c);
        else if (c == '/' || c == ',')
            buffer_append_byte(buffer, '_');
    }
}

bool event_make_id(struct arena *arena, const struct record *event, struct slice *id) {
    struct slice slug;
    if (!utf8_slug(arena, record_get(event, EVENT_TITLE), SLUG_MAX, &slug))
        return false;
    if (slice_is_empty(slug) && !utf8_slug(arena, record_get(event, EVENT_KIND), SLUG_MAX, &slug))
        return false;
    struct buffer buffer;
    buffer_init(&buffer);
    append_safe_date(&buffer, record_get(event, EVENT_DATE));
    if (!slice_is_empty(slug))
        buffer_append_byte(&buffer, '-');
    buffer_append_slice(&buffer, slug);
    return value_keep_buffer(arena, &buffer, id);
}
