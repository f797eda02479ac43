/* Years with a prefix and significant digits: Y170000002, Y-17E7, Y3388E2S3, 1950S2. */
#include "edtf_date.h"

enum { YEAR_DIGITS_MAX = 16 }; /* of 10^15, the largest */

/* Digits without a leading zero. Beyond `limit` the value stays above it, but all are read. */
static bool read_number(struct edtf_scan *scan, int64_t limit, int64_t *value) {
    size_t start = scan->position;
    int64_t result = 0;
    while (edtf_peek(scan) >= '0' && edtf_peek(scan) <= '9') {
        if (result <= limit)
            result = result * 10 + (edtf_peek(scan) - '0');
        scan->position++;
    }
    if (scan->position == start)
        return edtf_fail_here(scan);
    if (scan->data[start] == '0')
        return edtf_fail(scan, start, "a number behind Y, E or S begins with 1 to 9");
    *value = result;
    return true;
}

bool edtf_fail_beyond(struct edtf_scan *scan, size_t position) {
    edtf_fail(scan, position, "the year is or may be beyond 10^15, the farthest that is kept");
    error_advise(scan->error, "years from Y-1000000000000000 to Y1000000000000000 can be written");
    return false;
}

static int count_year_digits(int64_t year) {
    int count = 1;
    for (year /= 10; year; year /= 10)
        count++;
    return count;
}

bool edtf_read_significant(struct edtf_scan *scan, struct edtf_date *date) {
    size_t start = scan->position;
    int64_t count;
    if (date->unspecified)
        return edtf_fail(scan, start - 1, "significant digits need a year without X");
    if (!read_number(scan, YEAR_DIGITS_MAX, &count))
        return false;
    int digits = count_year_digits(date->year_value);
    if (count > digits)
        return edtf_fail(scan, start, "the year has %d digits: no more of them are significant",
                         digits);
    date->significant_digits = (int)count;
    return true;
}

/* Multiplies by the power of ten behind E. */
static bool read_exponent(struct edtf_scan *scan, size_t start, int64_t *value) {
    int64_t exponent;
    if (!read_number(scan, YEAR_DIGITS_MAX, &exponent))
        return false;
    for (; exponent > 0 && *value <= CALENDAR_YEAR_MAX; exponent--)
        *value *= 10;
    return *value <= CALENDAR_YEAR_MAX || edtf_fail_beyond(scan, start);
}

static bool read_prefixed_value(struct edtf_scan *scan, struct edtf_date *date, int64_t *value) {
    size_t start = scan->position;
    if (!read_number(scan, CALENDAR_YEAR_MAX, value))
        return false;
    if (*value > CALENDAR_YEAR_MAX)
        return edtf_fail_beyond(scan, start);
    if (edtf_peek(scan) == 'E') {
        scan->position++;
        date->exponential = true;
        return read_exponent(scan, start, value);
    }
    if (*value > 9999)
        return true;
    edtf_fail(scan, start, "a year with Y has more than four digits");
    error_advise(scan->error, "write %s%04d", date->negative ? "-" : "", (int)*value);
    return false;
}

bool edtf_read_prefixed_year(struct edtf_scan *scan, struct edtf_date *date) {
    int64_t value;
    date->form = EDTF_FORM_YEAR;
    date->prefixed = true;
    if (edtf_peek(scan) == '-') {
        date->negative = true;
        scan->position++;
    }
    if (!read_prefixed_value(scan, date, &value))
        return false;
    date->year_value = date->negative ? -value : value;
    if (edtf_peek(scan) != 'S')
        return true;
    scan->position++;
    return edtf_read_significant(scan, date);
}
