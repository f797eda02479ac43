/* The days that a date expression can denote: its earliest and its latest, in the real calendar;
 * its level and its precision.
 *
 * With X in it, a date denotes every day whose digits fit. Which months and days fit is kept as two
 * sets of bits; of the years only the leap day depends, so the first year tried nearly always has a
 * day, and at most 10,000 are tried when none has. */
#include "edtf_date.h"

struct season {
    signed char month, months; /* the first month and how many */
};

/* 21 to 41. Winter runs into the next year. */
static const struct season seasons[] = {
    {3, 3}, {6, 3}, {9, 3},  {12, 3},         /* spring, summer, autumn, winter: northern */
    {3, 3}, {6, 3}, {9, 3},  {12, 3},         /* the same, expressly northern */
    {9, 3}, {12, 3}, {3, 3}, {6, 3},          /* southern */
    {1, 3}, {4, 3}, {7, 3},  {10, 3},         /* quarters */
    {1, 4}, {5, 4}, {9, 4},  {1, 6},  {7, 6}, /* thirds, halves */
};
enum { SEASON_FIRST = 21, SEASON_LAST_OF_LEVEL_1 = 24 };

static int season_number(const struct edtf_date *date) {
    return date->month[0] * 10 + date->month[1];
}

static bool fits_digits(const signed char digits[2], int value) {
    return (digits[0] == EDTF_DIGIT_X || digits[0] == value / 10)
           && (digits[1] == EDTF_DIGIT_X || digits[1] == value % 10);
}

/* Bit n is set when the number n, from 1 to `last`, fits. */
static uint32_t find_fitting(const signed char digits[2], int last) {
    uint32_t set = 0;
    for (int value = 1; value <= last; value++)
        if (fits_digits(digits, value))
            set |= UINT32_C(1) << value;
    return set;
}

/* What fits a date with X. */
struct pattern {
    const struct edtf_date *date;
    uint32_t months, days; /* all when the component is not written */
    int years;             /* how many: a power of ten */
};

static struct pattern make_pattern(const struct edtf_date *date) {
    const uint32_t all_months = 0x1FFE, all_days = 0xFFFFFFFE;
    struct pattern pattern = {date, all_months, all_days, 1};
    if (date->components > 1)
        pattern.months = find_fitting(date->month, 12);
    if (date->components > 2)
        pattern.days = find_fitting(date->day, 31);
    for (int i = 0; i < 4; i++)
        if (date->year[i] == EDTF_DIGIT_X)
            pattern.years *= 10;
    return pattern;
}

/* The year whose X are replaced by the digits of `fill`, the last X by the last digit. */
static int64_t fill_year(const struct edtf_date *date, int fill) {
    int64_t year = 0, place = 1;
    for (int i = 3; i >= 0; i--, place *= 10) {
        int digit = date->year[i];
        if (digit == EDTF_DIGIT_X) {
            digit = fill % 10;
            fill /= 10;
        }
        year += digit * place;
    }
    return date->negative ? -year : year;
}

static int lowest_bit(uint32_t set, int last) {
    for (int bit = 1; bit <= last; bit++)
        if (set >> bit & 1)
            return bit;
    return 0;
}

static int highest_bit(uint32_t set, int last) {
    for (int bit = last; bit >= 1; bit--)
        if (set >> bit & 1)
            return bit;
    return 0;
}

/* The first or last fitting day of a year. */
static bool find_in_year(const struct pattern *pattern, int64_t year, bool latest,
                         int64_t *number) {
    for (int i = 1; i <= 12; i++) {
        int month = latest ? 13 - i : i, last = calendar_month_days(year, month);
        if (!(pattern->months >> month & 1))
            continue;
        int day = latest ? highest_bit(pattern->days, last) : lowest_bit(pattern->days, last);
        if (day) {
            *number = calendar_to_number(year, month, day);
            return true;
        }
    }
    return false;
}

static bool find_day(const struct pattern *pattern, bool latest, int64_t *number) {
    /* Before the year 0 the larger number is the earlier year. */
    bool descending = latest != pattern->date->negative;
    for (int i = 0; i < pattern->years; i++) {
        int64_t year = fill_year(pattern->date, descending ? pattern->years - 1 - i : i);
        if (year == 0 && pattern->date->negative)
            continue; /* there is no -0000 */
        if (find_in_year(pattern, year, latest, number))
            return true;
    }
    return false;
}

/* Says why no day fits, at the component at which that shows. */
static bool fail_without_day(struct edtf_scan *scan, const struct edtf_date *date,
                             const struct pattern *pattern) {
    static const char *const names[] = {"",     "January", "February",  "March",   "April",
                                        "May",  "June",    "July",      "August",  "September",
                                        "October", "November", "December"};
    int month = lowest_bit(pattern->months, 12), day = lowest_bit(pattern->days, 31);
    const char *month_text = scan->data + date->place[1], *day_text = scan->data + date->place[2];
    if (!month) {
        edtf_fail(scan, date->place[1], "month %.2s does not exist", month_text);
        error_advise(scan->error, "months are 01 to 12, seasons 21 to 41");
    } else if (!day || date->unspecified) {
        edtf_fail(scan, date->place[2], "day %.2s does not exist%s", day_text,
                  day ? " in any month that fits" : "");
        error_advise(scan->error, "days are 01 to 28, 29, 30 or 31 by the month");
    } else {
        int last = calendar_month_days(date->year_value, month);
        if (month == 2 && day == 29)
            edtf_fail(scan, date->place[2], "%.*s is not a leap year: February has 28 days",
                      4 + date->negative, scan->data + date->place[0]);
        else
            edtf_fail(scan, date->place[2], "%s has %d days", names[month], last);
        error_advise(scan->error, "write day %d or earlier, or leave the day out", last);
    }
    return false;
}

/* Without X there is nothing to search. False when the month or the day does not exist. */
static bool bound_known(struct edtf_date *date) {
    int from = 1, to = 12, day = date->day[0] * 10 + date->day[1];
    if (date->components > 1)
        from = to = date->month[0] * 10 + date->month[1];
    int days = calendar_month_days(date->year_value, to);
    bool whole = date->components == 3;
    if (days == 0 || (whole && (day < 1 || day > days)))
        return false;
    date->min = calendar_to_number(date->year_value, from, whole ? day : 1);
    date->max = whole ? date->min : calendar_to_number(date->year_value, to, days);
    return true;
}

static bool bound_calendar(struct edtf_scan *scan, struct edtf_date *date) {
    if (!date->unspecified && bound_known(date))
        return true;
    struct pattern pattern = make_pattern(date);
    if (!find_day(&pattern, false, &date->min) || !find_day(&pattern, true, &date->max))
        return fail_without_day(scan, date, &pattern);
    return true;
}

static bool bound_season(struct edtf_date *date) {
    struct season season = seasons[season_number(date) - SEASON_FIRST];
    int last = season.month + season.months - 1;
    int64_t last_year = date->year_value + (last > 12);
    last = last > 12 ? last - 12 : last;
    date->min = calendar_to_number(date->year_value, season.month, 1);
    date->max = calendar_to_number(last_year, last, calendar_month_days(last_year, last));
    return true;
}

/* How many years share the significant digits: a power of ten. */
static int64_t count_years(const struct edtf_date *date) {
    int64_t span = 1, rest = date->year_value / 10;
    int digits = 1;
    for (; rest; rest /= 10)
        digits++;
    for (int i = date->significant_digits; date->significant_digits && i < digits; i++)
        span *= 10;
    return span;
}

static bool bound_year(struct edtf_scan *scan, struct edtf_date *date) {
    int64_t span = count_years(date);
    int64_t near = date->year_value / span * span, far = near + (span - 1);
    if (date->negative)
        far = near - (span - 1);
    if (far > CALENDAR_YEAR_MAX || far < -CALENDAR_YEAR_MAX)
        return edtf_fail_beyond(scan, date->place[0]);
    date->min = calendar_to_number(date->negative ? far : near, 1, 1);
    date->max = calendar_to_number(date->negative ? near : far, 12, 31);
    return true;
}

static enum edtf_precision precision_of_years(int64_t span) {
    if (span == 1)
        return EDTF_YEAR_PRECISION;
    if (span == 10)
        return EDTF_DECADE;
    if (span == 100)
        return EDTF_CENTURY;
    return span == 1000 ? EDTF_MILLENNIUM : EDTF_COARSER;
}

/* The leftmost X decides. */
static enum edtf_precision precision_of_calendar(const struct edtf_date *date) {
    static const enum edtf_precision by_component[] = {EDTF_YEAR_PRECISION, EDTF_MONTH, EDTF_DAY};
    int64_t span = 10000;
    for (int i = 0; i < 4; i++, span /= 10)
        if (date->year[i] == EDTF_DIGIT_X)
            return precision_of_years(span);
    if (date->components > 1 && (date->month[0] < 0 || date->month[1] < 0))
        return EDTF_YEAR_PRECISION;
    if (date->components > 2 && (date->day[0] < 0 || date->day[1] < 0))
        return EDTF_MONTH;
    return by_component[date->components - 1];
}

static enum edtf_precision find_precision(const struct edtf_date *date) {
    switch (date->form) {
    case EDTF_FORM_SEASON:
        return EDTF_SEASON_PRECISION;
    case EDTF_FORM_YEAR:
        return precision_of_years(count_years(date));
    case EDTF_FORM_TIME:
        return EDTF_SECOND;
    default:
        return precision_of_calendar(date);
    }
}

static bool all_x(const signed char digits[2]) {
    return digits[0] == EDTF_DIGIT_X && digits[1] == EDTF_DIGIT_X;
}

/* Level 1 has 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX. */
static bool is_plain_unspecified(const struct edtf_date *date) {
    const signed char *year = date->year, *month = date->month;
    bool year_x = year[2] < 0 || year[3] < 0, month_x = month[0] < 0 || month[1] < 0;
    if (year[0] < 0 || year[1] < 0)
        return false;
    if (date->components == 1)
        return year[3] < 0;
    if (year_x || (month_x && !all_x(month)))
        return false;
    return date->components == 2 || all_x(date->day);
}

static int find_level(const struct edtf_date *date) {
    bool season = date->form == EDTF_FORM_SEASON, year = date->form == EDTF_FORM_YEAR;
    if (date->marked_inside || date->exponential || date->significant_digits
        || (season && season_number(date) > SEASON_LAST_OF_LEVEL_1)
        || (date->unspecified && !is_plain_unspecified(date)))
        return 2;
    return date->marked || date->negative || date->unspecified || season || year;
}

bool edtf_bound_date(struct edtf_scan *scan, struct edtf_date *date) {
    bool bounded = date->form == EDTF_FORM_SEASON ? bound_season(date)
                   : date->form == EDTF_FORM_YEAR ? bound_year(scan, date)
                                                  : bound_calendar(scan, date);
    if (!bounded)
        return false;
    date->level = find_level(date);
    date->precision = find_precision(date);
    return true;
}

int64_t edtf_approximate_days(const struct edtf *date) {
    switch (date->precision) {
    case EDTF_SECOND: case EDTF_DAY: return 31;
    case EDTF_MONTH: case EDTF_SEASON_PRECISION: return 366;
    case EDTF_YEAR_PRECISION: return 3653;
    default: return -1;
    }
}
