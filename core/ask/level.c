/* The level of a meeting is not typed in: it follows from who took part and what they were that day. Knows terms
 * and parties, not what the level is asked for. */
#include "level.h"

#include "inside.h"
#include "../base/cell.h"

static const char *const office_names[] = {
    [LEVEL_HEAD_OF_STATE] = "head_of_state",
    [LEVEL_HEAD_OF_GOVERNMENT] = "head_of_government",
    [LEVEL_FOREIGN_MINISTER] = "foreign_minister",
    [LEVEL_LEADER] = "leader",
};

const char *level_office_name(enum level_office office) { return office_names[office]; }

static void add_offices(struct level_side *side, struct slice cell, enum match held) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        for (size_t i = 0; i < LEVEL_ALL; i++)
            if (slice_is(item, office_names[i]) && side->held[i] < held) side->held[i] = held;
}

static void add_term(const struct record *term, enum match held, struct slice acts_for, struct level_side *sides,
                     size_t count) {
    struct slice country = record_get(term, TERM_COUNTRY);
    if (held == MATCH_NONE || slice_is(record_get(term, TERM_STANDING), "suspended")) return;
    if (slice_is_empty(acts_for)) held = MATCH_POSSIBLE;
    else if (!slice_equals(acts_for, country)) return;
    for (size_t i = 0; i < count; i++)
        if (slice_equals(sides[i].id, country)) add_offices(&sides[i], record_get(term, TERM_OFFICE), held);
}

static bool took_part(const struct party *party) {
    return party->type == PARTY_PERSON && !slice_is(party->role, "venue") && !slice_is(party->role, "subject");
}

enum status level_find(struct asker *asker, const struct stored_event *event, struct arena *scratch,
                       struct level_side *sides, size_t count, struct error *error) {
    struct party_list parties;
    int64_t first = term_first_day(&event->times), last = event->times.start_max;
    ask_forget_names(asker);
    for (size_t i = 0; i < count; i++) memset(sides[i].held, 0, sizeof sides[i].held);
    enum status status = event_list_parties(scratch, &event->event, &parties, error);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++) {
        const struct ask_terms *terms;
        if (!took_part(&parties.items[i])) continue;
        status = ask_terms_of(asker, parties.items[i].id, &terms, error);
        if (status != STATUS_OK) break;
        struct slice acts_for = term_acts_for(&parties, &parties.items[i], terms->terms, terms->spans, terms->count,
                                              first, last);
        for (size_t j = 0; j < terms->count; j++)
            add_term(&terms->terms[j], term_held(&terms->spans[j], first, last), acts_for, sides, count);
    }
    return status;
}
