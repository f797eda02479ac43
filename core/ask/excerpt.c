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

/* ---- characters ---------------------------------------------------------------------------------------------- */

static bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

enum { UTF8_FOLLOWING = UTF8_SIZE - 1 };

static size_t previous_character(struct slice text, size_t position) {
    size_t start = position - 1;
    for (int i = 0; i < UTF8_FOLLOWING && start > 0 && ((unsigned char)text.data[start] & 0xC0) == 0x80; i++) start--;
    return start;
}

/* The character that ends at the position; false when no well-formed one does. */
static bool read_before(struct slice text, size_t position, uint32_t *c) {
    size_t at = previous_character(text, position);
    return utf8_next(text, &at, c) && at == position;
}

/* Does what begins here belong to the character before: a mark, a joiner or what that joins? */
static bool is_joined(struct slice text, size_t position) {
    uint32_t before = 0, here = 0;
    size_t at = position;
    if (position == 0 || position >= text.size || !read_before(text, position, &before)) return false;
    return utf8_next(text, &at, &here) && here >= 0x20 && (before == 0x200D || utf8_width(here) == 0);
}

static size_t begin_of_joined(struct slice text, size_t position) {
    while (is_joined(text, position)) position = previous_character(text, position);
    return position;
}

static size_t end_of_joined(struct slice text, size_t position) {
    uint32_t ignored;
    while (is_joined(text, position) && utf8_next(text, &position, &ignored)) {}
    return position;
}

/* Moves over one character and what is joined to it. */
static size_t next_character(struct slice text, size_t position, size_t *width) {
    uint32_t c = 0;
    if (!utf8_next(text, &position, &c)) {
        ++*width;
        return position + 1;
    }
    *width += (size_t)utf8_width(c);
    return end_of_joined(text, position);
}

/* Columns from one byte to another, counted no further than `limit`. */
static size_t measure(struct slice text, size_t from, size_t to, size_t limit) {
    size_t width = 0;
    while (from < to && width <= limit) from = next_character(text, from, &width);
    return width;
}

/* ---- matches ----------------------------------------------------------------------------------------------- */

struct seen {
    struct search_token token;
    size_t first_column, past_column; /* only once the token is measured */
};

/* The last tokens of a walk, as many as the longest unit has: all that a phrase needs to be seen. Columns are counted
 * once, from left to right, and no further than the latest match. */
struct walk {
    const struct search_words *words;
    struct slice text;
    struct seen *last;      /* a ring */
    size_t size, count;      /* of the ring; tokens seen so far */
    size_t measured;         /* of these tokens so many have columns, or are out of the ring */
    size_t position, column; /* up to where columns are counted */
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
static const struct seen *look_back(const struct walk *walk, size_t back) {
    return &walk->last[(walk->count - 1 - back) % walk->size];
}

/* Does the unit end with the latest token? */
static bool ends_here(const struct walk *walk, const struct search_unit *unit) {
    size_t count = unit->keys.count;
    if (unit->excluded || count > walk->count) return false;
    for (size_t i = 0; i < count; i++) {
        struct slice key = look_back(walk, i)->token.key, wanted = unit->keys.items[count - 1 - i];
        bool same = i == 0 && unit->prefix ? slice_starts_with(key, wanted) : slice_equals(key, wanted);
        if (!same) return false;
    }
    return true;
}

static size_t count_columns(struct walk *walk, size_t to) {
    while (walk->position < to) walk->position = next_character(walk->text, walk->position, &walk->column);
    return walk->column;
}

static void measure_seen(struct walk *walk) {
    if (walk->measured + walk->size < walk->count) walk->measured = walk->count - walk->size;
    for (; walk->measured < walk->count; walk->measured++) {
        struct seen *seen = &walk->last[walk->measured % walk->size];
        seen->first_column = count_columns(walk, seen->token.from);
        seen->past_column = count_columns(walk, seen->token.to);
    }
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
    measure_seen(walk);
    const struct seen *first = look_back(walk, walk->words->units[unit].keys.count - 1), *last = look_back(walk, 0);
    matches->spans[matches->count++] = (struct excerpt_span){first->token.from, last->token.to, first->first_column,
                                                             last->past_column, unit};
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
    struct walk walk = {.words = words, .text = text, .size = longest_unit(words), .matches = matches, .arena = arena};
    size_t position = 0;
    bool found = true;
    *matches = (struct excerpt_matches){0};
    walk.last = arena_alloc_array(arena, walk.size, sizeof *walk.last);
    if (!walk.last) return no_memory(error);
    while (true) {
        struct search_token *token = &walk.last[walk.count % walk.size].token;
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

/* The spans that fit behind one another, and how many of each unit and of different units are among them. */
struct group {
    size_t counts[SEARCH_UNITS_MAX];
    size_t units;
};

static void join_group(struct group *group, const struct excerpt_span *span) {
    group->units += group->counts[span->unit]++ == 0;
}

static void leave_group(struct group *group, const struct excerpt_span *span) {
    group->units -= --group->counts[span->unit] == 0;
}

static struct window set_window(struct slice text, const struct excerpt_span *spans, size_t count) {
    struct window window = {spans[0].from, spans[0].to};
    for (size_t i = 1; i < count; i++)
        if (spans[i].to > window.to) window.to = spans[i].to;
    window.from = begin_of_joined(text, window.from);
    window.to = end_of_joined(text, window.to);
    return window;
}

/* The stretch from one span to another that has most different units, then most spans; the first of the best. What
 * fits behind a span fits behind the next one too, so both ends move to the right only. */
static struct window find_densest(struct slice text, const struct excerpt_matches *matches, size_t width) {
    const struct excerpt_span *spans = matches->spans;
    struct group group = {{0}, 0};
    size_t best = 0, best_count = 0, best_units = 0, past = 0;
    for (size_t i = 0; i < matches->count; i++) {
        for (; past < matches->count; past++) {
            if (past > i && spans[past].past_column - spans[i].first_column > width) break;
            join_group(&group, &spans[past]);
        }
        if (group.units > best_units || (group.units == best_units && past - i > best_count)) {
            best = i;
            best_count = past - i;
            best_units = group.units;
        }
        leave_group(&group, &spans[i]);
    }
    return best_count ? set_window(text, spans + best, best_count) : (struct window){0, 0};
}

/* Is a place between two words, or beside a character of a script without spaces? */
static bool parts_words(struct slice text, size_t position) {
    uint32_t before = 0, after = 0;
    size_t at = position;
    if (position == 0 || position >= text.size) return true;
    if (is_space(text.data[position - 1]) || is_space(text.data[position])) return true;
    if (!read_before(text, position, &before) || !utf8_next(text, &at, &after)) return false;
    return utf8_width(after) > 0 && before != 0x200D && (utf8_width(before) == 2 || utf8_width(after) == 2);
}

/* As far to the left as the columns allow, then back to where a word begins. */
static size_t widen_left(struct slice text, size_t from, size_t columns) {
    size_t at = from, width = 0, good = from;
    while (at > 0 && width < columns) {
        at = begin_of_joined(text, previous_character(text, at));
        next_character(text, at, &width);
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

/* May what lies between two tokens of a phrase be marked with them? */
static bool is_close(struct slice between) {
    static const char *const closest[] = {"", ".", ",", "'", "\xE2\x80\x99"};
    static const char *const hyphens[] = {"-", "\xE2\x80\x90", "\xE2\x80\x91"};
    for (size_t i = 0; i < sizeof closest / sizeof *closest; i++)
        if (slice_is(between, closest[i])) return true;
    for (size_t i = 0, at = 0; at < between.size; i = 0) {
        if (is_space(between.data[at])) {
            at++;
            continue;
        }
        struct slice rest = slice_part(between, at, between.size);
        while (i < sizeof hyphens / sizeof *hyphens && !slice_starts_with(rest, slice_from(hyphens[i]))) i++;
        if (i == sizeof hyphens / sizeof *hyphens) return false;
        at += strlen(hyphens[i]);
    }
    return true;
}

/* Stretches of the text that are to be marked, in order, none over another. */
struct pieces {
    struct window *items;
    size_t count, capacity;
};

static bool add_piece(struct pieces *pieces, size_t from, size_t to, struct arena *arena) {
    if (pieces->count == pieces->capacity) {
        size_t capacity = pieces->capacity ? pieces->capacity * 2 : 8;
        struct window *more = arena_alloc_array(arena, capacity, sizeof *more);
        if (!more) return false;
        if (pieces->count) memcpy(more, pieces->items, pieces->count * sizeof *more);
        pieces->items = more;
        pieces->capacity = capacity;
    }
    pieces->items[pieces->count++] = (struct window){from, to};
    return true;
}

/* The tokens of a span that no span before it has. */
static bool split_span(struct slice text, const struct excerpt_span *span, struct arena *arena, struct pieces *pieces) {
    struct window *last = pieces->count ? &pieces->items[pieces->count - 1] : NULL;
    bool overlaps = last && span->from < last->to, found = true;
    size_t position = overlaps ? last->to : span->from;
    struct slice head = slice_part(text, 0, span->to);
    for (bool first = !overlaps; position < span->to; first = false) {
        struct search_token token;
        if (search_next_token(head, &position, arena, &token, &found) != STATUS_OK) return false;
        if (!found) return true;
        last = pieces->count ? &pieces->items[pieces->count - 1] : NULL;
        if (!first && last && is_close(slice_part(text, last->to, token.from))) last->to = token.to;
        else if (!add_piece(pieces, token.from, token.to, arena)) return false;
    }
    return true;
}

static bool list_pieces(struct slice text, const struct excerpt_matches *matches, const struct window *window,
                        struct arena *arena, struct pieces *pieces) {
    for (size_t i = 0; i < matches->count; i++) {
        const struct excerpt_span *span = &matches->spans[i];
        if (span->from < window->from || span->to > window->to) continue;
        if (!split_span(text, span, arena, pieces)) return false;
    }
    return true;
}

static void append_window(struct setter *setter, struct slice text, const struct pieces *pieces,
                          const struct window *window) {
    size_t next = 0;
    for (size_t position = window->from; position < window->to;) {
        if (setter->marked && position >= pieces->items[next - 1].to) end_mark(setter);
        if (next < pieces->count && position >= pieces->items[next].from) {
            next++;
            begin_mark(setter);
        }
        position = append_character(setter, text, position);
    }
    end_mark(setter);
}

enum status excerpt_make(struct slice text, const struct excerpt_matches *matches, size_t width, struct slice tail,
                         struct arena *arena, struct excerpt *excerpt, struct error *error) {
    struct slice whole = slice_trim(text);
    struct window window = find_window(text, matches, width);
    struct pieces pieces = {NULL, 0, 0};
    struct setter setter = {.count = 0};
    size_t begin = whole.size ? (size_t)(whole.data - text.data) : 0, end = begin + whole.size;
    if (window.from < begin) window.from = begin;
    if (window.to > end) window.to = end;
    if (!list_pieces(text, matches, &window, arena, &pieces)) return no_memory(error);
    setter.marks = arena_alloc_array(arena, pieces.count + 1, sizeof *setter.marks);
    if (!setter.marks) return no_memory(error);
    buffer_init(&setter.text);
    if (window.from > begin) append(&setter, SLICE_OF("\xE2\x80\xA6"));
    append_window(&setter, text, &pieces, &window);
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
