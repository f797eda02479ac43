/* Days of which a file has all parts: every quarter of an hour, say. Knows no rows and no profile.
 *
 * Hashes of day and part are kept, not the texts: where two agree, a part is not counted, so that a day is rather claimed too
 * seldom than too often. What is kept is bounded. */
#include "profile_reader.h"

#include <stdlib.h>

#include "../base/hash.h"

enum { SEEN_MAX = 1 << 20, SLOTS_FIRST = 1 << 10 };

/* Spreads neighbouring days over a table. */
static uint64_t mix(uint64_t number) {
    number *= UINT64_C(0x9E3779B97F4A7C15);
    return number ^ number >> 32;
}

static uint64_t *find_seen(uint64_t *slots, size_t count, uint64_t hash) {
    size_t at = (size_t)mix(hash) & (count - 1);
    while (slots[at] && slots[at] != hash) at = (at + 1) & (count - 1);
    return &slots[at];
}

static struct counted_day *find_day(struct counted_day *slots, size_t count, int64_t day) {
    size_t at = (size_t)mix((uint64_t)day) & (count - 1);
    while (slots[at].count && slots[at].day != day) at = (at + 1) & (count - 1);
    return &slots[at];
}

static bool grow_seen(struct day_parts *parts) {
    if (parts->seen_count * 2 < parts->seen_slots) return true;
    size_t count = parts->seen_slots ? parts->seen_slots * 2 : SLOTS_FIRST;
    uint64_t *slots = calloc(count, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < parts->seen_slots; i++)
        if (parts->seen[i]) *find_seen(slots, count, parts->seen[i]) = parts->seen[i];
    free(parts->seen);
    parts->seen = slots;
    parts->seen_slots = count;
    return true;
}

static bool grow_days(struct day_parts *parts) {
    if (parts->day_count * 2 < parts->day_slots) return true;
    size_t count = parts->day_slots ? parts->day_slots * 2 : SLOTS_FIRST;
    struct counted_day *slots = calloc(count, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < parts->day_slots; i++)
        if (parts->days[i].count) *find_day(slots, count, parts->days[i].day) = parts->days[i];
    free(parts->days);
    parts->days = slots;
    parts->day_slots = count;
    return true;
}

bool day_parts_add(struct day_parts *parts, int64_t day, struct slice part, size_t needed, bool *whole) {
    uint64_t hash = hash_text(part) + mix((uint64_t)day);
    *whole = false;
    hash += hash == 0;
    if (hash == parts->last) return true; /* neighbouring rows mostly are of one part */
    parts->last = hash;
    if (!grow_seen(parts) || !grow_days(parts)) return false;
    struct counted_day *counted = find_day(parts->days, parts->day_slots, day);
    uint64_t *seen = find_seen(parts->seen, parts->seen_slots, hash);
    if (counted->count >= needed || *seen || parts->seen_count == SEEN_MAX) return true;
    *seen = hash;
    parts->seen_count++;
    if (counted->count == 0) {
        counted->day = day;
        parts->day_count++;
    }
    *whole = ++counted->count == needed;
    return true;
}

void day_parts_free(struct day_parts *parts) {
    free(parts->seen);
    free(parts->days);
}
