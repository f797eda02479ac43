/* Bytes of other encodings, read as UTF-8. One character is decoded at a time from the bytes at hand; what the end of a
 * reading cuts short waits in `pending`.
 *
 * Invariant: ready[ready_at, ready_size) is decoded and not handed out; `offset` is that of pending[0] in the inner
 * input. Source of the bytes 0x80 to 0x9F of Windows-1252: the table of the Unicode Consortium (CP1252.TXT). */
#include "encoded.h"

#include "../base/utf8.h"

enum {
    READING_SIZE = 4096, /* bytes of the inner input at a time; each becomes three at most */
    CHARACTER_MAX = 4,
    MARK_MAX = 3,        /* bytes of a byte order mark */
    CUT_SHORT = 0        /* bytes of a character of which the rest is still to come */
};

/* 0: the five bytes that it lacks. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* ---- names ---- */

static const struct {
    const char *name, *other;
} names[TEXT_ENCODINGS] = {
    [ENCODING_UTF8] = {"utf-8", ""},
    [ENCODING_LATIN1] = {"latin-1", "iso-8859-1"},
    [ENCODING_WINDOWS1252] = {"windows-1252", "cp1252"},
    [ENCODING_UTF16] = {"utf-16", ""},
    [ENCODING_UTF8_MOSTLY] = {"utf-8-mostly", ""},
};

/* Letters and digits only, in lower case; false when there is no room. */
static bool fold_name(struct slice name, char out[24]) {
    size_t size = 0;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        if (c == '-' || c == '_' || c == ' ') continue;
        if (size == 23) return false;
        out[size++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    out[size] = '\0';
    return size > 0;
}

static bool is_named(const char folded[24], const char *name) {
    char other[24];
    return fold_name(slice_from(name), other) && strcmp(folded, other) == 0;
}

enum text_encoding encoding_find(struct slice name) {
    char folded[24];
    if (!fold_name(name, folded)) return TEXT_ENCODINGS;
    for (int i = 0; i < TEXT_ENCODINGS; i++)
        if (is_named(folded, names[i].name) || is_named(folded, names[i].other)) return (enum text_encoding)i;
    return TEXT_ENCODINGS;
}

const char *encoding_name(enum text_encoding encoding) { return encoding < TEXT_ENCODINGS ? names[encoding].name : ""; }

/* ---- one character ---- */

/* The bytes taken from the front of `bytes`, CUT_SHORT, or -1 for what is no character. */
static int decode_one_byte(enum text_encoding encoding, unsigned char byte, uint32_t *character) {
    *character = byte;
    if (byte < 0x80 || byte > 0x9F || encoding == ENCODING_LATIN1) return 1;
    *character = windows_1252[byte - 0x80];
    if (*character) return 1;
    *character = byte;
    return encoding == ENCODING_UTF8_MOSTLY ? 1 : -1;
}

static uint32_t read_unit(const struct encoded_input *encoded, const unsigned char *bytes) {
    return encoded->big_endian ? (uint32_t)bytes[0] << 8 | bytes[1] : (uint32_t)bytes[1] << 8 | bytes[0];
}

static int decode_utf16(const struct encoded_input *encoded, const unsigned char *bytes, size_t size, uint32_t *character) {
    if (size < 2) return CUT_SHORT;
    *character = read_unit(encoded, bytes);
    if (*character < 0xD800 || *character > 0xDFFF) return 2;
    if (*character > 0xDBFF) return -1;
    if (size < 4) return CUT_SHORT;
    uint32_t low = read_unit(encoded, bytes + 2);
    if (low < 0xDC00 || low > 0xDFFF) return -1;
    *character = 0x10000 + ((*character - 0xD800) << 10 | (low - 0xDC00));
    return 4;
}

static size_t sequence_size(unsigned char lead) { return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1; }

/* Could more bytes make a sequence of these? */
static bool is_cut_short(const unsigned char *bytes, size_t size) {
    if (size >= sequence_size(bytes[0])) return false;
    for (size_t i = 1; i < size; i++)
        if ((bytes[i] & 0xC0) != 0x80) return false;
    return true;
}

static int decode_mostly(const struct encoded_input *encoded, const unsigned char *bytes, size_t size, uint32_t *character) {
    struct slice text = {(const char *)bytes, size < CHARACTER_MAX ? size : CHARACTER_MAX};
    size_t at = 0;
    if (!encoded->ended && is_cut_short(bytes, text.size)) return CUT_SHORT;
    if (utf8_next(text, &at, character)) return (int)at;
    return decode_one_byte(ENCODING_UTF8_MOSTLY, bytes[0], character);
}

static int decode(const struct encoded_input *encoded, const unsigned char *bytes, size_t size, uint32_t *character) {
    switch (encoded->encoding) {
    case ENCODING_UTF16: return decode_utf16(encoded, bytes, size, character);
    case ENCODING_UTF8_MOSTLY: return decode_mostly(encoded, bytes, size, character);
    default: return decode_one_byte(encoded->encoding, bytes[0], character);
    }
}

/* ---- reading ---- */

static enum status refuse(const struct encoded_input *encoded, struct error *error) {
    char what[40] = "half a character";
    if (encoded->encoding != ENCODING_UTF16 && encoded->begun) snprintf(what, sizeof what, "byte 0x%02X", encoded->pending[0]);
    if (!encoded->begun) snprintf(what, sizeof what, "the byte order mark of UTF-8");
    error_set(error, STATUS_BAD_INPUT, "%s at offset %llu: the text is not %s", what, (unsigned long long)encoded->offset,
              encoding_name(encoded->encoding));
    error_advise(error, encoded->begun ? "say in the profile how the file is really encoded"
                                       : "say \"encoding\": \"utf-8\" in the profile");
    return STATUS_BAD_INPUT;
}

/* Looks at the first bytes and returns how many of them are a byte order mark. That of UTF-16 says which half of a unit
 * comes first (without one it is the second); that of UTF-8 says that the text is in none of the others. */
static size_t begin(struct encoded_input *encoded, const unsigned char *bytes, size_t size) {
    bool one_byte = encoded->encoding == ENCODING_LATIN1 || encoded->encoding == ENCODING_WINDOWS1252;
    if (encoded->begun || (size < MARK_MAX && !encoded->ended)) return 0;
    encoded->faulty = one_byte && size >= MARK_MAX && memcmp(bytes, "\xEF\xBB\xBF", MARK_MAX) == 0;
    encoded->begun = !encoded->faulty;
    if (encoded->encoding != ENCODING_UTF16 || size < 2) return 0;
    encoded->big_endian = bytes[0] == 0xFE && bytes[1] == 0xFF;
    return encoded->big_endian || (bytes[0] == 0xFF && bytes[1] == 0xFE) ? 2 : 0;
}

/* Decodes all that is whole; the rest becomes pending. */
static void decode_bytes(struct encoded_input *encoded, const unsigned char *bytes, size_t size) {
    size_t at = begin(encoded, bytes, size);
    encoded->offset += at;
    while (at < size && encoded->begun) {
        uint32_t character = 0;
        int taken = decode(encoded, bytes + at, size - at, &character);
        encoded->faulty = taken < 0 || (taken == CUT_SHORT && encoded->ended);
        if (taken == CUT_SHORT || encoded->faulty) break;
        encoded->ready_size += utf8_encode(character, encoded->ready + encoded->ready_size);
        encoded->offset += (uint64_t)taken;
        at += (size_t)taken;
    }
    encoded->pending_size = size - at < sizeof encoded->pending ? size - at : sizeof encoded->pending;
    memcpy(encoded->pending, bytes + at, encoded->pending_size);
}

/* More of the inner input, until something of it is decoded or it ends. */
static enum status fill_ready(struct encoded_input *encoded, struct error *error) {
    unsigned char bytes[sizeof encoded->pending + READING_SIZE];
    encoded->ready_at = encoded->ready_size = 0;
    while (encoded->ready_size == 0 && !encoded->ended && !encoded->faulty) {
        size_t got = 0, held = encoded->pending_size;
        memcpy(bytes, encoded->pending, held);
        enum status status =
            encoded->inner->read(encoded->inner->context, (char *)bytes + held, READING_SIZE, &got, error);
        if (status != STATUS_OK) return status;
        encoded->ended = got == 0;
        decode_bytes(encoded, bytes, held + got);
    }
    return encoded->faulty && encoded->ready_size == 0 ? refuse(encoded, error) : STATUS_OK;
}

static enum status read_encoded(void *context, char *data, size_t size, size_t *got, struct error *error) {
    struct encoded_input *encoded = context;
    *got = 0;
    if (encoded->ready_at == encoded->ready_size) {
        enum status status = fill_ready(encoded, error);
        if (status != STATUS_OK) return status;
    }
    size_t part = encoded->ready_size - encoded->ready_at;
    *got = part < size ? part : size;
    if (*got) memcpy(data, encoded->ready + encoded->ready_at, *got);
    encoded->ready_at += *got;
    return STATUS_OK;
}

static void start(struct encoded_input *encoded) {
    encoded->pending_size = encoded->ready_at = encoded->ready_size = 0;
    encoded->offset = 0;
    encoded->big_endian = encoded->begun = encoded->ended = encoded->faulty = false;
}

static enum status rewind_encoded(void *context, struct error *error) {
    struct encoded_input *encoded = context;
    start(encoded);
    return encoded->inner->rewind(encoded->inner->context, error);
}

void encoded_begin(struct encoded_input *encoded, struct input *inner, enum text_encoding encoding, struct input *input) {
    encoded->inner = inner;
    encoded->encoding = encoding;
    start(encoded);
    *input = *inner;
    if (encoding == ENCODING_UTF8) return;
    *input = (struct input){inner->name, read_encoded, inner->rewind ? rewind_encoded : NULL, encoded};
}
