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

/* How many bytes of the text at `at` are this separator; 0: it is not there. */
static size_t match_separator(struct slice cell, size_t at, struct slice separator) {
    bool word = has_letter(separator);
    if (word) separator = slice_trim(separator);
    struct slice here = slice_part(cell, at, at + separator.size);
    if (here.size == 0 || here.size < separator.size) return 0;
    if (!word) return slice_equals(here, separator) ? here.size : 0;
    bool before = at > 0 && is_space(cell.data[at - 1]);
    bool after = at + here.size < cell.size && is_space(cell.data[at + here.size]);
    return before && after && slice_equals_ascii_nocase(here, separator) ? here.size : 0;
}

struct cutter {
    struct arena *arena;
    const struct slice_list *separators;
    bool parentheses;
    struct slice_list *parts;
    size_t closing; /* where the next ")" is, looked for once; cell.size: there is none */
};

/* "and Norway" -> "Norway": what a comma left of ", and". */
static struct slice drop_word(const struct cutter *cutter, struct slice part) {
    for (size_t i = 0; i < cutter->separators->count; i++) {
        struct slice word = slice_trim(cutter->separators->items[i]);
        if (!has_letter(word) || part.size <= word.size || !is_space(part.data[word.size])) continue;
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
    if (cutter->parentheses && (cell.data[at] == '(' || cell.data[at] == ')')) return 1;
    for (size_t i = 0; i < cutter->separators->count; i++) {
        size_t size = match_separator(cell, at, cutter->separators->items[i]);
        if (size > longest) longest = size;
    }
    return longest;
}

/* The byte behind the ")" that closes the "(" at `at`; `at` when it is never closed. */
static size_t skip_parentheses(struct cutter *cutter, struct slice cell, size_t at) {
    if (cutter->closing < at) cutter->closing = at + slice_find(slice_part(cell, at, cell.size), ')');
    return cutter->closing < cell.size ? cutter->closing + 1 : at;
}

bool place_split(struct arena *arena, struct slice cell, const struct slice_list *separators, bool parentheses,
                 struct slice_list *parts) {
    struct cutter cutter = {arena, separators, parentheses, parts, 0};
    size_t start = 0, at = 0;
    *parts = (struct slice_list){NULL, 0};
    while (at < cell.size) {
        size_t behind = !parentheses && cell.data[at] == '(' ? skip_parentheses(&cutter, cell, at) : at;
        size_t cut = behind == at ? find_cut(&cutter, cell, at) : 0;
        if (cut && !add_part(&cutter, slice_part(cell, start, at))) return false;
        at = behind > at ? behind : at + (cut ? cut : 1);
        if (cut) start = at;
    }
    return add_part(&cutter, slice_part(cell, start, cell.size));
}
