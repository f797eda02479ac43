/* Does an event pass the filters of a query? The one place that says what each filter means; the
 * postings only narrow down which events are looked at. */
#include "inside.h"

#include "../base/cell.h"
#include "../base/number.h"
#include "../base/utf8.h"
#include "../model/cameo.h"

struct judge {
    struct store *store;
    const struct query *query;
    struct arena *arena;
    const struct stored_event *stored;
    const struct record *event;
    struct party_list parties;
    struct slice_list through;
};

static bool has_any(const struct slice_list *list, struct slice value) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], value)) return true;
    return false;
}

/* A role filter narrows the party filters beside it. */
static bool has_role(const struct judge *judge, const struct party *party) {
    return judge->query->roles.count == 0 || has_any(&judge->query->roles, party->role);
}

static bool accept_party(const struct judge *judge, enum party_type type, const struct slice_list *ids);

/* Several people: all of them took part. */
static bool accept_people(const struct judge *judge, const struct slice_list *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        struct slice_list one = {&ids->items[i], 1};
        if (!accept_party(judge, PARTY_PERSON, &one)) return false;
    }
    return true;
}

static bool accept_party(const struct judge *judge, enum party_type type, const struct slice_list *ids) {
    if (ids->count == 0) return true;
    if (type == PARTY_PERSON && ids->count > 1) return accept_people(judge, ids);
    for (size_t i = 0; i < judge->parties.count; i++) {
        const struct party *party = &judge->parties.items[i];
        if (party->type == type && has_any(ids, party->id) && has_role(judge, party)) return true;
    }
    if (type == PARTY_PERSON || judge->query->roles.count) return false;
    for (size_t i = 0; i < judge->through.count; i++)
        if (has_any(ids, judge->through.items[i])) return true;
    return false;
}

static bool accept_roles(const struct judge *judge) {
    const struct query *query = judge->query;
    if (query->roles.count == 0 || query->countries.count || query->organizations.count || query->people.count)
        return true;
    for (size_t i = 0; i < judge->parties.count; i++)
        if (has_role(judge, &judge->parties.items[i])) return true;
    return false;
}

static enum status accept_pair(const struct judge *judge, bool *accepted, struct error *error) {
    struct pair_actor *actors;
    size_t count;
    *accepted = true;
    if (!judge->query->has_pair) return STATUS_OK;
    enum status status = facet_list_actors(judge->arena, judge->event, judge->stored->through, &actors, &count, error);
    if (status != STATUS_OK) return status;
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t side = 0; side < 2; side++) found += slice_equals(actors[i].id, judge->query->pair[side].id);
    *accepted = found == 2 && (count <= PAIR_ACTORS_MAX || judge->query->multilateral);
    return STATUS_OK;
}

static bool accept_kind(const struct judge *judge) {
    const struct slice_list *kinds = &judge->query->kinds;
    for (size_t i = 0; i < kinds->count; i++)
        if (kind_is_below(record_get(judge->event, EVENT_KIND), kinds->items[i])) return true;
    return kinds->count == 0;
}

static bool accept_status(const struct judge *judge) {
    const struct slice_list *statuses = &judge->query->statuses;
    struct slice status = record_get(judge->event, EVENT_STATUS);
    if (slice_is_empty(status)) status = SLICE_OF("reported");
    if (statuses->count) return has_any(statuses, status);
    return !judge->query->as_happened || event_status_is_real(status);
}

/* CAMEO codes are a tree by their beginnings: 19 takes 190, 1951 … A code of another system stands for itself alone. */
static bool is_code(struct slice code, struct slice wanted) {
    if (slice_equals(code, wanted)) return true;
    return slice_starts_with(code, wanted) && cameo_find(wanted) && cameo_find(code);
}

static bool accept_code(const struct judge *judge) {
    const struct slice_list *codes = &judge->query->codes;
    for (size_t i = 0; i < codes->count; i++)
        if (is_code(record_get(judge->event, EVENT_CODE), codes->items[i])) return true;
    return codes->count == 0;
}

static bool contains(struct slice text, struct slice part) {
    for (size_t i = 0; part.size <= text.size && i <= text.size - part.size; i++)
        if (memcmp(text.data + i, part.data, part.size) == 0) return true;
    return false;
}

enum how { HOW_EQUAL, HOW_BEGINS /* the word, or the word and more words */, HOW_CONTAINS };

static bool matches(struct slice folded, struct slice wanted, enum how how) {
    if (slice_equals(folded, wanted)) return true;
    if (how == HOW_CONTAINS) return contains(folded, wanted);
    return how == HOW_BEGINS && slice_starts_with(folded, wanted) && folded.data[wanted.size] == ' ';
}

/* Is one of the items of a cell, folded, one of the values wanted, folded? */
static enum status accept_cell(const struct judge *judge, int field, const struct slice_list *wanted, enum how how,
                               bool *accepted, struct error *error) {
    struct slice_list items;
    *accepted = wanted->count == 0;
    if (*accepted) return STATUS_OK;
    if (!cell_parse_list(judge->arena, record_get(judge->event, field), &items))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; i < items.count; i++)
        for (size_t j = 0; j < wanted->count; j++) {
            struct slice item, value;
            if (!utf8_fold(judge->arena, items.items[i], &item) || !utf8_fold(judge->arena, wanted->items[j], &value))
                return error_set(error, STATUS_NO_MEMORY, "out of memory");
            if (matches(item, value, how)) *accepted = true;
        }
    return STATUS_OK;
}

/* A product by words of its name, or by the beginning of its Harmonized System code. */
static enum status accept_product(const struct judge *judge, bool *accepted, struct error *error) {
    const struct slice_list *wanted = &judge->query->products;
    struct slice_list codes;
    enum status status = accept_cell(judge, EVENT_PRODUCT, wanted, HOW_CONTAINS, accepted, error);
    if (status != STATUS_OK || *accepted) return status;
    if (!cell_parse_list(judge->arena, record_get(judge->event, EVENT_HS), &codes))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    for (size_t i = 0; i < codes.count; i++)
        for (size_t j = 0; j < wanted->count; j++)
            if (query_is_code(wanted->items[j]) && slice_starts_with(codes.items[i], wanted->items[j])) *accepted = true;
    return STATUS_OK;
}

static bool accept_source(const struct judge *judge) {
    const struct slice_list *wanted = &judge->query->sources;
    struct slice_list ids;
    if (wanted->count == 0) return true;
    if (has_any(wanted, record_get(judge->event, EVENT_SOURCE_URL))) return true;
    if (!cell_parse_list(judge->arena, record_get(judge->event, EVENT_SOURCES), &ids)) return false;
    for (size_t i = 0; i < ids.count; i++)
        if (has_any(wanted, ids.items[i])) return true;
    return false;
}

/* One of the texts, as a run of words anywhere in title or summary. */
static enum status accept_text(const struct judge *judge, bool *accepted, struct error *error) {
    const struct slice_list *texts = &judge->query->texts;
    struct slice title, summary, wanted;
    *accepted = texts->count == 0;
    if (*accepted) return STATUS_OK;
    bool good = utf8_fold(judge->arena, record_get(judge->event, EVENT_TITLE), &title) &&
                utf8_fold(judge->arena, record_get(judge->event, EVENT_SUMMARY), &summary);
    for (size_t i = 0; good && i < texts->count; i++) {
        good = utf8_fold(judge->arena, texts->items[i], &wanted);
        if (good && (contains(title, wanted) || contains(summary, wanted))) *accepted = true;
    }
    return good ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

static bool accept_mentions(const struct judge *judge) {
    int64_t mentions = 0;
    if (judge->query->min_mentions <= 0) return true;
    number_parse_integer(record_get(judge->event, EVENT_MENTIONS), &mentions);
    return mentions >= judge->query->min_mentions;
}

static bool accept_span(const struct judge *judge, int field, const struct query_span *span) {
    double value;
    if (slice_is_empty(span->text)) return true;
    return number_parse(record_get(judge->event, field), &value) && query_is_in_span(span, value);
}

static bool accept_box(const struct judge *judge) {
    const struct query_box *box = &judge->query->box;
    double latitude, longitude;
    if (slice_is_empty(box->text)) return true;
    return number_parse(record_get(judge->event, EVENT_LATITUDE), &latitude) &&
           number_parse(record_get(judge->event, EVENT_LONGITUDE), &longitude) &&
           query_is_in_box(box, latitude, longitude);
}

/* Is it one source, with a bare address that may be that of a source that is named? */
static enum status count_address(const struct judge *judge, const struct slice_list *ids, bool *accepted,
                                 struct error *error) {
    struct slice address = record_get(judge->event, EVENT_SOURCE_URL);
    struct record source;
    bool found = false;
    *accepted = ids->count + !slice_is_empty(address) == 1;
    if (ids->count != 1 || slice_is_empty(address)) return STATUS_OK;
    enum status status = store_get(judge->store, RECORD_SOURCE, ids->items[0], judge->arena, &source, &found, error);
    if (status == STATUS_OK && found) *accepted = slice_equals(record_get(&source, SOURCE_URL), address);
    return status;
}

/* Rests on one source alone: those it names, its bare address, and the sources of claims that support it. */
static enum status accept_single_source(const struct judge *judge, bool *accepted, struct error *error) {
    struct slice_list ids;
    struct record *claims;
    size_t count;
    *accepted = true;
    if (!judge->query->single_source) return STATUS_OK;
    if (!cell_parse_list(judge->arena, record_get(judge->event, EVENT_SOURCES), &ids))
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    enum status status = store_list(judge->store, RECORD_CLAIM, record_get(judge->event, EVENT_ID), judge->arena,
                                    &claims, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count && ids.count < 2; i++)
        if (!record_has(&claims[i], CLAIM_STANCE) && !has_any(&ids, record_get(&claims[i], CLAIM_SOURCE)) &&
            !arena_append(judge->arena, &ids, record_get(&claims[i], CLAIM_SOURCE)))
            status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (status != STATUS_OK) return status;
    return count_address(judge, &ids, accepted, error);
    return status;
}

/* The filters that need no look at other records and no folding. */
static bool accept_plainly(const struct judge *judge) {
    const struct query *query = judge->query;
    return accept_kind(judge) && accept_status(judge) &&
           (!query->public_only || event_is_public(judge->event, query->public_on)) && accept_code(judge) && accept_mentions(judge) &&
           accept_span(judge, EVENT_INTENSITY, &query->intensity) && accept_span(judge, EVENT_TONE, &query->tone) &&
           accept_box(judge) &&
           (!query->disputed || judge->stored->disputed) &&
           accept_party(judge, PARTY_COUNTRY, &query->countries) &&
           accept_party(judge, PARTY_ORGANIZATION, &query->organizations) &&
           accept_party(judge, PARTY_PERSON, &query->people) && accept_roles(judge) && accept_source(judge);
}

enum status accept_event(struct store *store, const struct query *query, struct arena *arena,
                         const struct stored_event *event, bool *accepted, struct error *error) {
    struct judge judge = {.store = store, .query = query, .arena = arena, .stored = event, .event = &event->event};
    *accepted = false;
    enum status status = event_list_parties(arena, &event->event, &judge.parties, error);
    if (status == STATUS_OK && !cell_parse_list(arena, event->through, &judge.through))
        status = error_set(error, STATUS_NO_MEMORY, "out of memory");
    if (status != STATUS_OK || !accept_plainly(&judge)) return status;
    status = accept_pair(&judge, accepted, error);
    if (status == STATUS_OK && *accepted)
        status = accept_cell(&judge, EVENT_TAGS, &query->tags, HOW_EQUAL, accepted, error);
    if (status == STATUS_OK && *accepted)
        status = accept_cell(&judge, EVENT_PLACE, &query->places, HOW_BEGINS, accepted, error);
    if (status == STATUS_OK && *accepted) status = accept_product(&judge, accepted, error);
    if (status == STATUS_OK && *accepted) status = accept_text(&judge, accepted, error);
    if (status == STATUS_OK && *accepted) status = accept_single_source(&judge, accepted, error);
    return status;
}
