/* Names of columns and keys. */
#include "column.h"

enum { NAME_MAX_SIZE = 64 };

static bool is_gap(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '-' || c == '_';
}

/* "Source  URL" -> "Source_URL"; false when it is too long to be a name of ours. */
static bool join_words(struct slice name, char out[NAME_MAX_SIZE], struct slice *joined) {
    size_t size = 0;
    name = slice_trim(name);
    if (name.size > NAME_MAX_SIZE)
        return false;
    for (size_t i = 0; i < name.size; i++) {
        bool gap = is_gap(name.data[i]);
        if (!gap)
            out[size++] = name.data[i];
        else if (size == 0 || out[size - 1] != '_')
            out[size++] = '_';
    }
    *joined = (struct slice){out, size};
    return true;
}

/* What rejected rows and the events of answers carry beside their fields. */
static bool is_derived(enum record_type type, struct slice name) {
    static const char *const names[] = {"reject_place", "reject_reason", "start_min", "start_max",
                                        "end_min", "end_max", "match", "reports"};
    enum { OF_ALL = 2, COUNT = sizeof names / sizeof *names };
    for (size_t i = 0; i < (type == RECORD_EVENT ? COUNT : OF_ALL); i++)
        if (slice_equals_ascii_nocase(name, slice_from(names[i])))
            return true;
    return false;
}

int column_find(enum record_type type, struct slice name) {
    char text[NAME_MAX_SIZE];
    struct slice joined;
    if (!join_words(name, text, &joined))
        return COLUMN_EXTRA;
    if (is_derived(type, joined))
        return COLUMN_DROPPED;
    int field = record_find_field(type, joined);
    if (field < 0 || record_info(type)->fields[field].flags & FIELD_HIDDEN)
        return COLUMN_EXTRA;
    return field;
}

enum { ELLIPSIS_SIZE = 3 };

/* Whole characters, as many as leave room for the ellipsis. */
static size_t cut_text(struct slice text, size_t limit) {
    size_t end = text.size < limit ? text.size : limit;
    while (end > 0 && end < text.size && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end--;
    return end;
}

bool column_is_list(enum field_type type) {
    return type == FIELD_LIST || type == FIELD_NAMES || type == FIELD_CODES || type == FIELD_PARTIES;
}

struct shown column_show(struct slice text) {
    struct shown shown = {""};
    size_t size = cut_text(text, sizeof shown.text - 1 - ELLIPSIS_SIZE);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        shown.text[i] = c < 0x20 || c == 0x7F ? ' ' : text.data[i];
    }
    if (size < text.size)
        memcpy(shown.text + size, "\xE2\x80\xA6", ELLIPSIS_SIZE);
    return shown;
}
