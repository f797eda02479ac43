/* Reads one date expression: calendar dates with X and qualifiers, seasons, times of day.
 *
 * A qualifier to the left of a component is about this one, to the right about it and all before it
 * (Level 2, Qualification of Individual Component). */
#include "edtf_date.h"

#include <stdarg.h>
#include <stdio.h>

#include "../base/utf8.h"

bool edtf_fail(struct edtf_scan *scan, size_t position, const char *format, ...) {
    scan->fault = position;
    if (!scan->error)
        return false;
    char what[256];
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(what, sizeof what, format, arguments) < 0)
        what[0] = '\0';
    va_end(arguments);
    error_set(scan->error, STATUS_BAD_INPUT, "%s (byte %zu)", what, position + 1);
    return false;
}

bool edtf_fail_here(struct edtf_scan *scan) {
    size_t position = scan->position, next = position;
    uint32_t c;
    struct slice text = {scan->data, scan->end};
    if (position >= scan->end)
        return edtf_fail(scan, position, "the date ends too early");
    if (!utf8_next(text, &next, &c) || c < 0x20 || c == 0x7F)
        return edtf_fail(scan, position, "byte 0x%02x cannot stand in a date",
                         (unsigned char)scan->data[position]);
    if (c == ' ' || c == 0xA0)
        return edtf_fail(scan, position, "white space cannot stand in a date");
    return edtf_fail(scan, position, "'%.*s' cannot stand here in a date", (int)(next - position),
                     scan->data + position);
}

static unsigned mark_of(int c) {
    if (c == '?')
        return EDTF_UNCERTAIN;
    if (c == '~')
        return EDTF_APPROXIMATE;
    return c == '%' ? EDTF_UNCERTAIN | EDTF_APPROXIMATE : 0;
}

/* Takes at most one qualifier. */
static bool take_mark(struct edtf_scan *scan, unsigned *mark) {
    *mark = mark_of(edtf_peek(scan));
    scan->position += *mark != 0;
    if (*mark && mark_of(edtf_peek(scan)))
        return edtf_fail(scan, scan->position, "two qualifiers stand side by side");
    return true;
}

static bool is_digit_or_x(int c) {
    return (c >= '0' && c <= '9') || c == 'X';
}

static size_t count_digits(const struct edtf_scan *scan) {
    size_t i = scan->position;
    while (i < scan->end && is_digit_or_x((unsigned char)scan->data[i]))
        i++;
    return i - scan->position;
}

/* Exactly `count` digits or X. */
static bool read_digits(struct edtf_scan *scan, signed char *digits, size_t count,
                        const char *component) {
    size_t found = count_digits(scan);
    if (found == 0)
        return edtf_fail_here(scan);
    if (found != count)
        return edtf_fail(scan, scan->position, "a %s has %s digits, not %zu", component,
                         count == 4 ? "four" : "two", found);
    for (size_t i = 0; i < count; i++) {
        char c = scan->data[scan->position++];
        digits[i] = (signed char)(c == 'X' ? EDTF_DIGIT_X : c - '0');
    }
    return true;
}

static bool has_x(const signed char *digits, int count) {
    for (int i = 0; i < count; i++)
        if (digits[i] == EDTF_DIGIT_X)
            return true;
    return false;
}

static bool read_four_digits(struct edtf_scan *scan, struct edtf_date *date) {
    size_t start = scan->position;
    date->negative = edtf_peek(scan) == '-';
    scan->position += date->negative;
    if (!read_digits(scan, date->year, 4, "year"))
        return false;
    date->unspecified = has_x(date->year, 4);
    for (int i = 0; i < 4; i++)
        date->year_value = date->year_value * 10 + date->year[i];
    if (date->negative && date->year_value == 0 && !date->unspecified) {
        edtf_fail(scan, start, "there is no year -0000");
        error_advise(scan->error, "write 0000, or -0001 for the year before it");
        return false;
    }
    if (date->negative)
        date->year_value = -date->year_value;
    return true;
}

static bool read_year(struct edtf_scan *scan, struct edtf_date *date) {
    if (edtf_peek(scan) == 'Y') {
        scan->position++;
        return edtf_read_prefixed_year(scan, date);
    }
    if (!read_four_digits(scan, date))
        return false;
    if (edtf_peek(scan) != 'S')
        return true;
    scan->position++;
    date->form = EDTF_FORM_YEAR;
    return edtf_read_significant(scan, date);
}

/* The month 21 to 41 is a season, or a quarter and the like. */
static bool read_month(struct edtf_scan *scan, struct edtf_date *date) {
    if (!read_digits(scan, date->month, 2, "month"))
        return false;
    int month = date->month[0] * 10 + date->month[1];
    if (has_x(date->month, 2) || month < 21 || month > 41)
        return true;
    if (date->unspecified)
        return edtf_fail(scan, scan->position - 2, "a season needs a year without X");
    date->form = EDTF_FORM_SEASON;
    return true;
}

static bool read_component(struct edtf_scan *scan, struct edtf_date *date) {
    date->place[date->components] = scan->position;
    if (date->components == 0)
        return read_year(scan, date);
    if (date->components == 1)
        return read_month(scan, date);
    return read_digits(scan, date->day, 2, "day");
}

/* A component with the qualifiers at its sides. */
static bool read_marked_component(struct edtf_scan *scan, struct edtf_date *date) {
    unsigned left, right;
    /* A qualifier that is not at the right end of all was an inner one. */
    date->marked_inside = date->marked;
    if (!take_mark(scan, &left) || !read_component(scan, date) || !take_mark(scan, &right))
        return false;
    date->marks[date->components] = (unsigned char)left;
    date->components++;
    for (int i = 0; i < date->components; i++)
        date->marks[i] = (unsigned char)(date->marks[i] | right);
    date->marked = date->marked || left || right;
    date->marked_inside = date->marked_inside || left;
    return true;
}

static bool takes_component(const struct edtf_date *date) {
    return date->components == 0
           || (date->components < 3 && date->form == EDTF_FORM_CALENDAR);
}

static bool read_end(struct edtf_scan *scan, struct edtf_date *date) {
    int c = edtf_peek(scan);
    if (c == 'T' && date->components == 3) {
        if (date->marked || date->unspecified)
            return edtf_fail(scan, scan->position,
                             "a time of day needs a date without X and without qualifier");
        scan->position++;
        date->form = EDTF_FORM_TIME;
        if (!edtf_read_time(scan, date))
            return false;
        if (mark_of(edtf_peek(scan)))
            return edtf_fail(scan, scan->position, "a time of day takes no qualifier");
    }
    if (c == '-' && date->form == EDTF_FORM_SEASON)
        return edtf_fail(scan, scan->position, "a season has no days");
    if (c == '-' && date->form == EDTF_FORM_YEAR)
        return edtf_fail(scan, scan->position, "a year with Y or S has no months");
    return edtf_peek(scan) < 0 || edtf_fail_here(scan);
}

bool edtf_read_date(struct edtf_scan *scan, struct edtf_date *date) {
    *date = (struct edtf_date){.form = EDTF_FORM_CALENDAR, .second_of_day = -1};
    do {
        if (!read_marked_component(scan, date))
            return false;
        date->unspecified = date->unspecified || (date->components == 2 && has_x(date->month, 2))
                            || (date->components == 3 && has_x(date->day, 2));
        if (!takes_component(date) || edtf_peek(scan) != '-')
            break;
        scan->position++;
    } while (true);
    return read_end(scan, date) && edtf_bound_date(scan, date);
}

/* Two digits from 00 to `limit`. */
static bool read_clock_digits(struct edtf_scan *scan, int limit, const char *what, int32_t *value) {
    size_t start = scan->position;
    int32_t result = 0;
    for (int i = 0; i < 2; i++) {
        int c = edtf_peek(scan);
        if (c < '0' || c > '9')
            return edtf_fail_here(scan);
        result = result * 10 + (c - '0');
        scan->position++;
    }
    *value = result;
    if (result <= limit)
        return true;
    edtf_fail(scan, start, "%s %02d does not exist", what, (int)result);
    error_advise(scan->error, "a day's times are 00:00:00 to 23:59:59, shifts up to 14:00");
    return false;
}

static bool take_colon(struct edtf_scan *scan) {
    if (edtf_peek(scan) != ':')
        return edtf_fail(scan, scan->position, "a time of day is written hh:mm:ss");
    scan->position++;
    return true;
}

/* hh or hh:mm: up to 14 hours, and never zero. */
static bool read_shift(struct edtf_scan *scan, int32_t *shift) {
    size_t start = scan->position;
    int32_t hours, minutes = 0;
    if (!read_clock_digits(scan, 14, "a shift of hours", &hours))
        return false;
    if (edtf_peek(scan) == ':') {
        scan->position++;
        if (!read_clock_digits(scan, 59, "minute", &minutes))
            return false;
    }
    *shift = hours * 60 + minutes;
    if (*shift > 14 * 60)
        return edtf_fail(scan, start, "a shift from UTC is at most 14 hours");
    if (*shift == 0) {
        edtf_fail(scan, start, "a shift of zero is written Z");
        error_advise(scan->error, "write Z");
    }
    return *shift != 0;
}

/* Nothing, Z, or + or - and a shift. */
static bool read_zone(struct edtf_scan *scan, struct edtf_date *date) {
    int sign = edtf_peek(scan);
    if (sign == '.' || sign == ',') {
        edtf_fail(scan, scan->position, "seconds have no fraction in EDTF");
        error_advise(scan->error, "leave the fraction out");
        return false;
    }
    date->has_zone = sign == 'Z' || sign == '+' || sign == '-';
    scan->position += date->has_zone;
    if (!date->has_zone || sign == 'Z')
        return true;
    if (!read_shift(scan, &date->zone_minutes))
        return false;
    if (sign == '-')
        date->zone_minutes = -date->zone_minutes;
    return true;
}

bool edtf_read_time(struct edtf_scan *scan, struct edtf_date *date) {
    int32_t hours, minutes, seconds;
    if (!read_clock_digits(scan, 23, "hour", &hours) || !take_colon(scan)
        || !read_clock_digits(scan, 59, "minute", &minutes) || !take_colon(scan)
        || !read_clock_digits(scan, 59, "second", &seconds))
        return false;
    date->second_of_day = (hours * 60 + minutes) * 60 + seconds;
    return read_zone(scan, date);
}
