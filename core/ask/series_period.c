/* Periods of the calendar as numbers that count through: days as day numbers, months and quarters since the
 * year 0, years as themselves. Pure arithmetic; no bound of the calendar is passed. */
#include "series.h"

#include "../time/edtf.h"

static int64_t divide_down(int64_t value, int64_t by) { return value / by - (value % by < 0); }

/* How many make a year; of days none. */
static int64_t parts_of_year(enum series_by by) { return by == SERIES_MONTH ? 12 : by == SERIES_QUARTER ? 4 : 1; }

int64_t series_period(enum series_by by, int64_t day) {
    if (by == SERIES_DAY) return day;
    struct calendar_day date = calendar_from_number(day);
    int64_t parts = parts_of_year(by);
    return date.year * parts + (date.month - 1) * parts / 12;
}

int64_t series_first_day(enum series_by by, int64_t period) {
    if (by == SERIES_DAY) return period;
    int64_t parts = parts_of_year(by), year = divide_down(period, parts);
    return calendar_to_number(year, (int)((period - year * parts) * 12 / parts) + 1, 1);
}

int64_t series_last_day(enum series_by by, int64_t period) {
    if (by == SERIES_DAY) return period;
    int64_t parts = parts_of_year(by), year = divide_down(period, parts);
    int month = (int)((period - year * parts + 1) * 12 / parts);
    return calendar_to_number(year, month, calendar_month_days(year, month));
}

size_t series_format_period(enum series_by by, int64_t period, char out[SERIES_PERIOD_SIZE]) {
    enum { MONTH_AND_DAY = 6, DAY_ONLY = 3 }; /* "-12-10", "-10" */
    size_t size = edtf_format_day(series_first_day(by, period), out);
    if (by == SERIES_DAY) return size;
    size -= by == SERIES_MONTH ? DAY_ONLY : MONTH_AND_DAY;
    if (by == SERIES_QUARTER) {
        out[size++] = '-';
        out[size++] = 'Q';
        out[size++] = (char)('1' + (period - divide_down(period, 4) * 4));
    }
    out[size] = '\0';
    return size;
}

size_t series_format_number(double value, char out[NUMBER_SIZE]) {
    double magnitude = value < 0 ? -value : value;
    if (magnitude < 1e9) { /* beyond, six digits behind the point are more than a double holds */
        int64_t millionths = (int64_t)(magnitude * 1e6 + 0.5);
        magnitude = (double)millionths / 1e6;
        value = value < 0 && millionths ? -magnitude : magnitude;
    }
    return number_format(value, out);
}
