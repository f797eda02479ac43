/* An input in an encoding of its own, read as UTF-8. Knows no tables.
 *
 * ISO 8859-1 and Windows-1252 have a character for (nearly) every byte, so nothing tells that a file is
 * in them but who made it; UTF-16 is told by its byte order mark. */
#ifndef DETENTE_READ_ENCODED_H
#define DETENTE_READ_ENCODED_H

#include "input.h"

enum text_encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_WINDOWS1252, ENCODING_UTF16, ENCODING_UTF8_MOSTLY, TEXT_ENCODINGS };

struct encoded_input {
    struct input *inner; /* borrowed */
    enum text_encoding encoding;
    unsigned char pending[8]; /* bytes read and not decoded yet */
    size_t pending_size;
    char ready[16384]; /* decoded, not handed out yet */
    size_t ready_at, ready_size;
    bool big_endian, begun, ended;
    bool faulty; /* what is pending is no character; told once all before it is handed out */
    uint64_t offset; /* in the inner input, of the next byte to decode: for messages */
};

/* `input` reads from `inner` then, in UTF-8; both must outlive it. ENCODING_UTF8: `input` is `inner` as it is. Reading is
 * BAD_INPUT where the bytes are none of that encoding (an odd number, a lone surrogate, one of the five bytes that
 * Windows-1252 lacks, the byte order mark of UTF-8 before one-byte characters), after all that stands before them. */
void encoded_begin(struct encoded_input *encoded, struct input *inner, enum text_encoding encoding, struct input *input);
/* "utf-8", "latin-1", "windows-1252", "utf-16", "utf-8-mostly" (a byte that is no UTF-8 is one of Windows-1252, else of
 * latin-1); TEXT_ENCODINGS when none. Case and hyphens aside; iso-8859-1 and cp1252 are names too. */
enum text_encoding encoding_find(struct slice name);
const char *encoding_name(enum text_encoding encoding);

#endif
