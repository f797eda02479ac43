/* EDTF: the Library of Congress Extended Date/Time Format of February 2019 (ISO 8601-2:2019),
 * levels 0, 1 and 2: read, checked, bounded, printed.
 *
 * Invariant: a parsed date has min <= max unless a bound is missing; the bounds are days that exist
 * in the real calendar and that the expression can denote. Pure functions: no clock, no locale. */
#ifndef DETENTE_TIME_EDTF_H
#define DETENTE_TIME_EDTF_H

#include "../base/arena.h"
#include "../base/status.h"
#include "calendar.h"

enum edtf_type {
    EDTF_DATE, EDTF_DATETIME, EDTF_YEAR, EDTF_SEASON, EDTF_INTERVAL, EDTF_SET, EDTF_LIST
};

/* How exact the expression is, from the finest to the coarsest; of an interval, set or list the
 * coarsest of its members. */
enum edtf_precision {
    EDTF_SECOND, EDTF_DAY, EDTF_MONTH, EDTF_SEASON_PRECISION, EDTF_YEAR_PRECISION, EDTF_DECADE,
    EDTF_CENTURY, EDTF_MILLENNIUM, EDTF_COARSER, EDTF_NO_PRECISION /* of "../.." and the like */
};

/* Whether a bound exists. */
enum edtf_bound { EDTF_KNOWN, EDTF_OPEN /* "..": none, it goes on */, EDTF_UNKNOWN /* empty */ };

/* One end of an interval, one member of a set, or the whole of a simple date. */
struct edtf_range {
    int64_t min, max; /* day numbers, inclusive; DAY_MIN / DAY_MAX where there is no bound */
};

struct edtf {
    enum edtf_type type;
    int level; /* 0, 1 or 2: the lowest level of the standard that has all that is used */
    enum edtf_precision precision;
    bool uncertain;   /* a '?' or '%' anywhere */
    bool approximate; /* a '~' or '%' anywhere */
    bool unspecified; /* an 'X' anywhere */
    /* The whole expression: earliest and latest day; the kinds say why one is missing. */
    int64_t min, max;
    enum edtf_bound min_kind, max_kind;
    /* Of an interval: what its first and its second part denote; a missing one is bounded by the
     * other on one side (of 2024/.. the last is {2024-01-01, DAY_MAX}). Of a set or list: its
     * earliest and its latest member. Of all others both are the whole. */
    struct edtf_range first, last;
    bool first_marked, last_marked; /* '?', '~' or '%' in that part; simple dates: in the whole */
    enum edtf_precision first_precision, last_precision;
    /* Time of day as written, seconds since midnight; -1 when there is none. */
    int32_t second_of_day;
    bool has_zone;      /* Z or an offset was written */
    int32_t zone_minutes; /* east of Greenwich */
};

/* Reads the whole text. On failure returns STATUS_BAD_INPUT with a message that says what is wrong
 * and, where `position` is not NULL, the byte (0-based) at which it stands; the message, written
 * for people, names it counted from 1. */
enum status edtf_parse(struct slice text, struct edtf *out, size_t *position, struct error *error);

/* The canonical string of a text that edtf_parse accepts, in the arena: the one spelling among
 * those that mean the same (a qualifier on every component moves to the right end of what it
 * covers, year forms such as Y1E3 become 1000, set members are sorted and joined where they touch
 * …; see edtf_canonical.c for the list). Idempotent, with the same bounds, marks and type; only
 * that an EDTF_YEAR of four digits, such as Y1E3, becomes an EDTF_DATE. */
enum status edtf_canonical(struct arena *arena, struct slice text, struct slice *out,
                           struct error *error);

/* YYYY-MM-DD; beyond four digits Y…-MM-DD as in Y170000002-01-01; "-inf"/"inf" for DAY_MIN/DAY_MAX.
 * Returns the length; the NUL is written too. */
enum { EDTF_DAY_SIZE = 32 };
/* How many days a date that is only approximate may be off: one unit of the next coarser precision (31 for a day, 366
 * for a month or season, 3653 for a year); -1 when there is no telling, as of anything coarser. A rule of ours: the
 * standard gives "~" no width. */
int64_t edtf_approximate_days(const struct edtf *date);
size_t edtf_format_day(int64_t day_number, char out[EDTF_DAY_SIZE]);
/* "date", "datetime", "year", "season", "interval", "set", "list". */
const char *edtf_type_name(enum edtf_type type);
/* "second", "day", "month", "season", "year", "decade", "century", "millennium", "coarser",
 * "none". */
const char *edtf_precision_name(enum edtf_precision precision);

#endif
