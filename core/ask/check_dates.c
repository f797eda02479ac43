/* dates: days that contradict one another, what lies ahead but is not planned, and states that did not exist that day.
 *
 * Only what is sure is told: of uncertain dates the bounds must not meet, and what is marked is never sure. An event or a
 * term that ends before it begins the record does not take in the first place; it is told all the same where it came in
 * otherwise. Events are found by their days: those of a state before or after its time, those after today, those that are
 * planned, and the standing ones. */
#include "check_inside.h"

struct walk {
    struct checking *checking;
    struct states *states;
    const struct state_spell *spell; /* of the state at hand */
};

/* ---- one date against another --------------------------------------------------------------------------------- */

/* Surely earlier. */
static bool is_before(struct slice date, struct slice than) {
    int64_t min, max, least, most;
    bool marked, other_marked;
    check_bounds(date, &min, &max, &marked);
    check_bounds(than, &least, &most, &other_marked);
    return !marked && !other_marked && max != DAY_MAX && least != DAY_MIN && max < least;
}

static bool is_after_today(const struct checking *checking, struct slice date) {
    int64_t min, max;
    bool marked;
    check_bounds(date, &min, &max, &marked);
    return !marked && min != DAY_MIN && min > checking->today;
}

/* "FIELD (VALUE) WORDS": a field that cannot be so. */
static enum status tell_field(struct checking *checking, const struct record *record, int field, const char *words,
                              struct slice than, struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    const char *name = record_field(record->type, field)->name;
    struct slice word = check_word(checking, record), value = record_get(record, field);
    struct fault fault = {
        .record = record, .aspect = name, .field = name,
        .what = check_words(checking, "%s %.*s %s%s%.*s", name, CHECK_TEXT(value), words, than.size ? " " : "",
                            CHECK_TEXT(than)),
        .repair = check_words(checking, "detente edit %.*s %s=DATE", CHECK_TEXT(word), name)};
    return check_tell(checking, mark, &fault, error);
}

static enum status take_source(void *context, struct record *source, struct error *error) {
    struct checking *checking = context;
    struct slice published = record_get(source, SOURCE_PUBLISHED), accessed = record_get(source, SOURCE_ACCESSED);
    if (is_after_today(checking, published))
        return tell_field(checking, source, SOURCE_PUBLISHED, "lies ahead", SLICE_NONE, error);
    if (is_after_today(checking, accessed))
        return tell_field(checking, source, SOURCE_ACCESSED, "lies ahead", SLICE_NONE, error);
    if (is_before(accessed, published))
        return tell_field(checking, source, SOURCE_ACCESSED, "is earlier than the day of publication,", published, error);
    return STATUS_OK;
}

static enum status take_coverage(void *context, struct record *row, struct error *error) {
    struct slice start = record_get(row, COVERAGE_START), end = record_get(row, COVERAGE_END);
    if (!is_before(end, start)) return STATUS_OK;
    return tell_field(context, row, COVERAGE_END, "is earlier than the start,", start, error);
}

static enum status take_country(void *context, struct record *row, struct error *error) {
    struct slice start = record_get(row, COUNTRY_START), end = record_get(row, COUNTRY_END);
    if (!is_before(end, start)) return STATUS_OK;
    return tell_field(context, row, COUNTRY_END, "is earlier than the start,", start, error);
}

/* ---- what stands ---------------------------------------------------------------------------------------------- */

static enum status check_confirmed(struct checking *checking, const struct stored_event *event, struct error *error) {
    const struct event_times *times = &event->times;
    struct slice text = record_get(&event->event, EVENT_LAST_CONFIRMED);
    bool ends = (times->end_state == END_GIVEN || times->end_state == END_DERIVED) && !times->end_marked;
    int64_t min, max;
    bool marked;
    check_bounds(text, &min, &max, &marked);
    if (slice_is_empty(text) || marked) return STATUS_OK;
    if (min > checking->today)
        return tell_field(checking, &event->event, EVENT_LAST_CONFIRMED, "lies ahead", SLICE_NONE, error);
    if (!times->start_marked && max < times->start_min)
        return tell_field(checking, &event->event, EVENT_LAST_CONFIRMED, "is earlier than the start,",
                          record_get(&event->event, EVENT_DATE), error);
    if (ends && times->end_max != DAY_MAX && min >= times->end_max)
        return tell_field(checking, &event->event, EVENT_LAST_CONFIRMED, "says that it held when it was over, on",
                          check_day(checking, times->end_max), error);
    return STATUS_OK;
}

static enum status take_standing(void *context, struct stored_event *event, struct error *error) {
    struct checking *checking = context;
    const struct record *record = &event->event;
    struct slice announced = record_get(record, EVENT_ANNOUNCED);
    struct arena_mark mark = arena_mark(&checking->arena);
    int64_t min, max;
    bool marked;
    check_bounds(announced, &min, &max, &marked);
    enum status status = check_confirmed(checking, event, error);
    if (status == STATUS_OK && is_before(record_get(record, EVENT_END), record_get(record, EVENT_DATE)))
        status = tell_field(checking, record, EVENT_END, "is earlier than the start,", record_get(record, EVENT_DATE), error);
    if (status == STATUS_OK && announced.size && !marked && min != DAY_MIN && !event->times.start_marked &&
        event->times.start_max < min)
        status = tell_field(checking, record, EVENT_ANNOUNCED, "is later than the day from which it holds,",
                            record_get(record, EVENT_DATE), error);
    arena_rewind(&checking->arena, mark);
    return status;
}

static enum status check_standing(struct checking *checking, struct error *error) {
    struct arena arena;
    struct query query;
    bool good = true;
    query_init(&query);
    arena_init(&arena);
    for (size_t i = 0; good && i < kind_count; i++)
        if (kind_table[i].duration == KIND_STANDING)
            good = arena_append(&arena, &query.kinds, slice_from(kind_table[i].path));
    enum status status = good ? store_ask(checking->asker->store, &query, MATCH_NONE, take_standing, checking, error)
                              : ask_no_memory(error);
    arena_free(&arena);
    return status;
}

/* ---- today ---------------------------------------------------------------------------------------------------- */

static enum status tell_status(struct checking *checking, const struct record *event, const char *aspect, struct slice what,
                               const char *status, struct arena_mark mark, struct error *error) {
    struct slice word = check_word(checking, event);
    struct fault fault = {
        .record = event, .aspect = aspect, .field = "status", .what = what,
        .repair = check_words(checking, "detente edit %.*s status=%s, or date=DATE", CHECK_TEXT(word), status)};
    return check_tell(checking, mark, &fault, error);
}

static enum status take_future(void *context, struct stored_event *event, struct error *error) {
    struct checking *checking = context;
    struct slice status = record_get(&event->event, EVENT_STATUS);
    struct arena_mark mark = arena_mark(&checking->arena);
    if (event->times.start_min <= checking->today || event->times.start_marked || slice_is(status, "planned") ||
        !event_status_is_real(status)) return STATUS_OK;
    struct slice what = check_words(checking, "its day, %.*s, lies ahead, but it is not planned",
                                    CHECK_TEXT(record_get(&event->event, EVENT_DATE)));
    return tell_status(checking, &event->event, "future", what, "planned", mark, error);
}

static enum status take_planned(void *context, struct stored_event *event, struct error *error) {
    struct checking *checking = context;
    struct arena_mark mark = arena_mark(&checking->arena);
    if (event->times.start_max >= checking->today || event->times.start_marked) return STATUS_OK;
    struct slice what = check_words(checking, "it was planned for %.*s, which is over: did it happen?",
                                    CHECK_TEXT(record_get(&event->event, EVENT_DATE)));
    return tell_status(checking, &event->event, "planned", what, "reported (or cancelled)", mark, error);
}

static enum status check_today(struct checking *checking, struct error *error) {
    struct slice planned = SLICE_OF("planned");
    struct query query;
    if (checking->today == DAY_MAX) return STATUS_OK;
    query_init(&query);
    query.has_range = true;
    query.from = checking->today + 1;
    query.to = DAY_MAX;
    enum status status = store_ask(checking->asker->store, &query, MATCH_NONE, take_future, checking, error);
    query.from = DAY_MIN;
    query.to = checking->today;
    query.statuses = (struct slice_list){&planned, 1};
    if (status != STATUS_OK) return status;
    return store_ask(checking->asker->store, &query, MATCH_NONE, take_planned, checking, error);
}

/* ---- states that did not exist -------------------------------------------------------------------------------- */

/* Surely on no day of its existence; the day on which it ended was still one. */
static bool is_outside(const struct state_spell *spell, int64_t first, int64_t last) {
    return (spell->start != DAY_MIN && last < spell->start) || (spell->end != DAY_MAX && first > spell->end);
}

/* Who is only spoken of may be long gone. */
static bool acts_in(const struct party_list *parties, struct slice country) {
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *party = &parties->items[i];
        bool acts = party->type == PARTY_COUNTRY && !slice_is(party->role, "subject");
        if (acts && slice_equals(party->id, country)) return true;
    }
    return false;
}

static struct slice spell_words(struct checking *checking, const struct state_spell *spell, bool before) {
    struct slice day = check_day(checking, before ? spell->start : spell->end);
    return check_words(checking, before ? "begins on %.*s" : "ended on %.*s", CHECK_TEXT(day));
}

static enum status take_outside(void *context, struct stored_event *event, struct error *error) {
    const struct walk *walk = context;
    struct checking *checking = walk->checking;
    const struct state_spell *spell = walk->spell;
    int64_t first = event->times.start_min, last = event_last_day(&event->times);
    struct arena_mark mark = arena_mark(&checking->arena);
    struct party_list parties;
    if (event->times.start_marked || !is_outside(spell, first, last)) return STATUS_OK;
    enum status status = event_list_parties(&checking->arena, &event->event, &parties, error);
    if (status != STATUS_OK || !acts_in(&parties, spell->id)) {
        arena_rewind(&checking->arena, mark);
        return status;
    }
    struct slice words = spell_words(checking, spell, spell->start != DAY_MIN && last < spell->start);
    struct slice word = check_word(checking, &event->event), id = check_quote(checking, spell->id), aspect;
    if (!arena_copy(&checking->arena, spell->id, &aspect)) return ask_no_memory(error);
    struct fault fault = {
        .record = &event->event, .aspect = aspect.data, .field = "countries",
        .what = check_words(checking, "%.*s (%.*s) %.*s: it did not exist on %.*s", CHECK_TEXT(spell->name),
                            CHECK_TEXT(spell->id), CHECK_TEXT(words), CHECK_TEXT(record_get(&event->event, EVENT_DATE))),
        .repair = check_words(checking, "detente edit %.*s: the date, or the state that it was; detente show %.*s has its days",
                              CHECK_TEXT(word), CHECK_TEXT(id))};
    return check_tell(checking, mark, &fault, error);
}

static enum status check_state(struct walk *walk, struct slice *id, struct error *error) {
    struct store *store = walk->checking->asker->store;
    struct query query;
    enum status status = states_find(walk->states, *id, &walk->spell, error);
    if (status != STATUS_OK || !walk->spell->known) return status;
    query_init(&query);
    query.countries = (struct slice_list){id, 1};
    query.has_range = true;
    query.from = DAY_MIN;
    query.to = walk->spell->start - (walk->spell->start != DAY_MIN);
    if (walk->spell->start != DAY_MIN) status = store_ask(store, &query, MATCH_NONE, take_outside, walk, error);
    if (status != STATUS_OK || walk->spell->end == DAY_MAX) return status;
    query.from = walk->spell->end + 1;
    query.to = DAY_MAX;
    return store_ask(store, &query, MATCH_NONE, take_outside, walk, error);
}

static enum status check_states(struct walk *walk, struct error *error) {
    struct slice_list ids;
    struct arena arena;
    arena_init(&arena);
    enum status status = states_list_used(walk->checking->asker, "country", &arena, &ids, error);
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) status = check_state(walk, &ids.items[i], error);
    arena_free(&arena);
    return status;
}

static enum status take_term(void *context, struct record *term, struct error *error) {
    const struct walk *walk = context;
    struct checking *checking = walk->checking;
    const struct state_spell *spell;
    struct term_span span;
    int field;
    enum status status = states_find(walk->states, record_get(term, TERM_COUNTRY), &spell, error);
    if (status != STATUS_OK) return status;
    if (term_find_span(term, &span, &field, NULL) != STATUS_OK) /* not put by this program */
        return tell_field(checking, term, field, "is no date, or earlier than the start,", record_get(term, TERM_START), error);
    bool before = spell->start != DAY_MIN && span.sure_before != DAY_MIN && span.end_max <= spell->start;
    bool after = spell->end != DAY_MAX && span.sure_from != DAY_MAX && span.start_min > spell->end;
    if (!before && !after) return STATUS_OK;
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice words = spell_words(checking, spell, before), word = check_word(checking, term);
    struct fault fault = {.record = term, .field = before ? "end" : "start",
                          .what = check_words(checking, "%.*s (%.*s) %.*s: it did not exist in this term",
                                              CHECK_TEXT(spell->name), CHECK_TEXT(spell->id), CHECK_TEXT(words)),
                          .repair = check_words(checking, "detente edit %.*s country=COUNTRY, or its dates", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

/* ---- all of it ------------------------------------------------------------------------------------------------ */

enum status check_dates(struct checking *checking, struct error *error) {
    struct store *store = checking->asker->store;
    struct states states;
    states_begin(&states, checking->asker);
    struct walk walk = {checking, &states, NULL};
    enum status status = check_standing(checking, error);
    if (status == STATUS_OK) status = check_today(checking, error);
    if (status == STATUS_OK) status = check_states(&walk, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_TERM, take_term, &walk, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_SOURCE, take_source, checking, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_COVERAGE, take_coverage, checking, error);
    if (status == STATUS_OK) status = store_each(store, RECORD_COUNTRY, take_country, checking, error);
    states_end(&states);
    return status;
}
