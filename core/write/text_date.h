/* Dates in English words: "5 Dec 2017", "about May 2018", "spring 2019", "1971 or 1972", "2010s",
 * "8–17 Sep 2005", "since 20 Mar 2025".
 *
 * Works on what time/edtf.h has read; what does not parse is given back as it is written. Years
 * before 1 are counted as BC. */
#ifndef DETENTE_WRITE_TEXT_DATE_H
#define DETENTE_WRITE_TEXT_DATE_H

#include "../base/buffer.h"
#include "../model/event.h"

#define TEXT_NO_BREAK_SPACE "\xC2\xA0"

/* `gap` is the space within one date, so that a caller can forbid a line break there. */
void text_date_append_day(struct buffer *out, int64_t day, const char *gap);
/* The shortest words for [min, max]: a day, a month, a year, a decade, or "8–17 Sep 2005"; without a bound on one side
 * "until 31 Dec 2015" or "from 1 Jan 2016", before which no "on" or "in" can stand; nothing without any. */
void text_date_append_range(struct buffer *out, int64_t min, int64_t max, const char *gap);
/* One EDTF expression by itself; an interval lasts. */
void text_date_append(struct buffer *out, struct slice edtf, const char *gap);

enum text_date_form {
    TEXT_DATE_PHRASE, /* "since 20 Mar 2025" */
    TEXT_DATE_COLUMN /* "20 Mar 2025 – no end known": begins with the date, for a column of dates */
};
/* When an event was: its date and end as its kind takes them (a point is "between" two days). */
void text_date_append_event(struct buffer *out, const struct record *event,
                            const struct event_times *times, const char *gap,
                            enum text_date_form form);

#endif
