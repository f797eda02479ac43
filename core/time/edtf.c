/* EDTF: the front of the room. It sorts the text by its outer form, has the parts read
 * (edtf_date.c, edtf_year.c, edtf_group.c; bounded in edtf_bounds.c) and tells what the whole
 * denotes.
 *
 * Reading is linear in the length of the text, takes no memory and does not recurse. A plain
 * YYYY-MM-DD, which is what nearly every record holds, is read before all else. The canonical form
 * is defined in edtf_canonical.c, the remedies stand in edtf_advise.c. */
#include "edtf.h"

#include "edtf_date.h"

/* Two decimal digits, or -1. */
static int two_digits(const char *text) {
    unsigned tens = (unsigned char)text[0] - (unsigned)'0';
    unsigned ones = (unsigned char)text[1] - (unsigned)'0';
    return tens > 9 || ones > 9 ? -1 : (int)(tens * 10 + ones);
}

static void describe_whole(struct edtf *out) {
    out->first = out->last = (struct edtf_range){out->min, out->max};
    out->first_precision = out->last_precision = out->precision;
    out->first_marked = out->last_marked = out->uncertain || out->approximate;
}

/* YYYY-MM-DD, when it is a day that exists. */
static bool read_plain_day(struct slice text, struct edtf *out) {
    if (text.size != 10 || text.data[4] != '-' || text.data[7] != '-')
        return false;
    int century = two_digits(text.data), year = two_digits(text.data + 2);
    int month = two_digits(text.data + 5), day = two_digits(text.data + 8);
    if (century < 0 || year < 0 || day < 1)
        return false;
    year += century * 100;
    if (day > calendar_month_days(year, month))
        return false;
    int64_t number = calendar_to_number(year, month, day);
    *out = (struct edtf){.type = EDTF_DATE, .precision = EDTF_DAY, .second_of_day = -1};
    out->min = out->max = number;
    describe_whole(out);
    return true;
}

static void note_date(struct edtf *out, const struct edtf_date *date) {
    unsigned marks = date->marks[0] | date->marks[1] | date->marks[2];
    out->uncertain = out->uncertain || marks & EDTF_UNCERTAIN;
    out->approximate = out->approximate || marks & EDTF_APPROXIMATE;
    out->unspecified = out->unspecified || date->unspecified;
    if (out->precision == EDTF_NO_PRECISION || date->precision > out->precision)
        out->precision = date->precision;
    if (date->level > out->level)
        out->level = date->level;
}

static bool parse_simple(struct edtf_scan *scan, struct edtf *out) {
    static const enum edtf_type types[] = {[EDTF_FORM_CALENDAR] = EDTF_DATE,
                                           [EDTF_FORM_SEASON] = EDTF_SEASON,
                                           [EDTF_FORM_YEAR] = EDTF_YEAR,
                                           [EDTF_FORM_TIME] = EDTF_DATETIME};
    struct edtf_date date;
    if (!edtf_read_date(scan, &date))
        return false;
    note_date(out, &date);
    out->type = types[date.form];
    out->min = date.min;
    out->max = date.max;
    out->second_of_day = date.second_of_day;
    out->has_zone = date.has_zone;
    out->zone_minutes = date.zone_minutes;
    describe_whole(out);
    return true;
}

/* A missing end is bounded by the other one: an unknown beginning came before a known end. */
static void note_missing_ends(struct edtf *out) {
    if (out->min_kind != EDTF_KNOWN)
        out->first.max = out->last.max;
    if (out->max_kind != EDTF_KNOWN)
        out->last.min = out->first.min;
    /* Level 1 adds open and unknown ends; an X in an interval is of Level 2. */
    if (out->unspecified)
        out->level = 2;
    else if (out->level == 0 && (out->min_kind != EDTF_KNOWN || out->max_kind != EDTF_KNOWN))
        out->level = 1;
}

static bool parse_interval(struct edtf_scan *scan, size_t slash, struct edtf *out) {
    struct edtf_span span;
    if (!edtf_read_interval(scan, slash, &span))
        return false;
    out->type = EDTF_INTERVAL;
    out->min_kind = span.first_kind;
    out->max_kind = span.last_kind;
    if (span.first_kind == EDTF_KNOWN) {
        note_date(out, &span.first);
        out->first = (struct edtf_range){span.first.min, span.first.max};
        out->first_marked = span.first.marked;
        out->first_precision = span.first.precision;
    }
    if (span.last_kind == EDTF_KNOWN) {
        note_date(out, &span.last);
        out->last = (struct edtf_range){span.last.min, span.last.max};
        out->last_marked = span.last.marked;
        out->last_precision = span.last.precision;
    }
    out->min = out->first.min;
    out->max = out->last.max;
    note_missing_ends(out);
    return true;
}

/* Whether a range is earlier than another: it begins earlier, or with it and ends earlier. */
static bool is_earlier(struct edtf_range a, struct edtf_range b) {
    return a.min != b.min ? a.min < b.min : a.max < b.max;
}

static bool is_later(struct edtf_range a, struct edtf_range b) {
    return a.max != b.max ? a.max > b.max : a.min > b.min;
}

/* Takes one date of a set in: it may be the earliest or the latest so far. */
static void note_member(struct edtf *out, bool only, const struct edtf_date *date) {
    struct edtf_range range = {date->min, date->max};
    note_date(out, date);
    if (only || is_earlier(range, out->first)) {
        out->first = range;
        out->first_marked = date->marked;
        out->first_precision = date->precision;
    }
    if (only || is_later(range, out->last)) {
        out->last = range;
        out->last_marked = date->marked;
        out->last_precision = date->precision;
    }
}

/* What lies without end before the first date or behind the last one. */
static void note_open_ends(struct edtf *out) {
    if (out->min_kind == EDTF_OPEN) {
        out->first = (struct edtf_range){DAY_MIN, out->first.max};
        out->first_precision = EDTF_NO_PRECISION;
    }
    if (out->max_kind == EDTF_OPEN) {
        out->last = (struct edtf_range){out->last.min, DAY_MAX};
        out->last_precision = EDTF_NO_PRECISION;
    }
    out->min = out->first.min;
    out->max = out->last.max;
}

static bool parse_set(struct edtf_scan *scan, struct edtf *out) {
    struct edtf_span span;
    bool more = true, only = true;
    out->type = scan->data[0] == '[' ? EDTF_SET : EDTF_LIST;
    out->level = 2;
    if (!edtf_read_brackets(scan))
        return false;
    for (bool first = true; more; first = false) {
        if (!edtf_read_member(scan, first, &span, &more))
            return false;
        if (span.first_kind == EDTF_OPEN)
            out->min_kind = EDTF_OPEN;
        else
            note_member(out, only, &span.first), only = false;
        if (span.last_kind == EDTF_OPEN)
            out->max_kind = EDTF_OPEN;
        else if (!span.single)
            note_member(out, only, &span.last), only = false;
    }
    note_open_ends(out);
    return true;
}

static bool parse_any(struct edtf_scan *scan, struct slice text, struct edtf *out) {
    if (text.size == 0)
        return edtf_fail(scan, 0, "there is no date");
    if (text.data[0] == '[' || text.data[0] == '{')
        return parse_set(scan, out);
    size_t slash = slice_find(text, '/');
    return slash < text.size ? parse_interval(scan, slash, out) : parse_simple(scan, out);
}

enum status edtf_parse(struct slice text, struct edtf *out, size_t *position, struct error *error) {
    if (read_plain_day(text, out))
        return STATUS_OK;
    /* An error that is filled already is another's. */
    struct error *fresh = error && error->status == STATUS_OK ? error : NULL;
    struct edtf_scan scan = {text.data, 0, text.size, 0, fresh};
    *out = (struct edtf){.precision = EDTF_NO_PRECISION,
                         .first_precision = EDTF_NO_PRECISION,
                         .last_precision = EDTF_NO_PRECISION,
                         .min = DAY_MIN,
                         .max = DAY_MAX,
                         .first = {DAY_MIN, DAY_MAX},
                         .last = {DAY_MIN, DAY_MAX},
                         .second_of_day = -1};
    if (parse_any(&scan, text, out))
        return STATUS_OK;
    if (position)
        *position = scan.fault;
    if (fresh)
        edtf_advise(text, fresh);
    return STATUS_BAD_INPUT;
}

const char *edtf_type_name(enum edtf_type type) {
    static const char *const names[] = {"date", "datetime", "year", "season",
                                        "interval", "set", "list"};
    return (size_t)type < sizeof names / sizeof *names ? names[type] : "";
}

const char *edtf_precision_name(enum edtf_precision precision) {
    static const char *const names[] = {"second", "day",     "month",      "season",  "year",
                                        "decade", "century", "millennium", "coarser", "none"};
    return (size_t)precision < sizeof names / sizeof *names ? names[precision] : "";
}
