/* Numbers and days in words. */
#include "text_words.h"

#include "../base/number.h"
#include "text_date.h"

void text_put_number(struct buffer *run, int64_t value) {
    char digits[NUMBER_SIZE];
    size_t size = number_format_integer(value, digits);
    for (size_t i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0 && digits[i - 1] != '-')
            buffer_append_byte(run, ',');
        buffer_append_byte(run, digits[i]);
    }
}

void text_put_amount(struct buffer *run, int64_t value, const char *one, const char *many) {
    text_put_number(run, value);
    text_put_words(run, TEXT_GAP);
    text_put_words(run, value == 1 || value == -1 ? one : many);
}

void text_put_days(struct buffer *run, struct shape_count least, struct shape_count most) {
    if (!least.known && !most.known)
        return;
    if (!most.known)
        text_put_words(run, "at least ");
    if (!least.known)
        text_put_words(run, "at most ");
    if (least.known && most.known && least.value != most.value) {
        text_put_number(run, least.value);
        text_put_words(run, " to ");
    }
    text_put_amount(run, most.known ? most.value : least.value, "day", "days");
}

/* Takes the words as text from outside, which makes their gaps those of a run. */
static void put_words(struct buffer *run, struct buffer *words) {
    text_put(run, buffer_slice(words));
    run->failed = run->failed || buffer_failed(words);
    buffer_free(words);
}

void text_put_day(struct buffer *run, int64_t day) {
    struct buffer words;
    buffer_init(&words);
    text_date_append_day(&words, day, TEXT_NO_BREAK_SPACE);
    put_words(run, &words);
}

void text_put_range(struct buffer *run, int64_t first, int64_t last) {
    struct buffer words;
    buffer_init(&words);
    text_date_append_range(&words, first, last, TEXT_NO_BREAK_SPACE);
    put_words(run, &words);
}
