/* terms: people at a meeting who held no office that day though the record has terms of theirs, and two at once in one
 * office. Nothing is told that the dates leave open.
 *
 * Of the offices only those that one person holds at a time are looked at: head of state, head of government, foreign
 * minister, and an ambassador of one title. Constant space but for the terms of one country. */
#include "check_inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "office.h"

/* ---- who took part without an office -------------------------------------------------------------------------- */

struct meetings {
    struct checking *checking;
    struct arena scratch; /* of one event */
};

static bool took_part(const struct party *party) {
    return party->type == PARTY_PERSON && !slice_is(party->role, "venue") && !slice_is(party->role, "subject");
}

static bool is_told(const struct party_list *parties, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (took_part(&parties->items[i]) && slice_equals(parties->items[i].id, parties->items[index].id)) return true;
    return false;
}

static bool is_in_office(const struct ask_terms *terms, int64_t first, int64_t last) {
    for (size_t i = 0; i < terms->count; i++)
        if (term_held(&terms->spans[i], first, last) != MATCH_NONE) return true;
    return false;
}

/* The term next to the days: what was probably meant. */
static const struct record *find_nearest(const struct ask_terms *terms, int64_t first) {
    const struct record *nearest = NULL;
    uint64_t least = UINT64_MAX;
    for (size_t i = 0; i < terms->count; i++) {
        const struct term_span *span = &terms->spans[i];
        int64_t day = span->start_min > first ? span->start_min : span->end_max;
        uint64_t away = day > first ? (uint64_t)day - (uint64_t)first : (uint64_t)first - (uint64_t)day;
        if (nearest && away >= least) continue;
        nearest = &terms->terms[i];
        least = away;
    }
    return nearest;
}

static enum status tell_without_office(struct checking *checking, const struct stored_event *event, struct slice person,
                                       const struct ask_terms *terms, struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    struct record who;
    bool found = false;
    enum status status = store_get(checking->asker->store, RECORD_PERSON, person, &checking->arena, &who, &found, error);
    if (status != STATUS_OK || !found) return status;
    const struct record *term = find_nearest(terms, term_first_day(&event->times));
    struct slice name = record_get(&who, PERSON_NAME);
    struct slice start = record_get(term, TERM_START), end = record_get(term, TERM_END);
    struct slice date = record_get(&event->event, EVENT_DATE);
    struct slice office = record_get(term, record_has(term, TERM_TITLE) ? TERM_TITLE : TERM_OFFICE);
    struct slice id = check_word(checking, &event->event);
    struct fault fault = {
        .record = &event->event, .other = &who, .field = "people",
        .what = check_words(checking, "%.*s took part, but held no office that the record knows on %.*s; the nearest is %.*s, "
                            "%.*s to %.*s%s", CHECK_TEXT(name), CHECK_TEXT(date), CHECK_TEXT(office),
                            CHECK_TEXT(start.size ? start : SLICE_OF("a day not known")),
                            CHECK_TEXT(end.size ? end : SLICE_OF("a day not known")),
                            slice_equals(date, end) ? ", the first day without it" : ""),
        .repair = check_words(checking, "detente edit %.*s: the date, the person, or the capacity in parties (\"as\": \"special "
                              "envoy\"); or detente add term person=%.*s …", CHECK_TEXT(id), CHECK_TEXT(person))};
    return check_tell(checking, mark, &fault, error);
}

/* None (NULL) where one of them has dates that contradict one another, which `dates` tells. */
static enum status find_terms(struct checking *checking, struct slice person, const struct ask_terms **terms,
                              struct error *error) {
    struct error fault = {0};
    enum status status = ask_terms_of(checking->asker, person, terms, &fault);
    if (status == STATUS_OK) return STATUS_OK;
    *terms = NULL;
    if (status == STATUS_BAD_INPUT) return STATUS_OK;
    *error = fault;
    return status;
}

static enum status take_meeting(struct meetings *meetings, const struct stored_event *event, struct error *error) {
    struct checking *checking = meetings->checking;
    struct party_list parties;
    int64_t first = term_first_day(&event->times), last = event_last_day(&event->times);
    enum status status = event_list_parties(&meetings->scratch, &event->event, &parties, error);
    ask_forget_names(checking->asker);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++) {
        const struct party *party = &parties.items[i];
        const struct ask_terms *terms;
        if (!took_part(party) || !slice_is_empty(party->as) || is_told(&parties, i)) continue;
        status = find_terms(checking, party->id, &terms, error);
        if (status != STATUS_OK || !terms || terms->count == 0 || is_in_office(terms, first, last)) continue;
        status = tell_without_office(checking, event, party->id, terms, error);
    }
    return status;
}

static enum status take_event(void *context, struct stored_event *event, struct error *error) {
    struct meetings *meetings = context;
    struct arena_mark mark = arena_mark(&meetings->scratch);
    enum status status = record_has(&event->event, EVENT_PEOPLE) ? take_meeting(meetings, event, error) : STATUS_OK;
    arena_rewind(&meetings->scratch, mark);
    return status;
}

static enum status check_meetings(struct checking *checking, struct error *error) {
    struct slice kinds[] = {SLICE_INIT("meeting"), SLICE_INIT("summit"), SLICE_INIT("visit")};
    struct meetings meetings = {.checking = checking};
    struct query query;
    query_init(&query);
    query.kinds = (struct slice_list){kinds, sizeof kinds / sizeof *kinds};
    query.as_happened = true;
    arena_init(&meetings.scratch);
    enum status status = store_ask(checking->asker->store, &query, MATCH_NONE, take_event, &meetings, error);
    arena_free(&meetings.scratch);
    return status;
}

/* ---- two at once in one office -------------------------------------------------------------------------------- */

struct holding {
    struct record *term;
    struct term_span span;
    struct slice office; /* one of the term's */
    struct slice title;  /* that parts offices of one name; of ambassadors */
    bool acting;         /* stands in for another: beside one in full office that is no fault */
};

struct holders {
    struct checking *checking;
    struct slice country; /* of those gathered; in the arena */
    struct arena arena;
    struct holding *items;
    size_t count, capacity;
};

static bool is_single(struct slice office) {
    return ask_is_office(office, SLICE_OF("head_of_state")) || ask_is_office(office, SLICE_OF("head_of_government")) ||
           ask_is_office(office, SLICE_OF("foreign_minister"));
}

static int compare_holdings(const void *a, const void *b) {
    const struct holding *one = a, *other = b;
    int order = slice_compare(one->office, other->office);
    if (order == 0) order = slice_compare(one->title, other->title);
    if (order == 0) order = one->acting - other->acting;
    if (order) return order;
    if (one->span.start_min != other->span.start_min) return one->span.start_min < other->span.start_min ? -1 : 1;
    if (one->span.start_max != other->span.start_max) return one->span.start_max < other->span.start_max ? -1 : 1;
    order = slice_compare(record_get(one->term, TERM_PERSON), record_get(other->term, TERM_PERSON));
    return order ? order : slice_compare(record_get(one->term, TERM_OFFICE), record_get(other->term, TERM_OFFICE));
}

static bool is_one_office(const struct holding *one, const struct holding *other) {
    return slice_equals(one->office, other->office) && slice_equals(one->title, other->title) && one->acting == other->acting;
}

static bool add_holding(struct holders *holders, const struct holding *holding) {
    if (holders->count == holders->capacity) {
        size_t capacity = holders->capacity ? holders->capacity * 2 : 64;
        struct holding *more = realloc(holders->items, capacity * sizeof *more);
        if (!more) return false;
        holders->items = more;
        holders->capacity = capacity;
    }
    holders->items[holders->count++] = *holding;
    return true;
}

/* A term of several offices is a holding of each. */
static enum status gather_term(struct holders *holders, const struct record *term, struct error *error) {
    struct cell_reader reader = {record_get(term, TERM_OFFICE), 0};
    struct holding holding = {.acting = slice_is(record_get(term, TERM_STANDING), "acting")};
    int field;
    if (slice_is(record_get(term, TERM_STANDING), "suspended")) return STATUS_OK;
    if (term_find_span(term, &holding.span, &field, NULL) != STATUS_OK) return STATUS_OK; /* `dates` tells it */
    holding.term = arena_alloc(&holders->arena, sizeof *holding.term);
    if (!holding.term || !check_copy_record(&holders->arena, term, holding.term)) return ask_no_memory(error);
    reader.text = record_get(holding.term, TERM_OFFICE);
    while (cell_next_item(&reader, &holding.office)) {
        bool ambassador = ask_is_office(holding.office, SLICE_OF("ambassador")) && record_has(term, TERM_TITLE);
        holding.title = ambassador ? record_get(holding.term, TERM_TITLE) : SLICE_NONE;
        if ((ambassador || is_single(holding.office)) && !add_holding(holders, &holding)) return ask_no_memory(error);
    }
    return STATUS_OK;
}

static bool has_end(const struct record *term) { return record_has(term, TERM_END); }

static enum status find_name(struct checking *checking, const struct record *term, struct slice *name, struct error *error) {
    return ask_name(checking->asker, RECORD_PERSON, record_get(term, TERM_PERSON), name, error);
}

static enum status tell_overlap(struct checking *checking, const struct holding *one, const struct holding *other,
                                int64_t from, int64_t before, struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice country, first, second;
    enum status status = ask_actor_name(checking->asker, record_get(one->term, TERM_COUNTRY), &country, error);
    if (status == STATUS_OK) status = find_name(checking, one->term, &first, error);
    if (status == STATUS_OK) status = find_name(checking, other->term, &second, error);
    if (status != STATUS_OK) return status;
    struct slice office = record_get(one->term, record_has(one->term, TERM_TITLE) ? TERM_TITLE : TERM_OFFICE);
    struct slice word = check_word(checking, one->term), start = check_day(checking, from);
    bool same = slice_equals(record_get(one->term, TERM_PERSON), record_get(other->term, TERM_PERSON));
    struct slice post = check_words(checking, "%.*s of %.*s", CHECK_TEXT(office), CHECK_TEXT(country));
    struct slice time = before == DAY_MAX ? check_words(checking, "from %.*s on", CHECK_TEXT(start))
                                          : check_words(checking, "from %.*s to %.*s", CHECK_TEXT(start),
                                                        CHECK_TEXT(check_day(checking, before)));
    struct fault fault = {.record = one->term, .other = other->term, .field = "end"};
    if (same)
        fault.what = check_words(checking, "%.*s has two terms as %.*s at once, %.*s", CHECK_TEXT(first), CHECK_TEXT(post),
                                 CHECK_TEXT(time));
    else if (!has_end(one->term))
        fault.what = check_words(checking, "the end of %.*s as %.*s is not known, but %.*s holds the office from %.*s on",
                                 CHECK_TEXT(first), CHECK_TEXT(post), CHECK_TEXT(second), CHECK_TEXT(start));
    else
        fault.what = check_words(checking, "%.*s and %.*s are both %.*s %.*s", CHECK_TEXT(first), CHECK_TEXT(second),
                                 CHECK_TEXT(post), CHECK_TEXT(time));
    fault.repair = check_words(checking, "detente edit %.*s end=%.*s, %s", CHECK_TEXT(word), CHECK_TEXT(start),
                               same ? "or detente remove the one that is not meant" : "or the start of the other");
    return check_tell(checking, mark, &fault, error);
}

static bool has_office(const struct record *term, struct slice office) {
    struct cell_reader reader = {record_get(term, TERM_OFFICE), 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        if (slice_equals(item, office)) return true;
    return false;
}

/* Two who share several offices are told of once. */
static bool is_first_shared(const struct holding *one, const struct holding *other) {
    struct cell_reader reader = {record_get(one->term, TERM_OFFICE), 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        if (is_single(item) && has_office(other->term, item)) return slice_equals(item, one->office);
    return true;
}

/* In an office the one that surely lasts longest so far is kept, so that each holder is compared once. One of whom the end
 * is not known is told once, with who follows. */
static enum status sweep_office(struct checking *checking, const struct holding *items, size_t count, struct error *error) {
    const struct holding *longest = &items[0];
    enum status status = STATUS_OK;
    for (size_t i = 1; status == STATUS_OK && i < count; i++) {
        const struct holding *next = &items[i];
        const struct term_span *a = &longest->span, *b = &next->span;
        int64_t from = b->sure_from > a->sure_from ? b->sure_from : a->sure_from;
        int64_t before = b->sure_before < a->sure_before ? b->sure_before : a->sure_before;
        /* One day of both is a hand-over. */
        bool both = from < DAY_MAX && before > from && (before == DAY_MAX || before > from + 1);
        if (both && is_first_shared(longest, next)) status = tell_overlap(checking, longest, next, from, before, error);
        if (b->sure_before >= a->sure_before || (both && !has_end(longest->term))) longest = next;
    }
    return status;
}

static enum status sweep_country(struct holders *holders, struct error *error) {
    enum status status = STATUS_OK;
    if (holders->count) qsort(holders->items, holders->count, sizeof *holders->items, compare_holdings);
    for (size_t first = 0, next = 0; status == STATUS_OK && first < holders->count; first = next) {
        while (next < holders->count && is_one_office(&holders->items[first], &holders->items[next])) next++;
        status = sweep_office(holders->checking, &holders->items[first], next - first, error);
    }
    holders->count = 0;
    return status;
}

static enum status take_term(void *context, struct record *term, struct error *error) {
    struct holders *holders = context;
    enum status status = STATUS_OK;
    if (!slice_equals(holders->country, record_get(term, TERM_COUNTRY))) {
        status = sweep_country(holders, error);
        arena_free(&holders->arena);
        arena_init(&holders->arena);
        ask_forget_names(holders->checking->asker);
        if (!arena_copy(&holders->arena, record_get(term, TERM_COUNTRY), &holders->country)) return ask_no_memory(error);
    }
    return status == STATUS_OK ? gather_term(holders, term, error) : status;
}

static enum status check_overlaps(struct checking *checking, struct error *error) {
    struct holders holders = {.checking = checking};
    arena_init(&holders.arena);
    enum status status = store_terms(checking->asker->store, SLICE_NONE, DAY_MIN, DAY_MAX, take_term, &holders, error);
    if (status == STATUS_OK) status = sweep_country(&holders, error);
    free(holders.items);
    arena_free(&holders.arena);
    return status;
}

enum status check_terms(struct checking *checking, struct error *error) {
    enum status status = check_meetings(checking, error);
    return status == STATUS_OK ? check_overlaps(checking, error) : status;
}
