/* `imposer` and `target` are short for two roles: taken into the parties, and filled from them. */
#include "event.h"

#include "../base/cell.h"
#include "reference.h"
#include "value.h"

/* What the merging of one of the two works on. */
struct merge {
    struct arena *arena;
    struct record *event;
    struct party_list parties; /* with room for those who are to be added */
    bool cells_given;          /* countries or organizations */
    int *field;
    struct error *error;
};

struct shorthand {
    enum event_field field;
    struct slice role;
    bool given;
    struct party *items; /* type, id and role of each actor named; the type may still be open */
    size_t count;
};

enum { SHORTHANDS = 2, ACTORS_MAX = 256 };

static bool is_actor(const struct party *party) {
    return party->type == PARTY_COUNTRY || party->type == PARTY_ORGANIZATION;
}

/* The next country or organization of that id at or after `from`; NULL when none. */
static struct party *find_actor(const struct merge *merge, struct slice id, size_t from) {
    for (size_t i = from; i < merge->parties.count; i++) {
        struct party *party = &merge->parties.items[i];
        if (is_actor(party) && slice_equals(party->id, id))
            return party;
    }
    return NULL;
}

static enum status fail_memory(const struct merge *merge) {
    return error_set(merge->error, STATUS_NO_MEMORY, "memory is out");
}

static enum party_type find_type(const struct merge *merge, struct slice id) {
    const struct party *known = find_actor(merge, id, 0);
    if (known)
        return known->type;
    bool organization =
        !reference_find(RECORD_COUNTRY, id) && reference_find(RECORD_ORGANIZATION, id);
    return organization ? PARTY_ORGANIZATION : PARTY_COUNTRY;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* "ID" or "type:ID". */
static bool read_actor(const struct merge *merge, struct slice item, struct party *actor) {
    struct slice parts[2];
    size_t count = cell_split_parts(item, parts, 2);
    enum party_type type = count == 2 ? party_find_type(parts[0]) : PARTY_TYPES;
    struct slice id = type == PARTY_TYPES ? item : parts[1];
    if (!cell_unescape(merge->arena, id, &actor->id))
        return false;
    actor->type = type == PARTY_TYPES ? find_type(merge, actor->id) : type;
    return true;
}

static enum status read_shorthand(const struct merge *merge, enum event_field field,
                                  const char *role, struct shorthand *out) {
    struct cell_reader reader = {record_get(merge->event, (int)field), 0};
    struct slice item;
    *out = (struct shorthand){.field = field,
                              .role = slice_from(role),
                              .given = record_is_given(merge->event, (int)field)};
    out->items = arena_alloc_array(merge->arena, ACTORS_MAX, sizeof *out->items);
    if (!out->items)
        return fail_memory(merge);
    while (cell_next_item(&reader, &item)) {
        if (out->count == ACTORS_MAX) {
            *merge->field = (int)field;
            return error_set(merge->error, STATUS_BAD_INPUT, "%s names more than %d", role,
                             ACTORS_MAX);
        }
        struct party *actor = &out->items[out->count++];
        actor->role = out->role;
        if (!read_actor(merge, item, actor))
            return fail_memory(merge);
    }
    return STATUS_OK;
}

static bool names_actor(const struct shorthand *shorthand, struct slice id) {
    for (size_t i = 0; i < shorthand->count; i++)
        if (slice_equals(shorthand->items[i].id, id))
            return true;
    return false;
}

/* ---- Merging --------------------------------------------------------------------------------- */

static enum status refuse_actor(const struct merge *merge, const struct shorthand *shorthand,
                                struct slice id, const char *what, struct slice role) {
    struct slice shown = value_excerpt(id);
    *merge->field = (int)shorthand->field;
    error_set(merge->error, STATUS_BAD_INPUT, "%s \"%.*s\" %s%.*s",
              record_field(RECORD_EVENT, (int)shorthand->field)->name, (int)shown.size, shown.data,
              what, (int)role.size, role.data);
    error_advise(merge->error,
                 "give the role once: in %s, or behind ':' in countries or organizations",
                 record_field(RECORD_EVENT, (int)shorthand->field)->name);
    return STATUS_BAD_INPUT;
}

/* Is the role given to anybody in the cells? *other is one whom the shorthand leaves out. */
static bool is_role_taken(const struct merge *merge, const struct shorthand *shorthand,
                          const struct party **other) {
    bool taken = false;
    *other = NULL;
    for (size_t i = 0; i < merge->parties.count; i++) {
        const struct party *party = &merge->parties.items[i];
        if (!is_actor(party) || !slice_equals(party->role, shorthand->role))
            continue;
        taken = true;
        if (!names_actor(shorthand, party->id))
            *other = party;
    }
    return taken;
}

/* Those who had the role take part without one. */
static void clear_role(const struct merge *merge, const struct shorthand *shorthand) {
    for (size_t i = 0; i < merge->parties.count; i++) {
        struct party *party = &merge->parties.items[i];
        if (is_actor(party) && slice_equals(party->role, shorthand->role) &&
            !names_actor(shorthand, party->id))
            party->role = SLICE_OF("participant");
    }
}

static bool is_shorthand_role(struct slice role) {
    return slice_is(role, "imposer") || slice_is(role, "target");
}

/* The party that has the role or can take it. *other is one whose role differs, where there is no
 * such party. */
static struct party *find_holder(const struct merge *merge, const struct shorthand *shorthand,
                                 struct slice id, struct party **other) {
    struct party *free = NULL;
    *other = NULL;
    for (struct party *party = find_actor(merge, id, 0); party;
         party = find_actor(merge, id, (size_t)(party - merge->parties.items) + 1)) {
        if (slice_equals(party->role, shorthand->role))
            return party;
        if (slice_is(party->role, "participant"))
            free = party;
        else
            *other = party;
    }
    return free;
}

static enum status give_role(struct merge *merge, const struct shorthand *shorthand,
                             const struct party *actor, bool overrides) {
    struct party *other, *holder = find_holder(merge, shorthand, actor->id, &other);
    if (!holder && other && !overrides)
        return refuse_actor(merge, shorthand, actor->id, "is given there as ", other->role);
    if (!holder && other && is_shorthand_role(other->role))
        holder = other;
    if (holder)
        holder->role = shorthand->role;
    else
        merge->parties.items[merge->parties.count++] = *actor;
    return STATUS_OK;
}

static enum status merge_role(struct merge *merge, const struct shorthand *shorthand) {
    bool overrides = shorthand->given && !merge->cells_given;
    if (merge->cells_given && !shorthand->given)
        return STATUS_OK;
    if (overrides)
        clear_role(merge, shorthand);
    if (shorthand->count == 0)
        return STATUS_OK;
    const struct party *other;
    bool taken = is_role_taken(merge, shorthand, &other);
    if (other)
        return refuse_actor(merge, shorthand, other->id, "is left out, but given there as ",
                            shorthand->role);
    for (size_t i = 0; i < shorthand->count; i++) {
        const struct party *actor = &shorthand->items[i];
        if (taken && !overrides && !find_actor(merge, actor->id, 0))
            return refuse_actor(merge, shorthand, actor->id,
                                "is no party, and others are given as ", shorthand->role);
        enum status status = give_role(merge, shorthand, actor, overrides);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

static enum status make_merge(struct merge *merge, struct shorthand *shorthands) {
    struct party_list listed;
    enum status status = event_list_parties(merge->arena, merge->event, &listed, merge->error);
    if (status != STATUS_OK)
        return status;
    size_t room = listed.count + SHORTHANDS * ACTORS_MAX;
    merge->parties = listed;
    merge->parties.items = arena_alloc_array(merge->arena, room, sizeof *listed.items);
    if (!merge->parties.items)
        return fail_memory(merge);
    memcpy(merge->parties.items, listed.items, listed.count * sizeof *listed.items);
    merge->cells_given = record_is_given(merge->event, EVENT_COUNTRIES) ||
                         record_is_given(merge->event, EVENT_ORGANIZATIONS);
    status = read_shorthand(merge, EVENT_IMPOSER, "imposer", &shorthands[0]);
    return status == STATUS_OK ? read_shorthand(merge, EVENT_TARGET, "target", &shorthands[1])
                               : status;
}

/* Nothing is said, and nothing is to be taken back. */
static bool is_idle(const struct record *event) {
    bool cells_given = record_is_given(event, EVENT_COUNTRIES) ||
                       record_is_given(event, EVENT_ORGANIZATIONS);
    bool given = record_is_given(event, EVENT_IMPOSER) || record_is_given(event, EVENT_TARGET);
    return !record_has(event, EVENT_IMPOSER) && !record_has(event, EVENT_TARGET) &&
           (cells_given || !given);
}

enum status event_merge_shorthand(struct arena *arena, struct record *event, int *field,
                                  struct error *error) {
    struct merge merge = {.arena = arena, .event = event, .field = field, .error = error};
    struct shorthand shorthands[SHORTHANDS];
    *field = EVENT_IMPOSER;
    if (is_idle(event))
        return STATUS_OK;
    enum status status = make_merge(&merge, shorthands);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < shorthands[1].count; i++)
        if (names_actor(&shorthands[0], shorthands[1].items[i].id))
            return refuse_actor(&merge, &shorthands[1], shorthands[1].items[i].id,
                                "is given as imposer too", SLICE_NONE);
    for (size_t i = 0; status == STATUS_OK && i < SHORTHANDS; i++)
        status = merge_role(&merge, &shorthands[i]);
    if (status != STATUS_OK)
        return status;
    event->values[EVENT_IMPOSER] = event->values[EVENT_TARGET] = SLICE_NONE;
    return event_set_parties(arena, &merge.parties, event) ? STATUS_OK : fail_memory(&merge);
}

/* ---- Filling --------------------------------------------------------------------------------- */

static bool fill_role(struct arena *arena, const struct party_list *parties, const char *role,
                      struct slice *cell) {
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *party = &parties->items[i];
        if (!is_actor(party) || !slice_is(party->role, role))
            continue;
        if (buffer.size > 0)
            buffer_append_byte(&buffer, ';');
        cell_append_item(&buffer, party->id);
    }
    return value_keep_buffer(arena, &buffer, cell);
}

bool event_fill_shorthand(struct arena *arena, struct record *event) {
    struct party_list parties;
    if (event_list_parties(arena, event, &parties, NULL) != STATUS_OK ||
        !fill_role(arena, &parties, "imposer", &event->values[EVENT_IMPOSER]))
        return false;
    event->values[EVENT_TARGET] = SLICE_NONE;
    return !record_has(event, EVENT_IMPOSER) ||
           fill_role(arena, &parties, "target", &event->values[EVENT_TARGET]);
}
