/* One standing measure: who imposes it on whom, what it is on, how it stands on a day, for how long.
 *
 * Invariant: nothing is claimed beyond what the dates say. What carries a mark ('?', '~', '%') is never sure. */
#include "measure_inside.h"

#include "../base/cell.h"
#include "../model/list.h"
#include "held.h"
#include "inside.h"

const char *measure_state_name(enum measure_state state) {
    switch (state) {
    case MEASURE_IN_FORCE: return "in_force";
    case MEASURE_AS_LAST_CONFIRMED: return "as_last_confirmed";
    case MEASURE_POSSIBLY: return "possibly";
    case MEASURE_NOT: break;
    }
    return "none";
}

/* ---- how it stands ------------------------------------------------------------------------------------------ */

static bool can_be_under_way(const struct event_times *times, int64_t first, int64_t last) {
    return event_match(times, first, last, MATCH_OVERLAPS) != MATCH_NONE;
}

/* What is ended on the day it began was there that day. */
static bool began_that_day(const struct event_times *times, int64_t first, int64_t last) {
    return first == last && times->start_min == first && times->start_max == first;
}

enum measure_state measure_find_state(const struct event_times *times, int64_t confirmed, int64_t first, int64_t last) {
    bool started = !times->start_marked && times->start_max <= first;
    if (!can_be_under_way(times, first, last)) return MEASURE_NOT;
    if (!started) return MEASURE_POSSIBLY;
    switch (times->end_state) {
    case END_OPEN: case END_UNKNOWN:
        if (confirmed == DAY_MIN) return began_that_day(times, first, last) ? MEASURE_IN_FORCE : MEASURE_POSSIBLY;
        return last <= confirmed ? MEASURE_IN_FORCE : MEASURE_AS_LAST_CONFIRMED;
    case END_GIVEN: case END_DERIVED: case END_IMPLIED: break;
    }
    bool goes_on = !times->end_marked && times->end_min > last;
    return goes_on || began_that_day(times, first, last) ? MEASURE_IN_FORCE : MEASURE_POSSIBLY;
}

static bool has_bounds(int64_t a, int64_t b) { return a != DAY_MIN && a != DAY_MAX && b != DAY_MIN && b != DAY_MAX; }

/* Bounds under a mark are about right at best, so no number of days follows from them. */
static struct shape_count count_days(const struct event_times *times, int64_t start, int64_t day) {
    if (times->start_marked || !has_bounds(start, day)) return SHAPE_UNKNOWN;
    return shape_count(day > start ? day - start : 0);
}

/* ---- parties ------------------------------------------------------------------------------------------------- */

static bool is_side(const struct answer_party *party) {
    return party->party.type == PARTY_COUNTRY || party->party.type == PARTY_ORGANIZATION;
}

static bool has_role(const struct answer_event *event, const char *role) {
    for (size_t i = 0; i < event->party_count; i++)
        if (is_side(&event->parties[i]) && slice_is(event->parties[i].party.role, role)) return true;
    return false;
}

static const char *imposer_role(const struct answer_event *event) {
    return has_role(event, "imposer") ? "imposer" : "actor";
}

static bool list_in_role(const struct answer_event *event, const char *role, struct arena *arena, struct slice *cell) {
    struct slice_list ids = {NULL, 0};
    for (size_t i = 0; i < event->party_count; i++)
        if (is_side(&event->parties[i]) && slice_is(event->parties[i].party.role, role) &&
            !arena_append(arena, &ids, event->parties[i].party.id)) return false;
    return list_drop_repeats(arena, &ids) && list_to_cell(arena, &ids, cell);
}

static bool is_one_of(const struct answer_event *event, const char *role, const struct query_actor *actors, size_t count) {
    for (size_t i = 0; i < event->party_count; i++) {
        const struct party *party = &event->parties[i].party;
        enum record_type type = party->type == PARTY_COUNTRY ? RECORD_COUNTRY : RECORD_ORGANIZATION;
        if (!is_side(&event->parties[i]) || !slice_is(party->role, role)) continue;
        for (size_t j = 0; j < count; j++)
            if (actors[j].type == type && slice_equals(actors[j].id, party->id)) return true;
    }
    return count == 0;
}

/* Codes are compared by their digits: 8703.80 is 870380. Is one the beginning of the other? A duty on a heading
 * bears on all below it. */
static bool codes_meet(struct slice a, struct slice b) {
    size_t i = 0, j = 0;
    for (;; i++, j++) {
        while (i < a.size && a.data[i] == '.') i++;
        while (j < b.size && b.data[j] == '.') j++;
        if (i >= a.size || j >= b.size) return true;
        if (a.data[i] != b.data[j]) return false;
    }
}

static bool has_code(struct slice cell, const struct slice_list *wanted, struct arena *arena, bool *good) {
    struct slice_list codes;
    if (wanted->count == 0) return true;
    *good = cell_parse_list(arena, cell, &codes);
    for (size_t i = 0; *good && i < codes.count; i++)
        for (size_t j = 0; j < wanted->count; j++)
            if (codes_meet(codes.items[i], wanted->items[j])) return true;
    return false;
}

bool measure_is_wanted(const struct measure_request *request, const struct answer_event *event, struct arena *arena,
                       bool *good) {
    struct slice path = record_get(&event->event, EVENT_KIND);
    const struct kind *kind = kind_find(path);
    *good = true;
    return kind && kind->duration == KIND_STANDING &&
           (!request->tariffs_only || kind_is_below(path, SLICE_OF("tariff"))) &&
           is_one_of(event, imposer_role(event), request->imposers, request->imposer_count) &&
           is_one_of(event, "target", request->targets, request->target_count) &&
           has_code(record_get(&event->event, EVENT_HS), &request->hs, arena, good);
}

/* ---- fields --------------------------------------------------------------------------------------------------- */

void measure_split_rate(struct slice rate, struct slice *low, struct slice *high) {
    size_t slash = slice_find(rate, '/');
    *low = slice_part(rate, 0, slash);
    *high = slash < rate.size ? slice_part(rate, slash + 1, rate.size) : *low;
}

/* A day, or one of the days between two, in EDTF. */
static bool write_days(struct arena *arena, int64_t min, int64_t max, struct slice *edtf) {
    char first[EDTF_DAY_SIZE], last[EDTF_DAY_SIZE];
    struct buffer text;
    buffer_init(&text);
    first[min == DAY_MIN ? 0 : edtf_format_day(min, first)] = '\0';
    last[max == DAY_MAX ? 0 : edtf_format_day(max, last)] = '\0';
    if (min == max) buffer_append_text(&text, first);
    else buffer_append_format(&text, "[%s..%s]", first, last);
    bool done = !buffer_failed(&text) && arena_copy(arena, buffer_slice(&text), edtf);
    buffer_free(&text);
    return done;
}

/* An interval in `date`, without an `end`, is both; a list lasts from its first to its last member. */
static bool fill_dates(const struct answer_event *event, struct arena *arena, struct answer_measure *measure) {
    const struct event_times *times = &event->times;
    struct slice date = record_get(&event->event, EVENT_DATE);
    bool is_list = date.size && date.data[0] == '{', is_set = date.size && date.data[0] == '[';
    measure->start = date;
    measure->end = record_get(&event->event, EVENT_END);
    if (times->end_state == END_DERIVED) return write_days(arena, times->end_min, times->end_max, &measure->end);
    if (!slice_is_empty(measure->end)) return true;
    if (is_list) {
        bool ends = times->end_state == END_GIVEN;
        return write_days(arena, times->start_min, times->start_max, &measure->start) &&
               (!ends || write_days(arena, times->end_min, times->end_max, &measure->end));
    }
    size_t slash = slice_find(date, '/');
    if (is_set || slash == date.size) return true;
    measure->start = slice_part(date, 0, slash);
    measure->end = slice_part(date, slash + 1, date.size);
    return true;
}

static bool is_answer(const struct answer_link *link) {
    struct slice relation = record_get(&link->record, LINK_RELATION);
    return link->outgoing && (slice_is(relation, "retaliates_against") || slice_is(relation, "responds_to"));
}

static bool fill_answers(const struct answer_event *event, struct arena *arena, struct answer_measure *measure) {
    struct slice_list ids = {NULL, 0};
    for (size_t i = 0; i < event->link_count; i++)
        if (is_answer(&event->links[i]) && !arena_append(arena, &ids, record_get(&event->links[i].record, LINK_TO)))
            return false;
    return list_drop_repeats(arena, &ids) && list_to_cell(arena, &ids, &measure->answers);
}

enum status measure_fill(struct asker *asker, const struct answer_event *event, struct arena *arena,
                         struct answer_measure *measure, struct error *error) {
    const struct record *r = &event->event;
    *measure = (struct answer_measure){
        .event = event, .id = record_get(r, EVENT_ID), .kind = record_get(r, EVENT_KIND),
        .title = record_get(r, EVENT_TITLE), .product = record_get(r, EVENT_PRODUCT), .hs = record_get(r, EVENT_HS),
        .quota = record_get(r, EVENT_QUOTA), .excludes = record_get(r, EVENT_EXCLUDES),
        .rate_unit = record_get(r, EVENT_RATE_UNIT), .basis = record_get(r, EVENT_BASIS),
        .ended_by = event->derived_end, .last_confirmed = DAY_MIN, .disputed = event->disputed,
        .status = record_get(r, EVENT_STATUS), .release = record_get(r, EVENT_RELEASE),
        .sources = {event->sources, event->source_count},
    };
    measure_split_rate(record_get(r, EVENT_RATE), &measure->rate_min, &measure->rate_max);
    measure_split_rate(record_get(r, EVENT_BASE_RATE), &measure->base_rate_min, &measure->base_rate_max);
    if (!list_in_role(event, imposer_role(event), arena, &measure->imposer) ||
        !list_in_role(event, "target", arena, &measure->target) || !fill_dates(event, arena, measure) ||
        !fill_answers(event, arena, measure)) return ask_no_memory(error);
    if (event->times.end_state == END_UNKNOWN || event->times.end_state == END_OPEN)
        measure->last_confirmed = ask_last_confirmed(event);
    measure->known_until = measure->last_confirmed;
    if (event->times.end_state == END_OPEN && asker->today > measure->known_until) measure->known_until = asker->today;
    return STATUS_OK;
}

/* An end that is only approximate, not doubtful, is surely ahead when it is far enough ahead: what is to last five
 * years is in force in its first month. */
struct event_times measure_find_times(const struct answer_measure *measure) {
    struct event_times times = measure->event->times;
    struct edtf end;
    if (!times.end_marked || edtf_parse(measure->end, &end, NULL, NULL) != STATUS_OK || end.uncertain) return times;
    int64_t margin = edtf_approximate_days(&end);
    if (margin < 0 || times.end_min == DAY_MIN || times.end_min == DAY_MAX) return times;
    times.end_marked = false;
    times.end_min = times.end_min - margin;
    if (times.end_min < times.start_min) times.end_min = times.start_min;
    return times;
}

/* The day up to which it surely held by `first`; DAY_MIN: there is no telling. */
static int64_t find_sure_day(const struct answer_measure *measure, const struct event_times *times, int64_t first) {
    bool open = times->end_state == END_UNKNOWN || times->end_state == END_OPEN;
    if (measure->how == MEASURE_IN_FORCE) return first;
    if (measure->how == MEASURE_AS_LAST_CONFIRMED) return measure->last_confirmed;
    if (open) return measure->known_until < first ? measure->known_until : first;
    if (times->end_marked) return DAY_MIN;
    return times->end_min < first ? times->end_min : first;
}

void measure_stand(struct answer_measure *measure, int64_t first, int64_t last) {
    struct event_times eased = measure_find_times(measure);
    const struct event_times *times = &eased;
    measure->how = measure_find_state(times, measure->known_until, first, last);
    measure->state = slice_from(measure_state_name(measure->how));
    bool ends = (times->end_state == END_GIVEN || times->end_state == END_DERIVED) && !measure->event->times.end_marked;
    measure->days_max = count_days(times, times->start_min, ends && times->end_max < last ? times->end_max : last);
    measure->days_min = count_days(times, times->start_max, find_sure_day(measure, times, first));
}
