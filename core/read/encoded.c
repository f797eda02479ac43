/* Bytes of other encodings, read as UTF-8. */
#include "encoded.h"

void encoded_begin(struct encoded_input *encoded, struct input *inner, enum text_encoding encoding, struct input *input) {
    encoded->inner = inner;
    encoded->encoding = encoding;
    *input = *inner;
}

enum text_encoding encoding_find(struct slice name) { return slice_is(name, "utf-8") ? ENCODING_UTF8 : TEXT_ENCODINGS; }

const char *encoding_name(enum text_encoding encoding) { return encoding == ENCODING_UTF8 ? "utf-8" : ""; }
