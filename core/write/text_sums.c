/* What is to say of a sum of duties, in words: why it is a range, and which of its duties another had replaced. */
#include "text_measures.h"

/* The measures of one doubt: "A, B and C". */
static void put_noted(struct buffer *run, const struct sum_note *notes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_put_words(run, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        text_put(run, notes[i].id);
    }
}

/* "for steel rails, excepted from A", "where the quota of A (5 t a year) does not apply" */
static bool put_scope(struct writer *writer, const struct sum_note *note) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    bool both = note->excludes.size && note->quota.size;
    if (note->excludes.size) {
        text_put_words(run, "for ");
        if (!text_put_items(writer, note->excludes, " and "))
            return false;
        text_put_words(run, ", excepted from ");
        text_put(run, note->id);
    }
    text_put_words(run, both ? ", and " : "");
    if (note->quota.size) {
        text_put_words(run, both ? "where its quota" : "where the quota of ");
        text_put(run, both ? SLICE_NONE : note->id);
        text_put_words(run, " (");
        text_put(run, note->quota);
        text_put_words(run, ") does not apply");
    }
    return true;
}

/* The first notes of one doubt. */
static bool put_doubts(struct writer *writer, const struct sum_note *notes, size_t count) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    switch (notes[0].doubt) {
    case SUM_REPLACED_OPEN:
        text_put_words(run, "replaced without an end: ");
        put_noted(run, notes, count);
        return true;
    case SUM_POSSIBLY:
        text_put_words(run, "possibly not in force: ");
        put_noted(run, notes, count);
        return true;
    case SUM_OVERLAPS:
        text_put_words(run, "although another had replaced ");
        put_noted(run, notes, count);
        text_put_words(run, " by then");
        return true;
    case SUM_NARROWER:
        break;
    }
    for (size_t i = 0; i < count; i++) {
        text_put_words(run, i ? "; lower " : "lower ");
        if (!put_scope(writer, &notes[i]))
            return false;
    }
    return true;
}

bool text_put_sum_notes(struct writer *writer, const struct sum_note *notes, size_t count) {
    struct buffer *run = &((struct text_page *)writer->state)->run;
    for (size_t first = 0, same; first < count; first += same) {
        for (same = 1; first + same < count && notes[first + same].doubt == notes[first].doubt;)
            same++;
        text_put_words(run, "; ");
        if (notes[first].doubt != SUM_NARROWER)
            text_put_tone(run, TONE_DOUBT);
        if (!put_doubts(writer, notes + first, same))
            return false;
        text_put_tone(run, TONE_PLAIN);
    }
    return true;
}

bool text_tells_possibly(const struct sum_note *notes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (notes[i].doubt == SUM_POSSIBLY)
            return true;
    return false;
}
