/* Private to the EDTF files: one date expression, without '/' and without brackets, as it is read
 * (edtf_date.c, edtf_year.c), bounded (edtf_bounds.c) and printed (edtf_canonical.c).
 *
 * Invariant: a date that edtf_read_date accepts has min <= max, both days of the real calendar. */
#ifndef DETENTE_TIME_EDTF_DATE_H
#define DETENTE_TIME_EDTF_DATE_H

#include "../base/buffer.h"
#include "edtf.h"

enum edtf_form {
    EDTF_FORM_CALENDAR, /* year, month, day: four, two and two digits or X */
    EDTF_FORM_SEASON,   /* the month is 21 to 41 */
    EDTF_FORM_YEAR,     /* with Y, or with S behind four digits */
    EDTF_FORM_TIME      /* a whole calendar date and a time of day */
};

/* Bits of a component's mark; '%' is both. */
enum { EDTF_UNCERTAIN = 1, EDTF_APPROXIMATE = 2 };
enum { EDTF_DIGIT_X = -1 };

struct edtf_date {
    enum edtf_form form;
    int components; /* 1 year, 2 and month, 3 and day */
    bool negative;  /* of digits written apart: the sign of the year */
    signed char year[4], month[2], day[2]; /* 0-9 or EDTF_DIGIT_X, as far as there are components */
    size_t place[3];                       /* where the digits of each component begin */
    unsigned char marks[3];                /* of each component, group marks spread over them */
    bool marked, marked_inside;            /* at all; other than once at the right end */
    bool unspecified;
    int64_t year_value;     /* where no digit of the year is an X */
    int significant_digits; /* behind S; 0 when there are none */
    bool exponential;       /* written with E */
    bool prefixed;          /* written with Y */
    int32_t second_of_day;  /* -1 when there is none */
    bool has_zone;
    int32_t zone_minutes;
    /* What edtf_bounds.c finds out. */
    int64_t min, max;
    int level;
    enum edtf_precision precision;
};

/* A place in the text that is read: one part of it, [position, end). */
struct edtf_scan {
    const char *data;
    size_t position, end;
    size_t fault; /* where reading failed */
    struct error *error;
};

/* The byte at the position, or -1 at the end of the part. */
static inline int edtf_peek(const struct edtf_scan *scan) {
    return scan->position < scan->end ? (unsigned char)scan->data[scan->position] : -1;
}
/* Notes the fault and its message, in which bytes are counted from 1, and returns false. */
bool edtf_fail(struct edtf_scan *scan, size_t position, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Fails at the byte that stands at the position, or at the end of the part. */
bool edtf_fail_here(struct edtf_scan *scan);

/* Reads the whole part as one date and bounds it. */
bool edtf_read_date(struct edtf_scan *scan, struct edtf_date *date);
/* 'Y' has been seen: the rest of a year with a prefix. */
bool edtf_read_prefixed_year(struct edtf_scan *scan, struct edtf_date *date);
/* 'S' has been seen: the number of significant digits of the year value. */
bool edtf_read_significant(struct edtf_scan *scan, struct edtf_date *date);
/* The year is farther than any that is kept. */
bool edtf_fail_beyond(struct edtf_scan *scan, size_t position);
/* 'T' has been seen: hours, minutes, seconds and the shift from UTC. */
bool edtf_read_time(struct edtf_scan *scan, struct edtf_date *date);
/* Finds min, max, level and precision of what was read. */
bool edtf_bound_date(struct edtf_scan *scan, struct edtf_date *date);

/* Two ends: of an interval, of a range in a set; a single member has the same date at both. */
struct edtf_span {
    enum edtf_bound first_kind, last_kind;
    struct edtf_date first, last; /* read where the kind is EDTF_KNOWN */
    bool single;
};
/* Reads the whole text as "first/last"; the slash has been seen at `slash`. */
bool edtf_read_interval(struct edtf_scan *scan, size_t slash, struct edtf_span *span);
/* Reads the brackets of a set or list and leaves the scan between them. */
bool edtf_read_brackets(struct edtf_scan *scan);
/* Reads a member and the comma behind it; *more says whether there was one. */
bool edtf_read_member(struct edtf_scan *scan, bool is_first, struct edtf_span *span, bool *more);

/* Appends a date in its canonical form; a year alone. */
void edtf_append_date(struct buffer *out, const struct edtf_date *date);
void edtf_append_year(struct buffer *out, int64_t year);

/* Puts a remedy to an error that has none yet: what the text may have meant. */
void edtf_advise(struct slice text, struct error *error);

#endif
