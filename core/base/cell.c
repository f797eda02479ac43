/* Lists in one cell. Works on bytes: none of its signs occurs inside a UTF-8 sequence. */
#include "cell.h"

static bool is_sign(char c) {
    return c == ';' || c == ':' || c == '\\';
}

/* Position of the next unescaped `sign` at or after `from`, or text.size. */
static size_t find_unescaped(struct slice text, size_t from, char sign) {
    for (size_t i = from; i < text.size; i++) {
        if (text.data[i] == sign)
            return i;
        if (text.data[i] == '\\' && i + 1 < text.size && is_sign(text.data[i + 1]))
            i++;
    }
    return text.size;
}

bool cell_next_item(struct cell_reader *reader, struct slice *item) {
    while (reader->position < reader->text.size) {
        size_t end = find_unescaped(reader->text, reader->position, ';');
        *item = slice_trim(slice_part(reader->text, reader->position, end));
        reader->position = end + (end < reader->text.size);
        if (!slice_is_empty(*item))
            return true;
    }
    return false;
}

size_t cell_split_parts(struct slice item, struct slice *parts, size_t limit) {
    size_t count = 0, from = 0;
    while (count < limit) {
        size_t end = count + 1 < limit ? find_unescaped(item, from, ':') : item.size;
        parts[count++] = slice_trim(slice_part(item, from, end));
        if (end == item.size)
            break;
        from = end + 1;
    }
    return count;
}

bool cell_unescape(struct arena *arena, struct slice text, struct slice *out) {
    *out = text;
    size_t i = slice_find(text, '\\'), size = i;
    if (i == text.size)
        return true;
    char *plain = arena_string(arena, text);
    if (!plain) {
        *out = SLICE_NONE;
        return false;
    }
    while (i < text.size) {
        if (text.data[i] == '\\' && i + 1 < text.size && is_sign(text.data[i + 1]))
            i++;
        plain[size++] = text.data[i++];
    }
    plain[size] = '\0';
    *out = (struct slice){plain, size};
    return true;
}

static void append_escaped(struct buffer *buffer, struct slice text, bool in_part) {
    text = slice_trim(text);
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c != '\\' && c != ';' && !(in_part && c == ':'))
            continue;
        buffer_append_slice(buffer, slice_part(text, start, i));
        buffer_append_byte(buffer, '\\');
        start = i;
    }
    buffer_append_slice(buffer, slice_part(text, start, text.size));
}

void cell_append_item(struct buffer *buffer, struct slice text) {
    append_escaped(buffer, text, false);
}

void cell_append_part(struct buffer *buffer, struct slice text) {
    append_escaped(buffer, text, true);
}

bool cell_parse_list(struct arena *arena, struct slice cell, struct slice_list *list) {
    *list = (struct slice_list){NULL, 0};
    struct cell_reader reader = {cell, 0};
    struct slice item;
    while (cell_next_item(&reader, &item))
        if (!cell_unescape(arena, item, &item) || !arena_append(arena, list, item))
            return false;
    return true;
}

void cell_append_list(struct buffer *buffer, const struct slice_list *list) {
    bool some = false;
    for (size_t i = 0; i < list->count; i++) {
        if (slice_is_empty(slice_trim(list->items[i])))
            continue;
        if (some)
            buffer_append_byte(buffer, ';');
        cell_append_item(buffer, list->items[i]);
        some = true;
    }
}
