/* Intervals, sets and lists: what stands around dates. The first end must be able to come before
 * the last one; more is not asked, since 2024-05/2024 has a meaning. */
#include "edtf_date.h"

#include <string.h>

static bool is_open(const struct edtf_scan *scan) {
    return scan->end - scan->position == 2 && memcmp(scan->data + scan->position, "..", 2) == 0;
}

static bool read_dated_end(struct edtf_scan *scan, struct edtf_date *date) {
    if (!edtf_read_date(scan, date))
        return false;
    if (date->form == EDTF_FORM_TIME)
        return edtf_fail(scan, date->place[0],
                         "dates with a time of day make no interval, set or list");
    return true;
}

static bool read_end(struct edtf_scan *scan, enum edtf_bound *kind, struct edtf_date *date) {
    *kind = scan->position == scan->end ? EDTF_UNKNOWN : is_open(scan) ? EDTF_OPEN : EDTF_KNOWN;
    return *kind != EDTF_KNOWN || read_dated_end(scan, date);
}

static bool check_order(struct edtf_scan *scan, const struct edtf_span *span) {
    if (span->first_kind != EDTF_KNOWN || span->last_kind != EDTF_KNOWN
        || span->first.min <= span->last.max)
        return true;
    edtf_fail(scan, span->last.place[0], "it would end before it begins");
    error_advise(scan->error, "write the earlier date first");
    return false;
}

bool edtf_read_interval(struct edtf_scan *scan, size_t slash, struct edtf_span *span) {
    size_t end = scan->end;
    const char *second = memchr(scan->data + slash + 1, '/', end - slash - 1);
    span->single = false;
    if (second)
        return edtf_fail(scan, (size_t)(second - scan->data), "an interval has one '/' only");
    if (end == 1)
        return edtf_fail(scan, 0, "an interval needs a date or '..' at one of its ends");
    scan->end = slash;
    if (!read_end(scan, &span->first_kind, &span->first))
        return false;
    scan->position = slash + 1;
    scan->end = end;
    return read_end(scan, &span->last_kind, &span->last) && check_order(scan, span);
}

bool edtf_read_brackets(struct edtf_scan *scan) {
    char closing = scan->data[0] == '[' ? ']' : '}';
    if (scan->data[scan->end - 1] != closing) {
        edtf_fail(scan, scan->end - 1, "'%c' is not closed by '%c'", scan->data[0], closing);
        error_advise(scan->error, "write '%c' at the end", closing);
        return false;
    }
    scan->position = 1;
    scan->end--;
    return scan->end > 1 || edtf_fail(scan, 1, "there is no date between the brackets");
}

/* Where ".." stands in [position, end); the end when there is none. */
static size_t find_dots(const struct edtf_scan *scan) {
    for (size_t i = scan->position; i + 1 < scan->end; i++)
        if (scan->data[i] == '.' && scan->data[i + 1] == '.')
            return i;
    return scan->end;
}

/* One end of a range: [position, end) of the scan. */
static bool read_range_end(struct edtf_scan *scan, enum edtf_bound *kind, struct edtf_date *date) {
    *kind = scan->position == scan->end ? EDTF_OPEN : EDTF_KNOWN;
    if (*kind == EDTF_OPEN)
        return true;
    if (!read_dated_end(scan, date))
        return false;
    if (date->unspecified) {
        edtf_fail(scan, date->place[0], "the end of a range '..' takes no X");
        error_advise(scan->error, "write the earliest or latest date that is meant");
    }
    return !date->unspecified;
}

static bool read_range(struct edtf_scan *scan, size_t dots, struct edtf_span *span) {
    size_t end = scan->end;
    scan->end = dots;
    if (!read_range_end(scan, &span->first_kind, &span->first))
        return false;
    scan->position = dots + 2;
    scan->end = end;
    if (!read_range_end(scan, &span->last_kind, &span->last))
        return false;
    if (span->first_kind == EDTF_OPEN && span->last_kind == EDTF_OPEN)
        return edtf_fail(scan, dots, "'..' needs a date before or behind it");
    return check_order(scan, span);
}

static bool read_single(struct edtf_scan *scan, struct edtf_span *span) {
    if (scan->position == scan->end) {
        edtf_fail(scan, scan->position, "a date is missing at the comma");
        error_advise(scan->error, "take the comma away");
        return false;
    }
    if (!read_dated_end(scan, &span->first))
        return false;
    span->first_kind = span->last_kind = EDTF_KNOWN;
    span->last = span->first;
    return true;
}

/* "..1760" can only come first, "1760.." only last. */
static bool check_open_ends(struct edtf_scan *scan, size_t start, bool is_first, bool is_last,
                            const struct edtf_span *span) {
    if (span->first_kind == EDTF_OPEN && !is_first)
        return edtf_fail(scan, start, "'..' without a date before it can only come first");
    if (span->last_kind == EDTF_OPEN && !is_last)
        return edtf_fail(scan, scan->position, "'..' without a date behind it can only come last");
    return true;
}

bool edtf_read_member(struct edtf_scan *scan, bool is_first, struct edtf_span *span, bool *more) {
    size_t start = scan->position, closing = scan->end;
    const char *comma = memchr(scan->data + start, ',', closing - start);
    *more = comma != NULL;
    if (comma)
        scan->end = (size_t)(comma - scan->data);
    size_t dots = find_dots(scan);
    span->single = dots == scan->end;
    if (!(span->single ? read_single(scan, span) : read_range(scan, dots, span)))
        return false;
    scan->end = closing;
    if (!check_open_ends(scan, start, is_first, !*more, span))
        return false;
    scan->position += *more;
    return true;
}
