/* Numbered notes. A source is known by its id and by its URL: both are keys of one table, so that a
 * bare URL and the record that has it are one note. */
#include "text_notes.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "text_date.h"

void text_notes_free(struct text_notes *notes) {
    arena_free(&notes->memory);
    *notes = (struct text_notes){.items = NULL};
}

/* ---- the table ------------------------------------------------------------------------------ */

/* The slot of a key, or the free one in which it would stand. */
static size_t find_slot(const struct text_notes *notes, struct slice key) {
    size_t slot = (size_t)hash_text(key) & (notes->slot_count - 1);
    while (notes->slots[slot] && !slice_equals(notes->keys[slot], key))
        slot = (slot + 1) & (notes->slot_count - 1);
    return slot;
}

static size_t find_number(const struct text_notes *notes, struct slice key) {
    if (slice_is_empty(key) || notes->slot_count == 0)
        return 0;
    return notes->slots[find_slot(notes, key)];
}

static bool grow_table(struct text_notes *notes) {
    struct text_notes old = *notes;
    size_t count = old.slot_count ? old.slot_count * 2 : 64;
    notes->slots = arena_alloc_array(&notes->memory, count, sizeof *notes->slots);
    notes->keys = arena_alloc_array(&notes->memory, count, sizeof *notes->keys);
    if (!notes->slots || !notes->keys) {
        notes->slots = old.slots;
        notes->keys = old.keys;
        return false;
    }
    notes->slot_count = count;
    for (size_t i = 0; i < old.slot_count; i++) {
        if (!old.slots[i])
            continue;
        size_t slot = find_slot(notes, old.keys[i]);
        notes->slots[slot] = old.slots[i];
        notes->keys[slot] = old.keys[i];
    }
    return true;
}

/* `key` lives in the memory of the notes. */
static bool put_key(struct text_notes *notes, struct slice key, size_t number) {
    if (slice_is_empty(key))
        return true;
    if (notes->used * 2 >= notes->slot_count && !grow_table(notes))
        return false;
    size_t slot = find_slot(notes, key);
    if (notes->slots[slot])
        return true;
    notes->slots[slot] = number;
    notes->keys[slot] = key;
    notes->used++;
    return true;
}

static bool grow_items(struct text_notes *notes) {
    size_t capacity = notes->capacity ? notes->capacity * 2 : 32;
    struct text_note *items = arena_alloc_array(&notes->memory, capacity, sizeof *items);
    if (!items)
        return false;
    if (notes->count)
        memcpy(items, notes->items, notes->count * sizeof *items);
    notes->items = items;
    notes->capacity = capacity;
    return true;
}

static bool fill_empty(struct text_notes *notes, struct slice *kept, struct slice text) {
    if (!slice_is_empty(*kept) || slice_is_empty(text))
        return true;
    return arena_copy(&notes->memory, text, kept);
}

/* Takes in what the note does not say yet. */
static bool fill_note(struct text_notes *notes, size_t number, const struct text_note *given) {
    struct text_note *kept = &notes->items[number - 1];
    return fill_empty(notes, &kept->id, given->id) && fill_empty(notes, &kept->title, given->title)
           && fill_empty(notes, &kept->publisher, given->publisher)
           && fill_empty(notes, &kept->published, given->published)
           && fill_empty(notes, &kept->url, given->url) && put_key(notes, kept->id, number)
           && put_key(notes, kept->url, number);
}

static size_t add_note(struct text_notes *notes, const struct text_note *given) {
    size_t number = find_number(notes, given->id);
    if (number == 0)
        number = find_number(notes, given->url);
    if (number == 0) {
        if (slice_is_empty(given->id) && slice_is_empty(given->url))
            return 0;
        if (notes->count == notes->capacity && !grow_items(notes)) {
            notes->failed = true;
            return 0;
        }
        number = ++notes->count;
    }
    notes->failed = !fill_note(notes, number, given) || notes->failed;
    return number;
}

size_t text_notes_add(struct text_notes *notes, const struct record *source) {
    struct slice url = record_get(source, SOURCE_URL);
    struct text_note note = {.id = record_get(source, SOURCE_ID),
                             .title = record_get(source, SOURCE_TITLE),
                             .publisher = record_get(source, SOURCE_PUBLISHER),
                             .published = record_get(source, SOURCE_PUBLISHED),
                             .url = url};
    if (slice_is_empty(url))
        note.url = record_get(source, SOURCE_ARCHIVE_URL);
    return add_note(notes, &note);
}

size_t text_notes_add_claim(struct text_notes *notes, const struct answer_claim *claim) {
    if (claim->source)
        return text_notes_add(notes, claim->source);
    struct text_note note = {.id = record_get(&claim->record, CLAIM_SOURCE),
                             .title = claim->source_title,
                             .publisher = claim->source_publisher};
    return add_note(notes, &note);
}

size_t text_notes_add_link(struct text_notes *notes, const struct answer_link *link) {
    struct text_note note = {.id = record_get(&link->record, LINK_SOURCE)};
    return link->source ? text_notes_add(notes, link->source) : add_note(notes, &note);
}

/* ---- words ---------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b) {
    size_t left = *(const size_t *)a, right = *(const size_t *)b;
    return (left > right) - (left < right);
}

/* The first time that a number is met in this mark. */
static bool is_new(struct text_notes *notes, size_t number) {
    if (number == 0 || notes->items[number - 1].marked == notes->marks)
        return false;
    notes->items[number - 1].marked = notes->marks;
    return true;
}

void text_notes_mark(struct text_notes *notes, struct buffer *run, size_t *numbers, size_t count) {
    bool opened = false;
    notes->marks++;
    qsort(numbers, count, sizeof *numbers, compare_numbers);
    for (size_t i = 0; i < count; i++) {
        if (!is_new(notes, numbers[i]))
            continue;
        if (!opened)
            text_put_tone(run, TONE_DIM);
        text_put_words(run, opened ? "," TEXT_GAP : "[");
        buffer_append_integer(run, (int64_t)numbers[i]);
        opened = true;
    }
    if (!opened)
        return;
    text_put_words(run, "]");
    text_put_tone(run, TONE_PLAIN);
}

static void put_separator(struct buffer *run, size_t start) {
    if (run->size > start)
        text_put_words(run, ", ");
}

/* Publisher, “title”, date, URL; the id when there is nothing else. */
static void put_note(struct buffer *run, const struct text_note *note) {
    size_t start = run->size;
    text_put(run, note->publisher);
    if (!slice_is_empty(note->title)) {
        put_separator(run, start);
        text_put_words(run, "\xE2\x80\x9C");
        text_put(run, note->title);
        text_put_words(run, "\xE2\x80\x9D");
    }
    if (!slice_is_empty(note->published)) {
        put_separator(run, start);
        struct buffer words;
        buffer_init(&words);
        text_date_append(&words, note->published, TEXT_NO_BREAK_SPACE);
        text_put(run, buffer_slice(&words));
        run->failed = run->failed || buffer_failed(&words);
        buffer_free(&words);
    }
    if (!slice_is_empty(note->url)) {
        put_separator(run, start);
        text_put_toned(run, TONE_DIM, note->url);
    }
    if (run->size == start)
        text_put(run, note->id);
}

static size_t count_digits(size_t value) {
    size_t digits = 1;
    for (; value > 9; value /= 10)
        digits++;
    return digits;
}

bool text_notes_list(const struct text_notes *notes, struct arena *scratch, struct buffer *run,
                     size_t number, size_t width, struct text_lines *lines) {
    size_t digits = count_digits(notes->count), label = digits + 3;
    buffer_clear(run);
    for (size_t i = count_digits(number); i < digits; i++)
        text_put_words(run, TEXT_GAP);
    text_put_words(run, "[");
    buffer_append_integer(run, (int64_t)number);
    text_put_words(run, "]" TEXT_GAP);
    put_note(run, &notes->items[number - 1]);
    return !buffer_failed(run) && text_wrap(scratch, buffer_slice(run), width, label, lines);
}
