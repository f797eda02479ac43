/* Remedies: what a text that is no EDTF may have meant.
 *
 * Each guess writes a candidate, and only one that edtf_parse accepts is proposed: no remedy is
 * itself wrong. They are guesses for a person to judge; what is converted without asking stands
 * in written.c. Long texts are not guessed at. */
#include "../base/utf8.h"
#include "edtf_date.h"

enum { GUESS_SIZE = 64 };

/* What does not fit is dropped, and then no longer parses or is what it seems. */
struct guess {
    char data[GUESS_SIZE];
    size_t size;
};

static void put(struct guess *guess, const char *data, size_t size) {
    if (size > GUESS_SIZE - guess->size)
        return;
    memcpy(guess->data + guess->size, data, size);
    guess->size += size;
}

static void put_text(struct guess *guess, const char *text) {
    put(guess, text, strlen(text));
}

static void put_byte(struct guess *guess, char c) {
    put(guess, &c, 1);
}

static struct slice guess_text(const struct guess *guess) {
    return (struct slice){guess->data, guess->size};
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct slice text, size_t from) {
    size_t i = from;
    while (i < text.size && is_digit(text.data[i]))
        i++;
    return i - from;
}

/* Whether there are letters that no EDTF has, in either case; u stood for X in older editions. */
static bool has_words(struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        char lower = (char)(text.data[i] | 0x20);
        if (lower >= 'a' && lower <= 'z' && !strchr("xuytzes", lower))
            return true;
    }
    return false;
}

static char letter_as_sign(uint32_t c) {
    if (c == 'x' || c == 'u')
        return 'X';
    return (char)(c == 'y' || c == 't' || c == 'z' ? c - 'a' + 'A' : c);
}

/* Signs as typewriters and word processors set them: the plain one, 0 to leave it out. */
static char plain_sign(uint32_t c) {
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return '-';
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == '\'' || c == '"'
        || c == '=')
        return 0;
    return c < 0x80 ? (char)c : '\x7F';
}

/* Plain signs, no white space; a space between digits is where a T belongs. */
static void guess_plain(struct slice text, struct guess *out) {
    size_t i = 0, before;
    uint32_t c;
    bool words = has_words(text);
    while (before = i, utf8_next(text, &i, &c)) {
        char sign = plain_sign(words || c > 0x7F ? c : (unsigned char)letter_as_sign(c));
        bool inner = before > 0 && i < text.size && is_digit(text.data[before - 1])
                     && is_digit(text.data[i]);
        if (sign || inner)
            put_byte(out, sign ? sign : 'T');
    }
    if (i < text.size)
        out->size = 0;
}

/* 2024-1-1, 2024/01/15, 2024.1 */
static void guess_padding(struct slice text, struct guess *out) {
    size_t i = digits_at(text, 0);
    if (i != 4)
        return;
    put(out, text.data, 4);
    while (i < text.size && (text.data[i] == '-' || text.data[i] == '/' || text.data[i] == '.')) {
        size_t count = digits_at(text, i + 1);
        put_text(out, count == 1 ? "-0" : "-");
        put(out, text.data + i + 1, count);
        i += 1 + count;
    }
    if (i < text.size)
        out->size = 0;
}

/* 20240115 */
static void guess_hyphens(struct slice text, struct guess *out) {
    if (text.size != 8 || digits_at(text, 0) != 8)
        return;
    put(out, text.data, 4);
    put_byte(out, '-');
    put(out, text.data + 4, 2);
    put_byte(out, '-');
    put(out, text.data + 6, 2);
}

/* 15-01-2024, 01/15/2024: the year comes first. Only where one number cannot be the month. */
static void guess_year_first(struct slice text, struct guess *out) {
    if (text.size != 10 || digits_at(text, 0) != 2 || digits_at(text, 3) != 2
        || digits_at(text, 6) != 4)
        return;
    int one = (text.data[0] - '0') * 10 + text.data[1] - '0';
    int two = (text.data[3] - '0') * 10 + text.data[4] - '0';
    if ((one > 12) == (two > 12))
        return;
    put(out, text.data + 6, 4);
    put_byte(out, '-');
    put(out, text.data + (one > 12 ? 3 : 0), 2);
    put_byte(out, '-');
    put(out, text.data + (one > 12 ? 0 : 3), 2);
}

/* 1970s; of 1900s the century may be meant. */
static void guess_decade(struct slice text, struct guess *out) {
    if (digits_at(text, 0) != 4 || text.size != 5 || text.data[4] != 's' || text.data[3] != '0'
        || text.data[2] == '0')
        return;
    put(out, text.data, 3);
    put_byte(out, 'X');
}

/* 12000, -12000, and 02024 with one digit too many */
static void guess_prefix(struct slice text, struct guess *out) {
    size_t sign = text.size && text.data[0] == '-', count = digits_at(text, sign);
    if (count < 5 || text.size == 8)
        return;
    if (text.data[sign] != '0')
        put_byte(out, 'Y');
    put(out, text.data, sign);
    size_t zeros = 0;
    while (count - zeros > 4 && text.data[sign + zeros] == '0')
        zeros++;
    put(out, text.data + sign + zeros, text.size - sign - zeros);
}

/* 2024-015, the day of the year */
static void guess_ordinal(struct slice text, struct guess *out) {
    char day[EDTF_DAY_SIZE];
    if (text.size != 8 || digits_at(text, 0) != 4 || text.data[4] != '-' || digits_at(text, 5) != 3)
        return;
    int year = 0, ordinal = 0;
    for (int i = 0; i < 4; i++)
        year = year * 10 + (text.data[i] - '0');
    for (int i = 5; i < 8; i++)
        ordinal = ordinal * 10 + (text.data[i] - '0');
    if (ordinal < 1 || ordinal > (calendar_is_leap(year) ? 366 : 365))
        return;
    put(out, day, edtf_format_day(calendar_to_number(year, 1, 1) + ordinal - 1, day));
}

/* 20thcentury: already without its space */
static void guess_century(struct slice text, struct guess *out) {
    size_t count = digits_at(text, 0);
    int number = 0;
    for (size_t i = 0; i < count && count <= 2; i++)
        number = number * 10 + (text.data[i] - '0');
    if (number < 1 || !slice_equals_ascii_nocase(slice_part(text, count + 2, text.size),
                                                 SLICE_OF("century")))
        return;
    put_byte(out, (char)('0' + (number - 1) / 10));
    put_byte(out, (char)('0' + (number - 1) % 10));
    put_text(out, "XX");
}

/* ca. 2024, c. 2024: already without its space */
static void guess_circa(struct slice text, struct guess *out) {
    static const char *const words[] = {"circa", "ca.", "ca", "c.", "c", "about", "approx."};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct slice word = slice_from(words[i]);
        if (!slice_equals_ascii_nocase(slice_part(text, 0, word.size), word))
            continue;
        put(out, text.data + word.size, text.size - word.size);
        put_byte(out, '~');
        return;
    }
}

/* 2024?~ */
static void guess_percent(struct slice text, struct guess *out) {
    for (size_t i = 0; i < text.size; i++) {
        bool pair = i + 1 < text.size && ((text.data[i] == '?' && text.data[i + 1] == '~')
                                          || (text.data[i] == '~' && text.data[i + 1] == '?'));
        put_byte(out, pair ? '%' : text.data[i]);
        i += pair;
    }
}

/* 2024--2025, 2024..2025, and 2024-2025 */
static void guess_slash(struct slice text, struct guess *out) {
    size_t count = digits_at(text, 0), rest = count;
    while (rest < text.size && (text.data[rest] == '-' || text.data[rest] == '.'))
        rest++;
    if (count != 4 || rest == 4 || rest == text.size)
        return;
    put(out, text.data, 4);
    put_byte(out, '/');
    put(out, text.data + rest, text.size - rest);
}

/* ..2024 and 2024..: one of these days, whichever it is */
static void guess_brackets(struct slice text, struct guess *out) {
    put_byte(out, '[');
    put(out, text.data, text.size);
    put_byte(out, ']');
}

/* unknown/2024 and 2024/open of older editions */
static void guess_end(struct slice text, struct guess *out) {
    size_t slash = slice_find(text, '/');
    struct slice ends[2] = {slice_part(text, 0, slash), slice_part(text, slash + 1, text.size)};
    if (slash == text.size)
        return;
    for (int i = 0; i < 2; i++) {
        if (slice_equals_ascii_nocase(ends[i], SLICE_OF("open"))
            || slice_equals_ascii_nocase(ends[i], SLICE_OF("present")))
            put_text(out, "..");
        else if (!slice_equals_ascii_nocase(ends[i], SLICE_OF("unknown")))
            put(out, ends[i].data, ends[i].size);
        if (i == 0)
            put_byte(out, '/');
    }
}

/* …T10:11Z and …T101112: the seconds and the colons. A fraction of a second is left out. */
static void guess_time(struct slice text, struct guess *out) {
    size_t i = slice_find(text, 'T') + 1;
    put(out, text.data, i < text.size ? i : 0);
    for (int part = 0; part < 3 && i <= text.size; part++) {
        if (digits_at(text, i) >= 2) {
            put(out, text.data + i, 2);
            i += 2;
        } else {
            put_text(out, "00");
        }
        if (part < 2)
            put_byte(out, ':');
        i += i < text.size && text.data[i] == ':';
    }
    if (i < text.size && (text.data[i] == '.' || text.data[i] == ','))
        i += 1 + digits_at(text, i + 1);
    if (i < text.size)
        put(out, text.data + i, text.size - i);
}

typedef void guess_function(struct slice text, struct guess *out);

static bool is_edtf(struct slice candidate) {
    struct edtf parsed;
    return edtf_parse(candidate, &parsed, NULL, NULL) == STATUS_OK;
}

static bool propose(struct slice candidate, struct error *error) {
    if (!is_edtf(candidate))
        return false;
    error_advise(error, "write %.*s", (int)candidate.size, candidate.data);
    return true;
}

/* 197 and 19, with a qualifier or without: two readings. */
static bool advise_short_year(struct slice text, struct error *error) {
    static const char *const spans[] = {"", "millennium", "century", "decade"};
    size_t sign = text.size && text.data[0] == '-', count = digits_at(text, sign);
    struct guess span = {.size = 0}, year = {.size = 0};
    if (count < 1 || count > 3)
        return false;
    put(&span, text.data, sign + count);
    put(&span, "XXX", 4 - count);
    put(&year, text.data, sign);
    put(&year, "000", 4 - count);
    put(&year, text.data + sign, count);
    put(&span, text.data + sign + count, text.size - sign - count);
    put(&year, text.data + sign + count, text.size - sign - count);
    if (!is_edtf(guess_text(&span)) || !is_edtf(guess_text(&year)))
        return false;
    error_advise(error, "write %.*s for the %s, %.*s for the year", (int)span.size, span.data,
                 spans[count], (int)year.size, year.data);
    return true;
}

void edtf_advise(struct slice text, struct error *error) {
    static guess_function *const guesses[] = {
        guess_padding, guess_hyphens, guess_year_first, guess_decade, guess_prefix, guess_circa,
        guess_percent, guess_slash,   guess_end,        guess_time,   guess_ordinal, guess_century,
        guess_brackets};
    struct guess plain = {.size = 0};
    if (error->remedy[0])
        return;
    if (text.size && text.size < GUESS_SIZE) {
        guess_plain(text, &plain);
        if (propose(guess_text(&plain), error) || advise_short_year(guess_text(&plain), error))
            return;
        for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++) {
            struct guess guess = {.size = 0};
            guesses[i](guess_text(&plain), &guess);
            if (propose(guess_text(&guess), error))
                return;
        }
    }
    if (slice_find(text, '(') < text.size || slice_find(text, '^') < text.size)
        error_advise(error, "'(', ')' and '^' are of older editions: write 2004-?06-11");
    error_advise(error, "write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025");
}
