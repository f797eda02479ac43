/* The last event before a day, the next after one. */
#include "last.h"

#include "inside.h"
#include "level.h"

/* ---- shapes ------------------------------------------------------------------------------------------------- */

#define AT(member) offsetof(struct answer_last, member)
static const struct shape_field last_fields[] = {
    {"event", SHAPE_EVENT, AT(event), NULL, SHAPE_EVERYWHERE},
    {"date", SHAPE_TEXT, AT(date), NULL, SHAPE_TABLE_ONLY},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_TABLE_ONLY},
    {"status", SHAPE_TEXT, AT(status), NULL, SHAPE_TABLE_ONLY},
    {"disputed", SHAPE_FLAG, AT(disputed), NULL, SHAPE_TABLE_ONLY},
    {"days_min", SHAPE_COUNT, AT(days_min), NULL, SHAPE_EVERYWHERE},
    {"days_max", SHAPE_COUNT, AT(days_max), NULL, SHAPE_EVERYWHERE},
    {"before", SHAPE_DAY, AT(day), NULL, SHAPE_EVERYWHERE},
    {"possible", SHAPE_EVENTS, AT(possible), NULL, SHAPE_EVERYWHERE},
    {"more", SHAPE_COUNT, AT(more), NULL, SHAPE_EVERYWHERE},
};
static const struct shape_field next_fields[] = {
    {"event", SHAPE_EVENT, AT(event), NULL, SHAPE_EVERYWHERE},
    {"date", SHAPE_TEXT, AT(date), NULL, SHAPE_TABLE_ONLY},
    {"title", SHAPE_TEXT, AT(title), NULL, SHAPE_TABLE_ONLY},
    {"status", SHAPE_TEXT, AT(status), NULL, SHAPE_TABLE_ONLY},
    {"disputed", SHAPE_FLAG, AT(disputed), NULL, SHAPE_TABLE_ONLY},
    {"days_min", SHAPE_COUNT, AT(days_min), NULL, SHAPE_EVERYWHERE},
    {"days_max", SHAPE_COUNT, AT(days_max), NULL, SHAPE_EVERYWHERE},
    {"after", SHAPE_DAY, AT(day), NULL, SHAPE_EVERYWHERE},
    {"possible", SHAPE_EVENTS, AT(possible), NULL, SHAPE_EVERYWHERE},
    {"more", SHAPE_COUNT, AT(more), NULL, SHAPE_EVERYWHERE},
};
const struct shape last_shape = {"last", sizeof(struct answer_last), last_fields, sizeof last_fields / sizeof *last_fields};
const struct shape next_shape = {"next", sizeof(struct answer_last), next_fields, sizeof next_fields / sizeof *next_fields};

/* ---- one event, kept --------------------------------------------------------------------------------------- */

/* What comes from terms lives in the asker only until its next event. */
static bool keep_offices(struct arena *arena, struct answer_party *party) {
    struct answer_office *offices = arena_alloc_array(arena, party->office_count + 1, sizeof *offices);
    if (!offices || !arena_copy(arena, party->acts_for, &party->acts_for)) return false;
    for (size_t i = 0; i < party->office_count; i++) {
        const struct answer_office *from = &party->offices[i];
        offices[i].certain = from->certain;
        if (!arena_copy(arena, from->office, &offices[i].office) || !arena_copy(arena, from->title, &offices[i].title) ||
            !arena_copy(arena, from->country, &offices[i].country) ||
            !arena_copy(arena, from->standing, &offices[i].standing)) return false;
    }
    party->offices = offices;
    return true;
}

static bool keep_parties(struct arena *arena, struct answer_event *answer) {
    struct answer_party *parties = arena_alloc_array(arena, answer->party_count + 1, sizeof *parties);
    if (!parties) return false;
    for (size_t i = 0; i < answer->party_count; i++) {
        parties[i] = answer->parties[i];
        if (!keep_offices(arena, &parties[i])) return false;
    }
    answer->parties = parties;
    return true;
}

enum status ask_event(struct asker *asker, struct slice id, enum match match, struct arena *arena,
                      const struct answer_event **answer, struct error *error) {
    struct stored_event stored;
    struct answer_event *whole = arena_alloc(arena, sizeof *whole);
    bool found = false;
    *answer = NULL;
    if (!whole) return ask_no_memory(error);
    enum status status = store_find_event(asker->store, id, arena, &stored, &found, error);
    if (status != STATUS_OK || !found) return status;
    stored.match = match;
    status = ask_complete(asker, &stored, arena, whole, error);
    if (status == STATUS_OK && !keep_parties(arena, whole)) status = ask_no_memory(error);
    if (status == STATUS_OK)
        status = ask_first_since(asker, whole, arena, &whole->first_since, &whole->first_since_count, error);
    if (status == STATUS_OK) *answer = whole;
    return status;
}

/* ---- finding ------------------------------------------------------------------------------------------------- */

/* The possible ones on one side of the chosen one in order. Before it the latest are kept, in turn in the same places;
 * after it the first. */
struct few {
    struct buffer ids[LAST_POSSIBLE_MAX];
    uint64_t count; /* of all */
};

struct search {
    struct asker *asker;
    const struct last_request *request;
    struct arena *arena; /* of the answer */
    struct arena scratch;
    struct query query;  /* of the pass at hand */
    bool enough;         /* the pass was stopped here, and not by an interrupt */
    bool found;          /* the event asked for: */
    struct slice id;
    struct event_times times;
    struct few before, after;   /* it, in order */
    int64_t earliest, latest;   /* days on which the possible ones can be */
    struct slice statuses[4];   /* of `next` when none are asked for */
    uint64_t looked_at;
};

static enum match at_least(enum match a, enum match b) { return a > b ? a : b; }

static enum match level_of(enum last_level level, const struct level_side *side) {
    switch (level) {
    case LAST_LEADERS:
        return at_least(at_least(side->held[LEVEL_HEAD_OF_STATE], side->held[LEVEL_HEAD_OF_GOVERNMENT]),
                        side->held[LEVEL_LEADER]);
    case LAST_HEADS_OF_STATE: return side->held[LEVEL_HEAD_OF_STATE];
    case LAST_HEADS_OF_GOVERNMENT: return side->held[LEVEL_HEAD_OF_GOVERNMENT];
    case LAST_FOREIGN_MINISTERS: return side->held[LEVEL_FOREIGN_MINISTER];
    case LAST_ANY: break;
    }
    return MATCH_SURE;
}

/* How surely the event is at the level asked for: as surely as the less sure of the two sides. */
static enum status judge_level(struct search *search, const struct stored_event *event, enum match *level,
                               struct error *error) {
    const struct query *query = search->request->query;
    struct level_side sides[2] = {{.id = query->pair[0].id}, {.id = query->pair[1].id}};
    search->looked_at++;
    *level = MATCH_SURE;
    if (search->request->level == LAST_ANY) return STATUS_OK;
    struct arena_mark mark = arena_mark(&search->scratch);
    enum status status = level_find(search->asker, event, &search->scratch, sides, 2, error);
    arena_rewind(&search->scratch, mark);
    enum match first = level_of(search->request->level, &sides[0]), second = level_of(search->request->level, &sides[1]);
    *level = first < second ? first : second;
    return status;
}

static enum status take_sure(void *context, struct stored_event *event, struct error *error) {
    struct search *search = context;
    enum match level;
    bool next = search->request->next;
    search->enough = next && search->found && event->times.start_min > search->times.start_max;
    if (search->enough) return STATUS_STOPPED;
    enum status status = judge_level(search, event, &level, error);
    if (status != STATUS_OK || level != MATCH_SURE) return status;
    if (search->found && event->times.start_max >= search->times.start_max) return STATUS_OK;
    search->found = true;
    search->times = event->times;
    if (!arena_copy(search->arena, record_get(&event->event, EVENT_ID), &search->id)) return ask_no_memory(error);
    search->enough = !next;
    return search->enough ? STATUS_STOPPED : STATUS_OK;
}

/* Of two on one day without times, either may be the later one. */
static bool may_lie_between(const struct search *search, const struct stored_event *event) {
    const struct event_times *times = &event->times, *chosen = &search->times;
    if (!search->found) return true;
    int64_t reach = search->request->next ? times->start_min : times->start_max;
    int64_t least = search->request->next ? chosen->start_max : chosen->start_min;
    if (reach != least) return search->request->next ? reach < least : reach > least;
    if (times->second_of_day < 0 || chosen->second_of_day < 0) return true;
    int order = event_compare(times, record_get(&event->event, EVENT_ID), chosen, search->id);
    return search->request->next ? order < 0 : order > 0;
}

/* Without a chosen one the day itself takes its place. */
static bool keep_near(struct search *search, const struct event_times *times, struct slice id) {
    bool before = search->found ? event_compare(times, id, &search->times, search->id) < 0 : !search->request->next;
    struct few *few = before ? &search->before : &search->after;
    if (times->start_min < search->earliest) search->earliest = times->start_min;
    if (times->start_max > search->latest) search->latest = times->start_max;
    uint64_t place = few->count++;
    if (!before && place >= LAST_POSSIBLE_MAX) return true;
    struct buffer *slot = &few->ids[place % LAST_POSSIBLE_MAX];
    buffer_clear(slot);
    buffer_append_slice(slot, id);
    return !buffer_failed(slot);
}

static enum status take_possible(void *context, struct stored_event *event, struct error *error) {
    struct search *search = context;
    struct slice id = record_get(&event->event, EVENT_ID);
    enum match level;
    if (slice_equals(id, search->id) || slice_equals(id, search->request->except)) return STATUS_OK;
    if (!may_lie_between(search, event)) return STATUS_OK;
    enum status status = judge_level(search, event, &level, error);
    if (status != STATUS_OK || level == MATCH_NONE) return status;
    return keep_near(search, &event->times, id) ? STATUS_OK : ask_no_memory(error);
}

/* ---- stretches of days ---------------------------------------------------------------------------------------- */

/* The days that are asked for, inclusive; empty when from > to. */
struct days {
    int64_t from, to;
};

static int64_t day_before(int64_t day) { return day == DAY_MAX || day == DAY_MIN ? day : day - 1; }
static int64_t day_after(int64_t day) { return day == DAY_MAX || day == DAY_MIN ? day : day + 1; }

/* Within the range of the filters. `sure`: all days that the day asked for can be are left out, else but the outermost. */
static struct days find_days(const struct last_request *request, bool sure) {
    const struct query *query = request->query;
    struct days days = {query->has_range ? query->from : DAY_MIN, query->has_range ? query->to : DAY_MAX};
    int64_t edge = request->next == sure ? request->last : request->first;
    static const struct days none = {1, 0};
    if (request->next) {
        if (edge == DAY_MAX) return none;
        edge = day_after(edge);
        if (edge > days.from) days.from = edge;
    } else {
        if (edge == DAY_MIN) return none;
        edge = day_before(edge);
        if (edge < days.to) days.to = edge;
    }
    return days;
}

static void ask_for(struct search *search, struct days days, enum match_mode mode) {
    struct query *query = &search->query;
    *query = *search->request->query;
    query->has_range = true;
    query->from = days.from;
    query->to = days.to;
    query->match = mode;
    query->limit = -1;
    query->after = SLICE_NONE;
    query->distinct = false;
    query->reverse = mode == MATCH_CERTAIN && !search->request->next;
    query->as_happened = true;
    if (search->request->next && query->statuses.count == 0)
        query->statuses = (struct slice_list){search->statuses, sizeof search->statuses / sizeof *search->statuses};
}

/* The part of `days` that is nearest to the day asked for, `length` long. *all: there is no more. */
static struct days nearest_part(struct days days, int64_t length, bool next, bool *all) {
    struct days part = days;
    if (next && days.from <= DAY_MAX - length) part.to = days.from + length;
    if (!next && days.to >= DAY_MIN + length) part.from = days.to - length;
    *all = next ? part.to >= days.to : part.from <= days.from;
    return *all ? days : part;
}

enum { FIRST_STRETCH = 32, STRETCH_GROWTH = 8, STRETCHES = 4 };

/* An event that surely lies in a stretch goes before all that do not, so a stretch with one needs no wider one. */
static enum status find_sure(struct search *search, struct error *error) {
    struct days days = find_days(search->request, true);
    enum status status = STATUS_OK;
    int64_t length = FIRST_STRETCH;
    bool all = days.from > days.to;
    for (int i = 0; status == STATUS_OK && !all && !search->found; i++, length *= STRETCH_GROWTH) {
        struct days part = days;
        if (i < STRETCHES) part = nearest_part(days, length, search->request->next, &all);
        else all = true;
        ask_for(search, part, MATCH_CERTAIN);
        status = store_ask(search->asker->store, &search->query, MATCH_NONE, take_sure, search, error);
        if (status == STATUS_STOPPED && search->enough) status = STATUS_OK;
    }
    return status;
}

static enum status find_possible(struct search *search, struct error *error) {
    struct days days = find_days(search->request, false);
    if (search->found && search->request->next && search->times.start_max < days.to) days.to = search->times.start_max;
    if (search->found && !search->request->next && search->times.start_min > days.from)
        days.from = search->times.start_min;
    if (days.from > days.to) return STATUS_OK;
    ask_for(search, days, MATCH_STARTS);
    return store_ask(search->asker->store, &search->query, MATCH_NONE, take_possible, search, error);
}

/* ---- the answer ------------------------------------------------------------------------------------------------ */

static bool is_bound(int64_t day) { return day != DAY_MIN && day != DAY_MAX; }

static struct shape_count count_days(int64_t from, int64_t to) {
    return is_bound(from) && is_bound(to) ? shape_count(to - from) : SHAPE_UNKNOWN;
}

static void fill_event(const struct last_request *request, struct answer_last *answer) {
    const struct event_times *times = &answer->event->times;
    answer->date = record_get(&answer->event->event, EVENT_DATE);
    answer->title = record_get(&answer->event->event, EVENT_TITLE);
    answer->status = record_get(&answer->event->event, EVENT_STATUS);
    answer->disputed = answer->event->disputed;
    answer->days_min = request->next ? count_days(request->last, times->start_min)
                                     : count_days(times->start_max, request->first);
    answer->days_max = request->next ? count_days(request->first, times->start_max)
                                     : count_days(times->start_min, request->last);
}

/* How many of each side are told: half from each, or more from one where the other has fewer. */
static void share_out(const struct search *search, uint64_t *before, uint64_t *after) {
    const uint64_t most = LAST_POSSIBLE_MAX, half = most / 2;
    *before = search->before.count;
    *after = search->after.count;
    if (*before + *after <= most) return;
    if (*before < half) *after = most - *before;
    else if (*after < half) *before = most - *after;
    else *before = *after = half;
}

static enum status complete_possible(struct search *search, struct answer_last *answer, struct error *error) {
    uint64_t before, after;
    share_out(search, &before, &after);
    const struct answer_event **events = arena_alloc_array(search->arena, before + after + 1, sizeof *events);
    enum status status = events ? STATUS_OK : ask_no_memory(error);
    for (uint64_t i = 0; status == STATUS_OK && i < before + after; i++) {
        uint64_t place = i < before ? (search->before.count - before + i) % LAST_POSSIBLE_MAX : i - before;
        const struct few *few = i < before ? &search->before : &search->after;
        status = ask_event(search->asker, buffer_slice(&few->ids[place]), MATCH_POSSIBLE, search->arena, &events[i], error);
    }
    uint64_t more = search->before.count + search->after.count - before - after;
    answer->possible = (struct shape_events){events, before + after};
    answer->more = more ? shape_count((int64_t)more) : SHAPE_UNKNOWN;
    answer->more_that_day = more && search->earliest == search->latest;
    return status;
}

static enum status fill_answer(struct search *search, struct answer_last *answer, struct error *error) {
    enum status status = STATUS_OK;
    if (search->found) status = ask_event(search->asker, search->id, MATCH_SURE, search->arena, &answer->event, error);
    if (status == STATUS_OK) status = complete_possible(search, answer, error);
    if (status == STATUS_OK && answer->event) fill_event(search->request, answer);
    return status;
}

static void free_search(struct search *search) {
    for (size_t i = 0; i < LAST_POSSIBLE_MAX; i++) {
        buffer_free(&search->before.ids[i]);
        buffer_free(&search->after.ids[i]);
    }
    arena_free(&search->scratch);
}

enum status ask_last(struct asker *asker, const struct last_request *request, struct arena *arena,
                     struct answer_last *answer, struct error *error) {
    struct search search = {.asker = asker, .request = request, .arena = arena, .earliest = DAY_MAX, .latest = DAY_MIN,
                            .statuses = {SLICE_OF("reported"), SLICE_OF("confirmed"), SLICE_OF("disputed"),
                                         SLICE_OF("planned")}};
    *answer = (struct answer_last){.day = request->next ? request->last : request->first, .first = request->first,
                                    .last = request->last, .is_next = request->next,
                                    .covered_until = DAY_MIN};
    arena_init(&search.scratch);
    enum status status = find_sure(&search, error);
    if (status == STATUS_OK) status = find_possible(&search, error);
    if (status == STATUS_OK) status = fill_answer(&search, answer, error);
    answer->looked_at = search.looked_at;
    free_search(&search);
    return status;
}
