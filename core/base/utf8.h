/* UTF-8 (RFC 3629): strict decoding, names compared without case and accents, terminal width. */
#ifndef DETENTE_BASE_UTF8_H
#define DETENTE_BASE_UTF8_H

#include <stdint.h>
#include "arena.h"
#include "buffer.h"

/* Decodes one code point at *position and moves it on. False at an ill-formed sequence (overlong,
 * surrogate, above U+10FFFF, cut short); the position then stays. */
bool utf8_next(struct slice text, size_t *position, uint32_t *code_point);
/* Position of the first byte that is not well-formed UTF-8, or text.size. NUL is well formed. */
size_t utf8_validate(struct slice text);
/* Writes the bytes of a code point, without a NUL, and returns how many; what is no Unicode scalar
 * value is written as U+FFFD. */
enum { UTF8_SIZE = 4 };
size_t utf8_encode(uint32_t code_point, char out[UTF8_SIZE]);
void utf8_append(struct buffer *buffer, uint32_t code_point);
/* Columns on a terminal: 0 for combining marks and controls, 2 for wide East Asian characters. */
int utf8_width(uint32_t code_point);
size_t utf8_text_width(struct slice text);
/* The key under which names are compared: lower case (Latin, Greek, Cyrillic), accents and
 * combining marks gone, typographic apostrophes and dashes made plain, runs of space, dots, commas
 * and hyphens folded to one space, no space at the ends, and '?' for a byte that is not UTF-8.
 * "Chrétien", "chretien" and "CHRETIEN" are one; "U.S." and "US" are not the same key but "u s" and
 * "us". False when memory is out. */
bool utf8_fold(struct arena *arena, struct slice text, struct slice *key);
/* "Xi meets Trudeau!" -> "xi-meets-trudeau": folded, only a-z 0-9 and single hyphens, at most
 * `limit` bytes, cut at a word. Text without any such letter gives "". */
bool utf8_slug(struct arena *arena, struct slice text, size_t limit, struct slice *slug);

#endif
