/* Dates in English words.
 *
 * A simple date becomes a piece: a span of days with its marks. Everything else is pieces joined:
 * from-to, between, or. Two pieces of one kind and year share what they have in common. */
#include "text_date.h"

#define DASH "\xE2\x80\x93" /* U+2013 */

enum span_kind { SPAN_DAYS, SPAN_DAY, SPAN_MONTH, SPAN_YEAR, SPAN_DECADE, SPAN_YEARS, SPAN_SEASON };

struct piece {
    int64_t min, max;
    struct calendar_day first, last; /* the same as days of the calendar */
    enum span_kind kind;
    int season; /* 21-41 */
    bool approximate, uncertain;
    int32_t second_of_day; /* -1 when there is none */
    bool has_zone;
    int32_t zone_minutes;
};

static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* ---- pieces --------------------------------------------------------------------------------- */

static enum span_kind classify_years(int64_t first, int64_t last) {
    if (first == last)
        return SPAN_YEAR;
    return first > 0 && first % 10 == 0 && last == first + 9 ? SPAN_DECADE : SPAN_YEARS;
}

static enum span_kind classify_span(const struct piece *p) {
    if (p->min == p->max)
        return SPAN_DAY;
    if (p->first.day != 1 || p->last.day != calendar_month_days(p->last.year, p->last.month))
        return SPAN_DAYS;
    if (p->first.year == p->last.year && p->first.month == p->last.month)
        return SPAN_MONTH;
    if (p->first.month != 1 || p->last.month != 12)
        return SPAN_DAYS;
    return classify_years(p->first.year, p->last.year);
}

/* `min` and `max` are days that exist. */
static struct piece make_piece(int64_t min, int64_t max) {
    struct piece p = {.min = min, .max = max, .second_of_day = -1};
    p.first = calendar_from_number(min);
    p.last = calendar_from_number(max);
    p.kind = classify_span(&p);
    return p;
}

/* The number of a season, the last two digits but for marks; the parser has checked them. */
static int find_season(struct slice text) {
    while (text.size && strchr("?~%", text.data[text.size - 1]))
        text.size--;
    if (text.size < 2)
        return 0;
    return (text.data[text.size - 2] - '0') * 10 + (text.data[text.size - 1] - '0');
}

static bool is_simple(enum edtf_type type) {
    return type == EDTF_DATE || type == EDTF_DATETIME || type == EDTF_YEAR || type == EDTF_SEASON;
}

/* One date without '/' and brackets. */
static bool read_piece(struct slice text, struct piece *p) {
    struct edtf date;
    if (edtf_parse(text, &date, NULL, NULL) != STATUS_OK || !is_simple(date.type))
        return false;
    if (date.min == DAY_MIN || date.max == DAY_MAX)
        return false;
    *p = make_piece(date.min, date.max);
    if (date.type == EDTF_SEASON) {
        p->kind = SPAN_SEASON;
        p->season = find_season(text);
    }
    p->approximate = date.approximate;
    p->uncertain = date.uncertain;
    p->second_of_day = date.second_of_day;
    p->has_zone = date.has_zone;
    p->zone_minutes = date.zone_minutes;
    return true;
}

/* ---- words of one piece --------------------------------------------------------------------- */

static void put_year(struct buffer *out, int64_t year, const char *gap) {
    buffer_append_integer(out, year > 0 ? year : 1 - year);
    if (year <= 0) {
        buffer_append_text(out, gap);
        buffer_append_text(out, "BC");
    }
}

static void put_month(struct buffer *out, struct calendar_day day, bool with_year,
                      const char *gap) {
    buffer_append_text(out, month_names[day.month - 1]);
    if (with_year) {
        buffer_append_text(out, gap);
        put_year(out, day.year, gap);
    }
}

static void put_day(struct buffer *out, struct calendar_day day, bool with_month, bool with_year,
                    const char *gap) {
    buffer_append_integer(out, day.day);
    if (with_month) {
        buffer_append_text(out, gap);
        put_month(out, day, with_year, gap);
    }
}

/* "2019"; "2019/20" where it runs into the next year. */
static void put_season_year(struct buffer *out, const struct piece *p, const char *gap) {
    buffer_append_text(out, gap);
    put_year(out, p->first.year, gap);
    if (p->first.year != p->last.year && p->last.year > 0)
        buffer_append_format(out, "/%02d", (int)(p->last.year % 100));
}

static void put_season(struct buffer *out, const struct piece *p, const char *gap) {
    static const char *const names[] = {"spring", "summer", "autumn", "winter"};
    static const char *const ordinals[] = {"first", "second", "third"};
    int number = p->season;
    if (number <= 32)
        buffer_append_text(out, names[(number - 21) % 4]);
    else if (number <= 36)
        buffer_append_format(out, "Q%d", number - 32);
    else
        buffer_append_format(out, "%s %s of", ordinals[number <= 39 ? number - 37 : number - 40],
                             number <= 39 ? "third" : "half");
    put_season_year(out, p, gap);
    if (number >= 25 && number <= 32)
        buffer_append_text(out, number <= 28 ? " (northern)" : " (southern)");
}

/* In a column the first date keeps its year, which begins a line of its own. */
enum joiner { JOIN_TO, JOIN_COLUMN, JOIN_AND };

static void put_joined(struct buffer *out, const struct piece *a, const struct piece *b,
                       enum joiner joiner, const char *gap);

static bool is_whole_months(const struct piece *p) {
    return p->first.day == 1 && p->last.day == calendar_month_days(p->last.year, p->last.month);
}

/* A span that is no unit of the calendar, from its first to its last day, month or year. */
static void put_ends(struct buffer *out, const struct piece *p, enum joiner joiner,
                     const char *gap) {
    struct piece a = make_piece(p->min, p->min), b = make_piece(p->max, p->max);
    if (p->kind == SPAN_YEARS)
        a.kind = b.kind = SPAN_YEAR;
    else if (is_whole_months(p))
        a.kind = b.kind = SPAN_MONTH;
    put_joined(out, &a, &b, joiner, gap);
}

/* A whole unit of the calendar; false when it is none. */
static bool put_unit(struct buffer *out, const struct piece *p, const char *gap) {
    switch (p->kind) {
    case SPAN_DAY: put_day(out, p->first, true, true, gap); return true;
    case SPAN_MONTH: put_month(out, p->first, true, gap); return true;
    case SPAN_YEAR: put_year(out, p->first.year, gap); return true;
    case SPAN_SEASON: put_season(out, p, gap); return true;
    case SPAN_DECADE:
        buffer_append_integer(out, p->first.year);
        buffer_append_byte(out, 's');
        return true;
    case SPAN_YEARS:
    case SPAN_DAYS: break;
    }
    return false;
}

/* A date that is not exact is some day within its bounds. */
static void put_within(struct buffer *out, const struct piece *p, const char *gap) {
    if (put_unit(out, p, gap))
        return;
    if (p->first.year == 0 && p->last.year == 9999 && p->kind == SPAN_YEARS) {
        buffer_append_text(out, "unknown year");
        return;
    }
    buffer_append_text(out, "between ");
    put_ends(out, p, JOIN_AND, gap);
}

static void put_zone(struct buffer *out, int minutes) {
    int size = minutes < 0 ? -minutes : minutes;
    buffer_append_text(out, " UTC");
    if (size)
        buffer_append_format(out, "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

static void put_time(struct buffer *out, const struct piece *p) {
    int second = p->second_of_day;
    if (second < 0)
        return;
    buffer_append_format(out, ", %02d:%02d", second / 3600, second / 60 % 60);
    if (second % 60)
        buffer_append_format(out, ":%02d", second % 60);
    if (p->has_zone)
        put_zone(out, p->zone_minutes);
}

static void put_piece(struct buffer *out, const struct piece *p, const char *gap) {
    if (p->approximate)
        buffer_append_text(out, "about ");
    put_within(out, p, gap);
    if (p->uncertain)
        buffer_append_byte(out, '?');
    put_time(out, p);
}

/* ---- two pieces ----------------------------------------------------------------------------- */

static bool is_marked(const struct piece *p) {
    return p->approximate || p->uncertain || p->second_of_day >= 0;
}

/* Can the first of two pieces leave out the year, and more, that the second one tells? */
static bool shares_year(const struct piece *a, const struct piece *b) {
    return a->kind == b->kind && a->first.year == b->first.year && !is_marked(a) && !is_marked(b)
           && (a->kind == SPAN_DAY || a->kind == SPAN_MONTH);
}

static bool shares_month(const struct piece *a, const struct piece *b) {
    return shares_year(a, b) && a->kind == SPAN_DAY && a->first.month == b->first.month;
}

static bool is_plain_year(const struct piece *p) {
    return p->kind == SPAN_YEAR && p->first.year > 0 && !is_marked(p);
}

/* A dash between two short parts has no spaces: 8–17 Sep 2005, Jan–Mar 2019, 2010–2013. */
static bool joins_tight(const struct piece *a, const struct piece *b) {
    return shares_month(a, b) || (shares_year(a, b) && a->kind == SPAN_MONTH)
           || (is_plain_year(a) && is_plain_year(b));
}

static void put_joined(struct buffer *out, const struct piece *a, const struct piece *b,
                       enum joiner joiner, const char *gap) {
    if (shares_month(a, b))
        buffer_append_integer(out, a->first.day);
    else if (shares_year(a, b) && a->kind == SPAN_DAY)
        put_day(out, a->first, true, joiner == JOIN_COLUMN, gap);
    else if (shares_year(a, b))
        put_month(out, a->first, false, gap);
    else
        put_piece(out, a, gap);
    if (joiner == JOIN_AND)
        buffer_append_text(out, " and ");
    else
        buffer_append_text(out, joins_tight(a, b) ? DASH : " " DASH " ");
    put_piece(out, b, gap);
}

/* From one to the other; once where both are the same. */
static void put_from_to(struct buffer *out, const struct piece *a, const struct piece *b,
                        enum joiner joiner, const char *gap) {
    bool same = a->kind == b->kind && a->min == b->min && a->max == b->max;
    if (same && !is_marked(a) && !is_marked(b)) {
        put_piece(out, a, gap);
        return;
    }
    buffer_append_text(out, joiner == JOIN_AND ? "between " : "");
    put_joined(out, a, b, joiner, gap);
}

/* ---- expressions ---------------------------------------------------------------------------- */

static bool is_open_end(struct slice text) {
    return slice_is_empty(text) || slice_is(text, "..");
}

/* From-to of two written ends, of which one may be missing. False when they do not parse. */
static bool put_interval(struct buffer *out, struct slice from, struct slice to, bool between,
                         const char *gap) {
    struct piece a, b;
    bool no_from = is_open_end(from), no_to = is_open_end(to);
    if (no_from && no_to) {
        buffer_append_text(out, "dates not known");
        return true;
    }
    if ((!no_from && !read_piece(from, &a)) || (!no_to && !read_piece(to, &b)))
        return false;
    if (no_from) {
        buffer_append_text(out, between ? "" : "until ");
        put_piece(out, &b, gap);
        buffer_append_text(out, between ? " or before" : "");
    } else if (no_to) {
        buffer_append_text(out, between ? "" : "since ");
        put_piece(out, &a, gap);
        buffer_append_text(out, between ? " or later" : slice_is(to, "..") ? ", ongoing" : "");
    } else {
        put_from_to(out, &a, &b, between ? JOIN_AND : JOIN_TO, gap);
    }
    return true;
}

/* The part of a member before and behind its "..", or the whole twice. */
static void split_member(struct slice member, struct slice *from, struct slice *to) {
    size_t dots = 0;
    while (dots + 1 < member.size && !(member.data[dots] == '.' && member.data[dots + 1] == '.'))
        dots++;
    *from = *to = member;
    if (dots + 1 >= member.size)
        return;
    *from = slice_part(member, 0, dots);
    *to = slice_part(member, dots + 2, member.size);
}

static bool is_range(struct slice member) {
    struct slice from, to;
    split_member(member, &from, &to);
    return from.size != member.size;
}

static bool put_member(struct buffer *out, struct slice member, const char *gap) {
    struct slice from, to;
    struct piece a, b;
    split_member(member, &from, &to);
    if (slice_is_empty(from) || slice_is_empty(to))
        return put_interval(out, from, to, true, gap);
    if (!read_piece(from, &a) || !read_piece(to, &b))
        return false;
    if (is_range(member))
        put_joined(out, &a, &b, JOIN_TO, gap);
    else
        put_piece(out, &a, gap);
    return true;
}

static bool is_open_range(struct slice member) {
    struct slice from, to;
    split_member(member, &from, &to);
    return slice_is_empty(from) || slice_is_empty(to);
}

static size_t count_members(struct slice inside) {
    size_t count = 1;
    for (size_t i = 0; i < inside.size; i++)
        count += inside.data[i] == ',';
    return count;
}

/* What says that only one of the members is meant, where no "or" can. */
static const char *find_choice(struct slice inside, size_t count) {
    if (count > 2)
        return "one of ";
    return count == 1 && is_range(inside) && !is_open_range(inside) ? "some time " : "";
}

/* The members between the brackets: "1971 or 1972", "one of 1667, 1668, 1670", "1667 and 1668". */
static bool put_members(struct buffer *out, struct slice inside, bool all, const char *gap) {
    size_t count = count_members(inside);
    const char *last = all ? " and " : count > 2 ? ", " : " or ";
    buffer_append_text(out, all ? "" : find_choice(inside, count));
    for (size_t i = 0; i < count; i++) {
        size_t comma = slice_find(inside, ',');
        if (i > 0)
            buffer_append_text(out, i + 1 < count ? ", " : last);
        if (!put_member(out, slice_trim(slice_part(inside, 0, comma)), gap))
            return false;
        inside = slice_part(inside, comma + 1, inside.size);
    }
    return true;
}

static bool put_expression(struct buffer *out, struct slice text, bool between, const char *gap) {
    struct piece piece;
    size_t slash = slice_find(text, '/');
    if (text.size > 2 && (text.data[0] == '[' || text.data[0] == '{'))
        return put_members(out, slice_part(text, 1, text.size - 1), text.data[0] == '{', gap);
    if (slash < text.size)
        return put_interval(out, slice_part(text, 0, slash), slice_part(text, slash + 1, text.size),
                            between, gap);
    if (!read_piece(text, &piece))
        return false;
    put_piece(out, &piece, gap);
    return true;
}

/* What does not parse is given back as it is written. */
static void put_as_can(struct buffer *out, struct slice text, bool between, const char *gap) {
    struct edtf date;
    size_t size = out->size;
    text = slice_trim(text);
    if (edtf_parse(text, &date, NULL, NULL) == STATUS_OK && put_expression(out, text, between, gap))
        return;
    if (!buffer_failed(out))
        out->size = size;
    buffer_append_slice(out, text);
}

void text_date_append(struct buffer *out, struct slice edtf, const char *gap) {
    put_as_can(out, edtf, false, gap);
}

void text_date_append_day(struct buffer *out, int64_t day, const char *gap) {
    if (day != DAY_MIN && day != DAY_MAX)
        put_day(out, calendar_from_number(day), true, true, gap);
}

void text_date_append_range(struct buffer *out, int64_t min, int64_t max, const char *gap) {
    if (min > max || (min == DAY_MIN && max == DAY_MAX))
        return;
    if (min == DAY_MIN || max == DAY_MAX) {
        buffer_append_text(out, min == DAY_MIN ? "until " : "from ");
        text_date_append_day(out, min == DAY_MIN ? max : min, gap);
        return;
    }
    struct piece piece = make_piece(min, max);
    if (!put_unit(out, &piece, gap))
        put_ends(out, &piece, JOIN_TO, gap);
}

/* ---- events --------------------------------------------------------------------------------- */

static bool is_interval(struct slice text) {
    return slice_find(text, '/') < text.size && text.data[0] != '[' && text.data[0] != '{';
}

/* "A – B" of a start and an end as written; each by itself where they share nothing. */
static void put_start_and_end(struct buffer *out, struct slice start, struct slice end,
                              const char *gap, enum joiner joiner) {
    struct piece a, b;
    if (read_piece(start, &a) && read_piece(end, &b)) {
        put_from_to(out, &a, &b, joiner, gap);
        return;
    }
    put_as_can(out, start, true, gap);
    buffer_append_text(out, " " DASH " ");
    put_as_can(out, end, true, gap);
}

/* A start after which nothing ended it, or nobody says so. */
static void put_open(struct buffer *out, struct slice start, bool goes_on, const char *gap,
                     enum text_date_form form) {
    bool column = form == TEXT_DATE_COLUMN, interval = is_interval(start);
    if (!column && !interval)
        buffer_append_text(out, "since ");
    put_as_can(out, start, true, gap);
    if (column)
        buffer_append_text(out, goes_on ? " " DASH " ongoing" : " " DASH " no end known");
    else if (goes_on)
        buffer_append_text(out, ", ongoing");
    else if (interval)
        buffer_append_text(out, ", no end known");
}

static void put_derived(struct buffer *out, struct slice start, const struct event_times *times,
                        const char *gap, enum joiner joiner) {
    struct piece a;
    if (times->end_min != DAY_MIN && times->end_max != DAY_MAX && read_piece(start, &a)) {
        struct piece b = make_piece(times->end_min, times->end_max);
        put_joined(out, &a, &b, joiner, gap);
        return;
    }
    put_as_can(out, start, true, gap);
}

/* Both ends written in the date itself. */
static bool put_whole_interval(struct buffer *out, struct slice date, const char *gap,
                               enum joiner joiner) {
    size_t slash = slice_find(date, '/');
    struct slice from = slice_part(date, 0, slash), to = slice_part(date, slash + 1, date.size);
    if (!is_interval(date) || is_open_end(from) || is_open_end(to))
        return false;
    put_start_and_end(out, from, to, gap, joiner);
    return true;
}

/* "since A" of an interval in a column begins with its date: "A – ongoing". */
static bool put_open_interval(struct buffer *out, struct slice date, const char *gap,
                              enum text_date_form form) {
    size_t slash = slice_find(date, '/');
    struct slice from = slice_part(date, 0, slash), to = slice_part(date, slash + 1, date.size);
    if (!is_interval(date) || is_open_end(from) || !is_open_end(to))
        return false;
    put_open(out, from, slice_is(to, ".."), gap, form);
    return true;
}

void text_date_append_event(struct buffer *out, const struct record *event,
                            const struct event_times *times, const char *gap,
                            enum text_date_form form) {
    struct slice date = slice_trim(record_get(event, EVENT_DATE));
    struct slice end = slice_trim(record_get(event, EVENT_END));
    bool standing = times->duration == KIND_STANDING;
    enum joiner joiner = form == TEXT_DATE_COLUMN ? JOIN_COLUMN : JOIN_TO;
    if (!slice_is_empty(end) && !slice_is(end, ".."))
        put_start_and_end(out, date, end, gap, joiner);
    else if (slice_is(end, ".."))
        put_open(out, date, true, gap, form);
    else if (times->end_state == END_DERIVED)
        put_derived(out, date, times, gap, joiner);
    else if (times->duration == KIND_POINT)
        put_as_can(out, date, true, gap);
    else if (put_open_interval(out, date, gap, form) || put_whole_interval(out, date, gap, joiner))
        return;
    else if (standing && !is_interval(date))
        put_open(out, date, false, gap, form);
    else
        put_as_can(out, date, false, gap);
}
