/* JSON text (RFC 8259), made in one pass: compact, and laid out for people where they read it. */
#ifndef DETENTE_WRITE_JSON_TEXT_H
#define DETENTE_WRITE_JSON_TEXT_H

#include "../base/arena.h"
#include "../base/buffer.h"

/* Compact text being appended. Start with {buffer, false}. */
struct json_text {
    struct buffer *buffer;
    bool comma; /* a value stands before */
};

/* In an object each value has a key; in an array the key is NULL. */
void json_open(struct json_text *json, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json_text *json, char bracket);                 /* '}' or ']' */
/* The comma and the key; the value, compact JSON, is then appended to the buffer. */
void json_put_key(struct json_text *json, const char *key);
void json_put_text(struct json_text *json, const char *key, struct slice text);
void json_put_bool(struct json_text *json, const char *key, bool value);
void json_put_integer(struct json_text *json, const char *key, int64_t value);
/* A number is written as it stands; what is no JSON number becomes a string. */
void json_put_number(struct json_text *json, const char *key, struct slice text);
/* A list cell as an array of texts; escapes go in `scratch`. False when memory is out. */
bool json_put_list(struct json_text *json, const char *key, struct slice cell,
                   struct arena *scratch);
/* The same for a key that is no constant. */
void json_put_named(struct json_text *json, struct slice key, struct slice text);

/* Appends compact text laid out: two spaces per level from `depth` on, a key to a line; an array or
 * object without others inside stands on one line where it is short, unless it is the outermost and
 * `open` asks for lines. */
void json_lay_out(struct buffer *out, struct slice compact, size_t depth, bool open);

#endif
