/* Reads one date of words and numbers, as far as it is written: of "1-3 May 2018" the first end is
 * a 1 only. What a missing part is taken from is decided in written.c. */
#include <string.h>

#include "written_parts.h"

bool written_refuse(struct reader *reader, const char *reason, const char *remedy) {
    error_set(reader->error, STATUS_BAD_INPUT, "%s", reason);
    error_advise(reader->error, "%s", remedy);
    return false;
}

bool written_take(struct reader *reader, enum word_kind kind) {
    if (reader->next->kind != kind)
        return false;
    reader->next++;
    return true;
}

bool written_is_sign(const struct word *word, char sign) {
    return word->kind == WORD_SIGN && word->sign == sign;
}

static bool is_number(const struct word *word, int least, int most) {
    return word->kind == WORD_NUMBER && word->digits >= least && word->digits <= most;
}

static bool is_day_number(const struct word *word) {
    return is_number(word, 1, 2) && word->suffix != SUFFIX_DECADE;
}

static bool is_year_number(const struct word *word) {
    return is_number(word, 4, 4) && word->suffix == SUFFIX_NONE;
}

/* A sign with nothing but its neighbours at its sides: the '-' of 1-Dec-2018. */
static bool is_tight(const struct word *sign) {
    return sign->kind == WORD_SIGN && !sign->spaced && !sign[1].spaced;
}

/* A comma or a dot, or a tight hyphen or slash that joins parts of one date. */
static void skip_joiner(struct reader *reader) {
    const struct word *word = reader->next;
    if (written_is_sign(word, ',') || written_is_sign(word, '.')
        || (is_tight(word) && !word->dash && (word->sign == '-' || word->sign == '/')))
        reader->next++;
}

/* If the joiner at the place is followed by a word of that kind, moves to it. */
static bool at_month(struct reader *reader) {
    struct reader ahead = *reader;
    skip_joiner(&ahead);
    written_take(&ahead, WORD_FILLER);
    if (ahead.next->kind == WORD_MONTH)
        *reader = ahead;
    return ahead.next->kind == WORD_MONTH;
}

static bool at_year(struct reader *reader) {
    struct reader ahead = *reader;
    skip_joiner(&ahead);
    written_take(&ahead, WORD_FILLER);
    bool found = is_year_number(ahead.next);
    if (found)
        *reader = ahead;
    return found;
}

/* After a month: a day, but neither a year nor the second end of "May-3". */
static bool at_day(struct reader *reader) {
    struct reader ahead = *reader;
    bool after_hyphen = written_is_sign(ahead.next, '-');
    skip_joiner(&ahead);
    written_take(&ahead, WORD_FILLER);
    bool found = is_day_number(ahead.next) && !after_hyphen;
    if (found)
        *reader = ahead;
    return found;
}

static int take_value(struct reader *reader) {
    return reader->next++->value;
}

static bool refuse_two_digits(struct reader *reader) {
    return written_refuse(reader, "a year of two digits can be of any century",
                          "write the year with four digits");
}

/* The year behind a month, if it is there. "1 May 18" has one that cannot be told. */
static bool read_year_behind(struct reader *reader, struct partial *out) {
    if (at_year(reader)) {
        out->year = take_value(reader);
        return true;
    }
    const struct word *next = reader->next + written_is_sign(reader->next, ',');
    return !is_number(next, 1, 3) || refuse_two_digits(reader);
}

/* 2018 May 1, 2018-May-01: the month is next. */
static bool read_after_year(struct reader *reader, struct partial *out) {
    out->month = take_value(reader);
    struct reader ahead = *reader;
    if (is_tight(ahead.next) && written_is_sign(ahead.next, '-') && is_day_number(ahead.next + 1))
        ahead.next++;
    if (is_day_number(ahead.next)) {
        out->day = ahead.next->value;
        reader->next = ahead.next + 1;
    }
    return true;
}

/* May 2018, May 1, 2018, May 1 */
static bool read_month_first(struct reader *reader, struct partial *out) {
    out->month = take_value(reader);
    if (at_day(reader))
        out->day = take_value(reader);
    return read_year_behind(reader, out);
}

/* 1 May 2018, 1st of May, 1; and of a second end 3, 2018 */
static bool read_day_first(struct reader *reader, struct partial *out) {
    out->day = take_value(reader);
    if (at_month(reader))
        out->month = take_value(reader);
    if (out->month >= 0 || written_is_sign(reader->next, ','))
        return read_year_behind(reader, out);
    return true;
}

static bool refuse_order(struct reader *reader) {
    return written_refuse(reader, "day and month can be told apart by their order only",
                          "say --date-order dmy or --date-order mdy, or write YYYY-MM-DD");
}

/* Day and month of 25/12/2018. An order that was given is followed strictly. */
static bool order_numbers(struct reader *reader, int one, int two, struct partial *out) {
    bool day_first = reader->order == DATE_ORDER_DMY;
    if (reader->order != DATE_ORDER_DMY && reader->order != DATE_ORDER_MDY) {
        if (one <= 12 && two <= 12 && one != two)
            return refuse_order(reader);
        day_first = one > 12;
    }
    out->day = day_first ? one : two;
    out->month = day_first ? two : one;
    if (out->month <= 12)
        return true;
    error_set(reader->error, STATUS_BAD_INPUT, "%d stands where the month should be", out->month);
    error_advise(reader->error, "check the order of day and month, or write YYYY-MM-DD");
    return false;
}

/* Three numbers with the same sign between them. */
static bool read_three_numbers(struct reader *reader, struct partial *out) {
    const struct word *one = reader->next, *two = one + 2, *three = one + 4;
    reader->next += 5;
    if (one->digits == 4 && three->digits <= 2 && two->digits <= 2) {
        out->year = one->value;
        out->month = two->value;
        out->day = three->value;
        return true;
    }
    if (one->digits > 2 || two->digits > 2 || three->digits != 4)
        return three->digits == 2 && one->digits <= 2 ? refuse_two_digits(reader) : false;
    out->year = three->value;
    return order_numbers(reader, one->value, two->value, out);
}

/* Month and year: 05/2018, 2018-5. */
static bool read_two_numbers(struct reader *reader, struct partial *out) {
    const struct word *one = reader->next, *two = one + 2;
    reader->next += 3;
    out->year = one->digits == 4 ? one->value : two->value;
    out->month = one->digits == 4 ? two->value : one->value;
    return one->digits != 4 || out->month <= 12 || refuse_two_digits(reader);
}

static bool is_plain_number(const struct word *word) {
    return word->kind == WORD_NUMBER && word->suffix == SUFFIX_NONE && word->digits <= 4;
}

static bool joins_numbers(const struct word *sign) {
    return is_tight(sign) && strchr("-/.", sign->sign) && is_plain_number(sign + 1);
}

/* How many numbers stand together as one date: 1, 2 or 3. 1-3 and 2018-2020 are two dates; 2018.5
 * may be a decimal number. */
static int count_joined(const struct word *word) {
    if (!is_plain_number(word) || !joins_numbers(word + 1))
        return 1;
    if (joins_numbers(word + 3))
        return word[1].sign == word[3].sign ? 3 : 1;
    bool month_first = word->digits <= 2 && word[2].digits == 4;
    bool year_first = word->digits == 4 && word[2].digits <= 2 && word[1].sign != '.';
    return (month_first || year_first) && !word[1].dash ? 2 : 1;
}

/* 20181201 */
static bool read_eight_digits(struct reader *reader, struct partial *out) {
    int value = take_value(reader);
    if (value < 10000000 || value >= 30000000)
        return false;
    out->year = value / 10000;
    out->month = value / 100 % 100;
    out->day = value % 100;
    return true;
}

static bool read_decade(struct reader *reader, struct partial *out) {
    const struct word *number = reader->next++;
    if (number->digits == 2)
        return refuse_two_digits(reader);
    if (number->digits != 4 || number->value % 10)
        return false;
    if (number->value % 100 == 0) {
        error_set(reader->error, STATUS_BAD_INPUT, "the decade or the century can be meant");
        error_advise(reader->error, "write %03dX for the decade, %02dXX for the century",
                     number->value / 10, number->value / 100);
        return false;
    }
    out->year = number->value;
    out->decade = true;
    return true;
}

static bool read_number_first(struct reader *reader, struct partial *out) {
    const struct word *number = reader->next;
    int joined = count_joined(number);
    if (number->suffix == SUFFIX_DECADE)
        return read_decade(reader, out);
    if (joined > 1)
        return joined == 3 ? read_three_numbers(reader, out) : read_two_numbers(reader, out);
    if (number->digits == 8 && number->suffix == SUFFIX_NONE)
        return read_eight_digits(reader, out);
    if (is_day_number(number))
        return read_day_first(reader, out);
    if (!is_year_number(number))
        return false;
    out->year = take_value(reader);
    return at_month(reader) ? read_after_year(reader, out) : true;
}

static bool refuse_winter(struct reader *reader, int year) {
    error_set(reader->error, STATUS_BAD_INPUT,
              "the winter that began or the one that ended in %04d can be meant", year);
    error_advise(reader->error,
                 "write %04d-24 for December %04d to February %04d, %04d-24 for the winter before",
                 year, year, year + 1, year > 0 ? year - 1 : 0);
    return false;
}

/* Winter 2018-19, winter 2018/2019: the second year follows the first. */
static bool read_winter_years(struct reader *reader, int year) {
    const struct word *sign = reader->next;
    if (!written_is_sign(sign, '-') && !written_is_sign(sign, '/'))
        return refuse_winter(reader, year);
    int second = sign[1].value;
    if (!(is_year_number(sign + 1) && second == year + 1)
        && !(is_number(sign + 1, 2, 2) && second == (year + 1) % 100))
        return refuse_winter(reader, year);
    reader->next += 2;
    return true;
}

static bool read_season(struct reader *reader, struct partial *out) {
    out->season = take_value(reader);
    if (!at_year(reader))
        return out->season != 24;
    out->year = take_value(reader);
    return out->season != 24 || read_winter_years(reader, out->year);
}

static void read_doubt(struct reader *reader, struct partial *out) {
    while (written_is_sign(reader->next, '?') || written_is_sign(reader->next, '~')) {
        bool doubt = reader->next->sign == '?';
        out->doubtful = out->doubtful || doubt;
        out->circa = out->circa || !doubt;
        reader->next++;
    }
}

static bool read_core(struct reader *reader, struct partial *out) {
    if (written_take(reader, WORD_DECADES))
        return reader->next->kind == WORD_NUMBER && read_decade(reader, out);
    switch (reader->next->kind) {
    case WORD_NUMBER:
        return read_number_first(reader, out);
    case WORD_MONTH:
        return read_month_first(reader, out);
    case WORD_SEASON:
        return read_season(reader, out);
    default:
        return false;
    }
}

/* One date or one end, as far as it is written. */
bool written_read_partial(struct reader *reader, struct partial *out) {
    *out = (struct partial){.year = -1, .month = -1, .day = -1, .season = -1, .weekday = -1};
    written_take(reader, WORD_FILLER);
    out->circa = written_take(reader, WORD_CIRCA);
    written_take(reader, WORD_FILLER);
    if (reader->next->kind == WORD_WEEKDAY) {
        out->weekday = take_value(reader);
        if (written_is_sign(reader->next, ',') || written_is_sign(reader->next, '.'))
            reader->next++;
        written_take(reader, WORD_FILLER);
    }
    if (!read_core(reader, out))
        return false;
    read_doubt(reader, out);
    return true;
}

static const char *const month_names[] = {"",     "January", "February",  "March",   "April",
                                          "May",  "June",    "July",      "August",  "September",
                                          "October", "November", "December"};

static bool check_day(struct reader *reader, const struct partial *date) {
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    int last = calendar_month_days(date->year, date->month);
    if (date->day < 1 || date->day > last) {
        error_set(reader->error, STATUS_BAD_INPUT, "%s %04d has %d days", month_names[date->month],
                  date->year, last);
        error_advise(reader->error, "write a day from 1 to %d, or leave it out", last);
        return false;
    }
    int weekday = calendar_weekday(calendar_to_number(date->year, date->month, date->day));
    if (date->weekday < 0 || date->weekday == weekday)
        return true;
    error_set(reader->error, STATUS_BAD_INPUT, "%d %s %04d was a %s, not a %s", date->day,
              month_names[date->month], date->year, weekdays[weekday], weekdays[date->weekday]);
    error_advise(reader->error, "correct the date or leave the weekday out");
    return false;
}

bool written_check_date(struct reader *reader, const struct partial *date) {
    if (date->year < 0)
        return written_refuse(reader, "the year is missing", "write the year with four digits");
    if (date->month > 12 || date->month == 0 || (date->day >= 0 && date->month < 0))
        return written_refuse(reader, "the month must be from 1 to 12", "write YYYY-MM-DD");
    if (date->day >= 0)
        return check_day(reader, date);
    if (date->weekday >= 0)
        return written_refuse(reader, "a weekday needs a whole date", "leave the weekday out");
    return true;
}

static void append_two(struct buffer *out, int value) {
    buffer_append_byte(out, '-');
    buffer_append_byte(out, (char)('0' + value / 10));
    buffer_append_byte(out, (char)('0' + value % 10));
}

void written_append_date(struct buffer *out, const struct partial *date) {
    int year = date->year;
    for (int place = 1000; place; place /= 10)
        if (place > 1 || !date->decade)
            buffer_append_byte(out, (char)('0' + year / place % 10));
    if (date->decade)
        buffer_append_byte(out, 'X');
    if (date->season >= 0)
        append_two(out, date->season);
    if (date->month >= 0)
        append_two(out, date->month);
    if (date->day >= 0)
        append_two(out, date->day);
    if (date->circa || date->doubtful)
        buffer_append_byte(out, !date->circa ? '?' : date->doubtful ? '%' : '~');
}
