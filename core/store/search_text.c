/* Text to tokens, and what a person types to units. Knows no SQL. */
#include "search.h"

#include "../base/utf8.h"

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

/* ---- classes of characters --------------------------------------------------------------------------- */

struct point_range {
    uint32_t first, last;
};

/* Beyond ASCII, what parts words: spaces, punctuation, signs. Sorted. */
static const struct point_range separators[] = {
    {0x0080, 0x00A9}, {0x00AB, 0x00AC}, {0x00AE, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB},
    {0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x02B9, 0x02BF}, {0x02C2, 0x02DF}, {0x037E, 0x037E},
    {0x0387, 0x0387}, {0x055A, 0x055F}, {0x0589, 0x058F}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3},
    {0x05C6, 0x05C6}, {0x05F3, 0x05F4}, {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4},
    {0x0964, 0x0965}, {0x0E3F, 0x0E3F}, {0x0E4F, 0x0E4F}, {0x0E5A, 0x0E5B}, {0x0F01, 0x0F17}, {0x104A, 0x104F},
    {0x10FB, 0x10FB}, {0x1360, 0x1368}, {0x1400, 0x1400}, {0x166D, 0x166E}, {0x1680, 0x1680}, {0x169B, 0x169C},
    {0x16EB, 0x16ED}, {0x17D4, 0x17DB}, {0x1800, 0x180A}, {0x2000, 0x200A}, {0x2010, 0x205F}, {0x207A, 0x207E},
    {0x208A, 0x208E}, {0x20A0, 0x20CF}, {0x2190, 0x245F}, {0x2500, 0x2BFF}, {0x2E00, 0x2E7F}, {0x2FF0, 0x3004},
    {0x3008, 0x3020}, {0x302A, 0x3030}, {0x303D, 0x303F}, {0x30A0, 0x30A0}, {0x30FB, 0x30FB}, {0xA4FE, 0xA4FF},
    {0xA60D, 0xA60F}, {0xD800, 0xF8FF}, {0xFD3E, 0xFD3F}, {0xFDFC, 0xFDFD}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F},
    {0xFF5F, 0xFF65}, {0xFFE0, 0xFFFD}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

/* Marks and what is not seen: part of the word around them, and dropped from it. Sorted. */
static const struct point_range marks[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x0640, 0x0640}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x180B, 0x180F}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

/* Scripts that are written without spaces: every character is a token. Sorted. */
static const struct point_range single[] = {
    {0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF}, {0x2E80, 0x2FDF}, {0x3005, 0x3007},
    {0x3021, 0x3029}, {0x3031, 0x303C}, {0x3041, 0x318F}, {0x31A0, 0x31FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},
    {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC}, {0x1B000, 0x1B2FF}, {0x20000, 0x3FFFF},
};

#define IS_IN(ranges, c) is_in(ranges, sizeof(ranges) / sizeof *(ranges), c)
static bool is_in(const struct point_range *ranges, size_t count, uint32_t c) {
    size_t low = 0;
    while (count) {
        size_t half = count / 2;
        if (ranges[low + half].last < c) {
            low += half + 1;
            count -= half + 1;
        } else if (ranges[low + half].first > c) {
            count = half;
        } else {
            return true;
        }
    }
    return false;
}

enum class { CLASS_SEPARATOR, CLASS_MARK, CLASS_LETTER, CLASS_SINGLE };

static enum class find_class(uint32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - 0x21; /* full width forms of ASCII */
    if (c < 0x80) {
        bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? CLASS_LETTER : CLASS_SEPARATOR;
    }
    if (IS_IN(marks, c)) return CLASS_MARK;
    if (IS_IN(separators, c)) return CLASS_SEPARATOR;
    return IS_IN(single, c) ? CLASS_SINGLE : CLASS_LETTER;
}

/* The class of the character at *position, which moves on. A byte that is no UTF-8 parts words. */
static enum class read_class(struct slice text, size_t *position) {
    uint32_t c;
    if (utf8_next(text, position, &c)) return find_class(c);
    ++*position;
    return CLASS_SEPARATOR;
}

/* ---- tokens ---------------------------------------------------------------------------------------------- */

/* The end of the token whose first character has that class and ends at `next`. */
static size_t find_end(struct slice text, size_t next, enum class class) {
    size_t end = next;
    for (size_t position = next; position < text.size; end = position) {
        enum class here = read_class(text, &position);
        if (here != CLASS_MARK && (class != CLASS_LETTER || here != CLASS_LETTER)) break;
    }
    return end;
}

/* Folded letters, without those marks that folding leaves. */
static enum status fold_token(struct slice text, struct arena *arena, struct slice *key) {
    char *kept = arena_alloc(arena, text.size + 1);
    size_t size = 0;
    if (!kept) return STATUS_NO_MEMORY;
    for (size_t position = 0; position < text.size;) {
        size_t from = position;
        if (read_class(text, &position) == CLASS_MARK) continue;
        memcpy(kept + size, text.data + from, position - from);
        size += position - from;
    }
    return utf8_fold(arena, (struct slice){kept, size}, key) ? STATUS_OK : STATUS_NO_MEMORY;
}

static bool is_plain(struct slice text) {
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] >= 0x80 || (text.data[i] >= 'A' && text.data[i] <= 'Z')) return false;
    return true;
}

enum status search_next_token(struct slice text, size_t *position, struct arena *arena, struct search_token *token,
                              bool *found) {
    *found = false;
    while (*position < text.size) {
        size_t from = *position;
        enum class class = read_class(text, position);
        if (class != CLASS_LETTER && class != CLASS_SINGLE) continue;
        *position = find_end(text, *position, class);
        *token = (struct search_token){from, *position, slice_part(text, from, *position)};
        if (!is_plain(token->key)) {
            enum status status = fold_token(token->key, arena, &token->key);
            if (status != STATUS_OK) return status;
        }
        *found = !slice_is_empty(token->key);
        if (*found) return STATUS_OK;
    }
    return STATUS_OK;
}

/* ---- what a person types ------------------------------------------------------------------------------------ */

/* The size in bytes of a quotation mark at the position; 0 when there is none. */
static size_t quote_size(struct slice text, size_t position) {
    uint32_t c;
    size_t next = position;
    if (!utf8_next(text, &next, &c)) return 0;
    bool quote = c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02 ||
                 (c >= 0x300C && c <= 0x300F);
    return quote ? next - position : 0;
}

static bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

struct parser {
    struct arena *arena;
    struct search_words *words;
    size_t keys, included;
    struct error *error;
};

static bool is_same(const struct search_unit *a, const struct search_unit *b) {
    if (a->keys.count != b->keys.count || a->prefix != b->prefix || a->excluded != b->excluded) return false;
    for (size_t i = 0; i < a->keys.count; i++)
        if (!slice_equals(a->keys.items[i], b->keys.items[i])) return false;
    return true;
}

static enum status keep_unit(struct parser *parser, const struct search_unit *unit) {
    struct search_words *words = parser->words;
    for (size_t i = 0; i < words->count; i++)
        if (is_same(&words->units[i], unit)) return STATUS_OK;
    parser->keys += unit->keys.count;
    if (words->count == SEARCH_UNITS_MAX || parser->keys > SEARCH_KEYS_MAX) {
        error_set(parser->error, STATUS_USAGE, "that is more than %d words or phrases, or more than %d words altogether",
                  SEARCH_UNITS_MAX, SEARCH_KEYS_MAX);
        error_advise(parser->error, "the rarest few of them find the same");
        return STATUS_USAGE;
    }
    words->units[words->count++] = *unit;
    parser->included += !unit->excluded;
    return STATUS_OK;
}

/* A word or phrase; what is punctuation alone is passed over. */
static enum status take_unit(struct parser *parser, struct slice text, bool excluded, bool prefix) {
    struct search_unit unit = {.prefix = prefix, .excluded = excluded, .text = text};
    size_t position = 0;
    struct search_token token;
    bool found = true;
    while (true) {
        if (search_next_token(text, &position, parser->arena, &token, &found) != STATUS_OK)
            return no_memory(parser->error);
        if (!found) break;
        if (unit.keys.count > SEARCH_KEYS_MAX) break; /* keep_unit refuses it */
        if (!arena_append(parser->arena, &unit.keys, token.key)) return no_memory(parser->error);
    }
    return unit.keys.count ? keep_unit(parser, &unit) : STATUS_OK;
}

/* The unit at *position, which moves behind it. */
static enum status parse_unit(struct parser *parser, struct slice text, size_t *position) {
    bool excluded = text.data[*position] == '-' && *position + 1 < text.size && !is_space(text.data[*position + 1]);
    size_t from = *position + excluded, quote = quote_size(text, from), to = from + quote;
    while (to < text.size && !quote_size(text, to) && (quote || !is_space(text.data[to]))) to++;
    size_t end = to;
    if (quote && to < text.size) end += quote_size(text, to);
    bool star = quote ? end < text.size && text.data[end] == '*' : to > from && text.data[to - 1] == '*';
    *position = end + (quote && star);
    return take_unit(parser, slice_part(text, from + quote, to), excluded, star);
}

static enum status parse_text(struct parser *parser, struct slice text) {
    enum status status = STATUS_OK;
    for (size_t position = 0; status == STATUS_OK && position < text.size;) {
        if (is_space(text.data[position])) position++;
        else status = parse_unit(parser, text, &position);
    }
    return status;
}

enum status search_parse(const struct slice_list *typed, struct arena *arena, struct search_words *words,
                         struct error *error) {
    struct parser parser = {.arena = arena, .words = words, .error = error};
    enum status status = STATUS_OK;
    words->count = 0;
    words->units = arena_alloc_array(arena, SEARCH_UNITS_MAX, sizeof *words->units);
    if (!words->units) return no_memory(error);
    for (size_t i = 0; status == STATUS_OK && i < typed->count; i++) {
        if (utf8_validate(typed->items[i]) < typed->items[i].size) {
            error_set(error, STATUS_USAGE, "what is to be looked for is no UTF-8");
            error_advise(error, "set the terminal to UTF-8");
            return STATUS_USAGE;
        }
        status = parse_text(&parser, typed->items[i]);
    }
    if (status != STATUS_OK || parser.included) return status;
    error_set(error, STATUS_USAGE, words->count ? "there are only words to be left out" : "there is no word to look for");
    error_advise(error, "name a word, a \"phrase\" or the beginning of a word with * behind it");
    return STATUS_USAGE;
}
