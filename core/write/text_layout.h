/* Setting text on a terminal: runs of text with tones, broken into lines by their width.
 *
 * A run is UTF-8 in which bytes below 0x20 are marks of this module: tones, a space that does not
 * break (TEXT_GAP), a line break. Text from outside enters only through text_put and its kin, which
 * write control characters out ("\x1b"), so nothing in a record can steer a terminal. */
#ifndef DETENTE_WRITE_TEXT_LAYOUT_H
#define DETENTE_WRITE_TEXT_LAYOUT_H

#include "../base/arena.h"
#include "../base/buffer.h"

enum text_tone {
    TONE_PLAIN = 1,
    TONE_BOLD,
    TONE_DIM,
    TONE_DOUBT /* yellow */,
    TONE_DENIED /* red; what was before, in a difference */,
    TONE_NEW /* green */
};

#define TEXT_GAP "\x1f" /* a space at which no line is broken */

/* Text from outside on one line: white space becomes single spaces. */
void text_put(struct buffer *run, struct slice text);
/* The same with its line breaks kept. */
void text_put_lines(struct buffer *run, struct slice text);
/* Words of the program itself; may hold TEXT_GAP. */
void text_put_words(struct buffer *run, const char *words);
/* From here on in this tone. */
void text_put_tone(struct buffer *run, enum text_tone tone);
/* Text of one tone; plain follows. */
void text_put_toned(struct buffer *run, enum text_tone tone, struct slice text);

struct text_line {
    struct slice text;   /* part of a run */
    size_t indent;       /* blank columns before it */
    size_t width;        /* columns without the indent */
    enum text_tone tone; /* in which it begins */
};
struct text_lines {
    struct text_line *items;
    size_t count, capacity;
};

/* Breaks a run into lines of at most `width` columns and adds them; the second and later lines of a
 * paragraph are indented by `hang`. A word wider than a line stands alone and juts out. The run is
 * copied to the arena. False when memory is out. */
bool text_wrap(struct arena *arena, struct slice run, size_t width, size_t hang,
               struct text_lines *lines);

/* Appends a line without its indent, every tone closed at its end; no tones without `color`. */
void text_print_line(struct buffer *out, const struct text_line *line, bool color);
void text_print_blanks(struct buffer *out, size_t count);
/* Columns of a run, its marks not counted. */
size_t text_run_width(struct slice run);

#endif
