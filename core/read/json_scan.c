/* The scanner: bytes, white space, values. Keys stand in json_keys.c.
 *
 * Invariant: line and line_offset belong to `position`; the text of the value being cut is `text`
 * followed by block.data[copied, position). Recursion is bounded by JSON_DEPTH_MAX. */
#include "json_scan.h"

#include <stdarg.h>
#include <stdlib.h>

#include "../base/number.h"
#include "json_keys.h"

/* cJSON cuts longer numbers. */
enum { NUMBER_TEXT_MAX = 60 };

enum status json_scan_open(struct json_scan *scan, struct input *input, struct error *error) {
    *scan = (struct json_scan){.error = error, .line = 1, .after_cr = UINT64_MAX};
    buffer_init(&scan->text);
    buffer_init(&scan->key_text);
    scan->status = block_open(&scan->block, input, error);
    json_scan_peek(scan);
    return scan->status;
}

void json_scan_free(struct json_scan *scan) {
    block_free(&scan->block);
    buffer_free(&scan->text);
    buffer_free(&scan->key_text);
    free(scan->starts);
    free(scan->keys);
}

/* ---- Faults -------------------------------------------------------------------------------- */

static uint64_t offset_here(const struct json_scan *scan) {
    return scan->block.offset + scan->position;
}

static struct json_place place_here(const struct json_scan *scan) {
    return (struct json_place){offset_here(scan), scan->line_offset, scan->line};
}

static void locate_fault(struct json_scan *scan, struct json_place place) {
    error_locate(scan->error, scan->block.input->name, place.line,
                 (long)(place.offset - place.line_offset) + 1);
}

bool json_scan_fail(struct json_scan *scan, struct json_place place, const char *format, ...) {
    if (scan->status != STATUS_OK)
        return false;
    char message[sizeof scan->error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    scan->status = error_set(scan->error, STATUS_BAD_INPUT, "%s", message);
    locate_fault(scan, place);
    return false;
}

static bool fail_advised(struct json_scan *scan, struct json_place place, const char *message,
                         const char *remedy) {
    if (scan->status != STATUS_OK)
        return false;
    json_scan_fail(scan, place, "%s", message);
    error_advise(scan->error, "%s", remedy);
    return false;
}

bool json_scan_limit(struct json_scan *scan, struct json_place place, int limit, const char *what) {
    json_scan_fail(scan, place, "more than %d %s", limit, what);
    error_advise(scan->error, "no record is that large: is this the right file?");
    return false;
}

static bool fail_memory(struct json_scan *scan) {
    if (scan->status == STATUS_OK)
        scan->status = error_set(scan->error, STATUS_NO_MEMORY, "out of memory");
    return false;
}

/* What stands here instead of what should. */
static bool fail_expected(struct json_scan *scan, const char *expected, int found) {
    if (found == JSON_END)
        return fail_advised(scan, place_here(scan), "the text ends in the middle of a value",
                            "it seems to have been cut short: export or copy it again");
    if (found > 0x20 && found < 0x7F)
        return json_scan_fail(scan, place_here(scan), "%s expected, not '%c'", expected,
                              (char)found);
    return json_scan_fail(scan, place_here(scan), "%s expected, not byte 0x%02X", expected,
                          (unsigned)found);
}

/* ---- Bytes --------------------------------------------------------------------------------- */

/* Puts what was looked at into the text of the value. */
static bool copy_text(struct json_scan *scan) {
    size_t size = scan->position - scan->copied;
    if (!scan->cutting || scan->status != STATUS_OK)
        return scan->status == STATUS_OK;
    if (size > JSON_RECORD_MAX - scan->text.size)
        return json_scan_limit(scan, place_here(scan), JSON_RECORD_MAX, "bytes in one value");
    buffer_append(&scan->text, scan->block.data + scan->copied, size);
    scan->copied = scan->position;
    return buffer_failed(&scan->text) ? fail_memory(scan) : true;
}

/* The next block; false at the end and after a fault. */
static bool load_block(struct json_scan *scan) {
    bool first = !scan->block.started;
    if (scan->status != STATUS_OK || !copy_text(scan))
        return false;
    scan->status = block_next(&scan->block, scan->error);
    scan->position = scan->copied = 0;
    if (first)
        scan->line_offset = scan->block.offset;
    if (scan->status == STATUS_BAD_INPUT)
        locate_fault(scan, place_here(scan));
    return scan->status == STATUS_OK && scan->block.size > 0;
}

static inline int peek_byte(struct json_scan *scan) {
    if (scan->position == scan->block.size && !load_block(scan))
        return JSON_END;
    return scan->status == STATUS_OK ? (unsigned char)scan->block.data[scan->position] : JSON_END;
}

/* Counts the CR or LF at `position` and takes it. */
static bool take_newline(struct json_scan *scan, int c) {
    uint64_t offset = offset_here(scan);
    if (scan->one_line && scan->depth > 0)
        return fail_advised(scan, place_here(scan), "the line ends inside an object",
                            "JSON Lines has one whole object on each line");
    if (c == '\r')
        scan->after_cr = offset + 1;
    if (c == '\r' || offset != scan->after_cr)
        scan->line++;
    scan->line_offset = offset + 1;
    scan->position++;
    return true;
}

static int skip_space(struct json_scan *scan) {
    for (;;) {
        int c = peek_byte(scan);
        if (c == ' ' || c == '\t')
            scan->position++;
        else if ((c != '\n' && c != '\r') || !take_newline(scan, c))
            return scan->status == STATUS_OK ? c : JSON_END;
    }
}

/* ---- Strings ------------------------------------------------------------------------------- */

static void skip_plain(struct json_scan *scan) {
    const char *data = scan->block.data;
    size_t i = scan->position, end = scan->block.size;
    while (i < end && data[i] != '"' && data[i] != '\\' && (unsigned char)data[i] >= 0x20)
        i++;
    scan->position = i;
}

static int hex_value(int c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Four digits behind \u; -1 when they are none. */
static long scan_hex(struct json_scan *scan) {
    long unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_value(peek_byte(scan));
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
        scan->position++;
    }
    return unit;
}

static bool take_byte(struct json_scan *scan, int c) {
    if (peek_byte(scan) != c)
        return false;
    scan->position++;
    return true;
}

/* Behind \u: a code point, of which the half in a surrogate pair needs its other half. */
static bool scan_unicode(struct json_scan *scan, struct json_place place) {
    long unit = scan_hex(scan);
    if (unit < 0)
        return fail_advised(scan, place, "\\u needs four hexadecimal digits",
                            "a backslash is written as \\\\");
    if (unit == 0)
        return fail_advised(scan, place, "\\u0000 is a character that no text here can hold",
                            "leave it out");
    if (unit < 0xD800 || unit > 0xDFFF)
        return true;
    if (unit < 0xDC00 && take_byte(scan, '\\') && take_byte(scan, 'u')) {
        unit = scan_hex(scan);
        if (unit >= 0xDC00 && unit <= 0xDFFF)
            return true;
    }
    return fail_advised(scan, place, "half of a surrogate pair without the other half",
                        "write the character itself, or both halves");
}

static bool scan_escape(struct json_scan *scan) {
    struct json_place place = place_here(scan);
    scan->position++;
    int c = peek_byte(scan);
    if (c == JSON_END)
        return fail_expected(scan, "an escape", c);
    if (!strchr("\"\\/bfnrtu", c))
        return fail_advised(scan, place, "an escape that JSON does not have",
                            "a backslash is written as \\\\");
    scan->position++;
    return c != 'u' || scan_unicode(scan, place);
}

/* From the opening quote to behind the closing one. */
static bool scan_string(struct json_scan *scan) {
    scan->position++;
    for (;;) {
        skip_plain(scan);
        int c = peek_byte(scan);
        if (c == '"') {
            scan->position++;
            return true;
        }
        if (c == '\\') {
            if (!scan_escape(scan))
                return false;
        } else if (c == JSON_END) {
            return fail_expected(scan, "a closing quote", c);
        } else if (c < 0x20) {
            json_scan_fail(scan, place_here(scan), "control character 0x%02X inside a string",
                           (unsigned)c);
            error_advise(scan->error, "write it as an escape, such as \\n or \\t");
            return false;
        }
    }
}

/* ---- Numbers, literals --------------------------------------------------------------------- */

static size_t skip_digits(struct json_scan *scan) {
    size_t count = 0;
    for (int c = peek_byte(scan); c >= '0' && c <= '9'; c = peek_byte(scan)) {
        scan->position++;
        count++;
    }
    return count;
}

/* -?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)? */
static bool skip_number(struct json_scan *scan) {
    take_byte(scan, '-');
    bool zero = peek_byte(scan) == '0';
    size_t digits = skip_digits(scan);
    if (digits == 0 || (zero && digits > 1))
        return false;
    if (take_byte(scan, '.') && skip_digits(scan) == 0)
        return false;
    if (!take_byte(scan, 'e') && !take_byte(scan, 'E'))
        return true;
    if (!take_byte(scan, '+'))
        take_byte(scan, '-');
    return skip_digits(scan) > 0;
}

static bool check_number(struct json_scan *scan, struct json_place place, struct slice text) {
    double value;
    if (text.size <= NUMBER_TEXT_MAX && number_parse(text, &value))
        return true;
    struct slice shown = slice_part(text, 0, NUMBER_TEXT_MAX);
    json_scan_fail(scan, place, "the number %.*s%s cannot be kept", (int)shown.size, shown.data,
                   shown.size < text.size ? "…" : "");
    error_advise(scan->error,
                 "numbers lie between 1e-15 and 1e15; write others in quotes, as text");
    return false;
}

static bool scan_number(struct json_scan *scan) {
    struct json_place place = place_here(scan);
    if (!copy_text(scan))
        return false;
    size_t start = scan->text.size;
    if (!skip_number(scan))
        return fail_advised(scan, place, "a number that is not written as JSON has it",
                            "no leading zeros, a digit on both sides of the point: 0.5, 10, 1e6");
    if (!copy_text(scan))
        return false;
    return check_number(scan, place, slice_part(buffer_slice(&scan->text), start, scan->text.size));
}

static bool scan_literal(struct json_scan *scan, const char *word) {
    struct json_place place = place_here(scan);
    for (const char *c = word; *c; c++) {
        if (take_byte(scan, *c))
            continue;
        if (peek_byte(scan) == JSON_END)
            return fail_expected(scan, word, JSON_END);
        return json_scan_fail(scan, place, "a word that JSON does not have: %s expected", word);
    }
    return true;
}

/* ---- Values -------------------------------------------------------------------------------- */

static bool scan_any(struct json_scan *scan);

static bool note_start(struct json_scan *scan) {
    if (scan->start_count == JSON_VALUES_MAX)
        return json_scan_limit(scan, place_here(scan), JSON_VALUES_MAX, "values in one record");
    if (scan->start_count == scan->start_capacity) {
        size_t capacity = scan->start_capacity ? scan->start_capacity * 2 : 64;
        uint32_t *starts = realloc(scan->starts, capacity * sizeof *starts);
        if (!starts)
            return fail_memory(scan);
        scan->starts = starts;
        scan->start_capacity = capacity;
    }
    size_t offset = scan->text.size + (scan->position - scan->copied);
    scan->starts[scan->start_count++] = (uint32_t)offset;
    return true;
}

/* A bracket that opens, or one that closes. */
static bool enter_depth(struct json_scan *scan) {
    if (scan->depth == JSON_DEPTH_MAX)
        return json_scan_limit(scan, place_here(scan), JSON_DEPTH_MAX, "brackets in one another");
    scan->position++;
    scan->depth++;
    return true;
}

static void leave_depth(struct json_scan *scan) {
    scan->position++;
    scan->depth--;
}

bool json_scan_more(struct json_scan *scan, char close, bool *first) {
    int c = skip_space(scan);
    bool was_first = *first;
    *first = false;
    if (c == close || scan->status != STATUS_OK)
        return false;
    if (was_first)
        return true;
    if (c != ',')
        return fail_expected(scan, close == ']' ? "',' or ']'" : "',' or '}'", c);
    struct json_place comma = place_here(scan);
    scan->position++;
    if (skip_space(scan) == close)
        return fail_advised(scan, comma, "a comma with nothing behind it", "remove it");
    return scan->status == STATUS_OK;
}

static bool scan_array(struct json_scan *scan) {
    bool first = true;
    if (!enter_depth(scan))
        return false;
    while (json_scan_more(scan, ']', &first))
        if (!scan_any(scan))
            return false;
    if (scan->status == STATUS_OK)
        leave_depth(scan);
    return scan->status == STATUS_OK;
}

/* At what stands in the place of a string. */
static bool refuse_string(struct json_scan *scan, int c) {
    if (c != '\'')
        return fail_expected(scan, "a key in quotes", c);
    return fail_advised(scan, place_here(scan), "a string in single quotes",
                        "JSON has double quotes: \"text\"");
}

static bool take_colon(struct json_scan *scan) {
    int c = skip_space(scan);
    if (c != ':')
        return fail_expected(scan, "':'", c);
    scan->position++;
    return true;
}

/* "key": and the value, in an object whose keys begin at `first_key`. */
static bool scan_member(struct json_scan *scan, size_t first_key) {
    int c = skip_space(scan);
    struct json_place place = place_here(scan);
    if (c != '"')
        return refuse_string(scan, c);
    if (!copy_text(scan))
        return false;
    size_t start = scan->text.size;
    if (!scan_string(scan) || !copy_text(scan))
        return false;
    /* Without its quotes. */
    struct slice raw = slice_part(buffer_slice(&scan->text), start + 1, scan->text.size - 1);
    return json_keys_add(scan, first_key, raw, place) && take_colon(scan) && scan_any(scan);
}

static bool scan_object(struct json_scan *scan) {
    struct json_keys_mark mark = json_keys_mark(scan);
    bool first = true;
    if (!enter_depth(scan))
        return false;
    while (json_scan_more(scan, '}', &first))
        if (!scan_member(scan, mark.count))
            return false;
    json_keys_rewind(scan, mark);
    if (scan->status == STATUS_OK)
        leave_depth(scan);
    return scan->status == STATUS_OK;
}

static bool refuse_value(struct json_scan *scan, int c) {
    if (c == 'N' || c == 'I')
        return fail_advised(scan, place_here(scan), "NaN and Infinity are no numbers in JSON",
                            "leave the value out, or write null");
    return c == '\'' ? refuse_string(scan, c) : fail_expected(scan, "a value", c);
}

static bool scan_any(struct json_scan *scan) {
    int c = skip_space(scan);
    if (scan->status != STATUS_OK || !note_start(scan))
        return false;
    switch (c) {
    case '{': return scan_object(scan);
    case '[': return scan_array(scan);
    case '"': return scan_string(scan);
    case 't': return scan_literal(scan, "true");
    case 'f': return scan_literal(scan, "false");
    case 'n': return scan_literal(scan, "null");
    default: break;
    }
    return c == '-' || (c >= '0' && c <= '9') ? scan_number(scan) : refuse_value(scan, c);
}

/* ---- What the readers call ----------------------------------------------------------------- */

int json_scan_peek(struct json_scan *scan) {
    return skip_space(scan);
}

bool json_scan_take(struct json_scan *scan, char sign) {
    int c = skip_space(scan);
    if (c != sign)
        return fail_expected(scan, (char[]){'\'', sign, '\'', '\0'}, c);
    scan->position++;
    return true;
}

static void begin_cut(struct json_scan *scan) {
    buffer_clear(&scan->text);
    buffer_clear(&scan->key_text);
    scan->start_count = scan->key_count = 0;
    scan->copied = scan->position;
    scan->cutting = true;
}

static bool end_cut(struct json_scan *scan, bool good) {
    good = good && copy_text(scan);
    scan->cutting = false;
    return good;
}

bool json_scan_key(struct json_scan *scan, struct slice *key) {
    int c = skip_space(scan);
    if (c != '"')
        return refuse_string(scan, c);
    begin_cut(scan);
    if (!end_cut(scan, scan_string(scan)))
        return false;
    json_keys_decode(slice_part(buffer_slice(&scan->text), 1, scan->text.size - 1),
                     &scan->key_text);
    *key = buffer_slice(&scan->key_text);
    return buffer_failed(&scan->key_text) ? fail_memory(scan) : take_colon(scan);
}

bool json_scan_value(struct json_scan *scan, struct json_value *value) {
    skip_space(scan);
    struct json_place place = place_here(scan);
    begin_cut(scan);
    if (!end_cut(scan, scan_any(scan)))
        return false;
    *value = (struct json_value){.text = buffer_slice(&scan->text),
                                 .starts = scan->starts,
                                 .count = scan->start_count,
                                 .line = place.line,
                                 .column = (long)(place.offset - place.line_offset) + 1,
                                 .last_line = scan->line};
    return true;
}

bool json_scan_finish(struct json_scan *scan) {
    if (skip_space(scan) == JSON_END)
        return scan->status == STATUS_OK;
    return fail_advised(scan, place_here(scan), "something stands behind the end of the document",
                        "a file holds one document; remove what follows it");
}

struct json_place json_scan_place(struct json_scan *scan) {
    skip_space(scan);
    return place_here(scan);
}

bool json_scan_go(struct json_scan *scan, struct json_place place) {
    if (scan->status == STATUS_OK && place.offset < scan->block.offset) {
        scan->status = block_rewind(&scan->block, scan->error);
        scan->position = scan->copied = 0;
    }
    while (scan->status == STATUS_OK && place.offset >= scan->block.offset + scan->block.size) {
        scan->position = scan->block.size;
        if (!load_block(scan))
            return fail_advised(scan, place, "the file has changed while it was read", "try again");
    }
    scan->position = scan->copied = (size_t)(place.offset - scan->block.offset);
    scan->line = place.line;
    scan->line_offset = place.line_offset;
    return scan->status == STATUS_OK;
}

void json_value_locate(struct json_value *value, size_t offset, long *line, long *column) {
    const char *text = value->text.data;
    if (offset < value->at)
        value->at = value->at_line_start = 0;
    if (value->at == 0)
        value->at_line = value->line;
    for (size_t i = value->at; i < offset; i++) {
        if (text[i] != '\n' && text[i] != '\r')
            continue;
        value->at_line_start = i + 1;
        value->at_line += text[i] == '\r' || i == 0 || text[i - 1] != '\r';
    }
    value->at = offset;
    *line = value->at_line;
    *column = (long)(offset - value->at_line_start) + (value->at_line_start ? 1 : value->column);
}
