/* Keys are kept on a stack, without escapes, while their object is open. They are compared by hash
 * one after the other: objects are small, and JSON_KEYS_MAX bounds what a hostile one can cost. */
#include "json_keys.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/utf8.h"
#include "column.h"

struct json_key {
    uint64_t hash;
    size_t start, size; /* in key_text */
};

static uint32_t decode_hex(const char *digits) {
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        char c = digits[i];
        int value = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        unit = unit << 4 | (uint32_t)value;
    }
    return unit;
}

/* The escape at raw.data[i]; returns its length. */
static size_t decode_escape(struct slice raw, size_t i, struct buffer *out) {
    static const char named[] = "bfnrt", meant[] = "\b\f\n\r\t";
    char c = raw.data[i + 1];
    if (c != 'u') {
        const char *found = strchr(named, c);
        buffer_append_byte(out, found ? meant[found - named] : c);
        return 2;
    }
    uint32_t unit = decode_hex(raw.data + i + 2);
    if (unit < 0xD800 || unit > 0xDBFF) {
        utf8_append(out, unit);
        return 6;
    }
    uint32_t low = decode_hex(raw.data + i + 8);
    utf8_append(out, 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00)));
    return 12;
}

void json_keys_decode(struct slice raw, struct buffer *out) {
    size_t start = 0, i = 0;
    while ((i = start + slice_find(slice_part(raw, start, raw.size), '\\')) < raw.size) {
        buffer_append_slice(out, slice_part(raw, start, i));
        start = i + decode_escape(raw, i, out);
    }
    buffer_append_slice(out, slice_part(raw, start, raw.size));
}

static struct slice key_name(const struct json_scan *scan, const struct json_key *key) {
    return (struct slice){buffer_slice(&scan->key_text).data + key->start, key->size};
}

static bool reserve_key(struct json_scan *scan) {
    if (scan->key_count < scan->key_capacity)
        return true;
    size_t capacity = scan->key_capacity ? scan->key_capacity * 2 : 64;
    struct json_key *keys = realloc(scan->keys, capacity * sizeof *keys);
    if (!keys)
        return false;
    scan->keys = keys;
    scan->key_capacity = capacity;
    return true;
}

static bool has_key(const struct json_scan *scan, size_t first, const struct json_key *key) {
    for (size_t i = first; i < scan->key_count; i++)
        if (scan->keys[i].hash == key->hash &&
            slice_equals(key_name(scan, &scan->keys[i]), key_name(scan, key)))
            return true;
    return false;
}

static bool refuse_duplicate(struct json_scan *scan, struct slice name, struct json_place place) {
    json_scan_fail(scan, place, "the key \"%s\" stands twice in one object",
                   column_show(name).text);
    error_advise(scan->error, "remove or rename one of them");
    return false;
}

bool json_keys_add(struct json_scan *scan, size_t first, struct slice raw,
                   struct json_place place) {
    struct json_key key = {.start = scan->key_text.size};
    json_keys_decode(raw, &scan->key_text);
    if (!reserve_key(scan) || buffer_failed(&scan->key_text)) {
        scan->status = error_set(scan->error, STATUS_NO_MEMORY, "out of memory");
        return false;
    }
    key.size = scan->key_text.size - key.start;
    key.hash = hash_text(key_name(scan, &key));
    if (has_key(scan, first, &key))
        return refuse_duplicate(scan, key_name(scan, &key), place);
    if (scan->key_count - first == JSON_KEYS_MAX)
        return json_scan_limit(scan, place, JSON_KEYS_MAX, "keys in one object");
    scan->keys[scan->key_count++] = key;
    return true;
}

struct json_keys_mark json_keys_mark(const struct json_scan *scan) {
    return (struct json_keys_mark){scan->key_count, scan->key_text.size};
}

void json_keys_rewind(struct json_scan *scan, struct json_keys_mark mark) {
    scan->key_count = mark.count;
    scan->key_text.size = mark.text_size;
}
