/* Matches by the same walk over tokens as the index was made by; then the window that has most of them.
 *
 * Knows nothing of records: a text goes in, an excerpt comes out. */
#include "excerpt.h"

#include <stdlib.h>
#include "../base/utf8.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

#define AT(member) offsetof(struct excerpt_mark, member)
static const struct shape_field mark_fields[] = {
    {.name = "from", .type = SHAPE_COUNT, .offset = AT(from)},
    {.name = "to", .type = SHAPE_COUNT, .offset = AT(to)},
};
#undef AT
const struct shape excerpt_mark_shape = {"mark", sizeof(struct excerpt_mark), mark_fields,
                                         sizeof mark_fields / sizeof *mark_fields};

/* ---- matches ----------------------------------------------------------------------------------------------- */

/* The last tokens of a walk, as many as the longest unit has: all that a phrase needs to be seen. */
struct walk {
    const struct search_words *words;
    struct search_token *last; /* a ring */
    size_t size, count;        /* of the ring; tokens seen so far */
    struct excerpt_matches *matches;
    size_t capacity;
    struct arena *arena;
};

static size_t longest_unit(const struct search_words *words) {
    size_t longest = 1;
    for (size_t i = 0; i < words->count; i++)
        if (words->units[i].keys.count > longest) longest = words->units[i].keys.count;
    return longest;
}

/* The token that was seen `back` before the latest one. */
static const struct search_token *look_back(const struct walk *walk, size_t back) {
    return &walk->last[(walk->count - 1 - back) % walk->size];
}

/* Does the unit end with the latest token? */
static bool ends_here(const struct walk *walk, const struct search_unit *unit) {
    size_t count = unit->keys.count;
    if (unit->excluded || count > walk->count) return false;
    for (size_t i = 0; i < count; i++) {
        struct slice key = look_back(walk, i)->key, wanted = unit->keys.items[count - 1 - i];
        bool same = i == 0 && unit->prefix ? slice_starts_with(key, wanted) : slice_equals(key, wanted);
        if (!same) return false;
    }
    return true;
}

static bool add_span(struct walk *walk, size_t unit) {
    struct excerpt_matches *matches = walk->matches;
    if (matches->count == walk->capacity) {
        size_t capacity = walk->capacity ? walk->capacity * 2 : 8;
        struct excerpt_span *more = arena_alloc_array(walk->arena, capacity, sizeof *more);
        if (!more) return false;
        if (matches->count) memcpy(more, matches->spans, matches->count * sizeof *more);
        matches->spans = more;
        walk->capacity = capacity;
    }
    size_t first = walk->words->units[unit].keys.count - 1;
    matches->spans[matches->count++] = (struct excerpt_span){look_back(walk, first)->from, look_back(walk, 0)->to, unit};
    matches->units |= UINT64_C(1) << unit;
    return true;
}

static int compare_spans(const void *a, const void *b) {
    const struct excerpt_span *p = a, *q = b;
    if (p->from != q->from) return p->from < q->from ? -1 : 1;
    if (p->to != q->to) return p->to < q->to ? -1 : 1;
    return (p->unit > q->unit) - (p->unit < q->unit);
}

enum status excerpt_match(const struct search_words *words, struct slice text, struct arena *arena,
                          struct excerpt_matches *matches, struct error *error) {
    _Static_assert(SEARCH_UNITS_MAX <= 64, "a bit for each unit");
    struct walk walk = {.words = words, .size = longest_unit(words), .matches = matches, .arena = arena};
    size_t position = 0;
    bool found = true;
    *matches = (struct excerpt_matches){0};
    walk.last = arena_alloc_array(arena, walk.size, sizeof *walk.last);
    if (!walk.last) return no_memory(error);
    while (true) {
        struct search_token *token = &walk.last[walk.count % walk.size];
        if (search_next_token(text, &position, arena, token, &found) != STATUS_OK) return no_memory(error);
        if (!found) break;
        walk.count++;
        for (size_t i = 0; i < words->count; i++)
            if (ends_here(&walk, &words->units[i]) && !add_span(&walk, i)) return no_memory(error);
    }
    if (matches->count) qsort(matches->spans, matches->count, sizeof *matches->spans, compare_spans);
    return STATUS_OK;
}

/* ---- the window ---------------------------------------------------------------------------------------------- */

struct window {
    size_t from, to; /* bytes */
};

/* Moves over one character and what is joined to it (marks, zero-width joiners and what they join). */
static size_t next_character(struct slice text, size_t position, size_t *width) {
    uint32_t c = 0;
    if (!utf8_next(text, &position, &c)) {
        ++*width;
        return position + 1;
    }
    *width += (size_t)utf8_width(c);
    for (size_t next = position; next < text.size; position = next) {
        bool joins = c == 0x200D;
        if (!utf8_next(text, &next, &c) || c < 0x20 || !(joins || utf8_width(c) == 0)) break;
    }
    return position;
}

/* Columns from one byte to another, counted no further than `limit`. */
static size_t measure(struct slice text, size_t from, size_t to, size_t limit) {
    size_t width = 0;
    while (from < to && width <= limit) from = next_character(text, from, &width);
    return width;
}

static int count_bits(uint64_t bits) {
    int count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
}

/* The stretch from one span to another that has most different units, then most spans; the first of the best. */
static struct window find_densest(struct slice text, const struct excerpt_matches *matches, size_t width) {
    struct window best = {0, 0};
    size_t best_count = 0;
    int best_units = 0;
    for (size_t i = 0; i < matches->count; i++) {
        uint64_t units = 0;
        size_t from = matches->spans[i].from, to = from, used = 0;
        for (size_t j = i; j < matches->count; j++) {
            const struct excerpt_span *span = &matches->spans[j];
            if (span->to > to) used += measure(text, to, span->to, width);
            if (j > i && used > width) break;
            if (span->to > to) to = span->to;
            units |= UINT64_C(1) << span->unit;
            int many = count_bits(units);
            if (many < best_units || (many == best_units && j - i + 1 <= best_count)) continue;
            best = (struct window){from, to};
            best_units = many;
            best_count = j - i + 1;
        }
    }
    return best;
}

static bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

static size_t previous_byte_of_character(struct slice text, size_t position) {
    position--;
    while (position > 0 && ((unsigned char)text.data[position] & 0xC0) == 0x80) position--;
    return position;
}

/* Is a place between two words, or beside a character of a script without spaces? */
static bool parts_words(struct slice text, size_t position) {
    uint32_t before = 0, after = 0;
    size_t at = position;
    if (position == 0 || position >= text.size) return true;
    if (is_space(text.data[position - 1]) || is_space(text.data[position])) return true;
    size_t start = previous_byte_of_character(text, position);
    if (!utf8_next(text, &start, &before) || !utf8_next(text, &at, &after)) return false;
    return utf8_width(after) > 0 && before != 0x200D && (utf8_width(before) == 2 || utf8_width(after) == 2);
}

/* As far to the left as the columns allow, then back to where a word begins. */
static size_t widen_left(struct slice text, size_t from, size_t columns) {
    size_t at = from, width = 0, good = from;
    while (at > 0 && width < columns) {
        size_t ignored = 0, start = previous_byte_of_character(text, at);
        next_character(text, start, &ignored);
        width += ignored;
        at = start;
        if (parts_words(text, at)) good = at;
    }
    while (good < from && is_space(text.data[good])) good++;
    return good;
}

static size_t widen_right(struct slice text, size_t to, size_t columns) {
    size_t at = to, width = 0, good = to;
    while (at < text.size && width < columns) {
        at = next_character(text, at, &width);
        if (parts_words(text, at)) good = at;
    }
    while (good > to && is_space(text.data[good - 1])) good--;
    return good;
}

static struct window find_window(struct slice text, const struct excerpt_matches *matches, size_t width) {
    struct window window = {0, text.size};
    if (width == SIZE_MAX || measure(text, 0, text.size, width) <= width) return window;
    window = find_densest(text, matches, width);
    size_t used = measure(text, window.from, window.to, width);
    size_t free_columns = used < width ? width - used : 0;
    /* What one side does not need goes to the other. */
    size_t left = widen_left(text, window.from, free_columns / 2);
    size_t taken = measure(text, left, window.from, width);
    size_t right = widen_right(text, window.to, free_columns - (taken < free_columns ? taken : free_columns));
    taken = measure(text, window.to, right, width);
    left = widen_left(text, window.from, free_columns - (taken < free_columns ? taken : free_columns));
    return (struct window){left, right};
}

/* ---- the text of it -------------------------------------------------------------------------------------------- */

struct setter {
    struct buffer text;
    struct excerpt_mark *marks;
    size_t count;
    int64_t characters;
    bool marked;
};

static void append(struct setter *setter, struct slice text) {
    buffer_append_slice(&setter->text, text);
    for (size_t i = 0; i < text.size; i++)
        setter->characters += ((unsigned char)text.data[i] & 0xC0) != 0x80;
}

static void begin_mark(struct setter *setter) {
    setter->marks[setter->count].from = shape_count(setter->characters);
    setter->marks[setter->count].first = setter->text.size;
    setter->marked = true;
}

static void end_mark(struct setter *setter) {
    if (!setter->marked) return;
    setter->marks[setter->count].to = shape_count(setter->characters);
    setter->marks[setter->count++].past = setter->text.size;
    setter->marked = false;
}

/* What is no UTF-8 becomes U+FFFD, so that characters can be counted. */
static size_t append_character(struct setter *setter, struct slice text, size_t position) {
    uint32_t c;
    size_t next = position;
    if (is_space(text.data[position])) {
        while (next < text.size && is_space(text.data[next])) next++;
        append(setter, SLICE_OF(" "));
        return next;
    }
    if (utf8_next(text, &next, &c)) {
        append(setter, slice_part(text, position, next));
        return next;
    }
    append(setter, SLICE_OF("\xEF\xBF\xBD"));
    return position + 1;
}

static void append_window(struct setter *setter, struct slice text, const struct excerpt_matches *matches,
                          const struct window *window) {
    size_t span = 0, marked_to = 0;
    for (size_t position = window->from; position < window->to;) {
        if (setter->marked && position >= marked_to) end_mark(setter);
        while (span < matches->count && matches->spans[span].from <= position) {
            const struct excerpt_span *here = &matches->spans[span++];
            if (here->to <= position || here->to > window->to) continue;
            if (!setter->marked) begin_mark(setter);
            if (here->to > marked_to) marked_to = here->to;
        }
        position = append_character(setter, text, position);
    }
    end_mark(setter);
}

enum status excerpt_make(struct slice text, const struct excerpt_matches *matches, size_t width, struct slice tail,
                         struct arena *arena, struct excerpt *excerpt, struct error *error) {
    struct slice whole = slice_trim(text);
    struct window window = find_window(text, matches, width);
    struct setter setter = {.marks = arena_alloc_array(arena, matches->count + 1, sizeof *setter.marks)};
    size_t begin = whole.size ? (size_t)(whole.data - text.data) : 0, end = begin + whole.size;
    if (!setter.marks) return no_memory(error);
    if (window.from < begin) window.from = begin;
    if (window.to > end) window.to = end;
    buffer_init(&setter.text);
    if (window.from > begin) append(&setter, SLICE_OF("\xE2\x80\xA6"));
    append_window(&setter, text, matches, &window);
    if (window.to < end) append(&setter, SLICE_OF("\xE2\x80\xA6"));
    append(&setter, tail);
    bool done = !buffer_failed(&setter.text) && arena_copy(arena, buffer_slice(&setter.text), &excerpt->text);
    buffer_free(&setter.text);
    excerpt->marks = (struct shape_entries){setter.marks, setter.count};
    return done ? STATUS_OK : no_memory(error);
}

bool excerpt_set_in_quotes(const struct excerpt *excerpt, struct arena *arena, struct slice *text) {
    const struct excerpt_mark *marks = excerpt->marks.items;
    struct buffer out;
    size_t position = 0;
    buffer_init(&out);
    for (size_t i = 0; i < excerpt->marks.count; i++) {
        buffer_append_slice(&out, slice_part(excerpt->text, position, marks[i].first));
        buffer_append_text(&out, "\xC2\xAB");
        buffer_append_slice(&out, slice_part(excerpt->text, marks[i].first, marks[i].past));
        buffer_append_text(&out, "\xC2\xBB");
        position = marks[i].past;
    }
    buffer_append_slice(&out, slice_part(excerpt->text, position, excerpt->text.size));
    bool done = !buffer_failed(&out) && arena_copy(arena, buffer_slice(&out), text);
    buffer_free(&out);
    return done;
}
