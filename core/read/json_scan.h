/* A strict scanner over JSON text (RFC 8259): checks every byte and cuts the stream into values,
 * one at a time, without building anything. It knows lines and columns, and nothing of records.
 *
 * What it refuses beyond the grammar: depth above JSON_DEPTH_MAX, a key twice in one object
 * (compared without escapes), lone surrogates, \u0000, numbers that number.h does not hold, and
 * values that are too large to be held (JSON_RECORD_MAX bytes, JSON_VALUES_MAX values,
 * JSON_KEYS_MAX keys). */
#ifndef DETENTE_READ_JSON_SCAN_H
#define DETENTE_READ_JSON_SCAN_H

#include "block.h"
#include "json.h"

enum { JSON_VALUES_MAX = 1 << 18, JSON_KEYS_MAX = 1024, JSON_END = -1 };

/* A value as it was written; borrowed until the next one is read. */
struct json_value {
    struct slice text;
    /* Where each value in it begins in `text`, in the order of the text, itself first: what a walk
     * over the tree parent first finds again. */
    const uint32_t *starts;
    size_t count;
    long line, column; /* of its first byte */
    long last_line;
    /* Where json_value_locate stopped, so that asking for one place after the other is one walk. */
    size_t at, at_line_start;
    long at_line;
};

struct json_place {
    uint64_t offset, line_offset;
    long line;
};

/* Fails stickily: after a fault every call says so, and `error` has place and message. */
struct json_scan {
    struct block block;
    struct error *error;
    enum status status;
    size_t position;      /* in the block: the next byte */
    size_t copied;        /* block bytes before it are in `text`, or belong to no value */
    long line;            /* at `position` */
    uint64_t line_offset; /* where that line begins in the input */
    uint64_t after_cr;    /* behind the last CR: a LF there opens no new line */
    int depth;
    bool one_line; /* JSON Lines: no line end inside a value */
    bool cutting;  /* inside a value */

    struct buffer text; /* of the value, up to `copied` */
    uint32_t *starts;
    size_t start_count, start_capacity;
    struct json_key *keys; /* of the objects that are open */
    size_t key_count, key_capacity;
    struct buffer key_text;
};

/* Must be freed in any case. */
enum status json_scan_open(struct json_scan *scan, struct input *input, struct error *error);
void json_scan_free(struct json_scan *scan);

/* The next byte that is no white space, not yet taken; JSON_END at the end and after a fault. */
int json_scan_peek(struct json_scan *scan);
/* Takes that byte, which must be this one. */
bool json_scan_take(struct json_scan *scan, char sign);
/* After `open`: true while there is another item before `close`, at which the scanner then stands.
 * `first` is true for the first call. */
bool json_scan_more(struct json_scan *scan, char close, bool *first);
/* A key with its colon, without escapes; borrowed until the next call. */
bool json_scan_key(struct json_scan *scan, struct slice *key);
/* Any one value. */
bool json_scan_value(struct json_scan *scan, struct json_value *value);
/* Nothing but white space may follow. */
bool json_scan_finish(struct json_scan *scan);

/* Where the next byte stands, and back (or forward) to such a place. */
struct json_place json_scan_place(struct json_scan *scan);
bool json_scan_go(struct json_scan *scan, struct json_place place);
/* Fails at a place, and returns false. */
bool json_scan_fail(struct json_scan *scan, struct json_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Fails because there is more than `limit` of something. */
bool json_scan_limit(struct json_scan *scan, struct json_place place, int limit, const char *what);

/* The place of the byte at `offset` of a value's text. */
void json_value_locate(struct json_value *value, size_t offset, long *line, long *column);

#endif
