/* The texts of a record that are searched: for the index, and for the excerpts that show where it was found. */
#include "inside.h"
#include "search.h"

#include "../base/cell.h"
#include "../model/reference.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

struct lister {
    struct store *store;
    struct arena *arena;
    struct search_fields *fields;
    struct error *error;
};

static enum status add_field(struct lister *lister, const struct search_field *field) {
    struct search_fields *fields = lister->fields;
    if (slice_is_empty(field->text)) return STATUS_OK;
    if (fields->count == fields->capacity) {
        size_t capacity = fields->capacity ? fields->capacity * 2 : 16;
        struct search_field *more = arena_alloc_array(lister->arena, capacity, sizeof *more);
        if (!more) return no_memory(lister->error);
        if (fields->count) memcpy(more, fields->items, fields->count * sizeof *more);
        fields->items = more;
        fields->capacity = capacity;
    }
    fields->items[fields->count++] = *field;
    return STATUS_OK;
}

static enum status add_text(struct lister *lister, enum search_column column, const char *name, struct slice text) {
    return add_field(lister, &(struct search_field){.column = column, .name = name, .text = text});
}

/* The items of a list cell; those of a dated list without their time, "Germany@1990-10-03/..". */
static enum status add_list(struct lister *lister, const char *name, struct slice cell, struct slice of, bool dated) {
    struct cell_reader reader = {cell, 0};
    struct slice item, text;
    enum status status = STATUS_OK;
    while (status == STATUS_OK && cell_next_item(&reader, &item)) {
        if (!cell_unescape(lister->arena, item, &text)) return no_memory(lister->error);
        if (dated) text = slice_part(text, 0, slice_find(text, '@'));
        status = add_field(lister, &(struct search_field){SEARCH_NAMES, name, text, of, SLICE_NONE});
    }
    return status;
}

/* ---- who took part ------------------------------------------------------------------------------------- */

static int alias_field(enum record_type type) {
    return type == RECORD_COUNTRY ? COUNTRY_ALIASES : type == RECORD_ORGANIZATION ? ORGANIZATION_ALIASES : PERSON_ALIASES;
}

enum status search_get_named(struct store *store, enum record_type type, struct slice id, struct arena *arena,
                             struct record *record, bool *found, struct error *error) {
    enum status status = store_get(store, type, id, arena, record, found, error);
    if (status != STATUS_OK || *found || (type != RECORD_COUNTRY && type != RECORD_ORGANIZATION)) return status;
    const struct reference_row *row = reference_find(type, id);
    *found = row != NULL;
    if (row) reference_to_record(type, row, record);
    return STATUS_OK;
}

/* The display name, and of people and organizations the aliases: a country has so many that every event would be
 * found by words that nobody used of it. Who has no record has its id. */
static enum status add_party(struct lister *lister, enum record_type type, struct slice id) {
    struct record record;
    bool found = false;
    enum status status = search_get_named(lister->store, type, id, lister->arena, &record, &found, lister->error);
    struct slice name = found ? record_get(&record, 1) : id;
    if (status == STATUS_OK) status = add_text(lister, SEARCH_NAMES, "name", name);
    if (status == STATUS_OK && found && type != RECORD_COUNTRY)
        status = add_list(lister, "name", record_get(&record, alias_field(type)), name, false);
    return status;
}

/* Names are read from the cells, not by event_list_parties: roles and details say nothing here. */
static enum status add_parties(struct lister *lister, enum record_type type, struct slice cell) {
    struct cell_reader reader = {cell, 0};
    struct slice item, parts[2], id;
    enum status status = STATUS_OK;
    while (status == STATUS_OK && cell_next_item(&reader, &item)) {
        if (cell_split_parts(item, parts, 2) == 0) continue;
        if (!cell_unescape(lister->arena, parts[0], &id)) return no_memory(lister->error);
        status = type == RECORD_TYPES ? add_text(lister, SEARCH_NAMES, "name", id) : add_party(lister, type, id);
    }
    return status;
}

/* ---- what sources say -------------------------------------------------------------------------------------- */

static enum status add_quotes(struct lister *lister, struct slice event) {
    struct record *claims;
    size_t count;
    enum status status = store_list(lister->store, RECORD_CLAIM, event, lister->arena, &claims, &count, lister->error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct search_field field = {.column = SEARCH_QUOTES, .name = "quote", .text = record_get(&claims[i], CLAIM_QUOTE),
                                     .source = record_get(&claims[i], CLAIM_SOURCE)};
        bool is_quote = slice_is(record_get(&claims[i], CLAIM_FIELD), "quote");
        if (is_quote && slice_is_empty(field.text)) field.text = record_get(&claims[i], CLAIM_VALUE);
        status = add_field(lister, &field);
        struct slice value = record_get(&claims[i], CLAIM_VALUE);
        if (status != STATUS_OK || !is_quote || slice_equals(value, field.text)) continue;
        field.text = value;
        status = add_field(lister, &field);
    }
    return status;
}

/* ---- records ------------------------------------------------------------------------------------------------- */

static enum status add_party_cell(struct lister *lister, int field, struct slice cell) {
    switch (field) {
    case EVENT_PEOPLE: return add_parties(lister, RECORD_PERSON, cell);
    case EVENT_ORGANIZATIONS: return add_parties(lister, RECORD_ORGANIZATION, cell);
    case EVENT_COUNTRIES: return add_parties(lister, RECORD_COUNTRY, cell);
    default: return add_parties(lister, RECORD_TYPES, cell);
    }
}

/* In the order in which their texts are told. */
const int search_event_fields[] = {EVENT_TITLE, EVENT_SUMMARY, EVENT_PEOPLE, EVENT_ORGANIZATIONS, EVENT_ACTORS,
                                   EVENT_COUNTRIES, EVENT_PLACE, EVENT_VENUE, EVENT_PRODUCT, EVENT_TAGS};
const size_t search_event_field_count = sizeof search_event_fields / sizeof *search_event_fields;

static enum status add_event_field(struct lister *lister, int field, struct slice cell) {
    switch (field) {
    case EVENT_TITLE: return add_text(lister, SEARCH_TITLE, "title", cell);
    case EVENT_SUMMARY: return add_text(lister, SEARCH_SUMMARY, "summary", cell);
    case EVENT_VENUE: return add_text(lister, SEARCH_NAMES, "venue", cell);
    case EVENT_PLACE: return add_list(lister, "place", cell, SLICE_NONE, false);
    case EVENT_PRODUCT: return add_list(lister, "product", cell, SLICE_NONE, false);
    case EVENT_TAGS: return add_list(lister, "tag", cell, SLICE_NONE, false);
    default: return add_party_cell(lister, field, cell);
    }
}

/* The quotes stand behind title and summary. */
static enum status list_event(struct lister *lister, const struct record *event) {
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < search_event_field_count; i++) {
        status = add_event_field(lister, search_event_fields[i], record_get(event, search_event_fields[i]));
        if (status == STATUS_OK && search_event_fields[i] == EVENT_SUMMARY)
            status = add_quotes(lister, record_get(event, EVENT_ID));
    }
    return status;
}

static enum status list_named(struct lister *lister, const struct record *record) {
    struct slice name = record_get(record, 1);
    enum status status = add_text(lister, SEARCH_TITLE, "name", name);
    if (status != STATUS_OK) return status;
    return add_list(lister, "name", record_get(record, alias_field(record->type)), name, record->type == RECORD_COUNTRY);
}

static enum status list_source(struct lister *lister, const struct record *source) {
    enum status status = add_text(lister, SEARCH_TITLE, "title", record_get(source, SOURCE_TITLE));
    if (status != STATUS_OK) return status;
    return add_text(lister, SEARCH_NAMES, "publisher", record_get(source, SOURCE_PUBLISHER));
}

enum status search_list_fields(struct store *store, const struct record *record, struct arena *arena,
                               struct search_fields *fields, struct error *error) {
    struct lister lister = {store, arena, fields, error};
    *fields = (struct search_fields){NULL, 0, 0};
    switch (record->type) {
    case RECORD_EVENT: return list_event(&lister, record);
    case RECORD_SOURCE: return list_source(&lister, record);
    case RECORD_COUNTRY: case RECORD_ORGANIZATION: case RECORD_PERSON: return list_named(&lister, record);
    default: return STATUS_OK;
    }
}
