/* The words of written dates, English and French, without case and accents. */
#include "../base/utf8.h"
#include "written_parts.h"

struct meaning {
    const char *word; /* its key, see utf8_fold */
    enum word_kind kind;
    int value;
};

/* "mar" is March, not mardi; "sept" is September; "may" and "mai" are the month. */
static const struct meaning meanings[] = {
    {"january", WORD_MONTH, 1},    {"jan", WORD_MONTH, 1},        {"janvier", WORD_MONTH, 1},
    {"janv", WORD_MONTH, 1},       {"february", WORD_MONTH, 2},   {"feb", WORD_MONTH, 2},
    {"febr", WORD_MONTH, 2},       {"fevrier", WORD_MONTH, 2},    {"fevr", WORD_MONTH, 2},
    {"fev", WORD_MONTH, 2},        {"march", WORD_MONTH, 3},      {"mar", WORD_MONTH, 3},
    {"mars", WORD_MONTH, 3},       {"april", WORD_MONTH, 4},      {"apr", WORD_MONTH, 4},
    {"avril", WORD_MONTH, 4},      {"avr", WORD_MONTH, 4},        {"may", WORD_MONTH, 5},
    {"mai", WORD_MONTH, 5},        {"june", WORD_MONTH, 6},       {"jun", WORD_MONTH, 6},
    {"juin", WORD_MONTH, 6},       {"july", WORD_MONTH, 7},       {"jul", WORD_MONTH, 7},
    {"juillet", WORD_MONTH, 7},    {"juil", WORD_MONTH, 7},       {"august", WORD_MONTH, 8},
    {"aug", WORD_MONTH, 8},        {"aout", WORD_MONTH, 8},       {"september", WORD_MONTH, 9},
    {"sept", WORD_MONTH, 9},       {"sep", WORD_MONTH, 9},        {"septembre", WORD_MONTH, 9},
    {"october", WORD_MONTH, 10},   {"oct", WORD_MONTH, 10},       {"octobre", WORD_MONTH, 10},
    {"november", WORD_MONTH, 11},  {"nov", WORD_MONTH, 11},       {"novembre", WORD_MONTH, 11},
    {"december", WORD_MONTH, 12},  {"dec", WORD_MONTH, 12},       {"decembre", WORD_MONTH, 12},
    {"spring", WORD_SEASON, 21},   {"printemps", WORD_SEASON, 21}, {"summer", WORD_SEASON, 22},
    {"ete", WORD_SEASON, 22},      {"autumn", WORD_SEASON, 23},   {"fall", WORD_SEASON, 23},
    {"automne", WORD_SEASON, 23},  {"winter", WORD_SEASON, 24},   {"hiver", WORD_SEASON, 24},
    {"monday", WORD_WEEKDAY, 0},   {"mon", WORD_WEEKDAY, 0},      {"lundi", WORD_WEEKDAY, 0},
    {"tuesday", WORD_WEEKDAY, 1},  {"tue", WORD_WEEKDAY, 1},      {"tues", WORD_WEEKDAY, 1},
    {"mardi", WORD_WEEKDAY, 1},    {"wednesday", WORD_WEEKDAY, 2}, {"wed", WORD_WEEKDAY, 2},
    {"mercredi", WORD_WEEKDAY, 2}, {"thursday", WORD_WEEKDAY, 3}, {"thu", WORD_WEEKDAY, 3},
    {"thur", WORD_WEEKDAY, 3},     {"thurs", WORD_WEEKDAY, 3},    {"jeudi", WORD_WEEKDAY, 3},
    {"friday", WORD_WEEKDAY, 4},   {"fri", WORD_WEEKDAY, 4},      {"vendredi", WORD_WEEKDAY, 4},
    {"saturday", WORD_WEEKDAY, 5}, {"sat", WORD_WEEKDAY, 5},      {"samedi", WORD_WEEKDAY, 5},
    {"sunday", WORD_WEEKDAY, 6},   {"sun", WORD_WEEKDAY, 6},      {"dimanche", WORD_WEEKDAY, 6},
    {"c", WORD_CIRCA, 0},          {"ca", WORD_CIRCA, 0},         {"circa", WORD_CIRCA, 0},
    {"about", WORD_CIRCA, 0},      {"around", WORD_CIRCA, 0},     {"approx", WORD_CIRCA, 0},
    {"approximately", WORD_CIRCA, 0}, {"vers", WORD_CIRCA, 0},    {"environ", WORD_CIRCA, 0},
    {"env", WORD_CIRCA, 0},        {"the", WORD_FILLER, 0},       {"of", WORD_FILLER, 0},
    {"on", WORD_FILLER, 0},        {"in", WORD_FILLER, 0},        {"le", WORD_FILLER, 0},
    {"les", WORD_FILLER, 0},       {"en", WORD_FILLER, 0},        {"l", WORD_FILLER, 0},
    {"from", WORD_FROM, 0},        {"du", WORD_FROM, 0},          {"de", WORD_FROM, 0},
    {"to", WORD_TO, 0},            {"through", WORD_TO, 0},       {"thru", WORD_TO, 0},
    {"au", WORD_TO, 0},            {"a", WORD_TO, 0},             {"between", WORD_BETWEEN, 0},
    {"entre", WORD_BETWEEN, 0},    {"and", WORD_AND, 0},          {"et", WORD_AND, 0},
    {"or", WORD_OR, 0},            {"ou", WORD_OR, 0},            {"since", WORD_SINCE, 0},
    {"depuis", WORD_SINCE, 0},     {"before", WORD_BEFORE, 0},    {"avant", WORD_BEFORE, 0},
    {"after", WORD_AFTER, 0},      {"apres", WORD_AFTER, 0},      {"present", WORD_PRESENT, 0},
    {"now", WORD_PRESENT, 0},      {"today", WORD_PRESENT, 0},    {"ongoing", WORD_PRESENT, 0},
    {"annees", WORD_DECADES, 0},   {"early", WORD_VAGUE, 0},      {"mid", WORD_VAGUE, 0},
    {"late", WORD_VAGUE, 0},       {"beginning", WORD_VAGUE, 0},  {"middle", WORD_VAGUE, 0},
    {"end", WORD_VAGUE, 0},        {"debut", WORD_VAGUE, 0},      {"mi", WORD_VAGUE, 0},
    {"fin", WORD_VAGUE, 0},        {"yesterday", WORD_RELATIVE, 0}, {"tomorrow", WORD_RELATIVE, 0},
    {"hier", WORD_RELATIVE, 0},    {"demain", WORD_RELATIVE, 0},  {"last", WORD_RELATIVE, 0},
    {"next", WORD_RELATIVE, 0},    {"this", WORD_RELATIVE, 0},    {"ago", WORD_RELATIVE, 0},
    {"century", WORD_CENTURY, 0},  {"siecle", WORD_CENTURY, 0},   {"bc", WORD_ERA, 0},
    {"bce", WORD_ERA, 0},          {"ad", WORD_ERA, 1},           {"ce", WORD_ERA, 1},
    {"q", WORD_QUARTER, 0},        {"quarter", WORD_QUARTER, 0},  {"trimestre", WORD_QUARTER, 0},
};

/* The text, and how far it is read. */
struct word_scan {
    struct arena *arena;
    struct slice text;
    size_t position;
    bool no_memory;
};

static bool is_ascii_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Letters of the Latin blocks, and marks that follow one. */
static bool is_letter(uint32_t c) {
    return is_ascii_letter(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
           || (c >= 0x300 && c <= 0x36F);
}

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A)
           || c == 0x202F;
}

/* The code point at the position, 0 at the end and where there is none. */
static uint32_t peek(const struct word_scan *scan, size_t *next) {
    uint32_t c = 0;
    *next = scan->position;
    return utf8_next(scan->text, next, &c) ? c : 0;
}

static bool skip_space(struct word_scan *scan) {
    size_t start = scan->position, next;
    while (is_space(peek(scan, &next)))
        scan->position = next;
    return scan->position > start;
}

/* The run of letters at the position. */
static struct slice letters_at(const struct word_scan *scan) {
    struct word_scan ahead = *scan;
    size_t next;
    while (is_letter(peek(&ahead, &next)))
        ahead.position = next;
    return slice_part(scan->text, scan->position, ahead.position);
}

static bool is_ordinal_suffix(struct slice letters) {
    static const char *const suffixes[] = {"st", "nd", "rd", "th", "er", "e"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (slice_equals_ascii_nocase(letters, slice_from(suffixes[i])))
            return true;
    return false;
}

/* "st" behind 1, "s" or "'s" behind 1980. */
static void read_suffix(struct word_scan *scan, struct word *word) {
    struct word_scan behind = *scan;
    size_t next;
    uint32_t c = peek(scan, &next);
    if (c == '\'' || c == 0x2019)
        behind.position = next;
    struct slice letters = letters_at(&behind);
    if (slice_is(letters, "s"))
        word->suffix = SUFFIX_DECADE;
    else if (behind.position == scan->position && is_ordinal_suffix(letters))
        word->suffix = SUFFIX_ORDINAL;
    if (word->suffix != SUFFIX_NONE)
        scan->position = behind.position + letters.size;
}

static bool read_number(struct word_scan *scan, struct word *word) {
    size_t next;
    uint32_t c;
    word->kind = WORD_NUMBER;
    while ((c = peek(scan, &next)) >= '0' && c <= '9') {
        if (word->digits < 8)
            word->value = word->value * 10 + (int)(c - '0');
        if (word->digits < 9)
            word->digits++;
        scan->position = next;
    }
    read_suffix(scan, word);
    return true;
}

static bool read_letters(struct word_scan *scan, struct word *word) {
    struct slice key;
    word->text = letters_at(scan);
    word->kind = WORD_UNKNOWN;
    scan->position += word->text.size;
    if (!utf8_fold(scan->arena, word->text, &key)) {
        scan->no_memory = true;
        return false;
    }
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        if (!slice_is(key, meanings[i].word))
            continue;
        word->kind = meanings[i].kind;
        word->value = meanings[i].value;
    }
    /* The dot of an abbreviation, the apostrophe of an elision. */
    size_t next;
    uint32_t c = peek(scan, &next);
    if (c == '.' || c == '\'' || c == 0x2019)
        scan->position = next;
    return true;
}

static bool read_sign(struct word_scan *scan, struct word *word, uint32_t c, size_t next) {
    word->kind = WORD_SIGN;
    word->dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    word->sign = word->dash ? '-' : (char)c;
    scan->position = next;
    return word->dash || (c && c < 0x80 && strchr("-/.,?~", (int)c));
}

static bool read_word(struct word_scan *scan, struct word *word) {
    size_t next;
    uint32_t c = peek(scan, &next);
    if (c >= '0' && c <= '9')
        return read_number(scan, word);
    return is_letter(c) ? read_letters(scan, word) : read_sign(scan, word, c, next);
}

bool written_read_words(struct arena *arena, struct slice text, struct word_list *list) {
    struct word_scan scan = {arena, text, 0, false};
    bool read = true;
    for (list->count = 0; read; list->count++) {
        struct word *word = &list->items[list->count];
        *word = (struct word){.kind = WORD_END};
        word->spaced = skip_space(&scan);
        if (scan.position == text.size)
            return true;
        read = list->count < WORDS_MAX && read_word(&scan, word);
    }
    list->no_memory = scan.no_memory;
    return false;
}
