/* UTF-8 (RFC 3629): decoding, checking, encoding. Folding stands in utf8_fold.c, width in
 * utf8_width.c. */
#include "utf8.h"

/* Length of the sequence that a lead byte opens, 0 when it opens none, and the smallest code point
 * that needs that length: what is below is overlong. */
static size_t sequence_size(unsigned char lead, uint32_t *smallest) {
    if (lead >= 0xC2 && lead <= 0xDF) {
        *smallest = 0x80;
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        *smallest = 0x800;
        return 3;
    }
    *smallest = 0x10000;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool is_scalar(uint32_t code_point) {
    return code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

/* A sequence of two bytes and more at `bytes`; its size, or 0 when it is ill-formed. */
static size_t decode_sequence(const unsigned char *bytes, size_t left, uint32_t *code_point) {
    uint32_t smallest;
    size_t size = sequence_size(bytes[0], &smallest);
    if (size == 0 || size > left)
        return 0;
    uint32_t value = bytes[0] & (0xFFU >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (bytes[i] & 0x3FU);
    }
    *code_point = value;
    return value >= smallest && is_scalar(value) ? size : 0;
}

bool utf8_next(struct slice text, size_t *position, uint32_t *code_point) {
    if (*position >= text.size)
        return false;
    const unsigned char *bytes = (const unsigned char *)text.data + *position;
    if (bytes[0] < 0x80) {
        *code_point = bytes[0];
        (*position)++;
        return true;
    }
    size_t size = decode_sequence(bytes, text.size - *position, code_point);
    *position += size;
    return size > 0;
}

/* Most text is ASCII: eight bytes at a time. */
static size_t skip_ascii(struct slice text, size_t position) {
    const uint64_t high_bits = UINT64_C(0x8080808080808080);
    while (text.size - position >= sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, text.data + position, sizeof word);
        if (word & high_bits)
            break;
        position += sizeof word;
    }
    while (position < text.size && (unsigned char)text.data[position] < 0x80)
        position++;
    return position;
}

size_t utf8_validate(struct slice text) {
    size_t position = 0;
    uint32_t code_point;
    while ((position = skip_ascii(text, position)) < text.size)
        if (!utf8_next(text, &position, &code_point))
            return position;
    return position;
}

size_t utf8_encode(uint32_t code_point, char out[UTF8_SIZE]) {
    if (!is_scalar(code_point))
        code_point = 0xFFFD;
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code_point >>= 6)
        out[i] = (char)(0x80 | (code_point & 0x3F));
    out[0] = (char)((0xF00U >> size & 0xFF) | code_point);
    return size;
}

void utf8_append(struct buffer *buffer, uint32_t code_point) {
    char bytes[UTF8_SIZE];
    buffer_append(buffer, bytes, utf8_encode(code_point, bytes));
}
