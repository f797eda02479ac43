/* Events and other records as JSON, driven by the field tables. */
#include "record_json.h"

#include "../ask/last.h"
#include "writers.h"

/* An event being written: as kept, or with the answer around it. */
struct event_parts {
    struct json_text json;
    struct arena *scratch;
    const struct record *record;
    const struct answer_event *answer; /* NULL for a record as it is kept */
    const struct event_json_options *options;
};

/* ---- fields --------------------------------------------------------------------------------- */

/* imposer and target are lists that JSON shows as one text. */
static bool is_array(const struct field *field) {
    return field->type == FIELD_LIST || field->type == FIELD_CODES
           || (field->type == FIELD_NAMES && !(field->flags & FIELD_TARIFF));
}

static bool is_numeric(const struct field *field) {
    return field->type == FIELD_NUMBER || field->type == FIELD_INTEGER
           || field->type == FIELD_RANGE;
}

static bool put_field(struct json_text *json, const struct field *field, struct slice value,
                      struct arena *scratch) {
    if (slice_is_empty(value))
        return true;
    if (is_array(field))
        return json_put_list(json, field->name, value, scratch);
    if (is_numeric(field))
        json_put_number(json, field->name, value);
    else
        json_put_text(json, field->name, value);
    return true;
}

/* All fields of a record but one (-1: all). */
static bool put_fields(struct json_text *json, const struct record *record, int without,
                       struct arena *scratch) {
    const struct record_info *info = record_info(record->type);
    for (size_t i = 0; i < info->field_count; i++)
        if ((int)i != without && writer_shows_field(&info->fields[i])
            && !put_field(json, &info->fields[i], record_get(record, (int)i), scratch))
            return false;
    return true;
}

static void put_extras(struct json_text *json, const struct record *record) {
    if (record->extra_count == 0)
        return;
    json_open(json, "extra", '{');
    for (size_t i = 0; i < record->extra_count; i++)
        json_put_named(json, record->extras[i].name, record->extras[i].value);
    json_close(json, '}');
}

static void put_filled(struct json_text *json, const char *key, struct slice text) {
    if (!slice_is_empty(text))
        json_put_text(json, key, text);
}

/* ---- parties and sources -------------------------------------------------------------------- */

static void put_party(struct json_text *json, const struct party *party) {
    json_put_text(json, "type", slice_from(party_type_name(party->type)));
    json_put_text(json, "id", party->id);
    put_filled(json, "role", party->role);
    put_filled(json, "for", party->acts_for);
    put_filled(json, "as", party->as);
}

static bool put_office(struct event_parts *parts, const struct answer_office *office) {
    struct json_text *json = &parts->json;
    json_open(json, NULL, '{');
    if (!json_put_list(json, "office", office->office, parts->scratch))
        return false;
    put_filled(json, "title", office->title);
    put_filled(json, "country", office->country);
    put_filled(json, "standing", office->standing);
    json_put_bool(json, "certain", office->certain);
    json_close(json, '}');
    return true;
}

static bool put_offices(struct event_parts *parts, const struct answer_party *party) {
    if (party->office_count == 0)
        return true;
    json_open(&parts->json, "offices", '[');
    for (size_t i = 0; i < party->office_count; i++)
        if (!put_office(parts, &party->offices[i]))
            return false;
    json_close(&parts->json, ']');
    return true;
}

/* `for` is what was given; whom a person acted for as it was worked out is `acts_for`. */
static bool put_answer_party(struct event_parts *parts, const struct answer_party *party) {
    struct json_text *json = &parts->json;
    json_open(json, NULL, '{');
    put_party(json, &party->party);
    put_filled(json, "name", party->name);
    if (parts->options->derived) {
        put_filled(json, "acts_for", party->acts_for);
        if (!put_offices(parts, party))
            return false;
    }
    json_close(json, '}');
    return true;
}

static enum status put_kept_parties(struct event_parts *parts) {
    struct party_list list;
    enum status status = event_list_parties(parts->scratch, parts->record, &list, NULL);
    if (status != STATUS_OK || list.count == 0)
        return status;
    json_open(&parts->json, "parties", '[');
    for (size_t i = 0; i < list.count; i++) {
        json_open(&parts->json, NULL, '{');
        put_party(&parts->json, &list.items[i]);
        json_close(&parts->json, '}');
    }
    json_close(&parts->json, ']');
    return STATUS_OK;
}

static enum status put_parties(struct event_parts *parts) {
    const struct answer_event *answer = parts->answer;
    if (!answer || answer->party_count == 0)
        return put_kept_parties(parts);
    json_open(&parts->json, "parties", '[');
    for (size_t i = 0; i < answer->party_count; i++)
        if (!put_answer_party(parts, &answer->parties[i]))
            return STATUS_NO_MEMORY;
    json_close(&parts->json, ']');
    return STATUS_OK;
}

void source_json_put(struct json_text *json, const struct record *source) {
    static const int brief[] = {SOURCE_ID, SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_URL,
                                SOURCE_PUBLISHED};
    const struct record_info *info = record_info(RECORD_SOURCE);
    json_open(json, NULL, '{');
    for (size_t i = 0; i < sizeof brief / sizeof *brief; i++)
        put_filled(json, info->fields[brief[i]].name, record_get(source, brief[i]));
    json_close(json, '}');
}

static bool put_source(struct event_parts *parts, const struct record *source) {
    struct json_text *json = &parts->json;
    if (!parts->options->whole_sources) {
        source_json_put(json, source);
        return true;
    }
    json_open(json, NULL, '{');
    bool done = put_fields(json, source, -1, parts->scratch);
    put_extras(json, source);
    json_close(json, '}');
    return done;
}

/* A bare URL is no record: where sources are records, it stands in `source_url` only. */
static bool is_told(const struct event_parts *parts, const struct record *source) {
    return !parts->options->whole_sources || record_has(source, SOURCE_ID);
}

static bool put_answer_sources(struct event_parts *parts) {
    const struct answer_event *answer = parts->answer;
    bool opened = false;
    for (size_t i = 0; i < answer->source_count; i++) {
        if (!is_told(parts, &answer->sources[i].record))
            continue;
        if (!opened)
            json_open(&parts->json, "sources", '[');
        opened = true;
        if (!put_source(parts, &answer->sources[i].record))
            return false;
    }
    if (opened)
        json_close(&parts->json, ']');
    return true;
}

/* ---- what hangs on an event of an answer ---------------------------------------------------- */

static void put_day(struct json_text *json, const char *key, int64_t day) {
    char text[EDTF_DAY_SIZE];
    if (day == DAY_MIN || day == DAY_MAX)
        return;
    size_t size = edtf_format_day(day, text);
    json_put_text(json, key, (struct slice){text, size});
}

static bool put_claims(struct event_parts *parts) {
    const struct answer_event *answer = parts->answer;
    struct json_text *json = &parts->json;
    if (answer->claim_count == 0)
        return true;
    json_open(json, "claims", '[');
    for (size_t i = 0; i < answer->claim_count; i++) {
        const struct answer_claim *claim = &answer->claims[i];
        json_open(json, NULL, '{');
        if (!put_fields(json, &claim->record, CLAIM_EVENT, parts->scratch))
            return false;
        put_filled(json, "source_title", claim->source_title);
        put_filled(json, "source_publisher", claim->source_publisher);
        put_filled(json, "source_side", claim->source_side);
        put_extras(json, &claim->record);
        json_close(json, '}');
    }
    json_close(json, ']');
    return true;
}

static bool put_links(struct event_parts *parts) {
    const struct answer_event *answer = parts->answer;
    struct json_text *json = &parts->json;
    if (answer->link_count == 0)
        return true;
    json_open(json, "links", '[');
    for (size_t i = 0; i < answer->link_count; i++) {
        const struct answer_link *link = &answer->links[i];
        json_open(json, NULL, '{');
        if (!put_fields(json, &link->record, -1, parts->scratch))
            return false;
        put_filled(json, "other_title", link->other_title);
        put_extras(json, &link->record);
        json_close(json, '}');
    }
    json_close(json, ']');
    return true;
}

static bool put_notes(struct event_parts *parts) {
    const struct answer_event *answer = parts->answer;
    struct json_text *json = &parts->json;
    if (answer->note_count == 0)
        return true;
    json_open(json, "notes", '[');
    for (size_t i = 0; i < answer->note_count; i++) {
        json_open(json, NULL, '{');
        if (!put_fields(json, &answer->notes[i], NOTE_RECORD, parts->scratch))
            return false;
        json_close(json, '}');
    }
    json_close(json, ']');
    return true;
}

static bool put_merged(struct event_parts *parts) {
    const struct record *note = parts->answer->merged;
    if (!note)
        return true;
    json_open(&parts->json, "merged", '{');
    if (!put_fields(&parts->json, note, NOTE_KIND, parts->scratch))
        return false;
    json_close(&parts->json, '}');
    return true;
}

static void put_difference_source(struct json_text *json, const struct answer_claim *claim) {
    json_open(json, NULL, '{');
    put_filled(json, "id", record_get(&claim->record, CLAIM_SOURCE));
    put_filled(json, "title", claim->source_title);
    put_filled(json, "publisher", claim->source_publisher);
    put_filled(json, "side", claim->source_side);
    put_filled(json, "stance", record_get(&claim->record, CLAIM_STANCE));
    put_filled(json, "note", record_get(&claim->record, CLAIM_NOTE));
    json_close(json, '}');
}

static void put_value(struct json_text *json, const struct answer_value *value) {
    json_open(json, NULL, '{');
    json_put_text(json, "value", value->value);
    json_put_bool(json, "followed", value->followed);
    if (value->agrees)
        json_put_bool(json, "agrees", true);
    json_open(json, "sources", '[');
    for (size_t i = 0; i < value->claim_count; i++)
        put_difference_source(json, value->claims[i]);
    json_close(json, ']');
    json_close(json, '}');
}

static void put_difference(struct json_text *json, const struct answer_difference *difference) {
    json_open(json, NULL, '{');
    json_put_text(json, "field", difference->field);
    json_put_bool(json, "contested", difference->contested);
    put_filled(json, "follows", difference->follows);
    put_filled(json, "why", difference->why);
    json_open(json, "values", '[');
    for (size_t i = 0; i < difference->value_count; i++)
        put_value(json, &difference->values[i]);
    json_close(json, ']');
    json_close(json, '}');
}

/* What only agrees, less exactly, stands among the claims. */
static void put_disputes(struct json_text *json, const struct answer_event *answer) {
    bool opened = false;
    for (size_t i = 0; i < answer->difference_count; i++) {
        if (!answer->differences[i].differs)
            continue;
        if (!opened)
            json_open(json, "disputes", '[');
        opened = true;
        put_difference(json, &answer->differences[i]);
    }
    if (opened)
        json_close(json, ']');
}

static void put_mentions(struct json_text *json, const char *key, const struct answer_mentions *list) {
    json_open(json, key, '[');
    for (size_t i = 0; i < list->count; i++) {
        json_open(json, NULL, '{');
        put_filled(json, "id", list->items[i].id);
        put_filled(json, "kind", list->items[i].kind);
        put_filled(json, "date", list->items[i].date);
        put_filled(json, "title", list->items[i].title);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_statement(struct json_text *json, const struct answer_first_since *statement) {
    json_open(json, NULL, '{');
    json_put_text(json, "value", statement->value);
    json_put_text(json, "verdict", slice_from(first_verdict_name(statement->verdict)));
    put_filled(json, "compared", statement->compared);
    put_day(json, "from", statement->from);
    put_day(json, "to", statement->to);
    if (statement->verdict != FIRST_NOT_DECIDABLE)
        json_put_bool(json, "covered", statement->covered);
    put_filled(json, "why", statement->why);
    put_mentions(json, "since", &statement->since);
    put_mentions(json, "contradicted_by", &statement->contradicted_by);
    put_mentions(json, "possible", &statement->possible);
    put_mentions(json, "near", &statement->near);
    json_open(json, "sources", '[');
    for (size_t i = 0; i < statement->claim_count; i++)
        put_difference_source(json, statement->claims[i]);
    json_close(json, ']');
    json_close(json, '}');
}

static void put_first_since(struct json_text *json, const struct answer_event *answer) {
    if (answer->first_since_count == 0)
        return;
    json_open(json, "first_since", '[');
    for (size_t i = 0; i < answer->first_since_count; i++)
        put_statement(json, &answer->first_since[i]);
    json_close(json, ']');
}

/* How many were folded into it: a file of folded events says so, too. */
static void put_reports(struct json_text *json, const struct answer_event *answer) {
    if (answer->reports > 1)
        json_put_integer(json, "reports", answer->reports);
}

static bool put_derived(struct event_parts *parts) {
    const struct answer_event *answer = parts->answer;
    struct json_text *json = &parts->json;
    put_day(json, "start_min", answer->times.start_min);
    put_day(json, "start_max", answer->times.start_max);
    put_day(json, "end_min", answer->times.end_min);
    put_day(json, "end_max", answer->times.end_max);
    put_filled(json, "derived_end", answer->derived_end);
    put_filled(json, "match", slice_from(writer_match_name(answer->match)));
    put_reports(json, answer);
    if (answer->disputed)
        json_put_bool(json, "disputed", true);
    put_disputes(json, answer);
    put_first_since(json, answer);
    return put_claims(parts) && put_links(parts) && put_notes(parts) && put_merged(parts);
}

/* ---- the event ------------------------------------------------------------------------------ */

static bool put_tariff(struct event_parts *parts) {
    const struct record_info *info = record_info(RECORD_EVENT);
    bool opened = false;
    for (size_t i = 0; i < info->field_count; i++) {
        if (!(info->fields[i].flags & FIELD_TARIFF) || !record_has(parts->record, (int)i))
            continue;
        if (!opened)
            json_open(&parts->json, "tariff", '{');
        opened = true;
        if (!put_field(&parts->json, &info->fields[i], record_get(parts->record, (int)i),
                       parts->scratch))
            return false;
    }
    if (opened)
        json_close(&parts->json, '}');
    return true;
}

static enum status put_event_field(struct event_parts *parts, const struct field *field,
                                   int number) {
    bool done;
    if (number == EVENT_COUNTRIES)
        return put_parties(parts); /* which tell the other three too */
    if (field->type == FIELD_PARTIES || (field->flags & FIELD_TARIFF) || !writer_shows_field(field))
        return STATUS_OK;
    if (number == EVENT_SOURCES && parts->answer && parts->answer->source_count)
        done = put_answer_sources(parts);
    else
        done = put_field(&parts->json, field, record_get(parts->record, number), parts->scratch);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

/* Most fields are empty; parties and sources may have something to tell even then. */
static bool has_something(const struct event_parts *parts, int field) {
    return record_has(parts->record, field) || field == EVENT_COUNTRIES || field == EVENT_SOURCES;
}

/* The tariff stands where the first of its fields has its place. */
static enum status put_event_fields(struct event_parts *parts) {
    const struct record_info *info = record_info(RECORD_EVENT);
    bool tariff_told = false;
    for (size_t i = 0; i < info->field_count; i++) {
        const struct field *field = &info->fields[i];
        if (!has_something(parts, (int)i))
            continue;
        if ((field->flags & FIELD_TARIFF) && !tariff_told) {
            tariff_told = true;
            if (!put_tariff(parts))
                return STATUS_NO_MEMORY;
        }
        enum status status = put_event_field(parts, field, (int)i);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

static enum status put_event(struct event_parts *parts) {
    json_open(&parts->json, NULL, '{');
    enum status status = put_event_fields(parts);
    if (status != STATUS_OK)
        return status;
    put_extras(&parts->json, parts->record);
    if (parts->answer && parts->options->derived && !put_derived(parts))
        return STATUS_NO_MEMORY;
    if (parts->answer && !parts->options->derived)
        put_reports(&parts->json, parts->answer);
    json_close(&parts->json, '}');
    return buffer_failed(parts->json.buffer) ? STATUS_NO_MEMORY : STATUS_OK;
}

enum status event_json_append(struct buffer *out, struct arena *scratch,
                              const struct answer_event *event,
                              const struct event_json_options *options) {
    struct event_parts parts = {{out, false}, scratch, &event->event, event, options};
    return put_event(&parts);
}

enum status record_json_append(struct buffer *out, struct arena *scratch,
                               const struct record *record) {
    struct event_parts parts = {{out, false}, scratch, record, NULL, NULL};
    if (record->type == RECORD_EVENT)
        return put_event(&parts);
    json_open(&parts.json, NULL, '{');
    if (!put_fields(&parts.json, record, -1, scratch))
        return STATUS_NO_MEMORY;
    put_extras(&parts.json, record);
    json_close(&parts.json, '}');
    return buffer_failed(out) ? STATUS_NO_MEMORY : STATUS_OK;
}
