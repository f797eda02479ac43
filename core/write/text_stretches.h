/* Private to the writers: stretches of days in words, the same on every page and in a remedy. */
#ifndef DETENTE_WRITE_TEXT_STRETCHES_H
#define DETENTE_WRITE_TEXT_STRETCHES_H

#include "../ask/series.h"
#include "../base/buffer.h"

/* Sorts them and joins what overlaps or touches; how many are left. */
size_t text_join_stretches(struct answer_stretch *days, size_t count);
/* "1 Jan 1979, 8–17 Sep 2005 and 28 Dec 2022"; of more than `most` the first ones: "1 Jan 1979, 8–17 Sep 2005 and 78 more, to
 * 28 Dec 2022". They are in order. `gap` is the space within a date, as text_date.h takes it. */
void text_append_stretches(struct buffer *out, const struct answer_stretch *days, size_t count, size_t most, const char *gap);

#endif
