/* Dates as people write them. What has one meaning only is converted; all else is refused with the
 * reason and the nearest remedy. English and French words; no clock, so "today" is refused.
 *
 *   May 2018, 05/2018, 2018-5           2018-05          month and year
 *   1 December 2018, Dec. 1st, 2018     2018-12-01       also le 1er décembre 2018, 01-Dec-2018
 *   2018/12/01, 2018.12.1, 20181201     2018-12-01       four digits first: year, month, day
 *   25/12/2018                          2018-12-25       25 is no month; 03/04/2018 needs an order
 *   Friday, 31 October 2025             2025-10-31       the weekday must be right
 *   c. 2018, about May 2018?            2018~, 2018-05%  circa is '~', a question mark '?'
 *   the 1980s, années 1980              198X             not 1900s: the decade or the century
 *   spring 2019, winter 2018-19         2019-21, 2018-24 not winter 2019: it began or it ended then
 *   May 1-3, 2018; 2018-2020            an interval      the ends share what is written once
 *   between 2018 and 2020               [2018..2020]     one day of these
 *   2018 or 2019                        [2018,2019]
 *   since 2018, 2018 to present         2018/..          known to go on
 *   before 1980, after May 2018         [..1979], [2018-06..]   strictly, by the unit written
 *
 * Years have four digits. Whatever comes out is an EDTF string that edtf_parse accepts. */
#include "written.h"

#include "../base/utf8.h"
#include "written_parts.h"

enum { WRITTEN_SIZE_MAX = 200 }; /* bytes of a text that may be a written date */

/* Gives an end what is written once for both: of "May 1-3, 2018" the month and the year. */
static bool share_parts(struct partial *left, struct partial *right) {
    bool shared = left->year < 0 || right->year < 0;
    if (left->year < 0)
        left->year = right->year;
    else if (right->year < 0)
        right->year = left->year;
    if (left->day >= 0 && left->month < 0)
        left->month = right->month, shared = true;
    else if (right->day >= 0 && right->month < 0)
        right->month = left->month, shared = true;
    /* What is shared out must make two dates of one kind: not "May - 3 June 2018". */
    return !shared
           || ((left->day < 0) == (right->day < 0) && (left->month < 0) == (right->month < 0)
               && (left->season < 0) == (right->season < 0) && left->decade == right->decade);
}

/* Both ends, and that a qualifier is not about one or both. */
static bool read_second(struct reader *reader, struct partial *left, struct partial *right) {
    if (!written_read_partial(reader, right) || reader->next->kind != WORD_END)
        return false;
    if (!share_parts(left, right))
        return written_refuse(reader, "the two ends are not written alike",
                              "write both in full, as in 2018-05-01/2018-06-03");
    if ((left->circa && !right->circa) || (right->doubtful && !left->doubtful))
        return written_refuse(reader, "the qualifier can be about one end or both",
                              "write 2018~/2020, 2018~/2020~ and the like");
    return written_check_date(reader, left) && written_check_date(reader, right);
}

static void append_pair(struct buffer *out, const char *form, const struct partial *left,
                        const struct partial *right) {
    for (; *form; form++) {
        if (*form == '1')
            written_append_date(out, left);
        else if (*form == '2')
            written_append_date(out, right);
        else
            buffer_append_byte(out, *form);
    }
}

static bool read_pair(struct reader *reader, const char *form, struct partial *left,
                      struct buffer *out) {
    struct partial right;
    if (!read_second(reader, left, &right))
        return false;
    append_pair(out, form, left, &right);
    return true;
}

/* Moves a date one of its units on or back. False where there is no such four-digit year. */
static bool step_date(struct partial *date, int step) {
    if (date->day >= 0) {
        int64_t number = calendar_to_number(date->year, date->month, date->day) + step;
        struct calendar_day day = calendar_from_number(number);
        *date = (struct partial){(int)day.year, day.month, day.day, -1, -1, false, false, false};
    } else if (date->month >= 0) {
        int months = date->year * 12 + date->month - 1 + step;
        date->year = months < 0 ? -1 : months / 12;
        date->month = months < 0 ? 12 : months % 12 + 1;
    } else {
        date->year += date->decade && step > 0 ? 10 : step;
        date->decade = false;
    }
    return date->year >= 0 && date->year <= 9999;
}

/* before 1980, after May 2018: strictly before or after the whole of it */
static bool read_limit(struct reader *reader, bool before, struct buffer *out) {
    struct partial date;
    if (!written_read_partial(reader, &date) || reader->next->kind != WORD_END
        || !written_check_date(reader, &date))
        return false;
    if (date.circa || date.doubtful || date.season >= 0)
        return written_refuse(reader, "a limit must be a day, a month or a year",
                              "write a set such as [..1979] or [1981..]");
    if (!step_date(&date, before ? -1 : 1))
        return false;
    append_pair(out, before ? "[..1]" : "[1..]", &date, &date);
    return true;
}

static bool read_since(struct reader *reader, struct buffer *out) {
    struct partial date;
    if (!written_read_partial(reader, &date) || reader->next->kind != WORD_END
        || !written_check_date(reader, &date))
        return false;
    append_pair(out, "1/..", &date, &date);
    return true;
}

static bool read_between(struct reader *reader, struct buffer *out) {
    struct partial left;
    return written_read_partial(reader, &left) && written_take(reader, WORD_AND)
           && read_pair(reader, "[1..2]", &left, out);
}

static bool take_to(struct reader *reader) {
    bool to = written_is_sign(reader->next, '-') || reader->next->kind == WORD_TO;
    reader->next += to;
    return to;
}

/* A date, or two with "to", a dash or "or" between them. */
static bool read_dates(struct reader *reader, bool from, struct buffer *out) {
    struct partial left;
    if (!written_read_partial(reader, &left))
        return false;
    if (written_take(reader, WORD_OR))
        return !from && read_pair(reader, "[1,2]", &left, out);
    if (take_to(reader)) {
        if (!written_take(reader, WORD_PRESENT))
            return read_pair(reader, "1/2", &left, out);
        if (reader->next->kind != WORD_END || !written_check_date(reader, &left))
            return false;
        append_pair(out, "1/..", &left, &left);
        return true;
    }
    if (from && reader->next->kind == WORD_END)
        return written_refuse(reader, "'from' needs a 'to'", "write 2018/.. for what goes on");
    if (from || reader->next->kind != WORD_END || !written_check_date(reader, &left))
        return false;
    append_pair(out, "1", &left, &left);
    return true;
}

static bool refuse_century(struct reader *reader, int number) {
    error_set(reader->error, STATUS_BAD_INPUT, "a century can begin in the year 00 or 01");
    if (number >= 1 && number <= 99)
        error_advise(reader->error, "write %02dXX for %02d00 to %02d99", number - 1, number - 1,
                     number - 1);
    return false;
}

static bool refuse_era(struct reader *reader, bool after, int year) {
    if (after)
        return written_refuse(reader, "the era is not written",
                              "write the year alone, with four digits");
    error_set(reader->error, STATUS_BAD_INPUT, "years before the year 1 are counted from 0 down");
    if (year >= 1 && year <= 9999)
        error_advise(reader->error, "write %s%04d for %d BC", year > 1 ? "-" : "", year - 1, year);
    return false;
}

/* Words that have no one meaning, wherever they stand. */
static bool refuse_word(struct reader *reader, const struct word *word, int number_before) {
    switch (word->kind) {
    case WORD_VAGUE:
        return written_refuse(reader, "early, mid, late and the like have no agreed limits",
                              "write the months that are meant, as in 2025-01/2025-04");
    case WORD_RELATIVE:
        return written_refuse(reader, "the day on which this was written is not known",
                              "write the date itself");
    case WORD_QUARTER:
        return written_refuse(reader, "a quarter can be one of the calendar or of a budget year",
                              "write 2018-33 to 2018-36 for those of the calendar");
    case WORD_CENTURY:
        return refuse_century(reader, number_before);
    case WORD_ERA:
        return refuse_era(reader, word->value, number_before);
    default:
        return true;
    }
}

static bool refuse_words(struct reader *reader, const struct word_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        bool number = i > 0 && list->items[i - 1].kind == WORD_NUMBER;
        struct word word = list->items[i];
        if (word.kind == WORD_PRESENT && list->count == 1)
            word.kind = WORD_RELATIVE;
        if (!refuse_word(reader, &word, number ? list->items[i - 1].value : 0))
            return false;
    }
    return true;
}

static bool read_written(struct reader *reader, const struct word_list *list, struct buffer *out) {
    if (!refuse_words(reader, list))
        return false;
    if (written_take(reader, WORD_SINCE))
        return read_since(reader, out);
    if (written_take(reader, WORD_BEFORE))
        return read_limit(reader, true, out);
    if (written_take(reader, WORD_AFTER))
        return read_limit(reader, false, out);
    if (written_take(reader, WORD_BETWEEN))
        return read_between(reader, out);
    return read_dates(reader, written_take(reader, WORD_FROM), out);
}

static bool is_edtf_letter(char c) {
    return strchr("XYESTZxyuz", c) && c;
}

/* Whether the message of the EDTF reader says more than that nothing was understood. */
static bool resembles_edtf(struct slice text) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
        if (c == ' ' || (letter && !is_edtf_letter(c)))
            return false;
    }
    return true;
}

/* Nothing was understood: the EDTF reader says why it is none and what may be meant. */
static void explain(struct slice text, const struct word_list *list, struct error *error) {
    struct edtf parsed;
    struct error edtf_error = {.status = STATUS_OK};
    edtf_parse(text, &parsed, NULL, &edtf_error);
    if (resembles_edtf(text)) {
        *error = edtf_error;
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == WORD_UNKNOWN)
            error_set(error, STATUS_BAD_INPUT, "'%.*s' is not understood in a date",
                      (int)list->items[i].text.size, list->items[i].text.data);
    int shown = text.size > 60 ? 60 : (int)text.size;
    error_set(error, STATUS_BAD_INPUT, "'%.*s' is not understood as a date", shown, text.data);
    error_advise(error, "%s", edtf_error.remedy);
}

static bool convert(struct arena *arena, struct slice text, enum date_order order,
                    struct slice *out, struct error *error) {
    struct word_list list = {.count = 0};
    struct edtf parsed;
    struct buffer buffer;
    bool words = text.size <= WRITTEN_SIZE_MAX && written_read_words(arena, text, &list);
    struct reader reader = {list.items, order, error};
    buffer_init(&buffer);
    bool converted = words && read_written(&reader, &list, &buffer);
    if (list.no_memory || buffer_failed(&buffer)
        || (converted && !arena_copy(arena, buffer_slice(&buffer), out))) {
        converted = false;
        error_set(error, STATUS_NO_MEMORY, "memory is out");
    }
    buffer_free(&buffer);
    if (converted)
        return edtf_parse(*out, &parsed, NULL, error) == STATUS_OK;
    if (error->status == STATUS_OK)
        explain(text, &list, error);
    return false;
}

enum status written_to_edtf(struct arena *arena, struct slice text, enum date_order order,
                            struct slice *out, bool *converted, struct error *error) {
    struct edtf parsed;
    struct error found = {.status = STATUS_OK};
    struct slice trimmed = slice_trim(text);
    *out = trimmed;
    *converted = trimmed.size != text.size;
    if (edtf_parse(trimmed, &parsed, NULL, NULL) == STATUS_OK)
        return STATUS_OK;
    *converted = convert(arena, trimmed, order, out, &found);
    if (*converted)
        return STATUS_OK;
    *out = SLICE_NONE;
    if (error && error->status == STATUS_OK)
        *error = found;
    return found.status;
}

bool written_means_edtf(struct slice text) {
    size_t digits = 0;
    if (slice_is_empty(text) || strchr("-?~%Y[{.", text.data[0]))
        return true;
    while (digits < text.size && ((text.data[digits] >= '0' && text.data[digits] <= '9') || text.data[digits] == 'X'))
        digits++;
    return digits == 4;
}

void written_explain(const struct error *fault, struct error *out) {
    *out = *fault;
    if (!strstr(fault->remedy, "--date-order"))
        return;
    out->remedy[0] = '\0';
    error_advise(out, "write it as YYYY-MM-DD");
}
