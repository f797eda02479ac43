/* Two records of one thing made one.
 *
 * Invariant: what the first says stays said; what the second says is in the joined record or in a remark. */
#include "join.h"

#include "../base/cell.h"
#include "../base/utf8.h"
#include "event.h"
#include "list.h"
#include "value.h"

struct join {
    struct arena *arena;
    const struct record *into, *from;
    struct record *joined;
    struct join_remarks *remarks;
    struct error *error;
};

static enum status no_memory(struct join *join) { return error_set(join->error, STATUS_NO_MEMORY, "out of memory"); }

static enum status remark(struct join *join, struct slice field, struct slice other, bool lacking) {
    struct join_remarks *remarks = join->remarks;
    if (!remarks) return STATUS_OK;
    if (remarks->count == remarks->capacity) {
        size_t capacity = remarks->capacity ? remarks->capacity * 2 : 8;
        struct join_remark *more = arena_alloc_array(join->arena, capacity, sizeof *more);
        if (!more) return no_memory(join);
        if (remarks->count) memcpy(more, remarks->items, remarks->count * sizeof *more);
        remarks->items = more;
        remarks->capacity = capacity;
    }
    remarks->items[remarks->count++] = (struct join_remark){field, other, lacking};
    return STATUS_OK;
}

/* ---- lists ------------------------------------------------------------------------------------------------ */

/* Those that say what a measure is on are one statement, no collection. */
static bool is_collection(const struct field *field) {
    return (field->type == FIELD_LIST || field->type == FIELD_NAMES) && !(field->flags & (FIELD_KEY | FIELD_TARIFF));
}

static int name_field(enum record_type type) {
    return type == RECORD_PERSON ? PERSON_NAME : type == RECORD_ORGANIZATION ? ORGANIZATION_NAME : -1;
}

static int alias_field(enum record_type type) {
    return type == RECORD_PERSON ? PERSON_ALIASES : type == RECORD_ORGANIZATION ? ORGANIZATION_ALIASES : -1;
}

enum { ITEMS_MAX = 2000 }; /* of a list whose items are compared with one another; what is beyond is added as it is */

/* Items, and the folded texts that stand already: theirs, and of aliases the name's. */
struct texts {
    struct slice_list items, keys;
};

static bool keep_text(struct arena *arena, struct texts *texts, struct slice text, bool is_item) {
    struct slice key;
    if (!utf8_fold(arena, text, &key)) return false;
    return arena_append(arena, &texts->keys, slice_is_empty(key) ? text : key) &&
           (!is_item || arena_append(arena, &texts->items, text));
}

/* Unless it stands there already, case and accents aside. */
static bool add_text(struct arena *arena, struct texts *texts, struct slice text) {
    struct slice key;
    if (!utf8_fold(arena, text, &key)) return false;
    if (slice_is_empty(key)) key = text;
    for (size_t i = 0; texts->keys.count < ITEMS_MAX && i < texts->keys.count; i++)
        if (slice_equals(texts->keys.items[i], key)) return true;
    return keep_text(arena, texts, text, true);
}

/* `add`: what is there already is left out. */
static bool add_texts(struct arena *arena, struct texts *texts, struct slice cell, bool add) {
    struct cell_reader reader = {cell, 0};
    struct slice item, text;
    while (cell_next_item(&reader, &item)) {
        if (!cell_unescape(arena, item, &text)) return false;
        if (!(add ? add_text(arena, texts, text) : keep_text(arena, texts, text, true))) return false;
    }
    return true;
}

/* Ids are compared as they are: two that differ in case are two. */
static bool add_ids(struct arena *arena, struct slice_list *list, struct slice cell) {
    struct slice_list more;
    if (!cell_parse_list(arena, cell, &more)) return false;
    for (size_t i = 0; i < more.count; i++)
        if (!arena_append(arena, list, more.items[i])) return false;
    return true;
}

static enum status join_names(struct join *join, int field) {
    struct slice_list list = {NULL, 0};
    bool done = add_ids(join->arena, &list, record_get(join->into, field)) &&
                add_ids(join->arena, &list, record_get(join->from, field)) && list_drop_repeats(join->arena, &list) &&
                list_to_cell(join->arena, &list, &join->joined->values[field]);
    return done ? STATUS_OK : no_memory(join);
}

static enum status join_texts(struct join *join, int field) {
    struct texts texts = {{NULL, 0}, {NULL, 0}};
    struct arena *arena = join->arena;
    int name = field == alias_field(join->into->type) ? name_field(join->into->type) : -1;
    bool done = name < 0 || keep_text(arena, &texts, record_get(join->into, name), false);
    done = done && add_texts(arena, &texts, record_get(join->into, field), false);
    if (name >= 0 && record_has(join->from, name)) done = done && add_text(arena, &texts, record_get(join->from, name));
    done = done && add_texts(arena, &texts, record_get(join->from, field), true) &&
           list_to_cell(arena, &texts.items, &join->joined->values[field]);
    return done ? STATUS_OK : no_memory(join);
}

static enum status join_list(struct join *join, int field) {
    bool same = slice_equals(record_get(join->into, field), record_get(join->from, field));
    bool is_named = field == alias_field(join->into->type);
    if ((same || !record_has(join->from, field)) && !is_named) return STATUS_OK;
    return record_field(join->into->type, field)->type == FIELD_NAMES ? join_names(join, field) : join_texts(join, field);
}

/* ---- single values ------------------------------------------------------------------------------------------ */

/* What a field says only together with another. */
struct dependence {
    int field, on;
};
static const struct dependence dependences[] = {
    {EVENT_TIME, EVENT_DATE},          {EVENT_END, EVENT_DATE},      {EVENT_END, EVENT_KIND},
    {EVENT_LATITUDE, EVENT_LONGITUDE}, {EVENT_LONGITUDE, EVENT_LATITUDE}, {EVENT_QUANTITY, EVENT_UNIT},
    {EVENT_UNIT, EVENT_QUANTITY},      {EVENT_RATE_UNIT, EVENT_RATE}, {EVENT_BASE_RATE, EVENT_RATE},
    {EVENT_BASE_RATE, EVENT_RATE_UNIT},
};

/* Kinds that last alike have ends of one meaning. */
static bool agree_on(const struct join *join, int field) {
    struct slice a = record_get(join->into, field), b = record_get(join->from, field);
    if (slice_equals(a, b)) return true;
    if (field != EVENT_KIND) return slice_is_empty(a);
    const struct kind *one = kind_find(a), *other = kind_find(b);
    return one && other && one->duration == other->duration;
}

/* Two pages: what is said of the one (its copy, its days, its title) is not said of the other. */
static bool are_two_pages(const struct join *join) {
    if (join->into->type != RECORD_SOURCE) return false;
    struct slice a = record_get(join->into, SOURCE_URL), b = record_get(join->from, SOURCE_URL);
    return !slice_is_empty(a) && !slice_is_empty(b) && !slice_equals(a, b);
}

static bool can_take(const struct join *join, int field) {
    if (are_two_pages(join)) return false;
    if (join->into->type != RECORD_EVENT) return true;
    for (size_t i = 0; i < sizeof dependences / sizeof *dependences; i++)
        if (dependences[i].field == field && !agree_on(join, dependences[i].on)) return false;
    return true;
}

/* Empty says something too: the default. */
static bool has_default(const struct field *field) { return field->type == FIELD_WORD || field->type == FIELD_RELEASE; }

static enum status join_value(struct join *join, int field) {
    const struct field *meaning = record_field(join->into->type, field);
    struct slice ours = record_get(join->into, field), other = record_get(join->from, field);
    if (slice_equals(ours, other) || slice_is_empty(other)) return STATUS_OK;
    bool lacks = slice_is_empty(ours) && !has_default(meaning);
    if (lacks && can_take(join, field)) {
        join->joined->values[field] = other;
        return STATUS_OK;
    }
    if (field == name_field(join->into->type)) return STATUS_OK; /* an alias now */
    return remark(join, slice_from(meaning->name), other, lacks);
}

/* ---- parties -------------------------------------------------------------------------------------------------- */

static bool has_role(const struct party *party) { return !slice_is(party->role, "participant"); }

static struct party *find_party(const struct party_list *list, const struct party *other) {
    struct party *found = NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct party *party = &list->items[i];
        if (party->type != other->type || !slice_equals(party->id, other->id)) continue;
        if (!found || slice_equals(party->role, other->role)) found = party;
    }
    return found;
}

static enum status join_part(struct join *join, struct slice *ours, struct slice other, const char *what, struct slice id) {
    struct buffer name;
    struct slice field;
    if (slice_is_empty(other) || slice_equals(*ours, other)) return STATUS_OK;
    if (slice_is_empty(*ours)) {
        *ours = other;
        return STATUS_OK;
    }
    buffer_init(&name);
    buffer_append_text(&name, what);
    buffer_append_slice(&name, id);
    return value_keep_buffer(join->arena, &name, &field) ? remark(join, field, other, false) : no_memory(join);
}

/* Who stands in both: `into` has said the role, unless it is the one that all have of whom nothing is said. */
static enum status join_party(struct join *join, struct party *party, const struct party *other) {
    struct slice ours = has_role(party) ? party->role : SLICE_NONE;
    enum status status = join_part(join, &ours, has_role(other) ? other->role : SLICE_NONE, "role of ", party->id);
    if (!slice_is_empty(ours)) party->role = ours;
    if (status == STATUS_OK) status = join_part(join, &party->acts_for, other->acts_for, "for of ", party->id);
    return status == STATUS_OK ? join_part(join, &party->as, other->as, "as of ", party->id) : status;
}

static enum status join_parties(struct join *join) {
    struct party_list ours, others, all;
    struct arena *arena = join->arena;
    enum status status = event_list_parties(arena, join->into, &ours, join->error);
    if (status == STATUS_OK) status = event_list_parties(arena, join->from, &others, join->error);
    if (status != STATUS_OK) return status;
    all.count = ours.count;
    all.items = arena_alloc_array(arena, ours.count + others.count, sizeof *all.items);
    if (!all.items) return no_memory(join);
    if (ours.count) memcpy(all.items, ours.items, ours.count * sizeof *all.items);
    for (size_t i = 0; status == STATUS_OK && i < others.count; i++) {
        struct party *party = find_party(&all, &others.items[i]);
        if (party) status = join_party(join, party, &others.items[i]);
        else all.items[all.count++] = others.items[i];
    }
    if (status != STATUS_OK) return status;
    return event_set_parties(arena, &all, join->joined) ? STATUS_OK : no_memory(join);
}

static bool is_of_parties(enum record_type type, int field) {
    static const int fields[] = {EVENT_COUNTRIES, EVENT_ORGANIZATIONS, EVENT_PEOPLE, EVENT_ACTORS, EVENT_PARTY_DETAILS};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (type == RECORD_EVENT && fields[i] == field) return true;
    return false;
}

/* ---- extras ----------------------------------------------------------------------------------------------------- */

/* Both are sorted by name. */
static enum status join_extras(struct join *join) {
    const struct record *into = join->into, *from = join->from;
    struct record *joined = join->joined;
    joined->extras = arena_alloc_array(join->arena, into->extra_count + from->extra_count, sizeof *joined->extras);
    joined->extra_count = 0;
    if (!joined->extras) return no_memory(join);
    enum status status = STATUS_OK;
    for (size_t i = 0, j = 0; status == STATUS_OK && (i < into->extra_count || j < from->extra_count);) {
        int order = i == into->extra_count ? 1 : j == from->extra_count ? -1
                  : slice_compare(into->extras[i].name, from->extras[j].name);
        if (order == 0 && !slice_equals(into->extras[i].value, from->extras[j].value))
            status = remark(join, from->extras[j].name, from->extras[j].value, false);
        joined->extras[joined->extra_count++] = order <= 0 ? into->extras[i] : from->extras[j];
        i += order <= 0;
        j += order >= 0;
    }
    return status;
}

/* ---- all ---------------------------------------------------------------------------------------------------------- */

static enum status join_field(struct join *join, int field) {
    const struct field *meaning = record_field(join->into->type, field);
    bool skipped = meaning->flags & (FIELD_KEY | FIELD_ROW_ONLY) || is_of_parties(join->into->type, field);
    if (skipped) return STATUS_OK;
    return is_collection(meaning) ? join_list(join, field) : join_value(join, field);
}

enum status record_join(struct arena *arena, const struct record *into, const struct record *from, struct record *joined,
                        struct join_remarks *remarks, struct error *error) {
    struct join join = {arena, into, from, joined, remarks, error};
    enum status status = STATUS_OK;
    *joined = *into;
    for (size_t i = 0; status == STATUS_OK && i < record_info(into->type)->field_count; i++)
        status = join_field(&join, (int)i);
    if (status == STATUS_OK && into->type == RECORD_EVENT) status = join_parties(&join);
    if (status == STATUS_OK) status = join_extras(&join);
    joined->given = ~UINT64_C(0);
    joined->joins = 0;
    return status;
}
