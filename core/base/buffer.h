/* A growable run of bytes. It fails stickily: append as you like, ask once with buffer_failed. */
#ifndef DETENTE_BASE_BUFFER_H
#define DETENTE_BASE_BUFFER_H

#include <stdint.h>
#include "slice.h"

struct buffer {
    char *data; /* NULL until the first byte */
    size_t size, capacity;
    bool failed; /* memory ran out, or the size would pass the largest one */
};

void buffer_init(struct buffer *buffer);
void buffer_free(struct buffer *buffer);
static inline void buffer_clear(struct buffer *buffer) { buffer->size = 0; }
static inline bool buffer_failed(const struct buffer *buffer) { return buffer->failed; }
static inline struct slice buffer_slice(const struct buffer *buffer) {
    return (struct slice){buffer->data ? buffer->data : "", buffer->size};
}
/* Room for `more` bytes behind the end; NULL when memory is out. Does not move the size. */
char *buffer_reserve(struct buffer *buffer, size_t more);
void buffer_append(struct buffer *buffer, const char *data, size_t size);
void buffer_append_slice(struct buffer *buffer, struct slice text);
void buffer_append_text(struct buffer *buffer, const char *text);
void buffer_append_byte(struct buffer *buffer, char byte);
void buffer_append_integer(struct buffer *buffer, int64_t value);
/* The shortest decimal of up to 15 significant digits, see number.h. */
void buffer_append_number(struct buffer *buffer, double value);
/* A JSON string with its quotes (RFC 8259): escapes ", \ and control characters, leaves the rest of
 * the UTF-8 as it is. */
void buffer_append_json(struct buffer *buffer, struct slice text);
/* printf for messages and layout, not for the bulk of the output. */
void buffer_append_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
