/* Single values within a field. Pure functions over bytes, without a locale. */
#include "value.h"

#include "../base/number.h"
#include "../base/utf8.h"

enum { EXCERPT_SIZE = 60 };

struct slice value_excerpt(struct slice value) {
    size_t position = 0, end = 0;
    uint32_t code_point;
    while (utf8_next(value, &position, &code_point) && position <= EXCERPT_SIZE &&
           code_point >= 0x20 && code_point != 0x7F)
        end = position;
    return (struct slice){value.data ? value.data : "", end};
}

bool value_keep_buffer(struct arena *arena, struct buffer *buffer, struct slice *out) {
    bool kept = !buffer_failed(buffer) && arena_copy(arena, buffer_slice(buffer), out);
    buffer_free(buffer);
    return kept;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_lower_word(struct slice text) {
    for (size_t i = 0; i < text.size; i++)
        if (is_blank(text.data[i]) || (text.data[i] >= 'A' && text.data[i] <= 'Z'))
            return false;
    return true;
}

bool value_lower_word(struct arena *arena, struct slice text, struct slice *word) {
    *word = text = slice_trim(text);
    if (is_lower_word(text))
        return true;
    char *out = arena_string(arena, text);
    if (!out)
        return false;
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (!is_blank(c))
            out[size++] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
        else if (out[size - 1] != '_')
            out[size++] = '_';
    }
    *word = (struct slice){out, size};
    return true;
}

/* Takes one or two digits off the front; -1 when there is none. */
static int take_digits(struct slice *text, size_t at_least) {
    int value = 0;
    size_t count = 0;
    while (count < 2 && count < text->size && text->data[count] >= '0' && text->data[count] <= '9')
        value = value * 10 + (text->data[count++] - '0');
    if (count < at_least)
        return -1;
    *text = slice_part(*text, count, text->size);
    return value;
}

static bool take_byte(struct slice *text, char byte) {
    if (text->size == 0 || text->data[0] != byte)
        return false;
    *text = slice_part(*text, 1, text->size);
    return true;
}

/* Nothing, Z, or an offset from UTC. */
static bool is_zone(struct slice text) {
    if (text.size == 0)
        return true;
    if (text.data[0] == 'Z' || text.data[0] == 'z')
        return text.size == 1;
    if (text.size != 6 || (text.data[0] != '+' && text.data[0] != '-'))
        return false;
    text = slice_part(text, 1, text.size);
    int hours = take_digits(&text, 2);
    bool colon = take_byte(&text, ':');
    int minutes = take_digits(&text, 2);
    return colon && hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && text.size == 0;
}

bool value_parse_time(struct slice text, int32_t *second_of_day, struct slice *zone) {
    int hours = take_digits(&text, 1);
    if (hours < 0 || hours > 23 || !take_byte(&text, ':'))
        return false;
    int minutes = take_digits(&text, 2), seconds = 0;
    if (minutes < 0 || minutes > 59)
        return false;
    if (take_byte(&text, ':')) {
        seconds = take_digits(&text, 2);
        if (seconds < 0 || seconds > 59)
            return false;
    }
    if (!is_zone(text))
        return false;
    *second_of_day = hours * 3600 + minutes * 60 + seconds;
    if (zone)
        *zone = text;
    return true;
}

bool value_parse_range(struct slice text, struct number_range *range) {
    size_t slash = slice_find(text, '/');
    if (!number_parse(slice_trim(slice_part(text, 0, slash)), &range->low))
        return false;
    range->high = range->low;
    if (slash == text.size)
        return true;
    return number_parse(slice_trim(slice_part(text, slash + 1, text.size)), &range->high) &&
           range->low <= range->high;
}
