/* One event with all that hangs on it. */
#include "inside.h"

#include <stdlib.h>
#include "../base/cell.h"

struct completion {
    struct asker *asker;
    struct arena *arena;
    const struct stored_event *stored;
    struct answer_event *answer;
    struct party_list parties;
    struct error *error;
};

/* ---- parties ------------------------------------------------------------------------------------ */

static const enum record_type record_of_party[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON, RECORD_TYPES};

static int compare_standing(const struct answer_office *a, const struct answer_office *b) {
    return (int)b->certain - (int)a->certain;
}

/* The offices held on the day, those surely held first, each in the order of the terms. */
static enum status add_offices(struct completion *completion, const struct ask_terms *terms,
                               struct answer_party *party) {
    const struct event_times *times = &completion->stored->times;
    struct answer_office *offices = arena_alloc_array(completion->arena, terms->count + 1, sizeof *offices);
    if (!offices) return ask_no_memory(completion->error);
    for (size_t i = 0; i < terms->count; i++) {
        const struct record *term = &terms->terms[i];
        enum match held = term_held(&terms->spans[i], term_first_day(times), times->start_max);
        if (held == MATCH_NONE) continue;
        struct answer_office office = {record_get(term, TERM_OFFICE), record_get(term, TERM_TITLE),
                                       record_get(term, TERM_COUNTRY), record_get(term, TERM_STANDING),
                                       held == MATCH_SURE};
        size_t at = party->office_count++;
        for (; at > 0 && compare_standing(&offices[at - 1], &office) > 0; at--) offices[at] = offices[at - 1];
        offices[at] = office;
    }
    party->offices = offices;
    return STATUS_OK;
}

static enum status complete_person(struct completion *completion, struct answer_party *party) {
    const struct ask_terms *terms;
    const struct event_times *times = &completion->stored->times;
    enum status status = ask_terms_of(completion->asker, party->party.id, &terms, completion->error);
    if (status != STATUS_OK) return status;
    party->acts_for = term_acts_for(&completion->parties, &party->party, terms->terms, terms->spans, terms->count,
                                    term_first_day(times), times->start_max);
    return add_offices(completion, terms, party);
}

/* A country, else an organization. */
static enum status name_side(struct completion *completion, struct answer_party *party) {
    struct slice id = party->acts_for, name;
    enum status status = ask_name(completion->asker, RECORD_COUNTRY, id, &name, completion->error);
    if (status == STATUS_OK && slice_equals(name, id))
        status = ask_name(completion->asker, RECORD_ORGANIZATION, id, &name, completion->error);
    if (status == STATUS_OK && !arena_copy(completion->arena, name, &party->acts_for_name))
        status = ask_no_memory(completion->error);
    return status;
}

static enum status complete_party(struct completion *completion, const struct party *from,
                                  struct answer_party *party) {
    *party = (struct answer_party){.party = *from, .name = from->id, .acts_for = from->acts_for};
    enum record_type type = record_of_party[from->type];
    if (type == RECORD_TYPES) return STATUS_OK;
    struct slice name;
    enum status status = ask_name(completion->asker, type, from->id, &name, completion->error);
    if (status == STATUS_OK && !arena_copy(completion->arena, name, &party->name))
        status = ask_no_memory(completion->error);
    if (status != STATUS_OK || from->type != PARTY_PERSON || completion->asker->depth == ASK_NAMES) return status;
    status = complete_person(completion, party);
    return status == STATUS_OK && !slice_is_empty(party->acts_for) ? name_side(completion, party) : status;
}

static enum status add_parties(struct completion *completion) {
    enum status status = event_list_parties(completion->arena, &completion->stored->event, &completion->parties,
                                            completion->error);
    if (status != STATUS_OK) return status;
    size_t count = completion->parties.count;
    struct answer_party *parties = arena_alloc_array(completion->arena, count + 1, sizeof *parties);
    if (!parties) return ask_no_memory(completion->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = complete_party(completion, &completion->parties.items[i], &parties[i]);
    completion->answer->parties = parties;
    completion->answer->party_count = count;
    return status;
}

/* ---- sources -------------------------------------------------------------------------------------- */

static enum status add_sources(struct completion *completion) {
    struct slice_list ids;
    const struct record *event = &completion->stored->event;
    if (!cell_parse_list(completion->arena, record_get(event, EVENT_SOURCES), &ids))
        return ask_no_memory(completion->error);
    struct answer_source *sources = arena_alloc_array(completion->arena, ids.count + 1, sizeof *sources);
    if (!sources) return ask_no_memory(completion->error);
    enum status status = STATUS_OK;
    size_t count = 0;
    for (size_t i = 0; status == STATUS_OK && i < ids.count; i++) {
        bool found = false;
        status = store_get(completion->asker->store, RECORD_SOURCE, ids.items[i], completion->arena,
                           &sources[count].record, &found, completion->error);
        count += found;
    }
    if (record_has(event, EVENT_SOURCE_URL)) {
        record_init(&sources[count].record, RECORD_SOURCE);
        record_set(&sources[count++].record, SOURCE_URL, record_get(event, EVENT_SOURCE_URL));
    }
    completion->answer->sources = sources;
    completion->answer->source_count = count;
    return status;
}

/* ---- claims and disputes ---------------------------------------------------------------------------- */

/* The source of that id; NULL when none is known. */
static enum status find_source(struct completion *completion, struct slice id, const struct record **source) {
    bool found = false;
    *source = NULL;
    if (slice_is_empty(id)) return STATUS_OK;
    struct record *record = arena_alloc(completion->arena, sizeof *record);
    if (!record) return ask_no_memory(completion->error);
    enum status status = store_get(completion->asker->store, RECORD_SOURCE, id, completion->arena, record, &found,
                                   completion->error);
    if (found) *source = record;
    return status;
}

/* `before`: the claim before it, which often has the same source; may be NULL. */
static enum status complete_claim(struct completion *completion, const struct record *record,
                                  const struct answer_claim *before, struct answer_claim *claim) {
    struct slice id = record_get(record, CLAIM_SOURCE);
    enum status status = STATUS_OK;
    *claim = (struct answer_claim){.record = *record};
    if (before && slice_equals(record_get(&before->record, CLAIM_SOURCE), id)) claim->source = before->source;
    else status = find_source(completion, id, &claim->source);
    if (status != STATUS_OK || !claim->source) return status;
    claim->source_title = record_get(claim->source, SOURCE_TITLE);
    claim->source_publisher = record_get(claim->source, SOURCE_PUBLISHER);
    claim->source_side = record_get(claim->source, SOURCE_SIDE);
    return STATUS_OK;
}

static bool contradicts(const struct answer_claim *claim) {
    struct slice stance = record_get(&claim->record, CLAIM_STANCE);
    return slice_is(stance, "disputes") || slice_is(stance, "denies") || slice_is(stance, "corrects");
}

/* By field, then value, then source. */
static int compare_claims(const void *a, const void *b) {
    static const int fields[] = {CLAIM_FIELD, CLAIM_VALUE, CLAIM_SOURCE};
    const struct record *p = &(*(const struct answer_claim *const *)a)->record;
    const struct record *q = &(*(const struct answer_claim *const *)b)->record;
    int order = 0;
    for (size_t i = 0; order == 0 && i < sizeof fields / sizeof *fields; i++)
        order = slice_compare(record_get(p, fields[i]), record_get(q, fields[i]));
    return order;
}

/* The number of claims, from the first of these on, that speak of its field. */
static size_t count_field(const struct answer_claim *const *claims, size_t count, bool *contradicted) {
    size_t same = 0;
    *contradicted = false;
    for (; same < count; same++) {
        if (!slice_equals(record_get(&claims[same]->record, CLAIM_FIELD), record_get(&claims[0]->record, CLAIM_FIELD)))
            break;
        *contradicted = *contradicted || contradicts(claims[same]);
    }
    return same;
}

/* A field is disputed when one claim on it contradicts; then every value that is claimed stands beside it. What else
 * differs is told with it. Parties and notes are known by now. */
static enum status add_disputes(struct completion *completion) {
    struct answer_event *answer = completion->answer;
    size_t count = answer->claim_count;
    struct answer_dispute *disputes = arena_alloc_array(completion->arena, count + 1, sizeof *disputes);
    const struct answer_claim **sorted = arena_alloc_array(completion->arena, count + 1, sizeof *sorted);
    if (!disputes || !sorted) return ask_no_memory(completion->error);
    for (size_t i = 0; i < count; i++) sorted[i] = &answer->claims[i];
    qsort(sorted, count, sizeof *sorted, compare_claims);
    for (size_t i = 0, same; i < count; i += same) {
        bool contradicted;
        same = count_field(sorted + i, count - i, &contradicted);
        if (!contradicted) continue;
        struct slice field = record_get(&sorted[i]->record, CLAIM_FIELD);
        disputes[answer->dispute_count++] = (struct answer_dispute){field, sorted + i, same};
    }
    answer->disputes = disputes;
    return ask_compare_claims(answer, sorted, count, completion->arena, completion->error);
}

static enum status add_claims(struct completion *completion) {
    struct record *records;
    size_t count;
    enum status status = store_list(completion->asker->store, RECORD_CLAIM,
                                    record_get(&completion->stored->event, EVENT_ID), completion->arena, &records,
                                    &count, completion->error);
    if (status != STATUS_OK) return status;
    struct answer_claim *claims = arena_alloc_array(completion->arena, count + 1, sizeof *claims);
    if (!claims) return ask_no_memory(completion->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = complete_claim(completion, &records[i], i ? &claims[i - 1] : NULL, &claims[i]);
    completion->answer->claims = claims;
    completion->answer->claim_count = count;
    return status;
}

/* ---- links and notes ---------------------------------------------------------------------------------- */

static enum status complete_link(struct completion *completion, const struct record *record,
                                 struct answer_link *link) {
    struct record other;
    bool found = false;
    struct slice id = record_get(&completion->stored->event, EVENT_ID);
    link->record = *record;
    link->outgoing = slice_equals(record_get(record, LINK_FROM), id);
    struct slice other_id = record_get(record, link->outgoing ? LINK_TO : LINK_FROM);
    enum status status = store_get(completion->asker->store, RECORD_EVENT, other_id, completion->arena, &other, &found,
                                   completion->error);
    if (found) link->other_title = record_get(&other, EVENT_TITLE);
    if (status == STATUS_OK) status = find_source(completion, record_get(record, LINK_SOURCE), &link->source);
    return status;
}

static enum status add_links(struct completion *completion) {
    struct record *records;
    size_t count;
    enum status status = store_list(completion->asker->store, RECORD_LINK,
                                    record_get(&completion->stored->event, EVENT_ID), completion->arena, &records,
                                    &count, completion->error);
    if (status != STATUS_OK) return status;
    struct answer_link *links = arena_alloc_array(completion->arena, count + 1, sizeof *links);
    if (!links) return ask_no_memory(completion->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) status = complete_link(completion, &records[i], &links[i]);
    completion->answer->links = links;
    completion->answer->link_count = count;
    return status;
}

static enum status add_notes(struct completion *completion) {
    struct record *notes;
    size_t count, kept = 0;
    enum status status = store_list(completion->asker->store, RECORD_NOTE,
                                    record_get(&completion->stored->event, EVENT_ID), completion->arena, &notes,
                                    &count, completion->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (slice_is(record_get(&notes[i], NOTE_KIND), "correction")) notes[kept++] = notes[i];
    completion->answer->notes = notes;
    completion->answer->note_count = status == STATUS_OK ? kept : 0;
    return status;
}

struct slice ask_release(const struct record *event) {
    struct slice release = record_get(event, EVENT_RELEASE);
    return slice_is(release, "public") ? SLICE_NONE : release;
}

/* ---- all ------------------------------------------------------------------------------------------------ */

enum status ask_complete(struct asker *asker, const struct stored_event *stored, struct arena *arena,
                         struct answer_event *answer, struct error *error) {
    ask_forget_names(asker);
    struct completion completion = {asker, arena, stored, answer, {NULL, 0}, error};
    *answer = (struct answer_event){.event = stored->event, .times = stored->times, .match = stored->match,
                                    .reports = 1, .disputed = stored->disputed};
    if (!event_fill_shorthand(arena, &answer->event)) return ask_no_memory(error);
    enum status status = add_parties(&completion);
    if (status == STATUS_OK) status = add_sources(&completion);
    if (status != STATUS_OK || asker->depth == ASK_NAMES) return status;
    status = add_claims(&completion);
    if (status == STATUS_OK) status = add_links(&completion);
    if (status == STATUS_OK) status = add_notes(&completion);
    if (status == STATUS_OK) status = add_disputes(&completion);
    if (status == STATUS_OK && stored->times.end_state == END_DERIVED)
        status = store_ended_by(asker->store, record_get(&stored->event, EVENT_ID), arena, &answer->derived_end, error);
    return status;
}
