/* Several countries in a cell: where it is cut. Knows no countries. */
#include "place.h"

#include "../base/utf8.h"

static bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

/* Letters of any script; dashes and other signs are none. */
static bool is_letter(uint32_t code_point) {
    if (code_point < 0x80) return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z';
    return code_point >= 0xC0 && code_point != 0xD7 && code_point != 0xF7 && !(code_point >= 0x2000 && code_point < 0x2C00) &&
           !(code_point >= 0x3000 && code_point < 0x3040) && !(code_point >= 0xFF00 && code_point < 0xFF21);
}

static bool has_letter(struct slice text) {
    uint32_t code_point;
    for (size_t at = 0; at < text.size && utf8_next(text, &at, &code_point);)
        if (is_letter(code_point)) return true;
    return false;
}

struct separator {
    struct slice text; /* of a word without the space around it */
    bool is_word;
};
struct cutter {
    struct arena *arena;
    struct separator *separators;
    size_t separator_count;
    bool parentheses;
    struct slice_list *parts;
    char *unclosed;   /* by byte: a "(" that is never closed; NULL until one is met */
    char begins[256]; /* a separator may begin with this byte */
};

static unsigned char lower(char byte) { return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte); }

static bool prepare(struct cutter *cutter, const struct slice_list *separators) {
    cutter->separators = arena_alloc_array(cutter->arena, separators->count, sizeof *cutter->separators);
    if (!cutter->separators) return false;
    for (size_t i = 0; i < separators->count; i++) {
        struct slice text = separators->items[i];
        bool is_word = has_letter(text);
        if (is_word) text = slice_trim(text);
        if (slice_is_empty(text)) continue;
        cutter->separators[cutter->separator_count++] = (struct separator){text, is_word};
        cutter->begins[(unsigned char)text.data[0]] = 1;
        if (is_word) cutter->begins[lower(text.data[0])] = cutter->begins[lower(text.data[0]) & 0xDF] = 1;
    }
    if (cutter->parentheses) cutter->begins['('] = cutter->begins[')'] = 1;
    return true;
}

/* How many bytes of the text at `at` are this separator; 0: it is not there. */
static size_t match_separator(struct slice cell, size_t at, const struct separator *separator) {
    struct slice here = slice_part(cell, at, at + separator->text.size);
    if (here.size < separator->text.size) return 0;
    if (!separator->is_word) return slice_equals(here, separator->text) ? here.size : 0;
    bool before = at > 0 && is_space(cell.data[at - 1]);
    bool after = at + here.size < cell.size && is_space(cell.data[at + here.size]);
    return before && after && slice_equals_ascii_nocase(here, separator->text) ? here.size : 0;
}

/* "and Norway" -> "Norway": what a comma left of ", and". */
static struct slice drop_word(const struct cutter *cutter, struct slice part) {
    for (size_t i = 0; i < cutter->separator_count; i++) {
        struct slice word = cutter->separators[i].text;
        if (!cutter->separators[i].is_word || part.size <= word.size || !is_space(part.data[word.size])) continue;
        if (slice_equals_ascii_nocase(slice_part(part, 0, word.size), word))
            return slice_trim(slice_part(part, word.size, part.size));
    }
    return part;
}

static bool add_part(struct cutter *cutter, struct slice part) {
    part = drop_word(cutter, slice_trim(part));
    return part.size == 0 || arena_append(cutter->arena, cutter->parts, part);
}

/* The longest separator that stands at `at`: its size, or 0. */
static size_t find_cut(const struct cutter *cutter, struct slice cell, size_t at) {
    size_t longest = 0;
    if (!cutter->begins[(unsigned char)cell.data[at]]) return 0;
    if (cutter->parentheses && (cell.data[at] == '(' || cell.data[at] == ')')) return 1;
    for (size_t i = 0; i < cutter->separator_count; i++) {
        size_t size = match_separator(cell, at, &cutter->separators[i]);
        if (size > longest) longest = size;
    }
    return longest;
}

/* From the end, so that each "(" finds whether a ")" is left for it. */
static bool mark_unclosed(struct cutter *cutter, struct slice cell) {
    size_t closing = 0;
    cutter->unclosed = arena_alloc(cutter->arena, cell.size);
    if (!cutter->unclosed) return false;
    for (size_t at = cell.size; at-- > 0;) {
        closing += cell.data[at] == ')';
        if (cell.data[at] != '(') continue;
        cutter->unclosed[at] = closing == 0;
        closing -= closing > 0;
    }
    return true;
}

/* The byte behind the ")" that closes the "(" at `at`, those in it counted; `at` when it is never closed. */
static size_t skip_parentheses(const struct cutter *cutter, struct slice cell, size_t at) {
    size_t depth = 0, end = at;
    if (cutter->unclosed[at]) return at;
    do {
        depth += cell.data[end] == '(';
        depth -= cell.data[end] == ')';
    } while (++end < cell.size && depth);
    return end;
}

bool place_split(struct arena *arena, struct slice cell, const struct slice_list *separators, bool parentheses,
                 struct slice_list *parts) {
    struct cutter cutter = {.arena = arena, .parentheses = parentheses, .parts = parts};
    size_t start = 0, at = 0;
    *parts = (struct slice_list){NULL, 0};
    if (!prepare(&cutter, separators)) return false;
    while (at < cell.size) {
        bool opens = !parentheses && cell.data[at] == '(';
        if (opens && !cutter.unclosed && !mark_unclosed(&cutter, cell)) return false;
        size_t behind = opens ? skip_parentheses(&cutter, cell, at) : at;
        size_t cut = behind == at ? find_cut(&cutter, cell, at) : 0;
        if (cut && !add_part(&cutter, slice_part(cell, start, at))) return false;
        at = behind > at ? behind : at + (cut ? cut : 1);
        if (cut) start = at;
    }
    return add_part(&cutter, slice_part(cell, start, cell.size));
}
