/* Single values within a field: how much of one a message shows, a word, a time of day, a range of
 * numbers. Knows no records and no tables. */
#ifndef DETENTE_MODEL_VALUE_H
#define DETENTE_MODEL_VALUE_H

#include <stdint.h>
#include "../base/arena.h"
#include "../base/buffer.h"

/* What a message shows of a value: at most 60 bytes, cut at a character, and nothing from the first
 * byte on that is a control or no UTF-8. */
struct slice value_excerpt(struct slice value);

/* A copy in the arena; the buffer is freed in any case. False when memory is, or was, out. */
bool value_keep_buffer(struct arena *arena, struct buffer *buffer, struct slice *out);

/* A word in its one spelling: ASCII letters in lower case, "_" for each run of white space. False
 * when memory is out. */
bool value_lower_word(struct arena *arena, struct slice text, struct slice *word);

/* h:mm or hh:mm, then [:ss] and [Z|+hh:mm|-hh:mm]. Seconds since midnight; `zone` is what follows
 * the time and may be NULL. False when it is none. */
bool value_parse_time(struct slice text, int32_t *second_of_day, struct slice *zone);

/* A decimal, or two with a slash between them of which the first is not the larger one. */
struct number_range {
    double low, high;
};
bool value_parse_range(struct slice text, struct number_range *range);

#endif
