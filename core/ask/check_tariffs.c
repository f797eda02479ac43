/* tariffs: what has no end and was not confirmed for a year, what has no rate, and two measures that lie on one product
 * at the same time where one was probably meant.
 *
 * Stacked duties are separate events, so only those of the same imposer, target, basis, unit and scope are set side by side,
 * on a product or code that both name, and only on days on which both are surely in force. Kept are a few words of each
 * tariff; lanes are swept once, so that the work follows the tariffs and their products. */
#include "measure_inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/utf8.h"
#include "check_inside.h"
#include "held.h"

/* A tariff as it is compared. */
struct held_tariff {
    struct slice id, key; /* key: all that must be the same */
    int64_t from, before; /* surely in force */
};
/* A tariff on one product or code. */
struct lane_entry {
    struct slice key, product;
    size_t tariff;
};
struct pair {
    size_t one, other, entry; /* entry: of the first, on a product that both name */
};

struct tariffs {
    struct checking *checking;
    struct arena memory, scratch; /* of all, of one tariff */
    struct held_tariff *items;
    size_t count, capacity;
    struct lane_entry *entries;
    size_t entry_count, entry_capacity;
    struct pair *pairs;
    size_t pair_count, pair_capacity;
};

/* Room for one more, doubled; false when memory is out. */
static bool make_room(void **items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return true;
    size_t more = *capacity ? *capacity * 2 : 64;
    void *moved = realloc(*items, more * size);
    if (!moved) return false;
    *items = moved;
    *capacity = more;
    return true;
}

/* ---- one tariff ----------------------------------------------------------------------------------------------- */

/* The same day a year earlier; of the 29th of February the 28th. */
static int64_t a_year_before(int64_t day) {
    struct calendar_day date = calendar_from_number(day);
    int last = calendar_month_days(date.year - 1, date.month);
    return calendar_to_number(date.year - 1, date.month, date.day < last ? date.day : last);
}

static enum status tell_unconfirmed(struct checking *checking, const struct answer_measure *measure, struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    const struct record *event = &measure->event->event;
    struct slice word = check_word(checking, event);
    struct fault fault = {
        .record = event, .aspect = "confirmed", .field = "last_confirmed",
        .repair = check_words(checking, "detente confirm %.*s --on DATE --source SOURCE, or detente edit %.*s end=DATE",
                              CHECK_TEXT(word), CHECK_TEXT(word))};
    if (measure->last_confirmed == DAY_MIN)
        fault.what = check_words(checking, "it has no end, and nothing says up to which day it held");
    else
        fault.what = check_words(checking, "it has no end, and was last confirmed on %.*s, more than a year ago",
                                 CHECK_TEXT(check_day(checking, measure->last_confirmed)));
    return check_tell(checking, mark, &fault, error);
}

static enum status tell_rateless(struct checking *checking, const struct record *event, struct error *error) {
    struct arena_mark mark = arena_mark(&checking->arena);
    struct slice word = check_word(checking, event);
    struct fault fault = {.record = event, .aspect = "rate", .field = "rate",
                          .what = check_words(checking, "a tariff without a rate: no total can be told where it holds"),
                          .repair = check_words(checking, "detente edit %.*s rate=PERCENT, or LOW/HIGH", CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

static enum status judge(struct checking *checking, const struct answer_measure *measure, struct error *error) {
    const struct event_times *times = &measure->event->times;
    bool endless = times->end_state == END_UNKNOWN || times->end_state == END_OPEN;
    bool begun = times->start_min <= checking->today;
    enum status status = STATUS_OK;
    if (endless && begun && checking->today != DAY_MAX && measure->last_confirmed < a_year_before(checking->today))
        status = tell_unconfirmed(checking, measure, error);
    if (status == STATUS_OK && slice_is_empty(measure->rate_min))
        status = tell_rateless(checking, &measure->event->event, error);
    return status;
}

/* ---- kept for comparing --------------------------------------------------------------------------------------- */

static bool append_folded(struct buffer *text, struct arena *arena, struct slice value) {
    struct slice folded;
    if (!utf8_fold(arena, value, &folded)) return false;
    buffer_append_byte(text, '\x1f');
    buffer_append_slice(text, folded);
    return true;
}

static bool make_key(struct tariffs *all, const struct answer_measure *measure, struct slice *key) {
    const struct slice parts[] = {measure->imposer, measure->target, measure->basis, measure->rate_unit, measure->quota,
                                  measure->excludes};
    struct buffer text;
    bool good = true;
    buffer_init(&text);
    for (size_t i = 0; good && i < sizeof parts / sizeof *parts; i++) good = append_folded(&text, &all->scratch, parts[i]);
    good = good && !buffer_failed(&text) && arena_copy(&all->memory, buffer_slice(&text), key);
    buffer_free(&text);
    return good;
}

/* `kind` parts names from codes. */
static bool add_entries(struct tariffs *all, struct slice cell, char kind) {
    struct slice_list items;
    if (!cell_parse_list(&all->scratch, cell, &items)) return false;
    for (size_t i = 0; i < items.count; i++) {
        struct buffer text;
        struct lane_entry entry = {.tariff = all->count};
        void *entries = all->entries;
        bool good = make_room(&entries, all->entry_count, &all->entry_capacity, sizeof *all->entries);
        all->entries = entries;
        buffer_init(&text);
        buffer_append_byte(&text, kind);
        good = good && append_folded(&text, &all->scratch, items.items[i]) && !buffer_failed(&text) &&
               arena_copy(&all->memory, buffer_slice(&text), &entry.key) &&
               arena_copy(&all->memory, items.items[i], &entry.product);
        buffer_free(&text);
        if (!good) return false;
        all->entries[all->entry_count++] = entry;
    }
    return true;
}

/* Surely in force [from, before): what has no end, up to the day on which it was last confirmed. */
static bool find_sure(const struct answer_measure *measure, struct held_tariff *tariff) {
    struct event_times times = measure_find_times(measure);
    bool endless = times.end_state == END_UNKNOWN || times.end_state == END_OPEN;
    if (times.start_marked || times.end_marked) return false;
    tariff->from = times.start_max;
    tariff->before = !endless ? times.end_min
                   : measure->last_confirmed == DAY_MIN ? DAY_MIN : measure->last_confirmed + 1;
    return tariff->from < tariff->before;
}

static bool keep(struct tariffs *all, const struct answer_measure *measure) {
    struct held_tariff tariff = {.from = DAY_MIN};
    void *items = all->items;
    if (!find_sure(measure, &tariff)) return true;
    bool good = make_room(&items, all->count, &all->capacity, sizeof *all->items);
    all->items = items;
    if (!good || !arena_copy(&all->memory, measure->id, &tariff.id) || !make_key(all, measure, &tariff.key) ||
        !add_entries(all, measure->product, 'p') || !add_entries(all, measure->hs, 'h')) return false;
    all->items[all->count++] = tariff;
    return true;
}

static enum status take_event(void *context, const struct answer_event *event, struct error *error) {
    struct tariffs *all = context;
    struct answer_measure measure;
    struct arena_mark mark = arena_mark(&all->scratch);
    enum status status = measure_fill(all->checking->asker, event, &all->scratch, &measure, error);
    if (status == STATUS_OK) status = judge(all->checking, &measure, error);
    if (status == STATUS_OK && !keep(all, &measure)) status = ask_no_memory(error);
    arena_rewind(&all->scratch, mark);
    return status;
}

/* ---- two on one product --------------------------------------------------------------------------------------- */

/* What qsort is to look into: entries stand with their tariffs. */
struct lane_item {
    const struct held_tariff *tariff;
    const struct lane_entry *entry;
};

static int compare_lanes(const struct lane_item *a, const struct lane_item *b) {
    int order = slice_compare(a->tariff->key, b->tariff->key);
    return order ? order : slice_compare(a->entry->key, b->entry->key);
}

static int compare_items(const void *p, const void *q) {
    const struct lane_item *a = p, *b = q;
    int order = compare_lanes(a, b);
    if (order) return order;
    if (a->tariff->from != b->tariff->from) return a->tariff->from < b->tariff->from ? -1 : 1;
    return (a->entry->tariff > b->entry->tariff) - (a->entry->tariff < b->entry->tariff);
}

static bool add_pair(struct tariffs *all, const struct lane_entry *a, const struct lane_entry *b) {
    void *pairs = all->pairs;
    bool good = make_room(&pairs, all->pair_count, &all->pair_capacity, sizeof *all->pairs);
    const struct lane_entry *one = a->tariff < b->tariff ? a : b, *other = one == a ? b : a;
    all->pairs = pairs;
    if (good) all->pairs[all->pair_count++] = (struct pair){one->tariff, other->tariff, (size_t)(one - all->entries)};
    return good;
}

/* The one that holds longest so far is what the next is compared with, so that each is told once. */
static bool sweep_lane(struct tariffs *all, const struct lane_item *items, size_t count) {
    const struct lane_item *longest = &items[0];
    for (size_t i = 1; i < count; i++) {
        bool meet = items[i].tariff->from < longest->tariff->before && items[i].entry->tariff != longest->entry->tariff;
        if (meet && !add_pair(all, longest->entry, items[i].entry)) return false;
        if (items[i].tariff->before >= longest->tariff->before) longest = &items[i];
    }
    return true;
}

static bool find_pairs(struct tariffs *all) {
    struct lane_item *items = malloc((all->entry_count + 1) * sizeof *items);
    bool good = items != NULL;
    for (size_t i = 0; good && i < all->entry_count; i++)
        items[i] = (struct lane_item){&all->items[all->entries[i].tariff], &all->entries[i]};
    if (good && all->entry_count) qsort(items, all->entry_count, sizeof *items, compare_items);
    for (size_t first = 0, next = 0; good && first < all->entry_count; first = next) {
        while (next < all->entry_count && compare_lanes(&items[first], &items[next]) == 0) next++;
        good = sweep_lane(all, &items[first], next - first);
    }
    free(items);
    return good;
}

static int compare_pairs(const void *p, const void *q) {
    const struct pair *a = p, *b = q;
    if (a->one != b->one) return a->one < b->one ? -1 : 1;
    if (a->other != b->other) return a->other < b->other ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

static bool is_same_pair(const struct pair *a, const struct pair *b) { return a->one == b->one && a->other == b->other; }

/* The relation of a link between the two, whichever way; empty: none. */
static enum status find_relation(struct checking *checking, const struct held_tariff *one, const struct held_tariff *other,
                                 struct slice *relation, struct error *error) {
    struct record *links;
    size_t count;
    *relation = SLICE_NONE;
    enum status status = store_list(checking->asker->store, RECORD_LINK, one->id, &checking->arena, &links, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (slice_equals(record_get(&links[i], LINK_FROM), other->id) || slice_equals(record_get(&links[i], LINK_TO), other->id))
            *relation = record_get(&links[i], LINK_RELATION);
    return status;
}

static enum status tell_pair(struct tariffs *all, const struct pair *pair, struct error *error) {
    struct checking *checking = all->checking;
    const struct held_tariff *one = &all->items[pair->one], *other = &all->items[pair->other];
    struct arena_mark mark = arena_mark(&checking->arena);
    struct stored_event first, second;
    struct slice relation;
    bool found = false, other_found = false;
    enum status status = find_relation(checking, one, other, &relation, error);
    bool replaces = slice_is(relation, "replaces");
    if (status == STATUS_OK && relation.size && !replaces) {
        arena_rewind(&checking->arena, mark);
        return STATUS_OK;
    }
    if (status == STATUS_OK)
        status = store_find_event(checking->asker->store, one->id, &checking->arena, &first, &found, error);
    if (status == STATUS_OK)
        status = store_find_event(checking->asker->store, other->id, &checking->arena, &second, &other_found, error);
    if (status != STATUS_OK || !found || !other_found) return status;
    int64_t from = one->from > other->from ? one->from : other->from;
    int64_t before = one->before < other->before ? one->before : other->before;
    struct slice word = check_word(checking, &first.event), product = all->entries[pair->entry].product;
    struct slice start = check_day(checking, from), end = check_day(checking, before);
    struct fault fault = {
        .record = &first.event, .other = &second.event, .field = "end",
        .what = check_words(checking, "it and %.*s are both in force on %.*s from %.*s to %.*s, by the same imposer, on the "
                            "same target and basis%s", CHECK_TEXT(other->id), CHECK_TEXT(product), CHECK_TEXT(start),
                            CHECK_TEXT(end), replaces ? ", though one replaces the other" : ""),
        .repair = check_words(checking, "detente edit %.*s end=%.*s; duties that are stacked differ in their basis: "
                              "detente edit %.*s basis=BASIS", CHECK_TEXT(word), CHECK_TEXT(start), CHECK_TEXT(word))};
    return check_tell(checking, mark, &fault, error);
}

static enum status check_pairs(struct tariffs *all, struct error *error) {
    enum status status = find_pairs(all) ? STATUS_OK : ask_no_memory(error);
    if (all->pair_count) qsort(all->pairs, all->pair_count, sizeof *all->pairs, compare_pairs);
    for (size_t i = 0; status == STATUS_OK && i < all->pair_count; i++)
        if (i == 0 || !is_same_pair(&all->pairs[i - 1], &all->pairs[i])) status = tell_pair(all, &all->pairs[i], error);
    return status;
}

enum status check_tariffs(struct checking *checking, struct error *error) {
    struct tariffs all = {.checking = checking};
    struct slice kind = SLICE_OF("tariff");
    struct query query;
    query_init(&query);
    query.kinds = (struct slice_list){&kind, 1};
    query.as_happened = true;
    arena_init(&all.memory);
    arena_init(&all.scratch);
    enum status status = ask_events(checking->asker, &query, false, take_event, &all, error);
    if (status == STATUS_OK) status = check_pairs(&all, error);
    free(all.items);
    free(all.entries);
    free(all.pairs);
    arena_free(&all.memory);
    arena_free(&all.scratch);
    return status;
}
