/* JSON text. Knows values and layout, no records.
 *
 * The layout works on compact text that this file has made, so it trusts it: brackets match, and
 * the only quotes inside a string are escaped. It looks ahead at most one line. */
#include "json_text.h"

#include "../base/cell.h"

enum { LINE_WIDTH = 100, INDENT = 2 };

/* ---- values --------------------------------------------------------------------------------- */

void json_put_key(struct json_text *json, const char *key) {
    if (json->comma)
        buffer_append_byte(json->buffer, ',');
    json->comma = true;
    if (!key)
        return;
    buffer_append_json(json->buffer, slice_from(key));
    buffer_append_byte(json->buffer, ':');
}

void json_open(struct json_text *json, const char *key, char bracket) {
    json_put_key(json, key);
    buffer_append_byte(json->buffer, bracket);
    json->comma = false;
}

void json_close(struct json_text *json, char bracket) {
    buffer_append_byte(json->buffer, bracket);
    json->comma = true;
}

/* Does text stand in a string as it is? Eight bytes at a time: a byte below 0x20, '"' or '\\' sets
 * the highest bit of its place. */
static bool is_plain(const char *text, size_t size) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t found = 0;
    size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, sizeof word);
        uint64_t quote = word ^ (ones * '"'), slash = word ^ (ones * '\\');
        found |=
            ((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
    }
    if (found & high)
        return false;
    for (; i < size; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == '"' || text[i] == '\\')
            return false;
    return true;
}

static char *copy_bytes(char *out, const char *data, size_t size) {
    memcpy(out, data, size);
    return out + size;
}

/* ,"key":"text" in one go: most values are like that. */
static void put_plain(struct json_text *json, const char *key, size_t key_size, struct slice text) {
    char *start = buffer_reserve(json->buffer, key_size + text.size + 6), *out = start;
    if (!start)
        return;
    if (json->comma)
        *out++ = ',';
    if (key) {
        *out++ = '"';
        out = copy_bytes(out, key, key_size);
        *out++ = '"';
        *out++ = ':';
    }
    *out++ = '"';
    out = copy_bytes(out, text.data, text.size);
    *out++ = '"';
    json->buffer->size += (size_t)(out - start);
    json->comma = true;
}

void json_put_text(struct json_text *json, const char *key, struct slice text) {
    size_t key_size = key ? strlen(key) : 0;
    if (text.size && is_plain(text.data, text.size) && is_plain(key, key_size)) {
        put_plain(json, key, key_size, text);
        return;
    }
    json_put_key(json, key);
    buffer_append_json(json->buffer, text);
}

void json_put_named(struct json_text *json, struct slice key, struct slice text) {
    json_put_key(json, NULL);
    buffer_append_json(json->buffer, key);
    buffer_append_byte(json->buffer, ':');
    buffer_append_json(json->buffer, text);
}

void json_put_bool(struct json_text *json, const char *key, bool value) {
    json_put_key(json, key);
    buffer_append_text(json->buffer, value ? "true" : "false");
}

void json_put_integer(struct json_text *json, const char *key, int64_t value) {
    json_put_key(json, key);
    buffer_append_integer(json->buffer, value);
}

static size_t skip_digits(struct slice text, size_t i) {
    while (i < text.size && text.data[i] >= '0' && text.data[i] <= '9')
        i++;
    return i;
}

/* -?(0|[1-9][0-9]*)(.[0-9]+)?, which is all that canonical numbers use. */
static bool is_number(struct slice text) {
    size_t start = text.size && text.data[0] == '-';
    size_t end = skip_digits(text, start);
    if (end == start || (end > start + 1 && text.data[start] == '0'))
        return false;
    if (end == text.size)
        return true;
    size_t fraction = end + 1;
    return text.data[end] == '.' && fraction < text.size
           && skip_digits(text, fraction) == text.size;
}

void json_put_number(struct json_text *json, const char *key, struct slice text) {
    if (!is_number(text)) {
        json_put_text(json, key, text);
        return;
    }
    json_put_key(json, key);
    buffer_append_slice(json->buffer, text);
}

bool json_put_list(struct json_text *json, const char *key, struct slice cell,
                   struct arena *scratch) {
    struct cell_reader reader = {cell, 0};
    struct slice item;
    json_open(json, key, '[');
    while (cell_next_item(&reader, &item)) {
        if (!cell_unescape(scratch, item, &item))
            return false;
        json_put_text(json, NULL, item);
    }
    json_close(json, ']');
    return true;
}

/* ---- layout --------------------------------------------------------------------------------- */

static void break_line(struct buffer *out, size_t depth) {
    buffer_append_byte(out, '\n');
    for (size_t i = 0; i < depth * INDENT; i++)
        buffer_append_byte(out, ' ');
}

/* The end of the string that begins at `i`. */
static size_t skip_string(struct slice text, size_t i) {
    for (i++; i < text.size && text.data[i] != '"'; i++)
        if (text.data[i] == '\\')
            i++;
    return i < text.size ? i + 1 : text.size;
}

/* The end of the container at `i` when it holds no other and fits into `room` columns laid out on
 * one line; 0 when not. Columns are counted as code points. */
static size_t find_short_end(struct slice text, size_t i, size_t room) {
    size_t used = 0;
    bool in_string = false;
    for (size_t j = i; j < text.size && used <= room; j++) {
        char c = text.data[j];
        used += ((unsigned char)c & 0xC0) != 0x80;
        if (in_string && c == '\\') {
            j++;
            used++;
        } else if (c == '"') {
            in_string = !in_string;
        } else if (!in_string && (c == ',' || c == ':')) {
            used++;
        } else if (!in_string && j > i && (c == '{' || c == '[')) {
            return 0;
        } else if (!in_string && (c == '}' || c == ']')) {
            return used <= room ? j + 1 : 0;
        }
    }
    return 0;
}

static void copy_string(struct buffer *out, struct slice text, size_t *i) {
    size_t end = skip_string(text, *i);
    buffer_append_slice(out, slice_part(text, *i, end));
    *i = end;
}

/* A short container, with a space behind each comma and colon. */
static void copy_line(struct buffer *out, struct slice text, size_t i, size_t end) {
    while (i < end) {
        char c = text.data[i];
        if (c == '"') {
            copy_string(out, text, &i);
            continue;
        }
        buffer_append_byte(out, c);
        if (c == ',' || c == ':')
            buffer_append_byte(out, ' ');
        i++;
    }
}

static size_t count_column(const struct buffer *out) {
    size_t start = out->size, column = 0;
    while (start > 0 && out->data[start - 1] != '\n' && column <= LINE_WIDTH) {
        start--;
        column += ((unsigned char)out->data[start] & 0xC0) != 0x80;
    }
    return column;
}

/* Lays out the container at *i, on one line when it is short and may be. */
static void open_container(struct buffer *out, struct slice text, size_t *i, size_t *depth,
                           bool open) {
    size_t column = count_column(out) + 1;
    size_t end = open || column >= LINE_WIDTH ? 0 : find_short_end(text, *i, LINE_WIDTH - column);
    bool empty = *i + 1 < text.size && (text.data[*i + 1] == ']' || text.data[*i + 1] == '}');
    if (empty)
        end = *i + 2;
    if (end) {
        copy_line(out, text, *i, end);
        *i = end;
        return;
    }
    buffer_append_byte(out, text.data[(*i)++]);
    break_line(out, ++*depth);
}

void json_lay_out(struct buffer *out, struct slice compact, size_t depth, bool open) {
    size_t i = 0;
    while (i < compact.size) {
        char c = compact.data[i];
        if (c == '"') {
            copy_string(out, compact, &i);
        } else if (c == '{' || c == '[') {
            open_container(out, compact, &i, &depth, open && i == 0);
        } else if (c == '}' || c == ']') {
            break_line(out, --depth);
            buffer_append_byte(out, compact.data[i++]);
        } else {
            buffer_append_byte(out, compact.data[i++]);
            if (c == ',')
                break_line(out, depth);
            else if (c == ':')
                buffer_append_byte(out, ' ');
        }
    }
}
