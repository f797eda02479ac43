/* Was an event the first of its kind since another? Compares like with like and says what was compared; what is
 * near is told too, since such sentences are often meant more widely than they hold. */
#include "last.h"

#include <stdlib.h>
#include "inside.h"
#include "level.h"
#include "../base/cell.h"
#include "../model/reference.h"

const char *first_verdict_name(enum first_verdict verdict) {
    static const char *const names[] = {"holds", "contradicted", "possibly contradicted", "not decidable"};
    return names[verdict];
}

enum { SIDES_MAX = 8 }; /* beyond it an event is no pair's, and what is like it cannot be told */

/* What is compared with. */
struct comparison {
    struct asker *asker;
    const struct answer_event *event;
    struct arena *arena;  /* of the answer */
    struct arena scratch; /* rewound after each event looked at */
    struct level_side sides[SIDES_MAX]; /* with what their people held in the event itself */
    enum record_type types[SIDES_MAX];
    size_t side_count;
    bool too_many;
    struct slice kind, family;
    int64_t from, to;     /* between the value and the event, inclusive */
    struct answer_first_since *statement;
};

/* ---- the sides of an event ----------------------------------------------------------------------------------- */

static enum status add_side(struct comparison *comparison, struct slice id, enum record_type type) {
    if (slice_is_empty(id)) return STATUS_OK;
    for (size_t i = 0; i < comparison->side_count; i++)
        if (slice_equals(comparison->sides[i].id, id)) return STATUS_OK;
    if (comparison->side_count == SIDES_MAX) {
        comparison->too_many = true;
        return STATUS_OK;
    }
    comparison->types[comparison->side_count] = type;
    comparison->sides[comparison->side_count++].id = id;
    return STATUS_OK;
}

/* Whom a person acts for may be either. */
static enum status add_side_of_person(struct comparison *comparison, struct slice id, struct error *error) {
    struct record record;
    bool found = reference_find(RECORD_COUNTRY, id) == NULL;
    enum status status = STATUS_OK;
    if (found)
        status = store_get(comparison->asker->store, RECORD_ORGANIZATION, id, comparison->arena, &record, &found, error);
    found = found || reference_find(RECORD_ORGANIZATION, id) != NULL;
    return status == STATUS_OK ? add_side(comparison, id, found ? RECORD_ORGANIZATION : RECORD_COUNTRY) : status;
}

static enum status list_sides(struct comparison *comparison, struct error *error) {
    const struct answer_event *event = comparison->event;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        if (slice_is(party->party.role, "venue")) continue;
        if (party->party.type == PARTY_COUNTRY) status = add_side(comparison, party->party.id, RECORD_COUNTRY);
        else if (party->party.type == PARTY_ORGANIZATION)
            status = add_side(comparison, party->party.id, RECORD_ORGANIZATION);
    }
    for (size_t i = 0; status == STATUS_OK && i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        if (party->party.type == PARTY_PERSON && !slice_is(party->party.role, "venue") && !slice_is_empty(party->acts_for))
            status = add_side_of_person(comparison, party->acts_for, error);
    }
    return status;
}

/* ---- offices --------------------------------------------------------------------------------------------------- */

static bool is_led(const struct level_side *side) {
    return side->held[LEVEL_HEAD_OF_STATE] != MATCH_NONE || side->held[LEVEL_HEAD_OF_GOVERNMENT] != MATCH_NONE;
}

/* Of the offices held on a side the leaders' count, else the foreign minister's, else none is asked for. */
static void keep_highest(struct level_side *side) {
    if (is_led(side)) side->held[LEVEL_FOREIGN_MINISTER] = MATCH_NONE;
}

/* How surely is the other event's side of the same offices? `widely`: any leader's, or minister's. */
static enum match compare_side(const struct level_side *own, const struct level_side *other, bool widely) {
    enum match best = MATCH_NONE;
    bool asked = false;
    for (size_t i = 0; i < LEVEL_OFFICES; i++) {
        bool counts = own->held[i] != MATCH_NONE;
        asked = asked || counts;
        if (widely) counts = i != LEVEL_FOREIGN_MINISTER || own->held[LEVEL_FOREIGN_MINISTER] != MATCH_NONE;
        if (counts && other->held[i] > best) best = other->held[i];
    }
    return asked ? best : MATCH_SURE;
}

/* Does an event have all sides, and how surely at the level? */
static enum status compare_levels(struct comparison *comparison, const struct stored_event *event, enum match *same,
                                  enum match *wide, struct error *error) {
    struct level_side sides[SIDES_MAX];
    for (size_t i = 0; i < comparison->side_count; i++) sides[i] = (struct level_side){.id = comparison->sides[i].id};
    *same = *wide = MATCH_SURE;
    enum status status = level_find(comparison->asker, event, &comparison->scratch, sides, comparison->side_count, error);
    for (size_t i = 0; status == STATUS_OK && i < comparison->side_count; i++) {
        enum match narrow = compare_side(&comparison->sides[i], &sides[i], false);
        enum match broad = compare_side(&comparison->sides[i], &sides[i], true);
        if (narrow < *same) *same = narrow;
        if (broad < *wide) *wide = broad;
    }
    return status;
}

/* The sides beyond the two that the store was asked for. */
static enum status has_all_sides(struct comparison *comparison, const struct stored_event *event, bool *all,
                                 struct error *error) {
    struct party_list parties;
    struct slice_list through;
    *all = true;
    if (comparison->side_count <= 2) return STATUS_OK;
    enum status status = event_list_parties(&comparison->scratch, &event->event, &parties, error);
    if (status == STATUS_OK && !cell_parse_list(&comparison->scratch, event->through, &through))
        status = ask_no_memory(error);
    for (size_t i = 2; status == STATUS_OK && *all && i < comparison->side_count; i++) {
        *all = false;
        for (size_t j = 0; j < parties.count && !*all; j++)
            *all = parties.items[j].type != PARTY_PERSON && !slice_is(parties.items[j].role, "venue") &&
                   slice_equals(parties.items[j].id, comparison->sides[i].id);
        for (size_t j = 0; j < through.count && !*all; j++)
            *all = slice_equals(through.items[j], comparison->sides[i].id);
    }
    return status;
}

/* ---- what lies between ---------------------------------------------------------------------------------------- */

static enum status mention(struct comparison *comparison, struct answer_mentions *list, const struct stored_event *event,
                           struct error *error) {
    static const int fields[] = {EVENT_ID, EVENT_DATE, EVENT_TITLE, EVENT_KIND};
    struct answer_mention *items = (struct answer_mention *)list->items;
    bool full = (list->count & (list->count - 1)) == 0; /* grows at each power of two */
    if (full) {
        items = arena_alloc_array(comparison->arena, list->count ? list->count * 2 : 1, sizeof *items);
        if (!items) return ask_no_memory(error);
        if (list->count) memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
    }
    struct answer_mention *item = &items[list->count];
    struct slice *texts[] = {&item->id, &item->date, &item->title, &item->kind};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!arena_copy(comparison->arena, record_get(&event->event, fields[i]), texts[i])) return ask_no_memory(error);
    item->start_min = event->times.start_min;
    item->start_max = event->times.start_max;
    list->count++;
    return STATUS_OK;
}

static bool is_itself(const struct comparison *comparison, const struct stored_event *event) {
    return slice_equals(record_get(&event->event, EVENT_ID), record_get(&comparison->event->event, EVENT_ID));
}

static enum status judge_between(struct comparison *comparison, const struct stored_event *event, struct error *error) {
    enum match same, wide;
    bool all;
    struct answer_first_since *statement = comparison->statement;
    enum status status = has_all_sides(comparison, event, &all, error);
    if (status != STATUS_OK || !all) return status;
    status = compare_levels(comparison, event, &same, &wide, error);
    if (status != STATUS_OK || wide == MATCH_NONE) return status;
    if (!kind_is_below(record_get(&event->event, EVENT_KIND), comparison->kind) || same == MATCH_NONE)
        return mention(comparison, &statement->near, event, error);
    int64_t latest = comparison->event->times.start_min - 1;
    bool sure = event_match(&event->times, comparison->from, latest, MATCH_CERTAIN) == MATCH_SURE && same == MATCH_SURE;
    return mention(comparison, sure ? &statement->contradicted_by : &statement->possible, event, error);
}

static enum status take_between(void *context, struct stored_event *event, struct error *error) {
    struct comparison *comparison = context;
    if (is_itself(comparison, event)) return STATUS_OK;
    struct arena_mark mark = arena_mark(&comparison->scratch);
    enum status status = judge_between(comparison, event, error);
    arena_rewind(&comparison->scratch, mark);
    return status;
}

/* The latest of the kind that the value can mean. */
static enum status take_since(void *context, struct stored_event *event, struct error *error) {
    struct comparison *comparison = context;
    enum match same = MATCH_NONE, wide;
    bool all;
    if (is_itself(comparison, event)) return STATUS_OK;
    struct arena_mark mark = arena_mark(&comparison->scratch);
    enum status status = has_all_sides(comparison, event, &all, error);
    if (status == STATUS_OK && all) status = compare_levels(comparison, event, &same, &wide, error);
    arena_rewind(&comparison->scratch, mark);
    if (status != STATUS_OK || !all || same == MATCH_NONE) return status;
    status = mention(comparison, &comparison->statement->since, event, error);
    return status == STATUS_OK ? STATUS_STOPPED : status;
}

/* The events of that kind between the sides in these days. */
static void build_query(struct comparison *comparison, struct slice *kind, int64_t from, int64_t to,
                        struct query *query) {
    query_init(query);
    query->kinds = (struct slice_list){kind, 1};
    query->has_range = true;
    query->from = from;
    query->to = to;
    query->as_happened = true;
    query->has_pair = comparison->side_count >= 2;
    query->multilateral = comparison->side_count > 2;
    for (size_t i = 0; query->has_pair && i < 2; i++)
        query->pair[i] = (struct query_actor){comparison->types[i], comparison->sides[i].id};
    struct slice_list one = {&comparison->sides[0].id, 1};
    if (!query->has_pair && comparison->types[0] == RECORD_COUNTRY) query->countries = one;
    else if (!query->has_pair) query->organizations = one;
}

static enum status find_since(struct comparison *comparison, int64_t first, int64_t last, struct error *error) {
    struct query query;
    build_query(comparison, &comparison->kind, first, last, &query);
    query.reverse = true;
    enum status status = store_ask(comparison->asker->store, &query, MATCH_NONE, take_since, comparison, error);
    return status == STATUS_STOPPED && comparison->statement->since.count ? STATUS_OK : status;
}

static enum status find_between(struct comparison *comparison, struct error *error) {
    struct query query;
    int64_t latest = comparison->event->times.start_max == DAY_MAX ? DAY_MAX : comparison->event->times.start_max - 1;
    build_query(comparison, &comparison->family, comparison->from, latest, &query);
    enum status status = store_ask(comparison->asker->store, &query, MATCH_NONE, take_between, comparison, error);
    if (status != STATUS_OK) return status;
    build_query(comparison, &comparison->kind, comparison->from, comparison->to, &query);
    return store_covers(comparison->asker->store, &query, &comparison->scratch, &comparison->statement->covered,
                        error);
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

static enum status append_side(struct comparison *comparison, size_t side, struct buffer *text, struct error *error) {
    struct slice name;
    bool some = false;
    enum status status = ask_name(comparison->asker, comparison->types[side], comparison->sides[side].id, &name, error);
    if (status != STATUS_OK) return status;
    buffer_append_slice(text, name);
    for (size_t i = 0; i < LEVEL_OFFICES; i++) {
        if (comparison->sides[side].held[i] == MATCH_NONE) continue;
        buffer_append_text(text, some ? " or " : "\xE2\x80\x99s ");
        for (const char *c = level_office_name((enum level_office)i); *c; c++)
            buffer_append_byte(text, *c == '_' ? ' ' : *c);
        some = true;
    }
    return STATUS_OK;
}

/* "bilateral meeting (meeting.bilateral) between Testland's head of state and Otherland's head of government" */
static enum status word_compared(struct comparison *comparison, struct error *error) {
    const struct kind *kind = kind_find(comparison->kind);
    struct buffer text;
    enum status status = STATUS_OK;
    size_t count = comparison->side_count;
    buffer_init(&text);
    if (kind && slice_is(comparison->kind, kind->path)) {
        char first = kind->label[0];
        buffer_append_byte(&text, first >= 'A' && first <= 'Z' ? (char)(first - 'A' + 'a') : first);
        buffer_append_text(&text, first ? kind->label + 1 : "");
    } else {
        buffer_append_slice(&text, comparison->kind);
    }
    buffer_append_text(&text, count > 1 ? " between " : " of ");
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        buffer_append_text(&text, i == 0 ? "" : i + 1 < count ? ", " : " and ");
        status = append_side(comparison, i, &text, error);
    }
    if (status == STATUS_OK && (buffer_failed(&text) ||
                                !arena_copy(comparison->arena, buffer_slice(&text), &comparison->statement->compared)))
        status = ask_no_memory(error);
    buffer_free(&text);
    return status;
}

static void append_day(struct buffer *text, int64_t day) {
    char written[EDTF_DAY_SIZE];
    size_t size = edtf_format_day(day, written);
    buffer_append(text, written, size);
}

static void append_ids(struct buffer *text, const struct answer_mentions *list) {
    for (size_t i = 0; i < list->count; i++) {
        buffer_append_text(text, i == 0 ? "" : i + 1 < list->count ? ", " : " and ");
        buffer_append_slice(text, list->items[i].id);
    }
}

static void append_verdict(struct buffer *text, const struct answer_first_since *statement) {
    bool none = statement->contradicted_by.count == 0 && statement->possible.count == 0;
    buffer_append_text(text, none ? "no other " : "another ");
    buffer_append_slice(text, statement->compared);
    buffer_append_text(text, none ? " is in this record" : statement->contradicted_by.count ? " was" : " may have been");
    buffer_append_text(text, " from ");
    append_day(text, statement->from);
    buffer_append_text(text, " to ");
    append_day(text, statement->to);
    if (none) {
        buffer_append_text(text, statement->covered ? ", which claims to hold all" : ", which does not claim to hold all");
        return;
    }
    buffer_append_text(text, ": ");
    append_ids(text, statement->contradicted_by.count ? &statement->contradicted_by : &statement->possible);
}

static enum status word_why(struct comparison *comparison, struct error *error) {
    struct answer_first_since *statement = comparison->statement;
    struct buffer text;
    buffer_init(&text);
    append_verdict(&text, statement);
    enum status status = buffer_failed(&text) || !arena_copy(comparison->arena, buffer_slice(&text), &statement->why)
                       ? ask_no_memory(error) : STATUS_OK;
    buffer_free(&text);
    return status;
}

/* ---- one statement ------------------------------------------------------------------------------------------------ */

static void leave_open(struct answer_first_since *statement, const char *why) {
    statement->verdict = FIRST_NOT_DECIDABLE;
    statement->from = DAY_MIN;
    statement->to = DAY_MAX;
    statement->why = slice_from(why);
}

/* The days that the value can be; *why says why there are none to compare with. */
static enum status read_value(struct comparison *comparison, int64_t *first, int64_t *last, const char **why,
                              struct error *error) {
    struct query_dates dates = store_dates(comparison->asker->store);
    const struct event_times *times = &comparison->event->times;
    struct error fault = {0};
    *why = NULL;
    enum status status = query_parse_range(&dates, comparison->arena, comparison->statement->value, first, last, &fault);
    if (status == STATUS_USAGE || status == STATUS_BAD_INPUT || status == STATUS_NOT_FOUND)
        *why = "it is neither a date nor the id of an event in this record";
    else if (status != STATUS_OK) return error_set(error, status, "%s", fault.message);
    else if (*first == DAY_MIN || *last == DAY_MAX) *why = "since when is not known";
    else if (times->start_min == DAY_MIN) *why = "when the event itself was is not known";
    else if (*last >= times->start_min) *why = "that does not surely end before the event itself";
    else if (comparison->side_count == 0) *why = "the event names no country and no organization";
    else if (comparison->too_many) *why = "the event has more than eight sides, so what is like it cannot be told";
    return STATUS_OK;
}

static enum status judge_statement(struct comparison *comparison, struct error *error) {
    struct answer_first_since *statement = comparison->statement;
    int64_t first = DAY_MIN, last = DAY_MAX;
    const char *why;
    enum status status = read_value(comparison, &first, &last, &why, error);
    if (status != STATUS_OK) return status;
    if (why) {
        leave_open(statement, why);
        return STATUS_OK;
    }
    statement->from = comparison->from = last + 1;
    statement->to = comparison->to = comparison->event->times.start_min - 1;
    status = word_compared(comparison, error);
    if (status == STATUS_OK) status = find_since(comparison, first, last, error);
    if (status == STATUS_OK) status = find_between(comparison, error);
    statement->verdict = statement->contradicted_by.count ? FIRST_CONTRADICTED
                       : statement->possible.count ? FIRST_POSSIBLY_CONTRADICTED : FIRST_HOLDS;
    return status == STATUS_OK ? word_why(comparison, error) : status;
}

/* ---- all of them -------------------------------------------------------------------------------------------------- */

static bool says_first(const struct answer_claim *claim) {
    return slice_is(record_get(&claim->record, CLAIM_FIELD), "first_since");
}

/* The place of a value among those before it; `count` when it is new. */
static size_t find_value(const struct answer_first_since *statements, size_t count, struct slice value) {
    size_t i = 0;
    while (i < count && !slice_equals(statements[i].value, value)) i++;
    return i;
}

enum { STATEMENTS_MAX = 100 }; /* values of one event that are looked into; none is known to have three */

static enum status list_statements(struct comparison *comparison, struct answer_first_since *statements, size_t *count,
                                   struct error *error) {
    const struct answer_event *event = comparison->event;
    for (size_t i = 0; i < event->claim_count; i++) {
        struct slice value = record_get(&event->claims[i].record, CLAIM_VALUE);
        if (!says_first(&event->claims[i])) continue;
        size_t at = find_value(statements, *count, value);
        if (at == STATEMENTS_MAX) continue;
        if (at == *count) statements[(*count)++].value = value;
        struct answer_first_since *statement = &statements[at];
        const struct answer_claim **claims = (const struct answer_claim **)statement->claims;
        if ((statement->claim_count & (statement->claim_count - 1)) == 0) {
            claims = arena_alloc_array(comparison->arena, statement->claim_count ? statement->claim_count * 2 : 1,
                                       sizeof *claims);
            if (!claims) return ask_no_memory(error);
            if (statement->claim_count) memcpy(claims, statement->claims, statement->claim_count * sizeof *claims);
        }
        claims[statement->claim_count++] = &event->claims[i];
        statement->claims = claims;
    }
    return STATUS_OK;
}

static enum status prepare(struct comparison *comparison, struct error *error) {
    struct stored_event stored = {.event = comparison->event->event, .times = comparison->event->times};
    comparison->kind = record_get(&comparison->event->event, EVENT_KIND);
    comparison->family = slice_part(comparison->kind, 0, slice_find(comparison->kind, '.'));
    enum status status = list_sides(comparison, error);
    if (status == STATUS_OK)
        status = level_find(comparison->asker, &stored, &comparison->scratch, comparison->sides, comparison->side_count,
                            error);
    for (size_t i = 0; i < comparison->side_count; i++) keep_highest(&comparison->sides[i]);
    return status;
}

enum status ask_first_since(struct asker *asker, const struct answer_event *event, struct arena *arena,
                            const struct answer_first_since **statements, size_t *count, struct error *error) {
    struct comparison comparison = {.asker = asker, .event = event, .arena = arena};
    bool some = false;
    *statements = NULL;
    *count = 0;
    for (size_t i = 0; i < event->claim_count && !some; i++) some = says_first(&event->claims[i]);
    if (!some) return STATUS_OK;
    struct answer_first_since *made = arena_alloc_array(arena, STATEMENTS_MAX, sizeof *made);
    if (!made) return ask_no_memory(error);
    arena_init(&comparison.scratch);
    enum status status = list_statements(&comparison, made, count, error);
    if (status == STATUS_OK) status = prepare(&comparison, error);
    for (size_t i = 0; status == STATUS_OK && i < *count; i++) {
        comparison.statement = &made[i];
        status = judge_statement(&comparison, error);
    }
    arena_free(&comparison.scratch);
    *statements = made;
    return status;
}
