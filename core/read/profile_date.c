/* Dates as other people's tables write them, by formats. Knows one date at a time and the real calendar; no clock, no locale.
 *
 * A format is a text with directives: %Y (four digits), %y (two: 69-99 are 1969-1999, 00-68 are 2000-2068, as in POSIX), %m and
 * %d (one or two digits), %b and %B (English names, whole or cut to three letters), %H, %M, %S (read and dropped) and %%. A directive
 * of digits that touches digits in the format takes all of its digits, so that %Y%m%d fits 20180104 and not 2018104. */
#include "../time/written.h"
#include "profile.h"

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

/* The order in which the first format with a day and a month in digits has them. */
static enum date_order find_order(const struct slice_list *formats) {
    for (size_t i = 0; formats && i < formats->count; i++) {
        char seen[4] = "";
        size_t count = 0;
        struct slice format = formats->items[i];
        for (size_t at = 0; at + 1 < format.size && count < 3; at++) {
            if (format.data[at] != '%') continue;
            char directive = format.data[++at];
            if (directive == 'y') directive = 'Y';
            if (directive == 'd' || directive == 'm' || directive == 'Y') seen[count++] = directive;
        }
        if (strcmp(seen, "dmY") == 0) return DATE_ORDER_DMY;
        if (strcmp(seen, "mdY") == 0) return DATE_ORDER_MDY;
        if (strcmp(seen, "Ymd") == 0) return DATE_ORDER_YMD;
    }
    return DATE_ORDER_NONE;
}

/* A text that fits no format must have one meaning, and that in the order of the formats too: 4/13/2018 is no date where they
 * say that the day comes first. */
static enum status read_written(struct arena *arena, struct slice text, enum date_order order, struct slice *edtf) {
    struct slice ordered;
    bool converted;
    enum status status = written_to_edtf(arena, text, DATE_ORDER_NONE, edtf, &converted, NULL);
    if (status != STATUS_OK || !converted || order == DATE_ORDER_NONE) return status;
    status = written_to_edtf(arena, text, order, &ordered, &converted, NULL);
    return status == STATUS_OK && !slice_equals(ordered, *edtf) ? STATUS_BAD_INPUT : status;
}

bool profile_read_date(struct arena *arena, struct slice text, const struct slice_list *formats, struct slice *edtf) {
    struct parts parts;
    text = slice_trim(text);
    for (size_t i = 0; formats && i < formats->count; i++)
        if (match_format(text, formats->items[i], &parts) && is_real(&parts)) return write_edtf(arena, &parts, edtf);
    enum status status = read_written(arena, text, find_order(formats), edtf);
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
