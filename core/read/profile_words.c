/* Words found by hash, with ASCII case aside: keys of maps, codes of groups, headings. Knows no profile. */
#include "profile_reader.h"

#include <stdlib.h>

static unsigned char lower(char c) {
    unsigned char byte = (unsigned char)c;
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

/* FNV-1a of the word in lower case. */
static uint64_t hash_lower(struct slice word) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < word.size; i++) hash = (hash ^ lower(word.data[i])) * UINT64_C(1099511628211);
    return hash ^ hash >> 29;
}

static int longest_first(const void *a, const void *b) {
    size_t one = *(const size_t *)a, two = *(const size_t *)b;
    return (one < two) - (one > two);
}

static void list_lengths(struct word_index *index) {
    size_t kept = 0;
    for (size_t i = 0; i < index->count; i++) index->lengths[i] = index->keys[i].size;
    if (index->count) qsort(index->lengths, index->count, sizeof *index->lengths, longest_first);
    for (size_t i = 0; i < index->count; i++)
        if (index->lengths[i] && (kept == 0 || index->lengths[kept - 1] != index->lengths[i]))
            index->lengths[kept++] = index->lengths[i];
    index->length_count = kept;
}

bool word_index_make(struct word_index *index, struct arena *arena, const struct slice *keys, size_t count) {
    size_t slots = 8;
    while (slots < count * 2) slots *= 2;
    *index = (struct word_index){.keys = keys, .count = count, .slot_count = slots};
    index->slots = arena_alloc_array(arena, slots, sizeof *index->slots);
    index->lengths = arena_alloc_array(arena, count, sizeof *index->lengths);
    if (!index->slots || !index->lengths) return false;
    for (size_t i = 0; i < count; i++) {
        if (slice_is_empty(keys[i])) continue;
        size_t slot = hash_lower(keys[i]) & (slots - 1);
        while (index->slots[slot]) slot = (slot + 1) & (slots - 1);
        index->slots[slot] = i + 1;
    }
    list_lengths(index);
    return true;
}

long word_index_find(const struct word_index *index, struct slice word) {
    long found = WORD_NONE;
    if (index->count == 0 || slice_is_empty(word)) return WORD_NONE;
    size_t slot = hash_lower(word) & (index->slot_count - 1);
    for (; index->slots[slot]; slot = (slot + 1) & (index->slot_count - 1)) {
        size_t key = index->slots[slot] - 1;
        if (!slice_equals_ascii_nocase(index->keys[key], word)) continue;
        if (slice_equals(index->keys[key], word)) return (long)key;
        if (found == WORD_NONE || (long)key < found) found = (long)key;
    }
    return found;
}

long word_index_find_beginning(const struct word_index *index, struct slice text) {
    for (size_t i = 0; i < index->length_count; i++) {
        if (index->lengths[i] > text.size) continue;
        long found = word_index_find(index, slice_part(text, 0, index->lengths[i]));
        if (found != WORD_NONE) return found;
    }
    return WORD_NONE;
}

bool word_index_long(struct arena *arena, const struct slice_list *words, const struct word_index **out) {
    *out = NULL;
    if (words->count <= WORDS_FEW) return true;
    struct word_index *index = arena_alloc(arena, sizeof *index);
    *out = index;
    return index && word_index_make(index, arena, words->items, words->count);
}

bool word_is_among(const struct slice_list *words, const struct word_index *index, struct slice text) {
    if (index && text.size) {
        long found = word_index_find(index, text); /* of exactly these letters before all others */
        return found != WORD_NONE && slice_equals(words->items[found], text);
    }
    for (size_t i = 0; i < words->count; i++)
        if (slice_equals(words->items[i], text)) return true;
    return false;
}

bool word_begins(struct slice text, struct slice beginning) {
    return slice_equals_ascii_nocase(slice_part(text, 0, beginning.size), beginning);
}

static bool stands_within(struct slice text, struct slice word) {
    for (size_t at = 0; at + word.size <= text.size; at++)
        if (lower(text.data[at]) == lower(word.data[0]) &&
            slice_equals_ascii_nocase(slice_part(text, at, at + word.size), word))
            return true;
    return false;
}

long word_index_find_within(const struct word_index *index, struct slice text) {
    for (size_t i = 0; i < index->count; i++)
        if (!slice_is_empty(index->keys[i]) && stands_within(text, index->keys[i])) return (long)i;
    return WORD_NONE;
}
