/* Parties: from the cells of an event to a list, and back. */
#include "event.h"

#include "../base/cell.h"
#include "list.h"
#include "value.h"

/* More would be no event; it also bounds the work of comparing them. */
enum { PARTIES_MAX = 4096, DETAIL_PARTS = 5 };

static const char *const type_names[PARTY_TYPES] = {"country", "organization", "person", "actor"};
static const enum event_field type_cells[PARTY_TYPES] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS,
                                                         EVENT_PEOPLE, EVENT_ACTORS};

const char *party_type_name(enum party_type type) {
    return type < PARTY_TYPES ? type_names[type] : "";
}

enum party_type party_find_type(struct slice name) {
    for (int type = 0; type < PARTY_TYPES; type++)
        if (slice_is(name, type_names[type]))
            return (enum party_type)type;
    return PARTY_TYPES;
}

static struct slice default_role(void) {
    return SLICE_OF("participant");
}

static bool has_default_role(const struct party *party) {
    return slice_equals(party->role, default_role());
}

static enum status fail_memory(struct error *error) {
    return error_set(error, STATUS_NO_MEMORY, "memory is out");
}

/* ---- From cells ------------------------------------------------------------------------------ */

static size_t count_items(struct slice cell) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    size_t count = 0;
    while (cell_next_item(&reader, &item))
        count++;
    return count;
}

static enum status make_room(struct arena *arena, const struct record *event,
                             struct party_list *list, struct error *error) {
    size_t count = count_items(record_get(event, EVENT_PARTY_DETAILS));
    for (int type = 0; type < PARTY_TYPES; type++)
        count += count_items(record_get(event, (int)type_cells[type]));
    *list = (struct party_list){NULL, 0};
    if (count > PARTIES_MAX)
        return error_set(error, STATUS_BAD_INPUT, "an event has at most %d parties, not %zu",
                         PARTIES_MAX, count);
    list->items = arena_alloc_array(arena, count, sizeof *list->items);
    return list->items ? STATUS_OK : fail_memory(error);
}

static enum status refuse_item(struct slice item, const char *what, struct error *error) {
    struct slice shown = value_excerpt(item);
    return error_set(error, STATUS_BAD_INPUT, "party \"%.*s\" %s", (int)shown.size, shown.data,
                     what);
}

/* Parts without escapes; those that are not written are empty. */
static enum status split_item(struct arena *arena, struct slice item, struct slice *parts,
                              size_t limit, struct error *error) {
    size_t count = cell_split_parts(item, parts, limit);
    for (size_t i = 0; i < limit; i++) {
        if (i >= count)
            parts[i] = SLICE_NONE;
        else if (!cell_unescape(arena, parts[i], &parts[i]))
            return fail_memory(error);
    }
    return STATUS_OK;
}

static enum status list_cell(struct arena *arena, const struct record *event, enum party_type type,
                             struct party_list *list, struct error *error) {
    struct cell_reader reader = {record_get(event, (int)type_cells[type]), 0};
    struct slice item, parts[2];
    while (cell_next_item(&reader, &item)) {
        enum status status = split_item(arena, item, parts, 2, error);
        if (status != STATUS_OK)
            return status;
        if (slice_is_empty(parts[0]))
            return refuse_item(item, "has no name", error);
        list->items[list->count++] = (struct party){
            .type = type,
            .id = parts[0],
            .role = slice_is_empty(parts[1]) ? default_role() : parts[1]};
    }
    return STATUS_OK;
}

static struct party *find_with_role(struct party_list *list, enum party_type type, struct slice id,
                                    struct slice role) {
    for (size_t i = 0; i < list->count; i++) {
        struct party *party = &list->items[i];
        if (party->type == type && slice_equals(party->id, id) &&
            (slice_is_empty(role) || slice_equals(party->role, role)))
            return party;
    }
    return NULL;
}

/* The party that a detail stands for, or NULL. */
static struct party *find_detailed(struct party_list *list, const struct party *detail) {
    struct slice role = slice_is_empty(detail->role) ? default_role() : detail->role;
    struct party *party = find_with_role(list, detail->type, detail->id, role);
    if (!party)
        party = find_with_role(list, detail->type, detail->id,
                               slice_is_empty(detail->role) ? SLICE_NONE : default_role());
    return party;
}

static void take_detail(struct party_list *list, const struct party *detail) {
    struct party *party = find_detailed(list, detail);
    if (!party) {
        party = &list->items[list->count++];
        *party = (struct party){.type = detail->type, .id = detail->id, .role = default_role()};
    }
    if (!slice_is_empty(detail->role))
        party->role = detail->role;
    if (!slice_is_empty(detail->acts_for))
        party->acts_for = detail->acts_for;
    if (!slice_is_empty(detail->as))
        party->as = detail->as;
}

static enum status read_detail(struct arena *arena, struct slice item, struct party *detail,
                               struct error *error) {
    struct slice parts[DETAIL_PARTS];
    enum status status = split_item(arena, item, parts, DETAIL_PARTS, error);
    if (status != STATUS_OK)
        return status;
    *detail = (struct party){.type = party_find_type(parts[0]),
                             .id = parts[1],
                             .role = parts[2],
                             .acts_for = parts[3],
                             .as = parts[4]};
    if (detail->type == PARTY_TYPES || slice_is_empty(detail->id))
        return refuse_item(item, "has no type or no id", error);
    return STATUS_OK;
}

/* The details of one type: they complete its cell, or follow it. */
static enum status list_details(struct arena *arena, const struct record *event,
                                enum party_type type, struct party_list *list,
                                struct error *error) {
    struct cell_reader reader = {record_get(event, EVENT_PARTY_DETAILS), 0};
    struct slice item;
    while (cell_next_item(&reader, &item)) {
        struct party detail;
        enum status status = read_detail(arena, item, &detail, error);
        if (status != STATUS_OK)
            return status;
        if (detail.type == type)
            take_detail(list, &detail);
    }
    return STATUS_OK;
}

enum status event_drop_details(struct arena *arena, struct record *event, struct error *error) {
    struct slice_list kept = {NULL, 0};
    struct party_list list;
    enum status status = make_room(arena, event, &list, error);
    for (int type = 0; status == STATUS_OK && type < PARTY_TYPES; type++)
        status = list_cell(arena, event, (enum party_type)type, &list, error);
    struct cell_reader reader = {record_get(event, EVENT_PARTY_DETAILS), 0};
    struct slice item;
    while (status == STATUS_OK && cell_next_item(&reader, &item)) {
        struct party detail;
        status = read_detail(arena, item, &detail, error);
        struct slice role = slice_is_empty(detail.role) ? default_role() : detail.role;
        if (status == STATUS_OK && find_with_role(&list, detail.type, detail.id, role) &&
            !arena_append(arena, &kept, item))
            status = fail_memory(error);
    }
    if (status == STATUS_OK && !list_join(arena, &kept, &event->values[EVENT_PARTY_DETAILS]))
        status = fail_memory(error);
    return status;
}

enum status event_list_parties(struct arena *arena, const struct record *event,
                               struct party_list *out, struct error *error) {
    enum status status = make_room(arena, event, out, error);
    for (int type = 0; status == STATUS_OK && type < PARTY_TYPES; type++) {
        status = list_cell(arena, event, (enum party_type)type, out, error);
        if (status == STATUS_OK && record_has(event, EVENT_PARTY_DETAILS))
            status = list_details(arena, event, (enum party_type)type, out, error);
    }
    return status;
}

/* ---- To cells -------------------------------------------------------------------------------- */

static void append_separator(struct buffer *buffer) {
    if (buffer->size > 0)
        buffer_append_byte(buffer, ';');
}

static void append_party(struct buffer *buffer, const struct party *party) {
    append_separator(buffer);
    cell_append_part(buffer, party->id);
    if (slice_is_empty(party->role) || has_default_role(party))
        return;
    buffer_append_byte(buffer, ':');
    cell_append_part(buffer, party->role);
}

static void append_detail(struct buffer *buffer, const struct party *party) {
    struct slice parts[DETAIL_PARTS] = {slice_from(type_names[party->type]), party->id,
                                        has_default_role(party) ? SLICE_NONE : party->role,
                                        party->acts_for, party->as};
    append_separator(buffer);
    for (size_t i = 0; i < DETAIL_PARTS; i++) {
        if (i > 0)
            buffer_append_byte(buffer, ':');
        cell_append_part(buffer, parts[i]);
    }
}

static bool set_cell(struct arena *arena, const struct party_list *parties, enum party_type type,
                     struct record *event) {
    struct buffer buffer;
    struct slice cell;
    buffer_init(&buffer);
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].type == type)
            append_party(&buffer, &parties->items[i]);
    if (!value_keep_buffer(arena, &buffer, &cell))
        return false;
    record_set(event, (int)type_cells[type], cell);
    return true;
}

static bool set_details(struct arena *arena, const struct party_list *parties,
                        struct record *event) {
    struct buffer buffer;
    struct slice cell;
    buffer_init(&buffer);
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *party = &parties->items[i];
        if (!slice_is_empty(party->acts_for) || !slice_is_empty(party->as))
            append_detail(&buffer, party);
    }
    if (!value_keep_buffer(arena, &buffer, &cell))
        return false;
    record_set(event, EVENT_PARTY_DETAILS, cell);
    return true;
}

bool event_set_parties(struct arena *arena, const struct party_list *parties,
                       struct record *event) {
    for (int type = 0; type < PARTY_TYPES; type++)
        if (!set_cell(arena, parties, (enum party_type)type, event))
            return false;
    return set_details(arena, parties, event);
}
