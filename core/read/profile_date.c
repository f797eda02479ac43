/* Dates as other people's tables write them, by formats. Knows one date at a time and the real calendar; no clock, no locale.
 *
 * A format is a text with directives: %Y (four digits), %y (two: 69-99 are 1969-1999, 00-68 are 2000-2068, as in POSIX), %m and
 * %d (one or two digits), %b and %B (English names, whole or cut to three letters), %H, %M, %S (read and dropped) and %%. A directive
 * of digits that touches digits in the format takes all of its digits, so that %Y%m%d fits 20180104 and not 2018104. */
#include "../time/written.h"
#include "profile.h"

enum { RANGE_SIZE_MAX = 100 /* bytes of two dates */ };

struct parts {
    int year, month, day; /* -1: not read */
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_number_directive(char c) { return c && strchr("YymdHMS", c) != NULL; }

/* Does the format stand a digit at `position`: one of its own, or a directive of digits? */
static bool begins_digits(struct slice format, size_t position) {
    if (position >= format.size) return false;
    if (is_digit(format.data[position])) return true;
    return format.data[position] == '%' && position + 1 < format.size && is_number_directive(format.data[position + 1]);
}

/* Does what stands before `position`, where a directive begins, end in a digit? */
static bool ends_digits(struct slice format, size_t position) {
    if (position == 0) return false;
    if (is_digit(format.data[position - 1])) return true;
    if (position < 2 || format.data[position - 2] != '%' || !is_number_directive(format.data[position - 1])) return false;
    /* "%%d" is a sign and a letter. */
    size_t signs = 0;
    while (signs < position - 1 && format.data[position - 2 - signs] == '%') signs++;
    return signs % 2 == 1;
}

static bool read_digits(struct slice text, size_t *at, size_t least, size_t most, int *number) {
    size_t start = *at;
    *number = 0;
    while (*at < text.size && *at - start < most && is_digit(text.data[*at]))
        *number = *number * 10 + (text.data[(*at)++] - '0');
    return *at - start >= least;
}

static bool takes_word(struct slice text, size_t *at, struct slice word) {
    if (!slice_equals_ascii_nocase(slice_part(text, *at, *at + word.size), word)) return false;
    *at += word.size;
    return true;
}

static bool read_month_name(struct slice text, size_t *at, int *month) {
    static const char *const names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
    for (int i = 0; i < 12; i++) {
        struct slice name = slice_from(names[i]);
        *month = i + 1;
        if (takes_word(text, at, name) || (i == 8 && takes_word(text, at, SLICE_OF("Sept"))) ||
            takes_word(text, at, slice_part(name, 0, 3)))
            return true;
    }
    return false;
}

/* One directive of digits. */
static bool read_number(char directive, bool touches, struct slice text, size_t *at, struct parts *parts) {
    size_t most = directive == 'Y' ? 4 : 2;
    size_t least = directive == 'Y' ? 4 : touches || directive == 'y' ? 2 : 1;
    int number;
    if (!read_digits(text, at, least, most, &number)) return false;
    switch (directive) {
    case 'Y': parts->year = number; return true;
    case 'y': parts->year = number + (number < 69 ? 2000 : 1900); return true;
    case 'm': parts->month = number; return true;
    case 'd': parts->day = number; return true;
    case 'H': return number <= 24;
    default: return number <= 60;
    }
}

static bool match_format(struct slice text, struct slice format, struct parts *parts) {
    size_t at = 0;
    *parts = (struct parts){-1, -1, -1};
    for (size_t i = 0; i < format.size; i++) {
        char sign = format.data[i];
        if (sign != '%' || i + 1 == format.size || format.data[i + 1] == '%') {
            i += sign == '%' && i + 1 < format.size;
            if (at >= text.size || text.data[at++] != sign) return false;
            continue;
        }
        char directive = format.data[++i];
        if (directive == 'b' || directive == 'B') {
            if (!read_month_name(text, &at, &parts->month)) return false;
        } else if (!is_number_directive(directive) ||
                   !read_number(directive, begins_digits(format, i + 1) || ends_digits(format, i - 1), text, &at, parts)) {
            return false;
        }
    }
    return at == text.size && parts->year >= 0;
}

static bool is_real(const struct parts *parts) {
    if (parts->month < 0) return parts->day < 0;
    if (parts->day < 0) return parts->month >= 1 && parts->month <= 12;
    return calendar_is_valid(parts->year, parts->month, parts->day);
}

static void write_two(char *out, int number) {
    out[0] = (char)('0' + number / 10 % 10);
    out[1] = (char)('0' + number % 10);
}

static bool write_edtf(struct arena *arena, const struct parts *parts, struct slice *edtf) {
    char text[] = "0000-00-00";
    size_t size = parts->month < 0 ? 4 : parts->day < 0 ? 7 : 10;
    write_two(text, parts->year / 100);
    write_two(text + 2, parts->year);
    if (size > 4) write_two(text + 5, parts->month);
    if (size > 7) write_two(text + 8, parts->day);
    return arena_copy(arena, (struct slice){text, size}, edtf);
}

bool profile_fits_format(struct slice text, struct slice format) {
    struct parts parts;
    return match_format(slice_trim(text), format, &parts) && is_real(&parts);
}

/* ---- one end, or both ---- */

static bool fit_any(struct slice text, const struct slice_list *formats, struct parts *parts) {
    text = slice_trim(text);
    for (size_t i = 0; i < formats->count; i++)
        if (match_format(text, formats->items[i], parts) && is_real(parts)) return true;
    return false;
}

/* What may stand between the two ends of a range, which are told apart since each must fit a format. */
static const char *const between[] = {" to ", "-", "/", "\xE2\x80\x93", "\xE2\x80\x94"};

/* Is it two dates at the only place where it can be cut so? `ends` are those. */
static bool find_range(struct slice text, const struct slice_list *formats, struct parts ends[2]) {
    size_t found = 0;
    struct parts first, last;
    for (size_t at = 1; at + 1 < text.size; at++)
        for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
            struct slice sign = slice_from(between[i]);
            if (!slice_equals_ascii_nocase(slice_part(text, at, at + sign.size), sign)) continue;
            if (!fit_any(slice_part(text, 0, at), formats, &first) ||
                !fit_any(slice_part(text, at + sign.size, text.size), formats, &last))
                continue;
            ends[0] = first, ends[1] = last;
            found++;
        }
    return found == 1;
}

static bool write_range(struct arena *arena, const struct parts ends[2], struct slice *edtf) {
    struct slice first, last, whole;
    struct edtf read;
    char text[32];
    if (!write_edtf(arena, &ends[0], &first) || !write_edtf(arena, &ends[1], &last)) return false;
    memcpy(text, first.data, first.size);
    text[first.size] = '/';
    memcpy(text + first.size + 1, last.data, last.size);
    whole = (struct slice){text, first.size + 1 + last.size};
    if (slice_equals(first, last)) whole = first;
    *edtf = SLICE_NONE;
    if (edtf_parse(whole, &read, NULL, NULL) != STATUS_OK) return true; /* it ends before it begins */
    return arena_copy(arena, whole, edtf);
}

/* Words, and no digits on both sides of a slash or a dot: nothing of which the formats say otherwise how it is read. */
static bool is_in_words(struct slice text) {
    bool words = false;
    for (size_t at = 0; at < text.size; at++) {
        char c = text.data[at];
        bool inside = at > 0 && at + 1 < text.size && is_digit(text.data[at - 1]) && is_digit(text.data[at + 1]);
        if ((c == '/' || c == '.') && inside) return false;
        words = words || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }
    return words;
}

/* What fits no format is taken when it is EDTF, or in words of one meaning: 17-18/11/2020 or 20180104 are not read in another way
 * than the formats say. */
static enum status read_written(struct arena *arena, struct slice text, bool formatted, struct slice *edtf) {
    bool converted;
    enum status status = written_to_edtf(arena, text, DATE_ORDER_NONE, edtf, &converted, NULL);
    return status == STATUS_OK && converted && formatted && !is_in_words(text) ? STATUS_BAD_INPUT : status;
}

bool profile_read_date(struct arena *arena, struct slice text, const struct slice_list *formats, struct slice *edtf) {
    static const struct slice_list none = {NULL, 0};
    struct parts ends[2];
    if (!formats) formats = &none;
    text = slice_trim(text);
    if (fit_any(text, formats, &ends[0])) return write_edtf(arena, &ends[0], edtf);
    if (text.size <= RANGE_SIZE_MAX && find_range(text, formats, ends)) return write_range(arena, ends, edtf);
    enum status status = read_written(arena, text, formats->count > 0, edtf);
    if (status != STATUS_OK) *edtf = SLICE_NONE;
    return status != STATUS_NO_MEMORY;
}

/* ---- is it a format? ---------------------------------------------------------------------------------------------- */

/* What a directive is about: no two may be about one thing. */
static char subject_of(char directive) {
    switch (directive) {
    case 'y': return 'Y';
    case 'b':
    case 'B': return 'm';
    default: return directive;
    }
}

static bool refuse(struct slice format, struct error *error, const char *what) {
    int shown = format.size < 60 ? (int)format.size : 60;
    error_set(error, STATUS_BAD_INPUT, "the date format \"%.*s\" %s", shown, format.data, what);
    error_advise(error, "its signs are %%Y %%m %%d %%y %%b %%B %%H %%M %%S, as in %%d.%%m.%%Y");
    return false;
}

bool profile_check_format(struct slice format, struct error *error) {
    char seen[8] = "";
    size_t count = 0;
    for (size_t i = 0; i < format.size; i++) {
        if (format.data[i] != '%') continue;
        if (++i == format.size) return refuse(format, error, "ends in a %");
        char directive = format.data[i], subject = subject_of(directive);
        if (directive == '%') continue;
        if (!is_number_directive(directive) && subject != 'm') return refuse(format, error, "has a sign that is not known");
        if (strchr(seen, subject)) return refuse(format, error, "says the same twice");
        seen[count++] = subject;
        seen[count] = '\0';
    }
    if (!strchr(seen, 'Y')) return refuse(format, error, "has no year");
    if (strchr(seen, 'd') && !strchr(seen, 'm')) return refuse(format, error, "has a day and no month");
    return true;
}
