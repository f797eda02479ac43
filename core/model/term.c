#include "term.h"

/* A side of a term. Untouched when nothing is written, or that it goes on; `doubtful` and `about` say what the marks of the
 * date do to it. */
struct side {
    int64_t min, max, about; /* about: days that an approximate date may be off; 0: none */
    bool doubtful;
};

static enum status read_side(const struct record *term, int which, struct side *side, int *field, struct error *error) {
    struct slice text = record_get(term, which);
    if (slice_is_empty(text) || slice_is(text, "..")) return STATUS_OK;
    struct edtf date;
    enum status status = edtf_parse(text, &date, NULL, error);
    if (status != STATUS_OK) {
        *field = which;
        return status;
    }
    side->min = date.min;
    side->max = date.max;
    side->about = date.approximate ? edtf_approximate_days(&date) : 0;
    side->doubtful = date.uncertain || side->about < 0;
    return STATUS_OK;
}

static int64_t later(int64_t day, int64_t days) { return day == DAY_MIN || day > DAY_MAX - days ? day : day + days; }
static int64_t earlier(int64_t day, int64_t days) { return day == DAY_MAX || day < DAY_MIN + days ? day : day - days; }

enum status term_find_span(const struct record *term, struct term_span *span, int *field, struct error *error) {
    struct side start = {DAY_MIN, DAY_MAX, 0, false}, end = {DAY_MAX, DAY_MAX, 0, false};
    *span = (struct term_span){DAY_MIN, DAY_MAX, DAY_MAX, DAY_MAX, DAY_MAX, DAY_MAX};
    enum status status = read_side(term, TERM_START, &start, field, error);
    if (status == STATUS_OK) status = read_side(term, TERM_END, &end, field, error);
    if (status != STATUS_OK) return status;
    *span = (struct term_span){start.min, start.max, end.min, end.max,
                               start.doubtful ? DAY_MAX : later(start.max, start.about),
                               end.doubtful ? DAY_MIN : earlier(end.min, end.about)};
    if (span->end_max >= span->start_min) return STATUS_OK;
    *field = TERM_END;
    error_set(error, STATUS_BAD_INPUT, "the term ends before it starts");
    error_advise(error, "check start and end: the end is the first day no longer in office");
    return STATUS_BAD_INPUT;
}

int64_t term_first_day(const struct event_times *times) {
    return times->start_min == DAY_MIN ? times->start_max : times->start_min;
}

enum match term_held(const struct term_span *span, int64_t first, int64_t last) {
    if (span->sure_from <= first && span->sure_before > last) return MATCH_SURE;
    if (span->start_min <= last && span->end_max > first) return MATCH_POSSIBLE;
    return MATCH_NONE;
}

static bool is_party(const struct party_list *parties, struct slice id) {
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *party = &parties->items[i];
        bool state = party->type == PARTY_COUNTRY || party->type == PARTY_ORGANIZATION;
        if (state && slice_equals(party->id, id)) return true;
    }
    return false;
}

/* The one country of the terms held at least so surely; *many when there are several. */
static struct slice only_country(const struct party_list *parties, const struct record *terms,
                                 const struct term_span *spans, size_t count, int64_t first, int64_t last,
                                 enum match at_least, bool among_parties, bool *many) {
    struct slice found = SLICE_NONE;
    for (size_t i = 0; i < count; i++) {
        struct slice country = record_get(&terms[i], TERM_COUNTRY);
        if (term_held(&spans[i], first, last) < at_least) continue;
        if (among_parties && !is_party(parties, country)) continue;
        if (!slice_is_empty(found) && !slice_equals(found, country)) *many = true;
        found = country;
    }
    return found;
}

struct slice term_acts_for(const struct party_list *parties, const struct party *person,
                           const struct record *terms, const struct term_span *spans, size_t count,
                           int64_t first, int64_t last) {
    if (!slice_is_empty(person->acts_for)) return person->acts_for;
    static const enum match ways[] = {MATCH_SURE, MATCH_POSSIBLE};
    for (size_t w = 0; w < 2; w++) {
        bool many = false;
        struct slice found = only_country(parties, terms, spans, count, first, last, ways[w], true, &many);
        if (many) return SLICE_NONE;
        if (!slice_is_empty(found)) return found;
        found = only_country(parties, terms, spans, count, first, last, ways[w], false, &many);
        if (many) return SLICE_NONE;
        if (!slice_is_empty(found)) return found;
    }
    return SLICE_NONE;
}
