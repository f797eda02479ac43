/* How long an event lasted, as far as its dates tell on a given day; and the days between two dates.
 *
 * All arithmetic on days stands here. Invariant: a number is told only from bounds that are there; DAY_MIN and DAY_MAX
 * never enter a sum. */
#include "held.h"

#include "../model/list.h"
#include "inside.h"

#define AT(type, name, kind, member) {name, kind, offsetof(struct type, member), NULL, SHAPE_EVERYWHERE}
#define FIELD(name, kind, member) AT(answer_held, name, kind, member)
static const struct shape_field held_fields[] = {
    FIELD("id", SHAPE_TEXT, id), FIELD("kind", SHAPE_TEXT, kind), FIELD("title", SHAPE_TEXT, title),
    FIELD("people", SHAPE_LIST, people), FIELD("start", SHAPE_TEXT, start), FIELD("end", SHAPE_TEXT, end),
    FIELD("ended_by", SHAPE_TEXT, ended_by),
    FIELD("days_min", SHAPE_COUNT, days_min), FIELD("days_max", SHAPE_COUNT, days_max),
    FIELD("about_min", SHAPE_COUNT, about_min), FIELD("about_max", SHAPE_COUNT, about_max),
    FIELD("ongoing", SHAPE_MAYBE, ongoing), FIELD("last_confirmed", SHAPE_DAY, last_confirmed),
    FIELD("disputed", SHAPE_FLAG, disputed), FIELD("sources", SHAPE_SOURCES, sources),
};
#undef FIELD
const struct shape held_shape = {"held", sizeof(struct answer_held), held_fields,
                                 sizeof held_fields / sizeof *held_fields};

#define FIELD(name, kind, member) AT(answer_held_day, name, kind, member)
static const struct shape_field day_fields[] = {
    FIELD("on", SHAPE_DAY, on), FIELD("not_begun", SHAPE_LIST, not_begun), FIELD("without", SHAPE_LIST, without),
};
#undef FIELD
const struct shape held_day_shape = {"held_day", sizeof(struct answer_held_day), day_fields,
                                     sizeof day_fields / sizeof *day_fields};

#define FIELD(name, kind, member) AT(answer_days, name, kind, member)
static const struct shape_field days_fields[] = {
    FIELD("from", SHAPE_TEXT, from), FIELD("to", SHAPE_TEXT, to),
    FIELD("days_min", SHAPE_COUNT, days_min), FIELD("days_max", SHAPE_COUNT, days_max),
    FIELD("about_min", SHAPE_COUNT, about_min), FIELD("about_max", SHAPE_COUNT, about_max),
    FIELD("from_min", SHAPE_DAY, from_min), FIELD("from_max", SHAPE_DAY, from_max),
    FIELD("to_min", SHAPE_DAY, to_min), FIELD("to_max", SHAPE_DAY, to_max),
    FIELD("from_title", SHAPE_TEXT, from_title), FIELD("to_title", SHAPE_TEXT, to_title),
};
#undef FIELD
const struct shape days_shape = {"days", sizeof(struct answer_days), days_fields,
                                 sizeof days_fields / sizeof *days_fields};

/* ---- days ------------------------------------------------------------------------------------------------------- */

static bool is_day(int64_t day) { return day != DAY_MIN && day != DAY_MAX; }
static int64_t earlier(int64_t a, int64_t b) { return a < b ? a : b; }

/* Days of the calendar reach to about 3.7 * 10^17, so that two of them always have a difference. */
static struct shape_count count_days(int64_t from, int64_t to) {
    return is_day(from) && is_day(to) ? shape_count(to - from) : SHAPE_UNKNOWN;
}

void ask_days(struct answer_days *answer) {
    bool marked = answer->from_marked || answer->to_marked;
    struct shape_count min = count_days(answer->from_max, answer->to_min);
    struct shape_count max = count_days(answer->from_min, answer->to_max);
    answer->days_min = marked ? SHAPE_UNKNOWN : min;
    answer->days_max = marked ? SHAPE_UNKNOWN : max;
    answer->about_min = marked ? min : SHAPE_UNKNOWN;
    answer->about_max = marked ? max : SHAPE_UNKNOWN;
}

/* ---- how long ---------------------------------------------------------------------------------------------------- */

/* Of an event that may have begun by the day `on`. */
struct lasting {
    const struct event_times *times;
    int64_t on, confirmed;
    bool no_end; /* none is known, and it is not known to go on */
    bool open;   /* it is */
    int64_t end_min, end_max; /* where the count ends, at the day asked for at the latest */
    bool surely_begun, marked;
};

static bool is_marked(const struct event_times *times) {
    return times->start_marked || (times->end_marked && times->end_state != END_UNKNOWN && times->end_state != END_OPEN);
}

/* Without a known end it surely held up to the day it was last confirmed, and can have gone on to the day asked for;
 * what is known to go on (`open`) reaches that day, unless it lies ahead of today. */
static struct lasting find_lasting(const struct event_times *times, int64_t on, int64_t confirmed, int64_t today) {
    bool open = times->end_state == END_OPEN && on <= (today > confirmed ? today : confirmed);
    struct lasting lasting = {.times = times, .on = on, .confirmed = confirmed,
                              .no_end = times->end_state == END_UNKNOWN || (times->end_state == END_OPEN && !open), .open = open,
                              .end_min = earlier(times->end_min, on), .end_max = earlier(times->end_max, on),
                              .surely_begun = times->start_max <= on, .marked = is_marked(times)};
    if (open) lasting.end_min = lasting.end_max = on;
    if (lasting.no_end) {
        lasting.end_min = earlier(confirmed, on);
        lasting.end_max = on;
    }
    return lasting;
}

static enum held_how find_how(const struct lasting *lasting) {
    const struct event_times *times = lasting->times;
    bool standing = times->duration == KIND_STANDING;
    if (times->duration == KIND_POINT) return HELD_MOMENT;
    if (lasting->no_end) {
        if (!lasting->surely_begun) return HELD_OPEN;
        return lasting->confirmed >= lasting->on && !lasting->marked ? HELD_SO_FAR : HELD_CONFIRMED;
    }
    if (!lasting->open && (standing ? times->end_max <= lasting->on : times->end_max < lasting->on))
        return HELD_ENDED;
    bool lasts = lasting->open || (standing ? times->end_min > lasting->on : times->end_min >= lasting->on);
    return lasts && lasting->surely_begun && !lasting->marked ? HELD_SO_FAR : HELD_OPEN;
}

static void count_lasting(const struct lasting *lasting, struct answer_held *held) {
    const struct event_times *times = lasting->times;
    int64_t extra = times->duration == KIND_BOUNDED; /* its last day counts too */
    struct shape_count min = count_days(times->start_max, lasting->end_min);
    struct shape_count max = count_days(times->start_min, lasting->end_max);
    if (min.known && min.value < 0) min.value = 0;
    min.value += extra;
    max.value += extra;
    /* That it lasted no day at all is nothing to tell of what has no known end. */
    if (!lasting->surely_begun || (lasting->no_end && min.value <= 0 && lasting->end_min < lasting->on))
        min = SHAPE_UNKNOWN;
    if (!max.known && min.value <= extra) min = SHAPE_UNKNOWN; /* nor is it by itself */
    held->days_min = lasting->marked ? SHAPE_UNKNOWN : min;
    held->days_max = lasting->marked ? SHAPE_UNKNOWN : max;
    held->about_min = lasting->marked ? min : SHAPE_UNKNOWN;
    held->about_max = lasting->marked ? max : SHAPE_UNKNOWN;
    if (!min.known || !max.known || min.value != max.value || !is_day(times->start_min)) return;
    held->from = times->start_min;
    held->to = times->start_min + max.value;
}

static enum shape_answer judge_ongoing(const struct lasting *lasting, enum held_how how) {
    if (how == HELD_MOMENT)
        return lasting->times->start_max < lasting->on ? SHAPE_NO
               : lasting->surely_begun && lasting->times->start_min == lasting->on && !lasting->marked ? SHAPE_YES
                                                                                                      : SHAPE_NOT_KNOWN;
    if (how == HELD_SO_FAR) return SHAPE_YES;
    return how == HELD_ENDED ? SHAPE_NO : SHAPE_NOT_KNOWN;
}

/* ---- what it was --------------------------------------------------------------------------------------------------- */

/* "a/b" of what lasts is its start and its end. */
static void split_interval(const struct answer_event *event, struct answer_held *held) {
    struct slice date = record_get(&event->event, EVENT_DATE);
    struct edtf parsed;
    size_t slash = slice_find(date, '/');
    held->start = date;
    held->end = record_get(&event->event, EVENT_END);
    if (event->times.duration == KIND_POINT || held->end.size || slash == date.size) return;
    if (edtf_parse(date, &parsed, NULL, NULL) != STATUS_OK || parsed.type != EDTF_INTERVAL) return;
    held->start = slice_part(date, 0, slash);
    held->end = slice_part(date, slash + 1, date.size);
}

static bool tell_derived_end(const struct answer_event *event, struct arena *arena, struct answer_held *held) {
    const struct event_times *times = &event->times;
    char text[2 * EDTF_DAY_SIZE + 4];
    if (times->end_state != END_DERIVED || !is_day(times->end_min) || !is_day(times->end_max)) return true;
    held->ended_by = event->derived_end;
    size_t size = edtf_format_day(times->end_min, text + 1);
    if (times->end_min == times->end_max) return arena_copy(arena, (struct slice){text + 1, size}, &held->end);
    text[0] = '[';
    memcpy(text + ++size, "..", 2);
    size += 2;
    size += edtf_format_day(times->end_max, text + size);
    text[size++] = ']';
    return arena_copy(arena, (struct slice){text, size}, &held->end);
}

static bool is_held(const struct answer_party *party) {
    return slice_is(party->party.role, "target") || slice_is(party->party.role, "subject");
}

static bool list_people(const struct answer_event *event, struct arena *arena, struct slice *cell) {
    struct slice_list names = {NULL, 0};
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        bool person = party->party.type == PARTY_PERSON || party->party.type == PARTY_ACTOR;
        if (person && is_held(party) && !arena_append(arena, &names, party->name)) return false;
    }
    return list_drop_repeats(arena, &names) && list_to_cell(arena, &names, cell);
}

enum status ask_held(struct asker *asker, const struct answer_event *event, int64_t on, struct arena *arena,
                     struct answer_held *held, bool *begun, struct error *error) {
    *held = (struct answer_held){.event = event, .id = record_get(&event->event, EVENT_ID),
                                 .kind = record_get(&event->event, EVENT_KIND),
                                 .title = record_get(&event->event, EVENT_TITLE), .ongoing = SHAPE_NOT_KNOWN,
                                 .last_confirmed = DAY_MIN, .on = on, .from = DAY_MIN, .to = DAY_MIN,
                                 .sources = {event->sources, event->source_count}, .disputed = event->disputed};
    *begun = event->times.start_min <= on;
    split_interval(event, held);
    if (!tell_derived_end(event, arena, held) || !list_people(event, arena, &held->people)) return ask_no_memory(error);
    if (!*begun) return STATUS_OK;
    int64_t confirmed = ask_last_confirmed(event);
    struct lasting lasting = find_lasting(&event->times, on, confirmed, asker->today);
    held->how = find_how(&lasting);
    held->ongoing = judge_ongoing(&lasting, held->how);
    if (lasting.no_end || event->times.end_state == END_OPEN) held->last_confirmed = confirmed;
    if (held->how == HELD_MOMENT) held->days_min = held->days_max = shape_count(1);
    else count_lasting(&lasting, held);
    return STATUS_OK;
}
