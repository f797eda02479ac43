/* The keys of the objects that a scanner stands in: what finds a key that is there twice. */
#ifndef DETENTE_READ_JSON_KEYS_H
#define DETENTE_READ_JSON_KEYS_H

#include "json_scan.h"

struct json_keys_mark {
    size_t count, text_size;
};

/* Appends a string's text without its escapes; `raw` stands between the quotes and is checked. */
void json_keys_decode(struct slice raw, struct buffer *out);
/* Adds a key to the object whose keys begin at `first`; false when it has it already. */
bool json_keys_add(struct json_scan *scan, size_t first, struct slice raw, struct json_place place);
/* Where an object's keys begin, and back there at its end. */
struct json_keys_mark json_keys_mark(const struct json_scan *scan);
void json_keys_rewind(struct json_scan *scan, struct json_keys_mark mark);

#endif
