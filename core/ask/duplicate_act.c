/* What an event is compared by, and what speaks against two being one act. */
#include "duplicate_inside.h"

#include "../base/cell.h"
#include "../base/hash.h"
#include "../base/utf8.h"

/* ---- reading -------------------------------------------------------------------------------------------------- */

static bool make_set(struct arena *arena, size_t room, struct act_set *set) {
    *set = (struct act_set){arena_alloc_array(arena, room, sizeof *set->items), 0};
    return set->items != NULL;
}

static bool make_sets(struct arena *arena, size_t room, struct act *act) {
    return make_set(arena, 2 * room, &act->countries) && make_set(arena, room, &act->organizations) &&
           make_set(arena, room, &act->people) && make_set(arena, room, &act->actors);
}

enum { PARTIES_MOST = 64 }; /* more make no act that is recorded twice by hand */

/* The name of a party, whose words do not count in a title. An id is one too: "EU". */
static enum status add_names(struct asker *asker, const struct party *party, struct arena *arena, struct slice_list *names,
                             struct error *error) {
    static const enum record_type types[] = {RECORD_COUNTRY, RECORD_ORGANIZATION, RECORD_PERSON};
    struct slice name = party->id;
    enum status status = party->type == PARTY_ACTOR ? STATUS_OK : ask_name(asker, types[party->type], party->id, &name, error);
    if (status != STATUS_OK) return status;
    bool same = slice_equals(name, party->id);
    bool done = arena_append(arena, names, name) && (same || arena_append(arena, names, party->id));
    return done ? STATUS_OK : ask_no_memory(error);
}

static enum status add_party(const struct party *party, struct arena *arena, struct act *act, struct error *error) {
    struct slice key = party->id;
    if (!slice_is_empty(party->acts_for)) act_set_add(&act->countries, hash_text(party->acts_for));
    switch (party->type) {
    case PARTY_COUNTRY: act_set_add(&act->countries, hash_text(key)); break;
    case PARTY_ORGANIZATION: act_set_add(&act->organizations, hash_text(key)); break;
    case PARTY_PERSON: act_set_add(&act->people, hash_text(key)); break;
    default:
        if (!utf8_fold(arena, key, &key)) return ask_no_memory(error);
        act_set_add(&act->actors, hash_text(key));
    }
    return STATUS_OK;
}

/* An organization for which a person acts stands among the countries: it is a side then. One that is a side and a party
 * is a party only. */
static void settle_sides(struct act *act) {
    size_t kept = 0;
    for (size_t i = 0; i < act->countries.count; i++) {
        struct act_set one = {&act->countries.items[i], 1};
        if (!act_set_meets(&act->organizations, &one)) act->countries.items[kept++] = act->countries.items[i];
    }
    act->countries.count = kept;
}

static enum status read_parties(struct asker *asker, const struct stored_event *event, struct arena *arena, struct act *act,
                                struct slice_list *names, bool *has, struct error *error) {
    struct party_list parties;
    struct slice_list through;
    enum status status = event_list_parties(arena, &event->event, &parties, error);
    if (status != STATUS_OK) return status;
    if (!cell_parse_list(arena, event->through, &through)) return ask_no_memory(error);
    *has = parties.count + through.count <= PARTIES_MOST;
    if (!*has) return STATUS_OK;
    if (!make_sets(arena, parties.count + through.count, act)) return ask_no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < parties.count; i++) {
        status = add_names(asker, &parties.items[i], arena, names, error);
        if (status == STATUS_OK && !slice_is(parties.items[i].role, "venue"))
            status = add_party(&parties.items[i], arena, act, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < through.count; i++)
        act_set_add(&act->countries, hash_text(through.items[i]));
    settle_sides(act);
    return status;
}

static enum status read_texts(struct slice cell, struct arena *arena, struct act_set *set, struct error *error) {
    struct slice_list list;
    if (!cell_parse_list(arena, cell, &list) || !make_set(arena, list.count, set)) return ask_no_memory(error);
    for (size_t i = 0; i < list.count; i++) {
        struct slice key;
        if (!utf8_fold(arena, list.items[i], &key)) return ask_no_memory(error);
        act_set_add(set, hash_text(key));
    }
    return STATUS_OK;
}

static struct slice family_of(struct slice kind) { return slice_part(kind, 0, slice_find(kind, '.')); }

/* Those that must be the same in both: the sides, else the people or what else there is. */
static const struct act_set *leading_set(const struct act *act) {
    return act->countries.count ? &act->countries : act->organizations.count ? &act->organizations
         : act->people.count ? &act->people : &act->actors;
}

static uint64_t find_bucket(const struct act *act) {
    const struct act_set *set = leading_set(act);
    uint64_t hash = hash_text(family_of(act->kind));
    for (size_t i = 0; i < set->count; i++) hash = hash * UINT64_C(1099511628211) + set->items[i];
    return hash ^ hash >> 29;
}

/* One that can be reckoned with. */
static bool is_day(int64_t day) { return day > -(INT64_C(1) << 61) && day < INT64_C(1) << 61; }

enum status act_read(struct asker *asker, const struct stored_event *event, struct arena *arena, struct act *act, bool *has,
                     struct error *error) {
    const struct record *record = &event->event;
    struct slice_list names = {NULL, 0};
    *act = (struct act){.id = record_get(record, EVENT_ID),
                        .kind = record_get(record, EVENT_KIND),
                        .start_min = event->times.start_min,
                        .start_max = event->times.start_max};
    *has = record_has(record, EVENT_TITLE) && is_day(act->start_min) && is_day(act->start_max);
    if (!*has) return STATUS_OK;
    enum status status = read_parties(asker, event, arena, act, &names, has, error);
    if (status == STATUS_OK) status = read_texts(record_get(record, EVENT_PRODUCT), arena, &act->products, error);
    if (status != STATUS_OK || !*has) return status;
    act->bucket = find_bucket(act);
    return title_read(record_get(record, EVENT_TITLE), &names, arena, &act->title, error);
}

/* ---- alike ------------------------------------------------------------------------------------------------------ */

enum { NEAR_DAYS = 2, DAY_WIDTH = 3, MONTH_WIDTH = 31 };
enum { LIKE = 50, LIKE_OTHER_DAY = 60, LIKE_VAGUE = 80 };

/* How much the titles must share, by the days; 0: the days are not those of one act. A start that is known to the day may
 * be off by two, one known to a month must be able to be the same day, and of what is vaguer the same must be said. */
static int find_threshold(const struct act *a, const struct act *b) {
    int64_t widths[] = {a->start_max - a->start_min + 1, b->start_max - b->start_min + 1};
    int64_t wider = widths[0] > widths[1] ? widths[0] : widths[1];
    int64_t gap = a->start_min > b->start_max ? a->start_min - b->start_max
                : b->start_min > a->start_max ? b->start_min - a->start_max : 0;
    if (wider > MONTH_WIDTH)
        return a->start_min == b->start_min && a->start_max == b->start_max ? LIKE_VAGUE : 0;
    if (gap == 0) return a->start_min == b->start_min && a->start_max == b->start_max ? LIKE : LIKE_OTHER_DAY;
    return gap <= NEAR_DAYS && wider <= DAY_WIDTH ? LIKE_OTHER_DAY : 0;
}

/* Families in which what follows the first segment is a matter of taste, not another act. */
static bool is_loose(struct slice family) { return slice_is(family, "meeting") || slice_is(family, "visit"); }

static bool is_kind_like(struct slice a, struct slice b) {
    struct slice family = family_of(a);
    if (kind_is_below(a, b) || kind_is_below(b, a)) return true;
    return slice_equals(family, family_of(b)) && is_loose(family);
}

static bool is_within(const struct act_set *a, const struct act_set *b) {
    for (size_t i = 0; i < a->count; i++) {
        struct act_set one = {&a->items[i], 1};
        if (!act_set_meets(b, &one)) return false;
    }
    return true;
}

static bool is_same_set(const struct act_set *a, const struct act_set *b) { return a->count == b->count && is_within(a, b); }

/* One may name fewer: who else was there is often left out. */
static bool is_set_like(const struct act_set *a, const struct act_set *b) {
    return a->count <= b->count ? is_within(a, b) : is_within(b, a);
}

bool act_is_like(const struct act *a, const struct act *b) {
    const struct act_set *leading = leading_set(a);
    if (a->bucket != b->bucket || !is_kind_like(a->kind, b->kind) || !is_same_set(leading, leading_set(b))) return false;
    bool parties = is_set_like(&a->organizations, &b->organizations) && is_set_like(&a->people, &b->people) &&
                   is_set_like(&a->actors, &b->actors);
    int threshold = parties ? find_threshold(a, b) : 0;
    if (threshold == 0) return false;
    /* Nobody is named, or no product of a tariff: only the title can tell it from others of the day. */
    bool unknown = leading->count == 0 || (slice_is(family_of(a->kind), "tariff") && !act_set_meets(&a->products, &b->products));
    if (unknown) threshold = LIKE_VAGUE;
    return title_compare(&a->title, &b->title) >= threshold;
}

/* ---- two all the same --------------------------------------------------------------------------------------------- */

static bool differ(const struct record *a, const struct record *b, int field) {
    struct slice one = record_get(a, field), other = record_get(b, field);
    return one.size && other.size && !slice_equals_ascii_nocase(one, other);
}

/* Both say something, and nothing of it is the same. */
static enum status find_apart(const struct record *a, const struct record *b, int field, struct arena *arena, bool *apart,
                              struct error *error) {
    struct act_set sets[2];
    *apart = record_has(a, field) && record_has(b, field);
    if (!*apart) return STATUS_OK;
    enum status status = read_texts(record_get(a, field), arena, &sets[0], error);
    if (status == STATUS_OK) status = read_texts(record_get(b, field), arena, &sets[1], error);
    if (status != STATUS_OK) return status;
    *apart = !act_set_meets(&sets[0], &sets[1]);
    return STATUS_OK;
}

/* Roles that say who acted on whom. */
static bool tells_apart(struct slice role) {
    static const char *const others[] = {"participant", "venue", "mediator", "signatory"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_is(role, others[i])) return false;
    return true;
}

/* A role that both give to parties of one type, and to none of the same. */
static bool is_role_apart(const struct party_list *a, const struct party_list *b, const struct party *of) {
    bool others = false;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++) {
            const struct party *one = &a->items[i], *other = &b->items[j];
            if (one->type != of->type || other->type != of->type) continue;
            if (!slice_equals(one->role, of->role) || !slice_equals(other->role, of->role)) continue;
            if (slice_equals(one->id, other->id)) return false;
            others = true;
        }
    return others;
}

static enum status find_roles_apart(const struct record *a, const struct record *b, struct arena *arena, bool *apart,
                                    struct error *error) {
    struct party_list ours, theirs;
    enum status status = event_list_parties(arena, a, &ours, error);
    if (status == STATUS_OK) status = event_list_parties(arena, b, &theirs, error);
    *apart = false;
    for (size_t i = 0; status == STATUS_OK && !*apart && i < ours.count; i++)
        *apart = tells_apart(ours.items[i].role) && is_role_apart(&ours, &theirs, &ours.items[i]);
    return status;
}

static bool is_off(const struct record *event) {
    struct slice status = record_get(event, EVENT_STATUS);
    return slice_is(status, "cancelled") || slice_is(status, "denied");
}

static enum status find_contradiction(const struct record *a, const struct record *b, struct arena *arena, bool *two,
                                      struct error *error) {
    static const int values[] = {EVENT_RATE, EVENT_RATE_UNIT, EVENT_BASE_RATE, EVENT_BASIS};
    static const int lists[] = {EVENT_PRODUCT, EVENT_HS};
    *two = is_off(a) != is_off(b);
    for (size_t i = 0; !*two && i < sizeof values / sizeof *values; i++) *two = differ(a, b, values[i]);
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && !*two && i < sizeof lists / sizeof *lists; i++)
        status = find_apart(a, b, lists[i], arena, two, error);
    if (status == STATUS_OK && !*two && differ(a, b, EVENT_DATE)) status = find_apart(a, b, EVENT_PLACE, arena, two, error);
    return status == STATUS_OK && !*two ? find_roles_apart(a, b, arena, two, error) : status;
}

/* ---- links ------------------------------------------------------------------------------------------------------------ */

enum { CHAIN_MOST = 128 };

static bool has_id(const struct slice_list *list, struct slice id) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equals(list->items[i], id)) return true;
    return false;
}

/* Walks up (what it bears on) or down from an event, at most CHAIN_MOST events. *met: `other` stands there. */
static enum status walk_chain(struct asker *asker, struct slice id, bool up, struct slice other, struct arena *arena, bool *met,
                              struct error *error) {
    struct slice_list seen = {NULL, 0};
    if (!arena_append(arena, &seen, id)) return ask_no_memory(error);
    for (size_t i = 0; i < seen.count; i++) {
        struct record *links;
        size_t count;
        enum status status = store_list(asker->store, RECORD_LINK, seen.items[i], arena, &links, &count, error);
        if (status != STATUS_OK) return status;
        for (size_t j = 0; j < count; j++) {
            struct slice here = record_get(&links[j], up ? LINK_FROM : LINK_TO);
            struct slice next = record_get(&links[j], up ? LINK_TO : LINK_FROM);
            if (!slice_equals(here, seen.items[i]) || has_id(&seen, next)) continue;
            *met = *met || slice_equals(next, other);
            if (*met || seen.count == CHAIN_MOST) return STATUS_OK;
            if (!arena_append(arena, &seen, next)) return ask_no_memory(error);
        }
    }
    return STATUS_OK;
}

static enum status list_wholes(struct asker *asker, struct slice id, struct arena *arena, struct slice_list *wholes,
                               struct error *error) {
    struct record *links;
    size_t count;
    enum status status = store_list(asker->store, RECORD_LINK, id, arena, &links, &count, error);
    *wholes = (struct slice_list){NULL, 0};
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        bool part = slice_is(record_get(&links[i], LINK_RELATION), "part_of") && slice_equals(record_get(&links[i], LINK_FROM), id);
        if (part && !arena_append(arena, wholes, record_get(&links[i], LINK_TO))) status = ask_no_memory(error);
    }
    return status;
}

/* Parts of one whole that are both listed as such. */
static enum status find_siblings(struct asker *asker, struct slice a, struct slice b, struct arena *arena, bool *siblings,
                                 struct error *error) {
    struct slice_list ours, theirs;
    enum status status = list_wholes(asker, a, arena, &ours, error);
    if (status == STATUS_OK) status = list_wholes(asker, b, arena, &theirs, error);
    for (size_t i = 0; status == STATUS_OK && i < ours.count; i++) *siblings = *siblings || has_id(&theirs, ours.items[i]);
    return status;
}

enum status act_are_two(struct asker *asker, const struct record *a, const struct record *b, bool *two, struct error *error) {
    struct slice one = record_get(a, EVENT_ID), other = record_get(b, EVENT_ID);
    struct arena arena;
    arena_init(&arena);
    enum status status = find_contradiction(a, b, &arena, two, error);
    if (status == STATUS_OK && !*two) status = walk_chain(asker, one, true, other, &arena, two, error);
    if (status == STATUS_OK && !*two) status = walk_chain(asker, one, false, other, &arena, two, error);
    if (status == STATUS_OK && !*two) status = find_siblings(asker, one, other, &arena, two, error);
    arena_free(&arena);
    return status;
}
