/* Stretches of days in words. Knows nothing of what is claimed of them. */
#include "text_stretches.h"

#include <stdlib.h>
#include "text_date.h"

static int compare_stretches(const void *left, const void *right) {
    const struct answer_stretch *a = left, *b = right;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

size_t text_join_stretches(struct answer_stretch *days, size_t count) {
    size_t kept = 0;
    if (count) qsort(days, count, sizeof *days, compare_stretches);
    for (size_t i = 0; i < count; i++) {
        struct answer_stretch next = days[i], *last = kept ? &days[kept - 1] : NULL;
        bool touches = last && (last->end == DAY_MAX || next.start <= last->end + 1);
        if (!touches) days[kept++] = next;
        else if (next.end > last->end) last->end = next.end;
    }
    return kept;
}

static void append_one(struct buffer *out, const struct answer_stretch *days, const char *gap) {
    if (days->start == DAY_MIN && days->end == DAY_MAX) buffer_append_text(out, "all days");
    else text_date_append_range(out, days->start, days->end, gap);
}

void text_append_stretches(struct buffer *out, const struct answer_stretch *days, size_t count, size_t most, const char *gap) {
    size_t told = count > most ? most : count;
    for (size_t i = 0; i < told; i++) {
        if (i) buffer_append_text(out, i + 1 == count ? " and " : ", ");
        append_one(out, &days[i], gap);
    }
    if (told == count) return;
    buffer_append_format(out, " and%s%zu%smore", gap, count - told, gap);
    if (days[count - 1].end == DAY_MAX) return;
    buffer_append_text(out, ", to ");
    text_date_append_day(out, days[count - 1].end, gap);
}
