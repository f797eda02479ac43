/* Private to the writers of pages: numbers and days in words, the same on every page.
 *
 * They write into a run of text_layout.h; within a number, or a number and its unit, no line breaks. */
#ifndef DETENTE_WRITE_TEXT_WORDS_H
#define DETENTE_WRITE_TEXT_WORDS_H

#include "../ask/shape.h"
#include "text_layout.h"

/* "1,019", "-1,019" */
void text_put_number(struct buffer *run, int64_t value);
/* "1,019 days", "1 day", with any words of the program */
void text_put_amount(struct buffer *run, int64_t value, const char *one, const char *many);
/* "1,019 days", "28 to 58 days", "at least 28 days", "at most 58 days"; nothing when neither is known. */
void text_put_days(struct buffer *run, struct shape_count least, struct shape_count most);
/* "31 Oct 2025" of a day number, and the shortest words for the days [first, last]: see text_date.h. */
void text_put_day(struct buffer *run, int64_t day);
void text_put_range(struct buffer *run, int64_t first, int64_t last);

#endif
