/* A growable run of bytes that fails stickily. Invariant: size <= capacity, data is NULL only while
 * capacity is 0; after a failure nothing is appended any more and what stands stays readable. */
#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "number.h"

enum { CAPACITY_SMALLEST = 64 };

void buffer_init(struct buffer *buffer) {
    *buffer = (struct buffer){NULL, 0, 0, false};
}

void buffer_free(struct buffer *buffer) {
    free(buffer->data);
    buffer_init(buffer);
}

static bool grow_data(struct buffer *buffer, size_t more) {
    if (more > PTRDIFF_MAX - buffer->size)
        return false;
    size_t need = buffer->size + more;
    size_t capacity = buffer->capacity ? buffer->capacity : CAPACITY_SMALLEST;
    while (capacity < need)
        capacity = capacity > PTRDIFF_MAX / 2 ? PTRDIFF_MAX : capacity * 2;
    char *data = realloc(buffer->data, capacity);
    if (!data)
        return false;
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

char *buffer_reserve(struct buffer *buffer, size_t more) {
    if (buffer->failed)
        return NULL;
    if (!buffer->data || buffer->capacity - buffer->size < more)
        buffer->failed = !grow_data(buffer, more);
    return buffer->failed ? NULL : buffer->data + buffer->size;
}

void buffer_append(struct buffer *buffer, const char *data, size_t size) {
    if (size == 0)
        return;
    char *room = buffer_reserve(buffer, size);
    if (!room)
        return;
    memcpy(room, data, size);
    buffer->size += size;
}

void buffer_append_slice(struct buffer *buffer, struct slice text) {
    buffer_append(buffer, text.data, text.size);
}

void buffer_append_text(struct buffer *buffer, const char *text) {
    buffer_append(buffer, text, strlen(text));
}

void buffer_append_byte(struct buffer *buffer, char byte) {
    char *room = buffer_reserve(buffer, 1);
    if (!room)
        return;
    *room = byte;
    buffer->size++;
}

void buffer_append_integer(struct buffer *buffer, int64_t value) {
    char digits[NUMBER_SIZE];
    buffer_append(buffer, digits, number_format_integer(value, digits));
}

void buffer_append_number(struct buffer *buffer, double value) {
    char digits[NUMBER_SIZE];
    buffer_append(buffer, digits, number_format(value, digits));
}

static bool needs_json_escape(char c) {
    return c == '"' || c == '\\' || (unsigned char)c < 0x20;
}

static void append_json_escape(struct buffer *buffer, char c) {
    static const char plain[] = "\"\\\b\f\n\r\t", named[] = "\"\\bfnrt", hex[] = "0123456789abcdef";
    const char *found = c ? strchr(plain, c) : NULL;
    if (found) {
        buffer_append(buffer, (char[]){'\\', named[found - plain]}, 2);
        return;
    }
    buffer_append(buffer, (char[]){'\\', 'u', '0', '0', hex[c >> 4 & 15], hex[c & 15]}, 6);
}

void buffer_append_json(struct buffer *buffer, struct slice text) {
    buffer_append_byte(buffer, '"');
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (!needs_json_escape(text.data[i]))
            continue;
        buffer_append_slice(buffer, slice_part(text, start, i));
        append_json_escape(buffer, text.data[i]);
        start = i + 1;
    }
    buffer_append_slice(buffer, slice_part(text, start, text.size));
    buffer_append_byte(buffer, '"');
}

void buffer_append_format(struct buffer *buffer, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        buffer->failed = true;
    char *room = size < 0 ? NULL : buffer_reserve(buffer, (size_t)size + 1);
    if (room) {
        vsnprintf(room, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
}
