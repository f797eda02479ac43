/* Prints a date expression in its canonical form and days as numbers in the form of bounds. */
#include <string.h>

#include "edtf_date.h"

static void append_number(struct buffer *out, int64_t value, size_t width) {
    char digits[24];
    size_t first = sizeof digits;
    for (; value || sizeof digits - first < width; value /= 10)
        digits[--first] = (char)('0' + value % 10);
    buffer_append(out, digits + first, sizeof digits - first);
}

static void append_digits(struct buffer *out, const signed char *digits, int count) {
    for (int i = 0; i < count; i++)
        buffer_append_byte(out, digits[i] == EDTF_DIGIT_X ? 'X' : (char)('0' + digits[i]));
}

static void append_mark(struct buffer *out, unsigned mark) {
    if (mark)
        buffer_append_byte(out, " ?~%"[mark]);
}

void edtf_append_year(struct buffer *out, int64_t year) {
    int64_t magnitude = year < 0 ? -year : year;
    if (magnitude > 9999)
        buffer_append_byte(out, 'Y');
    if (year < 0)
        buffer_append_byte(out, '-');
    append_number(out, magnitude, 4);
}

static void append_year(struct buffer *out, const struct edtf_date *date) {
    if (!date->unspecified) {
        edtf_append_year(out, date->year_value);
    } else {
        if (date->negative)
            buffer_append_byte(out, '-');
        append_digits(out, date->year, 4);
    }
    if (date->significant_digits) {
        buffer_append_byte(out, 'S');
        append_number(out, date->significant_digits, 1);
    }
}

static void append_shift(struct buffer *out, int32_t minutes) {
    int32_t magnitude = minutes < 0 ? -minutes : minutes;
    if (minutes == 0) {
        buffer_append_byte(out, 'Z');
        return;
    }
    buffer_append_byte(out, minutes < 0 ? '-' : '+');
    append_number(out, magnitude / 60, 2);
    buffer_append_byte(out, ':');
    append_number(out, magnitude % 60, 2);
}

static void append_time(struct buffer *out, const struct edtf_date *date) {
    buffer_append_byte(out, 'T');
    append_number(out, date->second_of_day / 3600, 2);
    buffer_append_byte(out, ':');
    append_number(out, date->second_of_day / 60 % 60, 2);
    buffer_append_byte(out, ':');
    append_number(out, date->second_of_day % 60, 2);
    if (date->has_zone)
        append_shift(out, date->zone_minutes);
}

/* How many components from the year on carry the year's mark. */
static int count_alike(const struct edtf_date *date) {
    int count = 1;
    while (count < date->components && date->marks[count] == date->marks[0])
        count++;
    return count;
}

void edtf_append_date(struct buffer *out, const struct edtf_date *date) {
    int alike = count_alike(date);
    for (int i = 0; i < date->components; i++) {
        if (i)
            buffer_append_byte(out, '-');
        if (i >= alike)
            append_mark(out, date->marks[i]);
        if (i == 0)
            append_year(out, date);
        else
            append_digits(out, i == 1 ? date->month : date->day, 2);
        if (i == alike - 1)
            append_mark(out, date->marks[i]);
    }
    if (date->form == EDTF_FORM_TIME)
        append_time(out, date);
}

/* The year and a dash: four digits, or Y and as many as there are. */
static size_t format_year(int64_t year, char *out) {
    char digits[24];
    uint64_t rest = year < 0 ? 0 - (uint64_t)year : (uint64_t)year;
    size_t count = 0, size = 0;
    if (rest > 9999)
        out[size++] = 'Y';
    if (year < 0)
        out[size++] = '-';
    for (; rest || count < 4; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    while (count)
        out[size++] = digits[--count];
    out[size++] = '-';
    return size;
}

static size_t format_two(int value, char *out) {
    out[0] = (char)('0' + value / 10);
    out[1] = (char)('0' + value % 10);
    return 2;
}

size_t edtf_format_day(int64_t day_number, char out[EDTF_DAY_SIZE]) {
    if (day_number == DAY_MIN || day_number == DAY_MAX) {
        const char *name = day_number == DAY_MIN ? "-inf" : "inf";
        memcpy(out, name, strlen(name) + 1);
        return strlen(name);
    }
    struct calendar_day day = calendar_from_number(day_number);
    size_t size = format_year(day.year, out);
    size += format_two(day.month, out + size);
    out[size++] = '-';
    size += format_two(day.day, out + size);
    out[size] = '\0';
    return size;
}
