/* Tariffs kept beside an answer, and sorted into lanes: one imposer, one target, one product, one unit.
 *
 * A measure on several imposers, targets or products stands in a lane for each, so that duties on China alone and on
 * China among others meet. Products are compared without case and accents. */
#include "measure_inside.h"

#include <stdlib.h>
#include "../base/cell.h"
#include "../base/utf8.h"
#include "../model/list.h"
#include "inside.h"

/* Beyond so many lanes for one measure its imposers, and its targets, stand together as one. */
enum { LANES_MAX = 1 << 14 };

/* ---- keeping ------------------------------------------------------------------------------------------------- */

static struct slice find_name(const struct answer_event *event, struct slice id) {
    for (size_t i = 0; i < event->party_count; i++) {
        const struct answer_party *party = &event->parties[i];
        bool side = party->party.type == PARTY_COUNTRY || party->party.type == PARTY_ORGANIZATION;
        if (side && slice_equals(party->party.id, id)) return party->name.size ? party->name : id;
    }
    return id;
}

static bool keep_sides(struct arena *arena, const struct answer_event *event, struct slice cell, bool together,
                       struct tariff_side **sides, size_t *count) {
    struct slice_list ids = {NULL, 0};
    if (!cell_parse_list(arena, cell, &ids)) return false;
    if (together || ids.count == 0) ids = (struct slice_list){&cell, 1};
    *sides = arena_alloc_array(arena, ids.count, sizeof **sides);
    if (!*sides) return false;
    for (size_t i = 0; i < ids.count; i++)
        if (!arena_copy(arena, ids.items[i], &(*sides)[i].id) ||
            !arena_copy(arena, find_name(event, ids.items[i]), &(*sides)[i].name)) return false;
    *count = ids.count;
    return true;
}

static bool fold_list(struct arena *arena, const struct slice_list *from, struct slice_list *to) {
    struct slice key;
    for (size_t i = 0; i < from->count; i++)
        if (!utf8_fold(arena, from->items[i], &key) || !arena_append(arena, to, key)) return false;
    return true;
}

static bool keep_goods(struct arena *arena, const struct answer_measure *measure, struct tariff *tariff) {
    struct slice product;
    struct slice_list excluded;
    return arena_copy(arena, measure->product, &product) && arena_copy(arena, measure->excludes, &tariff->excepted) &&
           cell_parse_list(arena, product, &tariff->products) && cell_parse_list(arena, tariff->excepted, &excluded) &&
           fold_list(arena, &tariff->products, &tariff->keys) && fold_list(arena, &excluded, &tariff->excludes) &&
           list_sort(arena, &tariff->excludes);
}

static void read_rate(struct slice low, struct slice high, struct tariff_rate *rate) {
    rate->known = decimal_parse(low, &rate->low) && decimal_parse(high, &rate->high);
}

static bool keep_source(struct arena *arena, const struct record *from, struct record *to) {
    size_t count = record_info(RECORD_SOURCE)->field_count;
    record_init(to, RECORD_SOURCE);
    for (size_t i = 0; i < count; i++)
        if (!arena_copy(arena, from->values[i], &to->values[i])) return false;
    return true;
}

static bool keep_sources(struct arena *arena, const struct shape_sources *from, struct shape_sources *to) {
    struct answer_source *items = arena_alloc_array(arena, from->count + 1, sizeof *items);
    if (!items) return false;
    for (size_t i = 0; i < from->count; i++)
        if (!keep_source(arena, &from->items[i].record, &items[i].record)) return false;
    *to = (struct shape_sources){items, from->count};
    return true;
}

/* The first day on which another may stand in its place; `endless`: though it has no end. */
static int64_t find_successor(const struct answer_measure *measure, bool endless) {
    const struct measure_seam *seams = measure->replaced_by.items;
    int64_t day = DAY_MAX;
    for (size_t i = 0; i < measure->replaced_by.count; i++)
        if ((!endless || slice_is(seams[i].fault, "no end")) && seams[i].start < day) day = seams[i].start;
    return day;
}

/* "ordinary", "ordinary (MFN)". */
static bool is_ordinary(struct slice basis) {
    struct slice word = slice_part(basis, 0, strlen("ordinary"));
    char next = basis.size > word.size ? basis.data[word.size] : ' ';
    bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return slice_equals_ascii_nocase(word, SLICE_OF("ordinary")) && !letter;
}

static bool fill_tariff(struct arena *arena, const struct answer_measure *measure, struct tariff *tariff) {
    const struct answer_event *event = measure->event;
    read_rate(measure->rate_min, measure->rate_max, &tariff->rate);
    read_rate(measure->base_rate_min, measure->base_rate_max, &tariff->base);
    tariff->ordinary = is_ordinary(measure->basis);
    tariff->disputed = measure->disputed;
    tariff->succeeded = find_successor(measure, true);
    tariff->replaced = find_successor(measure, false);
    tariff->times = measure_find_times(measure);
    tariff->confirmed = measure->known_until;
    tariff->last_confirmed = measure->last_confirmed;
    if (!arena_copy(arena, measure->id, &tariff->id) || !arena_copy(arena, measure->rate_unit, &tariff->unit) ||
        !arena_copy(arena, measure->quota, &tariff->quota) || !keep_goods(arena, measure, tariff) ||
        !keep_sources(arena, &measure->sources, &tariff->sources)) return false;
    size_t goods = tariff->products.count + 1;
    bool together = event->party_count * event->party_count > LANES_MAX / goods;
    return keep_sides(arena, event, measure->imposer, together, &tariff->imposers, &tariff->imposer_count) &&
           keep_sides(arena, event, measure->target, together, &tariff->targets, &tariff->target_count);
}

static bool make_room(struct tariff_book *book) {
    if (book->count < book->capacity) return true;
    size_t capacity = book->capacity ? book->capacity * 2 : 32;
    struct tariff **items = arena_alloc_array(book->arena, capacity, sizeof *items);
    if (!items) return false;
    if (book->count) memcpy(items, book->items, book->count * sizeof *items);
    book->items = items;
    book->capacity = capacity;
    return true;
}

enum status tariff_book_keep(struct tariff_book *book, const struct answer_measure *measure, struct error *error) {
    if (!kind_is_below(measure->kind, SLICE_OF("tariff"))) return STATUS_OK;
    struct tariff *tariff = arena_alloc(book->arena, sizeof *tariff);
    if (!tariff || !make_room(book) || !fill_tariff(book->arena, measure, tariff)) return ask_no_memory(error);
    tariff->number = book->count;
    book->items[book->count++] = tariff;
    return STATUS_OK;
}

/* ---- sorting ------------------------------------------------------------------------------------------------- */

/* A tariff in one lane. */
struct entry {
    const struct tariff *tariff;
    const struct tariff_side *imposer, *target;
    struct slice product, key;
};

static int compare_lanes(const struct entry *a, const struct entry *b) {
    int order = slice_compare(a->imposer->id, b->imposer->id);
    if (order == 0) order = slice_compare(a->target->id, b->target->id);
    if (order == 0) order = (a->product.size > 0) - (b->product.size > 0);
    if (order == 0) order = slice_compare(a->key, b->key);
    return order == 0 ? slice_compare(a->tariff->unit, b->tariff->unit) : order;
}

static int compare_entries(const void *p, const void *q) {
    const struct entry *a = p, *b = q;
    int order = compare_lanes(a, b);
    return order ? order : (a->tariff->number > b->tariff->number) - (a->tariff->number < b->tariff->number);
}

static size_t count_entries(const struct tariff *tariff, bool nameless) {
    size_t goods = tariff->products.count ? tariff->products.count : nameless;
    return tariff->imposer_count * tariff->target_count * goods;
}

static bool contains(struct slice text, struct slice part) {
    for (size_t i = 0; i + part.size <= text.size; i++)
        if (slice_equals(slice_part(text, i, i + part.size), part)) return true;
    return false;
}

/* A measure on butter and cheese is found by butter; what lies on cheese is then not asked for, nor all there. */
static bool is_asked(const struct slice_list *only, struct slice key) {
    for (size_t i = 0; i < only->count; i++)
        if (contains(key, only->items[i])) return true;
    return only->count == 0;
}

static size_t add_entries(const struct tariff *tariff, const struct slice_list *only, bool nameless, struct entry *entries) {
    size_t count = 0, goods = tariff->products.count ? tariff->products.count : nameless;
    for (size_t i = 0; i < tariff->imposer_count; i++)
        for (size_t j = 0; j < tariff->target_count; j++)
            for (size_t k = 0; k < goods; k++) {
                struct entry entry = {tariff, &tariff->imposers[i], &tariff->targets[j], SLICE_NONE, tariff->id};
                if (tariff->products.count && !is_asked(only, tariff->keys.items[k])) continue;
                if (tariff->products.count) {
                    entry.product = tariff->products.items[k];
                    entry.key = tariff->keys.items[k];
                }
                entries[count++] = entry;
            }
    return count;
}

static bool list_entries(const struct tariff_book *book, bool nameless, struct arena *arena, struct entry **entries,
                         size_t *count) {
    size_t most = 0;
    *count = 0;
    for (size_t i = 0; i < book->count; i++) most += count_entries(book->items[i], nameless);
    *entries = arena_alloc_array(arena, most + 1, sizeof **entries);
    if (!*entries) return false;
    for (size_t i = 0; i < book->count; i++) *count += add_entries(book->items[i], &book->only, nameless, *entries + *count);
    if (*count) qsort(*entries, *count, sizeof **entries, compare_entries);
    return true;
}

/* The lane that begins with the first of the entries; returns how many of these it takes. A tariff that names a product
 * in two spellings is there once. */
static size_t fill_lane(const struct entry *entries, size_t count, const struct tariff **room, struct tariff_lane *lane) {
    size_t used = 0;
    *lane = (struct tariff_lane){*entries[0].imposer, *entries[0].target, entries[0].product, entries[0].tariff->unit,
                                 room, 0};
    for (; used < count && compare_lanes(&entries[0], &entries[used]) == 0; used++)
        if (lane->count == 0 || room[lane->count - 1] != entries[used].tariff) room[lane->count++] = entries[used].tariff;
    return used;
}

enum status tariff_book_sort(const struct tariff_book *book, bool nameless, struct arena *arena,
                             struct tariff_lane **lanes, size_t *count, struct error *error) {
    struct entry *entries;
    size_t entry_count;
    *count = 0;
    if (!list_entries(book, nameless, arena, &entries, &entry_count)) return ask_no_memory(error);
    *lanes = arena_alloc_array(arena, entry_count + 1, sizeof **lanes);
    const struct tariff **room = arena_alloc_array(arena, entry_count + 1, sizeof *room);
    if (!*lanes || !room) return ask_no_memory(error);
    for (size_t i = 0; i < entry_count; ++*count)
        i += fill_lane(&entries[i], entry_count - i, &room[i], &(*lanes)[*count]);
    return STATUS_OK;
}
