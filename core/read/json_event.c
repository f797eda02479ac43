/* What only events have, as JSON: sources that are records of their own, parties[], tariff{}. */
#include "../base/cell.h"
#include "../model/event.h"
#include "../model/nearest.h"
#include "json_filling.h"

static const char *event_field_name(int field) {
    return record_info(RECORD_EVENT)->fields[field].name;
}

/* ---- Sources ------------------------------------------------------------------------------- */

/* A source as an object: a record of its own; the event names it by its id or else its URL. */
static struct slice visit_source(struct filling *event, const cJSON *node) {
    struct filling source;
    filling_begin(&source, event->reader, RECORD_SOURCE, event->value, node, event->error);
    filling_take_members(&source, node);
    struct slice name = record_get(&source.record, SOURCE_ID);
    if (slice_is_empty(slice_trim(name)))
        name = record_get(&source.record, SOURCE_URL);
    if (slice_is_empty(slice_trim(name)))
        filling_fail(event, node, "give it one of them", "a source without id and url");
    else if (event->status == STATUS_OK)
        event->status = filling_visit(&source);
    return name;
}

static void set_sources(struct filling *f, const cJSON *array) {
    struct buffer cell;
    buffer_init(&cell);
    for (const cJSON *item = array->child; item; item = item->next) {
        if (cJSON_IsObject(item))
            filling_append_item(&cell, visit_source(f, item));
        else if (cJSON_IsString(item) || cJSON_IsNumber(item))
            filling_append_item(&cell, filling_text(f, item));
        else
            filling_fail(f, item, "a source is \"id\" or {\"id\", \"url\", \"title\"}",
                         "%s in sources, where an id or a source is due", json_node_kind(item));
    }
    filling_set_value(f, EVENT_SOURCES, array, filling_keep(f, &cell));
}

/* ---- Parties ------------------------------------------------------------------------------- */

enum party_key { KEY_TYPE, KEY_ID, KEY_ROLE, KEY_FOR, KEY_AS, KEY_NAME, KEY_KNOWN };
static const char *const party_keys[] = {[KEY_TYPE] = "type",
                                         [KEY_ID] = "id",
                                         [KEY_ROLE] = "role",
                                         [KEY_FOR] = "for",
                                         [KEY_AS] = "as",
                                         [KEY_NAME] = "name",
                                         /* What answers say of a party: passed over. */
                                         "offices",
                                         "office",
                                         "title",
                                         "acts_for"};
enum { PARTY_KEY_COUNT = sizeof party_keys / sizeof party_keys[0] };

static const int party_fields[PARTY_TYPES] = {[PARTY_COUNTRY] = EVENT_COUNTRIES,
                                              [PARTY_ORGANIZATION] = EVENT_ORGANIZATIONS,
                                              [PARTY_PERSON] = EVENT_PEOPLE,
                                              [PARTY_ACTOR] = EVENT_ACTORS};

struct party_texts {
    struct slice texts[KEY_KNOWN];
    enum party_type type;
};

static size_t find_party_key(struct slice key) {
    size_t i = 0;
    while (i < PARTY_KEY_COUNT && !slice_equals_ascii_nocase(slice_from(party_keys[i]), key))
        i++;
    return i;
}

static void refuse_party_key(struct filling *f, const cJSON *node) {
    struct nearest nearest = {.word = node_key(node)};
    char names[200], remedy[240];
    for (size_t i = 0; i < KEY_KNOWN; i++)
        nearest_offer(&nearest, slice_from(party_keys[i]));
    nearest_format(&nearest, names, sizeof names);
    snprintf(remedy, sizeof remedy, "did you mean %s?", names);
    filling_fail(f, node, names[0] ? remedy : "remove it", "a party has no key %s",
                 column_show(node_key(node)).text);
}

static void read_party_member(struct filling *f, const cJSON *node, struct party_texts *party) {
    size_t key = find_party_key(node_key(node));
    if (key == PARTY_KEY_COUNT)
        refuse_party_key(f, node);
    else if (key < KEY_KNOWN && (node_is_container(node) || cJSON_IsBool(node)))
        filling_fail(f, node, "write the value itself", "%s of a party is %s, where a text is due",
                     party_keys[key], json_node_kind(node));
    else if (key < KEY_KNOWN)
        party->texts[key] = slice_trim(filling_text(f, node));
}

static bool refuse_party(struct filling *f, const cJSON *node, const char *what,
                         struct slice word) {
    filling_fail(
        f, node,
        "a party is {\"type\", \"id\", \"role\"}; its type is country, organization, person "
        "or actor",
        "%s%s", what, column_show(word).text);
    return false;
}

static bool read_party(struct filling *f, const cJSON *node, struct party_texts *party) {
    *party = (struct party_texts){.type = PARTY_TYPES};
    if (!cJSON_IsObject(node))
        return refuse_party(f, node, "no object in parties", SLICE_OF(""));
    for (const cJSON *child = node->child; child; child = child->next)
        read_party_member(f, child, party);
    struct slice type = party->texts[KEY_TYPE];
    party->type = party_find_type(type);
    if (slice_is_empty(party->texts[KEY_ID]))
        return refuse_party(f, node, "a party without id", SLICE_OF(""));
    if (slice_is_empty(type))
        return refuse_party(f, node, "a party without type", SLICE_OF(""));
    if (party->type == PARTY_TYPES)
        return refuse_party(f, node, "no party has the type ", type);
    return true;
}

/* id[:role] */
static void append_party(struct buffer *cell, const struct party_texts *party) {
    if (cell->size)
        buffer_append_byte(cell, ';');
    cell_append_part(cell, party->texts[KEY_ID]);
    if (slice_is_empty(party->texts[KEY_ROLE]))
        return;
    buffer_append_byte(cell, ':');
    cell_append_part(cell, party->texts[KEY_ROLE]);
}

/* type:id:role:for:as, for what a cell cannot say. */
static void append_details(struct buffer *cell, const struct party_texts *party) {
    const struct slice *texts = party->texts;
    if (slice_is_empty(texts[KEY_FOR]) && slice_is_empty(texts[KEY_AS]))
        return;
    if (cell->size)
        buffer_append_byte(cell, ';');
    buffer_append_text(cell, party_type_name(party->type));
    for (int key = KEY_ID; key <= KEY_AS; key++) {
        buffer_append_byte(cell, ':');
        cell_append_part(cell, texts[key]);
    }
}

/* In JSON Lines a person or an organization that has a name of its own is a record. */
static void visit_named_party(struct filling *event, const cJSON *node,
                              const struct party_texts *party) {
    bool person = party->type == PARTY_PERSON;
    struct slice id = party->texts[KEY_ID], name = party->texts[KEY_NAME];
    struct filling named;
    if (!event->reader->names_people || (!person && party->type != PARTY_ORGANIZATION) ||
        slice_is_empty(name) || slice_equals(name, id) || event->status != STATUS_OK)
        return;
    filling_begin(&named, event->reader, person ? RECORD_PERSON : RECORD_ORGANIZATION, event->value,
                  node, event->error);
    record_set(&named.record, person ? (int)PERSON_ID : (int)ORGANIZATION_ID, id);
    record_set(&named.record, person ? (int)PERSON_NAME : (int)ORGANIZATION_NAME, name);
    event->status = filling_visit(&named);
}

static void take_party(struct filling *f, const cJSON *node, struct buffer cells[PARTY_TYPES],
                       struct buffer *details) {
    struct party_texts party;
    if (!read_party(f, node, &party))
        return;
    append_party(&cells[party.type], &party);
    append_details(details, &party);
    visit_named_party(f, node, &party);
}

/* parties[] says all of them: what it does not name is cleared. */
static void set_parties(struct filling *f, const cJSON *node) {
    struct buffer cells[PARTY_TYPES], details;
    if (!cJSON_IsArray(node) && !cJSON_IsNull(node))
        filling_fail(f, node, "[{\"type\", \"id\", \"role\"}]",
                     "parties is %s, where an array is due", json_node_kind(node));
    buffer_init(&details);
    for (int type = 0; type < PARTY_TYPES; type++)
        buffer_init(&cells[type]);
    for (const cJSON *item = cJSON_IsArray(node) ? node->child : NULL; item; item = item->next)
        take_party(f, item, cells, &details);
    for (int type = 0; type < PARTY_TYPES; type++)
        filling_set_value(f, party_fields[type], node, filling_keep(f, &cells[type]));
    filling_set_value(f, EVENT_PARTY_DETAILS, node, filling_keep(f, &details));
}

/* ---- Tariff and the rest ------------------------------------------------------------------- */

static void set_tariff_member(struct filling *f, const cJSON *node) {
    int field = column_find(RECORD_EVENT, node_key(node));
    if (field == COLUMN_EXTRA)
        filling_add_unknown(f, node);
    else if (field >= 0 && !(record_info(RECORD_EVENT)->fields[field].flags & FIELD_TARIFF))
        filling_fail(f, node, "write it beside tariff", "%s does not belong into tariff",
                     event_field_name(field));
    else if (field >= 0)
        filling_set_field(f, field, node);
}

/* null clears all of it. */
static void set_tariff(struct filling *f, const cJSON *node) {
    const struct record_info *info = record_info(RECORD_EVENT);
    if (cJSON_IsObject(node))
        for (const cJSON *child = node->child; child; child = child->next)
            set_tariff_member(f, child);
    else if (!cJSON_IsNull(node))
        filling_fail(f, node, "{\"rate\": 25}", "tariff is %s, where an object is due",
                     json_node_kind(node));
    else
        for (size_t i = 0; i < info->field_count; i++)
            if (info->fields[i].flags & FIELD_TARIFF)
                filling_set_value(f, (int)i, node, SLICE_OF(""));
}

/* What answers add to an event. */
static bool is_derived(const cJSON *node) {
    static const char *const texts[] = {"start_min", "start_max", "end_min",  "end_max",
                                        "match",     "reports",   "disputed", "derived_end"};
    static const char *const lists[] = {"claims", "links", "notes", "disputes", "first_since", "merged"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (strcmp(node->string, texts[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (strcmp(node->string, lists[i]) == 0)
            return node_is_container(node);
    return false;
}

/* What only events have. */
bool json_event_take(struct filling *f, const cJSON *node) {
    if (strcmp(node->string, "parties") == 0)
        set_parties(f, node);
    else if (strcmp(node->string, "tariff") == 0)
        set_tariff(f, node);
    else if (strcmp(node->string, "sources") == 0 && cJSON_IsArray(node))
        set_sources(f, node);
    else
        return is_derived(node);
    return true;
}
